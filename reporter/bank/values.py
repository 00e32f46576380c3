"""Dates and amounts as banks write them.

Knows texts. Never in which column or element they stand.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reporter import numerals
from reporter.model import FIRST_YEAR, LAST_YEAR, cents
from reporter.patterns import pattern

if TYPE_CHECKING:
    from decimal import Decimal

ISO = pattern(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?", re.DOTALL)
COMPACT = pattern(r"(\d{4})(\d\d)(\d\d)(?:\d{2,6}.*|\[.*)?", re.DOTALL)
PARTED = pattern(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)(?:[ T].*)?", re.DOTALL)
COMMA = pattern(r",\d{1,2}\s*(?:€|eur)?\s*$", re.IGNORECASE)
MONTHS_IN_A_YEAR = 12
CENTURY = 2000
LAST_TWO = 100
LONGEST_TEXT = 4096
"""Characters of a text of a statement: the rest of it is left."""


@lru_cache(maxsize=4096)
def day(text: str, *, american: bool = False) -> dt.date | None:
    """Return the day that a text writes, its hour left out; None where it writes none.

    Args:
        text: 2020-03-12, 20200312, 12/03/2020, 12.03.20, with or without an hour.
        american: whether the month comes before the day.
    """
    text = text.strip()
    if found := ISO.fullmatch(text) or COMPACT.fullmatch(text):
        year, month, date = map(int, found.groups())
    elif found := PARTED.fullmatch(text):
        date, month, year = map(int, found.groups())
        date, month = (month, date) if american else (date, month)
        year += CENTURY if year < LAST_TWO else 0
    else:
        return None
    try:
        return dt.date(year, month, date) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def euros(text: str) -> Decimal | None:
    """Return the amount that a text writes, to the cent; None where it writes none, or two.

    « 1,234 » may be a thousand or a little more than one: it is no amount.
    """
    bare = text.strip()
    if bare.endswith(("-", "+")):
        bare = bare[-1] + bare[:-1]
    found = None if numerals.is_ambiguous(bare) else numerals.number(bare)
    if found is None or not numerals.is_sober(found):
        return None
    return found if found == cents(found) else None


def line(*texts: str) -> str:
    """Return texts on one line, each once, blanks made one."""
    parts = dict.fromkeys(" ".join(text.split()) for text in texts)
    return " ".join(part for part in parts if part)
