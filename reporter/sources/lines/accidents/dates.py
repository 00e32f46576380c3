"""Dates that a cell drawn down made over those below, and those whose day and month are exchanged.

Knows dates and names in the order of rows. Never how a cell is read, nor what a line is worth.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

from reporter.law.workdays import SATURDAY, month_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.model import Line

FEWEST, FEWEST_INSIDE = 4, 6
"""Dates drawn down to the last of a sheet; days that follow one another among its lines."""
WHOLE = 12
"""Lines that one date seldom fits, but the first or the last of a month, which stand for it."""
A_DAY = dt.timedelta(days=1)
DRAWN = {
    "same": "la même date sur toutes les dernières lignes, et nulle part ailleurs deux fois",
    "all": "la même date sur toutes les lignes",
    "days": "des dates qui avancent d’un jour par ligne, samedi et dimanche compris",
    "months": "des dates qui avancent d’un mois par ligne",
    "years": "des dates qui avancent d’un an par ligne",
}
"""What is said of dates, by how each follows the one above it."""


def drawn_dates(dates: Sequence[dt.date], names: Sequence[str]) -> tuple[str, range] | None:
    """Return what is said of the dates of a sheet that were drawn down, and their ranks."""
    for how, run in _runs(dates):
        own = dates[run.start : run.stop]
        if run.stop == len(dates) and (told := _to_the_end(how, dates, run)):
            return told
        if how and run.stop < len(dates) and _take_turns(names[run.start : run.stop]):
            if how == "days" and len(own) >= FEWEST_INSIDE and _are_of_weekends(own):
                return DRAWN[how], run
            if how in {"months", "years"} and len(own) >= FEWEST and dates[run.stop] < own[-1]:
                return DRAWN[how], run
    return None


def _runs(dates: Sequence[dt.date]) -> Iterator[tuple[str, range]]:
    """Yield how the dates follow one another, and the ranks of those that all do so."""
    start = 0
    for how, its in groupby(map(_step, dates, dates[1:])):
        stop = start + sum(1 for _ in its)
        yield how, range(start, stop + 1)
        start = stop


def _to_the_end(how: str, dates: Sequence[dt.date], run: range) -> tuple[str, range] | None:
    own = dates[run.start :]
    if len(run) < FEWEST or how in {"", "months"}:
        return None
    if how == "days":
        return (DRAWN[how], run) if _are_of_weekends(own) else None
    if how == "same" and not run.start:
        ends = {(own[0] + step).month for step in (-A_DAY, A_DAY)}
        whole = len(run) >= WHOLE and len(ends) == 1
        return (DRAWN["all"], range(1, len(dates))) if whole else None
    before = Counter(dates[: run.start])
    alone = len(before) >= FEWEST - 1 and max(before.values()) == 1
    return (DRAWN[how], run) if how == "years" or alone else None


def _are_of_weekends(days: Sequence[dt.date]) -> bool:
    return len({day.weekday() for day in days if day.weekday() >= SATURDAY}) > 1


def _take_turns(names: Sequence[str]) -> bool:
    """Tell whether names give way to one another: lines kept name by name are no accident."""
    return 2 * sum(one != other for one, other in pairwise(names)) >= len(names)


def _step(one: dt.date, two: dt.date) -> str:
    """Return how a date follows the one above: by a day, a month, a year; empty otherwise."""
    if one == two:
        return "same"
    if two - one == A_DAY:
        return "days"
    months = (two.year - one.year) * 12 + two.month - one.month
    if two.day == min(one.day, month_end(two).day):
        return {1: "months", 12: "years"}.get(months, "")
    return ""


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
