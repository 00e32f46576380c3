"""The styles that say something of a cell, struck through or with a sign: of .xlsx, then of .ods.

Knows fonts, number formats, styles, their parents, and the runs of texts. Never which cells bear
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.sources.grids.markup import elements, refuse_types
from reporter.sources.grids.number_formats import shown_sign, sign_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from reporter.sources.grids.cells import Sign

FALSE = ("0", "false", "off")
STRUCK = ("strike", "dstrike")
STRIKE = b"trike"
"""What stands in shared texts of which some are struck; markup names cannot be escaped."""


class Styles(NamedTuple):
    """The styles that say something of a cell, by their number or name."""

    struck: frozenset[str] = frozenset()
    signs: Mapping[str, Sign] = {}

    @classmethod
    def of(cls, styles: Collection[tuple[str, bool, Sign | None]]) -> Styles:
        """Return those that strike cells through or show something beside them.

        Args:
            styles: each by its number or name, whether it strikes, and what it shows.
        """
        struck = frozenset(name for name, strikes, _ in styles if strikes)
        return cls(struck, {name: sign for name, _, sign in styles if sign})


def read_styles(content: bytes) -> Styles:
    """Return the styles of a workbook that strike cells through or show something beside them.

    Raises:
        Unsafe: where the XML is malformed or beyond the bounds.
    """
    fonts: list[bool] = []
    formats: dict[str, Sign | None] = {}
    cells: list[tuple[str, str]] = []
    for (_, *path), its, _ in elements([content]):
        if its is None:
            continue
        if path == ["fonts", "font"]:
            fonts.append(False)
        elif path[:-1] == ["fonts", "font"] and path[-1] in STRUCK:
            fonts[-1] = its.get("val") not in FALSE
        elif path == ["numFmts", "numFmt"]:
            formats[its.get("numFmtId", "")] = sign_of(its.get("formatCode", ""))
        elif path == ["cellXfs", "xf"]:
            cells.append((its.get("fontId", ""), its.get("numFmtId", "")))
    struck = {str(number) for number, strikes in enumerate(fonts) if strikes}
    return Styles.of(
        [(str(n), font in struck, formats.get(number)) for n, (font, number) in enumerate(cells)]
    )


class Runs:
    """The runs of one text, some struck through: is it struck as a whole?"""

    def __init__(self) -> None:
        self.is_struck = False
        self.has_struck = False
        self.has_plain = False

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element: a run, or what strikes it."""
        if name == "r":
            self.is_struck = False  # unless it says otherwise
        elif name in STRUCK:
            self.is_struck = attributes.get("val") not in FALSE

    def write(self, text: str) -> None:
        """Note the text of the run."""
        if text.strip():
            self.has_struck |= self.is_struck
            self.has_plain |= not self.is_struck

    @property
    def whole(self) -> bool:
        """Tell whether all that is written is struck."""
        return self.has_struck and not self.has_plain


def struck_texts(content: bytes) -> frozenset[str]:
    """Return the numbers of the shared texts that are wholly struck through.

    Raises:
        Unsafe: where the XML is malformed or beyond the bounds.
    """
    if STRIKE not in content:
        refuse_types(content)
        return frozenset()
    struck: list[bool] = []
    runs = Runs()
    for path, its, text in elements([content]):
        if its is not None:
            runs = Runs() if path[-1] == "si" else runs
            runs.open(path[-1], its)
        elif path[-1] == "t" and "rPh" not in path:
            runs.write(text)
        elif path[-1] == "si":
            struck.append(runs.whole)
    return frozenset(str(number) for number, whole in enumerate(struck) if whole)


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

    def take(self, name: str, its: Mapping[str, str] | None, text: str) -> None:
        """Take an element that opens, or one that closes, and its text."""
        if its is None:
            self._close(name, text)
        elif name == "style" and its.get("style:family") in FAMILIES:
            self.name = its.get("style:name", "")
            parent, number = (its.get(f"style:{key}-style-name", "") for key in ("parent", "data"))
            self.styles[self.name] = _Style(parent, number, None)
        elif name == "text-properties" and self.name in self.styles:
            said = [its[line] != "none" for line in LINES if line in its]
            if said:
                self.styles[self.name] = self.styles[self.name]._replace(struck=all(said))
        elif name in FORMATS:
            self.format = its.get("style:name", "")
            self.words, self.currency, self.scaled = "", "", False
        elif name == "number":
            self.scaled = its.get("number:display-factor") not in ONE

    def _close(self, name: str, text: str) -> None:
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
