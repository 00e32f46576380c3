"""The files of data/banque → statements, each by its format; what cannot be read is refused.

Knows names, kinds and formats of files. Never what a movement pays.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from reporter.errors import BadCell, BadData, Place
from reporter.sources.grids.encodings import NotText, decoded
from reporter.sources.grids.files import BANK, PAPERS, WORKBOOKS, unreadable, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.bank.statement import Statement
    from reporter.settings.reading import Limits

READ = {".csv", ".tsv", ".ofx", ".qfx", ".xml", ".camt"}
PASSED = (PAPERS | {".md"}) - {".txt"}
UNNAMED = "compte"
"""The account of files that give no number and stand in no folder of their own."""
ASK = "l’exporter plutôt en CSV, OFX ou CAMT.053"


def statements(folder: Path, limits: Limits) -> list[Statement]:
    """Return every statement of a folder of books, file by file.

    Args:
        folder: where data/banque may stand.
        limits: the size of a file and its rows, as those of books.

    Raises:
        BadData: with every mistake of every file.
    """
    errors: list[BadCell] = []
    found: list[Statement] = []
    for path in sorted(_files(folder / "data", errors, folder)):
        try:
            found += _read(path, path.relative_to(folder), limits)
        except BadCell as error:
            errors.append(error)
        except BadData as error:
            errors += error.errors
    if errors:
        raise BadData(errors)
    return found


def _files(data: Path, errors: list[BadCell], root: Path) -> Iterator[Path]:
    """Yield the files to read; links to folders are not followed."""

    def refuse(error: OSError) -> None:
        errors.append(unreadable(error, Path(error.filename).relative_to(root).as_posix()))

    banks = [
        path for path in (data.iterdir() if data.is_dir() else ()) if path.name.lower() == BANK
    ]
    for bank in banks:
        for where, folders, files in os.walk(bank, onerror=refuse):
            folders[:] = [name for name in folders if not name.startswith(".")]
            paths = (Path(where) / name for name in files if not name.startswith((".", "~$")))
            yield from (path for path in paths if path.suffix.lower() not in PASSED)


def _read(path: Path, name: Path, limits: Limits) -> list[Statement]:
    """Return the statements of a file, by what it holds more than by its name.

    Raises:
        BadCell: where it is of no known format.
        BadData: with all that is wrong in it.
    """
    shown, suffix = name.as_posix(), path.suffix.lower()
    parents = name.parts[2:-1]
    account = parents[0] if parents else UNNAMED
    if suffix not in READ | {".txt", ""}:
        what = "classeur" if suffix in WORKBOOKS else "fichier"
        raise BadCell(f"{what} parmi les relevés de la banque", Place(shown), fix=ASK)
    data = whole(path, shown, limits)
    if not data.strip():
        raise BadCell("fichier vide", Place(shown), fix="le remplir ou le sortir de data/banque")
    try:
        head = decoded(data[:4096]).lstrip("\ufeff \r\n\t")
    except NotText as error:
        raise BadCell("fichier illisible", Place(shown), fix=ASK) from error
    from reporter.bank.ofx import is_ofx, read_ofx

    if is_ofx(head):
        return read_ofx(data, shown, account)
    if head.startswith("<") and not head[:15].lower().startswith(("<!doctype html", "<html")):
        from reporter.bank.camt import read_camt

        return read_camt(data, shown, account)
    from reporter.bank.csv_statements import read_rows
    from reporter.sources.grids.csv_files import read_csv

    return read_rows(read_csv(path, shown, limits).rows, shown, account)
