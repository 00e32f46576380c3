"""The charts as pictures of dots, for slides, and the preview that a link to the page shows.

Knows how the files are called. Never what a chart shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.charts.png import png
from reporter.charts.preview import KeyFigure, headed, preview
from reporter.formats.report.page import FILTERS

if TYPE_CHECKING:
    from reporter.charts.canvas import Canvas
    from reporter.formats import Files
    from reporter.formats.report.page import Report

WIDE = 1200
"""Dots across a preview, by 630: what the sites that show one ask for."""


def render(report: Report) -> Files:
    """Return `bilan-2020.png` and `bilan-2020-mois.png`, as each chart that has a drawing."""
    pocket = report.context["net"]
    charts = [*report.context["dessins"].values(), *([pocket.chart] if pocket else [])]
    pictures = {
        f"{report.name}-{chart.name}.png": png(headed(chart.sheet, chart.title, chart.subtitle))
        for chart in charts
        if chart and chart.sheet
    }
    return {f"{report.name}.png": png(_preview(report), WIDE), **pictures}


def _preview(report: Report) -> Canvas:
    """Return the sheet of the preview, whose figures are those at the head of the page."""
    figures = [
        KeyFigure(
            name=key["nom"],
            value=str(key["valeur"]),
            change="" if key["variation"].value is None else str(key["variation"]),
            sense=FILTERS["sens"](key["variation"]),
        )
        for key in report.context["cles"]
    ]
    title = f"Bilan {report.bilan.figures.year.number}"
    return preview(title, report.context["societe"], figures)
