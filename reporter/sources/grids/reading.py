"""A file → its sheets, whatever its format; a workbook is measured before it is read.

Knows files, sheets and cells, and which reader reads which file. Never what a cell means.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Any

from reporter.errors import BadCell, Place
from reporter.sources.grids.archives import Archive, Unsafe
from reporter.sources.grids.cells import STALE, Marks
from reporter.sources.grids.files import ENTRIES, ZIP, changed, sources, whole
from reporter.sources.grids.formulas import stale_cells
from reporter.sources.grids.grid import Grid
from reporter.sources.grids.inspection import WORKBOOK, inspect_xlsx
from reporter.sources.grids.workbooks import PASSWORD, TOO_BIG, Unopened, read_apart, read_here

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from reporter.errors import Findings
    from reporter.settings.reading import Limits
    from reporter.sources.grids.files import Source
    from reporter.sources.grids.workbooks import Sheet

    Told = Callable[[str, float], None]
    """What hears the name of each file once it is read, and how many seconds it took."""

DAMAGED = "fichier abîmé, ou d’un autre format que ceux d’un tableur"
RAISE = (
    "supprimer les lignes et les colonnes vides qui portent un format, ou relever "
    "lignes et cellules dans [lecture] de bilan.toml"
)
ASK = "l’ouvrir dans un tableur et l’enregistrer au format .xlsx, sans mot de passe"


def every_grid(
    folder: Path, limits: Limits, findings: Findings, told: Told | None
) -> Iterator[Grid]:
    """Yield every sheet of every file; a file that cannot be read is a mistake."""
    for source in sources(folder, limits, findings):
        began = perf_counter()
        try:
            yield from grids_of(source, limits)
        except BadCell as error:
            findings.errors.append(error)
        if told:
            told(source.name, perf_counter() - began)


def grids_of(source: Source, limits: Limits) -> list[Grid]:
    """Return every sheet of a file.

    Raises:
        BadCell: where it cannot be read.
    """
    if source.is_workbook:
        return read_workbook(source.path, source.name, limits)
    if source.path.suffix.lower() == ENTRIES:
        from reporter.sources.grids.text_files import read_json

        return [read_json(source.path, source.name, limits)]
    from reporter.sources.grids.text_files import read_csv

    return [read_csv(source.path, source.name, limits)]


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
        raise Unsafe("classeur binaire (.xlsb)")
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
