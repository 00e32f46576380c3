"""The numbers that miss between those of the books: invoices that they may have forgotten.

Knows the numbers and the days of sales. Never movements.

Numbers follow each other without a break (CGI, annexe II, art. 242 nonies A): one that misses is
an invoice whose payment may be taken for that of another one, of the same client and amount.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from reporter.bank.windows import SALE
from reporter.patterns import pattern

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from reporter.bank.pieces import Piece

RANK = pattern(r"(.*?)(\d{1,9})\D*")
WIDEST = 20
"""How many numbers may miss; beyond, it is another series: « 2020-12 », « 2021-01 »."""

FOLLOWED = 4
"""Of how many invoices one may be older than the one before, and the numbers follow the days."""


def gaps_in(pieces: Iterable[Piece]) -> list[tuple[dt.date, dt.date]]:
    """Return where numbers miss: the first and the last day on which what misses may be paid.

    Those on either side tell; numbers that follow no order tell nothing.
    """
    series: defaultdict[str, dict[int, list[dt.date]]] = defaultdict(dict)
    for piece in pieces:
        found = RANK.fullmatch(piece.number)
        if piece.kind == "sale" and found:
            series[found[1].casefold()].setdefault(int(found[2]), []).append(piece.date)
    between = (pair for known in series.values() for pair in _between(known))
    return [(first, last + SALE) for first, last in between]


def _between(known: dict[int, list[dt.date]]) -> Iterator[tuple[dt.date, dt.date]]:
    """Yield the days between which invoices miss in a series whose days follow its numbers."""
    steps = [
        (after - before, min(known[before]), max(known[after]))
        for before, after in pairwise(sorted(known))
    ]
    back = sum(first > last for _, first, last in steps)
    if back * FOLLOWED <= len(steps):
        yield from ((first, last) for step, first, last in steps if 1 < step <= WIDEST)
