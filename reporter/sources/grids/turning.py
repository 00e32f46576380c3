"""A sheet of which some rows are made columns, each cell still at its own address.

Knows cells, and what the file says of them. Never why a sheet is turned.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from reporter.sources.grids.grid import Turn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.sources.grids.cells import Cell
    from reporter.sources.grids.grid import Grid

Said = TypeVar("Said")


def turned(grid: Grid, top: int, bottom: int) -> Grid:
    """Return a sheet whose rows from `top` to the one before `bottom` are columns.

    What stands above them, and below, stays as it is.
    """
    width, height = len(grid.rows[top]), bottom - top
    block = zip(*grid.rows[top:bottom], strict=True)
    rows = [[*row] for row in (*grid.rows[:top], *block, *grid.rows[bottom:])]
    for row in rows:
        row.extend([""] * (max(width, height) - len(row)))
    away = Turn(top, height, width)
    marks = replace(
        grid.marks,
        hidden=set(),
        broken=_moved(grid.marks.broken, away),
        struck={away.home(*cell) for cell in grid.marks.struck},
        signs=_moved(grid.marks.signs, away),
        notes=_moved(grid.marks.notes, away),
    )
    return grid._replace(rows=rows, marks=marks, widths=(), turn=Turn(top, width, height))


def _moved(said: Mapping[Cell, Said], away: Turn) -> dict[Cell, Said]:
    return {away.home(*cell): it for cell, it in said.items()}
