"""Things gathered by what they share.

Knows pairs. Never what they are.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

Key = TypeVar("Key")
Thing = TypeVar("Thing")


def gathered(pairs: Iterable[tuple[Key, Thing]]) -> defaultdict[Key, list[Thing]]:
    """Return the things of each key, in their order; none for a key that no pair has."""
    groups: defaultdict[Key, list[Thing]] = defaultdict(list)
    for key, thing in pairs:
        groups[key].append(thing)
    return groups
