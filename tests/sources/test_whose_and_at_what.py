"""Titles of several meanings, told by what stands beside: whom a line is of, at what price, when.

And those near them that tell nothing, which are asked about.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reporter.books import load
from reporter.errors import BadData
from tests.books.outcomes import outcome_of
from tests.books.small import sheets
from tests.sources.test_common_layouts import books, refusals, sums
from tests.workbooks import workbook

SEVEN = "[lecture]\nheures_par_jour = 7\n"
MATTERS = [
    "Établissement", "Organisme", "École", "Affaire", "Dossier", "Chantier", "Société",
    "Entreprise", "Company", "ESN",
]  # fmt: skip
MICRO = '[societe]\nstatut = "micro"\n[tva]\nregime = "franchise"\n'
FEES = "Date;N° facture;{};Montant HT\n11/03/2024;F1;Alizé;500\n12/04/2024;F2;Ponant;700\n"
DAYS = "Date;{};Jours;TJM\n11/03/2024;Alizé;4;600\n12/04/2024;Ponant;1;600\n"
HOURS = (
    "Date;Client;Heures;{};Montant HT\n11/03/2024;Alizé;7;100;700\n12/03/2024;Alizé;3,5;100;350\n"
)


@pytest.mark.parametrize("title", ["Patient", "Patiente", "Nom du patient", "Élève", "Stagiaire"])
def test_whom_it_is_done_for_is_a_client(title: str, tmp_path: Path) -> None:
    found = books(tmp_path, {"Feuil1": FEES.format(title)}).fees
    assert [fee.client for fee in found] == ["Alizé", "Ponant"]


@pytest.mark.parametrize("title", MATTERS)
@pytest.mark.parametrize(("name", "text"), [("Factures", FEES), ("2024", DAYS)])
def test_a_matter_is_the_client_of_time_and_of_what_comes_in(
    title: str, name: str, text: str, tmp_path: Path
) -> None:
    activity = books(tmp_path, {name: text.format(title)})
    assert [line.client for line in activity.sales] == ["Alizé", "Ponant"]
    assert not {getattr(line, "mission", "") for line in activity.sales} - {""}


@pytest.mark.parametrize("title", MATTERS)
def test_elsewhere_a_matter_may_be_of_a_purchase(title: str, tmp_path: Path) -> None:
    """« Organisme » may be whom contributions are paid to, « Affaire » what a cost is of."""
    refusals(tmp_path, {"Feuil1": FEES.format(title)})


def test_a_client_is_believed_before_a_matter(tmp_path: Path) -> None:
    text = "Date;Dossier;Client;Jours;TJM\n11/03/2024;Bail;Alizé;4;600\n"
    (day,) = books(tmp_path, {"Jours": text}).days
    assert (day.client, day.mission) == ("Alizé", "Bail")


@pytest.mark.parametrize("titles", ["Dossier;Affaire", "École;Établissement"])
def test_two_matters_are_asked_about(titles: str, tmp_path: Path) -> None:
    text = f"Date;{titles};Jours;TJM\n11/03/2024;Bail;Alizé;4;600\n"
    refusals(tmp_path, {"Jours": text})


@pytest.mark.parametrize("title", ["Taux", "Tarif", "Rate", "Prix", "Taux HT", "Billable rate"])
def test_a_bare_rate_is_that_of_the_hours_beside_it(title: str, tmp_path: Path) -> None:
    assert sums(tmp_path, {"Temps": HOURS.format(title)}, SEVEN).revenue == 1050
    assert {day.days for day in load(tmp_path).activity.days} == {1, 0.5}


@pytest.mark.parametrize("title", ["Taux", "Tarif", "Rate"])
def test_a_bare_rate_that_does_not_make_the_amount_is_refused(title: str, tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"Temps": HOURS.format(title).replace("700", "800")}, SEVEN)
    assert bad.place.row == 2


@pytest.mark.parametrize("title", ["Taux", "Tarif", "Rate"])
def test_a_bare_rate_without_the_amount_that_it_makes_is_asked_about(
    title: str, tmp_path: Path
) -> None:
    """A tracker's « Rate » is the amount of its line."""
    text = f"Date;Client;Heures;{title}\n11/03/2024;Alizé;7;100\n"
    refusals(tmp_path, {"Temps": text}, SEVEN)


def test_a_billable_rate_is_of_days_beside_days(tmp_path: Path) -> None:
    text = "Date;Client;Days;Billable rate\n13/03/2024;Alizé;4;600\n"
    assert sums(tmp_path, {"Days": text}).revenue == 2400


RECEIPTS = "Date;Client;Prestation;Montant;Mode de paiement\n11/03/2024;Alizé;Site;500;Chèque\n"


@pytest.mark.parametrize(
    "name", ["Recettes", "Recettes 2024", "Encaissements", "Livre de recettes"]
)
def test_a_date_of_receipts_is_that_of_the_payment(name: str, tmp_path: Path) -> None:
    (fee,) = books(tmp_path, {name: RECEIPTS}, MICRO).fees
    assert fee.paid == date(2024, 3, 11)


@pytest.mark.parametrize("title", ["Livre des recettes", "Journal des recettes 2024"])
def test_a_title_says_that_lines_are_receipts(title: str, tmp_path: Path) -> None:
    (fee,) = books(tmp_path, {"2024": f"{title};;;;\n;;;;\n{RECEIPTS}"}, MICRO).fees
    assert fee.paid == date(2024, 3, 11)


@pytest.mark.parametrize("name", ["Factures", "Ventes", "Factures et encaissements"])
def test_a_date_of_invoices_is_not_that_of_a_payment(name: str, tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {name: RECEIPTS}, MICRO)
    assert bad.what.startswith("aucune date de paiement dans ce tableau")


def test_the_presence_of_each_day_is_its_days(tmp_path: Path) -> None:
    text = "Date;Client;Présence;TJM\n11/03/2024;Alizé;1;600\n12/03/2024;Alizé;0,5;600\n"
    assert sums(tmp_path, {"CRA mars 2024": text}).days == 1.5


ACROSS = "N° facture;F1;F2;F3\nDate;11/03/2024;12/04/2024;13/05/2024\nClient;Alizé;Ponant;Alizé\n"
ACROSS += "Montant HT;500;700;900\n"


def test_a_list_whose_titles_run_down_is_read(tmp_path: Path) -> None:
    fees = books(tmp_path, {"Factures 2024": f"Mes factures;;;\n;;;\n{ACROSS}"}).fees
    assert [(fee.client, fee.amount) for fee in fees] == [
        ("Alizé", 500),
        ("Ponant", 700),
        ("Alizé", 900),
    ]
    assert [(fee.place.row, fee.place.column) for fee in fees] == [(3, 2), (3, 3), (3, 4)]


@pytest.mark.parametrize(
    "wrong",
    [
        ACROSS.replace("700", "7OO"),
        ACROSS.replace("12/04/2024", "31/04/2024"),
        ACROSS.replace("Client", "Quoi"),
        ACROSS.replace("Montant HT", "Montant"),
        ACROSS.replace("Montant HT", "Montant HT (k€)"),
        "Devis;;;\n" + ACROSS,
        # one document is no list: it may be a quote
        "\n".join(";".join(row.split(";")[:2]) for row in ACROSS.splitlines()),
    ],
)
def test_what_is_wrong_of_such_a_list_is_refused(wrong: str, tmp_path: Path) -> None:
    refusals(tmp_path, {"Factures 2024": wrong})


@pytest.mark.parametrize("name", ["Devis", "Prévisions"])
def test_such_a_list_under_another_name_is_refused(name: str, tmp_path: Path) -> None:
    refusals(tmp_path, {name: ACROSS})


def test_what_comes_in_beside_what_goes_out_is_to_be_parted(tmp_path: Path) -> None:
    text = "Date;Libellé;Tiers;{};{}\n11/03/2024;Site;Alizé;500;\n12/03/2024;Train;SNCF;;90\n"
    for titles in (("Recettes", "Dépenses"), ("Entrées", "Sorties"), ("Ventes", "Achats")):
        (bad,) = refusals(tmp_path, {"Journal": text.format(*titles)})
        assert bad.what == "des ventes et des dépenses dans un même tableau"
    (bad,) = refusals(tmp_path, {"Journal": text.format("Recettes du jour", "Ville")})
    assert bad.what == "fichier inconnu"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("CA 2024", "Client;January;February;March;April;May\nAlizé;100;200;300;400;500\n"),
        ("CA 2024", "Client;Jan;Feb;Mar;Apr;May\nAlizé;100;200;300;400;500\n"),
        ("CA", "Client;Jan 2024;Feb 2024;Mar 2024;Apr 2024\nAlizé;100;200;300;900\n"),
        ("Days June 2024", "Client;Days;Daily rate\nAlizé;3;500\n"),
    ],
)
def test_months_are_known_in_english(name: str, text: str, tmp_path: Path) -> None:
    assert sums(tmp_path, {name: text}).revenue == 1500


def test_a_tuesday_is_no_month_of_march(tmp_path: Path) -> None:
    row = ";".join(["1"] * 7)
    text = f"Client;Lun;Mar;Mer;Jeu;Ven;Sam;Dim\nAlizé;{row}\n"
    refusals(tmp_path, {"CA 2024": text})


INVOICES = "N° facture;Date;Objet;Montant HT;TVA;TTC\nF1;11/03/2024;Site;500;100;600\n"


def test_the_invoices_of_a_client_s_sheet_are_no_expenses(tmp_path: Path) -> None:
    """They have the columns of expenses: the line that the refusal gives must not make them so."""
    (bad,) = refusals(tmp_path, {"Sorbier & Fils": INVOICES})
    line = '[colonnes]\n"Sorbier & Fils" = "Client"'
    assert line.replace("\n", " ") in bad.fix
    activity = books(tmp_path, {"Sorbier & Fils": INVOICES}, line)
    assert [(fee.client, fee.amount) for fee in activity.fees] == [("Sorbier & Fils", 500)]
    assert not activity.expenses


def test_what_was_bought_for_a_client_is_spent(tmp_path: Path) -> None:
    text = INVOICES.replace("Objet", "Fournisseur")
    activity = books(tmp_path, {"Sorbier": text}, '[colonnes]\n"Sorbier" = "Client"\n')
    assert [it.supplier for it in activity.expenses] == ["Site"]


@pytest.mark.parametrize("title", ["Nom", "Nom prénom", "Tiers"])
def test_a_name_is_a_client_s_where_it_pays_and_not_where_it_works(
    title: str, tmp_path: Path
) -> None:
    (fee, _) = books(tmp_path, {"Recettes": FEES.format(title)}).fees
    assert fee.client == "Alizé"
    refusals(tmp_path, {"Recettes": DAYS.format(title)})


PLAIN = "Date;Client;{};Rate;{}\n13/03/2024;Alizé;{};{};700\n14/03/2024;Alizé;7;100;700\n"


@pytest.mark.parametrize("title", ["Amount", "Total", "Montant"])
@pytest.mark.parametrize("unit", ["Hours", "Days"])
def test_a_bare_rate_is_one_where_it_makes_a_bare_amount(
    title: str, unit: str, tmp_path: Path
) -> None:
    right = PLAIN.format(unit, title, "3,5", "200")
    assert sums(tmp_path, {"Time": right}, SEVEN).revenue == 1400
    (bad,) = refusals(tmp_path, {"Time": PLAIN.format(unit, title, "3,5", "700")}, SEVEN)
    assert bad.place.row == 2


def test_a_bare_amount_beside_its_vat_is_told_by_it(tmp_path: Path) -> None:
    text = "Date;Client;Hours;Rate;Total;VAT\n13/03/2024;Alizé;7;100;840;140\n"
    refusals(tmp_path, {"Time": text}, SEVEN)
    both = text.replace("Total", "Amount;Total").replace("840", "700;840")
    assert sums(tmp_path, {"Time": both}, SEVEN).revenue == 700


def test_a_total_across_hides_no_other_of_its_row(tmp_path: Path) -> None:
    """A credit note written above zero is told, though a sum stands in the row of its number."""
    text = "N° facture;F1;A2;F3;Total\nType;Facture;Avoir;Facture;\nStatut;Payée;Émis;Payée;\n"
    text += "Date;11/03/2024;12/04/2024;13/05/2024;\nClient;Alizé;Alizé;Ponant;\n"
    text += "Montant HT;500;100;900;1300\nTVA;100;20;180;260\n"
    books(tmp_path, {"Factures 2024": text})
    assert "avoir-en-positif" in {it.code for it in load(tmp_path).doubtful(date(2025, 1, 1))}


@pytest.mark.parametrize(
    ("sheet", "is_read"), [("Feuil1", True), ("2024", True), ("Ventes", False)]
)
def test_a_sheet_without_a_name_has_its_file_s(
    sheet: str, *, is_read: bool, tmp_path: Path
) -> None:
    rows = [tuple(row.split(";")) for row in RECEIPTS.replace("500", "500,00").splitlines()]
    (tmp_path / "data").mkdir()
    (tmp_path / "bilan.toml").write_text(MICRO, encoding="utf-8")
    workbook(tmp_path / "data" / "Recettes 2024.xlsx", {sheet: rows})
    if is_read:
        assert load(tmp_path).activity.fees[0].paid == date(2024, 3, 11)
    else:
        with pytest.raises(BadData):
            load(tmp_path)


@pytest.mark.parametrize(("counted", "price"), [("Heures", "Taux horaire"), ("Jours", "TJM")])
def test_a_bare_rate_beside_a_price_that_says_what_it_is_of_is_none(
    counted: str, price: str
) -> None:
    rows = "31/03/2020 | Ponant | 10 | 20 | 100 | 1000\n30/04/2020 | Alizé | 8 | 20 | 100 | 800"
    book = f"# Jours\nDate | Client | {counted} | Taux | {price} | Montant HT\n{rows}"
    found = outcome_of(sheets(book), "[lecture]\nheures_par_jour = 7\n")
    assert not found.errors
    assert [place.cell for what, place in found.doubts if what.startswith("colonne")] == ["D1"]


def test_an_amount_still_due_is_no_amount_of_the_line(tmp_path: Path) -> None:
    """« Montant dû » is what is left to pay, and « Montant » what a micro-entreprise was paid."""
    text = "Date;Client;Montant;Montant dû;Payée le\n11/03/2024;Alizé;500;0;12/03/2024\n"
    (fee,) = books(tmp_path, {"Recettes": text}, MICRO).fees
    assert fee.amount == 500


@pytest.mark.parametrize("title", ["TJM : 600 €", "Tarif : 600 € HT", "Missions", "Contrat 2024"])
def test_a_title_of_other_things_makes_no_expenses_of_sales(title: str, tmp_path: Path) -> None:
    """Their client is in a title, and « Description » may be a column of expenses."""
    text = (
        f"Client : Alizé\n{title}\n\nDate;Description;Jours;Montant HT\n11/03/2024;Appui;4;2400\n"
    )
    activity = books(tmp_path, {"Suivi Alizé": text})
    assert [(day.client, day.amount) for day in activity.days] == [("Alizé", 2400)]
    assert not activity.expenses


@pytest.mark.parametrize(("client", "found"), [("Solène", []), ("Alizé", ["peut-etre-annule"])])
def test_a_number_may_begin_as_its_client_does(
    client: str, found: list[str], tmp_path: Path
) -> None:
    text = f"Date;N° facture;Client;Montant HT\n11/03/2024;SO-1;{client};500\n"
    books(tmp_path, {"Factures": text})
    said = [it.code for it in load(tmp_path).doubtful(date(2024, 12, 31))]
    assert [it for it in said if it == "peut-etre-annule"] == found


def test_a_credit_note_is_one_whatever_its_client_begins_by(tmp_path: Path) -> None:
    text = "Date;N° facture;Client;Montant HT\n11/03/2024;AV-1;Avenir;500\n"
    (bad,) = refusals(tmp_path, {"Factures": text})
    assert (bad.what, bad.place.cell) == ("un avoir de montant positif", "D2")


@pytest.mark.parametrize("name", ["Production", "Registre", "Tableau", "income"])
def test_a_name_of_any_lines_leaves_it_to_their_titles(name: str, tmp_path: Path) -> None:
    days, fees = DAYS.format("Client"), FEES.format("Client")
    assert len(books(tmp_path / "days", {name: days}).days) == len(
        books(tmp_path / "fees", {name: fees}).fees
    )


@pytest.mark.parametrize("name", ["TJM", "Grille tarifaire"])
def test_a_sheet_of_rates_prices_days(name: str, tmp_path: Path) -> None:
    texts = {"Jours": "Date;Client;Jours\n11/03/2024;Alizé;4\n", name: "Client;TJM HT\nAlizé;600\n"}
    assert sums(tmp_path, texts) == (2400, 4, 0)


def test_working_days_beside_those_billed_bear_on_no_figure(tmp_path: Path) -> None:
    text = "Mois;Client;Jours ouvrés;Jours travaillés;TJM\n03/2024;Alizé;21;4;600\n"
    assert [day.days for day in books(tmp_path, {"Jours": text}).days] == [4]


def test_what_is_billed_is_the_amount_beside_what_was_paid_of_it(tmp_path: Path) -> None:
    text = (
        "Date de facture;Client;Montant facturé;Date d'encaissement;Montant encaissé\n"
        "11/03/2024;Alizé;500;12/03/2024;500\n12/03/2024;Ponant;300;13/03/2024;100\n"
    )
    fees = books(tmp_path, {"Recettes": text}, MICRO).fees
    assert [(it.amount, it.paid) for it in fees] == [(500, date(2024, 3, 12)), (300, None)]


def test_hours_by_client_may_be_summed_by_day(tmp_path: Path) -> None:
    texts = {
        "Heures 2024": "Date;Alizé;Ponant;Total heures\n11/03/2024;7;;7\n12/03/2024;;3,5;3,5\n",
        "Missions": "Client;TJM\nAlizé;700\nPonant;700\n",
    }
    assert sums(tmp_path, texts, SEVEN) == (1050, 1.5, 0)


def test_a_task_is_what_was_done(tmp_path: Path) -> None:
    text = "Date;Customer;Task;Days;Daily rate\n2024-03-11;Alizé;Dev;1;600\n"
    assert [day.mission for day in books(tmp_path, {"Timesheet": text}).days] == ["Dev"]


def test_titles_repeated_above_each_part_are_no_line(tmp_path: Path) -> None:
    """« Société » is known beside the name of the sheet alone, and each time."""
    header = "Date;Facture;Société;Montant HT"
    text = f"T1 2024\n{header}\n11/03/2024;F1;A;500\n\nT2 2024\n{header}\n12/04/2024;F2;B;70\n"
    assert sums(tmp_path, {"Facturation": text}) == (570, 0, 0)


def test_a_balance_in_percents_is_no_sum(tmp_path: Path) -> None:
    text = (
        "Date;Client;Prestation;Montant HT\n11/03/2024;Alizé;Site – acompte 40 %;400\n"
        "12/04/2024;Alizé;Site – solde 60 %;600\n"
    )
    books(tmp_path, {"Factures": text})
    codes = [it.code for it in load(tmp_path).doubtful(date(2024, 12, 31))]
    assert not {"somme", "acompte"} & {*codes}
