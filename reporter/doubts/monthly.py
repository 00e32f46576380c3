"""Doubts about what comes back each month, and once does not: a rent, a subscription, a fee.

Knows the months of lines that are alike. Never what they are worth to others.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from datetime import timedelta
from itertools import chain, pairwise
from typing import TYPE_CHECKING

from reporter.doubts.wording import doubt, named
from reporter.french import counted, month_of_year, short_date
from reporter.grouping import missing_between

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reporter.doubts.swapped import Subjects
    from reporter.errors import Doubt
    from reporter.model import Line

MONTHS, AUGUST = 12, 8
"""How many a year has, and the one that has a right to be empty."""
FEWEST = 8
"""Months in which a line comes back before one without it is a miss."""
TOGETHER = 3
"""What comes back each month and stops together, for more than a month, before it goes on."""
WEEK = 7
"""Days within which what is paid each month stays, from one month to the next."""


def skipped(kinds: Iterable[Subjects]) -> Iterator[Doubt]:
    """Yield the line after the only month that lacks one, of the same amount before and after.

    Or the second one of the only month that has two. What is paid at one time of the month comes
    back; what is bought here and there need not.
    """
    coming_back = list(_coming_back(kinds))
    for lines in coming_back:
        months = {line.month: line for line in lines}
        if not _keeps_its_days(lines):
            if line := _in_another_month(lines):
                what = "datée d’un mois qui a la sienne, et une d’un autre manque : mal datée ?"
                yield doubt("dates-deplacees", what, line, "vérifier la date de chaque ligne")
        elif len(lines) == len(months) and (line := _after_a_hole(months)):
            month = line.date.replace(day=1) - timedelta(days=1)
            text = f"{month_of_year(month)} ; {named(line)}"
            what = "un mois sans cette ligne, qui revient chaque mois"
            fix = "saisir celle du mois, si elle manque"
            yield doubt("mois-saute", what, line, fix, text)
        elif len(lines) == len(months) + 1 and len({line.amount for line in lines}) == 1:
            one, two = next(it for it in pairwise(lines) if it[0].month == it[1].month)
            if one.date != two.date:
                what = "deux fois dans le mois, une ligne qui revient une fois par mois"
                text = f"{named(two)} ; l’autre : {short_date(one.date)}, cellule {one.place.cell}"
                yield doubt("doublon", what, two, "effacer l’une des deux, ou la dater", text)
    yield from _stopped(coming_back)


def _coming_back(kinds: Iterable[Subjects]) -> Iterator[Sequence[Line]]:
    """Yield the lines of each name that are for the same thing, in many months."""
    for numbered in chain.from_iterable(subjects.values() for subjects in kinds):
        lines = [line for line, _ in numbered]
        if len({line.month for line in lines}) >= FEWEST:
            yield lines


def _stopped(coming_back: Iterable[Sequence[Line]]) -> Iterator[Doubt]:
    """Yield the first line after months that lack several at once of what comes back each month."""
    together: defaultdict[tuple[int, ...], list[Line]] = defaultdict(list)
    for lines in coming_back:
        months = {line.month: line for line in lines}
        if len(lines) == len(months) and _keeps_its_days(lines) and len(hole := _hole(months)) > 1:
            together[hole].append(months[hole[-1] + 1])
    for hole, own in together.items():
        if len(own) >= TOGETHER:
            line = min(own, key=lambda it: it.place)
            what = "des mois sans aucune des lignes qui reviennent chaque mois, avant celle-ci"
            text = f"{counted(len(hole), 'mois', 'mois')} ; {named(line)}"
            yield doubt("mois-saute", what, line, "saisir celles de ces mois", text)


def _hole(months: Mapping[int, Line]) -> tuple[int, ...]:
    """Return the months that are missing, where they follow one another."""
    missing = missing_between(months)
    whole = missing and missing[-1] - missing[0] == len(missing) - 1
    return tuple(missing) if whole else ()


def _keeps_its_days(lines: Iterable[Line]) -> bool:
    days = [line.date.day for line in lines]
    return max(days) - min(days) < WEEK


def _in_another_month(lines: Sequence[Line]) -> Line | None:
    """Return the one line on another day of the month, where its own month alone is missing."""
    by_day = sorted(lines, key=lambda line: line.date.day)
    for odd, *rest in (by_day, by_day[::-1]):
        months = {line.month for line in rest}
        inside = range(min(months), max(months))
        alone = len(months) == len(rest) == len(inside) and odd.month in months
        if alone and _keeps_its_days(rest):
            return odd
    return None


def _after_a_hole(months: Mapping[int, Line]) -> Line | None:
    """Return the line after the one month that is missing, August aside; None of none, or several.

    It is steady: of the same amount as two months before, or after, and as that on the other side.
    """
    ranks = sorted(months)
    missing = [rank for rank in missing_between(months) if rank % MONTHS != AUGUST]
    if len(missing) != 1 or not {missing[0] - 1, missing[0] + 1} <= months.keys():
        return None
    after = bisect(ranks, missing[0])
    around = {months[rank].amount for rank in ranks[max(after - 2, 0) : after + 2]}
    return months[ranks[after]] if len(around) == 1 else None
