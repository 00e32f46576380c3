"""The files of a folder of books: which are read, which are passed over, which are refused.

Knows names, kinds and sizes of files. Never what they hold.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import BadCell, BilanError, Doubt, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.settings.reading import Limits
    from reporter.sources.findings import Findings

WORKBOOKS = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"}
TEXTS = {".csv", ".tsv"}
OWN = {".md"}
"""The owner's texts, which stand beside the books."""
PAPERS = {".pdf", ".png", ".jpg", ".jpeg", ".heic", ".doc", ".docx", ".odt", ".eml", ".txt"}
"""Receipts and letters: nobody expects lines from them."""

ZIP, OLE = b"PK", b"\xd0\xcf\x11\xe0"
MEGA = 1_000_000
WHY = {
    errno.EACCES: "lecture interdite",
    errno.EPERM: "lecture interdite",
    errno.ELOOP: "lien qui tourne en rond",
    errno.ENOENT: "lien vers un fichier absent",
}


class Source(NamedTuple):
    """A file to read: where it is, how its owner knows it, and whether it is a workbook."""

    path: Path
    name: str
    is_workbook: bool


def sources(folder: Path, limits: Limits, findings: Findings) -> list[Source]:
    """Return the books of a folder; what is passed over becomes a doubt, what is bad a mistake.

    Raises:
        BilanError: where there is no book at all.
    """
    found = []
    for path in sorted(_files(folder / "data")):
        name = path.relative_to(folder).as_posix()
        if _is_passed_over(path, name, findings):
            continue
        try:
            found.append(Source(path, name, is_workbook=_is_workbook(path, name, limits)))
        except BadCell as error:
            findings.errors.append(error)
    if not found and not findings.errors:
        raise BilanError(
            f"aucun classeur dans {folder / 'data'} : y ranger un fichier .xlsx, .ods ou .csv"
        )
    return found


def _files(folder: Path) -> Iterator[Path]:
    """Yield every file under a folder; a link to a folder is not followed, so no loop can be."""
    for where, folders, files in os.walk(folder):
        hidden = [name for name in folders if name.startswith(".")]
        books = [name for name in folders if Path(name).suffix.lower() in WORKBOOKS | TEXTS]
        for name in (*hidden, *books):
            folders.remove(name) if name in folders else None
        yield from (Path(where) / name for name in (*files, *books))


def _is_passed_over(path: Path, name: str, findings: Findings) -> bool:
    lock = path.name.startswith(("~$", ".~lock."))
    if lock:
        what = "fichier ouvert dans un tableur : ce qui n’y est pas enregistré n’est pas lu"
        findings.doubts.append(
            Doubt(code="fichier-ouvert", what=what, place=Place(name), about=name)
        )
        return True
    suffix = path.suffix.lower()
    if suffix in WORKBOOKS | TEXTS and not path.name.startswith("."):
        return False
    if suffix not in OWN | PAPERS and (
        suffix in WORKBOOKS | TEXTS or not path.name.startswith(".")
    ):
        what = "fichier laissé de côté"
        findings.doubts.append(Doubt(code="fichier", what=what, place=Place(name), about=name))
    return True


def _is_workbook(path: Path, name: str, limits: Limits) -> bool:
    """Tell whether a file is a workbook, by what it holds more than by its name.

    Raises:
        BadCell: where it is no file, cannot be read, is empty or too big.
    """
    try:
        state = path.stat()
        if not S_ISREG(state.st_mode):
            raise BadCell("ce n’est pas un fichier", Place(name), fix="le sortir de data/")
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        shown = WHY.get(error.errno or 0, "le système refuse de l’ouvrir")
        fix = "vérifier le fichier et ses droits, ou le sortir de data/"
        raise BadCell("fichier illisible", Place(name), shown=shown, fix=fix) from error
    if not state.st_size:
        raise BadCell("fichier vide", Place(name), fix="le remplir ou le sortir de data/")
    if state.st_size > limits.size:
        shown = f"{state.st_size // MEGA} Mo"
        fix = "relever taille_mo dans [lecture] de bilan.toml"
        raise BadCell("fichier trop grand", Place(name), shown=shown, fix=fix)
    return start.startswith((ZIP, OLE)) or path.suffix.lower() in WORKBOOKS - {".xls"}
