"""What an OpenDocument spreadsheet's own XML says of its cells: the same marks as of an xlsx.

Knows rows and cells that are repeated, hidden, without a value or in error. Never what they mean.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter.sources.grids.cells import UNCOMPUTED, Broken
from reporter.sources.grids.inspection import ERROR_FIX, Marks, pieces_by, unescaped

if TYPE_CHECKING:
    from reporter.sources.grids.archives import Archive

CONTENT = "content.xml"
PART = re.compile(
    rb"<table:table\b[^>]*\btable:name=\"(?P<name>[^\"]*)\""
    rb"|<table:table-row\b(?P<row>[^>]*?)(?:/>|>(?P<cells>.*?)</table:table-row>)",
    re.DOTALL,
)
CELL = re.compile(
    rb"<table:(?:covered-)?table-cell\b([^>]*?)(?:/>|>(.*?)</table:(?:covered-)?table-cell>)",
    re.DOTALL,
)
COLUMNS = re.compile(rb'number-columns-repeated="(\d{1,9})"')
ROWS = re.compile(rb'number-rows-repeated="(\d{1,9})"')
TEXT = re.compile(rb"<[^>]*>")


def inspect_ods(archive: Archive) -> dict[str, Marks]:
    """Return what the XML of each sheet says, by the name of the sheet.

    Raises:
        Unsafe: where the archive does not keep within its bounds.
    """
    marks: dict[str, Marks] = {}
    sheet = Marks()
    row = 0
    for name in archive.members:
        if name != CONTENT:
            for _ in pieces_by(b">", archive.pieces(name)):
                pass
    for piece in pieces_by(b"</table:table-row>", archive.pieces(CONTENT)):
        for part in PART.finditer(piece):
            if part["name"] is not None:
                sheet, row = marks.setdefault(unescaped(part["name"]), Marks()), 0
                continue
            row = _mark_row(sheet, row, part["row"], part["cells"] or b"")
    return marks


def _mark_row(sheet: Marks, row: int, attributes: bytes, cells: bytes) -> int:
    """Note what stands in a row that may be repeated; return the row after it."""
    repeated = int(found[1]) if (found := ROWS.search(attributes)) else 1
    width = _mark_cells(sheet, row, cells)
    if width:
        sheet.rows = row + repeated
        sheet.columns = max(sheet.columns, width)
        if b'table:visibility="' in attributes and b'"visible"' not in attributes:
            sheet.hidden.add(row)
    return row + repeated


def _mark_cells(sheet: Marks, row: int, cells: bytes) -> int:
    """Return how far the cells of a row that hold something reach."""
    column = width = 0
    for attributes, content in CELL.findall(cells):
        repeated = int(found[1]) if (found := COLUMNS.search(attributes)) else 1
        if b"value-type=" in attributes or content:
            width = column + repeated
        if b'calcext:value-type="error"' in attributes:
            shown = TEXT.sub(b"", content).decode("utf-8", "replace")[:20]
            sheet.broken[row, column] = Broken(shown, ERROR_FIX)
        elif b"table:formula=" in attributes and b"value-type=" not in attributes:
            sheet.broken[row, column] = UNCOMPUTED
        column += repeated
    return width
