"""A recap without dates, by client, month, quarter or year: no lines, but it must agree with them.

Knows the rows of a recap, on a sheet of its own or beside lines, and the sums of lines. Never
counts a recap, whatever it says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.errors import BadCell, Doubt
from reporter.model import CENT, ZERO, Day, Expense, Line
from reporter.names import spelling
from reporter.sources.grids.cells import UNCOMPUTED, is_blank
from reporter.sources.grids.cells import shown as as_shown
from reporter.sources.lines.naming import names_of
from reporter.sources.lines.written.values import to_number, tried
from reporter.sources.tables.layouts import period_above
from reporter.sources.tables.periods import YEARS, Period, period_of, without_period, without_years
from reporter.sources.tables.sum_words import is_bare, is_mean
from reporter.sources.tables.titles import key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from decimal import Decimal

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.headers import Vocabulary
    from reporter.sources.tables.vocabulary import Field

AMOUNTS = {"ca", "chiffre affaires", "ca facture", "ca realise"}
"""Titles of a recap that are an amount before tax, besides those of lines."""
NUMBERED = {"mois", "month", "n mois", "periode"}
"""Titles above months; below another, a number is no month."""
QUARTERS = {"trimestre", "trimestres", "trim", "n trimestre", "quarter"}
QUARTER = re.compile(
    r"(?:t|q|trim|trimestre|quarter) ?([1-4])|([1-4])(?:er|e|eme|nd)? trim(?:estre)?"
)
DASHES = ("-", "–", "—")
"""How a spreadsheet shows a zero, where it is told to."""
TOP_ROWS = 10
NAMES: tuple[Field, ...] = (
    *("client", "date", "period", "year", "mission", "service", "worker"),
    *("category", "supplier", "label"),
)
Sums = Sequence[Line]


class SumColumns(NamedTuple):
    """The columns of a recap.

    Attributes:
        dated: whether it has both clients and dates, as lines have.
    """

    names: int
    days: int | None
    amount: int | None
    dated: bool

    @property
    def sums(self) -> list[int]:
        """Return the columns of the sums."""
        return [column for column in (self.days, self.amount) if column is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A recap: where its header stands, its columns.

    Attributes:
        grid: its sheet; where it stands beside lines, its own cells alone.
        bottom: the row after its last one.
        error: what to say of it where it does not agree with the lines.
        beside: whether it stands on the sheet of its lines.
    """

    grid: Grid
    top: int
    bottom: int
    columns: SumColumns
    error: BadCell
    beside: bool = False


def find_control(grid: Grid, vocabulary: Vocabulary, error: BadCell) -> tuple[Control, ...]:
    """Return a sheet as a recap; nothing where it is none that we understand."""
    for top, row in enumerate(grid.rows[:TOP_ROWS]):
        columns = columns_of_sums(row, vocabulary)
        if columns is not None and columns.dated:
            return ()
        if columns is not None and columns.sums:
            return (
                Control(grid=grid, top=top, bottom=len(grid.rows), columns=columns, error=error),
            )
    return ()


def columns_of_sums(row: Sequence[Any], vocabulary: Vocabulary) -> SumColumns | None:
    """Return the columns of the names, the days and the amounts of a header.

    None where it is that of no recap.
    """
    found = {
        **vocabulary.columns(row, "expenses").fields,
        **vocabulary.columns(row, "days").fields,
    }
    amounts = [n for n, cell in enumerate(row) if _is_amount(cell)]
    quarters = [
        n for n, cell in enumerate(row) if isinstance(cell, str) and key_of(cell) in QUARTERS
    ]
    amount = found.get("amount", amounts[0] if len(amounts) == 1 else None)
    own = [found[name] for name in NAMES if name in found]
    names = next(iter((*own, *quarters)), None)
    if names is not None and names == found.get("date") and key_of(str(row[names])) not in NUMBERED:
        return None
    if names is None:
        return None
    return SumColumns(names, found.get("days"), amount, {"client", "date"} <= found.keys())


def _is_amount(cell: Any) -> bool:
    return isinstance(cell, str) and key_of(cell) in AMOUNTS


def checked(control: Control, lines: Sums, year_of: Callable[[Any], int]) -> BadCell | Doubt:
    """Return the note of a recap that agrees with the lines in all its cells, else its refusal.

    One that stands beside lines may sum those of its sheet alone.
    """
    if not control.columns.sums:
        return _unsummed(control)
    width = len(control.grid.rows[control.top])
    said = period_above(control.grid, control.top, 0, width)
    tried = [_disagreeing(control, each, said) for each in _groups(control, lines, said, year_of)]
    wrong = None if None in tried else max(filter(None, tried), default=control.top)
    error = control.error
    if wrong is None:
        place = error.place if control.beside else control.grid.whole
        lost = any(UNCOMPUTED in row for row in control.grid.rows[control.top : control.bottom])
        what = "récapitulatif d’accord avec les lignes, laissé de côté"
        if lost:
            what = "récapitulatif laissé de côté, ses formules n’ont pas de valeur calculée"
        return Doubt(code="formule" if lost else "total", what=what, place=place)
    row = control.grid.rows[wrong]
    shown = " · ".join(as_shown(cell) for cell in row if not is_blank(cell))[:80]
    fix = f"{error.fix} ; comparé aux lignes, il n’en est pas la somme : « {shown} »"
    place = control.grid.place(wrong, control.columns.names) if control.beside else error.place
    sold = control.beside or any(not isinstance(line, Expense) for line in lines)
    return BadCell(error.what, place, shown=error.shown, fix=fix if sold else error.fix)


def _unsummed(control: Control) -> Doubt:
    """Return the doubt of a table without dates nor sums: a note, where it has no number."""
    cells = (cell for row in control.grid.rows[control.top :] for cell in row)
    counts = any(tried(to_number, cell) is not None for cell in cells if not is_blank(cell))
    what = "un tableau sans dates, à côté des lignes, laissé de côté"
    fix = "écrire ses lignes avec leur date, si elles comptent"
    code, place, shown = "titre-inconnu" if counts else "note", control.error.place, control.error
    return Doubt(code=code, what=what, place=place, shown=shown.shown, fix=fix)


def _groups(
    control: Control, lines: Sums, said: Period, year_of: Callable[[Any], int]
) -> Iterator[Sums]:
    """Yield the lines that a recap may sum: sales or expenses, of its sheet or of all."""
    among = [line for line in lines if said.year in (None, line.date.year, year_of(line.date))]
    own = [line for line in lines if line.place[:2] == control.grid.whole[:2]]
    for each in (own, among):
        for spent in (False, True):
            if group := [line for line in each if isinstance(line, Expense) == spent]:
                yield group


def _disagreeing(control: Control, lines: Sums, said: Period) -> int | None:
    """Return the first row of a recap that is not what lines amount to; None where all are."""
    numbers = range(control.top + 1, control.bottom)
    rows = [n for n in numbers if not all(map(is_blank, control.grid.rows[n]))]
    rows = [n for n in rows if not is_mean(str(control.grid.rows[n][control.columns.names]))]
    wrong = (n for n in rows if not _agrees(control, control.grid.rows[n], lines, said))
    return next(wrong, None) if rows else control.top


def _agrees(control: Control, row: Sequence[Any], lines: Sums, said: Period) -> bool:
    found = _named(control, row[control.columns.names], lines, said)
    if found is None:
        return False
    sums = (
        (control.columns.days, sum((line.days for line in found if isinstance(line, Day)), ZERO)),
        (control.columns.amount, sum((line.amount for line in found), ZERO)),
    )
    given = [(row[column], value) for column, value in sums if column is not None]
    filled = any(not is_blank(cell) or not value for cell, value in given)
    return filled and all(_is(cell, value) for cell, value in given)


def _is(cell: Any, value: Decimal) -> bool:
    if cell == UNCOMPUTED:
        return True
    number = ZERO if is_blank(cell) or cell in DASHES else tried(to_number, cell)
    return number is not None and abs(number - value) < CENT


def _named(control: Control, cell: Any, lines: Sums, said: Period) -> Sums | None:
    """Return the lines that a row of a recap sums: a client's, a period's, or all of them."""
    if isinstance(cell, str) and is_bare(cell):
        return lines
    if isinstance(cell, date) and (cell.day == 1 or (cell + timedelta(1)).day == 1):
        return [line for line in lines if (line.date.year, line.date.month) == cell.timetuple()[:2]]
    name = spelling(str(cell))
    named = [line for line in lines if name in names_of(line)] if name else []
    if named or not isinstance(cell, str | int | float):
        return named or None
    years = {line.date.year for line in lines}
    year = period_of(cell).year or (years.pop() if len(years) == 1 else said.year)
    months = _months(control, cell)
    if not months or year is None:
        return None
    return [line for line in lines if line.date.year == year and line.date.month in months]


def _months(control: Control, cell: Any) -> Collection[int]:
    """Return the months that a row of a recap is about: one, three of a quarter, a whole year."""
    title = key_of(str(control.grid.rows[control.top][control.columns.names]))
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    if period_of(text).year and without_period(text) in YEARS and not period_of(text).month:
        return range(1, 13)
    if title in NUMBERED and text.strip().isdecimal():
        return {int(text)} & set(range(1, 13))
    words = without_years(text)
    if found := QUARTER.fullmatch(
        f"t{words}" if title in QUARTERS and words.isdecimal() else words
    ):
        last = 3 * int(found[1] or found[2])
        return range(last - 2, last + 1)
    month = period_of(text).month
    return {month} if month and not without_period(text) else ()
