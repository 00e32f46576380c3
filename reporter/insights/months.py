"""The months that made the change of the year, and the fullest month of all.

Knows months. Never how they are drawn.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter import french
from reporter.french import NBSP, Cell
from reporter.french.told import Told
from reporter.insights.insight import Insight
from reporter.insights.years import alike
from reporter.law.workdays import ONE_DAY, YEAR_MONTHS
from reporter.law.workdays import months as months_between
from reporter.model import ZERO
from reporter.tables.months import by_month, days_of_months, month_names
from reporter.tables.sums import once
from reporter.to_date import whole_past

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.figures import Bilan, Figures
    from reporter.model import FinancialYear
    from reporter.tables.months import Month

LEAST_CHANGE = Decimal("0.05")
"""A change of days below this share of the year before needs no explanation."""
MOST_OF = Decimal(2) / 3
"""The share of the change that a few months must have."""
FEW = 3
EARLIER = 2
"""Years before this one that a record is a record of, at least."""


def months(bilan: Bilan) -> Iterator[Insight]:
    """Yield the months that made most of the change of days, and a fullest month."""
    previous = bilan.previous_in_lines
    if previous is not None and alike(bilan.figures, previous):
        yield from _change(bilan, previous)
    past = whole_past(bilan)
    told = not any(year.is_booked for year in (bilan.figures, *past))
    if told and len(past) >= EARLIER and alike(*past) and _begin_together(bilan.figures, past[0]):
        yield from _fullest(bilan, past)


def _begin_together(figures: Figures, other: Figures) -> bool:
    """Tell whether a year, whole or cut, has the months of another."""
    whole = months_between(figures.year.start, figures.year.whole.end)
    first, second = (year.year.start for year in (figures, other))
    return whole == YEAR_MONTHS and (first.month, first.day) == (second.month, second.day)


def _change(bilan: Bilan, previous: Figures) -> Iterator[Insight]:
    change = bilan.figures.own_days - previous.own_days
    rate = previous.tjm_regie
    if rate is None or abs(change) < previous.own_days * LEAST_CHANGE or not change:
        return
    found = by_month(bilan)
    if any(month.days < 0 or (month.before or ZERO) < 0 for month in found):
        return
    few = _few(found, change)
    if few and not (few[-1] is found[-1] and is_under_way(bilan.figures.year)):
        names = dict(zip(found, month_names(found), strict=True))
        moved = sum((_moved(month) for month in few), ZERO)
        text = _said([names[month] for month in few], few, change, previous.year)
        yield Insight(fact="mois", section="activite", weight=abs(moved * rate), text=text)


def _few(found: Sequence[Month], change: Decimal) -> list[Month]:
    """Return the fewest months that made most of a change, in their order; none if too many."""
    sign = 1 if change > 0 else -1
    ranked = sorted(found, key=lambda month: -_moved(month) * sign)
    for count in range(1, FEW + 1):
        few = ranked[:count]
        if sum(map(_moved, few), ZERO) * sign >= abs(change) * MOST_OF:
            return sorted(few, key=lambda month: month.first)
    return []


def _moved(month: Month) -> Decimal:
    return month.days - (month.before or ZERO)


def _said(names: list[str], few: list[Month], change: Decimal, year: FinancialYear) -> Told:
    """Say how many days some months have, and their share of the change of the year."""
    days = sum((month.days for month in few), ZERO)
    was = sum((month.before or ZERO for month in few), ZERO)
    before, whole_year = year.number, "à cette date" if year.is_partial else "de l’année"
    moved = f"{before + 1}.ecart_jours"
    shown = (
        Cell(days, "days", f"{before + 1}.jours_factures"),
        Cell(was, "days", f"{before}.jours_factures"),
    )
    alone = len(few) == 1
    together = "" if alone else f" à eux {french.count(len(few))}"
    subject = french.capitalised(french.enumeration(names))
    head = f"{subject}, {french.days(days)}{together} contre {french.quantity(was)} en {before},"
    rise = change > 0
    if abs(days - was) > abs(change):
        verb = ("gagne" if rise else "perd") + ("" if alone else "ent" if not rise else "nt")
        whole = "la hausse" if rise else "le recul"
        text = (
            f"{head} {verb} {french.days(abs(days - was))}, plus que {whole} {whole_year} "
            f"({french.quantity(abs(change))})."
        )
        gaps = (Cell(abs(gap), "days", moved) for gap in (days - was, change))
        return Told(text, *shown, *gaps)
    share = abs(days - was) / abs(change)
    end = f" {whole_year}" if year.is_partial else ""
    part = _share(share, rise=rise)
    text = f"{head} {'fait' if alone else 'font'} {part} des jours facturés{end}."
    return Told(text, *shown, Cell(share, "percent", moved))


def _share(share: Decimal, *, rise: bool) -> str:
    """Return a share of the change in words; « tout » where nothing is left."""
    whole = ("toute la hausse", "tout le recul")[not rise]
    part = ("de la hausse", "du recul")[not rise]
    if share == 1:
        return whole
    shown = french.percent(share)
    return f"presque {whole}" if shown == f"100{NBSP}%" else f"{shown} {part}"


def is_under_way(year: FinancialYear) -> bool:
    """Tell whether the last month of a year that is cut is not whole: it is compared with none."""
    return year.is_partial and (year.end + ONE_DAY).day != 1


def _fullest(bilan: Bilan, past: Sequence[Figures]) -> Iterator[Insight]:
    """Yield the month of the year that has more days than any other of the books."""
    found = by_month(bilan)
    best = max(found, key=lambda month: month.days)
    others = [month.days for month in found if month is not best]
    for year in past:
        others += once(year.lines, days_of_months).values()
    second, rate = max(others, default=best.days), bilan.figures.tjm_regie
    if rate is None or rate <= 0 or best.days <= second:
        return
    every = f"des {french.count(len(past) + 1)} exercices"
    already = "déjà " if bilan.figures.year.is_partial else ""
    name = french.capitalised(dict(zip(found, month_names(found), strict=True))[best])
    yield Insight(
        fact="meilleur mois",
        section="activite",
        weight=(best.days - second) * rate,
        text=Told(f"{name} est {already}le mois le plus rempli {every}."),
    )
