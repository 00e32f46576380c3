"""Days that have no price in their table: the column that may hold it, and what to write.

Knows columns. Never the missions, which may price these days all the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.sources.advice.advice import of_table
from reporter.sources.advice.hints import fits, hinted
from reporter.sources.advice.sentences import WRITE
from reporter.sources.tables.labels import LABELS, PRICE
from reporter.sources.tables.titles import called

if TYPE_CHECKING:
    from reporter.sources.advice.columns import Column
    from reporter.sources.tables.headers import Vocabulary
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.vocabulary import Field


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
    found = [(column, said) for column in free if (said := _prices(column, by_hours=by_hours))]
    if len(found) != 1:
        return ""
    column, (first, *others) = found[0]
    choices = "".join(f' (ou "{LABELS[field]}")' for field in others)
    return f"{WRITE} : {called(column.title, LABELS[first])}{choices}"


def _prices(column: Column, *, by_hours: bool) -> list[Field]:
    """Return the prices that a column may be, by its words and by its cells."""
    if column.look != "numbers":
        return []
    units: tuple[Field, ...] = ("hourly", "rate") if by_hours else ("rate",)
    found: list[Field] = [it for it in units if hinted(column.title, it) and fits(column, it)]
    if found or not hinted(column.title, "amount"):
        return found
    return ["amount", "gross"]
