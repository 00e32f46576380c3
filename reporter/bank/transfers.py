"""What leaves an account of the owner's and enters another: no line of the books.

Knows movements. Never pieces.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reporter.bank.quoting import is_named
from reporter.bank.windows import NOTED
from reporter.grouping import gathered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporter.bank.matches import Seen
    from reporter.bank.matching import Matching
    from reporter.bank.statement import Movement

INTERNAL = {"interne", "internal"}


def take_transfers(
    matching: Matching, accounts: Iterable[Iterable[Movement]], names: Iterable[str]
) -> None:
    """Match two movements that are each other's counterpart, where neither has another.

    Args:
        matching: what is free.
        accounts: the movements of each account.
        names: those by which a label says so: of the company and of the accounts.
    """
    account = {id(move): rank for rank, moves in enumerate(accounts) for move in moves}
    said = tuple(names)
    pairs = [
        (one.movement, other.movement)
        for one, other in _opposite(matching)
        if account[id(one.movement)] != account[id(other.movement)]
        and (_says(one, said) or _says(other, said))
    ]
    count = Counter(id(move) for pair in pairs for move in pair)
    for pair in pairs:
        if all(count[id(move)] == 1 and id(move) not in matching.held for move in pair):
            matching.take(pair, (), "transfer")


def _opposite(matching: Matching) -> Iterator[tuple[Seen, Seen]]:
    """Yield the movements out and in of the same amount, within a few days."""
    entered = (seen for seen in matching.seen.values() if seen.movement.amount > 0)
    into = gathered((seen.movement.amount, seen) for seen in entered)
    for seen in matching.seen.values():
        for other in into.get(-seen.movement.amount, ()):
            if abs(other.movement.date - seen.movement.date) <= NOTED:
                yield seen, other


def _says(seen: Seen, names: tuple[str, ...]) -> bool:
    internal = seen.movement.nature == "transfer" or not INTERNAL.isdisjoint(seen.label)
    return internal or any(is_named(name, seen.label) for name in names)
