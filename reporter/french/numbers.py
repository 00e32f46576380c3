"""Numbers, amounts and ratios as French readers write them; with dates.py, the home of babel.

Knows typography. Never the domain. Rounding is half up, here and nowhere else; a sign comes from
the rounded value. babel is imported where a number is written: a message without any costs nothing.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from reporter import denomination

if TYPE_CHECKING:
    from fractions import Fraction

    from babel.core import Locale
    from babel.numbers import NumberPattern

NBSP = "\u00a0"
MINUS = "\u2212"
THOUSAND = 1000
HALF = Decimal("0.5")


@lru_cache(maxsize=4096)
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
    """Return an amount as « ~138 K€ », « −~4 K€ »: three significant digits, at most one decimal.

    The tilde is there only when rounding lost something.
    """
    thousands = value / THOUSAND
    rounded = _round_at(thousands, max(thousands.adjusted() - 2, -1))
    about = "" if rounded == thousands else "~"
    sign = MINUS if rounded < 0 else ""
    return _amount(value, f"{sign}{about}{number(abs(rounded), 1, least=0)}{NBSP}K€")


def euros(value: Decimal) -> str:
    """Return an amount rounded to the euro: « 137 642 € »."""
    return _amount(value, number(value) + f"{NBSP}€")


def signed_euros(value: Decimal) -> str:
    """Return a change in euros with its sign: « +4 727 € », « −3 800 € »."""
    return _amount(value, number(value, plus=True) + f"{NBSP}€", plus=True)


def euros_cents(value: Decimal, *, plus: bool = False) -> str:
    """Return an amount to the cent: « 1 234,50 € »; with a plus sign if asked."""
    return _amount(value, number(value, 2, plus=plus) + f"{NBSP}€", plus=plus)


def exact(value: Decimal, *, cents: bool = False) -> str:
    """Return a number with all its decimals: « 782,7743 »; of an amount, none or two at least."""
    exponent = value.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return number(value, max(places, 2) if cents and places else places)


def quantity(value: Decimal | Fraction) -> str:
    """Return days or another count, at most two decimals: « 175 », « 8,5 »."""
    if not isinstance(value, Decimal):
        value = Decimal(value.numerator) / value.denominator
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


@cache
def locale() -> Locale:
    """Return the locale of babel."""
    from babel.core import Locale

    return Locale("fr")


def _amount(value: Decimal, text: str, *, plus: bool = False) -> str:
    """Return the text of an amount, or a whole number where it is an index: decimals would tell."""
    if not denomination.indexed():
        return text
    return f"<{NBSP}1" if 0 < abs(value) < HALF else number(value, plus=plus)


def _round_at(value: Decimal, exponent: int) -> Decimal:
    """Return a number rounded half up to a multiple of ten to the power of `exponent`."""
    return value.scaleb(-exponent).quantize(Decimal(1), ROUND_HALF_UP).scaleb(exponent)


def _decimal(value: Decimal, pattern: str) -> str:
    from babel.numbers import format_decimal

    return str(format_decimal(value, _parsed(pattern), locale(), decimal_quantization=False))


@cache
def _parsed(pattern: str) -> NumberPattern:
    from babel.numbers import parse_pattern

    return parse_pattern(pattern)
