"""Cells that moved or were drawn down: a number in the place of a name, numbers that grow by one.

Knows which columns hold names, and which numbers. Never what they mean.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import groupby, pairwise
from operator import sub
from typing import TYPE_CHECKING, Any

from reporter.errors import Doubt
from reporter.french import counted
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
COUNTED: tuple[Field, ...] = ("amount", "gross", "rate", "unit_price", "days", "hours", "lifetime")
FEWEST_DRAWN = 3
"""Steps of one, line by line, that numbers seldom make by themselves."""
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


def drawn_down(cells: Cells, aside: Collection[int]) -> Iterator[Doubt]:
    """Yield a doubt of the numbers of a column that grow by one from each line to the next.

    A spreadsheet counts on where a cell is drawn over those below. A whole column that counts is
    of lines that were made so, but for rates.
    """
    for name in COUNTED:
        column = cells.values.get(name, ())
        if name not in cells.gaps and 1 not in set(map(sub, column[1:], column)):
            continue
        ranks = [n for n, it in enumerate(column) if it is not None and n not in aside]
        steps = ((column[other] - column[one] == 1, other) for one, other in pairwise(ranks))
        for is_one, found in groupby(steps, lambda step: step[0]):
            run = list(found) if is_one else []
            if len(run) >= FEWEST_DRAWN and (name == "rate" or len(run) + 1 < len(ranks)):
                yield _drawn(cells, run[0][1], name, len(run))


def _drawn(cells: Cells, rank: int, name: Field, count: int) -> Doubt:
    what = "des nombres qui augmentent de 1 à chaque ligne : une cellule tirée vers le bas ?"
    shown_there, day = counted(count, "ligne", "lignes"), cells.of("date")[rank]
    fix, place = "écrire le nombre de chaque ligne", cells.place(rank, name)
    return Doubt(code="serie", what=what, place=place, shown=shown_there, fix=fix, date=day)


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
