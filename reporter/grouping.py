"""Things gathered by what they share, the first from a day on; numbers that follow, or are missing.

Knows pairs, days and whole numbers. Never what the things are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

Key = TypeVar("Key")
Thing = TypeVar("Thing")


def gathered(pairs: Iterable[tuple[Key, Thing]]) -> defaultdict[Key, list[Thing]]:
    """Return the things of each key, in their order; none for a key that no pair has."""
    groups: defaultdict[Key, list[Thing]] = defaultdict(list)
    for key, thing in pairs:
        groups[key].append(thing)
    return groups


def runs(numbers: Iterable[int]) -> Iterator[list[int]]:
    """Yield those of some whole numbers, in order, that follow one another."""
    for _, found in groupby(enumerate(numbers), lambda it: it[1] - it[0]):
        yield [number for _, number in found]


def missing_between(numbers: Collection[int]) -> list[int]:
    """Return the whole numbers that are missing between the first and the last of some."""
    whole = range(min(numbers, default=0), max(numbers, default=0))
    return [number for number in whole if number not in numbers]


def first_within(
    things: Sequence[Thing], first: dt.date, last: dt.date, day: Callable[[Thing], dt.date]
) -> Thing | None:
    """Return the first of things, in the order of their days, that is between two days."""
    at = bisect_left(things, first, key=day)
    return things[at] if at < len(things) and day(things[at]) <= last else None
