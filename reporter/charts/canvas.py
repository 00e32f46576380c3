"""A sheet to draw on, in points from its top left corner; with svg.py, the home of matplotlib.

Knows boxes, lines and texts. Never what they show.
"""

from __future__ import annotations

import logging
import unicodedata
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from reporter.characters import printable
from reporter.charts.chart import GROUND, INK
from reporter.charts.svg import svg

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.artist import Artist

WIDTH = 518.4
"""Points: 7.2 inches, which the page shows as wide as its column."""
TEXT = 9.0
POINTS = 72
NARROWEST = 0.25
"""About the width of the narrowest letters, for a size of 1."""


class Canvas:
    """A sheet as wide as the page's column if not said; each artist stands over those before it."""

    def __init__(self, height: float, width: float = WIDTH) -> None:
        logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it may have no home for its fonts
        from matplotlib.figure import Figure
        from matplotlib.transforms import Affine2D

        inches = (width / POINTS, height / POINTS)
        self.figure = Figure(figsize=inches, facecolor=GROUND)
        down = Affine2D().scale(1 / POINTS, -1 / POINTS).translate(0, inches[1])
        self.transform = down + self.figure.dpi_scale_trans

    def _add(self, artist: Artist) -> None:
        artist.set_transform(self.transform)
        artist.set_zorder(len(self.figure.get_children()))
        self.figure.add_artist(artist)

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
        from matplotlib.patches import Rectangle

        if width < 0:
            x, width = x + width, -width
        if height < 0:
            y, height = y + height, -height
        self._add(
            Rectangle(
                (x, y),
                width,
                height,
                facecolor=fill,
                edgecolor=GROUND if hatched else edge,
                linewidth=0 if hatched else 0.8,
                hatch="////" if hatched else None,
            )
        )

    def line(
        self,
        points: Sequence[tuple[float, float]],
        colour: str,
        width: float = 0.8,
        *,
        dashed: bool = False,
    ) -> None:
        """Draw a line through points."""
        from matplotlib.lines import Line2D

        xs, ys = zip(*points, strict=True)
        line = Line2D(xs, ys, color=colour, linewidth=width, solid_capstyle="butt")
        line.set_linestyle("--" if dashed else "-")
        self._add(line)

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
    ) -> None:
        """Write a text whose line stands at `y`."""
        from matplotlib.text import Text

        weight = "bold" if bold else "normal"
        self._add(
            Text(x, y, text, color=colour, ha=anchor, size=size, weight=weight, parse_math=False)
        )

    def svg(self, name: str, title: str, description: str) -> str:
        """Return the sheet as SVG for a page."""
        with _any_letter():
            return svg(self.figure, name, title, description)


def width(text: str, *, size: float = TEXT, bold: bool = False) -> float:
    """Return how wide a text is, in points; a wide character counts as one letter more."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(size=size, weight="bold" if bold else "normal")
    with _any_letter():
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


@contextmanager
def _any_letter() -> Iterator[None]:
    """Let pass a letter that the layout's font lacks: the reader's own font will have it."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing from", UserWarning)
        yield
