"""The workbooks of banks → the rows of their sheets as texts, as those of a CSV.

Knows cells. Never what their columns say.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reporter.bank.columns import columns
from reporter.bank.csv_statements import read_rows
from reporter.bank.headless import headless
from reporter.errors import BadCell, BadData, Place
from reporter.numerals import is_sober
from reporter.sources.grids.cells import is_blank

if TYPE_CHECKING:
    from pathlib import Path

    from reporter.bank.date_order import Orders
    from reporter.bank.statement import Statement
    from reporter.settings.reading import Limits
    from reporter.sources.grids.grid import Grid

DIGITS = 6
"""Decimals that are kept of a number: those beyond are of the machine, as 0.1 + 0.2 has."""
ASK = "l’exporter de nouveau en CSV ou en OFX depuis la banque"


def read_sheets(
    path: Path, name: str, account: str, limits: Limits, orders: Orders
) -> list[Statement]:
    """Return the statements of a workbook; a sheet that holds no table of movements is left.

    Raises:
        BadCell: where it is no workbook, is beyond the limits, or where no sheet is a statement.
        BadData: with every cell that is not understood.
    """
    from reporter.sources.grids.reading import read_workbook

    found: list[Statement] = []
    errors: list[BadCell] = []
    for grid in read_workbook(path, name, limits):
        rows = [[_text(cell) for cell in row] for row in grid.rows]
        if columns(rows) is None and headless(rows) is None:
            continue
        errors += _other_currencies(grid)
        try:
            found += read_rows(rows, grid.whole, account, orders)
        except BadData as error:
            errors += error.errors
    if errors:
        raise BadData(errors)
    if not found:
        what = "classeur dont aucune feuille ne nomme une date et un montant"
        raise BadCell(what, Place(name), fix=ASK)
    return found


def _text(cell: Any) -> str:
    """Return what a cell holds as a CSV would: a day as 2020-03-12, a number with a comma."""
    if is_blank(cell):
        return ""
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, (int, float, Decimal)) and not isinstance(cell, bool):
        number = Decimal(str(cell))
        if not is_sober(number):
            return str(cell)
        text = f"{round(number, DIGITS):f}"
        return text.rstrip("0").rstrip(".").replace(".", ",") if "." in text else text
    return str(cell)


def _other_currencies(grid: Grid) -> list[BadCell]:
    """Return a refusal for the first cell that shows another currency, or hides thousands."""
    odd = {"currency", "thousands", "scaled"}
    signs = sorted((cell, sign) for cell, sign in grid.marks.signs.items() if sign.kind in odd)
    fix = "exporter le compte en euros seul, sans format : les livres sont en euros"
    return [
        BadCell(
            "montant dans une autre unité que l’euro", grid.place(*cell), shown=one.text, fix=fix
        )
        for cell, one in signs[:1]
    ]
