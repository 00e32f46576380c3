"""The entries as a ledger that beancount reads, so that anyone can audit the year.

Knows beancount's words and its five kinds of accounts. Never how an entry is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.formats.pack.fec import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.accounting.journal import Entry, Posting
    from reporter.accounting.pack import Pack
    from reporter.formats import Files

KINDS = (
    ("1", "Equity"),
    ("2", "Assets"),
    ("3", "Assets"),
    ("41", "Assets"),
    ("4456", "Assets"),
    ("4", "Liabilities"),
    ("5", "Assets"),
    ("6", "Expenses"),
    ("7", "Income"),
)
"""The beginning of an account → its kind; the first that fits."""


def render(pack: Pack) -> Files:
    """Return `comptable-2020.beancount`."""
    text = "\n".join(_lines(pack)) + "\n"
    part = f"_{pack.part}" if pack.part else ""
    return {f"comptable-{pack.year.number}{part}.beancount": text.encode()}


def account(posting: Posting) -> str:
    """Return the account of a posting: « Assets:C411000:CNIMBUS »."""
    kind = next(kind for start, kind in KINDS if posting.account.startswith(start))
    name = f"{kind}:C{posting.account}"
    return f"{name}:{posting.party.code}" if posting.party else name


def _lines(pack: Pack) -> Iterator[str]:
    title = f"Écritures de {pack.year.number} pour l’expert-comptable"
    yield f"; {title} ; ce n’est pas le FEC légal"
    yield f"option {_quoted('title')} {_quoted(title)}"
    yield f"option {_quoted('operating_currency')} {_quoted('EUR')}"
    yield ""
    opened = {account(p): p for entry in pack.entries for p in entry.postings}
    for name, posting in sorted(opened.items()):
        label = posting.party.name if posting.party else posting.label
        yield f"{pack.year.start.isoformat()} open {name} EUR"
        yield f"  libelle: {_quoted(label)}"
    for entry in pack.entries:
        yield ""
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    tags = f"#{entry.journal.code}"
    yield f"{entry.date.isoformat()} * {_quoted(entry.label)} {tags}"
    yield f"  numero: {entry.number}"
    yield f"  piece: {_quoted(entry.reference)}"
    for posting in entry.postings:
        yield f"  {account(posting)}  {posting.amount:.2f} EUR"
        if posting.letter:
            yield f"    lettrage: {_quoted(posting.letter)}"


def _quoted(text: str) -> str:
    escaped = clean(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
