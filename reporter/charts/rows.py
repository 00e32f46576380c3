"""The chart of named rows, one bar each: what four of the six charts are made of.

Knows where bars and words go. Never what they show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.characters import printable
from reporter.charts.canvas import NARROW, WIDTH, Canvas, fitted, width
from reporter.charts.chart import INK, SOFT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

PITCH = 25.0
BAR = 15.0
LETTERS = 3.2
"""How far under the middle of a bar the line of its words stands."""
GAP = 6.0
NAMES = 190.0
"""Points that the names take at most."""
TOP = 16.0
LINE, THIN, APART = 14.0, 11.0, 9.0
"""Points of a line of words, of a narrow sheet's bar, and between two rows of it."""


class Row(NamedTuple):
    """A bar from `start` to `end`, its name at the left, its value in words at the right.

    `link` is where a thin line comes down from the row above; `of` is the figure that it shows, or
    is a part of.
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
    of: str = ""


class Mark(NamedTuple):
    """A line that all the bars are read against, its name, and the figure that it shows."""

    at: Decimal
    name: str
    of: str = ""


def draw(rows: Sequence[Row], mark: Mark | None = None) -> tuple[Canvas, Canvas]:
    """Return the rows from the top down, on one scale that holds zero and the mark.

    The second sheet is the narrow one, whose words stand above the bars.
    """
    return _wide(rows, mark), _narrow(rows, mark)


def _wide(rows: Sequence[Row], mark: Mark | None) -> Canvas:
    top = TOP if mark else 0.0
    bottom = top + PITCH * len(rows)
    names = _short([row.name for row in rows])
    widths = [width(row.value, bold=row.bold) for row in rows]
    left = max(width(name, bold=row.bold) for name, row in zip(names, rows, strict=True))
    place = _scale(rows, mark, left + 2 * GAP, WIDTH - max(widths) - GAP)
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
        canvas.text(x, line, row.value, bold=row.bold, of=row.of)
    canvas.line([(place(0), top), (place(0), bottom)], INK)
    if mark:
        canvas.line([(place(mark.at), top - 2), (place(mark.at), bottom)], INK, 1.6)
        half = width(mark.name, size=8) / 2
        x = min(place(mark.at), WIDTH - half)
        canvas.text(x, top - 6, mark.name, anchor="center", colour=SOFT, size=8, of=mark.of)
    return canvas


def _short(names: Sequence[str]) -> list[str]:
    """Return names that have their room; two that would then read the same keep their ends."""
    cut = [fitted(name, NAMES) for name in names]
    half = NAMES / 2
    return [
        short
        if cut.count(short) == 1 or short == name
        else f"{fitted(name, half)}{_end(name, half)}"
        for name, short in zip(names, cut, strict=True)
    ]


def _end(name: str, room: float) -> str:
    """Return as much of the end of a name as has room."""
    line = printable(" ".join(name.split()))
    while width(line) > room:
        line = line[1:]
    return line.lstrip()


def _narrow(rows: Sequence[Row], mark: Mark | None) -> Canvas:
    """Draw each bar under its name and its value, on two lines where one is too short for them."""
    values = [width(row.value, bold=row.bold) for row in rows]
    names = [width(fitted(row.name, NARROW), bold=row.bold) for row in rows]
    lines = 1 if max(map(sum, zip(names, values, strict=True))) + 2 * GAP <= NARROW else 2
    top, pitch = TOP if mark else 0.0, LINE * lines + THIN + APART
    place = _scale(rows, mark, 1, NARROW - 1)
    canvas = Canvas(top + pitch * len(rows), NARROW)
    for number, row in enumerate(rows):
        y = top + pitch * number
        canvas.text(
            0,
            y + LINE - 4.5,
            fitted(row.name, NARROW),
            colour=INK if row.bold else SOFT,
            bold=row.bold,
        )
        at = 0.0 if lines > 1 else NARROW - values[number]
        canvas.text(at, y + LINE * lines - 4.5, row.value, bold=row.bold, of=row.of)
        y += LINE * lines
        start, size = place(row.start), place(row.end) - place(row.start)
        canvas.box(start, y, size, THIN, fill=row.fill, edge=row.edge, hatched=row.hatched)
        for x, thick in ((place(0), 0.8), *(((place(mark.at), 1.6),) if mark else ())):
            canvas.line([(x, y - 1.5), (x, y + THIN + 1.5)], INK, thick)
    if mark:
        half = width(mark.name, size=8) / 2
        x = min(max(place(mark.at), half), NARROW - half)
        canvas.text(x, TOP - 6, mark.name, anchor="center", colour=SOFT, size=8, of=mark.of)
    return canvas


def _scale(
    rows: Sequence[Row], mark: Mark | None, left: float, right: float
) -> Callable[[Decimal | int], float]:
    """Return the function from a value to its place, between the left and the right given."""
    ends = [float(end) for row in rows for end in (row.start, row.end)]
    ends += [0.0, float(mark.at) if mark else 0.0]
    low, span = min(ends), max(ends) - min(ends)
    point = (right - left) / (span or 1)
    return lambda value: left + (float(value) - low) * point


def _words(end: float, size: float, lines: Sequence[float]) -> float:
    """Return where the words of a bar begin: after it, and clear of every line down the chart."""
    x = end + GAP
    for line in sorted(lines):
        if x - GAP < line < x + size + GAP / 2:
            x = line + GAP
    return x
