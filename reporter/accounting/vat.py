"""The VAT of a year by month and rate, on invoices and on payments, and what the CA3 takes of it.

Knows booked lines. Never entries, nor how a return is filed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from reporter.accounting.bookable import Bookable, Kind
    from reporter.model import FinancialYear

Side = Literal["collected", "deductible", "assets"]
SIDES: dict[Kind, Side] = {"sale": "collected", "charge": "deductible", "asset": "assets"}
BOXES = {Decimal("0.20"): "08", Decimal("0.055"): "09", Decimal("0.10"): "9B"}
UNTAXED = "E2"
"""The line of what bears no VAT since the form of 2022; it was line 05 before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vat:
    """The VAT of a month at one rate, on one side; euros.

    Attributes:
        month: the first day of the month.
        rate: the rate as a ratio, None where receipts mix several.
        invoiced_base: before tax, by the date of the invoice.
        invoiced: the VAT on it.
        paid_base: before tax, by the date of the payment; None where no payment is noted.
        paid: the VAT on it, None likewise.
        due_base: the base that the return of the month takes, None where payments decide it and
            none is noted.
        due: the VAT that it takes, None likewise.
    """

    month: date
    side: Side
    rate: Decimal | None
    invoiced_base: Decimal
    invoiced: Decimal
    paid_base: Decimal | None
    paid: Decimal | None
    due_base: Decimal | None
    due: Decimal | None

    @property
    def box(self) -> str:
        """Return the line of the return no. 3310-CA3 that the VAT feeds, empty where unsure."""
        if self.side == "collected":
            return BOXES.get(self.rate, "") if self.rate else UNTAXED
        return "19" if self.side == "assets" else "20"


Key = tuple["date", "Kind", Decimal | None]


class _Sums:
    """The base and the VAT of lines."""

    def __init__(self) -> None:
        self.base = self.vat = ZERO

    def add(self, line: Bookable) -> None:
        self.base += line.line.amount
        self.vat += line.vat


def vat(
    booked: Iterable[Bookable], year: FinancialYear, *, sales_on_payment: bool
) -> tuple[Vat, ...]:
    """Return the VAT of the year, by month, side and rate.

    Args:
        booked: the year's lines, and those of other years paid in it.
        year: the financial year.
        sales_on_payment: whether the VAT on sales is due when they are paid.

    The VAT on assets is deducted on the invoice. That on other purchases on their payment, where
    the books note payments: most of a consultant's are services (CGI art. 271 I-2, 269-2 c); goods
    could be deducted sooner.
    """
    lines = [line for line in booked if line.kind == "sale" or line.vat]
    noted = {line.kind == "sale" for line in lines if line.line.paid}
    own = [line for line in lines if line.year == year.number]
    invoiced = _by_month((line.date, line) for line in own)
    settled = _by_month(
        (day, line) for line in lines if (day := line.line.paid) is not None and day in year
    )
    on_payment = {"sale": sales_on_payment, "charge": False in noted, "asset": False}
    return tuple(
        _row(
            key,
            invoiced.get(key, _Sums()),
            settled.get(key, _Sums()) if (key[1] == "sale") in noted else None,
            on_payment=on_payment[key[1]],
        )
        for key in sorted({*invoiced, *settled}, key=_order)
    )


def _by_month(dated: Iterable[tuple[date, Bookable]]) -> dict[Key, _Sums]:
    sums: defaultdict[Key, _Sums] = defaultdict(_Sums)
    for day, line in dated:
        sums[day.replace(day=1), line.kind, line.rate].add(line)
    return sums


def _order(key: Key) -> tuple[date, int, Decimal]:
    month, kind, rate = key
    return month, list(SIDES).index(kind), -(rate if rate is not None else Decimal(-1))


def _row(key: Key, invoiced: _Sums, paid: _Sums | None, *, on_payment: bool) -> Vat:
    month, kind, rate = key
    due = paid if on_payment else invoiced
    return Vat(
        month=month,
        side=SIDES[kind],
        rate=rate,
        invoiced_base=invoiced.base,
        invoiced=invoiced.vat,
        paid_base=None if paid is None else paid.base,
        paid=None if paid is None else paid.vat,
        due_base=None if due is None else due.base,
        due=None if due is None else due.vat,
    )
