"""A sheet as SVG, fit for a page that holds several: the only writer of drawings.

Knows SVG. Never what a drawing shows. Colours and sizes are attributes, since the page's security
policy forbids inline styles; the same sheet gives the same bytes.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from reporter.charts.canvas import TEXT, Box, Stroke, Word
from reporter.charts.chart import FAMILY, GROUND, INK

if TYPE_CHECKING:
    from collections.abc import Callable

    from reporter.charts.canvas import Canvas

ANCHORS = {"center": ' text-anchor="middle"', "right": ' text-anchor="end"', "left": ""}
EDGE = 0.8
HATCH = (
    '<defs><pattern id="{name}-hachure" width="5" height="5" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><path d="M1 0V5" fill="none" stroke="{ground}" '
    'stroke-width="1.4"/></pattern></defs>'
)
"""Stripes of the ground over a box; a drawing that has one names its own."""


def svg(
    canvas: Canvas,
    name: str,
    title: str,
    description: str,
    address: Callable[[str], str] | None = None,
) -> str:
    """Return a sheet as SVG: its message, what it shows in words, then its marks in their order.

    Where `address` gives one to what explains a number, the number is a link: the drawing is then
    no image, whose inside nobody could reach, but a group.
    """
    size = f"0 0 {_n(canvas.width)} {_n(canvas.height)}"
    role = "img" if address is None else "group"
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}" role="{role}" {FAMILY} '
        f'font-size="{_n(TEXT)}" fill="{INK}">'
        f"<title>{_said(title)}</title><desc>{_said(description)}</desc>"
    )
    hatched = any(isinstance(mark, Box) and mark.hatched for mark in canvas.marks)
    stripes = HATCH.format(name=name, ground=GROUND) if hatched else ""
    sheet = Box(0, 0, canvas.width, canvas.height, GROUND, "none", hatched=False)
    marks = "".join(_linked(mark, name, address) for mark in (sheet, *canvas.marks))
    return f"{head}{stripes}{marks}</svg>\n"


def _linked(mark: Box | Stroke | Word, name: str, address: Callable[[str], str] | None) -> str:
    """Return a mark, a number that something explains as a link to it."""
    drawn = _mark(mark, name)
    if address is None or not isinstance(mark, Word) or not (to := address(mark.of)):
        return drawn
    return f'<a href="{to}">{drawn}</a>'


def _mark(mark: Box | Stroke | Word, name: str) -> str:
    match mark:
        case Box():
            return _box(mark, name)
        case Stroke():
            return _stroke(mark)
        case _:
            return _word(mark)


def _box(box: Box, name: str) -> str:
    place = (
        f'<rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}"'
    )
    edge = "" if box.edge == "none" else f' stroke="{box.edge}" stroke-width="{_n(EDGE)}"'
    struck = f'{place} fill="url(#{name}-hachure)"/>' if box.hatched else ""
    return f'{place} fill="{box.fill}"{edge}/>{struck}'


def _stroke(line: Stroke) -> str:
    path = "L".join(f"{_n(x)} {_n(y)}" for x, y in line.points)
    dashes = ' stroke-dasharray="5 2.5"' if line.dashed else ""
    return (
        f'<path d="M{path}" fill="none" stroke="{line.colour}" stroke-width="{_n(line.width)}"'
        f"{dashes}/>"
    )


def _word(word: Word) -> str:
    looks = ANCHORS[word.anchor]
    looks += "" if word.size == TEXT else f' font-size="{_n(word.size)}"'
    looks += ' font-weight="700"' if word.bold else ""
    looks += "" if word.colour == INK else f' fill="{word.colour}"'
    return f'<text x="{_n(word.x)}" y="{_n(word.y)}"{looks}>{_said(word.text)}</text>'


def _said(text: str) -> str:
    return escape(text, quote=False)


def _n(number: float) -> str:
    """Return a number with two decimals at most, none where it is whole."""
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
