"""A number or a date where a name should stand: a cell of the row was cut, or its cells moved.

Knows which columns hold names. Never what a name means.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from reporter.errors import Doubt
from reporter.sources.grids.cells import is_blank, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reporter.sources.lines.cells import Cells
    from reporter.sources.tables.vocabulary import Field

NAMES: tuple[Field, ...] = ("client", "supplier", "category", "label", "service", "mission")
CODED: tuple[Field, ...] = ("label", "service", "mission")
"""What may be named by a number alone: a reference, an order."""
SURE = 2
"""Names in a column beside which a whole number stands out: a client may be called 1664."""
VALUE = re.compile(
    r"\d\d?[/.-]\d\d?[/.-](?:\d{4}|\d\d)|\d{4}-\d\d-\d\d(?: 00:00:00)?"
    r"|-?[\d\s]*\d(?:[.,]\d+)?\s*(?:€|EUR)|-?[\d\s]*\d[.,]\d{1,2}"
)
WHOLE = re.compile(r"\d+")


def misplaced(cells: Cells) -> Iterator[tuple[int, Doubt]]:
    """Yield a doubt of each number or date that stands alone among the names of a column."""
    for name in NAMES:
        odd = _odd(cells.distinct.get(name, ()), coded=name in CODED)
        column = cells.raw[cells.table.columns.fields[name] - cells.table.left] if odd else ()
        for rank, cell in enumerate(column):
            if cell in odd:
                yield rank, _doubt(cells, rank, name, cell)


def _odd(found: Collection[Any], *, coded: bool) -> set[Any]:
    """Return the cells of a column that are no names, where most are; one number may be a code."""
    values = {cell for cell in found if _is_value(cell)}
    wholes = {cell for cell in found if _is_whole(cell)}
    if not values and (coded or len(wholes) != 1):
        return set()
    names = len(found) - len(values | wholes) - any(map(is_blank, found))
    odd = values | wholes if len(wholes) == 1 and not coded and names >= SURE else values
    return odd if names >= len(odd) else set()


def _is_value(cell: Any) -> bool:
    """Tell whether a cell is a date, a sum of euros or a number with decimals."""
    if isinstance(cell, str):
        return cell[:1] in "-0123456789" and VALUE.fullmatch(cell.strip()) is not None
    return isinstance(cell, date) or (isinstance(cell, float) and not cell.is_integer())


def _is_whole(cell: Any) -> bool:
    if isinstance(cell, str):
        return WHOLE.fullmatch(cell.strip()) is not None
    return isinstance(cell, int) or (isinstance(cell, float) and cell.is_integer())


def _doubt(cells: Cells, rank: int, name: Field, cell: Any) -> Doubt:
    place, day = cells.place(rank, name), cells.of("date")[rank]
    what = "un nombre ou une date à la place d’un nom : les cellules ont-elles bougé ?"
    fix = "remettre chaque cellule de la ligne sous son titre, ou écrire un nom"
    return Doubt(
        code="nom-en-chiffres", what=what, place=place, shown=shown(cell), fix=fix, date=day
    )
