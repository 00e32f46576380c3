"""Work on a spreadsheet that stopped half way: half a copy, half a sort, a cell of another format.

As in `accidents`, each changes a sheet in place and returns where, and what nobody can tell is
left out: a cell that no other cell of its line, no total and no order of the sheet contradicts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from tests.books.accidents import (
    CHECKED,
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
from tests.books.pages import NUMBERS, SUMMED, WHO, Book, Page, Row, value
from tests.books.sheets import Cell, letters

EUROS = ("amount", "gross", "rate", "vat")
COUNTED = (*EUROS, "days", "hours")
MANY = 5
"""Days of which a hundredth is no wonder."""
A_YEAR_AS_A_DAY = date(1905, 7, 12)
"""What « 2020 » typed in a cell of dates shows."""


def _everything(page: Page) -> list[At]:
    return rows_at(page, [page.header, *page.body, *page.totals])


def _year_later(cell: Any, years: int = 1) -> Any:
    day = value(cell)
    if not isinstance(day, date):
        return day
    return day.replace(year=day.year + years, day=min(day.day, 28 if day.month == 2 else 31))


def _are_parted(page: Page, moved: Sequence[int]) -> bool:
    """Tell whether numbers that check each other on every line are some moved, some not."""
    for group in CHECKED:
        places = [page.columns[name] for name in group if name in page.columns]
        whole = len(places) == len(group)
        if whole and all(number_of(row[n]) for row in page.body for n in places):
            found = {n in moved for n in places}
            if len(found) > 1:
                return True
    return False


def _may_be_off(page: Page, row: Row) -> bool:
    """Tell whether a line would say « NA » and no number: that nobody worked."""
    return bool(value(row[page.columns[WHO[page.kind]]]) == "NA")


# lines


def drag_the_last_line_too_far(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Drag the last line over a row too many: its date grows by a day, and its number by one."""
    whole, last = grand_total(page), page.body[-1]
    if whole is None or not any(
        number_of(whole[page.columns[n]]) for n in SUMMED if n in page.columns
    ):
        return None
    row = [value(cell) for cell in last]
    day = row[page.columns["date"]]
    row[page.columns["date"]] = day + timedelta(days=1) if isinstance(day, date) else day
    page.rows.insert(page.index(last) + 1, row)
    return rows_at(page, [row, last, *page.totals])


def replace_half_of_last_year(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Copy the sheet of a year over the next one's, of which the last lines alone are typed."""
    twins = [one for one in book if one.kind == page.kind and one.name != page.name]
    if not twins or len(page.body) < 2:
        return None
    other = twins[0]
    count = min(chance.randint(1, len(page.body) - 1), len(other.body))
    for row, its in zip(page.body[:count], other.body, strict=False):
        for name, n in page.columns.items():
            row[n] = value(its[other.columns[name]]) if name in other.columns else None
    return [*_everything(page), *rows_at(other, other.body)]


def delete_lines_in_the_middle(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Delete a few lines in the middle of a sheet, or clear them: a total counts them."""
    whole = grand_total(page)
    sums = [
        n
        for name in SUMMED
        if (n := page.columns.get(name)) is not None and whole and number_of(whole[n])
    ]
    if len(page.body) < FEWEST_FULL or not sums:
        return None
    first = chance.randrange(1, len(page.body) - 2)
    gone = page.body[first : first + chance.randint(1, len(page.body) - 2 - first + 1)]
    if not any(number_of(row[n]) for row in gone for n in sums):
        return None
    clear = chance.random() < 0.5
    for row in gone:
        if clear:
            row[:] = [None] * len(row)
        else:
            del page.rows[page.index(row)]
    page.body = [row for row in page.body if not any(row is one for one in gone)]
    return _everything(page)


def delete_numbered_lines(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Delete a few lines whose invoices have numbers: those of the lines around remain."""
    column = page.columns.get("invoice")
    if column is None or len(page.body) < FEWEST_FULL:
        return None
    first = chance.randrange(1, len(page.body) - 2)
    gone = page.body[first : first + chance.randint(1, 2)]
    series = [str(row[column])[:-3] for row in page.body[first - 1 : first + len(gone) + 1]]
    if len(set(series)) > 1:
        return None
    for row in gone:
        del page.rows[page.index(row)]
    page.body = [row for row in page.body if not any(row is one for one in gone)]
    same = [one for one in book if one.kind == page.kind == "of_client"]  # their numbers are one
    return [*_everything(page), *(at for one in same for at in _everything(one))]


def swap_the_ends_of_two_lines(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Cut the end of a line and that of another, and paste each in the place of the other."""
    if len(page.body) < 2:
        return None
    one, two = chance.sample(page.body, 2)
    at = chance.randint(page.left + 1, page.right - 1)
    if not _are_parted(page, range(at, page.right)):
        return None
    one[at:], two[at:] = [value(cell) for cell in two[at:]], [value(cell) for cell in one[at:]]
    return rows_at(page, [one, two, *page.totals])


def sort_some_columns(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Sort the first columns and leave the others in place, on all lines or on the first ones."""
    at = chance.randint(page.left + 1, page.right - 1)
    if not _are_parted(page, range(at, page.right)):
        return None
    rows = page.body[: chance.randint(2, len(page.body))] if len(page.body) > 1 else page.body
    parts = [[value(cell) for cell in row[:at]] for row in rows]
    column = chance.choice([n for n in page.columns.values() if n < at])
    parts.sort(key=lambda part: str(part[column]), reverse=chance.random() < 0.5)
    for row, part in zip(rows, parts, strict=True):
        row[:at] = part
    return _everything(page)


def paste_into_hidden_rows(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste the numbers of the lines that a filter shows over those that follow each other."""
    found = a_column(page, chance, (*EUROS, "days"))
    rows = [row for row in page.body if chance.random() < 0.5]
    if found is None or len(rows) < 2:
        return None
    first = chance.randrange(len(page.body) - len(rows) + 1)
    over = page.body[first : first + len(rows)]
    if not all(is_checked(page, row, found[0], by_total=False) for row in over):
        return None
    for row, cell in zip(over, [value(row[found[1]]) for row in rows], strict=True):
        row[found[1]] = cell
    return [*_everything(page), (page, page.header, found[1])]


def paste_the_total_over_a_line(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste a total over a number of a line, or over the line below it all."""
    whole = grand_total(page)
    found = a_column(page, chance, SUMMED)
    if whole is None or found is None or number_of(whole[found[1]]) is None:
        return None
    row = a_row(page, chance)
    row[found[1]] = number_of(whole[found[1]])
    return [(page, row, found[1]), *rows_at(page, page.totals)]


def clear_the_numbers_of_a_line(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Clear the numbers of a line, and leave its date and its names."""
    row = a_row(page, chance)
    if _may_be_off(page, row):
        return None
    for name in NUMBERS - {"lifetime"}:
        if name in page.columns:
            row[page.columns[name]] = None
    return [(page, row, None), *rows_at(page, page.totals)]


# fills


def drag_a_series(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Drag a number down to the end: it grows by one from each line to the next."""
    found = a_column(page, chance, COUNTED)
    if found is None or len(page.body) < FEWEST_FULL + 1:
        return None
    if any(row == page.header and row is not page.header for row in page.rows):
        return None  # each page of a few lines is read by itself
    first = chance.randrange(len(page.body) - FEWEST_FULL)
    start = number_of(page.body[first][found[1]])
    if start is None or (not first and found[0] != "rate" and start % 1 == 0):
        return None  # 1, 2, 3… may be lines made so
    for step, row in enumerate(page.body[first:]):
        row[found[1]] = start + step
    return [*_everything(page), (page, page.header, found[1])]


def change_the_year_everywhere(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Replace a year by the next one in a whole sheet, dates and words, its name left as it is."""
    days = [value(row[page.columns["date"]]) for row in page.body]
    if not all(isinstance(day, date) for day in days):
        return None
    year = chance.choice(sorted({day.year for day in days}))
    if not page.name[-4:].isdecimal() or page.kind == "tracked":
        return None  # they may as well be of that year: an export is named for when it was made
    for row in page.rows:
        for n, cell in enumerate(row):
            found = value(cell)
            if isinstance(found, date) and found.year == year:
                row[n] = _year_later(found)
            elif isinstance(found, str):
                row[n] = found.replace(str(year), str(year + 1))
    return [*_everything(page), (page, page.header, page.columns["date"]), (page, None, None)]


def replace_a_word_that_is_also_elsewhere(
    page: Page, book: Book, chance: Random
) -> list[At] | None:
    """Find and replace part of a name: other names, titles and totals hold it too."""
    if page.kind == "expenses":
        return None  # the label of what is no expense alone says so
    names = {str(value(row[page.columns[WHO[page.kind]]])) for row in page.body}
    name = chance.choice(sorted(names))
    old = name[: chance.randint(1, 4)].strip() or name
    new = chance.choice(("", "Alizé", old.upper(), f"{old} "))
    for row in page.rows:
        for n, cell in enumerate(row):
            if isinstance(cell, str):
                row[n] = cell.replace(old, new) or None
    return [*_everything(page), *((page, page.header, n) for n in page.columns.values())]


# formats


def type_in_a_cell_of_percents(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a number in a cell that shows percents: 700 is 700 %, that is 7."""
    row, found = a_row(page, chance), a_column(page, chance, COUNTED)
    number = number_of(row[found[1]]) if found else None
    if found is None or not number or found[0] == "hours":
        return None
    if found[0] not in ("days", "rate") and not is_checked(page, row, found[0]):
        return None  # 395.99 becomes 3.96, as likely
    if found[0] == "days" and number >= MANY and not is_checked(page, row, "days"):
        return None  # 5 days become 0.05, as likely
    row[found[1]] = Cell(value=number / 100, format=chance.choice(("0%", "0.00%", "0 %")))
    return [(page, row, found[1]), *rows_at(page, page.totals)]


def type_in_a_cell_of_times(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a number in a cell that shows times, or days of the calendar."""
    row, found = a_row(page, chance), a_column(page, chance, COUNTED)
    number = number_of(row[found[1]]) if found else None
    if found is None or not number or found[0] == "hours":
        return None
    row[found[1]] = Cell(
        value=number, format=chance.choice(("hh:mm", "[h]:mm", "dd/mm/yyyy", "mmm-yy"))
    )
    return [(page, row, found[1]), *rows_at(page, page.totals)]


def type_the_year_in_a_cell_of_dates(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type « 2020 » in a cell that shows dates: 12/07/1905."""
    row, column = a_row(page, chance), page.columns["date"]
    row[column] = A_YEAR_AS_A_DAY
    return [(page, row, column)]


def round_as_shown(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Keep the numbers of a column as they show: no decimals."""
    found = a_column(page, chance, COUNTED)
    if found is None or not all(
        is_checked(page, row, found[0], by_total=False) for row in page.body
    ):
        return None
    if found[0] not in ("days", "hours", "rate"):
        return None
    for row in page.body:
        if (number := number_of(row[found[1]])) is not None:
            row[found[1]] = number.to_integral_value()
    return [*_everything(page), (page, page.header, found[1])]


def write_thousands_of_euros(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Divide a column by a thousand, its title left as it is, and the rest of each line too."""
    found = a_column(page, chance, ("amount", "gross", "vat"))
    if found is None or not all(
        is_checked(page, row, found[0], by_total=False) for row in page.body
    ):
        return None
    for row in (*page.body, *page.totals):
        if (number := number_of(row[found[1]])) is not None:
            row[found[1]] = number / 1000
    return [*_everything(page), (page, page.header, found[1])]


def change_every_sign(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Export amounts as an account shows them: every sign is the other one."""
    names = [name for name in SUMMED if name in page.columns and name != "days"]
    if not names:
        return None
    for row in (*page.body, *page.totals):
        for name in names:
            if (number := number_of(row[page.columns[name]])) is not None:
                row[page.columns[name]] = -number
    return [*_everything(page), *((page, page.header, page.columns[name]) for name in names)]


def write_english_numbers(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste numbers as an English hand writes them: 1,234.50."""
    found = a_column(page, chance, EUROS)
    if found is None:
        return None
    for row in page.body:
        if (number := number_of(row[found[1]])) is not None:
            row[found[1]] = f"{number:,.2f}"
    return [*_everything(page), (page, page.header, found[1])]


def show_the_formulas(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Save the formulas as texts: =D5*E5."""
    found = a_column(page, chance, ("amount", "gross", "vat"))
    if found is None:
        return None
    for row in chance.sample(page.body, chance.randint(1, len(page.body))):
        row[found[1]] = f"=D{page.index(row) + 1}*E{page.index(row) + 1}"
    return [*_everything(page), (page, page.header, found[1])]


def paste_a_number_after_another(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a number in a cell that holds one: 5 and 12 are 512."""
    row, found = a_row(page, chance), a_column(page, chance, COUNTED)
    number = number_of(row[found[1]]) if found else None
    if found is None or not number or not is_checked(page, row, found[0]):
        return None
    other = number_of(a_row(page, chance)[found[1]]) or Decimal(5)
    row[found[1]] = Decimal(f"{int(number)}{abs(other):f}")
    return [(page, row, found[1]), *rows_at(page, page.totals)]


# columns and sheets


def part_a_name_into_columns(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Part the words of names into columns: they are written over the cells on their right."""
    column = page.columns[WHO[page.kind]]
    rows = [row for row in page.body if " " in str(value(row[column]))]
    if not rows:
        return None
    rows = rows if chance.random() < 0.5 else [chance.choice(rows)]
    for row in rows:
        words = str(value(row[column])).split()
        for other in page.rows:
            other.extend([None] * (column + len(words) - len(other)))
        row[column : column + len(words)] = words
    return [*rows_at(page, rows), *rows_at(page, page.totals)]


def paste_the_titles_of_another_sheet(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste the titles of a sheet over those of another, whose columns are others."""
    others = [one for one in book if one.kind != page.kind and one.is_whole]
    if not others:
        return None
    other = chance.choice(others)
    titles = other.header[other.left : other.right]
    if page.left + len(titles) > len(page.header):
        return None
    page.header[page.left : page.left + len(titles)] = titles
    return [(page, None, None), *((page, page.header, n) for n in range(len(page.header)))]


def copy_the_sheet_for_next_year(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Copy the sheet of a year for the next one, and empty it never, or in part."""
    if not page.name[-4:].isdecimal():
        return None
    name = f"{page.name[:-4]}{int(page.name[-4:]) + 1}"
    if any(one.name == name for one in book):
        return None
    copy = replace(page, name=name, rows=[list(map(value, row)) for row in page.rows], merges=[])
    copy.header = copy.rows[page.index(page.header)]
    copy.body = [copy.rows[page.index(row)] for row in page.body]
    copy.totals = [copy.rows[page.index(row)] for row in page.totals]
    copy.hidden_rows, copy.hidden_columns = set(), set()
    moved = chance.random() < 0.5
    if moved and len(page.body) < FEWEST_FULL:
        return None  # two lines may be the same of each year
    for row in copy.rows if moved else ():
        row[:] = [_year_later(cell) for cell in row]
    book.append(copy)
    return [(copy, None, None), (page, None, None)]


def merge_the_lines_of_a_name(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Merge a number over two lines: the second one is lost."""
    found = a_column(page, chance, COUNTED)
    pairs = [
        (one, two)
        for one, two in zip(page.body, page.body[1:], strict=False)
        if page.index(two) == page.index(one) + 1
    ]
    if found is None or not pairs:
        return None
    one, two = chance.choice(pairs)
    if _may_be_off(page, two):
        return None
    two[found[1]] = None
    at = page.index(one) + 1
    page.merges.append(f"{letters(found[1])}{at}:{letters(found[1])}{at + 1}")
    return [(page, two, found[1]), (page, one, found[1]), *rows_at(page, page.totals)]


HALFWAY: tuple[Accident, ...] = (
    drag_the_last_line_too_far, replace_half_of_last_year, delete_lines_in_the_middle,
    delete_numbered_lines, swap_the_ends_of_two_lines, sort_some_columns, paste_into_hidden_rows,
    paste_the_total_over_a_line, clear_the_numbers_of_a_line, drag_a_series,
    change_the_year_everywhere, replace_a_word_that_is_also_elsewhere, type_in_a_cell_of_percents,
    type_in_a_cell_of_times, type_the_year_in_a_cell_of_dates, round_as_shown,
    write_thousands_of_euros, change_every_sign, write_english_numbers, show_the_formulas,
    paste_a_number_after_another, part_a_name_into_columns, paste_the_titles_of_another_sheet,
    copy_the_sheet_for_next_year, merge_the_lines_of_a_name,
)  # fmt: skip
