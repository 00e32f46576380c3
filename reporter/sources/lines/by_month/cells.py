"""How the cells of a table by month are read, what stands above them, and the day of each column.

Knows what the table counts and one cell, all of its numbers, its header and the rows above it.
Never its clients.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter import numerals
from reporter.errors import BadCell
from reporter.french import quantity
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.by_month.sums import summed_time
from reporter.sources.lines.rows.outside import ASTRAY, ASTRAY_FIX
from reporter.sources.lines.timesheets.cells import LONGEST_MARK, in_a_day, is_off, worked
from reporter.sources.lines.worth.hours import no_hours
from reporter.sources.lines.written.column import READERS
from reporter.sources.lines.written.counts import DAY_WORDS, HOUR_WORDS
from reporter.sources.lines.written.values import Unreadable, value_of
from reporter.sources.tables.month_columns import WEEK
from reporter.sources.tables.titles import foreign_unit, is_year

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from reporter.model import Line
    from reporter.sources.lines.context import Context
    from reporter.sources.tables.month_columns import MonthTable
    from reporter.words.columns import Field
    from reporter.words.periods import Period

FEWEST_WORDS = 2
YEAR_FIX = "écrire l’année avec le mois, « Janvier 2020 », ou dans le nom de la feuille"
UNIT_FIX = "écrire des euros hors taxes, et un titre qui ne dit pas autre chose"


class Reader(NamedTuple):
    """How a cell is read, as which field, and the units that it may show beside its number."""

    name: Field
    units: set[str]
    read: Callable[[Any], Decimal | None]


def reader(table: MonthTable, day: date | None, *, is_sum: bool) -> Reader:
    """Return how a cell of a table is read; a sum of days or of hours may be of years."""
    if table.unit not in ("days", "hours"):
        return Reader("amount", set(), READERS["amount"][1])
    units = DAY_WORDS if table.unit == "days" else HOUR_WORDS
    read = READERS[table.unit][1]
    if is_sum:
        read = partial(summed_time, read=read)
    elif table.days:
        most = WEEK - 1 if table.is_weekly else 1  # seven may be hours
        read = partial(in_a_day, day=day, unit=table.unit, most=most)
    return Reader(table.unit, units, read)


def holds_words(table: MonthTable) -> bool:
    """Tell whether one of its names has several words in place of days: they are those of a list.

    What no reader takes for a day, an absence or a mark says whom, or what, a line is of.
    """
    below = table.grid.rows[table.top + 1 :]
    days = [[row[n] for n in table.days if not is_blank(row[n])] for row in below]
    return any(all(map(_is_word, cells)) and len(set(cells)) >= FEWEST_WORDS for cells in days)


def _is_word(cell: Any) -> bool:
    mark = shown(cell).isalpha() and len(shown(cell)) <= LONGEST_MARK
    if mark or not numerals.is_text(cell) or is_off(cell, named=True, day=None):
        return False
    try:
        worked(cell)
    except Unreadable:
        return True
    return False


def unsure_hours(
    table: MonthTable,
    rows: Mapping[int, Mapping[int, Decimal]],
    lines: Iterable[Line],
    context: Context,
) -> Iterable[BadCell]:
    """Yield what is wrong with hours: most are days, or nothing says how many make one."""
    numbers = sorted(it for its in rows.values() for it in its.values() if it)
    if table.unit != "hours" or not numbers:
        return
    place = table.grid.place(table.top, min(table.months))
    if numbers[len(numbers) // 2] <= 1:
        shown = f"de {quantity(numbers[0])} à {quantity(numbers[-1])}"
        fix = "écrire « Jours » au lieu de « Heures » si ce sont des jours"
        yield BadCell("des jours ou des heures ?", place, shown=shown, fix=fix)
    elif any(context.hours_of(client) is None for line in lines for client in line.texts[:1]):
        yield no_hours(place)


def days_of(
    table: MonthTable, year_of: Callable[[date], int]
) -> tuple[Mapping[int, date | None], list[BadCell]]:
    """Return the first day of each column, and the mistake of the first whose year is not sure."""
    months = {n: it for n, it in table.months.items() if n not in table.days}
    firsts = {n: _first(table, n, it, year_of) for n, it in months.items()}
    unsure = [
        table.grid.mistake(table.top, n, "de quelle année est ce mois ?", YEAR_FIX)
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
            yield grid.mistake(number, odd[0], ASTRAY, ASTRAY_FIX)
        texts = " ".join(it for it in row if isinstance(it, str))
        yield from _units(table, (number, 0), texts)


def _units(table: MonthTable, cell: tuple[int, int], *titles: str) -> Iterator[BadCell]:
    if unit := next(filter(None, map(foreign_unit, titles)), ""):
        yield table.grid.mistake(*cell, f"tableau en {unit}", UNIT_FIX)
