"""Each method tried on the owner's past years at the same date; the least wrong is the one.

Knows what was estimated and what came. Never what is done with the method.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from reporter.landing.methods import METHODS, Estimate, Name, estimated
from reporter.law.workdays import ONE_DAY, years_before

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from reporter.landing.past import Past
    from reporter.model import FinancialYear


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A past year estimated at the same date: the revenue estimated, and the one that came."""

    year: FinancialYear
    estimated: Fraction
    actual: Fraction

    @property
    def error(self) -> Fraction:
        """Return how wrong the estimate was, as a share of what came."""
        return abs(self.estimated - self.actual) / self.actual

    @property
    def ratio(self) -> Fraction:
        """Return what came over what was estimated, which is above zero."""
        return self.actual / self.estimated


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The method that was the least wrong, and what it estimates.

    Attributes:
        name: the method; where no past year could tell, the first one that can be used.
        estimate: the months that remain.
        trials: the past years on which it was tried, the last one first; none where it could not.
    """

    name: Name
    estimate: Estimate
    trials: tuple[Trial, ...]

    @property
    def error(self) -> Fraction | None:
        """Return the mean error of the trials; None without any."""
        return mean_error(self.trials) if self.trials else None


def chosen(past: Past, cut: date, end: date) -> Choice | None:
    """Return the method whose mean error is the smallest; None under twelve months of past."""
    usable = {
        name: estimate
        for name in METHODS
        if (estimate := estimated(name, past, cut, end)) is not None
    }
    if not usable:
        return None
    rounds = list(_rounds(past, cut, list(usable)))
    tried = {name: tuple(of[name] for of in rounds) for name in usable}
    best = min(usable, key=lambda name: mean_error(tried[name]))
    return Choice(name=best, estimate=usable[best], trials=tried[best])


def mean_error(found: tuple[Trial, ...]) -> Fraction:
    """Return the mean of the errors of trials, zero without any."""
    return sum((trial.error for trial in found), Fraction(0)) / max(len(found), 1)


def _rounds(past: Past, cut: date, names: list[Name]) -> Iterator[dict[Name, Trial]]:
    """Yield the trial of each method on each year before that of a date, the last one first.

    They stop at the first year that one of the methods cannot estimate, that was over at that
    date, or that brought nothing: all are tried on the same years.
    """
    this, *before = past.years
    for year in before:
        at = years_before(cut, this.number - year.number)
        if at not in year or at == year.end:
            return
        actual = past.between(year.start - ONE_DAY, year.end).revenue
        found = {name: estimated(name, past, at, year.end) for name in names}
        known = past.between(year.start - ONE_DAY, at).revenue
        tried = {
            name: Trial(year=year, estimated=known + estimate.revenue, actual=actual)
            for name, estimate in found.items()
            if estimate is not None
        }
        if actual <= 0 or len(tried) < len(names):
            return
        yield tried
