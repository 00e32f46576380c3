"""Formulas whose value no longer agrees with the cells that they are made of.

Knows sums, differences, products, quotients, SUM and ROUND of cells of the same sheet. Never what
a cell means; a formula that is not wholly understood is not judged.
"""

from __future__ import annotations

import re
from decimal import Decimal, DecimalException
from typing import TYPE_CHECKING

from reporter.model import CENT
from reporter.patterns import pattern
from reporter.sources.grids.cells import column_number
from reporter.sources.grids.expressions import Cells, Unjudged, compiled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.sources.grids.cells import Cell, Formula
    from reporter.sources.grids.expressions import Rows

LONGEST = 200
SIMPLE = pattern(r"(?:SUM\(|ROUND\(|\$?[A-Z]{1,3}\$?\d{1,7}|\d++|[-+*/()%,:. ])++", re.ASCII)
REFERENCE = pattern(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})", re.ASCII)
RATIO = Decimal("0.000001")


def is_simple(text: str) -> bool:
    """Tell whether a formula may be one that is understood here."""
    return len(text) <= LONGEST and SIMPLE.fullmatch(text) is not None


def stale_cells(rows: Rows, formulas: Mapping[Cell, Formula]) -> list[Cell]:
    """Return the cells whose value is not what their formula gives from the cells it names.

    Both are compared as they stand in the file; a cent, or a millionth, is no difference.
    """
    sheet = Cells(rows)
    return [cell for cell, formula in formulas.items() if _is_stale(cell, formula, sheet)]


def _is_stale(cell: Cell, formula: Formula, sheet: Cells) -> bool:
    sheet.row, sheet.column = cell
    try:
        kept = sheet.number(*cell)
        given = compiled(_relative(formula, *cell))(sheet)
        return abs(given - kept) > max(CENT, RATIO * max(abs(given), abs(kept)))
    except (Unjudged, DecimalException):
        return False


def _relative(formula: Formula, row: int, column: int) -> str:
    """Return a formula whose references count from its cell: the same all down a column."""

    def counted(found: re.Match[str]) -> str:
        line, rank = int(found[4]) - 1, column_number(found[2])
        down = f"R{line}" if found[3] else f"R[{line + formula.down - row}]"
        return down + (f"C{rank}" if found[1] else f"C[{rank + formula.right - column}]")

    return REFERENCE.sub(counted, formula.text)
