"""The invoices of days that another sheet counts: set aside, each one being all those of a month.

Knows whole sheets of lines, and that an invoice is set aside only where all the others of its sheet
are so too, or are surely of other work. Where one may be either, `copies` refuses them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import Doubt
from reporter.french import counted
from reporter.grouping import gathered
from reporter.invoiced_days import LATEST, months
from reporter.model import AMOUNT, DATE, Day, Fee, total
from reporter.names import party
from reporter.sources.lines.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from reporter.invoiced_days import Months
    from reporter.model import Line
    from reporter.sources.lines.verdicts import SheetSummary, TableReading

FEWEST = 2
"""Dates of invoices of days: those of one alone may have their amount by chance."""


class Kept(NamedTuple):
    """What is left of tables once the invoices of their days are set aside."""

    tables: list[TableReading]
    summaries: list[SheetSummary]
    doubts: list[Doubt]


def without_invoices(tables: Sequence[TableReading], summaries: Sequence[SheetSummary]) -> Kept:
    """Return tables, less the invoices of days that others count, and a note of those of each.

    The days of an invoice are paid when it is.
    """
    kept = Kept([*tables], [*summaries], [])
    days = [line for table in tables for line in table.lines if isinstance(line, Day)]
    found = months(days)
    by_month = gathered((at[1], at) for at in found)
    paid: dict[tuple[str, int], date | None] = {}
    for rank, table in enumerate(tables):
        if days and (own := _invoices(table.lines, found, by_month)):
            away = set(map(id, own.values()))
            lines = [line for line in table.lines if id(line) not in away]
            kept.tables[rank] = table._replace(lines=lines)
            kept.summaries[rank] = _without(summaries[rank], [*own.values()])
            kept.doubts.append(_note([*own.values()], days[0]))
            paid |= {at: invoice.paid for at, invoice in own.items()}
    for rank, table in enumerate(kept.tables if paid else ()):
        kept.tables[rank] = table._replace(lines=[_paid(line, paid) for line in table.lines])
    return kept


def _paid(line: Line, paid: Mapping[tuple[str, int], date | None]) -> Line:
    """Return a line with the date of payment of its invoice, if it is a day that has none."""
    if not isinstance(line, Day) or line.paid is not None:
        return line
    return replace(line, paid=paid.get((party(line.client), line.month)))


def _invoices(
    lines: Sequence[Line], found: Months, by_month: Mapping[int, Sequence[tuple[str, int]]]
) -> dict[tuple[str, int], Line]:
    """Return the invoices of months of days; nothing where one more may be of days, or is not."""
    own: dict[tuple[str, int], Line] = {}
    for line in sorted(lines, key=DATE):
        last = range(line.month, line.month - LATEST - 1, -1)
        near = [at for month in last for at in by_month.get(month, ())]
        same = [at for at in near if found[at].amount == line.amount and at not in own]
        theirs = [at for at in same if at[0] == party(line.client)] if isinstance(line, Fee) else []
        if theirs:
            own[theirs[0]] = line
        elif not isinstance(line, Fee) or same or any(at[0] == party(line.client) for at in near):
            return {}
    return own if len(set(map(DATE, own.values()))) >= FEWEST else {}


def _without(summary: SheetSummary, own: Sequence[Line]) -> SheetSummary:
    rows = summary.rows.copy()
    rows[Verdict.LINE] -= len(own)
    rows[Verdict.BILLED] += len(own)
    return summary._replace(
        lines=summary.lines - len(own), amount=summary.amount - total(own, AMOUNT), rows=rows
    )


def _note(own: Sequence[Line], day: Day) -> Doubt:
    place = own[0].place
    what = "montants de jours déjà comptés, laissés de côté"
    shown = f"{counted(len(own), 'ligne', 'lignes')}, les jours de {day.place}"
    return Doubt("jours-factures", what, place, shown, about=place.sheet or place.file)
