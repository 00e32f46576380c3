"""Who owns each filled column of a table: a field, a harmless title, or nobody, which is said.

Knows which columns a table owns, and what is said of the others. Never what the lines amount to.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.errors import BadCell, Doubt
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.meaning.amounts_beside import holds_again, is_before, parts_of
from reporter.sources.lines.meaning.flags import flagged, undone
from reporter.sources.lines.meaning.looks import (
    are_dates,
    is_count,
    is_handled,
    is_no_status,
    is_number,
    is_person,
    is_rank,
    look_of,
)
from reporter.sources.lines.meaning.remarks import few_of, on_rows
from reporter.sources.lines.verdicts import LeftColumn
from reporter.sources.lines.written.values import value_of
from reporter.sources.tables.titles import called, is_year, key_of, year_alone

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from reporter.errors import Place
    from reporter.model import Line
    from reporter.sources.grids.grid import Grid
    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.meaning.looks import Look

SAYS = {
    "numbers": ("des nombres ou des dates", "Montant HT"),
    "yes or no": ("des oui et des non", "Facturable"),
    "a list": ("quelques mots répétés", "Catégorie"),
}
"""What each look is called, and a field that may be it."""
YEARLY = {"annuite", "dotation", "vnc", "valeur nette comptable", "cumul amortissements"}
"""Titles, besides years, of what its lifetime makes of a purchase."""
NOTHING = pattern(r"0+[.,]0+ ?[%€]?")
"""A zero written with its cents, as tools write it: no number of anything, and no « non »."""
OF_SALES = pattern(r"70[0-8]\d*")
"""The account of a sale (PCG, article 947-70): one of VAT, or of a client, is of an entry."""


def owners(
    cells: Cells, ranks: Collection[int], lines: Mapping[int, Line] | None = None
) -> tuple[tuple[LeftColumn, ...], list[BadCell], list[Doubt]]:
    """Return the columns of a table that are filled and that no field owns, and what is said so.

    One without a title is refused where it holds more than texts; one whose title says nothing that
    we know is doubted where its cells might change a figure, and listed in any case. `lines` are
    those that the table makes, where they are of a year.
    """
    table = cells.table
    owned = {*table.columns.fields.values(), *table.columns.read} - {_of_no_year(cells)}
    free = [n for n in range(table.left, table.right) if n not in owned]
    shares = {n for name, n in table.columns.fields.items() if name in ("price", "balance")}
    parts = parts_of(cells, shares | {*free} - {*table.columns.harmless}, lines or {})
    left: list[LeftColumn] = []
    doubts: list[Doubt] = []
    errors = list(_lines_beside(cells, owned, ranks))
    for column in _filled(cells, ranks, free):
        number = column.number
        if not column.title and column.look != "texts":
            errors.append(untitled(table.grid, cells.rows[column.found[0][0]], number))
            continue
        left.append(LeftColumn(column.said, table.grid.place(table.top, number)))
        if "lifetime" in cells.values and (is_year(column.said) or key_of(column.said) in YEARLY):
            continue
        counts = column.look == "numbers" and lines and number not in table.columns.harmless
        if not counts or not (number in parts or holds_again(cells, number, lines or {})):
            doubts += _asked(cells, ranks, column, left[-1].place)
    return tuple(left), errors, doubts


def _of_no_year(cells: Cells) -> int | None:
    """Return the column of years where a number of it is none: « Années » of a lifetime."""
    number = cells.table.columns.fields.get("year")
    said = () if number is None else cells.column(number)
    odd = any(isinstance(value_of(cell), Decimal) and not year_alone(cell) for cell in said)
    return number if odd else None


class _Column(NamedTuple):
    """A column that no field owns: its title, what stands there by rank, and how that looks."""

    number: int
    title: str
    found: Sequence[tuple[int, Any]]
    look: Look

    @property
    def said(self) -> str:
        """Return what the column is called."""
        return self.title or "(sans titre)"


def _filled(cells: Cells, ranks: Collection[int], free: Sequence[int]) -> Iterator[_Column]:
    """Yield those of some columns that have a title, or hold something on some rows."""
    header = cells.table.grid.rows[cells.table.top]
    for number in free:
        column = enumerate(cells.column(number))
        found = [(rank, cell) for rank, cell in column if rank in ranks and not is_blank(cell)]
        title = shown(header[number]).strip()
        if found or title:
            yield _Column(number, title, found, look_of([cell for _, cell in found]))


def _asked(cells: Cells, ranks: Collection[int], column: _Column, place: Place) -> Sequence[Doubt]:
    """Return what is asked of a column that no field owns, at its cells, or else at its title."""
    number, _, found, look = column
    people = look == "a list" and all(is_person(cell) for _, cell in found)
    if look == "a list" and (
        _is_aside(found, len(ranks)) or is_no_status(cells, column.said, found)
    ):
        look = "texts"
    if look == "texts" or people or number in cells.table.columns.harmless:
        return list(undone(cells, found, number))
    if "discount" in cells.values and all(is_before(cells, *at) for at in found):
        return ()
    nothing = all(isinstance(cell, str) and NOTHING.fullmatch(cell) for _, cell in found)
    rank = is_count(cells, column.said) or is_rank([it for _, it in found])
    booked = key_of(column.said) == "compte" and all(
        OF_SALES.fullmatch(shown(it)) for _, it in found
    )
    if look == "numbers" and (nothing or rank or booked):
        return ()
    doubts = list(undone(cells, found, number, listed=True)) if look == "a list" else []
    flags = flagged(cells, ranks, number, column.said)
    if flags is None and (
        (len(found) == len(ranks) and are_dates(found)) or is_handled(cells, column.said, found)
    ):
        return doubts
    return [*doubts, *([_unowned(place, column.said, look)] if flags is None else flags)]


def _is_few(found: Sequence[tuple[int, Any]], lines: int) -> bool:
    """Tell whether a column holds a few texts on few lines, and none again: each is a remark."""
    return len(found) <= few_of(lines) and len({str(cell) for _, cell in found}) == len(found)


def _is_aside(found: Sequence[tuple[int, Any]], lines: int) -> bool:
    """Tell whether a column holds a few sentences or names of several words, each a remark."""
    return _is_few(found, lines) and all(" " in str(cell).strip() for _, cell in found)


def _lines_beside(
    cells: Cells, owned: Collection[int], ranks: Collection[int]
) -> Iterator[BadCell]:
    """Yield the first cell of a line that stands beside the titles, or beside a total.

    It has a day and a number, under no title: a date alone is that of the document.
    """
    table = cells.table
    header = table.grid.rows[table.top]
    free = [column for column in range(table.left, table.right) if column not in owned]
    above = [n for n in free if all(map(is_blank, cells.column(n)))]
    untitled = [column for column in free if is_blank(header[column])]
    others = [row for rank, row in enumerate(cells.rows) if untitled and rank not in ranks]
    for number, columns in ((table.top, above), *((row, untitled) for row in others)):
        row = table.grid.rows[number]
        found = [column for column in columns if is_number(row[column])]
        days = [column for column in found if isinstance(value_of(row[column]), date)]
        if days and len(found) > len(days):
            what = "une ligne à côté des titres ou d’un total ?"
            fix = "la mettre dessous, ou l’effacer"
            yield table.grid.mistake(number, found[0], what, fix)


def untitled(grid: Grid, row: int, column: int) -> BadCell:
    """Return the mistake of a column without a title, at its first cell."""
    what = "colonne remplie et sans titre"
    fix = "lui donner un titre en haut, ou effacer ses cellules ; un autre tableau se met dessous, "
    fix += "après une ligne vide, ou sur sa feuille : « Paramètres » si rien n’y compte"
    return grid.mistake(row, column, what, fix)


def unread(
    grid: Grid, top: int, columns: Iterable[int], rows: Collection[int], names: Iterable[str]
) -> tuple[list[LeftColumn], list[Doubt]]:
    """Return the columns that nobody reads beside rows that count, and what is doubted of them.

    Some may hold a figure, or statuses; the words of others are remarks, as are those set on cells.
    """
    left: list[LeftColumn] = []
    doubts: list[Doubt] = []
    told: list[int] = []
    for column in columns:
        title = str(grid.rows[top][column]).strip() or "(sans titre)"
        left.append(LeftColumn(title, grid.place(top, column)))
        found = [(n, it) for n in rows if not is_blank(it := grid.rows[n][column])]
        look = look_of([cell for _, cell in found])
        if look == "texts" or (look == "a list" and _is_few(found, len(rows))):
            told.append(column)
        else:
            doubts.append(_unowned(left[-1].place, title, look))
    return left, [*doubts, *on_rows(grid, told, rows, names)]


def _unowned(place: Place, title: str, look: Look) -> Doubt:
    held, perhaps = SAYS[look]
    what = f"colonne inconnue qui contient {held} : elle ne compte pas"
    fix = f'dire dans bilan.toml ce qu’elle est : {called(title)} (ou "{perhaps}"…)'
    return Doubt("colonne", what, place, title, fix, about=title)
