"""Doubts about what was copied over lines that it is not of: a month bought again, a price drawn.

Knows what is bought or done of whom, and how often. Never how far an amount is from others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import groupby, pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from reporter.doubts.wording import doubt, named, said
from reporter.french import counted
from reporter.grouping import gathered
from reporter.model import PARTY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from reporter.errors import Doubt
    from reporter.model import Activity, Day, Expense

    Work = tuple[str, str, str]
    """A client, a mission and who works for it."""

TWICE = 2
NAMES = 3
"""Purchases of a month told again that are no chance."""


def tangled(activity: Activity) -> Iterator[Doubt]:
    """Yield what was copied over lines that it is not of."""
    yield from _month_again(activity.expenses)
    yield from _prices_drawn(activity.days)


def _month_again(lines: Sequence[Expense]) -> Iterator[Doubt]:
    """Yield the first of the purchases of a month that are those of the month before, to the cent.

    They are so in these two months alone, neither the first nor the last of all: what is paid each
    month is paid more often. Two are enough of names that are paid other amounts besides.
    """
    bought = gathered(((it.supplier, it.label, it.amount), it) for it in lines)
    twice = [sorted(its, key=_month) for its in bought.values() if len(its) == TWICE]
    ends = {choose(lines, key=_month).month for choose in (min, max)} if twice else set()
    again: defaultdict[int, list[Expense]] = defaultdict(list)
    for before, after in twice:
        is_next = before.month + 1 == after.month and ends.isdisjoint({before.month, after.month})
        if is_next and after.amount % 1:
            again[after.month].append(after)
    prices = gathered((it.supplier, it.amount) for it in lines) if again else {}
    for month, its in again.items():
        varied = all(len({*prices[it.supplier]}) > TWICE for it in its)
        enough = len(its) >= (TWICE if varied else NAMES)
        if enough and len(its) * NAMES >= sum(it.month == month for it in lines):
            what = "des achats du mois d’avant, au centime près : des lignes recopiées ?"
            first = min(its, key=lambda it: it.place)
            text = said("{} ; {}", named(first), counted(len(its), "ligne", "lignes"))
            yield doubt("doublon", what, first, "écrire ce qui est de ce mois", text)


def _month(line: Expense) -> int:
    return line.month


def _prices_drawn(days: Sequence[Day]) -> Iterator[Doubt]:
    """Yield the first line of another price than its own, that of the lines above, amid a sheet.

    Those of several names bear it, line after line. Below, each has its own price again, and some
    bore it twice: `swapped` tells those that do so once. Where none is below, it began amid a month
    of which other lines have their own price: one that all pay from then on begins with a month.
    """
    own = _usual_rates(days)
    for lines in gathered((it.place[:2], it) for it in days).values() if len(own) > TWICE else ():
        runs = [list(its) for _, its in groupby(lines, attrgetter("rate"))]
        for above, run in pairwise([lines[:0], *runs]):
            odd = [it for it in run if own.get(_work(it), it.rate) != it.rate]
            names = len(set(map(PARTY, odd)))
            is_amid = above and above[-1].month == run[0].month
            last = run is runs[-1]
            if names > 1 and odd[0] is not run[0] and (is_amid if last else names < len(odd)):
                what = "le tarif de la ligne du dessus, sous d’autres clients : tiré vers le bas ?"
                text = said("{} ; {}", named(odd[0]), counted(len(odd), "ligne", "lignes"))
                yield doubt("d-un-autre", what, odd[0], "vérifier le tarif de chacune", text)


def _usual_rates(days: Sequence[Day]) -> Mapping[Work, Decimal]:
    """Return the price of most lines of each client, mission and worker, where there is one."""
    rates = gathered((_work(it), it.rate) for it in days if it.rate)
    most = {work: Counter(its).most_common(1)[0] for work, its in rates.items()}
    return {work: rate for work, (rate, n) in most.items() if rate and 2 * n > len(rates[work])}


def _work(line: Day) -> Work:
    return line.client, line.mission, line.worker
