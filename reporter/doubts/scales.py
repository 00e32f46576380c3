"""Doubts about a whole sheet: amounts in cents or in thousands, days told in hours or in half days.

Knows the lines of each sheet. Never one number among others: see `amounts` and `rates`.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.doubts.calendar import A_DAY, ONE_DAY, OVERFULL, worked_on
from reporter.doubts.wording import doubt, euros, said
from reporter.grouping import gathered
from reporter.model import AMOUNT
from reporter.words.periods import without_period

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from reporter.doubts.calendar import Sheets
    from reporter.errors import Doubt, Words
    from reporter.model import Activity, Day, Line

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
    for lines in expenses:
        if len(set(map(AMOUNT, lines))) < ENOUGH or len(set(map(_name, lines))) <= FEWEST:
            continue
        median = _median(lines)
        if median < LEAST or (median >= MOST and _are_cents(lines)):
            what = "des montants tous minuscules, ou tous en centimes ?"
            yield _doubt(lines, what, said(USUAL, euros(median)))
    for lines in (activity.expenses, activity.fees):
        yield from _unlike(lines)


def _by_sheet(lines: Sequence[Line]) -> Collection[Sequence[Line]]:
    found = gathered((line.place[:2], line) for line in lines if line.amount > 0)
    return [its for its in found.values() if len(its) >= FEWEST]


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


def _unlike(every: Sequence[Line]) -> Iterator[Doubt]:
    """Yield the years of a sheet, or of several called alike, of which one is worth far more.

    Which of the two is wrong, only their owner knows: both are told. Months differ by themselves.
    """
    sheets = gathered((line.place[:2], line) for line in every if line.amount > 0)
    named = ((without_period(" ".join(at)), lines) for at, lines in sheets.items())
    years = gathered(((name, line.date.year), line) for name, lines in named for line in lines)
    told = ((name, lines) for (name, _), lines in years.items() if len(lines) >= FEWEST)
    for its in gathered(told).values():
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


WORKING_HOURS = {Decimal(hours) for hours in ("7", "7.5", "7.8", "8")}
LONGEST = Decimal(12)
"""Hours of a day of work, at most: as days, they would not stand on the dates of a week."""
AN_HOUR, SIX_MINUTES = Decimal("0.125"), Decimal(1) / 80
HALVES, FEWEST_SISTERS = Decimal(2), 3
"""A day counted in half days; sheets of one name, from which one may stand out."""


def hours_for_days(sheets: Sheets) -> Iterator[Doubt]:
    """Yield a sheet whose lines, a date each, are mostly those of a day of work told in hours.

    So are several days for a client on one date, and several on the next, on nearly all lines. Of
    a list of invoices, each line of its own number or of its own client, none is a day of work.
    """
    for lines in sheets:
        names = {line.invoice for line in lines}, {line.client for line in lines}
        if any("" not in its and len(its) == len(lines) for its in names):
            continue
        whole = [line for line in lines if OVERFULL <= line.days <= LONGEST and not line.end]
        known = {(line.client, line.mission, line.date) for line in whole}
        next_to = {
            (*names, date)
            for *names, date in known
            if {(*names, date - A_DAY), (*names, date + A_DAY)} & known
        }
        long = [
            line
            for line in lines
            if line.days in WORKING_HOURS or (line.client, line.mission, line.date) in next_to
        ]
        dates = {line.date for line in long}
        near = any(abs((one - two).days) == 1 for one in dates for two in dates)
        hours = sum(line.days in WORKING_HOURS for line in lines)
        most = 2 * hours > len(lines) or 4 * len(long) > 3 * len(lines)
        if most and len(dates) == len(long) > 1 and near:
            yield _asked("des heures dans la colonne des jours ?", long[0])


def tiny_days(sheets: Sheets) -> Iterator[Doubt]:
    """Yield a sheet of which no line is of an hour in days, or of six minutes in hours.

    Its numbers lost their comma: 7 hours came as 0.07. Days that are told have few decimals.
    """
    for lines in sheets:
        most = max(line.days for line in lines)
        told = most < AN_HOUR and all(line.days == round(line.days, 3) for line in lines)
        if len(lines) >= FEWEST and most > 0 and (told or most < SIX_MINUTES):
            what = "des temps tous minuscules : des nombres divisés par cent, ou par mille ?"
            yield worked_on(
                "autre-unite", what, [lines[0]], "écrire tous les temps en jours, ou en heures"
            )


def unlike_others(sheets: Sheets) -> Iterator[Doubt]:
    """Yield a sheet most lines of which are of 2, or of hours, and those of its sisters of a day.

    They are called as it is, but for the month or the year: it counts in half days, or in hours.
    """
    alike = gathered((without_period(" ".join(its[0].place[:2])), its) for its in sheets)
    for sisters in (its for its in alike.values() if len(its) >= FEWEST_SISTERS):
        odd = [lines for lines in sisters if _usual(lines) != ONE_DAY]
        if len(odd) == 1 and _usual(odd[0]) in {HALVES, *WORKING_HOURS}:
            what = "des demi-journées ou des heures, là où les autres feuilles comptent en jours ?"
            yield _asked(what, odd[0][0])


def _usual(lines: Sequence[Day]) -> Decimal | None:
    """Return the days of most lines of a sheet, None where most are of no one number."""
    (days, count), *_ = Counter(line.days for line in lines).most_common(1)
    return days if 2 * count > len(lines) > 1 else None


def _asked(what: str, line: Day) -> Doubt:
    fix = "écrire 1 ou 0,5, ou nommer la colonne Heures"
    return worked_on("heures-en-jours", what, [line], fix)
