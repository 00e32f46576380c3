"""A client for each half of a day → days, as two sheets: one line a day where both are the same.

Knows the titles of a morning and of an afternoon, and texts below. Never what a line is worth, nor
who is a client: a name is priced as in any list of days.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter import numerals
from reporter.characters import folded
from reporter.errors import BadCell
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.written.values import is_day
from reporter.sources.sheets.recognising import Sheet, find_sheet
from reporter.sources.tables.header_rows import TOP_ROWS
from reporter.sources.tables.parts_of_days import HALF, HALVES, WEEKS, WHOLE, parts_of_row
from reporter.words.bearing import is_absence
from reporter.words.labels import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Field

TOLD: set[Field] = {"client", "days", "hours"}
"""What no other column of such a table says."""


def parts_of(grid: Grid, vocabulary: Vocabulary) -> list[Sheet]:
    """Return the mornings and the afternoons of a sheet, as two sheets; nothing where not sure.

    Absences alone are those of days that are sold where the name of the sheet says so.
    """
    for top, row in enumerate(grid.rows[:TOP_ROWS]):
        columns, _ = parts_of_row(row)
        if len(columns) != len(HALVES):
            continue
        fields = vocabulary.columns(row, "days").fields.keys()
        if "date" not in fields or TOLD & fields:
            continue
        cells = [it[n] for it in grid.rows[top + 1 :] for n in columns if not is_blank(it[n])]
        grid = _unmerged(grid, columns)
        names = [it for it in cells if numerals.is_text(it) and len(it.strip()) > 1]
        told = vocabulary.kind_of(grid.name) == "days" and names
        if len(names) < len(cells) or not (told or any(not is_absence(it) for it in names)):
            return []
        if bad := list(_displaced(grid, top, set(map(_name, names)))):
            return [Sheet(grid, errors=tuple(bad))]
        both = (find_sheet(_half(grid, top, columns, way), vocabulary) for way in (0, 1))
        parts = [it for it in both if it]
        return parts if not any(it.errors for it in parts) else parts[:1]
    return []


def _unmerged(grid: Grid, columns: Sequence[int]) -> Grid:
    """Return a grid in which each half day of a merged cell has its client."""
    rows = [[*row] for row in grid.rows]
    for (top, left), (last, right) in grid.marks.merged.items():
        for row in rows[top : last + 1] if left in columns else ():
            for column in {*columns} & {*range(left, right + 1)}:
                row[column] = grid.rows[top][left]
    return grid._replace(rows=rows)


def _displaced(grid: Grid, top: int, known: AbstractSet[str]) -> Iterator[BadCell]:
    """Yield the names that stand alone on their row: some half of a day was theirs, of no date."""
    for number, row in enumerate(grid.rows[top + 1 :], top + 1):
        filled = [n for n, cell in enumerate(row) if not is_blank(cell)]
        if len(filled) == 1 and _name(row[filled[0]]) in known:
            what, fix = "un client sans sa date", "le mettre à la demi-journée de sa date"
            shown = str(row[filled[0]]).strip()
            yield BadCell(what, grid.place(number, filled[0]), shown=shown, fix=fix)


def _half(grid: Grid, top: int, columns: Sequence[int], way: int) -> Grid:
    """Return a list of what is done in the morning, or else in the afternoon alone."""
    whose, other = columns[way], columns[1 - way]
    rows = [[*row] for row in grid.rows]
    rows[top][whose], rows[top][other] = LABELS["client"], LABELS["days"]
    for number in range(top + 1, len(rows)):
        row = grid.rows[number]
        same = _name(row[whose]) == _name(row[other])
        blank = is_blank(row[whose])
        idle = blank and same and _is_of_no_work(row)
        if idle or (way and (blank or same)) or (blank and not same):
            rows[number] = [""] * len(row)
        elif not blank:
            days = WHOLE if same else HALF
            rows[number][other] = "" if is_absence(str(row[whose])) else float(days)
    return grid._replace(rows=rows)


def _is_of_no_work(row: Sequence[Any]) -> bool:
    """Tell whether a row has nothing but a date, and the name of its day."""
    texts = [folded(cell) for cell in row if not is_blank(cell) and not is_day(cell)]
    return all(any(text in week for week in WEEKS) for text in texts)


def _name(cell: Any) -> str:
    return str(cell).strip().casefold()
