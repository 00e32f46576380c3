"""A year opens with what the one before closed with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

from hypothesis import given
from openpyxl import load_workbook

from reporter.fec.checking import check_fec
from reporter.formats.pack import fec, workbook
from reporter.tables.reviews import OPENING, to_review
from tests.accounting.companies import Company, companies
from tests.accounting.packs import amounts, pack_all, pack_of
from tests.accounting.test_entries import booked
from tests.builders import expense, fee
from tests.examples import few

RATE = Decimal("0.2")
LINES = (
    fee("2018-03-01", "500", "N", invoice="F-0", vat_rate=RATE, paid=date(2018, 3, 1)),
    fee("2019-03-01", "1000", "N", invoice="F-1", vat_rate=RATE, paid=date(2020, 2, 1)),
    expense("2019-03-01", "1300", "Loyer", receipt="A", vat_rate=RATE, paid=date(2019, 3, 1)),
    fee("2020-03-01", "1", "N", invoice="F-2", vat_rate=Decimal(0), paid=date(2020, 3, 1)),
)


def test_the_accounts_open_with_their_balances_and_the_results() -> None:
    made = pack_of(2020, *LINES, with_opening=True)
    assert booked(made)[0] == (
        "1 AN 01/01 AN-2020: 411000/CN +1200.00, 445660 +260.00, 445710 -300.00, "
        "512000 -960.00, 110000 -500.00, 129000 +300.00"
    )
    assert amounts(made, "411") == 0
    assert OPENING not in to_review(made)
    assert OPENING in to_review(pack_of(2020, *LINES))


def test_the_first_year_opens_with_nothing() -> None:
    made = pack_of(2018, *LINES, with_opening=True)
    assert [entry.journal.code for entry in made.entries] == ["VE", "BQ"]


@few(3)
@given(companies())
def test_what_a_year_opens_and_moves_is_what_the_next_one_opens_with(company: Company) -> None:
    first, second = (
        pack_all(company.books, number, company.settings, with_opening=True)
        for number in (2020, 2021)
    )
    opened = next((e for e in second.entries if e.journal.code == "AN"), None)
    held = {a: amounts(first, a) for a in ("411", "401", "4457", "44566", "512", "4181", "4191")}
    for account, amount in held.items():
        postings = opened.postings if opened else ()
        assert sum(p.amount for p in postings if p.account.startswith(account)) == amount
    name, data = next(iter(fec.render(second).items()))
    assert not second.entries or check_fec(data, name).remarks == ()
    (book,) = workbook.render(second).values()
    sheet = load_workbook(BytesIO(book), data_only=True)["Contrôles"]
    assert sheet["B3"].value == "Tout concorde"
