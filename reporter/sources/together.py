"""What the reader doubts: each table alone, then its lines beside others, of all the books.

Knows lines, table by table, and what little each table keeps. Never cells. The rules are run when
their doubts are asked for, since most commands only count the first ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from reporter.grouping import gathered
from reporter.sources.lines.accidents.sequences import drawn_payments, moved_dates
from reporter.sources.lines.accidents.sorted_alone import sorted_alone
from reporter.sources.lines.accidents.strays import far_years
from reporter.sources.lines.meaning import movements
from reporter.sources.lines.twice import copies, tracked
from reporter.sources.lines.twice.months import told_whole
from reporter.sources.lines.worth.missions import priced_otherwise

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from reporter.errors import Doubt
    from reporter.model import Activity, Line
    from reporter.sources.lines.verdicts import TableReading
    from reporter.sources.lines.worth.missions import Missions

FEW_NAMED = 3
"""One line in so many, at least, is of the year for which a sheet is named."""


@dataclass(frozen=True)
class Seen:
    """What the reader sees that is doubtful; in lines beside others, each time it is gone through.

    Attributes:
        alone: what was seen in each table, in the order of the books.
        tables: what was read of each table, its lines, and what else is compared of it.
        sheets: the years for which each sheet is named, and the ranks of its tables of a kind.
        missions: the prices agreed.
        activity: all the lines, each name spelt in one way.
    """

    alone: tuple[Doubt, ...]
    tables: Sequence[TableReading]
    sheets: Sequence[tuple[Collection[int], Sequence[int]]]
    missions: Missions
    activity: Activity

    def __iter__(self) -> Iterator[Doubt]:
        """Yield what is doubtful, rule after rule."""
        yield from self.alone
        tables = [table.lines for table in self.tables]
        sheets = [[it for rank in ranks for it in tables[rank]] for _, ranks in self.sheets]
        for (years, _), lines in zip(self.sheets, sheets, strict=True):
            yield from out_of_order(lines, years)
        yield from tracked.doubts_of(self.tables)
        found = list(copies.doubts_of(tables, told_whole(self.tables)))
        yield from found
        told = {it.place[:2] for it in found}
        parts = [lines for lines in tables if lines]
        wholes = gathered(((part[0].place[:2], type(part[0])), part) for part in parts).values()
        if len(wholes) < len(parts):
            left = copies.left_as_they_were([[*chain.from_iterable(its)] for its in wholes])
            yield from (it for it in left if it.place[:2] not in told)
        every = list(chain.from_iterable(tables))
        yield from far_years(every)
        yield from priced_otherwise(every, self.missions)
        clients = {line.client for line in self.activity.sales}
        spent, moved = self.activity.expenses, self.activity.movements
        yield from movements.doubts_of(spent, moved, clients)


def out_of_order(lines: Sequence[Line], years: Collection[int]) -> Iterator[Doubt]:
    """Yield the dates of a sheet that one accident took out of their order, or left alone in it."""
    named = FEW_NAMED * sum(line.date.year in years for line in lines) >= len(lines)
    yield from moved_dates(lines, named=named)
    yield from drawn_payments(lines)
    yield from sorted_alone(lines)
