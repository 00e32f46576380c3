"""Doubts about the days worked: too many on one date, a Sunday, a public holiday.

Knows which sheets are kept day by day: those where most lines hold at most one day. Elsewhere a
date is that of an invoice, on which nobody says to have worked.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from reporter.doubts.wording import doubt
from reporter.errors import Doubt, Words
from reporter.french import days as days_in_words
from reporter.french import long_date, month_of_year
from reporter.grouping import gathered
from reporter.law.workdays import month_end, public_holidays, working_days
from reporter.model import DAYS, ZERO, total
from reporter.names import spelling
from reporter.sources.lines.accidents.strays import months_of_people
from reporter.sources.tables.titles import WHO_WORKED
from reporter.words.periods import without_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.model import Activity, Day

ONE_DAY = Decimal(1)
FEWEST_MONTHS = 3
"""Months of a line of each client, of which none is a day of a calendar."""
FEWEST_WORKING = 18
"""The working days that every month of France has, at least: fewer days need no calendar."""
FEWEST_LONG, RARE = 4, 8
"""Lines of several days that are no mistakes, where more than one line in eight is one of them."""
WEEK = 5
"""Working days of a week."""
A_DAY = dt.timedelta(days=1)
OVERFULL = Decimal("1.25")
"""From a quarter of a day more than one: a long day counted in hours is no mistake."""
SUNDAY = 6

Sheets = Sequence["Sequence[Day]"]
"""The lines of each sheet."""
Worked = Mapping["dt.date", "list[Day]"]
"""The lines of each date, of the sheets that are kept day by day."""


def overfull_dates(worked: Worked) -> Iterator[Doubt]:
    """Yield each date on which one person billed more than a day."""
    for lines in worked.values():
        days: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
        for line in lines:
            days[spelling(line.worker)] += line.days
        for worker in [worker for worker, count in days.items() if count >= OVERFULL]:
            own = [line for line in lines if spelling(line.worker) == worker]
            what = "plus d’un jour facturé à la même date"
            fix = "corriger une date ou un nombre de jours"
            if not worker and len({line.place[:2] for line in own}) > 1:
                fix = f"{fix}, ou {WHO_WORKED}"
            yield worked_on("jour-double", what, own, fix)


def days_off(worked: Worked, *, alsace_moselle: bool) -> Iterator[Doubt]:
    """Yield each Sunday that was billed, and each public holiday on another day."""
    if not worked:
        return
    years = range(min(worked).year, max(worked).year + 1)
    off = public_holidays(years, alsace_moselle=alsace_moselle)
    for date, lines in worked.items():
        if date.weekday() == SUNDAY:
            yield worked_on("dimanche", "jour facturé un dimanche", lines, "corriger la date")
        elif date in off:
            yield worked_on("jour-ferie", "jour facturé un jour férié", lines, "corriger la date")


def full_months(activity: Activity, *, alsace_moselle: bool) -> Iterator[Doubt]:
    """Yield each month in which one person billed more days than it has working days.

    More than it has days is a mistake already: `sources.lines.accidents.strays`.
    """
    for (_, year, month), lines in months_of_people(activity.days):
        days = total(lines, DAYS)
        if days <= FEWEST_WORKING:
            continue
        most = _workable(year, month, alsace_moselle=alsace_moselle)
        if days > most and days > _of_weeks(lines, alsace_moselle=alsace_moselle):
            longest = max(lines, key=lambda line: line.days)
            what = f"plus de jours facturés que les {most} jours ouvrés du mois"
            fix = f"vérifier les jours, dater chaque mois sur sa ligne, ou {WHO_WORKED}"
            shown = Words(_month, (longest.date, days, longest.worker))
            yield doubt("mois-plein", what, longest, fix, shown)


def _of_weeks(lines: list[Day], *, alsace_moselle: bool) -> int:
    """Return the working days of the weeks of lines, one for each; 0 where they are not so told."""
    mondays = [line.date - line.date.weekday() * A_DAY for line in lines if line.days <= WEEK]
    if len(set(mondays)) < len(lines):
        return 0
    return working_days(min(mondays), max(mondays) + SUNDAY * A_DAY, alsace_moselle=alsace_moselle)


@cache
def _workable(year: int, month: int, *, alsace_moselle: bool) -> int:
    """Return the working days of a month, which many people share."""
    first = dt.date(year, month, 1)
    return working_days(first, month_end(first), alsace_moselle=alsace_moselle)


def overfull_periods(activity: Activity) -> Iterator[Doubt]:
    """Yield each line of more days than its own period has."""
    for line in activity.days:
        if line.end is not None and line.end >= (start := line.start or line.date):
            span = (line.end - start).days + 1
            if line.days > span:
                what = f"plus de jours que les {span} de sa période"
                yield worked_on("jour-double", what, [line], "vérifier les jours ou les dates")


def daily(sheets: Sheets) -> Worked:
    """Return the lines of the sheets that are kept day by day, by date.

    One of several days, a whole month say, is on none: a table by month dates its lines the 1st.
    """
    alike = gathered((without_period(" ".join(its[0].place[:2])), its) for its in sheets).values()
    kept = (
        line
        for its in alike
        if not _are_months([*chain.from_iterable(its)])
        for lines in its
        if _is_daily(lines)
        for line in lines
    )
    return gathered((line.date, line) for line in kept if line.end is None or line.end <= line.date)


def _are_months(lines: Sequence[Day]) -> bool:
    """Tell whether lines, a sheet or a sheet a month, are those of months: all at their 1st.

    So are those of several, none of which has two dates, or two lines of a client and a mission.
    """
    dates, months = {line.date for line in lines}, {line.month for line in lines}
    if len(dates) > 1 and all(date.day == 1 for date in dates):
        return True
    works = {(line.month, line.client, line.mission, line.worker) for line in lines}
    alone = len(works) == len(lines) or len(dates) == len(months)
    return len(months) >= FEWEST_MONTHS and alone


def _is_daily(lines: Sequence[Day]) -> bool:
    """Tell whether most lines are of a day at most, and few of several.

    Lines of one date, some of several days, are those of a month; sessions are at their first.
    """
    if any(line.days > ONE_DAY for line in lines) and len({line.date for line in lines}) == 1:
        return False
    long = sum(line.days >= OVERFULL for line in lines)
    if long >= FEWEST_LONG and RARE * long > len(lines):
        return False
    return 2 * sum(abs(line.days) <= ONE_DAY for line in lines) > len(lines)


def worked_on(code: str, what: str, lines: list[Day], fix: str) -> Doubt:
    """Return a doubt about the last of some days, which shows them all."""
    return doubt(code, what, lines[-1], fix, Words(_work, tuple(lines)))


def _month(date: dt.date, days: Decimal, worker: str) -> str:
    text = f"{days_in_words(days)} en {month_of_year(date)}"
    return f"{text}, {worker}" if worker else text


def _work(*lines: Day) -> str:
    work = ", ".join(f"{line.client} {days_in_words(line.days)}" for line in lines)
    return f"{long_date(lines[-1].date)} : {work}"
