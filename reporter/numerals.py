"""How people write a number: « 1 234,56 € », « (345,67) », « 79€99 », « 20 % ».

Knows the grammar of numbers, once for spreadsheets, settings and options. Never what they count.
"""

from __future__ import annotations

import re
from decimal import Decimal

from reporter.patterns import pattern

BLANKS = pattern(r"[\s\u00a0\u202f]+")
CURRENCY = pattern(r"^(€|EUR)|(€|EUR)$", re.IGNORECASE | re.ASCII)
PLAIN = pattern(r"\d+(?:[.,]\d*)?|[.,]\d+", re.ASCII)
GROUPED = pattern(
    r"\d{1,3}(?:(?: \d{3})+|(?:\.\d{3})+(?=,)|(?:,\d{3})+(?=\.)|(?:\.\d{3}){2,}|(?:,\d{3}){2,})"
    r"(?:[.,]\d*)?",
    re.ASCII,
)
EURO_MARK = pattern(r"(\d+)€(\d{2})", re.ASCII)
ONE_MARK_THREE_DIGITS = pattern(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
FIRST = pattern(r"\s*[-+(€\u2212]?\s*[\d.,]")
LONGEST = 60
"""Characters beyond which a text is no number."""
MOST = Decimal(10) ** 12
"""No amount, count or rate reaches a thousand billions: beyond is a slip, or an attack."""
DECIMALS = 10
"""The decimals that a number may have."""


def spaced(text: str) -> str:
    """Return a text with plain blanks, one at a time."""
    return BLANKS.sub(" ", text).strip()


def number(text: str) -> Decimal | None:
    """Return the number that a text writes, its currency left out; None where it writes none.

    Both marks of the decimals are understood, blanks and the other mark part thousands, and
    parentheses are a minus, as accountants write it.
    """
    sign, digits = _parted(text)
    digits = EURO_MARK.sub(r"\1,\2", digits)
    if GROUPED.fullmatch(digits):
        *whole, last = re.split(r"[ .,]", digits)
        has_cents = len(set(re.findall(r"[ .,]", digits))) > 1
        digits = f"{''.join(whole)}.{last}" if has_cents else f"{''.join(whole)}{last}"
    return sign * Decimal(digits.replace(",", ".")) if PLAIN.fullmatch(digits) else None


def percentage(text: str) -> Decimal | None:
    """Return the ratio that a text with a percent sign writes; None where it has none."""
    bare = text.rstrip()
    found = number(bare[:-1]) if bare.endswith("%") else None
    return None if found is None else found / 100


def is_text(cell: object) -> bool:
    """Tell whether a cell is a text, and writes no number."""
    return isinstance(cell, str) and number(cell) is None


def is_ambiguous(text: str) -> bool:
    """Tell whether a text may be a thousand, or a little more than one: « 1,234 », « (1.200) »."""
    return ONE_MARK_THREE_DIGITS.fullmatch(_parted(text)[1]) is not None


def begins(text: str) -> bool:
    """Tell whether a text begins as a number does, though it may be none: « 7 350,00 euros »."""
    return FIRST.match(text) is not None


def _parted(text: str) -> tuple[int, str]:
    """Return the sign of a number, and its digits without currency and with plain blanks."""
    bare = _bare(text) if len(text) <= LONGEST else ""
    if bare.startswith("(") and bare.endswith(")"):
        sign, digits = _parted(bare[1:-1])
        return -sign, digits
    if bare[:1] in ("+", "-") and bare:
        return -1 if bare[0] == "-" else 1, _bare(bare[1:])
    return 1, bare


def _bare(text: str) -> str:
    return CURRENCY.sub("", spaced(text).replace("\u2212", "-")).strip()


def is_sober(number: Decimal) -> bool:
    """Tell whether a number from outside is one that can be measured and printed."""
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -DECIMALS and abs(number) < MOST
