"""Dates whose day and month were exchanged: all that can be, those of a part of a sheet, or one.

Knows dates in the order of their rows. Never how a cell is read.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.model import Line

MONTHS = 12


class Block(NamedTuple):
    """Dates in order down to a row, those between two ranks exchanged: the last day, the ranks."""

    day: dt.date = dt.date.min
    start: int = 0
    end: int = 0


def inverted(lines: Sequence[Line]) -> Sequence[int]:
    """Return the ranks of dates that are in order once their day and their month are exchanged.

    One is enough where it is, as it was typed; or they are all those that can be, or those of a
    part of the sheet, as a file is read month first. Those of a day of each month, client by
    client, are so too, and are true: other dates stand among them, or there are few days and names
    in a whole sheet.
    """
    dates = [line.date for line in lines]
    ranks = _block(dates)
    if len(ranks) == 1:
        return ranks
    whole = [n for n, day in enumerate(dates) if _exchanged(day)]
    apart = {(dates[n].day, lines[n].party) for n in whole}
    put = [_exchanged(day) or day for day in dates]
    if put in (sorted(put), sorted(put, reverse=True)) and (
        _are_among(dates, whole) or 2 * len(apart) >= len(whole) > 0
    ):
        return whole
    return ranks if _are_among(dates, ranks) else ()


def _are_among(dates: Sequence[dt.date], ranks: Sequence[int]) -> bool:
    """Tell whether dates that cannot be exchanged stand among those that are."""
    return any(day.day > MONTHS for day in dates[ranks[0] : ranks[-1]]) if ranks else False


def _block(dates: Sequence[dt.date]) -> Sequence[int]:
    """Return the ranks of the shortest block of dates that, exchanged, put all in order."""
    before: Block | None = Block()
    inside: Block | None = None
    after: Block | None = None
    for rank, day in enumerate(dates):
        other = _exchanged(day)
        begun = before and before._replace(start=rank) if other else None
        ended = inside and inside._replace(end=rank) if other else None
        before, inside, after = (
            _on(day, before),
            _on(other or day, begun, inside),
            _on(day, after, ended),
        )
    found = [it for it in (inside and inside._replace(end=len(dates)), after) if it]
    block = min(found, key=lambda it: it.end - it.start, default=Block())
    return [n for n in range(block.start, block.end) if _exchanged(dates[n])]


def _on(day: dt.date, *blocks: Block | None) -> Block | None:
    """Return the first block that a day may follow, with it."""
    return next((it._replace(day=day) for it in blocks if it and it.day <= day), None)


def _exchanged(day: dt.date) -> dt.date | None:
    """Return a date whose day and month are exchanged; None where it cannot be another."""
    return day.replace(month=day.day, day=day.month) if day.month != day.day <= MONTHS else None
