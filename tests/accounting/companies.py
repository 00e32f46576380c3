"""Random companies, and their trial balance, VAT and encours counted line by line, by hand.

Nothing here calls the accounting rooms: an invoice is found, dated, taxed and paid anew.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from reporter.model import Activity, Day, Expense, Fee
from reporter.settings import Settings
from reporter.toml.reading import parse
from tests.builders import NOWHERE

ZERO = Decimal(0)
OLD = date(2002, 8, 15)
"""A payment date whose year was mistyped."""
CLOSINGS = ("31/12", "30/06", "31/03")
ENDS = ((1, 1), (6, 30), (7, 1), (3, 31), (12, 31))
RATES = tuple(map(Decimal, ("0.2", "0.2", "0.1", "0.055", "0.085", "0")))
dates = st.dates(date(2019, 1, 1), date(2021, 12, 31))
near_closings = st.builds(
    lambda month, year, days: date(year, month, 1) - timedelta(days=days),
    st.sampled_from([1, 7, 4]),
    st.sampled_from([2020, 2021]),
    st.integers(-3, 25),
)
amounts = st.decimals("-3000", "9000", places=2)


@dataclass(frozen=True, kw_only=True)
class Company:
    """A company: its books, its settings, and what it is asked for."""

    books: Activity
    settings: Settings
    exempt: bool
    on_payment: bool


@st.composite
def companies(draw: st.DrawFn) -> Company:
    """Return a company: regimes, closings, credit notes, deposits, invoices astride two years."""
    exempt, on_payment = draw(st.booleans()), draw(st.booleans())
    regime = "franchise" if exempt else "normal"
    due = "encaissements" if on_payment else "debits"
    settings = parse(
        f'[societe]\nnom = "Essai"\nsiren = "812345676"\n'
        f'[exercice]\ncloture = "{draw(st.sampled_from(CLOSINGS))}"\n'
        f'[tva]\nregime = "{regime}"\nexigibilite = "{due}"\n'
    )
    lines = [line for _ in range(draw(st.integers(1, 6))) for line in _invoice(draw, exempt)]
    bought = [
        replace(
            _sold(draw, _expense(draw, exempt)),
            receipt=f"R-{n}",
            place=NOWHERE._replace(words=f"A{n + 3}"),  # two lines of one cell would be one twice
        )
        for n in range(draw(st.integers(0, 6)))
    ]
    numbered = [_numbered(line, n) for n, group in enumerate(_grouped(lines)) for line in group]
    return Company(
        books=Activity(
            days=tuple(line for line in numbered if isinstance(line, Day)),
            fees=tuple(line for line in numbered if isinstance(line, Fee)),
            expenses=(
                *bought,
                # the years asked for exist, and payments are noted in each of them
                *(_rent(date(year, 2, 3), exempt) for year in (2019, 2020, 2021)),
            ),
        ),
        settings=settings,
        exempt=exempt,
        on_payment=on_payment,
    )


def _invoice(draw: st.DrawFn, exempt: bool) -> list[Day | Fee]:
    """Return the lines of an invoice; those of December may be invoiced in January."""
    first = draw(dates | near_closings)
    client, country = draw(
        st.sampled_from([("Nimbus", ""), ("Café & Co", "France"), ("Größe", "DE"), ("Alp", "CH")])
    )
    untaxed = exempt or country in ("DE", "CH")
    when = first + timedelta(days=draw(st.sampled_from([0, 0, 15, 40])))
    delays = st.integers(-60, 90) | st.integers(-200, 400)
    paid = draw(st.none() | st.just(OLD) | delays.map(lambda days: when + timedelta(days=days)))
    found: list[Day | Fee] = []
    for rank in range(draw(st.integers(1, 3))):
        day = first + timedelta(days=draw(st.integers(0, 15)) if rank else 0)
        fields: dict[str, Any] = {
            "date": day,
            "client": client,
            "amount": draw(amounts),
            "invoiced": when if draw(st.booleans()) else None,
            "paid": draw(st.sampled_from([paid, paid, None])),
            "vat_rate": ZERO if untaxed else draw(st.sampled_from(RATES)),
            "country": country,
            "place": NOWHERE,
        }
        kind = draw(st.sampled_from([Day, Fee]))
        found.append(Day(days=Decimal(1), **fields) if kind is Day else Fee(**fields))
    return found


def _grouped(lines: list[Day | Fee]) -> list[list[Day | Fee]]:
    """Return the lines by invoice: those that came together, told by client and first date."""
    groups: list[list[Day | Fee]] = []
    for line in lines:
        near = groups and groups[-1][0].client == line.client
        if near and 0 <= (line.date - groups[-1][0].date).days <= 15 and len(groups[-1]) < 3:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _numbered(line: Day | Fee, number: int) -> Day | Fee:
    return replace(line, invoice=f"F-{number}")


def _expense(draw: st.DrawFn, exempt: bool) -> Expense:
    account = draw(st.sampled_from(["613200", "622600", "641100", "645100", "635110", "218300"]))
    when = draw(dates)
    bears = not exempt and account not in ("641100", "645100", "635110")
    abroad = account == "622600" and draw(st.booleans())
    return Expense(
        date=when,
        amount=draw(amounts),
        vat_rate=draw(st.sampled_from(RATES)) if bears and not abroad else ZERO,
        account=account,
        lifetime=Decimal(3) if account == "218300" else None,
        supplier=draw(st.sampled_from(["Lumen", "Le Quai", ""])),
        payer=draw(st.sampled_from(["", "", "Carte", "moi", "Espèces"])),
        country="IE" if abroad else "",
        paid=draw(st.none() | st.integers(-60, 90).map(lambda d: when + timedelta(days=d))),
        place=NOWHERE,
    )


def _sold(draw: st.DrawFn, line: Expense) -> Expense:
    """Return a purchase that may be sold or scrapped, on any day, the ends of years above all."""
    if line.lifetime is None or line.amount <= 0:
        return line
    ends = st.sampled_from([date(year, *end) for year in (2020, 2021) for end in ENDS])
    day = draw(st.none() | st.integers(0, 900).map(lambda d: line.date + timedelta(days=d)) | ends)
    if day is None or day < line.date:
        return line
    price = draw(st.none() | st.just(ZERO) | st.decimals("0.01", "5000", places=2))
    return replace(line, disposed=day, disposal_price=price)


def _rent(when: date, exempt: bool) -> Expense:
    rate = ZERO if exempt else Decimal("0.2")
    return Expense(
        date=when, amount=Decimal(100), vat_rate=rate, account="613200", paid=when, place=NOWHERE
    )


def cents(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


class Sale:
    """A sale by hand: its VAT, the day of its invoice, that of its payment."""

    def __init__(self, line: Day | Fee, when: date, vat: Decimal, first: date) -> None:
        self.line, self.when, self.vat, self.net = line, when, vat, line.amount
        self.paid = line.paid if line.paid and line.paid >= first else None
        self.gross = self.net + vat


def sales(company: Company) -> list[Sale]:
    """Return every sale with its share of the VAT of its invoice, totalled by rate."""
    lines = company.books.sales
    every = [*lines, *company.books.expenses]
    first = company.settings.year_of(min(line.date for line in every)).start
    groups: defaultdict[str, list[Day | Fee]] = defaultdict(list)
    for line in lines:
        groups[line.invoice].append(line)
    found = []
    for group in groups.values():
        when = max([x.invoiced for x in group if x.invoiced] or [x.date for x in group])
        left = {
            rate: cents(sum((x.amount for x in group if x.vat_rate == rate), ZERO) * rate)
            for rate in {x.vat_rate or ZERO for x in group}
        }
        last = {x.vat_rate: x for x in group}
        for line in group:
            rate = line.vat_rate or ZERO
            vat = left[rate] if line is last[line.vat_rate] else cents(line.amount * rate)
            left[rate] -= vat
            found.append(Sale(line, when, vat, first))
    return found


def balance(company: Company, number: int) -> dict[str, Decimal]:
    """Return debits less credits of each account that sales move in a year."""
    year_of = company.settings.year_of
    moved: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    for sale in sales(company):
        own, billed = year_of(sale.line.date).number, year_of(sale.when).number
        paid = year_of(sale.paid).number if sale.paid else None
        early = paid is not None and paid < billed
        if own == number:
            moved["706"] -= sale.net
        if billed == number:
            moved["411"] += sale.gross
            moved["4457"] -= sale.vat
        if paid == number:
            moved["512"] += sale.gross
            moved["4191" if early else "411"] -= sale.net if early else sale.gross
            moved["4457"] -= sale.vat if early else ZERO
        if early and billed == number:
            moved["411"] -= sale.gross
            moved["4191"] += sale.net
            moved["4457"] += sale.vat
        for closing, sign in ((number, 1), (number - 1, -1)):
            if own <= closing < billed:
                moved["4181"] += sign * sale.gross
                moved["44587"] -= sign * sale.vat
            if billed <= closing < own:
                moved["487"] -= sign * sale.net
    for line, price in _sales_of_assets(company, number):
        moved["4457"] -= price
        assert line.disposed
    return {account: amount for account, amount in moved.items() if amount}


def due(company: Company, number: int) -> dict[date, Decimal]:
    """Return the VAT on sales that the return of each month takes, by its first day."""
    year, months = company.settings.year(number), defaultdict[date, Decimal](lambda: ZERO)
    for sale in sales(company):
        day = sale.paid
        if not company.on_payment:
            day = min(sale.when, sale.paid) if sale.paid else sale.when
        if day and day in year:
            months[day.replace(day=1)] += sale.vat
    return {month: vat for month, vat in months.items() if vat}


def owed(company: Company, number: int) -> Decimal:
    """Return what clients owe at the end of a year."""
    end = company.settings.year(number).end
    late = (s for s in sales(company) if s.when <= end and (s.paid is None or s.paid > end))
    return sum((s.gross for s in late), ZERO)


def _sales_of_assets(company: Company, number: int) -> list[tuple[Expense, Decimal]]:
    """Return what is sold or scrapped in a year, with the VAT of its price."""
    year = company.settings.year(number)
    lines = [line for line in company.books.expenses if line.disposed and line.disposed in year]
    taxed = [cents(x.amount * (x.vat_rate or ZERO)) and not company.exempt for x in lines]
    prices = [(line.disposal_price or ZERO) * Decimal("0.2") for line in lines]
    return [
        (x, cents(price) if t else ZERO) for x, price, t in zip(lines, prices, taxed, strict=True)
    ]


def _days(start: date, end: date) -> int:
    """Return days of 30/360 by counting them one by one: months of thirty, both ends included."""
    last = 30 if (end + timedelta(days=1)).day == 1 else min(end.day, 30)
    return (
        360 * end.year
        + 30 * end.month
        + last
        - (360 * start.year + 30 * start.month + min(start.day, 30))
        + 1
    )


def gone(company: Company, number: int) -> dict[str, Fraction]:
    """Return debits less credits of the accounts of what lasts in a year, in fractions."""
    moved: defaultdict[str, Fraction] = defaultdict(Fraction)
    year_of, year = company.settings.year_of, company.settings.year(number)
    for line in company.books.expenses:
        if line.lifetime is None or line.date > year.end:
            continue
        cost, left = Fraction(line.amount), Fraction(line.amount)
        life = line.lifetime * 360
        for one in range(year_of(line.date).number, number + 1):
            period = company.settings.year(one)
            end = min(period.end, line.disposed or period.end)
            if end < period.start:
                break
            done = _days(line.date, end)
            days = _days(max(line.date, period.start), end)
            exact = left if done >= life else cost * days / Fraction(life)
            annuity = Fraction(cents(Decimal(exact.numerator) / exact.denominator))
            annuity = left if done >= life else annuity
            left -= annuity
            if one == number:
                moved["681"] += annuity
                moved["281"] -= annuity
        if line.date in year:
            moved["2183"] += cost
        if line.disposed and line.disposed in year:
            moved["281"] += cost - left
            moved["2183"] -= cost
            moved["675"] += left
            moved["775"] -= Fraction(line.disposal_price or 0)
    for line, vat in _sales_of_assets(company, number):
        moved["462"] += Fraction(line.disposal_price or 0) + Fraction(vat)
    return dict(moved)


THIRDS = {"641100": "421", "645100": "431", "635110": "447", "218300": "404"}
SOURCES = {"moi": "455", "Espèces": "530"}


def bought(company: Company, number: int) -> dict[str, Decimal]:
    """Return debits less credits of each account that purchases move in a year."""
    year_of = company.settings.year_of
    moved: defaultdict[str, Decimal] = defaultdict(lambda: ZERO)
    lines = company.books.expenses
    first = year_of(min(line.date for line in (*company.books.sales, *lines))).start
    for line in lines:
        vat, third = cents(line.amount * (line.vat_rate or ZERO)), THIRDS.get(line.account, "401")
        gross, source = line.amount + vat, SOURCES.get(line.payer, "512")
        own, day = year_of(line.date).number, line.paid
        day = day if day and day >= first else None
        day = line.date if day is None and source != "512" else day
        paid = year_of(day).number if day else None
        early = paid is not None and paid < own and third in ("401", "404")
        abroad = line.country and not company.exempt
        if own == number:
            moved[third] -= ZERO if early else gross
            moved["409"] -= gross if early else ZERO
            moved["44562" if third == "404" else "44566"] += vat
            owed = cents(line.amount * Decimal("0.2")) if abroad else ZERO
            moved["4452"] -= owed
            moved["44566"] += owed
        if paid == number:
            moved[source] -= gross
            moved["409" if early else third] += gross
    return dict(moved)
