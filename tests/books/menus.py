"""What a menu of the spreadsheet does to a sheet, and what is pasted from elsewhere.

As in `accidents`, each changes a sheet in place and returns where, and what nobody can tell is
left out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from tests.books.accidents import (
    Accident,
    At,
    a_column,
    a_row,
    grand_total,
    hide_rows,
    is_checked,
    number_of,
    rows_at,
    sums_of,
)
from tests.books.pages import NUMBERS, SUMMED, WHO, Book, Page, Row, value
from tests.books.sheets import letters

COUNTED = ("amount", "gross", "rate", "vat", "days", "hours")


def _everything(page: Page) -> list[At]:
    return rows_at(page, [page.header, *page.body, *page.totals])


def _widened(page: Page, row: Row) -> list[At]:
    """Give all rows the length of one, and return where it stands."""
    for other in page.rows:
        other.extend([None] * (len(row) - len(other)))
    return [(page, row, None), *rows_at(page, page.totals)]


def _insert(page: Page, at: int, title: str | None, cells: list[Any]) -> list[At]:
    """Insert a column."""
    for row in page.rows:
        row.insert(at, None)
    page.header[at] = title
    for row, cell in zip(page.body, cells, strict=True):
        row[at] = cell
    page.columns = {name: column + (column >= at) for name, column in page.columns.items()}
    return [(page, page.header, at), *((page, row, at) for row in page.body)]


def extract_the_lines_of_a_name(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Copy the lines of a name, or of a pivot table's cell, on a sheet of their own."""
    column = page.columns[WHO[page.kind]]
    who = str(value(a_row(page, chance)[column]))
    name = chance.choice((who[:30], "Feuil3", "Détail", "Extrait"))
    if sum(str(value(row[column])) == who for row in page.body) < 2:
        return None  # a line alone may be of anything
    if any(one.name.casefold() == name.casefold() for one in book) or set("/\\?*[]:") & set(name):
        return None
    body = [list(map(value, row)) for row in page.body if str(value(row[column])) == who]
    header = list(page.header)
    copy = replace(
        page, name=name, rows=[header, *body], header=header, body=body, totals=[], merges=[],
        hidden_rows=set(), hidden_columns=set(), filtered="",
    )  # fmt: skip
    book.append(copy)
    return [(copy, None, None), (page, None, None)]


def add_a_subtotal_per_name(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Sort the lines by name, and let the menu add « Total Ponant » below each, and a whole."""
    column = page.columns[WHO[page.kind]]
    if page.totals or len(page.body) < 3 or "date" not in page.columns:
        return None
    rows: list[Row] = []
    added: list[Row] = []
    body = [list(map(value, row)) for row in page.body]
    word = chance.choice(("Total {0}", "Somme {0}", "{0} Total"))
    for name in sorted({str(row[column]) for row in body}):
        own = [row for row in body if str(row[column]) == name]
        added.append(sums_of(page, own, word.format(name)))
        rows += [*own, added[-1]]
    added.append(sums_of(page, body, chance.choice(("Total général", "Grand Total"))))
    page.rows[page.index(page.header) + 1 :] = [*rows, added[-1]]
    page.body, page.totals = [row for row in rows if not any(row is one for one in added)], added
    return _everything(page)


def sum_what_a_filter_shows(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Filter lines out, and let the total count those that are left to see."""
    whole = grand_total(page)
    shown = [row for row in page.body if chance.random() < 0.6]
    if whole is None or not 0 < len(shown) < len(page.body):
        return None
    new = sums_of(page, shown, "TOTAL")
    whole[:] = [new[n] if number_of(cell) is not None else cell for n, cell in enumerate(whole)]
    gone = [row for row in page.body if not any(row is one for one in shown)]
    page.hidden_rows |= {page.index(row) for row in gone}
    return _everything(page)


def paste_a_line_in_a_cell(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste a line of a document: all of it is in its first cell."""
    row, mark = a_row(page, chance), chance.choice((" ", ";", "\t", ","))
    texts = [str(value(cell)) for cell in row if value(cell) is not None]
    row[:] = [None] * len(row)
    row[page.left] = mark.join(texts)
    return [(page, row, None), *rows_at(page, page.totals)]


def merge_a_line(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Merge all the cells of a line: the first one alone is left, a name that others have."""
    row = a_row(page, chance)
    known = [value(one[page.left]) for one in page.body]
    first = value(row[page.left])
    if page.left == page.columns.get("date") or first is None or known.count(first) < 2:
        return None  # a month without a sale, or the title of the lines below
    row[page.left + 1 :] = [None] * (len(row) - page.left - 1)
    at = page.index(row) + 1
    page.merges.append(f"{letters(page.left)}{at}:{letters(page.right - 1)}{at}")
    return [(page, row, None), *rows_at(page, page.totals)]


def join_two_lines_in_their_cells(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Keep two lines in one row: each cell has a line break."""
    if len(page.body) < 2:
        return None
    rank = chance.randrange(len(page.body) - 1)
    row, other = page.body[rank : rank + 2]
    row[:] = [
        None if value(one) is None and value(two) is None else f"{value(one)}\n{value(two)}"
        for one, two in zip(row, other, strict=True)
    ]
    del page.rows[page.index(other)], page.body[rank + 1]
    return [(page, row, None), *rows_at(page, page.totals)]


def type_a_comparison(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type « =A1=B1 » over a number: it is true, or false."""
    row, found = a_row(page, chance), a_column(page, chance, COUNTED)
    if found is None or number_of(row[found[1]]) is None:
        return None
    row[found[1]] = chance.random() < 0.5
    return [(page, row, found[1]), *rows_at(page, page.totals)]


def type_on_several_sheets(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a line while two sheets are chosen: it is written over what the other has there."""
    others = [one for one in book if one.kind == page.kind and one is not page and one.is_whole]
    row = a_row(page, chance)
    at = page.index(row)
    others = [one for one in others if at < len(one.rows) and one.rows[at] in one.body]
    if not others:
        return None
    over = (other := chance.choice(others)).rows[at]
    over[:] = [*map(value, row), *[None] * (len(over) - len(row))]
    return [(page, row, None), (other, over, None), *rows_at(other, other.totals)]


def write_nan(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Export the sheet by a script: its blank cells are words."""
    word = chance.choice(("nan", "NaN", "None", "NULL", "NaT", "#N/A"))
    changed: list[At] = []
    for row in page.body:
        for column in page.columns.values():
            if value(row[column]) is None:
                row[column] = word
                changed.append((page, row, column))
    return changed or None


def paste_and_multiply(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Multiply a column by a cell, or add one to it, where the rest of each line tells."""
    found = a_column(page, chance, COUNTED)
    if found is None or not all(is_checked(page, row, found[0]) for row in page.body):
        return None
    factor, more = chance.choice(((Decimal("1.2"), 0), (7, 0), (100, 0), (-1, 0), (2, 0), (1, 20)))
    rows = page.body[chance.randrange(len(page.body)) :]
    for row in rows:
        row[found[1]] = (number_of(row[found[1]]) or Decimal(0)) * factor + more
    return [*rows_at(page, [*rows, *page.totals]), (page, page.header, found[1])]


def add_the_time_of_entry(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Insert the moment when each line was typed: it is a date too."""
    title = chance.choice(("Horodateur", "Date de saisie", "Créé le", "Modifié le", None))
    start = datetime(2021, 1, 4, 18, 30)  # noqa: DTZ001  # as a spreadsheet writes it
    cells = [start + timedelta(hours=7 * n) for n, _ in enumerate(page.body)]
    return _insert(page, chance.randint(page.left, page.right), title, list(cells))


def number_the_lines(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Insert the rank of each line."""
    title = chance.choice(("N°", "#", "Ligne", "Rang", "index", "ID", None))
    cells = [Decimal(n) for n, _ in enumerate(page.body, 1)]
    return _insert(page, chance.choice((page.left, page.right)), title, list(cells))


def add_running_sums(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Insert the sum of all lines down to each."""
    found = a_column(page, chance, SUMMED)
    numbers = [number_of(row[found[1]]) for row in page.body] if found else [None]
    if found is None or None in numbers:
        return None
    known = [number or Decimal(0) for number in numbers]
    sums = [sum(known[: n + 1], Decimal(0)) for n in range(len(known))]
    title = chance.choice(("Cumul", "Solde", "Total", "CA cumulé", "Montant", None))
    return _insert(page, chance.choice((found[1] + 1, page.right)), title, list(sums))


def split_the_thousands(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Part « 1 200 » at its space: two cells, and the rest goes to the right."""
    row, found = a_row(page, chance), a_column(page, chance, COUNTED)
    number = number_of(row[found[1]]) if found else None
    if found is None or number is None or number < 1000:
        return None
    row[found[1] : found[1] + 1] = [number // 1000, number % 1000]
    return _widened(page, row)


def split_a_name(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Save « Audit ; conseil » among semicolons: two cells, and the rest goes to the right."""
    row, found = a_row(page, chance), a_column(page, chance, set(page.columns) - NUMBERS - {"date"})
    words = str(value(row[found[1]]) or "").split() if found else []
    if found is None or len(words) < 2:
        return None
    row[found[1] : found[1] + 1] = [words[0], " ".join(words[1:])]
    return _widened(page, row)


def shift_the_titles(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Insert a cell among the titles, or delete one: those on its right are off by one."""
    at = chance.choice(list(page.columns.values()))
    if chance.random() < 0.5:
        page.header.insert(at, None)
        _widened(page, page.header)
    else:
        del page.header[at]
        page.header.append(None)
    return _everything(page) + [(page, page.header, n) for n in range(at, len(page.header))]


def swap_the_names_of_two_sheets(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Give each of two sheets the name of the other."""
    others = [one for one in book if one is not page and one.is_whole]
    if not others:
        return None
    other = chance.choice(others)
    page.name, other.name = other.name, page.name
    return [(page, None, None), (other, None, None)]


def clear_what_a_filter_shows(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Delete the cells of a column where a filter shows lines, and those alone."""
    found = a_column(page, chance, COUNTED)
    if found is None or hide_rows(page, book, chance) is None:
        return None
    shown = [row for row in page.body if page.index(row) not in page.hidden_rows]
    if not shown:
        return None
    for row in shown:
        row[found[1]] = None
    return [*rows_at(page, [*shown, *page.totals]), (page, page.header, found[1])]


MENUS: tuple[Accident, ...] = (
    extract_the_lines_of_a_name, add_a_subtotal_per_name, sum_what_a_filter_shows,
    paste_a_line_in_a_cell, merge_a_line, join_two_lines_in_their_cells, type_a_comparison,
    type_on_several_sheets, write_nan, paste_and_multiply, add_the_time_of_entry,
    number_the_lines, add_running_sums, split_the_thousands, split_a_name, shift_the_titles,
    swap_the_names_of_two_sheets, clear_what_a_filter_shows,
)  # fmt: skip
