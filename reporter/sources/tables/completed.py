"""Headers completed by the row above: « Montant » over « HT », 2020 over its months.

Knows rows of titles and the owner's words. Never joins words that say together what neither row
says, unless known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank
from reporter.sources.tables.header_rows import TOP_ROWS, is_whole
from reporter.sources.tables.parts_of_days import with_whole_days
from reporter.sources.tables.titles import year_alone
from reporter.sources.tables.told_once import with_client
from reporter.words.periods import MONTHS, month_alone
from reporter.words.sums import is_bare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Vocabulary

LAST_ROW = 20
"""Rows of a sheet among which a header on two rows is looked for."""
PAIR = 2
"""Filled cells of a title at most, of a line at least; months of a header, years above them."""
SHORT = pattern(r"([a-z]+) ?(\d\d)")
"""A month and the last two figures of its year, « nov-19 »; folded."""
PLAIN = {
    "montant", "montants", "prestation", "prestations", "detail", "details", "informations",
    "infos", "general", "temps", "facture", "factures", "facturation", "vente", "ventes", "prix",
    "euros",
}  # fmt: skip
"""Words over other titles that say nothing which those do not say."""


def completed(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Return a sheet whose headers say all that its titles, its name or two rows say together."""
    grid = _with_joined_headers(with_whole_days(grid, vocabulary), vocabulary)
    return with_client(grid, vocabulary)


def _with_joined_headers(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Return a sheet whose two header rows are one, the lower, where two rows make one."""
    for number, (upper, lower) in enumerate(zip(grid.rows, grid.rows[1:LAST_ROW], strict=False)):
        if not (_is_titles(upper) and _is_titles(lower)):
            continue
        titles = _joined(upper, lower, vocabulary)
        if is_whole(titles, (0, len(titles)), vocabulary):
            return _with_row(grid, number + 1, titles)
    return grid


def _with_row(grid: Grid, number: int, row: Sequence[Any]) -> Grid:
    rows = list(grid.rows)
    rows[number] = row
    return grid._replace(rows=rows)


def _is_titles(row: Sequence[Any]) -> bool:
    filled = [cell for cell in row if not is_blank(cell)]
    return len(filled) > 1 and all(isinstance(cell, str) and cell[:1].isalpha() for cell in filled)


def _joined(upper: Sequence[Any], lower: Sequence[Any], vocabulary: Vocabulary) -> list[str]:
    """Return the titles of two rows, each column's own.

    A title over several columns stands over the first of them, and has another below it.
    """
    titles: list[str] = []
    above = ""
    for top, bottom in zip(upper, lower, strict=True):
        title, below = _text(top), _text(bottom)
        if title or not below:
            above = title if below else ""
        titles.append(_title(title or above, below, vocabulary))
    return titles


def _text(cell: Any) -> str:
    return "" if is_blank(cell) else str(cell).strip()


def _title(above: str, below: str, vocabulary: Vocabulary) -> str:
    if not below or not above:
        return below or above
    for title in (f"{above} {below}", f"{below} {above}"):
        if vocabulary.word(title):
            return title
    plain = set(folded(above).split()) <= PLAIN
    return below if plain else f"{above} {below}"


def with_years(grid: Grid) -> Grid:
    """Return a sheet whose header of months says the year of each, where that is sure."""
    for number, row in enumerate(grid.rows[:TOP_ROWS]):
        above = grid.rows[number - 1] if number else ()
        titles = _shortened(row) or _under_years(row, above)
        if titles is not None:
            return _with_row(grid, number, titles)
    return grid


def _shortened(row: Sequence[Any]) -> list[Any] | None:
    """Return a row whose months are written « nov-19 », each with its whole year."""
    found = {
        n: f"{match[1]} 20{match[2]}"
        for n, cell in enumerate(row)
        if isinstance(cell, str) and (match := SHORT.fullmatch(folded(cell)))
        if match[1] in MONTHS
    }
    return [found.get(n, cell) for n, cell in enumerate(row)] if len(found) >= PAIR else None


def _under_years(row: Sequence[Any], above: Sequence[Any]) -> list[Any] | None:
    """Return a row of months and of totals, each with the year over it, or over its first."""
    months = [n for n, cell in enumerate(row) if isinstance(cell, str) and month_alone(cell)]
    years = {n: year for n, cell in enumerate(above) if (year := year_alone(cell))}
    if len(months) < PAIR or len(years) < PAIR or min(years) > months[0]:
        return None
    sums = [n for n, cell in enumerate(row) if is_bare(cell)]
    dated = {*months, *(sums[: len(years)] if 0 <= len(sums) - len(years) <= 1 else ())}
    return [
        f"{cell} {max((n, year) for n, year in years.items() if n <= at)[1]}"
        if at in dated
        else cell
        for at, cell in enumerate(row)
    ]
