"""A folder → its activity, its texts and what is doubtful; every mistake with its cell, at once.

Knows the order in which files, sheets and tables are read. Never how a cell is.
"""

from __future__ import annotations

import gc
import re
from contextlib import contextmanager
from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING

from reporter.errors import BadCell, BadData, Doubt, Place
from reporter.french import counted
from reporter.model import Activity, Day, Expense, Fee, Text
from reporter.settings.reading import USUAL
from reporter.sources.findings import Findings
from reporter.sources.grids.cells import is_blank
from reporter.sources.grids.files import sources
from reporter.sources.grids.grid import read_workbook
from reporter.sources.lines import copies
from reporter.sources.lines.clients import respelled, usual_spellings
from reporter.sources.lines.lines import Context, read_lines
from reporter.sources.lines.missions import Missions
from reporter.sources.lines.movements import doubts_of, is_movement
from reporter.sources.lines.summaries import SheetSummary, summary, unknown_columns
from reporter.sources.lines.timesheets.reading import read_timesheet
from reporter.sources.lines.totals import Ledger
from reporter.sources.tables.headers import Vocabulary
from reporter.sources.tables.layouts import find_tables, mistakes_of, unknown_sheet
from reporter.sources.tables.timesheets import find_timesheets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from reporter.model import Line
    from reporter.settings.reading import Limits, Rules
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.timesheets import Timesheet

    Told = Callable[[str, float], None]
    """What hears the name of each file once it is read, and how many seconds it took."""

CELL = re.compile(r"([A-Z]+)(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the files of a folder hold, what is doubtful in them, and the sums of each table."""

    activity: Activity
    doubts: tuple[Doubt, ...]
    texts: Mapping[int, Text]
    sheets: tuple[SheetSummary, ...]


def read(folder: Path, rules: Rules = USUAL, told: Told | None = None) -> Reading:
    """Return what the books of a folder hold.

    Raises:
        BadData: with every mistake of every file.
        BilanError: where there is no book at all.
    """
    with _uncollected():
        return _read(folder, rules, told)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector still while lines that all stay are made, then as it was."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _read(folder: Path, rules: Rules, told: Told | None) -> Reading:
    findings = Findings()
    vocabulary = Vocabulary(rules.words)
    texts = dict(_texts(folder, findings))
    grids = list(_grids(folder, rules.limits, findings, told))
    missions = Missions()
    found = []
    for grid in grids:
        tables, timesheets = _tables(grid, vocabulary, findings)
        for table in tables:
            if table.kind == "missions":
                missions.add(table, findings)
        found.append((tables, timesheets))
    order = {(grid.file, grid.sheet): rank for rank, grid in enumerate(grids)}
    grids.clear()
    context = Context(hours=rules.hours, missions=missions, findings=findings)
    read: list[list[Line]] = []
    summaries: list[SheetSummary] = []
    while found:
        tables, timesheets = found.pop(0)
        _read_tables(tables, timesheets, context, read, summaries)
    if not findings.errors:
        findings.errors.extend(copies.mistakes_of(read))
    if findings.errors:
        raise BadData(sorted(findings.errors, key=lambda bad: _rank(bad.place, order)))
    activity = _activity([line for lines in read for line in lines])
    doubts = [*findings.doubts, *doubts_of([*activity.expenses, *activity.movements])]
    doubts = sorted(doubts, key=lambda doubt: _rank(doubt.place, order))
    return Reading(activity=activity, doubts=tuple(doubts), texts=texts, sheets=tuple(summaries))


def _rank(place: Place, order: Mapping[tuple[str, str], int]) -> tuple[str, int, int, int, str]:
    """Return what sorts places in the order of the books: file, sheet, row, column."""
    found = CELL.fullmatch(place.cell)
    letters, row = (found[1], int(found[2])) if found else ("", 0)
    sheet = order.get((place.file, place.sheet), -1)
    return (place.file, sheet, row, len(letters), letters)


def _texts(folder: Path, findings: Findings) -> Iterator[tuple[int, Text]]:
    for path in sorted((folder / "data").glob("*.md")):
        if path.stem.isdecimal():
            place = Place(path.relative_to(folder).as_posix())
            try:
                yield (
                    int(path.stem),
                    Text(content=path.read_text(encoding="utf-8-sig"), place=place),
                )
            except (OSError, ValueError) as error:
                fix = "l’enregistrer en UTF-8"
                findings.errors.append(BadCell("texte illisible", place, shown=str(error), fix=fix))


def _grids(folder: Path, limits: Limits, findings: Findings, told: Told | None) -> Iterator[Grid]:
    """Yield every sheet of every file; a file that cannot be read is a mistake."""
    for source in sources(folder, limits, findings):
        began = perf_counter()
        try:
            if source.is_workbook:
                yield from read_workbook(source.path, source.name, limits)
            else:
                from reporter.sources.grids.csv_files import read_csv

                yield read_csv(source.path, source.name, limits)
        except BadCell as error:
            findings.errors.append(error)
        if told:
            told(source.name, perf_counter() - began)


def _tables(
    grid: Grid, vocabulary: Vocabulary, findings: Findings
) -> tuple[list[Table], list[Timesheet]]:
    """Return the tables and timesheets of a sheet that can be read; say what hides or is amiss."""
    if not any(any(not is_blank(cell) for cell in row) for row in grid.rows if any(row)):
        return [], []
    if vocabulary.is_left_alone(grid.name):
        return [], []
    _say_hidden(grid, findings)
    timesheets = find_timesheets(grid, vocabulary)
    tables = [] if timesheets else find_tables(grid, vocabulary)
    if not tables and not timesheets and not grid.hidden:
        findings.errors.append(unknown_sheet(grid, vocabulary))
    good = []
    for table in tables:
        mistakes = list(mistakes_of(table))
        findings.errors.extend(mistakes)
        if not mistakes:
            good.append(table)
    return good, timesheets


def _say_hidden(grid: Grid, findings: Findings) -> None:
    if grid.hidden:
        what, fix = "feuille cachée, lue comme les autres", "l’afficher, ou la supprimer"
        doubt = Doubt(code="feuille-cachee", what=what, place=grid.whole, fix=fix, about=grid.name)
        findings.doubts.append(doubt)
    rows = sorted(row for row in grid.hidden_rows if row < len(grid.rows) and any(grid.rows[row]))
    if rows:
        what, fix = "lignes cachées ou filtrées, lues comme les autres", "les afficher"
        shown = counted(len(rows), "ligne", "lignes")
        place = grid.place(rows[0])
        findings.doubts.append(
            Doubt(
                code="lignes-cachees", what=what, place=place, shown=shown, fix=fix, about=grid.name
            )
        )


def _read_tables(
    tables: list[Table],
    timesheets: list[Timesheet],
    context: Context,
    read: list[list[Line]],
    summaries: list[SheetSummary],
) -> None:
    """Add the lines of the tables of a sheet, and what they amount to."""
    ledgers: dict[str, Ledger] = {}
    for table in tables:
        if table.kind != "missions":
            ledger = ledgers.setdefault(table.kind, Ledger())
            found: list[Line] = read_lines(table, ledger, context)
            left = unknown_columns(table.grid, table.top, table.columns.unknown)
            summaries.append(summary(table.grid, table.kind, found, left))
            read.append(found)
    for timesheet in timesheets:
        days = read_timesheet(timesheet, context)
        left = unknown_columns(timesheet.grid, timesheet.top, timesheet.unknown)
        summaries.append(summary(timesheet.grid, "days", days, left))
        read.append([*days])


def _activity(lines: list[Line]) -> Activity:
    days = [line for line in lines if isinstance(line, Day)]
    fees = [line for line in lines if isinstance(line, Fee)]
    expenses = [line for line in lines if isinstance(line, Expense)]
    usual = usual_spellings(line.client for sales in (days, fees) for line in sales)
    return Activity(
        days=tuple(respelled(days, usual)),
        fees=tuple(respelled(fees, usual)),
        expenses=tuple(line for line in expenses if not is_movement(line)),
        movements=tuple(line for line in expenses if is_movement(line)),
    )
