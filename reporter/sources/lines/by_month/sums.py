"""The sums of a table by month: what each row of sums must be worth, and rows that may be one.

Knows what stands above a row and what the row says. Never how the rows are called.
"""

from __future__ import annotations

from functools import reduce
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.model import ZERO
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.sums.foot import is_worth
from reporter.sources.lines.written.values import Unreadable, to_number, tried
from reporter.words.sums import is_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from reporter.sources.lines.twice.months import Whole
    from reporter.sources.tables.month_columns import MonthTable

    Month = Mapping[int, Decimal]
    """What the columns of months say."""


FEWEST = 2
"""Clients of whom a row may be the sum: of one alone, it may be another at the same price."""
FEW = 2
"""Months of a row that may be the sums of others by chance."""
RUNNING = {"cumul", "cumule", "cumulee"}


def whole_of(table: MonthTable) -> Whole:
    """Return what each line of a table is of the month of its name."""
    if table.days:
        return ""
    return "spent" if table.unit == "spent" else "revenue" if table.is_revenue else "sales"


class Sums:
    """What each column of months or of totals amounts to: since the top, since the last total."""

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
        """Tell whether a row sums in some month two clients above it, or one below a total."""
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


def summed_time(cell: Any, read: Callable[[Any], Decimal]) -> Decimal:
    """Return a sum of days, or of hours, as one of them is read: « 1 ½ », « 450 »."""
    try:
        return read(cell)
    except Unreadable:
        return to_number(cell)


def doubtful_sums(table: MonthTable, rows: Mapping[int, Month]) -> Iterator[Doubt]:
    """Yield the doubt of a client's row that is a sum of others.

    It may be called anything, « Mois » or « Année », and stand among the clients that it sums.
    `rows` are what each row of a client says of each month; nothing for a total.
    """
    above: Month = {}
    since, whole = above, reduce(_added, rows.values(), above)
    for number, said in rows.items():
        filled, others = _added(said, {}), table.grid.rows[table.top + 1 : number]
        if not filled:
            since = since if said else {}
        elif (_is_sum(filled, above, since) and _many(others, filled)) or (
            sum(map(bool, rows.values())) > FEWEST and _added(filled, filled) == whole
        ):
            what = "une rangée qui vaut la somme d’autres rangées, et comptée"
            fix = "la nommer « Total » si c’en est un, pour qu’elle ne compte pas"
            place = table.grid.place(number, table.client)
            name = shown(table.grid.rows[number][table.client])
            yield Doubt(code="somme", what=what, place=place, shown=name, fix=fix, about=name)
        above, since = _added(above, filled), _added(since, filled)


def _is_sum(filled: Month, *sums: Month) -> bool:
    """Tell whether a row says sums, but of one month where they are many: a cell was lost since."""
    away = min(
        sum(n not in one or one[n] != filled.get(n) for n in filled.keys() | one.keys())
        for one in sums
    )
    return not away or (away == 1 and len(filled) > FEW + away)


def _added(one: Month, other: Month) -> Month:
    sums = {n: one.get(n, ZERO) + other.get(n, ZERO) for n in one.keys() | other.keys()}
    return {n: value for n, value in sums.items() if value}


def _many(rows: Sequence[Sequence[Any]], filled: Month) -> bool:
    """Tell whether two rows at least say something of the same months."""
    return sum(any(not is_blank(row[n]) for n in filled) for row in rows) >= FEWEST
