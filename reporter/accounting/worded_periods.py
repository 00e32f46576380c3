"""The period that the words of a line say: « du 01/07/2020 au 30/06/2021 », « 3e trimestre 2020 ».

Knows how people write a period in a label. Never what is done with it. Words of which two readings
are possible say nothing: a year alone is as well the name of a product.
"""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.model import Fee
from reporter.patterns import pattern
from reporter.words.periods import MONTHS

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from reporter.model import Expense

    Period = tuple[date, date]
    Groups = dict[str, str | None]

NAMED = "|".join(sorted(MONTHS, key=len, reverse=True))
YEAR = r"(?:19|20)\d\d"
MONTH = rf"(?:{NAMED}|0?[1-9]|1[0-2])"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:er)?"
UNTIL = r"(?: (?:au|a|jusqu au|et))? "
LAST_MONTH, QUARTER, SEMESTER = 12, 3, 6


def said_period(text: str) -> tuple[date, date] | None:
    """Return the first and the last day of the one period that a text says, None else."""
    words = folded(text)
    for form, read in FORMS:
        found = list(form.finditer(words))
        if found:
            return _ordered(read, found[0].groupdict()) if len(found) == 1 else None
    return None


def with_period(line: Fee | Expense) -> Fee | Expense:
    """Return a line with the period of its words, where its columns « Du » and « Au » say none."""
    if line.start is not None or line.end is not None:
        return line
    found = said_period(line.service if isinstance(line, Fee) else line.label)
    return line if found is None else replace(line, start=found[0], end=found[1])


def _ordered(read: Callable[[Groups], Period], groups: Groups) -> Period | None:
    try:
        start, end = read(groups)
    except ValueError:  # no such day
        return None
    return (start, end) if start <= end else None


def _month(word: str | None) -> int:
    word = word or ""
    return MONTHS[word] if word in MONTHS else int(word)


def _first(year: int, month: int) -> date:
    return date(year, month, 1)


def _last(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _days(groups: Groups) -> Period:
    """Read two dates; the first may leave out the month and the year that it shares."""
    year, month = int(groups["y2"] or 0), _month(groups["m2"])
    end = date(year, month, _number(groups["d2"]))
    first_month = _month(groups["m1"]) if groups["m1"] else month
    first_year = int(groups["y1"]) if groups["y1"] else year - (first_month > month)
    return date(first_year, first_month, _number(groups["d1"])), end


def _number(day: str | None) -> int:
    return int((day or "").removesuffix("er"))


def _months(groups: Groups) -> Period:
    year, month = int(groups["y2"] or 0), _month(groups["m2"])
    first = _month(groups["m1"])
    first_year = int(groups["y1"]) if groups["y1"] else year - (first > month)
    return _first(first_year, first), _last(year, month)


def _parts(length: int) -> Callable[[Groups], Period]:
    def read(groups: Groups) -> Period:
        year, part = int(groups["y"] or 0), int(groups["n"] or 0)
        return _first(year, length * (part - 1) + 1), _last(year, length * part)

    return read


def _one_month(groups: Groups) -> Period:
    year, month = int(groups["y"] or 0), _month(groups["m"])
    return _first(year, month), _last(year, month)


def _whole_year(groups: Groups) -> Period:
    year = int(groups["y"] or 0)
    return _first(year, 1), _last(year, LAST_MONTH)


FORMS: tuple[tuple[re.Pattern[str], Callable[[Groups], Period]], ...] = (
    (
        pattern(
            rf"\b(?P<y1>{YEAR}) (?P<m1>\d\d) (?P<d1>\d\d){UNTIL}"
            rf"(?P<y2>{YEAR}) (?P<m2>\d\d) (?P<d2>\d\d)\b"
        ),
        _days,
    ),
    (
        pattern(
            rf"\b(?P<d1>{DAY})(?: (?P<m1>{MONTH})(?: (?P<y1>{YEAR}))?)?{UNTIL}"
            rf"(?P<d2>{DAY}) (?P<m2>{MONTH}) (?P<y2>{YEAR})\b"
        ),
        _days,
    ),
    (
        pattern(rf"\b(?P<m1>{MONTH}) (?P<y1>{YEAR}){UNTIL}(?P<m2>{MONTH}) (?P<y2>{YEAR})\b"),
        _months,
    ),
    (
        pattern(rf"\b(?P<m1>{NAMED})(?P<y1>){UNTIL}(?P<m2>{NAMED}) (?P<y2>{YEAR})\b"),
        _months,
    ),
    (pattern(rf"\b[tq](?P<n>[1-4]) (?P<y>{YEAR})\b"), _parts(QUARTER)),
    (pattern(rf"\b(?P<y>{YEAR}) ?[tq](?P<n>[1-4])\b"), _parts(QUARTER)),
    (pattern(rf"\b(?P<n>[1-4])(?:er|e|eme) trim(?:estre)? (?P<y>{YEAR})\b"), _parts(QUARTER)),
    (pattern(rf"\bs(?P<n>[12]) (?P<y>{YEAR})\b"), _parts(SEMESTER)),
    (
        pattern(rf"\b(?P<n>[12])(?:er|e|eme|nd|d) sem(?:estre)? (?P<y>{YEAR})\b"),
        _parts(SEMESTER),
    ),
    (pattern(rf"\b(?P<m>{NAMED}) (?P<y>{YEAR})\b"), _one_month),
    (pattern(rf"\bannee (?P<y>{YEAR})\b"), _whole_year),
)
"""How a period is written, the longest form first: a month stands inside a range of months."""
