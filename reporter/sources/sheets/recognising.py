"""A sheet → its tables, their headers understood; what makes it unreadable, what hides in it.

Knows in which order a sheet is tried: an export, a grid, tables, months, a recap. Never a line.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.french import counted
from reporter.law.vat_rates import EVER
from reporter.sources.advice.lacking import almost_by_month, price_column
from reporter.sources.advice.refusals import (
    days_among_fees,
    missing_columns,
    rates_or_lines,
    unknown_sheet,
)
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.meaning.looks import is_number
from reporter.sources.lines.recaps.blocks import bearing_lists, below_grid, parted
from reporter.sources.lines.recaps.checking import find_control
from reporter.sources.tables.announced import names_apart, refused_titles, unknown_titles
from reporter.sources.tables.completed import completed, with_years
from reporter.sources.tables.header_rows import TOP_ROWS, find_headers
from reporter.sources.tables.layouts import find_tables
from reporter.sources.tables.mistakes import both_ways, mistakes_of
from reporter.sources.tables.month_columns import days_in, find_months
from reporter.sources.tables.month_units import doubts_of, is_of_names
from reporter.sources.tables.sideways import sideways, upright
from reporter.sources.tables.timesheets import find_timesheets
from reporter.sources.tables.told_once import (
    is_called_as_client,
    with_month,
    with_rate,
    with_worker,
)
from reporter.sources.tables.trackers import export_of_one, find_export
from reporter.words.columns import WORDS
from reporter.words.labels import LABELS
from reporter.words.periods import period_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.sources.lines.recaps.checking import Control
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.month_columns import MonthTable
    from reporter.sources.tables.timesheets import Timesheet
    from reporter.sources.tables.trackers import Export
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Field


WHO: frozenset[Field] = frozenset({"client", "supplier", "label"})
WORTH: frozenset[Field] = frozenset({"amount", "gross", "price", "days", "hours", "quantity"})
"""What a line is of, and what says that it is worth something."""
SUMMARY = {"synthese", "recap", "recapitulatif", "resume", "indicateurs", "summary"}
"""Words of the name of a sheet that sums up others."""
PAIR = 2
"""A name and its figure."""
TITLED = 4
"""Words of a title at most."""
FEWEST_MONTHS = 3
"""Months of a row from which a sheet called « Clients » is rather of what each was sold."""


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
    if vocabulary.is_left_alone(grid.name) and not _may_hold_lines(grid, vocabulary):
        return Sheet(grid=grid, doubts=(_apart(grid),)) if _has_numbers(grid) else None
    export = find_export(grid, vocabulary)
    if export is None or "client" not in export.columns:
        export = export_of_one(grid, vocabulary) or export
    if export is not None:
        return Sheet(grid=export.grid, export=export, doubts=tuple(_hiding(grid, vocabulary)))
    if timesheets := find_timesheets(grid, vocabulary):
        return _gridded(grid, vocabulary, timesheets)
    return _tabled(grid, vocabulary)


def _gridded(grid: Grid, vocabulary: Vocabulary, found: Sequence[Timesheet]) -> Sheet:
    """Return a sheet of monthly grids, and the recaps below the last of them."""
    doubts = tuple(_hiding(grid, vocabulary))
    rest, controls = below_grid(grid, vocabulary, found[-1].top)
    if controls:
        found = find_timesheets(rest, vocabulary)
    return Sheet(grid=rest, timesheets=tuple(found), controls=controls, doubts=doubts)


def _tabled(grid: Grid, vocabulary: Vocabulary) -> Sheet:
    """Return a sheet of lines, or of sums, with its tables."""
    grid = with_rate(with_worker(with_month(grid, vocabulary), vocabulary), vocabulary)
    grid, tables, controls = parted(grid, vocabulary)
    if not any(table.is_whole for table in tables):
        grid = completed(grid, vocabulary)
        if is_called_as_client(grid.name, grid):
            vocabulary = vocabulary.with_words({grid.name: LABELS["client"]})
        tables = find_tables(grid, vocabulary)
        if not tables:
            grid, tables = upright(grid, vocabulary)
    lines = any(table.is_whole and table.kind != "missions" for table in tables)
    if not lines and (turned := _sideways(grid, vocabulary)) is not None:
        return turned
    if not lines and (months := find_months(grid := with_years(grid), vocabulary)) is not None:
        doubts = (*_hiding(grid, vocabulary), *doubts_of(months, vocabulary))
        return Sheet(grid=grid, months=months, doubts=doubts)
    hidden = grid.hidden and not tables
    unlined = not tables and not _has_numbers(grid)
    if unlined and hidden:
        return Sheet(grid=grid, doubts=(_hidden(grid, "laissée de côté : aucun tableau"),))
    if (unlined and _is_words(grid, vocabulary)) or (not tables and _is_summary(grid, vocabulary)):
        return Sheet(grid=grid, doubts=(_apart(grid),))
    error = None if lines or hidden else almost_by_month(grid, vocabulary)
    if error := error or (None if tables else unknown_sheet(grid, vocabulary)):
        return Sheet(grid=grid, errors=(error,), controls=find_control(grid, vocabulary, error))
    return Sheet(
        grid=grid,
        tables=tuple(tables),
        controls=controls,
        errors=tuple(mistake for table in tables for mistake in _wrong(table, vocabulary)),
        doubts=(
            *_hiding(grid, vocabulary),
            *unknown_titles(tables, vocabulary),
            *bearing_lists(controls, vocabulary),
        ),
        price=next(filter(None, (price_column(table, vocabulary) for table in tables)), ""),
    )


def _sideways(grid: Grid, vocabulary: Vocabulary) -> Sheet | None:
    """Return a sheet whose time runs down, turned; None where nothing tells what it counts."""
    if (turned := sideways(grid, vocabulary)) is None:
        return None
    months, doubts = find_months(dated := with_years(turned), vocabulary), _hiding(grid, vocabulary)
    if months is not None and is_of_names(months):
        return Sheet(grid=dated, months=months, doubts=(*doubts, *doubts_of(months, vocabulary)))
    by_day = any(map(days_in, turned.rows[:TOP_ROWS]))
    found = [] if months or by_day else find_timesheets(turned, vocabulary)
    return Sheet(grid=turned, timesheets=tuple(found), doubts=tuple(doubts)) if found else None


def _wrong(table: Table, vocabulary: Vocabulary) -> Iterator[BadCell]:
    """Yield what is wrong in the header of a table."""
    yield from mistakes_of(table)
    yield from both_ways(table)
    yield from rates_or_lines(table, vocabulary)
    yield from days_among_fees(table, vocabulary)
    yield from missing_columns(table, vocabulary)
    yield from refused_titles(table, vocabulary)


def _may_hold_lines(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Tell whether a sheet names whom something is of, and what it is worth, or has a grid."""
    months = max(sum(period_of(cell).month is not None for cell in row) for row in grid.rows)
    by_month = months >= FEWEST_MONTHS and vocabulary.word(grid.name)
    grids = find_timesheets(grid, vocabulary) or find_months(grid, vocabulary)
    told = tells_whose(grid, vocabulary)
    return bool(told or by_month or grids or find_export(grid, vocabulary))


def tells_whose(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Tell whether the titles of a sheet name whom something is of, and what it is worth."""
    rows = [grid.rows[header.row] for header in find_headers(grid, vocabulary)]
    fields = {it for row in rows for kind in WORDS for it in vocabulary.columns(row, kind).fields}
    return not (fields.isdisjoint(WHO) or fields.isdisjoint(WORTH))


def _is_words(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Tell whether a sheet of a workbook holds nothing but words: it can change no figure.

    Its name is not one of lines, and no cell is a number, a date, a tick or the name of a month.
    """
    name, cells = grid.name, {cell for row in grid.rows for cell in row if not is_blank(cell)}
    lined = vocabulary.kind_of(name) or vocabulary.is_income(name) or not grid.sheet
    return not lined and all(
        len(cell) > 1 and not is_number(cell) and not _names_month(cell) and "€" not in cell
        for cell in cells
    )


def _names_month(text: str) -> bool:
    """Tell whether a text is the name of a month, or has it among few words: no sentence has."""
    return bool(period_of(text).month) and len(text.split()) <= TITLED


def _is_summary(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Tell whether a sheet that is called as a summary holds figures and their names alone."""
    if not grid.sheet or SUMMARY.isdisjoint(folded(grid.name).split()):
        return False
    rows = [[cell for cell in row if not is_blank(cell)] for row in grid.rows]
    pairs = all(len(row) <= 1 or (len(row) == PAIR and isinstance(row[0], str)) for row in rows)
    return pairs and not vocabulary.kind_of(grid.name)


def _apart(grid: Grid) -> Doubt:
    what = "feuille sans ligne, laissée de côté"
    return Doubt("feuille-a-part", what, grid.whole, grid.name, about=grid.name)


def _has_numbers(grid: Grid) -> bool:
    """Tell whether a sheet holds numbers, other than the rates of VAT of a list to choose from."""
    cells = {cell for row in grid.rows for cell in row if not isinstance(cell, str)}
    values = [cell for cell in cells if not is_blank(cell)]
    rates = all(isinstance(it, float) and Decimal(str(it)) in EVER for it in values)
    return not rates or (bool(values) and not any(values))


def _hidden(grid: Grid, what: str) -> Doubt:
    fix = "l’afficher, ou la supprimer"
    what = f"feuille cachée, {what}"
    return Doubt(code="feuille-cachee", what=what, place=grid.whole, fix=fix, about=grid.name)


def _hiding(grid: Grid, vocabulary: Vocabulary) -> Iterator[Doubt]:
    yield from names_apart(grid, vocabulary)
    if grid.hidden:
        yield _hidden(grid, "lue comme les autres")
    rows = sorted(row for row in grid.marks.hidden if row < len(grid.rows) and any(grid.rows[row]))
    if rows:
        what, fix = "lignes cachées ou filtrées, lues comme les autres", "les afficher"
        shown, place = counted(len(rows), "ligne", "lignes"), grid.place(rows[0])
        yield Doubt("lignes-cachees", what, place, shown, fix, about=grid.name)
