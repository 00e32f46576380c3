"""What an expense weighs on a year: whole, by its annuity, and by what its sale adds.

Knows which expenses are depreciated. Never the other figures, nor words.
Money is in euros before tax, exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.law.depreciation import held, plan
from reporter.model import ZERO

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.model import Expense, FinancialYear
    from reporter.settings import Settings
    from reporter.settings.status import Status


def is_charge(expense: Expense, status: Status | None) -> bool:
    """Tell whether an expense weighs whole on its year: in micro all do, none is depreciated."""
    return not expense.lifetime or status == "micro"


def annuity(purchase: Expense, settings: Settings, year: FinancialYear) -> Decimal:
    """Return the depreciation of a purchase in a year, in euros."""
    return _annuities(purchase, settings, year).get(year.number, ZERO)


def disposal_result(purchase: Expense, settings: Settings, year: FinancialYear) -> Decimal:
    """Return what the sale of a purchase adds to the result of the year in which it is sold.

    It is its price less its net book value on that day, in euros before tax: negative where it is
    a loss. Source: PCG art. 945-67 and 947-77 (675, 775); 657 and 757 since ANC 2022-06.
    """
    depreciated = sum(_annuities(purchase, settings, year).values(), ZERO)
    return (purchase.disposal_price or ZERO) - (purchase.amount - depreciated)


def _annuities(purchase: Expense, settings: Settings, year: FinancialYear) -> dict[int, Decimal]:
    """Return the annuities of a purchase up to a year, in euros, by the number of their year."""
    first = settings.year_of(purchase.date).number
    every = [*map(settings.year, range(first, year.number)), year]
    years, lifetime = held(every, purchase.disposed), purchase.lifetime or ZERO
    return dict(plan(purchase.amount, lifetime, purchase.date, years, settings.basis))
