"""A micro-enterprise: contributions on what is received, real expenses, income tax by allowance.

Knows how the year is made of its declarations. Never a rate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.law import micro as law
from reporter.model import ZERO
from reporter.net.declarations import declarations
from reporter.net.net import Net, Step, taxed
from reporter.net.owner import COMPULSORY, own

if TYPE_CHECKING:
    from reporter.scenarios.case import Case
    from reporter.settings.status import Pocket


def micro(case: Case, pocket: Pocket, *, estimated: bool) -> Net:
    """Return what a micro-enterprise leaves.

    Expenses count as they were made, and change neither contributions nor income tax.

    Raises:
        UnknownLaw: where the rates of the year are not known.
    """
    figures, rules = case.figures, case.settings.micro
    found = own(figures, case.settings.bookkeeping, owed=COMPULSORY)
    periods = declarations(figures.lines, rules, case.year, case.settings.founded)
    owed = sum((period.contributions for period in periods), ZERO)
    from_books = bool(found.contributions) and not estimated
    paid = found.contributions if from_books else owed
    liberatory = sum((period.liberatory for period in periods), ZERO)
    taxable = ZERO
    if not rules.liberatory:
        taxable = law.taxable(rules.trade, max(figures.revenue, ZERO), case.year.end)
    tax = taxed(taxable, case.year, pocket)
    income = figures.revenue + found.cost - figures.charges
    steps = (
        Step("charges", found.cost - figures.charges),
        Step("contributions", -paid),
        Step("liberatory", -liberatory),
        Step("income_tax", -tax.owed),
    )
    return Net(
        status="micro",
        figures=figures,
        steps=steps,
        pay=income - paid,
        spent=income,
        taxed=tax,
        contributions=() if from_books else (("Cotisations et contributions", owed),),
        from_books=from_books,
    )
