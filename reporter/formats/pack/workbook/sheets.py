"""A table → a sheet: title, note, totals above the headings, an Excel table with its filters.

Knows where a column and its total stand, for the formulas of other sheets. Never what they mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table as ExcelTable
from openpyxl.worksheet.table import TableStyleInfo

from reporter.formats.pack.workbook.cells import (
    BOLD,
    LINE,
    NOTE,
    TITLE,
    TOTAL_FILL,
    at,
    head,
    lead,
    put,
    put_formula,
    put_text,
)
from reporter.formats.pack.workbook.stable import saved
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from openpyxl.worksheet.worksheet import Worksheet

    from reporter.french import Kind
    from reporter.tables.table import Table

TOTALS, HEADINGS, FIRST = 4, 5, 6
"""The rows of the totals, of the headings, of the first line: the first two stay in sight."""
WIDE: tuple[Kind, ...] = ("cents", "days", "month")
REFERENCE = pattern(r"'([^']+)'!\$([A-Z]+)\$(\d+)")
"""A cell of another sheet in our formulas."""
MARGIN = 200
"""Blank rows beneath a table that every formula takes in: what is typed there counts."""
NARROWEST, WIDEST = 11, 46
AMOUNT_WIDTH = 15
TALL = 32
HIGH = 15
"""Points of a line of text."""


@dataclass(frozen=True, slots=True)
class Written:
    """A table in its sheet: where each column stands."""

    sheet: Worksheet
    table: Table

    @property
    def last(self) -> int:
        """Return the row of the last line; an empty table keeps one blank row."""
        return FIRST + max(len(self.table.rows), 1) - 1

    def letter(self, column: str) -> str:
        """Return the letter of a column."""
        return get_column_letter(self.table.columns.index(column) + 1)

    def cells(self, column: str) -> str:
        """Return the cells of a column, for a formula of any sheet."""
        letter = self.letter(column)
        return f"'{self.sheet.title}'!${letter}${FIRST}:${letter}${self.last + MARGIN}"

    def rows(self, column: str) -> str:
        """Return the lines of a column, for a link: blank rows are left out."""
        letter = self.letter(column)
        return f"'{self.sheet.title}'!{letter}{FIRST}:{letter}{self.last}"

    def cell(self, column: str, row: int) -> str:
        """Return the cell of a column on a row of its sheet, for a formula of any sheet."""
        return f"'{self.sheet.title}'!${self.letter(column)}${row}"

    def total(self, column: str) -> str:
        """Return the cell that adds a column up, for a formula of any sheet."""
        return f"'{self.sheet.title}'!${self.letter(column)}${TOTALS}"

    def total_if(self, column: str, criterion: str, value: str) -> str:
        """Return a formula that adds a column up where another holds a text."""
        return f'SUMIFS({self.cells(column)},{self.cells(criterion)},"{value}")'


def rows_behind(formula: str, written: Iterable[Written]) -> str:
    """Return where the lines stand that a formula of ours adds up, of its first column."""
    found = REFERENCE.search(formula)
    if found is None:
        return ""
    sheet, letter, row = found.groups()
    table = next((one for one in written if one.sheet.title == sheet), None)
    last = f"{letter}{row}" if table is None else f"{letter}{FIRST}:{letter}{table.last}"
    return f"'{sheet}'!{last}"


def add_sheet(book: Workbook, name: str) -> Worksheet:
    """Return a new sheet, printed on A4 in landscape, as wide as a page."""
    sheet: Worksheet = book.create_sheet(name)
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    footer = HeaderFooterItem(center=_HeaderFooterPart(text="&A – page &P sur &N"))
    sheet.HeaderFooter.oddFooter = footer
    return sheet


def titled(sheet: Worksheet, title: str, note: str) -> None:
    """Write a title and a note at the top; each printed page repeats the headings."""
    for row, text, font in ((1, title, TITLE), (2, note, NOTE)):
        put_text(at(sheet, row, 1), text)
        at(sheet, row, 1).font = font
    sheet.print_title_rows = f"{HEADINGS}:{HEADINGS}"


def write_table(sheet: Worksheet, table: Table, *, summed: bool = True) -> Written:
    """Write a table in a sheet of its own and return where its columns stand.

    Headings and totals stay in sight. `summed` tells whether the sum of a column means something.
    """
    written = Written(sheet, table)
    titled(sheet, table.title, table.note)
    for number, title in enumerate(table.columns, 1):
        head(at(sheet, HEADINGS, number), title)
        sheet.column_dimensions[get_column_letter(number)].width = _width(table, number - 1)
    for row, cells in enumerate(table.rows, FIRST):
        for number, value in enumerate(cells, 1):
            put(at(sheet, row, number), value)
    sheet.row_dimensions[HEADINGS].height = TALL
    if summed:
        _totals(written)
    if table.rows:
        sheet.add_table(_filtered(written))
    sheet.freeze_panes = f"C{FIRST}"
    sheet.print_area = f"A1:{get_column_letter(sheet.max_column)}{written.last}"
    return written


def fold_note(written: Written) -> None:
    """Write the note of a table on lines no longer than it: a printer cuts what goes beyond."""
    sheet, table = written.sheet, written.table
    sheet.merge_cells(start_row=2, end_row=2, start_column=1, end_column=len(table.columns))
    at(sheet, 2, 1).alignment = Alignment(wrap_text=True, vertical="top")
    wide = sum(_width(table, column) for column in range(len(table.columns)))
    sheet.row_dimensions[2].height = HIGH * ceil(len(table.note) / wide)


def _totals(written: Written) -> None:
    """Write the total of each column of amounts, as a live formula."""
    for number, column in enumerate(written.table.columns, 1):
        cell = at(written.sheet, TOTALS, number)
        cell.fill, cell.border, cell.font = TOTAL_FILL, LINE, BOLD
        if column.kind is not None and column.summed:
            put_formula(cell, f"=SUM({written.cells(column).rpartition('!')[2]})", column.kind)
            lead(cell, written.rows(column))
    put_text(at(written.sheet, TOTALS, 1), "Total")


def _filtered(written: Written) -> ExcelTable:
    end = get_column_letter(len(written.table.columns))
    name = written.sheet.title.replace(" ", "_")
    filtered = ExcelTable(displayName=name, ref=f"A{HEADINGS}:{end}{written.last}")
    filtered.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
    return filtered


def _width(table: Table, column: int) -> int:
    if table.columns[column].kind in WIDE:
        return AMOUNT_WIDTH
    longest = max((len(str(row[column])) for row in table.rows), default=0)
    word = max(map(len, table.columns[column].split()))
    return min(max(longest + 2, word + 4, NARROWEST), WIDEST)


def alone(table: Table, sheet: str, title: str, day: date) -> bytes:
    """Return the bytes of a workbook whose only sheet holds a table, as for a micro-enterprise."""
    book = Workbook()
    book.remove(book.worksheets[0])
    written = write_table(add_sheet(book, sheet), table)
    fold_note(written)
    return saved(book, title, day)
