"""The VAT of those who bear none: what its regime says, or its form where no sale has any."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from reporter.doubts.vat import disagreements, wrong_numbers
from tests.builders import activity, expense, fee
from tests.test_doubts import keys

EXEMPT = '[tva]\nregime = "franchise"\n'
MICRO = '[societe]\nstatut = "micro"\n'
SALES, PURCHASES = "tva-en-franchise ventes", "tva-en-franchise achats"
PLAIN = fee("2020-03-31", "1000", "Ponant")
TAXED = fee("2020-04-30", "1000", "Ponant", vat=Decimal(200))
BOUGHT = expense("2020-02-03", "50", label="Typographie", vat=Decimal(10))


def said(*lines: object, settings: str) -> set[str]:
    return {key for key in keys(*lines, settings=settings) if key.startswith("tva-en-")}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("amount", "vat", "told"),
    [
        ("14735", "14.74", True),  # of 147.35, at 10 %
        ("1532", "30.64", True),
        ("1532.5", "30.65", False),
        ("1530", "30.60", False),  # some of it bears none
        ("1532", "30.70", False),
    ],
)
def test_the_vat_of_a_purchase_tells_the_comma_that_its_amount_lost(
    amount: str, vat: str, told: bool
) -> None:
    bought = expense("2020-02-03", amount, label="Billets", vat=Decimal(vat))
    assert len(list(disagreements(activity(bought)))) == told


@pytest.mark.parametrize("settings", [EXEMPT, MICRO + EXEMPT])
def test_in_franchise_no_line_has_any(settings: str) -> None:
    assert said(TAXED, BOUGHT, settings=settings) == {SALES, PURCHASES}
    assert said(PLAIN, BOUGHT, settings=settings) == {PURCHASES}
    assert said(PLAIN, expense("2020-02-03", "60", vat=Decimal(0)), settings=settings) == set()


def test_a_micro_enterprise_that_charges_vat_recovers_it() -> None:
    assert said(TAXED, BOUGHT, settings=MICRO) == set()
    assert said(PLAIN, BOUGHT, settings=MICRO) == {PURCHASES}
    once = '[societe]\nstatut = "sasu"\n[exercice.2020]\nstatut = "micro"\n'
    assert said(PLAIN, BOUGHT, settings=once) == {PURCHASES}
    assert said(PLAIN, BOUGHT, settings=once.replace("2020", "2019")) == set()


@pytest.mark.parametrize("statut", ["sasu", "eurl-is", "eurl-ir", "ei"])
def test_others_recover_it_though_they_sell_abroad_alone(statut: str) -> None:
    assert said(PLAIN, BOUGHT, settings=f'[societe]\nstatut = "{statut}"\n') == set()


@pytest.mark.parametrize(
    ("change", "settings", "found"),
    [
        ({}, "", True),
        ({}, "[tva]\nfranchise_jusqu_au = 2020-06-30\n", False),
        ({}, EXEMPT, False),
        ({}, MICRO, False),
        ({"vat": None}, "", False),
        ({"country": "Suisse"}, "", False),
        ({"vat_number": "DE136695976"}, "", False),
        ({"date": date(2020, 7, 31)}, "", False),
        ({"vat": Decimal(200)}, "", False),
        ({"amount": Decimal(0), "vat": None, "vat_rate": Decimal("0.2")}, "", False),
    ],
)
def test_sales_without_vat_until_a_day_may_be_a_franchise(
    change: dict[str, Any], settings: str, *, found: bool
) -> None:
    none = [fee(f"2020-0{m}-28", "1000", vat=Decimal(0), invoice=f"{m}") for m in (1, 2, 3)]
    none[2] = replace(none[2], **change)
    taxed = fee("2020-07-01", "1000", vat=Decimal(200), invoice="7")
    told = keys(*none, taxed, BOUGHT, settings=settings)
    assert any(key.startswith("franchise-non-dite") for key in told) is found
    assert not any("franchise-non" in key for key in keys(*none, taxed, settings=settings))
    assert not any("franchise-non" in key for key in keys(*none, BOUGHT, settings=settings))


def test_a_franchise_that_ended_is_judged_by_the_day() -> None:
    ended = "[tva]\nfranchise_jusqu_au = 2020-03-31\n"
    assert said(TAXED, BOUGHT, settings=ended) == {PURCHASES}
    assert said(replace(TAXED, date=date(2020, 3, 31)), settings=ended) == {SALES}
    assert said(TAXED, replace(BOUGHT, date=date(2020, 4, 1)), settings=ended) == set()


@pytest.mark.parametrize(
    ("amount", "vat", "fix"),
    [
        ("120", "20", "écrire le montant HT : celui-ci paraît être le TTC"),
        ("110", "10", "écrire le montant HT : celui-ci paraît être le TTC"),
        ("100", "37", "corriger le montant HT, le taux ou la TVA"),
    ],
)
def test_a_vat_within_its_amount_tells_that_it_is_with_tax(amount: str, vat: str, fix: str) -> None:
    sold = fee("2020-03-31", amount, "Ponant", vat=Decimal(vat))
    bought = expense("2020-03-31", amount, vat=Decimal(vat))
    for line in (sold, bought):
        (found,) = disagreements(activity(line))
        assert str(found.fix).startswith(fix)


@pytest.mark.parametrize(
    ("number", "told"),
    [("EL000000001", True), ("GR000000001", True), ("DE136695976", False), ("CH1", False)],
)
def test_a_number_that_its_country_cannot_give_is_doubted(number: str, *, told: bool) -> None:
    line = fee("2020-03-31", "100", "Ponant", vat_number=number)
    assert len(list(wrong_numbers(activity(line, line)))) == told
