"""Doubts about amounts that are each the sum of those before: « 16, 32, 48, 64 ».

Knows amounts in the order of their dates. Never the words beside them: see `wholes`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from reporter.doubts.wording import doubt, euros, said, shown
from reporter.grouping import gathered
from reporter.model import DATE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from reporter.errors import Doubt
    from reporter.model import Activity

FEWEST, FEWEST_GROWING = 4, 6
"""Amounts that are as many times the first; and others, which may grow for good."""


def running_totals(activity: Activity) -> Iterator[Doubt]:
    """Yield the last of the amounts of a name on a sheet that only grow, as a running total does.

    Their last is then about as many times the first as there are of them. A row of months that
    grow is of a client who buys more.
    """
    lines = (*activity.fees, *activity.expenses)
    for its in gathered(((*it.place[:2], it.party), it) for it in lines).values():
        ordered = sorted(its, key=DATE)
        amounts = [line.amount for line in ordered]
        apart = len({line.date for line in its}) == len(its) == len({it.place.row for it in its})
        if apart and _grow(amounts):
            what = "des montants qui ne font que croître : chacun compte-t-il les précédents ?"
            fix = "n’écrire que ce que chaque ligne ajoute"
            last, before = ordered[-1], ordered[-2]
            text = said("{} ; le précédent : {}", shown(last), euros(before.amount))
            yield doubt("cumul", what, last, fix, text, last.party)


def _grow(amounts: Sequence[Decimal]) -> bool:
    steps = [after - before for before, after in pairwise(amounts)]
    if len(amounts) < FEWEST or min(steps) <= 0 or amounts[0] <= 0:
        return False
    if set(steps) == {amounts[0]}:
        return True
    usual = amounts[-1] / len(amounts)
    return len(amounts) >= FEWEST_GROWING and usual / 2 <= amounts[0] <= usual * 2
