"""Where the monthly grids of a sheet stand: their days, their month, their other columns.

Knows the header of a grid and the titles above it. Never what a cell of a day says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reporter import numerals
from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank
from reporter.sources.tables.layouts import TITLE_ROWS, period_above
from reporter.sources.tables.told_once import rate_of, title_of
from reporter.words.periods import Period, day_in_full, period_of
from reporter.words.sums import says_sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reporter.errors import Place
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Field

SHORTEST, LONGEST, FEWEST_DAYS = 28, 31, 24
"""Days of a month, and those in order that make a row that of one, where some lack."""
FEWEST_MONTHS = 2
DAY = pattern(r"(?:[^\W\d]{1,9}\.?\s*)?0?(\d{1,2})")
HOURS = {"heure", "heures", "h"}
FIELDS = {"client", "mission", "rate", "worker"}


class Timesheet(NamedTuple):
    """A month as a grid.

    Attributes:
        top: the row that numbers the days.
        bottom: the row after the last one.
        days: the day of the month of each column.
        beyond: the columns of dates of another month.
        fields: the columns of the client, the mission and the rate.
        totals: the columns that hold the sum of a row.
        unknown: the columns left alone.
        period: the month.
        in_hours: whether a word above says that the cells are hours.
        months: the month of each row, where the grid is that of a year.
        client: the one that its title or its sheet names, where no column does.
        worker: who worked, where the name of its sheet says it.
        rate: the price of its days that a row outside of it tells, « TJM : 600 € »; else blank.
    """

    grid: Grid
    top: int
    bottom: int
    days: Mapping[int, int]
    beyond: Sequence[int]
    fields: Mapping[Field, int]
    totals: Sequence[int]
    unknown: Sequence[int]
    period: Period
    in_hours: bool
    months: Mapping[int, Period]
    client: str
    worker: str
    rate: Any

    @property
    def first(self) -> Place:
        """Return where the first day is numbered."""
        return self.grid.place(self.top, min(self.days))

    @property
    def month_places(self) -> Mapping[int, Place]:
        """Return where a row of each month stands, by the rank of the month."""
        return {it.rank: self.grid.place(row, 0) for row, it in self.months.items()}

    def cell(self, row: int, name: Field) -> Any:
        """Return the cell of a field on a row, an empty text where there is no such column."""
        return self.grid.rows[row][self.fields[name]] if name in self.fields else ""

    def labels(self, row: int) -> list[str]:
        """Return the words that stand on a row before its days."""
        cells = self.grid.rows[row][: min(self.days)]
        return [cell for cell in cells if isinstance(cell, str) and cell.strip()]


def find_timesheets(grid: Grid, vocabulary: Vocabulary) -> list[Timesheet]:
    """Return the monthly grids of a sheet, from top to bottom."""
    if not grid.rows or len(grid.rows[0]) < SHORTEST:
        return []
    found = enumerate(map(days_across, grid.rows))
    tops = [(number, days) for number, days in found if max(days.values(), default=0) >= SHORTEST]
    bottoms = [*(number for number, _ in tops), len(grid.rows)][1:]
    return [
        _timesheet(grid, vocabulary, top, bottom, days)
        for (top, days), bottom in zip(tops, bottoms, strict=True)
    ]


def days_across(row: Sequence[Any]) -> dict[int, int]:
    """Return the columns of a row that number the days of a month, in order; a few may lack."""
    told = ((n, _day(cell)) for n, cell in enumerate(row))
    numbers = {n: day for n, day in told if day is not None and 1 <= day <= LONGEST}
    runs: list[list[int]] = [[]]
    for column in numbers if len(numbers) >= FEWEST_DAYS else ():
        before = (run for run in runs if not run or numbers[run[-1]] < numbers[column])
        runs.append([*max(before, key=len), column])
    best = max(runs, key=len)
    return {column: numbers[column] for column in best if len(best) >= FEWEST_DAYS}


def _day(cell: Any) -> int | None:
    if (day := day_in_full(cell)) is not None:
        return day.day
    if isinstance(cell, int | float):
        return int(cell) if cell == int(cell) else None
    short = isinstance(cell, str) and len(cell) < SHORTEST
    found = DAY.fullmatch(cell.strip()) if short else None
    return int(found[1]) if found else None


def _timesheet(
    grid: Grid, vocabulary: Vocabulary, top: int, bottom: int, days: dict[int, int]
) -> Timesheet:
    row = grid.rows[top]
    first, last = min(days), max(days)
    period = _period(grid, top, row[first])
    named, months = _months(grid, range(top + 1, bottom), first, period)
    fields = _fields(grid, vocabulary, (top, bottom), days, named)
    after = range(last + 1, len(row))
    totals = [
        column
        for column in after
        if _is_total(row[column], vocabulary)
        or (is_blank(row[column]) and _sums(grid, column, top, bottom))
    ]
    beyond = [column for column in after if day_in_full(row[column])]
    used = {*days, *beyond, *fields.values(), *totals, *named}
    words = [word for cell in _above(grid, top, days) for word in folded(cell).split()]
    title, rate = ("", "") if "rate" in fields else rate_of(grid, vocabulary)
    return Timesheet(
        grid=grid,
        top=top,
        bottom=bottom,
        days=days,
        beyond=beyond,
        fields=fields,
        totals=totals,
        unknown=[
            column
            for column in range(len(row))
            if column not in used
            and not all(is_blank(line[column]) for line in grid.rows[top:bottom])
        ],
        period=period,
        in_hours=not HOURS.isdisjoint(words),
        months=months,
        client=vocabulary.client_of(grid.name) or title_of(grid),
        worker=vocabulary.worker_of(grid.name, grid.file_name),
        rate=rate if title and "rate" in vocabulary.columns([title], "days").fields else "",
    )


def _months(
    grid: Grid, rows: range, first: int, said: Period
) -> tuple[list[int], dict[int, Period]]:
    """Return the column, before the days, that names a month on each row, and these; or none."""
    for column in range(first):
        found = {row: period_of(grid.rows[row][column]) for row in rows}
        months = {row: it.completed(said) for row, it in found.items() if it.month}
        if len({it.month for it in months.values()}) >= FEWEST_MONTHS:
            return [column], _carried(grid, rows, (column, first), months)
    return [], {}


def _carried(
    grid: Grid, rows: range, part: tuple[int, int], months: Mapping[int, Period]
) -> dict[int, Period]:
    """Return the month of each row: it may be written once, above each of its clients."""
    column, first = part
    blank = ("",) * (first - column - 1)
    found: dict[int, Period] = {}
    seen: set[tuple[Any, ...]] = set()
    for row in rows:
        names = tuple(grid.rows[row][column + 1 : first])
        if row in months:
            seen, found[row] = set(), months[row]
        elif row - 1 in found and is_blank(grid.rows[row][column]) and names not in seen | {blank}:
            found[row] = found[row - 1]
        seen.add(names)
    return found


def _fields(
    grid: Grid,
    vocabulary: Vocabulary,
    ends: tuple[int, int],
    days: Mapping[int, int],
    named: Sequence[int],
) -> dict[Field, int]:
    """Return the columns of client, mission and rate, by word or place; `named` are of others."""
    top, bottom = ends
    header = ["" if column in days else cell for column, cell in enumerate(grid.rows[top])]
    found = vocabulary.columns(header, "days").fields
    fields = {name: column for name, column in found.items() if name in FIELDS}
    if "client" not in fields:
        texts = [
            column
            for column in range(min(days))
            if column not in (*fields.values(), *named)
            and any(
                isinstance(row[column], str) and not is_blank(row[column])
                for row in grid.rows[top + 1 : bottom]
            )
        ]
        fields |= dict(zip(("client", "mission"), texts, strict=False))
    return fields


def _above(grid: Grid, top: int, days: Mapping[int, int]) -> Iterator[str]:
    """Yield the words of the header, of the titles above it up to another grid, of the sheet."""
    yield from (cell for cell in (*grid.rows[top], grid.sheet) if isinstance(cell, str))
    for number in range(top - 1, max(top - TITLE_ROWS, 0) - 1, -1):
        row = grid.rows[number]
        if any(_day(row[column]) is not None for column in days):
            return
        yield from (cell for cell in row if isinstance(cell, str))


def _sums(grid: Grid, column: int, top: int, bottom: int) -> bool:
    """Tell whether a column without a title holds numbers: they must be the sums of its rows."""
    cells = (grid.rows[row][column] for row in range(top + 1, bottom))
    return any(numerals.number(str(cell)) is not None for cell in cells)


def _is_total(cell: Any, vocabulary: Vocabulary) -> bool:
    said = vocabulary.columns([cell], "days").fields.keys()
    return says_sum(cell) or not said.isdisjoint({"days", "hours"})


def _period(grid: Grid, top: int, first: Any) -> Period:
    if (day := day_in_full(first)) is not None:
        return Period(day.year, day.month)
    return period_above(grid, top, 0, len(grid.rows[top]))
