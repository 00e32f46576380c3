"""Cells of a workbook: typed values with their formats, texts that never run, formulas.

Knows one cell. Never a sheet.
"""

from __future__ import annotations

from copy import copy
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.hyperlink import Hyperlink

from reporter.characters import RUNNING

if TYPE_CHECKING:
    from decimal import Decimal

    from openpyxl.cell import Cell as ExcelCell
    from openpyxl.worksheet.worksheet import Worksheet

    from reporter.french import Cell, Kind

TO_ROWS = "Voir les lignes"
EUROS = '#,##0.00\\ "€"'
FORMATS: dict[Kind, str] = {
    "cents": EUROS,
    "euros": EUROS,
    "days": "#,##0.00",
    "percent": "0.0%",
    "variation": "+0.0%;-0.0%;0.0%",
    "date": "dd/mm/yyyy",
    "month": "[$-40C]mmmm yyyy",
}
"""The format of each kind of quantity, in the words of workbooks; they show in the reader's own."""
INK = "1F4E79"
FACE = "Calibri"
TITLE = Font(name=FACE, bold=True, size=14, color=INK)
NOTE = Font(name=FACE, italic=True, color="59636E")
BOLD = Font(name=FACE, bold=True)
HEADER = Font(name=FACE, bold=True, color="FFFFFF")
FILL = PatternFill("solid", fgColor=INK)
TOTAL_FILL = PatternFill("solid", fgColor="E8EDF3")
LINE = Border(top=Side(style="thin", color=INK), bottom=Side(style="thin", color=INK))
WRAPPED = Alignment(wrap_text=True, horizontal="left", indent=1)
INDENTED = Alignment(horizontal="left", indent=1)
MIDDLE = Alignment(horizontal="center")
CENTERED = Alignment(wrap_text=True, vertical="center", horizontal="center")


def at(sheet: Worksheet, row: int, column: int) -> ExcelCell:
    """Return a cell by its row and column, which count from 1."""
    return cast("ExcelCell", sheet.cell(row, column))


def put(cell: ExcelCell, value: Cell) -> None:
    """Write a value in its kind; what does not exist leaves the cell empty."""
    match value.value:
        case None:
            return
        case str() as text:
            put_text(cell, text)
            cell.alignment = INDENTED
        case date() as day:
            cell.value = day
            cell.number_format, cell.alignment = FORMATS[value.kind], MIDDLE
        case number:
            put_number(cell, number, value.kind)


def put_number(cell: ExcelCell, number: Decimal | int, kind: Kind) -> None:
    """Write a number with the format of its kind."""
    cell.value = number
    cell.number_format = FORMATS.get(kind, "General")


def put_text(cell: ExcelCell, text: str) -> None:
    """Write a text that stays a text, even if it begins like a formula or is named like an error.

    The sign that a person types to say so, the apostrophe (quotePrefix), is set where it matters.
    """
    cell.value = ILLEGAL_CHARACTERS_RE.sub(" ", text)
    cell.data_type = "s"
    if text.startswith(RUNNING):
        cell.quotePrefix = True


def put_formula(cell: ExcelCell, formula: str, kind: Kind = "cents") -> None:
    """Write a formula of ours, which begins with =."""
    cell.value = formula
    cell.number_format = FORMATS.get(kind, "General")


def lead(cell: ExcelCell, rows: str) -> None:
    """Make a cell that is written lead to the rows that it adds up: « 'Ventes'!H6:H48 »."""
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=rows, tooltip=TO_ROWS)
    font: Any = copy(cell.font)
    font.underline = "single"
    cell.font = font


def head(cell: ExcelCell, text: str) -> None:
    """Write a column's heading."""
    put_text(cell, text)
    cell.font, cell.fill, cell.alignment = HEADER, FILL, CENTERED
