"""Books of whole years in which most comes back: missions, a service, rents, pay, what is due.

Unlike those of `activities`, their amounts, names and days are the same month after month, change
once in a while, and stop in the summer, as they do for anybody.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from reporter.law.workdays import public_holidays
from reporter.model import ZERO, Activity, Day, Expense, Fee, cents
from tests.books.activities import SUPPLIERS
from tests.books.pages import HEADERS
from tests.books.sheets import Sheet
from tests.builders import NOWHERE

CLIENTS = ("Ponant", "Brume Conseil", "Mairie de Saint-Malo", "Dunes & Fils", "Verger SARL")
MISSIONS = ("Flux", "Socle", "Refonte", "Migration", "Audit")
WORKS = ("Audit", "Site vitrine", "Atelier", "Étude")
MONTHLY = (
    ("Loyer", "Loyer", ("351.27", "824.53", "1325", "1250")),
    ("Mobile", "Télécom", ("19.99", "24.99", "8.32")),
    ("Internet", "Télécom", ("29.16", "33.33")),
    ("Licence", "Logiciels", ("16.58", "49.9")),
    ("Comptabilité", "Honoraires", ("90.7", "121.3")),
)
"""What is paid each month: its label, its category, and what it may cost."""
YEARLY = (("RC Pro", "Assurance", "612.41"), ("Bilan annuel", "Honoraires", "1203.9"))
FARES = ("22", "45.5", "72")
HALF, SUMMER, NORMAL = Decimal("0.5"), 8, Decimal("0.2")


def regular(chance: Random) -> Activity:
    """Return the lines of one year or two."""
    years = chance.choice(((2020,), (2019, 2020)))
    clients = chance.sample(CLIENTS, chance.randint(1, 3))
    return Activity(
        days=tuple(_days(chance, years, clients)),
        fees=tuple(sorted(_fees(chance, years, clients), key=lambda line: line.date)),
        expenses=tuple(sorted(_expenses(chance, years), key=lambda line: line.date)),
    )


def _days(chance: Random, years: Sequence[int], clients: Sequence[str]) -> Iterator[Day]:
    """Yield what each client is billed of a month, on its first day of work or on its last."""
    works = {client: chance.sample(MISSIONS, chance.choice((1, 1, 2))) for client in clients}
    rates = {client: Decimal(chance.randrange(40, 95) * 10) for client in clients}
    where, share = chance.choice((0, -1)), chance.choice((1, 1, 2)) if not clients[1:] else 1
    one_by_one = chance.random() < 0.4
    for year in years:
        for month in range(1, 13):
            own = _open_days(year, month)
            rest = Decimal(len(own) // share - chance.randint(1, 5)) / (1 + (month == SUMMER))
            told = [clients[(month - 1) * len(clients) // 12]] if one_by_one else clients
            parts = [(client, mission) for client in told for mission in works[client]]
            for rank, (client, mission) in enumerate(parts):
                days = rest // len(parts) - (HALF if rank == 0 and len(parts) > 1 else 0)
                rate = rates[client] + 100 * works[client].index(mission)
                if days > 0:
                    yield Day(
                        date=own[where], client=client, mission=mission, days=days, rate=rate,
                        **_worth(days * rate, NORMAL),
                    )  # fmt: skip
        rates = {client: rate + chance.choice((10, 20, 30)) for client, rate in rates.items()}


def _open_days(year: int, month: int) -> list[date]:
    off = public_holidays(range(year, year + 1), alsace_moselle=False)
    days = (date(year, month, day + 1) for day in range(monthrange(year, month)[1]))
    return [day for day in days if day.weekday() < 5 and day not in off]


def _worth(amount: Decimal, rate: Decimal) -> dict[str, Any]:
    return {
        "amount": cents(amount), "vat_rate": rate, "vat": cents(amount * rate), "place": NOWHERE,
    }  # fmt: skip


def _fees(chance: Random, years: Sequence[int], clients: Sequence[str]) -> Iterator[Fee]:
    """Yield a service of each month, and works: at once, or a deposit and a balance."""
    client, price = chance.choice(clients), Decimal(chance.choice(("93.7", "151.3", "307.9")))
    for year in years if chance.random() < 0.6 else ():
        for month in range(1, 13):
            when = date(year, month, monthrange(year, month)[1])
            yield Fee(date=when, client=client, service="Infogérance", **_worth(price, NORMAL))
        price += chance.choice((0, 5, 11))
    for year in years:
        for work in chance.sample(WORKS, chance.randint(0, 3)):
            name, whole = f"{work} {year}", Decimal(chance.randint(1201, 8999))
            client, month = chance.choice(CLIENTS), chance.randint(1, 10)
            first, last = _open_days(year, month)[5], _open_days(year, month + 2)[7]
            if chance.random() < 0.5:
                yield Fee(date=first, client=client, service=name, **_worth(whole, NORMAL))
                continue
            parts = ((first, "acompte 30 %", 3), (last, "solde", 7))
            for when, part, tenths in parts:
                worth = _worth(whole * tenths / 10, NORMAL)
                yield Fee(date=when, client=client, service=f"{name} – {part}", **worth)


def _expenses(chance: Random, years: Sequence[int]) -> Iterator[Expense]:
    """Yield what is paid each month, each year, on the road, and to those who work."""
    for (label, kind, prices), supplier in zip(MONTHLY, SUPPLIERS, strict=True):
        if chance.random() < 0.3:
            continue
        price, day = Decimal(chance.choice(prices)), chance.randint(1, 27)
        rises, by = chance.randint(2, 24), Decimal(chance.choice(("1", "1.03", "1.1")))
        for month in range(12 * len(years)):
            price = cents(price * by) if month == rises else price
            when = date(years[0] + month // 12, month % 12 + 1, day)
            yield _spent(when, supplier, label, kind, price, NORMAL)
    pay = Decimal(chance.choice((0, 1500, 2000, 2500)))
    for year in years:
        for rank, (label, kind, amount) in enumerate(YEARLY):
            due = Decimal(amount) + 3 * (year - 2019)
            yield _spent(date(year, 4 + rank, 15), f"Cabinet {label[0]}", label, kind, due, ZERO)
        for month in range(1, 13) if pay else ():
            when = date(year, month, monthrange(year, month)[1])
            yield _spent(when, "Claire", "Salaire", "Rémunération", pay, ZERO)
            due = pay * Decimal("0.65")
            yield _spent(when, "URSSAF", "Cotisations", "Cotisations", due, ZERO)
        pay = cents(pay * Decimal(chance.choice(("1", "1.1", "1.2"))))
        for month in chance.sample(range(1, 13), chance.randint(0, 12)):
            when, fare = chance.choice(_open_days(year, month)), Decimal(chance.choice(FARES))
            yield _spent(when, "Rail 44", "Billet de train", "Déplacements", fare, ZERO)


def _spent(  # noqa: PLR0917  # all that an expense says
    when: date, supplier: str, label: str, kind: str, amount: Decimal, rate: Decimal
) -> Expense:
    worth = _worth(amount, rate)
    return Expense(date=when, supplier=supplier, label=label, category=kind, **worth)


FIELDS = {
    "Jours": ("date", "client", "mission", "days", "rate"),
    "Factures": ("date", "client", "service", "amount"),
    "Dépenses": ("date", "supplier", "label", "category", "amount"),
}


def laid_out(lines: Activity, chance: Random) -> dict[str, Sheet]:
    """Return sheets of lines: one of a kind, a year or a month, in the order of dates or names."""
    every = {"Jours": lines.days, "Factures": lines.fees, "Dépenses": lines.expenses}
    form = chance.choice(("", " %Y", " %m-%Y"))
    by_name, backwards = chance.choice(
        ((False, False), (False, False), (False, True), (True, False))
    )
    found: dict[str, Sheet] = {}
    for kind, own in every.items():
        rows = [tuple(getattr(line, name) for name in FIELDS[kind]) for line in own]
        rows = sorted(rows, key=lambda row: row[1::-1]) if by_name else rows[:: 1 - 2 * backwards]
        header = tuple(HEADERS[name][0] for name in FIELDS[kind])
        for row in rows:
            name = kind + row[0].strftime(form)
            found.setdefault(name, Sheet(rows=[header])).rows.append(row)
    return found
