"""The means over three years, which show where the books go.

Knows how a mean is taken. Never files, words, rounding or pandas.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from reporter.figures import Figures

SPAN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What three years in a row come to in one; euros, days, euros a day."""

    revenue: Decimal
    result: Decimal
    days: Decimal
    tjm: Decimal | None


def means(years: Sequence[Figures], number: int) -> Means | None:
    """Return the means of a year and of the two before it; None where one of them is absent.

    The mean TJM is that of the three years together, so that each weighs by its days.
    """
    last = [year for year in years if number - SPAN < year.year.number <= number]
    if len(last) < SPAN:
        return None
    equivalent = [year.equivalent_days for year in last if year.equivalent_days is not None]
    together = replace(
        last[0],
        day_revenue=sum((year.day_revenue for year in last), ZERO),
        fees=sum((year.fees for year in last), ZERO),
        days=sum((year.days for year in last), ZERO),
        equivalent_days=sum(equivalent, ZERO) if len(equivalent) == SPAN else None,
    )
    return Means(
        revenue=together.revenue / SPAN,
        result=sum((year.result for year in last), ZERO) / SPAN,
        days=together.days / SPAN,
        tjm=together.tjm,
    )
