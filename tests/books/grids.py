"""What befalls a grid: a column for each day of a month, or for each month of a year.

As in `accidents`, each changes a sheet in place and returns where. What nobody can tell is left
out: a number changed for a likely one where no total of its row nor of its column tells, a grid
whose title and name are both of another month.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from random import Random
from typing import Any

from tests.books import accidents, gestures
from tests.books.accidents import Accident, At, number_of, rows_at
from tests.books.pages import WHO, Book, Page, Row, value, written
from tests.books.sheets import Cell, letters

GRIDS = {"grid", "across"}
"""The kinds of sheets that are grids."""
COUNTED = ("day ", "month ")
SUMS = ("days", "amount")
Spot = tuple[Row, int]


def counted_columns(page: Page) -> list[int]:
    """Return the columns of the days or of the months, in order."""
    return sorted(n for name, n in page.columns.items() if name.startswith(COUNTED))


def columns_of_sums(page: Page) -> list[int]:
    return [page.columns[name] for name in SUMS if name in page.columns]


def filled_cells(page: Page) -> list[Spot]:
    """Return the cells that hold days or amounts."""
    return [
        (row, n) for row in page.body for n in counted_columns(page) if value(row[n]) is not None
    ]


def is_told(page: Page, row: Row, column: int) -> bool:
    """Tell whether a total of its row, or of its column below it, says what a cell is worth."""
    sums = any(number_of(row[n]) is not None for n in columns_of_sums(page))
    below = [one for one in page.totals if page.index(one) > page.index(row)]
    return sums or any(number_of(one[column]) is not None for one in below)


def at_cells(page: Page, *spots: Spot) -> list[At]:
    """Return the places of some cells, and of the totals that tell of them."""
    totals = rows_at(page, page.totals)
    return [*((page, row, None) for row, _ in spots), *((page, None, n) for _, n in spots), *totals]


def rewrite(
    page: Page, chance: Random, form: Callable[[Any], Any], *, checked: bool
) -> list[At] | None:
    """Write one cell otherwise, or some of a row."""
    spots = [it for it in filled_cells(page) if not checked or is_told(page, *it)]
    if not spots:
        return None
    row, column = chance.choice(spots)
    found = [(row, column)]
    if chance.random() < 0.3:
        found = [it for it in spots if it[0] is row]
    for one, n in found:
        one[n] = form(value(one[n]))
    return at_cells(page, *found)


def worth(cell: Any) -> Decimal:
    return cell if isinstance(cell, Decimal) else Decimal(1)


# cells


def cut_a_day(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Cut a cell that a total counts."""
    return rewrite(page, chance, lambda _: None, checked=True)


def type_hours_for_days(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type 7 for a day, on a cell or on a row."""
    hours = chance.choice((7, 8))
    return rewrite(page, chance, lambda it: worth(it) * hours, checked=page.kind != "grid")


def double_a_key(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type 11 for 1, 10 for 1, 1.200 for 1 200."""
    form: Callable[[Any], Any] = chance.choice(
        (
            lambda it: worth(it) * 11,
            lambda it: worth(it) * 10,
            lambda it: worth(it) * 100,
            lambda it: f"{worth(it) * 1000:,.0f}".replace(",", "."),
        )
    )
    return rewrite(page, chance, form, checked=page.kind != "grid")


def write_a_fraction_as_a_percent(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type « 50 % » for half a day, or a cell that has the format of percents."""
    sign = chance.choice(("50 %", "format"))
    form: Callable[[Any], Any] = (
        (lambda it: f"{worth(it) * 100:.0f} %")
        if sign == "50 %"
        else (lambda it: Cell(value=worth(it), format="0 %"))
    )
    return rewrite(page, chance, form, checked=False)


def type_words_in_a_day(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a word, or a letter that may be an absence, over a number."""
    word = chance.choice(
        ("?", "1 ?", "ok", "à voir", "C", "M", "AM", "T", "(1)", "1-", "-1", "X ?", "0.5.",
         "1 j ?", "-", "n/a", "voir mail", "fait", "RTT ?", "TT", "1+")
    )  # fmt: skip
    return rewrite(page, chance, lambda _: word, checked=word in ("-", "n/a"))


def type_an_absence_over_a_day(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type an absence over a day that a total still counts."""
    word = chance.choice(("CP", "RTT", "Maladie", "Congé"))
    return rewrite(page, chance, lambda _: word, checked=True)


def write_numbers_as_text(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste numbers as text: « 0,5 », « 1 200 € »."""
    unit = page.kind == "across" and "rate" not in page.columns
    return rewrite(page, chance, lambda it: written(worth(it), chance, unit=unit), checked=False)


def break_a_cell(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Leave an error, or a formula that nobody computed."""
    cell = chance.choice(
        (Cell(value="#REF!", formula="#REF!+1", error=True), Cell(value=None, formula="B2+1"))
    )
    return rewrite(page, chance, lambda _: cell, checked=cell.value is None)


def turn_a_cell_into_a_date(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Let the spreadsheet take « 1/2 » for the first of February."""
    text = chance.choice(("01/02/2020", "01-févr", "1/2/20"))
    return rewrite(page, chance, lambda _: text, checked=False)


def swap_two_cells(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Exchange the cells of two clients, or of two columns."""
    spots = [it for it in filled_cells(page) if is_told(page, *it)]
    others = [(row, n) for row in page.body for n in counted_columns(page) if is_told(page, row, n)]
    if not spots:
        return None
    (row, n), (other, m) = chance.choice(spots), chance.choice(others)
    if row is not other and (not columns_of_sums(page) or (n == m and "rate" not in page.columns)):
        return None  # the sums of columns, or none, tell nothing of whose days they are
    row[n], other[m] = other[m], row[n]
    return at_cells(page, (row, n), (other, m))


def drag_a_cell_right(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Drag a cell over the next ones."""
    columns = counted_columns(page)
    row, n = chance.choice(filled_cells(page) or [(page.header, columns[-1])])
    over = [m for m in columns if m > n][: chance.randint(1, 5)]
    if row is page.header or not over or not all(is_told(page, row, m) for m in over):
        return None
    for m in over:
        row[m] = value(row[n])
    return at_cells(page, *((row, m) for m in over))


def drag_a_cell_down(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Drag a cell over those of the clients below."""
    row, n = chance.choice(filled_cells(page) or [(page.header, 0)])
    below = [one for one in page.body if page.index(one) > page.index(row)]
    if row is page.header or not below or not all(is_told(page, one, n) for one in below):
        return None
    for one in below:
        one[n] = value(row[n])
    return at_cells(page, *((one, n) for one in below))


def fill_a_row_down(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste the cells of a client over those of the next one, sums and all."""
    if len(page.body) < 2 or not page.totals:
        return None
    rank = chance.randrange(len(page.body) - 1)
    row, other = page.body[rank : rank + 2]
    for n in (*counted_columns(page), *columns_of_sums(page)):
        other[n] = value(row[n])
    return rows_at(page, [row, other, *page.totals])


def shift_a_row(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Insert a cell among those of a row, or delete one: the next ones move."""
    row, n = chance.choice(page.body), chance.choice(counted_columns(page))
    if not any(is_told(page, row, m) for m in counted_columns(page)):
        return None
    if chance.random() < 0.5:
        row.insert(n, None)
        for other in page.rows:
            other.extend([None] * (len(row) - len(other)))
    else:
        del row[n]
        row.append(None)
    return [(page, row, None), *rows_at(page, page.totals), (page, page.header, n)]


def merge_two_days(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Merge two cells of a row: the second one is lost."""
    spots = [(row, n) for row, n in filled_cells(page) if n - 1 in counted_columns(page)]
    spots = [it for it in spots if is_told(page, *it)]
    if not spots:
        return None
    row, n = chance.choice(spots)
    at = page.index(row) + 1
    row[n] = None
    page.merges.append(f"{letters(n - 1)}{at}:{letters(n)}{at}")
    return at_cells(page, (row, n))


def cut_a_name(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Cut the name of a client."""
    row = chance.choice(page.body)
    row[page.columns["client"]] = None
    return [(page, row, None)]


def cut_a_rate(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Cut the daily rate of a row, or type a word in its place."""
    if "rate" not in page.columns:
        return None
    row = chance.choice(page.body)
    row[page.columns["rate"]] = chance.choice((None, "?", "forfait", "à définir", 0, "idem"))
    return [(page, row, None), (page, page.header, page.columns["rate"])]


# sums


def erase_the_word_of_a_total(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Erase the word of a row of sums, or write another one."""
    if not page.totals:
        return None
    word = chance.choice((None, "Somme", "Ensemble", "T", "Jours", "TOTAL GÉNÉRAL", "Cumul", "=",
                          "Nb jours", "Mois", "Année", "Tout", "Général", "Résultat"))  # fmt: skip
    row = page.totals[-1]
    row[page.columns[WHO[page.kind]]] = word
    return [(page, row, None)]


def erase_the_title_of_the_sums(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Erase the title of the column of sums, or write another one."""
    columns = columns_of_sums(page)
    if not columns:
        return None
    page.header[columns[0]] = chance.choice((None, "Somme", "S", "Mois", "Année", "xx", "Ensemble"))
    return [(page, page.header, columns[0]), *rows_at(page, page.totals)]


def leave_a_sum_stale(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Leave a total as it was before a cell changed."""
    spots = [(row, n) for row in page.body for n in columns_of_sums(page)]
    spots += [(row, n) for row in page.totals for n in counted_columns(page) if number_of(row[n])]
    if not spots:
        return None
    row, n = chance.choice(spots)
    row[n] = (number_of(row[n]) or Decimal(0)) + chance.choice(
        (Decimal("0.25"), Decimal("1.25"), Decimal("-0.25"))
    )
    return at_cells(page, (row, n))


def add_sums_of_some_rows(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Insert the sums of the first rows below them, under a word or none."""
    if len(page.body) < 2:
        return None
    rows = page.body[: chance.randint(2, len(page.body))]
    sums: Row = [None] * len(page.header)
    for n in (*counted_columns(page), *columns_of_sums(page)):
        numbers = [worth(value(row[n])) for row in rows if value(row[n]) is not None]
        sums[n] = sum(numbers, Decimal(0)) or None
    word = chance.choice(
        (None, "Sous-total", "Total", "Somme", "Régie", "Ensemble", "Total partiel")
    )
    sums[page.columns["client"]] = word
    page.rows.insert(page.index(rows[-1]) + 1, sums)
    return [(page, sums, None), *rows_at(page, page.totals)]


def insert_a_column_of_sums(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Insert the sums of a few columns among them, under a word or none."""
    columns = counted_columns(page)
    first = chance.randrange(len(columns) - 3)
    summed = columns[first : first + 3]
    word = chance.choice(
        (None, "T1", "Trimestre", "S/T", "Semaine", "Total", "Sous-total", "Cumul")
    )
    at = summed[-1] + 1
    sums = {
        id(row): sum(
            (worth(value(row[n])) for n in summed if value(row[n]) is not None), Decimal(0)
        )
        for row in (*page.body, *page.totals)
    }
    for row in page.rows:
        row.insert(at, sums.get(id(row)))
    page.header[at] = word
    page.columns = {name: n + (n >= at) for name, n in page.columns.items()}
    return [(page, page.header, at), *rows_at(page, page.totals)]


def write_figures_below(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write a figure and its word below the grid: a target, last year, what was paid."""
    word = chance.choice(("Objectif", "Reste à facturer", "Acompte reçu", "Budget", "2018", "N-1",
                          "Prévu", "Moyenne", "Facturé", "Encaissé", "TJM", "Écart"))  # fmt: skip
    row: Row = [None] * len(page.header)
    row[page.columns["client"]] = word
    columns = chance.sample(counted_columns(page), chance.choice((1, 1, 3)))
    for n in columns:
        row[n] = Decimal(chance.choice((1, 15, 700)))
    page.rows += [[None] * len(page.header) for _ in range(chance.randint(0, 2))] + [row]
    return [(page, row, None)]


# columns and titles


def delete_a_column_of_days(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Delete the column of a day or of a month in which somebody worked."""
    columns = counted_columns(page)[1:-1]
    filled = [n for n in columns if any(value(row[n]) is not None for row in page.body)]
    told = [n for n in filled if page.kind == "grid" or columns_of_sums(page)]
    if not told:
        return None
    n = chance.choice(told)
    for row in page.rows:
        del row[n]
        row.append(None)
    page.columns = {name: at - (at > n) for name, at in page.columns.items() if at != n}
    return [(page, page.header, n), (page, None, n - 1), *rows_at(page, [*page.body, *page.totals])]


def mistype_the_title_of_a_column(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Type a title otherwise: another day, another month, a word, nothing."""
    columns = counted_columns(page)
    n = chance.choice(columns)
    other = page.header[chance.choice(columns)]
    page.header[n] = chance.choice((None, other, "xx", "?", "14 ?", "Marz", 45, 0, "Mois"))
    return [(page, page.header, n)]


def write_days_beyond_the_month(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Go on with days 32, or 30 in February, and days worked in them."""
    if page.kind != "grid":
        return None
    at = counted_columns(page)[-1] + 1
    day = Decimal(at - counted_columns(page)[0] + 1)
    for row in page.rows:
        row.insert(at, None)
    page.header[at] = day
    row = chance.choice(page.body)
    row[at] = Decimal(1)
    page.columns = {name: n + (n >= at) for name, n in page.columns.items()}
    return at_cells(page, (row, at), (page.header, at))


def head_it_for_another_year(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Copy the grid of another year: its title or its name still says so."""
    row = page.rows[0]
    if row is page.header or not isinstance(row[0], str) or not page.name[-4:].isdecimal():
        return None
    year = int(page.name[-4:])
    row[0] = row[0].replace(str(year), str(year - 1))
    return [(page, row, None), (page, page.header, None)]


def put_a_column_of_the_year_before(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write figures of last year, a share, or a target beside the grid."""
    year = page.name[-4:]
    before = str(int(year) - 1) if year.isdecimal() else "2018"
    title = chance.choice(("N-1", before, "%", "Objectif", "Part", "Écart", "Prévu", None))
    at = max(page.columns.values()) + 1
    for row in page.rows:
        row.insert(at, None)
    page.header[at] = title
    for row in page.body:
        row[at] = Decimal(chance.choice(("12", "0.25", "4500")))
    return [(page, page.header, at), *rows_at(page, page.body)]


def write_a_title_between(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Write a word between two rows, above the last ones."""
    word = chance.choice(("Prospects", "Régie", "À facturer", "Devis", "Perdus", "Clients 2018"))
    row: Row = [word, *[None] * (len(page.header) - 1)]
    page.rows.insert(page.index(page.body[-1]), row)
    return [(page, row, None), (page, page.body[-1], None)]


def paste_the_month_below(page: Page, book: Book, chance: Random) -> list[At] | None:
    """Paste the whole grid once more below itself, header and totals too."""
    first = page.index(page.header)
    copies = [list(map(value, row)) for row in page.rows[first:]]
    page.rows += [[None] * len(page.header) for _ in range(chance.randint(0, 2))] + copies
    return rows_at(page, [*page.rows[first:]])


ANYWHERE: tuple[Accident, ...] = (
    accidents.sort_with_the_header, accidents.sort_the_lines, accidents.delete_the_header,
    accidents.repeat_the_header, accidents.type_lines_above_the_header,
    accidents.write_words_above_the_header, accidents.insert_a_blank_row,
    accidents.type_a_row_twice, accidents.paste_a_block_twice, accidents.write_a_note_below,
    accidents.put_a_table_beside, accidents.shift_a_block_right, accidents.insert_a_blank_column,
    accidents.insert_a_column, accidents.blank_a_title, accidents.mistype_a_title,
    accidents.repeat_a_title, accidents.swap_two_columns, accidents.rename_a_client,
    accidents.hide_rows, accidents.hide_a_column, accidents.hide_the_sheet,
    accidents.filter_the_lines, accidents.paste_the_sheet_twice, accidents.rename_the_sheet,
    accidents.move_the_table, gestures.sort_the_lines_backwards, gestures.strike_a_line,
    gestures.drag_a_name, gestures.break_a_line_in_a_cell, gestures.write_notes_in_a_new_column,
    gestures.merge_two_titles, gestures.keep_a_copy_of_the_sheet, gestures.paste_twice_with_a_gap,
)  # fmt: skip
"""Accidents of any sheet, that look at no date."""
IN_GRIDS: tuple[Accident, ...] = (
    *ANYWHERE, cut_a_day, type_hours_for_days, double_a_key, write_a_fraction_as_a_percent,
    type_words_in_a_day, type_an_absence_over_a_day, write_numbers_as_text, break_a_cell,
    turn_a_cell_into_a_date, swap_two_cells, drag_a_cell_right, drag_a_cell_down, fill_a_row_down,
    shift_a_row, merge_two_days, cut_a_name, cut_a_rate, erase_the_word_of_a_total,
    erase_the_title_of_the_sums, leave_a_sum_stale, add_sums_of_some_rows,
    insert_a_column_of_sums, write_figures_below, delete_a_column_of_days,
    mistype_the_title_of_a_column, write_days_beyond_the_month, head_it_for_another_year,
    put_a_column_of_the_year_before, write_a_title_between, paste_the_month_below,
)  # fmt: skip
"""All the accidents of a grid."""
