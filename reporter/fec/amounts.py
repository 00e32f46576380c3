"""The amounts of a FEC, legal or not, as numbers.

Knows how an amount is written: art. A47 A-1, XII 2° (base ten, a decimal comma, a sign, no mark
between thousands, zeros before it at will). Never which field it stands in. Fifteen figures at most
before the comma: more is no amount, and could not be added up exactly.
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from reporter.patterns import pattern

LEGAL = pattern(r"(?P<sign>[+-]?)(?P<figures>0*[0-9]{1,15}(,[0-9]{1,9})?)(?P<after>[+-]?)")
POINT = pattern(r"[+-]?[0-9]{1,15}\.[0-9]{1,2}")
THOUSANDS = pattern(r"[+-]?[0-9]{1,3}([ \u00a0\u202f'][0-9]{3}){1,4}(,[0-9]{1,9})?")
MARKS = pattern(r"[ \u00a0\u202f']")
CENTS = 2
POINTED, PARTED = "point au lieu d’une virgule", "séparateur de milliers"
READABLE = (POINTED, PARTED)
"""The flaws of an amount that can be read in one way only."""


class Amount(NamedTuple):
    """An amount in euros, None where it cannot be read, and what is wrong with its writing."""

    euros: Decimal | None
    flaw: str = ""


@lru_cache(maxsize=4096)
def read(text: str) -> Amount:
    """Return the amount that a text writes; a legal one has no flaw."""
    found = LEGAL.fullmatch(text)
    if found and not (found["sign"] and found["after"]):
        euros = Decimal(found["figures"].replace(",", "."))
        return Amount(-euros if "-" in (found["sign"], found["after"]) else euros)
    if POINT.fullmatch(text):
        return Amount(Decimal(text), POINTED)
    if THOUSANDS.fullmatch(text):
        return Amount(Decimal(MARKS.sub("", text).replace(",", ".")), PARTED)
    return Amount(None, "montant illisible")


def is_finer_than_a_cent(euros: Decimal) -> bool:
    """Tell whether an amount has more decimals than euros and cents."""
    return euros != round(euros, CENTS)
