"""Dates of a sheet that one accident took out of their order, or drew down over the lines below.

Knows the dates of lines, in the order of their rows. Never what a line is worth.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from itertools import compress, pairwise
from operator import lt
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.french import counted, short_date
from reporter.model import PARTY
from reporter.sources.lines.accidents.dates import DRAWN, drawn_dates, inverted
from reporter.sources.lines.naming import doubt_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.errors import Doubt
    from reporter.model import Line

FEW_AWAY = 3
"""One line in so many, at most, is of another year than those around it."""
FEWEST, MOST_BREAKS = 4, 3
"""Lines of which the order may tell something, and times that dates go back where one is kept."""
SEASON = dt.timedelta(days=45)
"""How far from its neighbour the first line or the last one stands at most, its year put right."""
A_YEAR, HALF_A_YEAR = dt.timedelta(days=365), dt.timedelta(days=182)


def moved_dates(lines: Sequence[Line], *, named: bool) -> Iterator[Doubt]:
    """Yield the lines of a sheet whose dates alone break its order, or were drawn down to its end.

    Lines kept in no order, or by name, or forgotten and added last, are not so. A sheet `named` for
    its year tells more of years: see `strays`.
    """
    dates = [line.date for line in lines]
    if len(dates) < FEWEST:
        yield from _of_other_years(lines, dates, () if named else _breaks(dates))
        return
    if found := drawn_dates(dates, list(map(PARTY, lines))):
        told, run = found
        what = f"{told} : une cellule tirée vers le bas ?"
        yield _asked(lines[run.start], what, len(run))
    back = _breaks(dates)
    if back and _are_by_name(lines, back):
        return
    on = len(_breaks(dates[::-1]))
    if len(back) > on + (on > 0):  # of four dates, the first and the last exchanged go back twice
        lines, dates = lines[::-1], dates[::-1]
        back = _breaks(dates)
    if not back:
        yield from () if named else _a_year_on(lines, dates)
        return
    ranks = inverted(lines)
    if ranks:
        what = "jour et mois inversés ? les dates de la feuille seraient alors dans l’ordre"
        yield _asked(min((lines[n] for n in ranks), key=lambda it: it.place.row), what, len(ranks))
    apart = [n for n, it in enumerate(zip(dates, sorted(dates), strict=True)) if it[0] != it[1]]
    exchanged = len(apart) > 1 and not apart[2:] and apart[1] - apart[0] > 1
    for rank in apart if exchanged else ():
        what = "deux dates échangées ? celles de la feuille seraient alors dans l’ordre"
        yield _asked(lines[rank], what)
    few = not named and len(back) <= MOST_BREAKS
    away = [*_of_other_years(lines, dates, back if few else ())]
    yield from away or (() if named else _enclosed(lines, dates))
    if len(back) == 1 and not exchanged and not ranks and not away:
        yield from () if named else _a_year_back(lines, dates, back[0])
        yield from _too_late(lines, dates, back[0])


def drawn_payments(lines: Sequence[Line]) -> Iterator[Doubt]:
    """Yield the first of payments that follow one another as no clients pay: a cell drawn down.

    Several invoices are paid at one date, the last ones too.
    """
    paid = [line for line in lines if line.paid]
    days = [day for line in paid if (day := line.paid)]
    found = drawn_dates(days, list(map(PARTY, paid))) if len(paid) >= FEWEST else None
    if found and found[0] not in {DRAWN["same"], DRAWN["all"]}:
        (told, run), fix = found, "vérifier la date de paiement de chaque ligne"
        what, line = f"{told}, celles de paiements : une cellule tirée ?", paid[run.start]
        yield doubt_of("dates-deplacees", what, line, fix, short_date(days[run.start]))


def _are_by_name(lines: Sequence[Line], back: Sequence[int]) -> bool:
    """Tell whether lines are in the order of names, and their dates start again at each."""
    names = [folded(line.party) for line in lines]
    return names == sorted(names) and all(names[n - 1] != names[n] for n in back)


def _asked(line: Line, what: str, count: int = 1) -> Doubt:
    text = short_date(line.date)
    shown = f"{text}, {counted(count, 'ligne', 'lignes')}" if count > 1 else text
    return doubt_of("dates-deplacees", what, line, "vérifier la date de chaque ligne", shown)


def _too_late(lines: Sequence[Line], dates: Sequence[dt.date], rank: int) -> Iterator[Doubt]:
    """Yield the one line of a date that was still to come when those below it were written.

    One of an earlier date may be forgotten, and added where its owner was; not one of a later, far
    from them or amid those of another month.
    """
    day, rest = dates[rank - 1], [*dates[: rank - 1], *dates[rank:]]
    around = [(it.year, it.month) for it in dates[max(rank - 2, 0) : rank + 1]]
    alone = len(around) == FEW_AWAY and around[0] == around[2] != around[1]
    far = (alone or day - dates[rank] > SEASON) and day.year == dates[rank].year
    if far and rest == sorted(rest) and bisect_left(rest, day) > rank:
        what = "une date d’après celles des lignes suivantes, toutes les autres dans l’ordre"
        yield _asked(lines[rank - 1], what)


def _a_year_on(lines: Sequence[Line], dates: Sequence[dt.date]) -> Iterator[Doubt]:
    """Yield the last few lines of a sheet, or the first, that are a year away from the others.

    Days go by from one line to the next, August aside: in a sheet of few lines a year, one may well
    be empty.
    """
    steps = [later - day for day, later in pairwise(dates)]
    widest = max(range(len(steps)), key=steps.__getitem__)
    alone = A_YEAR <= steps[widest] <= A_YEAR + SEASON and sorted(steps)[-2] <= 2 * SEASON
    ends = {"après": lines[widest + 1 :], "avant": lines[: widest + 1]}
    for where, few in ends.items() if alone else ():
        for line in few if len(few) <= min(FEWEST, len(steps) // FEW_AWAY) else ():
            what = f"ligne d’un an {where} les autres, que rien n’en sépare"
            yield doubt_of("autre-annee", what, line, "vérifier l’année de la date")


def _of_other_years(
    lines: Sequence[Line], dates: Sequence[dt.date], back: Sequence[int]
) -> Iterator[Doubt]:
    """Yield the few lines that are in order with a year more, or less.

    January is typed with the year that ended, December with the one that begins.
    """
    moved = list(dates)
    for block, years in (_astray(dates, rank) for rank in back):
        moved[block] = [_years_on(day, years) for day in dates[block]]
    away = [line for line, was, day in zip(lines, dates, moved, strict=True) if was != day]
    if len(away) * FEW_AWAY <= len(dates) and moved == sorted(moved):
        for line in away:
            what = "ligne d’une autre année que celles qui l’entourent, dans l’ordre des dates"
            yield doubt_of("autre-annee", what, line, "vérifier l’année de la date")


def _a_year_back(lines: Sequence[Line], dates: Sequence[dt.date], rank: int) -> Iterator[Doubt]:
    """Yield the first of the last lines of a sheet, that follow those above once a year later.

    It is that of the year before, of which the first rows alone were written anew.
    """
    moved, above = [*dates[:rank], *(_years_on(day, 1) for day in dates[rank:])], dates[rank - 1]
    follows = dates[0] > dates[-1] and moved[rank] - above <= 2 * SEASON
    if follows and moved == sorted(moved):
        what = "des lignes de l’année d’avant, sous celles de l’année : à mettre à jour ?"
        yield _asked(lines[rank], what, len(lines) - rank)._replace(code="autre-annee")


def _enclosed(lines: Sequence[Line], dates: Sequence[dt.date]) -> Iterator[Doubt]:
    """Yield the first of lines of other years between two of one year, all in order once of it.

    That of their months is enough. However many they are: a year was replaced in a part of the
    column, or its days are counted from 1904, which are one day off.
    """
    moved, last, first, blocks = list(dates), dict[int, int](), 0, []
    for rank, day in enumerate(dates):
        before = last.get(day.year, rank)
        last[day.year] = rank
        if first <= before < rank - 1:
            block = slice(before + 1, rank)
            moved[block] = [_years_on(it, day.year - it.year) for it in dates[block]]
            blocks.append((lines[before + 1], rank - before - 1))
            first = rank
    if all(one.replace(day=1) <= later for one, later in pairwise(moved)):
        for line, count in blocks:
            what = "ligne d’une autre année que celles qui l’entourent, dans l’ordre des dates"
            yield _asked(line, what, count)._replace(code="autre-annee")


def _breaks(dates: Sequence[dt.date]) -> list[int]:
    """Return the ranks of the dates that are before the one above them."""
    return list(compress(range(1, len(dates)), map(lt, dates[1:], dates)))


def _astray(dates: Sequence[dt.date], rank: int) -> tuple[slice, int]:
    """Return the lines that make the dates go back at a rank, and years to add.

    They are those parted from the rest by a year on their other side, or else the fewer.
    """
    before, day = dates[rank - 1], dates[rank]
    last = next((n for n in range(rank, len(dates)) if dates[n] >= before), len(dates))
    first = next((n for n in range(rank - 1, -1, -1) if dates[n] <= day), -1) + 1
    into = first > 0 and dates[first] - dates[first - 1] > HALF_A_YEAR
    out = last < len(dates) and dates[last] - dates[last - 1] > HALF_A_YEAR
    fits = last == len(dates) or _years_on(dates[last - 1], 1) <= dates[last]
    late = fits and _years_on(day, 1) >= before and (into, last - rank) <= (out, rank - first)
    gap = _years_on(day, 1) - before if late else day - _years_on(before, -1)
    if gap > SEASON and (last == len(dates) if late else first == 0):
        return slice(rank, last), 0  # forgotten, and added at the end
    return (slice(rank, last), 1) if late else (slice(first, rank), -1)


def _years_on(day: dt.date, years: int) -> dt.date:
    """Return the same day of another year; the 28th for the 29th of February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
