"""What a table holds by its columns alone: days, fees, expenses or agreed rates.

Knows which columns each kind has and another has not. Never words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.sources.tables.headers import Columns
    from reporter.sources.tables.vocabulary import Kind

LINE_FIELDS = {"days", "hours", "amount", "gross", "invoice"}
"""What a line has and an agreed rate has not: a table that has one is no table of rates."""


def kind_by_header(columns: Mapping[Kind, Columns]) -> Kind | None:
    """Return what a table holds by its columns alone, None where they do not tell."""
    complete = {kind: found.fields for kind, found in columns.items() if not found.missing(kind)}
    if "days" in complete or _is_priced_by_day(columns):
        return "days"
    if "expenses" in complete and ("supplier" in complete["expenses"] or "fees" not in complete):
        return None if "fees" in complete else "expenses"
    if "fees" in complete:
        return "fees"
    lines = columns["days"].fields.keys() & LINE_FIELDS
    return "missions" if "missions" in complete and not lines else None


def _is_priced_by_day(columns: Mapping[Kind, Columns]) -> bool:
    """Tell whether a table of dates and clients has a daily rate: its days are missing, no more.

    The dates of a sheet of missions are those of its start.
    """
    fields = columns["days"].fields
    start = columns["missions"].fields.get("start")
    dated = "client" in fields and fields.get("date", start) != start
    return dated and not fields.keys().isdisjoint({"rate", "hourly"})
