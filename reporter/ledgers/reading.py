"""A FEC → the year that it tells; what would give a false figure is refused with its line.

Knows entries, and when a file tells a year wholly. Never the lines of spreadsheets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import BadCell, BadData, Place
from reporter.fec.checking import check_fec
from reporter.fec.closing import untold
from reporter.fec.entries import PROFIT_AND_LOSS, entries
from reporter.fec.form import of_figures, of_form
from reporter.fec.naming import parse_day
from reporter.fec.remarks import repeated
from reporter.ledgers.ledger import Found, Ledger, Written
from reporter.model import ZERO
from reporter.sources.grids.files import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporter.fec.remarks import Repeated
    from reporter.fec.rows import Row
    from reporter.ledgers.files import File
    from reporter.settings import Settings


def ledger(file: File, settings: Settings) -> Ledger:
    """Return the year that a FEC tells.

    Raises:
        BadCell: where the file cannot be read.
        BadData: with every mistake of the file that bears on its figures, or makes them doubtful.
    """
    data = whole(file.path, file.name, settings.reading.limits)
    checked = check_fec(data, file.path.name, file.year.start)
    if errors := list(_mistakes(of_figures(checked), file)):
        raise BadData(errors)
    _, made = entries(checked.rows)
    if errors := list(_mistakes(repeated(untold(checked.rows, made)), file)):
        raise BadData(errors)
    closing = [entry for entry in made if entry.closes]
    kept = [row for entry in made if not entry.closes for row in entry.rows]
    lines = tuple(_written(row, file) for row in sorted(kept, key=lambda row: row.line))
    result = sum(line.account.startswith(PROFIT_AND_LOSS) for line in lines)
    found = Found(
        entries=len(made),
        result=result,
        balance=len(lines) - result,
        closing=sum(len(entry.rows) for entry in closing),
        doubts=len(checked.of("doute")),
    )
    return Ledger(year=file.year, file=file.name, lines=lines, found=found, flaws=of_form(checked))


def _mistakes(said: Iterable[Repeated], file: File) -> Iterator[BadCell]:
    """Yield each mistake of a FEC once, with its first line and how many there are."""
    for one in said:
        shown = one.shown[0] if one.shown else ""
        more = len(one.lines) - 1
        others = f"{one.first.fix} ; de même {more} autre{'s' * (more > 1)} ligne{'s' * (more > 1)}"
        fix = others if more else one.first.fix
        place = Place(file.name, row=one.lines[0])
        yield BadCell(f"FEC : {one.first.what}", place, shown=shown, fix=fix)


def _written(row: Row, file: File) -> Written:
    """Return a line of a FEC that has no mistake: its date and its amount can be read."""
    return Written(
        date=parse_day(row["EcritureDate"]) or file.year.end,
        account=row["CompteNum"],
        called=row["CompteLib"],
        label=" – ".join(filter(None, (row["PieceRef"], row["EcritureLib"]))),
        amount=row.amount or ZERO,
        party=row["CompAuxNum"],
        party_name=row["CompAuxLib"],
        carried=row.is_opening,
        place=Place(file.name, row=row.line),
    )
