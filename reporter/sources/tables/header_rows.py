"""The header rows of a sheet, wherever they stand: repeated, or side by side.

Knows which rows name the columns of a whole table, and which columns are of that table.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.numerals import number
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank
from reporter.words.columns import WORDS, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.headers import Columns
    from reporter.sources.tables.vocabulary import Vocabulary

DATED = pattern(r"\d+[-/.]\d+[-/.]\d")
"""How a date begins that a text file writes."""
FEWEST_WORDS = 2
PAIR = 2
"""A figure and its name."""
TOP_ROWS = 12
"""How many rows titles may take above a header, where it does not stand anywhere."""


class Header(NamedTuple):
    """A header row: its first column, and the column after its last one."""

    row: int
    left: int
    right: int


def find_headers(grid: Grid, vocabulary: Vocabulary) -> list[Header]:
    """Return the header rows of a sheet, from top to bottom and from left to right.

    Where no row names every column needed, the row that names the most is taken for a header.
    """
    best, most = None, FEWEST_WORDS - 1
    anchor: int | None = None
    found: list[Header] = []
    for top, row in enumerate(grid.rows):
        if anchor is not None and (not isinstance(row[anchor], str) or DATED.match(row[anchor])):
            continue  # a line of the table above: its date is no word
        count = sum(vocabulary.word(cell) != "" for cell in row)
        if count >= FEWEST_WORDS and (parts := _segments(row, vocabulary)):
            anchor = _anchor(row, vocabulary)
            found += (
                Header(top, left, _edge(grid, top, (left, right), vocabulary))
                for left, right in parts
            )
        elif count > most:
            best, most = top, count
    if not found and best is not None:
        again = [n for n, row in enumerate(grid.rows) if n >= best and row == grid.rows[best]]
        return [Header(n, 0, len(grid.rows[best])) for n in again]
    return found


def _anchor(row: Sequence[Any], vocabulary: Vocabulary) -> int | None:
    """Return the column of the dates of the first table of a header row."""
    dates = (vocabulary.columns(row, kind).fields.get("date") for kind in WORDS)
    return min((column for column in dates if column is not None), default=None)


def _segments(row: Sequence[Any], vocabulary: Vocabulary) -> list[tuple[int, int]]:
    """Return the columns of each whole table that a row is the header of.

    Blank header cells part two tables only where both sides are whole tables.
    """
    whole = [part for part in filled_runs(row) if is_whole(row, part, vocabulary)]
    if len(whole) > 1:
        starts = [left for left, _ in whole]
        starts[0] = 0
        return list(pairwise([*starts, len(row)]))
    everything = (0, len(row))
    return [everything] if is_whole(row, everything, vocabulary) else []


def _edge(grid: Grid, top: int, part: tuple[int, int], vocabulary: Vocabulary) -> int:
    """Return the column after the last one of a table, before the figures that stand beside it.

    A blank column parts them from it, and they are no lines: each has its name, and no more.
    """
    (left, right), row = part, grid.rows[top]
    gaps = (n for n in range(left + 1, right) if is_blank(row[n]) and _is_clear(grid, top, n))
    for gap in gaps:
        beside = [[it for it in row[gap:right] if not is_blank(it)] for row in grid.rows[top:]]
        named = all(_is_name(it[0]) and len(it) <= PAIR for it in beside if it)
        pairs = [it for it in beside if len(it) == PAIR]
        figures = sum(not (_is_name(it) or isinstance(it, date)) for _, it in pairs)
        if named and len(pairs) - 1 <= figures <= TOP_ROWS and figures:
            return gap if is_whole(row, (left, gap), vocabulary) else right
    return right


def _is_clear(grid: Grid, top: int, column: int) -> bool:
    return all(is_blank(row[column]) for row in grid.rows[top:])


def _is_name(cell: Any) -> bool:
    """Tell whether a cell is words; a day is none, nor a figure of any."""
    return isinstance(cell, str) and number(cell) is None and not DATED.match(cell)


def filled_runs(row: Sequence[Any]) -> list[tuple[int, int]]:
    """Return the first column of each run of filled cells of a row, and the column after it."""
    edges = [-1, *(n for n, cell in enumerate(row) if is_blank(cell)), len(row)]
    return [(left + 1, right) for left, right in pairwise(edges) if right - left > 1]


def is_whole(row: Sequence[Any], part: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Tell whether a part of a row names all the columns of a table of some kind."""
    its = cut(row, part)
    return any(not vocabulary.columns(its, kind).missing(kind) for kind in WORDS)


def columns_of(
    row: Sequence[Any], part: tuple[int, int], vocabulary: Vocabulary, kind: Kind
) -> Columns:
    """Return the columns of a part of a row, everything outside it taken as blank."""
    return vocabulary.columns(cut(row, part), kind)


def cut(row: Sequence[Any], part: tuple[int, int]) -> list[Any]:
    """Return a row of which everything outside a part is blank."""
    left, right = part
    return [*[""] * left, *row[left:right], *[""] * (len(row) - right)]
