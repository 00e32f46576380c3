"""The value of each formula of a workbook, so that a reader who computes nothing shows it.

Knows the few functions that our formulas use, exactly, on decimal numbers. Never what they mean.
A day is the number that workbooks give it: the days since 30 December 1899.
"""

from __future__ import annotations

import operator
import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from openpyxl.utils import range_boundaries

from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from openpyxl import Workbook

Value = Decimal | str | bool | None
Cells = list[Value]
EPOCH = date(1899, 12, 30)
TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"]|"")*")|(?P<cell>(?:'[^']+'!|\w+!)?\$?[A-Z]{1,3}\$?\d+"""
    r"""(?::\$?[A-Z]{1,3}\$?\d+)?)|(?P<name>[A-Z]+)\(|(?P<number>\d+(?:\.\d+)?)"""
    r"""|(?P<sign><=|>=|<>|[-+*/&=<>(),]))"""
)
COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}
CRITERION = re.compile(r"(<=|>=|<>|<|>|=)?(.*)", re.DOTALL)


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
        return _one(self._compared())

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
            left = _compare(sign, _one(left), _one(self._joined()))
        return left

    def _joined(self) -> Value | Cells:
        left = self._summed()
        while self._take("&"):
            left = _text(_one(left)) + _text(_one(self._summed()))
        return left

    def _summed(self) -> Value | Cells:
        left = self._multiplied()
        while sign := self._take("+", "-"):
            right = _number(_one(self._multiplied()))
            left = _number(_one(left)) + (right if sign == "+" else -right)
        return left

    def _multiplied(self) -> Value | Cells:
        left = self._signed()
        while sign := self._take("*", "/"):
            one, other = _number(_one(left)), _number(_one(self._signed()))
            left = one * other if sign == "*" else (one / other if other else ZERO)
        return left

    def _signed(self) -> Value | Cells:
        if self._take("-"):
            return -_number(_one(self._signed()))
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


def _one(value: Value | Cells) -> Value:
    return (value[0] if value else None) if isinstance(value, list) else value


def _number(value: Value) -> Decimal:
    return Decimal(value) if isinstance(value, Decimal | bool) else ZERO


def _text(value: Value) -> str:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value or "")


def _compare(sign: str, left: Value, right: Value) -> bool:
    """Compare as workbooks do: a blank is 0 or "", and any text comes after any number."""
    if left is None:
        left = "" if isinstance(right, str) else ZERO
    if right is None:
        right = "" if isinstance(left, str) else ZERO
    if isinstance(left, str) != isinstance(right, str):
        return COMPARED[sign](isinstance(left, str), isinstance(right, str))
    return COMPARED[sign](left, right)


def _numbers(arguments: Iterable[Value | Cells]) -> list[Decimal]:
    """Return the numbers among cells and values; texts and blanks are passed over."""
    cells = (c for a in arguments for c in (a if isinstance(a, list) else [a]))
    return [cell for cell in cells if isinstance(cell, Decimal)]


def _matching(cells: Value | Cells, criterion: Value | Cells) -> list[bool]:
    """Tell which cells a criterion of SUMIFS holds for; « = » alone holds for the blank ones."""
    wanted = _one(criterion)
    sign, right = "=", wanted
    if isinstance(wanted, str) and (found := CRITERION.fullmatch(wanted)):
        sign, right = found[1] or "=", found[2]
        if found[1] == "=" and not right:
            return [cell is None for cell in _listed(cells)]
        if re.fullmatch(r"-?\d+(\.\d+)?", found[2]):
            right = Decimal(found[2])
    alike = str if isinstance(right, str) else Decimal
    return [isinstance(c, alike) and COMPARED[sign](c, right) for c in _listed(cells)]


def _listed(cells: Value | Cells) -> Cells:
    return cells if isinstance(cells, list) else [cells]


def _sumifs(summed: Value | Cells, *criteria: Value | Cells) -> Decimal:
    each = [_matching(*pair) for pair in zip(criteria[::2], criteria[1::2], strict=True)]
    kept = map(all, zip(*each, strict=True))
    return sum((_number(c) for c, keep in zip(_listed(summed), kept, strict=True) if keep), ZERO)


def _rounded(value: Value | Cells, digits: Value | Cells) -> Decimal:
    step = Decimal(1).scaleb(-int(_number(_one(digits))))
    return _number(_one(value)).quantize(step, ROUND_HALF_UP)


def _later(start: Value | Cells, count: Value | Cells) -> Decimal:
    """Return the first day of a month so many months later; our months are first days."""
    day = date.fromordinal(EPOCH.toordinal() + int(_number(_one(start))))
    months = day.year * 12 + day.month - 1 + int(_number(_one(count)))
    return Decimal((date(months // 12, months % 12 + 1, day.day) - EPOCH).days)


def _day(*parts: Value | Cells) -> Decimal:
    year, month, day = (int(_number(_one(part))) for part in parts)
    return Decimal((date(year, month, day) - EPOCH).days)


FUNCTIONS: dict[str, Callable[..., Value]] = {
    "SUM": lambda *a: sum(_numbers(a), ZERO),
    "SUMIFS": _sumifs,
    "COUNTIF": lambda cells, wanted: Decimal(sum(_matching(cells, wanted))),
    "IF": lambda test, yes, no: _one(yes) if _one(test) else _one(no),
    "AND": lambda *a: all(_one(one) for one in a),
    "OR": lambda *a: any(_one(one) for one in a),
    "ISNUMBER": lambda a: isinstance(_one(a), Decimal),
    "N": lambda a: _number(_one(a)),
    "MAX": lambda *a: max(_numbers(a), default=ZERO),
    "MIN": lambda *a: min(_numbers(a), default=ZERO),
    "ROUND": _rounded,
    "EDATE": _later,
    "DATE": _day,
}
