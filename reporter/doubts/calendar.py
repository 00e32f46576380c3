"""Doubts about the days worked: too many on one date, a Sunday, a public holiday.

Knows which sheets are kept day by day: those where most lines hold at most one day. Elsewhere a
date is that of an invoice, on which nobody says to have worked.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from reporter.doubts.wording import doubt
from reporter.errors import Doubt, Words
from reporter.french import days as days_in_words
from reporter.french import long_date, month_name
from reporter.grouping import gathered
from reporter.law.workdays import month_end, public_holidays, working_days
from reporter.model import DAYS, ZERO, total
from reporter.names import spelling
from reporter.sources.lines.strays import months_of_people
from reporter.sources.tables.periods import without_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.model import Activity, Day

ONE_DAY = Decimal(1)
FEWEST_COPIED, FEWEST_MONTHS = 3, 3
"""Lines of as many days in a month, from which a number was perhaps copied down; months of a line
of each client, of which none is a day of a calendar."""
FEWEST_WORKING = 18
"""The working days that every month of France has, at least: fewer days need no calendar."""
WORKING_HOURS = {Decimal(hours) for hours in ("7", "7.5", "7.8", "8", "35", "39")}
LONGEST = Decimal(12)
"""Hours of a day of work, at most: as days, they would not stand on the dates of a week."""
HALVES, FEWEST_SISTERS = Decimal(2), 3
"""A day counted in half days; sheets of one name, from which one may stand out."""
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
            yield _doubt("jour-double", what, own, fix)


def sundays(worked: Worked) -> Iterator[Doubt]:
    """Yield each Sunday that was billed."""
    for date, lines in worked.items():
        if date.weekday() == SUNDAY:
            yield _doubt("dimanche", "jour facturé un dimanche", lines, "corriger la date")


def holidays(worked: Worked, *, alsace_moselle: bool) -> Iterator[Doubt]:
    """Yield each public holiday that was billed; on a Sunday, the Sunday says it."""
    if not worked:
        return
    years = range(min(worked).year, max(worked).year + 1)
    off = public_holidays(years, alsace_moselle=alsace_moselle)
    for date, lines in worked.items():
        if date in off and date.weekday() != SUNDAY:
            what = "jour facturé un jour férié"
            yield _doubt("jour-ferie", what, lines, "corriger la date")


def full_months(activity: Activity, *, alsace_moselle: bool) -> Iterator[Doubt]:
    """Yield each month in which one person billed more days than it has working days.

    More than it has days is a mistake already: `sources.lines.strays`.
    """
    for (_, year, month), lines in months_of_people(activity.days):
        days = total(lines, DAYS)
        if days <= FEWEST_WORKING:
            continue
        most = _workable(year, month, alsace_moselle=alsace_moselle)
        if days > most and days > _of_weeks(lines, alsace_moselle=alsace_moselle):
            longest = max(lines, key=lambda line: line.days)
            what = f"plus de jours facturés que les {most} jours ouvrés du mois"
            fix = "vérifier les jours, dater chaque mois sur sa ligne, ou nommer les intervenants"
            shown = Words(_month, (longest.date, days, longest.worker))
            yield doubt("mois-plein", what, longest, fix, shown)


def copied_days(activity: Activity, *, alsace_moselle: bool) -> Iterator[Doubt]:
    """Yield the first line of days copied down: as many each time, and too many since the last.

    Three lines of one month at least: two may be late.
    """
    rows = gathered(
        ((line.client, line.worker, line.mission, line.month, line.days), line)
        for line in activity.days
        if line.days > ONE_DAY
    )
    for (*_, days), lines in rows.items():
        dates = sorted({line.date for line in lines})
        most = (
            working_days(one + dt.timedelta(1), two, alsace_moselle=alsace_moselle)
            for one, two in pairwise(dates)
        )
        if len(lines) == len(dates) >= FEWEST_COPIED and all(days > between for between in most):
            what = "le même nombre de jours à chaque ligne, plus que de jours ouvrés entre elles"
            yield _doubt("mois-plein", what, lines[:2], "vérifier les jours")


def _of_weeks(lines: list[Day], *, alsace_moselle: bool) -> int:
    """Return the working days of the weeks of lines, one for each week: the first began before.

    None where they are not told week by week.
    """
    mondays = [line.date - line.date.weekday() * A_DAY for line in lines if line.days <= WEEK]
    if len(set(mondays)) < len(lines):
        return 0
    return working_days(min(mondays), max(mondays) + SUNDAY * A_DAY, alsace_moselle=alsace_moselle)


@cache
def _workable(year: int, month: int, *, alsace_moselle: bool) -> int:
    """Return the working days of a month, which many people share."""
    first = dt.date(year, month, 1)
    return working_days(first, month_end(first), alsace_moselle=alsace_moselle)


def by_sheet(activity: Activity) -> Sheets:
    """Return the days of each sheet."""
    return [*gathered((line.place[:2], line) for line in activity.days).values()]


def hours_for_days(sheets: Sheets) -> Iterator[Doubt]:
    """Yield a sheet whose lines, a date each, are mostly those of a day of work told in hours.

    So are several days for a client on one date, and several on the next, on nearly all lines. Of
    a list of invoices, each line of its own number, none is a day of work.
    """
    for lines in sheets:
        if "" not in (numbers := {line.invoice for line in lines}) and len(numbers) == len(lines):
            continue
        whole = [line for line in lines if ONE_DAY < line.days <= LONGEST and not line.end]
        known = {(line.client, line.date) for line in whole}
        next_to = {
            (client, date)
            for client, date in known
            if {(client, date - A_DAY), (client, date + A_DAY)} & known
        }
        long = [
            line
            for line in lines
            if line.days in WORKING_HOURS or (line.client, line.date) in next_to
        ]
        dates = {line.date for line in long}
        near = any(abs((one - two).days) == 1 for one in dates for two in dates)
        hours = sum(line.days in WORKING_HOURS for line in lines)
        most = 2 * hours > len(lines) or 4 * len(long) > 3 * len(lines)
        if most and len(dates) == len(long) > 1 and near:
            what = "des heures dans la colonne des jours ?"
            fix = "écrire 1 ou 0,5, ou nommer la colonne Heures"
            yield _doubt("heures-en-jours", what, [long[0]], fix)


def unlike_others(sheets: Sheets) -> Iterator[Doubt]:
    """Yield a sheet most lines of which are of 2, or of hours, and those of its sisters of a day.

    They are called as it is, but for the month or the year: it counts in half days, or in hours.
    """
    alike = gathered((without_period(" ".join(its[0].place[:2])), its) for its in sheets)
    for sisters in (its for its in alike.values() if len(its) >= FEWEST_SISTERS):
        odd = [lines for lines in sisters if _usual(lines) != ONE_DAY]
        if len(odd) == 1 and _usual(odd[0]) in {HALVES, *WORKING_HOURS}:
            what = "des demi-journées ou des heures, là où les autres feuilles comptent en jours ?"
            fix = "écrire des jours : 1 ou 0,5, ou nommer la colonne Heures"
            yield _doubt("heures-en-jours", what, [odd[0][0]], fix)


def _usual(lines: Sequence[Day]) -> Decimal | None:
    """Return the days of most lines of a sheet, None where most are of no one number."""
    (days, count), *_ = Counter(line.days for line in lines).most_common(1)
    return days if 2 * count > len(lines) > 1 else None


def overfull_periods(activity: Activity) -> Iterator[Doubt]:
    """Yield each line of more days than its own period has."""
    for line in activity.days:
        if line.end is not None and line.end >= (start := line.start or line.date):
            span = (line.end - start).days + 1
            if line.days > span:
                what = f"plus de jours que les {span} de sa période"
                yield _doubt("jour-double", what, [line], "vérifier les jours ou les dates")


def daily(sheets: Sheets) -> Worked:
    """Return the lines of the sheets that are kept day by day, by date.

    One of several days, a whole month say, is on none: a table by month dates its lines the 1st.
    """
    kept = (line for lines in sheets if _is_daily(lines) for line in lines)
    return gathered((line.date, line) for line in kept if line.end is None or line.end <= line.date)


def _is_daily(lines: Sequence[Day]) -> bool:
    """Tell whether most lines are of a day at most; months written alone are all at their 1st.

    Those of one date, some of several days, are of a month; so are those of several months, none of
    which has two for a client and a mission.
    """
    dates = {line.date for line in lines}
    if len(dates) == 1 and any(line.days > ONE_DAY for line in lines):
        return False
    if len(dates) > 1 and all(date.day == 1 for date in dates):
        return False
    months = {(line.month, line.client, line.mission, line.worker) for line in lines}
    if len(months) == len(lines) and len({month for month, *_ in months}) >= FEWEST_MONTHS:
        return False
    return 2 * sum(abs(line.days) <= ONE_DAY for line in lines) > len(lines)


def _doubt(code: str, what: str, lines: list[Day], fix: str) -> Doubt:
    return doubt(code, what, lines[-1], fix, Words(_work, tuple(lines)))


def _month(date: dt.date, days: Decimal, worker: str) -> str:
    text = f"{days_in_words(days)} en {month_name(date)} {date.year}"
    return f"{text}, {worker}" if worker else text


def _work(*lines: Day) -> str:
    work = ", ".join(f"{line.client} {days_in_words(line.days)}" for line in lines)
    return f"{long_date(lines[-1].date)} : {work}"
