"""Rows at the foot of lines that say what their columns amount to, without a word of a sum.

Knows the columns above a row. Never leaves a row out that is not exactly their sum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.errors import Doubt
from reporter.model import CENT, ZERO, cents
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.sums import SUMMED
from reporter.sources.lines.values import to_number, tried
from reporter.sources.lines.verdicts import Aside, Verdict
from reporter.sources.tables.labels import PAY

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from reporter.sources.lines.cells import Cells
    from reporter.sources.tables.vocabulary import Field

NAMES: tuple[Field, ...] = ("client", "mission", "service", "supplier", "label", "category")
FIGURES: tuple[Field, ...] = (*SUMMED, *(name for name in PAY if name != "pay_person"))
FEWEST = 2
"""Rows above of which another may be the sum."""
FIGURE = 2
"""Cells of a row that says a figure of the whole table: its name, then its value."""


def at_the_foot(
    cells: Cells, ranks: Iterable[int], aside: Container[int]
) -> Iterator[tuple[int, Aside]]:
    """Yield the rows that sum those above: their columns again, or one figure of them.

    Args:
        cells: the cells of a table.
        ranks: those of rows that have no date or no name, in order.
        aside: the ranks of the rows that are no lines.
    """
    shapes = ((rank, _filled(cells, rank)) for rank in ranks if rank not in aside)
    asked = {rank: filled for rank, filled in shapes if _may_be(cells, filled)}
    if not asked:
        return
    columns = _columns(cells, {column for filled in asked.values() for column in filled})
    sums = dict.fromkeys(columns, ZERO)
    count = 0
    for rank in range(max(asked) + 1):
        if rank in aside:
            continue
        if rank in asked and count >= FEWEST:
            found = _judged(cells, rank, asked[rank], sums)
            if found is not None:
                yield rank, found
                continue
        count += 1
        for column, values in columns.items():
            sums[column] += values[rank] or ZERO


def _columns(cells: Cells, filled: Iterable[int]) -> dict[int, Sequence[Decimal | None]]:
    """Return the numbers of columns: those of fields, and those that a row fills."""
    fields, left = cells.table.columns.fields, cells.table.left
    known = {fields[name] - left: cells.values[name] for name in FIGURES if name in cells.values}
    others = {n: [*map(_number, cells.raw[n])] for n in filled if n not in known}
    return {**known, **others}


def _filled(cells: Cells, rank: int) -> dict[int, Any]:
    return {n: cell for n, cell in enumerate(cells.row(rank)) if not is_blank(cell)}


def _may_be(cells: Cells, filled: Mapping[int, Any]) -> bool:
    """Tell whether a row has the shape of sums: numbers alone, or a name and a number.

    The name of a client or of an expense, beside an amount, may be that of a line dated above.
    """
    first, *others = filled
    cell = filled[first]
    if isinstance(cell, str) and not _is_number(cell):
        columns = {cells.table.columns.fields.get(name) for name in NAMES}
        named = cells.table.left + first in columns
        return len(filled) == FIGURE and not named and _is_number(filled[others[0]])
    return all(map(_is_number, filled.values()))


def _judged(
    cells: Cells, rank: int, filled: Mapping[int, Any], sums: Mapping[int, Decimal]
) -> Aside | None:
    """Return what a row is whose cells are worth what those above amount to, None elsewhere."""
    name, *values = filled.values()
    if not isinstance(name, str) or _is_number(name):
        return Aside(Verdict.TOTAL) if _are_sums(cells, filled, sums) else None
    known = [*_of_fields(cells, sums).values(), _mean(cells, sums)]
    if not any(due and abs(_number(values[0]) - due) < CENT for due in known):
        return None
    place = cells.table.grid.place(cells.rows[rank], cells.table.left + max(filled))
    what = "chiffre de tout le tableau, laissé de côté"
    return Aside(Verdict.NOTE, Doubt(code="total", what=what, place=place, shown=name[:80]))


def _are_sums(cells: Cells, filled: Mapping[int, Any], sums: Mapping[int, Decimal]) -> bool:
    """Tell whether the numbers of a row are the sums of their columns; a rate is their mean."""
    rate = cells.table.columns.fields.get("rate", -1) - cells.table.left
    due = {**sums, rate: _mean(cells, sums)}
    right = all(abs(_number(cell) - due[column]) < CENT for column, cell in filled.items())
    fields = cells.table.columns.fields
    summed = {fields[name] - cells.table.left for name in FIGURES if name in fields}
    return right and any(_number(cell) for n, cell in filled.items() if n in summed)


def _of_fields(cells: Cells, sums: Mapping[int, Decimal]) -> dict[Field, Decimal]:
    fields, left = cells.table.columns.fields, cells.table.left
    return {name: sums[fields[name] - left] for name in SUMMED if name in cells.values}


def _mean(cells: Cells, sums: Mapping[int, Decimal]) -> Decimal:
    """Return what a day is worth on average, in euros; zero where nothing tells."""
    found = _of_fields(cells, sums)
    days = found.get("days")
    return cents(found.get("amount", ZERO) / days) if days else ZERO


def _is_number(cell: Any) -> bool:
    return isinstance(cell, int | float | str) and _number(cell) is not None


def _number(cell: Any) -> Any:
    return tried(to_number, cell)
