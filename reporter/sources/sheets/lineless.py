"""What a sheet without lines may be, words or a summary, and what hides in any.

Knows names of sheets, titles, and what cells look like. Never what a line is.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.french import counted
from reporter.law.vat_rates import EVER
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.meaning.looks import is_number
from reporter.sources.lines.written.values import is_day
from reporter.sources.tables.announced import names_apart
from reporter.sources.tables.header_rows import find_headers
from reporter.sources.tables.month_columns import find_months
from reporter.sources.tables.timesheets import find_timesheets
from reporter.sources.tables.trackers import find_export
from reporter.words.columns import WORDS
from reporter.words.periods import period_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Field

WHO: frozenset[Field] = frozenset({"client", "supplier", "label"})
WORTH: frozenset[Field] = frozenset({"amount", "gross", "price", "days", "hours", "quantity"})
"""What a line is of, and what says that it is worth something."""
TIME: frozenset[Field] = frozenset({"days", "hours"})
"""What is worth something to a client alone: leave has its reason."""
SUMMARY = {"synthese", "recap", "recapitulatif", "resume", "indicateurs", "summary"}
"""Words of the name of a sheet that sums up others."""
PRICES = {"tarif", "tarifs", "prix", "tarifaire", "rates", "prices", "catalogue"}
"""Words of the name of a sheet of prices."""
LINED: frozenset[Field] = WHO | {"date", "period", "days", "hours", "quantity", "rate", "invoice"}
"""What a list of prices has not."""
PAIR = 2
"""A name and its figure."""
TITLED = 4
"""Words of a title at most."""
FEWEST_MONTHS = 3
"""Months of a row from which a sheet called « Clients » is rather of what each was sold."""


def may_hold_lines(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Tell whether a sheet names whom something is of, and what it is worth, or has a grid."""
    months = max(sum(period_of(cell).month is not None for cell in row) for row in grid.rows)
    by_month = months >= FEWEST_MONTHS and vocabulary.word(grid.name)
    grids = find_timesheets(grid, vocabulary) or find_months(grid, vocabulary)
    told = tells_whose(grid, vocabulary)
    return bool(told or by_month or grids or find_export(grid, vocabulary))


def tells_whose(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Tell whether the titles of a sheet name whom something is of, and what it is worth."""
    fields = titles_of(grid, vocabulary)
    worth = WORTH if "client" in fields else WORTH - TIME
    return not (fields.isdisjoint(WHO) or fields.isdisjoint(worth))


def titles_of(grid: Grid, vocabulary: Vocabulary) -> set[Field]:
    """Return the fields that the titles of a sheet name, as a table of any kind."""
    rows = [grid.rows[header.row] for header in find_headers(grid, vocabulary)]
    return {it for row in rows for kind in WORDS for it in vocabulary.columns(row, kind).fields}


def is_words(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Tell whether a sheet of a workbook holds nothing but words: it can change no figure.

    Its name is not one of lines, and no cell is a number, a date, a tick or the name of a month,
    but for rates of VAT: see `has_numbers`.
    """
    name, cells = grid.name, (cell for row in grid.rows for cell in row if not is_blank(cell))
    texts = {cell for cell in cells if isinstance(cell, str)}
    lined = vocabulary.kind_of(name) or vocabulary.is_income(name) or not grid.sheet
    return not lined and all(
        len(cell) > 1 and not is_number(cell) and not _names_month(cell) and "€" not in cell
        for cell in texts
    )


def _names_month(text: str) -> bool:
    """Tell whether a text is the name of a month, or has it among few words: no sentence has."""
    return bool(period_of(text).month) and len(text.split()) <= TITLED


def is_summary(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Tell whether a sheet that is called as a summary holds figures and their names alone."""
    if not grid.sheet or SUMMARY.isdisjoint(folded(grid.name).split()):
        return False
    rows = [[cell for cell in row if not is_blank(cell)] for row in grid.rows]
    pairs = all(len(row) <= 1 or (len(row) == PAIR and isinstance(row[0], str)) for row in rows)
    return pairs and not vocabulary.kind_of(grid.name)


def is_price_list(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Tell whether a sheet that is called as prices has no date, no client and no days."""
    if PRICES.isdisjoint(folded(grid.name).split()):
        return False
    rows = [grid.rows[header.row] for header in find_headers(grid, vocabulary)]
    found = {it for row in rows for it in vocabulary.columns(row, "fees").fields}
    told = {it for row in rows for it in vocabulary.columns(row, "days").fields}
    dated = any(is_day(cell) for row in grid.rows for cell in row)
    return bool(found) and not dated and (found | told).isdisjoint(LINED)


def apart(grid: Grid) -> Doubt:
    """Return the doubt of a sheet that is left aside because it holds no line."""
    what = "feuille sans ligne, laissée de côté"
    return Doubt("feuille-a-part", what, grid.whole, grid.name, about=grid.name)


def has_numbers(grid: Grid) -> bool:
    """Tell whether a sheet holds numbers, other than the rates of VAT of a list to choose from."""
    cells = {cell for row in grid.rows for cell in row if not isinstance(cell, str)}
    values = [cell for cell in cells if not is_blank(cell)]
    rates = all(isinstance(it, float) and Decimal(str(it)) in EVER for it in values)
    return not rates or (bool(values) and not any(values))


def hidden(grid: Grid, what: str) -> Doubt:
    """Return the doubt of a hidden sheet, and what is done with it."""
    fix = "l’afficher, ou la supprimer"
    what = f"feuille cachée, {what}"
    return Doubt(code="feuille-cachee", what=what, place=grid.whole, fix=fix, about=grid.name)


def hiding(grid: Grid, vocabulary: Vocabulary) -> Iterator[Doubt]:
    """Yield what hides in a sheet: titles of no line of ours, itself, some of its rows."""
    yield from names_apart(grid, vocabulary)
    if grid.hidden:
        yield hidden(grid, "lue comme les autres")
    rows = sorted(row for row in grid.marks.hidden if row < len(grid.rows) and any(grid.rows[row]))
    if rows:
        what, fix = "lignes cachées ou filtrées, lues comme les autres", "les afficher"
        shown, place = counted(len(rows), "ligne", "lignes"), grid.place(rows[0])
        yield Doubt("lignes-cachees", what, place, shown, fix, about=grid.name)
