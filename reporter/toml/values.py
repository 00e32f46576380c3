"""How a value of bilan.toml is understood: a TOML value in, the value meant or None out.

Knows TOML values and their bounds. Never the words for what to write, nor which keys there are.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeGuard

from reporter.assumptions import Change, read_change, to
from reporter.model import FIRST_YEAR, LAST_YEAR
from reporter.numerals import is_sober
from reporter.patterns import pattern

PERCENT = pattern(r"(\d{1,3}(?:[.,]\d{1,8})?)\s*%")
CODED = r"[A-Z0-9][A-Z0-9-]{0,16}"
"""A code of an import file."""
LONGEST_DAY = 24
HALF = Decimal("0.5")


def is_number(value: Any) -> TypeGuard[int | Decimal]:
    """Tell whether a value is a number; true is none."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def text(value: Any) -> str | None:
    """Read a text."""
    return value if isinstance(value, str) else None


def texts(value: Any) -> tuple[str, ...] | None:
    """Read a list of texts."""
    good = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return tuple(value) if good else None


def names(value: Any) -> tuple[str, ...] | None:
    """Read a name, or a list of names."""
    return texts([value] if isinstance(value, str) else value)


def code(value: Any) -> str | None:
    """Read a code of an import file."""
    return value if isinstance(value, str) and re.fullmatch(CODED, value) else None


def flag(value: Any) -> bool | None:
    """Read true or false."""
    return value if isinstance(value, bool) else None


def day(value: Any) -> date | None:
    """Read a date, and no time, within the years known."""
    good = isinstance(value, date) and not isinstance(value, datetime)
    return value if good and FIRST_YEAR <= value.year <= LAST_YEAR else None


def year(value: Any) -> int | None:
    """Read a year, within those known."""
    in_range = isinstance(value, int) and FIRST_YEAR <= value <= LAST_YEAR
    return value if in_range and not isinstance(value, bool) else None


def signed(value: Any) -> Decimal | None:
    """Read a number within the bounds of an amount."""
    number = Decimal(value) if is_number(value) else None
    return number if number is not None and is_sober(number) else None


def positive(value: Any) -> Decimal | None:
    """Read a number that is not below zero."""
    number = signed(value)
    return number if number is not None and number >= 0 else None


def shares(value: Any) -> Decimal | None:
    """Read the shares of a household (quotient familial): one at least, by halves."""
    shares = positive(value)
    good = shares is not None and shares >= 1 and not shares % HALF
    return shares if good else None


def hours(value: Any) -> Decimal | None:
    """Read the hours of a day."""
    hours = signed(value)
    return hours if hours is not None and 0 < hours <= LONGEST_DAY else None


def ratio(value: Any) -> Decimal | None:
    """Read "80 %" or 0.8 as 0.8, from 0 to 1."""
    if isinstance(value, str):
        match = PERCENT.fullmatch(value.strip())
        ratio = Decimal(match[1].replace(",", ".")) / 100 if match else None
    else:
        ratio = positive(value)
    return ratio if ratio is not None and ratio <= 1 else None


def change(value: Any) -> Change | None:
    """Read "+5 %", "+50" or the new value itself."""
    if isinstance(value, str):
        return read_change(value)
    number = positive(value)
    return None if number is None else to(number)


def month_day(value: Any) -> tuple[int, int] | None:
    """Read "30/06" as (6, 30); 28 February stands for the end of the month."""
    try:
        day, month = (int(part) for part in value.split("/"))
        date(2000, month, day)
    except (AttributeError, ValueError):
        return None
    return (month, 29 if (month, day) == (2, 28) else day)
