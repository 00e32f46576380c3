"""The points that `bilan check` prints: each with its key, those alike together.

Knows how doubts look in a terminal. Never what is doubtful.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import visible
from reporter.cli.terminal import block, where
from reporter.errors import Words
from reporter.french import NBSP, counted
from reporter.toml.kinds import literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reporter.cli.terminal import Level
    from reporter.errors import Doubt

    Point = Sequence[Doubt]
    """Doubts of one key, that say the same."""

MANY = 8
"""Points alike from which they are one: a column is wrong, rather than each of its cells."""
FEW = 3
"""Lines that are shown of so many."""
SHORT = {"remarque"}
"""Rules whose points on a sheet are one as soon as there are two: each is a short text to read."""


def doubtful(points: Iterable[Point]) -> Iterator[str]:
    """Yield what is doubtful, each with what to write where it is right."""
    for alike in _together(points):
        short = alike[0][0].code in SHORT
        if len(alike) < (2 if short else MANY):
            for point in alike:
                yield f"{told('doute', point)}\n{_right('c’est', point)}"
        else:
            first = alike[0][0]
            every = [doubt for point in alike for doubt in point]
            one = f" ; d’un seul{NBSP}: {literal(first.key)}"
            right = _right("tout est", [first._replace(date=None, about="")])
            yield f"{_told('doute', every, MANY if short else FEW)}\n{right}{visible(one)}"


def told(level: Level, point: Point) -> str:
    """Return doubts of one key as a few lines, like a mistake."""
    return _told(level, point, MANY)


def _told(level: Level, doubts: Sequence[Doubt], most: int) -> str:
    shown = list(dict.fromkeys(str(doubt.shown) for doubt in doubts))
    rest = [f"et {counted(len(shown) - most, 'autre', 'autres')}"] if len(shown) > most else []
    return block(level, doubts[0], where(it.place for it in doubts), [*shown[:most], *rest])


def _right(so: str, point: Point) -> str:
    return visible(f"   = si {so} juste{NBSP}: ignorer = [{literal(point[0].key)}]")


def _together(points: Iterable[Point]) -> list[list[Point]]:
    """Return the points of each rule on each sheet that say the same, their values aside."""
    groups: dict[tuple[object, ...], list[Point]] = {}
    for point in points:
        first = point[0]
        words, fix = (it.say if isinstance(it, Words) else it for it in (first.what, first.fix))
        groups.setdefault((first.code, words, first.place[:2], fix), []).append(point)
    return list(groups.values())
