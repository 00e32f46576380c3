"""A business taxed in its owner's name, whose result is the income (EI, EURL à l'IR).

Knows which contributions are the books' own. Never a rate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.law import self_employed
from reporter.model import ZERO
from reporter.net.net import Net, Step, disposed, law_year, refuse_other_than_a_year, taxed
from reporter.net.owner import COMPULSORY, own

if TYPE_CHECKING:
    from reporter.scenarios.case import Case
    from reporter.settings.status import Pocket, Status


def personal(case: Case, status: Status, pocket: Pocket, *, estimated: bool) -> Net:
    """Return what a business taxed in its owner's name leaves.

    What the owner took is no charge: it is added back. Contributions are the books' own, unless
    they are asked to be estimated, or the books have none.

    Raises:
        BilanError: where the law of the year is not known.
    """
    refuse_other_than_a_year(case.year)
    figures = case.figures
    found = own(figures, case.settings.bookkeeping, owed=COMPULSORY)
    income = figures.result_before_tax + found.cost
    owed = self_employed.contributions(max(income, ZERO), law_year(case.year))
    from_books = bool(found.contributions) and not estimated
    paid = found.contributions if from_books else owed.total
    tax = taxed(income - paid + owed.undeductible, case.year, pocket)
    steps = (
        Step("charges", found.cost - figures.charges),
        Step("depreciation", -figures.depreciation),
        *disposed(figures),
        Step("contributions", -paid),
        Step("income_tax", -tax.owed),
    )
    return Net(
        status=status,
        figures=figures,
        steps=steps,
        pay=income - paid,
        spent=income,
        taxed=tax,
        contributions=() if from_books else owed.lines,
        from_books=from_books,
        owed=owed.total,
    )
