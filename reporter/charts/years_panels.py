"""The panels of the years: revenue, TJM and days, one under the other, on one axis of time.

Knows bars, their words and where they stand, wide and narrow. Never the message of the chart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter import french
from reporter.charts.canvas import NARROW, WIDTH, Canvas, width
from reporter.charts.chart import ACTUAL, BEFORE, BEFORE_LIGHT, GROUND, INK, LIGHT, SOFT
from reporter.charts.rows import GAP, LETTERS
from reporter.denomination import unit
from reporter.french import Cell
from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from reporter.figures import Figures

MOST = 12
"""Years that have room for their figures."""
LEFT = 84.0
ROOM = 30.0
"""Points over the bars of a panel, for their figures."""
NAME_ROOM = 14.0
"""Points over a narrow panel, for its name."""
FOOT = 18.0
LEAST = 3
"""Slots at least, so that two years do not make two walls."""
SHARE = 0.62
WIDEST = 64.0


class Bar(NamedTuple):
    """A year's value, its words, its figure.

    Attributes:
        light: the part drawn in the second tone.
        whole: whether nobody knows its parts: it is drawn in neither tone.
    """

    value: Decimal | None
    text: str
    of: str
    light: Decimal = ZERO
    whole: bool = False


class Panel(NamedTuple):
    """One measure over the years: its name, the height of its bars in points, the bars."""

    name: str
    height: float
    bars: dict[int, Bar]


def of_year(year: Figures, name: str) -> str:
    """Return the name of a figure of a year, as what explains it knows it."""
    return f"{year.year.number}.{name}"


def _panels(kept: Sequence[Figures]) -> tuple[Panel, ...]:
    def revenue(year: Figures) -> Bar:
        fees = year.fees or ZERO
        parted = min(year.day_revenue or ZERO, fees) >= 0
        text = french.kilo_euros(year.revenue).removesuffix(f"{french.NBSP}K€")
        return Bar(
            year.revenue,
            text,
            of_year(year, "chiffre_affaires"),
            fees if parted else ZERO,
            whole=year.day_revenue is None,
        )

    def rate(year: Figures) -> Bar:
        return Bar(year.tjm, str(Cell(year.tjm, "rate")), of_year(year, "tjm"))

    def days(year: Figures) -> Bar:
        return Bar(year.days, str(Cell(year.days, "days")), of_year(year, "jours_factures"))

    measures = (
        (f"CA ({unit('K€')})", 98.0, revenue),
        ("TJM", 44.0, rate),
        ("Jours facturés", 44.0, days),
    )
    return tuple(
        Panel(name, height, {year.year.number: bar(year) for year in kept})
        for name, height, bar in measures
    )


def wide(shown: Sequence[Figures]) -> Canvas:
    """Draw three panels on one axis, on which a year without figures keeps its place."""
    slots = _slots(shown)
    step = (WIDTH - LEFT) / max(len(slots), LEAST)
    places = {year: LEFT + step * (rank + 0.5) for rank, year in enumerate(slots)}
    panels = _panels([year for year in shown if year.year.number in places])
    canvas = Canvas(sum(panel.height + ROOM for panel in panels) + FOOT)
    bottom = 0.0
    for panel in panels:
        bottom += ROOM + panel.height
        canvas.text(0, bottom - panel.height / 2 + LETTERS, panel.name, colour=SOFT)
        _draw_panel(canvas, panel, places, bottom, min(step * SHARE, WIDEST))
        canvas.line([(LEFT, _zero(panel, bottom)), (WIDTH, _zero(panel, bottom))], SOFT, 0.6)
    y = ROOM + panels[0].height / 2 + 21
    _legend(canvas, panels[0], ((0.4, y), (0.4, y + 13), (0.4, y + 26)))
    _axis(canvas, places, bottom)
    return canvas


def narrow(shown: Sequence[Figures]) -> Canvas:
    """Draw the same panels under their names; of many years, only the figures that have room."""
    slots = _slots(shown)
    panels = _panels([year for year in shown if year.year.number in slots])
    widest = max(width(bar.text, bold=True) for panel in panels for bar in panel.bars.values())
    side = max(widest / 2 - NARROW / max(len(slots), LEAST) / 2, 0) + 1
    step = (NARROW - 2 * side) / max(len(slots), LEAST)
    places = {year: side + step * (rank + 0.5) for rank, year in enumerate(slots)}
    canvas = Canvas(sum(panel.height + ROOM + NAME_ROOM for panel in panels) + FOOT, NARROW)
    bottom = 0.0
    for panel in panels:
        canvas.text(0, bottom + NAME_ROOM, panel.name, colour=SOFT)
        bottom += NAME_ROOM + ROOM + panel.height
        kept = panel._replace(bars=_uncrowded(panel.bars, places))
        _draw_panel(canvas, kept, places, bottom, min(step * SHARE, WIDEST))
        canvas.line([(0, _zero(panel, bottom)), (NARROW, _zero(panel, bottom))], SOFT, 0.6)
    _legend(canvas, panels[0], ((120, NAME_ROOM), (185, NAME_ROOM), (62, NAME_ROOM)))
    _axis(canvas, places, bottom)
    return canvas


def _slots(shown: Sequence[Figures]) -> range:
    last = shown[-1].year.number
    return range(max(shown[0].year.number, last - MOST + 1), last + 1)


def _axis(canvas: Canvas, places: dict[int, float], bottom: float) -> None:
    """Write the years under the last panel: back from the last one, those that have room."""
    last, step = max(places), places[max(places)] - places.get(max(places) - 1, 0)
    every = 1 + int((width("2020", bold=True) + 2) / step)
    for year, x in places.items():
        if (last - year) % every == 0:
            colour, bold = (INK, True) if year == last else (SOFT, False)
            canvas.text(x, bottom + 13, str(year), anchor="center", colour=colour, bold=bold)


def _uncrowded(bars: dict[int, Bar], places: dict[int, float]) -> dict[int, Bar]:
    """Return bars whose words do not meet: the last one's first, then those of the highest.

    Where some have no room, those beside a higher bar go too: it would be behind them.
    """
    if all(
        width(bar.text) + GAP < places[max(bars)] - places.get(max(bars) - 1, 0)
        for bar in bars.values()
    ):
        return bars
    height = {year: bar.value or ZERO for year, bar in bars.items()}
    tops = [
        year
        for year in bars
        if height[year] >= max(height.get(year - 1, ZERO), height.get(year + 1, ZERO))
    ]
    kept: dict[int, tuple[float, float]] = {}
    for year in (max(bars), *sorted(tops, key=lambda year: -height[year])):
        half = (width(bars[year].text, bold=year == max(bars)) + GAP) / 2
        start, end = places[year] - half, places[year] + half
        if all(end <= left or start >= right for left, right in kept.values()):
            kept.setdefault(year, (start, end))
    return {year: bar if year in kept else bar._replace(text="") for year, bar in bars.items()}


def _zero(panel: Panel, bottom: float) -> float:
    """Return how far down the zero of a panel is."""
    values = [float(bar.value or 0) for bar in panel.bars.values()]
    low, high = min([*values, 0]), max([*values, 0])
    return bottom + low * panel.height / ((high - low) or 1)


def _draw_panel(
    canvas: Canvas, panel: Panel, places: dict[int, float], bottom: float, width: float
) -> None:
    values = [float(bar.value or 0) for bar in panel.bars.values()]
    point = panel.height / ((max([*values, 0]) - min([*values, 0])) or 1)
    zero = _zero(panel, bottom)
    for year, bar in panel.bars.items():
        x, last = places[year], year == max(places)
        solid, light = (ACTUAL, LIGHT) if last else (BEFORE, BEFORE_LIGHT)
        fill, edge = (GROUND, solid) if bar.whole and _is_parted(panel) else (solid, "none")
        top = zero - float(bar.value or 0) * point
        share = float(bar.light) * point
        canvas.box(x - width / 2, top + share, width, zero - top - share, fill=fill, edge=edge)
        if share:
            canvas.box(x - width / 2, top, width, share, fill=light, edge=solid)
        if bar.text:
            y = min(top, zero) - 5
            canvas.text(x, y, bar.text, anchor="center", bold=last, of=bar.of)


def _is_parted(panel: Panel) -> bool:
    """Tell whether a bar has two tones, so that one of a single tone would tell what it is."""
    return any(bar.light for bar in panel.bars.values())


def _legend(canvas: Canvas, panel: Panel, places: Sequence[tuple[float, float]]) -> None:
    """Say what the tones of the revenue are, near its name; nothing where there is but one."""
    tones = [(LIGHT, "forfaits"), (ACTUAL, "régie")]
    if any(bar.whole for bar in panel.bars.values()):
        tones.append((GROUND, "FEC seul"))
    for (x, y), (fill, name) in zip(places, tones if _is_parted(panel) else [], strict=False):
        canvas.box(x, y - 7, 8, 8, fill=fill, edge=ACTUAL)
        canvas.text(x + 12.6, y, name, colour=SOFT, size=8)
