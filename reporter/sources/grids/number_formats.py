"""A number format → what it shows beside the number.

Knows the codes of formats, as files store them: `#,##0.00 [$$-409]`. Never what a cell holds.

A code has up to four sections parted by semicolons; the first one that shows a number tells.
Quoted, escaped and bracketed texts are literals; a comma after the last digit hides thousands
(ECMA-376 part 1, 18.8.31).
"""

from __future__ import annotations

import re

from reporter.patterns import pattern
from reporter.sources.grids.cells import Sign
from reporter.words.currencies import CODES

TOKEN = pattern(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[[^\]]*\]'
    r"|[_*].|[Ee][+-]|(?P<general>(?i:general|standard))|(?P<digits>[0#?.,]+)|(?P<date>[dmyhsDMYHS])"
    r"|(?P<plain>.)",
    re.DOTALL,
)
SCALE = pattern(r",+(?=\.|$)")
EURO = pattern(r"€|\bEUR(OS?)?\b", re.IGNORECASE)
THOUSANDS = pattern(r"[kKM] ?(€|EUR(OS?)?\b)|\b[kKM]\b|\bmilliers?\b|\bmillions?\b")
UNITS = pattern(
    r"h|hr?s?|heures?|hours?|min|mn|minutes?|sec|secondes?|s|j|jrs?|jours?|days?|d|ans?|mois",
    re.IGNORECASE,
)
CURRENCIES = pattern(
    rf"[$£¥₣₤₩₽₹฿₪₫₺₴]|\b({CODES})\b|\b(kr|Fr|zł|Kč|Ft|lei|dollars?|livres?|francs?)\b"
)
MINUS = {"-", "−", "–", "("}
"""What is shown before a number that is taken off."""
EDGES = pattern(r"^[\W\d_]+|[\W\d_]+$")


def sign_of(code: str) -> Sign | None:
    """Return what a format shows beside a number; None for euros, percents, dates and plain ones.

    Only what changes the meaning of the number counts: blanks, signs and parentheses do not. Words
    may stand in its place: `"offert"`.
    """
    for rank, section in enumerate(_sections(code)):
        shown, currencies, digits = "", "", ""
        for token in section:
            text = token["quoted"] or token["escaped"] or token["plain"] or ""
            if token["date"] is not None:
                return None
            if not (rank or digits) and text.strip() in MINUS:
                return Sign("minus", "-")
            currencies += token["currency"] or ""
            digits += token["digits"] or ("0" if token["general"] else "")
            shown += text
        if digits or EDGES.sub("", shown):
            return shown_sign(shown, currencies, scaled=bool(SCALE.search(digits)))
    return None


def shown_sign(shown: str, currency: str, *, scaled: bool) -> Sign | None:
    """Return what words and a currency shown beside a number mean; None where they change nothing.

    Args:
        shown: all the words.
        currency: the currency that the format itself declares.
        scaled: whether the format shows fewer thousands than the number holds.
    """
    shown, currency = shown.strip(), currency.strip()
    if currency and not EURO.fullmatch(currency):
        return Sign("currency", currency)
    if scaled:
        return Sign("scaled", shown)
    if THOUSANDS.search(shown):
        return Sign("thousands", shown)
    if CURRENCIES.search(shown):
        return Sign("currency", shown)
    words = EDGES.sub("", EURO.sub("", shown))
    if UNITS.fullmatch(words):
        return Sign("unit", shown)
    return Sign("words", shown) if words else None


def _sections(code: str) -> list[list[re.Match[str]]]:
    sections: list[list[re.Match[str]]] = [[]]
    for token in TOKEN.finditer(code):
        if token["plain"] == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    return sections
