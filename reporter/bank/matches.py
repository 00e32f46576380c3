"""What is known of a movement, and what it pays once that is sure.

Knows movements, their labels and pieces as values. Never how a match is found.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from reporter.bank.quoting import runs
from reporter.model import ZERO, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from reporter.bank.numbers import Numbers
    from reporter.bank.pieces import Piece
    from reporter.bank.statement import Movement

Why = Literal["answer", "number", "name", "series", "day", "transfer", "reversal", "outside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Movements and what they pay.

    Attributes:
        why: what makes it sure; a transfer and a reversal have two movements and no piece.
    """

    movements: tuple[Movement, ...]
    pieces: tuple[Piece, ...]
    why: Why

    @property
    def gap(self) -> Decimal:
        """Return the euros moved beyond those of the pieces; only an answer may leave some."""
        if not self.pieces:
            return ZERO
        moved = total(self.movements)
        return moved - total(self.pieces)

    @property
    def date(self) -> dt.date:
        """Return the day of the last movement."""
        return max(one.date for one in self.movements)


class Seen(NamedTuple):
    """A movement, the runs of its label, the pieces that it quotes, whether it quotes another."""

    movement: Movement
    label: tuple[str, ...]
    quoted: tuple[Piece, ...]
    other: bool


Pair = tuple[Seen, "Piece"]


def seen_in(
    movements: Iterable[Movement], numbers: Numbers, called: Mapping[str, str]
) -> dict[int, Seen]:
    """Return each movement with what its label says, by its identity.

    Args:
        movements: those of the statements.
        numbers: the numbers of the books.
        called: for words of a label, the name of the books that they stand for.
    """
    names = [(frozenset(runs(words)), runs(name)) for words, name in called.items()]
    cache: dict[str, tuple[tuple[str, ...], tuple[Piece, ...], bool]] = {}
    found = {}
    for movement in movements:
        said = cache.get(movement.label)
        if said is None:
            label = runs(movement.label)
            label += tuple(run for words, name in names if words.issubset(label) for run in name)
            said = cache[movement.label] = (label, *numbers.quoted(movement.label))
        found[id(movement)] = Seen(movement, *said)
    return found
