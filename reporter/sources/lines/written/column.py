"""The cells of a column: each distinct one made a value, or unread; what is not as its title says.

Knows which field is a date, a number or a text. Never the rows, nor the lines that they make.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.characters import folded
from reporter.errors import BadCell
from reporter.sources.grids.cells import Broken, is_blank, shown
from reporter.sources.lines.written import counts, values
from reporter.sources.lines.written.counts import is_clock
from reporter.sources.lines.written.orders import ask, undecided
from reporter.sources.lines.written.values import Unreadable, to_amount, to_percent, tried
from reporter.words.labels import PAY

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from decimal import Decimal

    from reporter.errors import Place
    from reporter.sources.tables.layouts import Table
    from reporter.words.columns import Field
    from reporter.words.periods import Period

READERS: dict[Field, tuple[str, Callable[[Any], Any]]] = {
    "date": ("date illisible", values.to_date),
    "paid": ("date illisible", values.to_payment),
    "invoiced": ("date illisible", values.to_date),
    "start": ("date illisible", values.to_date),
    "end": ("date illisible", values.to_date),
    "amount": ("montant illisible", values.to_sum),
    "gross": ("montant illisible", values.to_amount),
    "vat": ("TVA illisible", values.to_amount),
    "vat_rate": ("TVA illisible", values.to_ratio),
    "rate": ("TJM illisible", values.to_rate),
    "hourly": ("taux horaire illisible", values.to_hourly),
    "unit_price": ("prix unitaire illisible", values.to_money),
    "days": ("nombre de jours illisible", counts.to_days),
    "hours": ("nombre d’heures illisible", counts.to_hours),
    "equivalent_days": ("nombre de jours illisible", counts.to_days),
    "planned": ("nombre de jours illisible", counts.to_days),
    "kilometres": ("kilomètres illisibles", counts.to_kilometres),
    **{name: ("montant illisible", values.to_amount) for name in PAY if name != "pay_person"},
    "lifetime": ("durée d’amortissement illisible", counts.to_lifetime),
    "disposed": ("date illisible", values.to_date),
    "disposal_price": ("montant illisible", values.to_amount),
    "disposal_vat": ("TVA illisible", values.to_amount),
    "disposal_gross": ("montant illisible", values.to_amount),
}
"""For each field that is not a text: what to say where it cannot be read, and how to read it."""

DATES: tuple[Field, ...] = ("date", "paid", "invoiced", "start", "end", "disposed")
RAW: tuple[Field, ...] = (
    "vat_any", "price", "quantity", "unit", "discount", "credit", "debit", "balance", "year",
    "period",
)  # fmt: skip
"""Fields whose cells are kept as they are: what they hold is known from the rest of the line."""

BOOLEANS = ("FAUX", "VRAI")


class Column(NamedTuple):
    """A column that was read: its values, its cells, whether some are blank, what was not read.

    Of each cell that was not read: its rank, what stands there, what to write instead.
    """

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


def read_column(cells: Sequence[Any], name: Field, period: Period, file: str) -> Column:
    """Return what the cells of a field say, those of a sheet about a period in a file."""
    if bool in set(map(type, cells)):
        cells = [BOOLEANS[cell] if isinstance(cell, bool) else cell for cell in cells]
    if name in RAW:
        distinct = dict.fromkeys(cells)
        return Column(cells, distinct, any(map(is_blank, distinct)), ())
    _, read = READERS.get(name, ("", values.to_invoice if name == "invoice" else values.to_text))
    if name == "date" and period.year and period.month and not period.rivals:
        cells = [_day_of(cell, period.year, period.month) for cell in cells]
    reader = _Reader(read, None if name in READERS else "")
    found = list(map(reader.__getitem__, cells))
    if name in DATES and str in set(map(type, reader)):
        reader.update(undecided(reader, period.year))
        reader.update({cell: Unreadable(fix) for cell, fix in ask(reader, file).items()})
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
    return Column(found, reader.keys(), has_gaps, unread)


def mistake_of(name: Field, place: Place, cell: Any, fix: str) -> BadCell:
    """Return what is wrong with a cell of a field that could not be read."""
    what, _ = READERS.get(name, ("texte illisible", None))
    what = "cellule en erreur" if isinstance(cell, Broken) else what
    return BadCell(what, place, shown=shown(cell), fix=fix)


def _day_of(cell: Any, year: int, month: int) -> Any:
    """Return the day of a month that a number names on a sheet of that month."""
    try:
        number = int(cell)
        return date(year, month, number) if number == float(cell) else cell
    except (OverflowError, TypeError, ValueError):
        return cell


ENDS: set[Field] = {"start", "end"}


def rightly_titled(table: Table, raw: Sequence[Sequence[Any]]) -> Table:
    """Return a table whose columns of such cells are no field, and bear on no figure."""
    return _measured(_untimed(_received(table, raw), raw), raw)


def _received(table: Table, raw: Sequence[Sequence[Any]]) -> Table:
    """Return a table whose « Payé » dates nothing, where it holds what each invoice received.

    Each of its cells is an amount then, and one of them the amount of its row.
    """
    if (column := table.columns.fields.get("paid")) is None:
        return table
    filled = ((n, it) for n, it in enumerate(raw[column - table.left]) if not is_blank(it))
    amounts: dict[int, Decimal] = {}
    for n, cell in filled:
        if (amount := tried(to_amount, cell)) is None:
            return table
        amounts[n] = amount
    rest = [cells for n, cells in enumerate(raw, table.left) if n != column]
    if not any(amount == tried(to_amount, it[n]) for n, amount in amounts.items() for it in rest):
        return table
    return _without(table, "paid")


def _untimed(table: Table, raw: Sequence[Sequence[Any]]) -> Table:
    """Return a table of days whose « Début » and « Fin » date nothing: they are hours of a day.

    Hours beside them would be what they make: only the export of a tracker is checked so.
    """
    timed = "hours" in table.columns.fields
    for name in () if timed else ENDS & table.columns.fields.keys():
        column = raw[table.columns.fields[name] - table.left]
        clocks = [it for it in column if not is_blank(it)]
        if clocks and all(map(is_clock, clocks)):
            table = _without(table, name)
    return table


def _measured(table: Table, raw: Sequence[Sequence[Any]]) -> Table:
    """Return a table whose « Avancement » is no status, where it is how much of a work was done.

    Nothing tells then that it is all billed: the column is asked about.
    """
    column = table.columns.fields.get("status")
    if column is None or not folded(table.title("status")).endswith("avancement"):
        return table
    filled = [it for it in raw[column - table.left] if not is_blank(it)]
    if not filled or any(tried(to_percent, it) is None for it in filled):
        return table
    columns = _without(table, "status").columns
    harmless, unknown = set(columns.harmless) - {column}, (*columns.unknown, column)
    return table._replace(columns=columns._replace(harmless=tuple(harmless), unknown=unknown))


def _without(table: Table, name: Field) -> Table:
    """Return a table of which a column is no field, and bears on no figure."""
    fields = dict(table.columns.fields)
    harmless = (*table.columns.harmless, fields.pop(name))
    return table._replace(columns=table.columns._replace(fields=fields, harmless=harmless))
