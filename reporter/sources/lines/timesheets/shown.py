"""What a workbook shows of the cells of a grid: struck through, hours or days beside a number, $.

Knows marks. Never what a cell is worth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import BadCell
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.meaning.signs import DAYS, HOURS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.sources.lines.timesheets.cells import Worked
    from reporter.sources.tables.timesheets import Timesheet


def with_unit(worth: Worked, sheet: Timesheet, row: int, column: int) -> Worked:
    """Return what a cell says, in the unit that its format shows beside the number."""
    sign = sheet.grid.signs.get((row, column))
    if sign is None or sign.kind != "unit" or worth.unit:
        return worth
    words = set(folded(sign.text).split())
    if words & HOURS:
        return worth._replace(unit="hours")
    return worth._replace(unit="days") if words & DAYS else worth


def mistakes_of(sheet: Timesheet, row: int) -> Iterator[BadCell]:
    """Yield what is wrong with what a workbook shows of a row that holds days."""
    grid = sheet.grid
    columns = (*sheet.fields.values(), *sheet.days)
    struck = next((n for n in columns if (row, n) in grid.struck), None)
    if struck is not None:
        cell = shown(grid.rows[row][struck])
        fix = "l’effacer, ou retirer le trait si elle compte"
        yield BadCell("ligne barrée", grid.place(row, struck), shown=cell, fix=fix)
    column = sheet.fields.get("rate")
    sign = None if column is None else grid.signs.get((row, column))
    if column is None or sign is None or is_blank(cell := grid.rows[row][column]):
        return
    said, place = f"{shown(cell)} {sign.text}", grid.place(row, column)
    if sign.kind == "currency":
        yield BadCell("une autre devise que l’euro", place, shown=said, fix="écrire des euros")
    elif sign.kind == "thousands":
        fix = "écrire des euros, et non des milliers d’euros"
        yield BadCell("montant en milliers d’euros", place, shown=said, fix=fix)
    elif sign.kind == "unit" and not set(folded(sign.text).split()) & DAYS:
        fix = "écrire le prix d’un jour, en euros"
        yield BadCell("une autre unité que celle de la colonne", place, shown=said, fix=fix)
