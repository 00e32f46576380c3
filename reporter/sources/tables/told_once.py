"""What a sheet says once of all its rows: their client, in a title; who worked, or their month.

Knows the titles of a sheet, its name, and the owner's words. Never adds what a column tells.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank
from reporter.sources.tables.header_rows import TOP_ROWS
from reporter.sources.tables.sheet_names import in_full, said_by_name
from reporter.sources.tables.titles import key_of, words_of, year_alone
from reporter.words.columns import WORDS
from reporter.words.labels import LABELS
from reporter.words.periods import WEEKDAYS, Period, period_of, without_period
from reporter.words.sums import is_bare, says_sum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Field

PAIR = 2
"""Filled cells of a title at most, of a line at least."""
RATES: tuple[Field, ...] = ("rate", "hourly")
PRICES: set[Field] = {*RATES, "unit_price", "amount", "gross"}
"""The price of some time; what says it, or makes it."""
WHO: tuple[Field, ...] = ("client", "supplier", "label")
"""Whose a line is, or what it is for."""
DASHED = pattern(r"(.+) [-–—|] (.+)")
CLIENT = pattern("client|customer", re.IGNORECASE)
TITLE = pattern(r"(?:.*\s[-–—|]\s)?\s*(?:client|customer)\s*:\s*(\S.*)", re.IGNORECASE | re.DOTALL)
TOLD = pattern(r"[^:]{2,24}:\s*\S.*", re.DOTALL)
BARE = pattern(r"\s*(?:client|customer)\s*:?\s*", re.IGNORECASE)


def with_client(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Return a sheet with one more column, the client of its rows, where something names it.

    A title « Client : X » is that of the rows below it, up to the next one; the name of the sheet
    is one where its owner says so.
    """
    client, cells, headers = vocabulary.client_of(grid.name), [], 0
    for row in grid.rows:
        client = _client_in(row) or client
        is_header = client != "" and _is_header(row, vocabulary)
        headers += is_header
        cells.append(LABELS["client"] if is_header else _whose(row, client))
    return _with_column(grid, cells) if headers else grid


def with_month(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Return a sheet of lines with one more column, their month, where its name says it.

    A sheet is one of lines by its name, « Jours mars 2020 », or as its owner says; invoices have
    their numbers. A row that names nobody has no month: it may be a sum.
    """
    kind, period = vocabulary.kind_of(grid.name), month_of(grid)
    invoices = vocabulary.is_income(grid.name)
    kind = "fees" if invoices else kind
    if kind is None or kind == "missions" or not (period.year and period.month):
        return grid
    month, who, cells = f"{period.month:02}/{period.year}", None, []
    for row in grid.rows:
        columns = vocabulary.columns(row, kind)
        numbered = not invoices or "invoice" in columns.fields
        if is_header := numbered and columns.missing(kind) == [("date",)]:
            fields = columns.fields
            who = next((fields[it] for it in WHO if it in fields), None)
        named = who is not None and not is_blank(row[who]) and not is_bare(str(row[who]))
        cells.append(LABELS["date"] if is_header else month if named else "")
    return _with_column(grid, cells) if who is not None else grid


def is_undated(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Tell whether a sheet is one of lines that have no date but the month of its name."""
    return with_month(grid, vocabulary) is not grid


def month_of(grid: Grid) -> Period:
    """Return the month that a sheet is called by, of the year of its name, its titles or its file.

    Nothing where they do not say the same.
    """
    period = period_of(in_full(grid.name))
    top = next((n for n, row in enumerate(grid.rows) if _is_of_titles(row)), 0)
    titles = [str(cell) for row in grid.rows[:top] for cell in row if not is_blank(cell)]
    for title in (*titles, grid.file_name) if period.month else ():
        period = period.completed(period_of(title))
    return Period() if period.rivals else period


def with_worker(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Return a sheet of days with one more column, who worked, where its name says who."""
    if not (worker := vocabulary.worker_of(grid.name, grid.file_name)):
        return grid
    headers = [_is_of_days(row, vocabulary) for row in grid.rows]
    pairs = zip(grid.rows, headers, strict=True)
    cells = [LABELS["worker"] if header else _whose(row, worker) for row, header in pairs]
    return _with_column(grid, cells) if any(headers) else grid


def with_rate(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Return a sheet of days with one more column, their price, where one row alone tells it.

    It stands above them or below, « TJM : 600 € », and is that of the rows that have a date; where
    another stands among them, nothing tells which rows have which.
    """
    title, price = rate_of(grid, vocabulary)
    if not title:
        return grid
    dates, cells = None, []
    for row in grid.rows:
        columns = vocabulary.columns(row, "days")
        lacks = columns.missing("days") in ([], [("client",)])
        if header := lacks and columns.fields.keys().isdisjoint(PRICES):
            dates = columns.fields["date"]
        dated = dates is not None and _may_be_date(row[dates])
        cells.append(title if header else _whose(row, price) if dated else "")
    return _with_column(grid, cells) if dates is not None else grid


def rate_of(grid: Grid, vocabulary: Vocabulary) -> tuple[str, Any]:
    """Return the title and the price of time that one row of a sheet alone tells, else blanks."""
    ends = (*grid.rows[:TOP_ROWS], *grid.rows[TOP_ROWS:][-TOP_ROWS:])
    rows = grid.rows if any(_price_in(row, vocabulary) for row in ends) else ()
    told = {it for row in rows if (it := _price_in(row, vocabulary))}
    return told.pop() if len(told) == 1 else ("", "")


def _price_in(row: Sequence[Any], vocabulary: Vocabulary) -> tuple[str, Any] | None:
    """Return the title and the price of a row that tells a price of time, and no more."""
    filled = [cell for cell in row if not is_blank(cell)]
    if len(filled) == 1 and isinstance(filled[0], str):
        filled = [it.strip() for it in filled[0].split(":")]
    if len(filled) != PAIR or not isinstance(filled[0], str):
        return None
    rates = any(vocabulary.word(filled[0]) in words_of(WORDS["days"][it]) for it in RATES)
    return (filled[0], filled[1]) if rates and str(filled[1])[:1].isdigit() else None


def _may_be_date(cell: Any) -> bool:
    written = isinstance(cell, str) and (cell[:1].isdigit() or period_of(cell).month is not None)
    return not is_blank(cell) and (written or not isinstance(cell, str))


def _is_of_days(row: Sequence[Any], vocabulary: Vocabulary) -> bool:
    """Tell whether a row names all the columns of a table of days, but who worked."""
    columns = vocabulary.columns(row, "days")
    return not columns.missing("days") and "worker" not in columns.fields


def title_of(grid: Grid) -> str:
    """Return the one client that the titles of a sheet name, nothing where they name several."""
    clients = {title for row in grid.rows[:TOP_ROWS] if (title := _client_in(row))}
    return clients.pop() if len(clients) == 1 else ""


def under_header(grid: Grid, client: str) -> Grid:
    """Return a sheet with one more column, the client of the rows below its first header."""
    top = next((n for n, row in enumerate(grid.rows) if _is_of_titles(row)), None)
    if top is None:
        return grid
    below = (_whose(row, client) for row in grid.rows[top + 1 :])
    return _with_column(grid, [*[""] * top, LABELS["client"], *below])


def _with_column(grid: Grid, cells: Sequence[str]) -> Grid:
    rows = [[*row, cell] for row, cell in zip(grid.rows, cells, strict=True)]
    return grid._replace(rows=rows)


def _whose(row: Sequence[Any], told: Any) -> Any:
    """Return what is told of a row that is a line, a total or a header; nothing of any other.

    A number and its name, « TJM ; 600 », are none but a total; nor is a day of a calendar that is
    blank but for its name.
    """
    filled = [it for it in row if not is_blank(it) and folded(str(it)) not in WEEKDAYS]
    figure = len(filled) == PAIR and not (_may_be_date(filled[0]) or says_sum(filled[0]))
    return told if len(filled) >= PAIR and not figure else ""


def _is_of_titles(row: Sequence[Any]) -> bool:
    filled = [cell for cell in row if not is_blank(cell)]
    return len(filled) > PAIR and all(isinstance(cell, str) for cell in filled)


def is_called_as_client(name: str, grid: Grid) -> bool:
    """Tell whether a sheet is called as the client that one of its titles names."""
    clients = {key_of(title) for row in grid.rows if (title := _client_in(row))}
    return bool(clients & {key_of(name), key_of(without_period(name)), said_by_name(name)} - {""})


def _client_in(row: Sequence[Any]) -> str:
    """Return the client that a row alone on its line names: « Client : X », or in two cells."""
    if not any(isinstance(cell, str) and CLIENT.search(cell) for cell in row):
        return ""
    filled = [cell for cell in row if not (is_blank(cell) or year_alone(cell))]
    named = [cell for cell in filled if isinstance(cell, str) and TITLE.fullmatch(cell)]
    if len(named) == 1 and all(isinstance(it, str) and TOLD.fullmatch(it) for it in filled):
        filled = named  # « Intervenant : Anne » stands beside
    if not 1 <= len(filled) <= PAIR or not all(isinstance(cell, str) for cell in filled):
        return ""
    if len(filled) == 1:
        found = TITLE.fullmatch(filled[0])
        return _undated(found[1]) if found else ""
    return _undated(filled[1]) if BARE.fullmatch(filled[0]) else ""


def _undated(name: str) -> str:
    """Return the name of a client without the period behind it: « Ponant – mars 2020 »."""
    own, rest = (met[1], met[2]) if (met := DASHED.fullmatch(name)) else (name, name)
    return own.strip() if not without_period(rest) else name.strip()


def _is_header(row: Sequence[Any], vocabulary: Vocabulary) -> bool:
    """Tell whether a row names all the columns of a table but its client."""
    for kind in WORDS:
        columns = vocabulary.columns(row, kind)
        if "client" not in columns.fields and columns.missing(kind) == [("client",)]:
            return kind != "missions"
    return False
