"""Numbers and dates as French readers write them; the home of babel.

Knows typography, and the kinds of quantities. Never the domain.
Rounding is half up, here and nowhere else; a sign comes from the rounded value. babel is imported
where a number or a date is written, so that a message without either costs nothing.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from reporter import units

if TYPE_CHECKING:
    from collections.abc import Callable

    from babel.core import Locale

NBSP = "\u00a0"
MINUS = "\u2212"
MISSING = f"n.{NBSP}d."
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
    return sign + _decimal(abs(rounded), pattern)


def kilo_euros(value: Decimal) -> str:
    """Return an amount as « ~138 K€ »: three significant digits, at most one decimal.

    The tilde is there only when rounding lost something.
    """
    thousands = value / THOUSAND
    rounded = _round_at(thousands, max(thousands.adjusted() - 2, -1))
    about = "" if rounded == thousands else "~"
    return _amount(value, about + number(rounded, 1, least=0) + f"{NBSP}K€")


def euros(value: Decimal) -> str:
    """Return an amount rounded to the euro: « 137 642 € »."""
    return _amount(value, number(value) + f"{NBSP}€")


def signed_euros(value: Decimal) -> str:
    """Return a change in euros with its sign: « +4 727 € », « −3 800 € »."""
    return _amount(value, number(value, plus=True) + f"{NBSP}€", plus=True)


def euros_cents(value: Decimal) -> str:
    """Return an amount to the cent: « 1 234,50 € »."""
    return _amount(value, number(value, 2) + f"{NBSP}€")


def _amount(value: Decimal, text: str, *, plus: bool = False) -> str:
    """Return the text of an amount, or a whole number where it is an index: decimals would tell."""
    if not units.indexed():
        return text
    return f"<{NBSP}1" if 0 < abs(value) < HALF else number(value, plus=plus)


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
    """Return a change as « +3,6 % »: two significant digits, a trailing zero dropped.

    At most three decimals: below is only what the rounding of amounts to the cent leaves.
    """
    percents = value * 100
    rounded = _round_at(percents, percents.adjusted() - 1) if percents else percents
    decimals = min(max(0, 1 - rounded.adjusted()), 3)
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
    return _dated(day, "dd/MM/yyyy")


def long_date(day: date) -> str:
    """Return a date as « 31 décembre 2020 », « 1er janvier 2020 »."""
    text = _dated(day, "d MMMM yyyy")
    return f"1er{text[1:]}" if day.day == 1 else text


def month_name(day: date) -> str:
    """Return the month of a date: « janvier »."""
    return _dated(day, "LLLL")


def short_month(day: date) -> str:
    """Return the month of a date, short: « janv. »."""
    return _dated(day, "LLL")


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


def counted(number: int, singular: str, plural: str) -> str:
    """Return a whole number with its noun: « 1 erreur », « 12 erreurs »."""
    return f"{number} {agree(Decimal(number), singular, plural)}"


def days(value: Decimal, adjective: str = "") -> str:
    """Return a number of days in words: « 175 jours », « 1 jour facturé »."""
    noun = f"jour {adjective}" if adjective else "jour"
    return f"{quantity(value)} {agree(value, noun, noun.replace(' ', 's ') + 's')}"


def capitalised(text: str) -> str:
    """Return a text that begins with a capital letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def enumeration(words: list[str]) -> str:
    """Return words joined as a sentence does: « a, b et c »."""
    *first, last = words or [""]
    return f"{', '.join(first)} et {last}" if first else last


@cache
def _locale() -> Locale:
    from babel.core import Locale

    return Locale("fr")


def _decimal(value: Decimal, pattern: str) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(value, pattern, _locale(), decimal_quantization=False))


def _dated(day: date, pattern: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, _locale())


NUMBERS: dict[Kind, Callable[[Decimal], str]] = {
    "text": str,
    "kilo": kilo_euros,
    "euros": euros,
    "signed_euros": signed_euros,
    "cents": euros_cents,
    "rate": lambda value: euros(units.rate(value)),
    "rate_cents": lambda value: euros_cents(units.rate(value)),
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
