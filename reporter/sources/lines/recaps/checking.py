"""A recap without dates, by client, month, quarter or year: no lines, but it must agree with them.

Knows the rows of a recap, on a sheet of its own or beside lines, and the sums of lines. Never
counts a recap, whatever it says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.errors import BadCell, Doubt
from reporter.model import CENT, DAYS, ZERO, Day, Expense, total
from reporter.sources.grids.cells import UNCOMPUTED, is_blank
from reporter.sources.grids.cells import shown as as_shown
from reporter.sources.lines.recaps.rows import NUMBERED, QUARTERS, Sums, lines_of, lines_of_column
from reporter.sources.lines.written.values import to_number, tried
from reporter.sources.tables.layouts import period_above
from reporter.sources.tables.titles import key_of
from reporter.words.sums import PIVOTS, is_bare, is_mean, names_somebody, says_measure, says_sum

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Field, Kind
    from reporter.words.periods import Period

AMOUNTS = {"ca", "entrees", "recettes", "ventes", "chiffre affaires", "ca facture", "ca realise"}
"""Titles of a recap that are an amount before tax, besides those of lines."""
PIVOTED = ("Somme de ", "Somme des ", "Sum of ")
"""How a pivot table begins the title of what it sums."""
DASHES = ("-", "–", "—")
"""How a spreadsheet shows a zero, where it is told to."""
TOP_ROWS = 10
PAIR = 2
"""A name and its figure."""
NAMES: tuple[Field, ...] = (
    *("client", "date", "period", "year", "mission", "service", "worker"),
    *("category", "supplier", "label"),
)


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


class Control(NamedTuple):
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
        if columns is not None and (columns.sums or _others(row, columns)):
            return (
                Control(grid=grid, top=top, bottom=len(grid.rows), columns=columns, error=error),
            )
    return ()


def columns_of_sums(row: Sequence[Any], vocabulary: Vocabulary) -> SumColumns | None:
    """Return the columns of names, days and amounts of a header; None where it is of no recap."""
    pivoted = (next((it for it in PIVOTED if str(cell).startswith(it)), "") for cell in row)
    row = [cell.removeprefix(it) if it else cell for cell, it in zip(row, pivoted, strict=True)]
    kinds: tuple[Kind, ...] = ("expenses", "days")
    found = {name: n for kind in kinds for name, n in vocabulary.columns(row, kind).fields.items()}
    titles = [key_of(cell) if isinstance(cell, str) else "" for cell in row]
    amounts = [n for n, title in enumerate(titles) if title in AMOUNTS]
    quarters = [n for n, title in enumerate(titles) if title in QUARTERS | PIVOTS]
    amount = found.get("amount", amounts[0] if len(amounts) == 1 else None)
    own = [found[name] for name in NAMES if name in found]
    names = next(iter((*own, *quarters)), None)
    dated = names is not None and names == found.get("date")
    if names is None or (dated and titles[names] not in NUMBERED):
        return None
    return SumColumns(names, found.get("days"), amount, {"client", "date"} <= found.keys())


def compared(control: Control, lines: Sums, year_of: Callable[[Any], int]) -> BadCell | Doubt:
    """Return the note of a recap that agrees with the lines in all its cells, else its refusal.

    One that stands beside lines may sum those of its sheet alone.
    """
    width = len(control.grid.rows[control.top])
    said = period_above(control.grid, control.top, 0, width)
    tried = [_disagreeing(control, each, said) for each in _groups(control, lines, said, year_of)]
    wrong = None if None in tried else max(filter(None, tried), default=control.top)
    error = control.error
    if wrong is not None and not control.columns.sums:
        return _unsummed(control) if control.beside else error
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
    """Yield the lines that a recap may sum: sales or expenses, of its sheet, of all, of its month.

    One that is called by a month without any line may be what that month sold: it sums none.
    """
    among = [line for line in lines if said.year in (None, line.date.year, year_of(line.date))]
    monthly = [line for line in among if line.date.month == said.month]
    if said.month and not monthly:
        among = []
        yield among
    own = [line for line in lines if line.place[:2] == control.grid.whole[:2]]
    for each in (own, among, monthly):
        for spent in (False, True):
            if group := [line for line in each if isinstance(line, Expense) == spent]:
                yield group


def _disagreeing(control: Control, lines: Sums, said: Period) -> int | None:
    """Return the first row of a recap that is not what lines amount to; None where all are."""
    numbers = range(control.top + 1, control.bottom)
    blank = [n for n in numbers if all(map(is_blank, control.grid.rows[n]))]
    figures = {
        n
        for n in range(min(blank, default=control.bottom), control.bottom)
        if _is_figure(control, n)
    }
    rows = [n for n in numbers if n not in {*blank, *figures}]
    rows = [n for n in rows if not is_mean(str(control.grid.rows[n][control.columns.names]))]
    wrong = (n for n in rows if not _agrees(control, control.grid.rows[n], lines, said))
    return next(wrong, None) if rows else control.top


def _is_figure(control: Control, number: int) -> bool:
    """Tell whether a row is a measure and its figure alone, or words: it sums no lines."""
    row = control.grid.rows[number]
    filled = [cell for cell in row if not is_blank(cell)]
    if all(isinstance(cell, str) and tried(to_number, cell) is None for cell in filled):
        return True
    if len(filled) != PAIR or not isinstance(name := row[control.columns.names], str):
        return False
    measure = (says_measure(name) or says_sum(name)) and not is_bare(name)
    return measure and not names_somebody(name, ())


def _agrees(control: Control, row: Sequence[Any], lines: Sums, said: Period) -> bool:
    header, names = control.grid.rows[control.top], control.columns.names
    found = lines_of(str(header[names]), row[names], lines, said)
    if found is None:
        return False
    if not control.columns.sums:
        return _crosses(control, row, (found, lines), said)
    sums = zip((control.columns.days, control.columns.amount), _worth(found), strict=True)
    given = [(row[column], value) for column, value in sums if column is not None]
    filled = any(not is_blank(cell) or not value for cell, value in given)
    return filled and all(_is(cell, value) for cell, value in given)


def _crosses(control: Control, row: Sequence[Any], of: tuple[Sums, Sums], said: Period) -> bool:
    """Tell whether the cells of a row are the amounts or the days of its lines, column by column.

    `of` are the lines of the row, and all of them.
    """
    header, (found, lines) = control.grid.rows[control.top], of
    columns = _others(header, control.columns)
    for column in columns:
        its = lines_of_column(header[column], lines, said)
        if its is None:
            return False
        own = set(map(id, its))
        both = [line for line in found if id(line) in own]
        if not any(_is(row[column], value) for value in _worth(both)):
            return False
    return bool(columns)


def _worth(lines: Sums) -> tuple[Decimal, Decimal]:
    """Return the days of lines, and what they amount to in euros."""
    return total((line for line in lines if isinstance(line, Day)), DAYS), total(lines)


def _others(row: Sequence[Any], columns: SumColumns) -> list[int]:
    """Return the columns of a header that has no sums, besides that of its names."""
    return [n for n, cell in enumerate(row) if n != columns.names and not is_blank(cell)]


def _is(cell: Any, value: Decimal) -> bool:
    if cell == UNCOMPUTED:
        return True
    number = ZERO if is_blank(cell) or cell in DASHES else tried(to_number, cell)
    return number is not None and abs(number - value) < CENT
