"""What honest workbooks keep around their lines: other measures, days off, names of no kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources.test_books_of_new_users import codes
from tests.sources.test_common_layouts import books, refusals, sums

QUIET = {"exercice-sans-depense", "exercice-sans-vente", "debut-omis"}
SPENT = (
    "Date;Fournisseur;Objet;HT;TVA;TTC\n08/01/2024;OVH;Serveur;100;20;120\n"
    "09/01/2024;Orange;Mobile;70;14;84\n{}"
)


@pytest.mark.parametrize("between", ["Total;;;170;34;204\n", "Total achats;;;170;34;204\n\n", ""])
@pytest.mark.parametrize("name", ["TVA à payer", "TVA due", "TVA nette", "TVA à décaisser"])
def test_a_tax_to_be_paid_is_no_sum_of_lines(name: str, between: str, tmp_path: Path) -> None:
    assert sums(tmp_path, {"Dépenses": SPENT.format(f"{between}{name};;;306;;\n")}).spent == 170
    assert set(codes(tmp_path)) <= QUIET


@pytest.mark.parametrize("name", ["TVA", "TVA 20 %", "TVA déductible", "Total à payer"])
def test_another_tax_is_compared(name: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, {"Dépenses": SPENT.format(f"{name};;;306;;\n")})


@pytest.mark.parametrize("name", ["Cumul", "Cumul annuel", "Report", "Solde", "Net à payer"])
def test_what_adds_other_sheets_stands_below_a_total(name: str, tmp_path: Path) -> None:
    foot = f"Total;;;170;34;204\n{name};;;5170;;\n"
    assert sums(tmp_path, {"Dépenses": SPENT.format(foot)}).spent == 170
    assert set(codes(tmp_path)) <= QUIET


@pytest.mark.parametrize("name", ["Cumul", "Solde"])
@pytest.mark.parametrize("foot", ["{};;;5170;;\n", "Total;;;180;;\n{};;;5170;;\n"])
def test_what_adds_the_lines_above_is_compared(name: str, foot: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, {"Dépenses": SPENT.format(foot.format(name))})


def test_a_total_twice_is_right_twice(tmp_path: Path) -> None:
    foot = "Total;;;170;34;204\nTotal général;;;5170;;\n"
    assert refusals(tmp_path, {"Dépenses": SPENT.format(foot)})


WEEK = (
    "Client : Ponant\n{}\n\nDate;{}\n03/03/2025;lundi;{}\n04/03/2025;mardi;{}\n"
    "05/03/2025;mercredi;{}\n06/03/2025;jeudi;{}\n"
)


@pytest.mark.parametrize(
    ("told", "titles", "cells"),
    [
        ("", "Jour;Jours;TJM", ("1;600", "1;600", "", "1;600")),
        ("TJM : 600 €", "Jour;Jours", ("1", "1", "", "1")),
        ("Taux horaire : 75 €", "Jour;Heures", ("8", "8", "", "8")),
    ],
)
def test_a_day_of_a_calendar_that_is_blank_was_not_worked(
    told: str, titles: str, cells: tuple[str, ...], tmp_path: Path
) -> None:
    settings = "[lecture]\nheures_par_jour = 8\n"
    found = sums(tmp_path, {"Jours": WEEK.format(told, titles, *cells)}, settings)
    assert (found.revenue, found.days) == (1800, 3)


@pytest.mark.parametrize(
    "cells", [("1;600", "1;600", ";600", "1;600"), ("1;", "1;", "audit", "1;")]
)
def test_a_day_that_says_more_lacks_its_count(cells: tuple[str, ...], tmp_path: Path) -> None:
    titles = "Jour;Jours;TJM" if "audit" not in cells else "Jour;Jours;Mission"
    assert refusals(tmp_path, {"Jours": WEEK.format("TJM : 600 €", titles, *cells)})


DAYS = (
    "Date;Client;Jours;TJM;Montant HT\n08/01/2024;Ponant;2;500;1000\n09/02/2024;Alizé;1;700;700\n"
)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Suivi mensuel",
            "Suivi annuel",
            "Suivi hebdo",
            "Détail 2024",
            "Compta pro",
            "CRA détaillé",
            "Jours v2",
        ),
        *("Temps-Grid view", "Facturation (OK)", "2024 final", "Mon activité", "Table 1", "Page 1"),
        *("Onglet1", "Base", "Général", "Gestion", "Comptes 2024", "Freelance", "Auto-entreprise"),
        *("Micro-entreprise", "Temps de travail", "Nb jours", "Presta", "Prestas 2024"),
        "Factures envoyées",
    ],
)
def test_a_name_that_says_little_leaves_its_titles_to_tell(name: str, tmp_path: Path) -> None:
    assert sums(tmp_path, {name: DAYS}).revenue == 1700
    assert set(codes(tmp_path)) <= QUIET


@pytest.mark.parametrize("name", ["Planning", "Récap", "Devis", "Commandes", "Devis et factures"])
def test_a_name_that_may_say_what_is_not_sold_is_asked_about(name: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, {name: DAYS})


QUOTED = (
    "Devis n°;Facture n°;Date devis;Date;Client;HT;TVA;TTC\n"
    "D1;F1;02/01/2024;08/01/2024;Ponant;1000;200;1200\n"
    "D2;{};09/01/2024;09/02/2024;Alizé;700;140;840\n"
)


@pytest.mark.parametrize("name", ["Devis et factures", "Factures & devis", "Devis-Factures 2024"])
def test_quotes_that_have_become_invoices_have_their_numbers(name: str, tmp_path: Path) -> None:
    assert sums(tmp_path, {name: QUOTED.format("F2")}).revenue == 1700
    assert set(codes(tmp_path)) <= QUIET


def test_quotes_without_an_invoice_are_asked_about_and_told_how_they_count(tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"Devis et factures": QUOTED.format("")})
    assert '"Devis et factures" = "Forfaits"' in bad.fix
    assert refusals(tmp_path, {"Devis": QUOTED.format("F2")})


MONTHS = "Mois;Congés;Jours;Montant HT\n01/01/2024;2;20;22000\n01/02/2024;0;21;23100\n"


@pytest.mark.parametrize("name", ["Mission", "Missions 2024"])
@pytest.mark.parametrize("told", ["Client : Vernet\nTJM : 1100\n\n", ""])
def test_a_sheet_of_missions_may_hold_their_days(name: str, told: str, tmp_path: Path) -> None:
    text = MONTHS if told else MONTHS.replace("Congés", "Client").replace(";2;", ";Vernet;")
    text = told + text.replace(";0;", ";Vernet;" if not told else ";0;")
    found = sums(tmp_path, {name: text})
    assert (found.revenue, found.days) == (45100, 41)
    assert set(codes(tmp_path)) <= QUIET


def test_a_box_that_is_checked_is_no_number(tmp_path: Path) -> None:
    text = "Date;Client;Jours;TJM;Facturé\n08/01/2024;Ponant;2;500;checked\n"
    text += "09/02/2024;Alizé;1;700;checked\n"
    assert sums(tmp_path, {"Jours": text}).revenue == 1700
    assert set(codes(tmp_path)) <= QUIET


def test_the_number_of_a_note_is_that_of_an_invoice(tmp_path: Path) -> None:
    text = "Date;N° note;Client;Honoraires HT\n08/01/2024;1/2024;Ponant;1000\n"
    text += "09/02/2024;2/2024;Alizé;700\n"
    assert sums(tmp_path, {"Honoraires": text}).revenue == 1700
    assert set(codes(tmp_path)) <= QUIET


def test_a_sheet_of_missions_holds_no_fees(tmp_path: Path) -> None:
    text = "Date;Client;Mission;Montant HT\n08/01/2024;Ponant;Audit;1000\n"
    assert refusals(tmp_path, {"Missions": text})


WEEK_ACROSS = (
    "{}\n\nClient;TJM;06/01/2025;07/01/2025;08/01/2025;Total\n"
    "Ponant;600;1;0,5;;1,5\nAlizé;500;;0,5;1;1,5\nTotal;;1;1;1;3\n"
)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("S02", "Feuille de temps — semaine 2"),
        ("Feuille de temps S10", ""),
        ("Semaine 2", "Compte rendu d’activité"),
        ("Jours S02", ""),
    ],
)
def test_a_week_may_have_its_sheet(name: str, title: str, tmp_path: Path) -> None:
    found = sums(tmp_path, {name: WEEK_ACROSS.format(title)})
    assert (found.revenue, found.days) == (1650, 3)
    assert set(codes(tmp_path)) <= {*QUIET, "futur"}


def test_days_across_that_say_no_unit_are_asked_about(tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"S02": WEEK_ACROSS.format("")})
    assert (bad.what, bad.place.cell) == ("un jour par colonne : des jours, ou des heures ?", "C3")


SHARES = "Client;Janvier;Février;Total{}\nPonant;1000;500;1500{}\nAlizé;500;0;500{}\n{}"


@pytest.mark.parametrize("name", ["%", "Part", "% du total", "Part du CA", "Poids"])
def test_shares_of_months_count_for_nothing(name: str, tmp_path: Path) -> None:
    column = SHARES.format(f";{name}", ";75 %", ";25 %", "")
    assert sums(tmp_path / "column", {"CA HT 2024": column}).revenue == 2000
    row = SHARES.format("", "", "", f"Total;1500;500;2000\n{name};75 %;25 %;100 %\n")
    assert sums(tmp_path / "row", {"CA HT 2024": row}).revenue == 2000
    down = "Mois;Ponant;Alizé;Total\nJanvier;1000;500;1500\nFévrier;1000;500;1500\n"
    down += f"Total;2000;1000;3000\n{name};0,667;0,333;1\n"
    assert sums(tmp_path / "down", {"CA HT par client 2024": down}).revenue == 3000


@pytest.mark.parametrize("row", ["%;150;25;175", "Part Dieu;75;25;100", "Évolution;5 %;4 %;3 %"])
def test_a_row_that_may_be_of_amounts_is_asked_about_or_counted(row: str, tmp_path: Path) -> None:
    text = SHARES.format("", "", "", f"{row}\n")
    if "Dieu" in row:
        assert sums(tmp_path, {"CA HT 2024": text}).revenue == 2100
    else:
        assert refusals(tmp_path, {"CA HT 2024": text})


def test_who_has_a_rate_is_no_share(tmp_path: Path) -> None:
    text = "Client;TJM;Janvier 2024;Février 2024\nPonant;500;10;11\nParts;500;4;5\n"
    assert sums(tmp_path, {"Jours 2024": text}).days == 30


TYPED = (
    "Date;Facture;Client;Type;HT;TVA;TTC\n08/01/2024;F1;Ponant;{};1000;200;1200\n"
    "09/02/2024;F2;Alizé;{};700;140;840\n"
)


@pytest.mark.parametrize("types", [("Mariage", "Reportage"), ("Conseil", "Logo")])
def test_kinds_of_work_are_no_types_of_documents(types: tuple[str, str], tmp_path: Path) -> None:
    assert sums(tmp_path, {"Factures": TYPED.format(*types)}).revenue == 1700
    assert set(codes(tmp_path)) <= QUIET


@pytest.mark.parametrize("first", ["Facture", "FA", "Avoir", "Devis", "Prospect", "Achat"])
def test_types_among_which_one_is_a_document_are_each_known(first: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, {"Factures": TYPED.format(first, "Logo")})


def test_what_is_not_sold_is_told_how_to_be_left_aside(tmp_path: Path) -> None:
    text = "Mois;Client;Jours;TJM;Statut\n10/2024;Ponant;10;600;Facturé\n"
    text += "11/2024;Ponant;10;600;Prévisionnel\n"
    (bad,) = refusals(tmp_path, {"Jours": text})
    assert '[statuts] "Prévisionnel" = "ne compte pas"' in bad.fix
    fees = "Date;Client;Prestation;Montant HT\n08/01/2024;Ponant;Devis;1000\n"
    (bad,) = refusals(tmp_path / "label", {"Forfaits": fees})
    assert bad.fix.startswith("effacer la ligne")
    assert "[statuts]" not in bad.fix
    settings = '[statuts]\n"Prévisionnel" = "ne compte pas"\n'
    assert sums(tmp_path, {"Jours": text}, settings).revenue == 6000


def test_hours_of_a_clock_and_progress_bear_on_nothing(tmp_path: Path) -> None:
    titles = "Début matin;Fin matin;% avancement;Reste à facturer"
    text = f"Date;Client;Heures;Taux horaire;{titles}\n"
    text += (
        "08/01/2024;Ponant;3;70;9:00;12:00;40 %;500\n09/01/2024;Ponant;3;70;9:00;12:00;60 %;290\n"
    )
    assert sums(tmp_path, {"Vacations": text}, "[lecture]\nheures_par_jour = 7\n").revenue == 420
    assert set(codes(tmp_path)) <= QUIET


@pytest.mark.parametrize("title", ["Reste à facturer", "% avancement"])
def test_what_is_not_billed_of_a_fee_is_asked_about(title: str, tmp_path: Path) -> None:
    text = f"Date;Client;Prestation;Montant HT;{title}\n08/01/2024;Ponant;Logo;1000;40\n"
    text += "09/02/2024;Alizé;Site;2100;70\n"
    assert sums(tmp_path, {"Factures": text}).revenue == 3100
    assert "colonne" in codes(tmp_path)


@pytest.mark.parametrize(("title", "asked"), [("Libellé", True), ("Bien", False)])
def test_years_are_those_of_a_purchase_in_a_register_alone(
    title: str, tmp_path: Path, *, asked: bool
) -> None:
    text = f"Date;{title};Montant HT;Durée (ans)\n08/01/2024;Serveur;3000;3\n"
    assert sums(tmp_path, {"Dépenses": text}).spent == 3000
    assert ("colonne" in codes(tmp_path)) is asked
    settings = '[colonnes]\n"Durée (ans)" = "Durée d’amortissement"\n'
    (line,) = books(tmp_path, {"Dépenses": text}, settings).expenses
    assert line.lifetime == 3


PIVOT = (
    "Somme de HT;Étiquettes de colonnes;;\nÉtiquettes de lignes;janv;févr;Total général\n"
    "Ponant;1000;;1000\nAlizé;;{};700\nTotal général;1000;700;1700\n"
)


@pytest.mark.parametrize("name", ["TCD", "Feuil2", "CA HT 2024"])
def test_a_pivot_of_months_is_a_recap(name: str, tmp_path: Path) -> None:
    files = {"Base": TYPED.format("Logo", "Site"), name: PIVOT.format(700)}
    assert sums(tmp_path, files).revenue == 1700
    assert set(codes(tmp_path)) <= QUIET
    assert refusals(tmp_path / "wrong", {**files, name: PIVOT.format(710)})
