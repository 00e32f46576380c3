"""Doubts about the days worked: too many on one date, a Sunday, a public holiday.

Knows which sheets are kept day by day: those where most lines hold at most one day. Elsewhere a
date is that of an invoice, on which nobody says to have worked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.errors import Doubt, Words
from reporter.french import days as days_in_words
from reporter.french import long_date
from reporter.law.workdays import public_holidays
from reporter.model import ZERO

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from reporter.model import Activity, Day

ONE_DAY = Decimal(1)
OVERFULL = Decimal("1.25")
"""From a quarter of a day more than one: a long day counted in hours is no mistake."""
SUNDAY = 6


Worked = Mapping["dt.date", "list[Day]"]
"""The lines of each date, of the sheets that are kept day by day."""


def overfull_dates(worked: Worked) -> Iterator[Doubt]:
    """Yield each date on which one person billed more than a day."""
    people: dict[tuple[dt.date, str], list[Day]] = defaultdict(list)
    for date, lines in worked.items():
        for line in lines:
            people[date, line.worker].append(line)
    for (date, _), lines in people.items():
        days = sum((line.days for line in lines), ZERO)
        if days >= OVERFULL:
            what = "plus d’un jour facturé à la même date"
            fix = "corriger une date ou un nombre de jours"
            yield _doubt("jour-double", what, date, lines, fix)


def sundays(worked: Worked) -> Iterator[Doubt]:
    """Yield each Sunday that was billed."""
    for date, lines in worked.items():
        if date.weekday() == SUNDAY:
            yield _doubt("dimanche", "jour facturé un dimanche", date, lines, "corriger la date")


def holidays(worked: Worked, *, alsace_moselle: bool) -> Iterator[Doubt]:
    """Yield each public holiday that was billed; on a Sunday, the Sunday says it."""
    if not worked:
        return
    years = range(min(worked).year, max(worked).year + 1)
    off = public_holidays(years, alsace_moselle=alsace_moselle)
    for date, lines in worked.items():
        if date in off and date.weekday() != SUNDAY:
            what = "jour facturé un jour férié"
            yield _doubt("jour-ferie", what, date, lines, "corriger la date")


def daily(activity: Activity) -> Worked:
    """Return the lines of the sheets that are kept day by day, by date."""
    sheets: dict[tuple[str, str], list[Day]] = defaultdict(list)
    for line in activity.days:
        sheets[line.place.file, line.place.sheet].append(line)
    dates: dict[dt.date, list[Day]] = defaultdict(list)
    for lines in sheets.values():
        for line in lines if _is_daily(lines) else ():
            dates[line.date].append(line)
    return dates


def _is_daily(lines: list[Day]) -> bool:
    return 2 * sum(abs(line.days) <= ONE_DAY for line in lines) > len(lines)


def _doubt(code: str, what: str, date: dt.date, lines: list[Day], fix: str) -> Doubt:
    shown = Words(_work, (date, *lines))
    return Doubt(code=code, what=what, place=lines[-1].place, shown=shown, fix=fix, date=date)


def _work(date: dt.date, *lines: Day) -> str:
    work = ", ".join(f"{line.client} {days_in_words(line.days)}" for line in lines)
    return f"{long_date(date)} : {work}"
