"""Books of a new user that are read as they stand, and those near them that are not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reporter.books import load
from tests.sources.test_common_layouts import books, refusals, sums

DAYS = "Date;Client;Jours;TJM\n11/03/2024;Ponant;4;600\n12/03/2024;Ponant;1;600\n"
MISSIONS = {"Missions": "Client;TJM\nPonant;600\nAlizé;500\n"}
MICRO = '[societe]\nstatut = "micro"\n[tva]\nregime = "franchise"\n'


def codes(root: Path) -> list[str]:
    return [it.code for it in load(root).doubtful(date(2025, 1, 1)) if it.fix]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        # each half of a title says the same
        ("Jours", DAYS.replace("Client", "Client / Customer").replace("Jours", "Jours/Days"), 3000),
        # the name of an export says its workbook first, its tool, or its identity
        ("Suivi freelance - Jours", DAYS, 3000),
        ("indy jours", DAYS, 3000),
        ("Factures - clients", DAYS, 3000),
        ("Jours 0123456789abcdef0123456789abcdef", DAYS, 3000),
        # initials are words
        ("Forfaits", "Date;Client;Montant H.T.;Montant T.T.C.\n11/03/2024;Ponant;50;60\n", 50),
        ("Forfaits", "Date;Client;T.T.C.;T.V.A. 20 %\n11/03/2024;Ponant;60;10\n", 50),
        # one word in other forms, and what fills a name
        ("Jours", DAYS.replace("Jours", "Nb jour(s)"), 3000),
        ("Jours", DAYS.replace("Jours", "Journées"), 3000),
        ("Jours", DAYS.replace("Date", "Dates"), 3000),
        ("Jours", DAYS.replace("Date", "Date fact."), 3000),
        ("Suivi mensuel des jours T1", DAYS, 3000),
        ("Facture", "Date;Client;Total facturé HT\n11/03/2024;Ponant;50\n", 50),
        ("Historique ventes HT", "Date;Client;Valeur HT\n11/03/2024;Ponant;50\n", 50),
        # under months, two figures are a year
        ("Jours", DAYS.replace("Date", "Mois").replace("11/03/2024", "mars-24"), 3000),
        # a week has the day that it begins
        ("Jours", DAYS.replace("Date", "Semaine du"), 3000),
    ],
)
def test_titles_and_names_are_known_however_written(
    name: str, text: str, expected: int, tmp_path: Path
) -> None:
    assert sums(tmp_path, {name: text}).revenue == expected
    assert set(codes(tmp_path)) <= {"exercice-sans-depense", "debut-omis"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Jours", DAYS.replace("Client", "Client / Projet")),
        ("Jours", DAYS.replace("Jours", "Jours / Heures")),
        ("Jours - Ponant export", DAYS.replace("Date", "Quand")),
        ("Jours", DAYS.replace("11/03/2024", "Semaine 11")),
    ],
)
def test_two_meanings_are_asked_about(name: str, text: str, tmp_path: Path) -> None:
    refusals(tmp_path, {name: text})


@pytest.mark.parametrize(
    "title", ["Coût HT", "Reste HT", "Acompte HT", "Montant à venir HT", "HT / TTC"]
)
def test_another_amount_before_tax_is_not_the_one_of_a_sale(title: str, tmp_path: Path) -> None:
    refusals(tmp_path, {"Forfaits": f"Date;Client;{title}\n11/03/2024;Ponant;50\n"})


@pytest.mark.parametrize("name", ["Suivi des devis", "Historique budget", "Tableau prévisionnel"])
def test_what_fills_a_name_does_not_hide_the_rest(name: str, tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {name: DAYS})
    assert bad.what == "fichier inconnu"


@pytest.mark.parametrize("title", ["N° BC", "Catégorie", "Intervenant", "Horodateur", "Timestamp"])
def test_a_title_that_bears_on_no_figure_is_left_aside(title: str, tmp_path: Path) -> None:
    text = f"Date;Client;Montant HT;{title}\n11/03/2024;Ponant;50;4501\n"
    books(tmp_path, {"Forfaits": text})
    assert "colonne" not in codes(tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "Fin de mois;Client;Montant HT\n31/03/2024;Ponant;50\n",
        "Date;Donneur;Montant HT\n31/03/2024;Ponant;50\n",
        "Date;Client;Coût\n31/03/2024;Ponant;50\n",
    ],
)
def test_a_column_that_lacks_may_be_there_under_another_name(text: str, tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"Forfaits": text})
    assert "ou nommer ainsi celle qui le dit" in bad.fix


def test_the_tax_within_an_amount_is_its_tax(tmp_path: Path) -> None:
    text = "Date;Libellé;TTC;dont TVA\n12/03/2024;Serveur;12;2\n"
    assert sums(tmp_path, {"Dépenses": text}).spent == 10


def test_two_figures_after_a_month_may_be_its_day_elsewhere(tmp_path: Path) -> None:
    refusals(tmp_path, {"Jours": DAYS.replace("11/03/2024", "mars-24")})


def test_a_sheet_that_lacks_its_client_alone_is_told_so(tmp_path: Path) -> None:
    text = "Mois;Jours travaillés;TJM;CA HT\nJanvier 2024;18;500;9000\nFévrier 2024;2;500;1000\n"
    (bad,) = refusals(tmp_path, {"Suivi": text})
    assert "nommer ainsi ses colonnes, ou écrire « Client : … » au-dessus" in bad.fix
    done = text.replace("Mois", "Client : Ponant;;;\nMois")
    assert sums(tmp_path, {"Suivi": done})[:2] == (10000, 20)


def test_titles_and_totals_among_the_rows_hide_no_dates(tmp_path: Path) -> None:
    part = "Année {0};;\nDate;Client;Montant HT\n01/03/{0};Ponant;50\nTotal;;50\n;;\n"
    (bad,) = refusals(tmp_path, {"Zz": part.format(2023) + part.format(2024)})
    assert '"Zz" = "Forfaits"' in bad.fix
    other = tmp_path / "other"
    assert sums(other, {"Historique": part.format(2023) + part.format(2024)}).revenue == 100


@pytest.mark.parametrize("name", ["Ancien - Jours", "Devis - Factures", "Brouillon - Jours"])
def test_the_workbook_of_an_export_is_heard(name: str, tmp_path: Path) -> None:
    books(tmp_path, {name: DAYS})
    assert "titre-inconnu" in codes(tmp_path)


PARTS = {
    "halves": "Date;Client;Matin;Après-midi\n12/03/2024;Ponant;0,5;0,5\n13/03/2024;Ponant;x;\n"
    "14/03/2024;Ponant;CP;0,5\n15/03/2024;Ponant;CP;CP\nTotal;;1;1\n",
    "in English": "Week of;Client;Mon;Tue;Wed;Thu\n11/03/2024;Ponant;1;0,5;;0,5\n",
    "a week": "Semaine du;Client;Lundi;Mardi;Mercredi;Jeudi;Total\n"
    "11/03/2024;Ponant;1;0,5;;;1,5\n18/03/2024;Ponant;;;0,5;;0,5\n",
    "letters": "Semaine du;Client;L;M;M;J;V\n11/03/2024;Ponant;1;0,5;;;0,5\n",
    "letters of all": "Semaine du;Client;L;M;M;J;V;S;D;Total\n11/03/2024;Ponant;1;;;;0,5;;0,5;2\n",
}


def test_letters_that_come_again_are_those_of_a_month(tmp_path: Path) -> None:
    text = "Semaine du;Client;L;M;M;J;V;L\n11/03/2024;Ponant;1;1;;;;\n"
    assert refusals(tmp_path, {"Jours": text, **MISSIONS})


@pytest.mark.parametrize("text", PARTS.values(), ids=PARTS)
def test_parts_of_days_side_by_side_are_days(text: str, tmp_path: Path) -> None:
    assert sums(tmp_path, {"Jours": text, **MISSIONS})[:2] == (1200, 2)
    assert "colonne" not in codes(tmp_path)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("0,5;0,5", "1;1"),
        ("0,5;0,5", "9;14"),
        ("CP", "atelier"),
        (";Matin;Après-midi", ";Matin;Matinée"),
        ("Lundi;Mardi;Mercredi;Jeudi", "Lundi;Mardi;Jeudi;Mercredi"),
        ("1;0,5;;;1,5", "7;3,5;;;10,5"),
    ],
)
def test_parts_of_days_that_may_be_something_else_are_refused(
    text: str, other: str, tmp_path: Path
) -> None:
    (table,) = (it for it in PARTS.values() if text in it)
    refusals(tmp_path, {"Jours": table.replace(text, other), **MISSIONS})


def test_the_days_of_a_column_that_has_them_are_those(tmp_path: Path) -> None:
    text = "Date;Client;Matin;Après-midi;Jours\n12/03/2024;Ponant;0,5;0,5;0,5\n"
    assert sums(tmp_path, {"Jours": text, **MISSIONS}).days == Decimal("0.5")
    titled = text.replace("Date;Client", "Client : Ponant;;;;\nDate;Note").replace(
        "Ponant;0", "a;0"
    )
    assert sums(tmp_path, {"Jours": titled, **MISSIONS}).days == Decimal("0.5")


def test_a_public_holiday_of_a_calendar_needs_no_days(tmp_path: Path) -> None:
    text = "Date;Client;Jours;TJM\n30/04/2024;Ponant;1;600\n01/05/2024;Ponant;;600\n"
    assert sums(tmp_path, {"Jours": text + "02/05/2024;Ponant;1;600\n"}).days == 2
    (bad,) = refusals(tmp_path, {"Jours": text.replace("01/05", "29/04")})
    assert bad.what == "cellule vide"


def test_the_client_may_be_named_at_the_end_of_a_title(tmp_path: Path) -> None:
    text = "Temps 2024 – Client : Ponant;;\nDate;Jours;TJM\n12/03/2024;2;600\n"
    assert {day.client for day in books(tmp_path, {"Jours": text}).days} == {"Ponant"}


@pytest.mark.parametrize("debit", ["12;2;14", "12;;12"])
def test_the_debit_of_an_expense_is_what_it_cost(debit: str, tmp_path: Path) -> None:
    text = f"Date;Libellé;HT;TVA;Débit\n12/03/2024;Serveur;{debit}\n"
    assert sums(tmp_path, {"Dépenses": text}).spent == 12
    refusals(tmp_path, {"Dépenses": text.replace(debit, f"{debit}9")})


def test_the_debit_of_a_sale_is_asked_about(tmp_path: Path) -> None:
    text = "Date;Client;HT;Débit\n12/03/2024;Ponant;12;12\n"
    refusals(tmp_path, {"Forfaits": text})


def test_what_was_received_has_the_date_of_its_payment(tmp_path: Path) -> None:
    text = "Date;Client;Montant encaissé\n12/03/2024;Ponant;120\n"
    assert sums(tmp_path, {"Recettes": text}, MICRO).revenue == 120
    dated = text.replace("Date", "Date de facture")
    (bad,) = refusals(tmp_path, {"Recettes": dated}, MICRO)
    assert bad.what.startswith("aucune date de paiement dans ce tableau")


MONTHS = "Client;TJM;Janvier 2024;Février 2024;CA HT\nPonant;600;2;1;1800\nAlizé;500;;1;500\n"


def test_what_the_days_of_each_month_are_worth_may_stand_beside_them(tmp_path: Path) -> None:
    assert sums(tmp_path, {"Jours": f"{MONTHS}Total;;2;2;2300\n"})[:2] == (2300, 4)


@pytest.mark.parametrize(
    ("text", "other"),
    [(";1800", ";1900"), (";500\n", ";\nTotal;;2;2;2400\n"), (";1800", ";payé")],
)
def test_another_worth_beside_the_months_is_refused(text: str, other: str, tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"Jours": MONTHS.replace(text, other)})
    assert bad.what == "colonne inconnue dans un tableau par mois"


@pytest.mark.parametrize(
    ("text", "other", "cell"),
    [
        (";1800", ";1900", "E2"),
        (";500\n", ";600\n", "E3"),
        (";500\n", ";payé\n", "E3"),
        (";2;1;", ";2;2;", "E2"),
        (";2;1;", ";2;1 ?;", "D2"),
        ("1300", "3600", "E4"),
    ],
)
def test_where_two_rows_are_worth_their_days_the_other_one_is_wrong(
    text: str, other: str, cell: str, tmp_path: Path
) -> None:
    rows = f"{MONTHS}Nimbus;650;2;;1300\nBrise;500;1;;500\n"
    (bad,) = refusals(tmp_path, {"Jours": rows.replace(text, other, 1)})
    assert bad.place.cell == cell


def test_a_note_beside_the_months_is_named_where_it_stands(tmp_path: Path) -> None:
    rows = MONTHS.replace(";CA HT", ";CA HT;").replace(";500\n", ";500;remise 10 %\n")
    (bad,) = refusals(tmp_path, {"Jours": rows})
    assert (bad.what, bad.place.cell) == ("colonne remplie et sans titre", "F3")


def test_days_of_months_beside_a_column_that_is_none_are_not_to_be_left_aside(
    tmp_path: Path,
) -> None:
    text = "Client;TJM;Janvier 2024;Février 2024;Colonne1\nPonant;600;2;1;3\n"
    said = refusals(tmp_path, {"Jours": f"{text}\n{text}"})
    assert {bad.fix.rpartition("[colonnes] ")[2] for bad in said} == {'"Colonne1" = ""'}


def test_a_quantity_that_has_a_unit_is_not_proposed_as_days(tmp_path: Path) -> None:
    text = "Date;Client;Quantité;Unité;PU HT;Total HT\n12/03/2024;Ponant;2;jour;600;1200\n"
    text += "12/03/2024;Ponant;1;forfait;300;300\n"
    (bad,) = refusals(tmp_path, {"Toutes": text})
    assert '"Toutes" = "Forfaits"' in bad.fix


def test_a_client_per_column_and_a_row_per_day_is_told_what_to_write(tmp_path: Path) -> None:
    text = "Jour;Ponant;Alizé\n12/03/2024;1;\n13/03/2024;;0,5\n"
    (bad,) = refusals(tmp_path, {"Suivi": text})
    assert "« Jours par client »" in bad.fix
    assert "une ligne par jour ou par vente" in bad.fix
    assert "(12/03/2024, Ponant, 1)" in bad.fix
    assert "tourner" not in bad.fix


def test_a_week_is_told_its_monday(tmp_path: Path) -> None:
    text = "Semaine;Client;Jours;TJM\nS12;Ponant;4;600\n"
    (bad,) = refusals(tmp_path, {"Jours 2024": text})
    assert "le lundi de la semaine" in bad.fix


def test_the_client_of_a_title_lacks_nowhere(tmp_path: Path) -> None:
    text = "Client : Ponant;;\nQuand;Durée (j);TJM\n12/03/2024;1;600\n13/03/2024;1;600\n"
    (bad,) = refusals(tmp_path, {"Zz": text})
    assert '"Quand" = "Date"' in bad.fix


INVOICES = "Date;Objet;Montant HT\n11/03/2024;Site;50\n"


def test_a_name_beside_that_of_the_lines_is_the_one_its_owner_says(tmp_path: Path) -> None:
    settings = '[colonnes]\n"Ponant" = "Client"\n"Léa" = "Intervenant"\n'
    activity = books(tmp_path, {"Factures Ponant": INVOICES, "Jours Léa": DAYS}, settings)
    assert [fee.client for fee in activity.fees] == ["Ponant"]
    assert {day.worker for day in activity.days} == {"Léa"}


REGISTER = "Date de paiement;Fournisseur;Nature;Montant\n10/01/2024;Bois;Matière;180\n"


def test_a_register_of_purchases_has_the_dates_of_its_payments(tmp_path: Path) -> None:
    assert sums(tmp_path, {"registre des achats": REGISTER}, MICRO).spent == 180
    receipts = REGISTER.replace("Fournisseur", "Libellé")
    refusals(tmp_path, {"registre": receipts}, MICRO)
    (bad,) = refusals(tmp_path / "company", {"achats": REGISTER.replace("Montant", "Montant HT")})
    assert "la nommer Date" in bad.fix


def test_a_unit_may_be_in_the_plural(tmp_path: Path) -> None:
    text = "N° facture;Date;Client;Quantité;Unité;Prix unitaire HT;Montant HT\n"
    text += "F1;11/03/2024;Ponant;2;jour(s);600;1200\n"
    assert sums(tmp_path, {"Factures": text}).days == 2


SOLD = "VENTES;;;\nDate;Facture;Client;Montant HT\n31/01/2024;F1;Nacre;2000\nTotal;;;2000\n;;;\n"
SPENT = "ACHATS;;;\nDate;Fournisseur;Libellé;Montant HT\n05/01/2024;Orée;Bureau;250\n"


@pytest.mark.parametrize("name", ["Ventes et achats 2024", "Dépenses & recettes", "Ventes + frais"])
def test_a_sheet_of_sales_and_expenses_has_a_table_of_each(name: str, tmp_path: Path) -> None:
    found = sums(tmp_path, {name: SOLD + SPENT})
    assert (found.revenue, found.spent) == (2000, 250)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Devis et ventes", SOLD),
        ("Ventes et tarifs Ponant", SOLD.replace("Facture", "N°")),
        (
            "Ventes et achats",
            "Date;Libellé;Montant HT\n31/01/2024;Site;2000\n05/01/2024;Bureau;250\n",
        ),
    ],
)
def test_a_name_of_two_things_says_no_kind(name: str, text: str, tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {name: text})
    assert bad.what == "fichier inconnu"


def test_two_words_of_one_kind_are_that_kind(tmp_path: Path) -> None:
    text = "Date;Libellé;Montant HT\n05/01/2024;Bureau;250\n"
    assert sums(tmp_path, {"Frais et achats": text}).spent == 250


@pytest.mark.parametrize(
    ("title", "cells", "asked"),
    [
        ("Départ", ("Lyon", "Lyon"), False),
        ("Lieu de mission", ("Lyon", "Lyon"), False),
        ("Session", ("EXC-101", "EXC-101"), False),
        # what may say that a line does not count
        ("Suivi", ("Fait", "Fait"), True),
        ("Départ", ("Annulé", "Lyon"), True),
        ("Session", ("KO", "OK"), True),
        ("Session", ("V1", "Annulé"), True),
    ],
)
def test_a_column_of_places_or_of_codes_says_no_status(
    title: str, cells: tuple[str, str], asked: bool, tmp_path: Path
) -> None:
    text = f"Date;Client;{title};Jours;TJM\n"
    text += "".join(f"1{n}/03/2024;Ponant;{cell};1;600\n" for n, cell in enumerate(cells, 1))
    assert sums(tmp_path, {"Jours": text}).revenue == 1200
    assert bool({"colonne", "peut-etre-annule"} & set(codes(tmp_path))) == asked


MARCH = '[exercice]\ncloture = "31/03"\n'


@pytest.mark.parametrize(
    ("name", "dates", "settings", "asked"),
    [
        # a financial year called as that in which it begins, or closes
        ("Factures 2024", ("12/04/2024", "31/12/2024", "28/02/2025"), MARCH, False),
        ("Factures 2025", ("12/04/2024", "31/12/2024", "28/02/2025"), MARCH, False),
        ("Factures T4 2024", ("28/02/2025", "28/03/2025"), MARCH, False),
        # one line of the year called so, as it closes: the others are of another
        ("Factures 2024", ("28/02/2024", "12/04/2024", "28/02/2025"), MARCH, True),
        ("Factures 2024", ("12/04/2024", "31/12/2024", "28/02/2026"), MARCH, True),
        ("Factures 2024", ("12/04/2024", "31/12/2024", "28/02/2025"), "", True),
    ],
)
def test_a_sheet_may_be_called_as_its_financial_year_begins(
    name: str, dates: tuple[str, ...], settings: str, *, asked: bool, tmp_path: Path
) -> None:
    text = "Date;Client;Montant HT\n" + "".join(f"{day};Ponant;500\n" for day in dates)
    books(tmp_path, {name: text}, settings)
    assert ("autre-annee" in codes(tmp_path)) == asked


def test_a_title_in_two_languages_is_one_though_a_receipt_is_in_one(tmp_path: Path) -> None:
    text = "Date;Invoice / Facture;Client;Montant HT\n12/04/2024;F1;Ponant;500\n"
    books(tmp_path, {"Sales": text})
    assert "colonne" not in codes(tmp_path)


def test_a_client_is_named_beside_the_year(tmp_path: Path) -> None:
    text = "Client : Ponant;;2024\nJour;Janvier;Février\n"
    text += "".join(f"{day};{'1' if day == 9 else ''};\n" for day in range(1, 32))
    (day,) = books(tmp_path, {"Calendrier": text, **MISSIONS}).days
    assert (day.client, day.date) == ("Ponant", date(2024, 1, 9))


WEEK = "Week starting;Client;Mon;Tue;Wed;Thu;Fri;Total\n04/03/2024;Ponant;1;1;1;0;0;3\n"


def test_a_sum_of_days_is_not_proposed_as_their_price(tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"Timesheet": WEEK})
    assert "Total" not in bad.fix
    rates = {"Rates": "Client;Daily rate\nPonant;600\n"}
    assert sums(tmp_path, {"Timesheet": WEEK, **rates}).revenue == 1800


def test_who_works_for_us_may_be_a_supplier(tmp_path: Path) -> None:
    text = "Date;Facture;Sous-traitant;HT\n31/01/2024;S1;Zoé;4500\n"
    assert sums(tmp_path, {"Sous-traitance": text}).spent == 4500


@pytest.mark.parametrize(
    ("cash", "asked"), [("40", False), ("30", True), ("'x", True)], ids=["all", "less", "words"]
)
def test_the_parts_of_an_amount_are_no_other_numbers(
    cash: str, *, asked: bool, tmp_path: Path
) -> None:
    text = "Date;Client;Espèces;Chèques;CB;Montant HT\n"
    text += f"11/03/2024;Ponant;{cash};60;;100\n12/03/2024;Ponant;;50;50;100\n"
    assert sums(tmp_path, {"Ventes": text}).revenue == 200
    assert ("colonne" in codes(tmp_path)) == asked


def test_hours_of_a_day_are_no_period_of_a_line(tmp_path: Path) -> None:
    text = "Date;Client;Début;Fin;Jours;TJM\n11/03/2024;Ponant;09:00;17h30;1;600\n"
    assert sums(tmp_path, {"Jours": text}).revenue == 600
    for odd in ("9", "plus tard", "11/13/2024"):
        assert refusals(tmp_path, {"Jours": text.replace("09:00", odd)})
    dated = text.replace("09:00", "11/03/2024").replace("17h30", "12/03/2024")
    (day,) = books(tmp_path, {"Jours": dated}).days
    assert day.end == date(2024, 3, 12)


TOOL = "Date;Member;Client;Billable hours;Billable rate\n2024-03-11;Al;Ponant;7;90\n"


def test_what_a_tool_calls_billable_is_time_and_its_price(tmp_path: Path) -> None:
    assert sums(tmp_path, {"Time": TOOL}, "[lecture]\nheures_par_jour = 7\n").revenue == 630


TRIPS = "Date;Trajet;{};Km;Montant\n08/01/2024;Lyon-Vienne;Hexa;60;36\n"


@pytest.mark.parametrize(("title", "asked"), [("Client", False), ("Projet", False), ("Avis", True)])
def test_what_was_bought_may_be_for_a_client(title: str, *, asked: bool, tmp_path: Path) -> None:
    text = TRIPS.format(title) + "09/01/2024;Lyon-Bron;Hexa;20;12\n"
    settings = "[vehicule]\npuissance_fiscale = 4\n"
    assert sums(tmp_path, {"Frais km": text}, settings).spent == 48
    assert ("colonne" in codes(tmp_path)) == asked


SLIP = "Mois;Salarié;Brut;Cotisations salariales;{};Net à payer;Cotisations patronales\n"
SLIP += "31/01/2024;Anne;3000;660;2430;2340;1260\n"


@pytest.mark.parametrize(
    "title", ["Net imposable", "Net fiscal", "Montant net social", "Net à payer avant impôt"]
)
def test_the_other_nets_of_a_slip_bear_on_nothing(title: str, tmp_path: Path) -> None:
    assert sums(tmp_path, {"Salaires": SLIP.format(title)}).spent == 4260
    assert "colonne" not in codes(tmp_path)
