"""The XML of one sheet of an .xlsx workbook → what it says of its cells.

Knows rows, cells, formulas, columns and merged areas. Never what a cell means.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter.sources.grids.alike import END, Shapes, texts_between
from reporter.sources.grids.archives import Unsafe
from reporter.sources.grids.cells import (
    ERROR_FIX,
    LAST_COLUMN,
    ODD,
    UNCOMPUTED,
    Area,
    Broken,
    column_number,
)
from reporter.sources.grids.formulas import is_simple
from reporter.sources.grids.marks import Formula, Marks
from reporter.sources.grids.markup import Markup
from reporter.sources.grids.styles import FALSE, STRUCK, Runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reporter.sources.grids.alike import Row, Shape
    from reporter.sources.grids.marks import Styles

REFERENCE = re.compile(r"([A-Za-z]{1,3})([1-9]\d{0,6})", re.ASCII)
DATA = b"<sheetData>"
TEXTS = ("s", "str", "inlineStr", "b", "e")
"""The kinds of cells that hold no number."""
LIKE_OTHERS = {"row", "c", "v", "f", "is", "t"}
FORMULA_ATTRIBUTES = {"aca", "ca"}


class SheetMarkup:
    """A sheet, read row after row.

    Args:
        styles: the styles that say something.
        struck: the numbers of the shared texts that are struck through.
    """

    def __init__(self, styles: Styles, struck: frozenset[str]) -> None:
        self.marks = Marks()
        self.markup = Markup(self._start, self._end)
        self.styles = styles
        self.struck = struck
        self.shapes = None if struck else Shapes([*styles.struck, *styles.signs])
        self.shared: dict[str, Formula] = {}
        self.row = -1
        self.row_style = "0"
        self.cell: _Cell | None = None
        self.column = -1
        self.has_asides = False
        """Whether a comment or the like was met: it may hide rows, whole or in part."""
        self.learnt = _Learnt()

    def read(self, pieces: Iterable[bytes]) -> Marks:
        """Return what a sheet says.

        Raises:
            Unsafe: where its XML is malformed, beyond the bounds, or gives an impossible address.
        """
        for block in _blocks(pieces):
            self._read_block(block)
        self.markup.close()
        return self.marks

    def _read_block(self, block: bytes) -> None:
        if not self._is_at_rest:
            head, data, block = block.partition(DATA)
            self.markup.feed(head + data)
        if self.shapes is None or not block.endswith(END):
            self.markup.feed(block)
            return
        self.shapes.is_trusted = self._is_at_rest
        for row in self.shapes.rows(block):
            if row.shape:
                self._keep_formulas(row, row.shape)
            else:
                self._read_row(row, self.shapes)
        self.marks.rows = max(self.marks.rows, self.shapes.height)
        self.marks.columns = max(self.marks.columns, self.shapes.width)

    @property
    def _is_at_rest(self) -> bool:
        """Tell whether the parser stands between two rows."""
        return self.markup.path[1:] == ["sheetData"] and not self.has_asides

    def _keep_formulas(self, row: Row, shape: Shape) -> None:
        texts = texts_between(row.content, b"<f", b"</f>")
        for column, text in zip(shape.formulas, texts, strict=True):
            if column >= 0:
                self._keep(row.number - 1, column, Formula(text))

    def _read_row(self, row: Row, shapes: Shapes) -> None:
        if row.number:
            self.row = row.number - 1
        self.has_asides |= b"<!" in row.content or b"<?" in row.content
        self.learnt = learnt = _Learnt()
        self.markup.feed(row.content + END)
        rested, shapes.is_trusted = shapes.is_trusted, self._is_at_rest
        if rested and shapes.is_trusted and learnt.is_usual:
            shapes.learn(row, learnt.cells, learnt.width, learnt.formulas)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name not in LIKE_OTHERS:
            self.learnt.is_usual = False
        if name == "c":
            self._open_cell(attributes)
        elif name == "row":
            self._open_row(attributes)
        elif name == "mergeCell":
            self.marks.merged += _areas(attributes.get("ref", ""))
        elif name == "col":
            if attributes.get("hidden") not in (None, *FALSE):
                self.marks.hidden_columns.update(_columns(attributes))
        elif self.cell:
            self.cell.open(name, attributes)

    def _end(self, name: str) -> None:
        if self.cell and name == "c":
            self._close_cell(self.cell)
            self.cell = None
        elif self.cell:
            self.cell.close(name, self.markup.texts)

    def _open_row(self, attributes: Mapping[str, str]) -> None:
        number = attributes.get("r", "")
        if number and not REFERENCE.fullmatch(f"A{number}"):
            raise Unsafe("adresse de cellule impossible")
        self.row = int(number) - 1 if number else self.row + 1
        self.column = -1
        self.row_style = attributes.get("s", "0")
        hidden = attributes.get("hidden")
        if hidden not in (None, *FALSE):
            self.marks.hidden.add(self.row)
        self.learnt.is_usual &= bool(number) and hidden in (None, "false")

    def _open_cell(self, attributes: Mapping[str, str]) -> None:
        row, self.column = self.row, self.column + 1
        if "r" in attributes:
            found = REFERENCE.fullmatch(attributes["r"])
            if not found:
                raise Unsafe("adresse de cellule impossible")
            row, self.column = int(found[2]) - 1, column_number(found[1])
        style = attributes.get("s", self.row_style)
        self.cell = _Cell(row, self.column, attributes.get("t", "n"), style)
        self.learnt.cells += 1

    def _close_cell(self, cell: _Cell) -> None:
        broken = cell.broken()
        if cell.formula is not None:
            self._close_formula(cell, cell.formula, is_kept=not broken)
        if broken:
            self.marks.broken[cell.row, cell.column] = broken
            self.learnt.is_usual = False
        if not (broken or cell.value or cell.is_inline):
            return
        self.marks.fill(cell.row, cell.column)
        self.learnt.width = max(self.learnt.width, cell.column + 1)
        if (
            cell.style in self.styles.struck
            or (cell.kind == "s" and cell.value in self.struck)
            or cell.runs.whole
        ):
            self.marks.struck.add((cell.row, cell.column))
        if cell.style in self.styles.signs and cell.kind not in TEXTS:
            self.marks.signs[cell.row, cell.column] = self.styles.signs[cell.style]

    def _close_formula(self, cell: _Cell, attributes: Mapping[str, str], *, is_kept: bool) -> None:
        is_number = cell.kind not in TEXTS
        self.learnt.formulas.append(cell.column if is_number else -1)
        self.learnt.is_usual &= attributes.keys() <= FORMULA_ATTRIBUTES
        formula = Formula(cell.formula_text)
        if attributes.get("t") == "shared":
            formula = self._shared(cell, attributes.get("si", ""))
        elif "t" in attributes and attributes["t"] != "normal":
            return
        if is_kept and is_number:
            self._keep(cell.row, cell.column, formula)

    def _shared(self, cell: _Cell, number: str) -> Formula:
        """Return a formula written once for several cells, as it stands from the first of them."""
        if cell.formula_text:
            self.shared[number] = Formula(cell.formula_text, cell.row, cell.column)
        text, row, column = self.shared.get(number, Formula(""))
        return Formula(text, cell.row - row, cell.column - column)

    def _keep(self, row: int, column: int, formula: Formula) -> None:
        if is_simple(formula.text):
            self.marks.formulas[row, column] = formula


class _Learnt:
    """What a row holds, while it is parsed: enough to know those that are alike."""

    def __init__(self) -> None:
        self.is_usual = True
        self.cells = self.width = 0
        self.formulas: list[int] = []


class _Cell:
    """A cell, while it is open."""

    def __init__(self, row: int, column: int, kind: str, style: str) -> None:
        self.row, self.column, self.kind, self.style = row, column, kind, style
        self.formula: Mapping[str, str] | None = None
        self.formula_text = ""
        self.value: str | None = None
        self.is_odd = False
        self.is_inline = False
        self.runs = Runs()

    def open(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element of the cell."""
        if name == "f":
            self.formula = attributes
        elif name == "is":
            self.is_inline = True
        elif name == "r":
            self.runs.run()
        elif name in STRUCK:
            self.runs.strike(attributes)

    def close(self, name: str, texts: list[str]) -> None:
        """End an element of the cell; two values, or one in several pieces, are odd."""
        if name == "v":
            pieces = [text for text in texts if text.strip()]
            several = len(pieces) > 1 and self.kind != "str"
            self.is_odd |= several or "" in texts or self.value is not None
            self.value = "".join(texts)
        elif name == "f":
            self.formula_text = "".join(texts)
        elif name == "t":
            self.runs.write("".join(texts))

    def broken(self) -> Broken | None:
        """Return why the cell holds no value though it is not blank, None where it is sound."""
        if self.kind == "e":
            return Broken((self.value or "")[:20], ERROR_FIX)
        if self.formula is not None and not self.value and self.kind != "str":
            return UNCOMPUTED
        return ODD if self.is_odd else None


def _blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield XML in pieces that end with a row, else with a mark, so that no value is cut."""
    left = b""
    for piece in pieces:
        left += piece
        cut = left.rfind(END) + len(END)
        if cut < len(END):
            cut = left.rfind(b">") + 1 or len(left)
        yield left[:cut]
        left = left[cut:]
    yield left


def _areas(reference: str) -> Iterator[Area]:
    """Yield the area that a reference names, A3:C3, or nothing."""
    first, _, last = reference.partition(":")
    start, end = REFERENCE.fullmatch(first), REFERENCE.fullmatch(last)
    if start and end:
        top, bottom = int(start[2]) - 1, int(end[2]) - 1
        yield Area(top, column_number(start[1]), bottom, column_number(end[1]))


def _columns(attributes: Mapping[str, str]) -> range:
    first, last = (attributes.get(key, "") for key in ("min", "max"))
    if not (first.isdecimal() and last.isdecimal()):
        return range(0)
    return range(max(int(first[:7]) - 1, 0), min(int(last[:7]), LAST_COLUMN))
