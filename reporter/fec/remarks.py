"""What is said of a FEC: a remark per line, and the remarks that say the same, put together.

Knows lines and words. Never a rule of the format.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from reporter.characters import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

Level = Literal["erreur", "doute"]
FIRST = 3
"""How many lines are named where many say the same."""
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Remark:
    """Something wrong, or doubtful, in a line.

    Attributes:
        level: « erreur » where the law forbids it, « doute » where it is allowed, or usual and
            tolerated, and still worth a look.
        what: what is wrong, the same words for every line where it is.
        line: the line of the file, from 1; 0 is the name of the file.
        field: the field concerned, empty where it is the whole line.
        shown: what stands there.
        fix: what to write instead, the same words for every line.
    """

    level: Level
    what: str
    line: int
    field: str = ""
    shown: str = ""
    fix: str = ""


class Repeated(NamedTuple):
    """A remark and everywhere it holds.

    Attributes:
        first: the remark of the first line.
        lines: every line, each once, in order.
        shown: what stands in the first lines.
    """

    first: Remark
    lines: tuple[int, ...]
    shown: tuple[str, ...]


def error(what: str, line: int, shown: str = "", fix: str = "", field: str = "") -> Remark:
    """Return what the law forbids."""
    return Remark("erreur", what, line, field, shown, fix)


def doubt(what: str, line: int, shown: str = "", fix: str = "", field: str = "") -> Remark:
    """Return what is worth a look."""
    return Remark("doute", what, line, field, shown, fix)


def repeated(remarks: Iterable[Remark]) -> tuple[Repeated, ...]:
    """Return the remarks that say the same of the same field put together, in their order."""
    groups: dict[tuple[str, str, str], list[Remark]] = {}
    for remark in remarks:
        groups.setdefault((remark.level, remark.what, remark.field), []).append(remark)
    return tuple(
        Repeated(
            group[0],
            tuple(dict.fromkeys(remark.line for remark in group)),
            tuple(dict.fromkeys(_shown(remark.shown) for remark in group if remark.shown))[:FIRST],
        )
        for group in groups.values()
    )


def _shown(text: str) -> str:
    """Return what stands in a file as a terminal may show it, cut where it is long."""
    kept = printable(text)
    return kept if len(kept) <= LONGEST else f"{kept[:LONGEST]}…"
