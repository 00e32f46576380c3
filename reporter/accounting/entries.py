"""Bookable lines → balanced entries: sales, purchases, payments, depreciation, the tax if asked.

Knows double entry. Never files, nor the format in which entries are imported.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from reporter.accounting import chart
from reporter.accounting.cutoffs import cut_offs
from reporter.accounting.journal import (
    BANK,
    JOURNALS,
    OTHERS,
    PURCHASES,
    SALES,
    Entry,
    Journal,
    Posting,
)
from reporter.accounting.lettering import lettered
from reporter.accounting.pay import sides, slip_of
from reporter.accounting.postings import Sums, places, posting, third
from reporter.grouping import gathered
from reporter.model import ZERO, Expense, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterable, Iterator
    from decimal import Decimal

    from reporter.accounting.assets import Asset
    from reporter.accounting.bookable import Bookable
    from reporter.model import FinancialYear
    from reporter.settings.bookkeeping import Ledger


class Tax(NamedTuple):
    """The IS of a year in euros, and whether it is ours, not yet the accountant's."""

    euros: Decimal
    estimated: bool


def entries(
    booked: Iterable[Bookable],
    assets: Iterable[Asset],
    year: FinancialYear,
    ledger: Ledger,
    also: Iterable[Entry] = (),
) -> tuple[Entry, ...]:
    """Return the entries of a year in the order of their dates, numbered, paid invoices lettered.

    Args:
        booked: the year's lines, and those of other years that it needs.
        assets: what is depreciated.
        year: the financial year.
        ledger: the accounts that every entry uses.
        also: entries that no line makes: the tax, what the bank alone shows.
    """
    lines = list(booked)
    made = [
        *cut_offs(lines, year, ledger),
        *_invoices([x for x in lines if x.date in year and not x.is_bank_fee], ledger),
        *_bank_fees([line for line in lines if line.is_bank_fee], ledger),
        *_payments([x for x in lines if x.paid and x.paid in year and not x.is_bank_fee], ledger),
        *_deposits_used([line for line in lines if line.date in year], ledger),
        *_allowances(assets, year),
        *also,
    ]
    kept = [entry for entry in made if entry.postings]
    kept.sort(key=lambda entry: (entry.date, JOURNALS.index(entry.journal)))
    numbered = (replace(entry, number=number) for number, entry in enumerate(kept, 1))
    return lettered(numbered)


def _invoices(lines: list[Bookable], ledger: Ledger) -> Iterator[Entry]:
    for group in gathered((line.piece, line) for line in lines).values():
        first, sums = group[0], Sums()
        sale = first.kind == "sale"
        sign = -1 if sale else 1
        for line in group:
            if slip := slip_of(line):
                sums.add_all(sides(slip, line.account))
                continue
            sums.add(line.account, line.rate, sign * line.cost)
            sums.add(vat_account(line, ledger), line.rate, sign * line.recovered)
            sums.add(ledger.vat_reverse, None, -line.reverse)
            sums.add(vat_account(line, ledger), None, line.reverse)
        yield Entry(
            journal=_journal(first),
            date=first.date,
            reference=first.number,
            reference_date=first.date,
            label=_said(first, sums.total),
            postings=tuple(third(first, -sums.total)) + tuple(sums.postings()),
            sources=places(group),
        )


def _journal(line: Bookable) -> Journal:
    """Return where an invoice is written; pay, contributions and taxes are no purchases."""
    if line.kind == "sale":
        return SALES
    return PURCHASES if line.third.by_party else OTHERS


def _bank_fees(lines: list[Bookable], ledger: Ledger) -> Iterator[Entry]:
    """Yield what the bank takes by itself: no supplier is owed it (PCG 627)."""
    for group in gathered(((line.piece, line.paid), line) for line in lines).values():
        first, sums = group[0], Sums()
        for line in group:
            sums.add(line.account, line.rate, line.cost)
            sums.add(ledger.vat_deductible, line.rate, line.recovered)
        yield Entry(
            journal=BANK,
            date=first.paid or first.date,
            reference=first.number,
            reference_date=first.date,
            label=_said(first, sums.total),
            postings=tuple(posting(ledger.bank, -sums.total)) + tuple(sums.postings()),
            sources=places(group),
        )


def vat_account(line: Bookable, ledger: Ledger) -> str:
    """Return where the VAT of a line goes."""
    if line.kind == "sale":
        return ledger.vat_collected
    return ledger.vat_deductible if line.kind == "charge" else ledger.vat_assets


def _said(line: Bookable, posted: Decimal) -> str:
    """Return what an invoice is, in the words of the books; a sale posted as a debit is undone."""
    if line.kind == "sale":
        return f"{'Avoir' if posted > 0 else 'Facture'} {line.number} – {line.party.name}"
    bought = line.line.label if isinstance(line.line, Expense) else ""
    return f"{line.party.name} – {bought or line.number}"


def _payments(lines: list[Bookable], ledger: Ledger) -> Iterator[Entry]:
    """Yield what goes through the bank; before the year of its invoice, a payment is a deposit."""
    for (_, paid, early, _), group in gathered((_payment(line), line) for line in lines).items():
        first = group[0]
        gross = sum((line.settled for line in group), ZERO)
        received = gross if first.kind == "sale" else -gross
        other = _deposit(group, ledger) if early else tuple(third(first, -received))
        yield Entry(
            journal=BANK if first.source == ledger.bank else OTHERS,
            date=paid,
            reference=first.number,
            reference_date=paid if early else first.date,
            label=f"{'Acompte' if early else 'Règlement'} {first.number} – {first.party.name}",
            postings=tuple(posting(first.source, received)) + other,
            sources=places(group),
        )


def _payment(line: Bookable) -> tuple[Hashable, dt.date, bool, str]:
    return line.piece, line.paid or line.date, line.is_early, line.source


def _deposit(group: list[Bookable], ledger: Ledger) -> tuple[Posting, ...]:
    """Return what a deposit is until its invoice: 4191 and its VAT, due; or 4091, VAT included.

    Source: PCG art. 944-41 and 944-40; CGI art. 269-2 c, a deposit on a service makes its VAT due.
    What is bought is deducted on the invoice, which alone gives the right to it (CGI art. 271 II).
    """
    if group[0].kind != "sale":
        return tuple(posting(ledger.deposits_paid, sum((line.gross for line in group), ZERO)))
    sums = Sums()
    for line in group:
        sums.add(ledger.deposits_received, None, -line.line.amount)
        sums.add(ledger.vat_collected, line.rate, -line.vat)
    return tuple(sums.postings())


def _deposits_used(lines: list[Bookable], ledger: Ledger) -> Iterator[Entry]:
    """Yield, on the day of an invoice, what the deposits of earlier years have paid of it."""
    early = [line for line in lines if line.is_early]
    for group in gathered((line.piece, line) for line in early).values():
        first = group[0]
        undone = tuple(replace(p, amount=-p.amount) for p in _deposit(group, ledger))
        yield Entry(
            journal=OTHERS,
            date=first.date,
            reference=first.number,
            reference_date=first.date,
            label=f"Acompte déduit {first.number} – {first.party.name}",
            postings=undone + tuple(third(first, -total(undone))),
            sources=places(group),
        )


def _allowances(assets: Iterable[Asset], year: FinancialYear) -> Iterator[Entry]:
    """Yield the annuity of each asset, at the closing date or as it leaves (PCG 6811 and 28)."""
    for asset in assets:
        annuity, gone = asset.annuity(year.number), asset.line.disposed
        day = gone if gone is not None and gone in year else year.end
        yield Entry(
            journal=OTHERS,
            date=day,
            reference=f"AMORT-{year.number}",
            reference_date=day,
            label=f"Dotation {year.number} – {asset.name}",
            postings=(
                *posting(chart.allowance_account(asset.account), annuity),
                *posting(chart.depreciation_account(asset.account), -annuity),
            ),
            sources=(asset.line.place,),
        )


def tax_entry(tax: Tax, year: FinancialYear) -> Entry:
    """Return the IS of a year, at its closing date."""
    return Entry(
        journal=OTHERS,
        date=year.end,
        reference=f"IS-{year.number}",
        reference_date=year.end,
        label=f"Impôt sur les sociétés {year.number}" + (" (estimé)" if tax.estimated else ""),
        postings=(*posting("695000", tax.euros), *posting("444000", -tax.euros)),
    )
