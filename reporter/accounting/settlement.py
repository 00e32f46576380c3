"""Credit notes and the invoices that they undo: together they are settled, and lettered as one.

Knows postings. Never the lines that they come from.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from reporter.model import ZERO

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterable
    from decimal import Decimal

    from reporter.accounting.journal import Entry


def settled(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries, a credit note and the invoice that it settles being one piece.

    They are those of one third party whose balances are opposite, the credit note being the later;
    the oldest invoice of that amount is taken.
    """
    entries = tuple(entries)
    joined = _joined(entries)
    if not joined:
        return entries
    return tuple(
        replace(
            entry,
            postings=tuple(replace(p, piece=joined.get(p.piece, p.piece)) for p in entry.postings),
        )
        for entry in entries
    )


def _joined(entries: tuple[Entry, ...]) -> dict[Hashable, Hashable]:
    """Return the piece of each credit note and that of its invoice."""
    balances: defaultdict[Hashable, Decimal] = defaultdict(lambda: ZERO)
    since: dict[Hashable, dt.date] = {}
    whose: dict[Hashable, tuple[str, str]] = {}
    for entry in entries:
        for posting in entry.postings:
            if posting.piece is not None and posting.party is not None:
                balances[posting.piece] += posting.amount
                since.setdefault(posting.piece, entry.date)
                whose[posting.piece] = posting.account, posting.party.code
    waiting: defaultdict[tuple[object, Decimal], list[Hashable]] = defaultdict(list)
    joined: dict[Hashable, Hashable] = {}
    for piece in sorted(balances, key=lambda piece: since[piece]):
        balance = balances[piece]
        if not balance:
            continue
        opposite = waiting[whose[piece], -balance]
        if opposite and _is_undoing(whose[piece], balance):
            joined[piece] = opposite.pop(0)
        else:
            waiting[whose[piece], balance].append(piece)
    return joined


def _is_undoing(whose: tuple[str, str], balance: Decimal) -> bool:
    """Tell whether a balance is on the side of a credit note: a client's credit, or the reverse."""
    is_client = whose[0].startswith("41")
    return balance < 0 if is_client else balance > 0
