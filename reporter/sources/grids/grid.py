"""A workbook → grids of cells with their addresses, measured before they are read.

Knows files, sheets and cells. Never what a column means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.errors import BadCell, Place
from reporter.sources.grids.archives import Archive, Unsafe
from reporter.sources.grids.cells import STALE, Marks
from reporter.sources.grids.files import ZIP, changed, whole
from reporter.sources.grids.formulas import stale_cells
from reporter.sources.grids.inspection import WORKBOOK, inspect_xlsx
from reporter.sources.grids.workbooks import PASSWORD, TOO_BIG, Unopened, read_apart, read_here

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from reporter.settings.reading import Limits
    from reporter.sources.grids.cells import Cell
    from reporter.sources.grids.workbooks import Sheet

DAMAGED = "fichier abîmé, ou d’un autre format que ceux d’un tableur"
RAISE = (
    "supprimer les lignes et les colonnes vides qui portent un format, ou relever "
    "lignes et cellules dans [lecture] de bilan.toml"
)
ASK = "l’ouvrir dans un tableur et l’enregistrer au format .xlsx, sans mot de passe"


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
        return self.sheet or self.file.rpartition("/")[2].rpartition(".")[0]


def read_workbook(path: Path, name: str, limits: Limits) -> list[Grid]:
    """Return the sheets of a workbook, the hidden ones too.

    `name` is the file as its owner knows it.

    Raises:
        BadCell: where the file cannot be read as a workbook, or is beyond the limits.
    """
    data = whole(path, name, limits)
    try:
        archive = Archive(data, limits.content) if data.startswith(ZIP) else None
        marks = {} if archive is None else _inspected(archive)
        for sheet, found in marks.items():
            _refuse_beyond(found.rows, found.columns, Place(name, sheet), limits)
        here = archive is not None and WORKBOOK in archive.members
        sheets = read_here(data, limits.cells) if here else read_apart(path, limits.cells)
        if not here and whole(path, name, limits) != data:
            raise changed(name)
    except Unsafe as error:
        raise BadCell("classeur illisible", Place(name), shown=str(error), fix=ASK) from error
    except Unopened as error:
        raise _mistake(error, name) from error
    return [_grid(sheet, name, marks.get(sheet.name, Marks()), limits) for sheet in sheets]


def _mistake(unopened: Unopened, name: str) -> BadCell:
    if unopened.reason == PASSWORD:
        return BadCell("classeur protégé par un mot de passe", Place(name), fix=ASK)
    if unopened.reason == TOO_BIG:
        return BadCell("feuille trop grande", Place(name, unopened.sheet), fix=RAISE)
    return BadCell("classeur illisible", Place(name), shown=DAMAGED, fix=ASK)


def _inspected(archive: Archive) -> Mapping[str, Marks]:
    """Return the marks of each sheet of a zipped workbook."""
    if "content.xml" in archive.members:
        from reporter.sources.grids.open_documents import inspect_ods

        return inspect_ods(archive)
    if "xl/workbook.bin" in archive.members:
        from reporter.sources.grids.binary_sheets import inspect_xlsb

        return inspect_xlsb(archive)
    return inspect_xlsx(archive)


def _refuse_beyond(rows: int, columns: int, place: Place, limits: Limits) -> None:
    if rows > limits.rows or rows * columns > limits.cells:
        many = rows > limits.rows
        shown = f"{rows} lignes" if many else f"{rows} lignes sur {columns} colonnes"
        raise BadCell("feuille trop grande", place, shown=shown, fix=RAISE)


def _grid(sheet: Sheet, file: str, marks: Marks, limits: Limits) -> Grid:
    rows = sheet.rows
    _refuse_beyond(len(rows), len(rows[0]) if rows else 0, Place(file, sheet.name), limits)
    stale = stale_cells(rows, marks.formulas)
    marks.formulas.clear()  # as many as cells, and of no more use
    _extend(rows, marks)
    for (row, column), broken in [*marks.broken.items(), *((cell, STALE) for cell in stale)]:
        rows[row][column] = broken
    return Grid(file=file, sheet=sheet.name, rows=rows, hidden=not sheet.visible, marks=marks)


def _extend(rows: list[list[Any]], marks: Marks) -> None:
    """Make room for broken cells beyond the last value: calamine does not see them at all."""
    height = max((row + 1 for row, _ in marks.broken), default=0)
    width = max((column + 1 for _, column in marks.broken), default=0)
    now = len(rows[0]) if rows else 0
    if width > now:
        for row in rows:
            row.extend([""] * (width - now))
    rows.extend([""] * max(width, now) for _ in range(height - len(rows)))
