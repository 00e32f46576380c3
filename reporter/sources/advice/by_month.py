"""What to write where a table by month is not read: one month, one more column, clients across.

Knows headers and what columns look like. Never reads a cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.errors import BadCell
from reporter.french import enumeration
from reporter.patterns import pattern
from reporter.sources.advice.advice import of_sheet
from reporter.sources.advice.columns import number_of
from reporter.sources.advice.sentences import WRITE
from reporter.sources.grids.cells import is_blank
from reporter.sources.grids.cells import shown as as_shown
from reporter.sources.tables.header_rows import TOP_ROWS
from reporter.sources.tables.month_columns import PARTS, months_of, not_of_months
from reporter.sources.tables.periods import year_alone
from reporter.sources.tables.sum_words import says_measure, says_sum
from reporter.sources.tables.titles import called

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.advice.columns import Column
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.headers import Vocabulary

DAY = pattern(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
FEW = 3
"""Clients that are named in a refusal, at most."""


def almost_by_month(grid: Grid, vocabulary: Vocabulary) -> BadCell | None:
    """Return the mistake of a table that is nearly one by month; None where it is not."""
    return (
        _beside_months(grid, vocabulary)
        or _other_parts(grid, vocabulary)
        or _across(grid, vocabulary)
    )


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
        longer = [n for n, cell in enumerate(row) if _is_longer(cell)]
        months = [n for n, cell in enumerate(row) if months_of([cell], fewest=1)]
        if len(longer) > 1 and not months:
            fix = "le bilan compte par mois : écrire une colonne par mois, ou une ligne par vente, "
            fix += "avec sa Date ; sortir ce tableau de data/ si ses lignes sont ailleurs"
            what, at = "un trimestre ou une année par colonne", longer[0]
            return BadCell(what, grid.place(top, at), shown=as_shown(row[at]), fix=fix)
        if len(months) > 1:
            fix = "écrire l’année avec chaque mois, « Janvier 2020 », ou sur une rangée au-dessus, "
            fix += "et les mois l’un après l’autre"
            at = next(n for n in months if not months_of(row[: n + 1], fewest=1))
            what = "des mois qui ne se suivent pas : de quelle année ?"
            return BadCell(what, grid.place(top, at), shown=as_shown(row[at]), fix=fix)
    return None


def _is_longer(cell: Any) -> bool:
    """Tell whether a title is a quarter, half a year or a year."""
    return PARTS.fullmatch(folded(cell)) is not None or year_alone(cell) != 0


def _is_line(row: Sequence[Any]) -> bool:
    """Tell whether a row holds a number, or one date and texts: a line, and no header of months."""
    return any(number_of(cell) is not None or DAY.fullmatch(str(cell).strip()) for cell in row)


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
    clients = [it for it in others if _may_be_client(it, vocabulary)]
    if not clients or any(_is_measure(it, vocabulary) for it in others):
        return None
    names = enumeration([f"« {it.shown} »" for it in clients[:FEW]])
    if len(clients) > FEW:
        names += "…"
    is_are = "est un client" if len(clients) == 1 else "sont des clients"
    fix = f"si {names} {is_are}, tourner le tableau : une ligne par client, une colonne par mois ; "
    fix += "ou une ligne par vente, avec ses colonnes Date, Client et Montant HT (ou Jours)"
    place = grid.place(advice.top, clients[0].number)
    titles = " · ".join(it.shown for it in advice.columns)
    return BadCell("des clients en colonnes ?", place, shown=titles, fix=fix)


def _may_be_client(column: Column, vocabulary: Vocabulary) -> bool:
    return bool(column.title) and not says_sum(column.title) and not vocabulary.word(column.title)


def _is_measure(column: Column, vocabulary: Vocabulary) -> bool:
    """Tell whether a column is one of a recap: « Encaissé », « CA », « TVA »."""
    if not column.title or says_sum(column.title):
        return False
    return bool(vocabulary.word(column.title)) or says_measure(column.title)
