"""A column beside the months of days that says what each row is worth, at its rate.

Knows numbers. Never titles: a column that its numbers explain is no other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter import numerals
from reporter.model import CENT, ZERO
from reporter.sources.grids.cells import is_blank, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from decimal import Decimal


def says_worth(
    rows: Sequence[Sequence[Any]], column: int, rate: int, months: Collection[int]
) -> bool:
    """Tell whether each cell of a column is the days of its row at their rate, or the sum of all.

    Args:
        rows: those below a header.
        column: the one that nobody reads.
        rate: the column of the rates.
        months: those of the days.
    """
    whole = found = ZERO
    for row in rows:
        if is_blank(row[column]):
            continue
        worth, price = _number(row[column]), _number(row[rate])
        if worth is None:
            return False
        days = sum((_number(row[n]) or ZERO for n in months), ZERO)
        due = whole if price is None else days * price
        whole += ZERO if price is None else due
        found += worth
        if abs(worth - due) > CENT:
            return False
    return found > ZERO


def _number(cell: Any) -> Decimal | None:
    return None if is_blank(cell) else numerals.number(shown(cell))
