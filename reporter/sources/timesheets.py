"""Monthly timesheets (comptes rendus d'activité) found on a sheet: a column for each day.

Knows how a month is laid out as a grid. Never what its cells amount to.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from reporter.letters import folded
from reporter.sources.layouts import period_above
from reporter.sources.periods import Period
from reporter.sources.totals import SAYS_TOTAL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.sources.grids import Grid
    from reporter.sources.headers import Vocabulary

FEWEST_DAYS = 28
DAY = re.compile(r"(?:[^\W\d]{1,9}\.?\s*)?0?(\d{1,2})")
HOURS = {"heure", "heures", "h"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Timesheet:
    """A month as a grid.

    Attributes:
        top: the row that numbers the days.
        bottom: the row after the last one.
        days: the day of the month of each column.
        fields: the columns of the client, the mission and the rate.
        totals: the columns that hold the sum of a row.
        period: the month.
        in_hours: whether a word above says that the cells are hours.
    """

    grid: Grid
    top: int
    bottom: int
    days: Mapping[int, int]
    fields: Mapping[str, int]
    totals: Sequence[int]
    period: Period
    in_hours: bool


def find_timesheets(grid: Grid, vocabulary: Vocabulary) -> list[Timesheet]:
    """Return the monthly grids of a sheet, from top to bottom."""
    if not grid.rows or len(grid.rows[0]) < FEWEST_DAYS:
        return []
    tops = [
        (number, days)
        for number, row in enumerate(grid.rows)
        if len(days := _days(row)) >= FEWEST_DAYS
    ]
    bottoms = [*(number for number, _ in tops), len(grid.rows)][1:]
    return [
        _timesheet(grid, vocabulary, top, bottom, days)
        for (top, days), bottom in zip(tops, bottoms, strict=True)
    ]


def _days(row: Sequence[Any]) -> dict[int, int]:
    """Return the columns of a row that number the days of a month, from 1 on."""
    best: dict[int, int] = {}
    run: dict[int, int] = {}
    for column, cell in enumerate(row):
        number = _day(cell)
        if number is None or number != len(run) + 1:
            run = {}
        if number == len(run) + 1:
            run[column] = number
        best = max(best, run, key=len)
    return best


def _day(cell: Any) -> int | None:
    if isinstance(cell, date):
        return cell.day
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, int):
        return cell
    found = (
        DAY.fullmatch(cell.strip()) if isinstance(cell, str) and len(cell) < FEWEST_DAYS else None
    )
    return int(found[1]) if found else None


def _timesheet(
    grid: Grid, vocabulary: Vocabulary, top: int, bottom: int, days: dict[int, int]
) -> Timesheet:
    row = grid.rows[top]
    first = min(days)
    fields = dict(vocabulary.columns(row[:first], "days").fields)
    if "client" not in fields:
        texts = [
            c for c in range(first) if _has_text(grid, c, top, bottom) and c not in fields.values()
        ]
        fields |= dict(zip(("client", "mission"), texts, strict=False))
    words = [cell for number in range(max(0, top - 6), top + 1) for cell in grid.rows[number]]
    said = {
        word
        for cell in (*words, grid.sheet)
        if isinstance(cell, str)
        for word in folded(cell).split()
    }
    return Timesheet(
        grid=grid,
        top=top,
        bottom=bottom,
        days=days,
        fields=fields,
        totals=[c for c in range(max(days) + 1, len(row)) if _is_total(row[c], vocabulary)],
        period=_period(grid, top, row[first]),
        in_hours=bool(said & HOURS),
    )


def _has_text(grid: Grid, column: int, top: int, bottom: int) -> bool:
    cells = (grid.rows[number][column] for number in range(top + 1, bottom))
    return any(isinstance(cell, str) and cell.strip() for cell in cells)


def _is_total(cell: Any, vocabulary: Vocabulary) -> bool:
    return isinstance(cell, str) and (
        SAYS_TOTAL.match(cell) is not None
        or not vocabulary.columns([cell], "days").fields.keys().isdisjoint({"days", "hours"})
    )


def _period(grid: Grid, top: int, first: Any) -> Period:
    if isinstance(first, date):
        return Period(first.year, first.month)
    return period_above(grid, top, 0, len(grid.rows[top]))
