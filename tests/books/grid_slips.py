"""Slips of the hand in a grid: a column for each day of a month, or for each month of a year.

As in `grids`, each changes a sheet in place and returns where, and what nobody can tell is left
out: a cell that no total of its row, no total of its column and no word of the sheet contradicts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random

from tests.books import gestures, halfway, slips
from tests.books.accidents import Accident, At, number_of, rows_at
from tests.books.grids import (
    columns_of_sums,
    counted_columns,
    filled_cells,
    is_told,
    rewrite,
    worth,
)
from tests.books.pages import Book, Page, Row, value
from tests.books.sheets import Cell

MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
          "octobre", "novembre", "décembre")  # fmt: skip


def _all(page: Page) -> list[At]:
    columns: list[At] = [(page, page.header, n) for n in counted_columns(page)]
    return [*rows_at(page, [page.header, *page.body, *page.totals]), *columns]


def _sum_of(rows: list[Row], column: int) -> Decimal:
    cells = [value(row[column]) for row in rows]
    return sum((worth(cell) for cell in cells if cell is not None), Decimal(0))


def _is_summed_across(page: Page) -> bool:
    return bool(columns_of_sums(page))


# cells


def split_a_half_day(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Save « 0,5 » among commas: its decimals become a cell, and the rest goes to the right."""
    spots = [(row, n) for row, n in filled_cells(page) if (number_of(row[n]) or 0) % 1]
    spots = [it for it in spots if is_told(page, *it)]
    if not spots:
        return None
    row, n = chance.choice(spots)
    whole, _, rest = f"{number_of(row[n]):f}".partition(".")
    row[n : n + 1] = [Decimal(whole), Decimal(rest)]
    for other in page.rows:
        other.extend([None] * (len(row) - len(other)))
    return [(page, row, None), *rows_at(page, page.totals)]


def type_zero(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type 0 over a number, or a word that says nothing."""
    cell = chance.choice((Decimal(0), "0", "0,00", "néant", "—", "nul"))
    return rewrite(page, chance, lambda _: cell, checked=True)


def type_about(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a number that is none yet: « 3 à 4 », « ~5 », « V »."""
    words = "3 à 4|~5|5 env.|3-4|2+1|5 ou 6|>3|1,5 ?|=3*2|5..|1,2,3|1k|1 2|1e3|0x10|V|cinq|5j+2h"
    text = chance.choice(words.split("|"))
    return rewrite(page, chance, lambda _: text, checked=False)


def type_a_minus(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a minus before a number, or after it, or parentheses around it."""
    form = chance.choice(("-{}", "{}-", "({})", "− {}"))
    return rewrite(page, chance, lambda it: form.format(f"{worth(it):f}"), checked=True)


def exchange_two_digits(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Exchange the first two digits of a number, or double the first one."""
    turn = chance.random() < 0.5

    def typed(cell: object) -> Decimal:
        text = f"{worth(cell):f}"
        turned = text[1] + text[0] + text[2:] if text[:2].isdecimal() and len(text) > 1 else ""
        return Decimal(turned if turn and turned else text[0] + text)

    return rewrite(page, chance, typed, checked=True)


def write_a_letter_for_a_figure(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type O for 0, l for 1, S for 5."""
    table = str.maketrans(chance.choice(("0", "1", "5")), chance.choice(("O", "l", "S")))
    return rewrite(page, chance, lambda it: f"{worth(it):f}".translate(table), checked=True)


def write_powers_of_ten(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Save numbers as a narrow column shows them: 1,23E+03, ####."""
    form = chance.choice(("{:.2E}", "{:.0E}", "####"))
    return rewrite(page, chance, lambda it: form.format(worth(it)).replace(".", ","), checked=True)


def ditto_a_cell(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write ditto marks in place of what is above, or on the left."""
    mark = chance.choice(('"', "idem", "''", "〃", "id."))
    return rewrite(page, chance, lambda _: mark, checked=False)


def paste_a_number_after_another(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a number in a cell that holds one: 5 and 12 are 512."""
    more = chance.choice(("1", "0", "12", "5"))
    return rewrite(page, chance, lambda it: Decimal(f"{int(worth(it))}{more}"), checked=True)


def type_in_a_cell_of_percents(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a number in a cell that shows percents: 1 is 1 %, that is 0.01."""
    return rewrite(page, chance, lambda it: Cell(value=worth(it) / 100, format="0%"), checked=True)


def show_the_formulas(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Save a formula as a text: =D5+E5."""
    return rewrite(page, chance, lambda _: "=D5+E5", checked=False)


# columns


def delete_a_cell_shift_up(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Delete a cell of a column, or insert one: what is below goes a row up, or down."""
    told = [n for n in counted_columns(page) if all(is_told(page, row, n) for row in page.body)]
    if not told or not (_is_summed_across(page) or page.totals):
        return None
    n, down = chance.choice(told), chance.random() < 0.5
    if not down and page.totals and page.rows[page.index(page.totals[0]) - 1] not in page.body:
        return None  # the total becomes an absence
    rows = page.rows[page.index(chance.choice(page.body)) :]
    if not down and not any(value(row[n]) is not None for row in page.body):
        return None
    cells = [row[n] for row in rows]
    for row, cell in zip(rows, [None, *cells[:-1]] if down else [*cells[1:], None], strict=True):
        row[n] = cell
    if down and cells[-1] is not None:
        page.rows.append([None] * len(page.header))
        page.rows[-1][n] = cells[-1]
    return [*_all(page), *rows_at(page, page.rows[-1:])]


def paste_a_column_over_another(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste the cells of a column over those of another, titles left as they are."""
    columns = counted_columns(page)
    one, two = chance.sample(columns, 2)
    if not all(is_told(page, row, two) for row in page.body):
        return None
    if not columns_of_sums(page) and _sum_of(page.body, one) == _sum_of(page.body, two):
        return None  # the total of the column is the same
    for row in page.body:
        row[two] = value(row[one])
    return _all(page)


def copy_a_column_beside(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Copy the column of a day or of a month at the right of the grid, title and all."""
    n = chance.choice(counted_columns(page))
    if not any(value(row[n]) is not None for row in page.body):
        return None
    for row in page.rows:
        row.append(value(row[n]))
    return [*_all(page), (page, page.header, len(page.header) - 1)]


def paste_running_sums(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste the running sums of a row over its cells."""
    rows = [row for row in page.body if all(is_told(page, row, n) for n in counted_columns(page))]
    if not rows:
        return None
    row, count = chance.choice(rows), Decimal(0)
    for n in counted_columns(page):
        if value(row[n]) is not None:
            count += worth(value(row[n]))
            row[n] = count
    return [(page, row, None), *_all(page)]


def drag_the_sums_too_far(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Drag the sums of rows, or of columns, over a row too many: zeros, or the same again."""
    row: Row = [None] * len(page.header)
    if page.totals and chance.random() < 0.5:
        row = [value(cell) for cell in page.totals[-1]]
        row[page.columns["client"]] = None
    elif _is_summed_across(page):
        n = columns_of_sums(page)[0]
        row[n] = chance.choice((Decimal(0), value(page.body[-1][n])))
    else:
        return None
    page.rows.insert(page.index([*page.body, *page.totals][-1]) + 1, row)
    return rows_at(page, [row, page.body[-1], *page.totals])


def drag_the_titles(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Drag a title over the next ones: it stays the same, or grows by one from another start."""
    columns = counted_columns(page)
    first = chance.randrange(len(columns) - 2)
    start, grows = value(page.header[columns[first]]), chance.random() < 0.5
    if grows and not isinstance(start, Decimal):
        return None
    for step, n in enumerate(columns[first + 1 :], 2 if grows else 0):
        page.header[n] = start + step if grows else start
    return [(page, page.header, None), (page, None, None)]


def save_the_titles_month_first(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Save dated titles month first: those that can be are inverted."""
    columns = [n for n in counted_columns(page) if isinstance(value(page.header[n]), date)]
    if len(columns) < 3:
        return None
    for n in columns:
        day = value(page.header[n])
        if day.day <= len(MONTHS):
            page.header[n] = date(day.year, day.day, day.month)
    return [(page, page.header, None), (page, None, None)]


# rows and sheets


def delete_what_a_filter_shows(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Filter a client, and delete its row: the totals still count it; or clear its cells."""
    if not page.totals or len(page.body) < 2:
        return None
    row = chance.choice(page.body)
    if not any(is_told(page, row, n) and value(row[n]) is not None for n in counted_columns(page)):
        return None
    if chance.random() < 0.5:
        row[:] = [None] * len(row)
    else:
        del page.rows[page.index(row)]
    page.body = [one for one in page.body if one is not row]
    return _all(page)


def swap_the_ends_of_two_rows(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Cut the end of a row and that of another, and paste each in the place of the other."""
    if len(page.body) < 2 or not _is_summed_across(page):
        return None
    one, two = chance.sample(page.body, 2)
    at = chance.choice(counted_columns(page)[1:])
    starts = [
        sum(worth(value(row[n])) for n in counted_columns(page) if n < at and row[n])
        for row in (one, two)
    ]
    if starts[0] == starts[1]:
        return None  # the rows of two clients, names apart
    one[at:], two[at:] = [value(cell) for cell in two[at:]], [value(cell) for cell in one[at:]]
    return [*rows_at(page, [one, two]), *_all(page)]


def move_a_row_below_the_total(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type the last client below the totals, which count it or not."""
    if not page.totals or len(page.body) < 2:
        return None
    row, whole = page.body[-1], page.totals[-1]
    del page.rows[page.index(row)]
    page.rows.append(row)
    if chance.random() < 0.5:
        for n in (*counted_columns(page), *columns_of_sums(page)):
            if number_of(whole[n]) is not None and value(row[n]) is not None:
                left = (number_of(whole[n]) or Decimal(0)) - worth(value(row[n]))
                whole[n] = left or None
    return _all(page)


def write_units_below_the_header(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write a second row of titles: units, or the days of the week."""
    word = chance.choice(("j", "€", "jours", "L"))
    row: Row = [None] * len(page.header)
    for n in counted_columns(page):
        row[n] = word
    page.rows.insert(page.index(page.header) + 1, row)
    return [(page, row, None)]


def copy_the_grid_for_the_next_period(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Copy the sheet of a month or of a year for the next one, its cells left as they are."""
    words = page.name.split()
    if len(words) == 1 or not words[-1].isdecimal():
        return None
    year, name = int(words[-1]), words[-2].casefold()
    if name in MONTHS[:-1]:
        words[-2] = MONTHS[MONTHS.index(name) + 1].capitalize()
    else:
        words[-1] = str(year + 1)
    if any(one.name == " ".join(words) for one in book):
        return None
    copy = replace(page, name=" ".join(words), rows=[list(map(value, row)) for row in page.rows])
    copy.merges, copy.hidden_rows, copy.hidden_columns = [], set(), set()
    copy.header = copy.rows[page.index(page.header)]
    copy.body = [copy.rows[page.index(row)] for row in page.body]
    copy.totals = [copy.rows[page.index(row)] for row in page.totals]
    book.append(copy)
    return [(copy, None, None), (page, None, None)]


GRID_SLIPS: tuple[Accident, ...] = (
    slips.break_a_row_in_two, slips.join_two_rows, slips.join_two_cells, slips.leave_a_test_line,
    slips.hide_older_rates, gestures.ditto_a_cell, halfway.part_a_name_into_columns,
    halfway.replace_a_word_that_is_also_elsewhere,
    split_a_half_day, type_zero, type_about, type_a_minus, exchange_two_digits,
    write_a_letter_for_a_figure, write_powers_of_ten, ditto_a_cell, paste_a_number_after_another,
    type_in_a_cell_of_percents, show_the_formulas, delete_a_cell_shift_up,
    paste_a_column_over_another, copy_a_column_beside, paste_running_sums, drag_the_sums_too_far,
    drag_the_titles, save_the_titles_month_first, delete_what_a_filter_shows,
    swap_the_ends_of_two_rows, move_a_row_below_the_total, write_units_below_the_header,
    copy_the_grid_for_the_next_period,
)  # fmt: skip
