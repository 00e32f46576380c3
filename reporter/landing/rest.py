"""The months that remain, as lines: what is estimated beyond what is signed.

Knows how estimates become lines. Never how they are made. Each running total is rounded once, euros
to the cent and days to the hundredth, so that the lines add up to the estimate.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import accumulate, pairwise
from math import floor
from typing import TYPE_CHECKING

from reporter.errors import Place
from reporter.landing.past import Sums
from reporter.model import Activity, Day, Expense, Fee

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

NOWHERE = Place("atterrissage")
UNIT = 100
"""Hundredths: of a euro and of a day."""
HALF = Fraction(1, 2)


def rest(ends: Sequence[date], months: Sequence[Sums], signed: Iterable[Day]) -> Activity:
    """Return the lines of the months that remain, less the days that are signed in each.

    Each month counts the days signed, or those estimated where there are more of them.

    Args:
        ends: the last day of each month.
        months: what each is estimated at.
        signed: the days signed, dated by the last day of their month.
    """
    sold = dict.fromkeys(ends, Fraction(0))
    for line in signed:
        sold[line.date] += Fraction(line.days)
    left = [_beyond(month, sold[end]) for end, month in zip(ends, months, strict=True)]
    rounded = zip(*(_rounded(column) for column in zip(*left, strict=True)), strict=True)
    return _lines(ends, [dict(zip(Sums._fields, month, strict=True)) for month in rounded])


def _beyond(month: Sums, signed: Fraction) -> Sums:
    """Return an estimate less the days signed, at the rate of the estimate."""
    if not signed:
        return month
    share = max(month.days - signed, Fraction(0)) / month.days if month.days > 0 else Fraction(0)
    return month._replace(days=month.days * share, day_revenue=month.day_revenue * share)


def _rounded(amounts: Iterable[Fraction]) -> list[Decimal]:
    """Return amounts in hundredths, each the change of the rounded running total."""
    totals = accumulate(amounts, initial=Fraction(0))
    upto = (Decimal(floor(total * UNIT + HALF)) / UNIT for total in totals)
    return [new - old for old, new in pairwise(upto)]


def _lines(ends: Sequence[date], months: Sequence[dict[str, Decimal]]) -> Activity:
    dated = list(zip(ends, months, strict=True))
    return Activity(
        days=tuple(
            Day(date=end, client="", days=of["days"], amount=of["day_revenue"], place=NOWHERE)
            for end, of in dated
            if of["days"] or of["day_revenue"]
        ),
        fees=tuple(
            Fee(
                date=end,
                client="",
                amount=of["fees"],
                equivalent_days=None if of["unsaid"] else of["equivalents"],
                place=NOWHERE,
            )
            for end, of in dated
            if of["fees"] or of["equivalents"]
        ),
        expenses=tuple(
            Expense(date=end, amount=of["charges"], place=NOWHERE)
            for end, of in dated
            if of["charges"]
        ),
    )
