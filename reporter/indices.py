"""A year whose amounts are indices, so that no amount is left in it: to be shared.

Knows what an amount is in figures, lines and settings. Never how an index prints.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from reporter.denomination import Index
from reporter.errors import BilanError
from reporter.model import Activity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed import DataclassInstance

    from reporter.elapsed import Elapsed
    from reporter.figures import Bilan, Figures
    from reporter.model import Expense
    from reporter.received.values import Delay, Gap, Received, Side
    from reporter.settings import Settings, YearSettings

BASE = Decimal(100)
SHORT = Context(prec=12)
"""A factor of few digits: its products with amounts of cents are exact, and so are their sums."""
LINE = ("amount", "vat")
SLIP = ("gross", "employee", "employer", "withheld", "refunded")
SOLD = ("disposal_price", "disposal_vat")
OBJECTIVE = ("rate",)
FIGURES = (
    "day_revenue",
    "fees",
    "charges",
    "depreciation",
    "disposals",
    "estimated_tax",
    "final_result",
    "final_tax",
    "additions",
    "deductions",
    "prior_losses",
    "sales",
    "other_income",
)
YEAR = ("target_rate", "final_result", "final_tax", "additions", "deductions", "prior_losses")
"""The amounts of a line, an objective, a year and what the owner says of it."""
AnyValue = TypeVar("AnyValue", bound="DataclassInstance")


def indexed(bilan: Bilan) -> Bilan:
    """Return a bilan whose amounts are indices: the revenue of the year before is 100.

    Where the year before has none, the year's own is 100. Taxes and depreciation were computed
    on the real amounts. Rates print as indices of their own, see `Index`.

    Raises:
        BilanError: where neither year has a revenue.
    """
    years = [year for year in (bilan.previous, bilan.figures) if year is not None]
    base = next((year for year in years if year.revenue > 0), None)
    if base is None:
        raise BilanError("sans chiffre d’affaires, les montants n’ont pas d’indice")
    factor = SHORT.divide(BASE, base.revenue)
    rate, rate_year = _rate(bilan, years)
    scale = Scale(factor)
    return replace(
        bilan,
        figures=scale.figures(bilan.figures),
        earlier=tuple(map(scale.figures, bilan.earlier)),
        reference=None if bilan.reference is None else scale.figures(bilan.reference),
        settings=scale.settings(bilan.settings),
        elapsed=None if bilan.elapsed is None else scale.elapsed(bilan.elapsed),
        received=None if bilan.received is None else scale.received(bilan.received),
        index=Index(year=base.year.number, rate=rate * factor, rate_year=rate_year),
    )


def _rate(bilan: Bilan, years: Iterable[Figures]) -> tuple[Decimal, int | None]:
    """Return the TJM whose index is 100 and its year: that of the first year that has one."""
    for year in (*years, *bilan.years):
        if year.tjm is not None and year.tjm > 0:
            return year.tjm, year.year.number
    return bilan.figures.objective.rate or BASE, None


@dataclass(frozen=True, slots=True)
class Scale:
    """What turns euros into indices."""

    factor: Decimal

    def figures(self, figures: Figures) -> Figures:
        """Return the figures of a year, its lines and its objective included."""
        objective = self._times(figures.objective, OBJECTIVE)
        return replace(
            self._times(figures, FIGURES),
            lines=self.lines(figures.lines),
            objective=objective,
            crew=tuple(self._times(one, ("revenue",)) for one in figures.crew),
            leaves={},
        )

    def elapsed(self, elapsed: Elapsed) -> Elapsed:
        """Return what stands beyond a cut at another scale."""
        entire = tuple(map(self.figures, elapsed.entire))
        return elapsed._replace(left_out=self.lines(elapsed.left_out), entire=entire)

    def lines(self, lines: Activity) -> Activity:
        """Return the same lines at another scale."""
        return Activity(
            days=tuple(self._times(line, (*LINE, "rate")) for line in lines.days),
            fees=tuple(self._times(line, LINE) for line in lines.fees),
            expenses=tuple(map(self._expense, lines.expenses)),
        )

    def _expense(self, line: Expense) -> Expense:
        scaled = self._times(line, (*LINE, *SOLD))
        slip = line.slip and line.slip._replace(**self._scaled(line.slip, SLIP))
        return replace(scaled, slip=slip)

    def received(self, found: Received) -> Received:
        """Return the same year by its payments."""

        def gap(one: Gap) -> Gap:
            invoice = self._times(one.invoice, LINE[:1])
            return one._replace(amount=one.amount * self.factor, invoice=invoice)

        def delay(one: Delay) -> Delay:
            return one._replace(**self._scaled(one, ("owed", "overdue")))

        def side(one: Side) -> Side:
            return replace(self._times(one, ("invoiced", "received")), sums={})

        return found._replace(
            sides=tuple(map(side, found.sides)),
            gaps=tuple(map(gap, found.gaps)),
            unpaid=tuple(self._times(one, LINE[:1]) for one in found.unpaid),
            untold=tuple(self._times(one, LINE[:1]) for one in found.untold),
            lost=tuple(self._times(one, LINE[:1]) for one in found.lost),
            delays=tuple(map(delay, found.delays)),
        )

    def settings(self, settings: Settings) -> Settings:
        """Return settings whose objectives and accountant's figures follow."""
        years = {number: self._year(year) for number, year in settings.of_year.items()}
        return settings._replace(default=self._year(settings.default), of_year=years)

    def _year(self, year: YearSettings) -> YearSettings:
        return year._replace(**self._scaled(year, YEAR))

    def _times(self, value: AnyValue, names: Iterable[str]) -> AnyValue:
        return replace(value, **self._scaled(value, names))

    def _scaled(self, value: object, names: Iterable[str]) -> dict[str, Any]:
        """Return the amounts of a value at the other scale, by their names."""
        known = {name: getattr(value, name) for name in names}
        return {name: None if x is None else x * self.factor for name, x in known.items()}
