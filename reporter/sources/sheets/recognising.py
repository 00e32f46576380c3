"""A sheet → its tables, their headers understood; what makes it unreadable, what hides in it.

Knows in which order a sheet is tried: an export, a grid, tables, months, a recap. Never a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.characters import folded
from reporter.errors import BadCell
from reporter.patterns import pattern
from reporter.sources.advice.lacking import almost_by_month, price_column
from reporter.sources.advice.refusals import (
    days_among_fees,
    missing_columns,
    rates_or_lines,
    unknown_sheet,
)
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.by_month.cells import holds_words
from reporter.sources.lines.recaps.blocks import bearing_lists, below_grid, parted
from reporter.sources.lines.recaps.checking import find_control
from reporter.sources.sheets.lineless import (
    apart,
    has_numbers,
    hidden,
    hiding,
    is_price_list,
    is_summary,
    is_words,
    may_hold_lines,
)
from reporter.sources.tables.announced import FIX, WHAT, refused_titles, unknown_titles
from reporter.sources.tables.completed import completed, with_years
from reporter.sources.tables.header_rows import TOP_ROWS
from reporter.sources.tables.labelled import with_labels
from reporter.sources.tables.layouts import find_tables
from reporter.sources.tables.mistakes import both_ways, mistakes_of
from reporter.sources.tables.month_columns import days_in, find_months
from reporter.sources.tables.month_units import doubts_of, is_of_names
from reporter.sources.tables.parts_of_days import with_appointments, with_counted_halves
from reporter.sources.tables.sideways import sideways, upright
from reporter.sources.tables.timesheets import find_timesheets
from reporter.sources.tables.told_once import (
    is_called_as_client,
    with_month,
    with_rate,
    with_worker,
)
from reporter.sources.tables.trackers import export_of_one, find_export
from reporter.words.labels import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.errors import Doubt
    from reporter.sources.grids.grid import Grid
    from reporter.sources.lines.recaps.checking import Control
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.month_columns import MonthTable
    from reporter.sources.tables.timesheets import Timesheet
    from reporter.sources.tables.trackers import Export
    from reporter.sources.tables.vocabulary import Vocabulary

QUOTED = pattern(r"(?:n|no|num\w*|ref\w*)? ?(?:(?:de|du) )?devis")


class Sheet(NamedTuple):
    """A sheet, its tables found and their headers understood.

    Attributes:
        export: the sheet itself, where it is the export of a time tracker.
        months: the sheet itself, where it has a row per client and a column per month.
        controls: the recaps that must agree with the lines: itself, or those that stand beside
            its lines, of which the grid has no cell.
        errors: what makes it unreadable: no table, or headers that are wrong.
        doubts: what hides in it.
        price: what to write where its days have no price, and a column may be it.
    """

    grid: Grid
    tables: tuple[Table, ...] = ()
    timesheets: tuple[Timesheet, ...] = ()
    export: Export | None = None
    months: MonthTable | None = None
    controls: tuple[Control, ...] = ()
    errors: tuple[BadCell, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    price: str = ""


def find_sheet(grid: Grid, vocabulary: Vocabulary) -> Sheet | None:
    """Return a sheet with its tables; None where it is blank, or left alone."""
    if all(is_blank(cell) for row in grid.rows for cell in row):
        return None
    if vocabulary.is_left_aside(grid.name):
        return None
    alone = vocabulary.is_left_alone(grid.name) and not may_hold_lines(grid, vocabulary)
    if alone or is_price_list(grid, vocabulary):
        return Sheet(grid=grid, doubts=(apart(grid),)) if has_numbers(grid) else None
    export = find_export(grid, vocabulary)
    if export is None or "client" not in export.columns:
        export = export_of_one(grid, vocabulary) or export
    if export is not None:
        return Sheet(grid=export.grid, export=export, doubts=tuple(hiding(grid, vocabulary)))
    if timesheets := find_timesheets(grid, vocabulary):
        return _gridded(grid, vocabulary, timesheets)
    return _tabled(grid, vocabulary)


def _gridded(grid: Grid, vocabulary: Vocabulary, found: Sequence[Timesheet]) -> Sheet:
    """Return a sheet of monthly grids, and the recaps below the last of them."""
    doubts = tuple(hiding(grid, vocabulary))
    rest, controls = below_grid(grid, vocabulary, found[-1].top)
    if controls:
        found = find_timesheets(rest, vocabulary)
    return Sheet(grid=rest, timesheets=tuple(found), controls=controls, doubts=doubts)


def _tabled(grid: Grid, vocabulary: Vocabulary) -> Sheet:
    """Return a sheet of lines, or of sums, with its tables."""
    grid, untold = with_labels(with_counted_halves(with_appointments(grid), vocabulary), vocabulary)
    grid = with_rate(with_worker(with_month(grid, vocabulary), vocabulary), vocabulary)
    grid, tables, controls = parted(grid, vocabulary)
    if not any(table.is_whole for table in tables):
        grid = with_rate(completed(grid, vocabulary), vocabulary)
        if is_called_as_client(grid.name, grid):
            vocabulary = vocabulary.with_words({grid.name: LABELS["client"]})
        tables = find_tables(grid, vocabulary)
        if not tables:
            grid, tables = upright(grid, vocabulary)
    lines = any(table.is_whole and table.kind != "missions" for table in tables)
    if not lines and (turned := _sideways(grid, vocabulary)) is not None:
        return turned
    if not lines and (months := find_months(grid := with_years(grid), vocabulary)) is not None:
        doubts = (*hiding(grid, vocabulary), *doubts_of(months, vocabulary))
        return Sheet(grid=grid, months=months, doubts=doubts)
    unlined = not tables and not has_numbers(grid)
    if unlined and grid.hidden:
        return Sheet(grid=grid, doubts=(hidden(grid, "laissée de côté : aucun tableau"),))
    if (unlined and is_words(grid, vocabulary)) or (not tables and is_summary(grid, vocabulary)):
        return Sheet(grid=grid, doubts=(apart(grid),))
    error = None if lines else almost_by_month(grid, vocabulary)
    if error := error or (None if tables else unknown_sheet(grid, vocabulary)):
        return Sheet(grid=grid, errors=(error,), controls=find_control(grid, vocabulary, error))
    return Sheet(
        grid=grid,
        tables=tuple(tables),
        controls=controls,
        errors=tuple(mistake for table in tables for mistake in _wrong(table, tables, vocabulary)),
        doubts=(
            *hiding(grid, vocabulary),
            *unknown_titles(tables, vocabulary),
            *bearing_lists(controls, vocabulary),
            *untold,
        ),
        price=next(filter(None, (price_column(table, vocabulary) for table in tables)), ""),
    )


def _sideways(grid: Grid, vocabulary: Vocabulary) -> Sheet | None:
    """Return a sheet whose time runs down, turned; None where nothing tells what it counts."""
    if (turned := sideways(grid, vocabulary)) is None:
        return None
    months, doubts = find_months(dated := with_years(turned), vocabulary), hiding(grid, vocabulary)
    if months is not None and holds_words(months):
        return None
    if months is not None and is_of_names(months):
        return Sheet(grid=dated, months=months, doubts=(*doubts, *doubts_of(months, vocabulary)))
    by_day = any(map(days_in, turned.rows[:TOP_ROWS]))
    found = [] if months or by_day else find_timesheets(turned, vocabulary)
    return Sheet(grid=turned, timesheets=tuple(found), doubts=tuple(doubts)) if found else None


def _wrong(table: Table, tables: Sequence[Table], vocabulary: Vocabulary) -> Iterator[BadCell]:
    """Yield what is wrong in the header of a table."""
    yield from mistakes_of(table)
    yield from both_ways(table)
    yield from rates_or_lines(table, vocabulary)
    yield from days_among_fees(table, vocabulary)
    yield from missing_columns(table, vocabulary)
    yield from _quoted(table, tables, vocabulary)
    yield from refused_titles(table, vocabulary)


def _quoted(table: Table, tables: Sequence[Table], vocabulary: Vocabulary) -> Iterator[BadCell]:
    """Yield the title of the numbers of quotes, where no other column nor name says sales.

    The name of a sheet that has invoices, in one of its `tables`, says so of these.
    """
    name, header = table.grid.name, table.grid.rows[table.top]
    named = vocabulary.kind_of(name) or vocabulary.is_income(name)
    billed = any("invoice" in it.columns.fields for it in tables)
    if table.kind != "fees" or "invoice" in table.columns.fields or (named and not billed):
        return
    for column in range(table.left, table.right):
        if QUOTED.fullmatch(folded(title := str(header[column]))):
            yield BadCell(WHAT, table.grid.place(table.top, column), shown=title, fix=FIX)
