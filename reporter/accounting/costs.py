"""What a year costs an accountant: VAT that is not deducted is a charge, or part of an asset.

Knows by how much the figures of entries are not those of the report. Never an entry.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reporter.accounting.assets import assets
from reporter.accounting.booking import book
from reporter.accounting.disposals import disposals
from reporter.accounting.entries import Tax
from reporter.law.taxes import corporate_tax
from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from reporter.accounting.assets import Asset
    from reporter.accounting.bookable import Bookable
    from reporter.accounting.disposals import Disposal
    from reporter.errors import BadCell
    from reporter.figures import Figures
    from reporter.model import Activity, FinancialYear
    from reporter.settings import Settings


class Costs(NamedTuple):
    """What entries hold of a year, in euros.

    Attributes:
        charges: the charges, the VAT that is not deducted included.
        depreciation: the annuities, of that VAT too.
        disposals: the prices of what was sold or scrapped, less its net book values.
    """

    charges: Decimal
    depreciation: Decimal
    disposals: Decimal

    def beyond(self, figures: Figures) -> Decimal:
        """Return by how much the result before tax is below that of the report."""
        spent = self.charges - figures.charges + self.depreciation - figures.depreciation
        return spent - (self.disposals - figures.disposals)


def bookable(
    activity: Activity, settings: Settings, year: FinancialYear, errors: list[BadCell]
) -> tuple[tuple[Bookable, ...], tuple[Asset, ...], tuple[Disposal, ...]]:
    """Return the lines to book for a year, what lasts in it, and what of it is sold or scrapped.

    Args:
        activity: the lines of every year.
        settings: what the owner decides.
        year: the year.
        errors: where what is missing is added.
    """
    booked = book(activity, settings, year, errors)
    lasting = assets(activity, settings, year, errors)
    return booked, lasting, disposals(lasting, year, settings.bookkeeping, errors)


def costs(
    own: Iterable[Bookable], lasting: Iterable[Asset], sold: Iterable[Disposal], figures: Figures
) -> Costs:
    """Return what a year costs: its own lines, what is depreciated in it, what left in it."""
    number = figures.year.number
    charged = sum((line.lost for line in own if line.kind == "charge"), ZERO)
    annuities = sum((asset.annuity(number) for asset in lasting), ZERO)
    return Costs(figures.charges + charged, annuities, sum((one.result for one in sold), ZERO))


def corporate(figures: Figures, settings: Settings, beyond: Decimal) -> Tax:
    """Return the IS: the accountant's, else that of the result less what the report leaves out."""
    year = figures.year
    if figures.final_tax is not None or not settings.pays_tax(year):
        return Tax(figures.tax, figures.final_tax is None)
    of_year = settings.of(year)
    taxable = figures.result_before_tax - beyond
    taxable += of_year.additions - of_year.deductions - of_year.prior_losses
    reduced = settings.reduced_rate
    return Tax(corporate_tax(taxable, year.start, year.end, reduced=reduced), estimated=True)


def as_booked(activity: Activity, figures: Figures, settings: Settings) -> Figures | None:
    """Return the figures of a year as its entries give them; None where some line makes none.

    A year that only entries tell is as they are, and a micro-enterprise has none.
    """
    if figures.is_booked or figures.status == "micro":
        return figures
    errors: list[BadCell] = []
    booked, lasting, sold = bookable(activity, settings, figures.year, errors)
    if errors:
        return None
    own = (one for one in booked if one.year == figures.year.number)
    found = costs(own, lasting, sold, figures)
    tax = corporate(figures, settings, found.beyond(figures)).euros
    return replace(figures, **found._asdict(), estimated_tax=tax)
