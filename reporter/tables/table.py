"""The table as a value, for every output: page, terminal, workbook, JSON.

Knows labels and cells. Never how they look.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reporter.french import Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A titled table; the first column names the rows.

    Attributes:
        title: what the table shows, and of which period.
        columns: the heading of each column.
        rows: as many cells as columns in each.
        note: what a reader must know to read it right.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""

    def is_numeric(self, column: int) -> bool:
        """Tell whether a column holds figures, to be aligned on the right."""
        return any(row[column].kind != "text" for row in self.rows)
