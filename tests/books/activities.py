"""The one generator of books: lines drawn at random, to the taste of each test.

Everything is drawn from a `random.Random`: a seed finds a book again in the benchmarks, and
hypothesis gives one that it knows how to shrink.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import strategies as st

from reporter.law.workdays import public_holidays
from reporter.model import ZERO, Activity, Day, Expense, Fee, cents
from tests.builders import NOWHERE

STRANGE = ("A", "B", "Total", "TOTAL 4233", "Société à mission du littoral", "", "=1+1", "null")
"""Names that some code takes for something else: a sum, a formula, nothing."""
CATEGORIES = ("", "Loyer", "Total", "Rémunération", "Cotisations", "Logiciels", "Repas")
RATES = tuple(Decimal(rate) for rate in ("0.2", "0.1", "0.055", "0"))
LABOUR = "63"
"""Accounts from this one on bear no VAT: taxes and wages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taste:
    """What the lines of some books are drawn from.

    Attributes:
        years: the first and the last one.
        clients: the names of clients.
        money: the least and the most of an amount, in cents.
        rate: the least and the most of a daily rate, in euros; None where amounts alone are known.
        taxed: whether lines have a VAT, a payment and a number that some have in common.
        lifetimes: years of depreciation; None for a charge.
        charges: the accounts of charges.
        purchases: the accounts of what is depreciated.
        counts: the most lines of days, fees and expenses.
        sure: the year of a line that is always there.
    """

    years: tuple[int, int] = (2018, 2020)
    clients: tuple[str, ...] = STRANGE
    money: tuple[int, int] = (-500_000, 5_000_000)
    rate: tuple[int, int] | None = None
    taxed: bool = False
    lifetimes: tuple[int | None, ...] = (None, None, 0, 1, 2, 3, 5)
    categories: tuple[str, ...] = CATEGORIES
    charges: tuple[str, ...] = ("",)
    purchases: tuple[str, ...] = ("",)
    counts: tuple[int, int, int] = (20, 8, 20)
    sure: int | None = None


ANY = Taste()
"""Anything that an activity may hold, likely or not."""
ACCOUNTED = Taste(
    years=(2019, 2021),
    clients=("Nimbus", "NIMBUS", "Café & Co", "=1+1", "Société du|Port\tNord", "Total"),
    taxed=True,
    lifetimes=(None, None, None, 1, 2, 3, 4, 5),
    charges=("613200", "6226", "628", "641100", "645", "63511"),
    purchases=("218300", "205", "2184"),
    counts=(12, 6, 14),
    sure=2020,
)
"""What an accountant can take over: accounts, VAT, invoices and their payments."""
IMAGINED = Taste(
    years=(2019, 2020),
    clients=("Aval", "Brume", "Cèdre", "CEDRE", "Total"),
    money=(1, 2_000_000),
    rate=(300, 1500),
    lifetimes=(None, None, 1, 2, 3, 5),
    categories=("Loyer", "Rémunération", ""),
    counts=(12, 5, 10),
    sure=2020,
)
"""What a scenario can start from: days at a rate, and some in the last year."""


def draw(seed: int) -> Random:
    """Return what a seed draws: the same thing every time."""
    return Random(seed)  # noqa: S311  # nothing here is a secret


def activity(chance: Random, taste: Taste = ANY) -> Activity:
    """Return lines drawn one by one, each apart from the others."""
    days, fees, expenses = (chance.randint(0, most) for most in taste.counts)
    sure = [] if taste.sure is None else [_sure(chance, taste, taste.sure)]
    return Activity(
        days=(*sure, *(_day(chance, taste) for _ in range(days))),
        fees=tuple(_fee(chance, taste) for _ in range(fees)),
        expenses=tuple(_expense(chance, taste) for _ in range(expenses)),
    )


def activities(taste: Taste) -> st.SearchStrategy[Activity]:
    """Return a strategy of activities, for the properties."""
    return st.randoms(use_true_random=False).map(lambda chance: activity(chance, taste))


def _sure(chance: Random, taste: Taste, year: int) -> Day:
    """Return a line of days whose amount is above zero."""
    days, client = Decimal(20), taste.clients[0]
    amount = Decimal(chance.randint(900_000, 3_000_000)) / 100
    line = Day(date=date(year, 6, 30), client=client, days=days, amount=amount, place=NOWHERE)
    vat = cents(amount * RATES[0])
    return replace(line, vat_rate=RATES[0], vat=vat, invoice="F-sure") if taste.taxed else line


def _line(chance: Random, taste: Taste, amount: Decimal) -> dict[str, Any]:
    line = {"date": _date(chance, taste), "amount": amount, "place": NOWHERE}
    if not taste.taxed:
        return line
    rate, paid = chance.choice(RATES), chance.choice((None, _date(chance, taste)))
    return {**line, "vat_rate": rate, "vat": cents(amount * rate), "paid": paid}


def _date(chance: Random, taste: Taste) -> date:
    first, last = date(taste.years[0], 1, 1), date(taste.years[1], 12, 31)
    return first + timedelta(days=chance.randint(0, (last - first).days))


def _money(chance: Random, taste: Taste) -> Decimal:
    return Decimal(chance.randint(*taste.money)) / 100


def _sale(chance: Random, taste: Taste) -> dict[str, Any]:
    client = chance.choice(taste.clients)
    number = f"F-{client.casefold()}-{chance.randint(1, 4)}" if taste.taxed else ""
    return {"client": client, "invoice": number}


def _day(chance: Random, taste: Taste) -> Day:
    days = Decimal(chance.randint(1, 90)) / 4
    rate = None if taste.rate is None else Decimal(chance.randint(*taste.rate))
    amount = _money(chance, taste) if rate is None else days * rate
    return Day(**_line(chance, taste, amount), **_sale(chance, taste), days=days, rate=rate)


def _fee(chance: Random, taste: Taste) -> Fee:
    line = _line(chance, taste, _money(chance, taste))
    days = None if taste.rate is None else chance.choice((None, Decimal(chance.randint(1, 40)) / 4))
    service = "+ audit" if taste.taxed else ""
    return Fee(**line, **_sale(chance, taste), service=service, equivalent_days=days)


def _expense(chance: Random, taste: Taste) -> Expense:
    lifetime = chance.choice(taste.lifetimes)
    account = chance.choice(taste.charges if lifetime is None else taste.purchases)
    line = _line(chance, taste, _money(chance, taste))
    if taste.taxed and account >= LABOUR:
        line |= {"vat_rate": ZERO, "vat": ZERO}
    return Expense(
        **line,
        supplier="Fournisseur" if taste.taxed else "",
        label="Ordinateur" if lifetime else "",
        category="" if taste.taxed else chance.choice(taste.categories),
        account=account,
        receipt=chance.choice(("", "R-1", "R-2")) if taste.taxed else "",
        lifetime=None if lifetime is None else Decimal(lifetime),
    )


any_books, accounted_books, imagined_books = map(activities, (ANY, ACCOUNTED, IMAGINED))


NAMES = ("Compagnie du Ponant", "24ème Rue", "Total Énergies", "Mutuelle des Trois Rives", "Alizé",
         "Port Franc", "NA", "Cumulus & Fils")  # fmt: skip
SUPPLIERS = (
    "Les Bureaux du Quai",
    "Forge Numérique",
    "Télécom Alizé",
    "Assureur du Port",
    "Rail 44",
)
SERVICES = ("Infogérance", "Audit", "Formation", "Cadrage", "Reprise de données")
LABELS = ("Poste partagé", "Fibre", "Papier", "Billet de train", "Hébergement", "Ouvrages")
MONTHS = 12


def kept(chance: Random) -> Activity:
    """Return the lines of a person who keeps books well: likely days, rates, sums and dates.

    No line is like another, no date bills more than a day, no amount is a sum by chance.
    """
    last = chance.choice((2019, 2020, 2021))
    years = range(last - chance.randint(0, 1), last + 1)
    clients = chance.sample(NAMES, chance.randint(2, 4))
    return Activity(
        days=tuple(_kept_days(chance, years, clients[:3])),
        fees=tuple(_kept_fees(chance, years, clients)),
        expenses=tuple(_kept_expenses(chance, years)),
        movements=tuple(_kept_movements(chance, years)),
    )


def _kept_days(chance: Random, years: range, clients: list[str]) -> list[Day]:
    rates = {client: Decimal(chance.randrange(40, 95) * 10) for client in clients}
    by_day = chance.random() < 0.3
    found: list[Day] = []
    for year in years:
        off = public_holidays(range(year, year + 1), alsace_moselle=False)
        for month in sorted(chance.sample(range(1, MONTHS + 1), chance.randint(2, 4))):
            open_days = [day for day in _weekdays(year, month) if day not in off]
            many = chance.randint(4, 8) if by_day else len(clients)
            for when in sorted(chance.sample(open_days, many)):
                client = chance.choice(clients)
                days = Decimal(chance.choice(("1", "0.75"))) if by_day else apart(chance, found)
                found.append(_billed(chance, when, client, days, rates[client]))
    return found


def apart(chance: Random, lines: list[Day], *, quarters: tuple[int, int] = (6, 24)) -> Decimal:
    """Return days that are no sum of the last lines, and make none, of all or of one client."""
    sums = set()
    for client in {"", *(line.client for line in lines)}:
        count = ZERO
        for line in reversed(lines):
            if not client or line.client == client:
                sums |= {count + line.days, line.days - count}
                count += line.days
    days = {Decimal(count) / 4 for count in range(*quarters)}
    return chance.choice(sorted(days - sums) or [Decimal("5.85")])


def _billed(chance: Random, when: date, client: str, days: Decimal, rate: Decimal) -> Day:
    amount, vat = cents(days * rate), chance.choice((Decimal("0.2"), ZERO))
    return Day(
        date=when, client=client, mission=chance.choice(("Flux", "Socle")), days=days, rate=rate,
        amount=amount, vat_rate=vat, vat=cents(amount * vat), place=NOWHERE,
    )  # fmt: skip


def _weekdays(year: int, month: int) -> list[date]:
    days = range(1, monthrange(year, month)[1] + 1)
    return [day for number in days if (day := date(year, month, number)).weekday() < 5]


def _kept_fees(chance: Random, years: range, clients: list[str]) -> list[Fee]:
    found: list[Fee] = []
    for year in years:
        months = chance.sample(range(1, MONTHS + 1), chance.randint(2, 5))
        for rank, month in enumerate(months):
            credit = rank > 2 and chance.random() < 0.4
            amount = Decimal(chance.randint(20_001, 900_003)) / 100 * (-1 if credit else 1)
            vat = Decimal("0.2")
            found.append(
                Fee(
                    date=chance.choice(_weekdays(year, month)), client=chance.choice(clients),
                    service=("Avoir sur " if credit else "") + chance.choice(SERVICES),
                    amount=amount, vat_rate=vat, vat=cents(amount * vat), place=NOWHERE,
                )
            )  # fmt: skip
    return sorted(found, key=lambda line: line.date)


def _kept_expenses(chance: Random, years: range) -> list[Expense]:
    found = []
    for year in years:
        for month in chance.sample(range(1, MONTHS + 1), chance.randint(3, 7)):
            bought = chance.random() < 0.2
            amount = (
                Decimal(
                    chance.randint(60_001, 300_007) if bought else chance.randint(1_001, 50_009)
                )
                / 100
            )
            vat = chance.choice(RATES)
            found.append(
                Expense(
                    date=chance.choice(_weekdays(year, month)), supplier=chance.choice(SUPPLIERS),
                    label="Ordinateur" if bought else chance.choice(LABELS),
                    category="Matériel" if bought else "Fonctionnement",
                    amount=amount, vat_rate=vat, vat=cents(amount * vat),
                    lifetime=Decimal(chance.choice((3, 5))) if bought else None, place=NOWHERE,
                )
            )  # fmt: skip
    return sorted(found, key=lambda line: line.date)


def _kept_movements(chance: Random, years: range) -> list[Expense]:
    """Return at most one movement, that its label tells as well as its category."""
    if chance.random() < 0.7:
        return []
    what, label = chance.choice(
        (
            ("Compte courant d’associé", "Compte courant d’associé"),
            ("TVA versée", "TVA versée"),
            ("Capital", "Apport en capital"),
        )
    )
    when = chance.choice(_weekdays(years[-1], chance.randint(1, MONTHS)))
    amount = Decimal(chance.randint(60_001, 900_001)) / 100
    return [Expense(date=when, label=label, category=what, amount=amount, place=NOWHERE)]
