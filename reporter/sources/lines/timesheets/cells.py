"""What the cells of a day say: a number, a length of time, an absence; days or hours.

Knows one cell, or all the numbers of a grid. Never their client nor their date.
"""

from __future__ import annotations

from datetime import time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from reporter.characters import folded
from reporter.sources.lines.values import CLOCK, to_hours

if TYPE_CHECKING:
    from collections.abc import Sequence

PRESENT = {"x": Decimal(1)}
NOT_BILLED = {"cp", "rtt", "f", "ferie", "m", "am", "abs", "css", "c", "conge", "conges", "we", "w"}

Unit = Literal["days", "hours", "unknown"]


def worked(cell: Any) -> Decimal:
    """Return what is billed in a cell, as it stands: 1, 0,5, x, 7, « 7h30 ».

    Raises:
        Unreadable: where it is no number.
    """
    return PRESENT.get(str(cell).strip().casefold()) or to_hours(cell)


def is_absence(cell: Any, *, named: bool) -> bool:
    """Tell whether a cell names an absence, or the day of the week on a row that has no name."""
    if not isinstance(cell, str) or cell.strip().casefold() in PRESENT:
        return False
    return folded(cell) in NOT_BILLED or not (named or any(map(str.isdigit, cell)))


def is_clock(cell: Any) -> bool:
    """Tell whether a cell is written as hours: « 7h30 », 7:30."""
    if isinstance(cell, str):
        return CLOCK.fullmatch(cell.strip()) is not None
    return isinstance(cell, time | timedelta)


def unit_of(plain: Sequence[Decimal], *, clocks: bool, said: bool) -> Unit:
    """Return what the numbers of a grid count.

    Days are 1 at most. The word « heures » may speak of something else (« 7 h par jour »): it is
    not believed where most numbers are those of days.

    Args:
        plain: the numbers that are not written as hours.
        clocks: whether others are, such as « 7h30 ».
        said: whether a word above speaks of hours.
    """
    if not plain:
        return "hours" if clocks else "days"
    if said:
        return "hours" if sorted(plain)[len(plain) // 2] > 1 else "unknown"
    if max(plain) <= 1 and not clocks:
        return "days"
    return "hours" if min(plain) > 1 else "unknown"
