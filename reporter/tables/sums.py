"""Amounts added up by name.

Knows names and amounts. Never what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

Name = TypeVar("Name")


def summed(named: Iterable[tuple[Name, Decimal]]) -> dict[Name, Decimal]:
    """Return the sum of each name, in the order in which names first come."""
    sums: dict[Name, Decimal] = {}
    for name, amount in named:
        sums[name] = sums.get(name, ZERO) + amount
    return sums
