"""A workbook of one table, for a micro-enterprise that has no others.

Knows one sheet. Never what the table says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook

from reporter.formats.pack.workbook.sheets import add_sheet, fold_note, write_table
from reporter.formats.pack.workbook.stable import saved

if TYPE_CHECKING:
    from datetime import date

    from reporter.tables.table import Table


def alone(table: Table, sheet: str, title: str, day: date) -> bytes:
    """Return the bytes of a workbook whose only sheet holds a table."""
    book = Workbook()
    book.remove(book.worksheets[0])
    written = write_table(add_sheet(book, sheet), table)
    fold_note(written)
    return saved(book, title, day)
