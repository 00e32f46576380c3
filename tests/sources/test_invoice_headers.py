"""Lists of invoices under the headers that the guides of public tools give."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.sources.test_trackers import books

if TYPE_CHECKING:
    from pathlib import Path

SIMPLE = (
    "Numéro Facture;Date Émission;Date Échéance;Client;Montant HT;Taux TVA;Montant TVA;Montant TTC;"
    "Statut;Montant Payé;Reste à Payer\n"
    "FAC-1;15/01/2020;15/02/2020;Ponant;1000,00;20.00%;200,00;1200,00;Payée;1200,00;0,00\n"
    "FAC-2;20/01/2020;20/02/2020;Alizé;2500,00;20.00%;500,00;3000,00;Envoyée;0,00;3000,00\n"
    "FAC-3;25/01/2020;25/02/2020;Alizé;900,00;20.00%;180,00;1080,00;Brouillon;0,00;1080,00\n"
)
DETAILED = (
    "Numéro Facture;Date;Client;Ligne;Description;Quantité;Prix Unitaire HT;Total HT;Taux TVA;"
    "Montant TVA;Total TTC;Statut\n"
    "FAC-1;15/01/2020;Ponant;1;Site;2,00;500,00;1000,00;20.00%;200,00;1200,00;Payée\n"
    "FAC-2;20/01/2020;Alizé;1;Audit;1,00;2500,00;2500,00;20.00%;500,00;3000,00;Envoyée\n"
)


@pytest.mark.parametrize("text", [SIMPLE, DETAILED])
def test_the_exports_of_an_invoicing_tool_are_read_to_the_cent(text: str, tmp_path: Path) -> None:
    fees = books(tmp_path, {"factures.csv": text}).activity.fees
    assert [(line.invoice, line.amount, line.vat) for line in fees] == [
        ("FAC-1", Decimal(1000), Decimal(200)),
        ("FAC-2", Decimal(2500), Decimal(500)),
    ]


@pytest.mark.parametrize("counter", ["N°", "Numéro", "Number"])
@pytest.mark.parametrize("title", ["Facture", "N° facture", "Réf facture"])
def test_a_rank_beside_the_numbers_of_invoices_is_left_aside(
    counter: str, title: str, tmp_path: Path
) -> None:
    rows = "1;02/03/2020;Ponant;Audit;F-12;3500\n2;03/04/2020;Alizé;Audit;F-13;2840\n"
    text = f"{counter};Date;Client;Prestation;{title};Montant HT\n{rows}"
    read = books(tmp_path, {"Forfaits 2020.csv": text})
    assert [line.invoice for line in read.activity.fees] == ["F-12", "F-13"]
    assert not list(read.seen)


@pytest.mark.parametrize("title", ["Mt HT", "Mtt HT", "Mnt. HT"])
def test_an_amount_may_be_called_by_its_letters(title: str, tmp_path: Path) -> None:
    text = f"Date;Client;{title}\n02/03/2020;Ponant;3500\n"
    assert [it.amount for it in books(tmp_path, {"Ventes.csv": text}).activity.fees] == [3500]


def test_a_number_alone_is_that_of_an_invoice(tmp_path: Path) -> None:
    text = "N°;Date;Client;Prestation;Montant HT\nF-12;02/03/2020;Ponant;Audit;3500\n"
    read = books(tmp_path, {"Forfaits 2020.csv": text})
    assert [line.invoice for line in read.activity.fees] == ["F-12"]


@pytest.mark.parametrize("title", ["Pièce", "N° pièce"])
def test_the_piece_of_a_sale_is_its_invoice(title: str, tmp_path: Path) -> None:
    rows = "F-12;02/03/2020;Ponant;Audit;3500\nF-14;03/04/2020;Alizé;Audit;2840\n"
    text = f"{title};Date;Client;Prestation;Montant HT\n{rows}"
    fees = books(tmp_path, {"Journal des ventes.csv": text}).activity.fees
    assert [line.invoice for line in fees] == ["F-12", "F-14"]
