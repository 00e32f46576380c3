"""The totals of a grid, at the end of its rows and below them: each must be its sum.

Knows sums and the words above them. Never dates nor prices.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.sources.grids.cells import Broken, is_blank
from reporter.sources.lines.prices import in_days
from reporter.sources.lines.values import to_hours
from reporter.sources.tables.timesheets import HOURS

if TYPE_CHECKING:
    from decimal import Decimal

DAYS = {"jour", "jours", "j", "jh"}


def given(cell: Any) -> Decimal | None:
    """Return the total of a cell, None where it has none.

    Raises:
        Unreadable: where it is no number.
    """
    return None if is_blank(cell) or isinstance(cell, Broken) else to_hours(cell)


def expected(count: Decimal, header: Any, a_day: Decimal | None, *, in_hours: bool) -> set[Decimal]:
    """Return what a total may be, in the unit that its header names; empty where nobody knows.

    Args:
        count: the sum of the cells, as they stand.
        header: the cell above the totals.
        a_day: the hours of a day, None where the settings do not say.
        in_hours: whether the cells are hours.
    """
    words = set(folded(header).split())
    says_days, says_hours = bool(words & DAYS), bool(words & HOURS)
    if in_hours:
        days = {in_days(count, a_day)} if a_day else set()
        return days if says_days and not says_hours else {count} | (set() if says_hours else days)
    if says_hours and not says_days:
        return {count * a_day} if a_day else set()
    return {count}
