"""Chart 1: how do revenue, TJM and days go over the years?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter import french
from reporter.charts.chart import ACTUAL, BEFORE, BEFORE_LIGHT, INK, LIGHT, SOFT, Chart
from reporter.charts.svg import drawn, figure
from reporter.french import Cell
from reporter.metrics import variation
from reporter.tables.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from matplotlib.axes import Axes

    from reporter.figures import Bilan, Figures

NAME = "annees"
HEIGHT = 4.6
STABLE = 0.0005


def years(bilan: Bilan) -> Chart:
    """Return the revenue, the TJM and the days of the years shown, on one time axis."""
    shown = tuple(reversed(bilan.shown))
    period = f"{shown[0].year.number} à {shown[-1].year.number}"
    if len(shown) == 1:
        period = str(shown[0].year.number)
    title = _message(bilan)
    subtitle = f"Chiffre d’affaires hors taxes en K€, TJM en euros, jours facturés, {period}"
    return Chart(
        name=NAME,
        title=title,
        subtitle=subtitle,
        svg=_draw(shown, title, subtitle),
        table=_table(shown, period),
    )


def _message(bilan: Bilan) -> str:
    figures, previous = bilan.figures, bilan.previous
    if previous is None:
        return (
            f"{french.kilo_euros(figures.revenue)} de chiffre d’affaires en {figures.year.number}"
        )
    revenue = _verb(variation(figures.revenue, previous.revenue))
    rate = _verb(variation(figures.tjm, previous.tjm))
    parts = [f"le CA {revenue}"] if revenue else []
    parts += [f"le TJM {rate}"] if rate else []
    text = ", ".join(parts) or f"{french.kilo_euros(figures.revenue)} de chiffre d’affaires"
    return text[:1].upper() + text[1:]


def _verb(change: Decimal | None) -> str:
    if change is None:
        return ""
    if abs(change) < STABLE:
        return "est stable"
    verb = "progresse" if change > 0 else "baisse"
    return f"{verb} de {french.variation(abs(change)).removeprefix('+')}"


def _table(shown: Sequence[Figures], period: str) -> Table:
    columns = ("Année", "CA des jours", "CA des forfaits", "Chiffre d’affaires", "TJM", "Jours")
    rows = tuple(
        (
            Cell(str(year.year.number)),
            Cell(year.day_revenue, "euros"),
            Cell(year.fees, "euros"),
            Cell(year.revenue, "euros"),
            Cell(year.tjm, "euros"),
            Cell(year.days, "days"),
        )
        for year in shown
    )
    return Table(
        title=f"Données : chiffre d’affaires, TJM et jours, {period}", columns=columns, rows=rows
    )


def _draw(shown: Sequence[Figures], title: str, subtitle: str) -> str:
    drawing = figure(HEIGHT)
    panels = drawing.subplots(3, 1, sharex=True, gridspec_kw={"height_ratios": [2, 1, 1]})
    drawing.subplots_adjust(left=0.15, right=0.99, top=0.95, bottom=0.08, hspace=0.3)
    revenue, rate, days = panels
    _bars(revenue, [year.day_revenue for year in shown], ACTUAL, BEFORE)
    _bars(
        revenue, [year.fees for year in shown], LIGHT, BEFORE_LIGHT, [y.day_revenue for y in shown]
    )
    _label(
        revenue, [max(y.revenue, y.day_revenue) for y in shown], [_kilo(y.revenue) for y in shown]
    )
    rates, counts = [year.tjm for year in shown], [year.days for year in shown]
    _bars(rate, rates, ACTUAL, BEFORE)
    _label(rate, rates, [str(Cell(value, "euros")) for value in rates])
    _bars(days, counts, ACTUAL, BEFORE)
    _label(days, counts, [str(Cell(value, "days")) for value in counts])
    names = ("CA (K€)\nclair : forfaits", "TJM (€)", "Jours\nfacturés")
    for panel, name in zip(panels, names, strict=True):
        _frame(panel, name)
    days.set_xticks(range(len(shown)), [str(year.year.number) for year in shown])
    return drawn(drawing, NAME, title, subtitle)


def _kilo(value: Decimal) -> str:
    return french.kilo_euros(value).removesuffix(f"{french.NBSP}K€")


def _bars(
    panel: Axes,
    values: Sequence[Decimal | None],
    colour: str,
    others: str,
    bottoms: Sequence[Decimal] | None = None,
) -> None:
    """Draw a bar for each year, the last one in the colour of what is reported."""
    heights = [float(value or 0) for value in values]
    colours = [others] * (len(values) - 1) + [colour]
    starts = [float(value) for value in bottoms] if bottoms else 0
    panel.bar(range(len(values)), heights, 0.6, bottom=starts, color=colours)


def _label(panel: Axes, values: Sequence[Decimal | None], texts: Sequence[str]) -> None:
    top = max([float(value or 0) for value in values] + [0]) or 1
    for place, (value, text) in enumerate(zip(values, texts, strict=True)):
        weight = "bold" if place == len(values) - 1 else "normal"
        height = max(float(value or 0), 0) + top * 0.04
        panel.text(
            place, height, text, ha="center", va="bottom", fontsize=9, weight=weight, color=INK
        )
    panel.set_ylim(min([float(value or 0) for value in values] + [0]), top * 1.28)
    panel.set_xlim(-0.6, max(len(values), 3) - 0.4)


def _frame(panel: Axes, name: str) -> None:
    panel.spines[["left", "right", "top"]].set_visible(False)
    panel.spines["bottom"].set_color(SOFT)
    panel.tick_params(left=False, labelleft=False, bottom=False, labelcolor=SOFT, labelsize=9)
    panel.set_ylabel(name, rotation=0, ha="right", va="center", color=SOFT, fontsize=9)
