"""Packs of a few lines."""

from __future__ import annotations

from decimal import Decimal

from reporter.accounting.pack import Asked, Pack, pack
from reporter.metrics import measure
from reporter.model import Activity, Day, Expense, Fee
from reporter.settings import Settings
from reporter.toml.reading import parse
from tests.builders import activity

COMPANY = '[societe]\nnom = "Essai"\nsiren = "812345676"\n'


def pack_of(number: int, *lines: Day | Fee | Expense, settings: str = "", **asked: bool) -> Pack:
    """Return the pack of a year made of lines, for a company that has a SIREN."""
    return pack_all(activity(*lines), number, parse(COMPANY + settings), **asked)


def pack_all(books: Activity, number: int, settings: Settings, **asked: bool) -> Pack:
    """Return the pack of a year of an activity."""
    words = {word.removeprefix("with_"): on for word, on in asked.items()}
    wanted = Asked(**words)  # type: ignore[arg-type]  # its words are flags
    return pack(books, measure(books, settings, number), wanted)


def amounts(made: Pack, *starts: str) -> Decimal:
    """Return debits less credits of the accounts that begin so."""
    postings = (posting for entry in made.entries for posting in entry.postings)
    return sum((p.amount for p in postings if p.account.startswith(starts)), Decimal(0))
