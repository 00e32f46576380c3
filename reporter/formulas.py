"""A formula as an attribute of an object: it measures, and it tells what it is made of.

Knows how an attribute finds its terms by their names. Never which figures there are.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

from reporter.making import Term, computed, made

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reporter.making import Figure, Operation

Value = TypeVar("Value", Decimal, "Decimal | None")


class Formula(Generic[Value]):
    """How a value of an object follows from its others: as an attribute it measures, and it tells.

    Args:
        of: returns, for the object, the operation and the names of the terms, `-` before those
            taken off.
    """

    def __init__(self, of: Callable[[Any], tuple[Operation, Sequence[str]]]) -> None:
        self.of = of

    @overload
    def __get__(self, holder: None, owner: type) -> Self: ...
    @overload
    def __get__(self, holder: object, owner: type) -> Value: ...
    def __get__(self, holder: object | None, owner: type) -> Self | Value:
        """Return the value for an object."""
        if holder is None:
            return self
        operation, names = self.of(holder)
        values = [(_sign(name), getattr(holder, name.lstrip("-"))) for name in names]
        return computed(operation, values)  # type: ignore[return-value]  # as its maker said

    def figure(self, holder: object, name: str, year: int, find: Callable[[str], Figure]) -> Figure:
        """Return the value as a figure whose terms are found by their names."""
        operation, names = self.of(holder)
        terms = (Term(_sign(term), find(term.lstrip("-"))) for term in names)
        return made(name, year, operation, *terms)


def _sign(name: str) -> int:
    return -1 if name.startswith("-") else 1


def plus(*names: str) -> Formula[Decimal]:
    """Return a sum of values that always exist; `-` stands before those taken off."""
    return Formula(lambda _: ("sum", names))


def formula(operation: Operation, *names: str) -> Formula[Decimal | None]:
    """Return what values make that do not always exist."""
    return Formula(lambda _: (operation, names))
