"""The lines of each name that are for the same thing, each with what it is worth.

Knows names, what lines are for, and their prices. Never what is doubtful in them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING

from reporter.grouping import gathered
from reporter.model import ZERO, Day, cents
from reporter.words.periods import without_period

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from reporter.model import Line

    Numbered = Sequence[tuple[Line, Decimal]]
    """Lines, each with the number that tells its name from another."""
    Subjects = Mapping[tuple[str, ...], Numbered]
    """The lines of each name that are for the same thing."""

FEWEST = 4
"""Lines of a name that are for the same thing; three are enough of days."""


def by_subject(lines: Sequence[Line]) -> Subjects:
    """Return the lines of each name that are for the same thing, in the order of their dates."""
    found: defaultdict[tuple[str, ...], list[tuple[Line, Decimal]]] = defaultdict(list)
    for line in lines:
        if line.amount > ZERO and (number := _number(line)) > ZERO:
            key = line.party, without_period(line.subject), line.worker
            found[key].append((line, number))
    return {
        key: sorted(its, key=lambda it: it[0].date)
        for key, its in _joined(found).items()
        if len(its) >= FEWEST - isinstance(its[0][0], Day)
    }


def _joined(subjects: Subjects) -> Subjects:
    """Return the lines of each name, those of missions of one price told together.

    It is that of most days of a client, and of half of those of the mission at least.
    """
    found: defaultdict[tuple[str, ...], list[tuple[Line, Decimal]]] = defaultdict(list)
    whose = gathered(((key[0], key[-1]), key) for key in subjects)
    for (name, worker), keys in whose.items():
        lines = [it for key in keys for it in subjects[key] if isinstance(it[0], Day)]
        usual = next((number for number, _ in Counter(map(itemgetter(1), lines)).most_common(1)), 0)
        for key in keys:
            same = sum(number == usual for _, number in subjects[key])
            found[(name, "", worker) if 2 * same >= len(subjects[key]) else key] += subjects[key]
    return found


def _number(line: Line) -> Decimal:
    """Return what tells a name from another: the price of a day, an amount otherwise."""
    if isinstance(line, Day):
        return line.rate or (cents(line.amount / line.days) if line.days else ZERO)
    return line.amount
