"""A recap that stands beside lines, or below them, on their sheet: it is cut out of it, to compare.

Knows where such a recap stands. Never what it amounts to, nor what its lines mean.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from reporter import numerals
from reporter.errors import BadCell, Doubt
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.recaps.checking import Control, columns_of_sums
from reporter.sources.lines.verdicts import Verdict
from reporter.sources.lines.written.values import to_date, tried
from reporter.sources.tables.header_rows import columns_of, cut, filled_runs
from reporter.sources.tables.layouts import find_tables
from reporter.sources.tables.titles import year_alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.sources.lines.recaps.checking import SumColumns
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Field, Kind

BESIDE_ROWS = 12
"""How far below the header of lines a recap beside them may begin."""
LINES: tuple[Kind, ...] = ("days", "fees", "expenses")
BEARING: set[Field] = {"status", "document", "billable", "discount", "currency", "credit", "debit"}
FEWEST = 2
"""Titles of a recap beside lines, at least; and rows above it that may be its title."""


def parted(grid: Grid, vocabulary: Vocabulary) -> tuple[Grid, list[Table], tuple[Control, ...]]:
    """Return a sheet without the recaps beside its lines, its tables and those recaps.

    Where its lines would no longer be whole, it is kept as it is: those were columns of theirs.
    """
    tables = find_tables(grid, vocabulary)
    lines = [*filter(_has_all, tables)]
    among = _candidates(grid, vocabulary, lines) if lines else []
    blocks = _blocks(grid, vocabulary, among)
    if blocks:
        rest = _without(grid, blocks)
        left = find_tables(rest, vocabulary)
        if len(lines) == sum(map(_has_all, left)):
            return rest, left, tuple(blocks)
    return grid, tables, ()


def below_grid(grid: Grid, vocabulary: Vocabulary, top: int) -> tuple[Grid, tuple[Control, ...]]:
    """Return a sheet without the recaps that stand apart below its monthly grid, and these."""
    apart = [
        number
        for number in range(top + FEWEST, len(grid.rows))
        if sum(not is_blank(cell) for cell in grid.rows[number - 1]) <= 1
    ]
    blocks = [it for it in _blocks(grid, vocabulary, apart) if it.columns.sums]
    return _without(grid, blocks) if blocks else grid, tuple(blocks)


def _has_all(table: Table) -> bool:
    return table.kind != "missions" and not table.columns.missing(table.kind)


def _blocks(grid: Grid, vocabulary: Vocabulary, among: Sequence[int]) -> list[Control]:
    """Return the recaps whose header is `among` some rows of a sheet, from top to bottom."""
    found: list[Control] = []
    for number in among:
        row = grid.rows[number]
        for left, right in _segments(row):
            columns = columns_of_sums(cut(row, (left, right)), vocabulary)
            whole = (columns_of(row, (left, right), vocabulary, it).missing(it) for it in LINES)
            if columns is None or columns.dated or not all(whole):
                continue
            bottom = _bottom(grid, number, left, right)
            area = (number, bottom or number, left, right)
            known = columns.sums or _is_list(grid, area, vocabulary)
            if bottom is not None and known:
                found.append(_block(grid, area, columns))
    return found


def _is_list(grid: Grid, area: tuple[int, int, int, int], vocabulary: Vocabulary) -> bool:
    """Tell whether a block is a list that no line can be of: addresses, what is left to do.

    It has no date and stands apart, under its title at most; agreed rates are read elsewhere.
    """
    top, bottom, left, right = area
    rated = not columns_of(grid.rows[top], (left, right), vocabulary, "missions").missing(
        "missions"
    )
    above = [cell for cell in grid.rows[top - 1][left:right] if not is_blank(cell)] if top else []
    titled = len(above) == 1 and isinstance(above[0], str)
    cells = (cell for row in grid.rows[top + 1 : bottom] for cell in row[left:right])
    dated = any(isinstance(cell, date) or tried(to_date, cell) is not None for cell in cells)
    names = [row[left] for row in grid.rows[top + 1 : bottom]]
    once = len({*names}) == len(names) and bottom < len(grid.rows)
    goes_on = _goes_on(grid.rows[top], (left, right), vocabulary, once=once)
    return not (rated or dated or goes_on) and (not above or titled)


def _candidates(grid: Grid, vocabulary: Vocabulary, tables: Sequence[Table]) -> list[int]:
    """Return the rows that may be the header of a recap: near that of lines, or without a date."""
    top = min(table.top for table in tables)
    found = set(range(top, min(top + BESIDE_ROWS, len(grid.rows))))
    for column in {table.columns.fields["date"] for table in tables}:
        cells = [row[column] for row in grid.rows]
        words = {it for it in set(cells) if isinstance(it, str) and (not it or vocabulary.word(it))}
        found |= {number for number, cell in enumerate(cells) if cell in words} if words else set()
    return sorted(found)


def _segments(row: Sequence[Any]) -> list[tuple[int, int]]:
    """Return the runs of filled cells of a row that are titles: texts alone, or years after one.

    A text file writes its numbers so: these are no titles.
    """
    return [
        (left, right)
        for left, right in filled_runs(row)
        if right - left >= FEWEST
        and isinstance(row[left], str)
        and all(year_alone(cell) or numerals.is_text(cell) for cell in row[left:right])
    ]


def _goes_on(
    row: Sequence[Any], part: tuple[int, int], vocabulary: Vocabulary, *, once: bool
) -> bool:
    """Tell whether titles are those of lines beside, that have no such column: « Catégorie ».

    What names again whom the lines are for is a list of them: each is named `once` in one that
    bears on what counts.
    """
    rest = ["" if part[0] <= n < part[1] else cell for n, cell in enumerate(row)]
    for kind in LINES:
        lines = columns_of(rest, (0, len(rest)), vocabulary, kind)
        own = columns_of(row, part, vocabulary, kind).fields.keys()
        more = own - lines.fields.keys()
        if not lines.missing(kind) and more and (more == own or (more & BEARING and not once)):
            return True
    return False


def _bottom(grid: Grid, top: int, left: int, right: int) -> int | None:
    """Return the row after a block, None where blank columns do not part it from lines beside."""
    bottom = top + 1
    while bottom < len(grid.rows) and not all(map(is_blank, grid.rows[bottom][left:right])):
        bottom += 1
    rows = grid.rows[top:bottom]
    apart = all(
        all(is_blank(row[column]) for row in rows)
        for column in (left - 1, right)
        if 0 <= column < len(rows[0])
    )
    return bottom if bottom > top + 1 and apart else None


def bearing_lists(blocks: Sequence[Control], vocabulary: Vocabulary) -> Iterator[Doubt]:
    """Yield a doubt of each list beside lines that may change them: « Client, Remise »."""
    for block in blocks:
        row = block.grid.rows[block.top]
        fields = {it for kind in LINES for it in vocabulary.columns(row, kind).fields}
        if not block.columns.sums and fields & BEARING:
            what = "une liste à côté des lignes, qui n’y change rien"
            fix = "ce qui change un montant, l’écrire sur chaque ligne ; sinon, la mettre ailleurs"
            place, shown = block.error.place, block.error.shown
            yield Doubt("colonne", what, place, shown, fix, about=str(row[place.column - 1]))


def _block(grid: Grid, area: tuple[int, int, int, int], columns: SumColumns) -> Control:
    top, bottom, left, right = area
    rows = [[""] * len(row) for row in grid.rows[:bottom]]
    for number in range(max(top - FEWEST, 0), bottom):
        own = cut(grid.rows[number], (left, right))
        rows[number] = own if number >= top else [it if isinstance(it, str) else "" for it in own]
    title = " · ".join(str(cell) for cell in grid.rows[top][left:right])[:80]
    what, fix = "récapitulatif à côté des lignes", "le corriger, ou les lignes, ou l’effacer"
    return Control(
        grid=grid._replace(rows=rows),
        top=top,
        bottom=bottom,
        columns=columns,
        error=BadCell(what, grid.place(top, left), shown=title, fix=fix),
        beside=True,
    )


def _without(grid: Grid, blocks: Sequence[Control]) -> Grid:
    """Return a sheet without the recaps that stand beside its lines."""
    rows = list(grid.rows)
    for block in blocks:
        for number in range(block.top, block.bottom):
            own = block.grid.rows[number]
            rows[number] = [
                "" if not is_blank(mine) else cell
                for cell, mine in zip(rows[number], own, strict=True)
            ]
    return grid._replace(rows=rows)


def verdicts_of(blocks: Sequence[Control], rest: Grid) -> Mapping[int, Verdict]:
    """Return what became of the rows that hold recaps alone; `rest` is the sheet without them."""
    return {
        row: Verdict.HEADER if row == block.top else Verdict.TOTAL
        for block in blocks
        for row in range(block.top, block.bottom)
        if all(map(is_blank, rest.rows[row]))
    }
