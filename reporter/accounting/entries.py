"""Bookable lines → balanced entries: sales, purchases, payments, depreciation, the tax if asked.

Knows double entry. Never files, nor the format in which entries are imported.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from reporter.accounting import chart
from reporter.accounting.journal import BANK, JOURNALS, OTHERS, PURCHASES, SALES, Entry, Posting
from reporter.accounting.lettering import lettered
from reporter.model import ZERO, Expense

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Hashable, Iterable, Iterator
    from decimal import Decimal

    from reporter.accounting.assets import Asset
    from reporter.accounting.bookable import Bookable
    from reporter.model import FinancialYear
    from reporter.settings.bookkeeping import Ledger


Key = TypeVar("Key", bound="Hashable")


class Tax(NamedTuple):
    """The IS of a year in euros, and whether it is ours, not yet the accountant's."""

    euros: Decimal
    estimated: bool


def entries(
    booked: Iterable[Bookable],
    assets: Iterable[Asset],
    year: FinancialYear,
    ledger: Ledger,
    tax: Tax | None = None,
) -> tuple[Entry, ...]:
    """Return the entries of a year in the order of their dates, numbered, paid invoices lettered.

    Args:
        booked: the year's lines, and those of other years paid in it.
        assets: what is depreciated.
        year: the financial year.
        ledger: the accounts that every entry uses.
        tax: the IS to book at the closing date, None to leave it out.
    """
    lines = list(booked)
    made = [
        *_invoices([line for line in lines if line.year == year.number], ledger),
        *_payments([line for line in lines if line.line.paid and line.line.paid in year], ledger),
        *_allowances(assets, year),
        *(_tax(tax, year) if tax else ()),
    ]
    kept = [entry for entry in made if entry.postings]
    kept.sort(key=lambda entry: (entry.date, JOURNALS.index(entry.journal)))
    numbered = (replace(entry, number=number) for number, entry in enumerate(kept, 1))
    return lettered(numbered)


def _invoices(lines: list[Bookable], ledger: Ledger) -> Iterator[Entry]:
    vat_account = {
        "sale": ledger.vat_collected,
        "charge": ledger.vat_deductible,
        "asset": ledger.vat_assets,
    }
    for piece, group in _grouped(lines, lambda line: line.piece).items():
        first, sums = group[0], _Sums()
        sale = first.kind == "sale"
        sign = -1 if sale else 1
        for line in group:
            sums.add(line.account, line.rate, sign * line.line.amount)
            sums.add(vat_account[line.kind], line.rate, sign * line.vat)
        yield Entry(
            journal=SALES if sale else PURCHASES,
            date=first.date,
            reference=first.number,
            reference_date=first.date,
            label=_said(first, sums.total),
            postings=tuple(_third(first, piece, -sums.total)) + tuple(sums.postings()),
        )


def _said(line: Bookable, posted: Decimal) -> str:
    """Return what an invoice is, in the words of the books; a sale posted as a debit is undone."""
    if line.kind == "sale":
        return f"{'Avoir' if posted > 0 else 'Facture'} {line.number} – {line.party.name}"
    bought = line.line.label if isinstance(line.line, Expense) else ""
    return f"{line.party.name} – {bought or line.number}"


def _payments(lines: list[Bookable], ledger: Ledger) -> Iterator[Entry]:
    for (piece, paid), group in _grouped(lines, _payment).items():
        first = group[0]
        gross = sum((line.gross for line in group), ZERO)
        received = gross if first.kind == "sale" else -gross
        bank = _posting(ledger.bank, received)
        yield Entry(
            journal=BANK,
            date=paid,
            reference=first.number,
            reference_date=first.date,
            label=f"Règlement {first.number} – {first.party.name}",
            postings=tuple(bank) + tuple(_third(first, piece, -received)),
        )


def _payment(line: Bookable) -> tuple[Hashable, dt.date]:
    return line.piece, line.line.paid or line.date


def _allowances(assets: Iterable[Asset], year: FinancialYear) -> Iterator[Entry]:
    """Yield the annuity of each asset, at the closing date (PCG 6811 and 28)."""
    for asset in assets:
        annuity = asset.annuity(year.number)
        yield Entry(
            journal=OTHERS,
            date=year.end,
            reference=f"AMORT-{year.number}",
            reference_date=year.end,
            label=f"Dotation {year.number} – {asset.name}",
            postings=(
                *_posting(chart.allowance_account(asset.account), annuity),
                *_posting(chart.depreciation_account(asset.account), -annuity),
            ),
        )


def _tax(tax: Tax, year: FinancialYear) -> Iterator[Entry]:
    yield Entry(
        journal=OTHERS,
        date=year.end,
        reference=f"IS-{year.number}",
        reference_date=year.end,
        label=f"Impôt sur les sociétés {year.number}" + (" (estimé)" if tax.estimated else ""),
        postings=(*_posting("695000", tax.euros), *_posting("444000", -tax.euros)),
    )


class _Sums:
    """Signed amounts by account and VAT rate, in the order in which they come."""

    def __init__(self) -> None:
        self.sums: defaultdict[tuple[str, Decimal | None], Decimal] = defaultdict(lambda: ZERO)

    def add(self, account: str, rate: Decimal | None, amount: Decimal) -> None:
        self.sums[account, rate] += amount

    @property
    def total(self) -> Decimal:
        return sum(self.sums.values(), ZERO)

    def postings(self) -> Iterator[Posting]:
        for (account, _), amount in self.sums.items():
            yield from _posting(account, amount)


def _third(line: Bookable, piece: Hashable, amount: Decimal) -> Iterator[Posting]:
    """Yield the posting on the account of the client, the supplier, the staff or the State."""
    whom = line.party if line.third.by_party else None
    for posting in _posting(line.third.account, amount):
        yield replace(posting, party=whom, piece=piece)


def _posting(account: str, amount: Decimal) -> Iterator[Posting]:
    """Yield a posting; none where there is nothing to post."""
    if amount:
        yield Posting(account=account, label=chart.label(account) or account, amount=amount)


def _grouped(lines: list[Bookable], key: Callable[[Bookable], Key]) -> dict[Key, list[Bookable]]:
    """Return the lines by what they share, in the order in which they come."""
    groups: defaultdict[Key, list[Bookable]] = defaultdict(list)
    for line in lines:
        groups[key(line)].append(line)
    return groups
