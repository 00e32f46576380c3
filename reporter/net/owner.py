"""What the books hold of the owner's own pay and contributions.

Knows the accounts of both. Never what the law makes of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reporter.accounting.expense_accounts import named_account
from reporter.charges import is_charge
from reporter.model import ZERO, Expense, cents, total
from reporter.scenarios.applying import NOWHERE
from reporter.settings.bookkeeping import account

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.figures import Figures
    from reporter.scenarios.case import Case
    from reporter.settings.bookkeeping import Bookkeeping
    from reporter.slips import Slip

PAY, CONTRIBUTIONS = ("641", "644"), ("645", "646")
"""The beginnings of the accounts of pay and of contributions (PCG 64)."""
COMPULSORY = ("6451", "646")
"""Those of what the law makes a self-employed owner pay: a mutuelle alone is not all of it."""
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


def own(
    figures: Figures,
    books: Bookkeeping,
    *,
    gross: bool = False,
    owed: tuple[str, ...] = CONTRIBUTIONS,
) -> Own:
    """Return what the charges of a year hold of the owner's pay and contributions.

    The owner works alone: all pay is the owner's. A pay slip tells both; `gross` is whether its
    pay is asked before the owner's share, `owed` the accounts of what contributions are.
    """
    charges = [line for line in figures.lines.expenses if is_charge(line, figures.status)]
    slips = [_of_slip(line, line.slip, gross=gross) for line in charges if line.slip is not None]
    others = [line for line in charges if line.slip is None]
    pay = total(line for line in others if _number(line, books).startswith(PAY))
    contributed = total(line for line in others if _number(line, books).startswith(owed))
    return Own(
        pay=pay + sum((one.pay for one in slips), ZERO),
        contributions=contributed + sum((one.contributions for one in slips), ZERO),
    )


def _of_slip(line: Expense, slip: Slip, *, gross: bool) -> Own:
    """Return the pay and the contributions of a slip, at the scale of its line.

    A scenario changes the amount of a line, and the parts of its slip follow.
    """
    pay, cost = slip.gross if gross else slip.gross - slip.employee, slip.gross + slip.employer
    share = line.amount / slip.cost if slip.cost else ZERO
    received = cents(pay * share)
    return Own(received, cents(cost * share) - received)


def told_by_slips(figures: Figures, books: Bookkeeping) -> bool:
    """Tell whether pay slips tell all the pay of a year: what is gross and net is then known."""
    lines = figures.lines.expenses
    others = (line for line in lines if line.slip is None)
    return any(line.slip for line in lines) and not any(
        _number(line, books).startswith(PAY) for line in others
    )


def spending(case: Case, spent: Decimal) -> Case:
    """Return a case in which the owner's pay and contributions are one line of `spent` euros."""
    books = case.settings.bookkeeping
    kept = tuple(
        line
        for line in case.lines.expenses
        if line.slip is None and not _number(line, books).startswith(PAY + CONTRIBUTIONS)
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
    return account(line.account) or named_account(line, books) or ""
