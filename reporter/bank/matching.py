"""Which movement pays which piece: only where it is exact and unique; the rest is asked.

Knows movements and pieces as values. Never files, settings nor French.

A movement and a piece of the same amount are one where the label quotes the number, or names the
client or the supplier within a few days or weeks, and where no other movement and no other piece
could be meant. Nothing is ever chosen between two.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from reporter.bank.quoting import Numbers, is_named, runs
from reporter.model import ZERO
from reporter.names import code

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Hashable, Iterable, Iterator
    from decimal import Decimal

    from reporter.bank.pieces import Piece
    from reporter.bank.statement import Movement

Why = Literal["answer", "number", "name", "transfer", "outside"]

NUMBERED = (timedelta(days=-60), timedelta(days=730))
"""How long before and after an invoice a payment that quotes its number is believed."""
SALE = timedelta(days=75)
"""How long after, where the client alone is named: the longest terms of the law are 60 days."""
EXPENSE = (timedelta(days=-3), timedelta(days=10))
"""A supplier is paid on the day, or the bank takes a few days."""
RIVALS = timedelta(days=25)
"""How far another expense of that amount and name may be, and be the one: less than a month."""
MONTH = timedelta(days=31)
"""How far from the last fee of a month the expense that says them all may be."""
NOTED = timedelta(days=5)
"""How far from the day that the books note a payment may be, and be that one."""
SEVERAL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Movements and what they pay.

    Attributes:
        why: what makes it sure; a transfer has two movements and no piece.
    """

    movements: tuple[Movement, ...]
    pieces: tuple[Piece, ...]
    why: Why

    @property
    def gap(self) -> Decimal:
        """Return the euros moved beyond those of the pieces; only an answer may leave some."""
        if not self.pieces:
            return ZERO
        moved = sum((one.amount for one in self.movements), ZERO)
        return moved - sum((one.amount for one in self.pieces), ZERO)

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


class Matching:
    """What is matched so far, and what is still free; each step takes from what is free.

    Attributes:
        matches: what is sure.
    """

    def __init__(
        self,
        movements: Iterable[Movement],
        pieces: Iterable[Piece],
        days: tuple[dt.date, dt.date],
    ) -> None:
        self.days = days
        self.pieces = {id(piece): piece for piece in pieces}
        self.clients = {x.name for x in self.pieces.values() if x.kind == "sale"}
        numbers = Numbers(self.pieces.values())
        cache: dict[str, tuple[tuple[str, ...], tuple[Piece, ...], bool]] = {}
        self.seen: dict[int, Seen] = {}
        for movement in movements:
            said = cache.get(movement.label)
            if said is None:
                label = runs(movement.label)
                quoted = numbers.quoted(label)
                other = not quoted and numbers.is_of_another(label)
                said = cache[movement.label] = (label, quoted, other)
            self.seen[id(movement)] = Seen(movement, *said)
        self.quoted = {id(piece) for seen in self.seen.values() for piece in seen.quoted}
        self.matches: list[Match] = []

    def take(self, movements: Iterable[Movement], pieces: Iterable[Piece], why: Why) -> None:
        """Keep a match; what it holds is free no more."""
        match = Match(movements=tuple(movements), pieces=tuple(pieces), why=why)
        self.matches.append(match)
        for movement in match.movements:
            self.seen.pop(id(movement), None)
        for piece in match.pieces:
            self.pieces.pop(id(piece), None)

    def run(self) -> None:
        """Match all that is sure, the surest first."""
        self._unique(self._numbered(), "number")
        self._several_pieces()
        self._several_movements()
        named = list(self._named())
        for fits in (_same_day, _near_noted):
            self._unique([pair for pair in named if fits(*pair)], "name")
        left = [pair for pair in named if self._is_free(pair)]
        self._unique([pair for pair in left if _may_be(*pair)], "name", _is_prompt)

    def _is_free(self, pair: Pair) -> bool:
        return id(pair[0].movement) in self.seen and id(pair[1]) in self.pieces

    def _unique(
        self, pairs: Iterable[Pair], why: Why, certain: Callable[[Seen, Piece], bool] | None = None
    ) -> None:
        """Match the pairs whose movement and piece are in no other pair."""
        kept = [pair for pair in pairs if self._is_free(pair)]
        by: defaultdict[Hashable, int] = defaultdict(int)
        for seen, piece in kept:
            by[id(seen.movement)] += 1
            by[id(piece)] += 1
        for seen, piece in kept:
            alone = by[id(seen.movement)] == by[id(piece)] == 1
            if alone and (certain is None or certain(seen, piece)):
                self.take([seen.movement], [piece], why)

    def _numbered(self) -> Iterator[Pair]:
        """Yield the movements that quote one number, with the piece of their amount."""
        for seen in self.seen.values():
            if seen.quoted and len({code(piece.number) for piece in seen.quoted}) == 1:
                for piece in seen.quoted:
                    if piece.amount == seen.movement.amount and self._fits(seen, piece):
                        yield seen, piece

    def _fits(self, seen: Seen, piece: Piece) -> bool:
        """Tell whether a quoted piece can be meant: its time, and no other client named."""
        early, late = NUMBERED
        if not early <= seen.movement.date - piece.date <= late:
            return False
        if piece.kind != "sale" or is_named(piece.name, seen.label):
            return True
        return not any(is_named(client, seen.label) for client in self.clients)

    def _several_pieces(self) -> None:
        """Match a movement that quotes several invoices of one client, and is all of them."""
        found: list[tuple[Seen, tuple[Piece, ...]]] = []
        for seen in self.seen.values():
            quoted = seen.quoted
            total = sum((piece.amount for piece in quoted), ZERO)
            if len(quoted) < SEVERAL or total != seen.movement.amount:
                continue
            one_client = len({code(piece.name) for piece in quoted}) == 1
            if one_client and all(id(x) in self.pieces and self._fits(seen, x) for x in quoted):
                found.append((seen, quoted))
        claims = [id(piece) for _, quoted in found for piece in quoted]
        for seen, quoted in found:
            if all(claims.count(id(piece)) == 1 for piece in quoted):
                self.take([seen.movement], quoted, "number")

    def _several_movements(self) -> None:
        """Match the movements that quote one invoice alone, where together they are its amount."""
        by_piece: defaultdict[int, list[Seen]] = defaultdict(list)
        for seen in self.seen.values():
            for piece in seen.quoted:
                by_piece[id(piece)].append(seen)
        for key, several in by_piece.items():
            alone = all(len(seen.quoted) == 1 for seen in several)
            if key not in self.pieces or len(several) < SEVERAL or not alone:
                continue
            piece = self.pieces[key]
            total = sum((seen.movement.amount for seen in several), ZERO)
            forward = all(seen.movement.amount * piece.amount > 0 for seen in several)
            if total == piece.amount and forward and all(self._fits(x, piece) for x in several):
                self.take([seen.movement for seen in several], [piece], "number")

    def _is_shown(self, piece: Piece) -> bool:
        """Tell whether the statements would show the payment that the books note."""
        first, last = self.days
        return piece.paid is None or first - NOTED <= piece.paid <= last + NOTED

    def _named(self) -> Iterator[Pair]:
        """Yield the movements and pieces of one amount that share a name and quote no number."""
        by_amount: defaultdict[Decimal, list[Piece]] = defaultdict(list)
        for key, piece in self.pieces.items():
            if key not in self.quoted and self._is_shown(piece):
                by_amount[piece.amount].append(piece)
        for seen in self.seen.values():
            if not (seen.quoted or seen.other):
                for piece in by_amount.get(seen.movement.amount, ()):
                    if is_named(piece.name, seen.label):
                        yield seen, piece


def _same_day(seen: Seen, piece: Piece) -> bool:
    """Tell whether a movement is of the day that the books give to a payment or an expense."""
    if piece.paid is not None:
        return seen.movement.date == piece.paid
    return piece.kind != "sale" and seen.movement.date == piece.date


def _near_noted(seen: Seen, piece: Piece) -> bool:
    return piece.paid is not None and abs(seen.movement.date - piece.paid) <= NOTED


def _may_be(seen: Seen, piece: Piece) -> bool:
    """Tell whether a piece competes for a movement; a sale does, however late."""
    after = seen.movement.date - piece.date
    if piece.kind == "sale":
        return after >= timedelta()
    return abs(after) <= (MONTH if seen.movement.nature == "kept" else RIVALS)


def _is_prompt(seen: Seen, piece: Piece) -> bool:
    """Tell whether a payment that the books do not note comes when one is expected."""
    after = seen.movement.date - piece.date
    if piece.paid is not None:
        return False
    if piece.kind == "sale":
        return after <= SALE
    return seen.movement.nature == "kept" or EXPENSE[0] <= after <= EXPENSE[1]
