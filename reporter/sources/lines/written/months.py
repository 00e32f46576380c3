"""Months without their year, in words or in figures: the year of their row, sheet or file.

Knows columns of dates. Never believes a year that the financial years contradict.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.sources.tables.periods import FIRST_YEAR, LAST_YEAR, MONTHS
from reporter.sources.tables.titles import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reporter.sources.tables.layouts import Table

TITLES = {"mois", "month", "periode", "mois concerne", "mois facture", "mois facturation", "n mois"}
"""Headers below which a number from 1 to 12 is a month."""
LAST_MONTH = 12
NOT_MONTHS = {"mar"}
"""Short words that may be a day of the week as well."""


def whole_dates(
    cells: Sequence[Any], raw: Sequence[Sequence[Any]], table: Table, year_of: Callable[[date], int]
) -> Sequence[Any]:
    """Return the cells of a column of dates, a month alone made the first day of that month.

    The year is that of the column « Année », else the one that the table's title, sheet or file
    names. It may be that of a financial year across two: a month is dated only where the calendar
    and the financial year agree.
    """
    fields = table.columns.fields
    numbered = key_of(table.title("date")) in TITLES
    if not any(_month(cell, numbered=numbered) for cell in set(cells)):
        return cells
    period = table.period
    known = None if period.rivals or (numbered and period.month) else period.year
    years = raw[fields["year"] - table.left] if "year" in fields else [known] * len(cells)
    return [
        _dated(cell, _month(cell, numbered=numbered), _year(year), year_of)
        for cell, year in zip(cells, years, strict=True)
    ]


def _dated(cell: Any, month: int, year: int | None, year_of: Callable[[date], int]) -> Any:
    if not month or year is None:
        return cell
    first = date(year, month, 1)
    return first if year_of(first) == year else cell


def _month(cell: Any, *, numbered: bool) -> int:
    """Return the month that a cell names and nothing more, 0 where it names none."""
    if isinstance(cell, str) and not cell.strip().isdecimal():
        words = folded(cell)
        return 0 if words in NOT_MONTHS else MONTHS.get(words, 0)
    number = _whole(cell) if numbered else None
    return number if number is not None and 1 <= number <= LAST_MONTH else 0


def _year(cell: Any) -> int | None:
    number = _whole(cell)
    return number if number is not None and FIRST_YEAR <= number <= LAST_YEAR else None


def _whole(cell: Any) -> int | None:
    """Return the whole number of a cell, None where it has none."""
    if isinstance(cell, str):
        return int(cell) if cell.strip().isascii() and cell.strip().isdecimal() else None
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    return int(cell) if is_number and cell == int(cell) else None
