"""Cells that moved: a number or a date in the place of a name.

Knows which columns hold names. Never what they mean.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from reporter.errors import Doubt
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank, shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reporter.errors import Place
    from reporter.sources.lines.cells import Cells
    from reporter.words.columns import Field

NAMES: tuple[Field, ...] = ("client", "supplier", "category", "label", "service", "mission")
WORKER: Field = "worker"
CODED: tuple[Field, ...] = ("label", "service", "mission")
"""What may be named by a number alone, a text or a long one: a reference, an order."""
REFERENCE = 100_000
SURE = 2
"""Names in a column beside which a whole number stands out: a client may be called 1664."""
VALUE = pattern(
    r"\d\d?[/.-]\d\d?[/.-](?:\d{4}|\d\d)|\d{4}-\d\d-\d\d(?: 00:00:00)?"
    r"|-?[\d\s]*\d(?:[.,]\d+)?\s*(?:€|EUR|%)|-?[\d\s]*\d[.,]\d{1,2}"
)


def misplaced(cells: Cells) -> Iterator[tuple[int, Doubt]]:
    """Yield a doubt of each number or date that stands alone among the names of a column.

    Or of a number that its row says again, a price pasted under « Client »; or whose row goes on
    under no title, as where the cents of an amount took a cell of their own.
    """
    for name in (*NAMES, WORKER):
        found = cells.distinct.get(name, ())
        odd = odd_names(found, coded=name in CODED)
        wholes = set(filter(_is_whole, found)) - odd if name not in CODED else set()
        again = wholes if 2 * len(wholes) <= len(found) else set()
        for rank, cell in enumerate(cells.column(name) if odd or again else ()):
            if cell in odd or (cell in again and _is_moved(cells, rank, cell)):
                yield rank, no_name(cells.place(rank, name), cell, cells.of("date")[rank])


def _is_moved(cells: Cells, rank: int, cell: Any) -> bool:
    """Tell whether the row of a number says it again, or holds words under a blank title."""
    table, row = cells.table, cells.row(rank)
    titles = table.grid.rows[table.top][table.left : table.right]
    beyond = (
        isinstance(it, str) and is_blank(title) for it, title in zip(row, titles, strict=True)
    )
    return row.count(cell) > 1 or any(beyond)


def odd_names(found: Collection[Any], *, coded: bool) -> set[Any]:
    """Return the cells of a column that are no names, where most are; one number may be a code."""
    values = {cell for cell in found if _is_value(cell)}
    wholes = {cell for cell in found if _is_whole(cell)}
    coded = coded and any(isinstance(cell, str) or cell >= REFERENCE for cell in wholes)
    names = len(found) - len(values | wholes) - any(map(is_blank, found))
    sure = not coded and names >= SURE * len(wholes)
    odd = values | wholes if sure else values
    return odd if names >= len(odd) else set()


def _is_value(cell: Any) -> bool:
    """Tell whether a cell is a date, a sum of euros, a percentage or a number with decimals."""
    if isinstance(cell, str):
        return cell[:1] in "-0123456789" and VALUE.fullmatch(cell.strip()) is not None
    return isinstance(cell, date) or (isinstance(cell, float) and not cell.is_integer())


def _is_whole(cell: Any) -> bool:
    if isinstance(cell, str):
        return cell.strip().isdecimal()
    return isinstance(cell, int) or (isinstance(cell, float) and cell.is_integer())


def no_name(place: Place, cell: Any, day: date | None = None) -> Doubt:
    """Return the doubt of a number, or of a date, that stands where a name should."""
    what = "un nombre ou une date à la place d’un nom : les cellules ont-elles bougé ?"
    fix = "remettre chaque cellule de la ligne sous son titre, ou écrire un nom"
    text = shown(cell).replace(".", ",") if isinstance(cell, float) else shown(cell)
    return Doubt(code="nom-en-chiffres", what=what, place=place, shown=text, fix=fix, date=day)
