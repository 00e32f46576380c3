"""The lines that a year's entries are made of, each given its account, its VAT and its third party.

Knows what a line must say for an accountant to book it. Never how an entry is made.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reporter.accounting import chart
from reporter.accounting.bookable import BANK_FEES, Bookable, source
from reporter.accounting.chart import Third
from reporter.accounting.expense_accounts import expense_account
from reporter.accounting.invoice_vat import by_invoice, rule_of
from reporter.accounting.invoices import (
    Invoiced,
    believed,
    first_day,
    invoiced,
    payment_years,
)
from reporter.accounting.parties import UNNAMED, Party, party
from reporter.accounting.payers import paid_from
from reporter.accounting.vat_check import reverse_vat, vat_mistake, zone_of
from reporter.accounting.worded_periods import with_period
from reporter.errors import BadCell
from reporter.french import euros_cents, short_date
from reporter.law.vat_rates import rate_of
from reporter.model import ZERO, Day, Expense, Fee, cents

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from decimal import Decimal

    from reporter.accounting.bookable import AnyLine
    from reporter.accounting.invoices import Sale
    from reporter.law.countries import Zone
    from reporter.model import Activity, FinancialYear
    from reporter.settings import Settings
    from reporter.settings.bookkeeping import Ledger


def book(
    activity: Activity, settings: Settings, year: FinancialYear, errors: list[BadCell]
) -> tuple[Bookable, ...]:
    """Return the lines of a year, and those of other years that its entries need.

    They are those invoiced or paid in it, unpaid at its end, or to be invoiced then. What lines
    lack goes to `errors`; such lines are left out.
    """
    known = payment_years(activity, settings, year.number)
    since = first_day(activity, settings)
    found: list[Bookable] = []
    sales = invoiced(activity, settings)
    wanted = {sale.number for sale in sales if _concerns(sale, year, settings, known, since)}
    for sale in sales:
        if sale.number in wanted:
            found += _booked(sale.line, settings, since, errors, sale)
    for line in activity.expenses:
        paid = believed(line, since)
        if line.date in year or (paid is not None and paid in year):
            found += _booked(line, settings, since, errors)
    errors += _shared_numbers(found)
    return tuple(by_invoice(_named(found), settings.bookkeeping))


def spanning(
    activity: Activity, settings: Settings, closings: tuple[dt.date, ...]
) -> tuple[Bookable, ...]:
    """Return the lines of any year whose period lies on both sides of a closing, or on the other.

    Where no column says the period, the words of the line do.
    Those that lack something are left out: the export of their own year says what.
    """
    found: list[Bookable] = []
    since = first_day(activity, settings)
    lines: tuple[Fee | Expense, ...] = (*activity.fees, *activity.expenses)
    for line in map(with_period, lines):
        if line.start is None or line.end is None:
            continue
        days = (line.date, line.start, line.end)
        if any(min(days) <= closing < max(days) for closing in closings):
            found += _booked(line, settings, since, [])
    return tuple(by_invoice(found, settings.bookkeeping))


def is_moved(line: Expense, year: FinancialYear) -> bool:
    """Tell whether an expense is dated or paid in a year."""
    return line.date in year or (line.paid is not None and line.paid in year)


def _concerns(
    sale: Invoiced,
    year: FinancialYear,
    settings: Settings,
    known: frozenset[int],
    since: dt.date | None,
) -> bool:
    """Tell whether the entries of a year, or what is unpaid at its end, need a sale."""
    paid = believed(sale.line, since)
    if paid is not None and paid in year:
        return True
    first, last = sorted((sale.line.date, sale.date))
    if first <= year.end and last >= year.start:
        return True
    owed = sale.date <= year.end and (paid is None or paid > year.end)
    return owed and settings.year_of(sale.date).number in known


def _booked(
    line: AnyLine,
    settings: Settings,
    since: dt.date | None,
    errors: list[BadCell],
    sale: Invoiced | None = None,
) -> Iterator[Bookable]:
    """Yield a line with its account and its VAT, or add its mistakes to the others."""
    before, books = len(errors), settings.bookkeeping
    if line.amount != cents(line.amount):
        fix = "écrire un montant en euros et centimes"
        what = "montant à plus de deux décimales"
        errors.append(BadCell(what, line.place, shown=str(line.amount), fix=fix))
    try:
        if isinstance(line, Expense):
            booked = _purchase(line, settings, since)
        else:
            booked = _sale(sale or Invoiced(line, line.place, line.date), settings, since)
    except BadCell as error:
        errors.append(error)
        return
    abroad = booked.zone != "france"
    if mistake := vat_mistake(line, booked.account, exempt=books.exempts(line.date), abroad=abroad):
        errors.append(mistake)
    if not booked.number:
        shown = f"{booked.party.name}, {short_date(line.date)}, {euros_cents(line.amount)}"
        fix = "remplir la colonne Facture"
        errors.append(BadCell("numéro de facture manquant", line.place, shown=shown, fix=fix))
    if len(errors) == before:
        yield booked


def _sale(sale: Invoiced, settings: Settings, since: dt.date | None) -> Bookable:
    line, ledger = sale.line, settings.bookkeeping.ledger
    paid = believed(line, since)
    return Bookable(
        kind="sale",
        line=line,
        year=settings.year_of(line.date).number,
        invoice=sale.number,
        invoice_year=settings.year_of(sale.date).number,
        party=party("C", line.client),
        number=line.invoice,
        date=sale.date,
        paid=paid,
        paid_year=settings.year_of(paid).number if paid else None,
        source=ledger.bank,
        account=_product(line, zone_of(line), ledger),
        third=Third(ledger.clients, by_party=True),
        rate=_rate(line),
        vat=line.own_vat,
        zone=zone_of(line),
    )


def _product(line: Sale, zone: Zone, ledger: Ledger) -> str:
    """Return the account of a sale: its own abroad, where it bears no VAT (CGI art. 259-1)."""
    if zone != "france" and not line.own_vat:
        return ledger.sales_union if zone == "union" else ledger.sales_outside
    return ledger.days if isinstance(line, Day) else ledger.fees


def _purchase(line: Expense, settings: Settings, since: dt.date | None) -> Bookable:
    """Return a purchase; two receipts of a supplier on two days are two, whatever they say.

    Raises:
        BadCell: where it has no account, or one that cannot hold it.
    """
    year, books = settings.year_of(line.date), settings.bookkeeping
    account, ledger = expense_account(line, books, year.start), books.ledger
    number, paid = line.receipt or source(line.place), believed(line, since)
    supplier = ledger.suppliers if line.lifetime is None else ledger.asset_suppliers
    payer = paid_from(line, books)
    if account.startswith(BANK_FEES) or payer != ledger.bank:
        paid = paid or line.date
    return Bookable(
        kind="charge" if line.lifetime is None else "asset",
        line=line,
        year=year.number,
        invoice=(number, line.date),
        invoice_year=year.number,
        party=party("F", line.supplier) if line.supplier else UNNAMED,
        number=number,
        date=line.date,
        paid=paid,
        paid_year=settings.year_of(paid).number if paid else None,
        source=payer,
        account=account,
        third=chart.third(account) or Third(supplier, by_party=True),
        rate=_rate(line),
        vat=line.own_vat,
        rule=rule_of(line, account),
        zone=zone_of(line),
        reverse=ZERO if books.exempts(line.date) else reverse_vat(line, account),
    )


def _rate(line: AnyLine) -> Decimal | None:
    if line.vat_rate is not None:
        return line.vat_rate
    return rate_of(line.amount, line.own_vat, line.date)


def _shared_numbers(found: list[Bookable]) -> Iterator[BadCell]:
    """Yield a mistake for each invoice number that a second client bears in the same year."""
    first: dict[tuple[int, str], Bookable] = {}
    for booked in found:
        if booked.kind != "sale":
            continue
        other = first.setdefault((booked.invoice_year, booked.number), booked)
        if other.party.code != booked.party.code:
            shown = f"{booked.number} : {booked.party.name}"
            fix = f"ce numéro est celui d’une facture à {other.party.name} ({other.line.place})"
            yield BadCell("numéro de facture déjà pris", booked.line.place, shown=shown, fix=fix)


def _named(found: list[Bookable]) -> Iterator[Bookable]:
    """Yield the lines, each third party under its first spelling."""
    names: dict[str, Party] = {}
    for booked in found:
        yield replace(booked, party=names.setdefault(booked.party.code, booked.party))
