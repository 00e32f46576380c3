"""The chart of named rows, one bar each: what four of the six charts are made of.

Knows where bars and words go. Never what they show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.charts.canvas import WIDTH, Canvas, fitted, width
from reporter.charts.chart import INK, SOFT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

PITCH = 25.0
BAR = 15.0
LETTERS = 3.2
"""How far under the middle of a bar the line of its words stands."""
GAP = 6.0
NAMES = 170.0
"""Points that the names take at most."""
TOP = 16.0


class Row(NamedTuple):
    """A bar from `start` to `end`, its name at the left, its value in words at the right.

    `link` is where a thin line comes down from the row above.
    """

    name: str
    start: Decimal
    end: Decimal
    value: str
    fill: str
    edge: str = "none"
    hatched: bool = False
    bold: bool = False
    link: Decimal | None = None


class Mark(NamedTuple):
    """A line that all the bars are read against, and its name."""

    at: Decimal
    name: str


def draw(rows: Sequence[Row], mark: Mark | None = None) -> Canvas:
    """Return the rows from the top down, on one scale that holds zero and the mark."""
    top = TOP if mark else 0.0
    bottom = top + PITCH * len(rows)
    names = [fitted(row.name, NAMES) for row in rows]
    widths = [width(row.value, bold=row.bold) for row in rows]
    left = max(width(name, bold=row.bold) for name, row in zip(names, rows, strict=True))
    place = _scale(rows, mark, left + 2 * GAP, max(widths) + GAP)
    canvas = Canvas(bottom)
    for number, row in enumerate(rows):
        y = top + PITCH * number + (PITCH - BAR) / 2
        line = y + BAR / 2 + LETTERS
        canvas.text(0, line, names[number], colour=INK if row.bold else SOFT, bold=row.bold)
        if row.link is not None:
            canvas.line([(place(row.link), y - PITCH + BAR), (place(row.link), y)], SOFT, 0.6)
        start, size = place(row.start), place(row.end) - place(row.start)
        canvas.box(start, y, size, BAR, fill=row.fill, edge=row.edge, hatched=row.hatched)
        x = _words(
            start + max(size, 0), widths[number], [place(0), *([place(mark.at)] if mark else [])]
        )
        canvas.text(x, line, row.value, bold=row.bold)
    canvas.line([(place(0), top), (place(0), bottom)], INK)
    if mark:
        canvas.line([(place(mark.at), top - 2), (place(mark.at), bottom)], INK, 1.6)
        canvas.text(place(mark.at), top - 6, mark.name, anchor="center", colour=SOFT, size=8)
    return canvas


def _scale(
    rows: Sequence[Row], mark: Mark | None, left: float, right: float
) -> Callable[[Decimal | int], float]:
    """Return the function from a value to its place, `left` and `right` being kept for words."""
    ends = [float(end) for row in rows for end in (row.start, row.end)]
    ends += [0.0, float(mark.at) if mark else 0.0]
    low, span = min(ends), max(ends) - min(ends)
    point = (WIDTH - left - right) / (span or 1)
    return lambda value: left + (float(value) - low) * point


def _words(end: float, size: float, lines: Sequence[float]) -> float:
    """Return where the words of a bar begin: after it, and clear of every line down the chart."""
    x = end + GAP
    for line in sorted(lines):
        if x - GAP < line < x + size + GAP / 2:
            x = line + GAP
    return x
