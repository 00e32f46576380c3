"""Doubts about the days worked: too many on one date, a Sunday, a public holiday.

Knows which sheets are kept day by day: those where most lines hold at most one day. Elsewhere a
date is that of an invoice, on which nobody says to have worked.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.errors import Doubt
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


def overfull_dates(activity: Activity) -> Iterator[Doubt]:
    """Yield each date on which one person billed more than a day."""
    worked: dict[tuple[dt.date, str], list[Day]] = defaultdict(list)
    for line in daily(activity):
        worked[line.date, line.worker].append(line)
    for (date, _), lines in worked.items():
        days = sum((line.days for line in lines), ZERO)
        if days >= OVERFULL:
            what = "plus d’un jour facturé à la même date"
            fix = "corriger une date ou un nombre de jours"
            yield _doubt("jour-double", what, date, lines, fix)


def sundays(activity: Activity) -> Iterator[Doubt]:
    """Yield each Sunday that was billed."""
    for date, lines in _by_date(daily(activity)).items():
        if date.weekday() == SUNDAY:
            yield _doubt("dimanche", "jour facturé un dimanche", date, lines, "corriger la date")


def holidays(activity: Activity, *, alsace_moselle: bool) -> Iterator[Doubt]:
    """Yield each public holiday that was billed; on a Sunday, the Sunday says it."""
    worked = _by_date(daily(activity))
    if not worked:
        return
    years = range(min(worked).year, max(worked).year + 1)
    off = public_holidays(years, alsace_moselle=alsace_moselle)
    for date, lines in worked.items():
        if date in off and date.weekday() != SUNDAY:
            what = "jour facturé un jour férié"
            yield _doubt("jour-ferie", what, date, lines, "corriger la date")


def daily(activity: Activity) -> list[Day]:
    """Return the lines of the sheets that are kept day by day."""
    sheets: dict[tuple[str, str], list[Day]] = defaultdict(list)
    for line in activity.days:
        sheets[line.place.file, line.place.sheet].append(line)
    kept = [lines for lines in sheets.values() if _is_daily(lines)]
    return [line for lines in kept for line in lines]


def _is_daily(lines: list[Day]) -> bool:
    return 2 * sum(abs(line.days) <= ONE_DAY for line in lines) > len(lines)


def _by_date(lines: list[Day]) -> dict[dt.date, list[Day]]:
    dates: dict[dt.date, list[Day]] = defaultdict(list)
    for line in lines:
        dates[line.date].append(line)
    return dates


def _doubt(code: str, what: str, date: dt.date, lines: list[Day], fix: str) -> Doubt:
    work = ", ".join(f"{line.client} {days_in_words(line.days)}" for line in lines)
    shown = f"{long_date(date)} : {work}"
    return Doubt(code=code, what=what, place=lines[-1].place, shown=shown, fix=fix, date=date)
