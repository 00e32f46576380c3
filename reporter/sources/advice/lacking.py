"""What a table lacks: a list, its header; days, their price. What to write for them.

Knows cells, columns and the name of the sheet. Reads nothing: its owner writes the row.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from reporter.sources.advice.advice import of_table
from reporter.sources.advice.columns import are_products, column_of
from reporter.sources.advice.hints import fits, hinted
from reporter.sources.advice.proposals import Proposal
from reporter.sources.advice.sentences import WRITE, line_for
from reporter.sources.grids.cells import is_blank
from reporter.sources.tables.labels import LABELS, PRICE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.advice.columns import Column
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.headers import Vocabulary
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.vocabulary import Field, Kind


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
    """Return what to write where one column alone may be the price of days that have none.

    Nothing where the table has a price, or where several columns may be it, or none.
    """
    if table.kind != "days" or not table.columns.fields.keys().isdisjoint(PRICE):
        return ""
    advice = of_table(table, vocabulary)
    owned = set(table.columns.fields.values()) | set(table.columns.harmless)
    free = [column for column in advice.columns if column.number not in owned]
    by_hours = "days" not in table.columns.fields
    found = [Proposal(it, said) for it in free if (said := _prices(it, by_hours=by_hours))]
    return f"{WRITE} : {line_for(found[0])}" if len(found) == 1 else ""


def _prices(column: Column, *, by_hours: bool) -> tuple[Field, ...]:
    """Return the prices that a column may be, by its words and by its cells."""
    units: tuple[Field, ...] = ("hourly", "rate") if by_hours else ("rate",)
    found = tuple(it for it in units if hinted(column.title, it) and fits(column, it))
    amount = hinted(column.title, "amount") and fits(column, "amount")
    return found or (("amount", "gross") if amount else ())
