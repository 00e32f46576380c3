"""The functions of our formulas, exact on decimal numbers, as workbooks define them.

Knows values and lists of values. Never cells, nor what a formula means.
"""

from __future__ import annotations

import operator
import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from reporter.model import ZERO
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Value = Decimal | str | bool | None
Cells = list[Value]
EPOCH = date(1899, 12, 30)
"""The day from which workbooks count days."""
COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "<>": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
}
CRITERION = pattern(r"(<=|>=|<>|<|>|=)?(.*)", re.DOTALL)


def one_of(value: Value | Cells) -> Value:
    """Return a value, the first of several."""
    return (value[0] if value else None) if isinstance(value, list) else value


def number_of(value: Value) -> Decimal:
    """Return a number, zero for a text or a blank."""
    return Decimal(value) if isinstance(value, Decimal | bool) else ZERO


def text_of(value: Value) -> str:
    """Return a text, as « & » joins it."""
    return f"{value.normalize():f}" if isinstance(value, Decimal) else str(value or "")


def compared(sign: str, left: Value, right: Value) -> bool:
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
    wanted = one_of(criterion)
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
    return sum((number_of(c) for c, keep in zip(_listed(summed), kept, strict=True) if keep), ZERO)


def _rounded(value: Value | Cells, digits: Value | Cells) -> Decimal:
    step = Decimal(1).scaleb(-int(number_of(one_of(digits))))
    return number_of(one_of(value)).quantize(step, ROUND_HALF_UP)


def _later(start: Value | Cells, count: Value | Cells) -> Decimal:
    """Return the first day of a month so many months later; our months are first days."""
    day = date.fromordinal(EPOCH.toordinal() + int(number_of(one_of(start))))
    months = day.year * 12 + day.month - 1 + int(number_of(one_of(count)))
    return Decimal((date(months // 12, months % 12 + 1, day.day) - EPOCH).days)


def _day(*parts: Value | Cells) -> Decimal:
    year, month, day = (int(number_of(one_of(part))) for part in parts)
    return Decimal((date(year, month, day) - EPOCH).days)


FUNCTIONS: dict[str, Callable[..., Value]] = {
    "SUM": lambda *a: sum(_numbers(a), ZERO),
    "SUMIFS": _sumifs,
    "COUNTIF": lambda cells, wanted: Decimal(sum(_matching(cells, wanted))),
    "IF": lambda test, yes, no: one_of(yes) if one_of(test) else one_of(no),
    "AND": lambda *a: all(one_of(one) for one in a),
    "OR": lambda *a: any(one_of(one) for one in a),
    "ISNUMBER": lambda a: isinstance(one_of(a), Decimal),
    "N": lambda a: number_of(one_of(a)),
    "MAX": lambda *a: max(_numbers(a), default=ZERO),
    "MIN": lambda *a: min(_numbers(a), default=ZERO),
    "ROUND": _rounded,
    "EDATE": _later,
    "DATE": _day,
}
