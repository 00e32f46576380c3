"""The figures of a year as JSON, for another program.

Knows how each kind of quantity is written: money with two decimals, ratios with six, as strings,
so that no reader turns them into floats; null for what does not exist.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from reporter.characters import escaped
from reporter.french import Cell
from reporter.tables.quantities import quantities

if TYPE_CHECKING:
    from reporter.figures import Bilan
    from reporter.formats import Files

RATIO = Decimal("0.000001")
MONEY = Decimal("0.01")


def render(bilan: Bilan) -> Files:
    """Return the year, and each earlier one under `precedents`, newest first."""
    earlier = [plain(quantities(bilan, figures)) for figures in bilan.earlier]
    year = plain(quantities(bilan, bilan.figures)) | {"precedents": earlier}
    return {f"bilan-{bilan.figures.year.number}.json": dumped(year).encode()}


def dumped(values: Any) -> str:
    """Return values as JSON that can be shown: accents as they are, controls escaped."""
    return escaped(json.dumps(values, ensure_ascii=False, indent=2)) + "\n"


def plain(value: Any) -> Any:
    """Return quantities as JSON values: strings, numbers, booleans, null."""
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, Cell):
        return _cell(value)
    return value


def _cell(cell: Cell) -> str | int | None:
    match cell.value, cell.kind:
        case date() as day, _:
            return day.isoformat()
        case Decimal() as value, "exact_euros" | "exact_days" | "exact_percent":
            return f"{value.normalize():f}"
        case Decimal() as ratio, "percent" | "variation" | "points":
            return f"{_rounded(ratio, RATIO)}"
        case Decimal() as days, "days" | "signed_days":
            return f"{_rounded(days, RATIO).normalize():f}"
        case Decimal() as money, _:
            return f"{_rounded(money, MONEY)}"
        case other, _:
            return other


def _rounded(value: Decimal, unit: Decimal) -> Decimal:
    rounded = value.quantize(unit, ROUND_HALF_UP)
    return rounded or abs(rounded)
