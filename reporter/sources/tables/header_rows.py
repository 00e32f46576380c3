"""The header rows of a sheet, wherever they stand: repeated, side by side, not level.

Knows which rows name the columns of a whole table, and which columns are of that table.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.sources.grids.cells import is_blank
from reporter.sources.tables.vocabulary import WORDS, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.headers import Columns, Vocabulary

FEWEST_WORDS = 2
TOP_ROWS = 12
"""How many rows titles may take above a header, where it does not stand anywhere."""


class Header(NamedTuple):
    """A header row: its first column, the column after its last one, and what they say."""

    row: int
    left: int
    right: int
    words: Mapping[int, str]


def find_headers(grid: Grid, vocabulary: Vocabulary) -> list[Header]:
    """Return the header rows of a sheet, from top to bottom and from left to right.

    Where no row names every column needed, the row that names the most is taken for a header.
    """
    top, best, most = 0, None, FEWEST_WORDS - 1
    anchor: int | None = None
    found: list[Header] = []
    sides: list[tuple[int, int]] = []
    for number, row in enumerate(grid.rows):
        if anchor is not None and not isinstance(row[anchor], str):
            # a line of the table above: its date is no word, but another may start beside it
            for side in sides and [side for side in sides if _starts(row, side, vocabulary)]:
                found = [_cut(header, side) if header.row >= top else header for header in found]
                found.append(_header(number, side, vocabulary, row))
                sides.remove(side)
            continue
        words = [vocabulary.word(cell) for cell in row]
        count = len(words) - words.count("")
        if count < FEWEST_WORDS:
            continue
        if segments := _again(found, words) or _segments(row, vocabulary):
            top, anchor = number, _anchor(row, vocabulary)
            found += (_header(number, part, vocabulary, row) for part in segments)
            sides = _sides(row, anchor) if len(segments) == 1 else []
        elif count > most:
            best, most = number, count
    if not found and best is not None:
        return [Header(best, 0, len(grid.rows[best]), {})]
    return found


def _again(found: list[Header], words: Sequence[str]) -> list[tuple[int, int]]:
    """Return the columns of the table, beside others, of which a row says the same words again."""
    said = {column: word for column, word in enumerate(words) if word}
    columns = [(header.left, header.right) for header in found if header.words == said]
    return columns[-1:]


def _sides(row: Sequence[Any], anchor: int | None) -> list[tuple[int, int]]:
    """Return the columns on both sides of a header, beyond the blanks that end it."""
    if anchor is None:
        return []
    blanks = [column for column, cell in enumerate(row) if is_blank(cell)]
    left = max((column for column in blanks if column < anchor), default=0)
    right = min((column for column in blanks if column > anchor), default=len(row))
    return [side for side in ((0, left), (right + 1, len(row))) if side[0] < side[1]]


def _starts(row: Sequence[Any], side: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Tell whether a row is the header of a table in some columns."""
    words = sum(bool(vocabulary.word(row[column])) for column in range(*side))
    return words >= FEWEST_WORDS and is_whole(row, side, vocabulary)


def _cut(header: Header, side: tuple[int, int]) -> Header:
    """Return a header without the columns where another table starts lower, on one side of it."""
    left, right = side
    if right < header.right:
        return header._replace(left=max(header.left, right))
    return header._replace(right=min(header.right, max(left, header.left + 1)))


def _header(
    number: int, part: tuple[int, int], vocabulary: Vocabulary, row: Sequence[Any]
) -> Header:
    words = {column: word for column in range(*part) if (word := vocabulary.word(row[column]))}
    return Header(number, *part, words)


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


def filled_runs(row: Sequence[Any]) -> list[tuple[int, int]]:
    """Return the first column of each run of filled cells of a row, and the column after it."""
    edges = [-1, *(n for n, cell in enumerate(row) if is_blank(cell)), len(row)]
    return [(left + 1, right) for left, right in pairwise(edges) if right - left > 1]


def is_whole(row: Sequence[Any], part: tuple[int, int], vocabulary: Vocabulary) -> bool:
    """Tell whether a part of a row names all the columns of a table of some kind."""
    return any(not columns_of(row, part, vocabulary, kind).missing(kind) for kind in WORDS)


def columns_of(
    row: Sequence[Any], part: tuple[int, int], vocabulary: Vocabulary, kind: Kind
) -> Columns:
    """Return the columns of a part of a row, everything outside it taken as blank."""
    return vocabulary.columns(cut(row, part), kind)


def cut(row: Sequence[Any], part: tuple[int, int]) -> list[Any]:
    """Return a row of which everything outside a part is blank."""
    return [cell if n in range(*part) else "" for n, cell in enumerate(row)]
