"""The months of a header whose year stands in the row above, or in two figures: « nov-19 ».

Knows a header and the row above it. Never what stands below.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.grids.cells import shown
from reporter.sources.tables.header_rows import TOP_ROWS
from reporter.sources.tables.periods import FIRST_YEAR, LAST_YEAR, MONTHS, month_alone
from reporter.sources.tables.sum_words import is_bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.grids.grid import Grid

FEWEST = 2
"""Months, and years above them, of a header that lacks its years."""
SHORT = pattern(r"([a-z]+) ?(\d\d)")
"""A month and the last two figures of its year; folded."""


def with_years(grid: Grid) -> Grid:
    """Return a sheet whose header of months says the year of each, where that is sure."""
    for number, row in enumerate(grid.rows[:TOP_ROWS]):
        above = grid.rows[number - 1] if number else ()
        titles = _shortened(row) or _under_years(row, above)
        if titles is not None:
            rows = list(grid.rows)
            rows[number] = titles
            return replace(grid, rows=rows)
    return grid


def _shortened(row: Sequence[Any]) -> list[Any] | None:
    """Return a row whose months are written « nov-19 », each with its whole year."""
    found = {
        n: f"{match[1]} 20{match[2]}"
        for n, cell in enumerate(row)
        if isinstance(cell, str) and (match := SHORT.fullmatch(folded(cell)))
        if match[1] in MONTHS
    }
    return [found.get(n, cell) for n, cell in enumerate(row)] if len(found) >= FEWEST else None


def _under_years(row: Sequence[Any], above: Sequence[Any]) -> list[Any] | None:
    """Return a row of months, each with the year over it, or over the first of its year.

    So is the total of each year; one more is that of all.
    """
    months = [n for n, cell in enumerate(row) if isinstance(cell, str) and month_alone(cell)]
    years = {n: year for n, cell in enumerate(above) if (year := year_alone(cell))}
    if len(months) < FEWEST or len(years) < FEWEST or min(years) > months[0]:
        return None
    sums = [n for n, cell in enumerate(row) if isinstance(cell, str) and is_bare(cell)]
    dated = {*months, *(sums[: len(years)] if 0 <= len(sums) - len(years) <= 1 else ())}
    return [
        f"{cell} {max((n, year) for n, year in years.items() if n <= at)[1]}"
        if at in dated
        else cell
        for at, cell in enumerate(row)
    ]


def year_alone(cell: Any) -> int:
    """Return the year that a cell is, and nothing more; zero where it is none."""
    text = shown(cell)
    return int(text) if text.isdecimal() and FIRST_YEAR <= int(text) <= LAST_YEAR else 0
