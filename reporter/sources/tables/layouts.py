"""The tables on a sheet: header rows wherever they stand, titles above, tables side by side.

Knows how people lay tables out. Never what the cells of a line mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank
from reporter.sources.tables.beside import exempt, is_received, matter, party, spent_on, told_units
from reporter.sources.tables.header_rows import FEWEST_WORDS, columns_of, cut, find_headers
from reporter.sources.tables.mistakes import EARNED, says_only
from reporter.sources.tables.series import RANKS, series_of
from reporter.sources.tables.sheet_names import said_by_name
from reporter.sources.tables.titles import key_of, words_of
from reporter.words.columns import WORDS, Field, Kind
from reporter.words.periods import Period, period_of
from reporter.words.sheets import EXEMPT, SOLD
from reporter.words.sums import says_sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reporter.errors import Place
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.header_rows import Header
    from reporter.sources.tables.headers import Columns
    from reporter.sources.tables.vocabulary import Vocabulary

SALES: tuple[Kind, ...] = ("days", "fees")
LINE_FIELDS = {"days", "hours", "amount", "gross", "invoice"}
"""What a line has and an agreed rate has not: a table that has one is no table of rates."""
RECEIPTS = pattern(r"\b(?:livre|registre|journal)\b.*\brecettes\b")
RECEIVED = {"recettes", "encaissements"}
"""The book of what is received: « Date » there is that of the payment (CGI, art. 50-0)."""
UNNAMED = {"", "feuil", "feuille", "sheet"}
"""The name of a sheet that says nothing: its file's does."""
TITLE_ROWS = 6
"""How many rows above a header may say what its table holds, and for which month."""


class Table(NamedTuple):
    """A table found on a sheet.

    Attributes:
        top: the row of its header.
        bottom: the row after its last one.
        left: its first column.
        right: the column after its last one.
        period: the month that its title, its sheet or its file names.
    """

    grid: Grid
    kind: Kind
    top: int
    bottom: int
    left: int
    right: int
    columns: Columns
    period: Period

    @property
    def is_whole(self) -> bool:
        """Tell whether it has all the columns of its kind, each once."""
        return not self.columns.missing(self.kind) and not self.columns.clashes

    def place(self, row: int, field: Field) -> Place:
        """Return where the cell of a field stands."""
        return self.grid.place(row, self.columns.fields[field])

    def title(self, field: Field) -> str:
        """Return the title of the column of a field, empty where there is no such column."""
        column = self.columns.fields.get(field)
        return "" if column is None else str(self.grid.rows[self.top][column])


def find_tables(grid: Grid, vocabulary: Vocabulary) -> list[Table]:
    """Return the tables of lines on a sheet, from top to bottom and from left to right."""
    headers = find_headers(grid, vocabulary)
    tables: list[Table] = []
    columns = [(header, _columns(grid, vocabulary, header)) for header in headers]
    sold = [_titles(grid, it) for it, found in columns if _kind_by_header(found) in SALES]
    its = vocabulary.client_of(grid.name)
    named = vocabulary.kind_of(grid.name) in SALES or _is_sold(grid)
    unsold = not sold and (bool(its) or named)
    for header, found in columns:
        below = [
            other.row
            for other in headers
            if other.row > header.row and header.left < other.right and other.left < header.right
        ]
        titles = [it for it, _ in titles_above(grid, header.row, header.left, header.right)]
        amount = grid.rows[header.row][found["expenses"].fields.get("amount", 0)]
        lost = unsold or says_only(EARNED, amount) or _is_of_own_invoices(grid, header, found)
        lost = lost or any(_titles(grid, header) < its for its in sold)
        kind = _kind(grid, vocabulary, titles, found, lost=lost)
        if kind is not None:
            tables.append(
                Table(
                    grid=grid,
                    kind=kind,
                    top=header.row,
                    bottom=min(below, default=len(grid.rows)),
                    left=header.left,
                    right=header.right,
                    columns=found[kind],
                    period=period_above(grid, header.row, header.left, header.right),
                )
            )
    return tables


def _titles(grid: Grid, header: Header) -> set[tuple[int, Any]]:
    row = grid.rows[header.row]
    return {(n, row[n]) for n in range(header.left, header.right) if not is_blank(row[n])}


def _is_of_own_invoices(grid: Grid, header: Header, found: Mapping[Kind, Columns]) -> bool:
    """Tell whether a list that lacks clients alone has the numbers of one series of invoices."""
    number = found["fees"].fields.get("invoice")
    if number is None or found["fees"].missing("fees") != [("client",)]:
        return False
    return series_of(row[number] for row in grid.rows[header.row + 1 :]) not in ("", RANKS)


def _columns(grid: Grid, vocabulary: Vocabulary, header: Header) -> Mapping[Kind, Columns]:
    """Return the columns that a header has, as that of a table of each kind."""
    part, row = (header.left, header.right), grid.rows[header.row]
    found = {kind: columns_of(row, part, vocabulary, kind) for kind in WORDS}
    named = vocabulary.received and _is_of_receipts(grid, header)
    words = [vocabulary.word(cell) for cell in cut(row, part)]
    for kind in SALES:
        fields = matter(words, found[kind].fields, income=vocabulary.is_income(grid.name))
        found[kind] = found[kind].owned(fields)
        received = vocabulary.received and (named or is_received(grid, header.row, fields))
        if received and "date" in fields and key_of(str(row[fields["date"]])) == "date":
            found[kind] = found[kind]._replace(fields={"paid": fields["date"], **fields})
    below = grid.rows[header.row + 1 :]
    found["fees"] = found["fees"].owned(told_units(below, found["fees"].fields))
    if vocabulary.kind_of(grid.name) == "expenses":
        paid = party(words, found["expenses"].fields)
        paid = exempt(row, words, paid) if said_by_name(grid.name) in words_of(EXEMPT) else paid
        found["expenses"] = found["expenses"].owned(paid)
    elif (income := vocabulary.is_income(grid.name)) or "client" not in found["fees"].fields:
        taught = spent_on(cut(row, part), words, found["expenses"].fields, income=income)
        found["expenses"] = found["expenses"].owned(taught)
    return found


def _is_of_receipts(grid: Grid, header: Header) -> bool:
    """Tell whether a sheet, a title above its table, or its file where it has no name, says so."""
    names = [grid.name]
    if said_by_name(grid.name).rstrip("0123456789") in UNNAMED:
        names.append(grid.file_name)
    titles = titles_above(grid, header.row, header.left, header.right)
    names += [cell for cell, _ in titles if isinstance(cell, str)]
    return any(RECEIPTS.search(folded(it)) or said_by_name(it) in RECEIVED for it in names)


def period_above(grid: Grid, top: int, left: int, right: int) -> Period:
    """Return the month that the titles above a row name, then the sheet, then the file."""
    period = Period()
    file = grid.file_name
    above = (cell for cell, _ in titles_above(grid, top, left, right))
    titles = (cell for cell in above if not says_sum(cell))  # « Total 2019 », of the table above
    for title in (*titles, grid.sheet, file):
        period = period.completed(period_of(title))
    return period


def titles_above(grid: Grid, top: int, left: int, right: int) -> Iterator[tuple[Any, Place]]:
    """Yield the cells just above a header, the nearest first, up to the table above."""
    for number in range(top - 1, max(top - TITLE_ROWS, 0) - 1, -1):
        row = grid.rows[number]
        filled = [n for n in range(left, right) if not is_blank(row[n])]
        if len(filled) > FEWEST_WORDS:
            return
        yield from ((row[n], grid.place(number, n)) for n in filled)


def _kind(
    grid: Grid,
    vocabulary: Vocabulary,
    titles: list[Any],
    found: Mapping[Kind, Columns],
    *,
    lost: bool,
) -> Kind | None:
    """Return what a table holds: by its title, its sheet's name, or its columns.

    What looks like expenses may have `lost` the title of its clients: no table has the columns of
    sales on a sheet that is named for them or for a client, or one of sales has its titles, and
    more; its invoices have the numbers of one series, or its amounts are called as earned.
    """
    named = [vocabulary.kind_of(title) for title in titles if isinstance(title, str)]
    sheet = vocabulary.kind_of(grid.name)
    for kind in (*named, sheet):
        if kind is not None and not found[kind].missing(kind):
            is_days = kind == "missions" and not found["days"].missing("days")
            return "days" if is_days else kind
    by_header = _kind_by_header(found)
    own = sheet in SALES or (lost and _is_sold(grid))
    bought = "supplier" in found["expenses"].fields and not own
    spent = by_header == "expenses" and not bought
    if spent and lost and "expenses" not in named:
        return sheet if sheet in SALES else "fees"
    if sheet is None:
        unsaid = vocabulary.is_income(grid.name) and spent
        known = vocabulary.is_any(grid.name) or by_header in named
        return by_header if known and not unsaid else None
    dated = sheet == "missions" and by_header == "days"
    return by_header if dated or by_header in ("expenses", "missions") else sheet


def _is_sold(grid: Grid) -> bool:
    """Tell whether a sheet is called as what is sold, and nothing that may be bought."""
    return said_by_name(grid.name) in words_of(SOLD)


def _kind_by_header(columns: Mapping[Kind, Columns]) -> Kind | None:
    """Return what a table holds by its columns alone, None where they do not tell."""
    complete = {kind: found.fields for kind, found in columns.items() if not found.missing(kind)}
    if "days" in complete or _is_priced_by_day(columns):
        return "days"
    if "expenses" in complete and ("supplier" in complete["expenses"] or "fees" not in complete):
        return None if "fees" in complete else "expenses"
    if "fees" in complete:
        return "fees"
    lines = columns["days"].fields.keys() & LINE_FIELDS
    return "missions" if "missions" in complete and not lines else None


def _is_priced_by_day(columns: Mapping[Kind, Columns]) -> bool:
    """Tell whether a table of dates and clients has a daily rate: its days are missing, no more.

    The dates of a sheet of missions are those of its start.
    """
    fields = columns["days"].fields
    start = columns["missions"].fields.get("start")
    dated = "client" in fields and fields.get("date", start) != start
    return dated and not fields.keys().isdisjoint({"rate", "hourly"})
