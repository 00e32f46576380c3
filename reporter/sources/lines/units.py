"""A number with its unit of time: « 1 j », « ½ jour », « 7 hrs », « 45 min », « 1 h 30 min ».

Knows how people write a unit after a number. Never which unit a column counts in.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from reporter import numerals

NUMBER = r"\d{1,4}(?:[.,]\d+)?"
SURE = r"\d{1,4}(?:[.,](?:\d|[6-9]\d))?"
"""« 7,30 h » may be seven hours and a half, or less."""
DAYS = re.compile(
    rf"(?P<whole>{NUMBER})?\s?(?P<half>½)?\s?"
    r"(?P<unit>j|jr|jrs|jour|jours|jh|j/h|journée|journées|day|days)?\.?",
    re.IGNORECASE | re.ASCII,
)
HOURS = re.compile(
    rf"(?:(?P<hours>{SURE})\s?(?:h|hr|hrs|heure|heures|hour|hours)\.?)?"
    rf"\s?(?:(?P<minutes>{NUMBER})\s?(?:min|mins|mn|minute|minutes)\.?)?",
    re.IGNORECASE | re.ASCII,
)
HALF, HOUR = Decimal("0.5"), 60


class Time(NamedTuple):
    """A length of time with its unit: days, or hours."""

    number: Decimal
    is_days: bool


def time_of(text: str) -> Time | None:
    """Return the length of time that a text writes with its unit, or with ½; else None."""
    text = numerals.spaced(text)
    if text and (found := HOURS.fullmatch(text)):
        minutes = _number(found["minutes"]) / HOUR
        return Time(_number(found["hours"]) + minutes, is_days=False)
    found = DAYS.fullmatch(text)
    if found is None or not (found["half"] or (found["whole"] and found["unit"])):
        return None
    if found["half"] and not (found["whole"] or "0").isdecimal():
        return None
    return Time(_number(found["whole"]) + (HALF if found["half"] else 0), is_days=True)


def _number(text: str | None) -> Decimal:
    return Decimal((text or "0").replace(",", "."))
