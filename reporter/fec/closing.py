"""The entries that close a year, and when leaving them out would leave something of it out.

Knows entries. Never the owner's books. Source: art. A47 A-1, VII 1° (a FEC stops before them).
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.fec.entries import PROFIT_AND_LOSS
from reporter.fec.remarks import error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reporter.fec.entries import Entry
    from reporter.fec.remarks import Remark
    from reporter.fec.rows import Row

BEFORE = "le FEC s’arrête avant les écritures qui soldent charges et produits : le redemander ainsi"

NAMELESS = "numéro de compte absent"
NAMED = (
    "sans lui, une recette et une dépense se ressemblent : demander un FEC dont chaque ligne a son "
    "compte, ou tenir l’exercice en lignes"
)


def untold(rows: Sequence[Row], made: Sequence[Entry]) -> Iterator[Remark]:
    """Yield why the entries of a FEC without mistakes would not give the result of its year."""
    bare = [row for row in rows if not row["CompteNum"]]
    if bare:
        whole = len(bare) == len(rows)
        what = f"{NAMELESS}, comme il est permis aux BNC et aux BA" if whole else NAMELESS
        yield error(what, bare[0].line, fix=NAMED)
        return
    yield from _half_closed(made)


def _half_closed(made: Sequence[Entry]) -> Iterator[Remark]:
    """Yield an account whose charges or products are emptied otherwise than as a whole.

    An entry that closes a year takes exactly what stands on each account that it empties. One that
    does not holds something of the year too, which would be left out with it; and where nothing is
    left on any account, the year is closed by an entry that is not known for one.
    """
    closing = [entry for entry in made if entry.closes]
    held, emptied = _sums(entry for entry in made if not entry.closes), _sums(closing)
    first = {row["CompteNum"]: row.line for entry in closing for row in entry.rows}
    for account, amount in emptied.items():
        if not amount or amount != -held.get(account, Decimal(0)):
            what = f"l’écriture de clôture ne solde pas exactement le compte {account}"
            yield error(what, first[account], fix=BEFORE)
    if held and not any(held.values()):
        yield error("charges et produits déjà soldés", 0, fix=BEFORE)


def _sums(made: Iterable[Entry]) -> dict[str, Decimal]:
    """Return what entries leave on each account of charges or products, in euros."""
    sums: defaultdict[str, Decimal] = defaultdict(Decimal)
    for entry in made:
        for row in entry.rows:
            if row["CompteNum"].startswith(PROFIT_AND_LOSS):
                sums[row["CompteNum"]] += row.amount or Decimal(0)
    return dict(sums)
