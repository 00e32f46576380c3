"""The rows of a table, each cell read and each word understood, before any is completed.

Knows the order in which a row is read: set aside, filled from above, forgiven or refused. Never how
cells are read, nor what completes a line.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import BadCell, Doubt
from reporter.sources.lines.cells import Problem, read_cells
from reporter.sources.lines.invoices.listing import listed
from reporter.sources.lines.meaning.meanings import meanings
from reporter.sources.lines.rows.aside import set_aside, worded_ranks
from reporter.sources.lines.rows.blanks import bare_ranks, fill_down, subtotal_ranks
from reporter.sources.lines.rows.lacking import forgiven, missing
from reporter.sources.lines.rows.misplaced import drawn_down
from reporter.sources.lines.verdicts import Aside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.context import Context
    from reporter.sources.tables.layouts import Table


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
    problems: Mapping[int, Sequence[Problem | BadCell]]
    doubts: Sequence[Doubt]
    sums: frozenset[int]
    called: frozenset[int]
    bare: frozenset[int]


def understood(table: Table, context: Context) -> Understood:
    """Return the rows of a table, each cell read and each word understood."""
    cells, out, told, wrong = listed(read_cells(table, context.year_of), context.statuses)
    worded = worded_ranks(cells)
    aside = {**set_aside(cells, worded), **out}
    bare = subtotal_ranks(cells)
    cells, taken, nameless, unnamed = fill_down(cells, aside)
    said = [found for found in meanings(cells, context.statuses) if found[0] not in aside]
    aside |= {rank: meaning for rank, meaning in said if isinstance(meaning, Aside)}
    unvalued, forgotten = forgiven(cells, aside)
    problems: defaultdict[int, list[Problem | BadCell]] = defaultdict(list)
    for rank, mistakes in cells.mistakes.items():
        problems[rank] += mistakes
    for rank, meaning in (*wrong, *said, *unvalued.items(), *_struck(cells)):
        if isinstance(meaning, Problem | BadCell):
            problems[rank].append(meaning)
    for rank, lacks in missing(cells, set(range(len(cells.rows))) - aside.keys()).items():
        problems[rank] += lacks
    return Understood(
        cells=cells,
        aside=aside,
        problems={rank: its for rank, its in problems.items() if rank not in aside},
        doubts=[
            *told,
            *taken,
            *drawn_down(cells, aside),
            *(it for _, it in said if isinstance(it, Doubt)),
            *forgotten,
        ],
        sums=frozenset(nameless | worded) - aside.keys(),
        called=frozenset(unnamed | bare_ranks(cells, worded & {len(cells.rows) - 1}))
        - aside.keys(),
        bare=bare - aside.keys(),
    )


def _struck(cells: Cells) -> Iterator[tuple[int, BadCell]]:
    """Yield the rows that are struck through: their owner may have meant to leave them out."""
    struck = cells.table.grid.struck
    columns = cells.table.columns.fields.values()
    for rank, row in enumerate(cells.rows) if struck else ():
        if any((row, column) in struck for column in columns):
            fix = "l’effacer, ou retirer le trait si elle compte"
            yield rank, BadCell("ligne barrée", cells.place(rank), fix=fix)
