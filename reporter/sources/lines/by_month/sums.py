"""The sums of a table by month: what each row of sums must be worth, and rows that may be one.

Knows what stands above a row and what the row says. Never how the rows are called.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.model import ZERO, Day
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.sums.foot import is_worth
from reporter.sources.lines.written.counts import to_days
from reporter.sources.lines.written.values import Unreadable, to_number, tried
from reporter.sources.tables.sum_words import is_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reporter.model import Line
    from reporter.sources.tables.month_columns import MonthTable


FEWEST = 2
"""Clients of whom a row may be the sum: of one alone, it may be another at the same price."""
RUNNING = {"cumul", "cumule", "cumulee"}


class Sums:
    """What each column amounts to: since the top, and since the last total.

    Args:
        months: the columns of the months, in order.
        totals: the columns of the sums of rows.
    """

    def __init__(self, months: Sequence[int], totals: Sequence[int]) -> None:
        self.months = months
        self.whole: dict[int, Decimal] = dict.fromkeys((*months, *totals), ZERO)
        self.since = dict(self.whole)
        self.rows = self.rows_since = 0

    def add(self, column: int, value: Decimal) -> None:
        """Take a cell of a client's row in."""
        self.whole[column] += value
        self.since[column] += value

    def row(self) -> None:
        """Take in that the cells of one more client follow."""
        self.rows += 1
        self.rows_since += 1

    def hold(self, cells: Sequence[Any]) -> bool:
        """Tell whether a row is in some month the sum of two clients' or more above it.

        Below a total, one client is enough.
        """
        below = self.rows if self.rows_since else 0
        ways = ((self.whole, self.rows), (self.since, below))
        given = ((n, tried(to_number, cells[n])) for n in self.whole)
        return any(
            value == way[n] for n, value in given if value for way, rows in ways if rows >= FEWEST
        )

    def wrong(self, name: str, given: Mapping[int, Decimal]) -> tuple[int, Decimal] | None:
        """Return the first column in which a row of sums is not what it says, and what is due.

        A mean is never wrong: it counts for nothing, and there are many. The one month of which
        nothing is said, beside the sums of three others, was deleted or moved.
        """
        if is_mean(name):
            return None
        lost = [n for n in self.months if n not in given and self.whole[n]]
        if len(lost) == 1 and sum(n in given for n in self.months) > FEWEST:
            given = {**given, lost[0]: ZERO}
        running = not RUNNING.isdisjoint(folded(name).split())
        upto = zip(self.months, accumulate(self.whole[n] for n in self.months), strict=True)
        ways = (self.whole, {**self.whole, **dict(upto)} if running else self.since)
        bad = [
            next((n for n, value in given.items() if not is_worth(name, value, way[n])), None)
            for way in ways
        ]
        if bad[0] is None or None in bad:
            self.since, self.rows_since = dict.fromkeys(self.since, ZERO), 0
            return None
        return bad[0], self.whole[bad[0]]


def summed_days(cell: Any) -> Decimal:
    """Return a sum of days: « 1 ½ », « 450 »."""
    try:
        return to_days(cell)
    except Unreadable:
        return to_number(cell)


def doubtful_sums(
    table: MonthTable,
    number: int,
    values: Mapping[int, Decimal],
    above: Iterable[Mapping[int, Decimal]],
) -> Iterator[Doubt]:
    """Yield the doubt of a client's row that is the sum of those above, or whose last month is one.

    A row of sums may be called anything, « Mois » or « Année »; a total stands among the months
    once a cell of its row is deleted.

    Args:
        table: the table.
        number: the row.
        values: what it says of each month.
        above: what each column amounts to above it, from the top and from the last total.
    """
    cells, filled = table.grid.rows[number], {n: value for n, value in values.items() if value}
    sums = [{n: whole[n] for n in table.months if whole[n]} for whole in above]
    rows = table.grid.rows[table.top + 1 : number]
    count = sum(any(not is_blank(row[n]) for n in filled) for row in rows)
    if count > 1 and filled in sums:
        yield _sum(table, number, "celles du dessus")
    elif filled and table.totals and _has_lost_its_total(table, number, filled):
        what, at = "pas de total au bout de cette rangée : une case manque avant ?", max(filled)
        fix = "remettre les cases de la rangée sous leurs mois, ou écrire son total"
        place, said = table.grid.place(number, at), shown(cells[at])
        yield Doubt(code="somme", what=what, place=place, shown=said, fix=fix, about=said)


def sums_among(table: MonthTable, lines: Iterable[Line]) -> Iterator[Doubt]:
    """Yield the doubt of a client's row that is, month by month, the sum of all the others.

    The last one is that of those above: see `doubtful_sums`.
    """
    rows: defaultdict[int, dict[int, Decimal]] = defaultdict(dict)
    whole: defaultdict[int, Decimal] = defaultdict(Decimal)
    for line in lines:
        row, column, worth = (
            line.place.row,
            line.place.column,
            line.days if isinstance(line, Day) else line.amount,
        )
        rows[row][column] = worth
        whole[column] += worth
    for number in sorted(rows)[:-1] if len(rows) > FEWEST else ():
        if all(2 * rows[number].get(n, ZERO) == whole[n] for n in whole):
            yield _sum(table, number - 1, "toutes les autres")


def _sum(table: MonthTable, number: int, rows: str) -> Doubt:
    place, said = (
        table.grid.place(number, table.client),
        shown(table.grid.rows[number][table.client]),
    )
    what = f"une rangée qui vaut la somme de {rows}, et comptée"
    fix = "la nommer « Total » si c’en est un, pour qu’elle ne compte pas"
    return Doubt(code="somme", what=what, place=place, shown=said, fix=fix, about=said)


FEW, LOOKED_AT = 2, 50
"""Months of a row of which the last may be their sum by chance; rows that tell the custom."""


def _has_lost_its_total(table: MonthTable, number: int, filled: Mapping[int, Decimal]) -> bool:
    """Tell whether a row has no total: most others have theirs, or its last month is one."""

    def is_filled(row: Sequence[object], columns: Iterable[int]) -> bool:
        return not all(is_blank(row[column]) for column in columns)

    if is_filled(table.grid.rows[number], table.totals):
        return False
    rows = table.grid.rows[table.top + 1 :][:LOOKED_AT]
    told = [is_filled(row, table.totals) for row in rows if is_filled(row, table.months)]
    is_sum = len(filled) > FEW and 2 * filled[max(filled)] == sum(filled.values())
    return is_sum or (sum(told) > 1 and 2 * sum(told) >= len(told))
