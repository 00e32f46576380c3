"""The cells of a table, column by column, turned into values; each mistake with its row.

Knows which field is a date, a number or a text. Never how fields complete each other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from itertools import compress, repeat
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.errors import BadCell, Place
from reporter.sources.grids import american
from reporter.sources.grids.cells import STALE, UNCOMPUTED, Broken, is_blank, shown
from reporter.sources.lines import orders, values
from reporter.sources.lines.centuries import undecided
from reporter.sources.lines.months import whole_dates
from reporter.sources.lines.values import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.periods import Period
    from reporter.sources.tables.vocabulary import Field

READERS: dict[Field, tuple[str, Callable[[Any], Any]]] = {
    "date": ("date illisible", values.to_date),
    "paid": ("date illisible", values.to_payment),
    "invoiced": ("date illisible", values.to_date),
    "start": ("date illisible", values.to_date),
    "end": ("date illisible", values.to_date),
    "amount": ("montant illisible", values.to_amount),
    "gross": ("montant illisible", values.to_amount),
    "vat": ("TVA illisible", values.to_amount),
    "vat_rate": ("TVA illisible", values.to_ratio),
    "rate": ("TJM illisible", values.to_money),
    "hourly": ("taux horaire illisible", values.to_money),
    "unit_price": ("prix unitaire illisible", values.to_money),
    "days": ("nombre de jours illisible", values.to_days),
    "hours": ("nombre d’heures illisible", values.to_hours),
    "equivalent_days": ("nombre de jours illisible", values.to_days),
    "planned": ("nombre de jours illisible", values.to_days),
    "kilometres": ("kilomètres illisibles", values.to_kilometres),
    "pay_gross": ("montant illisible", values.to_amount),
    "pay_employee": ("montant illisible", values.to_amount),
    "pay_employer": ("montant illisible", values.to_amount),
    "pay_relief": ("montant illisible", values.to_amount),
    "pay_withheld": ("montant illisible", values.to_amount),
    "pay_refund": ("montant illisible", values.to_amount),
    "pay_net": ("montant illisible", values.to_amount),
    "lifetime": ("durée d’amortissement illisible", values.to_lifetime),
    "disposed": ("date illisible", values.to_date),
    "disposal_price": ("montant illisible", values.to_amount),
    "disposal_vat": ("TVA illisible", values.to_amount),
    "disposal_gross": ("montant illisible", values.to_amount),
}
"""For each field that is not a text: what to say where it cannot be read, and how to read it."""

TOGETHER = {values.to_money: values.money, values.to_amount: values.amounts}
"""What reads a whole column of true numbers, as each would be read: most are met once."""

DATES: tuple[Field, ...] = ("date", "paid", "invoiced", "start", "end", "disposed")
RAW: tuple[Field, ...] = (
    "vat_any",
    "price",
    "quantity",
    "unit",
    "discount",
    "credit",
    "debit",
    "balance",
    "year",
    "period",
)
"""Fields whose cells are kept as they are: what they hold is known from the rest of the line."""

LAST_DAY = 31


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
        distinct: for each field, the cells that it holds, each once; none of true numbers.
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

    def place(self, rank: int, field: Field | None = None) -> Place:
        """Return where a field of a row stands; without one, where the row begins."""
        table = self.table
        column = table.left if field is None else table.columns.fields.get(field, table.left)
        return table.grid.place(self.rows[rank], column)

    def places(self, ranks: Sequence[int]) -> Iterator[Place]:
        """Return where the first field of each of some rows stands."""
        grid, first = self.table.grid, min(self.table.columns.fields.values())
        rows = ((grid.file, grid.sheet, "", self.rows[rank] + 1, first + 1, "") for rank in ranks)
        return map(tuple.__new__, repeat(Place), rows)

    def mistake(self, rank: int, problem: Problem) -> BadCell:
        """Return what is wrong with a row, at its cell."""
        place = self.place(rank, problem.field)
        return BadCell(problem.what, place, shown=problem.shown, fix=problem.fix)


def calendar_year(day: date) -> int:
    """Return the year of a day, which is its financial year where nobody says otherwise."""
    return day.year


def read_cells(table: Table, year_of: Callable[[date], int] = calendar_year) -> Cells:
    """Return the rows of a table that hold something, their cells read; a zero is something.

    Args:
        table: the table.
        year_of: the number of the financial year of a day.
    """
    rows = table.grid.rows
    lines = rows[table.top + 1 : table.bottom]
    if len(rows[table.top]) > table.right - table.left:
        lines = [row[table.left : table.right] for row in lines]
    filled = [any(row) or not all(map(is_blank, row)) for row in lines]
    numbers = list(compress(range(table.top + 1, table.bottom), filled))
    raw = list(zip(*compress(lines, filled), strict=True)) or [()] * (table.right - table.left)
    fields = table.columns.fields
    own: dict[Field, Sequence[Any]] = {name: raw[n - table.left] for name, n in fields.items()}
    if "date" in own:
        dates = whole_dates(own["date"], raw, table, year_of)
        own |= {name: dates for name in DATES if fields.get(name) == fields["date"]}
    columns = {
        name: _read(cells, name, table.period, table.grid.file) for name, cells in own.items()
    }
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
                mistakes[rank].append(_mistake(name, place, cell, fix))
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


def _first(
    own: Mapping[Field, Sequence[Any]], names: Iterable[Field], cell: Any
) -> tuple[int, Field]:
    """Return where a cell of some columns stands first: its rank, and its field."""
    return next((own[name].index(cell), name) for name in names if cell in own[name])


class _Column(NamedTuple):
    """A column that was read: its values, its cells, whether some are blank, what was not read."""

    values: Sequence[Any]
    distinct: Collection[Any]
    has_gaps: bool
    unread: Sequence[tuple[int, Any, str]]


class _Reader(dict[Any, Any]):
    """Cells already read: people write the same ones over and over."""

    def __init__(self, read: Callable[[Any], Any], blank: Any) -> None:
        self.read = read
        self.blank = blank

    def __missing__(self, cell: Any) -> Any:
        """Read a cell seen for the first time; what is wrong with it is kept in its place."""
        try:
            value = self.blank if is_blank(cell) else self.read(cell)
        except Unreadable as unreadable:
            value = unreadable
        self[cell] = value
        return value


def _read(cells: Sequence[Any], name: Field, period: Period, file: str) -> _Column:
    if bool in set(map(type, cells)):
        cells = [_boolean(cell) if isinstance(cell, bool) else cell for cell in cells]
    if name in RAW:
        distinct = dict.fromkeys(cells)
        return _Column(cells, distinct, any(map(is_blank, distinct)), ())
    _, read = READERS.get(name, ("", values.to_invoice if name == "invoice" else values.to_text))
    if name == "date" and period.year and period.month and not period.rivals:
        cells = [_day_of(cell, period.year, period.month) for cell in cells]
    if read in TOGETHER and (numbers := TOGETHER[read](cells)) is not None:
        return _Column(numbers, (), has_gaps=False, unread=())
    reader = _Reader(read, None if name in READERS else "")
    found = list(map(reader.__getitem__, cells))
    if name in DATES and str in set(map(type, reader)):
        reader.update(undecided(reader, period.year))
        reader.update({cell: Unreadable(fix) for cell, fix in american.ask(reader, file).items()})
        found = list(map(reader.__getitem__, cells))
    unread: list[tuple[int, Any, str]] = []
    kinds = set(map(type, reader.values()))
    if Unreadable in kinds:
        unread = [
            (rank, cells[rank], str(value))
            for rank, value in enumerate(found)
            if isinstance(value, Unreadable)
        ]
        found = [reader.blank if isinstance(value, Unreadable) else value for value in found]
    has_gaps = bool(unread) or type(None) in kinds or (str in kinds and "" in reader.values())
    return _Column(found, reader.keys(), has_gaps, unread)


def _mistake(name: Field, place: Place, cell: Any, fix: str) -> BadCell:
    what, _ = READERS.get(name, ("texte illisible", None))
    what = "cellule en erreur" if isinstance(cell, Broken) else what
    return BadCell(what, place, shown=shown(cell), fix=fix)


def _boolean(cell: bool) -> str:  # noqa: FBT001  # it is a cell
    return "VRAI" if cell else "FAUX"


def _day_of(cell: Any, year: int, month: int) -> Any:
    """Return the day of a month that a number names on a sheet of that month."""
    try:
        number = int(cell) if isinstance(cell, int | float | str) else 0
        return (
            date(year, month, number) if 1 <= number <= LAST_DAY and number == float(cell) else cell
        )
    except ValueError:
        return cell
