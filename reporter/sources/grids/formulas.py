"""Formulas whose value no longer agrees with the cells that they are made of.

Knows sums, differences, products, quotients, SUM and ROUND of cells of the same sheet. Never what
a cell means; a formula that is not wholly understood is not judged.
"""

from __future__ import annotations

import ast
import re
from decimal import ROUND_HALF_UP, Decimal, DecimalException
from functools import lru_cache
from operator import add, mul, neg, pos, sub, truediv
from typing import TYPE_CHECKING, Any

from reporter.model import CENT
from reporter.patterns import pattern
from reporter.sources.grids.cells import column_number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reporter.sources.grids.cells import Cell, Formula, Marks

    Rows = Sequence[Sequence[Any]]
    Value = Callable[["Cells"], Decimal]

LONGEST = 200
MOVING = pattern(r"\b(?:TODAY|NOW)\(")
SIMPLE = pattern(r"(?:SUM\(|ROUND\(|\$?[A-Z]{1,3}\$?\d{1,7}|\d++|[-+*/()%,:. ])++", re.ASCII)
REFERENCE = pattern(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})", re.ASCII)
RATIO = Decimal("0.000001")
PERCENT = pattern(r"([\w.]+)%", re.ASCII)
AREA = pattern(r"(\w+):(\w+)", re.ASCII)
RELATIVE = pattern(r"([RD])(_?\d+)([CS])(_?\d+)", re.ASCII)
"""A row or so many down, then a column or so many beside: a name for Python, its minus a bar."""
SIGNS: Mapping[type[ast.AST], Callable[..., Decimal]] = {
    ast.UAdd: pos, ast.USub: neg, ast.Add: add, ast.Sub: sub, ast.Mult: mul, ast.Div: truediv,
}  # fmt: skip
MOST_SUMMED = 1_000_000
"""Cells summed in a sheet: running sums look at as many as the square of their number."""


def is_simple(text: str) -> bool:
    """Tell whether a formula may be one that is understood here."""
    return len(text) <= LONGEST and SIMPLE.fullmatch(text) is not None


def is_moving(text: str) -> bool:
    """Tell whether a formula gives another value each day that it is computed."""
    return MOVING.search(text) is not None


def keep(marks: Marks, cell: Cell, formula: Formula) -> None:
    """Note the formula of a cell where it may be judged, or where it moves each day."""
    if is_simple(formula.text):
        marks.formulas[cell] = formula
    elif is_moving(formula.text):
        marks.moving.add(cell)


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
        given = _compiled(_relative(formula, *cell))(sheet)
        return abs(given - kept) > max(CENT, RATIO * max(abs(given), abs(kept)))
    except (Unjudged, DecimalException):
        return False


def _relative(formula: Formula, row: int, column: int) -> str:
    """Return a formula whose references count from its cell: the same all down a column."""

    def counted(found: re.Match[str]) -> str:
        line, rank = int(found[4]) - 1, column_number(found[2])
        down = f"R{line}" if found[3] else f"D{line + formula.down - row}"
        side = f"C{rank}" if found[1] else f"S{rank + formula.right - column}"
        return f"{down}{side}".replace("-", "_")

    return REFERENCE.sub(counted, formula.text)


class Unjudged(Exception):  # not a mistake: it says that nothing can be said
    """A formula, or a cell that it names, that is not understood."""


class Cells:
    """The cells of a sheet, seen from the one that holds a formula."""

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


@lru_cache(maxsize=4096)
def _compiled(text: str) -> Value:
    """Return what computes a formula, once and for all even where it is not understood.

    Computing raises `Unjudged` where it is not one of those understood here.
    """
    text = AREA.sub(r"AREA(\1,\2)", PERCENT.sub(r"(\1/100)", text.strip()))
    try:
        return _value(ast.parse(text, mode="eval").body)
    except (SyntaxError, ValueError, TypeError, Unjudged):
        return _unjudged


def _unjudged(_: Cells) -> Decimal:
    raise Unjudged


def _value(node: ast.expr) -> Value:
    """Return what computes a part of a formula, which Python reads as a spreadsheet does."""
    match node:
        case ast.Constant(value=number):
            return lambda _: Decimal(repr(number))
        case ast.Name(id=name) if found := RELATIVE.fullmatch(name):
            return lambda cells: cells.number(*_at(found, cells))
        case ast.UnaryOp(op=sign, operand=part):
            made, value = SIGNS[type(sign)], _value(part)
            return lambda cells: made(value(cells))
        case ast.BinOp(left=left, op=sign, right=right) if of := SIGNS.get(type(sign)):
            one, other = _value(left), _value(right)
            return lambda cells: of(one(cells), other(cells))
        case ast.Call(func=ast.Name(id="SUM"), args=[_, *_] as args, keywords=[]):
            parts = [_summed(part) for part in args]
            return lambda cells: sum((part(cells) for part in parts), Decimal(0))
        case ast.Call(func=ast.Name(id="ROUND"), args=[part, places], keywords=[]):
            value, step = _value(part), Decimal(1).scaleb(-ast.literal_eval(places))
            # half away from zero, as spreadsheets do
            return lambda cells: (value(cells) / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    raise Unjudged


def _summed(node: ast.expr) -> Value:
    """Return a part of a SUM: an area, or any value."""
    match node:
        case ast.Call(func=ast.Name(id="AREA"), args=[ast.Name(id=first), ast.Name(id=last)]):
            top, end = RELATIVE.fullmatch(first), RELATIVE.fullmatch(last)
            if top and end:
                return lambda cells: cells.total(*_at(top, cells), *_at(end, cells))
    return _value(node)


def _at(found: re.Match[str], cells: Cells) -> Cell:
    row, column = (int(found[n].replace("_", "-")) for n in (2, 4))
    return row + cells.row * (found[1] == "D"), column + cells.column * (found[3] == "S")
