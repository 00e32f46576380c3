"""Sales without a client: their label stands for it, and is asked about, where they are surely."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.test_books_of_new_users import codes
from tests.sources.test_common_layouts import books, refusals, sums

ROWS = "08/01/2024;Audit Ponant;500\n09/02/2024;Site Alizé;700\n11/03/2024;Audit Ponant;400\n"
FREE = '[tva]\nregime = "franchise"\n'


def sold(label: str = "Libellé", amount: str = "Montant HT") -> str:
    return f"Date;{label};{amount}\n{ROWS}"


@pytest.mark.parametrize("name", ["Recettes", "Ventes 2024", "CA", "Livre des recettes"])
@pytest.mark.parametrize("label", ["Libellé", "Prestation", "Désignation", "Nature"])
def test_a_sheet_of_sales_alone_has_its_labels_for_clients(
    name: str, label: str, tmp_path: Path
) -> None:
    found = books(tmp_path, {name: sold(label)})
    assert {it.client for it in found.fees} == {"Audit Ponant", "Site Alizé"}
    assert sums(tmp_path, {name: sold(label)}) == (1600, 0, 0)
    assert "recettes-sans-client" in codes(tmp_path)


@pytest.mark.parametrize("name", ["Journal", "Feuil1", "2024", "Livre-journal"])
@pytest.mark.parametrize("amount", ["Recettes", "Honoraires HT", "Encaissements", "Montant CA HT"])
def test_an_amount_that_is_earned_is_never_spent(name: str, amount: str, tmp_path: Path) -> None:
    """Date, label and amount are the columns of an expense too."""
    assert sums(tmp_path, {name: sold(amount=amount)}, FREE) == (1600, 0, 0)
    assert "recettes-sans-client" in codes(tmp_path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Journal", sold()),
        ("Dépenses", sold()),
        ("Dépenses", sold(amount="Honoraires HT")),
        ("Journal", sold("Fournisseur", "Honoraires HT")),
    ],
)
def test_what_may_be_spent_is_as_before(name: str, text: str, tmp_path: Path) -> None:
    assert sums(tmp_path, {name: text}) == (0, 0, 1600)


def test_a_client_whom_a_title_names_is_that_of_all(tmp_path: Path) -> None:
    found = books(tmp_path, {"Recettes": f"Client : Rivage\n\n{sold()}"})
    assert {it.client for it in found.fees} == {"Rivage"}


@pytest.mark.parametrize("name", ["Factures", "Facturation", "Prestations"])
def test_invoices_that_may_be_those_received_are_asked_about(name: str, tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {name: sold()})
    assert "ajouter une colonne Client" in bad.fix
    settings = f'[colonnes]\n"{name}" = "Dépenses"\n'
    assert sums(tmp_path, {name: sold()}, settings) == (0, 0, 1600)


@pytest.mark.parametrize("title", ["Recettes HT", "Total recettes HT"])
def test_what_comes_in_is_an_amount(title: str, tmp_path: Path) -> None:
    text = f"Date;Client;{title}\n{ROWS}"
    assert sums(tmp_path, {"Recettes": text}).revenue == 1600


SPENT = "Date;{};Montant HT\n08/01/2024;SNCF;66\n09/02/2024;OVH;12\n11/03/2024;Fnac;30\n"


@pytest.mark.parametrize(
    "title",
    ["Tiers", "Société", "Entreprise", "Vendeur", "Émetteur", "Payé à", "Chez", "Lieu d’achat"],
)
def test_whom_an_expense_is_paid_to_is_called_in_many_ways(title: str, tmp_path: Path) -> None:
    found = books(tmp_path, {"Dépenses": SPENT.format(title)})
    assert [it.supplier for it in found.expenses] == ["SNCF", "OVH", "Fnac"]
    assert refusals(tmp_path / "any", {"Journal": SPENT.format(title)})


@pytest.mark.parametrize("title", ["Nature", "Catégorie", "Type de frais", "Poste"])
def test_what_an_expense_is_may_be_its_category_alone(title: str, tmp_path: Path) -> None:
    found = books(tmp_path, {"Dépenses": SPENT.format(title)})
    assert next((it.label, it.category) for it in found.expenses) == ("SNCF", "SNCF")
    assert refusals(tmp_path / "any", {"Journal": SPENT.format(title)})


@pytest.mark.parametrize(
    "title",
    [
        "Date (jj/mm/aaaa)",
        "Mois de facturation",
        "Mois facturé",
        "Date mission",
        "Date d’envoi",
        "Date d’édition",
    ],
)
def test_the_day_of_an_invoice_is_called_in_many_ways(title: str, tmp_path: Path) -> None:
    text = f"{title};Client;Montant HT\n{ROWS}"
    assert sums(tmp_path, {"Factures": text}).revenue == 1600


@pytest.mark.parametrize("title", ["Client / Société", "Client facturé", "Commanditaire"])
def test_a_client_is_called_in_many_ways(title: str, tmp_path: Path) -> None:
    found = books(tmp_path, {"Factures": sold(title)})
    assert {it.client for it in found.fees} == {"Audit Ponant", "Site Alizé"}


@pytest.mark.parametrize("title", ["Nbr de jours", "Nbr jours"])
def test_days_are_counted_under_many_titles(title: str, tmp_path: Path) -> None:
    text = f"Date;Client;{title};TJM\n08/01/2024;Ponant;5;600\n"
    assert sums(tmp_path, {"Jours": text}) == (3000, 5, 0)
