"""What owners call their expenses: known by whole words, and what becomes of their VAT."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from reporter.accounting import chart
from reporter.accounting.categories import in_force, proposed, rule_of, singular, usual
from reporter.accounting.expense_accounts import named_account
from reporter.accounting.usual_expenses import ASSETS, CHARGES, Known
from reporter.characters import folded
from reporter.toml.reading import parse
from tests.accounting.packs import amounts, pack_of
from tests.builders import expense, fee

TODAY = date(2026, 1, 1)
SALE = fee("2020-05-05", "1", "M", invoice="F", vat=Decimal(0))


@pytest.mark.parametrize(
    ("category", "account"),
    [
        ("Essence", "606140"),
        ("Carburant", "606140"),
        ("Gazole", "606140"),
        ("Impôts", "635800"),
        ("Commissions Stripe", "627800"),
        ("Péages", "625100"),
        ("Parking", "625100"),
        ("Taxi", "625100"),
        ("Domiciliation", "622600"),
        ("Mutuelle", "645200"),
        ("Prévoyance", "645300"),
        ("Retraite", "645300"),
        ("Intérêts d’emprunt", "661000"),
        ("Crédit-bail", "612200"),
        ("Amendes", "671200"),
        ("Poste", "626100"),
        ("Documentation", "618100"),
        ("Sous-traitance", "611000"),
        ("Cadeaux", "623400"),
        ("Repas clients", "625700"),
        ("Déjeuners", "625600"),
        ("Frais de déplacement professionnels", "625100"),
        ("Rémunération du président", "641100"),
        ("Rémunération gérant", "641100"),
        ("Gérance", "641100"),
        ("Salaire du dirigeant", "641100"),
        ("Cotisations du gérant", "646000"),
        ("Frais d’immatriculation", "622700"),
        ("Kbis", "622700"),
        ("Abonnement Internet", "626000"),
        ("Mutuelle santé", "645200"),
        ("Taxe apprentissage", "631200"),
        ("Cotisations patronales", "645100"),
        ("Cotisations salariales", "645100"),
        ("Charges salariales", "645100"),
        ("DSN", "645100"),
        ("Rémunération gérante", "641100"),
        ("Rémunération de la présidente", "641100"),
        ("Salaire de la gérante", "641100"),
        ("Rémunération de gérance", "641100"),
        ("Cotisations de l’exploitant", "646000"),
        ("Cotisations sociales de l’exploitant", "646000"),
        ("Rémunération de l’exploitant", "644000"),
        ("Location de la voiture", "613500"),
    ],
)
def test_usual_words_have_their_account(category: str, account: str) -> None:
    known = usual(folded(category), asset=False)
    assert known is not None
    assert known.account == account


@pytest.mark.parametrize(
    ("category", "account", "rule"),
    [
        ("train et taxi", "625100", "passengers"),
        ("train et peage", "625100", "full"),
        ("taxi du train", "625100", "passengers"),
        ("essence et gazole", "606140", "full"),
    ],
)
def test_words_of_one_account_have_their_rule_where_it_is_one(
    category: str, account: str, rule: str
) -> None:
    known = Known(account, rule)  # type: ignore[arg-type]  # of those that the table holds
    assert usual(category, asset=False) == proposed(category, asset=False) == known


@pytest.mark.parametrize("category", ["Goûter", "Carburants rares", "Essence et péage"])
def test_unknown_words_and_two_meanings_have_none(category: str) -> None:
    assert usual(folded(category), asset=False) is None


def test_there_are_more_than_a_hundred_words_and_each_stands_once() -> None:
    for rows in (CHARGES, ASSETS):
        words = [singular(word) for _, row in rows for word in row.split(", ")]
        of: dict[str, Known] = {}
        for known, row in rows:
            for word in row.split(", "):
                assert of.setdefault(singular(word), known) == known, word
        assert all(word == folded(word) for _, row in rows for word in row.split(", "))
        assert rows is ASSETS or len(set(words)) > 100


@pytest.mark.parametrize("opened", [date(2020, 1, 1), TODAY])
def test_every_account_of_the_table_is_in_the_chart(opened: date) -> None:
    for known, _ in (*CHARGES, *ASSETS):
        account = in_force(known.account, opened)
        assert chart.label(account)
        assert not chart.removed(account, opened)


def test_fines_follow_the_chart_of_2025() -> None:
    def fined(year: int) -> str:
        line = expense(f"{year}-03-31", "135", "Amendes", vat=Decimal(0))
        return pack_of(year, line).purchases[0].account

    assert (fined(2024), fined(2025)) == ("671200", "658200")


@pytest.mark.parametrize(
    ("category", "of_company", "of_owner"),
    [
        ("Cotisations sociales", "645100", "646000"),
        ("Urssaf", "645100", "646000"),
        ("Cotisations de l’exploitant", "646000", "646000"),
        ("Mutuelle", "645200", "645200"),
        ("Rémunération de l’exploitant", "644000", "644000"),
        ("Chez nous", "645100", "645100"),
    ],
)
def test_the_contributions_of_a_self_employed_owner_have_their_account(
    category: str, of_company: str, of_owner: str
) -> None:
    line = expense("2020-02-03", "10", category, receipt="R", vat=Decimal(0))
    told = '[comptes]\n"Chez nous" = "645100"'
    for status, account in (("sasu", of_company), ("ei", of_owner), ("eurl-is", of_owner)):
        made = pack_of(2020, SALE, line, settings=f'statut = "{status}"\n{told}')
        assert made.purchases[0].account == account


@pytest.mark.parametrize(
    ("account", "label"),
    [
        ("641100", "Salaires, appointements"),
        ("645100", "Cotisations à l’URSSAF"),
        ("645000", "Charges de sécurité sociale et de prévoyance"),
        ("641000", "Rémunérations du personnel"),
    ],
)
def test_the_labels_of_pay_are_those_of_their_own_account(account: str, label: str) -> None:
    assert chart.label(account) == label


def test_words_of_two_accounts_propose_nothing() -> None:
    assert proposed("formation logiciel", asset=False) is None
    known = proposed("hotel du port", asset=False)
    assert known is not None
    assert known.account == "625600"


@pytest.mark.parametrize(
    ("category", "label", "account", "rule"),
    [
        ("Déplacements", "", "625100", "travel"),
        ("Déplacements", "Train Nantes", "625100", "travel"),
        ("", "Train Nantes", "625100", "passengers"),
        ("", "Péage A11", "625100", "full"),
        ("", "Inconnu", "625100", "travel"),
        ("", "", "218200", "car"),
        ("Vélo", "", "218200", "full"),
        ("Utilitaire", "", "218200", "full"),
        ("", "Essence", "606140", "petrol"),
        ("Carburant", "Gazole", "606140", "petrol"),
        ("Essence", "", "622600", "full"),
        ("Loyer", "", "613200", "full"),
    ],
)
def test_the_rule_is_that_of_the_words_else_of_the_account(
    category: str, label: str, account: str, rule: str
) -> None:
    texts = (folded(category), folded(label))
    assert rule_of(texts, account, asset=account.startswith("2")) == rule


@pytest.mark.parametrize(
    ("when", "category", "amount", "vat", "lost"),
    [
        ("2020-05-05", "Essence", "100", "20", "8"),
        ("2021-05-05", "Essence", "100", "20", "4"),
        ("2020-05-05", "Gazole", "100", "20", "4"),
        ("2021-05-05", "Essence", "104", "16", "0"),
        ("2021-05-05", "Essence", "-100", "-20", "-4"),
        ("2020-05-05", "Train", "100", "10", "10"),
        ("2020-05-05", "Déplacements", "100", "10", "10"),
        ("2020-05-05", "Déplacements", "100", "20", "0"),
        ("2020-05-05", "Parking", "100", "20", "0"),
        ("2020-05-05", "Hôtel", "100", "10", "10"),
        ("2020-05-05", "Hébergement", "98.18", "9.82", "9.82"),
        ("2020-05-05", "Hébergement", "100", "20", "0"),
        ("2020-05-05", "Cadeaux clients", "57", "11.4", "0"),
        ("2020-05-05", "Cadeaux clients", "60", "12", "12"),
        ("2021-05-05", "Cadeaux clients", "60", "12", "0"),
        ("2021-05-05", "Cadeaux clients", "61", "12.2", "12.2"),
        ("2020-05-05", "Loyer", "100", "20", "0"),
    ],
)
def test_the_vat_that_the_law_does_not_let_deduct_is_a_part_of_the_charge(
    when: str, category: str, amount: str, vat: str, lost: str
) -> None:
    made = pack_of(int(when[:4]), expense(when, amount, category, vat=Decimal(vat)))
    assert made.purchases[0].lost == Decimal(lost)
    assert amounts(made, "44566") == Decimal(vat) - Decimal(lost)
    assert amounts(made, "6") == Decimal(amount) + Decimal(lost)
    assert amounts(made, "401") == -Decimal(amount) - Decimal(vat)
    assert sum(row.due or 0 for row in made.vat) == Decimal(vat) - Decimal(lost)


@pytest.mark.parametrize(
    ("vat", "supplier", "label", "account"),
    [
        ("2.40", "OVH", "Serveur", "613500"),
        ("0", "OVH", "", "613500"),
        ("0", "Hôtel du Port", "", "625600"),
        ("0", "Brume", "2 nuitées à Lyon", "625600"),
        ("1.20", "Brume", "Lyon", "625600"),
        ("0.66", "Brume", "Lyon", "613500"),
    ],
)
def test_lodging_is_that_of_a_site_or_of_nights(
    vat: str, supplier: str, label: str, account: str
) -> None:
    """The words of what was bought tell, else the rate of the VAT, the second one for nights."""
    bought = expense("2020-05-05", "12", "Hébergement", label=label, supplier=supplier)
    line = replace(bought, vat=Decimal(vat))
    assert named_account(line, parse("").bookkeeping) == account
    said = parse('[comptes]\n"Hébergement" = "628000"').bookkeeping
    assert named_account(line, said) == "628000"


@pytest.mark.parametrize(
    ("label", "lost"), [("Utilitaire", 0), ("Voiture", 2520), ("Peugeot", 2520)]
)
def test_a_van_among_vehicles_is_no_car(label: str, lost: int) -> None:
    bought = expense(
        "2020-01-01", "12600", "Véhicule", label=label, lifetime=Decimal(5), vat=Decimal(2520)
    )
    made = pack_of(2020, bought, fee("2020-02-01", "1", invoice="F", vat=Decimal(0)))
    assert amounts(made, "218200") == 12600 + lost


def test_a_car_costs_its_vat_and_depreciates_it() -> None:
    car = expense(
        "2020-01-01", "15000", "Voiture", lifetime=Decimal(5), receipt="A", vat=Decimal(3000)
    )
    made = pack_of(2020, car, fee("2020-02-01", "1", invoice="F", vat=Decimal(0)))
    assert [amounts(made, account) for account in ("218200", "44562", "281820")] == [
        18000, 0, -3600,
    ]  # fmt: skip
    assert [row.due for row in made.vat if row.side == "assets"] == [0]


def test_the_owner_s_own_share_wins() -> None:
    night = expense("2020-05-05", "100", "Hôtel", vat=Decimal(10))
    own = '[tva.deductible]\n"hotel" = "50 %"\n'
    assert pack_of(2020, night, settings=own).purchases[0].lost == 5
