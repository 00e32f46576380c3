"""What befalls a spreadsheet in the hands of a person, one small function for each accident.

Each changes a sheet in place and returns where: the rows and the columns that a question may
name. None says that it cannot befall this sheet, or that nobody could ever tell.

What nobody can tell is left out, here with its reason:

- a figure mistyped for a likely one, a sign lost or a decimal shifted where no other cell of the
  line, no total and no word says otherwise: the line is as good as a true one;
- a line deleted where no total stands and invoices have no numbers: nothing is left of it;
- a line pasted into a sheet of another kind whose columns mean the same: fees among expenses;
- a length of depreciation or a category that is cut: a purchase may be a charge, and a charge
  may have no category;
- a date moved to another likely day of the same year: no figure of the year changes;
- lines of another year, never seen elsewhere, pasted into a sheet that names no year: they may
  as well belong there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from tests.books.pages import NUMBERS, SUMMED, WHO, Book, Page, Row, value, written
from tests.books.sheets import Cell, letters

At = tuple[Page, Row | None, int | None]
"""A place that a question may name: a row of a sheet, a column, or all of it."""
Accident = Callable[[Page, Book, Random], list[At] | None]

CHECKED = ({"days", "rate", "amount"}, {"amount", "vat", "gross"}, {"amount", "vat_rate", "gross"})
"""Fields that check each other."""
FEWEST_FULL = 4
"""Lines of which one that alone leaves a cell out is asked about; of fewer, it may be a habit."""


def a_row(page: Page, chance: Random) -> Row:
    return chance.choice(page.body)


def rows_at(page: Page, rows: Iterable[Row]) -> list[At]:
    return [(page, row, None) for row in rows]


def a_column(page: Page, chance: Random, names: Iterable[str] = ()) -> tuple[str, int] | None:
    known = [name for name in page.columns if not names or name in set(names)]
    return (name := chance.choice(known), page.columns[name]) if known else None


def number_of(cell: Any) -> Decimal | None:
    found = value(cell)
    return found if isinstance(found, Decimal) else None


# rows


def sort_with_the_header(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Sort all the rows by a column: the header goes with them, last or among the lines."""
    column = chance.choice(list(page.columns.values()))
    block = [page.header, *page.body]
    block.sort(key=lambda row: str(value(row[column]) or ""), reverse=chance.random() < 0.3)
    if chance.random() < 0.5:  # as spreadsheets do: numbers and dates come before words
        block.sort(key=lambda row: isinstance(value(row[column]), str))
    first = page.index(page.header)
    page.rows[first:] = [*block, *page.totals]
    return rows_at(page, block)


def sort_the_lines(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Sort the lines without the header, subtotals left where they were."""
    at = [page.index(row) for row in page.body]
    column = chance.choice(list(page.columns.values()))
    for place, row in zip(
        at, sorted(page.body, key=lambda row: str(value(row[column]))), strict=True
    ):
        page.rows[place] = row
    return rows_at(page, [*page.body, *page.totals])


def sort_with_the_totals(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Sort the lines and the totals by amount or date."""
    if not page.totals:
        return None
    block = [row for row in page.rows if any(row is one for one in (*page.body, *page.totals))]
    at = [page.index(row) for row in block]
    column = chance.choice([page.columns[name] for name in page.columns if name != "comment"])
    for place, row in zip(at, sorted(block, key=lambda row: str(value(row[column]))), strict=True):
        page.rows[place] = row
    return rows_at(page, block)


def delete_the_header(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Delete the row of titles."""
    del page.rows[page.index(page.header)]
    return [(page, None, None)]


def repeat_the_header(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste the row of titles once more, anywhere below."""
    at = chance.randint(page.index(page.header) + 1, len(page.rows))
    page.rows.insert(at, list(page.header))
    return [(page, page.rows[at], None)]


def type_lines_above_the_header(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Move one to three lines above the header."""
    moved = chance.sample(page.body, min(len(page.body), chance.randint(1, 3)))
    for row in moved:
        del page.rows[page.index(row)]
        page.rows.insert(page.index(page.header), row)
    return rows_at(page, moved)


def write_words_above_the_header(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write a title, a date of edition or an owner above the header."""
    words = chance.choice((["Compagnie"], ["Édité le 04/01/2021"], ["Version 3", None, "page 1"]))
    page.rows.insert(page.index(page.header), [*words, *[None] * (page.right - len(words))])
    return [(page, page.rows[page.index(page.header) - 1], None)]


def insert_a_blank_row(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Insert a blank row anywhere."""
    at = chance.randint(0, len(page.rows))
    page.rows.insert(at, [None] * page.right)
    return [(page, page.rows[at], None)]


def type_a_row_twice(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a line a second time, just below or at the end."""
    row = a_row(page, chance)
    twice = [replace(cell, formula="") if isinstance(cell, Cell) else cell for cell in row]
    at = page.index(row) + 1 if chance.random() < 0.5 else page.index(page.body[-1]) + 1
    page.rows.insert(at, twice)
    return rows_at(page, [row, twice, *page.totals])


def paste_a_block_twice(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste all the lines once more below themselves."""
    copies = [list(row) for row in page.body]
    at = page.index(page.body[-1]) + 1
    page.rows[at:at] = copies
    return rows_at(page, [*page.body, *copies, *page.totals])


def delete_a_line_above_a_total(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Delete a line whose amount a total still counts."""
    if grand_total(page) is None or len(page.body) < 2:
        return None
    if "amount" not in page.columns and "gross" not in page.columns:
        return None
    last = page.index(page.totals[-1])
    counted = [rank for rank, row in enumerate(page.body) if page.index(row) < last]
    if not counted:
        return None  # another accident moved them all below
    row = page.body.pop(chance.choice(counted))
    del page.rows[page.index(row)]
    return rows_at(page, page.totals)


def paste_rows_of_another_year(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste lines of the sheet of another year, columns as they stand there."""
    twins = [other for other in book if other.kind == page.kind and other.name != page.name]
    if not twins:
        return None
    other = chance.choice(twins)
    rows = [list(row) for row in other.body[: chance.randint(1, 4)]]
    at = page.index(page.body[-1]) + 1
    page.rows[at:at] = rows
    return [*rows_at(page, [*rows, *page.totals]), *rows_at(other, other.body[: len(rows)])]


# sums and notes


def sums_of(page: Page, rows: list[Row], word: str | None, day: Any = None) -> Row:
    """Return a row of sums of other rows, with a word, a date or neither."""
    found: Row = [None] * len(page.header)
    for name in SUMMED:
        column = page.columns.get(name)
        numbers = [] if column is None else [number_of(row[column]) for row in rows]
        if numbers and all(number is not None for number in numbers):
            found[page.columns[name]] = sum(filter(None, numbers), Decimal(0))
    found[page.columns[WHO[page.kind]]] = word
    found[page.columns["date"]] = day
    return found


def _summed(page: Page, chance: Random, *, words: bool) -> Row | None:
    word = chance.choice(("Ensemble", "Somme", "Année", "Récapitulatif", None)) if words else None
    day = value(page.body[-1][page.columns["date"]]) if chance.random() < 0.5 else None
    row = sums_of(page, page.body, word, day)
    return row if any(number_of(cell) is not None for cell in row) else None


def add_a_sum_without_the_word(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Add up the lines at the bottom, under another word than total, dated or not."""
    row = _summed(page, chance, words=True)
    if row is None or len(page.body) < 2:
        return None
    page.rows.insert(page.index(page.body[-1]) + 1, row)
    return rows_at(page, [row, *page.totals])


def add_a_bare_sum(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Add up one column at the bottom, no word at all."""
    found = a_column(page, chance, ("amount", "gross", "days"))
    numbers = [number_of(row[found[1]]) for row in page.body] if found else []
    if found is None or None in numbers or len(numbers) < 2:
        return None
    row: Row = [None] * len(page.header)
    row[found[1]] = sum(filter(None, numbers), Decimal(0))
    page.rows += [[None] * page.right for _ in range(chance.randint(0, 2))] + [row]
    return rows_at(page, [row])


def add_a_subtotal_per_month(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Add the sum of each month below its lines, named for the month or not, dated or not."""
    dates = [value(row[page.columns["date"]]) for row in page.body]
    if not all(isinstance(day, date) for day in dates) or dates != sorted(dates):
        return None
    word = chance.choice(("Total {0:%m/%Y}", "{0:%m/%Y}", "Sous-total", "Mois", None))
    dated = chance.random() < 0.5
    months: dict[tuple[int, int], list[Row]] = {}
    for row, day in zip(page.body, dates, strict=True):
        months.setdefault((day.year, day.month), []).append(row)
    added = []
    for rows in months.values():
        day = value(rows[-1][page.columns["date"]])
        sums = sums_of(page, rows, word and word.format(day), day if dated else None)
        if len(rows) < 2 or not any(number_of(cell) is not None for cell in sums):
            continue
        page.rows.insert(page.index(rows[-1]) + 1, sums)
        added.append(sums)
    return rows_at(page, [*added, *page.totals]) if added else None


def add_a_grand_total_on_top(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write the sum of all lines just below the header, or just above it."""
    row = _summed(page, chance, words=chance.random() < 0.5)
    if row is None or len(page.body) < 2:
        return None
    if chance.random() < 0.5:
        row[page.columns[WHO[page.kind]]] = "Total"
    page.rows.insert(page.index(page.header) + chance.randint(0, 1), row)
    return rows_at(page, [row])


def write_a_note_below(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write a sentence below the table, with a figure in it at times."""
    note = chance.choice(("Relancer en mai", "dont 500 € de frais", "cf. contrat du 12/03", "*"))
    row = [None] * len(page.header)
    row[chance.choice(list(page.columns.values()))] = note  # type: ignore[call-overload]
    page.rows += [[None] * page.right for _ in range(chance.randint(0, 2))] + [row]
    return rows_at(page, [row])


def write_an_amount_below(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write a figure and its word below the table: a target, what remains, what was paid."""
    word = chance.choice(("Objectif", "Reste à facturer", "Acompte reçu", "Budget"))
    row: Row = [None] * len(page.header)
    row[page.columns[WHO[page.kind]]] = word
    found = a_column(page, chance, ("amount", "gross", "days"))
    if found is None:
        return None
    row[found[1]] = Decimal(chance.randint(100, 20000))
    page.rows += [[None] * page.right for _ in range(chance.randint(0, 2))] + [row]
    return rows_at(page, [row])


# blocks beside


def put_a_table_beside(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write sums by name beside the table, with a header or without one."""
    right = len(page.header) + 1
    for row in page.rows:
        row.extend([None] * (right + 2 - len(row)))
    start = page.index(page.header) + chance.randint(0, 2)
    names = chance.choice(
        (("Client", "CA"), ("Client", "Montant HT"), ("Mois", "Total"), (None, None))
    )
    block: list[Row] = [
        list(names),
        *[
            [chance.choice(("Ponant", "Alizé", "janvier")), Decimal(chance.randint(500, 9000))]
            for _ in range(2)
        ],
    ]
    while len(page.rows) < start + len(block):
        page.rows.append([None] * (right + 2))
    for row, cells in zip(page.rows[start:], block, strict=False):
        row[right : right + 2] = cells
    return [(page, row, right + side) for row in page.rows[start : start + 3] for side in (0, 1)]


def move_the_last_lines_beside(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Move the last lines beside the table, under blank titles."""
    count = min(len(page.body) - 1, chance.randint(1, 3))
    if count < 1:
        return None
    moved = page.body[-count:]
    right = len(page.header) + 1
    for row in page.rows:
        row.extend([None] * (2 * right - len(row)))
    for row, target in zip(moved, page.body, strict=False):
        del page.rows[page.index(row)]
        target[right : right + len(row[: right - 1])] = row[: right - 1]
    kept = page.body[:count]
    page.body = page.body[:-count]
    places: list[At] = rows_at(page, kept)
    places += [(page, page.header, right + side) for side in range(right)]
    return [*places, *rows_at(page, page.totals)]


def shift_a_block_right(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Insert cells before some lines, which go one column to the right."""
    first = chance.randrange(len(page.body))
    moved = page.body[first : first + chance.randint(1, len(page.body))]
    at = chance.choice([page.left, chance.choice(list(page.columns.values()))])
    for row in page.rows:
        if any(row is one for one in moved):
            row.insert(at, None)
        else:
            row.append(None)
    return [*rows_at(page, [*moved, *page.totals]), (page, page.header, at)]


def shift_a_column_down(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Insert one cell in a column: what is below goes one row down."""
    found = a_column(page, chance)
    if found is None or found[0] in ("lifetime", "category"):
        return None
    first = chance.randrange(len(page.body))
    rows = page.rows[page.index(page.body[first]) :]
    cells = [None, *(row[found[1]] for row in rows)]
    page.rows.append([None] * len(page.header))
    for row, cell in zip(page.rows[-len(rows) - 1 :], cells, strict=True):
        row[found[1]] = cell
    moved = [page.body[first], *page.totals]
    cells_below = ((page, row, found[1]) for row in (page.header, *rows))
    return [*cells_below, *rows_at(page, moved)]


# columns


def insert_a_blank_column(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Insert a blank column among the others."""
    at = chance.randint(0, page.right)
    for row in page.rows:
        row.insert(at, None)
    page.columns = {name: column + (column >= at) for name, column in page.columns.items()}
    return [(page, page.header, at)]


def insert_a_column(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Insert a column of one's own: words, yes or no, numbers."""
    at = chance.randint(page.left, page.right)
    title, cells = chance.choice(
        (("Humeur", ("bien", "bof", "rien à dire")), ("Vu", ("oui", "non")), ("Prime", (100, 0)),
         ("Remise", (None, 50)), ("Semaine", (1, 2)), ("Suivi", (None, "relancé")))
    )  # fmt: skip
    for row in page.rows:
        row.insert(at, None)
    page.header[at] = title
    for row in page.body:
        row[at] = chance.choice(cells)
    page.columns = {name: column + (column >= at) for name, column in page.columns.items()}
    return [(page, page.header, at)]


def blank_a_title(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Erase the title of a column."""
    found = a_column(page, chance)
    if found is None or found[0] in ("lifetime", "category"):
        return None
    page.header[found[1]] = None
    return [(page, page.header, found[1])]


def blank_the_titles_of_some_columns(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Erase the titles of a few columns that stand together."""
    first = chance.choice(list(page.columns.values()))
    columns = range(first, min(first + chance.randint(2, 4), page.right))
    if not {page.columns.get("lifetime"), page.columns.get("category")}.isdisjoint(columns):
        return None
    for column in columns:
        page.header[column] = None
    return [(page, page.header, column) for column in columns]


def mistype_a_title(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write over the title of a column: a word of no meaning here."""
    found = a_column(page, chance)
    if found is None or found[0] in ("lifetime", "category"):
        return None
    page.header[found[1]] = chance.choice(("Colonne1", "xx", "Divers", "Données", "à voir"))
    return [(page, page.header, found[1])]


def repeat_a_title(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write the title of a column over another's."""
    one, other = chance.sample(list(page.columns.values()), 2)
    if {page.columns.get("lifetime"), page.columns.get("category")} & {other}:
        return None
    page.header[other] = page.header[one]
    return [(page, page.header, one), (page, page.header, other)]


def swap_two_titles(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Exchange the titles of two columns, their cells left in place, each under a wrong one."""
    both = one, other = chance.sample(list(page.columns.values()), 2)
    page.header[one], page.header[other] = page.header[other], page.header[one]
    return [(page, row, column) for row in (page.header, *page.body) for column in both]


def swap_two_columns(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Exchange two whole columns, titles and all."""
    one, other = chance.sample(list(page.columns.values()), 2)
    for row in page.rows:
        row[one], row[other] = row[other], row[one]
    return [(page, page.header, one), (page, page.header, other)]


def swap_the_cells_of_two_columns(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Exchange the cells of two columns on some lines, titles left in place."""
    one, other = chance.sample(list(page.columns.values()), 2)
    rows = chance.sample(page.body, chance.randint(1, len(page.body)))
    for row in rows:
        row[one], row[other] = row[other], row[one]
    return [*rows_at(page, rows), (page, page.header, one), (page, page.header, other)]


def turn_amounts_into_text(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste a column of numbers as text."""
    found = a_column(page, chance, NUMBERS - {"vat_rate"})
    if found is None:
        return None
    for row in (*page.body, *page.totals):
        if (number := number_of(row[found[1]])) is not None:
            row[found[1]] = written(
                number, chance, unit=found[0] not in ("days", "hours", "lifetime")
            )
    return [(page, page.header, found[1])]


def group_thousands_by_dots(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste a column of whole amounts with a dot between thousands: 1.200."""
    found = a_column(page, chance, ("amount", "gross", "rate"))
    rows = [row for row in page.body if (number_of(row[found[1]]) or 0) >= 1000] if found else []
    if found is None or not rows:
        return None
    for row in rows:
        row[found[1]] = f"{number_of(row[found[1]]):,.0f}".replace(",", ".")
    return [*rows_at(page, [*rows, *page.totals]), (page, page.header, found[1])]


# cells


def is_priced(page: Page) -> bool:
    """Tell whether lines say what they are worth: their client alone does not."""
    return not {"rate", "amount", "gross"}.isdisjoint(page.columns)


def cut_a_cell(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Cut one cell of a line."""
    row, found = a_row(page, chance), a_column(page, chance)
    if found is None or found[0] in ("lifetime", "category") or row[found[1]] is None:
        return None
    if found[0] == "client" and len(page.body) < FEWEST_FULL and not is_priced(page):
        return None  # the client above is taken, which is noted: nothing here has its price
    row[found[1]] = None
    return [(page, row, found[1]), *rows_at(page, page.totals)]


def type_words_in_a_number(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a word over a number."""
    row, found = a_row(page, chance), a_column(page, chance, NUMBERS - {"lifetime"})
    if found is None:
        return None
    word = chance.choice(("?", "à voir", "n/a", "voir devis", "12 ?", "-", "x", "ok"))
    if word == "n/a" and found[0] in ("days", "hours") and "amount" not in page.columns:
        return None  # it says that nobody worked
    row[found[1]] = word
    return [(page, row, found[1])]


def type_one_mark_and_three_digits(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type « 1.200 » or « 1,200 » in a cell of numbers."""
    row, found = a_row(page, chance), a_column(page, chance, ("amount", "gross", "rate", "days"))
    if found is None:
        return None
    row[found[1]] = chance.choice(("1.200", "1,200", "(1,200)", "- 1,200", "2.500 €"))
    return [(page, row, found[1]), *rows_at(page, page.totals)]


def is_checked(page: Page, row: Row, name: str, *, by_total: bool = True) -> bool:
    """Tell whether other cells of a line, or a total below it, say what one of its numbers is."""
    known = {field for field, column in page.columns.items() if number_of(row[column])}
    if any(name in group and group <= known for group in CHECKED):
        return True
    whole = grand_total(page) if by_total and name in SUMMED else None
    if whole is None or whole[page.columns[name]] is None:
        return False
    return page.index(row) < page.index(whole)


def grand_total(page: Page) -> Row | None:
    """Return the total of all the lines, where there is one."""
    found = page.totals[-1] if page.totals else None
    return found if found and value(found[page.columns[WHO[page.kind]]]) == "TOTAL" else None


def shift_the_decimals(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type ten times a number, or a tenth of it, where the rest of the line tells."""
    row, found = (
        a_row(page, chance),
        a_column(page, chance, ("amount", "gross", "rate", "days", "vat")),
    )
    number = number_of(row[found[1]]) if found else None
    if found is None or not number or not is_checked(page, row, found[0]):
        return None
    row[found[1]] = number * chance.choice((10, 100, Decimal("0.1")))
    return [(page, row, found[1]), *rows_at(page, page.totals)]


def lose_a_sign(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a credit note without its sign: its words still say what it is."""
    names = [name for name in ("amount", "gross", "vat") if name in page.columns]
    said = [row for row in page.body if any(str(cell).startswith("Avoir") for cell in row)]
    rows = [row for row in said if all(number_of(row[page.columns[name]]) for name in names)]
    if not rows:
        return None
    row = chance.choice(rows)
    for name in names:
        row[page.columns[name]] = abs(number_of(row[page.columns[name]]) or Decimal(0))
    return [(page, row, None), *rows_at(page, page.totals)]


def mistype_a_year(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Exchange or double figures of a year: 2002, 2200, 2022 for 2020."""
    row = a_row(page, chance)
    day = value(row[page.columns["date"]])
    if not isinstance(day, date):
        return None
    year = int(chance.choice((f"20{str(day.year)[3]}{str(day.year)[2]}", "2200", "1920", "2002")))
    if abs(year - day.year) < 5:
        return None
    row[page.columns["date"]] = date(year, day.month, min(day.day, 28))
    return [(page, row, page.columns["date"])]


def rename_a_client(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a name otherwise: in capitals, without accents, with a slip, or as ditto marks.

    Not these among prices agreed: they say that a client has two of them, as it may.
    """
    column = page.columns[WHO[page.kind]]
    row = a_row(page, chance)
    name = str(row[column])
    marks = () if page.kind == "missions" else ("idem", '"')
    row[column] = chance.choice((name.upper(), name[:-1], f" {name} ", f"{name} SARL", *marks))
    return [(page, row, column)]


def leave_a_formula_uncomputed(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Save some cells of a column as formulas that nobody computed."""
    found = a_column(page, chance, NUMBERS - {"lifetime"})
    if found is None:
        return None
    rows = chance.sample(page.body, chance.randint(1, len(page.body)))
    for row in rows:
        row[found[1]] = Cell(value=None, formula="1+1")
    return [*rows_at(page, rows), (page, page.header, found[1])]


def leave_a_formula_stale(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Change the days or the rate of a line: its amount is still the one saved before."""
    rows = [
        row for row in page.body if any(isinstance(cell, Cell) and cell.formula for cell in row)
    ]
    if not rows or not {"days", "rate"} <= set(page.columns):
        return None
    row, name = chance.choice(rows), chance.choice(("days", "rate"))
    number = number_of(row[page.columns[name]])
    if number is None:
        return None
    row[page.columns[name]] = number + 1
    return [(page, row, None), *rows_at(page, page.totals)]


def break_a_reference(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Leave an error in a cell: #REF!."""
    row, found = a_row(page, chance), a_column(page, chance)
    if found is None or found[0] in ("lifetime", "category"):
        return None
    row[found[1]] = Cell(value="#REF!", formula="#REF!+1", error=True)
    return [(page, row, found[1]), *rows_at(page, page.totals)]


def merge_two_cells(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Merge two cells, side by side or one above the other: the second one is lost."""
    row, found = chance.choice(page.body), a_column(page, chance)
    if found is None or found[0] in ("lifetime", "category"):
        return None
    at, column = page.index(row), found[1]
    across = chance.random() < 0.5
    if across and column > page.left:
        area = (at, column - 1, at, column)
    elif not across and page.rows[at - 1] is not page.header:
        area = (at - 1, column, at, column)
    else:
        return None
    row[column] = None
    page.merges.append(f"{letters(area[1])}{area[0] + 1}:{letters(area[3])}{area[2] + 1}")
    return [(page, row, column), *rows_at(page, page.totals)]


def merge_a_column_of_names(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Merge the cells of a name or a date that is the same on lines that follow each other."""
    column = page.columns[chance.choice(("date", WHO[page.kind]))]
    pairs = [
        (one, two)
        for one, two in zip(page.body, page.body[1:], strict=False)
        if value(one[column]) == value(two[column]) and page.index(two) == page.index(one) + 1
    ]
    if not pairs:
        return None
    one, two = chance.choice(pairs)
    two[column] = None
    at = page.index(one)
    page.merges.append(f"{letters(column)}{at + 1}:{letters(column)}{at + 2}")
    return [(page, two, column)]


# what is hidden, sheets, files


def hide_rows(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Hide some lines."""
    rows = chance.sample(page.body, chance.randint(1, len(page.body)))
    page.hidden_rows |= {page.index(row) for row in rows}
    return rows_at(page, rows)


def hide_a_column(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Hide a column."""
    column = chance.choice(list(page.columns.values()))
    page.hidden_columns.add(column)
    return [(page, page.header, column)]


def hide_the_sheet(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Hide the sheet, where another one is left to see."""
    if all(other.hidden for other in book if other is not page):
        return None
    page.hidden = True
    return [(page, None, None)]


def filter_the_lines(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Filter the table: the lines that do not match are hidden."""
    last = f"{letters(page.right - 1)}{len(page.rows)}"
    page.filtered = f"{letters(page.left)}{page.index(page.header) + 1}:{last}"
    return hide_rows(page, book, chance)


def paste_the_sheet_twice(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Copy the sheet, the last lines of the copy deleted at times."""
    copy = replace(page, name=f"{page.name} (2)", rows=[list(row) for row in page.rows], merges=[])
    copy.header = copy.rows[page.index(page.header)]
    copy.body = [copy.rows[page.index(row)] for row in page.body]
    copy.totals = [copy.rows[page.index(row)] for row in page.totals]
    copy.hidden_rows, copy.hidden_columns = set(), set()
    book.append(copy)
    if chance.random() < 0.3 and len(copy.body) > 2 and not copy.totals:
        del copy.rows[copy.index(copy.body.pop())]
    return [(copy, None, None), (page, None, None)]


def rename_the_sheet(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Give the sheet a name that says nothing, or another thing.

    A grid of what is not sold, says its name, is left aside with no more than a note.
    """
    names = (
        "Feuil1",
        *(("2020",) if page.kind != "rows" else ()),
        "Copie",
        "Divers",
        "Old",
        "Ventes",
        *(("Devis", "Prévisions") if page.kind not in ("grid", "across") else ()),
    )
    page.name = chance.choice([name for name in names if all(name != one.name for one in book)])
    return [(page, None, None)]


def name_the_sheet_for_another_year(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Name the sheet for a year that is not that of its lines."""
    words = page.name.split()[0]
    if page.kind == "rows" and not any(
        str(row[page.columns["date"]])[-1:].isdecimal() for row in page.body
    ):
        return None  # nothing else says the year
    name = f"{words} {chance.choice((2012, 2017, 2023))}"
    if any(one.name == name for one in book):
        return None
    page.name = name
    return [(page, None, None)]


def move_the_table(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Insert rows above and columns before the table."""
    for _ in range(chance.randint(1, 4)):
        page.rows.insert(0, [None] * page.right)
    for _ in range(chance.randint(0, 2)):
        insert_a_blank_column(page, book, chance)
    return [(page, page.header, None)]


def turn_dates_into_numbers(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Lose the format of the dates: 43921 for 31/03/2020."""
    column = page.columns["date"]
    rows = [row for row in page.body if isinstance(value(row[column]), date)]
    for row in rows:
        row[column] = (value(row[column]) - date(1899, 12, 30)).days
    return [(page, page.header, column)] if rows else None


def turn_dates_into_text(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste dates as text, with a year of four figures or two."""
    column, form = page.columns["date"], chance.choice(("%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y"))
    rows = [row for row in page.body if isinstance(value(row[column]), date)]
    for row in rows:
        row[column] = value(row[column]).strftime(form)
    return [(page, page.header, column), *rows_at(page, rows)] if rows else None


def drag_a_cell_down(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Drag a cell over the ones below, where another cell of each line still tells."""
    found = a_column(page, chance, ("amount", "rate", "days", "gross", "vat"))
    first = chance.randrange(len(page.body))
    rows = page.body[first + 1 : first + 4]
    if found is None or not rows or not all(is_checked(page, row, found[0]) for row in rows):
        return None
    number, was = number_of(page.body[first][found[1]]), [number_of(row[found[1]]) for row in rows]
    new = [None if number is None else number + step for step in range(1, len(rows) + 1)]
    beside = all(is_checked(page, row, found[0], by_total=False) for row in rows)
    if not beside and sum(filter(None, new), Decimal(0)) == sum(filter(None, was), Decimal(0)):
        return None  # the total holds by chance, and nothing else tells
    for row, cell in zip(rows, new, strict=True):
        row[found[1]] = cell
    return [*rows_at(page, [*rows, *page.totals]), (page, page.header, found[1])]


def repeat_a_total(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste a total a second time, its date filled at times."""
    if not page.totals:
        return None
    row = list(page.totals[-1])
    if chance.random() < 0.5:
        row[page.columns["date"]] = value(page.body[-1][page.columns["date"]])
    page.rows.append(row)
    return rows_at(page, [row])


ACCIDENTS: tuple[Accident, ...] = (
    sort_with_the_header, sort_the_lines, sort_with_the_totals, delete_the_header,
    repeat_the_header, type_lines_above_the_header, write_words_above_the_header,
    insert_a_blank_row, type_a_row_twice, paste_a_block_twice, delete_a_line_above_a_total,
    paste_rows_of_another_year, add_a_sum_without_the_word, add_a_bare_sum,
    add_a_subtotal_per_month, add_a_grand_total_on_top, write_a_note_below, write_an_amount_below,
    put_a_table_beside, move_the_last_lines_beside, shift_a_block_right, shift_a_column_down,
    insert_a_blank_column, insert_a_column, blank_a_title, blank_the_titles_of_some_columns,
    mistype_a_title, repeat_a_title, swap_two_titles, swap_two_columns,
    swap_the_cells_of_two_columns, turn_amounts_into_text, group_thousands_by_dots, cut_a_cell,
    type_words_in_a_number, type_one_mark_and_three_digits, shift_the_decimals, lose_a_sign,
    mistype_a_year, rename_a_client, leave_a_formula_uncomputed, leave_a_formula_stale,
    break_a_reference, merge_two_cells, merge_a_column_of_names, hide_rows, hide_a_column,
    hide_the_sheet, filter_the_lines, paste_the_sheet_twice, rename_the_sheet,
    name_the_sheet_for_another_year, move_the_table, turn_dates_into_numbers,
    turn_dates_into_text, drag_a_cell_down, repeat_a_total,
)  # fmt: skip
