"""The export of a time tracker → billed days, and what became of each of its rows.

Knows the order of the work: how the export writes dates and lengths, its rows, its days, its sums.
Never how a row is read.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from reporter import numerals
from reporter.errors import BadCell, Doubt
from reporter.french import counted
from reporter.sources.grids.american import KEY
from reporter.sources.grids.cells import Broken, is_blank
from reporter.sources.lines.prices import no_hours
from reporter.sources.lines.tracked import Tracked
from reporter.sources.lines.trackers.days import days_of
from reporter.sources.lines.trackers.doubts import doubts_of, in_hours, said_of_left
from reporter.sources.lines.trackers.entries import Entry, Left, read_entry
from reporter.sources.lines.trackers.lengths import plain, unit_of, unit_said
from reporter.sources.lines.trackers.moments import order_of, slashed
from reporter.sources.lines.trackers.rows import LENGTHS, Clock, Problem, Row, Wrong
from reporter.sources.lines.verdicts import LeftColumn, TableReading, Verdict
from reporter.sources.tables.words import is_bare, says_sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reporter.errors import Place
    from reporter.sources.lines.context import Context
    from reporter.sources.lines.trackers.lengths import Unit
    from reporter.sources.tables.trackers import Column, Export

MOMENTS: tuple[Column, ...] = ("date", "start", "end")
MOST_HOURS = 24
CLOSE = Fraction(1, 60)
"""Hours by which a total may differ from its sum: each entry was rounded."""


class _Rows(NamedTuple):
    """The rows of an export by what they are."""

    entries: list[Entry]
    left: dict[int, Left]
    problems: dict[int, Problem]


def read_export(export: Export, context: Context) -> TableReading:
    """Return the days of an export, and what became of each row."""
    rows = [
        number
        for number in range(export.top + 1, len(export.grid.rows))
        if not all(map(is_blank, export.grid.rows[number]))
    ]
    clock = _clock(export, rows)
    if isinstance(clock, BadCell):
        return TableReading(errors=(clock,))
    found = _sorted([Row(export, number, clock) for number in rows], context)
    errors = [*_grouped(export, found.problems), *_lengths_of_a_day(export, found.entries, context)]
    return TableReading(
        lines=[] if errors else list(days_of(found.entries, export, context.hours_of)),
        verdicts=_verdicts(export, found),
        left=_left_columns(export),
        errors=tuple(errors),
        doubts=(
            *said_of_left(export, found.left),
            *doubts_of(export, found.entries, context.year_of),
            *_nothing_counts(export, found),
        ),
        tracked=Tracked(export.tracker.name, _places(export, found.entries)),
    )


def _places(export: Export, entries: Sequence[Entry]) -> dict[tuple[object, ...], Place]:
    return {entry.name: export.place(entry.row, *MOMENTS) for entry in entries}


def _clock(export: Export, rows: Sequence[int]) -> Clock | BadCell:
    """Return how an export writes dates and lengths of time, or what nothing tells of it."""
    order = order_of(_cells(export, rows, MOMENTS))
    if order in ("either", "neither"):
        return _undecided(export, rows, contradictory=order == "neither")
    clock = Clock(order)
    unit = _unit(export, [Row(export, number, clock) for number in rows])
    return unit if isinstance(unit, BadCell) else Clock(order, unit)


def _cells(export: Export, rows: Sequence[int], columns: Sequence[Column]) -> Iterator[object]:
    for name in columns:
        if name in export.columns:
            yield from (export.grid.rows[row][export.columns[name]] for row in rows)


def _undecided(export: Export, rows: Sequence[int], *, contradictory: bool) -> BadCell:
    """Return the mistake of dates of which nothing tells the day from the month."""
    row, column = next(
        (row, name)
        for row in rows
        for name in MOMENTS
        if name in export.columns and slashed(export.grid.rows[row][export.columns[name]])
    )
    what = "des jours et des mois en deux ordres" if contradictory else "quel jour est-ce ?"
    shown = str(export.grid.rows[row][export.columns[column]]).strip()
    if not contradictory:
        shown += " : jour/mois, ou mois/jour ? aucune date de l’export ne le dit"
    file = export.grid.file.rpartition("/")[2]
    fix = f"choisir le format AAAA-MM-JJ dans {export.source}, et exporter de nouveau"
    if not contradictory:
        fix += f' ; si le mois précède le jour, [lecture] {KEY} = ["{file}"]'
    return BadCell(what, export.place(row, column), shown=shown, fix=fix)


def _unit(export: Export, rows: Sequence[Row]) -> Unit | BadCell:
    """Return the unit of the lengths that an export writes as plain numbers."""
    numbers = [(row, number) for row in rows if (number := plain(row.cell("duration"))) is not None]
    if "duration" not in export.columns or not numbers:
        return "hours"
    if (said := unit_said(export.title("duration"))) is not None:
        return said
    pairs = [(number, whole) for row, number in numbers if (whole := _between(row)) is not None]
    if (found := unit_of(pairs)) is not None:
        return found
    if not pairs and max(number for _, number in numbers) <= MOST_HOURS and export.tracker.name:
        return "hours"
    row, number = numbers[0]
    fix = "écrire l’unité dans le titre de la colonne : « Durée (h) », « (min) » ou « (s) »"
    what = "des heures, des minutes ou des secondes ?"
    return BadCell(what, export.place(row.number, "duration"), shown=str(number), fix=fix)


def _between(row: Row) -> Fraction | None:
    try:
        return row.between
    except Wrong:
        return None


def _sorted(rows: Sequence[Row], context: Context) -> _Rows:
    """Return what each row is; a total is checked against all the rows above."""
    found = _Rows([], {}, {})
    for row in rows:
        if row.is_the_header():
            found.left[row.number] = Left(Verdict.HEADER)
        elif _is_total(row):
            wrong = _checked(row, found)
            if wrong is None:
                found.left[row.number] = Left(Verdict.TOTAL)
            else:
                found.problems[row.number] = wrong
        elif isinstance(one := read_entry(row, context), Entry):
            found.entries.append(one)
        elif isinstance(one, Left):
            found.left[row.number] = one
        else:
            found.problems[row.number] = one
    return found


def _is_total(row: Row) -> bool:
    """Tell whether a row is the sum of others: it has no hour of its own, and says total.

    One that has no day, and no word at all, is a sum as well. One of a day whose name only begins
    as that of a sum is the work done for that client.
    """
    if row.has("start") or row.has("start_time"):
        return False
    cells = [cell for cell in row.export.grid.rows[row.number] if not is_blank(cell)]
    if isinstance(cells[0], str) and says_sum(cells[0]):
        return is_bare(cells[0]) or not row.has("date")
    return not row.has("date") and not any(_is_word(cell) for cell in cells)


def _is_word(cell: object) -> bool:
    """Tell whether a cell is a text that writes no number, nor a length of time."""
    return isinstance(cell, str) and not numerals.begins(cell)


def _checked(row: Row, found: _Rows) -> Problem | None:
    """Return what is wrong with a total that is not the sum of the rows above."""
    column = next((name for name in LENGTHS if row.has(name)), None)
    if column is None or found.problems or isinstance(row.cell(column), Broken):
        return None
    counts = sum((entry.hours for entry in found.entries), Fraction(0))
    others = sum((one.hours for one in found.left.values()), Fraction(0))
    near = CLOSE * (len(found.entries) + len(found.left))
    try:
        total = row.hours(column)
    except Wrong as wrong:
        return wrong.problem
    if any(abs(total - known) <= near for known in (counts, counts + others)):
        return None
    fix = f"la somme est {in_hours(counts + others)} : exporter de nouveau, ou effacer le total"
    return Problem((column,), "total différent de la somme", in_hours(total), fix)


def _grouped(export: Export, problems: Mapping[int, Problem]) -> Iterator[BadCell]:
    """Yield each mistake once, at its first row, with how many more rows have it."""
    rows: defaultdict[Problem, list[int]] = defaultdict(list)
    for row, problem in problems.items():
        rows[problem].append(row)
    for problem, its in rows.items():
        shown = problem.shown
        if len(its) > 1:
            more = counted(len(its) - 1, "autre ligne", "autres lignes")
            shown = f"{shown} (et {more})".strip()
        place = export.place(its[0], *problem.at)
        yield BadCell(problem.what, place, shown=shown, fix=problem.fix)


def _lengths_of_a_day(
    export: Export, entries: Sequence[Entry], context: Context
) -> Iterator[BadCell]:
    """Yield the mistake of hours that nothing turns into days."""
    if any(context.hours_of(entry.client) is None for entry in entries):
        yield no_hours(export.place(export.top, *LENGTHS, "end", "end_time"))


def _verdicts(export: Export, found: _Rows) -> dict[int, Verdict]:
    above = (row for row in range(export.top) if not all(map(is_blank, export.grid.rows[row])))
    return {
        **dict.fromkeys(above, Verdict.TITLE),
        export.top: Verdict.HEADER,
        **{entry.row: Verdict.LINE for entry in found.entries},
        **{row: one.verdict for row, one in found.left.items()},
        **dict.fromkeys(found.problems, Verdict.REFUSED),
    }


def _left_columns(export: Export) -> tuple[LeftColumn, ...]:
    header = export.grid.rows[export.top]
    return tuple(
        LeftColumn(str(header[n]).strip(), export.grid.place(export.top, n)) for n in export.left
    )


def _nothing_counts(export: Export, found: _Rows) -> Iterator[Doubt]:
    """Yield the doubt of an export of which no row is billable: some trackers say so by default."""
    unbilled = [row for row, one in found.left.items() if one.verdict is Verdict.UNBILLED]
    if found.entries or found.problems or not unbilled:
        return
    place: Place = export.place(unbilled[0], "billable")
    yield Doubt(
        code="rien-de-facturable",
        what="aucune saisie de cet export n’est facturable : rien n’y compte",
        place=place,
        shown=counted(len(unbilled), "saisie", "saisies"),
        fix=f'si tout l’est, écrire dans bilan.toml : [colonnes] "{_billable(export)}" = ""',
        about=export.grid.name,
    )


def _billable(export: Export) -> str:
    return export.title("billable") if "billable" in export.columns else "Billable"
