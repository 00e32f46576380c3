"""Several columns for each client, side by side, its name over them → a sheet for each client.

Knows titles that come again under other names. Never what a line is worth: sums of all the clients,
beside them, are checked here, for no sheet has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reporter import numerals
from reporter.characters import folded
from reporter.errors import BadCell
from reporter.french import quantity
from reporter.model import CENT, ZERO
from reporter.names import spelling
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.written.values import to_number, tried
from reporter.sources.sheets.recognising import Sheet, find_sheet
from reporter.sources.tables.header_rows import TOP_ROWS
from reporter.sources.tables.told_once import under_header
from reporter.words.columns import WORDS
from reporter.words.periods import without_period
from reporter.words.sheets import is_apart
from reporter.words.sums import says_measure, says_sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Vocabulary

FEWEST = 2
"""Clients of such a table, and columns of each, at least."""


class _Pairs(NamedTuple):
    """The row of the titles that come again, the first column of each name, and their number."""

    top: int
    names: dict[int, str]
    width: int

    @property
    def first(self) -> int:
        """Return the first column of all the names."""
        return min(self.names)

    @property
    def last(self) -> int:
        """Return the column after the last of them."""
        return max(self.names) + self.width


def parts_of(grid: Grid, vocabulary: Vocabulary) -> list[Sheet]:
    """Return the sheet of each client; nothing where no titles come again under their names."""
    found = next(filter(None, (_pairs(grid, top, vocabulary) for top in range(1, TOP_ROWS))), None)
    if found is None:
        return []
    bad = list(_untrue_sums(grid, found))
    if bad:
        return [Sheet(grid, errors=tuple(bad))]
    parts = [it for n in found.names if (it := find_sheet(_part(grid, found, n), vocabulary))]
    return parts if not any(it.errors for it in parts) else parts[:1]


def _pairs(grid: Grid, top: int, vocabulary: Vocabulary) -> _Pairs | None:
    """Return the names over the titles of a row, each over the same as the first; else nothing."""
    if top >= len(grid.rows):
        return None
    above, titles = grid.rows[top - 1], [folded(str(cell)) for cell in grid.rows[top]]
    start = next((n for n, it in enumerate(titles) if it and it in titles[n + 1 :]), None)
    if start is None:
        return None
    over = {n: cell for n, cell in enumerate(above) if n >= start and not is_blank(cell)}
    names = {n: str(cell).strip() for n, cell in over.items() if not says_sum(cell)}
    if len(names) < FEWEST or not all(map(numerals.is_text, names.values())):
        return None
    one, other = sorted(names)[:FEWEST]
    found = _Pairs(top, names, max(n for n in range(one, other) if titles[n] or n == one) + 1 - one)
    own = {n + rank for n in names for rank in range(found.width)}
    between = [n for n in range(one, found.last) if n not in own]
    if any(not is_blank(row[n]) for row in grid.rows[top:] for n in between):
        return None
    again = {tuple(titles[n : n + found.width]) for n in names}
    header = [cell if n < one + found.width else "" for n, cell in enumerate(grid.rows[top])]
    lines = (kind for kind in WORDS if kind != "missions")
    lacks = any(vocabulary.columns(header, it).missing(it) == [("client",)] for it in lines)
    whole = one == start and found.width >= FEWEST and len(again) == 1
    return found if whole and lacks and _are_clients([*names.values()], vocabulary) else None


def _are_clients(names: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Tell whether names say nothing measured, no way, no period and nothing of what was sold."""
    odd = (vocabulary.word(it) or says_measure(it) or is_apart(it) for it in names)
    return (
        len({*map(spelling, names)}) == len(names)
        and not any(odd)
        and all(map(without_period, names))
    )


def _part(grid: Grid, found: _Pairs, at: int) -> Grid:
    """Return the columns of one client, at their places, with its times and the remarks."""
    own = range(at, at + found.width)
    below = [*zip(*grid.rows[found.top + 1 :], strict=True)]
    told = [n for n in range(found.last, len(below)) if any(below[n]) and not _numbers(below[n])]
    kept = {*range(found.first), *own, *told}
    rows = []
    for number, row in enumerate(grid.rows):
        its = [cell if n in kept else "" for n, cell in enumerate(row)]
        if number == found.top - 1:  # its names are said once
            its[found.first :] = [""] * len(row[found.first :])
        alone = number > found.top and all(is_blank(row[n]) for n in own)
        blank = alone and not all(map(is_blank, row[found.first :]))
        rows.append([""] * len(row) if blank else its)
    return under_header(grid._replace(rows=rows), found.names[at])


def _untrue_sums(grid: Grid, found: _Pairs) -> Iterator[BadCell]:
    """Yield the numbers beside those of all the clients that are not their sum."""
    rows = range(found.top + 1, len(grid.rows))
    for column in range(found.last, len(grid.rows[found.top])):
        told = {n: it for n in rows if (it := tried(to_number, grid.rows[n][column])) is not None}
        wrong = [
            [n for n, it in told.items() if abs(it - _sum(grid.rows[n], found, rank)) >= CENT]
            for rank in range(found.width)
        ]
        for number in min(wrong, key=len):
            fix = "le corriger, ou effacer cette colonne : elle n’est pas la somme des clients"
            what, shown = "total différent de la somme", quantity(told[number])
            yield BadCell(what, grid.place(number, column), shown=shown, fix=fix)


def _sum(row: Sequence[Any], found: _Pairs, rank: int) -> Decimal:
    return sum((tried(to_number, row[n + rank]) or ZERO for n in found.names), ZERO)


def _numbers(cells: Sequence[Any]) -> bool:
    return any(tried(to_number, cell) is not None for cell in cells)
