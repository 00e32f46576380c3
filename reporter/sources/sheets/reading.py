"""A sheet → its lines, each row that holds something with its verdict, each column with its owner.

Knows the tables of a sheet and that nothing in it may be lost. Never other sheets, but for rates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.grouping import gathered
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.reading import read_lines
from reporter.sources.lines.recaps.blocks import verdicts_of
from reporter.sources.lines.rows.outside import read_outside
from reporter.sources.lines.sums.ledger import Ledger
from reporter.sources.lines.verdicts import TableReading
from reporter.sources.lines.worth.missions import UNPRICED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.sources.lines.context import Context
    from reporter.sources.sheets.recognising import Sheet
    from reporter.words.columns import Kind

    Found = list[tuple[Kind, TableReading]]
    """What was read of each table of a sheet, then of what stands outside of them."""


def read_sheet(
    sheet: Sheet, rates: Sequence[TableReading], context: Context
) -> Iterator[tuple[Kind, TableReading]]:
    """Yield what was read of each table of a sheet, then of what stands outside of them.

    Args:
        sheet: a sheet whose headers are right.
        rates: what was read of its tables of missions.
        context: what its lines are read with.

    Raises:
        RuntimeError: where a row that holds something has no verdict: a bug of ours.
    """
    if sheet.export is not None:
        from reporter.sources.lines.trackers.reading import read_export

        found: Found = [("days", read_export(sheet.export, context))]
    elif sheet.months is not None:
        from reporter.sources.lines.by_month.reading import read_months

        kinds: dict[str, Kind] = {"days": "days", "hours": "days", "spent": "expenses"}
        kind = kinds.get(sheet.months.unit, "fees")
        found = [(kind, read_months(sheet.months, context))]
    elif sheet.tables or sheet.timesheets:
        found = _read_tables(sheet, rates, context)
    else:
        return
    _account_for_rows(sheet.grid, found)
    yield from found


def told_in_order(
    sheet: Sheet, found: Found, first: int
) -> Iterator[tuple[frozenset[int], list[int]]]:
    """Yield the years that a sheet of lines is named for, and the ranks of its tables of a kind.

    Its tables are ranked among those of all the books, from `first` on.
    """
    periods = (table.period for table in sheet.tables)
    years = frozenset(it.year for it in periods if it.year and not it.rivals)
    rows = [] if sheet.timesheets or sheet.months is not None else found
    ranks = gathered((kind, rank) for rank, (kind, _) in enumerate(rows, first))
    yield from ((years, own) for own in ranks.values())


def _read_tables(sheet: Sheet, rates: Sequence[TableReading], context: Context) -> Found:
    """Return what was read of the tables and of the timesheets of a sheet, and outside of them."""
    ledgers: dict[Kind, Ledger] = {}
    found: Found = [("missions", reading) for reading in rates]
    for table in sheet.tables:
        if table.kind != "missions":
            ledger = ledgers.setdefault(table.kind, Ledger())
            reading = read_lines(table, ledger, context)
            for error in reading.errors if sheet.price else ():
                if error.what == UNPRICED:
                    error.fix = f"{sheet.price}\nou {error.fix}"
            found.append((table.kind, reading))
    if sheet.timesheets:
        from reporter.sources.lines.timesheets.reading import read_timesheet

        found += [("days", read_timesheet(timesheet, context)) for timesheet in sheet.timesheets]
    if recaps := verdicts_of(sheet.controls, sheet.grid):
        found.append((found[0][0], TableReading(verdicts=recaps)))
    outside = read_outside(sheet.grid, (*sheet.tables, *sheet.timesheets), ledgers)
    if outside.verdicts:
        found.append((found[0][0], outside))
    return found


def _account_for_rows(grid: Grid, found: Sequence[tuple[Kind, TableReading]]) -> None:
    """Refuse to go on where a row that holds something has no verdict, though all was read."""
    if any(reading.errors for _, reading in found):
        return
    rest = set(range(len(grid.rows))).difference(*(reading.verdicts for _, reading in found))
    if lost := [number for number in sorted(rest) if not all(map(is_blank, grid.rows[number]))]:
        places = ", ".join(str(grid.place(number)) for number in lost)
        raise RuntimeError(f"rows without a verdict: {places}")
