"""What is set apart in a text: within brackets, after a dash, a slash, a colon or a comma.

Knows marks. Never what the words between them say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

APART = pattern(r"\(([^()]+)\)|\[([^\[\]]+)\]|\s[-–—/]\s+(.+)$|\s?[:,]\s(.+)$")
SETS = pattern(r"[(\[]|\s[-–—/:]\s|[:,]\s|\?\s*$")
"""What is sooner looked for than the marks themselves."""


def parts(text: str) -> Iterator[str]:
    """Yield what is set apart in a text, folded."""
    yield from map(folded, set_apart(text))


def set_apart(text: str) -> Iterator[str]:
    """Yield what is set apart in a text, as it is written."""
    for found in APART.finditer(text) if SETS.search(text) else ():
        yield next(filter(None, found.groups()))
