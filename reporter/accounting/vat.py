"""The VAT of a year by month and rate, on invoices and on payments, and what the CA3 takes of it.

Knows booked lines. Never entries, nor how a return is filed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, get_args

from reporter.law.vat_rates import legal
from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from reporter.accounting.bookable import Bookable, Kind
    from reporter.accounting.disposals import Disposal
    from reporter.model import FinancialYear

Side = Literal["collected", "disposals", "reverse", "deductible", "assets", "taken_back"]
SIDES: dict[Kind, Side] = {"sale": "collected", "charge": "deductible", "asset": "assets"}
BOXES = {
    Decimal("0.20"): "08",
    Decimal("0.055"): "09",
    Decimal("0.10"): "9B",
    Decimal("0.085"): "10",
}
REVERSE = "A3 et 08"
"""The base and the VAT of services bought abroad, which the company owes (CGI art. 283-2)."""
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
        if self.side == "reverse":
            return REVERSE
        if self.side in ("collected", "disposals"):
            return BOXES.get(self.rate, "") if self.rate else UNTAXED
        return "19" if self.side == "assets" else "20"


Key = tuple["date", "Kind", Decimal | None]


class _Sums:
    """The base and the VAT of lines."""

    def __init__(self) -> None:
        self.base = self.vat = ZERO

    def add(self, line: Bookable) -> None:
        self.base += line.line.amount
        self.vat += line.recovered


def vat(
    booked: Iterable[Bookable],
    year: FinancialYear,
    when: Callable[[Bookable], date | None],
    *,
    sales_known: bool,
    paid_known: bool,
) -> tuple[Vat, ...]:
    """Return the VAT of the year, by month, side and rate.

    Args:
        booked: the year's lines, and those of other years invoiced or paid in it.
        year: the financial year.
        when: the day on which the return takes the VAT of a line.
        sales_known: whether what the returns take of the sales is known.
        paid_known: whether the books tell who has paid.
    """
    lines = [line for line in booked if line.kind == "sale" or line.vat or line.reverse]
    bought = any(line.paid for line in lines if line.kind != "sale" and line.recovered)
    own = [line for line in lines if not line.reverse]
    invoiced = _by_month((line.date, line) for line in own if line.date in year)
    settled = _by_month((day, line) for line in own if (day := line.paid) and day in year)
    due = _by_month((day, line) for line in own if (day := when(line)) and day in year)
    paid = {"sale": paid_known, "charge": bought, "asset": bought}
    nothing = _Sums()
    rows = [
        _row(
            key,
            invoiced.get(key, nothing),
            settled.get(key, nothing) if paid[key[1]] else None,
            due.get(key, nothing) if sales_known or key[1] != "sale" else None,
        )
        for key in {*invoiced, *settled, *due}
    ]
    return in_order((*rows, *_reversed(lines, year)))


def due_day(line: Bookable, *, sales_on_payment: bool, purchases_noted: bool) -> date | None:
    """Return the day on which the return takes the VAT of a line, None where it is not known.

    The VAT on services sold is due on their payment, or by option on their invoice, but never
    after a payment (CGI art. 269-2 c); that on assets is deducted on the invoice; that on other
    purchases on their payment where the books note payments, since most of a consultant's are
    services (CGI art. 271 I-2), and never before the invoice, which alone gives the right to it
    (CGI art. 271 II).
    """
    if line.kind == "sale":
        if sales_on_payment:
            return line.paid
        return line.date if line.paid is None else min(line.date, line.paid)
    if line.kind == "asset" or not purchases_noted:
        return line.date
    return None if line.paid is None else max(line.date, line.paid)


def _by_month(dated: Iterable[tuple[date, Bookable]]) -> dict[Key, _Sums]:
    sums: defaultdict[Key, _Sums] = defaultdict(_Sums)
    for day, line in dated:
        sums[day.replace(day=1), line.kind, line.rate].add(line)
    return sums


def _reversed(lines: list[Bookable], year: FinancialYear) -> Iterator[Vat]:
    """Yield what is owed on purchases abroad, and deducted at once, in the month of the invoice."""
    months: defaultdict[date, _Sums] = defaultdict(_Sums)
    for line in lines:
        if line.reverse and line.date in year:
            sums = months[line.date.replace(day=1)]
            sums.base += line.line.amount
            sums.vat += line.reverse
    sides: tuple[Side, Side] = ("reverse", "taken_back")
    for month, sums in months.items():
        for side in sides:
            row = _row((month, "charge", legal(month)[0]), sums, None, sums)
            yield replace(row, side=side)


def of_disposals(found: Iterable[Disposal]) -> Iterator[Vat]:
    """Yield the VAT of what was sold, by month and rate: due as it is delivered (CGI 269-2 a)."""
    months: defaultdict[tuple[date, Decimal], _Sums] = defaultdict(_Sums)
    for one in found:
        if one.price:
            sums = months[one.day.replace(day=1), one.rate]
            sums.base += one.price
            sums.vat += one.vat
    for (month, rate), sums in months.items():
        row = _row((month, "sale", rate), sums, None, sums)
        yield replace(row, side="disposals")


def in_order(rows: Iterable[Vat]) -> tuple[Vat, ...]:
    """Return rows by month, side and rate, the highest first."""
    return tuple(sorted(rows, key=_order))


def _order(row: Vat) -> tuple[date, int, Decimal]:
    rate = row.rate if row.rate is not None else Decimal(-1)
    return row.month, get_args(Side).index(row.side), -rate


def _row(key: Key, invoiced: _Sums, paid: _Sums | None, due: _Sums | None) -> Vat:
    month, kind, rate = key
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
