"""Amounts added up by name.

Knows names and amounts. Never what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from decimal import Decimal

    from reporter.model import Activity

Name = TypeVar("Name")
Found = TypeVar("Found")


def once(lines: Activity, find: Callable[[Activity], Found]) -> Found:
    """Return what is found of lines, looked for the first time only: many tables ask for it."""
    if find not in lines.found:
        lines.found[find] = find(lines)
    found: Found = lines.found[find]
    return found


def summed(named: Iterable[tuple[Name, Decimal]]) -> dict[Name, Decimal]:
    """Return the sum of each name, in the order in which names first come."""
    sums: dict[Name, Decimal] = {}
    for name, amount in named:
        sums[name] = sums.get(name, ZERO) + amount
    return sums
