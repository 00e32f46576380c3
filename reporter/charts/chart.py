"""A chart as a value, and the palette that all share.

Knows what a chart says and carries. Never how one is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reporter.patterns import pattern

if TYPE_CHECKING:
    from reporter.charts.canvas import Canvas
    from reporter.tables.table import Table

INK = "#1b1f24"
SOFT = "#59636e"
ACTUAL = "#1f4e79"
LIGHT = "#8fb1d1"
BEFORE = "#7d8a99"
BEFORE_LIGHT = "#c3cad2"
PLUS = "#0b6e4f"
MINUS = "#b4450b"
GROUND = "#ffffff"

VARIABLES = {
    INK: "--encre",
    SOFT: "--doux",
    ACTUAL: "--fait",
    LIGHT: "--fait-clair",
    BEFORE: "--avant",
    BEFORE_LIGHT: "--avant-clair",
    PLUS: "--plus",
    MINUS: "--moins",
    GROUND: "--fond",
}
"""Each colour of the palette and the CSS variable that stands for it in a page."""
COLOUR = pattern(f'="({"|".join(VARIABLES)})"')


FAMILY = 'font-family="system-ui,sans-serif"'
"""The letters of a drawing that stands alone; in a page it takes the page's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart: its message, its numbers, and the drawing of them.

    Attributes:
        name: a word for files and identifiers.
        title: the message, in ten words at most.
        subtitle: the measure, its unit and its period.
        svg: the drawing in light colours, empty where there is nothing to draw.
        narrow: the same for a telephone, its words above its bars.
        sheet: the drawing itself, for other formats.
        slim: the narrow one.
        told: what the drawing shows, in words.
        table: the same numbers, for those who do not see the drawing.
        missing: the sentence that stands for a drawing that has nothing to show.
    """

    name: str
    title: str
    subtitle: str = ""
    svg: str = ""
    narrow: str = ""
    sheet: Canvas | None = None
    slim: Canvas | None = None
    told: str = ""
    table: Table | None = None
    missing: str = ""

    @property
    def themed(self) -> str:
        """Return the drawing with the colours and letters of the page, which may be dark."""
        return themed(self.svg)


def themed(svg: str) -> str:
    """Return a drawing with the colours and the letters of the page that holds it."""
    light = svg.replace(FAMILY, 'font-family="inherit"', 1)
    return COLOUR.sub(lambda found: f'="var({VARIABLES[found[1]]})"', light)
