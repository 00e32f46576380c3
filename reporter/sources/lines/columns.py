"""The cells of a table, column by column, turned into values; each mistake with its row.

Knows which field is a date, a number or a text. Never how fields complete each other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import compress
from typing import TYPE_CHECKING, Any

from reporter.errors import BadCell
from reporter.sources.lines import values
from reporter.sources.lines.values import UNCOMPUTED, Broken, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.periods import Period

READERS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "date": ("date illisible", values.to_date),
    "paid": ("date illisible", values.to_date),
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
    "equivalent_days": ("nombre de jours illisible", values.to_count),
    "lifetime": ("durée d’amortissement illisible", values.to_lifetime),
}
"""For each field that is not a text: what to say where it cannot be read, and how to read it."""

RAW = {"vat_any"}
"""Fields whose cells are kept as they are: what they hold is known from the rest of the line."""

LAST_DAY = 31
LONGEST_SHOWN = 80


class Reader(dict[Any, Any]):
    """Cells already read: people write the same ones over and over."""

    def __init__(self, read: Callable[[Any], Any], blank: Any) -> None:
        self.read = read
        self.blank = blank

    def __missing__(self, cell: Any) -> Any:
        """Read a cell seen for the first time; what is wrong with it is kept in its place."""
        try:
            value = self.blank if values.is_blank(cell) else self.read(cell)
        except Unreadable as unreadable:
            value = unreadable
        self[cell] = value
        return value


@dataclass(slots=True)
class Body:
    """The lines of a table while they are being read.

    Attributes:
        rows: the row of each line, from 0.
        cells: the cells of each column of the table, as they stand in the file.
        columns: for each field, its value on each line; None where there is none.
        mistakes: the mistakes of each line that has some, by its rank.
        aside: the ranks of rows that are no lines: totals, titles, notes, absences.
        totals: those of them that are totals.
        perhaps: the ranks of lines that may be sums: their date was left out, or they say total.
        gaps: the fields that some row leaves blank.
        seen: the distinct cells of the columns that have been read, by column.
        uncomputed: the rank and the field of each cell whose formula has no value.
    """

    table: Table
    rows: list[int]
    cells: list[tuple[Any, ...]]
    columns: dict[str, list[Any]] = field(default_factory=dict)
    mistakes: dict[int, list[BadCell]] = field(default_factory=dict)
    aside: set[int] = field(default_factory=set)
    totals: set[int] = field(default_factory=set)
    perhaps: set[int] = field(default_factory=set)
    gaps: set[str] = field(default_factory=set)
    seen: dict[int, Collection[Any]] = field(default_factory=dict)
    uncomputed: list[tuple[int, str]] = field(default_factory=list)

    def refuse(self, rank: int, field: str, what: str, shown: Any = "", fix: str = "") -> None:
        """Add a mistake about the cell of a field on a line."""
        columns = self.table.columns.fields
        column = columns.get(field, self.table.left)
        place = self.table.grid.place(self.rows[rank], column)
        self.mistakes.setdefault(rank, []).append(BadCell(what, place, shown=str(shown), fix=fix))

    def values(self, field: str) -> Iterable[Any]:
        """Return the values of a field, all None where the table has no such column."""
        return self.columns.get(field) or [None] * len(self.rows)

    def is_line(self, rank: int) -> bool:
        """Tell whether a row is a line, and one without mistake."""
        return rank not in self.aside and rank not in self.mistakes


def body_of(table: Table) -> Body:
    """Return the rows of a table that hold something, their cells read."""
    rows = table.grid.rows
    lines = rows[table.top + 1 : table.bottom]
    if len(rows[table.top]) > table.right - table.left:
        lines = [row[table.left : table.right] for row in lines]
    filled = list(map(any, lines))
    numbers = list(compress(range(table.top + 1, table.bottom), filled))
    cells = list(zip(*compress(lines, filled), strict=True))
    body = Body(table, numbers, cells or [()] * (table.right - table.left))
    for name in table.columns.fields:
        body.columns[name] = _read(body, name, table.period)
    return body


def _read(body: Body, name: str, period: Period) -> list[Any]:
    column = body.table.columns.fields[name] - body.table.left
    cells: Sequence[Any] = body.cells[column]
    kinds = set(map(type, cells))
    if bool in kinds:
        cells = [_boolean(cell) if isinstance(cell, bool) else cell for cell in cells]
    if name in RAW:
        return list(cells)
    _, read = READERS.get(name, ("texte illisible", values.to_text))
    if name == "date" and period.year and period.month and not period.rivals:
        cells = [_day_of(cell, period.year, period.month) for cell in cells]
    reader = Reader(read, None if name in READERS else "")
    found = list(map(reader.__getitem__, cells))
    body.seen[column] = reader.keys()
    kinds = set(map(type, reader.values()))
    if None in reader.values() or "" in reader.values() or Unreadable in kinds:
        body.gaps.add(name)
    if Unreadable in kinds:
        for rank, value in enumerate(found):
            if isinstance(value, Unreadable):
                found[rank] = reader.blank
                _refuse(body, rank, name, cells[rank], str(value))
    return found


def _refuse(body: Body, rank: int, name: str, cell: Any, fix: str) -> None:
    if cell is UNCOMPUTED:
        body.uncomputed.append((rank, name))
        return
    what, _ = READERS.get(name, ("texte illisible", None))
    what = "cellule en erreur" if isinstance(cell, Broken) else what
    body.refuse(rank, name, what, str(cell)[:LONGEST_SHOWN], fix)


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
