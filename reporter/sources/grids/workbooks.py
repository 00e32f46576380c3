"""A workbook → its sheets as lists of cells; the home of python-calamine.

Knows how to open a file, here or apart. Never what a sheet holds.

Run as a program (`python workbooks.py FILE CELLS`), it reads one file within bounds of memory and
time and writes what it found to its output. That is how all but .xlsx are read: a broken .xls may
ask for gigabytes, and calamine never ends on some broken .ods (0.9.1).
"""

from __future__ import annotations

import io
import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from python_calamine import CalamineWorkbook

MEMORY = 1 << 30
SECONDS = 8
PASSWORD, DAMAGED, TOO_BIG = "password", "damaged", "too big"


class Unopened(Exception):  # it says what the file is
    """A file that cannot be opened as a workbook; `reason` is one of the three above."""

    def __init__(self, reason: str, sheet: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.sheet = sheet


class Sheet(NamedTuple):
    """A sheet: its name, whether it is visible, its cells from A1 on."""

    name: str
    visible: bool
    rows: list[list[Any]]


def read_here(data: bytes, most_cells: int) -> list[Sheet]:
    """Return the sheets of a workbook whose bytes were found to keep within bounds.

    Raises:
        Unopened: where it is no workbook, is broken, or has a password.
    """
    from python_calamine import load_workbook

    return _read(lambda: load_workbook(io.BytesIO(data)), most_cells)


def read_apart(path: Path, most_cells: int) -> list[Sheet]:
    """Return the sheets of a workbook, read by a process of its own within bounds.

    Raises:
        Unopened: where it is no workbook, is broken, has a password, or takes too much.
    """
    import pickle
    import subprocess

    command = [sys.executable, "-P", __file__, str(path), str(most_cells)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603  # our own program
    except (subprocess.SubprocessError, OSError) as error:
        raise Unopened(DAMAGED) from error
    found = pickle.loads(done.stdout)  # noqa: S301  # what our own program wrote
    if isinstance(found, list):
        return [Sheet(*sheet) for sheet in found]
    raise Unopened(*found)


def _read(opened: Callable[[], CalamineWorkbook], most_cells: int) -> list[Sheet]:
    from python_calamine import CalamineError, PasswordError

    try:
        with _silent(), opened() as workbook:
            return list(_sheets(workbook, most_cells))
    except PasswordError as error:
        raise Unopened(PASSWORD) from error
    except (CalamineError, OSError, ValueError) as error:
        raise Unopened(DAMAGED) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # a panic is about the file, not about us
            raise
        raise Unopened(DAMAGED) from error


def _opened(path: Path) -> CalamineWorkbook:
    """Open a workbook as its name says, else as its content says."""
    from python_calamine import CalamineError, PasswordError, load_workbook

    try:
        return load_workbook(path)
    except PasswordError:
        raise
    except CalamineError:
        return load_workbook(io.BytesIO(path.read_bytes()))


def _sheets(workbook: CalamineWorkbook, most_cells: int) -> Iterator[Sheet]:
    for metadata in workbook.sheets_metadata:
        if not str(metadata.typ).endswith("WorkSheet"):
            continue
        cells = workbook.get_sheet_by_name(metadata.name)
        rows, columns = (end + 1 for end in cells.end or (-1, -1))
        if rows * columns > most_cells:
            raise Unopened(TOO_BIG, metadata.name)
        visible = str(metadata.visible).endswith(".Visible")
        yield Sheet(metadata.name, visible, _shared(cells.to_python(skip_empty_area=False)))


def _shared(rows: list[list[Any]]) -> list[list[Any]]:
    """Return rows in which a text that stands in many cells of a column is kept once.

    calamine makes a text for each cell: a tenth of the memory of a long sheet.
    """
    texts: dict[str, str] = {}
    columns = [n for n, cell in enumerate(rows[-1]) if type(cell) is str] if rows else ()
    for row in rows if columns else ():
        for column in columns:
            if type(cell := row[column]) is str:
                row[column] = texts.setdefault(cell, cell)
    return rows


@contextmanager
def _silent() -> Iterator[None]:
    """Keep what a library prints itself out of the terminal: a panic writes its own traceback."""
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _main() -> None:
    with suppress(ImportError):  # Windows has no such bounds
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    import pickle

    try:
        path = Path(sys.argv[1])
        found: Any = [tuple(sheet) for sheet in _read(lambda: _opened(path), int(sys.argv[2]))]
    except Unopened as unopened:
        found = (unopened.reason, unopened.sheet)
    sys.stdout.buffer.write(pickle.dumps(found))


if __name__ == "__main__":
    _main()
