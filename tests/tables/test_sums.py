"""Sums by name, and what many tables ask of the same lines."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from reporter.model import Activity
from reporter.tables.sums import once, summed
from tests.builders import activity, day


def test_names_keep_the_order_in_which_they_first_come() -> None:
    named = (("b", Decimal(1)), ("a", Decimal(2)), ("b", Decimal(3)))
    assert list(summed(named).items()) == [("b", Decimal(4)), ("a", Decimal(2))]


def test_what_many_tables_ask_of_lines_is_looked_for_once() -> None:
    asked: list[Activity] = []

    def days(lines: Activity) -> Decimal:
        asked.append(lines)
        return sum((line.days for line in lines.days), Decimal(0))

    lines = activity(day("2020-03-31", "2", "500"))
    assert once(lines, days) == once(lines, days) == 2
    assert len(asked) == 1
    fewer = replace(lines, days=())
    assert once(fewer, days) == 0
    assert lines != fewer
    assert lines == activity(day("2020-03-31", "2", "500"))
