"""What the cells of a day say: a number, a length of time, an absence; days or hours.

Knows one cell, or all the numbers of a grid. Never their client nor their date.
"""

from __future__ import annotations

import re
from datetime import time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from reporter.characters import folded
from reporter.law.workdays import public_holidays
from reporter.sources.lines.values import CLOCK, to_hours

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

LENGTH = re.compile(r"\d\s*(?:min|mn|h)", re.IGNORECASE)
"""How a length of time is written in words: « 45 min », « 7 hrs »."""
PRESENT = {"x": Decimal(1)}
NOT_BILLED = {
    "cp", "rtt", "ferie", "jf", "abs", "absence", "absent", "css", "conge", "conges", "we",
    "week end", "maladie", "mal", "ferie chome", "vacances", "off", "na", "n a",
}  # fmt: skip
OFF = {"f", "w", "s", "d"}
"""Letters that say a holiday or a weekend where the day is one, and nothing for sure elsewhere."""
SATURDAY = 5
NOBODY_KNOWS = "écrire 1, 0,5, ou une absence en toutes lettres : CP, RTT, Maladie, Férié"

Unit = Literal["days", "hours", "unknown"]


def worked(cell: Any) -> Decimal:
    """Return what is billed in a cell, as it stands: 1, 0,5, x, 7, « 7h30 ».

    Raises:
        Unreadable: where it is no number.
    """
    return PRESENT.get(str(cell).strip().casefold()) or to_hours(cell)


def is_absence(cell: Any, *, named: bool, day: dt.date | None) -> bool:
    """Tell whether a cell names an absence, or the day of the week on a row that has no name.

    A letter alone may be a morning as well as an illness: only « F » on a public holiday, or at a
    weekend, is one for sure.
    """
    if not isinstance(cell, str) or cell.strip().casefold() in PRESENT:
        return False
    word = folded(cell)
    if word in NOT_BILLED or not (named or any(map(str.isdigit, cell))):
        return True
    return word in OFF and day is not None and _is_off(day)


def _is_off(day: dt.date) -> bool:
    return day.weekday() >= SATURDAY or day in public_holidays(
        range(day.year, day.year + 1), alsace_moselle=True
    )


def is_clock(cell: Any) -> bool:
    """Tell whether a cell is written as hours: « 7h30 », 7:30."""
    if isinstance(cell, str):
        return CLOCK.fullmatch(cell.strip()) is not None or LENGTH.search(cell) is not None
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
