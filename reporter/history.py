"""The means over three years, which show where the books go.

Knows how a mean is taken. Never files, words, rounding or pandas.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reporter.model import ZERO
from reporter.settings.words import OF

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from reporter.figures import Figures

SPAN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What three years in a row come to in one; euros, days, euros a day.

    Attributes:
        result: None where their legal forms do not give the same one.
        days: None, as the TJM, where one of the years is known by its entries alone.
    """

    revenue: Decimal
    result: Decimal | None
    days: Decimal | None
    tjm: Decimal | None


def means(years: Sequence[Figures], number: int) -> Means | None:
    """Return the means of a year and of the two before it; None where one of them is absent.

    The mean TJM is that of the three years together, so that each weighs by its days.
    """
    last = [year for year in years if number - SPAN < year.year.number <= number]
    if len(last) < SPAN:
        return None
    unlike = len({OF[year.status] for year in last}) > 1
    days = _added(year.days for year in last)
    together = replace(
        last[0],
        day_revenue=_added(year.day_revenue for year in last),
        fees=_added(year.fees for year in last),
        days=days,
        equivalent_days=_added(year.equivalent_days for year in last),
    )
    return Means(
        revenue=sum((year.revenue for year in last), ZERO) / SPAN,
        result=None if unlike else sum((year.result for year in last), ZERO) / SPAN,
        days=None if days is None else days / SPAN,
        tjm=together.tjm,
    )


def _added(values: Iterable[Decimal | None]) -> Decimal | None:
    """Return a sum, None where one of its terms does not exist."""
    total = ZERO
    for value in values:
        if value is None:
            return None
        total += value
    return total
