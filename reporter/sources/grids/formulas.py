"""Formulas whose value no longer agrees with the cells that they are made of.

Knows sums, differences, products, quotients, SUM and ROUND of cells of the same sheet. Never what
a cell means; a formula that is not wholly understood is not judged.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, DecimalException
from functools import lru_cache
from operator import add, mul, sub, truediv
from typing import TYPE_CHECKING, Any

from reporter.model import CENT
from reporter.patterns import pattern
from reporter.sources.grids.cells import column_number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reporter.sources.grids.cells import Cell, Formula

    Rows = Sequence[Sequence[Any]]
    Value = Callable[["Cells"], Decimal]

LONGEST = 200
SIMPLE = pattern(r"(?:SUM\(|ROUND\(|\$?[A-Z]{1,3}\$?\d{1,7}|\d++|[-+*/()%,:. ])++", re.ASCII)
REFERENCE = pattern(r"(\$?)([A-Z]{1,3})(\$?)(\d{1,7})", re.ASCII)
RATIO = Decimal("0.000001")
TOKEN = pattern(
    r" *(R\[?-?\d+\]?C\[?-?\d+\]?|SUM\(|ROUND\(|\d+(?:\.\d*)?|\.\d+|[-+*/()%,:]) *", re.ASCII
)
RELATIVE = pattern(r"R(\[?)(-?\d+)\]?C(\[?)(-?\d+)\]?", re.ASCII)
SIGNS = {"+": add, ",": add, "-": sub, "*": mul, "/": truediv}
DEEPEST = 20
MOST_SUMMED = 1_000_000
"""Cells summed in a sheet: running sums look at as many as the square of their number."""


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
def compiled(text: str) -> Value:
    """Return what computes a formula, once and for all even where it is not understood.

    Computing raises `Unjudged` where it is not one of those understood here.
    """
    try:
        reader = _Reader(text)
        value = reader.sum()
    except Unjudged:
        return _unjudged
    return _unjudged if reader.tokens else value


def _unjudged(_: Cells) -> Decimal:
    raise Unjudged


class _Reader:
    """The words of a formula, the next one last."""

    def __init__(self, text: str) -> None:
        found = list(TOKEN.finditer(text))
        if "".join(word[0] for word in found) != text:
            raise Unjudged
        self.tokens = [word[1] for word in reversed(found)]
        self.depth = 0

    def take(self) -> str:
        """Take the next word, nothing at the end."""
        return self.tokens.pop() if self.tokens else ""

    def next_in(self, words: str) -> str:
        """Take the next word if it is one of these signs, else nothing."""
        return self.tokens.pop() if self.tokens and self.tokens[-1] in words else ""

    def expect(self, sign: str) -> None:
        if not self.next_in(sign):
            raise Unjudged

    def sum(self) -> Value:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unjudged
        value = self.chain("+-", self.product)
        self.depth -= 1
        return value

    def product(self) -> Value:
        return self.chain("*/", self.signed)

    def chain(self, signs: str, part: Callable[[], Value]) -> Value:
        """Return parts between which stand some signs, from left to right."""
        value = part()
        while sign := self.next_in(signs):
            value = _made(SIGNS[sign], value, part())
        return value

    def signed(self) -> Value:
        negative = False
        while sign := self.next_in("+-"):
            negative ^= sign == "-"
        value = self.atom()
        while self.next_in("%"):
            value = _made(mul, value, _constant(CENT))
        return _made(mul, value, _constant(Decimal(-1))) if negative else value

    def atom(self) -> Value:
        word = self.take()
        if word == "(":
            value = self.sum()
            self.expect(")")
            return value
        if word == "SUM(":
            return self.total()
        if word == "ROUND(":
            return self.rounded()
        if found := RELATIVE.fullmatch(word):
            return lambda cells: cells.number(*_at(found, cells))
        if word[:1].isdigit() or word[:1] == ".":
            return _constant(Decimal(word))
        raise Unjudged

    def total(self) -> Value:
        value = self.chain(",", self.part)
        self.expect(")")
        return value

    def part(self) -> Value:
        """Return a part of a SUM: an area, or any value."""
        if self.tokens[-2:-1] == [":"]:
            first, _, last = (RELATIVE.fullmatch(self.take()) for _ in range(3))
            if first and last:
                return lambda cells: cells.total(*_at(first, cells), *_at(last, cells))
            raise Unjudged
        return self.sum()

    def rounded(self) -> Value:
        value = self.sum()
        self.expect(",")
        sign = "-" if self.next_in("-") else ""
        word = self.take()
        self.expect(")")
        if not word.isdigit():
            raise Unjudged
        step = Decimal(1).scaleb(-int(f"{sign}{word}"))
        # half away from zero, as spreadsheets do
        return lambda cells: (value(cells) / step).quantize(Decimal(1), ROUND_HALF_UP) * step


def _constant(number: Decimal) -> Value:
    return lambda _: number


def _made(of: Callable[[Decimal, Decimal], Decimal], first: Value, second: Value) -> Value:
    return lambda cells: of(first(cells), second(cells))


def _at(found: re.Match[str], cells: Cells) -> tuple[int, int]:
    row, column = int(found[2]), int(found[4])
    return (cells.row + row if found[1] else row, cells.column + column if found[3] else column)
