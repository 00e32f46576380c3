"""What a movement that is not explained may pay: the cells to look at, never a match.

Knows movements and pieces that are free. Never what is sure.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from reporter.bank.quoting import is_named, words_of
from reporter.grouping import gathered
from reporter.law.vat_rates import usual
from reporter.model import cents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from reporter.bank.matches import Seen
    from reporter.bank.matching import Matching
    from reporter.bank.pieces import Piece

MOST = 5
EARLY, LATE = timedelta(days=-60), timedelta(days=400)
NEAR = timedelta(days=90)
"""How far an expense of that amount may be, whoever it is paid to."""


def likely(matching: Matching) -> Mapping[int, tuple[Piece, ...]]:
    """Return, for each movement that is free, the pieces that are too and that it may pay.

    They are those whose number it quotes, else those of its amount, else those of whom it names.
    """
    by_amount, by_word = _by_amount(matching), _by_word(matching)
    found = {}
    for key, seen in matching.seen.items():
        near = {id(piece): piece for piece in _near(seen, matching, by_amount, by_word)}
        found[key] = tuple(near.values())[:MOST]
    return found


def _near(
    seen: Seen,
    matching: Matching,
    by_amount: Mapping[Decimal, list[Piece]],
    by_word: Mapping[str, Mapping[str, list[Piece]]],
) -> Iterator[Piece]:
    yield from (piece for piece in seen.quoted if id(piece) in matching.pieces)
    same = [x for x in by_amount.get(seen.movement.amount, ()) if _is_near(seen, x)]
    yield from sorted(same, key=lambda x: abs(x.date - seen.movement.date))
    named = [
        piece
        for word in dict.fromkeys(seen.label)
        for name, of_them in by_word.get(word, {}).items()
        if is_named(name, seen.label)
        for piece in of_them
        if seen.movement.amount * piece.amount > 0 and _is_near(seen, piece)
    ]
    yield from sorted(named, key=partial(_far, seen))


def _far(seen: Seen, piece: Piece) -> tuple[Decimal, timedelta]:
    """Return how far a piece is from a movement: by its amount first, then by its date."""
    movement = seen.movement
    return abs(movement.amount - piece.amount), abs(movement.date - piece.date)


def _is_near(seen: Seen, piece: Piece) -> bool:
    after = seen.movement.date - (piece.paid or piece.date)
    return EARLY <= after <= LATE if piece.kind == "sale" else abs(after) <= NEAR


def _by_amount(matching: Matching) -> dict[Decimal, list[Piece]]:
    """Return the pieces by amount; one without VAT also by what it comes to at each rate."""
    found: defaultdict[Decimal, list[Piece]] = defaultdict(list)
    for piece in matching.pieces.values():
        found[piece.amount].append(piece)
        for rate in usual(piece.date) if piece.bare else ():
            found[cents(piece.amount * (1 + rate))].append(piece)
    return found


def _by_word(matching: Matching) -> Mapping[str, Mapping[str, list[Piece]]]:
    """Return the pieces by the word of their name that the fewest names share, then by name."""
    by_name = gathered((piece.name, piece) for piece in matching.pieces.values())
    shared = Counter(word for name in by_name for word in words_of(name))
    found: defaultdict[str, dict[str, list[Piece]]] = defaultdict(dict)
    for name, of_them in by_name.items():
        if said := words_of(name):
            found[min(sorted(said), key=lambda word: (shared[word], -len(word)))][name] = of_them
    return found
