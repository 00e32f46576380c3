"""A dated table of the law: values, each with the day it begins and its source.

Knows how a table is asked on a day. Never what its values mean.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from reporter.errors import BilanError

if TYPE_CHECKING:
    from datetime import date

Value = TypeVar("Value")
EURO = Decimal(1)


class UnknownLaw(BilanError):
    """A day on which a rule is not known, or was another one."""


class Since(NamedTuple, Generic[Value]):
    """A value, the first day on which it holds, and where it is written."""

    day: date
    value: Value
    source: str


class Dated(NamedTuple, Generic[Value]):
    """The values of a rule, oldest first.

    Attributes:
        name: what the rule is about, in French, for a refusal.
        rows: the values.
        known_until: the last day for which the law is known; later days take the last value.
    """

    name: str
    rows: tuple[Since[Value], ...]
    known_until: date

    def at(self, day: date) -> Value:
        """Return the value of a day; after the last known day, the last one.

        Raises:
            UnknownLaw: before the first row.
        """
        row = next((row for row in reversed(self.rows) if row.day <= day), None)
        if row is None:
            first = self.rows[0].day.strftime("%d/%m/%Y")
            raise UnknownLaw(
                f"{self.name} : valeurs inconnues avant le {first}, donc en {day.year}"
            )
        return row.value

    def estimated(self, day: date) -> bool:
        """Tell whether the value of a day is only the last known one."""
        return day > self.known_until


def whole(amount: Decimal) -> Decimal:
    """Return an amount rounded half up to the euro, as the URSSAF rounds a contribution."""
    return amount.quantize(EURO, ROUND_HALF_UP)
