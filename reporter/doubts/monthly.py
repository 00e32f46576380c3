"""Doubts about what comes back each month, and once does not: a rent, a subscription, a fee.

Knows the months of lines that are alike. Never what they are worth to others.
"""

from __future__ import annotations

from bisect import bisect
from datetime import timedelta
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from reporter.doubts.wording import doubt, named
from reporter.french import month_of_year, short_date
from reporter.grouping import gathered, missing_between
from reporter.model import Day, Expense

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reporter.doubts.subjects import Subjects
    from reporter.errors import Doubt
    from reporter.model import Line

MONTHS, AUGUST = 12, 8
"""How many a year has, and the one that has a right to be empty."""
FEWEST = 8
"""Months in which a line comes back before one without it is a miss."""
WEEK = 7
"""Days within which what is paid each month stays, from one month to the next."""


def skipped(kinds: Iterable[Subjects]) -> Iterator[Doubt]:
    """Yield the line after the only month that lacks one, of the same worth before and after.

    Or the second one of the only month that has two, or the one of another month's, misdated. What
    is paid at one time of the month comes back; what is bought here and there need not, nor days.
    """
    for lines in _coming_back(kinds):
        months = {line.month: line for line in lines}
        if line := _in_another_month(lines):
            what = "datée d’un mois qui a la sienne, et une d’un autre manque : mal datée ?"
            yield doubt("dates-deplacees", what, line, "vérifier la date de chaque ligne")
        elif twice := _twice(lines, months):
            one, two = twice
            what = "deux fois dans le mois, une ligne qui revient une fois par mois"
            text = f"{named(two)} ; l’autre : {short_date(one.date)}, cellule {one.place.cell}"
            yield doubt("doublon", what, two, "effacer l’une des deux, ou la dater", text)
        elif _is_once(lines, months) and (line := _after_a_hole(months)):
            month = line.date.replace(day=1) - timedelta(days=1)
            text = f"{month_of_year(month)} ; {named(line)}"
            what = "un mois sans cette ligne, qui revient chaque mois"
            fix = "saisir celle du mois, si elle manque"
            yield doubt("mois-saute", what, line, fix, text)


def _is_once(lines: Sequence[Line], months: Mapping[int, Line]) -> bool:
    """Tell whether what is no work comes back once a month, at one time of it."""
    once = len(lines) == len(months) and not isinstance(lines[0], Day)
    return once and _keeps_its_days(lines)


def _twice(lines: Sequence[Line], months: Mapping[int, Line]) -> tuple[Line, Line] | None:
    """Return the two lines of the only month that has two, of one amount, each on its date.

    But for one of them, all keep their days; what is no work is always of that amount. One may be
    that of a month beside, which lacks its own: late, or early.
    """
    if len(lines) != len(months) + 1:
        return None
    one, two = next(it for it in pairwise(lines) if it[0].month == it[1].month)
    steady = isinstance(one, Day) or len({line.amount for line in lines}) == 1
    kept = any(_keeps_its_days(it for it in lines if it is not odd) for odd in (one, two))
    kept = kept and {one.month - 1, one.month + 1}.isdisjoint(missing_between(months))
    is_told = kept and steady and one.amount == two.amount and one.date != two.date
    return (one, two) if is_told else None


def _coming_back(kinds: Iterable[Subjects]) -> Iterator[Sequence[Line]]:
    """Yield the lines of each name that are for the same thing, in many months."""
    for numbered in chain.from_iterable(subjects.values() for subjects in kinds):
        lines = [line for line, _ in numbered]
        if len({line.month for line in lines}) >= FEWEST:
            yield lines


def _keeps_its_days(lines: Iterable[Line]) -> bool:
    days = [line.date.day for line in lines]
    return max(days) - min(days) < WEEK


def _in_another_month(lines: Sequence[Line]) -> Line | None:
    """Return the one line of a month that has its own, where one month alone lacks it.

    It is on another day of the month than all others, or alone out of the order of their dates.
    """
    months = gathered((line.month, line) for line in lines)
    if len(lines) != len(months) + 1 or len(missing_between(months)) != 1:
        return None
    for odd in next(its for its in months.values() if len(its) > 1):
        rest = [line for line in lines if line is not odd]
        apart = not isinstance(odd, Day) and not _keeps_its_days(lines) and _keeps_its_days(rest)
        if apart or (_are_in_order(rest) and not _are_in_order(lines)):
            return odd
    return None


def _are_in_order(lines: Iterable[Line]) -> bool:
    """Tell whether the dates of lines are in the order of their places, or the other way round."""
    dates = [line.date for line in sorted(lines, key=lambda line: line.place)]
    return sorted(dates) in (dates, dates[::-1])


def _after_a_hole(months: Mapping[int, Line]) -> Line | None:
    """Return the line after the one month that is missing, August aside; None of none, or several.

    It is steady: of the same amount as two months before, or after, and as that on the other side;
    an expense may be a tenth more, as a telephone is.
    """
    ranks = sorted(months)
    missing = [rank for rank in missing_between(months) if rank % MONTHS != AUGUST]
    if len(missing) != 1 or not {missing[0] - 1, missing[0] + 1} <= months.keys():
        return None
    after = bisect(ranks, missing[0])
    around = [months[rank].amount for rank in ranks[max(after - 2, 0) : after + 2]]
    least, most, line = min(around), max(around), months[ranks[after]]
    return line if least == most or (isinstance(line, Expense) and most * 10 < least * 11) else None
