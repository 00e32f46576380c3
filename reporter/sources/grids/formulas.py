"""Formulas whose value no longer agrees with the cells that they are made of.

Knows sums, differences, products, quotients, SUM and ROUND of cells of the same sheet. Never what
a cell means; a formula that is not wholly understood is not judged.
"""

from __future__ import annotations

import re
from decimal import Decimal, DecimalException
from typing import TYPE_CHECKING, Any

from reporter.model import CENT
from reporter.patterns import pattern
from reporter.sources.grids.cells import column_number
from reporter.sources.grids.expressions import Unjudged, compiled

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.sources.grids.cells import Cell
    from reporter.sources.grids.expressions import Cells, Value
    from reporter.sources.grids.marks import Formula

    Rows = Sequence[Sequence[Any]]

LONGEST = 200
SIMPLE = pattern(r"(?:SUM\(|ROUND\(|\$?[A-Z]{1,3}\$?\d{1,7}|\d++|[-+*/()%,:. ])++", re.ASCII)
REFERENCE = pattern(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})", re.ASCII)
RATIO = Decimal("0.000001")
MOST_SUMMED = 1_000_000
"""Cells summed in a sheet: running sums look at as many as the square of their number."""


def is_simple(text: str) -> bool:
    """Tell whether a formula may be one that is understood here."""
    return len(text) <= LONGEST and SIMPLE.fullmatch(text) is not None


def stale_cells(rows: Rows, formulas: Mapping[Cell, Formula]) -> list[Cell]:
    """Return the cells whose value is not what their formula gives from the cells it names.

    Both are compared as they stand in the file; a cent, or a millionth, is no difference.
    """
    known: dict[str, Value] = {}
    sheet = _Sheet(rows)
    return [cell for cell, formula in formulas.items() if _is_stale(cell, formula, sheet, known)]


def _is_stale(cell: Cell, formula: Formula, sheet: _Sheet, known: dict[str, Value]) -> bool:
    sheet.row, sheet.column = cell
    try:
        kept = sheet.number(*cell)
        relative = _relative(formula, *cell)
        if relative not in known:
            known[relative] = _compiled(relative)
        given = known[relative](sheet)
        return abs(given - kept) > max(CENT, RATIO * max(abs(given), abs(kept)))
    except (Unjudged, DecimalException):
        return False


def _compiled(relative: str) -> Value:
    """Return what computes a formula, once and for all even where it is not understood."""
    try:
        return compiled(relative)
    except Unjudged:
        return _unjudged


def _unjudged(_: Cells) -> Decimal:
    raise Unjudged


class _Sheet:
    """The cells of a sheet, seen from one of them."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.row = self.column = 0
        self.left = MOST_SUMMED

    def number(self, row: int, column: int) -> Decimal:
        """Return the number in a cell, zero where it is blank."""
        if row < 0 or column < 0:
            raise Unjudged
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return Decimal(0)
        cell = self.rows[row][column]
        if cell == "":
            return Decimal(0)
        if type(cell) not in (int, float):  # True is an int
            raise Unjudged
        return Decimal(repr(cell))

    def total(self, top: int, left: int, bottom: int, right: int) -> Decimal:
        """Return the sum of an area; texts count for nothing, as in a spreadsheet."""
        total = Decimal(0)
        for row in range(max(top, 0), min(bottom + 1, len(self.rows))):
            for column in range(max(left, 0), min(right + 1, len(self.rows[row]))):
                self.left -= 1
                if self.left < 0:
                    raise Unjudged
                if not isinstance(self.rows[row][column], str | bool):
                    total += self.number(row, column)
        return total


def _relative(formula: Formula, row: int, column: int) -> str:
    """Return a formula whose references count from its cell: the same all down a column."""

    def counted(found: re.Match[str]) -> str:
        line, rank = int(found[4]) - 1, column_number(found[2])
        down = f"R{line}" if found[3] else f"R[{line + formula.down - row}]"
        return down + (f"C{rank}" if found[1] else f"C[{rank + formula.right - column}]")

    return REFERENCE.sub(counted, formula.text)
