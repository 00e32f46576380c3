"""Slips of the hand in a spreadsheet: a row moved right, a date inverted, a cell joined to another.

As in `accidents`, each changes a sheet in place and returns where, and what nobody can tell is
left out: a cell that no other cell of its line, no total and no order of the sheet contradicts.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from tests.books.accidents import (
    FEWEST_FULL,
    Accident,
    At,
    a_column,
    a_row,
    grand_total,
    is_checked,
    number_of,
    rows_at,
)
from tests.books.pages import NUMBERS, WHO, Book, Page, Row, value
from tests.books.sheets import Cell

MANY_DAYS = 8
"""Days that follow each other, of which two are a weekend."""
EUROS = ("amount", "gross", "rate", "vat")
COUNTED = (*EUROS, "days", "hours")


def _dates(page: Page) -> list[date]:
    """Return the dates of a sheet in order, and three days at least; nothing of another."""
    found = [value(row[page.columns["date"]]) for row in page.body]
    whole = all(isinstance(day, date) for day in found) and found == sorted(found)
    return found if whole and len(set(found)) >= FEWEST_FULL else []


def _typed(
    page: Page, chance: Random, names: tuple[str, ...], cells: tuple[Any, ...]
) -> list[At] | None:
    """Type something over a number of a line."""
    row, found = a_row(page, chance), a_column(page, chance, names)
    if found is None or number_of(row[found[1]]) is None:
        return None
    row[found[1]] = chance.choice(cells)
    return [(page, row, found[1]), *rows_at(page, page.totals)]


def insert_a_cell_shift_right(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Insert one cell in a line: the next ones go one column to the right."""
    row, found = a_row(page, chance), a_column(page, chance)
    if found is None or found[0] in ("lifetime", "category", "comment"):
        return None
    row.insert(found[1], None)
    for other in page.rows:
        other.extend([None] * (len(row) - len(other)))
    return [(page, row, None), *rows_at(page, page.totals)]


def split_a_decimal(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Save « 1200,50 » among commas: the cents become a cell, and the rest goes to the right."""
    row, found = a_row(page, chance), a_column(page, chance, EUROS)
    number = number_of(row[found[1]]) if found else None
    if found is None or not number or number % 1 == 0:
        return None
    if found[1] + 1 in (page.columns.get("comment"), page.columns.get("lifetime")):
        return None  # the cents may be a word of the comment, or years
    whole, _, cents = f"{number:f}".partition(".")
    row[found[1] : found[1] + 1] = [Decimal(whole), Decimal(cents)]
    for other in page.rows:
        other.extend([None] * (len(row) - len(other)))
    return [(page, row, None), *rows_at(page, page.totals)]


def break_a_row_in_two(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Break a row at one of its cells: what follows stands on a row of its own."""
    row = a_row(page, chance)
    at = chance.randint(page.left + 1, page.right - 1)
    rest = [*row[at:], *[None] * at]
    row[at:] = [None] * (len(row) - at)
    page.rows.insert(page.index(row) + 1, rest)
    return rows_at(page, [row, rest, *page.totals])


def join_two_rows(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Lose the end of a row: the next one follows on it."""
    if len(page.body) < 2:
        return None
    rank = chance.randrange(len(page.body) - 1)
    row, other = page.body[rank : rank + 2]
    if page.index(other) != page.index(row) + 1:
        return None
    del page.rows[page.index(other)], page.body[rank + 1]
    row.extend(other[page.left :])
    for one in page.rows:
        one.extend([None] * (len(row) - len(one)))
    return [(page, row, None), *rows_at(page, page.totals)]


def join_two_cells(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Join a cell and the next one in a text, the second left blank."""
    row = a_row(page, chance)
    at = chance.randint(page.left, page.right - 2)
    one, two = value(row[at]), value(row[at + 1])
    if one is None or two is None or at + 1 == page.columns.get("lifetime"):
        return None
    row[at], row[at + 1] = f"{one} {two}", None
    return [(page, row, None), *rows_at(page, page.totals)]


def invert_one_date(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type one date month first, in a sheet in order."""
    dates = _dates(page)
    able = [n for n, day in enumerate(dates) if day.day <= 12]
    if not able:
        return None
    rank = chance.choice(able)
    wrong = date(dates[rank].year, dates[rank].day, dates[rank].month)
    if [*dates[:rank], wrong, *dates[rank + 1 :]] == sorted(
        [*dates[:rank], wrong, *dates[rank + 1 :]]
    ):
        return None  # in order all the same
    page.body[rank][page.columns["date"]] = wrong
    return [(page, page.body[rank], None)]


def save_some_dates_month_first(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Save a sheet month first: the dates that can be are inverted, the others are not."""
    dates = _dates(page)
    new = [date(day.year, day.day, day.month) if day.day <= 12 else day for day in dates]
    if new == sorted(new) or sum(one != two for one, two in zip(dates, new, strict=True)) < 2:
        return None
    for row, day in zip(page.body, new, strict=True):
        row[page.columns["date"]] = day
    return [(page, page.header, page.columns["date"]), *rows_at(page, page.body)]


def type_a_day_that_is_none(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a date that no calendar has."""
    row, column = a_row(page, chance), page.columns["date"]
    texts = (
        "31/06/2020 30/02/2020 00/03/2020 12/13/2020 3/2020/14 15/2020 32/01/2020 2020 03-2020-11"
    )
    row[column] = chance.choice(texts.split())
    return [(page, row, column)]


def drag_the_dates_over_a_year(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Drag a date down: it grows by a year from each line to the next."""
    first, column = chance.randrange(len(page.body)), page.columns["date"]
    start, rows = value(page.body[first][column]), page.body[first + 1 :]
    few = FEWEST_FULL * (2 if page.kind == "cash" else 1) - 1
    if not isinstance(start, date) or f"{start:%d/%m}" == "29/02" or len(rows) < few:
        return None  # the same day of a few years: an invoice a year
    for step, row in enumerate(rows, 1):
        row[column] = start.replace(year=start.year + step)
    return rows_at(page, page.body)


def drag_the_formulas_too_far(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Drag the amounts down over a row too many: zeros, or a formula of blanks."""
    found = a_column(page, chance, ("amount", "gross", "vat"))
    if found is None:
        return None
    row: Row = [None] * len(page.header)
    row[found[1]] = chance.choice((Decimal(0), Cell(value=Decimal(0), formula="A9*B9"), "0,00 €"))
    page.rows.insert(page.index(page.body[-1]) + 1, row)
    return rows_at(page, [row, *page.totals])


def drag_an_amount_too_far(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Drag an amount or days down over a row too many, in which nothing else stands."""
    found = a_column(page, chance, ("amount", "gross", "days", "hours", "rate"))
    if found is None:
        return None
    row: Row = [None] * len(page.header)
    row[found[1]] = value(page.body[-1][found[1]])
    page.rows.insert(page.index(page.body[-1]) + 1, row)
    return rows_at(page, [row, page.body[-1], *page.totals])


def delete_what_a_filter_shows(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Filter a client, and delete its lines: a total still counts them, or numbers are missing."""
    whole, column = grand_total(page), page.columns[WHO[page.kind]]
    name = value(a_row(page, chance)[column])
    gone = [row for row in page.body if value(row[column]) == name]
    left = [row for row in page.body if value(row[column]) != name]
    if whole is None or not left or not {"amount", "gross", "days", "hours"} & page.columns.keys():
        return None
    for row in gone:
        del page.rows[page.index(row)]
    page.body = left
    return rows_at(page, [*left, *page.totals])


def paste_a_column_of_another_sheet(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste the numbers of a column of another sheet over those of this one."""
    found = a_column(page, chance, COUNTED)
    others = [one for one in book if one is not page and found and found[0] in one.columns]
    if found is None or not others:
        return None
    if not all(is_checked(page, row, found[0], by_total=False) for row in page.body):
        return None
    other = chance.choice(others)
    for row, its in zip(page.body, other.body, strict=False):
        row[found[1]] = value(its[other.columns[found[0]]])
    return [*rows_at(page, [*page.body, *page.totals]), (page, page.header, found[1])]


def paste_a_column_over_another(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste the numbers of a column over those of the next one, titles left as they are."""
    names = [name for name in page.columns if name in NUMBERS - {"lifetime"}]
    if len(names) < 2:
        return None
    one, two = chance.sample(names, 2)
    if not all(is_checked(page, row, two, by_total=False) for row in page.body):
        return None
    for row in page.body:
        row[page.columns[two]] = value(row[page.columns[one]])
    return [*rows_at(page, [*page.body, *page.totals]), (page, page.header, page.columns[two])]


def sort_the_names_alone(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Sort the clients of days and not their rates: each has the rates of others."""
    column, rate = page.columns[WHO[page.kind]], page.columns.get("rate")
    if page.kind != "days" or rate is None:
        return None
    known = {(value(row[column]), value(row[rate])) for row in page.body}
    names = sorted((str(value(row[column])) for row in page.body), reverse=chance.random() < 0.5)
    for row, name in zip(page.body, names, strict=True):
        row[column] = name
    new = {(value(row[column]), value(row[rate])) for row in page.body}
    return [*rows_at(page, page.body), (page, page.header, column)] if new - known else None


def type_zero(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type 0 over a number, or a dash."""
    return _typed(page, chance, COUNTED, (Decimal(0), "0", "0,00", "0 €", "–", "néant"))


def type_about(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a number that is none yet: « 3 à 4 », « ~5 »."""
    cells = (
        "3 à 4", "~5", "5 env.", "3-4", "3/4", "2+1", "5 ou 6", ">3", "1,5 ?", "=3*2", "5..",
        "1,2,3", "1k", "1,2 k€", "12 000 000", "1 2", "5 %", "1e3", "0x10", "V", "cinq", "5j+2h",
    )  # fmt: skip
    return _typed(page, chance, COUNTED, cells)


def type_a_minus(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a minus before a number of days or euros, or a plus."""
    row, found = a_row(page, chance), a_column(page, chance, COUNTED)
    number = number_of(row[found[1]]) if found else None
    if found is None or not number or not is_checked(page, row, found[0]):
        return None
    row[found[1]] = chance.choice(
        (-number, f"-{number}", f"{number}-", f"({number})", f"− {number}")
    )
    return [(page, row, found[1]), *rows_at(page, page.totals)]


def exchange_two_digits(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Exchange two digits of a number, or double one, where the rest of the line tells."""
    row, found = a_row(page, chance), a_column(page, chance, COUNTED)
    number = number_of(row[found[1]]) if found else None
    if found is None or not number or not is_checked(page, row, found[0]):
        return None
    text = f"{number:f}"
    pairs = [
        n for n in range(len(text) - 1) if text[n] != text[n + 1] and text[n : n + 2].isdigit()
    ]
    if not pairs:
        return None
    at = chance.choice(pairs)
    doubled = text[: at + 1] + text[at:]
    turned = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    row[found[1]] = Decimal(chance.choice((doubled, turned)))
    return [(page, row, found[1]), *rows_at(page, page.totals)]


def lose_the_commas(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Lose the decimal mark of a whole column: 7,5 is 75."""
    found = a_column(page, chance, COUNTED)
    if found is None or not all(is_checked(page, row, found[0]) for row in page.body):
        return None
    for row in page.body:
        if (number := number_of(row[found[1]])) is not None:
            row[found[1]] = Decimal(f"{number:f}".replace(".", ""))
    return [*rows_at(page, [*page.body, *page.totals]), (page, page.header, found[1])]


def leave_a_test_line(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Leave a line typed to try the sheet."""
    if WHO[page.kind] != "client":
        return None
    row = list(map(value, page.body[0]))
    row[page.columns[WHO[page.kind]]] = chance.choice(("test", "TEST", "xxx", "Exemple"))
    page.rows.insert(page.index(page.body[0]), row)
    return [*rows_at(page, [row, page.body[0], *page.totals])]


def unmerge_the_names(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Unmerge the names that follow each other: they stand on the first line only."""
    column, last, blank = page.columns[WHO[page.kind]], None, []
    for row in page.body:
        if value(row[column]) == last and page.kind != "expenses":
            row[column] = None
            blank.append(row)
        else:
            last = value(row[column])
    return rows_at(page, blank) if blank else None


def hide_older_rates(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Keep the rates of last year in a hidden column."""
    if "rate" not in page.columns:
        return None
    at = page.columns["rate"] + 1
    title = chance.choice(("TJM 2018", "Ancien TJM", "TJM", "Prix", "TJM N-1", None))
    for row in page.rows:
        number = number_of(row[page.columns["rate"]]) if row is not page.header else None
        row.insert(at, number - 50 if number else None)
    page.header[at] = title
    page.columns = {name: n + (n >= at) for name, n in page.columns.items()}
    page.hidden_columns.add(at)
    return [(page, page.header, at), (page, page.header, at - 1), *rows_at(page, page.body)]


def move_a_date_to_the_line_above(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Exchange the dates of two lines that stand far from each other, in a sheet in order."""
    dates = _dates(page)
    if not dates:
        return None
    one, two = sorted(chance.sample(range(len(dates)), 2))
    if dates[one].year == dates[two].year or two == one + 1:
        return None  # no figure of the year changes, or two lines were typed in no order
    column = page.columns["date"]
    page.body[one][column], page.body[two][column] = dates[two], dates[one]
    return rows_at(page, [page.body[one], page.body[two]])


def copy_the_dates_down(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Fill a date down to the end, over lines of another year."""
    dates = _dates(page)
    if not dates or dates[0].year == dates[-1].year:
        return None
    first = chance.randrange(len(dates) - 2)
    grows = chance.random() < 0.5
    if not FEWEST_FULL - 1 <= first <= len(dates) - (MANY_DAYS if grows else FEWEST_FULL):
        return None  # a few dates that follow each other, or are the same, are no wonder
    rest = range(1, len(dates) - first)
    new = [*dates[: first + 1], *(dates[first] + timedelta(days=n * grows) for n in rest)]
    if [day.year for day in new] == [day.year for day in dates]:
        return None
    for row, day in zip(page.body, new, strict=True):
        row[page.columns["date"]] = day
    return [*rows_at(page, page.body), (page, page.header, page.columns["date"])]


SLIPS: tuple[Accident, ...] = (
    insert_a_cell_shift_right, split_a_decimal, break_a_row_in_two, join_two_rows, join_two_cells,
    invert_one_date, save_some_dates_month_first, type_a_day_that_is_none,
    drag_the_dates_over_a_year, drag_the_formulas_too_far, drag_an_amount_too_far,
    delete_what_a_filter_shows, paste_a_column_of_another_sheet, paste_a_column_over_another,
    sort_the_names_alone, type_zero, type_about, type_a_minus, exchange_two_digits,
    lose_the_commas, leave_a_test_line, unmerge_the_names, hide_older_rates,
    move_a_date_to_the_line_above, copy_the_dates_down,
)  # fmt: skip
