"""The months from the top down, for a telephone, and the legend of both drawings.

Knows where bars go. Never what a month is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter import french
from reporter.charts.canvas import NARROW, Canvas, width
from reporter.charts.chart import ACTUAL, BEFORE, GROUND, INK, MINUS, SOFT
from reporter.charts.rows import GAP, LETTERS
from reporter.law.workdays import YEAR_MONTHS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.tables.months import Month

TOP = 22.0
PITCH = 18.0
BAR = 11.0
NAMES = 34.0
"""Points that the names of the months take."""
YEARS = 24.0
"""Points more for the names of months that have their year."""


def narrow(found: Sequence[Month], year: int) -> Canvas:
    """Return a bar for each month inside its working days, with a dash for the year before."""
    values = [float(n) for m in found for n in (m.working_days, m.days, m.before or 0)]
    low, long = min(*values, 0.0), len(found) > YEAR_MONTHS
    left = NAMES + (YEARS if long else 0)
    figures = max(width(french.quantity(month.days)) for month in found) + GAP
    point = (NARROW - left - figures) / (max(values) - low)
    zero = left - low * point
    canvas = Canvas(TOP + PITCH * len(found), NARROW)
    legend(canvas, year, compared=any(m.before is not None for m in found))
    for rank, month in enumerate(found):
        y = TOP + PITCH * rank + (PITCH - BAR) / 2
        name = french.short_month(month.first) + (f" {month.first.year}" if long else "")
        canvas.text(0, y + BAR / 2 + LETTERS, name, colour=SOFT)
        _bar(canvas, month, (zero, y), point)
        shown = french.quantity(month.days)
        y, of = y + BAR / 2 + LETTERS, f"{year}.jours_factures"
        canvas.text(NARROW, y, shown, anchor="right", of=of)
    canvas.line([(zero, TOP), (zero, canvas.height)], INK, 0.6)
    return canvas


def _bar(canvas: Canvas, month: Month, start: tuple[float, float], point: float) -> None:
    zero, y = start
    negative = month.days < 0
    canvas.box(zero, y, float(month.working_days) * point, BAR, edge=BEFORE)
    canvas.box(
        zero,
        y + 2,
        float(month.days) * point,
        BAR - 4,
        fill=MINUS if negative else ACTUAL,
        hatched=negative,
    )
    if month.before is not None:
        x = zero + float(month.before) * point
        canvas.line([(x, y - 1), (x, y + BAR + 1)], GROUND, 4.5)
        canvas.line([(x, y - 1), (x, y + BAR + 1)], BEFORE, 2.2)


def legend(canvas: Canvas, year: int, *, compared: bool) -> None:
    """Say what the outline, the bar and the dash of a month are."""
    canvas.box(0.4, 3, 9, 9, edge=BEFORE)
    canvas.text(15, 11, "jours ouvrés", colour=SOFT, size=8)
    canvas.box(80, 3, 9, 9, fill=ACTUAL)
    canvas.text(95, 11, f"jours facturés {year}", colour=SOFT, size=8)
    if compared:
        canvas.line([(187, 7.5), (199, 7.5)], BEFORE, 2.2)
        canvas.text(205, 11, str(year - 1), colour=SOFT, size=8)
