"""The totals of a grid, at the end of its rows and below them: each must be its sum.

Knows sums and the words above them. Never dates nor prices.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from reporter.characters import folded
from reporter.model import ZERO
from reporter.sources.grids.cells import Broken, is_blank
from reporter.sources.lines.prices import in_days
from reporter.sources.lines.values import to_hours
from reporter.sources.tables.timesheets import HOURS

DAYS = {"jour", "jours", "j", "jh"}


def given(cell: Any) -> Decimal | None:
    """Return the total of a cell, None where it has none.

    Raises:
        Unreadable: where it is no number.
    """
    return None if is_blank(cell) or isinstance(cell, Broken) else to_hours(cell)


class Counted(NamedTuple):
    """A sum of cells: as they stand, in days and in hours.

    None where nobody says how long a day is.
    """

    stands: Decimal
    days: Fraction | None
    hours: Fraction | None

    def plus(self, other: Counted) -> Counted:
        """Return the sum of both; the days of two clients may not be as long."""
        return Counted(
            self.stands + other.stands,
            None if self.days is None or other.days is None else self.days + other.days,
            None if self.hours is None or other.hours is None else self.hours + other.hours,
        )


NONE = Counted(ZERO, Fraction(0), Fraction(0))


def counted(number: Decimal, a_day: Decimal | None, *, in_hours: bool) -> Counted:
    """Return a sum of cells, hours or days, with what it makes at some hours a day."""
    exact = Fraction(number)
    if in_hours:
        return Counted(number, exact / Fraction(a_day) if a_day else None, exact)
    return Counted(number, exact, exact * Fraction(a_day) if a_day else None)


def expected(sums: Counted, header: Any, *, in_hours: bool) -> set[Decimal]:
    """Return what a total may be, in the unit that its header names; empty where nobody knows.

    Args:
        sums: the sum of the cells.
        header: the cell above the totals.
        in_hours: whether the cells are hours.
    """
    words = set(folded(header).split())
    says_days, says_hours = bool(words & DAYS), bool(words & HOURS)
    count, days, hours = sums.stands, _told(sums.days), _told(sums.hours)
    if in_hours:
        return days if says_days and not says_hours else {count} | (set() if says_hours else days)
    return hours if says_hours and not says_days else {count}


def _told(exact: Fraction | None) -> set[Decimal]:
    """Return a sum with the decimals that a cell keeps."""
    return (
        set() if exact is None else {in_days(Decimal(exact.numerator), Decimal(exact.denominator))}
    )
