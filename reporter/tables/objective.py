"""The objective and what was achieved.

Knows which figures an objective sets. Never how the table looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.french import Cell, Kind
from reporter.making import ratio
from reporter.tables.partial import named
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.figures import Bilan


class Measure(NamedTuple):
    """A figure that the objective sets: `aim` is positive; `done` is None where it has no sense."""

    name: str
    kind: Kind
    aim: Decimal
    done: Decimal | None
    of: str
    aim_of: str

    @property
    def gap(self) -> Decimal | None:
        """Return how much more was done than was aimed at."""
        return None if self.done is None else self.done - self.aim

    @property
    def achieved(self) -> Decimal | None:
        """Return what was done over what was aimed at."""
        return None if self.done is None else ratio(self.done, self.aim)


def measures(bilan: Bilan) -> tuple[Measure, ...]:
    """Return the figures that have an objective; none where the owner has set nothing."""
    year, aim = bilan.figures, bilan.figures.objective
    number = year.year.number
    candidates: tuple[tuple[str, Kind, Decimal | None, Decimal | None, str, str], ...] = (
        (
            "Chiffre d’affaires",
            "euros",
            aim.revenue,
            year.revenue,
            "chiffre_affaires",
            "chiffre_affaires",
        ),
        ("TJM", "rate", aim.rate, year.tjm, "tjm", "tjm"),
        ("Jours facturés", "days", aim.days, year.days, "jours_factures", "jours"),
    )
    return tuple(
        Measure(name, kind, wanted, done, f"{number}.{own}", f"{number}.objectif.{set_}")
        for name, kind, wanted, done, own, set_ in candidates
        if wanted
    )


def objective(bilan: Bilan) -> Table:
    """Return each objective of the year, what was done, and how far apart they are."""
    rows = tuple(
        (
            Cell(measure.name),
            Cell(measure.aim, measure.kind, measure.aim_of),
            Cell(measure.done, measure.kind, measure.of),
            Cell(measure.gap, measure.kind, measure.of),
            Cell(measure.achieved, "percent", measure.of),
        )
        for measure in measures(bilan)
    )
    columns = headings("Mesure", "Objectif", "Réalisé", "Écart", "Atteint")
    return Table(
        title=f"Objectif et réalisé de {named(bilan.figures.year)}", columns=columns, rows=rows
    )
