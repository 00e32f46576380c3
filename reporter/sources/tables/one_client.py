"""A sheet of one client: its title, or its name, says whom; a column is added that says it.

Knows titles above tables and the owner's words. Never adds a client where a column names some.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank
from reporter.sources.tables.header_rows import TOP_ROWS
from reporter.sources.tables.labels import LABELS
from reporter.sources.tables.periods import without_period
from reporter.sources.tables.titles import key_of
from reporter.sources.tables.vocabulary import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.headers import Vocabulary

TITLE = pattern(r"\s*(?:client|customer)\s*:\s*(\S.*)", re.IGNORECASE | re.DOTALL)
BARE = pattern(r"\s*(?:client|customer)\s*:?\s*", re.IGNORECASE)
MOST_CELLS = 2
"""Filled cells of a row that is a title."""
FEWEST_CELLS = 2
"""Filled cells of a row that is a line, a total or a header."""


def with_client(grid: Grid, vocabulary: Vocabulary) -> Grid | None:
    """Return a sheet with one more column, the client of its rows; None where nothing names it.

    A title « Client : X » is that of the rows below it, up to the next one; the name of the sheet
    is one where its owner says so.
    """
    client, cells, headers = vocabulary.client_of(grid.name), [], 0
    for row in grid.rows:
        client = _title(row) or client
        is_header = client != "" and _is_header(row, vocabulary)
        headers += is_header
        cells.append(LABELS["client"] if is_header else _whose(row, client))
    return _with_column(grid, cells) if headers else None


def title_of(grid: Grid) -> str:
    """Return the one client that the titles of a sheet name, nothing where they name several."""
    clients = {title for row in grid.rows[:TOP_ROWS] if (title := _title(row))}
    return clients.pop() if len(clients) == 1 else ""


def under_header(grid: Grid, client: str) -> Grid:
    """Return a sheet with one more column, the client of the rows below its first header."""
    top = next((n for n, row in enumerate(grid.rows) if _is_of_titles(row)), None)
    if top is None:
        return grid
    below = (_whose(row, client) for row in grid.rows[top + 1 :])
    return _with_column(grid, [*[""] * top, LABELS["client"], *below])


def _with_column(grid: Grid, cells: Sequence[str]) -> Grid:
    rows = [[*row, cell] for row, cell in zip(grid.rows, cells, strict=True)]
    return replace(grid, rows=rows)


def _whose(row: Sequence[Any], client: str) -> str:
    """Return the client of a row that is a line, a total or a header; nothing of any other."""
    filled = sum(not is_blank(cell) for cell in row)
    return client if filled >= FEWEST_CELLS and not _title(row) else ""


def _is_of_titles(row: Sequence[Any]) -> bool:
    filled = [cell for cell in row if not is_blank(cell)]
    return len(filled) > MOST_CELLS and all(isinstance(cell, str) for cell in filled)


def is_client(name: str, grid: Grid) -> bool:
    """Tell whether a sheet is called as the client that one of its titles names."""
    clients = {key_of(title) for row in grid.rows if (title := _title(row))}
    return bool(clients & {key_of(name), key_of(without_period(name))} - {""})


def _title(row: Sequence[Any]) -> str:
    """Return the client that a row alone on its line names: « Client : X », or in two cells."""
    filled = [cell for cell in row if not is_blank(cell)]
    if not 1 <= len(filled) <= MOST_CELLS or not all(isinstance(cell, str) for cell in filled):
        return ""
    if len(filled) == 1:
        found = TITLE.fullmatch(filled[0])
        return found[1].strip() if found else ""
    return filled[1].strip() if BARE.fullmatch(filled[0]) else ""


def _is_header(row: Sequence[Any], vocabulary: Vocabulary) -> bool:
    """Tell whether a row names all the columns of a table but its client."""
    for kind in WORDS:
        columns = vocabulary.columns(row, kind)
        if "client" not in columns.fields and columns.missing(kind) == [("client",)]:
            return kind != "missions"
    return False
