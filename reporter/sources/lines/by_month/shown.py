"""What a table by month shows beside its cells and that changes them: a stroke, $, k€, hours.

Knows marks and titles. Never what a row is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.sources.lines.meaning.signs import DAYS
from reporter.sources.tables.titles import unit_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.sources.grids.cells import Sign
    from reporter.sources.tables.month_columns import MonthTable

PRICED = {"currency", "thousands"}
SIGNS = {*PRICED, "unit"}
"""What a spreadsheet may show beside a number and that changes what it is."""


def marks(table: MonthTable) -> Iterator[tuple[str, int, int, str]]:
    """Yield what is wrong, the row, the column, and what to write, of each cell so marked."""
    grid, top = table.grid, table.top
    if unit := unit_of(" ".join(map(str, grid.rows[top]))) or unit_of(grid.name):
        fix = "écrire des euros hors taxes, et un titre qui ne dit pas autre chose"
        yield f"tableau en {unit}", top, table.client, fix
    own = {*table.months, *table.totals, table.client, table.mission, table.rate}
    for row, column in sorted(grid.struck):
        if row > top and column in own:
            yield "ligne barrée", row, column, "l’effacer, ou retirer le trait si elle compte"
    for (row, column), sign in sorted(grid.signs.items()):
        if row > top and _changes(table, column, sign):
            fix = "écrire des euros, ou des jours, sans autre unité"
            yield f"une autre unité est montrée : {sign.text}", row, column, fix


def _changes(table: MonthTable, column: int, sign: Sign) -> bool:
    """Tell whether what is shown beside a number changes what it is."""
    if column == table.rate:
        return sign.kind in PRICED
    days = table.unit == "days" and not set(folded(sign.text).split()) - DAYS
    summed = column in table.months or column in table.totals
    return summed and sign.kind in SIGNS and not days
