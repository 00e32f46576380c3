"""What an accountant could not book is refused, all of it at once, each with its cell."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from reporter.accounting.pack import pack
from reporter.errors import BadCell, BadData, Place
from reporter.metrics import measure
from reporter.model import Expense
from reporter.toml.reading import parse
from tests.accounting.packs import pack_of
from tests.builders import activity, day, expense, fee

VAT: dict[str, Any] = {"vat_rate": Decimal("0.2"), "vat": Decimal(20)}


def refused(*lines: Any, settings: str = "", year: int = 2020) -> list[BadCell]:
    with pytest.raises(BadData) as caught:
        pack_of(year, *lines, settings=settings)
    return list(caught.value.errors)


def test_everything_missing_is_named_at_once() -> None:
    lines = activity(
        day("2020-03-31", "1", "100", vat=Decimal(20)),
        fee("2020-03-31", "100", invoice="F-1"),
        expense("2020-03-31", "100", "Cadeaux d’entreprise", vat=Decimal(0)),
        expense("2020-03-31", "100", "", vat=Decimal(0)),
    )
    with pytest.raises(BadData) as caught:
        pack(lines, measure(lines, parse(""), 2020))
    assert [(error.what, error.place.file) for error in caught.value.errors] == [
        ("SIREN manquant", "bilan.toml"),
        ("numéro de facture manquant", "data/essai.xlsx"),
        ("TVA manquante", "data/essai.xlsx"),
        ("aucun compte pour cette dépense", "data/essai.xlsx"),
        ("aucun compte pour cette dépense", "data/essai.xlsx"),
    ]


def test_a_category_without_account_is_refused_with_the_line_to_add() -> None:
    (error,) = refused(expense("2020-03-31", "9", 'Goûter "bio"', vat=Decimal(0)))
    assert error.shown == 'Goûter "bio"'
    assert error.fix == (
        "remplir la colonne Compte, ou ajouter à bilan.toml, sous [comptes] : "
        '"Goûter \\"bio\\"" = "…", un compte de 60 à 69'
    )
    added = error.fix.rpartition(" : ")[2].replace('"…", un compte de 60 à 69', '"628000"')
    made = pack_of(
        2020,
        expense("2020-03-31", "9", 'Goûter "bio"', vat=Decimal(0)),
        settings=f"[comptes]\n{added}\n",
    )
    assert made.purchases[0].account == "628000"


def test_what_lasts_by_its_category_needs_a_lifetime_or_the_account_of_what_does_not() -> None:
    (error,) = refused(expense("2020-03-31", "900", "Ordinateur Dell", vat=Decimal(0)))
    assert error.fix == (
        "remplir la colonne Durée d’amortissement, par exemple 3 ans ; ou, jusqu’à 500 € HT, "
        'ajouter à bilan.toml, sous [comptes] : "Ordinateur Dell" = "606300"'
    )


def test_what_lasts_or_not_by_its_category_is_a_charge_where_no_lifetime_is_written() -> None:
    (error,) = refused(expense("2020-03-31", "90", "Matériel Dell", vat=Decimal(0)))
    assert error.fix.startswith("remplir la colonne Compte, ou")
    assert error.fix.endswith('"Matériel Dell" = "606300"')


def test_what_some_words_stand_for_is_proposed() -> None:
    (error,) = refused(expense("2020-03-31", "9", "Honoraires Durand", vat=Decimal(0)))
    assert error.fix.endswith('"Honoraires Durand" = "622600"')


@pytest.mark.parametrize("category", ["Essentiels", "Carburant et péage", "Locat", "Assurence"])
def test_nothing_is_proposed_by_spelling(category: str) -> None:
    (error,) = refused(expense("2020-03-31", "9", category, vat=Decimal(0)))
    assert not any(character.isdigit() for character in error.fix.replace("60 à 69", ""))


@pytest.mark.parametrize(
    ("category", "account"),
    [
        ("Loyer", "613200"),
        ("LOYERS", "613200"),
        ("Déplacements", "625100"),
        ("déplacement", "625100"),
        ("Frais  bancaires", "627000"),
        ("Expert-comptable", "622600"),
        ("Télécommunications", "626000"),
        ("Impayés", "654000"),
    ],
)
def test_usual_categories_have_their_account(category: str, account: str) -> None:
    line = expense("2020-03-31", "9", category, vat=Decimal(0))
    assert pack_of(2020, line, settings='[comptes]\n"IMPAYES" = 654\n').purchases[0].account == (
        account
    )


def test_the_line_s_own_account_wins_then_the_owner_s_then_the_usual_one() -> None:
    own = '[comptes]\nLoyer = "614000"\n'
    line = expense("2020-03-31", "9", "Loyer", vat=Decimal(0))
    written = expense("2020-03-31", "9", "Loyer", vat=Decimal(0), account="6135")
    assert [pack_of(2020, x, settings=own).purchases[0].account for x in (line, written)] == [
        "614000",
        "613500",
    ]


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"account": "61"}, "numéro de compte illisible"),
        ({"account": "loyer"}, "numéro de compte illisible"),
        ({"account": "455000"}, "compte qui n’est pas une charge"),
        ({"account": "218300"}, "compte qui n’est pas une charge"),
        ({"account": "706000"}, "compte qui n’est pas une charge"),
        ({"account": "613200", "lifetime": Decimal(3)}, "compte qui ne s’amortit pas"),
        ({"account": "261000", "lifetime": Decimal(3)}, "compte qui ne s’amortit pas"),
        ({"account": "211000", "lifetime": Decimal(3)}, "compte qui ne s’amortit pas"),
        ({"account": "218300", "lifetime": Decimal(0)}, "durée d’amortissement impossible"),
        ({"account": "218300", "lifetime": Decimal(-3)}, "durée d’amortissement impossible"),
        ({"account": "218300", "lifetime": Decimal(5000)}, "durée d’amortissement impossible"),
        ({"account": "613200", "amount": Decimal("1.005")}, "montant à plus de deux décimales"),
    ],
)
def test_what_no_account_can_hold(fields: dict[str, Any], what: str) -> None:
    values = {"amount": Decimal(100), "vat": Decimal(0), **fields}
    place = Place("data/2020.xlsx", "Dépenses", "A7")
    (error,) = refused(Expense(date=date(2020, 3, 31), place=place, **values))
    assert (error.what, error.place) == (what, place)


def test_an_account_that_the_chart_of_2025_removed() -> None:
    def line(year: int) -> Expense:
        return expense(f"{year}-03-31", "9", account="671000", vat=Decimal(0))

    assert pack_of(2024, line(2024)).purchases[0].account == "671000"
    (error,) = refused(line(2025), year=2025)
    assert error.what == "compte inconnu du plan comptable"


def test_an_old_asset_needs_its_account_too_and_is_named_once() -> None:
    old = expense("2019-03-31", "900", "Sculpture", lifetime=Decimal(10), vat=Decimal(0))
    new = fee("2020-03-31", "100", invoice="F-1", **VAT)
    assert [error.what for error in refused(old, new)] == ["aucun compte pour cette dépense"]
    assert [error.what for error in refused(old, year=2019)] == ["aucun compte pour cette dépense"]


def test_an_old_line_that_nothing_books_again_lacks_nothing() -> None:
    old = day("2019-03-31", "1", "100")
    assert pack_of(2020, old, fee("2020-03-31", "100", invoice="F-1", **VAT)).entries


def test_one_number_for_two_clients() -> None:
    lines = (
        fee("2020-03-31", "100", "Nimbus", invoice="F-1", **VAT),
        fee("2020-04-30", "100", "Stratus", invoice="F-1", **VAT),
    )
    (error,) = refused(*lines)
    assert error.what == "numéro de facture déjà pris"
    assert "Nimbus" in error.fix


@pytest.mark.parametrize(
    ("siren", "what"),
    [("", "SIREN manquant"), ("812345677", "SIREN faux"), ("8123", "SIREN faux")],
)
def test_a_siren_is_checked(siren: str, what: str) -> None:
    lines = activity(fee("2020-03-31", "100", invoice="F-1", **VAT))
    with pytest.raises(BadData) as caught:
        pack(lines, measure(lines, parse(f'[societe]\nsiren = "{siren}"'), 2020))
    assert [error.what for error in caught.value.errors] == [what]
    assert str(caught.value.errors[0].place) == "bilan.toml, clé societe.siren"


def test_a_siren_may_hold_blanks() -> None:
    lines = activity(fee("2020-03-31", "100", invoice="F-1", **VAT))
    spaced = parse('[societe]\nsiren = "812 345 676"')
    assert pack(lines, measure(lines, spaced, 2020)).siren == "812345676"


@pytest.mark.parametrize("written", ["61320000", "6132", "613 200", "613200"])
def test_an_account_has_six_figures_however_it_is_written(written: str) -> None:
    line = expense("2020-03-31", "9", account=written, vat=Decimal(0))
    assert pack_of(2020, line).purchases[0].account == "613200"


def test_settings_that_cannot_be_accounts() -> None:
    text = (
        '[comptes]\nLoyer = "6"\nDivers = true\n[comptes.plan]\nclients = "401000"\nx = 1\n'
        '[tva]\nregime = "réel"\nexigibilite = "jamais"\n'
    )
    with pytest.raises(BadData) as caught:
        parse(text)
    assert sorted(error.place.cell for error in caught.value.errors) == [
        "clé comptes.Divers",
        "clé comptes.Loyer",
        "clé comptes.plan.clients",
        "clé comptes.plan.x",
        "clé tva.exigibilite",
        "clé tva.regime",
    ]
