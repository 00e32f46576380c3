"""The value of each formula of a workbook, so that a reader who computes nothing shows it.

Knows cells, and how a formula is read. Never its functions, nor what it means.
A day is the number that workbooks give it: the days since 30 December 1899.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from openpyxl.utils import range_boundaries

from reporter.formats.pack.workbook.functions import (
    COMPARED,
    EPOCH,
    FUNCTIONS,
    compared,
    number_of,
    one_of,
    text_of,
)
from reporter.model import ZERO
from reporter.patterns import pattern

if TYPE_CHECKING:
    from openpyxl import Workbook

    from reporter.formats.pack.workbook.functions import Cells, Value

TOKEN = pattern(
    r"""\s*(?:(?P<text>"(?:[^"]|"")*")|(?P<cell>(?:'[^']+'!|\w+!)?\$?[A-Z]{1,3}\$?\d+"""
    r"""(?::\$?[A-Z]{1,3}\$?\d+)?)|(?P<name>[A-Z]+)\(|(?P<number>\d+(?:\.\d+)?)"""
    r"""|(?P<sign><=|>=|<>|[-+*/&=<>(),]))"""
)


class Values:
    """The values of a workbook's cells, each formula computed once, when it is asked for."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.known: dict[tuple[str, int, int], Value] = {}
        self.columns: dict[str, Cells] = {}

    def formulas(self, sheet: str) -> dict[str, Value]:
        """Return the value of each formula of a sheet, by its cell."""
        cells = self.book[sheet]._cells  # noqa: SLF001  # reading it creates none
        return {
            cell.coordinate: self.at(sheet, row, column)
            for (row, column), cell in list(cells.items())
            if cell.data_type == "f"
        }

    def at(self, sheet: str, row: int, column: int) -> Value:
        """Return the value of a cell, None where it is empty."""
        key = sheet, row, column
        if key not in self.known:
            cell = self.book[sheet]._cells.get((row, column))  # noqa: SLF001  # creates none
            value = None if cell is None else cell.value
            if cell is not None and cell.data_type == "f":
                self.known[key] = _Formula(self, sheet, str(value)[1:]).value()
            else:
                self.known[key] = _plain(value)
        return self.known[key]

    def range(self, sheet: str, reference: str) -> Cells:
        """Return the values of a range, row by row."""
        name = f"{sheet}!{reference}"
        if name not in self.columns:
            left, top, right, bottom = range_boundaries(reference)
            bottom = min(bottom or 1, max(self.book[sheet].max_row, top or 1))
            self.columns[name] = [
                self.at(sheet, row, column)
                for row in range(top or 1, bottom + 1)
                for column in range(left or 1, (right or 1) + 1)
            ]
        return self.columns[name]


class _Formula:
    """A formula being read from left to right, and computed as it is read."""

    def __init__(self, values: Values, sheet: str, text: str) -> None:
        self.values, self.sheet = values, sheet
        self.tokens = [(str(m.lastgroup), m[str(m.lastgroup)]) for m in TOKEN.finditer(text)]
        self.place = 0

    def value(self) -> Value:
        """Return what the formula amounts to."""
        return one_of(self._compared())

    def _take(self, *signs: str) -> str:
        """Return the next sign if it is among some, and go past it."""
        if self.place < len(self.tokens):
            kind, text = self.tokens[self.place]
            if kind == "sign" and text in signs:
                self.place += 1
                return text
        return ""

    def _compared(self) -> Value | Cells:
        left = self._joined()
        while sign := self._take(*COMPARED):
            left = compared(sign, one_of(left), one_of(self._joined()))
        return left

    def _joined(self) -> Value | Cells:
        left = self._summed()
        while self._take("&"):
            left = text_of(one_of(left)) + text_of(one_of(self._summed()))
        return left

    def _summed(self) -> Value | Cells:
        left = self._multiplied()
        while sign := self._take("+", "-"):
            right = number_of(one_of(self._multiplied()))
            left = number_of(one_of(left)) + (right if sign == "+" else -right)
        return left

    def _multiplied(self) -> Value | Cells:
        left = self._signed()
        while sign := self._take("*", "/"):
            one, other = number_of(one_of(left)), number_of(one_of(self._signed()))
            left = one * other if sign == "*" else (one / other if other else ZERO)
        return left

    def _signed(self) -> Value | Cells:
        if self._take("-"):
            return -number_of(one_of(self._signed()))
        return self._atom()

    def _atom(self) -> Value | Cells:
        kind, text = self.tokens[self.place]
        self.place += 1
        if kind == "text":
            return text[1:-1].replace('""', '"')
        if kind == "number":
            return Decimal(text)
        if kind == "cell":
            return self._cells(text)
        if kind == "name":
            return FUNCTIONS[text](*self._arguments())
        inside = self._compared()
        self._take(")")
        return inside

    def _arguments(self) -> list[Value | Cells]:
        found = []
        while not self._take(")"):
            found.append(self._compared())
            self._take(",")
        return found

    def _cells(self, reference: str) -> Value | Cells:
        sheet, _, cells = reference.rpartition("!")
        name, cells = sheet.strip("'") or self.sheet, cells.replace("$", "")
        if ":" in cells:
            return self.values.range(name, cells)
        column, row, _, _ = range_boundaries(cells)
        return self.values.at(name, row or 1, column or 1)


def _plain(value: Any) -> Value:
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return Decimal((value - EPOCH).days)
    return Decimal(str(value)) if isinstance(value, int | float) else value
