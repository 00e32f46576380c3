"""A table whose time runs down and whose names stand across: turned, it is one that is read.

Knows dates, months and the days of a month down a column, and the titles beside them. Never what
the cells below say.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from operator import contains
from typing import TYPE_CHECKING, Any

from reporter import numerals
from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.grids.grid import turned
from reporter.sources.tables.completed import SHORT
from reporter.sources.tables.header_rows import TOP_ROWS
from reporter.sources.tables.layouts import find_tables
from reporter.sources.tables.month_columns import month_in, months_of, remarks_of
from reporter.sources.tables.timesheets import SHORTEST, days_across
from reporter.words.bearing import is_absence
from reporter.words.labels import LABELS
from reporter.words.periods import DAY_NAMES, LONG_NAMES, MONTHS, day_in_full
from reporter.words.sums import is_bare, is_share, says_measure, says_sum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.vocabulary import Vocabulary

FEWEST, FEWEST_NAMES, FEWEST_TITLES = 2, 2, 3
WEEKS = pattern(r"(?:n )?(?:s|sem|semaines?|week)")
"""The title of a column of the numbers of weeks, folded."""
FORMS = ("", "02")


def sideways(grid: Grid, vocabulary: Vocabulary) -> Grid | None:
    """Return a sheet turned for its time to run across; None where none runs down it for sure."""
    grid = grid._replace(rows=[[_dated(cell) for cell in row] for row in grid.rows])
    for column in range(min(TOP_ROWS, len(grid.rows[0]))):
        cells = [row[column] for row in grid.rows]
        if rows := _times(cells):
            return _turned(grid, vocabulary, column, rows)
    return None


def upright(grid: Grid, vocabulary: Vocabulary) -> tuple[Grid, list[Table]]:
    """Return a list whose titles run down its first column, turned, and its tables; else none."""
    titles = [n for n, row in enumerate(grid.rows) if vocabulary.word(row[0])]
    if len(titles) < FEWEST_TITLES:
        return grid, []
    again = turned(grid, titles[0], titles[-1] + 1)
    tables = find_tables(again, vocabulary)
    lines = [table for table in tables if table.is_whole and table.bottom - table.top > FEWEST]
    is_list = [table.top for table in lines] == [titles[0]]
    return (again, tables) if is_list else (grid, [])


def _dated(cell: Any) -> Any:
    """Return the day that a text writes after its weekday, « lun. 02/03/2020 », else the cell."""
    name, _, rest = cell.strip().partition(" ") if isinstance(cell, str) else ("", "", "")
    day = day_in_full(rest)
    return day if day is not None and folded(name) in _said_of(day, bare=False)[0] else cell


def _times(cells: Sequence[Any]) -> list[int]:
    """Return the rows of a column that are days in full, months, or the days of one month."""
    for reads in (day_in_full, _is_month):
        found = [n for n, cell in enumerate(cells) if reads(cell)]
        if len(found) >= FEWEST:
            return found
    numbers = days_across(cells)
    return list(numbers) if max(numbers.values(), default=0) >= SHORTEST else []


def _is_month(cell: Any) -> bool:
    """Tell whether a cell is a month and nothing more, « janv-20 » too."""
    short = SHORT.fullmatch(folded(cell)) if isinstance(cell, str) else None
    return month_in(cell) is not None or (short is not None and short[1] in MONTHS)


def _turned(grid: Grid, vocabulary: Vocabulary, column: int, rows: Sequence[int]) -> Grid | None:
    """Return a sheet turned below the titles of its columns, where they are names, or months.

    Numbers before its times are those of a list.
    """
    top = _header(grid, vocabulary, column, rows[0])
    below = ((n, row[column]) for n, row in enumerate(grid.rows) if n > rows[-1])
    sums = (n for n, it in below if says_sum(it) or is_share(str(it)))
    bottom = 1 + max((*sums, rows[-1]))
    if top is None or any(numerals.number(shown(it)) for row in grid.rows[bottom:] for it in row):
        return None
    again = [n for n in range(len(grid.rows[0])) if n != column and _again(grid, (column, n), rows)]
    before = (grid.rows[rank][n] for rank in rows for n in range(column) if n not in again)
    if any(numerals.number(shown(cell)) for cell in before):
        return None
    remarks = [n for n in remarks_of(grid, top, vocabulary) if n > column]
    grid = _noted(grid, rows, range(column + 1, len(grid.rows[0])), remarks)
    again += remarks
    titles = [cell for n, cell in enumerate(grid.rows[top]) if n > column and n not in again]
    spent = vocabulary.kind_of(grid.name) == "expenses"
    if not (months_of(titles) or _are_names(titles, vocabulary, spent=spent)):
        return None
    kept = [
        ["" if n in again and top <= rank < bottom else cell for n, cell in enumerate(row)]
        for rank, row in enumerate(grid.rows)
    ]
    if clients := _clients_over(grid, vocabulary, top, column):
        kept[top][column] = LABELS["mission"]
        top -= 1
        kept[top] = clients
    return turned(grid._replace(rows=kept), top, bottom)


def _noted(grid: Grid, rows: Sequence[int], columns: range, remarks: Sequence[int]) -> Grid:
    """Return a sheet whose remarks are those of the first cell that each time has of a name."""
    notes = dict(grid.marks.notes)
    for number, remark in product(rows, remarks):
        row = grid.rows[number]
        own = (n for n in columns if n not in remarks and not is_blank(row[n]))
        if not is_blank(row[remark]) and (first := next(own, None)) is not None:
            said = notes.get((number, first), "")
            notes[number, first] = f"{said} {row[remark]}".strip()
    return grid._replace(marks=replace(grid.marks, notes=notes))


def _clients_over(grid: Grid, vocabulary: Vocabulary, top: int, column: int) -> list[Any]:
    """Return the row above titles of missions, their client over each; nothing where it is none.

    A client may be written once over all of its missions. Days alone have such rows for sure:
    whom they are of is known by their rates.
    """
    above, row = grid.rows[top - 1] if top else (), grid.rows[top]
    texts = {n: cell for n, cell in enumerate(above) if not is_blank(cell)}
    titles = {n: cell for n, cell in enumerate(row) if n > column and not is_blank(cell)}
    over = len(texts) >= FEWEST_NAMES and min(texts) == min(titles)
    if (
        not (over and all(map(numerals.is_text, texts.values())))
        or vocabulary.kind_of(grid.name) != "days"
    ):
        return []
    clients = {n: texts[max(at for at in texts if at <= n)] for n in titles}
    clients |= {n: title for n, title in titles.items() if is_bare(title)}
    return [LABELS["client"] if n == column else clients.get(n, "") for n in range(len(above))]


def _header(grid: Grid, vocabulary: Vocabulary, column: int, first: int) -> int | None:
    """Return the row of the titles above the first time; that of the rates may part them."""
    for number in range(first - 1, -1, -1):
        word = vocabulary.columns([grid.rows[number][column]], "days").fields
        if "rate" not in word:
            return number
    return None


def _are_names(titles: Sequence[Any], vocabulary: Vocabulary, *, spent: bool) -> bool:
    """Tell whether titles are those of several people, or expenses, and of nothing measured."""
    texts = [cell for cell in titles if not is_blank(cell)]
    if not all(map(numerals.is_text, texts)):
        return False
    names = [text for text in texts if not (is_bare(text) or is_absence(text))]
    odd = (vocabulary.word(it) or (says_measure(it) and not spent) for it in names)
    return len(names) >= FEWEST_NAMES and not any(odd)


def _again(grid: Grid, columns: tuple[int, int], rows: Sequence[int]) -> bool:
    """Tell whether a column says of each day its weekday, its week, its month or its year.

    A number alone may be days: it is that of a week under its title.
    """
    time, column = columns
    week = any(WEEKS.fullmatch(folded(row[column])) for row in grid.rows[: rows[0]])
    pairs = [
        (day, folded(shown(cell)))
        for row in (grid.rows[n] for n in rows)
        if (day := day_in_full(row[time])) and not is_blank(cell := row[column])
    ]
    ways = zip(*(_said_of(day, bare=week) for day, _ in pairs), strict=True)
    texts = [text for _, text in pairs]
    return any(all(map(contains, said, texts)) for said in ways)


def _said_of(day: date, *, bare: bool) -> tuple[set[str], ...]:
    """Return how a day's weekday, week, month and year may be written, folded."""
    name, month = DAY_NAMES[day.weekday()], folded(LONG_NAMES[day.month - 1])
    number = day.isocalendar().week
    weeks = {f"{word}{number:{form}}" for word in ("s", "s ", "sem ", "semaine ") for form in FORMS}
    weeks |= {f"{number:{form}}" for form in FORMS} if bare else set()
    return (
        {name, name[:3], name[:2], name[0]},
        weeks,
        {month, f"{month} {day.year}"},
        {f"{day.year}"},
    )
