"""A year of entries as values: the lines of a FEC, and what their accounts mean.

Knows the plan of accounts. Never files, nor how a line is read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from reporter.accounting.chart import CHART_2025

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from decimal import Decimal

    from reporter.errors import Place
    from reporter.fec.remarks import Repeated
    from reporter.model import FinancialYear

SALES = "70"
"""Sales, less what is granted on them (PCG art. 932-1, 70; 709 is a debit)."""
TAX = ("695", "696", "697", "698", "699")
"""The corporate tax (PCG art. 932-1, 69); 691 is what employees share."""
ALLOWANCES = "681"
NOT_DEPRECIATION = ("6815", "6816", "6817")
"""Provisions and impairments (PCG art. 932-1, 6815 to 6817): charges, but no depreciation."""
CHARGES, PRODUCTS = "6", "7"
DISPOSALS = ("675", "775")
"""What is sold or scrapped: its book value and its price (PCG art. 932-1, 67 and 77)."""
DISPOSALS_2025 = ("657", "757")
"""The same in years opened from 2025 (règlement ANC 2022-06)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A line of a FEC.

    Attributes:
        account: its number, as the file writes it.
        called: the label of the account.
        label: that of the entry.
        amount: euros, debits positive, credits negative.
        party: the code of the client or the supplier, empty where there is none.
        party_name: their name.
        carried: whether it carries a balance over from the year before.
    """

    date: dt.date
    account: str
    called: str
    label: str
    amount: Decimal
    party: str
    party_name: str
    carried: bool
    place: Place

    @property
    def name(self) -> str:
        """Return the account as a reader knows it: « 706000 Prestations de services »."""
        return f"{self.account} {self.called}".strip()


class Found(NamedTuple):
    """What became of the lines of a file: each is in one of these.

    Attributes:
        entries: how many entries there are.
        result: lines of charges and products, which make the figures.
        balance: lines of the balance sheet, those carried over included.
        closing: lines that empty charges and products into the result, left out.
        doubts: how many points « bilan check --fec » has read again.
    """

    entries: int
    result: int
    balance: int
    closing: int
    doubts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """A year as a FEC tells it.

    Attributes:
        file: its path from the folder of the books.
        lines: every line, those that close the year left out.
        found: what became of the lines of the file.
        flaws: its mistakes of form, which change no figure.
    """

    year: FinancialYear
    file: str
    lines: tuple[Written, ...]
    found: Found
    flaws: tuple[Repeated, ...] = ()

    @property
    def sales(self) -> tuple[Written, ...]:
        """Return the lines of sales."""
        return self._of(lambda account: account.startswith(SALES))

    @property
    def other_income(self) -> tuple[Written, ...]:
        """Return the lines of the other products, what is sold of the assets left out."""
        apart = (SALES, *self._sold)
        return self._of(lambda x: x.startswith(PRODUCTS) and not x.startswith(apart))

    @property
    def disposals(self) -> tuple[Written, ...]:
        """Return the lines of what is sold or scrapped of the assets: prices and book values."""
        return self._of(lambda account: account.startswith(self._sold))

    @property
    def _sold(self) -> tuple[str, ...]:
        recent = self.year.start >= CHART_2025
        return (*DISPOSALS, *DISPOSALS_2025) if recent else DISPOSALS

    @property
    def charges(self) -> tuple[Written, ...]:
        """Return the lines of charges, depreciation, disposals and corporate tax left out."""
        apart = (*TAX, *self._sold)
        return self._of(
            lambda x: x.startswith(CHARGES) and not x.startswith(apart) and not is_depreciation(x)
        )

    @property
    def depreciation(self) -> tuple[Written, ...]:
        """Return the lines of depreciation (dotations aux amortissements)."""
        return self._of(is_depreciation)

    @property
    def tax(self) -> tuple[Written, ...]:
        """Return the lines of corporate tax."""
        return self._of(lambda account: account.startswith(TAX))

    @property
    def result(self) -> tuple[Written, ...]:
        """Return the lines that make the result after tax."""
        return self._of(lambda account: account.startswith((CHARGES, PRODUCTS)))

    @property
    def opens(self) -> bool:
        """Tell whether it carries over what the year before has left."""
        return any(line.carried for line in self.lines)

    def nameless(self) -> Ledger:
        """Return the same without any word of the accountant's."""
        bare = (replace(line, called="", label="", party="", party_name="") for line in self.lines)
        return replace(self, lines=tuple(bare), flaws=())

    def _of(self, is_one: Callable[[str], bool]) -> tuple[Written, ...]:
        return tuple(line for line in self.lines if is_one(line.account))


def is_depreciation(account: str) -> bool:
    """Tell whether an account holds depreciation (PCG art. 932-1, 6811 and 6812)."""
    return account.startswith(ALLOWANCES) and not account.startswith(NOT_DEPRECIATION)
