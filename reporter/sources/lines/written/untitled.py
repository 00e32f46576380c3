"""Columns that hold something else than their title says: amounts under « Payé », hours of a day.

Knows the cells of a whole column. Never the lines that they are of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.written.counts import is_clock
from reporter.sources.lines.written.values import to_amount, tried

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from reporter.sources.tables.layouts import Table
    from reporter.words.columns import Field

ENDS: set[Field] = {"start", "end"}


def untitled(table: Table, raw: Sequence[Sequence[Any]]) -> Table:
    """Return a table whose columns of such cells are no field, and bear on no figure."""
    return _untimed(_received(table, raw), raw)


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


def _without(table: Table, name: Field) -> Table:
    """Return a table of which a column is no field, and bears on no figure."""
    fields = dict(table.columns.fields)
    harmless = (*table.columns.harmless, fields.pop(name))
    return table._replace(columns=table.columns._replace(fields=fields, harmless=harmless))
