"""The styles of an .xlsx workbook that say something of a cell: struck through, or with a sign.

Knows fonts, number formats and the runs of shared texts. Never which cells bear them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.sources.grids.marks import Styles
from reporter.sources.grids.markup import Markup, refuse_types
from reporter.sources.grids.number_formats import sign_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.sources.grids.cells import Sign

FALSE = ("0", "false", "off")
STRUCK = ("strike", "dstrike")
STRIKE = b"trike"
"""What stands in shared texts of which some are struck; markup names cannot be escaped."""


class _StyleSheet:
    """The fonts and formats of `xl/styles.xml`, as they come."""

    def __init__(self) -> None:
        self.fonts: list[bool] = []
        self.formats: dict[str, Sign | None] = {}
        self.cells: list[Mapping[str, str]] = []
        self.markup = Markup(self.start)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        where = self.markup.path[1:-1]
        if name == "font" and where == ["fonts"]:
            self.fonts.append(False)
        elif name in STRUCK and where == ["fonts", "font"]:
            self.fonts[-1] = attributes.get("val") not in FALSE
        elif name == "numFmt" and where == ["numFmts"]:
            code = attributes.get("formatCode", "")
            self.formats[attributes.get("numFmtId", "")] = sign_of(code)
        elif name == "xf" and where == ["cellXfs"]:
            self.cells.append(attributes)

    def styles(self) -> Styles:
        fonts = {str(number) for number, struck in enumerate(self.fonts) if struck}
        return Styles.of(
            [
                (str(n), xf.get("fontId") in fonts, self.formats.get(xf.get("numFmtId", "")))
                for n, xf in enumerate(self.cells)
            ]
        )


def read_styles(content: bytes) -> Styles:
    """Return the styles of a workbook that strike cells through or show something beside them.

    Raises:
        Unsafe: where the XML is malformed or beyond the bounds.
    """
    sheet = _StyleSheet()
    sheet.markup.read([content])
    return sheet.styles()


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


class _SharedTexts:
    """The texts of `xl/sharedStrings.xml` that are struck as a whole, as they come."""

    def __init__(self) -> None:
        self.count = 0
        self.struck: set[str] = set()
        self.runs = Runs()
        self.markup = Markup(self.start, self.end)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "si":
            self.runs = Runs()
        self.runs.open(name, attributes)

    def end(self, name: str) -> None:
        if name == "t" and "rPh" not in self.markup.path:
            self.runs.write(self.markup.text)
        elif name == "si":
            if self.runs.whole:
                self.struck.add(str(self.count))
            self.count += 1


def struck_texts(content: bytes) -> frozenset[str]:
    """Return the numbers of the shared texts that are wholly struck through.

    Raises:
        Unsafe: where the XML is malformed or beyond the bounds.
    """
    if STRIKE not in content:
        refuse_types(content)
        return frozenset()
    shared = _SharedTexts()
    shared.markup.read([content])
    return frozenset(shared.struck)
