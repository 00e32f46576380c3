"""What lasts and is counted at once: which words say it, above which price, and for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import permutations
from typing import TYPE_CHECKING, Any

import pytest

from reporter.errors import Place
from tests.builders import expense
from tests.test_doubts import keys

if TYPE_CHECKING:
    from reporter.model import Expense

PLACE, REGISTER = (Place("livres.xlsx", sheet) for sheet in ("Dépenses", "Immos"))
AT_ONCE = "achat-durable 03/02/2020"


def said(  # noqa: PLR0917  # what a line may say
    label: str,
    category: str = "",
    amount: str = "1200",
    settings: str = "",
    account: str = "",
    lifetime: str = "",
) -> bool:
    line = expense(
        "2020-02-03",
        amount,
        label=label,
        category=category,
        account=account,
        lifetime=Decimal(lifetime) if lifetime else None,
    )
    return AT_ONCE in keys(line, settings=settings)


@pytest.mark.parametrize(
    ("label", "category", "amount"),
    [
        ("MacBook Air", "Informatique", "1199"),
        ("Ordinateur portable", "", "500.01"),
        ("Dell", "Ordinateurs", "900"),
        ("Darty", "Matériel", "800"),
        ("LDLC", "Matériel informatique", "800"),
        ("Écran 27 pouces", "Petit équipement", "649"),
        ("Fauteuil de bureau", "Mobilier", "780"),
        ("Vélo à assistance", "", "2400"),
        ("Renault Zoé", "Véhicule", "14900"),
        *(
            (it, "", "700")
            for it in (
                "Deux portables",
                "iMac",
                "Écrans",
                "Moniteur",
                "Smartphone",
                "iPad",
                "Meuble",
                "Meubles",
                "Vidéoprojecteur",
            )
        ),
        *((it, "", "9000") for it in ("Camionnette", "Fourgon")),
        ("Ikea", "Matériel de bureau", "800"),
        ("Scooter", "", "2000.01"),
        ("Écran de voiture", "", "700"),
    ],
)
def test_what_lasts_is_asked_for_its_lifetime(label: str, category: str, amount: str) -> None:
    assert said(label, category, amount)


@pytest.mark.parametrize(
    ("label", "category", "amount"),
    [
        ("Ordinateur portable", "", "500"),
        ("Clavier", "Matériel", "89"),
        ("Dix casques", "Matériel", "500"),
        ("Scooter", "", "2000"),
        ("Location de mobilier", "", "900"),
        ("Garantie MacBook", "", "600"),
        ("Réparation écran", "Matériel", "620"),
        ("Forfait mobile et portable", "Télécom", "720"),
        ("Révision", "Véhicule", "640"),
        ("Garage du Port", "Véhicule", "980"),
        ("Leasing voiture", "", "5400"),
        ("LLD voiture", "", "5400"),
        ("Réparations voiture", "", "2400"),
        ("Serveur dédié", "Informatique", "960"),
        ("Loyer du bureau", "Loyer", "7200"),
        ("Bilan annuel", "Expert-comptable", "1650"),
        ("Formation Excel sur tablette", "Formation", "1400"),
        ("Carburant", "Véhicule", "2600"),
        ("Sous-traitance refonte", "Sous-traitance", "9000"),
    ],
)
def test_what_is_small_or_served_is_a_charge(label: str, category: str, amount: str) -> None:
    assert not said(label, category, amount)


def test_its_owner_has_decided_where_a_lifetime_or_an_account_is_written() -> None:
    assert not said("MacBook", lifetime="3")
    assert not said("MacBook", account="606300")


@pytest.mark.parametrize(("statut", "asked"), [("sasu", True), ("ei", True), ("micro", False)])
def test_a_micro_enterprise_depreciates_nothing(statut: str, asked: bool) -> None:
    assert said("MacBook", settings=f'[societe]\nstatut = "{statut}"\n') is asked


def rent(month: int, account: str = "", lifetime: str = "", label: str = "Poste") -> Expense:
    years = Decimal(lifetime) if lifetime else None
    return expense(f"2020-{month:02}-05", "310", label=label, account=account, lifetime=years)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([rent(1), rent(2), rent(3), rent(4, lifetime="3")], True),
        ([rent(1, lifetime="1"), rent(2), rent(3), rent(4)], True),
        ([rent(1, account="613200", lifetime="3")], True),
        ([rent(1, account="218300", lifetime="3")], False),
        ([rent(1), rent(2), rent(3, lifetime="3")], False),  # two screens, then a dear one
        ([rent(1), rent(2), rent(3), rent(4, lifetime="3"), rent(5, lifetime="3")], False),
        ([rent(1), rent(2), rent(3), rent(4, lifetime="3", label="Serveur")], False),
        ([rent(1), rent(2), rent(3), rent(4)], False),
    ],
)
def test_a_charge_that_a_lifetime_spreads_is_doubted(lines: list[Expense], *, told: bool) -> None:
    said = [it for it in keys(*lines) if it.startswith("charge-amortie")]
    spread = [line.date for line in lines if line.lifetime is not None]
    assert said == [f"charge-amortie {day:%d/%m/%Y}" for day in spread if told]


def test_lines_without_a_name_do_not_tell_a_charge_apart() -> None:
    nameless = [replace(rent(month, label=""), category="") for month in (1, 2, 3)]
    bought = replace(rent(4, label="", lifetime="3"), category="")
    assert not any(it.startswith("charge-amortie") for it in keys(*nameless, bought))


@pytest.mark.parametrize(("count", "told"), [(2, True), (3, False)])
def test_what_comes_back_is_no_purchase_spread(count: int, *, told: bool) -> None:
    spread = expense("2020-02-03", "1200", label="Serveur", lifetime=Decimal(3))
    owed = expense("2020-01-05", "1200", label="Cotisations")
    later = [expense(f"2020-0{4 + n}-07", "900", label="Cotisations") for n in range(count - 1)]
    said = [
        it
        for it in keys(spread, replace(owed, place=REGISTER), *later)
        if it.startswith("achat-en-double")
    ]
    assert len(said) == told


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, True),
        ({"lifetime": Decimal(3)}, True),
        ({"date": date(2020, 4, 5)}, True),
        ({"date": date(2020, 4, 6)}, False),
        ({"amount": Decimal("1200.01")}, False),
        ({"place": PLACE}, False),
        ({"label": "Formation"}, False),
        ({"category": "Assurance"}, False),
        ({"label": "Ordinateur, garantie 3 ans"}, True),
    ],
)
def test_a_purchase_spread_that_another_sheet_counts_is_doubted(
    changed: dict[str, Any], *, told: bool
) -> None:
    bought = expense("2020-02-03", "1200", label="Serveur, installation et transport")
    spread = replace(bought, place=PLACE, lifetime=Decimal(3))
    same = replace(bought, place=REGISTER)
    for lines in permutations((spread, replace(same, **changed))):
        said = [it for it in keys(*lines) if it.startswith("achat-en-double")]
        assert len(said) == told, lines
