"""The lines that a year's entries are made of, each with its account, its VAT and its third party.

Knows what a line must say for an accountant to book it. Never how an entry is made.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from reporter.accounting import chart
from reporter.accounting.chart import Third
from reporter.accounting.expense_accounts import expense_account
from reporter.accounting.parties import UNNAMED, Party, party
from reporter.accounting.vat_check import vat_mistake, vat_of
from reporter.errors import BadCell, Place
from reporter.french import euros_cents, short_date
from reporter.law.vat_rates import rate_of
from reporter.model import Day, Expense, Fee, cents

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from decimal import Decimal

    from reporter.model import Activity, FinancialYear
    from reporter.settings import Settings
    from reporter.settings.bookkeeping import Bookkeeping

Kind = Literal["sale", "charge", "asset"]
AnyLine = Day | Fee | Expense


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookable:
    """A line with all that an entry needs of it.

    Attributes:
        year: the financial year of the line.
        party: the client or the supplier.
        number: the reference of the invoice or of the receipt.
        date: the day of the invoice: the latest of its lines.
        account: the product, the charge or the asset.
        third: the account of the client, the supplier, the staff, the State.
        rate: the VAT rate as a ratio, None where a receipt mixes several.
        vat: the VAT in euros.
    """

    kind: Kind
    line: AnyLine
    year: int
    party: Party
    number: str
    date: dt.date
    account: str
    third: Third
    rate: Decimal | None
    vat: Decimal

    @property
    def gross(self) -> Decimal:
        """Return the amount with VAT, in euros."""
        return self.line.amount + self.vat

    @property
    def piece(self) -> tuple[str, int, str, str, str]:
        """Return what lines of one invoice share; those of two years make two pieces.

        Two receipts of a supplier on two days are two pieces, whatever their reference says.
        """
        day = "" if self.kind == "sale" else self.line.date.isoformat()
        return (self.third.account, self.year, self.party.code, self.number, day)


def book(
    activity: Activity, settings: Settings, year: FinancialYear, errors: list[BadCell]
) -> tuple[Bookable, ...]:
    """Return the lines of a year, and those of other years paid in it or unpaid at its end.

    What lines lack goes to `errors`; such lines are left out.
    """
    known = payment_years(activity, settings)
    found: list[Bookable] = []
    lines: tuple[AnyLine, ...] = (*activity.sales, *activity.expenses)
    for line in lines:
        of = settings.year_of(line.date)
        owed = not isinstance(line, Expense) and of.number in known and is_unpaid(line, year.end)
        if is_moved(line, year) or owed:
            found += _booked(line, of, settings.bookkeeping, errors)
    errors += _shared_numbers(found)
    return tuple(_dated(found))


def payment_years(activity: Activity, settings: Settings) -> frozenset[int]:
    """Return the years whose sales have a payment date: in the others, nothing says who paid."""
    return frozenset(settings.year_of(line.date).number for line in activity.sales if line.paid)


def is_moved(line: AnyLine, year: FinancialYear) -> bool:
    """Tell whether a line is dated or paid in a year."""
    return line.date in year or (line.paid is not None and line.paid in year)


def is_unpaid(line: AnyLine, day: dt.date) -> bool:
    """Tell whether a line dated by then is still unpaid on that day."""
    return line.date <= day and (line.paid is None or line.paid > day)


def _booked(
    line: AnyLine, year: FinancialYear, books: Bookkeeping, errors: list[BadCell]
) -> Iterator[Bookable]:
    """Yield a line with its account and its VAT, or add its mistakes to the others."""
    before = len(errors)
    if line.amount != cents(line.amount):
        fix = "écrire un montant en euros et centimes"
        what = "montant à plus de deux décimales"
        errors.append(BadCell(what, line.place, shown=str(line.amount), fix=fix))
    try:
        booked = (
            _purchase(line, year, books)
            if isinstance(line, Expense)
            else _sale(line, year, books.ledger.clients, _product(line, books))
        )
    except BadCell as error:
        errors.append(error)
        return
    if mistake := vat_mistake(line, booked.account, exempt=books.exempt):
        errors.append(mistake)
    if not booked.number:
        shown = f"{booked.party.name}, {short_date(line.date)}, {euros_cents(line.amount)}"
        fix = "remplir la colonne Facture"
        errors.append(BadCell("numéro de facture manquant", line.place, shown=shown, fix=fix))
    if len(errors) == before:
        yield booked


def _product(line: Day | Fee, books: Bookkeeping) -> str:
    return books.ledger.days if isinstance(line, Day) else books.ledger.fees


def _sale(line: Day | Fee, year: FinancialYear, clients: str, product: str) -> Bookable:
    return Bookable(
        kind="sale",
        line=line,
        year=year.number,
        party=party("C", line.client),
        number=line.invoice,
        date=line.date,
        account=product,
        third=Third(clients, by_party=True),
        rate=_rate(line),
        vat=vat_of(line),
    )


def _purchase(line: Expense, year: FinancialYear, books: Bookkeeping) -> Bookable:
    """Return a purchase.

    Raises:
        BadCell: where it has no account, or one that cannot hold it.
    """
    account = expense_account(line, books, year.start)
    ledger = books.ledger
    supplier = ledger.suppliers if line.lifetime is None else ledger.asset_suppliers
    return Bookable(
        kind="charge" if line.lifetime is None else "asset",
        line=line,
        year=year.number,
        party=party("F", line.supplier) if line.supplier else UNNAMED,
        number=line.receipt or source(line.place),
        date=line.date,
        account=account,
        third=chart.third(account) or Third(supplier, by_party=True),
        rate=_rate(line),
        vat=vat_of(line),
    )


def source(place: Place) -> str:
    """Return where a line stands in a few characters: the reference of a purchase without any."""
    file = place.file.rpartition("/")[2].rpartition(".")[0]
    return "-".join(part for part in (file, place.sheet, place.cell.replace(" ", "")) if part)


def _rate(line: AnyLine) -> Decimal | None:
    if line.vat_rate is not None:
        return line.vat_rate
    return rate_of(line.amount, vat_of(line), line.date)


def _shared_numbers(found: list[Bookable]) -> Iterator[BadCell]:
    """Yield a mistake for each invoice number that a second client bears in the same year."""
    first: dict[tuple[int, str], Bookable] = {}
    for booked in found:
        if booked.kind != "sale":
            continue
        other = first.setdefault((booked.year, booked.number), booked)
        if other.party.code != booked.party.code:
            shown = f"{booked.number} : {booked.party.name}"
            fix = f"ce numéro est celui d’une facture à {other.party.name} ({other.line.place})"
            yield BadCell("numéro de facture déjà pris", booked.line.place, shown=shown, fix=fix)


def _dated(found: list[Bookable]) -> Iterator[Bookable]:
    """Yield the lines, those of one invoice bearing its date and its client's first spelling."""
    names: dict[str, Party] = {}
    dates: dict[object, dt.date] = {}
    for booked in found:
        names.setdefault(booked.party.code, booked.party)
        dates[booked.piece] = max(booked.date, dates.get(booked.piece, booked.date))
    for booked in found:
        yield replace(booked, party=names[booked.party.code], date=dates[booked.piece])
