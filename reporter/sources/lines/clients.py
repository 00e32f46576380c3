"""Several spellings of one name: 24ème, 24eme, 24EME.

Knows that case, accents and blanks do not tell names apart, and that all the rest does.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.model import Day, Fee

Sale = TypeVar("Sale", "Day", "Fee")


@cache
def spelling(name: str) -> str:
    """Return a name without what does not tell names apart."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def usual_spellings(names: Iterable[str]) -> dict[str, str]:
    """Return, for each name written otherwise than most often, its usual spelling."""
    counts = Counter(names)
    usual: dict[str, str] = {}
    for name in sorted(counts, key=lambda name: -counts[name]):
        usual.setdefault(spelling(name), name)
    return {name: usual[spelling(name)] for name in counts if usual[spelling(name)] != name}


def respelled(lines: list[Sale], usual: dict[str, str]) -> list[Sale]:
    """Return lines, their client in its usual spelling."""
    if not usual:
        return lines
    return [
        replace(line, client=usual[line.client]) if line.client in usual else line for line in lines
    ]
