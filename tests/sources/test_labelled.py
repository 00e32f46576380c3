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


def test_an_amount_that_is_earned_may_be_the_one_with_tax(tmp_path: Path) -> None:
    rows = "08/01/2024;Audit;500;600\n09/02/2024;Site;700;840\n"
    text = f"Date;Libellé;Montant HT;Recettes TTC\n{rows}"
    assert sums(tmp_path, {"Journal": text}) == (1200, 0, 0)


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


def test_the_client_of_a_sheet_that_its_owner_says_is_that_of_all(tmp_path: Path) -> None:
    settings = '[colonnes]\n"Rivage" = "Client"\n'
    found = books(tmp_path, {"Rivage": sold(amount="Recettes HT")}, settings)
    assert {it.client for it in found.fees} == {"Rivage"}


def test_what_is_paid_to_a_supplier_is_spent_whatever_its_title(tmp_path: Path) -> None:
    text = "Date;Fournisseur;Libellé;Honoraires HT\n08/01/2024;Cabinet Roy;Bilan;600\n"
    assert sums(tmp_path, {"Journal": text}) == (0, 0, 600)


def test_titles_that_come_again_say_the_same(tmp_path: Path) -> None:
    text = f"{sold()}\n{sold()}".replace("2024;", "2024;Bis ", 1)
    assert sums(tmp_path, {"Recettes": text}).revenue == 3200


def test_the_words_of_an_expense_stay_under_their_titles(tmp_path: Path) -> None:
    text = "Date;Fournisseur;Société;Libellé;Catégorie;Montant HT\n"
    text += "08/01/2024;SNCF;Moi;Brest;Train;66\n"
    (one,) = books(tmp_path, {"Dépenses": text}).expenses
    assert (one.supplier, one.label, one.category) == ("SNCF", "Brest", "Train")
    text = "Date;Libellé;Catégorie;Montant HT\n08/01/2024;Brest;Train;66\n"
    (one,) = books(tmp_path, {"Dépenses": text}).expenses
    assert (one.label, one.category) == ("Brest", "Train")


def test_the_account_of_a_bank_in_its_file_has_another_place(tmp_path: Path) -> None:
    files = {"Ventes": sold("Client"), "Dépenses": SPENT.format("Fournisseur")}
    account = "Date;Libellé;Débit;Crédit\n12/03/2024;VIR PONANT;;1200\n14/03/2024;OVH;36;\n"
    assert refusals(tmp_path, {**files, "Banque": account})


@pytest.mark.parametrize(
    ("label", "code"),
    [("Prêt BPI", "mouvement-possible"), ("Aide CAF", "mouvement-possible"), ("Formation", "")],
)
def test_a_label_is_heard_as_one_though_it_stands_for_the_client(
    label: str, code: str, tmp_path: Path
) -> None:
    """A loan is told, and a course is no name of nobody; in a cash book too."""
    book = "Date;Libellé;Recettes HT;Dépenses HT\n05/01/2024;Train;;40\n08/01/2024;Site;500;\n"
    for name, text in {
        "Recettes": sold() + f"12/04/2024;{label};910\n",
        "Livre": book + f"12/04/2024;{label};910;\n15/05/2024;Fleurs;;30\n",
    }.items():
        books(tmp_path / name, {name: text})
        rest = {"recettes-sans-client", "exercice-sans-depense"}
        assert {*codes(tmp_path / name)} - rest == {code} - {""}


@pytest.mark.parametrize(
    ("name", "amount"), [("Recettes", "Montant HT"), ("Journal", "Honoraires HT")]
)
def test_a_column_of_what_goes_out_is_not_left_beside_sales(
    name: str, amount: str, tmp_path: Path
) -> None:
    """Nor is what is earned read as spent, where nothing says to whom it was sold."""
    rows = "08/01/2024;Audit;500;30\n09/02/2024;Site;700;10\n"
    assert refusals(tmp_path, {name: f"Date;Libellé;{amount};Frais\n{rows}"})


def test_a_quote_among_receipts_is_refused_by_its_label(tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"Recettes": sold() + "12/04/2024;Devis Rivage;910\n"})
    assert bad.shown == "Devis Rivage"


INVOICES = {"Factures": "Date;Client;Montant HT\n08/01/2024;Ponant;500\n09/02/2024;Alizé;700\n"}
CASH = (
    "Date;Libellé;Recettes HT;Dépenses HT\n08/02/2024;Virement Ponant;500;\n"
    "09/02/2024;Train;;40\n12/03/2024;Virement Alizé;700;\n"
)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Encaissements", sold()),
        ("CA", "Mois;Nature;CA HT\n01/2024;Conseil;500\n02/2024;Formation;700\n"),
        ("Livre", CASH),
    ],
)
def test_sales_without_a_client_beside_others_are_refused(
    name: str, text: str, tmp_path: Path
) -> None:
    """They say them again, under names that nothing compares: the revenue would double."""
    (bad,) = refusals(tmp_path, INVOICES | {name: text})
    assert (bad.place.cell, name in bad.fix) == ("B1", name != "Livre")


@pytest.mark.parametrize(
    ("named", "others", "refused"),
    [
        ("Recettes 2023", "Factures 2024", False),
        ("Recettes 2024", "Factures 2024", True),
        ("Recettes", "Factures 2024", True),
        ("Recettes 2023", "Factures", True),
    ],
)
def test_a_year_of_its_own_says_no_other_again(
    named: str, others: str, *, refused: bool, tmp_path: Path
) -> None:
    text = sold() if "2024" in named else sold().replace("2024", "2023")
    files = {named: text, others: INVOICES["Factures"]}
    if refused:
        assert refusals(tmp_path, files)
    else:
        assert sums(tmp_path, files).revenue == 2800


def test_sales_of_several_sheets_may_all_lack_a_client(tmp_path: Path) -> None:
    assert sums(tmp_path, {"Recettes": sold(), "Livre": CASH}).revenue == 2800
