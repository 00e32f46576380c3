"""What is pasted, retitled or saved otherwise: tables moved whole, titles of another meaning.

As in `accidents`, each changes a sheet in place and returns where, and what nobody can tell is
left out.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from tests.books.accidents import (
    Accident,
    At,
    a_column,
    a_row,
    is_checked,
    number_of,
    rows_at,
)
from tests.books.pages import HEADERS, NUMBERS, SUMMED, WHO, Book, Page, Row, value
from tests.books.sheets import Cell

EUROS = ("amount", "gross", "rate", "vat")
MEANING_THE_SAME = {("expenses", "fees"), ("fees", "days")}
MANY = 6
"""Dates of one hour that are no chance."""


def _everything(page: Page) -> list[At]:
    titles = [(page, page.header, n) for n in range(len(page.header))]
    return [*titles, *rows_at(page, [*page.body, *page.totals])]


def _taken(page: Page, book: Book, chance: Random) -> tuple[Page, list[Row]] | None:
    """Return another table that can be put on a sheet, and its rows, moved there or copied.

    Fees among expenses may be spent for a client, and days among fees be what those hold.
    """
    others = [
        one
        for one in book
        if one is not page
        and one.is_whole
        and not one.down
        and not page.down
        and (page.kind, one.kind) not in MEANING_THE_SAME
    ]
    if not others:
        return None
    other = chance.choice(others)
    if chance.random() < 0.5:
        book.remove(other)
    return other, [list(map(value, row)) for row in other.rows[other.index(other.header) :]]


def _widen(page: Page) -> None:
    """Give all the rows of a sheet the length of the longest."""
    width = max(map(len, page.rows))
    for row in page.rows:
        row.extend([None] * (width - len(row)))


def write_the_title_of_another_field(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write over a title that of a column that this sheet has not: « Heures » over « Jours »."""
    found = a_column(page, chance, NUMBERS - {"lifetime"})
    others = sorted(NUMBERS - {"lifetime"} - page.columns.keys())
    if found is None or not others:
        return None
    if not all(is_checked(page, row, found[0], by_total=False) for row in page.body):
        return None
    page.header[found[1]] = HEADERS[chance.choice(others)][0]
    return [*_everything(page)]


def read_as_latin(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Open a file of another encoding, and save it: « LibellÃ© »."""
    for row in page.rows:
        row[:] = [
            cell.encode().decode("cp1252", "replace") if isinstance(cell, str) else cell
            for cell in row
        ]
    return _everything(page)


def paste_from_a_document(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste texts of a document: ligatures, and what is not seen between letters."""
    old, new = chance.choice((("fi", "ﬁ"), (" ", "\u00a0"), ("e", "e\u00ad"), ("a", "\u200ba"),
                              ("é", "e\u0301"), ("o", "o\ufeff")))  # fmt: skip
    for row in page.rows:
        row[:] = [cell.replace(old, new) if isinstance(cell, str) else cell for cell in row]
    return _everything(page)


def part_the_titles_over_two_rows(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write the last word of each title on a row below."""
    if not any(" " in str(cell).strip() for cell in page.header if cell):
        return None
    below: Row = [None] * len(page.header)
    for n, cell in enumerate(page.header):
        words = str(cell or "").split()
        if len(words) > 1:
            page.header[n], below[n] = " ".join(words[:-1]), words[-1]
    page.rows.insert(page.index(page.header) + 1, below)
    return [*_everything(page), (page, below, None)]


def paste_another_sheet_below(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Move a whole table below another, titles and all, or copy it there."""
    if (found := _taken(page, book, chance)) is None:
        return None
    other, rows = found
    page.rows += [[None] * page.right for _ in range(chance.randint(0, 2))] + rows
    _widen(page)
    return [*rows_at(page, rows), *_everything(page), *_everything(other)]


def put_another_sheet_beside(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Move a whole table beside another, titles and all, or copy it there."""
    if (found := _taken(page, book, chance)) is None:
        return None
    other, rows = found
    right, top = max(map(len, page.rows)) + 1, page.index(page.header)
    page.rows += [[] for _ in range(top + len(rows) - len(page.rows))]
    for row, its in zip(page.rows[top:], rows, strict=False):
        row.extend([*[None] * (right - len(row)), *its])
    _widen(page)
    return [*_everything(page), *_everything(other), *rows_at(page, page.rows)]


def continue_on_another_sheet(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Move the last lines to a sheet of their own, without titles or with them."""
    if len(page.body) < 4 or page.down:
        return None
    moved = page.body[-chance.randint(2, len(page.body) - 2) :]
    for row in moved:
        del page.rows[page.index(row)]
    page.body = page.body[: -len(moved)]
    rows = [list(map(value, row)) for row in moved]
    header = [list(page.header)] if chance.random() < 0.3 else []
    copy = replace(
        page, name=chance.choice(("Feuil2", f"{page.name} (suite)")), rows=[*header, *rows],
        header=header[0] if header else [], body=rows, totals=[], merges=[], hidden_rows=set(),
        hidden_columns=set(), filtered="",
    )  # fmt: skip
    if any(one.name == copy.name for one in book):
        return None
    book.append(copy)
    return [(copy, None, None), *_everything(page)]


def order_the_columns_otherwise_below(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write the titles once more in another order, and the lines below in that order."""
    if len(page.body) < 2 or page.down:
        return None
    first = page.index(page.body[chance.randrange(1, len(page.body))])
    own = list(range(page.left, page.right))
    order = chance.sample(own, len(own))
    moved = {id(row) for row in (*page.body, *page.totals)}
    for row in page.rows[first:]:
        if id(row) in moved:
            row[page.left : page.right] = [value(row[n]) for n in order]
    again = list(page.header)
    again[page.left : page.right] = [again[n] for n in order]
    if chance.random() < 0.7:
        page.rows.insert(first, again)
    elif page.columns.get("lifetime") is not None:
        return None
    rows = page.rows[first:]
    page.body = []
    return [*rows_at(page, rows), *_everything(page), (page, page.header, None)]


def add_a_pivot_table(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Add a sheet of sums by name or by month, as the menu makes it."""
    found = a_column(page, chance, SUMMED)
    by = chance.choice(("date", WHO[page.kind]))
    if (
        found is None
        or by not in page.columns
        or any(number_of(row[found[1]]) is None for row in page.body)
    ):
        return None
    sums: dict[Any, Decimal] = {}
    for row in page.body:
        key = value(row[page.columns[by]])
        if by == "date":
            if not isinstance(key, date):
                return None
            key = key.replace(day=1)
        sums[key] = sums.get(key, Decimal(0)) + (number_of(row[found[1]]) or 0)
    title = page.header[found[1]]
    header = chance.choice((["Étiquettes de lignes", f"Somme de {title}"],
                            [page.header[page.columns[by]], f"Somme - {title}"],
                            [page.header[page.columns[by]], title],
                            ["Mois" if by == "date" else "Nom", "Total"]))  # fmt: skip
    rows: list[Row] = [header, *([key, number] for key, number in sums.items())]
    if chance.random() < 0.7:
        rows.append(["Total général", sum(sums.values(), Decimal(0))])
    name = chance.choice(("TCD", "Feuil4", "Synthèse", "Tableau croisé", "Analyse"))
    if any(one.name == name for one in book):
        return None
    pivot = replace(
        page, name=name, rows=rows, header=header, body=[], totals=[], merges=[],
        hidden_rows=set(), hidden_columns=set(), filtered="", down=False, columns={"date": 0},
    )  # fmt: skip
    book.append(pivot)
    return [(pivot, None, None), *_everything(page), *rows_at(pivot, rows)]


def paste_transposed(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste some lines below with their rows as columns, moved there or copied."""
    lines = page.body[-chance.randint(1, len(page.body)) :]
    cells = [list(map(value, row[page.left : page.right])) for row in lines]
    turned = [[None] * page.left + list(cells) for cells in zip(*cells, strict=True)]
    if chance.random() < 0.5:
        for row in lines:
            del page.rows[page.index(row)]
        page.body = page.body[: -len(lines)]
    page.rows += [[None] * page.right for _ in range(chance.randint(0, 2))] + turned
    _widen(page)
    return [*_everything(page), *rows_at(page, turned)]


def type_another_currency(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type an amount in another currency, or with its VAT: « 1200 $ »."""
    row, found = a_row(page, chance), a_column(page, chance, EUROS)
    number = number_of(row[found[1]]) if found else None
    if found is None or not number:
        return None
    formats = ('0.00 "$"', "[$$-409]#,##0.00", "#,##0.00 [$£-809]", '#,##0 "CHF"', '0.00 "TTC"')
    unit = chance.choice(("{} $", "£{}", "{} CHF", "{} USD", "US$ {}", *formats))
    row[found[1]] = Cell(value=number, format=unit) if "0" in unit else unit.format(f"{number:f}")
    return [(page, row, found[1]), (page, page.header, found[1]), *rows_at(page, page.totals)]


def lose_the_anchor(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Drag a formula of which a reference slides to blank cells: zeros from a line on."""
    found = a_column(page, chance, ("amount", "gross", "vat"))
    if found is None:
        return None
    rows = page.body[chance.randrange(len(page.body)) :]
    for n, row in enumerate(rows):
        row[found[1]] = Cell(value=Decimal(0), formula=f"B{n + 2}*F{n + 1}")
    return [*rows_at(page, rows), (page, page.header, found[1]), *rows_at(page, page.totals)]


def save_in_universal_time(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Export days as moments of universal time: midnight here is 23:00 there, the day before."""
    column = page.columns["date"]
    rows = [row for row in page.body if isinstance(value(row[column]), date)]
    if len({value(row[column]) for row in rows}) < MANY:
        return None
    form = chance.choice(("%Y-%m-%dT%H:%M:%S.000Z", "%Y-%m-%d %H:%M:%S"))
    for row in rows:
        here = datetime.combine(value(row[column]), time(), ZoneInfo("Europe/Paris"))
        row[column] = here.astimezone(UTC).strftime(form)
    return [*rows_at(page, rows), (page, page.header, column)]


def leave_an_error_in_words(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Export an error that a spreadsheet shows, as a text."""
    row, found = a_row(page, chance), a_column(page, chance)
    if found is None or found[0] in ("lifetime", "category", "comment"):
        return None
    row[found[1]] = chance.choice(
        ("Err:502", "#NOM?", "#VALEUR!", "#DIV/0!", "Err:522", "#REF!", "###", "#N/A", "#NUL!")
    )
    return [(page, row, found[1]), *rows_at(page, page.totals)]


def type_over_the_header(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste a line over the titles."""
    at = page.index(page.header)
    page.rows[at] = list(map(value, a_row(page, chance)))
    return [(page, None, None), *rows_at(page, [page.rows[at], *page.body])]


def carry_sums_forward(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write the sum so far at the foot of a page, and once more on top of the next one."""
    found = [page.columns[n] for n in SUMMED if n in page.columns]
    if len(page.body) < 4 or page.totals or not found:
        return None
    at = chance.randrange(2, len(page.body) - 1)
    sums = [sum((number_of(row[n]) or Decimal(0) for row in page.body[:at]), Decimal(0))
            for n in found]  # fmt: skip
    first = page.index(page.body[at])
    rows: list[Row] = []
    for word in chance.choice((("À reporter", "Report"), ("Report", "Report"), ("A reporter",),
                               ("Report page 1",))):  # fmt: skip
        row: Row = [None] * len(page.header)
        row[page.columns[WHO[page.kind]]] = word
        for n, number in zip(found, sums, strict=True):
            row[n] = number
        rows.append(row)
    page.rows[first:first] = rows
    return rows_at(page, rows)


def omit_names_then_sort(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Leave names to the line above, then sort by another column."""
    who, by = page.columns[WHO[page.kind]], a_column(page, chance, ("amount", "gross", "days"))
    if by is None or page.kind == "expenses":
        return None
    last = None
    for row in page.body:
        if value(row[who]) == last:
            row[who] = None
        else:
            last = value(row[who])
    at = [page.index(row) for row in page.body]
    order = sorted(page.body, key=lambda row: number_of(row[by[1]]) or Decimal(0))
    for place, row in zip(at, order, strict=True):
        page.rows[place] = row
    return [*_everything(page)]


PASTED: tuple[Accident, ...] = (
    write_the_title_of_another_field, read_as_latin, paste_from_a_document,
    part_the_titles_over_two_rows, paste_another_sheet_below, put_another_sheet_beside,
    continue_on_another_sheet, order_the_columns_otherwise_below, add_a_pivot_table,
    paste_transposed, type_another_currency, lose_the_anchor, save_in_universal_time,
    leave_an_error_in_words, type_over_the_header, carry_sums_forward,
    omit_names_then_sort,
)  # fmt: skip
OF_TEXTS: tuple[Accident, ...] = (read_as_latin, paste_from_a_document, type_over_the_header)
"""Those of grids too."""
