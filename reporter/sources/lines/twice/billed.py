"""The invoices of days that another sheet counts: set aside, each one being all those of a month.

Knows whole sheets of lines, and that an invoice is set aside only where all the others of its sheet
are so too, or are surely of other work. Where one may be either, or a sheet is called as fixed fees
are, `copies` refuses them.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import Doubt
from reporter.french import counted
from reporter.grouping import gathered
from reporter.invoiced_days import LATEST, months
from reporter.law.vat_rates import rate_of
from reporter.model import AMOUNT, DATE, Day, Fee, cents, total
from reporter.names import party
from reporter.sources.lines.verdicts import Verdict
from reporter.sources.tables.sheet_names import said_by_name
from reporter.sources.tables.titles import words_of
from reporter.words.sheets import SHEETS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from reporter.invoiced_days import Months
    from reporter.model import Line
    from reporter.sources.lines.verdicts import SheetSummary, TableReading

FEWEST = 2
"""Dates of invoices of days, on all sheets: those of one alone may have their amount by chance."""


class Kept(NamedTuple):
    """What is left of tables once the invoices of their days are set aside."""

    tables: list[TableReading]
    summaries: list[SheetSummary]
    doubts: list[Doubt]


def without_invoices(tables: Sequence[TableReading], summaries: Sequence[SheetSummary]) -> Kept:
    """Return tables, less the invoices of days that others count, and a note of those of each.

    The days of an invoice are paid when it is, and have its number, its date and its VAT: a sheet
    of such days has dates of payment where that of the invoices has.
    """
    kept = Kept([*tables], [*summaries], [])
    days = [line for table in tables for line in table.lines if isinstance(line, Day)]
    found = months(days)
    by_month = gathered((at[1], at) for at in found)
    every = [_invoices(table.lines, found, by_month) for table in tables] if days else []
    invoices = {at: invoice for own in every for at, invoice in own.items()}
    if len(set(map(DATE, invoices.values()))) < FEWEST:
        return kept
    dated = {at for rank, own in enumerate(every) if summaries[rank].is_dated for at in own}
    for rank, own in enumerate(every):
        away = set(map(id, own.values()))
        lines = [line for line in tables[rank].lines if id(line) not in away]
        kept.tables[rank] = tables[rank]._replace(
            lines=[_as_invoiced(it, invoices) for it in lines]
        )
        if any(isinstance(line, Day) and _month_of(line) in dated for line in lines):
            kept.summaries[rank] = summaries[rank]._replace(is_dated=True)
        if own:
            kept.summaries[rank] = _without(summaries[rank], [*own.values()])
            first = next(line for line in days if _month_of(line) in own)
            kept.doubts.append(_note([*own.values()], first))
    return kept


def _month_of(line: Line) -> tuple[str, int]:
    return party(line.party), line.month


def _as_invoiced(line: Line, invoices: Mapping[tuple[str, int], Fee]) -> Line:
    """Return a line with what its invoice says, if it is a day that does not say so itself."""
    invoice = invoices.get(_month_of(line))
    if not isinstance(line, Day) or invoice is None:
        return line
    untaxed = line.vat is None and line.vat_rate is None
    return replace(
        line,
        invoice=line.invoice or invoice.invoice,
        invoiced=line.invoiced or invoice.invoiced or invoice.date,
        paid=line.paid or invoice.paid,
        means=line.means or invoice.means,
        country=line.country or invoice.country,
        vat_number=line.vat_number or invoice.vat_number,
        vat_rate=_rate(invoice) if untaxed else line.vat_rate,
    )


def _rate(invoice: Fee) -> Decimal | None:
    """Return the rate of the VAT of an invoice, None where none makes it to the cent."""
    if invoice.vat is None:
        return invoice.vat_rate
    rate = rate_of(invoice.amount, invoice.vat, invoice.date)
    return rate if rate is not None and cents(invoice.amount * rate) == invoice.vat else None


def _is_of_fees(line: Line) -> bool:
    """Tell whether the name of a sheet says that it holds fixed fees: « Forfaits 2020 »."""
    name = line.place.sheet or PurePath(line.place.file).stem
    return said_by_name(name) in words_of(SHEETS["fees"])


def _invoices(
    lines: Sequence[Line], found: Months, by_month: Mapping[int, Sequence[tuple[str, int]]]
) -> dict[tuple[str, int], Fee]:
    """Return the invoices of months of days; nothing where one more may be of days, or is not."""
    own: dict[tuple[str, int], Fee] = {}
    if lines and _is_of_fees(lines[0]):
        return own
    for line in sorted(lines, key=DATE):
        last = range(line.month, line.month - LATEST - 1, -1)
        near = [at for month in last for at in by_month.get(month, ())]
        same = [at for at in near if found[at].amount == line.amount and at not in own]
        if not isinstance(line, Fee):
            return {}
        theirs = [at for at in same if at[0] == party(line.client)]
        if theirs:
            own[theirs[0]] = line
        elif same or any(at[0] == party(line.client) for at in near):
            return {}
    return own


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
