"""A payment that came back: rejected, unpaid, returned; it pays nothing, nor does its return.

Knows movements and the words of banks. Never when a payment is expected.

A return undoes the one payment of its amount that came before it, of the same invoice or the same
name where its label says one. Where several could be the one, or where none has its amount (the
bank adds its fee), all that it may undo is asked about, and nothing of it is paid in silence.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from reporter.bank.quoting import is_named
from reporter.grouping import gathered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from reporter.bank.matches import Seen
    from reporter.bank.matching import Matching
    from reporter.bank.pieces import Piece

REJECTED = {
    "rejet", "rejets", "rejete", "rejetee", "rej", "impaye", "impayes", "impayee", "extourne",
    "contrepassation", "contrepasse", "reversal", "chargeback", "unpaid", "rejected", "bounced",
}  # fmt: skip
RETURNED = {"retour", "retourne", "annulation", "annule", "annul", "return", "returned", "refused"}
"""Words of a return, where the label says of what; « retour » alone may be goods sent back."""
PAID = {
    "vir", "virement", "virements", "prlv", "prelevement", "prelevements", "cheque", "cheques",
    "chq", "chqs", "sepa", "sct", "sdd", "transfer", "debit", "payment", "remise",
}  # fmt: skip
FEES = {"frais", "commission", "commissions", "com", "comm", "fee", "fees", "cotisation"}
SOON, LATE = timedelta(days=70), timedelta(days=400)
"""A debit is sent back within eight weeks, thirteen months where it was not agreed to."""


def take_reversals(matching: Matching) -> None:
    """Match each return with the payment that it undoes, and hold those of which nobody knows."""
    into = gathered((seen.movement.amount, seen) for seen in matching.seen.values())
    of_books = gathered((piece.amount, piece) for piece in matching.pieces.values())
    names = list(dict.fromkeys(piece.name for piece in matching.pieces.values()))
    for seen in [one for one in matching.seen.values() if is_reversal(one)]:
        said = [name for name in names if is_named(name, seen.label)]
        same = [
            one
            for one in into.get(-seen.movement.amount, ())
            if id(one.movement) in matching.seen and one is not seen
        ]
        found = [] if _is_fee(seen) else _undone(seen, same, said)
        found = found or _partly(seen, matching.seen.values(), said)
        if not found and _is_fee(seen):
            continue
        exact = len(found) == 1 and found[0].movement.amount == -seen.movement.amount
        if exact and not _is_of_the_books(seen, of_books):
            matching.take([found[0].movement, seen.movement], (), "reversal")
        else:
            matching.held |= {id(one.movement) for one in (seen, *found)}


def _is_fee(seen: Seen) -> bool:
    """Tell whether a movement speaks of fees: it is one, or a payment that came back with its own.

    A fee is far less than what it is about.
    """
    return not FEES.isdisjoint(seen.label) and seen.movement.nature != "reversal"


def is_reversal(seen: Seen) -> bool:
    """Tell whether a movement says that another one came back."""
    label = set(seen.label)
    returned = bool(label & REJECTED) or bool(label & RETURNED and label & PAID)
    return seen.movement.nature == "reversal" or returned


def _is_of_the_books(seen: Seen, of_books: Mapping[Decimal, Iterable[Piece]]) -> bool:
    """Tell whether the books hold a line of that amount and name: a credit note, a refund."""
    return any(is_named(x.name, seen.label) for x in of_books.get(seen.movement.amount, ()))


def _undone(seen: Seen, same: list[Seen], names: list[str]) -> list[Seen]:
    """Return the payments of an amount that a return may undo, the soonest ones alone."""
    for bound in (SOON, LATE):
        found = [one for one in same if _is_before(one, seen, bound)]
        if near := list(_shared(seen, found, names)) or found:
            return near
    return []


def _partly(seen: Seen, others: Iterable[Seen], names: list[str]) -> list[Seen]:
    """Return the payments that a return of another amount may undo: of less, and it says whose."""
    if not names and not seen.quoted:
        return []
    amount = seen.movement.amount
    opposite = [
        one
        for one in others
        if one.movement.amount * amount < 0
        and abs(one.movement.amount) <= abs(amount)
        and _is_before(one, seen, SOON)
    ]
    return list(_shared(seen, opposite, names))


def _is_before(one: Seen, seen: Seen, bound: timedelta) -> bool:
    return timedelta() <= seen.movement.date - one.movement.date <= bound


def _shared(seen: Seen, others: list[Seen], names: list[str]) -> Iterator[Seen]:
    """Yield those of the same invoice where the label quotes one, else of the same name."""
    quoted = {id(piece) for piece in seen.quoted}
    same = [one for one in others if any(id(piece) in quoted for piece in one.quoted)]
    yield from same or (one for one in others if any(is_named(name, one.label) for name in names))
