"""A FEC → the year that it tells; what would give a false figure is refused with its line.

Knows entries, and when a file tells a year wholly. Never the lines of spreadsheets.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reporter.errors import BadCell, BadData, Place
from reporter.fec.checking import check_fec
from reporter.fec.entries import PROFIT_AND_LOSS, entries
from reporter.fec.naming import parse_day
from reporter.ledgers.ledger import Found, Ledger, Written
from reporter.model import ZERO
from reporter.sources.grids.files import whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from reporter.fec.checking import Checked
    from reporter.fec.entries import Entry
    from reporter.fec.rows import Row
    from reporter.ledgers.files import File
    from reporter.settings import Settings

BEFORE = "le FEC s’arrête avant les écritures qui soldent charges et produits : le redemander ainsi"


def ledger(file: File, settings: Settings) -> Ledger:
    """Return the year that a FEC tells.

    Raises:
        BadCell: where the file cannot be read.
        BadData: with every mistake of the file, see `check_fec`, or what makes its sums doubtful.
    """
    data = whole(file.path, file.name, settings.reading.limits)
    checked = check_fec(data, file.path.name, file.year.start)
    if errors := [*_mistakes(checked, file), *_unaccounted(checked.rows, file)]:
        raise BadData(errors)
    _, made = entries(checked.rows)
    closing = [entry for entry in made if entry.closes]
    if errors := list(_half_closed(made, closing, file)):
        raise BadData(errors)
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
    return Ledger(year=file.year, file=file.name, lines=lines, found=found)


def _mistakes(checked: Checked, file: File) -> Iterator[BadCell]:
    """Yield each mistake of a FEC once, with its first line and how many there are."""
    for one in checked.of("erreur"):
        shown = one.shown[0] if one.shown else ""
        more = len(one.lines) - 1
        others = f"{one.first.fix} ; de même {more} autre{'s' * (more > 1)} ligne{'s' * (more > 1)}"
        fix = others if more else one.first.fix
        place = Place(file.name, row=one.lines[0])
        yield BadCell(f"FEC : {one.first.what}", place, shown=shown, fix=fix)


def _unaccounted(rows: Sequence[Row], file: File) -> Iterator[BadCell]:
    """Yield the first line without an account: a receipt and an expense look alike in it."""
    bare = next((row for row in rows if not row["CompteNum"]), None)
    if bare is not None:
        fix = "demander un FEC dont chaque ligne a son compte"
        yield BadCell("FEC sans numéro de compte", Place(file.name, row=bare.line), fix=fix)


def _half_closed(made: Sequence[Entry], closing: Sequence[Entry], file: File) -> Iterator[BadCell]:
    """Yield an account whose charges or products are emptied otherwise than as a whole.

    An entry that closes a year takes exactly what stands on each account that it empties. One that
    does not holds something of the year too, which would be left out with it; and where nothing is
    left on any account, the year is closed by an entry that is not known for one.
    """
    held, emptied = _sums(entry for entry in made if not entry.closes), _sums(closing)
    first = {row["CompteNum"]: row.line for entry in closing for row in entry.rows}
    for account, amount in emptied.items():
        if not amount or amount != -held.get(account, ZERO):
            place = Place(file.name, row=first[account])
            what = f"FEC : l’écriture de clôture ne solde pas exactement le compte {account}"
            yield BadCell(what, place, fix=BEFORE)
    if held and not any(held.values()):
        yield BadCell("FEC : charges et produits déjà soldés", Place(file.name), fix=BEFORE)


def _sums(made: Iterable[Entry]) -> dict[str, Decimal]:
    """Return what entries leave on each account of charges or products, in euros."""
    sums: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    for entry in made:
        for row in entry.rows:
            if row["CompteNum"].startswith(PROFIT_AND_LOSS):
                sums[row["CompteNum"]] += row.amount or ZERO
    return dict(sums)


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
