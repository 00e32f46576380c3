"""What amounts are counted in where they are printed: euros, or indices inside a `with`.

Knows which, as the context of `decimal` knows its precision. Never how either looks.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

_BASE: ContextVar[Decimal | None] = ContextVar("base", default=None)


class Index(NamedTuple):
    """What the amounts of a bilan are counted in, where they are no longer euros.

    Attributes:
        year: the year whose revenue is 100.
        rate: the TJM that prints as 100, at the scale of the amounts.
        rate_year: the year of that TJM; None where it is no year's but the objective's.
    """

    year: int
    rate: Decimal
    rate_year: int | None


@contextmanager
def indices(base: Decimal) -> Iterator[None]:
    """Print amounts as indices, and rates as what they are to `base`, times 100."""
    token = _BASE.set(base)
    try:
        yield
    finally:
        _BASE.reset(token)


def indexed() -> bool:
    """Tell whether amounts are indices."""
    return _BASE.get() is not None


def rate(value: Decimal) -> Decimal:
    """Return euros a day, or their index."""
    base = _BASE.get()
    return value if base is None else value / base * 100


def unit(name: str = "euros hors taxes") -> str:
    """Return the unit of amounts for a title: the one named, or « indices »."""
    return "indices" if indexed() else name
