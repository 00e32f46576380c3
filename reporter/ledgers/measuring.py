"""A year of entries → its figures, in which days do not exist.

Knows which accounts make which figure. Never files nor words.
"""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from reporter.leaves import Sum, Untold
from reporter.metrics import measure_year, taxed
from reporter.model import ZERO, total

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from reporter.figures import Figures
    from reporter.leaves import Leaf
    from reporter.ledgers.ledger import Ledger, Written
    from reporter.model import Activity
    from reporter.settings import Settings

DEBIT = attrgetter("amount")


def measured(ledger: Ledger, lines: Activity, settings: Settings) -> Figures:
    """Return the figures of a year that entries tell, in euros.

    The result and the tax are the accountant's where the entries have a tax, or owe none; else
    they are estimated as those of any year, since the year is not closed.

    Args:
        ledger: its entries.
        lines: the purchases of the year that the books hold, which later years still depreciate.
        settings: what the owner decided.
    """
    year = ledger.year
    bare = measure_year(lines, (), settings, year)
    told = replace(
        bare,
        day_revenue=None,
        fees=None,
        days=None,
        equivalent_days=None,
        sales=-total(ledger.sales),
        other_income=-total(ledger.other_income),
        charges=total(ledger.charges),
        depreciation=total(ledger.depreciation),
        disposals=-total(ledger.disposals),
        crew=(),
        leaves={**bare.leaves, **_leaves(ledger)},
    )
    figures = taxed(told, settings)
    return _closed(figures, ledger) if is_closed(figures, ledger, settings) else figures


def is_closed(figures: Figures, ledger: Ledger, settings: Settings) -> bool:
    """Tell whether the entries have the tax that a profit owes; no tax, said by the owner, is one.

    A company that pays none, or that makes a loss, owes none.
    """
    owes = settings.pays_tax(ledger.year) and figures.result_before_tax > 0
    return bool(ledger.tax) or not owes or settings.of(ledger.year).final_tax == 0


def _closed(figures: Figures, ledger: Ledger) -> Figures:
    sums: dict[str, Leaf] = {
        "final_result": Sum(ledger.result, credit),
        "final_tax": Sum(ledger.tax, DEBIT),
    }
    return replace(
        figures,
        final_result=-total(ledger.result),
        final_tax=total(ledger.tax),
        leaves={**figures.leaves, **sums},
    )


def _leaves(ledger: Ledger) -> dict[str, Leaf]:
    """Return the lines that make each figure; of one that has none, nothing but zero."""
    return {
        "revenue": Sum(ledger.sales, credit),
        "other_income": Sum(ledger.other_income, credit),
        "charges": Sum(ledger.charges, DEBIT),
        "depreciation": Sum(ledger.depreciation, DEBIT),
        "disposals": Sum(ledger.disposals, credit),
        **dict.fromkeys(UNKNOWN, Untold(ledger.file)),
    }


def credit(line: Written) -> Decimal:
    """Return what a line counts for where credits add up, in euros."""
    return ZERO - line.amount


UNKNOWN: Sequence[str] = ("day_revenue", "fees", "days", "equivalent_days")
"""What entries do not tell."""
