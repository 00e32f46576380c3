"""The columns of a monthly grid that are neither days, nor names, nor totals.

Knows that a column left aside is said. Never what the rows amount to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.owners import look_of, unowned
from reporter.sources.lines.verdicts import LeftColumn

if TYPE_CHECKING:
    from reporter.errors import Doubt
    from reporter.sources.tables.timesheets import Timesheet


def left_columns(sheet: Timesheet) -> tuple[tuple[LeftColumn, ...], tuple[Doubt, ...]]:
    """Return the columns left aside, and a doubt of those whose cells might change a figure."""
    left, doubts = [], []
    for column in sheet.unknown:
        title = str(sheet.grid.rows[sheet.top][column]).strip() or "(sans titre)"
        place = sheet.grid.place(sheet.top, column)
        left.append(LeftColumn(title, place))
        cells = [sheet.grid.rows[row][column] for row in range(sheet.top + 1, sheet.bottom)]
        look = look_of([cell for cell in cells if not is_blank(cell)])
        if look != "texts":
            doubts.append(unowned(place, title, look))
    return tuple(left), tuple(doubts)
