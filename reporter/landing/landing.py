"""The landing of a year under way: what is known, what is signed, what is estimated.

Knows how the three make a year, measured as any other. Never words, nor how it looks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from reporter.elapsed import upto
from reporter.landing.dates import remaining
from reporter.landing.past import past_of
from reporter.landing.rest import rest
from reporter.landing.signed import to_come
from reporter.landing.trials import chosen
from reporter.metrics import measure_year
from reporter.model import Activity, cents, total
from reporter.receipts import by_receipt

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date
    from decimal import Decimal
    from fractions import Fraction

    from reporter.figures import Bilan, Figures
    from reporter.landing.trials import Choice, Trial
    from reporter.model import Day, Expense, FinancialYear, Signed
    from reporter.settings import Settings

FEWEST_WINDOWS = 2
"""A range is between two things at least."""


class End(NamedTuple):
    """An end of the range observed, in euros of revenue.

    Attributes:
        trial: the past year whose error it takes.
        reached: the revenue, had the estimate been as wrong as then.
        value: the same within the bounds of a range.
    """

    trial: Trial
    reached: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """What a year under way will come to; known, signed and estimated lines are the whole of it.

    Attributes:
        day: the last day that is known.
        known: the lines up to that day.
        signed: the days signed for the days to come.
        rest: what is estimated beyond, a line of each kind for each month.
        figures: the whole year, measured as any other.
        choice: the method, and the past years on which it was tried.
        by_receipt: whether its sales count on the day they are paid.
    """

    year: FinancialYear
    day: date
    known: Activity
    signed: tuple[Day, ...]
    rest: Activity
    figures: Figures
    choice: Choice
    by_receipt: bool

    @property
    def ends(self) -> tuple[End, End] | None:
        """Return the range observed: the revenue, had the estimate been as wrong as it once was.

        From the lowest to the highest of what came over what was estimated, at the same date of
        each past year, the estimate itself included; never below what is known and signed. None
        with fewer than two past years. It is what happened, not a probability.
        """
        trials = self.choice.trials
        if len(trials) < FEWEST_WINDOWS or any(trial.estimated <= 0 for trial in trials):
            return None
        revenue = self.figures.revenue
        sure = total(self.known.sales) + total(self.signed)
        lowest, highest = min(trials, key=_ratio), max(trials, key=_ratio)
        low, high = (_times(revenue, trial.ratio) for trial in (lowest, highest))
        return (
            End(lowest, low, min(max(low, sure), revenue)),
            End(highest, high, max(high, revenue)),
        )

    @property
    def revenue_range(self) -> tuple[Decimal, Decimal] | None:
        """Return the values of the ends of the range; None where there is none."""
        return None if self.ends is None else (self.ends[0].value, self.ends[1].value)


def landing(
    years: Mapping[int, Activity],
    signed: Iterable[Signed],
    settings: Settings,
    number: int,
    day: date,
) -> Landing | None:
    """Return what the year `number` will come to, as it is known on a day.

    Lines after the day are never looked at. None where the year has not begun or is over, or where
    less than twelve months are known before the day.

    Args:
        years: the lines of each financial year, see `metrics.by_year`.
        signed: the days that missions have signed, past or to come.
        settings: what the owner decided.
        number: the financial year.
        day: the last day that is known.
    """
    year = settings.year(number)
    past = past_of(years, settings, number) if day in year and day < year.end else None
    choice = None if past is None else chosen(past, day, year.end)
    if choice is None:
        return None
    known = upto(years.get(number, Activity()), day)
    coming = tuple(_coming(signed, settings, year, day))
    left = rest(remaining(day, year.end), choice.estimate.months, coming)
    bought = [line for lines in years.values() for line in upto(lines, day).expenses]
    return Landing(
        year=year,
        day=day,
        known=known,
        signed=coming,
        rest=left,
        figures=_measured(together(known, coming, left), bought, settings, year),
        choice=choice,
        by_receipt=by_receipt(settings, year),
    )


def landed(bilan: Bilan) -> Landing | None:
    """Return what the year of a bilan that is cut on a day will come to.

    None where it is whole, in indices, or without enough past.
    """
    if bilan.elapsed is None or bilan.index is not None:
        return None
    own = bilan.figures
    years = {year.year.number: year.lines for year in bilan.elapsed.entire}
    years[own.year.number] = own.lines
    return landing(years, own.lines.signed, bilan.settings, own.year.number, own.year.end)


def together(known: Activity, signed: tuple[Day, ...], left: Activity) -> Activity:
    """Return the lines of a whole year."""
    return replace(
        known,
        days=(*known.days, *signed, *left.days),
        fees=(*known.fees, *left.fees),
        expenses=(*known.expenses, *left.expenses),
    )


def _coming(
    signed: Iterable[Signed], settings: Settings, year: FinancialYear, day: date
) -> Iterable[Day]:
    """Return the days signed for the days to come; none where what counts is what is paid."""
    if by_receipt(settings, year):
        return ()
    return to_come(signed, day, year.end, alsace_moselle=settings.alsace_moselle)


def _measured(
    lines: Activity, bought: Iterable[Expense], settings: Settings, year: FinancialYear
) -> Figures:
    """Return the figures of the year; an accountant has none of a year that is not over."""
    of_year = settings.of(year)._replace(final_result=None, final_tax=None)
    others = {**settings.of_year, year.number: of_year}
    return measure_year(lines, bought, settings._replace(of_year=others), year)


def _ratio(trial: Trial) -> Fraction:
    return trial.ratio


def _times(amount: Decimal, ratio: Fraction) -> Decimal:
    return cents(amount * ratio.numerator / ratio.denominator)
