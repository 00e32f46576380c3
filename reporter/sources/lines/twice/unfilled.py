"""A sheet that is that of the year or of the month before, copied and not filled in anew.

Knows two sheets of lines, one later than the other. Never what is said of it: see `copies`.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reporter.model import AMOUNT, Day, Expense

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.model import Line

FEWEST = 3
"""Lines of a sheet, at least, that all stand on another: fewer may be chance."""
MONTHS, SHORTEST = 12, 28
"""Of a year; days of every month."""


def is_left_as_it_was(late: Sequence[Line], early: Sequence[Line]) -> bool:
    """Tell whether a sheet is that of the year before, or of another month, copied and not emptied.

    What is billed or paid each month at one amount is so too, and is true; so are the same days of
    the week. Amounts that stand once tell, and a year may be emptied in part; else each day does.
    Insurance costs the same each year too: of expenses, of several months, nearly all must be so.
    """
    if type(late[0]) is not type(early[0]) or len(late) < FEWEST:
        return False
    spans = {line.month for line in late}
    apart, count = min(spans) - min(line.month for line in early), len(spans)
    is_year = MONTHS / 2 < apart < 2 * MONTHS and count > 1
    shifted = late[0].date.replace(day=1).weekday() != early[0].date.replace(day=1).weekday()
    if not is_year and not (apart > 0 and count == 1 and len(late) == len(early) and shifted):
        return False
    amounts = Counter(map(AMOUNT, late))
    told = [line for line in late if amounts[line.amount] == 1] if is_year else []
    then = Counter(_day_of(line, MONTHS if is_year else apart) for line in early)
    if len(told) >= FEWEST:
        new = (Counter(map(_day_of, late)) - then).total()
        if isinstance(late[0], Expense) and 10 * new > len(late):
            return False
        return 3 * (Counter(map(_day_of, told)) - then).total() <= len(told)
    dates = {line.date for line in late}
    return (
        isinstance(late[0], Day) and len(dates) >= count + 2 and Counter(map(_day_of, late)) == then
    )


def _day_of(line: Line, months: int = 0) -> tuple[object, ...]:
    return line.amount, line.month + months, min(line.date.day, SHORTEST)
