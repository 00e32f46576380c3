"""The months that remain: signed days are taken from the estimate, which never is below zero."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from reporter.landing.past import Sums
from reporter.landing.rest import rest
from tests.builders import day

END = date(2026, 11, 30)


def month(days: str, revenue: str) -> Sums:
    return Sums(days=Fraction(days), day_revenue=Fraction(revenue))


@pytest.mark.parametrize(
    ("signed", "left"),
    [
        ((), [("10", "6000")]),
        (("4",), [("6", "3600")]),
        (("4", "5"), [("1", "600")]),
        (("9.5",), [("0.5", "300")]),
        (("10",), []),
        (("12",), []),
        (("6", "6"), []),
    ],
)
def test_signed_days_are_taken_from_the_estimate(
    signed: tuple[str, ...], left: list[tuple[str, str]]
) -> None:
    lines = [day("2026-11-30", count, "700") for count in signed]
    found = rest([END], [month("10", "6000")], lines)
    assert [(one.days, one.amount) for one in found.days] == [
        (Decimal(days), Decimal(amount)) for days, amount in left
    ]


@pytest.mark.parametrize(("signed", "left"), [((), 400), (("3",), 0)])
def test_revenue_estimated_without_a_day_gives_way_to_signed_days(
    signed: tuple[str, ...], left: int
) -> None:
    lines = [day("2026-11-30", count, "700") for count in signed]
    found = rest([END], [month("0", "400")], lines)
    assert sum(one.amount for one in found.days) == left


def test_half_a_day_estimated_is_not_lost() -> None:
    found = rest([END], [month("1/2", "300")], [day("2026-11-30", "0.25", "700")])
    assert [(one.days, one.amount) for one in found.days] == [(Decimal("0.25"), Decimal(150))]
