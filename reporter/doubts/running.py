"""Doubts about amounts that are each the sum of those before: « 16, 32, 48, 64 ».

Knows amounts in the order of their dates, and what is called as a situation of works. Never a part
and its whole: see `wholes`.
"""

from __future__ import annotations

from itertools import pairwise
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


def running_totals(activity: Activity) -> Iterator[Doubt]:
    """Yield a line of each sheet whose amounts only grow, as a running total does."""
    for lines in (activity.fees, activity.expenses):
        for its in gathered((line.place[:2], line) for line in lines).values():
            yield from _growing(its)


def _growing(lines: Sequence[Line]) -> Iterator[Doubt]:
    """Yield the last of the amounts of each name of a sheet that only grow.

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
