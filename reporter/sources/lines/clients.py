"""Several spellings of one client, or of one person: 24ème, 24eme, 24EME.

Knows that the usual spelling is the one most written. Never when two names are the same.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from reporter.names import spelling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.model import Day, Fee, Signed

Sale = TypeVar("Sale", "Day", "Fee", "Signed")


def usual_spellings(names: Iterable[str], others: Iterable[str] = ()) -> dict[str, str]:
    """Return, for each name written otherwise than most often, its usual spelling.

    `others` are written where no line is: they take a spelling, and give one to nobody else.
    """
    counts = Counter(names)
    counts.update(dict.fromkeys(others, 0))
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


def of_people(lines: list[Day], usual: dict[str, str]) -> list[Day]:
    """Return lines, the person who worked in the usual spelling."""
    if not usual:
        return lines
    return [
        replace(line, worker=usual[line.worker]) if line.worker in usual else line for line in lines
    ]
