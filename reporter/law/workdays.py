"""Working days in France; the home of the holidays library.

Knows the calendar and nothing of ours.
"""

from __future__ import annotations

import sys
from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from importlib.util import find_spec, module_from_spec
from typing import Any

ONE_DAY = timedelta(days=1)
SATURDAY = 5
WEEK = 7
YEAR_MONTHS = 12
PACKAGES = ("holidays", "holidays.countries")


@cache
def public_holidays(years: range, *, alsace_moselle: bool = False) -> frozenset[date]:
    """Return the dates of the public holidays of metropolitan France in the calendar years given.

    Two holidays on one date count once. Alsace-Moselle adds Good Friday and 26 December.

    Source: Code du travail, art. L3133-1 and L3134-13. The library is right from 2008 on;
    it leaves out Whit Monday in 2005-2007.
    """
    return frozenset(_france()(subdiv="57" if alsace_moselle else None, years=years))


@cache
def _france() -> Any:
    """Return the class of the French holidays, its packages standing empty while it is imported.

    Run, one imports every country of the world, and the other looks for its own version among all
    that is installed: both take longer than the rest. Whoever imports them later finds them whole.
    """
    known = set(sys.modules)
    try:
        for name in PACKAGES:
            if name not in known and (spec := find_spec(name)) is not None:
                sys.modules[name] = module_from_spec(spec)
        from holidays.countries.france import France
    finally:
        for name in sys.modules.keys() - known:
            if name.startswith("holidays"):
                del sys.modules[name]
    return France


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


def years_before(day: date, count: int) -> date:
    """Return the same date `count` years before; the end of February stays the end of February.

    So a month of February is compared whole with another, in leap years or not.
    """
    year = day.year - count
    last = monthrange(year, day.month)[1]
    is_last = day.day == monthrange(day.year, day.month)[1]
    return date(year, day.month, last if is_last else min(day.day, last))


def months(start: date, end: date) -> Fraction:
    """Return the length of a period in months: the full ones, and remaining days / 30.

    Source: BOFiP BOI-IS-LIQ-20-20, which prorates a ceiling so; 1 January to 15 September
    makes 8.5 months.
    """
    after = end + ONE_DAY
    full = (after.year - start.year) * YEAR_MONTHS + after.month - start.month
    while _shifted(start, full) > after:
        full -= 1
    return full + Fraction((after - _shifted(start, full)).days, 30)


def _shifted(day: date, count: int) -> date:
    """Return the date `count` months later, on the last day of the month where it is shorter."""
    number = day.year * YEAR_MONTHS + day.month - 1 + count
    year, month = number // YEAR_MONTHS, number % YEAR_MONTHS + 1
    following = date(year + month // YEAR_MONTHS, month % YEAR_MONTHS + 1, 1)
    return date(year, month, min(day.day, (following - ONE_DAY).day))
