"""The styles of an OpenDocument workbook that say something of a cell: struck, or with a sign.

Knows styles, their parents, and the elements of number formats. Never which cells bear them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.sources.grids.marks import Styles
from reporter.sources.grids.number_formats import shown_sign

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.sources.grids.cells import Sign

FAMILIES = ("table-cell", "text")
FORMATS = ("number-style", "currency-style")
LINES = ("style:text-line-through-style", "style:text-line-through-type")
ONE = (None, "1", "1.0")


class _Style(NamedTuple):
    """A style: its parent, its number format, and whether it says that it strikes through."""

    parent: str
    number: str
    struck: bool | None


class OpenStyles:
    """The styles of a document, as its elements come."""

    def __init__(self) -> None:
        self.styles: dict[str, _Style] = {}
        self.formats: dict[str, Sign | None] = {}
        self.name = ""
        self.format = ""
        self.words = self.currency = ""
        self.scaled = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element that opens."""
        if name == "style" and attributes.get("style:family") in FAMILIES:
            self.name = attributes.get("style:name", "")
            parent, number = (
                attributes.get(f"style:{key}-style-name", "") for key in ("parent", "data")
            )
            self.styles[self.name] = _Style(parent, number, None)
        elif name == "text-properties" and self.name in self.styles:
            said = [attributes[line] != "none" for line in LINES if line in attributes]
            if said:
                self.styles[self.name] = self.styles[self.name]._replace(struck=all(said))
        elif name in FORMATS:
            self.format = attributes.get("style:name", "")
            self.words, self.currency, self.scaled = "", "", False
        elif name == "number":
            self.scaled = attributes.get("number:display-factor") not in ONE

    def end(self, name: str, text: str) -> None:
        """Take an element that closes, and its text."""
        if name == "style":
            self.name = ""
        elif name == "text" and self.format:
            self.words += text
        elif name == "currency-symbol" and self.format:
            self.currency += text
        elif name in FORMATS:
            self.formats[self.format] = shown_sign(self.words, self.currency, scaled=self.scaled)
            self.format = ""

    def found(self) -> Styles:
        """Return the styles that strike cells through or show something beside them."""
        return Styles.of([(name, *self._said(name)) for name in self.styles])

    def _said(self, name: str) -> tuple[bool, Sign | None]:
        """Return whether a style strikes cells through, and what it shows beside them."""
        line = self._line(name)
        struck = next((style.struck for style in line if style.struck is not None), False)
        number = next((style.number for style in line if style.number), "")
        return struck, self.formats.get(number)

    def _line(self, name: str) -> list[_Style]:
        """Return a style and its parents, the nearest first; they may go round."""
        line: dict[str, _Style] = {}
        while name in self.styles and name not in line:
            line[name] = self.styles[name]
            name = self.styles[name].parent
        return [*line.values()]
