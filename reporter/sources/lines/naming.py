"""How a line is told: whom it is with, in which spelling, what it is for, and a doubt about it.

Knows the names of each kind of line, and that the usual spelling is the one most written. Never
when two names are the same, nor why a line is doubtful.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from reporter.errors import Doubt
from reporter.french import euros_cents, short_date
from reporter.model import Day, Expense, Fee
from reporter.names import spelling

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.model import Line, Signed


def name_of(line: Line) -> str:
    """Return the first name of a line: its client, its supplier or its label."""
    return line.party or (line.label if isinstance(line, Expense) else "")


def doubt_of(  # noqa: PLR0913, PLR0917  # all that is said of a line
    code: str, what: str, line: Line, fix: str, shown: str = "", about: str = ""
) -> Doubt:
    """Return a doubt about a line, told as its owner knows it: its day, its name, its amount."""
    shown = shown or " · ".join((short_date(line.date), name_of(line), euros_cents(line.amount)))
    return Doubt(code, what, line.place, shown, fix, line.date, about)


Sale = TypeVar("Sale", "Day", "Fee", "Signed")


def names_of(line: Line) -> tuple[str, str, str]:
    """Return the names that a line of a recap may be called by; folded."""
    match line:
        case Expense():
            return spelling(line.category), spelling(line.supplier), spelling(line.label)
        case Day():
            return spelling(line.mission), spelling(line.client), spelling(line.worker)
        case Fee():
            return spelling(line.service), spelling(line.client), ""
    return "", "", ""


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


def respelled(
    lines: list[Sale], usual: dict[str, str], of: Literal["client", "worker"] = "client"
) -> list[Sale]:
    """Return lines, their client in its usual spelling, or the person who worked."""
    if not usual:
        return lines
    named = ((line, getattr(line, of)) for line in lines)
    return [
        replace(line, **dict[str, Any]({of: usual[name]})) if name in usual else line
        for line, name in named
    ]
