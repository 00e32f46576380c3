"""Columns that hold again what each line is worth: its whole, its days, its parts, a running sum.

Knows the numbers of columns that nobody reads. Never what their titles say.
"""

from __future__ import annotations

from itertools import accumulate, islice
from operator import add, mul
from typing import TYPE_CHECKING, Any

from reporter.model import CENT, ZERO, Day
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.written.values import to_number, tried

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from decimal import Decimal

    from reporter.model import Line
    from reporter.sources.lines.cells import Cells

FEW, FEWEST_PARTS = 3, 2
"""Lines by which a column is tried first; columns that make one together, at least."""


def says_again(cells: Cells, column: int, lines: Mapping[int, Line]) -> bool:
    """Tell whether a column says what lines are worth, their VAT, their days, or all so far.

    So does one that makes it with another: words, and the price of each.
    """
    first = dict(islice(lines.items(), FEW))
    return _makes(cells, column, first) and _makes(cells, column, lines)


def parts_of(cells: Cells, columns: Collection[int], lines: Mapping[int, Line]) -> Collection[int]:
    """Return the columns of numbers of which each line is worth the sum: cash, a cheque, a card.

    A blank among them is nothing.
    """
    first = dict(islice(lines.items(), FEW))
    return _making(cells, columns, lines) if _making(cells, columns, first) else ()


def _making(cells: Cells, columns: Iterable[int], lines: Mapping[int, Line]) -> Collection[int]:
    raw = {n: [cells.column(n)[rank] for rank in lines] for n in columns}
    read = {n: [ZERO if is_blank(it) else tried(to_number, it) for it in raw[n]] for n in raw}
    found = {n: its for n, its in read.items() if None not in its and any(its)}
    sums = [sum(its, ZERO) for its in zip(*found.values(), strict=True)]
    amounts = [line.amount for line in lines.values()]
    whole = [*map(add, amounts, (line.own_vat for line in lines.values()))]
    made = any(all(map(_is_near, sums, due)) for due in (amounts, whole))
    return found if made and len(found) >= FEWEST_PARTS else ()


def _makes(cells: Cells, column: int, lines: Mapping[int, Line]) -> bool:
    amounts = [line.amount for line in lines.values()]
    taxes = [line.own_vat for line in lines.values()]
    whole = [*map(add, amounts, taxes)]
    own = _numbers(cells, column, lines)
    days = [line.days for line in lines.values() if isinstance(line, Day)]
    ways = [amounts, taxes, whole, [*accumulate(amounts)], [*accumulate(whole)]]
    ways += [days] if len(days) == len(amounts) else []
    if None in own or any(all(map(_is_near, own, due)) for due in ways):
        return None not in own
    others = (_numbers(cells, n, lines) for n in range(cells.table.left, cells.table.right))
    products = (map(mul, own, its) for its in others if None not in its)
    return len(own) >= FEW and any(all(map(_is_near, it, amounts)) for it in products)


def _numbers(cells: Cells, column: int, ranks: Iterable[int]) -> list[Any]:
    raw = cells.column(column)
    return [tried(to_number, raw[rank]) for rank in ranks]


def _is_near(number: Decimal, due: Decimal) -> bool:
    return abs(number - due) < CENT
