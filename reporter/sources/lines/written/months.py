"""Months without their year, in words or in figures: the year of their row, sheet or file.

Knows columns of dates. Never believes a year that the financial years contradict.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.sources.grids.cells import is_blank
from reporter.sources.tables.periods import FIRST_YEAR, LAST_YEAR, MONTHS
from reporter.sources.tables.titles import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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

    The year is that of the column « Année », where it may be written once above its months, else
    that of a row above that is a year and nothing more, else the one that the table's title, sheet
    or file names. It may be that of a financial year across two: a month is dated only where the
    calendar and the financial year agree.
    """
    fields = table.columns.fields
    numbered = key_of(table.title("date")) in TITLES
    if not any(_month(cell, numbered=numbered) for cell in set(cells)):
        return cells
    period = table.period
    known = None if period.rivals or (numbered and period.month) else period.year
    months = [_month(cell, numbered=numbered) for cell in cells]
    if "year" in fields:
        years = _carried([_year(cell) for cell in raw[fields["year"] - table.left]], months)
    else:
        years = list(_under_titles(cells, raw, known))
    return [
        _dated(cell, month, year, year_of)
        for cell, month, year in zip(cells, months, years, strict=True)
    ]


def _carried(years: Sequence[int | None], months: Sequence[int]) -> list[int | None]:
    """Return the years of a column, those of blank cells taken from above where they are sure.

    So they are between two cells of one year, and where each year is written once, above months
    that follow one another.
    """
    written = [year for year in years if year is not None]
    once = len(set(written)) == len(written)
    found: list[int | None] = []
    above: int | None = None
    last = 0
    for rank, (year, month) in enumerate(zip(years, months, strict=True)):
        if year is not None:
            above = year
        elif month < last or not (once or above == next(filter(None, years[rank:]), None)):
            above = None
        found.append(above)
        last = month if year is not None else max(last, month)
    return found


def _under_titles(
    cells: Sequence[Any], raw: Sequence[Sequence[Any]], known: int | None
) -> Iterator[int | None]:
    """Yield the year of each row: that of the last row above which is one, else the known one."""
    for rank, cell in enumerate(cells):
        year = _year(cell)
        if year is not None and sum(not is_blank(column[rank]) for column in raw) == 1:
            known = year
        yield known


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
