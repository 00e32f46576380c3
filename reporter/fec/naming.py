"""The name of a FEC: SIREN, FEC, closing date; the home of python-stdnum.

Knows names. Never what a file holds. Source: Livre des procédures fiscales, art. A47 A-1, IX.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from reporter.model import FIRST_YEAR, LAST_YEAR
from reporter.patterns import pattern

NAME = pattern(r"(.{9})FEC([0-9]{8})(?![0-9])(.*?)(\.[a-z0-9]{1,4})?", re.DOTALL | re.IGNORECASE)
DAY = pattern(r"[0-9]{8}")


def file_name(siren: str, closing: date, part: str = "") -> str:
    """Return the name of the file: « 812345676FEC20201231.txt », or of a part of it."""
    return f"{siren}FEC{compact(closing)}{f'_{part}' if part else ''}.txt"


def is_siren(text: str) -> bool:
    """Tell whether a text is a SIREN: nine digits whose last one is right (Luhn)."""
    from stdnum.fr import siren

    return bool(siren.is_valid(text))


def compact(day: date) -> str:
    """Return a date as AAAAMMJJ."""
    return day.isoformat().replace("-", "")


@lru_cache(maxsize=4096)
def parse_day(text: str) -> date | None:
    """Return the date written AAAAMMJJ; None where it is none, or is of no company's life."""
    if not DAY.fullmatch(text):
        return None
    try:
        day = date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def parse_name(name: str) -> tuple[str, str] | None:
    """Return the SIREN and the closing date that a name holds, None where it has another form.

    Whatever case it has, and whatever follows the date: « 812345676FEC20201231_2.txt ».
    """
    found = NAME.fullmatch(name)
    return (found[1], found[2]) if found else None
