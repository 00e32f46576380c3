"""How the months that remain are estimated: by the same months before, by the last twelve, by both.

Knows the methods, each from the lines before a date alone. Never which one is the best. The growth
to date is never applied to the year before: a part of a year says little of its pace.
"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from itertools import takewhile
from typing import TYPE_CHECKING, Literal, NamedTuple

from reporter.landing.dates import periods, remaining
from reporter.landing.past import Sums
from reporter.landing.people import at_pace, same_months
from reporter.law.workdays import ONE_DAY, YEAR_MONTHS, months, years_before

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from reporter.landing.past import Past

Name = Literal["same_months", "last_twelve", "half"]
"""The same months of the last three years, or of those there are; the last twelve months; the mean
of both."""
SPAN = 3
"""How many years the same months are taken from, at most."""
HALF = Fraction(1, 2)


class Estimate(NamedTuple):
    """What each month that remains is estimated at, by a method.

    Attributes:
        months: the sums of each, begun or whole, in order.
        years: from how many years the same months were taken; 0 where none were.
    """

    months: tuple[Sums, ...]
    years: int

    @property
    def revenue(self) -> Fraction:
        """Return the revenue of all of them, in euros."""
        return sum((month.revenue for month in self.months), Fraction(0))


def estimated(name: Name, past: Past, cut: date, end: date) -> Estimate | None:
    """Return what remains from a date to an end, by the lines up to that date.

    None where the books do not go far enough back for the method.
    """
    return METHODS[name](past, cut, end)


def _same_months(past: Past, cut: date, end: date) -> Estimate | None:
    """Return the mean of the same months of the last years, three at most."""
    back = list(takewhile(lambda n: _knows(past, cut, end, n), range(1, SPAN + 1)))
    if not back:
        return None
    share = Fraction(1, len(back))
    found = []
    for after, last in periods(cut, remaining(cut, end)):
        each = [past.others.between(years_before(after, n), years_before(last, n)) for n in back]
        people = (same_months(one, (after, last), back, cut) for one in past.people)
        found.append(reduce(Sums.plus, people, reduce(Sums.plus, each).times(share)))
    return Estimate(tuple(found), len(back))


def _knows(past: Past, cut: date, end: date, count: int) -> bool:
    """Tell whether the books hold, at a date, the same months of so many years before."""
    return years_before(cut, count) >= past.since and years_before(end, count) <= cut


def _last_twelve(past: Past, cut: date, end: date) -> Estimate | None:
    """Return a twelfth of the last twelve months for each month; a part by its days over 30."""
    since = years_before(cut, 1)
    if since < past.since:
        return None
    month = past.others.between(since, cut).times(Fraction(1, YEAR_MONTHS))
    found = []
    for after, last in periods(cut, remaining(cut, end)):
        people = (at_pace(one, (after, last), cut) for one in past.people)
        others = month.times(months(after + ONE_DAY, last))
        found.append(reduce(Sums.plus, people, others))
    return Estimate(tuple(found), 0)


def _half(past: Past, cut: date, end: date) -> Estimate | None:
    """Return the mean of both methods."""
    same, twelve = _same_months(past, cut, end), _last_twelve(past, cut, end)
    if same is None or twelve is None:
        return None
    both = zip(same.months, twelve.months, strict=True)
    return Estimate(tuple(a.plus(b).times(HALF) for a, b in both), same.years)


METHODS: dict[Name, Callable[[Past, date, date], Estimate | None]] = {
    "same_months": _same_months,
    "last_twelve": _last_twelve,
    "half": _half,
}
"""In the order of preference where two of them were as wrong as each other."""
