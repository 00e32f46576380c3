"""Working days in France, and its public holidays.

Knows the calendar and nothing of ours.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

SATURDAY = 5
WEEK = 7
YEAR_MONTHS = 12
FIXED = ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25))
"""The month and the day of the holidays that never move; 8 May is one again since 1982."""
GOOD_FRIDAY, EASTER_MONDAY, ASCENSION, WHIT_MONDAY = -2, 1, 39, 50
"""Days from Easter Sunday to those that move with it."""
WORKED = range(2005, 2008)
"""The years of which Whit Monday was no holiday: it was given to solidarity."""


@cache
def public_holidays(years: range, *, alsace_moselle: bool = False) -> frozenset[date]:
    """Return the dates of the public holidays of metropolitan France in the calendar years given.

    Two holidays on one date count once. Alsace-Moselle adds Good Friday and 26 December.

    Source: Code du travail, art. L3133-1 and L3134-13; lois 2004-626 and 2008-351 for Whit Monday.
    """
    moving = {EASTER_MONDAY, ASCENSION} | ({GOOD_FRIDAY} if alsace_moselle else set())
    fixed = {*FIXED, (12, 26)} if alsace_moselle else set(FIXED)
    found = {date(year, *day) for year in years for day in fixed}
    for year in years:
        shifts = moving if year in WORKED else moving | {WHIT_MONDAY}
        found |= {easter(year) + timedelta(days=shift) for shift in shifts}
    return frozenset(found)


def easter(year: int) -> date:
    """Return Easter Sunday: the one after the full moon that the Church reckons, from 21 March on.

    Args:
        year: of the Gregorian calendar.

    Source: the Gregorian computus of Clavius, 1582: golden number, epact, then Sunday.
    """
    golden, century = year % 19, year // 100
    corrected = century - century // 4 - (8 * century + 13) // 25 + 15
    age = (19 * golden + corrected) % 30
    full_moon = date(year, 3, 21) + timedelta(days=age - (age + golden // 11) // 29)
    return full_moon + timedelta(days=WEEK - (full_moon.weekday() + 1) % WEEK)


def working_days(start: date, end: date, *, alsace_moselle: bool = False) -> int:
    """Return the jours ouvrés from `start` to `end`, both included.

    They are the days from Monday to Friday, less the public holidays that fall on them.
    """
    return weekdays(start, end) - len(days_off(start, end, alsace_moselle=alsace_moselle))


def days_off(start: date, end: date, *, alsace_moselle: bool = False) -> list[date]:
    """Return the public holidays from `start` to `end` that fall from Monday to Friday."""
    holidays = public_holidays(range(start.year, end.year + 1), alsace_moselle=alsace_moselle)
    return sorted(day for day in holidays if start <= day <= end and day.weekday() < SATURDAY)


def weekdays(start: date, end: date) -> int:
    """Return how many days from Monday to Friday there are from `start` to `end`, both included."""
    whole_weeks, rest = divmod((end - start).days + 1, WEEK)
    tail = (end - timedelta(days=i) for i in range(rest))
    return whole_weeks * SATURDAY + sum(day.weekday() < SATURDAY for day in tail)


def month_starts(start: date, end: date) -> tuple[date, ...]:
    """Return the first day of each calendar month that the period touches."""
    first = start.year * YEAR_MONTHS + start.month - 1
    last = end.year * YEAR_MONTHS + end.month - 1
    return tuple(
        date(number // YEAR_MONTHS, number % YEAR_MONTHS + 1, 1)
        for number in range(first, last + 1)
    )


def month_end(day: date) -> date:
    """Return the last day of the month of a date."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months(start: date, end: date) -> Fraction:
    """Return the length of a period in months: the full ones, and remaining days / 30.

    Source: BOFiP BOI-IS-LIQ-20-20, which prorates a ceiling so; 1 January to 15 September
    makes 8.5 months.
    """
    after = end + timedelta(days=1)
    full = (after.year - start.year) * YEAR_MONTHS + after.month - start.month
    while _shifted(start, full) > after:
        full -= 1
    return full + Fraction((after - _shifted(start, full)).days, 30)


def _shifted(day: date, count: int) -> date:
    """Return the date `count` months later, on the last day of the month where it is shorter."""
    number = day.year * YEAR_MONTHS + day.month - 1 + count
    year, month = number // YEAR_MONTHS, number % YEAR_MONTHS + 1
    following = date(year + month // YEAR_MONTHS, month % YEAR_MONTHS + 1, 1)
    return date(year, month, min(day.day, (following - timedelta(days=1)).day))
