"""What an OpenDocument spreadsheet's own XML says of its cells: the same marks as of an xlsx.

Knows rows and cells that are repeated, hidden, without a value or in error. Never what they mean.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from reporter.sources.grids.archives import Unsafe
from reporter.sources.grids.cells import ERROR_FIX, LAST_COLUMN, UNCOMPUTED, Broken, Formula, Marks
from reporter.sources.grids.formulas import is_moving, is_simple
from reporter.sources.grids.markup import elements, refuse_types
from reporter.sources.grids.number_formats import shown_sign
from reporter.sources.grids.styles import OpenStyles, Runs

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.sources.grids.archives import Archive
    from reporter.sources.grids.cells import Sign
    from reporter.sources.grids.styles import Styles

CONTENT, STYLES, MANIFEST = "content.xml", "styles.xml", "meta-inf/manifest.xml"
CELLS = ("table-cell", "covered-table-cell")
NUMBERS = ("float", "currency", "percentage")
VALUE = "office:value-type"
MOST_DIGITS = 9
MOST_REPEATED = 1 << 20
"""Cells that say something, once those that are repeated are counted."""


def inspect_ods(archive: Archive) -> dict[str, Marks]:
    """Return what the XML of each sheet says, by the name of the sheet.

    Raises:
        Unsafe: where the archive or its XML does not keep within its bounds.
    """
    marks: dict[str, Marks] = {}
    reader, sheet, is_exact = OpenStyles(), None, True
    archive.pass_over_but((CONTENT, STYLES, MANIFEST))
    refuse_types(archive.content(MANIFEST))
    parts = (elements([archive.content(STYLES)]), elements(archive.pieces(CONTENT)))
    for path, its, text in chain.from_iterable(parts):
        name = path[-1]
        if name == "table":
            found = None if its is None else marks.setdefault(its.get("table:name", ""), Marks())
            sheet = None if found is None else _Sheet(found, reader.found())
        elif sheet:
            sheet.take(name, its, text)
        elif name == "calculation-settings" and its:
            is_exact = its.get("table:precision-as-shown") != "true"
        else:
            reader.take(name, its, text)
    for found in marks.values() if not is_exact else ():
        found.formulas.clear()
    return marks


class _Sheet:
    """A sheet of a document, row after row."""

    def __init__(self, marks: Marks, styles: Styles) -> None:
        self.marks = marks
        self.styles = styles
        self.defaults: list[str] = []
        self.row = self.column = 0
        self.attributes: Mapping[str, str] = {}
        self.cells: list[_Cell] = []
        self.cell: _Cell | None = None
        self.left = MOST_REPEATED

    def take(self, name: str, its: Mapping[str, str] | None, text: str) -> None:
        """Take an element that opens, or one that closes, and the text since the last mark."""
        if name == "table-column" and its is not None:
            count = min(_count(its, "columns"), LAST_COLUMN - len(self.defaults))
            self.defaults += [its.get("table:default-cell-style-name", "")] * count
        elif name == "table-row" and its is not None:
            self.attributes, self.cells, self.column = its, [], 0
        elif name == "table-row":
            self._close_row()
        elif name in CELLS and its is not None:
            self.cell = _Cell(self.column, its)
        elif name in CELLS and self.cell:
            self.cells += [self.cell] if self.cell.is_filled else []
            self.column += self.cell.repeated
            self.cell = None
        elif self.cell:
            self.cell.take(name, its, text, self.styles)

    def _close_row(self) -> None:
        rows = range(self.row, self.row + _count(self.attributes, "rows"))
        self.row = rows.stop
        if not self.cells:
            return
        self.marks.fill(rows.stop - 1, max(cell.column + cell.repeated for cell in self.cells) - 1)
        if self.attributes.get("table:visibility", "visible") != "visible":
            self._spend(len(rows))
            self.marks.hidden.update(rows)
        for cell in self.cells:
            self._mark(cell, rows)

    def _mark(self, cell: _Cell, rows: range) -> None:
        """Note what a cell says, at each of the places where it is repeated."""
        broken, style = cell.broken(), self._style(cell)
        struck = style in self.styles.struck or cell.runs.whole
        sign = cell.sign(self.styles.signs.get(style))
        if formula := cell.formula():
            self.marks.formulas[rows[0], cell.column] = Formula(formula)
        if is_moving(cell.attributes.get("table:formula", "")):
            self.marks.moving.add((rows[0], cell.column))
        if not (broken or struck or sign):
            return
        self._spend(len(rows) * cell.repeated)
        for place in ((row, cell.column + n) for row in rows for n in range(cell.repeated)):
            self.marks.note(place, broken=broken, struck=struck, sign=sign)

    def _style(self, cell: _Cell) -> str:
        """Return the style of a cell: its own, its row's or its column's."""
        column = self.defaults[cell.column] if cell.column < len(self.defaults) else ""
        row = self.attributes.get("table:default-cell-style-name")
        return cell.attributes.get("table:style-name") or row or column

    def _spend(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise Unsafe("trop de cellules répétées")


class _Cell:
    """A cell of a document, maybe repeated to its right."""

    def __init__(self, column: int, attributes: Mapping[str, str]) -> None:
        self.column = column
        self.attributes = attributes
        self.repeated = _count(attributes, "columns")
        self.is_filled = VALUE in attributes or "table:formula" in attributes
        self.text: str | None = None
        self.runs = Runs()

    def take(self, name: str, its: Mapping[str, str] | None, text: str, styles: Styles) -> None:
        """Take an element of the cell that opens or closes, and the text since the last mark."""
        self.is_filled = True
        if name == "span" or (name == "p" and its is None):
            self.runs.write(text)
            self.text = (self.text or "") + text
        if name == "span":
            said = "" if its is None else its.get("text:style-name", "")
            self.runs.is_struck = said in styles.struck

    def broken(self) -> Broken | None:
        """Return why the cell holds no value though it is not blank, None where it is sound."""
        if self.attributes.get("calcext:value-type") == "error":
            return Broken((self.text or "")[:20], ERROR_FIX)
        if "table:formula" in self.attributes and VALUE not in self.attributes:
            return UNCOMPUTED if self.text is None else None  # an empty text is a value
        return None

    def formula(self) -> str:
        """Return the formula of a number as other spreadsheets write it, nothing if not simple."""
        if self.attributes.get(VALUE) not in NUMBERS or self.broken():
            return ""
        text = self.attributes.get("table:formula", "").partition("=")[2]
        text = text.replace("[.", "").replace(":.", ":").replace("]", "").replace(";", ",")
        return text if is_simple(text) else ""

    def sign(self, sign: Sign | None) -> Sign | None:
        """Return what is shown beside the number: its style says it, else its own currency."""
        kind = self.attributes.get(VALUE)
        if kind not in NUMBERS:
            return None
        said = self.attributes.get("office:currency", "") if kind == "currency" else ""
        return sign or shown_sign("", said, scaled=False)


def _count(attributes: Mapping[str, str], what: str) -> int:
    said = attributes.get(f"table:number-{what}-repeated", "1")
    if not said.isdecimal() or len(said) > MOST_DIGITS:
        raise Unsafe("nombre de cellules impossible")
    return int(said)
