"""Books whose sheets, columns or blocks are understood by what stands beside them.

Days and their invoices, one client per sheet, quotes beside sales, halves of days that hold
clients, costs rebilled on the row of days, a cash book of several blocks, columns of each client.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from random import Random
from typing import Any

from reporter.french import month_name
from reporter.model import ZERO, Activity, Day, Expense, Fee, cents
from tests.books.activities import LABELS, SERVICES, SUPPLIERS
from tests.books.pages import Page, Row
from tests.books.shapes import (
    MONTHS,
    UNLIKE_SUMS,
    Kept,
    Shape,
    a_page,
    missions_of,
    open_days,
    rates_of,
    worked,
)
from tests.builders import NOWHERE

VAT = Decimal("0.2")
YEARS = (2019, 2020, 2021)


def _some_months(chance: Random, least: int, most: int) -> list[int]:
    return sorted(chance.sample(range(1, MONTHS + 1), chance.randint(least, most)))


def days_and_invoices(chance: Random) -> Kept:
    """Return days, and the list of the invoices that they were billed on, month by month."""
    year, rates = chance.choice(YEARS), rates_of(chance, 3)
    lines: list[Day] = []
    for month in _some_months(chance, 3, 6):
        for day in sorted(chance.sample(open_days(year, month), chance.randint(3, 6))):
            client, days = chance.choice(list(rates)), Decimal(chance.choice(("1", "1", "0.5")))
            lines.append(worked(day, client, "", days, rates[client]))
    body = [[line.date, line.client, line.days, line.rate, line.amount] for line in lines]
    titles: Row = ["Date", "Client", "Jours", "TJM", "Montant HT"]
    fields = ("date", "client", "days", "rate", "amount")
    days_page = a_page(f"Jours {year}", "days", fields, titles, body)
    billed: list[Row] = []
    for month, own in groupby(lines, lambda line: line.date.month):
        found = list(own)
        for client in sorted({line.client for line in found}):
            amount = sum((line.amount for line in found if line.client == client), ZERO)
            sent = open_days(year, month)[-1]
            billed.append(_invoice(f"F-{year}-{len(billed) + 1:03}", sent, client, "", amount))
    billed_on, titles = _invoices(4)
    kept = [[*row[:3], *row[4:]] for row in billed]
    return Kept(
        Activity(days=tuple(lines)),
        [days_page, a_page(f"Factures {year}", "billed", billed_on, titles, kept)],
    )


def _invoices(*without: int) -> tuple[tuple[str, ...], Row]:
    """Return the fields and the titles of a list of invoices, the n-th left out."""
    fields = ("invoice", "date", "client", "service", "amount", "vat", "gross")
    titles = ("N° facture", "Date", "Client", "Objet", "Montant HT", "Montant TVA", "Montant TTC")
    left = [n for n in range(len(fields)) if n + 1 not in without]
    return tuple(fields[n] for n in left), [titles[n] for n in left]


def _invoice(number: str, day: date, client: str, service: str, amount: Decimal) -> Row:
    vat = cents(amount * VAT)
    return [number, day, client, service, amount, vat, amount + vat]


def _fees(chance: Random, year: int) -> list[Fee]:
    clients = chance.sample(UNLIKE_SUMS, 3)
    return [
        Fee(
            date=chance.choice(open_days(year, month)), client=clients[rank % 3], vat_rate=VAT,
            service=chance.choice(SERVICES), amount=Decimal(chance.randint(20_001, 900_003)) / 100,
            place=NOWHERE,
        )
        for rank, month in enumerate(_some_months(chance, 6, 10))
    ]  # fmt: skip


def _billed(number: str, line: Fee) -> Row:
    row = _invoice(number, line.date, line.client, line.service, line.amount)
    row[5:] = [line.own_vat, line.amount + line.own_vat]
    return row


def client_sheets(chance: Random) -> Kept:
    """Return the invoices of each client on a sheet of its name, their numbers of one series."""
    year = chance.choice(YEARS)
    lines = _fees(chance, year)
    fields, titles = _invoices(3)
    rows = [_billed(f"F-{year}-{rank:03}", line) for rank, line in enumerate(lines, 1)]
    pages = []
    for client in dict.fromkeys(line.client for line in lines):
        body = [[*row[:2], *row[3:]] for row in rows if row[2] == client]
        pages.append(a_page(client, "of_client", fields, list(titles), body))
    return Kept(Activity(fees=tuple(lines)), pages)


def quoted(chance: Random) -> Kept:
    """Return a list of invoices, and the quotes or the budget of which some became invoices."""
    year, (fields, titles) = chance.choice(YEARS), _invoices()
    lines = _fees(chance, year)
    body = [_billed(f"F-{year}-{rank:03}", line) for rank, line in enumerate(lines, 1)]
    quotes = [[f"D{rank:03}", *row[1:5]] for rank, row in enumerate(body, 1)]
    for row in quotes:
        row[1] -= timedelta(days=14)
        row[4] *= chance.choice((1, 2))
    heads: Row = ["N° devis", "Date", "Client", "Objet", "Montant HT"]
    other = a_page("Devis", "quotes", fields[:5], heads, quotes)
    return Kept(
        Activity(fees=tuple(lines)),
        [a_page(f"Factures {year}", "fees", fields, titles, body), other],
    )


def halves(chance: Random) -> Kept:
    """Return a row for each day, the client of its morning and that of its afternoon."""
    year, rates = chance.choice(YEARS), rates_of(chance, 3, UNLIKE_SUMS)
    lines, body = [], []
    for month in _some_months(chance, 1, 3):
        for day in sorted(chance.sample(open_days(year, month), chance.randint(6, 12))):
            own = [chance.choice([*rates, *rates, None]) for _ in "mp"]
            if any(own):
                body.append([day, *own])
            for client in dict.fromkeys(filter(None, own)):
                days = Decimal(own.count(client)) / 2
                lines.append(worked(day, client, "", days, rates[client]))
    titles: Row = ["Date", "Matin", "Après-midi"]
    page = a_page(f"Jours {year}", "halves", ("date", "client", "mission"), titles, body)
    return Kept(Activity(days=tuple(lines)), [page, missions_of(rates, year, chance)])


def rebilled(chance: Random) -> Kept:
    """Return days whose row holds the costs rebilled with them, and the total of both."""
    year, rates = chance.choice(YEARS), rates_of(chance, 3)
    days: list[Day] = []
    fees: list[Fee] = []
    body: list[Row] = []
    for month in _some_months(chance, 5, 10):
        day, client = open_days(year, month)[-1], chance.choice(list(rates))
        line = worked(day, client, "", Decimal(chance.randint(4, 36)) / 2, rates[client])
        days.append(line)
        costs = Decimal(chance.randint(1001, 40_009)) / 100
        costs = costs if not fees or chance.random() < 0.6 else ZERO
        if costs:
            fees.append(Fee(date=day, client=client, amount=costs, place=NOWHERE))
        body.append(
            [day, client, line.days, line.rate, line.amount, costs or None, line.amount + costs]
        )
    titles: Row = ["Date", "Client", "Jours", "TJM", "Honoraires HT", "Frais HT", "Total HT"]
    fields = ("date", "client", "days", "rate", "fees", "costs", "amount")
    sums = [sum(filter(None, column), ZERO) for column in list(zip(*body, strict=True))[4:]]
    whole = sum((line.days for line in days), ZERO)
    totals: list[Row] = [["Total", None, whole, None, *sums]] if chance.random() < 0.5 else []
    page = a_page("Facturation", "days", fields, titles, body, totals=totals)
    return Kept(Activity(days=tuple(days), fees=tuple(fees)), [page])


def cash_book(chance: Random) -> Kept:
    """Return what came in and went out, a block for each month, with or without its sums."""
    year, summed = chance.choice(YEARS), chance.random() < 0.6
    titles: Row = ["Date", "Tiers", "Libellé", "Recettes HT", "Dépenses HT"]
    fields, clients = ("date", "client", "label", "amount", "spent"), chance.sample(UNLIKE_SUMS, 3)
    fees: list[Fee] = []
    expenses: list[Expense] = []
    page: Page | None = None
    for month in _some_months(chance, 2, 4):
        body: list[Row] = []
        for day in sorted(chance.sample(open_days(year, month), chance.randint(3, 6))):
            comes = chance.random() < 0.5
            least, most = (60_001, 300_009) if comes else (4001, 25_009)
            amount = Decimal(chance.randint(least, most)) / 100
            who = chance.choice(clients if comes else SUPPLIERS)
            what = chance.choice(SERVICES if comes else LABELS)
            if comes:
                fees.append(Fee(date=day, client=who, service=what, amount=amount, place=NOWHERE))
            else:
                expenses.append(
                    Expense(date=day, supplier=who, label=what, amount=amount, place=NOWHERE)
                )
            body.append([day, who, what, *((amount, None) if comes else (None, amount))])
        sums = [sum(filter(None, column), ZERO) for column in list(zip(*body, strict=True))[3:]]
        totals: list[Row] = [["Total", None, None, *sums]] if summed else []
        name = month_name(date(year, month, 1)).capitalize()
        above: list[Row] = [[f"{name} {year}", None, None, None, None]]
        block = a_page("Journal", "cash", fields, list(titles), body, above=above, totals=totals)
        if page:
            page.rows += [[None] * len(titles), *block.rows]
            page.body += block.body
            page.totals += block.totals
        else:
            page = block
    assert page
    return Kept(Activity(fees=tuple(fees), expenses=tuple(expenses)), [page])


def columns_of_clients(chance: Random) -> Kept:
    """Return a row for each month, the days and the amount of each client side by side."""
    year, rates = chance.choice(YEARS), rates_of(chance, 2, UNLIKE_SUMS)
    lines, body = [], []
    for month in _some_months(chance, 6, 10):
        day, row, idle = open_days(year, month)[-1], list[Any](), chance.choice([*rates, ""])
        for client, rate in rates.items():
            days = None if client == idle else Decimal(chance.randrange(17, 37, 2)) / 4
            row += [days, days and days * rate]
            if days:
                lines.append(worked(day, client, "", days, rate))
        body.append([day, *row])
    above: list[Row] = [[None, *(it for client in rates for it in (client, None))]]
    titles: Row = ["Date", *("Jours", "Montant HT") * len(rates)]
    fields = ["date", "days", "amount"]
    fields += [f"{it} {n}" for n in range(1, len(rates)) for it in ("days", "amount")]
    sums = [sum(filter(None, column), ZERO) for column in list(zip(*body, strict=True))[1:]]
    totals: list[Row] = [["Total", *sums]] if chance.random() < 0.5 else []
    page = a_page(f"Suivi {year}", "pairs", fields, titles, body, above=above, totals=totals)
    return Kept(Activity(days=tuple(lines)), [page])


BESIDE: tuple[Shape, ...] = (
    days_and_invoices, client_sheets, quoted, halves, rebilled, cash_book, columns_of_clients,
)  # fmt: skip
