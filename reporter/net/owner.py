"""What the books hold of the owner's own pay and contributions.

Knows the accounts of both. Never what the law makes of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reporter.accounting import categories
from reporter.characters import folded
from reporter.metrics import is_charge
from reporter.model import Expense, total
from reporter.scenarios.applying import NOWHERE
from reporter.settings.bookkeeping import account

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.figures import Figures
    from reporter.scenarios.case import Case
    from reporter.settings.bookkeeping import Bookkeeping

PAY, CONTRIBUTIONS = ("641", "644"), ("645", "646")
"""The beginnings of the accounts of pay and of contributions (PCG 64)."""
SPENT = "Rémunération et cotisations"
"""The category of the one line that stands for both in an imagined year."""


class Own(NamedTuple):
    """Euros of a year that the books hold as the owner's pay, and as contributions on it."""

    pay: Decimal
    contributions: Decimal

    @property
    def cost(self) -> Decimal:
        """Return what both cost."""
        return self.pay + self.contributions


def own(figures: Figures, books: Bookkeeping) -> Own:
    """Return what the charges of a year hold of the owner's pay and contributions.

    The owner works alone: all pay is the owner's.
    """
    charges = [line for line in figures.lines.expenses if is_charge(line, figures.status)]
    return Own(
        pay=total(line for line in charges if _number(line, books).startswith(PAY)),
        contributions=total(
            line for line in charges if _number(line, books).startswith(CONTRIBUTIONS)
        ),
    )


def spending(case: Case, spent: Decimal) -> Case:
    """Return a case in which the owner's pay and contributions are one line of `spent` euros."""
    books = case.settings.bookkeeping
    kept = tuple(
        line
        for line in case.lines.expenses
        if not _number(line, books).startswith(PAY + CONTRIBUTIONS)
    )
    if spent:
        kept += (
            Expense(
                date=case.year.start,
                category=SPENT,
                account="641100",
                amount=spent,
                place=NOWHERE,
            ),
        )
    return replace(case, lines=replace(case.lines, expenses=kept))


def _number(line: Expense, books: Bookkeeping) -> str:
    """Return the account of an expense, its own or its category's; nothing where none is known."""
    category = folded(line.category)
    named = {folded(name): number for name, number in books.categories.items()}
    known = categories.usual(category, asset=line.is_depreciated)
    return account(line.account) or named.get(category) or (known.account if known else "")
