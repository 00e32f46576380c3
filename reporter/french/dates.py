"""Dates as French readers write them.

Knows the names of months. Never the domain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french.numbers import locale

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


def short_date(day: date) -> str:
    """Return a date as « 31/12/2020 »."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def long_date(day: date) -> str:
    """Return a date as « 31 décembre 2020 », « 1er janvier 2020 »."""
    return f"{day_month(day)} {day.year:04}"


def day_month(day: date) -> str:
    """Return a date without its year: « 30 juin », « 1er janvier »."""
    return f"{'1er' if day.day == 1 else day.day} {_months('format', 'wide')[day.month]}"


def month_name(day: date) -> str:
    """Return the month of a date: « janvier »."""
    return _months("stand-alone", "wide")[day.month]


def month_of_year(day: date) -> str:
    """Return the month of a date and its year: « janvier 2020 »."""
    return f"{month_name(day)} {day.year}"


def short_month(day: date) -> str:
    """Return the month of a date, short: « janv. »."""
    return _months("stand-alone", "abbreviated")[day.month]


def _months(context: str, width: str) -> Mapping[int, str]:
    """Return the names of the months as babel’s locale has them; babel.dates brings time zones."""
    names: Mapping[int, str] = locale().months[context][width]
    return names
