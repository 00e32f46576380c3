"""A value and the kind of quantity that it is, which together print in one way.

Knows the kinds of quantities. Never the domain.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from reporter import denomination
from reporter.french.dates import short_date
from reporter.french.numbers import (
    NBSP,
    euros,
    euros_cents,
    exact,
    kilo_euros,
    number,
    percent,
    points,
    quantity,
    signed_euros,
    variation,
)

if TYPE_CHECKING:
    from collections.abc import Callable

MISSING = f"n.{NBSP}d."

Kind = Literal[
    "text",
    "kilo",
    "euros",
    "signed_euros",
    "cents",
    "signed_cents",
    "rate",
    "rate_cents",
    "days",
    "percent",
    "fine_percent",
    "variation",
    "date",
    "month",
    "exact_euros",
    "exact_days",
    "exact_percent",
    "signed_days",
    "points",
    "amount",
    "actual",
    "aimed",
]
"""How a quantity prints: kilo `~138 K€`, euros `789 €`, cents `789,50 €`, percent `77 %`…

The exact ones keep every decimal. In a grid of amounts, `actual` and `aimed` carry a mark.
A rate is in euros a day: it prints as euros do, but has its own index.
"""


class Cell(NamedTuple):
    """A value and the kind of quantity that it is; None is what does not exist.

    Attributes:
        of: the figure that it shows, where that can be explained: « 2020.tjm ».
    """

    value: Decimal | int | str | date | None
    kind: Kind = "text"
    of: str = ""

    def __str__(self) -> str:
        """Return the value as a French reader reads it."""
        return display(self.value, self.kind)


def display(value: Decimal | int | str | date | None, kind: Kind = "text") -> str:
    """Return a value as text in its kind; « n. d. » where there is none."""
    if value is None:
        return MISSING
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return short_date(value)
    return NUMBERS[kind](Decimal(value))


NUMBERS: dict[Kind, Callable[[Decimal], str]] = {
    "text": str,
    "kilo": kilo_euros,
    "euros": euros,
    "signed_euros": signed_euros,
    "cents": euros_cents,
    "signed_cents": lambda value: euros_cents(value, plus=True),
    "rate": lambda value: euros(denomination.rate(value)),
    "rate_cents": lambda value: euros_cents(denomination.rate(value)),
    "days": quantity,
    "percent": percent,
    "fine_percent": lambda value: f"{number(value * 100, 2, least=0)}{NBSP}%",
    "variation": variation,
    "exact_euros": lambda value: exact(value, cents=True) + f"{NBSP}€",
    "exact_days": exact,
    "exact_percent": lambda value: exact(value * 100) + f"{NBSP}%",
    "signed_days": lambda value: number(value, 2, least=0, plus=True),
    "points": points,
    "amount": number,
    "actual": lambda value: f"●{NBSP}{number(value)}",
    "aimed": lambda value: f"○{NBSP}{number(value)}",
}
