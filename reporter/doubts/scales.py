"""Doubts about all the amounts of a sheet at once: cents, or thousands of euros.

Knows the fees and the expenses of each sheet. Never one amount among others: see `amounts`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reporter.doubts.wording import doubt, euros, said
from reporter.grouping import gathered
from reporter.model import AMOUNT
from reporter.words.periods import without_period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from reporter.errors import Doubt, Words
    from reporter.model import Activity, Line

    Sheets = Mapping[tuple[str, str], Sequence[Line]]

FEWEST, ENOUGH = 3, 5
"""Lines that a sheet needs before they say anything beside another's; by itself, other amounts and
other names: taxes and a rent are whole euros, month after month."""
LEAST, MOST = 1, 1000
"""Euros under which the median expense is rather in thousands, and above it in cents, if whole."""
USUAL = "d’ordinaire {} par ligne"
BESIDE = f"{USUAL} ; ailleurs {{}}"
TEN, TIMES = 10, 40
"""What prices are multiples of; how many times the amounts of the same sheet of another year."""


def odd_scales(activity: Activity) -> Iterator[Doubt]:
    """Yield the first line of each sheet whose amounts seem to be written in another unit."""
    expenses = _by_sheet(activity.expenses)
    for lines in expenses.values():
        if len(set(map(AMOUNT, lines))) < ENOUGH or len(set(map(_name, lines))) <= FEWEST:
            continue
        median = _median(lines)
        if median < LEAST or (median >= MOST and _are_cents(lines)):
            what = "des montants tous minuscules, ou tous en centimes ?"
            yield _doubt(lines, what, said(USUAL, euros(median)))
    for sheets in (expenses, _by_sheet(activity.fees)):
        yield from _unlike(sheets)


def _by_sheet(lines: Sequence[Line]) -> Sheets:
    found = gathered((line.place[:2], line) for line in lines if line.amount > 0)
    return {place: its for place, its in found.items() if len(its) >= FEWEST}


def _name(line: Line) -> tuple[str, ...]:
    supplier, label, category, _ = line.texts
    return supplier, without_period(label), category


def _median(lines: Sequence[Line]) -> Decimal:
    amounts: list[Decimal] = sorted(map(AMOUNT, lines))
    return amounts[len(lines) // 2]


def _are_cents(lines: Sequence[Line]) -> bool:
    """Tell whether amounts are whole, and most of them no round prices."""
    whole = not any(line.amount % 1 for line in lines)
    return whole and 2 * len([line for line in lines if line.amount % TEN]) > len(lines)


def _unlike(sheets: Sheets) -> Iterator[Doubt]:
    """Yield the years whose sheets are called as those of another are, and are worth far more.

    Which of the two is wrong, only their owner knows: both are told. Months differ by themselves.
    """
    years: defaultdict[tuple[str, int], list[Line]] = defaultdict(list)
    for at, lines in sheets.items():
        years[without_period(" ".join(at)), min(it.date for it in lines).year] += lines
    for its in gathered((name, lines) for (name, _), lines in years.items()).values():
        medians = [_median(lines) for lines in its]
        least, most = min(medians), max(medians)
        for lines, median in zip(its, medians, strict=True):
            other = most if TIMES * median <= most else least
            if max(median, other) >= TIMES * min(median, other):
                what = "des montants sans mesure avec ceux de l’autre année : une autre unité ?"
                yield _doubt(lines, what, said(BESIDE, euros(median), euros(other)))


def _doubt(lines: Sequence[Line], what: str, shown: Words) -> Doubt:
    fix = "écrire tous les montants en euros"
    return doubt("autre-unite", what, lines[0], fix, shown)
