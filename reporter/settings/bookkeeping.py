"""How the owner's books are kept, as values: account numbers, VAT.

Knows defaults. Never the keys of bilan.toml, the chart of accounts, nor the lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

ACCOUNT = pattern(r"[1-9]\d{2,9}")
DRAWINGS = "108000"
"""The account between a business that is no company and its owner (PCG art. 932-1)."""
DIGITS = 6
"""The usual length of an account: what accounting software expects."""


class Ledger(NamedTuple):
    """The accounts that every entry uses, each with the number that the owner may change."""

    days: str = "706000"
    fees: str = "706000"
    clients: str = "411000"
    suppliers: str = "401000"
    asset_suppliers: str = "404000"
    vat_collected: str = "445710"
    vat_deductible: str = "445660"
    vat_assets: str = "445620"
    bank: str = "512000"
    to_invoice: str = "418100"
    vat_to_invoice: str = "445870"
    prepaid_sales: str = "487000"
    deposits_received: str = "419100"
    deposits_paid: str = "409100"
    sales_union: str = "706100"
    sales_outside: str = "706200"
    vat_reverse: str = "445200"
    accrued_charges: str = "408100"
    vat_accrued: str = "445860"
    prepaid_charges: str = "486000"
    owner: str = "455000"
    cash: str = "530000"


class Bookkeeping(NamedTuple):
    """What the owner says of accounts and VAT.

    Attributes:
        ledger: the accounts that every entry uses.
        categories: the account of each category of expenses, by the name that the owner wrote.
        payers: the account of each person who pays for the company, by the owner's name for them.
        deductible: the part of the VAT of a category that is deducted, where the owner says it.
        exempt: franchise en base, CGI art. 293 B: no VAT at all.
        exempt_until: the last day of the franchise, where VAT is due on what is done after it.
        alone: whether the owner is self-employed: contributions are the owner's own.
        on_payment: whether the VAT on sales is due when they are paid (CGI art. 269-2 c), not when
            they are invoiced (option pour les débits).
    """

    ledger: Ledger = Ledger()
    categories: Mapping[str, str] = {}
    payers: Mapping[str, str] = {}
    deductible: Mapping[str, Decimal] = {}
    exempt: bool = False
    exempt_until: date | None = None
    alone: bool = False
    on_payment: bool = True

    def exempts(self, day: date) -> bool:
        """Tell whether what is sold or bought on a day is in franchise."""
        return self.exempt if self.exempt_until is None else day <= self.exempt_until


def account(value: Any) -> str | None:
    """Return an account number on six digits at least: 706 → "706000"; None if it is none."""
    text = "" if isinstance(value, bool) else str(value).replace(" ", "")
    return text.rstrip("0").ljust(DIGITS, "0") if ACCOUNT.fullmatch(text) else None
