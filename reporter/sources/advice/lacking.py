"""What a table lacks: a list, its header; days, their price; one by month, its shape.

Knows cells, columns and the name of the sheet. Reads nothing: its owner writes what it says.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.errors import BadCell
from reporter.french import enumeration
from reporter.patterns import pattern
from reporter.sources.advice.advice import of_sheet, of_table
from reporter.sources.advice.columns import are_products, column_of
from reporter.sources.advice.sentences import WRITE, line_for
from reporter.sources.grids.cells import is_blank
from reporter.sources.grids.cells import shown as as_shown
from reporter.sources.lines.written.counts import number_of
from reporter.sources.lines.written.dates import FRENCH_DATE
from reporter.sources.tables.header_rows import TOP_ROWS
from reporter.sources.tables.month_columns import months_of, not_of_months
from reporter.sources.tables.month_sums import PARTS
from reporter.sources.tables.titles import called, year_alone
from reporter.words.labels import LABELS, PRICE
from reporter.words.sums import says_measure, says_sum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.advice.columns import Column
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Field, Kind


FEWEST_ROWS, FEWEST_COLUMNS = 2, 3
WORKED: tuple[Field, ...] = ("client", "mission", "comment")
NAMES: dict[Kind | None, tuple[Field, ...]] = {
    "fees": ("client", "service", "comment"),
    "expenses": ("supplier", "label", "category"),
}
"""What the texts of a row are, in the order in which people write them; `WORKED` elsewhere."""
MOST_DAYS, MOST_HOURS, LEAST_RATE = 1, 24, 80


def first_row(grid: Grid, kind: Kind | None) -> list[str]:
    """Return the titles that the columns of a list seem to need; nothing where it is no list.

    A column of which nothing tells what it holds has « ? ».
    """
    rows = [row for row in grid.rows if not all(map(is_blank, row))]
    if len(rows) < FEWEST_ROWS or len(rows[0]) < FEWEST_COLUMNS:
        return []
    columns = [column_of(number, [row[number] for row in rows]) for number in range(len(rows[0]))]
    dates = [column for column in columns if column.look == "dates"]
    if not dates:
        return []
    names = iter(NAMES.get(kind, WORKED))
    titles = _numbers([column for column in columns if column.look == "numbers"], kind)
    titles |= _times([column for column in columns if column.look == "times"])
    titles |= dict.fromkeys((column.number for column in dates[:1]), LABELS["date"])
    for column in columns:
        if column.look in ("words", "texts"):
            name = next(names, None)
            titles[column.number] = LABELS[name] if name else "?"
    return [titles.get(column.number, "?") for column in columns]


def _times(columns: Sequence[Column]) -> dict[int, str]:
    if len(columns) == 1:
        return {columns[0].number: LABELS["hours"]}
    names = ("Heure de début", "Heure de fin", "Durée")
    return {column.number: name for column, name in zip(columns, names, strict=False)}


def _numbers(columns: Sequence[Column], kind: Kind | None) -> dict[int, str]:
    """Return what the numbers of a list seem to be: days at a rate that make an amount, amounts."""
    if kind in ("fees", "expenses"):
        either = f"{LABELS['amount']} (ou {LABELS['gross']})"
        return {columns[0].number: either} if len(columns) == 1 else {}
    small = {column.number: counts for column in columns if (counts := _counts(column))}
    for one, rate, amount in combinations(columns, 3):
        if one.number in small and are_products(one, rate, amount):
            prices = {rate.number: LABELS["rate"], amount.number: LABELS["amount"]}
            return {one.number: small[one.number], **prices}
    large = [column.number for column in columns if min(column.given) >= LEAST_RATE]
    rates = {large[0]: LABELS["rate"]} if len(large) == 1 and small else {}
    return rates if len(small) > 1 else small | rates


def _counts(column: Column) -> str:
    """Return what a column may count: days where none is above one, days or hours elsewhere."""
    if not column.given or max(column.given) > MOST_HOURS:
        return ""
    return LABELS["days"] if max(column.given) <= MOST_DAYS else f"{LABELS['days']} (ou Heures)"


def price_column(table: Table, vocabulary: Vocabulary) -> str:
    """Return what to write where one column alone may be the price of days that have none."""
    if table.kind != "days" or not table.columns.fields.keys().isdisjoint(PRICE):
        return ""
    found = of_table(table, vocabulary).plan.price
    return f"{WRITE} : {line_for(found[0])}" if len(found) == 1 else ""


WEEKS = pattern(r"(?:s|sem|semaine|week|w) ?(?:0?[1-9]|[1-4]\d|5[0-3])")
"""The title of a column of a week, folded."""
FEW = 3
"""Clients that are named in a refusal, at most."""


def almost_by_month(grid: Grid, vocabulary: Vocabulary) -> BadCell | None:
    """Return the mistake of a table that is nearly one by month; None where it is not."""
    return (
        _by_week(grid)
        or _beside_months(grid, vocabulary)
        or _other_parts(grid, vocabulary)
        or _across(grid, vocabulary)
    )


def _by_week(grid: Grid) -> BadCell | None:
    """Return the mistake of a table whose columns are weeks that no date tells: « S10 »."""
    for top, row in enumerate(grid.rows[:TOP_ROWS]):
        weeks = [n for n, cell in enumerate(row) if WEEKS.fullmatch(folded(cell))]
        if len(weeks) >= FEWEST_COLUMNS:
            fix = "écrire à la place le lundi de chaque semaine, 02/03/2020, et « Jours » au-dessus"
            place, shown = grid.place(top, weeks[0]), as_shown(row[weeks[0]])
            return BadCell("une semaine par colonne", place, shown=shown, fix=fix)
    return None


def _beside_months(grid: Grid, vocabulary: Vocabulary) -> BadCell | None:
    """Return the mistake of a header with a client and months: one only, or columns beside them."""
    rows = enumerate(grid.rows[:TOP_ROWS])
    tops = [top for top, row in rows if months_of(row, fewest=1) and not _is_line(row)]
    if len(tops) != 1:
        return None
    (top,) = tops
    row, months = grid.rows[top], months_of(grid.rows[top], fewest=1)
    fields = vocabulary.columns(row, "days").fields
    if "client" not in fields or "date" in fields:
        return None
    if others := not_of_months(grid, top, vocabulary):
        return _one_more(grid, top, others[0])
    return _one_month(grid, top, min(months)) if len(months) == 1 else None


def _other_parts(grid: Grid, vocabulary: Vocabulary) -> BadCell | None:
    """Return the mistake of clients with a column per quarter or year, or months in no order."""
    for top, row in enumerate(grid.rows[:TOP_ROWS]):
        fields = vocabulary.columns(row, "days").fields
        if "client" not in fields or "date" in fields or months_of(row):
            continue
        longer = [
            n for n, cell in enumerate(row) if PARTS.fullmatch(folded(cell)) or year_alone(cell)
        ]
        months = [n for n, cell in enumerate(row) if months_of([cell], fewest=1)]
        if len(longer) > 1 and not months:
            fix = (
                "le bilan compte par mois : écrire une colonne par mois, ou une ligne par vente : "
            )
            fix += "Date, Client, Montant HT (31/03/2020, Ponant, 9000) ; sortir ce tableau de "
            fix += "data/ si ses lignes sont ailleurs"
            what, at = "un trimestre ou une année par colonne", longer[0]
            return BadCell(what, grid.place(top, at), shown=as_shown(row[at]), fix=fix)
        if len(months) > 1:
            fix = "écrire l’année avec chaque mois, « Janvier 2020 », ou sur une rangée au-dessus, "
            fix += "et les mois l’un après l’autre"
            at = next(n for n in months if not months_of(row[: n + 1], fewest=1))
            what = "des mois qui ne se suivent pas : de quelle année ?"
            return BadCell(what, grid.place(top, at), shown=as_shown(row[at]), fix=fix)
    return None


def _is_line(row: Sequence[Any]) -> bool:
    """Tell whether a row holds a number, or one date and texts: a line, and no header of months."""
    return any(
        number_of(cell) is not None or FRENCH_DATE.fullmatch(str(cell).strip()) for cell in row
    )


def _one_month(grid: Grid, top: int, column: int) -> BadCell:
    month = as_shown(grid.rows[top][column])
    fix = f"ajouter la colonne d’un autre mois ; ou nommer « {month} » Montant HT (ou Jours), et "
    fix += "ajouter une colonne Date"
    return BadCell("un tableau d’un seul mois ?", grid.place(top, column), shown=month, fix=fix)


def _one_more(grid: Grid, top: int, column: int) -> BadCell:
    cell = grid.rows[top][column]
    title = "" if is_blank(cell) else as_shown(cell)
    fix = "y garder Client, Mission, TJM, les mois et leurs totaux, d’une seule sorte de lignes ; "
    fix += f"ou, si elle n’y change rien, {WRITE} : {called(title)}"
    place = grid.place(top, column)
    return BadCell("colonne inconnue dans un tableau par mois", place, shown=title, fix=fix)


def _across(grid: Grid, vocabulary: Vocabulary) -> BadCell | None:
    """Return the mistake of a table with a row per month, and what may be a column per client."""
    if vocabulary.kind_of(grid.name) in ("expenses", "missions"):
        return None
    advice = of_sheet(grid, vocabulary)
    if advice is None or advice.other not in ("", "recap") or "client" in advice.plan.known:
        return None
    first, *others = advice.columns
    if first.look not in ("dates", "months") or any(it.look != "numbers" for it in others):
        return None
    clients = [
        it for it in others if it.title and not says_sum(it.title) and not vocabulary.word(it.title)
    ]
    if not clients or any(_is_measure(it, vocabulary) for it in others):
        return None
    names = enumeration([f"« {it.shown} »" for it in clients[:FEW]])
    if len(clients) > FEW:
        names += "…"
    is_are = "est un client" if len(clients) == 1 else "sont des clients"
    fix = f"si {names} {is_are}, "
    if len(clients) > 1 and first.look == "months":
        fix += "écrire au-dessus « Montants HT par client », ou « Jours par client » ; ou "
    elif len(clients) > 1 and max(n for it in clients for n in it.given) <= MOST_DAYS:
        fix += "écrire « Jours par client » au-dessus, et leur TJM sur la feuille Missions ; ou "
    elif len(clients) > 1 and max(n for it in clients for n in it.given) <= MOST_HOURS:
        fix += (
            "pour des heures, écrire « Heures par client » au-dessus, et leur TJM sur la feuille "
        )
        fix += "Missions ; ou "
    fix += "écrire une ligne par jour ou par vente : Date, Client, Jours et TJM, ou Montant HT "
    fix += f"({first.first}, {clients[0].shown}, {clients[0].first})"
    place = grid.place(advice.top, clients[0].number)
    titles = " · ".join(it.shown for it in advice.columns)
    return BadCell("des clients en colonnes ?", place, shown=titles, fix=fix)


def _is_measure(column: Column, vocabulary: Vocabulary) -> bool:
    """Tell whether a column is one of a recap: « Encaissé », « CA », « TVA »."""
    if not column.title or says_sum(column.title):
        return False
    return bool(vocabulary.word(column.title)) or says_measure(column.title)
