"""A recap without dates, by client or by month: it is no lines, but it must agree with them.

Knows the rows of a recap and the sums of lines. Never counts a recap, whatever it says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reporter.errors import BadCell, Doubt
from reporter.model import CENT, ZERO, Day
from reporter.names import spelling
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.values import Unreadable, to_number
from reporter.sources.tables.layouts import period_above
from reporter.sources.tables.periods import MONTHS, Period, period_of, without_period
from reporter.sources.tables.sum_words import is_bare
from reporter.sources.tables.titles import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from reporter.model import Fee
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.headers import Vocabulary

AMOUNTS = {"ca", "chiffre affaires", "ca facture", "ca realise"}
"""Titles of a recap that are an amount before tax, besides those of lines."""
NUMBERED = {"mois", "month", "n mois", "periode"}
"""Titles above months; below another, a number is no month."""
TOP_ROWS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A recap: where its header stands, the column of its names, those of its sums.

    Attributes:
        error: what to say of it where it does not agree with the lines.
    """

    grid: Grid
    top: int
    names: int
    days: int | None
    amount: int | None
    error: BadCell


def find_control(grid: Grid, vocabulary: Vocabulary, error: BadCell) -> Control | None:
    """Return a sheet as a recap; None where it is none that we understand."""
    for top, row in enumerate(grid.rows[:TOP_ROWS]):
        found = vocabulary.columns(row, "days").fields
        amounts = [n for n, cell in enumerate(row) if _is_amount(cell)]
        amount = found.get("amount", amounts[0] if len(amounts) == 1 else None)
        names = found.get("client", found.get("date", found.get("period")))
        days = found.get("days")
        if names is not None and (days is not None or amount is not None):
            both = {"client", "date"} <= found.keys()
            return (
                None
                if both
                else Control(grid=grid, top=top, names=names, days=days, amount=amount, error=error)
            )
    return None


def _is_amount(cell: Any) -> bool:
    return isinstance(cell, str) and key_of(cell) in AMOUNTS


def checked(
    control: Control, lines: Sequence[Day | Fee], year_of: Callable[[Any], int]
) -> BadCell | Doubt:
    """Return the note of a recap that agrees with the lines in all its cells, else its refusal."""
    said = period_above(control.grid, control.top, 0, len(control.grid.rows[control.top]))
    among = [line for line in lines if said.year in (None, line.date.year, year_of(line.date))]
    rows = [row for row in control.grid.rows[control.top + 1 :] if not all(map(is_blank, row))]
    agrees = [_agrees(control, row, among, said) for row in rows]
    wrong = next((row for row, right in zip(rows, agrees, strict=True) if not right), None)
    error = control.error
    if wrong is None and rows:
        what = "récapitulatif d’accord avec les lignes, laissé de côté"
        return Doubt(code="total", what=what, place=control.grid.whole)
    shown = " · ".join(str(cell) for cell in wrong or () if not is_blank(cell))[:80]
    fix = f"{error.fix} ; comparé aux lignes, il n’en est pas la somme : « {shown} »"
    return BadCell(error.what, error.place, shown=error.shown, fix=fix if lines else error.fix)


def _agrees(control: Control, row: Sequence[Any], lines: Sequence[Day | Fee], said: Period) -> bool:
    found = _named(control, row[control.names], lines, said)
    if found is None:
        return False
    sums = (
        (control.days, sum((line.days for line in found if isinstance(line, Day)), ZERO)),
        (control.amount, sum((line.amount for line in found), ZERO)),
    )
    given = [(row[column], value) for column, value in sums if column is not None]
    return any(not is_blank(cell) for cell, _ in given) and all(
        _is(cell, value) for cell, value in given
    )


def _is(cell: Any, value: Decimal) -> bool:
    try:
        return abs((ZERO if is_blank(cell) else to_number(cell)) - value) < CENT
    except Unreadable:
        return False


def _named(
    control: Control, cell: Any, lines: Sequence[Day | Fee], said: Period
) -> list[Day | Fee] | None:
    """Return the lines that a row of a recap sums: a client's, a month's, or all of them."""
    if isinstance(cell, str) and is_bare(cell):
        return list(lines)
    clients = [line for line in lines if spelling(line.client) == spelling(str(cell))]
    if clients or not isinstance(cell, str | int | float):
        return clients or None
    month = _month(control, cell)
    years = {line.date.year for line in lines}
    year = period_of(cell).year or (years.pop() if len(years) == 1 else said.year)
    if not month or year is None:
        return None
    return [line for line in lines if (line.date.year, line.date.month) == (year, month)]


def _month(control: Control, cell: Any) -> int | None:
    if isinstance(cell, str) and not cell.strip().isdecimal():
        alone = not without_period(cell)
        return period_of(cell).month if alone else None
    title = key_of(str(control.grid.rows[control.top][control.names]))
    number = int(cell) if title in NUMBERED else 0
    return number if 1 <= number <= len(set(MONTHS.values())) else None
