"""Tables with a row per client and a column per month: where they stand, what they count.

Knows headers and titles. Never what the cells amount to.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from reporter.characters import folded
from reporter.errors import BadCell
from reporter.sources.grids.cells import is_blank
from reporter.sources.tables.layouts import period_above
from reporter.sources.tables.periods import Period, period_of, without_period
from reporter.sources.tables.words import says_sum
from reporter.toml.kinds import literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.headers import Vocabulary

Unit = Literal["days", "amount", ""]
FEWEST_MONTHS = 3
TOP_ROWS = 12
MONTHS = 12
AMOUNTS = {"ht", "htva", "ca"}
OTHERS = {"ttc", "depenses", "depense", "charges", "frais", "achats", "budget", "previsionnel"}
OTHERS |= {"prevision", "previsions", "objectif", "objectifs", "heures", "devis", "conges"}
OTHERS |= {"encaissements", "encaissement", "tresorerie", "pipeline", "forecast"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthTable:
    """A table with a column per month.

    Attributes:
        top: the row of its header.
        months: the year, None where unsaid, and the month of each column.
        client: the column of the clients.
        mission: that of the missions, if any.
        rate: that of the rates, if any.
        totals: the columns of the sums of rows.
        unit: what the cells count; nothing where no word tells.
    """

    grid: Grid
    top: int
    months: Mapping[int, Period]
    client: int
    mission: int | None
    rate: int | None
    totals: Sequence[int]
    unit: Unit


def find_months(grid: Grid, vocabulary: Vocabulary) -> MonthTable | None:
    """Return the only table of a sheet that has a column per month; None where it is none."""
    tops = [top for top, row in enumerate(grid.rows[:TOP_ROWS]) if _months(row)]
    if len(tops) != 1:
        return None
    (top,) = tops
    row, months = grid.rows[top], _months(grid.rows[top])
    fields = vocabulary.columns(row, "days").fields
    before = [column for column in range(min(months)) if not _is_empty(grid, top, column)]
    client = fields.get("client", before[0] if len(before) == 1 else None)
    if client is None or client in months:
        return None
    totals = [n for n, cell in enumerate(row) if isinstance(cell, str) and says_sum(cell)]
    known = {*months, client, fields.get("mission"), fields.get("rate"), *totals}
    if any(n not in known and not _is_empty(grid, top, n) for n in range(len(row))):
        return None
    return MonthTable(
        grid=grid,
        top=top,
        months=_dated(grid, top, months),
        client=client,
        mission=fields.get("mission"),
        rate=fields.get("rate"),
        totals=totals,
        unit=_unit(grid, top, client, vocabulary),
    )


def _is_empty(grid: Grid, top: int, column: int) -> bool:
    return all(is_blank(row[column]) for row in grid.rows[top:])


def _months(row: Sequence[Any]) -> dict[int, Period]:
    """Return the columns of a row that are months which follow each other, three at least."""
    found = {n: period for n, cell in enumerate(row) if (period := _period(cell)) is not None}
    follow = all(_follows(one, other) for one, other in pairwise(found.values()))
    return found if len(found) >= FEWEST_MONTHS and follow else {}


def _period(cell: Any) -> Period | None:
    if isinstance(cell, date):
        return Period(cell.year, cell.month) if cell.day == 1 else None
    if not isinstance(cell, str) or without_period(cell):
        return None
    period = period_of(cell)
    return period if period.month else None


def _follows(one: Period, other: Period) -> bool:
    """Tell whether a month comes after another, in the same year or the next."""
    if one.year and other.year:
        step = (other.year - one.year) * MONTHS + (other.month or 0) - (one.month or 0)
        return 0 < step < MONTHS
    return (one.year is None) == (other.year is None) and (one.month or 0) < (other.month or 0)


def _dated(grid: Grid, top: int, months: Mapping[int, Period]) -> dict[int, Period]:
    above = period_above(grid, top, 0, len(grid.rows[top]))
    year = None if above.rivals else above.year
    return {n: Period(period.year or year, period.month) for n, period in months.items()}


def _unit(grid: Grid, top: int, client: int, vocabulary: Vocabulary) -> Unit:
    """Return what the cells count, by the words above them, of the corner and of the sheet."""
    titles = [cell for row in grid.rows[:top] for cell in row if isinstance(cell, str)]
    said = [*titles, str(grid.rows[top][client]), grid.name]
    words = {word for text in said for word in folded(text).split()}
    if words & OTHERS:
        return ""
    kinds = {vocabulary.kind_of(text) for text in (*titles, grid.name)}
    days = "days" in kinds or "jours" in words
    amount = "fees" in kinds or bool(words & AMOUNTS)
    if days == amount:
        return ""
    return "days" if days else "amount"


def unsaid(table: MonthTable) -> BadCell:
    """Return the mistake of a table of which nothing tells what its cells count."""
    what = "un montant ou des jours par mois ?"
    name = literal(table.grid.name)
    fix = (
        "écrire au-dessus « Montants HT » ou « Jours », ou dans bilan.toml : [colonnes] "
        f'{name} = "Forfaits" si ce sont des ventes hors taxes (ou "Jours")'
    )
    place = table.grid.place(table.top, min(table.months))
    return BadCell(what, place, shown=str(table.grid.rows[table.top][table.client]), fix=fix)
