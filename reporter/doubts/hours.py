"""Doubts about a sheet of days that are told in hours, or in half days.

Knows the days of each sheet and their dates. Never how many hours make a day.
"""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.doubts.calendar import A_DAY, ONE_DAY, OVERFULL, worked_on
from reporter.grouping import gathered
from reporter.words.periods import without_period

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.doubts.calendar import Sheets
    from reporter.errors import Doubt
    from reporter.model import Day

WORKING_HOURS = {Decimal(hours) for hours in ("7", "7.5", "7.8", "8", "35", "39")}
LONGEST = Decimal(12)
"""Hours of a day of work, at most: as days, they would not stand on the dates of a week."""
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
