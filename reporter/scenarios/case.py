"""The input of one year's figures as one value: a real year of the books, or one carried over.

Knows where the lines of a year come from. Never what they amount to, nor files.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from reporter.elapsed import upto
from reporter.errors import BilanError
from reporter.french import long_date
from reporter.law.workdays import months
from reporter.metrics import by_year, measure_year
from reporter.model import Activity, Line
from reporter.scenarios.presence import carried_days
from reporter.scenarios.shares import scaled
from reporter.to_date import whole_before

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import timedelta
    from fractions import Fraction

    from reporter.elapsed import Known
    from reporter.figures import Bilan, Figures
    from reporter.landing.landing import Landing
    from reporter.model import Expense, FinancialYear
    from reporter.settings import Settings

FURTHEST = 10
"""How many years after the last one of the books a scenario can look."""

AnyLine = TypeVar("AnyLine", bound=Line)


@dataclass(frozen=True, kw_only=True)
class Case:
    """All that the figures of a year come from; they are measured once, when asked for.

    Attributes:
        year: the period.
        lines: its lines.
        bought: the purchases of every year; the earlier ones are still depreciated.
        settings: what the owner decided.
        source: the real year whose lines these are; another one where they are carried over.
        skipped: the later year that gives nothing, as only a part of it is known.
    """

    year: FinancialYear
    lines: Activity
    bought: tuple[Expense, ...]
    settings: Settings
    source: FinancialYear
    skipped: int | None = None

    @cached_property
    def figures(self) -> Figures:
        """Return what the year amounts to."""
        return measure_year(self.lines, self.bought, self.settings, self.year)

    @property
    def clients(self) -> frozenset[str]:
        """Return the names of the clients, as the lines spell them."""
        return frozenset(line.client for line in self.lines.sales)

    @property
    def has_charges(self) -> bool:
        """Tell whether the lines hold any expense, depreciated purchases apart."""
        return any(not line.is_depreciated for line in self.lines.expenses)

    @property
    def carried(self) -> bool:
        """Tell whether the year has no line of its own."""
        return self.source != self.year

    @property
    def prorata(self) -> Fraction:
        """Return the length of the year over the length of the one that its lines come from."""
        return months(self.year.start, self.year.end) / months(self.source.start, self.source.end)

    @cached_property
    def estimated(self) -> Case:
        """Return the same case without the accountant's figures, which no change could move."""
        said = self.settings.of(self.year)
        if said.final_result is None and said.final_tax is None:
            return self
        of_year = said._replace(final_result=None, final_tax=None)
        others = {**self.settings.of_year, self.year.number: of_year}
        return replace(self, settings=self.settings._replace(of_year=others))


def real_case(
    activity: Activity, settings: Settings, number: int, known: Known | None = None
) -> Case:
    """Return a year of the books; for a year without lines, the last one before it that has some.

    One that is not known to its end is cut. It gives nothing to another year: a part of a year is
    no year, and is never made one by a rule of three. The one before it does; without one, a year
    that is over gives what the books have of it.

    Args:
        activity: the lines.
        settings: what the owner decided.
        number: the financial year.
        known: how far each year is known; left out, all of them are whole.

    Raises:
        BilanError: where there is none before it, or only one long before it, or a part of one.
    """
    years = by_year(activity, settings) if known is None else known.years
    source = max((year for year in years if year <= number), default=None)
    if source is None or number > source + FURTHEST:
        there = ", ".join(map(str, years)) or "aucun"
        latest = f" ; au plus loin : {max(years) + FURTHEST}" if years else ""
        raise BilanError(
            f"aucune ligne dont partir pour {number} (exercices des classeurs : {there}{latest})"
        )
    cut = None if known is None else known.cut(source)
    skipped = None
    if cut is not None and known is not None and source < number:
        if source - 1 in years:
            skipped, source, cut = source, source - 1, None
        elif settings.year(source).end >= known.today:
            raise BilanError(
                f"{source} n’est connu que jusqu’au {long_date(cut.day)}, et aucun exercice entier "
                f"ne le précède : rien ne dit ce que serait {number} ; demander {source}, ou "
                f"écrire complet = true sous [exercice.{source}] de bilan.toml si ses lignes sont "
                "entières"
            )
    year = settings.year(source)
    if cut is not None and known is not None and source == number and not known.spread:
        year = year.until(cut.day)
    return Case(
        year=year,
        lines=years[source] if cut is None else upto(years[source], cut.day),
        bought=_purchases(activity.expenses),
        settings=settings,
        source=year,
        skipped=skipped,
    )


def start(real: Case, number: int) -> Case:
    """Return the case from which a scenario of a year starts: the year itself, or carried over.

    Purchases are not made again; those already made go on being depreciated. Days are of whom is
    there, see `presence`.
    """
    if number == real.year.number:
        return real
    year = real.settings.year(number)
    carried = replace(real, year=year)
    ahead = year.start - real.year.start
    kept = replace(
        real.lines, expenses=tuple(line for line in real.lines.expenses if not line.is_depreciated)
    )
    kept = scaled(kept, carried.prorata)
    days = carried_days(kept.days, real.settings, real.year, year)
    moved = Activity(
        days=_moved(days, ahead, year),
        fees=_moved(kept.fees, ahead, year),
        expenses=_moved(kept.expenses, ahead, year),
    )
    return replace(carried, lines=moved).estimated


def reported(bilan: Bilan) -> Case:
    """Return the case of the year of a bilan."""
    return Case(
        year=bilan.figures.year,
        lines=bilan.figures.lines,
        bought=_purchases(line for lines in bilan.known for line in lines.expenses),
        settings=bilan.settings,
        source=bilan.figures.year,
    )


def landed_case(bilan: Bilan, found: Landing) -> Case:
    """Return the case of the whole year of a bilan that is cut on a day, as it will land."""
    year, lines = found.year, found.figures.lines
    return replace(reported(bilan), year=year, lines=lines, source=year).estimated


def next_case(bilan: Bilan) -> Case:
    """Return the case of the year after a bilan, carried over from it."""
    return start(last_whole(bilan), bilan.figures.year.number + 1)


def last_whole(bilan: Bilan) -> Case:
    """Return the case of the year of a bilan; of the one before it, whole, where that one is cut.

    Without a year before it, what is known of the year is all that there is.
    """
    real, year = reported(bilan), bilan.figures.year
    before = None if bilan.elapsed is None else whole_before(bilan)
    if before is None:
        return replace(real, year=year.whole, source=year.whole)
    return replace(real, year=before.year, lines=before.lines, source=before.year)


def _purchases(expenses: Iterable[Expense]) -> tuple[Expense, ...]:
    return tuple(line for line in expenses if line.is_depreciated)


def _moved(
    lines: tuple[AnyLine, ...], ahead: timedelta, year: FinancialYear
) -> tuple[AnyLine, ...]:
    """Return lines at as many days from the opening of another year, none paid yet."""
    return tuple(replace(line, date=min(line.date + ahead, year.end), paid=None) for line in lines)
