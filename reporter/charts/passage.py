"""Chart 2: what moved the revenue from the year before to this one?"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter import french
from reporter.charts.chart import ACTUAL, INK, MINUS, PLUS, SOFT, Chart
from reporter.charts.svg import drawn, figure
from reporter.french import Cell
from reporter.metrics import bridge
from reporter.tables.table import Table

if TYPE_CHECKING:
    from reporter.figures import Bilan, Bridge

NAME = "passage"
HEIGHT = 2.3


def passage(bilan: Bilan) -> Chart:
    """Return the effects of volume, price and fees, from the revenue of the year before."""
    year, previous = bilan.figures.year.number, bilan.previous
    if previous is None:
        missing = f"Pas d’exercice {year - 1} dans les classeurs : rien à comparer."
        return Chart(name=NAME, title="Passage d’une année à l’autre", subtitle="", missing=missing)
    effects = bridge(bilan.figures, previous)
    steps = _steps(effects)
    title = _message(effects)
    subtitle = f"Passage du CA {year - 1} au CA {year}, en euros hors taxes"
    rows = tuple((Cell(name), Cell(value, "signed_euros")) for name, _, value, _ in steps)
    return Chart(
        name=NAME,
        title=title,
        subtitle=subtitle,
        svg=_draw(steps, title, subtitle),
        table=Table(title=f"Données : {subtitle}", columns=("Effet", "Montant"), rows=rows),
    )


Step = tuple[str, Decimal, Decimal, str]
"""A name, where its bar starts, its signed length, its colour."""


def _steps(effects: Bridge) -> tuple[Step, ...]:
    def sign(value: Decimal) -> str:
        return MINUS if value < 0 else PLUS

    before_fees = effects.volume + effects.price
    return (
        ("Effet volume", Decimal(0), effects.volume, sign(effects.volume)),
        ("Effet prix", effects.volume, effects.price, sign(effects.price)),
        ("Forfaits", before_fees, effects.fees, sign(effects.fees)),
        ("Variation du CA", Decimal(0), effects.total, ACTUAL),
    )


def _message(effects: Bridge) -> str:
    if effects.total == 0:
        return "Le chiffre d’affaires n’a pas changé"
    sign = 1 if effects.total > 0 else -1
    causes = {"du volume": effects.volume, "du prix": effects.price, "des forfaits": effects.fees}
    cause = max(causes, key=lambda name: causes[name] * sign)
    return f"La {'hausse' if sign > 0 else 'baisse'} vient surtout {cause}"


def _draw(steps: tuple[Step, ...], title: str, subtitle: str) -> str:
    drawing = figure(HEIGHT)
    panel = drawing.add_axes((0.18, 0.02, 0.8, 0.96))
    ends = [float(point) for _, start, size, _ in steps for point in (start, start + size)]
    span = (max(ends) - min(ends)) or 1
    for row, (name, start, size, colour) in enumerate(steps):
        hatch = "////" if size < 0 else ""
        panel.barh(
            row, float(size), 0.62, float(start), color=colour, hatch=hatch, edgecolor="white"
        )
        right = float(max(start, start + size)) + span * 0.015
        weight = "bold" if row == len(steps) - 1 else "normal"
        text = french.signed_euros(size)
        panel.text(right, row, text, va="center", fontsize=9, color=INK, weight=weight)
        panel.text(
            -0.015,
            row,
            name,
            transform=panel.get_yaxis_transform(),
            ha="right",
            va="center",
            fontsize=9,
            color=SOFT,
        )
    panel.axvline(0, color=INK, linewidth=0.8)
    panel.set_xlim(min(ends) - span * 0.02, max(ends) + span * 0.2)
    panel.set_ylim(len(steps) - 0.5, -0.5)
    panel.set_axis_off()
    return drawn(drawing, NAME, title, subtitle)
