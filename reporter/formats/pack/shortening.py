"""A text as an old program holds it: in its alphabet, within its length.

Knows characters. Never what a text names.
"""

from __future__ import annotations

from hashlib import sha256
from unicodedata import normalize

MARK = 4
PLAINER = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "−": "-",
        "…": "...",
        "\u202f": " ",
        "\u2009": " ",
    }
)  # fmt: skip
"""What takes the place of a character that an old alphabet lacks."""


def plainer(text: str, encoding: str) -> str | None:
    """Return a text in an alphabet, None where it has characters that nothing can stand for."""
    kept = []
    for letter in text:
        ways = (letter, letter.translate(PLAINER), _unaccented(letter))
        way = next((way for way in ways if way and _fits(way, encoding)), None)
        if way is None:
            return None
        kept.append(way)
    return "".join(kept)


def shortened(text: str, limit: int | None, *, tail: bool = False) -> str:
    """Return a text of `limit` characters at most; what is cut leaves a mark of the whole.

    Args:
        text: a code or a name.
        limit: its greatest length, None where there is none.
        tail: whether the end tells more than the beginning, as in the number of an invoice.
    """
    if limit is None or len(text) <= limit:
        return text
    mark = sha256(text.encode()).hexdigest()[:MARK].upper()
    kept = limit - MARK
    return mark + text[-kept:] if tail else text[:kept] + mark


def _unaccented(letter: str) -> str:
    return "".join(part for part in normalize("NFKD", letter) if part.isascii())


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
