"""Which movement pays which piece: only where it is exact and unique; the rest is asked.

Knows movements and pieces as values. Never files, settings nor French.

A movement and a piece of the same amount are one where the label quotes the number, or names the
client or the supplier within a few days or weeks, and where no other movement and no other piece
could be meant; or where it names nobody else, on the very day that the books give to the payment.
Nothing is ever chosen between two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from types import MappingProxyType
from typing import TYPE_CHECKING

from reporter.bank.gaps import gaps_in
from reporter.bank.matches import Match, Seen, seen_in
from reporter.bank.numbers import Numbers
from reporter.bank.quoting import is_named
from reporter.bank.reversals import take_reversals
from reporter.bank.series import in_series
from reporter.bank.windows import (
    AGAIN,
    NOTED,
    NUMBERED,
    is_near,
    is_prompt,
    may_be,
    near_noted,
    on_noted,
    same_day,
)
from reporter.grouping import gathered
from reporter.model import total
from reporter.names import code

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
    from decimal import Decimal

    from reporter.bank.matches import Pair, Why
    from reporter.bank.pieces import Piece
    from reporter.bank.statement import Movement

SEVERAL = 2


class Matching:
    """What is matched so far, and what is still free; each step takes from what is free.

    Attributes:
        seen: the movements that are free, by identity.
        pieces: the pieces that are free, likewise.
        held: the movements that are only asked about: one of them came back, nobody knows which.
        matches: what is sure.
    """

    def __init__(
        self,
        movements: Iterable[Movement],
        pieces: Iterable[Piece],
        days: tuple[dt.date, dt.date],
        called: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.days = days
        self.pieces = {id(piece): piece for piece in pieces}
        self.dates = gathered(((code(it.name), it.amount), it.date) for it in self.pieces.values())
        self.gaps = gaps_in(self.pieces.values())
        self.clients = {x.name for x in self.pieces.values() if x.kind == "sale"}
        self.names = {piece.name for piece in self.pieces.values()}
        self.seen = seen_in(movements, Numbers(self.pieces.values()), called)
        self.quoted = {id(piece) for seen in self.seen.values() for piece in seen.quoted}
        self.moved: defaultdict[Decimal, list[Seen]] = defaultdict(list)
        self.held: set[int] = set()
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
        take_reversals(self)
        for seen in self.seen.values():
            self.moved[seen.movement.amount].append(seen)
        self._unique(self._numbered(), "number")
        self._several_pieces()
        self._several_movements()
        named = list(self._named())
        for fits in (on_noted, near_noted):
            self._unique([pair for pair in named if fits(*pair)], "name")
        self._unique([pair for pair in named if is_near(*pair)], "name", same_day)
        self._unique(in_series([pair for pair in named if self._is_free(pair)]), "series")
        left = [pair for pair in named if self._is_free(pair)]
        self._unique([pair for pair in left if may_be(*pair)], "name", self._is_certain)
        self._unique(list(self._dated()), "day")

    def _is_certain(self, seen: Seen, piece: Piece) -> bool:
        """Tell whether a name is enough: the payment is prompt, and is no forgotten invoice's.

        Where a number misses about that time, the payment may be of that invoice. Without numbers,
        nobody knows whether one is forgotten: where the same amount comes back, it is asked. So is
        an expense paid before its day: it may be the one of the month before, late.
        """
        if not is_prompt(seen, piece):
            return False
        if piece.kind == "sale" and piece.number:
            return not any(first <= seen.movement.date <= last for first, last in self.gaps)
        early = seen.movement.date < piece.date
        return (piece.kind != "sale" and not early) or not self._comes_back(seen, piece)

    def _comes_back(self, seen: Seen, piece: Piece) -> bool:
        """Tell whether another line, or another payment, is of the same name and amount."""
        dates = self.dates[code(piece.name), piece.amount]
        others = (
            one
            for one in self.moved[piece.amount]
            if one is not seen
            and abs(one.movement.date - piece.date) <= AGAIN
            and is_named(piece.name, one.label)
        )
        return sum(abs(date - piece.date) <= AGAIN for date in dates) > 1 or any(others)

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
            sure = alone and not self._is_barred(seen, piece)
            if sure and (certain is None or certain(seen, piece)):
                self.take([seen.movement], [piece], why)

    def _numbered(self) -> Iterator[Pair]:
        """Yield the movements that quote one number, with the piece of their amount."""
        for seen in self.seen.values():
            if seen.other:
                continue
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
            is_all = len(quoted) >= SEVERAL and total(quoted) == seen.movement.amount
            if not is_all or self._is_unsure(seen):
                continue
            one_client = len({code(piece.name) for piece in quoted}) == 1
            if one_client and all(id(x) in self.pieces and self._fits(seen, x) for x in quoted):
                found.append((seen, quoted))
        claims = Counter(id(piece) for _, quoted in found for piece in quoted)
        for seen, quoted in found:
            if all(claims[id(piece)] == 1 for piece in quoted):
                self.take([seen.movement], quoted, "number")

    def _several_movements(self) -> None:
        """Match the movements that quote one invoice alone, where together they are its amount."""
        by_piece = gathered((id(it), seen) for seen in self.seen.values() for it in seen.quoted)
        for key, several in by_piece.items():
            alone = all(len(x.quoted) == 1 and not self._is_unsure(x) for x in several)
            if key not in self.pieces or len(several) < SEVERAL or not alone:
                continue
            piece = self.pieces[key]
            moved = total(seen.movement for seen in several)
            forward = all(seen.movement.amount * piece.amount > 0 for seen in several)
            if moved == piece.amount and forward and all(self._fits(x, piece) for x in several):
                self.take([seen.movement for seen in several], [piece], "number")

    def _is_barred(self, seen: Seen, piece: Piece) -> bool:
        """Tell whether a movement competes for a piece, and is never matched with it unasked."""
        unsure = (seen.other and bool(piece.number)) or (piece.is_twice and not seen.quoted)
        return id(seen.movement) in self.held or unsure

    def _is_unsure(self, seen: Seen) -> bool:
        return seen.other or id(seen.movement) in self.held

    def _is_shown(self, piece: Piece) -> bool:
        """Tell whether the statements would show the payment that the books note."""
        first, last = self.days
        return piece.paid is None or first - NOTED <= piece.paid <= last + NOTED

    def _named(self) -> Iterator[Pair]:
        """Yield the movements and pieces of one amount that share a name, and no number.

        A piece whose lines are alike competes for what pays one of them too.
        """
        free = [it for key, it in self.pieces.items() if key not in self.quoted]
        shown = [piece for piece in free if self._is_shown(piece)]
        one = [(it.amount / len(it.lines), it) for it in shown if it.is_twice]
        by_amount = gathered([*((piece.amount, piece) for piece in shown), *one])
        for seen in self.seen.values():
            for piece in () if seen.quoted else by_amount.get(seen.movement.amount, ()):
                if is_named(piece.name, seen.label):
                    yield seen, piece

    def _dated(self) -> Iterator[Pair]:
        """Yield the movements that name nobody of the books, with what was paid on their day."""
        by_day = gathered(
            ((piece.paid, piece.amount), piece)
            for key, piece in self.pieces.items()
            if key not in self.quoted
        )
        for seen in self.seen.values():
            found = by_day.get((seen.movement.date, seen.movement.amount), ())
            if found and not seen.quoted and not any(is_named(x, seen.label) for x in self.names):
                yield from ((seen, piece) for piece in found)
