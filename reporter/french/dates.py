"""Dates as French readers write them.

Knows the names of months. Never the domain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french.numbers import locale

if TYPE_CHECKING:
    from datetime import date


def short_date(day: date) -> str:
    """Return a date as « 31/12/2020 »."""
    return _dated(day, "dd/MM/yyyy")


def long_date(day: date) -> str:
    """Return a date as « 31 décembre 2020 », « 1er janvier 2020 »."""
    text = _dated(day, "d MMMM yyyy")
    return f"1er{text[1:]}" if day.day == 1 else text


def day_month(day: date) -> str:
    """Return a date without its year: « 30 juin », « 1er janvier »."""
    return long_date(day).rpartition(" ")[0]


def month_name(day: date) -> str:
    """Return the month of a date: « janvier »."""
    return _dated(day, "LLLL")


def short_month(day: date) -> str:
    """Return the month of a date, short: « janv. »."""
    return _dated(day, "LLL")


def _dated(day: date, pattern: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale())
