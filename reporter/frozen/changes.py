"""What a closed year was → what it is now: the figures, the settings and the lines that changed.

A line is told by what it says, never by where it stands: rows may be sorted, files renamed. One
that went and one that came are the same line, changed, where most of what they say is alike, or
some of it in the same cell. Never words, nor files.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from reporter.frozen.closure import Closure, Kept

MOST = 40_000
"""Pairs of lines that are compared, at most: beyond, only the cells tell."""
SAME_CELL = 2
"""What two lines of one cell have in common, at least, to be the same."""


class Changed(NamedTuple):
    """A figure or a setting, before and now; None where there is none."""

    name: str
    before: Decimal | str | None
    now: Decimal | str | None


class Moved(NamedTuple):
    """A line before and now, on either side None where it was or is not there."""

    before: Kept | None
    now: Kept | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is no longer as it was kept; nothing where all is."""

    closure: Closure
    figures: tuple[Changed, ...] = ()
    settings: tuple[Changed, ...] = ()
    lines: tuple[Moved, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything has changed."""
        return bool(self.figures or self.settings or self.lines)


def changes(was: Closure, now: Closure, elsewhere: Iterable[Kept] = ()) -> Changes:
    """Return what has changed in a year.

    Args:
        was: the year as it was kept.
        now: the year as it is.
        elsewhere: the lines of the other years, where one that went may be.
    """
    return Changes(
        closure=was,
        figures=tuple(_values(was.figures, now.figures)),
        settings=tuple(_values(was.settings, now.settings)),
        lines=tuple(_lines(was.lines, now.lines, elsewhere)),
    )


def _values(was: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Changed]:
    for name in dict.fromkeys((*was, *now)):
        if was.get(name) != now.get(name):
            yield Changed(name, was.get(name), now.get(name))


def _lines(was: Sequence[Kept], now: Sequence[Kept], elsewhere: Iterable[Kept]) -> Iterator[Moved]:
    """Yield the lines that changed, then those that went, then those that came."""
    gone, come = _less(was, now), _less(now, was)
    yield from _pairs(gone, come, _likeness)
    if gone:
        yield from _pairs(gone, list(elsewhere), _likeness_in_one_cell)
    yield from (Moved(line, None) for line in gone)
    yield from (Moved(None, line) for line in come)


def _less(lines: Sequence[Kept], others: Sequence[Kept]) -> list[Kept]:
    """Return the lines that the others have not, each as many times as they lack it."""
    left = Counter(lines) - Counter(others)
    found = []
    for line in reversed(lines):
        if left[line]:
            left[line] -= 1
            found.append(line)
    return found[::-1]


def _pairs(
    gone: list[Kept], come: list[Kept], likeness: Callable[[Kept, Kept], int]
) -> list[Moved]:
    """Take out of both lists, and return, the lines that are one, in the order of those gone."""
    near = _near(come, many=len(gone) * len(come) > MOST)
    alike = [
        (-score, rank, other)
        for rank, line in enumerate(gone)
        for other in near(line)
        if (score := likeness(line, come[other]))
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, rank, other in sorted(alike):
        if rank not in found and other not in taken:
            found[rank] = other
            taken.add(other)
    moved = [Moved(gone[rank], come[found[rank]]) for rank in sorted(found)]
    gone[:] = [line for rank, line in enumerate(gone) if rank not in found]
    come[:] = [line for rank, line in enumerate(come) if rank not in taken]
    return moved


def _near(come: Sequence[Kept], *, many: bool) -> Callable[[Kept], Sequence[int]]:
    """Return what gives the ranks of the lines of one kind with another; of many, of its cell."""

    def about(line: Kept) -> tuple[str, str]:
        return line.nature, str(line.place) if many else ""

    ranks: dict[tuple[str, str], list[int]] = {}
    for rank, line in enumerate(come):
        ranks.setdefault(about(line), []).append(rank)
    return lambda line: ranks.get(about(line), ())


def _likeness(line: Kept, other: Kept) -> int:
    """Return how much two lines are alike; 0 where they are not the same line."""
    shared = len({*line.values} & {*other.values})
    here = str(line.place) == str(other.place)
    half = 2 * shared >= max(len(line.values), len(other.values))
    return 2 * shared + here if half or (here and shared >= SAME_CELL) else 0


def _likeness_in_one_cell(line: Kept, other: Kept) -> int:
    """Return the same, of a line that may have gone to another year without leaving its cell."""
    here = str(line.place) == str(other.place)
    half = 2 * len({*line.values} & {*other.values}) >= max(len(line.values), len(other.values))
    return int(here and half)
