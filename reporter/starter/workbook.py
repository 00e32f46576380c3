"""The workbook to fill in: tables, typed columns, drop-down lists; a home of openpyxl.

Knows how a workbook is written. Never what its columns mean.
"""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo

from reporter.characters import folded
from reporter.french import spaced
from reporter.starter.layout import CATEGORIES, HELP, VAT, layouts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from reporter.starter.layout import Column, Layout, Type

LAST_ROW = 5000
"""The last row that has its types and its lists before a table grows to it."""
FORMATS: dict[Type, str] = {
    "date": "dd/mm/yyyy",
    "euros": '#,##0.00\\ "€"',
    "rate": "0.0%",
}
LISTS: dict[Type, str] = {"client": "Missions!$A", "category": "Listes!$A", "rate": "Listes!$C"}
"""Where the words of each drop-down list stand, one below the other from row 2 on."""
FIRST_DAY, LAST_DAY = 36526, 73050
"""1 January 2000 and 1 January 2100, as spreadsheets count days."""
BOUNDS: dict[Type, tuple[Literal["date", "decimal"], int, int, str]] = {
    "date": ("date", FIRST_DAY, LAST_DAY, "Écrire une date, par exemple 31/03/2026."),
    "days": ("decimal", -366, 366, "Écrire un nombre de jours, par exemple 0,5."),
    "euros": ("decimal", -10_000_000, 10_000_000, "Écrire un nombre, par exemple 600."),
    "years": ("decimal", 1, 20, "Écrire un nombre d’années, par exemple 3."),
}
"""For each type that is not free: the kind of values, their bounds, what to say else."""
TEXT = "Calibri"
HEADER_FONT = Font(name=TEXT, bold=True, color="FFFFFFFF")
HEADER_FILL = PatternFill("solid", fgColor="FF1F4E79")
EXAMPLE_FONT = Font(name=TEXT, italic=True, color="FF59636E")
TITLE_FONT = Font(name=TEXT, bold=True, size=13, color="FF1F4E79")
STYLE = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
LEFT, CENTER = Alignment(horizontal="left", indent=1), Alignment(horizontal="center")
NUMBER = Alignment(horizontal="right", indent=1)
SIDES: dict[Type, Alignment] = {
    "date": CENTER,
    "days": NUMBER,
    "euros": NUMBER,
    "rate": NUMBER,
    "years": NUMBER,
}
"""Where the cells of a type stand; texts stand on the left."""


def workbook(year: int) -> bytes:
    """Return the workbook to fill in, its examples dated in a calendar year."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for layout in layouts(year):
        _fill(book.create_sheet(layout.title), layout)
    _lists(book.create_sheet("Listes"))
    _help(book.create_sheet("Aide"), year)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _fill(sheet: Worksheet, layout: Layout) -> None:
    """Write the header, the example and the types of a sheet."""
    sheet.append([column.title for column in layout.columns])
    examples = [column.example for column in layout.columns]
    sheet.append([float(it) if isinstance(it, Decimal) else it for it in examples])
    for number, column in enumerate(layout.columns, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = column.width
        form = FORMATS.get(column.type, "General")
        sheet.column_dimensions[letter].number_format = form
        sheet.column_dimensions[letter].alignment = SIDES.get(column.type, LEFT)
        _dress(sheet[f"{letter}1"], column.type)
        sheet[f"{letter}2"].number_format = form
        sheet[f"{letter}2"].font = EXAMPLE_FONT
        sheet[f"{letter}2"].alignment = SIDES.get(column.type, LEFT)
        if (validation := _validation(column)) is not None:
            validation.add(f"{letter}2:{letter}{LAST_ROW}")
            sheet.add_data_validation(validation)
    _table(sheet, layout.title, f"A1:{get_column_letter(len(layout.columns))}2")
    sheet.row_dimensions[1].height = 22
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _dress(header: Cell | MergedCell, kind: Type = "text") -> None:
    """Give a header its looks: not every program draws the style of a table."""
    header.font, header.fill = HEADER_FONT, HEADER_FILL
    header.alignment = CENTER if kind in SIDES else LEFT


def _validation(column: Column) -> DataValidation | None:
    """Return what may be typed in a column, and the help shown there; None where all is free."""
    if column.type in LISTS:
        start = LISTS[column.type]
        filled = f"MAX(1,COUNTA({start}$2:{start.split('!')[1]}$500))"
        source = f"OFFSET({start}$2,0,0,{filled},1)"
        found = DataValidation(type="list", formula1=source, showErrorMessage=False)
    elif column.type in BOUNDS:
        kind, low, high, error = BOUNDS[column.type]
        found = DataValidation(type=kind, operator="between", formula1=low, formula2=high)
        found.error, found.errorTitle, found.showErrorMessage = error, column.title, True
    elif column.help:
        found = DataValidation()
    else:
        return None
    found.allow_blank = True
    if column.help:
        found.prompt, found.promptTitle = spaced(column.help), column.title
        found.showInputMessage = True
    return found


def _table(sheet: Worksheet, title: str, cells: str) -> None:
    """Make cells an Excel table, which grows with the lines typed below it."""
    table = Table(displayName=folded(title).replace(" ", "_").capitalize(), ref=cells)
    table.tableStyleInfo = STYLE
    sheet.add_table(table)


def _lists(sheet: Worksheet) -> None:
    """Write the words of the drop-down lists, each in its own table."""
    _list(sheet, "A", "Catégories", CATEGORIES)
    _list(sheet, "C", "Taux de TVA", [float(rate) for rate in VAT])
    for row in range(2, len(VAT) + 2):
        sheet[f"C{row}"].number_format = FORMATS["rate"]
        sheet[f"C{row}"].alignment = NUMBER
    sheet.freeze_panes = "A2"


def _list(sheet: Worksheet, letter: str, title: str, words: Iterable[str | float]) -> None:
    last = 1
    for last, word in enumerate([title, *words], 1):
        sheet[f"{letter}{last}"] = word
        sheet[f"{letter}{last}"].alignment = LEFT
    sheet.column_dimensions[letter].width = 24
    _dress(sheet[f"{letter}1"])
    _table(sheet, title, f"{letter}1:{letter}{last}")


def _help(sheet: Worksheet, year: int) -> None:
    for text, is_title in HELP:
        sheet.append([spaced(text.replace("{annee}", str(year)))])
        cell = sheet.cell(sheet.max_row, 1)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if is_title:
            cell.font = TITLE_FONT
    sheet.column_dimensions["A"].width = 84
    sheet.sheet_view.showGridLines = False
