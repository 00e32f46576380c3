"""The cells of a sheet with their addresses, as they stand or with some rows made columns.

Knows cells, and what the file says of them. Never files, nor what a column means.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from reporter.errors import BadCell, Place
from reporter.sources.grids.cells import shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.sources.grids.cells import Cell, Marks

Said = TypeVar("Said")


class Turn(NamedTuple):
    """The rows of a sheet that were its columns: from `top` on, so many, of so many cells."""

    top: int
    height: int
    width: int

    def home(self, row: int, column: int) -> Cell:
        """Return the row and the column of a cell before the sheet was turned."""
        if row < self.top:
            return row, column
        if row < self.top + self.height:
            return self.top + column, row - self.top
        return row - self.height + self.width, column

    @property
    def back(self) -> Turn:
        """Return what turns the sheet again, into what it was."""
        return Turn(self.top, self.width, self.height)


class Grid(NamedTuple):
    """The cells of a sheet, from A1 on; an empty cell is an empty text.

    Attributes:
        sheet: its name, empty in a file that has none (CSV).
        hidden: whether the sheet is hidden.
        marks: what the file says of its cells besides their values.
        beside_american: whether the month is first in the dates of another file.
        widths: the cells of each row in a file parted by commas, which may be those of decimals.
        turn: where the sheet was turned for its rows to be read as columns.
    """

    file: str
    sheet: str
    rows: Sequence[Sequence[Any]]
    marks: Marks
    hidden: bool = False
    widths: Sequence[int] = ()
    beside_american: bool = False
    turn: Turn | None = None

    def place(self, row: int, column: int = 0) -> Place:
        """Return where a cell stands in its file; rows and columns count from 0."""
        if self.turn is not None:
            row, column = self.turn.home(row, column)
        return Place(self.file, self.sheet, row=row + 1, column=column + 1)

    def mistake(self, row: int, column: int, what: str, fix: str) -> BadCell:
        """Return what is wrong with a cell, which it shows."""
        return BadCell(what, self.place(row, column), shown=shown(self.rows[row][column]), fix=fix)

    def cell_of(self, place: Place) -> Cell:
        """Return the row and the column, as they are read, of a cell that stands in its file."""
        cell = place.row - 1, place.column - 1
        return cell if self.turn is None else self.turn.back.home(*cell)

    @property
    def whole(self) -> Place:
        """Return the place of the whole sheet."""
        return Place(self.file, self.sheet)

    @property
    def name(self) -> str:
        """Return what the sheet is called: its own name, or its file's where it has none."""
        return self.sheet or self.file_name

    @property
    def file_name(self) -> str:
        """Return what its file is called."""
        return self.file.rpartition("/")[2].rpartition(".")[0]


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
        merged={away.home(*its[0]): away.home(*its[1]) for its in grid.marks.merged.items()},
    )
    return grid._replace(rows=rows, marks=marks, widths=(), turn=Turn(top, width, height))


def _moved(said: Mapping[Cell, Said], away: Turn) -> dict[Cell, Said]:
    return {away.home(*cell): it for cell, it in said.items()}
