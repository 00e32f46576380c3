"""Gestures of a spreadsheet that go wrong: sorts and fills of one column, pastes, replacements.

As in `accidents`, each changes a sheet in place and returns where, and what nobody can tell is
left out: a cell that no other cell of its line, no total and no order of the sheet contradicts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from reporter.french import month_name
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
from tests.books.pages import NUMBERS, SUMMED, WHO, Book, Page, Row, value
from tests.books.sheets import Cell, letters

EURO_FIELDS = ("amount", "gross", "rate", "vat")


def _all(page: Page) -> list[At]:
    """Return every line and total of a sheet."""
    return rows_at(page, [page.header, *page.body, *page.totals])


def _told(page: Page, name: str, rows: Iterable[Row]) -> bool:
    """Tell whether other cells say what the numbers of some lines are."""
    return name not in NUMBERS or all(is_checked(page, row, name) for row in rows)


def _sums(page: Page, whole: Row) -> list[int]:
    """Return the columns of which a total tells the sum."""
    found = [page.columns[name] for name in (*SUMMED, "hours") if name in page.columns]
    return [column for column in found if number_of(whole[column]) is not None]


# rows


def sort_one_column(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Sort the cells of one column, those of the others left in place."""
    found = a_column(page, chance, ("amount", "gross", "rate", "days", "vat", "hours", "vat_rate"))
    if found is None or not all(
        is_checked(page, row, found[0], by_total=False) for row in page.body
    ):
        return None  # a total is the same in any order
    cells = [row[found[1]] for row in page.body]
    cells.sort(key=lambda cell: number_of(cell) or Decimal(0), reverse=chance.random() < 0.5)
    for row, cell in zip(page.body, cells, strict=True):
        row[found[1]] = value(cell)
    return [*_all(page), (page, page.header, found[1])]


def sort_the_lines_backwards(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Sort the lines from last to first."""
    at = [page.index(row) for row in page.body]
    for place, row in zip(at, reversed(page.body), strict=True):
        page.rows[place] = row
    return _all(page)


def delete_a_cell_shift_up(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Delete one cell of a column: what is below goes one row up."""
    found = a_column(page, chance)
    if found is None or found[0] in ("lifetime", "category", "comment"):
        return None
    if found[0] == "date" and "lifetime" in page.columns:
        return None  # a day of the same year changes the part of a year in which a purchase is used
    if found[0] == "client" and not {"rate", "amount", "gross"} & page.columns.keys():
        return None  # as many days, of others: the client of the last line is that above
    first = a_row(page, chance)
    rows = page.rows[page.index(first) :]
    if page.kind == "cash" and any(row in page.totals for row in rows[1:2]):
        return None  # a month's total of what goes out, or comes in, may stand alone
    for row, other in zip(rows, [*rows[1:], None], strict=True):
        row[found[1]] = other[found[1]] if other else None
    return [*_all(page), (page, page.header, found[1])]


def delete_a_cell_shift_left(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Delete one cell of a line: what is at its right goes one column to the left.

    A tax under the amount, and none under its own title, is a purchase that bears none; and of a
    few receipts, one may have no label.
    """
    row, found = a_row(page, chance), a_column(page, chance)
    if found is None or value(row[found[1]]) is None or found[0] == "lifetime":
        return None
    if page.kind == "cash" and len(page.body) < 2 * FEWEST_FULL:
        return None
    if found[0] == "amount" and page.columns.get("vat") == len(row) - 1 == found[1] + 1:
        return None
    del row[found[1]]
    row.append(None)
    return [(page, row, None), *rows_at(page, page.totals)]


def paste_over_with_an_offset(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste some whole lines over those one row below."""
    if len(page.body) < 3:
        return None
    first = chance.randrange(len(page.body) - 1)
    count = chance.randint(1, len(page.body) - 1 - first)
    copies = [list(map(value, row)) for row in page.body[first : first + count]]
    for row, copy in zip(page.body[first + 1 :], copies, strict=False):
        row[:] = copy
    return _all(page)


def paste_a_column_with_an_offset(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste the numbers of a column one row lower."""
    found = a_column(page, chance, ("amount", "gross", "rate", "days", "vat"))
    if found is None or not _told(page, found[0], page.body):
        return None
    cells = [value(row[found[1]]) for row in page.body]
    if cells[0] == cells[-1] and not all(
        is_checked(page, row, found[0], by_total=False) for row in page.body
    ):
        return None  # a total is the same
    for row, cell in zip(page.body[1:], cells, strict=False):
        row[found[1]] = cell
    return [*_all(page), (page, page.header, found[1])]


def paste_twice_with_a_gap(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste some lines once more below, after blank rows or after the totals."""
    count = chance.randint(2, max(2, len(page.body)))
    copies = [list(map(value, row)) for row in page.body[-count:]]
    page.rows += [[None] * page.right for _ in range(chance.randint(1, 3))] + copies
    return [*_all(page), *rows_at(page, copies)]


def move_lines_below_the_total(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type the last lines below a total that counts them, or that does not."""
    whole = grand_total(page)
    if whole is None or len(page.totals) > 1 or len(page.body) < 3:
        return None
    moved = page.body[-chance.randint(1, 2) :]
    for row in moved:
        del page.rows[page.index(row)]
        page.rows.append(row)
    if chance.random() < 0.5:
        for column in _sums(page, whole):
            parts = [number_of(row[column]) or 0 for row in moved]
            whole[column] = number_of(whole[column]) - sum(parts)  # type: ignore[operator]
    return _all(page)


def leave_the_last_line_out_of_the_total(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Leave the last line out of a total, or count twice what it counts."""
    whole = grand_total(page)
    if whole is None:
        return None
    twice = chance.random() < 0.3
    for column in _sums(page, whole):
        number = number_of(whole[column]) or Decimal(0)
        last = number_of(page.body[-1][column]) or Decimal(0)
        whole[column] = number * 2 if twice else number - last
    return rows_at(page, page.totals)


def write_months_between(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write the name of each month above its lines."""
    dates = [value(row[page.columns["date"]]) for row in page.body]
    if not all(isinstance(day, date) for day in dates) or dates != sorted(dates):
        return None
    last, added = None, []
    for row, day in zip(page.body, dates, strict=True):
        if (day.year, day.month) != last:
            title: Row = [None] * page.right
            title[page.left] = f"{month_name(day).capitalize()} {day.year}"
            page.rows.insert(page.index(row), title)
            added.append(title)
        last = (day.year, day.month)
    return rows_at(page, added)


def write_units_below_the_header(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write a second row of titles: units, or what is to type."""
    row: Row = [None] * len(page.header)
    units = {"days": "j", "hours": "h", "rate": "€/j", "amount": "€", "gross": "€", "vat": "€",
             "date": "jj/mm/aaaa"}  # fmt: skip
    for name, unit in units.items():
        if name in page.columns:
            row[page.columns[name]] = unit
    page.rows.insert(page.index(page.header) + 1, row)
    return [(page, row, None)]


def strike_a_line(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Strike a line through."""
    row = a_row(page, chance)
    row[:] = [
        replace(cell, struck=True) if isinstance(cell, Cell) else Cell(value=cell, struck=True)
        for cell in row
    ]
    return [(page, row, None)]


# fills


def fill_a_column_down(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Fill a number down over those of all the lines below."""
    found = a_column(page, chance, ("amount", "gross", "rate", "days", "vat"))
    first = chance.randrange(len(page.body))
    rows = page.body[first:]
    if found is None or len(rows) < 2 or not _told(page, found[0], rows):
        return None
    for row in rows[1:]:
        row[found[1]] = value(rows[0][found[1]])
    return [*_all(page), (page, page.header, found[1])]


def fill_through_a_filter(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Fill a number down while some lines are filtered out, or over them unseen."""
    found = a_column(page, chance, ("amount", "gross", "rate", "days", "vat"))
    if found is None or len(page.body) < 3:
        return None
    rows = [row for row in page.body if chance.random() < 0.5]
    if len(rows) < 2 or not _told(page, found[0], rows):
        return None
    numbers = [number_of(row[found[1]]) or 0 for row in rows]
    if sum(numbers) == len(rows) * numbers[0]:
        return None  # the total is the same
    for row in rows[1:]:
        row[found[1]] = value(rows[0][found[1]])
    return [*_all(page), (page, page.header, found[1])]


def drag_the_invoice_number(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Drag a number of an invoice over the lines below: it grows, or stays the same."""
    column = page.columns.get("invoice")
    if column is None or len(page.body) < 2:
        return None
    first = chance.randrange(len(page.body) - 1)
    start, grows = str(page.body[first][column]), chance.random() < 0.5
    stem, _, number = start.rpartition("-")
    if not number.isdecimal():
        return None
    for step, row in enumerate(page.body[first + 1 :], 1):
        row[column] = f"{stem}-{int(number) + step:03}" if grows else start
    return [*_all(page), (page, page.header, column)]


def drag_a_name(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Drag « Client 1 » down: « Client 2 », « Client 3 »."""
    column = page.columns[WHO[page.kind]]
    others = [
        str([value(cell) for at, cell in enumerate(row) if at != column]) for row in page.body
    ]
    if len(set(others)) < len(others):
        return None  # a line typed twice: its names alone told that it was
    first = chance.randrange(len(page.body))
    for step, row in enumerate(page.body[first:], 1):
        row[column] = f"Client {step}"
    return [*_all(page), (page, page.header, column)]


def drag_a_line(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Drag a whole line over the next ones: dates grow by a day, and numbers stay.

    Over those below the total, which may not count them, nothing in the book would tell it.
    """
    if grand_total(page) is None or len(page.body) < 3:
        return None
    first = chance.randrange(len(page.body) - 1)
    row = page.body[first]
    day = value(row[page.columns["date"]])
    over = page.body[first + 1 : first + 1 + chance.randint(1, 3)]
    if page.index(over[-1]) > page.index(page.totals[-1]):
        return None
    sums = _sums(page, page.totals[-1])
    if all(number_of(other[n]) == number_of(row[n]) for other in over for n in sums):
        return None  # a total is the same
    for step, other in enumerate(over, 1):
        other[:] = map(value, row)
        if isinstance(day, date):
            other[page.columns["date"]] = day + timedelta(days=step)
    return _all(page)


def shift_the_references(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Shift the references of a formula by a row: an amount is that of the line above."""
    if not {"days", "rate", "amount"} <= set(page.columns) or len(page.body) < 2:
        return None
    first = chance.randrange(1, len(page.body))
    places = [page.columns[name] for name in ("days", "rate")]
    amount = page.columns["amount"]
    for row in page.body[first:]:
        above = page.rows[page.index(row) - 1]
        numbers = [number_of(above[place]) for place in places]
        if None in numbers:
            return None
        formula = "*".join(f"{letters(place)}{page.index(row)}" for place in places)
        product = (numbers[0] or Decimal(0)) * (numbers[1] or Decimal(0))
        row[amount] = Cell(value=product, formula=formula)
    return [*_all(page), (page, page.header, amount)]


def keep_an_older_value(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Change the days or the rate of a line whose amount was pasted as a value."""
    row, name = a_row(page, chance), chance.choice(("days", "rate", "amount"))
    if not {"days", "rate", "amount"} <= set(page.columns):
        return None
    number = number_of(row[page.columns[name]])
    if number is None:
        return None
    row[page.columns["amount"]] = value(row[page.columns["amount"]])
    row[page.columns[name]] = number + chance.choice((1, 2, 5))
    return [(page, row, None), *rows_at(page, page.totals)]


# what is written otherwise


def _rewrite(
    page: Page, chance: Random, names: Iterable[str], form: Callable[[Decimal], Any]
) -> list[At] | None:
    """Write some numbers of a column otherwise."""
    found = a_column(page, chance, names)
    if found is None:
        return None
    rows = chance.sample(page.body, chance.randint(1, len(page.body)))
    for row in rows:
        if (number := number_of(row[found[1]])) is not None:
            row[found[1]] = form(number)
    return [*rows_at(page, [*rows, *page.totals]), (page, page.header, found[1])]


def write_some_amounts_as_text(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write « 1 200,00 € » among numbers, with any space between thousands."""
    space = chance.choice((" ", "\u00a0", "\u202f", "\u2009", "'", "’"))
    unit = chance.choice(("", " €", "€", "\u00a0€", " EUR", " euros"))
    return _rewrite(
        page,
        chance,
        EURO_FIELDS,
        lambda number: f"{number:,.2f}".replace(",", space).replace(".", ",") + unit,
    )


def write_a_letter_for_a_figure(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type O for 0, or l for 1."""
    one = chance.choice((("0", "O"), ("1", "l"), ("0", "o"), ("1", "I"), ("5", "S")))
    return _rewrite(
        page,
        chance,
        (*EURO_FIELDS, "days", "hours"),
        lambda number: text.replace(*one) if one[0] in (text := f"{number:f}") else number,
    )


def write_powers_of_ten(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Save numbers as a narrow column shows them: 1,23E+03, ####."""
    form = chance.choice(("{:.2E}", "{:.0E}", "####", "{:.1E}"))
    return _rewrite(page, chance, EURO_FIELDS, lambda number: form.format(number).replace(".", ","))


def write_minus_last(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write the sign of a credit note last, or between parentheses."""
    rows = [row for row in page.body if any((number_of(cell) or 0) < 0 for cell in row)]
    form = chance.choice(("{}-", "({})", "− {}", "–{}", "-{} €"))
    for row in rows:
        for name in ("amount", "gross", "vat"):
            if name in page.columns and (number := number_of(row[page.columns[name]])) is not None:
                row[page.columns[name]] = form.format(f"{abs(number):f}".replace(".", ","))
    return rows_at(page, [*rows, *page.totals]) if rows else None


def turn_a_number_into_a_date(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Let the spreadsheet take « 1,5 » or « 3.12 » for a day."""
    row, found = a_row(page, chance), a_column(page, chance, NUMBERS - {"lifetime"})
    if found is None or number_of(row[found[1]]) is None:
        return None
    day = date(chance.choice((2019, 2020, 2026)), chance.randint(1, 12), chance.randint(1, 28))
    form = chance.choice(("", "%d-%b", "%d/%m/%Y", "%b-%y"))
    row[found[1]] = day.strftime(form) if form else day
    return [(page, row, found[1]), *rows_at(page, page.totals)]


def write_a_percent_whole(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write 20 for 20 % on some lines."""
    return _rewrite(page, chance, ("vat_rate",), lambda number: number * 100)


def replace_everywhere(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Find and replace one thing by another in all the cells of a sheet."""
    old, new = chance.choice(((".", ","), (",", "."), ("0", ""), (" ", ""), ("1", "7"), ("€", ""),
                              ("-", ""), ("/", "")))  # fmt: skip
    if old == "1" and "rate" in page.columns and "amount" not in page.columns:
        return None  # 710 becomes 770, as likely
    dated = [page.columns["date"]] if "date" in page.columns else []
    dates = [value(row[column]) for row in page.body for column in dated]
    checked = "amount" in page.columns and all(is_checked(page, row, "amount") for row in page.body)
    if old == "0" and not checked:
        return None  # 2020 becomes 22, and 1029 as likely 129
    if old == "1" and not checked and not any("1" in str(day) for day in dates):
        return None  # 12,41 becomes 72,47, as likely, and no date is another one
    changed = False
    for row in page.rows:
        for column, cell in enumerate(row):
            found = value(cell)
            text = f"{found:%d/%m/%Y}" if isinstance(found, date) else str(found)
            if found is None or old not in text or isinstance(cell, Cell):
                continue
            changed = True
            row[column] = _typed(text.replace(old, new), found)
    return [*_all(page), (page, None, None)] if changed else None


def _typed(text: str, was: Any) -> Any:
    """Return what a spreadsheet makes of a text typed over a cell."""
    if isinstance(was, str):
        return text
    if isinstance(was, date):
        try:
            day, month, year = map(int, text.split("/"))
            return date(year + 2000 if year < 30 else year, month, day)
        except ValueError:
            return text
    try:
        return Decimal(text)
    except ArithmeticError:
        return text


def paste_gross_over_net(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste the amounts with their VAT over those without."""
    if not {"amount", "gross"} <= set(page.columns):
        return None
    if not {"vat", "vat_rate", "rate"} & set(page.columns) and grand_total(page) is None:
        return None
    for row in page.body:
        row[page.columns["amount"]] = value(row[page.columns["gross"]])
    return [*_all(page), (page, page.header, page.columns["amount"])]


def paste_totals_over_amounts(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste the running sums of a column over its numbers."""
    found = a_column(page, chance, ("amount", "gross", "days"))
    if found is None or not _told(page, found[0], page.body):
        return None
    count = Decimal(0)
    for row in page.body:
        count += number_of(row[found[1]]) or Decimal(0)
        row[found[1]] = count
    return [*_all(page), (page, page.header, found[1])]


def ditto_a_cell(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write ditto marks in place of what is above."""
    found = a_column(page, chance)
    if found is None or found[0] in ("lifetime", "category", "comment"):
        return None
    row = chance.choice(page.body)
    row[found[1]] = chance.choice(('"', "idem", "''", "〃", "id.", '-"-', "Idem."))
    return [(page, row, found[1]), *rows_at(page, page.totals)]


def break_a_line_in_a_cell(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Break the line inside a title or a name."""
    row = chance.choice([page.header, *page.body])
    columns = [n for n, cell in enumerate(row) if isinstance(cell, str) and " " in cell.strip()]
    if not columns:
        return None
    column = chance.choice(columns)
    row[column] = row[column].replace(" ", "\n", 1)
    return [(page, row, column)]


# dates


def mistype_the_year_before(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type the year that ends on a line of January, or the year that begins in December."""
    dates = [value(row[page.columns["date"]]) for row in page.body]
    if not all(isinstance(day, date) for day in dates) or dates != sorted(dates):
        return None
    january = chance.random() < 0.5
    rows = [row for row, day in zip(page.body, dates, strict=True)
            if day.month == (1 if january else 12)]  # fmt: skip
    if not rows or len({day.year for day in dates}) < 2:
        return None
    row = chance.choice(rows)
    day = value(row[page.columns["date"]])
    wrong = date(day.year + (-1 if january else 1), day.month, day.day)
    rank = next(n for n, one in enumerate(page.body) if one is row)
    others = dates[rank - 1 : rank] if january else dates[rank + 1 : rank + 2]
    if not others or (wrong >= others[0] if january else wrong <= others[0]):
        return None  # in order all the same: nobody can tell
    row[page.columns["date"]] = wrong
    return [(page, row, None)]


def count_days_from_1904(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste dates of a workbook that counts from 1904: four years and a day apart."""
    years = {other.name[-4:] for other in book if other.kind == page.kind}
    if page.name[-4:] not in years or not page.name[-4:].isdecimal():
        return None
    column, days = page.columns["date"], chance.choice((1462, -1462))
    rows = [row for row in page.body if isinstance(value(row[column]), date)]
    for row in rows:
        row[column] = value(row[column]) + timedelta(days=days)
    return [*_all(page), (page, page.header, column)] if rows else None


def invert_day_and_month(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Export dates month first: those that can be are read as others, the rest stay texts.

    Where all can be, nothing tells of it in a few lines, nor in those that stay in order.
    """
    column = page.columns["date"]
    rows = [row for row in page.body if isinstance(value(row[column]), date)]
    days = [value(row[column]) for row in rows]
    if all(day.day <= 12 for day in days):
        moved = [day.replace(month=day.day, day=day.month) for day in days]
        if len(moved) < 4 or moved == sorted(moved):
            return None
    for row, day in zip(rows, days, strict=True):
        row[column] = (
            date(day.year, day.day, day.month) if day.day <= 12 else day.strftime("%m/%d/%Y")
        )
    return [*_all(page), (page, page.header, column)] if rows else None


def write_years_of_two_figures(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write some dates as texts with a year of two figures, or with no year at all."""
    column = page.columns["date"]
    form = chance.choice(("%d/%m/%y", "%d.%m.%y", "%d/%m", "%d-%m-%y"))
    rows = [row for row in page.body if isinstance(value(row[column]), date)]
    rows = chance.sample(rows, chance.randint(1, len(rows))) if rows else []
    for row in rows:
        row[column] = value(row[column]).strftime(form)
    return [*rows_at(page, rows), (page, page.header, column)] if rows else None


# columns and sheets


def delete_a_column(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Delete a column, title and all."""
    found = a_column(page, chance, ("date", "client", "label", "days", "amount", "rate", "gross"))
    if found is None:
        return None
    for row in page.rows:
        del row[found[1]]
        row.append(None)
    del page.columns[found[0]]
    page.columns = {name: at - (at > found[1]) for name, at in page.columns.items()}
    if not {"date", WHO[page.kind]} <= page.columns.keys():
        page.body = []  # it is whole no more: nothing else can befall it
    return [(page, None, None)]


def write_notes_in_a_new_column(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Insert a column without a title, for a few notes."""
    at = chance.randint(page.left, page.right)
    for row in page.rows:
        row.insert(at, None)
    rows = chance.sample(page.body, min(2, len(page.body)))
    for row in rows:
        row[at] = chance.choice(("vu", "?", "à relancer", "ok", 1, "X"))
    page.columns = {name: column + (column >= at) for name, column in page.columns.items()}
    return [(page, page.header, at), *rows_at(page, rows)]


def copy_a_column_beside(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Copy a column at the right of the table, title and all, some of its numbers changed."""
    found = a_column(page, chance, ("amount", "days", "rate", "gross"))
    if found is None:
        return None
    title = f"{page.header[found[1]]}{chance.choice(('', ' (2)', ' corrigé', ' bis'))}"
    for row in page.rows:
        cell = value(row[found[1]])
        changed = chance.random() < 0.3 and isinstance(cell, Decimal)
        row.append(title if row is page.header else cell + 10 if changed else cell)
    return [*_all(page), (page, page.header, len(page.header) - 1)]


def merge_two_titles(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Merge the titles of two columns side by side: the second one is lost."""
    found = a_column(page, chance)
    if found is None or found[1] == page.left or found[0] in ("lifetime", "category"):
        return None
    at = page.index(page.header) + 1
    page.header[found[1]] = None
    page.merges.append(f"{letters(found[1] - 1)}{at}:{letters(found[1])}{at}")
    return [(page, page.header, None), (page, page.header, found[1])]


def keep_a_copy_of_the_sheet(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Keep a copy of the sheet under another name, some amounts of it older."""
    name = chance.choice((f"Copie de {page.name}", f"{page.name} old", f"{page.name} - sauvegarde",
                          f"{page.name}_v2", "Feuil2", f"{page.name} (2)"))  # fmt: skip
    if any(one.name == name for one in book):
        return None
    copy = replace(page, name=name, rows=[list(map(value, row)) for row in page.rows], merges=[])
    copy.header = copy.rows[page.index(page.header)]
    copy.body = [copy.rows[page.index(row)] for row in page.body]
    copy.totals = []
    copy.hidden_rows, copy.hidden_columns = set(), set()
    for row in (row for row in page.totals):
        copy.rows[page.index(row)] = [None] * len(row)
    column = copy.columns.get("amount", copy.columns.get("rate"))
    if column is not None and chance.random() < 0.5:
        row = chance.choice(copy.body)
        number = number_of(row[column])
        row[column] = number + 50 if number is not None else None
    book.append(copy)
    return [(copy, None, None), (page, None, None)]


def move_a_line_to_another_sheet(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Move a line to a sheet of another kind, cells as they stand; quotes are not read."""
    others = [one for one in book if one.kind not in (page.kind, "quotes") and one.is_whole]
    if not others or len(page.body) < 2:
        return None
    other, row = chance.choice(others), chance.choice(page.body)
    if sorted(page.columns.items()) == sorted(other.columns.items()):
        return None
    del page.rows[page.index(row)]
    page.body = [one for one in page.body if one is not row]
    at = other.index(other.body[-1]) + 1
    moved = [*map(value, row), *[None] * (len(other.header) - len(row))]
    other.rows.insert(at, moved)
    return [(other, moved, None), *rows_at(other, other.totals), *rows_at(page, page.totals)]


GESTURES: tuple[Accident, ...] = (
    sort_one_column, sort_the_lines_backwards, delete_a_cell_shift_up, delete_a_cell_shift_left,
    paste_over_with_an_offset, paste_a_column_with_an_offset, paste_twice_with_a_gap,
    move_lines_below_the_total, leave_the_last_line_out_of_the_total, write_months_between,
    write_units_below_the_header, strike_a_line, fill_a_column_down, fill_through_a_filter,
    drag_the_invoice_number, drag_a_name, drag_a_line, shift_the_references, keep_an_older_value,
    write_some_amounts_as_text, write_a_letter_for_a_figure, write_powers_of_ten, write_minus_last,
    turn_a_number_into_a_date, write_a_percent_whole, replace_everywhere, paste_gross_over_net,
    paste_totals_over_amounts, ditto_a_cell, break_a_line_in_a_cell, mistype_the_year_before,
    count_days_from_1904, invert_day_and_month, write_years_of_two_figures, delete_a_column,
    write_notes_in_a_new_column, copy_a_column_beside, merge_two_titles, keep_a_copy_of_the_sheet,
    move_a_line_to_another_sheet,
)  # fmt: skip
