"""The XML of one sheet of an .xlsx workbook → what it says of its cells.

Knows rows, cells and formulas. Never what a cell means.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter.patterns import pattern
from reporter.sources.grids.archives import Unsafe
from reporter.sources.grids.cells import (
    ERROR_FIX,
    ODD,
    UNCOMPUTED,
    Broken,
    Formula,
    Marks,
    column_number,
)
from reporter.sources.grids.formulas import keep
from reporter.sources.grids.markup import Markup
from reporter.sources.grids.plain_rows import (
    FORMULA_END,
    FORMULAS,
    is_sound,
    plain_row,
    width_of,
)
from reporter.sources.grids.styles import FALSE, Runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reporter.sources.grids.cells import Cell
    from reporter.sources.grids.styles import Styles

REFERENCE = pattern(r"([A-Za-z]{1,3})([1-9]\d{0,6})", re.ASCII)
DATA, END = b"<sheetData>", b"</row>"
NO_HEIGHT = ("0", "0.0")
TEXTS = ("s", "str", "inlineStr", "b", "e")
"""The kinds of cells that hold no number."""


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
        else:
            self.runs.open(name, attributes)

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
        self.shared: dict[str, Formula] = {}
        self.plain = plain_row(styles.struck.union(styles.signs))
        self.row = -1
        self.row_style = "0"
        self.cell: _Cell | None = None
        self.column = -1
        self.has_asides = False
        """Whether a comment or the like was met: it may hide rows, whole or in part."""

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
            self._parse(head + data, is_start=bool(data))
        has_plain, at = not self.struck and is_sound(block), 0
        while at < len(block):
            if has_plain and self._is_at_rest:
                at = self._pass_over(block, at)
            end = block.find(END, at) + len(END) if has_plain else 0
            end = end if end >= len(END) else len(block)
            self._parse(block[at:end])
            at = end

    def _parse(self, content: bytes, *, is_start: bool = False) -> None:
        """Give bytes to the parser; a comment may go on after them, and so may what they cut."""
        has_asides = b"<!" in content or b"<?" in content or not content.endswith(b">")
        self.has_asides |= has_asides and bool(content) and not is_start
        self.markup.feed(content)

    def _pass_over(self, block: bytes, start: int) -> int:
        """Return where the plain rows end that begin somewhere; what they hold is noted."""
        match, at, number, rows = self.plain.match, start, self.row + 1, 0
        while found := match(block, at):
            at, number = found.end(), int(found[1])
            if number > rows and found[2] is not None:
                rows = number
        self.row = number - 1
        if rows:
            self.marks.fill(rows - 1, width_of(block[start:at], self.marks.columns) - 1)
        if block.find(FORMULA_END, start, at) >= 0:
            for its in FORMULAS.finditer(block, start, at):
                column, row, text = (part.decode() for part in its.groups())
                keep(self.marks, (int(row) - 1, column_number(column)), Formula(text))
        return at

    @property
    def _is_at_rest(self) -> bool:
        """Tell whether the parser stands between two rows."""
        return self.markup.path[1:] == ["sheetData"] and not self.has_asides

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._open_cell(attributes)
        elif name == "row":
            self._open_row(attributes)
        elif self.cell:
            self.cell.open(name, attributes)
        elif name == "mergeCell":
            first, _, last = attributes.get("ref", "").partition(":")
            self.marks.merged[_cell(first)] = _cell(last or first)

    def _end(self, name: str) -> None:
        if self.cell and name == "c":
            self._close_cell(self.cell)
            self.cell = None
        elif self.cell:
            self.cell.close(name, self.markup.texts)

    def _open_row(self, attributes: Mapping[str, str]) -> None:
        number = attributes.get("r", "")
        self.row = _cell(f"A{number}")[0] if number else self.row + 1
        self.column = -1
        self.row_style = attributes.get("s", "0")
        hidden = attributes.get("hidden")
        if hidden not in (None, *FALSE) or attributes.get("ht") in NO_HEIGHT:
            self.marks.hidden.add(self.row)

    def _open_cell(self, attributes: Mapping[str, str]) -> None:
        row, self.column = self.row, self.column + 1
        if "r" in attributes:
            row, self.column = _cell(attributes["r"])
        style = attributes.get("s", self.row_style)
        self.cell = _Cell(row, self.column, attributes.get("t", "n"), style)

    def _close_cell(self, cell: _Cell) -> None:
        broken = cell.broken()
        if cell.formula is not None:
            self._close_formula(cell, cell.formula, is_kept=not broken)
        if not (broken or cell.value or cell.is_inline):
            return
        is_struck_text = cell.kind == "s" and cell.value in self.struck
        self.marks.note(
            (cell.row, cell.column),
            broken=broken,
            struck=cell.style in self.styles.struck or is_struck_text or cell.runs.whole,
            sign=None if cell.kind in TEXTS else self.styles.signs.get(cell.style),
        )

    def _close_formula(self, cell: _Cell, attributes: Mapping[str, str], *, is_kept: bool) -> None:
        formula = Formula(cell.formula_text)
        if attributes.get("t") == "shared":
            formula = self._shared(cell, attributes.get("si", ""))
        elif attributes.get("t", "normal") != "normal":
            return
        if is_kept and cell.kind not in TEXTS:
            keep(self.marks, (cell.row, cell.column), formula)

    def _shared(self, cell: _Cell, number: str) -> Formula:
        """Return a formula written once for several cells, as it stands from the first of them."""
        if cell.formula_text:
            self.shared[number] = Formula(cell.formula_text, cell.row, cell.column)
        text, row, column = self.shared.get(number, Formula(""))
        return Formula(text, cell.row - row, cell.column - column)


def _blocks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield XML in pieces that end with a row, else with a mark, so that no value is cut."""
    left = b""
    for piece in pieces:
        left += piece
        cut = left.rfind(END) + len(END)
        cut = cut if cut >= len(END) else left.rfind(b">") + 1 or len(left)
        yield left[:cut]
        left = left[cut:]
    yield left


def _cell(reference: str) -> Cell:
    if found := REFERENCE.fullmatch(reference):
        return address(found)
    raise Unsafe("adresse de cellule impossible")


def address(found: re.Match[str]) -> Cell:
    """Return the row and the column of a reference, from 0."""
    return int(found[2]) - 1, column_number(found[1])
