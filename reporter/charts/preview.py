"""The picture that a link to the report shows: whose, which year, and its four figures.

Knows where the words go. Never what the figures are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.charts.canvas import Canvas, fitted, width
from reporter.charts.chart import ACTUAL, INK, MINUS, PLUS, SOFT

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT, EDGE, GAP = 600.0, 315.0, 40.0, 18.0
"""Points: half of the dots that sites ask for, 1200 by 630."""
LARGE, FIGURE, SMALL = 46.0, 24.0, 11.0
MANY = 2
"""Figures in a row."""


class KeyFigure(NamedTuple):
    """A figure in words: its name, its value, how it changed, and whether that is up or down."""

    name: str
    value: str
    change: str = ""
    sense: str = ""


def preview(title: str, company: str, figures: Sequence[KeyFigure]) -> Canvas:
    """Return the sheet of a preview: the company, the title, then the figures two by two."""
    canvas = Canvas(HEIGHT, WIDTH)
    canvas.box(EDGE, EDGE, 48, 5, fill=ACTUAL)
    room = WIDTH - 2 * EDGE
    canvas.text(EDGE, 70, fitted(company, room, size=14), colour=ACTUAL, size=14, bold=True)
    canvas.text(EDGE, 122, title, size=LARGE, bold=True)
    step = (room + GAP) / MANY
    for rank, figure in enumerate(figures):
        x, y = EDGE + step * (rank % MANY), 160 + 72 * (rank // MANY)
        canvas.line([(x, y - 12), (x + step - GAP, y - 12)], INK, 1.2)
        canvas.text(x, y + 2, fitted(figure.name, step, size=SMALL), size=SMALL, colour=SOFT)
        canvas.text(x, y + 32, figure.value, size=FIGURE, bold=True)
        colour = {"hausse": PLUS, "baisse": MINUS}.get(figure.sense, SOFT)
        after = x + width(figure.value, size=FIGURE, bold=True) + 10
        canvas.text(after, y + 32, figure.change, size=SMALL, colour=colour)
    return canvas


def headed(sheet: Canvas, title: str, subtitle: str) -> Canvas:
    """Return a drawing under its message and its measure, with a margin: it will stand alone."""
    margin, head = 14.0, 46.0
    canvas = Canvas(sheet.height + head + 2 * margin, sheet.width + 2 * margin)
    canvas.text(margin, margin + 11, title, size=13, bold=True)
    canvas.text(margin, margin + 28, fitted(subtitle, sheet.width), colour=SOFT)
    canvas.marks += [mark.moved(margin, margin + head) for mark in sheet.marks]
    return canvas
