"""The characters of texts: how two are compared, which ones a page or a spreadsheet cannot hold.

Knows Unicode. Never the formats, nor the domain.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional, category, combining, normalize

from reporter.patterns import pattern

if TYPE_CHECKING:
    import re

UNPRINTABLE, UNSEEN = {"Cc", "Cs"}, "Cf"
DIRECTIONS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ACTIVE = pattern(f"[\x00-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f{DIRECTIONS}\ud800-\udfff]")
"""What changes the rest of a line, or of a screen: controls, directions, half characters."""
PICTURES, PRINTED = 0x2400, 0x20
ISOLATE, POP = "\u2068", "\u2069"
RIGHT_TO_LEFT = {"R", "AL"}
LONGEST_TITLE = 200
WORD = pattern("[a-z0-9]+")
RUNNING = ("=", "+", "-", "@", "\t", "\r", "\n")
"""How a text begins that a spreadsheet would run as a formula."""


def printable(text: str) -> str:
    """Return a text that stands in a sentence without changing what is around it.

    Control characters, lone surrogates and orders of direction are dropped, since no page may hold
    them; a text written from right to left keeps its direction to itself.
    """
    if text.isascii() and text.isprintable():
        return text
    kept = "".join(
        letter
        for letter in text
        if letter in "\n\t" or not (category(letter) in UNPRINTABLE or letter in DIRECTIONS)
    )
    if any(bidirectional(letter) in RIGHT_TO_LEFT for letter in kept):
        return f"{ISOLATE}{kept}{POP}"
    return kept


def visible(text: str) -> str:
    """Return a text on one line in which what could drive a terminal is seen and does nothing."""
    return ACTIVE.sub(_seen, text)


def escaped(text: str) -> str:
    r"""Return JSON in which what could drive a terminal is written as `\u009b`."""
    return ACTIVE.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    return character if character in "\n\t" else f"\\u{ord(character):04x}"


def _seen(found: re.Match[str]) -> str:
    """Return blanks for ends of lines and tabs, a picture for other controls: « ␛ »."""
    character = found[0]
    if character in "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029":
        return " "
    code = ord(character)
    return chr(PICTURES + code) if code < PRINTED else "\ufffd"


@lru_cache(maxsize=1 << 16, typed=True)
def folded(text: Any) -> str:
    """Return a text without case, accents, marks or surplus blanks: `N° Facture` → `n facture`.

    What is not seen between two letters is dropped: a soft hyphen, a space of no width.
    """
    plain = str(text)[:LONGEST_TITLE].casefold()
    if not plain.isascii():
        plain = normalize("NFKD", plain)
        for mark in set(plain):
            if combining(mark) or category(mark) == UNSEEN:
                plain = plain.replace(mark, "")
    elif plain.isalnum():
        return plain
    return " ".join(WORD.findall(plain))


def forms(words: str) -> frozenset[str]:
    """Return folded words, parted by commas, as they agree: « paye », « payee », « payees »."""
    return frozenset(f"{word}{end}" for word in words.split(", ") for end in ("", "e", "s", "es"))


def is_utf8(line: bytes) -> bool:
    """Tell whether bytes are a text in UTF-8."""
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True
