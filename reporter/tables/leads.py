"""Which figure explains each column of a table: the one that it shows, or is a part of.

Knows columns. Never what a figure is made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reporter.french import Cell
    from reporter.tables.table import Table

WORDS = {"text", "date", "month"}
"""Kinds of cells that are no figure."""


def leading(table: Table, *names: str) -> Table:
    """Return a table whose numbers lead to the figures of their columns.

    Args:
        table: the table; a number that has a figure already keeps it.
        names: the figure of each column but the first, « 2020.tjm »; empty where there is none.
    """
    rows = tuple(
        (row[0], *(_led(cell, name) for cell, name in zip(row[1:], names, strict=True)))
        for row in table.rows
    )
    return table._replace(rows=rows)


def _led(cell: Cell, name: str) -> Cell:
    known = cell.of or cell.kind in WORDS or cell.value is None
    return cell if known else cell._replace(of=name)
