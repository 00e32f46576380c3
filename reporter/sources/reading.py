"""A folder → its activity, its texts and what is doubtful; every mistake with its cell, at once.

Knows the order in which files, sheets and tables are read. Never how a cell is.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from itertools import compress
from operator import not_
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reporter.errors import BadCell, BadData, Doubt, Findings, Place
from reporter.model import Activity, Day, Expense, Fee
from reporter.settings.reading import USUAL
from reporter.sources.grids.reading import every_grid
from reporter.sources.lines.accidents.strays import overfull_months
from reporter.sources.lines.cells import calendar_year
from reporter.sources.lines.context import context_of
from reporter.sources.lines.meaning.movements import is_movement
from reporter.sources.lines.naming import respelled, usual_spellings
from reporter.sources.lines.recaps.checking import compared
from reporter.sources.lines.twice import copies, tracked
from reporter.sources.lines.twice.billed import without_invoices
from reporter.sources.lines.verdicts import SheetSummary, revalued, summary
from reporter.sources.lines.worth.mileage import priced
from reporter.sources.lines.worth.mission_rows import read_missions
from reporter.sources.lines.worth.missions import Missions
from reporter.sources.lines.written.orders import with_true_dates
from reporter.sources.sheets.finding import find_sheets
from reporter.sources.sheets.reading import read_sheet, told_in_order
from reporter.sources.tables.sheet_names import months_left_out, words_unsaid
from reporter.sources.tables.vocabulary import Vocabulary
from reporter.sources.texts import texts
from reporter.sources.together import Seen

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from reporter.model import Line, Signed
    from reporter.settings.reading import Rules
    from reporter.sources.grids.reading import Told
    from reporter.sources.lines.context import Context
    from reporter.sources.lines.recaps.checking import Control
    from reporter.sources.lines.verdicts import TableReading
    from reporter.sources.sheets.recognising import Sheet
    from reporter.sources.texts import Text


Found = TypeVar("Found", BadCell, Doubt)


class Reading(NamedTuple):
    """What the files of a folder hold, what is doubtful in it, and the sums of each table."""

    activity: Activity
    doubts: Seen
    texts: Mapping[int, Text]
    sheets: tuple[SheetSummary, ...]


def read(
    folder: Path,
    rules: Rules = USUAL,
    year_of: Callable[[dt.date], int] = calendar_year,
    told: Told | None = None,
) -> Reading:
    """Return what the books of a folder hold.

    Args:
        folder: where data/ stands.
        rules: how the owner wants them read.
        year_of: the number of the financial year of a day; the calendar's where left out.
        told: what hears of each file once it is read.

    Raises:
        BadData: with every mistake of every file.
        BilanError: where there is no book at all.
    """
    with _uncollected():
        return _read(folder, rules, year_of, told)


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


class _Lines(NamedTuple):
    """What is kept of each table, its sums, and the tables of each sheet."""

    tables: list[TableReading]
    summaries: list[SheetSummary]
    sheets: list[tuple[frozenset[int], list[int]]]


def _read(
    folder: Path, rules: Rules, year_of: Callable[[dt.date], int], told: Told | None
) -> Reading:
    findings = Findings()
    owned = dict(texts(folder, rules.limits, findings))
    sheets, order = _sheets(folder, rules, findings, told)
    controls = [control for sheet in sheets for control in sheet.controls]
    good = [sheet for sheet in sheets if not sheet.errors]
    rates, context = _rates(good, context_of(rules, Missions(), year_of))
    missions = context.missions
    sheets.clear()
    found = _lines(good, rates, context, findings)
    each = [table.lines for table in found.tables]
    read, errors, doubts = priced(each, rules.vehicle)
    tables = [it._replace(lines=lines) for it, lines in zip(found.tables, read, strict=True)]
    summaries = found.summaries if read is each else [*revalued(found.summaries, read)]
    if not rules.received:
        tables, summaries, notes = without_invoices(tables, summaries)
        read = [table.lines for table in tables]
        findings.doubts.extend(notes)
    _control(controls, read, year_of, findings)
    findings.errors.extend(errors)
    findings.doubts.extend(doubts)
    if not findings.errors:
        findings.errors.extend(_mistakes_of(read, tables))
    if findings.errors:
        raise BadData(_in_order(findings.errors, order))
    every = [line for lines in read for line in lines]
    activity = _activity(every, missions.signed)
    alone = _in_order(findings.doubts, order)
    return Reading(
        activity=activity,
        doubts=Seen(tuple(alone), tables, found.sheets, missions, activity),
        texts=owned,
        sheets=tuple(summaries),
    )


def _rates(sheets: Sequence[Sheet], context: Context) -> tuple[list[list[TableReading]], Context]:
    """Return what was read of the rates of each sheet, and the context that knows them."""
    found = [
        [read_missions(table, context) for table in sheet.tables if table.kind == "missions"]
        for sheet in sheets
    ]
    missions = Missions(tuple(one for its in found for known, _ in its for one in known))
    return [[reading for _, reading in its] for its in found], context._replace(missions=missions)


def _sheets(
    folder: Path, rules: Rules, findings: Findings, told: Told | None
) -> tuple[list[Sheet], dict[tuple[str, str], int]]:
    """Return the sheets in which tables were found, and the order of all the sheets."""
    vocabulary = Vocabulary(rules.words, untaxed=rules.untaxed, received=rules.received)
    grids = [
        with_true_dates(grid, rules) for grid in every_grid(folder, rules.limits, findings, told)
    ]
    order = {(grid.file, grid.sheet): rank for rank, grid in enumerate(grids)}
    findings.doubts.extend((*months_left_out(order), *words_unsaid(rules.words, grids)))
    sheets = find_sheets(grids, vocabulary)
    for sheet in sheets:
        findings.errors.extend(sheet.errors if all(it.beside for it in sheet.controls) else ())
        findings.doubts.extend(sheet.doubts)
    return sheets, order


def _lines(
    sheets: list[Sheet], rates: list[list[TableReading]], context: Context, findings: Findings
) -> _Lines:
    """Return the lines of each table; a sheet is let go once it is read."""
    found = _Lines([], [], [])
    while sheets:
        sheet = sheets.pop(0)
        readings = list(read_sheet(sheet, rates.pop(0), context))
        found.sheets.extend(told_in_order(sheet, readings, len(found.tables)))
        for kind, reading in readings:
            findings.errors.extend(reading.errors)
            findings.doubts.extend(reading.doubts)
            found.summaries.append(summary(sheet.grid, kind, reading))
            found.tables.append(reading._replace(verdicts={}, left=(), errors=(), doubts=()))
    return found


def _control(
    controls: Sequence[Control],
    read: Sequence[Sequence[Line]],
    year_of: Callable[[dt.date], int],
    findings: Findings,
) -> None:
    """Compare each recap with the lines; it is refused where lines are, since they are missing."""
    lines = [line for lines in read for line in lines] if controls else []
    refused = bool(findings.errors)
    for control in (it for it in controls if not (refused and it.beside)):
        said = control.error if refused else compared(control, lines, year_of)
        if isinstance(said, BadCell):
            findings.errors.append(said)
        else:
            findings.doubts.append(said)


def _mistakes_of(
    read: Sequence[Sequence[Line]], tables: Sequence[TableReading]
) -> Iterator[BadCell]:
    """Yield what the sheets are together that none is alone: copies, months too full."""
    twice = list(copies.mistakes_of(read))
    yield from twice or tracked.mistakes_of(tables)
    yield from overfull_months(line for lines in read for line in lines if isinstance(line, Day))


def _in_order(found: Iterable[Found], order: Mapping[tuple[str, str], int]) -> list[Found]:
    """Return what was found, each thing once, in the order of the books.

    A cell may be read for two fields, and a row be one of two sheets.
    """
    once = {(it.place, it.what, it.shown, it.fix): it for it in found}.values()
    return sorted(once, key=lambda it: _rank(it.place, order))


def _rank(place: Place, order: Mapping[tuple[str, str], int]) -> tuple[str, int, int, int]:
    """Return what sorts places in the order of the books: file, sheet, row, column."""
    return (place.file, order.get((place.file, place.sheet), -1), place.row, place.column)


def _activity(lines: list[Line], signed: list[Signed]) -> Activity:
    days = [line for line in lines if isinstance(line, Day)]
    fees = [line for line in lines if isinstance(line, Fee)]
    expenses = [line for line in lines if isinstance(line, Expense)]
    moved = [is_movement(line) for line in expenses]
    names = (line.client for sales in (days, fees) for line in sales)
    usual = usual_spellings(names, (mission.client for mission in signed))
    people = usual_spellings(line.worker for line in days if line.worker)
    return Activity(
        days=tuple(respelled(respelled(days, people, "worker"), usual)),
        fees=tuple(respelled(fees, usual)),
        expenses=tuple(compress(expenses, map(not_, moved))),
        movements=tuple(compress(expenses, moved)),
        signed=tuple(respelled(signed, usual)),
    )
