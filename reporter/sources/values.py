"""A cell → a date, a number, a ratio or a text, whatever way the owner wrote it.

Knows how people write in cells. Never which cell it is.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

BLANKS = re.compile(r"[\s\u00a0\u202f]+")
NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)")
FRENCH_DATE = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
LARGEST = Decimal(10) ** 12


class Unreadable(ValueError):  # it says what the cell is
    """A cell that is not what its column needs; the message says what to write instead."""


def is_blank(cell: Any) -> bool:
    """Tell whether a cell holds nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def to_date(cell: Any) -> date:
    """Return a date: a true one, 31/03/2020 or 2020-03-31."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = str(cell).strip()
    try:
        if found := FRENCH_DATE.fullmatch(text):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := ISO_DATE.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError as error:
        raise Unreadable("écrire une date qui existe, par exemple 31/03/2020") from error
    raise Unreadable("écrire une date, par exemple 31/03/2020")


def to_number(cell: Any) -> Decimal:
    """Return a number: a true one, or a French-written one such as « 1 234,56 € »."""
    number = _number(cell)
    if number is None or abs(number) >= LARGEST:
        raise Unreadable("écrire un nombre seul, par exemple 7350")
    return number


def to_ratio(cell: Any) -> Decimal:
    """Return a ratio: 0.2, « 20 % »."""
    if isinstance(cell, str) and cell.strip().endswith("%"):
        return to_number(cell.strip()[:-1]) / 100
    return to_number(cell)


def to_text(cell: Any) -> str:
    """Return a text; a whole number written by the spreadsheet loses its decimal."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _number(cell: Any) -> Decimal | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        number = Decimal(repr(cell))
        return number if number.is_finite() else None
    if not isinstance(cell, str):
        return None
    text = BLANKS.sub("", cell).removesuffix("€").replace("\u2212", "-")
    return Decimal(text.replace(",", ".")) if NUMBER.fullmatch(text) else None
