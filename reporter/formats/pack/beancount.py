"""The entries as a ledger that beancount reads, so that anyone can audit the year.

Knows beancount's words and its five kinds of accounts. Never how an entry is made. An account is
opened once in a ledger: the entries of a year stand in a file of their own, which the year's ledger
opens the accounts of, and which the ledger of all the years takes in as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.formats.pack.fec import clean
from reporter.formats.pack.kinds import kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporter.accounting.journal import Entry, Posting
    from reporter.accounting.pack import Pack
    from reporter.formats import Files
    from reporter.formats.pack.kinds import Kind

NAMES: dict[Kind, str] = {
    "asset": "Assets",
    "cash": "Assets",
    "liability": "Liabilities",
    "equity": "Equity",
    "revenue": "Income",
    "expense": "Expenses",
}
ALL_YEARS = "comptable.beancount"


def render(pack: Pack) -> Files:
    """Return `comptable-2020.beancount`, the entries that it includes, and every year's ledger.

    A part of a year is one file: the ledger of all the years would count it twice.
    """
    name, title = f"comptable-{pack.year.number}", f"Écritures de {pack.year.number}"
    entries = "\n".join(_entries(pack.entries))
    if pack.part:
        alone = _text([*_head(f"{title}, {pack.part}"), *_openings(pack), "", entries])
        return {f"{name}_{pack.part}.beancount": alone.encode()}
    included = f"{name}-ecritures.beancount"
    head = [*_head(title), f"include {_quoted(included)}", "", *_openings(pack)]
    return {
        f"{name}.beancount": _text(head).encode(),
        included: entries.encode(),
        ALL_YEARS: _text(_all_years()).encode(),
    }


def account(posting: Posting) -> str:
    """Return the account of a posting: « Assets:C411000:CNIMBUS »."""
    name = f"{NAMES[kind(posting.account)]}:C{posting.account}"
    return f"{name}:{posting.party.code}" if posting.party else name


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _head(title: str) -> Iterator[str]:
    yield f"; {title} pour l’expert-comptable ; ce n’est pas le FEC légal"
    yield f"option {_quoted('title')} {_quoted(f'{title} pour l’expert-comptable')}"
    yield f"option {_quoted('operating_currency')} {_quoted('EUR')}"
    yield ""


def _all_years() -> Iterator[str]:
    """Yield the ledger of all the years exported side by side, each account opened by its use."""
    yield from _head("Écritures de toutes les années")
    yield f"plugin {_quoted('beancount.plugins.auto_accounts')}"
    yield f"include {_quoted('../*/comptable-*-ecritures.beancount')}"


def _openings(pack: Pack) -> Iterator[str]:
    opened = {account(p): p for entry in pack.entries for p in entry.postings}
    for name, posting in sorted(opened.items()):
        label = posting.party.name if posting.party else posting.label
        yield f"{pack.year.start.isoformat()} open {name} EUR"
        yield f"  libelle: {_quoted(label)}"


def _entries(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield from _entry(entry)
        yield ""


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
