"""The export of a time tracker → billed days, and what became of each of its rows.

Knows the order of the work: how the export writes, its rows, its days, its sums. Never how a row is
read.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from reporter import numerals
from reporter.errors import BadCell, Doubt
from reporter.french import counted
from reporter.grouping import gathered
from reporter.sources.grids.cells import Broken, is_blank
from reporter.sources.lines.meaning.looks import look_of
from reporter.sources.lines.owners import unread, untitled
from reporter.sources.lines.rows.outside import ASTRAY, ASTRAY_FIX
from reporter.sources.lines.trackers import together
from reporter.sources.lines.trackers.clocks import MOMENTS, clock_of
from reporter.sources.lines.trackers.doubts import doubts_of, in_hours, said_of_left
from reporter.sources.lines.trackers.entries import Entry, Left, read_entry
from reporter.sources.lines.trackers.rates import days_of
from reporter.sources.lines.trackers.rows import LENGTHS, Row, Wrong
from reporter.sources.lines.twice.tracked import Tracked
from reporter.sources.lines.verdicts import LeftColumn, TableReading, Verdict
from reporter.sources.lines.worth.hours import no_hours
from reporter.sources.tables.titles import called
from reporter.words.sums import is_bare, says_sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reporter.sources.lines.context import Context
    from reporter.sources.lines.trackers.rows import Clock
    from reporter.sources.tables.trackers import Export

CLOSE = Fraction(1, 60)
"""Hours by which a total may differ from its sum: each entry was rounded."""


class _Rows(NamedTuple):
    """The rows of an export by what they are."""

    entries: list[Entry]
    left: dict[int, Left]
    problems: dict[int, Wrong]


def read_export(export: Export, context: Context) -> TableReading:
    """Return the days of an export, and what became of each row."""
    rows = [
        number
        for number in range(export.top + 1, len(export.grid.rows))
        if not all(map(is_blank, export.grid.rows[number]))
    ]
    clock = clock_of(export, rows)
    if isinstance(clock, BadCell):
        return TableReading(errors=(clock,))
    found = _sorted([Row(export, number, clock) for number in rows], context)
    found.problems.update(_above(export, clock))
    worked = [entry.row for entry in found.entries]
    names = {entry.client for entry in found.entries}
    _, unknown = unread(export.grid, export.top, export.unknown, worked, names)
    unknown_day = any(context.hours_of(entry.client) is None for entry in found.entries)
    errors = [
        *_untitled(export, rows),
        *_grouped(export, found.problems),
        *([no_hours(export.place(export.top, *LENGTHS, "end", "end_time"))] if unknown_day else ()),
        *together.mistakes_of(export, found.entries),
    ]
    return TableReading(
        lines=[] if errors else list(days_of(found.entries, export, context.hours_of)),
        verdicts=_verdicts(export, found),
        left=tuple(
            LeftColumn(export.title(n), export.grid.place(export.top, n)) for n in export.left
        ),
        errors=tuple(errors),
        doubts=(
            *said_of_left(export, found.left, found.entries),
            *together.doubts_of(export, found.entries, context.year_of),
            *doubts_of(export, found.entries),
            *_nothing_counts(export, found),
            *unknown,
        ),
        tracked=Tracked(
            export.tracker.name,
            {entry.name: export.place(entry.row, *MOMENTS) for entry in found.entries},
        ),
    )


def _sorted(rows: Sequence[Row], context: Context) -> _Rows:
    """Return what each row is; a total is checked against all the rows above."""
    found = _Rows([], {}, {})
    for row in rows:
        try:
            one = _meant(row, found, context)
        except Wrong as wrong:
            found.problems[row.number] = wrong
            continue
        if isinstance(one, Entry):
            found.entries.append(one)
        else:
            found.left[row.number] = one
    return found


def _meant(row: Row, above: _Rows, context: Context) -> Entry | Left:
    """Return what a row is, where nothing is wrong with it."""
    rows = row.export.grid.rows
    if list(rows[row.number]) == list(rows[row.export.top]):
        return Left(Verdict.HEADER)
    if _is_total(row):
        _check(row, above)
        return Left(Verdict.TOTAL)
    return read_entry(row, context)


def _above(export: Export, clock: Clock) -> Iterator[tuple[int, Wrong]]:
    """Yield the mistake of each row above the header that has the day and the hours of an entry."""
    for row in (Row(export, number, clock) for number in range(export.top)):
        days = [row.cell(name) for name in MOMENTS if row.has(name)]
        ends = [row.cell(name) for name in (*LENGTHS, "end", "end_time") if row.has(name)]
        if not (all(map(_is_word, days)) or all(map(_is_word, ends))):
            yield row.number, Wrong(MOMENTS, ASTRAY, fix=ASTRAY_FIX)


def _is_total(row: Row) -> bool:
    """Tell whether a row is the sum of others: it has no hour of its own, and says total.

    One that has no day, and no word at all, is a sum as well. One of a day whose name only begins
    as that of a sum is the work done for that client.
    """
    if row.has("start") or row.has("start_time"):
        return False
    cells = [cell for cell in row.export.grid.rows[row.number] if not is_blank(cell)]
    if says_sum(cells[0]):
        return is_bare(cells[0]) or not row.has("date")
    return not row.has("date") and not any(_is_word(cell) for cell in cells)


def _is_word(cell: object) -> bool:
    """Tell whether a cell is a text that writes no number, nor a length of time."""
    return isinstance(cell, str) and not numerals.begins(cell)


def _check(row: Row, found: _Rows) -> None:
    """Refuse a total that is not the sum of the rows above."""
    column = next((name for name in LENGTHS if row.has(name)), None)
    if column is None or found.problems or isinstance(row.cell(column), Broken):
        return
    counts = sum((entry.hours for entry in found.entries), Fraction(0))
    others = sum((one.hours for one in found.left.values()), Fraction(0))
    near = CLOSE * (len(found.entries) + len(found.left))
    total = row.hours(column)
    if all(abs(total - known) > near for known in (counts, counts + others)):
        fix = f"la somme est {in_hours(counts + others)} : exporter de nouveau, ou effacer le total"
        raise Wrong((column,), "total différent de la somme", in_hours(total), fix)


def _untitled(export: Export, rows: Sequence[int]) -> Iterator[BadCell]:
    """Yield the first cell of each column that has no title and holds more than words."""
    grid = export.grid
    for column in (n for n, cell in enumerate(grid.rows[export.top]) if is_blank(cell)):
        found = {row: cell for row in rows if not is_blank(cell := grid.rows[row][column])}
        if look_of(list(found.values())) in ("numbers", "yes or no"):
            yield untitled(grid, min(found), column)


def _grouped(export: Export, problems: Mapping[int, Wrong]) -> Iterator[BadCell]:
    """Yield each mistake once, at its first row, with how many more rows have it."""
    said_of = (((it.at, it.what, it.shown, it.fix), row) for row, it in problems.items())
    for (at, what, said, fix), its in gathered(said_of).items():
        more = f" (et {counted(len(its) - 1, 'autre ligne', 'autres lignes')})" if its[1:] else ""
        yield BadCell(what, export.place(its[0], *at), shown=f"{said}{more}".strip(), fix=fix)


def _verdicts(export: Export, found: _Rows) -> dict[int, Verdict]:
    above = (row for row in range(export.top) if not all(map(is_blank, export.grid.rows[row])))
    return {
        **dict.fromkeys(above, Verdict.TITLE),
        export.top: Verdict.HEADER,
        **{entry.row: Verdict.LINE for entry in found.entries},
        **{row: one.verdict for row, one in found.left.items()},
        **dict.fromkeys(found.problems, Verdict.REFUSED),
    }


def _nothing_counts(export: Export, found: _Rows) -> Iterator[Doubt]:
    """Yield the doubt of an export of which no row is billable: some trackers say so by default."""
    unbilled = [row for row, one in found.left.items() if one.verdict is Verdict.UNBILLED]
    if found.entries or found.problems or not unbilled:
        return
    title = export.title("billable") if "billable" in export.columns else "Billable"
    yield Doubt(
        code="rien-de-facturable",
        what="aucune saisie de cet export n’est facturable : rien n’y compte",
        place=export.place(unbilled[0], "billable"),
        shown=counted(len(unbilled), "saisie", "saisies"),
        fix=f"si tout l’est, écrire dans bilan.toml : {called(title)}",
        about=export.grid.name,
    )
