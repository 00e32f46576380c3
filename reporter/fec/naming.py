"""The name of a FEC: SIREN, FEC, closing date; the home of python-stdnum.

Source: Livre des procédures fiscales, art. A47 A-1, X.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from reporter.model import FIRST_YEAR, LAST_YEAR

NAME = re.compile(r"(.{9})FEC(\d{8})\.txt", re.DOTALL)
DAY = "%Y%m%d"


def file_name(siren: str, closing: date) -> str:
    """Return the name of the file: « 812345676FEC20201231.txt »."""
    return f"{siren}FEC{compact(closing)}.txt"


def is_siren(text: str) -> bool:
    """Tell whether a text is a SIREN: nine digits whose last one is right (Luhn)."""
    from stdnum.fr import siren

    return bool(siren.is_valid(text))


def compact(day: date) -> str:
    """Return a date as AAAAMMJJ."""
    return day.isoformat().replace("-", "")


def parse_day(text: str) -> date | None:
    """Return the date written AAAAMMJJ; None where it is none, or is of no company's life."""
    if not re.fullmatch(r"[0-9]{8}", text):
        return None
    try:
        day = datetime.strptime(text, DAY).date()  # noqa: DTZ007  # a day has no time zone
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def parse_name(name: str) -> tuple[str, str] | None:
    """Return the SIREN and the closing date that a name holds, None where it has another form."""
    found = NAME.fullmatch(name)
    return (found[1], found[2]) if found else None
