"""matplotlib's SVG made fit for a page that holds several: the only maker of drawings.

Knows SVG. Never what a drawing shows.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from reporter.charts.chart import INK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.figure import Figure

SVG = "http://www.w3.org/2000/svg"
DROPPED = {"metadata", "style", "title"}
REFERENCE = re.compile(r"url\(#([^)]+)\)")
FONT = re.compile(r"(?:(?P<weight>bold|\d+) )?(?P<size>[\d.]+)px .*")
UPRIGHT = re.compile(r"rotate\(-?0 .*\)")


def svg(drawing: Figure, name: str, title: str, description: str) -> str:
    """Return a figure as SVG: same bytes on every run, identifiers of its own, no style element.

    Colours and sizes become attributes, since the page's security policy forbids inline styles.
    """
    import matplotlib as mpl

    buffer = io.StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": name}):
        drawing.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    root = ET.fromstring(buffer.getvalue())  # noqa: S314  # matplotlib wrote it
    _clean(root, name)
    box = root.get("viewBox", "")
    root.attrib = {"xmlns": SVG, "viewBox": box, "role": "img", "font-family": "inherit"}
    for tag, text in (("desc", description), ("title", title)):
        element = ET.Element(tag)
        element.text = text
        root.insert(0, element)
    return ET.tostring(root, encoding="unicode") + "\n"


def _clean(root: ET.Element, name: str) -> None:
    """Drop what a page does not need, and make identifiers the drawing's own."""
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag.rpartition("}")[2] in DROPPED:
                parent.remove(child)
    used = set(_references(root))
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        element.attrib = dict(_attributes(element, name, used))
        element.tail = element.tail and element.tail.strip()
        if element.tag != "text":
            element.text = element.text and element.text.strip()
    _unwrap(root)


def _unwrap(parent: ET.Element) -> None:
    """Put the content of each group that says nothing in the place of the group."""
    for child in parent:
        _unwrap(child)
    content = [(child if child.tag == "g" and not child.attrib else [child]) for child in parent]
    parent[:] = [element for elements in content for element in elements]


def _references(root: ET.Element) -> Iterator[str]:
    for element in root.iter():
        yield from REFERENCE.findall(" ".join(element.attrib.values()))


def _attributes(element: ET.Element, name: str, used: set[str]) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        own = REFERENCE.sub(rf"url(#{name}-\1)", value)
        if key == "style":
            yield from _styles(own)
        elif key == "id":
            yield from [("id", f"{name}-{value}")] if value in used else []
        elif key == "d":
            yield "d", " ".join(value.split())
        elif not UPRIGHT.fullmatch(value):
            yield key, own
    if element.tag == "text" and "fill" not in element.get("style", ""):
        yield "fill", INK


def _styles(style: str) -> Iterator[tuple[str, str]]:
    for rule in filter(None, (part.strip() for part in style.split(";"))):
        key, _, value = rule.partition(":")
        if key == "font" and (found := FONT.fullmatch(value.strip())):
            yield "font-size", found["size"]
            if found["weight"]:
                yield "font-weight", found["weight"]
        elif key != "font-family":
            yield key, value.strip().removesuffix("px")
