"""A sheet to draw on, in points from its top left corner, and how wide a text is.

Knows boxes, lines and texts, and keeps them in their order. Never what they show, nor how a format
writes them.
"""

from __future__ import annotations

import logging
import unicodedata
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from reporter.characters import printable
from reporter.charts.chart import INK

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 518.4
"""Points: 7.2 inches, which the page shows as wide as its column."""
NARROW = 230.0
"""Points of a sheet for a telephone: its words are as large as those of the page."""
TEXT = 9.0
NARROWEST = 0.25
"""About the width of the narrowest letters, for a size of 1."""


class Box(NamedTuple):
    """A rectangle from its top left corner, of a positive size; `hatched` strikes it."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    edge: str
    hatched: bool

    def moved(self, x: float, y: float) -> Box:
        """Return the same, further to the right and down."""
        return self._replace(x=self.x + x, y=self.y + y)


class Stroke(NamedTuple):
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    colour: str
    width: float
    dashed: bool

    def moved(self, x: float, y: float) -> Stroke:
        """Return the same, further to the right and down."""
        return self._replace(points=tuple((a + x, b + y) for a, b in self.points))


class Word(NamedTuple):
    """A text whose line stands at `y`; `of` is the figure that explains it: « 2020.tjm »."""

    x: float
    y: float
    text: str
    anchor: Literal["left", "center", "right"]
    colour: str
    size: float
    bold: bool
    of: str = ""

    def moved(self, x: float, y: float) -> Word:
        """Return the same, further to the right and down."""
        return self._replace(x=self.x + x, y=self.y + y)


class Canvas:
    """A sheet as wide as the page's column if not said; each mark stands over those before it."""

    def __init__(self, height: float, width: float = WIDTH) -> None:
        self.height, self.width = height, width
        self.marks: list[Box | Stroke | Word] = []

    def box(  # noqa: PLR0913  # a rectangle has four numbers and three looks
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "none",
        edge: str = "none",
        hatched: bool = False,
    ) -> None:
        """Draw a rectangle from its top left corner; `hatched` strikes it with the ground."""
        if width < 0:
            x, width = x + width, -width
        if height < 0:
            y, height = y + height, -height
        self.marks.append(Box(x, y, width, height, fill, edge, hatched))

    def line(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        width: float = 0.8,
        *,
        dashed: bool = False,
    ) -> None:
        """Draw a line through points."""
        self.marks.append(Stroke(tuple(points), colour, width, dashed))

    def text(  # noqa: PLR0913  # where, what, and four looks
        self,
        x: float,
        y: float,
        text: str,
        *,
        anchor: Literal["left", "center", "right"] = "left",
        colour: str = INK,
        size: float = TEXT,
        bold: bool = False,
        of: str = "",
    ) -> None:
        """Write a text whose line stands at `y`; `of` is the figure that explains it."""
        self.marks.append(Word(x, y, text, anchor, colour, size, bold, of))


@lru_cache(maxsize=10_000)
def width(text: str, *, size: float = TEXT, bold: bool = False) -> float:
    """Return how wide a text is, in points; a wide character counts as one letter more."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it may have no home for its fonts
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(size=size, weight="bold" if bold else "normal")
    with warnings.catch_warnings():
        # The reader's own font will have the letter that the layout's lacks.
        warnings.filterwarnings("ignore", "Glyph .* missing from", UserWarning)
        measured, _, _ = text_to_path.get_text_width_height_descent(text, font, ismath=False)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return float(measured) + wide * size


def fitted(text: str, room: float, *, size: float = TEXT) -> str:
    """Return a text on one line, cut with « … » where it is wider than `room`."""
    line = printable(" ".join(text.split()))
    if len(line) * NARROWEST * size <= room and width(line, size=size) <= room:
        return line
    line = line[: int(room / size / NARROWEST)]
    while line and width(f"{line}…", size=size) > room:
        line = line[:-1]
    return f"{line.rstrip()}…"
