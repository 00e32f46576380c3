"""Packs of a few lines, and random books that an accountant can take over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from reporter.accounting.pack import Asked, Pack, pack
from reporter.metrics import measure
from reporter.model import Activity, Day, Expense, Fee, cents
from reporter.settings import Settings
from reporter.toml.reading import parse
from tests.builders import NOWHERE, activity

COMPANY = '[societe]\nnom = "Essai"\nsiren = "812345676"\n'


def pack_of(number: int, *lines: Day | Fee | Expense, settings: str = "", **asked: bool) -> Pack:
    """Return the pack of a year made of lines, for a company that has a SIREN."""
    return pack_all(activity(*lines), number, parse(COMPANY + settings), **asked)


def pack_all(books: Activity, number: int, settings: Settings, **asked: bool) -> Pack:
    """Return the pack of a year of an activity."""
    words = {word.removeprefix("with_"): on for word, on in asked.items()}
    return pack(books, measure(books, settings, number), Asked(**words))


def amounts(made: Pack, *starts: str) -> Decimal:
    """Return debits less credits of the accounts that begin so."""
    postings = (posting for entry in made.entries for posting in entry.postings)
    return sum((p.amount for p in postings if p.account.startswith(starts)), Decimal(0))


dates = st.dates(date(2019, 1, 1), date(2021, 12, 31))
money = st.decimals("-5000", "50000", places=2)
rates = st.sampled_from([Decimal(rate) for rate in ("0.2", "0.1", "0.055", "0")])
payments = st.none() | dates
clients = st.sampled_from(["Nimbus", "NIMBUS", "Café & Co", "=1+1", "Société du|Port\tNord"])


def _taxed(amount: Decimal, rate: Decimal) -> dict[str, Any]:
    return {"amount": amount, "vat_rate": rate, "vat": cents(amount * rate)}


day_lines = st.builds(
    lambda when, whom, number, amount, rate, paid: Day(
        date=when,
        client=whom,
        invoice=f"F-{whom.casefold()}-{number}",
        days=Decimal(1),
        paid=paid,
        place=NOWHERE,
        **_taxed(amount, rate),
    ),
    dates,
    clients,
    st.integers(1, 4),
    money,
    rates,
    payments,
)
fee_lines = st.builds(
    lambda when, whom, number, amount, rate, paid: Fee(
        date=when,
        client=whom,
        invoice=f"F-{whom.casefold()}-{number}",
        service="+ audit",
        paid=paid,
        place=NOWHERE,
        **_taxed(amount, rate),
    ),
    dates,
    clients,
    st.integers(1, 4),
    money,
    rates,
    payments,
)
charge_lines = st.builds(
    lambda when, account, receipt, amount, rate, paid: Expense(
        date=when,
        supplier="Fournisseur",
        account=account,
        receipt=receipt,
        paid=paid,
        place=NOWHERE,
        **_taxed(amount, rate if account < "63" else Decimal(0)),
    ),
    dates,
    st.sampled_from(["613200", "6226", "628", "641100", "645", "63511"]),
    st.sampled_from(["", "R-1", "R-2"]),
    money,
    rates,
    payments,
)
asset_lines = st.builds(
    lambda when, account, years, amount, paid: Expense(
        date=when,
        label="Ordinateur",
        account=account,
        lifetime=Decimal(years),
        paid=paid,
        place=NOWHERE,
        **_taxed(amount, Decimal("0.2")),
    ),
    dates,
    st.sampled_from(["218300", "205", "2184"]),
    st.integers(1, 5),
    money,
    payments,
)
random_books = st.builds(
    Activity,
    days=st.lists(day_lines, max_size=12).map(tuple),
    fees=st.lists(fee_lines, max_size=6).map(tuple),
    expenses=st.lists(charge_lines | asset_lines, max_size=14).map(tuple),
).filter(lambda books: any(line.date.year == 2020 for line in books.lines))
