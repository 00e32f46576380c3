"""What a table lacks: a list, its header; days, their price; one by month, its shape.

Knows cells, columns and the name of the sheet. Reads nothing: its owner writes what it says.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.errors import BadCell
from reporter.french import enumeration
from reporter.patterns import pattern
from reporter.sources.advice.advice import of_sheet, of_table
from reporter.sources.advice.refusals import away
from reporter.sources.advice.sentences import WRITE, line_for
from reporter.sources.grids.cells import is_blank
from reporter.sources.grids.cells import shown as as_shown
from reporter.sources.lines.written.counts import number_of
from reporter.sources.lines.written.dates import FRENCH_DATE
from reporter.sources.tables.header_rows import TOP_ROWS
from reporter.sources.tables.month_columns import days_in, months_of, not_of_months
from reporter.sources.tables.month_sums import PARTS
from reporter.sources.tables.titles import called, year_alone
from reporter.words.labels import PRICE
from reporter.words.periods import day_in_full
from reporter.words.sums import says_measure, says_sum

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from reporter.sources.advice.columns import Column
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.vocabulary import Vocabulary


MOST_DAYS, MOST_HOURS = 1, 24


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
        _other_parts(grid, vocabulary)
        or _beside_months(grid, vocabulary)
        or _across(grid, vocabulary)
    )


WEEKLY = (
    "une semaine par colonne",
    "écrire à la place le lundi de chaque semaine, 02/03/2020, et « Jours » au-dessus",
)
LONGER = (
    "un trimestre ou une année par colonne",
    "écrire une colonne par mois, ou une ligne par vente ; si elles sont ailleurs, l’ôter de data/",
)


DAILY = (
    "un jour par colonne : des jours, ou des heures ?",
    "écrire au-dessus « Jours », ou « Heures »",
)


def _other_parts(grid: Grid, vocabulary: Vocabulary) -> BadCell | None:
    """Return the mistake of a header of days, weeks, quarters, years, or of months in no order."""
    for top, row in enumerate(grid.rows[:TOP_ROWS]):
        longer = [n for n, it in enumerate(row) if _is_other_part(it)]
        months = [n for n, it in enumerate(row) if months_of([it], fewest=1)]
        fields = vocabulary.columns(row, "days").fields
        if "client" not in fields or "date" in fields or months_of(row):
            continue
        if days := days_in(row):
            at, (what, fix) = min(days), DAILY
        elif len(longer) > 1 and not months:
            at = longer[0]
            what, fix = WEEKLY if WEEKS.fullmatch(folded(row[at])) else LONGER
        elif len(months) > 1:
            at = next(n for n in months if not months_of(row[: n + 1], fewest=1))
            what = "des mois qui ne se suivent pas : de quelle année ?"
            fix = "écrire l’année avec chaque mois, « Janvier 2020 », ou sur une rangée au-dessus, "
            fix += "et les mois l’un après l’autre"
        else:
            continue
        return grid.mistake(top, at, what, fix)
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


def _is_other_part(cell: Any) -> bool:
    """Tell whether a title is a week, a quarter, half a year or a year."""
    text = folded(cell)
    return bool(WEEKS.fullmatch(text) or PARTS.fullmatch(text) or year_alone(cell))


def _is_line(row: Sequence[Any]) -> bool:
    """Tell whether a row holds a number, or one date and texts: a line, and no header of months."""
    return any(
        number_of(cell) is not None or FRENCH_DATE.fullmatch(str(cell).strip()) for cell in row
    )


def _one_month(grid: Grid, top: int, column: int) -> BadCell:
    month = as_shown(grid.rows[top][column])
    fix = f"ajouter la colonne d’un autre mois ; ou nommer « {month} » Montant HT (ou Jours), et "
    fix += "ajouter une colonne Date"
    return grid.mistake(top, column, "un tableau d’un seul mois ?", fix)


def _one_more(grid: Grid, top: int, column: int) -> BadCell:
    if is_blank(cell := grid.rows[top][column]):
        filled = next(n for n, row in enumerate(grid.rows) if n > top and not is_blank(row[column]))
        fix = "lui donner un titre en haut, « Commentaire » pour des mots, ou effacer ses cellules"
        return grid.mistake(filled, column, "colonne remplie et sans titre", fix)
    title = as_shown(cell)
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
    odd = _out_of_order(grid, advice.top, first.number) if first.look == "dates" else None
    names = enumeration([f"« {it.shown} »" for it in clients[:FEW]])
    if len(clients) > FEW:
        names += "…"
    is_are = "est un client" if len(clients) == 1 else "sont des clients"
    most = max((n for it in clients for n in it.given), default=0) if len(clients) > 1 else None
    fix = f"si {names} {is_are}, {_said_above(first.look, most, ordered=odd is None)}"
    fix += "écrire une ligne par jour ou par vente : Date, Client, Jours et TJM, ou Montant HT "
    fix += (
        f"({first.first}, {clients[0].shown}, {clients[0].first}) ; sinon, {away(grid, vocabulary)}"
    )
    if odd is not None:
        what = "des clients en colonnes, et une date hors de l’ordre ?"
        return grid.mistake(odd, first.number, what, fix)
    place = grid.place(advice.top, clients[0].number)
    titles = " · ".join(it.shown for it in advice.columns)
    return BadCell("des clients en colonnes ?", place, shown=titles, fix=fix)


def _said_above(look: str, most: Decimal | int | None, *, ordered: bool) -> str:
    """Return what to write for several clients in columns, of cells worth so much at most."""
    rated = "et leur TJM sur la feuille Missions ; ou "
    if not ordered:
        return (
            "écrire une date par rangée, chacune après celle du dessus, et « Total » à gauche de "
            "ce qui en est un ; ou "
        )
    if most is not None and look == "months":
        return "écrire au-dessus « Montants HT par client », ou « Jours par client » ; ou "
    if most is not None and most <= MOST_DAYS:
        return f"écrire « Jours par client » au-dessus, {rated}"
    if most is not None and most <= MOST_HOURS:
        return f"pour des heures, écrire « Heures par client » au-dessus, {rated}"
    return ""


def _out_of_order(grid: Grid, top: int, column: int) -> int | None:
    """Return the first row whose date is none, or breaks the order of all the others."""
    days: dict[int, date] = {}
    for number in range(top + 1, len(grid.rows)):
        row = grid.rows[number]
        if all(map(is_blank, row)) or any(map(says_sum, row)):
            continue
        if (day := day_in_full(row[column])) is None:
            return number
        *before, last = [date.min, date.min, *days.values()][-2:]
        if day <= last:
            return max(days) if before[0] < day < last else number
        days[number] = day
    return None


def _is_measure(column: Column, vocabulary: Vocabulary) -> bool:
    """Tell whether a column is one of a recap: « Encaissé », « CA », « TVA »."""
    if not column.title or says_sum(column.title):
        return False
    return bool(vocabulary.word(column.title)) or says_measure(column.title)
