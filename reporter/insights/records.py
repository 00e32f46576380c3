"""The highest and the lowest of the years, and what goes the same way year after year.

Knows the years. Never how they are drawn.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from reporter import french
from reporter.french.told import Told
from reporter.insights.insight import Insight
from reporter.insights.years import alike, past_at_date
from reporter.settings.words import OF

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.figures import Bilan, Figures
    from reporter.insights.insight import Section

EARLIER = 2
"""Years before this one that a record is a record of, at least."""
STREAK = 3
"""Changes in a row that make a streak."""
LEAST = Decimal("0.005")
"""A record beaten by a smaller share is none."""

AT = {"le plus haut": "au plus haut", "le plus bas": "au plus bas"}


class Measure(NamedTuple):
    """A figure of which there are records: its field, its name, what it says of its subject."""

    field: Literal["revenue", "days", "tjm", "result"]
    name: str
    plural: bool = False
    section: Section = "annees"


REVENUE = Measure("revenue", "le chiffre d’affaires")
DAYS = Measure("days", "les jours facturés", plural=True)
TJM = Measure("tjm", "le TJM")


def records(bilan: Bilan) -> Iterator[Insight]:
    """Yield a record or a streak of each figure that has one; a TJM needs no whole years."""
    if len(bilan.earlier) < EARLIER or not past_at_date(bilan):
        return
    whole = alike(*bilan.years)
    result = Measure("result", f"le {OF[bilan.figures.status].result}", section="resultat")
    kept = [measure for measure in (REVENUE, DAYS) if whole] + [TJM]
    if whole and not bilan.figures.year.is_partial and _same_results(bilan.years):
        kept.append(result)
    for measure in kept:
        yield from _record(bilan, measure)


def _same_results(years: Sequence[Figures]) -> bool:
    """Tell whether the results of years mean the same: one word for all, and charges in each."""
    words = {OF[year.status].result for year in years}
    return len(words) == 1 and not any(year.without_expense and year.estimated for year in years)


def _record(bilan: Bilan, measure: Measure) -> Iterator[Insight]:
    values = [getattr(year, measure.field) for year in bilan.years]
    if any(value is None for value in values):
        return
    now, *earlier = values
    for sign in (1, -1):
        passed = _passed(now, earlier, sign)
        nearest = max((value * sign for value in earlier[:passed]), default=None)
        if passed < EARLIER or nearest is None:
            continue
        gap = now * sign - nearest
        if gap <= 0 or gap < abs(nearest) * LEAST:
            continue
        weight = gap * _euros(bilan.figures, measure)
        text = _said(bilan, measure, values, sign, passed)
        if text and weight > 0:
            end = " à la même date." if bilan.figures.year.is_partial else "."
            told = Told(f"{text.removesuffix('.')}{end}")
            yield Insight(fact=measure.field, section=measure.section, weight=weight, text=told)


def _passed(now: Decimal, earlier: Sequence[Decimal], sign: int) -> int:
    """Return how many years just before this one it passes, up to the first that it does not."""
    beaten = [value * sign < now * sign for value in earlier]
    return beaten.index(False) if False in beaten else len(beaten)


def _euros(year: Figures, measure: Measure) -> Decimal:
    """Return the euros that one unit of a figure is worth in the year."""
    if measure.field == "tjm":
        return year.own_days
    if measure.field == "days":
        return year.tjm_regie or Decimal(0)
    return Decimal(1)


def _said(bilan: Bilan, measure: Measure, values: Sequence[Decimal], sign: int, passed: int) -> str:
    """Say since when the figure is a record, and for how many years it goes that way.

    A year that passes but a few of those before it is told only with a streak.
    """
    years = [year.year.number for year in bilan.years]
    streak = _streak(years, values, sign)
    subject, plural = french.capitalised(measure.name), "nt" if measure.plural else ""
    going = f"{'monte' if sign > 0 else 'baisse'}{plural} pour la {french.ordinal(streak)} année"
    if passed == len(values) - 1:
        best, every = _best(measure, sign), f"des {french.count(len(values))} exercices"
        if streak >= STREAK:
            return f"{subject} {going} de suite, {AT.get(best, best)} {every}."
        return f"{subject} {_is(measure)} {best} {every}."
    if streak >= STREAK:
        return f"{subject} {going} de suite."
    since = years[passed + 1]
    follow = years[0] - since == passed + 1
    if passed >= STREAK and follow:
        return f"{subject} {_is(measure)} {_best(measure, sign)} depuis {since}."
    return ""


def _is(measure: Measure) -> str:
    return "sont" if measure.plural else "est"


def _best(measure: Measure, sign: int) -> str:
    if measure.plural:
        return "les plus nombreux" if sign > 0 else "les moins nombreux"
    return "le plus haut" if sign > 0 else "le plus bas"


def _streak(years: Sequence[int], values: Sequence[Decimal], sign: int) -> int:
    """Return how many changes in a row, back from this year, went one way between next years."""
    count = 0
    for rank in range(len(years) - 1):
        follows = years[rank] - years[rank + 1] == 1
        if not follows or (values[rank] - values[rank + 1]) * sign <= 0:
            break
        count += 1
    return count
