"""Tables with a row per client and a column per month: where they stand, what they count.

Knows headers and titles. Never what the cells amount to.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter import numerals
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank
from reporter.sources.tables.header_rows import TOP_ROWS
from reporter.sources.tables.layouts import period_above
from reporter.sources.tables.month_sums import says_worth, sums_of
from reporter.sources.tables.month_units import titles_over, unit_above
from reporter.sources.tables.titles import key_of
from reporter.words.month_titles import TIME, says_received, says_revenue
from reporter.words.periods import Period, day_in_full, month_alone
from reporter.words.sums import PIVOTS, is_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Field
    from reporter.words.month_titles import Unit

OWN: tuple[Field, ...] = ("mission", "rate", "worker")
"""What a row may have beside its client and its months."""
FEWEST_MONTHS, MONTHS, PAIR, WEEK = 2, 12, 2, 7


class MonthTable(NamedTuple):
    """A table with a column per month.

    Attributes:
        top: the row of its header.
        months: the year, None where unsaid, and the month of each column.
        fields: the columns of the clients, and of the missions and the rates, if any.
        totals: the columns of the sums of rows, each with the columns of the months it sums.
        unit: what the cells count; nothing where no word tells.
        worker: who worked, where the name of the sheet says it.
        days: the day of each column, where each is of a day.
        is_revenue: whether they are all that a client was billed: a title says « CA ».
        remarks: the column of comments, if any: words alone.
        worth: the columns of what the days of each row are worth.
        is_received: whether they are what was paid in each month, where sales count so.
    """

    grid: Grid
    top: int
    months: Mapping[int, Period]
    fields: Mapping[Field, int]
    totals: Mapping[int, Sequence[int]]
    unit: Unit
    is_revenue: bool = False
    worker: str = ""
    days: Mapping[int, date] = {}
    remarks: Sequence[int] = ()
    worth: Sequence[int] = ()
    is_received: bool = False

    @property
    def is_weekly(self) -> bool:
        """Tell whether its days are those of weeks: they fall on one day of the week."""
        return len(self.days) > PAIR and len({day.weekday() for day in self.days.values()}) == 1

    @property
    def named(self) -> Period:
        """Return the period that its titles, its sheet or its file name."""
        return period_above(self.grid, self.top, 0, len(self.grid.rows[0]))

    @property
    def client(self) -> int:
        """Return the column of the clients."""
        return self.fields["client"]


def find_months(grid: Grid, vocabulary: Vocabulary) -> MonthTable | None:
    """Return the only table of a sheet that has a column per month; None where it is none."""
    rows = list(enumerate(grid.rows[:TOP_ROWS]))
    tops = [top for top, row in rows if months_of(row)] or [
        top for top, row in rows if days_in(row)
    ]
    if len(tops) != 1:
        return None
    top, months = tops[0], times_of(grid.rows[tops[0]])
    row, fields = grid.rows[top], vocabulary.columns(grid.rows[top], "days").fields
    client, worth = _client(grid, top, vocabulary), _worth(grid, top, fields.get("rate"), months)
    if client is None or client in months or key_of(str(row[client])) in PIVOTS:
        return None
    if not_of_months(grid, top, vocabulary):
        return None
    unit, titles = unit_above(grid, top, client, vocabulary), (grid.name, *titles_over(grid, top))
    if (days := days_in(row)) and unit not in TIME:
        return None  # months may be dates whose month comes first
    return MonthTable(
        grid=grid,
        top=top,
        months=_dated(grid, top, months),
        fields={
            "client": client,
            **{it: n for it, n in fields.items() if it in OWN},
            **_bought(grid, top, client, vocabulary),
        },
        totals={column: own for column, own in sums_of(row, months) if column not in worth},
        unit=unit,
        is_revenue=any(map(says_revenue, titles)),
        worker=vocabulary.worker_of(grid.name, grid.file_name),
        days=days,
        remarks=remarks_of(grid, top, vocabulary),
        worth=worth,
        is_received=vocabulary.received and any(map(says_received, titles)),
    )


def _worth(grid: Grid, top: int, rate: int | None, months: Collection[int]) -> list[int]:
    """Return the columns of what the days of each row are worth, at the rate beside them."""
    if rate is None:
        return []
    body, others = grid.rows[top + 1 :], {*range(len(grid.rows[top]))} - {*months, rate}
    return [n for n in sorted(others) if says_worth(body, n, rate, months)]


def _client(grid: Grid, top: int, vocabulary: Vocabulary) -> int | None:
    """Return the column of the clients: the one so called, or the only one before the months."""
    row = grid.rows[top]
    fields = vocabulary.columns(row, "days").fields
    first = min(times_of(row, fewest=1))
    others = {fields.get(it) for it in OWN}
    before = [n for n in range(first) if n not in others and not _is_empty(grid, top, n)]
    if len(before) == PAIR and (whom := _whom(row, before, vocabulary)) is not None:
        return before[1 - before.index(whom)]
    return fields.get("client", before[0] if len(before) == 1 else None)


def _whom(row: Sequence[Any], before: Sequence[int], vocabulary: Vocabulary) -> int | None:
    """Return the column of whom an expense is paid to, of two that say whom and for what."""
    fields = vocabulary.columns(row, "expenses").fields
    told = {fields.get("label"), fields.get("category")}
    whom = fields.get("supplier")
    return whom if whom in before and not told.isdisjoint(before) else None


def _bought(grid: Grid, top: int, client: int, vocabulary: Vocabulary) -> dict[Field, int]:
    row = grid.rows[top]
    first = min(times_of(row, fewest=1))
    before = [n for n in range(first) if not _is_empty(grid, top, n)]
    whom = _whom(row, before, vocabulary) if len(before) == PAIR else None
    return {} if whom in (None, client) else {"supplier": whom}


def not_of_months(grid: Grid, top: int, vocabulary: Vocabulary) -> list[int]:
    """Return the columns of a header of months that a table by month has not, as filled as any."""
    row = grid.rows[top]
    months = times_of(row, fewest=1)
    fields = vocabulary.columns(row, "days").fields
    client = _client(grid, top, vocabulary)
    known = {*months, client, *map(fields.get, OWN)}
    if client is not None:
        known |= {*_bought(grid, top, client, vocabulary).values()}
    known |= {n for n, _ in sums_of(row, months)} | {*remarks_of(grid, top, vocabulary)}
    texts = {n: cell for n, cell in enumerate(row) if isinstance(cell, str)}
    known |= {n for n, it in texts.items() if is_mean(it) or vocabulary.is_left_aside(it)}
    known |= {*_worth(grid, top, fields.get("rate"), months)}
    return [n for n in range(len(row)) if n not in known and not _is_empty(grid, top, n)]


def remarks_of(grid: Grid, top: int, vocabulary: Vocabulary) -> list[int]:
    """Return the column of comments of a table, where it holds words alone."""
    column = vocabulary.columns(grid.rows[top], "days").fields.get("comment")
    if column is None:
        return []
    cells = [it for row in grid.rows[top + 1 :] if not is_blank(it := row[column])]
    return [column] if all(map(numerals.is_text, cells)) else []


def _is_empty(grid: Grid, top: int, column: int) -> bool:
    return all(is_blank(row[column]) for row in grid.rows[top:])


def times_of(row: Sequence[Any], fewest: int = FEWEST_MONTHS) -> dict[int, Period]:
    """Return the columns of a row that are months, so many at least, or days, with their month."""
    days = days_in(row)
    return {n: Period(it.year, it.month) for n, it in days.items()} or months_of(row, fewest)


def days_in(row: Sequence[Any]) -> dict[int, date]:
    """Return the columns of a row that are days in full, one after another; firsts are months."""
    found = {n: day for n, cell in enumerate(row) if (day := day_in_full(cell)) is not None}
    follow = all(one < other for one, other in pairwise(found.values()))
    by_day = len(found) >= FEWEST_MONTHS and any(it.day != 1 for it in found.values())
    return found if by_day and follow else {}


MARCH = pattern(r"^mar\b", re.IGNORECASE)
"""March among English months, a Tuesday elsewhere."""


def months_of(row: Sequence[Any], fewest: int = FEWEST_MONTHS) -> dict[int, Period]:
    """Return the columns of a row that are months which follow each other, so many at least."""
    cells = [MARCH.sub("march", cell) if isinstance(cell, str) else cell for cell in row]
    found = {n: period for n, cell in enumerate(cells) if (period := month_in(cell)) is not None}
    follow = all(_follows(one, other) for one, other in pairwise(found.values()))
    return found if len(found) >= fewest and follow else {}


def month_in(cell: Any) -> Period | None:
    """Return the month that a cell is, and nothing more."""
    if isinstance(cell, date):
        return Period(cell.year, cell.month) if cell.day == 1 else None
    return month_alone(cell) if isinstance(cell, str) else None


def _follows(one: Period, other: Period) -> bool:
    """Tell whether a month comes after another, in the same year or the next."""
    if one.year and other.year:
        step = (other.year - one.year) * MONTHS + (other.month or 0) - (one.month or 0)
        return 0 < step < MONTHS
    return (one.year is None) == (other.year is None) and (one.month or 0) < (other.month or 0)


def _dated(grid: Grid, top: int, months: Mapping[int, Period]) -> dict[int, Period]:
    above = period_above(grid, top, 0, len(grid.rows[top]))
    year = None if above.rivals else above.year
    return {n: Period(period.year or year, period.month) for n, period in months.items()}
