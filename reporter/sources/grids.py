"""A workbook → grids of cells with their addresses; the home of python-calamine.

Knows files, sheets and cells. Never what a column means.
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from reporter.errors import BadCell, Place
from reporter.sources.archives import Archive, Unsafe
from reporter.sources.binary_sheets import inspect_xlsb
from reporter.sources.inspection import Marks, inspect_xlsx
from reporter.sources.open_documents import inspect_ods

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from python_calamine import CalamineWorkbook

    from reporter.reading_rules import Limits

MEGA = 1_000_000
ASK = "l’ouvrir dans un tableur et l’enregistrer au format .xlsx, sans mot de passe"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cells of a sheet, from A1 on; an empty cell is an empty text.

    Attributes:
        sheet: its name, empty in a file that has none (CSV).
        hidden: whether the sheet is hidden.
        hidden_rows: the rows that are hidden, from 0.
    """

    file: str
    sheet: str
    rows: Sequence[Sequence[Any]]
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()

    def place(self, row: int, column: int = 0) -> Place:
        """Return where a cell stands; rows and columns count from 0."""
        return Place(self.file, self.sheet, f"{letters(column)}{row + 1}")

    @property
    def whole(self) -> Place:
        """Return the place of the whole sheet."""
        return Place(self.file, self.sheet)

    @property
    def name(self) -> str:
        """Return what the sheet is called: its own name, or its file's where it has none."""
        return self.sheet or self.file.rpartition("/")[2].rpartition(".")[0]


def letters(column: int) -> str:
    """Return the letters of a column that counts from 0: A, Z, AA."""
    before, last = divmod(column, len(ascii_uppercase))
    return (letters(before - 1) if before else "") + ascii_uppercase[last]


def read_workbook(path: Path, name: str, limits: Limits) -> Iterator[Grid]:
    """Yield the sheets of a workbook, the hidden ones too.

    `name` is the file as its owner knows it.

    Raises:
        BadCell: where the file cannot be read as a workbook, or is beyond the limits.
    """
    with _explained(name):
        marks = _inspected(path, limits)
        for sheet, found in marks.items():
            _refuse_beyond(found.rows, found.columns, Place(name, sheet), limits)
        from python_calamine import load_workbook

        with load_workbook(io.BytesIO(path.read_bytes())) as workbook:
            for metadata in workbook.sheets_metadata:
                if str(metadata.typ).endswith("WorkSheet"):
                    yield _grid(workbook, metadata.name, name, marks, limits)


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """Turn what the libraries raise about a file into a mistake of that file.

    A panic of calamine is a `BaseException`: it says that the file is broken, not that we are.
    """
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except Unsafe as error:
        raise BadCell("classeur illisible", Place(name), shown=str(error), fix=ASK) from error
    except PasswordError as error:
        raise BadCell("classeur protégé par un mot de passe", Place(name), fix=ASK) from error
    except (CalamineError, OSError, ValueError) as error:
        raise BadCell("classeur illisible", Place(name), shown=str(error), fix=ASK) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise BadCell("classeur illisible", Place(name), shown="fichier abîmé", fix=ASK) from error


def _inspected(path: Path, limits: Limits) -> Mapping[str, Marks]:
    """Return the marks of each sheet; a workbook that is no zip (.xls) has none."""
    with path.open("rb") as file:
        if file.read(2) != b"PK":
            return {}
    archive = Archive(path, limits.content)
    if "content.xml" in archive.members:
        return inspect_ods(archive)
    if "xl/workbook.bin" in archive.members:
        return inspect_xlsb(archive)
    return inspect_xlsx(archive)


def _refuse_beyond(rows: int, columns: int, place: Place, limits: Limits) -> None:
    if rows > limits.rows or rows * columns > limits.cells:
        shown = f"{rows} lignes sur {columns} colonnes"
        fix = (
            "supprimer les lignes et les colonnes vides qui portent un format, ou relever "
            "lignes et cellules dans [lecture] de bilan.toml"
        )
        raise BadCell("feuille trop grande", place, shown=shown, fix=fix)


def _grid(
    workbook: CalamineWorkbook, sheet: str, file: str, marks: Mapping[str, Marks], limits: Limits
) -> Grid:
    cells = workbook.get_sheet_by_name(sheet)
    rows, columns = (end + 1 for end in cells.end or (-1, -1))
    _refuse_beyond(rows, columns, Place(file, sheet), limits)
    grid: list[list[Any]] = [*cells.to_python(skip_empty_area=False)]
    found = marks.get(sheet, Marks())
    for (row, column), broken in found.broken.items():
        if row < rows and column < columns:
            grid[row][column] = broken
    visible = next(m.visible for m in workbook.sheets_metadata if m.name == sheet)
    return Grid(
        file=file,
        sheet=sheet,
        rows=grid,
        hidden=not str(visible).endswith(".Visible"),
        hidden_rows=frozenset(found.hidden),
    )
