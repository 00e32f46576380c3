"""What a year takes from the law and from its owner's word, and the steps that lead there.

Knows which rule gives which figure. Never a line of the books, nor words.
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from reporter.elapsed import SHARED, share_of
from reporter.law.taxes import bands, corporate_tax, slices, tax_base
from reporter.law.workdays import YEAR_MONTHS, days_off, months, weekdays
from reporter.leaves import Given, Rule, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.leaves import Leaf
    from reporter.model import FinancialYear
    from reporter.settings import Settings

CALENDAR = "Code du travail, art. L3133-1"
ALSACE_MOSELLE = f"{CALENDAR} et L3134-13"
TAX_ROUNDED = "loi 98-546, art. 26"
GIVEN = {
    "final_result": "final_result",
    "final_tax": "final_tax",
    "additions": "additions",
    "deductions": "deductions",
    "prior_losses": "prior_losses",
    "objective.rate": "target_rate",
    "objective.ratio": "target_ratio",
}
"""What the owner writes: the figure, and the field of the year's settings that holds it."""


def rules(settings: Settings, year: FinancialYear) -> dict[str, Leaf]:
    """Return where each figure of a year comes from that adds no line up."""
    tax = Rule(partial(_tax, settings, year), on="taxable")
    return {
        "working_days": Rule(partial(_calendar, settings, year)),
        "leave": Rule(partial(_leave, settings, year)),
        "estimated_tax": tax if settings.pays_tax(year) else Rule(_untaxed),
        **{name: Given(field) for name, field in GIVEN.items()},
        **(_shared(settings, year) if year.is_partial else {}),
    }


def prorated(days_a_year: Decimal, year: FinancialYear) -> Decimal:
    """Return the days of leave of a financial year, from those of twelve months."""
    length = months(year.start, year.end)
    return days_a_year * length.numerator / (length.denominator * YEAR_MONTHS)


def _shared(settings: Settings, year: FinancialYear) -> dict[str, Leaf]:
    """Return what is prorated in a part of a year, where the owner writes of the whole one."""
    names = [name for name in SHARED if getattr(settings.of(year), name)]
    return {name: Rule(partial(_share, settings, year, name)) for name in names}


def _share(settings: Settings, year: FinancialYear, name: str, _: Decimal) -> Iterator[Step]:
    """Yield the amount of a whole year, prorated by the months of its part."""
    base, share = getattr(settings.of(year), name), share_of(year)
    yield Step("share", base * share.numerator / share.denominator, base, share)


def _calendar(settings: Settings, year: FinancialYear, _: Decimal) -> Iterator[Step]:
    """Yield the days from Monday to Friday, then each public holiday that takes one off."""
    alsace = settings.alsace_moselle
    source = ALSACE_MOSELLE if alsace else CALENDAR
    yield Step("weekdays", Decimal(weekdays(year.start, year.end)))
    for day in days_off(year.start, year.end, alsace_moselle=alsace):
        yield Step("holiday", Decimal(-1), source=source, since=day)


def _leave(settings: Settings, year: FinancialYear, _: Decimal) -> Iterator[Step]:
    """Yield the days of leave of twelve months, prorated by the months of the year.

    There are never more of them than days to work: what is beyond is taken off.
    """
    base, share = settings.of(year).leave, months(year.start, year.end) / YEAR_MONTHS
    amount = prorated(base, year)
    yield Step("leave", amount, base, share)
    working = sum(step.amount for step in _calendar(settings, year, amount))
    if amount > working:
        yield Step("beyond", working - amount)


def _tax(settings: Settings, year: FinancialYear, profit: Decimal) -> Iterator[Step]:
    """Yield what each band of the profit pays, then what rounding to the euro adds."""
    start, end, reduced = year.start, year.end, settings.reduced_rate
    paid = Decimal(0)
    for band, part in slices(
        tax_base(profit), bands(start, end, reduced=reduced, closing=year.closing)
    ):
        base, rate = Decimal(part.numerator), band.rate
        amount = base * rate.numerator / rate.denominator
        yield Step("band", amount, base, rate, band.source, band.since)
        paid += amount
    if rest := corporate_tax(profit, start, end, reduced=reduced, closing=year.closing) - paid:
        yield Step("rounding", rest, source=TAX_ROUNDED)


def _untaxed(_: Decimal) -> tuple[Step, ...]:
    return (Step("untaxed", Decimal(0)),)
