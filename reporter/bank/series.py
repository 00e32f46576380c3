"""An expense of each month and its payments, told apart by the days that go by in between.

Knows movements and pieces of one amount and one name. Never numbers, nor what else is free.

A rent of the first, debited on the seventh, is as near to the next one. But where one payment
comes less than a month after each, always after about as long, each is that of its own month.
"""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from reporter.bank.windows import SERIES
from reporter.grouping import gathered
from reporter.names import code

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from reporter.bank.matches import Pair

FEWEST = 3
"""How many months make a series."""
SPREAD = timedelta(days=7)
"""How much the days between an expense and its payment may vary: week-ends, short months."""
SHIFT = 4
"""How many days the expense of a month may be from that day of the next months."""


def in_series(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield the pairs that are a month of a series.

    Args:
        pairs: movements and pieces that are free, of one amount, whose label names the piece.
    """
    groups = gathered(
        ((code(piece.name), piece.amount), (seen, piece))
        for seen, piece in pairs
        if piece.kind != "sale" and piece.paid is None
    )
    for group in groups.values():
        near = [pair for pair in group if SERIES[0] <= _lag(pair) <= SERIES[1]]
        alone = sorted(_alone(near), key=_date)
        if len(alone) >= FEWEST and _is_monthly(alone) and _is_steady(alone):
            yield from alone


def _lag(pair: Pair) -> timedelta:
    seen, piece = pair
    return seen.movement.date - piece.date


def _date(pair: Pair) -> dt.date:
    return pair[1].date


def _alone(pairs: list[Pair]) -> Iterator[Pair]:
    moves = Counter(id(seen.movement) for seen, _ in pairs)
    pieces = Counter(id(piece) for _, piece in pairs)
    for seen, piece in pairs:
        if moves[id(seen.movement)] == pieces[id(piece)] == 1:
            yield seen, piece


def _is_steady(pairs: list[Pair]) -> bool:
    lags = [_lag(pair) for pair in pairs]
    return max(lags) - min(lags) <= SPREAD


def _is_monthly(pairs: list[Pair]) -> bool:
    """Tell whether the expenses are about whole months apart; some may be missing."""
    return all(_is_month(after - before) for before, after in pairwise(map(_date, pairs)))


def _is_month(apart: timedelta) -> bool:
    months = round(apart.days * 12 / 365)
    return months > 0 and abs(apart.days * 12 - months * 365) <= SHIFT * 12
