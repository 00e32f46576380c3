"""Straight-line depreciation plans (amortissement linéaire).

Knows dates and amounts. Never files, nor what the thing bought is.
"""

from __future__ import annotations

from calendar import isleap
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from reporter.law.workdays import YEAR_MONTHS
from reporter.model import cents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporter.model import FinancialYear

Basis = Literal["30/360", "365"]
YEAR_DAYS: dict[Basis, int] = {"30/360": 360, "365": 365}
MONTH_DAYS = 30
FEBRUARY = 2


def plan(
    amount: Decimal,
    lifetime: Decimal,
    service: date,
    years: Iterable[FinancialYear],
    basis: Basis = "30/360",
) -> Iterator[tuple[int, Decimal]]:
    """Yield the number and the annuity in euros of each financial year of the plan.

    Args:
        amount: the cost in euros before tax.
        lifetime: the useful life in years.
        service: the day of mise en service, which counts (PCG 214-12).
        years: the financial years in order, from the one of the service day or before.
        basis: how days are counted; 30/360 is the accountants' usage.

    Each annuity is rounded half up to the cent; the last one is the remainder.
    """
    left, days_left = amount, lifetime * YEAR_DAYS[basis]
    for year in years:
        if year.end < service:
            continue
        days = Decimal(elapsed(max(service, year.start), year.end, basis))
        if days >= days_left:
            yield year.number, left
            return
        annuity = cents(amount * days / (lifetime * YEAR_DAYS[basis]))
        yield year.number, annuity
        left -= annuity
        days_left -= days


def held(years: Iterable[FinancialYear], until: date | None) -> Iterator[FinancialYear]:
    """Yield the years of a plan up to the day on which the thing is sold or scrapped.

    That day is the last that counts, as a closing is; the year of it is cut there. It is the
    accountants' usage: the last annuity runs from the opening to the day of the sale.
    """
    for year in years:
        if until is None or until > year.end:
            yield year
            continue
        if until >= year.start:
            yield replace(year, end=until)
        return


def elapsed(start: date, end: date, basis: Basis = "30/360") -> int:
    """Return the days from `start` to `end`, both included, on the basis given.

    On 30/360 every month has thirty days, and the first one 31 - min(day, 30). On 365 the days
    are the real ones less 29 February, so that a full year is always 365.
    """
    if basis == "365":
        leap_days = (date(year, FEBRUARY, 29) for year in _leap_years(start, end))
        return (end - start).days + 1 - sum(start <= day <= end for day in leap_days)
    closes_month = (end + timedelta(days=1)).day == 1
    last = MONTH_DAYS if closes_month else end.day
    months = (end.year - start.year) * YEAR_MONTHS + end.month - start.month
    return months * MONTH_DAYS + last - min(start.day, MONTH_DAYS) + 1


def _leap_years(start: date, end: date) -> Iterator[int]:
    return (year for year in range(start.year, end.year + 1) if isleap(year))
