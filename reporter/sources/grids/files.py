"""The files of a folder of books: which are read, which are passed over, which are refused.

Knows names, kinds and sizes of files. Never what they hold.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from reporter.errors import BadCell, BilanError, Doubt, Findings, Place
from reporter.opening import MEGA, reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reporter.settings.reading import Limits

WORKBOOKS = {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"}
TEXTS = {".csv", ".tsv"}
ENTRIES = ".json"
"""A list of entries of time, where it begins as one."""
START, FIRST = b'"start"', 4096
OWN = {".md"}
"""The owner's texts, which stand beside the books."""
PAPERS = {".pdf", ".png", ".jpg", ".jpeg", ".heic", ".doc", ".docx", ".odt", ".eml", ".txt"}
"""Receipts and letters: nobody expects lines from them."""

PLAIN, MARKS, FEWEST_MARKS = ".txt", (b"\t", b";", b"|"), 2
"""A text that may be a table saved so by a spreadsheet, and what parts the titles of one."""

FEC = "fec"
"""The folder of data/ that holds the FEC of years without lines: no books are looked for there."""
BANK = "banque"
"""The folder of data/ that holds the statements of the bank: no books are looked for there."""

ZIP, OLE = b"PK", b"\xd0\xcf\x11\xe0"


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
    for path in sorted(_files(folder / "data", findings, folder)):
        name = path.relative_to(folder).as_posix()
        if _is_passed_over(path, name, findings):
            continue
        try:
            found.append(one(path, name, limits))
        except BadCell as error:
            findings.errors.append(error)
    of_accountant = (path for path in _of_name(folder / "data", FEC) if any(path.iterdir()))
    if not (found or findings.errors or any(of_accountant)):
        raise BilanError(
            f"aucun classeur dans {folder / 'data'} : y ranger un fichier .xlsx, .ods ou .csv"
        )
    return found


def one(path: Path, name: str, limits: Limits) -> Source:
    """Return one file to read, wherever it is; `name` is the file as its owner knows it.

    What it holds tells more than its name whether it is a workbook.

    Raises:
        BadCell: where it is no file, cannot be read, is empty or too big.
    """
    try:
        state = path.stat()
        _refuse_odd(state, name, limits)
        with _opened(path) as file:
            start = file.read(4)
    except OSError as error:
        raise unreadable(error, name) from error
    if not state.st_size:
        raise BadCell("fichier vide", Place(name), fix="le remplir ou le sortir de data/")
    by_name = path.suffix.lower() in WORKBOOKS - {".xls"}
    return Source(path, name, is_workbook=by_name or start.startswith((ZIP, OLE)))


def whole(path: Path, name: str, limits: Limits) -> bytes:
    """Return all the bytes of a file, read once: what is measured is what is read.

    Raises:
        BadCell: where it is no file, cannot be read, is too big, or changes meanwhile.
    """
    try:
        with _opened(path) as file:
            before = os.fstat(file.fileno())
            _refuse_odd(before, name, limits)
            data = file.read(before.st_size + 1)
            after = os.fstat(file.fileno())
    except OSError as error:
        raise unreadable(error, name) from error
    if (len(data), after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise changed(name)
    return data


def changed(name: str) -> BadCell:
    """Return the refusal of a file that is not the same from one look to the next."""
    fix = "relancer la commande quand le fichier est enregistré"
    return BadCell("fichier modifié pendant la lecture", Place(name), fix=fix)


def _opened(path: Path) -> BinaryIO:
    """Open without waiting: a pipe that nobody writes to would hold us for ever."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags), "rb")


def unreadable(error: OSError, name: str) -> BadCell:
    """Return the refusal of a file or a folder that the system does not open."""
    fix = "vérifier le fichier et ses droits, ou le sortir de data/"
    return BadCell("fichier illisible", Place(name), shown=reason(error), fix=fix)


def _refuse_odd(state: os.stat_result, name: str, limits: Limits) -> None:
    """Refuse what is no file, or is too big."""
    if not S_ISREG(state.st_mode):
        raise BadCell("ce n’est pas un fichier", Place(name), fix="le sortir de data/")
    if state.st_size > limits.size:
        fix, shown = "relever taille_mo dans [lecture] de bilan.toml", f"{state.st_size // MEGA} Mo"
        raise BadCell("fichier trop grand", Place(name), shown=shown, fix=fix)


def _files(folder: Path, findings: Findings, root: Path) -> Iterator[Path]:
    """Yield every file under a folder; a link to a folder is not followed, so no loop can be."""
    for where, folders, files in _walk(folder, root, findings.errors.append):
        books = {name for name in folders if Path(name).suffix.lower() in WORKBOOKS | TEXTS}
        links = {name for name in folders if Path(where, name).is_symlink()}
        own = {n for n in folders if n.lower() in {BANK, FEC} and Path(where) == folder}
        folders[:] = [name for name in folders if name not in own | books | links]
        yield from (Path(where) / name for name in {*files, *books, *(links - own)})


def apart(folder: Path, named: str, refuse: Callable[[BadCell], None]) -> Iterator[Path]:
    """Yield the files of data/fec, or of data/banque, in no order; hidden ones are none.

    A link to a folder is not followed; a folder that cannot be read is refused.
    """
    for top in _of_name(folder / "data", named):
        for where, _, files in _walk(top, folder, refuse):
            yield from (Path(where, name) for name in files if not name.startswith((".", "~$")))


def _walk(
    top: Path, root: Path, refuse: Callable[[BadCell], None]
) -> Iterator[tuple[str, list[str], list[str]]]:
    """Walk a folder, if there is one; hidden ones are passed over, unreadable ones refused."""

    def refused(error: OSError) -> None:
        if error.errno != errno.ENOENT:
            refuse(unreadable(error, Path(error.filename).relative_to(root).as_posix()))

    for where, folders, files in os.walk(top, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield where, folders, files


def _of_name(data: Path, named: str) -> Iterator[Path]:
    """Yield the folders of data/ of a name, whatever its case."""
    found = data.iterdir() if data.is_dir() else ()
    return (path for path in found if path.name.lower() == named and path.is_dir())


def _is_passed_over(path: Path, name: str, findings: Findings) -> bool:
    """Tell whether a file is no book; where its owner may take it for one, a doubt says so."""
    suffix, is_dotted = path.suffix.lower(), path.name.startswith(".")
    is_book = suffix in WORKBOOKS | TEXTS
    what, fix = "fichier laissé de côté", ""
    if path.name.startswith(("~$", ".~lock.")):
        what = "fichier ouvert dans un tableur : ce qui n’y est pas enregistré n’est pas lu"
        fix = "l’enregistrer, puis le fermer"
        doubt = Doubt(code="fichier-ouvert", what=what, place=Place(name), fix=fix, about=name)
        findings.doubts.append(doubt)
        return True
    if path.is_dir() and not is_book:
        what, fix = "lien vers un dossier, laissé de côté", "y ranger le dossier lui-même"
    elif is_dotted and not is_book:
        return True
    elif not is_dotted and (is_book or (suffix == ENTRIES and _holds_entries(path))):
        return False
    elif suffix == PLAIN and _holds_table(path):
        fix = "l’enregistrer en .csv si c’est un tableau à lire"
    elif suffix in OWN | PAPERS:
        return True
    doubt = Doubt(code="fichier", what=what, place=Place(name), fix=fix, about=name)
    findings.doubts.append(doubt)
    return True


def _holds_entries(path: Path) -> bool:
    """Tell whether a file begins as a list of entries, each with its start."""
    start = _starts(path)
    return start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"[") and START in start


def _holds_table(path: Path) -> bool:
    """Tell whether a text begins as a table does, by a row of titles."""
    first = _starts(path).partition(b"\n")[0].strip()
    return max(map(first.count, MARKS)) >= FEWEST_MARKS


def _starts(path: Path) -> bytes:
    """Return how a file begins, nothing where it cannot be read."""
    try:
        with _opened(path) as file:
            return file.read(FIRST)
    except OSError:
        return b""
