"""The rows of a table and what their cells say; each mistake with its row.

Knows where the fields of a row stand. Never how a cell is read, nor how they complete each other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from itertools import compress, repeat
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from reporter.errors import BadCell, Doubt, Place
from reporter.sources.grids.cells import STALE, UNCOMPUTED, is_blank
from reporter.sources.lines.written import orders
from reporter.sources.lines.written.column import DATES, mistake_of, read_column, rightly_titled
from reporter.sources.lines.written.dates import whole_dates

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from reporter.errors import Words
    from reporter.sources.lines.written.column import Column
    from reporter.sources.tables.layouts import Table
    from reporter.words.columns import Field


Said = TypeVar("Said")


class Problem(NamedTuple):
    """What is wrong with a field of a line, before its cell is known."""

    field: Field
    what: str
    shown: str = ""
    fix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """The rows of a table that hold something, by their rank, and what each cell says.

    Attributes:
        rows: the row of each rank, from 0.
        raw: the cells of each column of the table, as they stand in the file.
        values: for each field, its value on each row; None or an empty text where there is none.
        distinct: for each field, the cells that it holds, each once.
        mistakes: the mistakes of each rank that has some.
        uncomputed: for each rank that has some, the fields whose formula has no value.
        gaps: the fields that some row leaves blank.
    """

    table: Table
    rows: Sequence[int]
    raw: Sequence[Sequence[Any]]
    values: Mapping[Field, Sequence[Any]]
    distinct: Mapping[Field, Collection[Any]]
    mistakes: Mapping[int, Sequence[BadCell]]
    uncomputed: Mapping[int, Collection[Field]]
    gaps: frozenset[Field]
    nothing: Sequence[None] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Make once the column of what the table has not: rules ask for it row by row."""
        object.__setattr__(self, "nothing", (None,) * len(self.rows))

    def of(self, field: Field) -> Sequence[Any]:
        """Return the values of a field, all None where the table has no such column."""
        return self.values.get(field) or self.nothing

    def at(self, ranks: Sequence[int], field: Field) -> Sequence[Any]:
        """Return the values of a field on some rows, in the order of their ranks."""
        column = self.of(field)
        return column if len(ranks) == len(column) else [column[rank] for rank in ranks]

    def row(self, rank: int) -> Sequence[Any]:
        """Return the cells of a row of the table, as they stand."""
        return [column[rank] for column in self.raw]

    def filled(self, rank: int) -> dict[int, Any]:
        """Return the filled cells of a row, each by its column in the table, from 0."""
        return {n: cell for n, cell in enumerate(self.row(rank)) if not is_blank(cell)}

    def column(self, at: Field | int) -> Sequence[Any]:
        """Return the cells of a field that the table has, or of a column, as they stand."""
        number = at if isinstance(at, int) else self.table.columns.fields[at]
        return self.raw[number - self.table.left]

    def saying(
        self, name: Field, say: Callable[[str], Said | None]
    ) -> Iterator[tuple[int, str, Said]]:
        """Yield the rows of which the text of a field says something; each text is heard once."""
        texts = self.values.get(name, ())
        said = {text: it for text in set(texts) if text and (it := say(text))}
        for rank, text in enumerate(texts if said else ()):
            if text in said:
                yield rank, text, said[text]

    @property
    def is_newest_first(self) -> bool:
        """Tell whether the dates of its rows go from the last to the first."""
        days = [day for day in self.of("date") if day]
        return len(days) > 1 and days[0] > days[-1] and days == sorted(days, reverse=True)

    def with_values(self, name: Field, values: Mapping[int, Any]) -> Cells:
        """Return the cells with other values of a field on some ranks."""
        if not values:
            return self
        column = list(self.of(name))
        for rank, value in values.items():
            column[rank] = value
        return replace(self, values={**self.values, name: column})

    def place(self, rank: int, field: Field | int | None = None) -> Place:
        """Return where a field of a row stands, or a column; without one, where the row begins."""
        table = self.table
        if not isinstance(field, int):
            field = table.columns.fields.get(field, table.left) if field else table.left
        return table.grid.place(self.rows[rank], field)

    def places(self, ranks: Sequence[int]) -> Iterator[Place]:
        """Return where the first field of each of some rows stands."""
        grid, first = self.table.grid, min(self.table.columns.fields.values())
        if grid.turn is not None:
            return (grid.place(self.rows[rank], first) for rank in ranks)
        whole = (repeat(it) for it in (grid.file, grid.sheet, ""))
        rows = (self.rows[rank] + 1 for rank in ranks)
        every = zip(*whole, rows, repeat(first + 1), repeat(""), strict=False)
        return map(tuple.__new__, repeat(Place), every)

    def line_of(self, place: Place) -> int:
        """Return the row of a place in its file, or its column where the sheet was turned."""
        return place.row if self.table.grid.turn is None else place.column

    def doubt(  # noqa: PLR0913, PLR0917  # all that is said of a cell
        self,
        code: str,
        what: str,
        rank: int,
        at: Field | int | None,
        shown: str | Words,
        fix: str = "",
    ) -> Doubt:
        """Return a doubt about a row at the cell of a field, or of a column."""
        place, day = self.place(rank, at), self.of("date")[rank]
        return Doubt(code=code, what=what, place=place, shown=shown, fix=fix, date=day)

    def mistake(self, rank: int, problem: Problem) -> BadCell:
        """Return what is wrong with a row, at its cell."""
        place = self.place(rank, problem.field)
        return BadCell(problem.what, place, shown=problem.shown, fix=problem.fix)


def calendar_year(day: date) -> int:
    """Return the year of a day, which is its financial year where nobody says otherwise."""
    return day.year


def read_cells(table: Table, year_of: Callable[[date], int] = calendar_year) -> Cells:
    """Return the rows of a table that hold something, their cells read; a zero is something."""
    rows = table.grid.rows
    lines = rows[table.top + 1 : table.bottom]
    if len(rows[table.top]) > table.right - table.left:
        lines = [row[table.left : table.right] for row in lines]
    filled = [any(row) or not all(map(is_blank, row)) for row in lines]
    numbers = list(compress(range(table.top + 1, table.bottom), filled))
    raw = list(zip(*compress(lines, filled), strict=True)) or [()] * (table.right - table.left)
    table = rightly_titled(table, raw)
    fields = table.columns.fields
    own: dict[Field, Sequence[Any]] = {name: raw[n - table.left] for name, n in fields.items()}
    if "date" in own:
        dates = whole_dates(own["date"], raw, table, year_of)
        own |= {name: dates for name in DATES if fields.get(name) == fields["date"]}
    columns = {
        name: read_column(cells, name, table.period, table.grid.file) for name, cells in own.items()
    }
    mistakes, uncomputed = _unread(table, numbers, own, columns)
    return Cells(
        table=table,
        rows=numbers,
        raw=raw,
        values={name: column.values for name, column in columns.items()},
        distinct={name: column.distinct for name, column in columns.items()},
        mistakes=mistakes,
        uncomputed=uncomputed,
        gaps=frozenset(name for name, column in columns.items() if column.has_gaps),
    )


def _unread(
    table: Table,
    numbers: Sequence[int],
    own: Mapping[Field, Sequence[Any]],
    columns: Mapping[Field, Column],
) -> tuple[Mapping[int, list[BadCell]], Mapping[int, list[Field]]]:
    """Return, by rank, the mistakes of the cells not read, and the formulas never computed."""
    mistakes: dict[int, list[BadCell]] = defaultdict(list)
    moments = {name: columns[name].distinct for name in DATES if name in columns}
    if (asked := orders.question(table, moments)) is not None:
        rank, name = _first(own, moments, asked[0])
        mistakes[rank].append(orders.mistake(table, (numbers[rank], name), *asked))
    uncomputed: dict[int, list[Field]] = defaultdict(list)
    for name, column in columns.items():
        for rank, cell, fix in column.unread:
            if cell in (UNCOMPUTED, STALE):
                uncomputed[rank].append(name)
            else:
                place = table.place(numbers[rank], name)
                mistakes[rank].append(mistake_of(name, place, cell, fix))
    return mistakes, uncomputed


def _first(
    own: Mapping[Field, Sequence[Any]], names: Iterable[Field], cell: Any
) -> tuple[int, Field]:
    """Return where a cell of some columns stands first: its rank, and its field."""
    return next((own[name].index(cell), name) for name in names if cell in own[name])
