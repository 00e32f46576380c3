"""The entries as a journal that hledger reads, so that anyone can audit the year.

Knows hledger's words. Never how an entry is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.formats.pack.fec import clean
from reporter.formats.pack.kinds import kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.accounting.journal import Entry, Posting
    from reporter.accounting.pack import Pack
    from reporter.formats import Files
    from reporter.formats.pack.kinds import Kind

TYPES: dict[Kind, str] = {
    "asset": "A",
    "cash": "C",
    "liability": "L",
    "equity": "E",
    "revenue": "R",
    "expense": "X",
}
"""The letter that `type:` gives to a kind: `balancesheet` and `incomestatement` read it."""


def render(pack: Pack) -> Files:
    """Return `comptable-2020.journal`."""
    text = "\n".join(_lines(pack)) + "\n"
    part = f"_{pack.part}" if pack.part else ""
    return {f"comptable-{pack.year.number}{part}.journal": text.encode()}


def account(posting: Posting) -> str:
    """Return the account of a posting, under it the client's or the supplier's."""
    return f"{posting.account}:{posting.party.code}" if posting.party else posting.account


def _lines(pack: Pack) -> Iterator[str]:
    yield f"; Écritures de {pack.year.number} pour l’expert-comptable ; ce n’est pas le FEC légal"
    yield "decimal-mark ."
    yield "commodity 1000.00 EUR"
    postings = [posting for entry in pack.entries for posting in entry.postings]
    labels = {posting.account: posting.label for posting in postings}
    labels |= {account(p): p.party.name for p in postings if p.party}
    for name, label in sorted(labels.items()):
        yield f"account {name}  ; type:{TYPES[kind(name)]}, {clean(label).replace(':', ' ')}"
    for entry in pack.entries:
        yield ""
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    code = f"{entry.journal.code}-{entry.number}"
    yield f"{entry.date.isoformat()} * ({code}) {clean(entry.label).replace(';', ',')}"
    for posting in entry.postings:
        mark = f"  ; lettrage:{posting.letter}" if posting.letter else ""
        yield f"    {account(posting)}  {posting.amount:.2f} EUR{mark}"
