"""The invoices that clients have not paid at the end of a year (encours), by age.

Knows sales and payments. Never entries.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reporter.model import ZERO

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterable
    from decimal import Decimal

    from reporter.accounting.bookable import Bookable

AGES = (30, 60, 90)
"""Days since the invoice that separate the ages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpaid:
    """An invoice not paid in full on a day; `due` is what is left of it, in euros with VAT.

    `lines` are those that are not paid.
    """

    client: str
    number: str
    date: dt.date
    due: Decimal
    days: int
    lines: tuple[Bookable, ...]

    @property
    def vat(self) -> Decimal:
        """Return the VAT of what is left, in euros."""
        return sum((line.vat for line in self.lines), ZERO)

    @property
    def age(self) -> int:
        """Return the rank of its age: 0 up to 30 days, 3 above 90."""
        return sum(self.days > limit for limit in AGES)


def outstanding(booked: Iterable[Bookable], day: dt.date) -> tuple[Unpaid, ...]:
    """Return the invoices unpaid on a day, oldest first."""
    left: dict[Hashable, list[Bookable]] = {}
    for line in booked:
        if line.kind == "sale" and line.is_unpaid(day):
            left.setdefault(line.piece, []).append(line)
    found = [
        Unpaid(
            client=lines[0].party.name,
            number=lines[0].number,
            date=lines[0].date,
            due=sum((line.gross for line in lines), ZERO),
            days=(day - lines[0].date).days,
            lines=tuple(lines),
        )
        for lines in left.values()
    ]
    return tuple(sorted((unpaid for unpaid in found if unpaid.due), key=lambda u: u.date))
