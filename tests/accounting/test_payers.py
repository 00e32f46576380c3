"""Who has paid: the company's bank, the cash, the owner, whom the company owes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reporter.books import load
from reporter.errors import BadData
from reporter.model import Expense
from reporter.tables.fees_paid import fees_paid
from reporter.tables.ledger import owed_to_owner
from tests.accounting.packs import amounts, pack_of
from tests.accounting.test_entries import booked
from tests.builders import expense
from tests.workbooks import Rows, folder

NEXT = expense("2021-05-03", "9", "Loyer", vat=Decimal(0))


@pytest.mark.parametrize(
    ("payer", "account"),
    [
        ("", "512000"),
        ("Carte", "512000"),
        ("Espèces", "530000"),
        ("moi", "455000"),
        ("Perso", "455000"),
        ("Anne", "455100"),
        ("CB pro", "512000"),
        ("Carte bleue société", "512000"),
        ("Prélèvement SEPA", "512000"),
        ("compte pro", "512000"),
        ("CB perso", "455000"),
        ("Compte courant", "455000"),
        ("Note de frais", "455000"),
        ("carte de la gérante", "455000"),
        ("carte du gérant", "455000"),
        ("caisse", "530000"),
    ],
)
def test_the_payment_goes_to_who_paid(payer: str, account: str) -> None:
    line = expense("2020-02-03", "100", "Papeterie", receipt="R", payer=payer, vat=Decimal(20),
                   paid=date(2020, 2, 3))  # fmt: skip
    made = pack_of(2020, line, settings='[comptes.payeurs]\nANNE = "4551"\n')
    assert amounts(made, account) == -120
    assert amounts(made, "401") == 0


def test_what_the_owner_pays_is_paid_on_its_day_and_listed_to_be_reimbursed() -> None:
    line = expense("2020-02-03", "100", "Papeterie", receipt="R", payer="moi", vat=Decimal(20))
    other = expense("2020-02-03", "50", "Papeterie", receipt="S", vat=Decimal(10))
    made = pack_of(2020, line, other)
    assert booked(made)[-1] == "3 OD 03/02 R: 455000 -120.00, 401000/FDIVERS +120.00 AAA"
    assert [row[-1].value for row in owed_to_owner(made).rows] == [120]


@pytest.mark.parametrize(
    ("settings", "contributions", "owner"),
    [
        ('statut = "sasu"\n', "645100", "455000"),
        ('statut = "ei"\n', "646000", "108000"),
        ('statut = "sasu"\n[exercice.2020]\nstatut = "ei"\n', "646000", "108000"),
        ('statut = "ei"\n[exercice.2020]\nstatut = "sasu"\n', "645100", "455000"),
        ('statut = "ei"\n[exercice.2020]\nstatut = "eurl-is"\n', "646000", "455000"),
        ('[exercice.2020]\nstatut = "ei"\n', "646000", "108000"),
        (
            'statut = "sasu"\n[exercice.2020]\nstatut = "ei"\n[comptes.plan]\nproprietaire=4552\n',
            "646000",
            "455200",
        ),
    ],
)  # fmt: skip
def test_accounts_are_those_of_the_form_of_the_year(
    settings: str, contributions: str, owner: str
) -> None:
    line = expense("2020-02-03", "100", "Cotisations sociales", receipt="R", payer="moi")
    made = pack_of(2020, line, settings=settings)
    assert amounts(made, contributions) == 100
    assert amounts(made, owner) == -100


def test_two_payers_of_one_receipt_are_two_payments() -> None:
    lines = [
        expense("2020-02-03", "100", "Papeterie", receipt="R", payer=payer, vat=Decimal(20),
                paid=date(2020, 2, 3))
        for payer in ("moi", "")
    ]  # fmt: skip
    made = pack_of(2020, *lines)
    assert [amounts(made, account) for account in ("455", "512")] == [-120, -120]


@pytest.mark.parametrize("name", ["Ane", "CB Ane", "pro", "virement Ane"])
def test_an_unknown_payer_is_refused(name: str) -> None:
    with pytest.raises(BadData) as caught:
        pack_of(2020, expense("2020-02-03", "1", "Papeterie", payer=name, vat=Decimal(0)))
    (error,) = caught.value.errors
    assert (error.what, error.shown) == ("payeur inconnu", name)
    assert f'"{name}" = "455000"' in error.fix


def test_the_columns_are_read(tmp_path: Path) -> None:
    header = ("Date", "Libellé", "Montant HT", "Payé par", "Du", "Au")
    day = date(2020, 3, 31)
    sheets: dict[str, Rows] = {"Dépenses": [header, (day, "Train", 10, "moi", day, day)]}
    (line,) = load(folder(tmp_path, sheets)).activity.expenses
    assert (line.payer, line.start, line.end) == ("moi", day, day)


def fees(when: str, amount: str, supplier: str) -> Expense:
    return expense(when, amount, "Honoraires", supplier=supplier, vat=Decimal(amount) / 5,
                   paid=date.fromisoformat(when))  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "first"),
    [
        ('[exercice]\ncloture = "30/6"\n', ["selon le reste de l’année", "oui"]),
        (
            "[exercice.2020]\ndebut = 2019-04-01\nfin = 2020-12-31\n",
            ["selon le reste de l’année", "non"],
        ),
        (
            "creation = 2019-04-01\n[exercice.2020]\ndebut = 2019-04-01\nfin = 2020-12-31\n",
            ["non", "non"],
        ),
    ],
)
def test_a_calendar_year_that_the_financial_year_lacks_is_not_under_the_threshold(
    settings: str, first: list[str]
) -> None:
    lines = [fees("2019-11-03", "700", "A"), fees("2020-03-03", "1000.01", "A")]
    if "cloture" not in settings:
        lines[1] = fees("2020-03-03", "1000", "A")
    assert [
        row[-1].value for row in fees_paid(pack_of(2020, *lines, settings=settings)).rows
    ] == first


def test_fees_above_the_threshold_are_to_declare() -> None:
    lines = [fees("2020-03-03", "600", "A"), fees("2020-04-03", "401", "A")]
    lines += [fees("2020-05-03", "1000", "B"), expense("2020-05-03", "9", "Loyer", vat=Decimal(0))]
    rows = [[cell.value for cell in row] for row in fees_paid(pack_of(2020, *lines)).rows]
    assert rows == [
        ["A", 2020, Decimal("1201.2"), 1200, "oui"],
        ["B", 2020, 1200, 1200, "non"],
    ]
    after = replace(lines[0], paid=date(2021, 1, 5))
    assert fees_paid(pack_of(2020, after)).rows == ()
    assert [row[2].value for row in fees_paid(pack_of(2021, after, NEXT)).rows] == [720]
    later = fees_paid(pack_of(2024, fees("2024-03-03", "1500", "A")))
    assert [row[-1].value for row in later.rows] == ["non"]
