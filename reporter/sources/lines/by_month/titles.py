"""What stands above the cells of a table by month: the day of each column, titles, another unit.

Knows the header and the rows above it. Never a client's row.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.errors import BadCell
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.rows.outside import ASTRAY, ASTRAY_FIX
from reporter.sources.lines.written.values import value_of
from reporter.sources.tables.titles import foreign_unit, is_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from reporter.sources.tables.month_columns import MonthTable
    from reporter.words.periods import Period

YEAR_FIX = "écrire l’année avec le mois, « Janvier 2020 », ou dans le nom de la feuille"
UNIT_FIX = "écrire des euros hors taxes, et un titre qui ne dit pas autre chose"


def days_of(
    table: MonthTable, year_of: Callable[[date], int]
) -> tuple[Mapping[int, date | None], list[BadCell]]:
    """Return the first day of each column, and the mistake of the first whose year is not sure."""
    months = {n: it for n, it in table.months.items() if n not in table.days}
    firsts = {n: _first(table, n, it, year_of) for n, it in months.items()}
    unsure = [
        _mistake(table, "de quelle année est ce mois ?", (table.top, n), YEAR_FIX)
        for n, day in firsts.items()
        if day is None
    ]
    return {**firsts, **table.days}, unsure[:1]


def _first(
    table: MonthTable, column: int, period: Period, year_of: Callable[[date], int]
) -> date | None:
    """Return the first day of the month of a column, where its year is sure."""
    if not (period.year and period.month):
        return None
    first, cell = date(period.year, period.month, 1), table.grid.rows[table.top][column]
    said = isinstance(cell, date) or any(map(str.isdecimal, str(cell).split()))
    return first if said or year_of(first) == first.year else None


def titled(table: MonthTable) -> list[int]:
    """Return the rows above the header that hold something."""
    return [n for n, row in enumerate(table.grid.rows[: table.top]) if not all(map(is_blank, row))]


def mistakes_above(table: MonthTable) -> Iterator[BadCell]:
    """Yield the numbers above the header, but for years, and what tells another unit than euros."""
    grid = table.grid
    header = " ".join(map(str, grid.rows[table.top]))
    yield from _units(table, (table.top, table.client), header, grid.name)
    for number in titled(table):
        row = grid.rows[number]
        found = [value_of(cell) for cell in row]
        odd = [n for n, it in enumerate(found) if isinstance(it, Decimal) and not is_year(it)]
        if odd:
            yield _mistake(table, ASTRAY, (number, odd[0]), ASTRAY_FIX)
        texts = " ".join(it for it in row if isinstance(it, str))
        yield from _units(table, (number, 0), texts)


def _units(table: MonthTable, cell: tuple[int, int], *titles: str) -> Iterator[BadCell]:
    if unit := next(filter(None, map(foreign_unit, titles)), ""):
        yield _mistake(table, f"tableau en {unit}", cell, UNIT_FIX)


def _mistake(table: MonthTable, what: str, at: tuple[int, int], fix: str) -> BadCell:
    cell = table.grid.rows[at[0]][at[1]]
    return BadCell(what, table.grid.place(*at), shown=shown(cell), fix=fix)
