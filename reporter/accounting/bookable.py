"""A line of the books with its account, its VAT and its third party, as a value.

Knows what an entry needs of a line. Never how a line gets its account, nor an entry.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reporter.model import ZERO, Day, Expense, Fee

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable
    from decimal import Decimal

    from reporter.accounting.chart import Third
    from reporter.accounting.parties import Party
    from reporter.errors import Place
    from reporter.law.countries import Zone
    from reporter.law.vat_deduction import Rule

Kind = Literal["sale", "charge", "asset"]
AnyLine = Day | Fee | Expense
BANK_FEES = "627"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookable:
    """A line with all that an entry needs of it.

    Attributes:
        year: the financial year of the line, where it counts as a sale or an expense.
        invoice: what the lines of one invoice or receipt share.
        invoice_year: the financial year of the invoice.
        party: the client or the supplier.
        number: the reference of the invoice or of the receipt.
        date: the day of the invoice.
        paid: the day of the payment; None where unpaid, unknown or older than the books.
        paid_year: the financial year of the payment, None likewise.
        source: the account that has paid, or been paid: the bank, the cash, the owner.
        account: the product, the charge or the asset.
        third: the account of the client, the supplier, the staff, the State.
        rate: the VAT rate as a ratio, None where a receipt mixes several.
        vat: the VAT in euros.
        rule: what the law says of the VAT of a purchase.
        zone: where the client or the supplier is.
        reverse: the VAT that the company itself owes on a purchase abroad, in euros.
        lost: the part of the VAT that cannot be deducted, in euros: a part of the cost.
    """

    kind: Kind
    line: AnyLine
    year: int
    invoice: Hashable
    invoice_year: int
    party: Party
    number: str
    date: dt.date
    paid: dt.date | None
    paid_year: int | None
    source: str
    account: str
    third: Third
    rate: Decimal | None
    vat: Decimal
    rule: Rule = "full"
    zone: Zone = "france"
    reverse: Decimal = ZERO
    lost: Decimal = ZERO

    @property
    def gross(self) -> Decimal:
        """Return the amount with VAT, in euros."""
        return self.line.amount + self.vat

    @property
    def settled(self) -> Decimal:
        """Return what pays the line, in euros: the net pay of a slip, else all of it."""
        slip = self.line.slip if isinstance(self.line, Expense) else None
        return self.gross if slip is None else slip.net

    @property
    def cost(self) -> Decimal:
        """Return the amount before tax with the VAT that is not deducted, in euros."""
        return self.line.amount + self.lost

    @property
    def recovered(self) -> Decimal:
        """Return the VAT that is collected or deducted, in euros."""
        return self.vat - self.lost

    @property
    def piece(self) -> Hashable:
        """Return what the lines of one invoice and its payments share, on one account."""
        return self.third.account, self.party.code, self.invoice

    @property
    def computed(self) -> bool:
        """Tell whether the books give the rate alone: the VAT is then the invoice's."""
        return self.line.vat is None and self.line.vat_rate is not None

    @property
    def is_early(self) -> bool:
        """Tell whether the line is paid in a year before that of its invoice: it is a deposit."""
        early = self.paid_year is not None and self.paid_year < self.invoice_year
        return early and self.third.by_party

    @property
    def is_bank_fee(self) -> bool:
        """Tell whether the bank took the line by itself, in the year of the line."""
        return self.source.startswith("51") and (
            self.account.startswith(BANK_FEES) and self.paid_year == self.year
        )

    def is_unpaid(self, day: dt.date) -> bool:
        """Tell whether the line, invoiced by then, is still unpaid on that day."""
        return self.date <= day and (self.paid is None or self.paid > day)


def source(place: Place) -> str:
    """Return where a line stands in a few characters: the reference of a purchase without any."""
    file = place.file.rpartition("/")[2].rpartition(".")[0]
    return "-".join(part for part in (file, place.sheet, place.cell.replace(" ", "")) if part)
