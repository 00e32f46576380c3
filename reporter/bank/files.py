"""The files of data/banque → statements, each by its format; what cannot be read is refused.

Knows names, kinds and formats of files. Never what a movement pays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.bank.date_order import Orders
from reporter.errors import BadCell, BadData, Place
from reporter.sources.grids.files import BANK, PAPERS, WORKBOOKS, apart, whole
from reporter.sources.grids.text_files import NotText, decoded

if TYPE_CHECKING:
    from pathlib import Path

    from reporter.bank.statement import Statement
    from reporter.settings.reading import Limits

READ = {".csv", ".tsv", ".ofx", ".qfx", ".xml", ".camt", ".qif", ".sta", ".mt940", ".940"}
PASSED = (PAPERS | {".md"}) - {".txt"}
MOST = 2_000
"""How many statements a file may hold: one a day, for years."""
UNSAID = Orders()
UNNAMED = "compte"
"""The account of files that give no number and stand in no folder of their own."""
ASK = "l’exporter plutôt en CSV, OFX ou CAMT.053"


def statements(folder: Path, limits: Limits, orders: Orders = UNSAID) -> list[Statement]:
    """Return every statement of a folder of books, file by file.

    Args:
        folder: where data/banque may stand.
        limits: the size of a file and its rows, as those of books.
        orders: which of the day and the month comes first, by file, as the owner says.

    Raises:
        BadData: with every mistake of every file.
    """
    errors: list[BadCell] = []
    found: list[Statement] = []
    files = (
        path for path in apart(folder, BANK, errors.append) if path.suffix.lower() not in PASSED
    )
    for path in sorted(files):
        name = path.relative_to(folder)
        try:
            found += _few(_read(path, name, limits, orders), name)
        except BadData as error:
            errors += error.errors
    if errors:
        raise BadData(errors)
    return found


def _few(found: list[Statement], name: Path) -> list[Statement]:
    """Return the statements of a file, where it has no more than years of them."""
    if len(found) > MOST:
        fix = "l’exporter de nouveau, en moins de relevés"
        what, shown = "fichier de trop de relevés", f"{len(found)} relevés"
        raise BadCell(what, Place(name.as_posix()), shown=shown, fix=fix)
    return found


def _read(path: Path, name: Path, limits: Limits, orders: Orders) -> list[Statement]:
    """Return the statements of a file, by what it holds more than by its name.

    Raises:
        BadCell: where it is of no known format.
        BadData: with all that is wrong in it.
    """
    shown, suffix = name.as_posix(), path.suffix.lower()
    parents = name.parts[2:-1]
    account = parents[0] if parents else UNNAMED
    if suffix in WORKBOOKS:
        from reporter.bank.workbooks import read_sheets

        return read_sheets(path, shown, account, limits, orders)
    if suffix not in READ | {".txt", ""}:
        raise BadCell("fichier parmi les relevés de la banque", Place(shown), fix=ASK)
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
    from reporter.bank.mt940 import is_mt940, read_mt940
    from reporter.bank.qif import is_qif, read_qif

    if is_qif(head):
        return read_qif(_text(data, shown), shown, account, orders)
    if is_mt940(head):
        return read_mt940(_text(data, shown), shown, account)
    from reporter.bank.csv_statements import read_rows
    from reporter.sources.grids.text_files import read_csv

    rows = read_csv(path, shown, limits).rows
    return read_rows(rows, Place(shown), account, orders)


def _text(data: bytes, name: str) -> str:
    try:
        return decoded(data)
    except NotText as error:
        raise BadCell("fichier illisible", Place(name), fix=ASK) from error
