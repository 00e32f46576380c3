"""The rows of a table → lines of the activity, each row with its verdict.

Knows the way of a row: set aside, filled from above, forgiven or refused, completed, checked
against the sums. Each step gives a value to the next. Never how cells are read.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import BadCell, Doubt
from reporter.model import ZERO
from reporter.sources.lines.accidents.drawn_numbers import drawn_numbers
from reporter.sources.lines.accidents.strays import (
    backwards,
    other_periods,
    strays,
)
from reporter.sources.lines.cells import Problem, read_cells
from reporter.sources.lines.invoices.listing import is_list, listed
from reporter.sources.lines.meaning.bearings import unknown_statuses
from reporter.sources.lines.meaning.meanings import meanings
from reporter.sources.lines.meaning.movements import says_movement
from reporter.sources.lines.meaning.remarks import remarks
from reporter.sources.lines.meaning.signs import struck
from reporter.sources.lines.owners import owners
from reporter.sources.lines.rows.aside import set_aside, worded_ranks
from reporter.sources.lines.rows.blanks import bare_ranks, fill_down, subtotal_ranks
from reporter.sources.lines.rows.lacking import forgiven, missing
from reporter.sources.lines.sums.checking import checked
from reporter.sources.lines.verdicts import Aside, TableReading, Verdict
from reporter.sources.lines.worth import disposals, mileage
from reporter.sources.lines.worth.completing import complete
from reporter.sources.lines.worth.hours import doubtful_hours, unsaid_units
from reporter.sources.lines.worth.prices import many_fees
from reporter.words.bearing import takes_back

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from reporter.model import Line
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.context import Context
    from reporter.sources.lines.sums.ledger import Ledger
    from reporter.sources.tables.layouts import Table


FEWEST_BELOW = 2


def read_lines(table: Table, ledger: Ledger, context: Context) -> TableReading:
    """Return the lines of a table, what became of its rows, and what is wrong or doubtful."""
    found = understood(table, context)
    cells, aside = found.cells, found.aside
    completed, odd = complete(cells, found.whole, context.missions, context.hours_of)
    problems = {**found.problems, **{n: [cells.mistake(n, it)] for n, it in odd.items()}}
    driven = mileage.driven(cells, completed, context.vehicle)
    lines = driven.lines
    refused, wrong, sums = checked(found, lines, problems, ledger)
    ranks = lines.keys() | problems.keys() if problems else lines.keys()
    left, odd_columns, doubtful_columns = owners(cells, ranks, lines)
    remarked = remarks(cells, lines, left, (*found.doubts, *doubtful_columns))
    return TableReading(
        lines=[line for rank, line in lines.items() if rank not in refused],
        verdicts=_verdicts(found, lines, refused),
        left=left,
        is_dated="paid" in table.columns.fields,
        errors=(
            *unsaid_units(table, lines.values(), context),
            *odd_columns,
            *wrong,
            *_reversed(cells, lines),
            *driven.mistakes,
            *backwards(cells, lines),
            *unknown_statuses(cells, context.statuses, ranks, listed=is_list(table)),
        ),
        doubts=(
            *(it.doubt for it in aside.values() if it.doubt is not None),
            *found.doubts,
            *doubtful_hours(cells, lines, context),
            *doubtful_columns,
            *remarked,
            *sums,
            *driven.doubts,
            *disposals.odd_prices(cells, lines),
            *strays(table.period, lines.values(), context),
            *other_periods(cells, lines, context),
        ),
    )


def _verdicts(
    found: Understood, lines: Container[int], refused: Container[int]
) -> dict[int, Verdict]:
    """Return what became of each row of a table."""
    verdicts = {found.cells.table.top: Verdict.HEADER}
    for rank, row in enumerate(found.cells.rows):
        if rank in refused:
            verdicts[row] = Verdict.REFUSED
        elif rank in lines:
            verdicts[row] = Verdict.LINE
        elif (verdict := found.aside[rank].verdict) is not None:
            verdicts[row] = verdict
    return verdicts


def _reversed(cells: Cells, lines: Mapping[int, Line]) -> list[BadCell]:
    """Return the mistake of a table whose amounts are mostly below zero: a sign that all bear."""
    below = [rank for rank, it in lines.items() if it.amount < ZERO and not takes_back(*it.texts)]
    if len(below) < FEWEST_BELOW or 2 * len(below) <= len(lines):
        return []
    what = "montants presque tous négatifs"
    fix = "écrire ventes et dépenses sans signe moins, et les avoirs seuls avec un signe moins"
    shown = f"{len(below)} sur {len(lines)}"
    return [BadCell(what, cells.place(below[0], "amount"), shown=shown, fix=fix)]


class Understood(NamedTuple):
    """The rows of a table before any is completed.

    Attributes:
        aside: the rows that are no lines, by rank.
        problems: what is wrong with the others, by rank.
        doubts: what is doubtful in those that are kept.
        sums: the ranks of rows that may be sums, for their words or for what they leave out.
        bare: those that say fewer words than the others do.
        called: the last row, where it is called as a sum and no more, or alone has no name.
    """

    cells: Cells
    aside: Mapping[int, Aside]
    problems: Mapping[int, list[BadCell]]
    doubts: Sequence[Doubt]
    sums: frozenset[int]
    called: frozenset[int]
    bare: frozenset[int]

    @property
    def whole(self) -> list[int]:
        """Return the ranks of the rows that are lines, with nothing wrong in their cells."""
        none = self.aside.keys() | self.problems.keys()
        return [rank for rank in range(len(self.cells.rows)) if rank not in none]


def understood(table: Table, context: Context) -> Understood:
    """Return the rows of a table, each cell read and each word understood.

    What is called as a sum is known before a list says again what it says of a number; what is no
    line is set aside before any cell is taken from above; words are heard last, of whole rows.
    """
    cells = read_cells(table, context.year_of)
    worded = worded_ranks(cells)
    cells, out, told, wrong = listed(cells, context.statuses)
    aside = {**set_aside(cells, worded), **out}
    bare = subtotal_ranks(cells)
    cells, taken, nameless, unnamed = fill_down(cells, aside)
    heard = (*meanings(cells, context.statuses), *many_fees(cells))
    said = [found for found in heard if found[0] not in aside]
    aside |= {rank: meaning for rank, meaning in said if isinstance(meaning, Aside)}
    unvalued, forgotten = forgiven(cells, aside)
    sums = (cells.place(rank) for rank, it in aside.items() if it.verdict is Verdict.TOTAL)
    totals = set(map(cells.line_of, sums))
    problems: defaultdict[int, list[BadCell]] = defaultdict(list)
    for rank, mistakes in cells.mistakes.items():
        problems[rank] += mistakes
    for rank, it in (*wrong, *said, *unvalued.items(), *_struck(cells), *missing(cells, aside)):
        if isinstance(it, Problem | BadCell):
            problems[rank].append(it if isinstance(it, BadCell) else cells.mistake(rank, it))
    return Understood(
        cells=cells,
        aside=aside,
        problems={rank: its for rank, its in problems.items() if rank not in aside},
        doubts=[
            *(it for it in told if cells.line_of(it.place) not in totals),
            *taken,
            *drawn_numbers(cells, aside),
            *(it for _, it in said if isinstance(it, Doubt)),
            *forgotten,
        ],
        sums=frozenset(nameless | (worded - _moved(cells, worded))) - aside.keys(),
        called=frozenset(unnamed | bare_ranks(cells, worded & {len(cells.rows) - 1}, "category"))
        - aside.keys(),
        bare=bare - aside.keys(),
    )


def _moved(cells: Cells, worded: Iterable[int]) -> frozenset[int]:
    """Return the rows that are of no result, sums or not: « TVA mai », paid to the State."""
    said = cells.of("label")
    return frozenset(rank for rank in worded if says_movement(str(said[rank] or "")))


def _struck(cells: Cells) -> Iterator[tuple[int, BadCell]]:
    """Yield the rows that are struck through: their owner may have meant to leave them out."""
    grid, columns = cells.table.grid, cells.table.columns.fields.values()
    for rank, row in enumerate(cells.rows) if grid.marks.struck else ():
        if crossed := struck(grid, row, columns):
            yield rank, crossed
