"""A sheet as a picture of dots, for slides and for the preview of a link; the home of matplotlib.

Knows dots. Never what a drawing shows.
"""

from __future__ import annotations

import io
import logging
import warnings
from typing import TYPE_CHECKING

from reporter.charts.canvas import Box, Stroke
from reporter.charts.chart import GROUND

if TYPE_CHECKING:
    from matplotlib.artist import Artist

    from reporter.charts.canvas import Canvas, Word

POINTS = 72
WIDE = 1600
"""Dots across a drawing: sharp on a slide."""


def png(canvas: Canvas, wide: int = WIDE) -> bytes:
    """Return a sheet as PNG, `wide` dots across; the same sheet gives the same bytes.

    The letters are those of the fonts that the drawing library brings: no machine's own.
    """
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it may have no home for its fonts
    import matplotlib as mpl
    from matplotlib.figure import Figure
    from matplotlib.transforms import Affine2D

    inches = (canvas.width / POINTS, canvas.height / POINTS)
    figure = Figure(figsize=inches, facecolor=GROUND)
    down = Affine2D().scale(1 / POINTS, -1 / POINTS).translate(0, inches[1])
    for rank, mark in enumerate(canvas.marks):
        artist = _artist(mark)
        artist.set_transform(down + figure.dpi_scale_trans)
        artist.set_zorder(rank)
        figure.add_artist(artist)
    buffer = io.BytesIO()
    with warnings.catch_warnings(), mpl.rc_context({"hatch.linewidth": 1.4}):
        warnings.filterwarnings("ignore", "Glyph .* missing from", UserWarning)
        figure.savefig(buffer, format="png", dpi=wide / inches[0], metadata={"Software": None})
    return buffer.getvalue()


def _artist(mark: Box | Stroke | Word) -> Artist:
    match mark:
        case Box():
            return _box(mark)
        case Stroke():
            return _stroke(mark)
        case _:
            return _word(mark)


def _box(box: Box) -> Artist:
    from matplotlib.patches import Rectangle

    return Rectangle(
        (box.x, box.y),
        box.width,
        box.height,
        facecolor=box.fill,
        edgecolor=GROUND if box.hatched else box.edge,
        linewidth=0 if box.hatched else 0.8,
        hatch="////" if box.hatched else None,
    )


def _stroke(line: Stroke) -> Artist:
    from matplotlib.lines import Line2D

    xs, ys = zip(*line.points, strict=True)
    drawn = Line2D(xs, ys, color=line.colour, linewidth=line.width, solid_capstyle="butt")
    drawn.set_linestyle("--" if line.dashed else "-")
    return drawn


def _word(word: Word) -> Artist:
    from matplotlib.text import Text

    return Text(
        word.x,
        word.y,
        word.text,
        color=word.colour,
        ha=word.anchor,
        size=word.size,
        weight="bold" if word.bold else "normal",
        parse_math=False,
    )
