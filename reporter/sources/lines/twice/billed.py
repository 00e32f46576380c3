"""The invoices of days that another sheet counts: set aside, each one being all those of a month.

Knows whole sheets of lines, and that an invoice is set aside only where all the others of its sheet
are so too, or are surely of other work: all the days of their client have their own. Where one may
be either, or a sheet is called as fixed fees are, `copies` refuses them.
"""

from __future__ import annotations

from collections import Counter
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
    from collections.abc import Container, Mapping, Sequence
    from decimal import Decimal

    from reporter.invoiced_days import Months
    from reporter.model import Line
    from reporter.sources.lines.verdicts import SheetSummary, TableReading

FEWEST = 2
"""Dates of invoices of days, on all sheets: those of one alone may have their amount by chance."""

Month = tuple[str, int]
"""What tells a client from others, and the rank of a month."""
Own = dict[Month, Fee]
"""The invoice of the days of each month."""


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
    fees = [table.lines if _is_of_invoices(table.lines) else () for table in tables]
    if not days or not any(fees):
        return kept
    found = months(days)
    matched = _matched(fees, found)
    told = {at for own, _ in matched for at in own}
    every = [own if _are_others(others, found, told) else {} for own, others in matched]
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
            kept.summaries[rank] = _without(summaries[rank], [*own.values()], lines)
            first = next(line for line in days if _month_of(line) in own)
            kept.doubts.append(_note([*own.values()], first))
    return kept


def _month_of(line: Line) -> Month:
    return party(line.party), line.month


def _as_invoiced(line: Line, invoices: Mapping[Month, Fee]) -> Line:
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


def _is_of_invoices(lines: Sequence[Line]) -> bool:
    """Tell whether lines are sales, of a sheet not called as fixed fees are: « Forfaits »."""
    if not lines or not all(isinstance(line, Fee) for line in lines):
        return False
    place = lines[0].place
    return said_by_name(place.sheet or PurePath(place.file).stem) not in words_of(SHEETS["fees"])


def _matched(invoices: Sequence[Sequence[Line]], found: Months) -> list[tuple[Own, list[Fee]]]:
    """Return the invoices of months of days of each table, and its others.

    Of months of one amount, that of an invoice is as far from it as it is from most.
    """
    every = ((line, rank) for rank, lines in enumerate(invoices) for line in lines)
    fees = [(line, rank) for line, rank in every if isinstance(line, Fee)]
    lags = Counter(lag for fee, _ in fees for lag in _lags(fee, found))
    matched: list[tuple[Own, list[Fee]]] = [({}, []) for _ in invoices]
    taken: set[Month] = set()
    for fee, rank in fees:
        likely = sorted(_lags(fee, found), key=lambda lag: -lags[lag])
        months_of = ((party(fee.client), fee.month - lag) for lag in likely)
        if at := next((it for it in months_of if it not in taken), None):
            matched[rank][0][at] = fee
            taken.add(at)
        else:
            matched[rank][1].append(fee)
    return matched


def _lags(fee: Fee, found: Months) -> list[int]:
    """Return how many months before an invoice may be those of its days, to the cent."""
    client = party(fee.client)
    near = ((lag, found.get((client, fee.month - lag))) for lag in range(LATEST + 1))
    return [lag for lag, billed in near if billed is not None and billed.amount == fee.amount]


def _are_others(others: Sequence[Fee], found: Months, told: Container[Month]) -> bool:
    """Tell whether invoices are surely of other work.

    Each month of days of their client, until theirs, has its own invoice, of another amount; and
    theirs is that of no days without one.
    """
    clients = gathered((at[0], at) for at in found) if others else {}
    unbilled = {(at[1], billed.amount) for at, billed in found.items() if at not in told}
    return not any(
        any(
            at[1] <= line.month and (at not in told or found[at].amount == abs(line.amount))
            for at in clients.get(party(line.client), ())
        )
        or any((line.month - lag, line.amount) in unbilled for lag in range(LATEST + 1))
        for line in others
    )


def _without(summary: SheetSummary, own: Sequence[Line], left: Sequence[Line]) -> SheetSummary:
    """Return a summary less the lines set aside, and the rows of which none is left."""
    gone = {line.place.row for line in own} - {line.place.row for line in left}
    rows = summary.rows.copy()
    count = min(len(gone), rows[Verdict.LINE])
    rows[Verdict.LINE] -= count
    rows[Verdict.BILLED] += count
    return summary._replace(
        lines=summary.lines - len(own), amount=summary.amount - total(own, AMOUNT), rows=rows
    )


def _note(own: Sequence[Line], day: Day) -> Doubt:
    place = own[0].place
    what = "montants de jours déjà comptés, laissés de côté"
    shown = f"{counted(len(own), 'ligne', 'lignes')}, les jours de {day.place}"
    return Doubt("jours-factures", what, place, shown, about=place.sheet or place.file)
