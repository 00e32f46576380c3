"""Lists without dates on sheets that are called as their months, where they can sum up no others.

Knows that a recap is one of lines, and that where there are none it is the lines. Never a cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.sources.sheets.recognising import find_sheet
from reporter.sources.tables.sheet_names import in_full
from reporter.sources.tables.told_once import is_undated, month_of
from reporter.words.labels import KIND_LABELS
from reporter.words.periods import month_alone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.sheets.recognising import Sheet
    from reporter.sources.tables.headers import Vocabulary
    from reporter.words.columns import Kind

LISTED: tuple[Kind, ...] = ("days", "fees", "expenses")


def with_months(sheets: Sequence[Sheet], vocabulary: Vocabulary) -> list[Sheet]:
    """Return sheets, those called as their months read as if their owner said what they hold.

    None is where another sheet holds lines of sales, or of expenses, as it does, or where two are
    of one month.
    """
    lists = {n: found for n, one in enumerate(sheets) if (found := _listed(one, vocabulary))}
    others = [spent for n, one in enumerate(sheets) if n not in lists for spent in _holds(one)]
    told = [(spent, month_of(one.grid)) for one in lists.values() for spent in _holds(one)]
    alone = [pair for pair in told if pair[0] not in others and told.count(pair) == 1]
    if len(alone) < len(told):
        return [*sheets]
    return [lists.get(n, one) for n, one in enumerate(sheets)]


def _listed(sheet: Sheet, vocabulary: Vocabulary) -> Sheet | None:
    """Return a sheet that lacks nothing but its dates, dated; None where it is another."""
    name = sheet.grid.name
    if not sheet.errors or not month_alone(in_full(name)):
        return None
    for kind in LISTED:
        words = vocabulary.with_words({name: KIND_LABELS[kind]})
        found = find_sheet(sheet.grid, words) if is_undated(sheet.grid, words) else None
        if found and found.tables and not found.errors:
            return found
    return None


def _holds(sheet: Sheet) -> set[bool]:
    """Return whether a sheet holds expenses, and whether it holds sales."""
    kinds = {table.kind == "expenses" for table in sheet.tables if table.kind != "missions"}
    months = {sheet.months.unit == "spent"} if sheet.months else set()
    return kinds | months | ({False} if sheet.timesheets or sheet.export else set())
