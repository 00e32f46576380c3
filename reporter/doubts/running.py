"""Doubts about amounts that are each the sum of those before: « 16, 32, 48, 64 ».

Knows amounts in the order of their dates, in a list or by month, and what is called as a situation
of works. Never a part and its whole: see `wholes`.
"""

from __future__ import annotations

from itertools import pairwise
from math import factorial, prod
from typing import TYPE_CHECKING

from reporter.doubts.wording import doubt, euros, said, shown
from reporter.grouping import gathered
from reporter.model import DATE
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from reporter.errors import Doubt
    from reporter.model import Activity, Line

FEWEST, FEWEST_GROWING = 4, 6
"""Amounts that are as many times the first; and others, which may grow for good."""
SITUATION = pattern(r"(?i)\b(?:situation|d[ée]compte|avancement)s?\b\D*\d+")
"""What says what was done of some work since its start, or since the last one."""
SITUATIONS = 3
"""Situations that do not grow by chance."""
FEWEST_BY_MONTH, MOST, ROWS, UNLIKELY = 10, 120, 5, 50_000
"""Lines of a table by month, of ten clients in a year at most; the rows of the first ones, at most;
orders that its amounts may have, for one that is of sums."""


def running_totals(activity: Activity) -> Iterator[Doubt]:
    """Yield a line of each sheet whose amounts only grow, as a running total does."""
    for lines in (activity.fees, activity.expenses):
        for its in gathered((line.place[:2], line) for line in lines).values():
            yield from _listed(its)
            yield from _by_month([line for line in its if line.amount > 0])


def _listed(lines: Sequence[Line]) -> Iterator[Doubt]:
    """Yield the last of the amounts of each name of a list that only grow.

    It is about as many times the first as there are of them, but for situations of one work.
    """
    named = (((line.party, _work(line.subject)), line) for line in lines)
    for (_, work), its in gathered(named).items():
        ordered = sorted(its, key=DATE)
        apart = len({line.date for line in its}) == len(its) == len({it.place.row for it in its})
        if apart and _grow([line.amount for line in ordered], work):
            what = "des montants qui ne font que croître : chacun compte-t-il les précédents ?"
            fix = "n’écrire que ce que chaque ligne ajoute"
            last, before = ordered[-1], ordered[-2]
            text = said("{} ; le précédent : {}", shown(last), euros(before.amount))
            yield doubt("cumul", what, last, fix, text, last.party)


def _work(subject: str) -> str | None:
    """Return what a situation is of; None for a line that is no situation."""
    found = SITUATION.search(subject)
    return subject[: found.start()] + subject[found.end() :] if found else None


def _grow(amounts: Sequence[Decimal], work: str | None) -> bool:
    steps = [after - before for before, after in pairwise(amounts)]
    fewest = FEWEST if work is None else SITUATIONS
    if len(amounts) < fewest or min(steps) <= 0 or amounts[0] <= 0:
        return False
    if work is not None or set(steps) == {amounts[0]}:
        return True
    usual = amounts[-1] / len(amounts)
    return len(amounts) >= FEWEST_GROWING and usual / 2 <= amounts[0] <= usual * 2


def _by_month(lines: Sequence[Line]) -> Iterator[Doubt]:
    """Yield the first line of a table by month where the amounts of each row only grow.

    They do so of several names, more often than by chance: the row of one client alone may grow.
    """
    if not FEWEST_BY_MONTH <= len(lines) <= MOST:
        return
    if len({line.place.row for line in lines[:FEWEST_BY_MONTH]}) > ROWS:
        return
    names = gathered((line.party, line.amount) for line in lines).values()
    growing = all(before < after for its in names for before, after in pairwise(its))
    if len(names) > 1 and growing and prod(factorial(len(its)) for its in names) >= UNLIKELY:
        what = "des montants qui ne font que croître, sous chaque nom : des cumuls ?"
        fix = "n’écrire que ce que chaque mois ajoute"
        yield doubt("cumul", what, lines[0], fix)
