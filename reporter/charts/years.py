"""Chart 1: how do revenue, TJM and days go over the years?

Knows the message of the chart and its numbers. Never how its panels are drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter import french
from reporter.changes import is_stable
from reporter.charts.chart import Chart
from reporter.charts.drawing import drawn
from reporter.charts.years_panels import MOST, narrow, of_year, wide
from reporter.denomination import unit
from reporter.french import Cell
from reporter.making import variation
from reporter.tables.partial import title as titled
from reporter.tables.partial import told_at_date
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from reporter.figures import Bilan, Figures

NAME = "annees"
REVENUE = 3
"""The column of the table that its description tells."""


def years(bilan: Bilan) -> Chart:
    """Return the revenue, the TJM and the days of the years shown, on one time axis."""
    shown = tuple(reversed(bilan.shown[:MOST]))
    if len(shown) == 1:
        missing = _alone(bilan)
        return Chart(name=NAME, title="Les années", missing=missing)
    if not any(year.revenue or year.days for year in shown):
        missing = "Ni chiffre d’affaires ni jour facturé dans ces exercices : rien à montrer."
        return Chart(name=NAME, title="Les années", missing=missing)
    between = "et" if len(shown) == 2 else "à"  # noqa: PLR2004  # two years are both named
    period = f"{shown[0].year.number} {between} {shown[-1].year.number}"
    title = told_at_date(_message(bilan), bilan.figures.year, *_said(bilan))
    subtitle = (
        f"Chiffre d’affaires hors taxes en {unit('K€')}, TJM en {unit('euros')}, "
        f"jours facturés, {period}"
    )
    subtitle = titled(subtitle, bilan.figures.year)
    table = _table(shown, subtitle)
    return drawn(
        Chart(name=NAME, title=title, subtitle=subtitle),
        table,
        (wide(shown), narrow(shown)),
        column=REVENUE,
    )


def _alone(bilan: Bilan) -> str:
    """Say why a year stands alone."""
    if bilan.elapsed is not None and bilan.elapsed.booked:
        return "Les autres exercices ne sont connus que par FEC, en entier : rien à comparer."
    if bilan.elapsed is not None and bilan.elapsed.without:
        return "Aucun autre exercice n’a de ligne à cette date : rien à comparer."
    return "Un seul exercice dans les classeurs : rien à comparer d’une année à l’autre."


def _message(bilan: Bilan) -> str:
    figures, previous = bilan.figures, bilan.previous
    number = figures.year.number
    if figures.revenue < 0:
        return f"Les avoirs dépassent les factures en {number}"
    if figures.revenue == 0:
        return f"Aucun chiffre d’affaires en {number}"
    before = (None, None) if previous is None else (previous.revenue, previous.tjm)
    changes = variation(figures.revenue, before[0]), variation(figures.tjm, before[1])
    if all(change is not None and is_stable(change) for change in changes):
        return "Le CA et le TJM sont stables"
    parts = [
        f"{name} {verb}"
        for name, change in zip(("le CA", "le TJM"), changes, strict=True)
        if (verb := _verb(change))
    ]
    text = ", ".join(parts) or f"{french.kilo_euros(figures.revenue)} de CA en {number}"
    return french.capitalised(text)


def _verb(change: Decimal | None) -> str:
    if change is None:
        return ""
    if is_stable(change):
        return "est stable"
    verb = "progresse" if change > 0 else "baisse"
    return f"{verb} de {french.variation(abs(change)).removeprefix('+')}"


def _said(bilan: Bilan) -> Iterator[Cell]:
    """Yield what the message may say: the changes, or the revenue."""
    figures, previous = bilan.figures, bilan.previous
    for name, field in (("chiffre_affaires", "revenue"), ("tjm", "tjm")):
        change = variation(
            getattr(figures, field), None if previous is None else getattr(previous, field)
        )
        if change is not None and not is_stable(change):
            text = french.variation(abs(change)).removeprefix("+")
            yield Cell(text, of=of_year(figures, f"variations.{name}"))
    yield Cell(french.kilo_euros(figures.revenue), of=of_year(figures, "chiffre_affaires"))


def _table(shown: Sequence[Figures], title: str) -> Table:
    columns = headings(
        "Année", "CA des jours", "CA des forfaits", "Chiffre d’affaires", "TJM", "Jours"
    )
    rows = tuple(
        (
            Cell(str(year.year.number)),
            Cell(year.day_revenue, "euros", of_year(year, "ca_jours")),
            Cell(year.fees, "euros", of_year(year, "ca_forfaits")),
            Cell(year.revenue, "euros", of_year(year, "chiffre_affaires")),
            Cell(year.tjm, "rate", of_year(year, "tjm")),
            Cell(year.days, "days", of_year(year, "jours_factures")),
        )
        for year in shown
    )
    return Table(title=title, columns=columns, rows=rows)
