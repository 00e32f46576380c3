"""The bank journal: what moves besides sales and charges, the bank's own fees, who is paid how."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from reporter.accounting.bookable import source
from reporter.accounting.journal import BANK
from reporter.accounting.movements import ACCOUNTS, OWNED, spent
from reporter.accounting.pack import Pack
from reporter.sources.lines.meaning.movements import says_movement
from reporter.tables.reviews import to_review
from reporter.toml.reading import parse
from tests.accounting.packs import COMPANY, amounts, pack_all
from tests.accounting.test_entries import booked
from tests.builders import activity, expense, fee

SALE = fee("2020-05-05", "1", "M", invoice="F", vat=Decimal(0))


def moved(*lines: Any, year: int = 2020) -> Pack:
    books = replace(activity(SALE, replace(SALE, date=date(2021, 5, 5))), movements=lines)
    return pack_all(books, year, parse(COMPANY))


@pytest.mark.parametrize(
    ("category", "amount", "account", "bank"),
    [
        ("TVA versée", "900", "445510", "-900"),
        ("TVA versée", "-900", "445510", "900"),
        ("Acompte IS", "400", "444000", "-400"),
        ("Apport en capital", "1000", "456000", "1000"),
        ("Apport en capital", "-1000", "456000", "1000"),
        ("Apport en compte courant", "1000", "455000", "1000"),
        ("Remboursement de compte courant", "300", "455000", "-300"),
        ("Compte courant", "-300", "455000", "300"),
        ("Remboursement d’emprunt", "250", "164000", "-250"),
        ("Emprunt", "-9000", "164000", "9000"),
        ("Dividendes", "500", "457000", "-500"),
        ("Virement interne", "-70", "580000", "70"),
        ("Compte de l’exploitant", "-70", "455000", "70"),
        ("Prélèvements personnels", "2000", "455000", "-2000"),
        ("Apport de l’exploitant", "500", "455000", "500"),
    ],
)
def test_a_movement_goes_through_the_bank(
    category: str, amount: str, account: str, bank: str
) -> None:
    made = moved(expense("2020-02-03", amount, category))
    assert amounts(made, "512") == Decimal(bank)
    assert amounts(made, account) == -Decimal(bank)
    assert made.entries[0].journal.code == "BQ"
    assert any("au journal de banque" in said for said in to_review(made))


@pytest.mark.parametrize(
    ("label", "amount"),
    [
        ("Prélèvement de mai", "100"),
        ("Retrait", "100"),
        ("Apport", "-100"),
        ("Virement", "0"),
        ("", "0"),
    ],
)
def test_a_label_may_tell_the_way_that_the_category_does_not(label: str, amount: str) -> None:
    """Of a sole trader there is no partner: what goes to and fro is 108 (PCG art. 932-1)."""
    line = expense("2020-02-03", "100", "Compte de l’exploitant", label=label)
    books = replace(activity(SALE), movements=(line,))
    made = pack_all(books, 2020, parse(f'{COMPANY}statut = "ei"'))
    assert amounts(made, "108000") == Decimal(amount)
    assert amounts(made, "455") == 0


@pytest.mark.parametrize(
    ("status", "plan", "account"),
    [
        ("ei", "", "108000"),
        ("eurl-ir", "", "455000"),
        ("sasu", "", "455000"),
        ("ei", "108100", "108100"),
        ("sasu", "455100", "455100"),
    ],
)
def test_what_the_owner_pays_is_owed_to_him_by_the_account_of_his_form(
    status: str, plan: str, account: str
) -> None:
    line = expense("2020-02-03", "10", "Loyer", receipt="R", vat=Decimal(0), payer="moi")
    written = f'[comptes.plan]\nproprietaire = "{plan}"' if plan else ""
    settings = parse(f'{COMPANY}statut = "{status}"\n{written}')
    assert amounts(pack_all(activity(SALE, line), 2020, settings), account) == -10


@pytest.mark.parametrize("category", ["Emprunt", "Compte courant", "Virement interne"])
def test_a_movement_whose_way_nothing_tells_has_no_entry_and_is_said(category: str) -> None:
    made = moved(expense("2020-02-03", "100", category))
    assert amounts(made, "512") == 0
    assert any("dont rien ne dit le sens\u00a0: 1" in said for said in to_review(made))


@pytest.mark.parametrize(("account", "booked_on"), [("164", "164000"), ("695", "444000")])
def test_the_account_of_a_movement_wins(account: str, booked_on: str) -> None:
    assert amounts(moved(expense("2020-02-03", "100", "x", account=account)), booked_on) == 100


def test_a_movement_of_no_known_account_has_no_entry() -> None:
    made = moved(expense("2020-02-03", "100", "Divers mouvements"))
    assert amounts(made, "512") == 0


@pytest.mark.parametrize(
    ("fields", "reference", "label"),
    [
        ({"receipt": "R-7"}, "R-7", "TVA versée"),
        ({"receipt": "R-7", "label": "CA3 de mars"}, "R-7", "TVA versée – CA3 de mars"),
        ({"supplier": "DGFiP"}, "", "TVA versée – DGFiP"),
        ({"category": "", "account": "445510"}, "", "Mouvement 445510"),
    ],
)
def test_a_movement_says_its_receipt_and_what_it_is(
    fields: dict[str, str], reference: str, label: str
) -> None:
    line = replace(expense("2020-02-03", "900", "TVA versée"), **fields)  # type: ignore[arg-type]
    (entry,) = (it for it in moved(line).entries if it.journal == BANK)
    assert entry.label == label
    assert entry.reference == (reference or source(line.place))


def test_a_movement_is_of_the_year_in_which_the_bank_shows_it() -> None:
    line = expense("2020-12-31", "900", "TVA versée", paid=date(2021, 1, 15))
    assert amounts(moved(line), "445510") == 0
    assert amounts(moved(line, year=2021), "445510") == 900


def test_every_word_of_a_movement_has_its_account() -> None:
    words = {word for row in (*ACCOUNTS.values(), OWNED) for word in row.split(", ")}
    assert [word for word in words if not says_movement(word)] == []
    assert spent(expense("2020-01-01", "1", "TVA versée")) == 1


def test_bank_fees_are_taken_by_the_bank() -> None:
    line = expense("2020-02-03", "10", "Frais bancaires", receipt="R", vat=Decimal(2))
    books = activity(SALE, line)
    made = pack_all(books, 2020, parse(COMPANY))
    assert booked(made)[0] == "1 BQ 03/02 R: 512000 -12.00, 627000 +10.00, 445660 +2.00"
    assert amounts(made, "401") == 0
    late = replace(line, date=date(2020, 12, 31), paid=date(2021, 1, 4))
    assert amounts(pack_all(activity(SALE, late), 2020, parse(COMPANY)), "401") == -12


@pytest.mark.parametrize(
    ("account", "journal"),
    [
        *((account, "OD") for account in (
            "641100", "645100", "645200", "645300", "646000", "647500", "635110", "695000"
        )),
        ("622600", "AC"),
    ],
)  # fmt: skip
def test_pay_contributions_and_taxes_are_no_purchases(account: str, journal: str) -> None:
    line = expense("2020-02-03", "10", account=account, receipt="R", vat=Decimal(0))
    made = pack_all(activity(SALE, line), 2020, parse(COMPANY))
    assert made.entries[0].journal.code == journal
    (third,) = (one for one in made.entries[0].postings if one.amount < 0)
    assert (third.party is None) == (journal == "OD")
    early = replace(line, date=date(2021, 1, 5), paid=date(2020, 12, 31))
    paid = pack_all(activity(SALE, early), 2020, parse(COMPANY))
    assert amounts(paid, "409") == (0 if journal == "OD" else 10)
