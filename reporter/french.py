"""Numbers and dates as French readers write them; the home of babel.

Knows typography, and the kinds of quantities. Never the domain.
Rounding is half up, here and nowhere else; a sign comes from the rounded value.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple
from unicodedata import bidirectional, category

from babel.core import Locale
from babel.dates import format_date
from babel.numbers import format_decimal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LOCALE = Locale("fr")
NBSP = "\u00a0"
MINUS = "\u2212"
MISSING = f"n.{NBSP}d."
UNPRINTABLE = {"Cc", "Cs"}
DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ISOLATE, POP = "\u2068", "\u2069"
RIGHT_TO_LEFT = {"R", "AL"}
THOUSAND = 1000
BEFORE = re.compile(" ([:;!?%€»])")
INSIDE = re.compile("« ")
HALF = Decimal("0.5")
RANKS = "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième"
COUNTS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze"

Kind = Literal[
    "text",
    "kilo",
    "euros",
    "signed_euros",
    "cents",
    "rate",
    "rate_cents",
    "days",
    "percent",
    "variation",
    "date",
    "exact_euros",
    "exact_days",
    "exact_percent",
    "signed_days",
    "points",
    "amount",
    "actual",
    "aimed",
]
"""How a quantity prints: kilo `~138 K€`, euros `789 €`, cents `789,50 €`, percent `77 %`…

The exact ones keep every decimal. In a grid of amounts, `actual` and `aimed` carry a mark.
A rate is in euros a day: it prints as euros do, but has its own index.
"""
_RATE: ContextVar[Decimal | None] = ContextVar("rate", default=None)
"""Where amounts are indices, the rate whose index is 100; None where they are euros."""


@contextmanager
def indices(rate: Decimal) -> Iterator[None]:
    """Print amounts as indices inside a `with`, and rates as their ratio to one, times 100."""
    token = _RATE.set(rate)
    try:
        yield
    finally:
        _RATE.reset(token)


def unit(name: str = "euros hors taxes") -> str:
    """Return the unit of amounts for a title: the one named, « indices » where they are."""
    return name if _RATE.get() is None else "indices"


def _index(value: Decimal, *, plus: bool = False) -> str:
    """Return an index as a whole number, so that amounts cannot be found back from its decimals."""
    return f"<{NBSP}1" if 0 < abs(value) < HALF else number(value, plus=plus)


class Cell(NamedTuple):
    """A value and the kind of quantity that it is; None is what does not exist."""

    value: Decimal | int | str | date | None
    kind: Kind = "text"

    def __str__(self) -> str:
        """Return the value as a French reader reads it."""
        return display(self.value, self.kind)


def display(value: Decimal | int | str | date | None, kind: Kind = "text") -> str:
    """Return a value as text in its kind; « n. d. » where there is none."""
    if value is None:
        return MISSING
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return short_date(value)
    return NUMBERS[kind](Decimal(value))


def number(
    value: Decimal, decimals: int = 0, *, least: int | None = None, plus: bool = False
) -> str:
    """Return a number rounded half up: « 137 642 », « 8,5 »; `least` decimals are always kept."""
    rounded = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    kept = "0" * (decimals if least is None else least)
    optional = "#" * (decimals - len(kept))
    pattern = "#,##0" + (f".{kept}{optional}" if decimals else "")
    sign = MINUS if rounded < 0 else "+" if plus and rounded > 0 else ""
    return sign + str(format_decimal(abs(rounded), pattern, LOCALE, decimal_quantization=False))


def kilo_euros(value: Decimal) -> str:
    """Return an amount as « ~138 K€ »: three significant digits, at most one decimal.

    The tilde is there only when rounding lost something.
    """
    if _RATE.get() is not None:
        return _index(value)
    thousands = value / THOUSAND
    rounded = _round_at(thousands, max(thousands.adjusted() - 2, -1))
    about = "" if rounded == thousands else "~"
    return about + number(rounded, 1, least=0) + f"{NBSP}K€"


def euros(value: Decimal) -> str:
    """Return an amount rounded to the euro: « 137 642 € »."""
    return number(value) + f"{NBSP}€" if _RATE.get() is None else _index(value)


def signed_euros(value: Decimal) -> str:
    """Return a change in euros with its sign: « +4 727 € », « −3 800 € »."""
    if _RATE.get() is not None:
        return _index(value, plus=True)
    return number(value, plus=True) + f"{NBSP}€"


def euros_cents(value: Decimal) -> str:
    """Return an amount to the cent: « 1 234,50 € »."""
    return number(value, 2) + f"{NBSP}€" if _RATE.get() is None else _index(value)


def rate(value: Decimal) -> str:
    """Return a rate in euros a day, rounded to the euro: « 789 € »."""
    return euros(_rate(value))


def rate_cents(value: Decimal) -> str:
    """Return a rate in euros a day, to the cent: « 788,72 € »."""
    return euros_cents(_rate(value))


def _rate(value: Decimal) -> Decimal:
    base = _RATE.get()
    return value if base is None else value / base * 100


def exact(value: Decimal) -> str:
    """Return a number with all its decimals: « 782,7743 »."""
    exponent = value.normalize().as_tuple().exponent
    return number(value, max(0, -exponent) if isinstance(exponent, int) else 0)


def quantity(value: Decimal) -> str:
    """Return days or another count, at most two decimals: « 175 », « 8,5 »."""
    return number(value, 2, least=0)


def percent(value: Decimal) -> str:
    """Return a ratio as whole percents: 0.7675 → « 77 % »."""
    return number(value * 100) + f"{NBSP}%"


def variation(value: Decimal) -> str:
    """Return a change as « +3,6 % »: two significant digits, a trailing zero dropped."""
    percents = value * 100
    if not percents:
        return f"0{NBSP}%"
    rounded = _round_at(percents, percents.adjusted() - 1)
    decimals = max(0, 1 - rounded.adjusted())
    return number(rounded, decimals, least=0, plus=True) + f"{NBSP}%"


def points(value: Decimal) -> str:
    """Return a difference of ratios: « +3,2 points »."""
    shown = number(value * 100, 1, least=0, plus=True)
    return f"{shown}{NBSP}point" + ("s" if abs(value * 100) >= 2 else "")  # noqa: PLR2004


def spaced(text: str) -> str:
    """Return a text whose double marks and units never start a line."""
    return INSIDE.sub(f"«{NBSP}", BEFORE.sub(rf"{NBSP}\1", text))


def _round_at(value: Decimal, exponent: int) -> Decimal:
    """Return a number rounded half up to a multiple of ten to the power of `exponent`."""
    return value.scaleb(-exponent).quantize(Decimal(1), ROUND_HALF_UP).scaleb(exponent)


def short_date(day: date) -> str:
    """Return a date as « 31/12/2020 »."""
    return format_date(day, "dd/MM/yyyy", LOCALE)


def long_date(day: date) -> str:
    """Return a date as « 31 décembre 2020 », « 1er janvier 2020 »."""
    text = format_date(day, "d MMMM yyyy", LOCALE)
    return f"1er{text[1:]}" if day.day == 1 else text


def month_name(day: date) -> str:
    """Return the month of a date: « janvier »."""
    return format_date(day, "LLLL", LOCALE)


def short_month(day: date) -> str:
    """Return the month of a date, short: « janv. »."""
    return format_date(day, "LLL", LOCALE)


def ordinal(rank: int) -> str:
    """Return the rank of a masculine noun in letters up to ten: « premier », « quatrième »."""
    known = RANKS.split()
    return known[rank - 1] if rank <= len(known) else f"{rank}e"


def count(number: int) -> str:
    """Return a whole number of masculine things in letters up to twelve: « trois », « 13 »."""
    known = COUNTS.split()
    return known[number] if number < len(known) else str(number)


def agree(value: Decimal, singular: str, plural: str) -> str:
    """Return the form of a noun that agrees with a quantity: below 2 French is singular."""
    return singular if abs(value) < 2 else plural  # noqa: PLR2004  # the rule itself


def days(value: Decimal, adjective: str = "") -> str:
    """Return a number of days in words: « 175 jours », « 1 jour facturé »."""
    noun = f"jour {adjective}" if adjective else "jour"
    return f"{quantity(value)} {agree(value, noun, noun.replace(' ', 's ') + 's')}"


def printable(text: str) -> str:
    """Return a text that stands in a sentence without changing what is around it.

    Control characters, lone surrogates and orders of direction are dropped, since no page may hold
    them; a text written from right to left keeps its direction to itself.
    """
    kept = "".join(
        letter
        for letter in text
        if letter in "\n\t" or not (category(letter) in UNPRINTABLE or letter in DIRECTIONS)
    )
    if any(bidirectional(letter) in RIGHT_TO_LEFT for letter in kept):
        return f"{ISOLATE}{kept}{POP}"
    return kept


def capitalised(text: str) -> str:
    """Return a text that begins with a capital letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def enumeration(words: list[str]) -> str:
    """Return words joined as a sentence does: « a, b et c »."""
    *first, last = words or [""]
    return f"{', '.join(first)} et {last}" if first else last


NUMBERS: dict[Kind, Callable[[Decimal], str]] = {
    "text": str,
    "kilo": kilo_euros,
    "euros": euros,
    "signed_euros": signed_euros,
    "cents": euros_cents,
    "rate": rate,
    "rate_cents": rate_cents,
    "days": quantity,
    "percent": percent,
    "variation": variation,
    "exact_euros": lambda value: exact(value) + f"{NBSP}€",
    "exact_days": exact,
    "exact_percent": lambda value: exact(value * 100) + f"{NBSP}%",
    "signed_days": lambda value: number(value, 2, least=0, plus=True),
    "points": points,
    "amount": number,
    "actual": lambda value: f"●{NBSP}{number(value)}",
    "aimed": lambda value: f"○{NBSP}{number(value)}",
}
