"""What is depreciated: each purchase with its plan, year by year, and its net value.

Knows plans. Never entries.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from reporter.accounting.booking import is_moved
from reporter.accounting.expense_accounts import expense_account
from reporter.accounting.invoice_vat import lost, rule_of
from reporter.errors import BadCell
from reporter.law.depreciation import held, plan
from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from reporter.model import Activity, Expense, FinancialYear
    from reporter.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A purchase and its straight-line plan.

    Attributes:
        line: the purchase; its date is the mise en service.
        account: the account of the asset, 20 or 21.
        cost: euros, the VAT that is not deducted included.
        plan: the annuity in euros of each financial year, by its number.
    """

    line: Expense
    account: str
    cost: Decimal
    plan: Mapping[int, Decimal]

    @property
    def name(self) -> str:
        """Return what was bought, as the books call it."""
        return self.line.label or self.line.supplier or self.line.category

    def annuity(self, year: int) -> Decimal:
        """Return the annuity of a year in euros, zero outside the plan."""
        return self.plan.get(year, ZERO)

    def depreciated(self, year: int) -> Decimal:
        """Return what has been depreciated by the end of a year, in euros."""
        return sum((euros for number, euros in self.plan.items() if number <= year), ZERO)

    def net(self, year: int) -> Decimal:
        """Return the net book value at the end of a year (valeur nette comptable), in euros.

        What has been sold or scrapped by then is worth nothing.
        """
        return ZERO if year >= max(self.plan) else self.rest(year)

    def rest(self, year: int) -> Decimal:
        """Return the cost less what has been depreciated by the end of a year, in euros."""
        return self.cost - self.depreciated(year)


def assets(
    activity: Activity, settings: Settings, year: FinancialYear, errors: list[BadCell]
) -> tuple[Asset, ...]:
    """Return what was bought to last and is there in a year, the fully depreciated included.

    What is sold or scrapped in it still is; what was before it is not.

    Purchases without a usable account go to `errors`, but for those that the year's entries
    need: `book` has said what they lack.
    """
    found = []
    for line in activity.expenses:
        if line.lifetime is None or line.date > year.end:
            continue
        if line.disposed is not None and line.disposed < year.start:
            continue
        first = settings.year_of(line.date)
        try:
            account = expense_account(line, settings.bookkeeping, first.start)
        except BadCell as error:
            if not is_moved(line, year):
                errors.append(error)
            continue
        years = held(map(settings.year, count(first.number)), line.disposed)
        cost = line.amount + lost(line, rule_of(line, account), line.own_vat, settings.bookkeeping)
        annuities = plan(cost, line.lifetime, line.date, years, settings.basis)
        found.append(Asset(line=line, account=account, cost=cost, plan=dict(annuities)))
    return tuple(found)
