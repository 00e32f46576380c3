"""A file → grids of cells with their addresses; the home of python-calamine.

Knows files, sheets and cells. Never what a column means.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_uppercase
from typing import TYPE_CHECKING, Any

from reporter.errors import BadCell, Place

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cells of a sheet, from A1 on; an empty cell is an empty text."""

    file: str
    sheet: str
    rows: Sequence[Sequence[Any]]

    def place(self, row: int, column: int = 0) -> Place:
        """Return where a cell stands; rows and columns count from 0."""
        return Place(self.file, self.sheet, f"{letters(column)}{row + 1}")


def letters(column: int) -> str:
    """Return the letters of a column that counts from 0: A, Z, AA."""
    before, last = divmod(column, len(ascii_uppercase))
    return (letters(before - 1) if before else "") + ascii_uppercase[last]


def read_grids(path: Path, name: str) -> list[Grid]:
    """Return the visible sheets of a workbook; `name` is the file as the owner knows it.

    Raises:
        BadCell: where the file cannot be read as a workbook.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        with CalamineWorkbook.from_path(path) as workbook:
            return [
                Grid(
                    file=name,
                    sheet=sheet,
                    rows=workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False),
                )
                for sheet in workbook.sheet_names
            ]
    except (CalamineError, OSError) as error:
        fix = "l’ouvrir dans un tableur et l’enregistrer au format .xlsx, sans mot de passe"
        raise BadCell("classeur illisible", Place(name), shown=str(error), fix=fix) from error
