"""Several columns for each client, side by side: its lines, or a refusal of a sum beside them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.sources.test_books_of_new_users import codes
from tests.sources.test_common_layouts import books, refusals, sums

PAIRS = (
    "2024;Ponant;;Alizé;;{}\nMois;Jours;Montant HT;Jours;Montant HT;{}\n"
    "Janvier;5;3000;4;2000;{}\nFévrier;6;3600;;;{}\nMars;;;2;1000;{}\nTotal;11;6600;6;3000;\n"
)
PLAIN = PAIRS.format(*[""] * 5)


def test_each_client_has_its_columns(tmp_path: Path) -> None:
    found = books(tmp_path, {"Suivi": PLAIN})
    assert [(it.client, it.date.month, it.days, it.amount, it.place.cell) for it in found.days] == [
        ("Ponant", 1, 5, 3000, "A3"),
        ("Ponant", 2, 6, 3600, "A4"),
        ("Alizé", 1, 4, 2000, "A3"),
        ("Alizé", 3, 2, 1000, "A5"),
    ]
    assert set(codes(tmp_path)) <= {"exercice-sans-depense"}


PRICED = (
    "Mois;Ponant;;;;Alizé;;\nMois;Jours;TJM;Montant HT;;Jours;TJM;Montant HT\n"
    "01/2024;5;600;3000;;4;500;2000\n02/2024;6;600;3600;;2;500;1000\n"
)
DATED = (
    ";Ponant;;Alizé;\nDate;Jours;TJM;Jours;TJM\n08/01/2024;5;600;4;500\n05/02/2024;6;600;2;500\n"
)


@pytest.mark.parametrize("text", [PRICED, DATED], ids=["a blank column between", "no amounts"])
def test_other_columns_and_dates(text: str, tmp_path: Path) -> None:
    found = sums(tmp_path, {"Suivi 2024": text})
    assert (found.revenue, found.days) == (9600, 17)


def test_invoices_may_stand_so(tmp_path: Path) -> None:
    text = ";Ponant;;Alizé;\nMois;Montant HT;TTC;Montant HT;TTC\n01/2024;3000;3600;2000;2400\n"
    assert sums(tmp_path, {"Factures 2024": text}).revenue == 5000


def test_a_remark_is_heard(tmp_path: Path) -> None:
    text = PAIRS.format("", "Remarques", "annulé", "", "sur site")
    assert sums(tmp_path, {"Suivi 2024": text}).days == Decimal(17)
    assert "peut-etre-annule" in codes(tmp_path)


@pytest.mark.parametrize("title", ["Total HT", "Total", "Ensemble"])
def test_sums_of_all_beside_them_are_checked(title: str, tmp_path: Path) -> None:
    right = PAIRS.format("", title, "5000", "3600", "1000")
    assert sums(tmp_path, {"Suivi 2024": right}).revenue == 9600
    (bad,) = refusals(tmp_path, {"Suivi 2024": right.replace(";3600\n", ";3060\n")})
    assert (bad.what, bad.place.cell) == ("total différent de la somme", "F4")
    assert sums(tmp_path, {"Suivi 2024": PAIRS.format(title, "Jours", "9", "6", "2")}).days == 17


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Ponant;;Alizé", "Prévu;;Réalisé"),
        ("Ponant;;Alizé", "Budget;;Réel"),
        ("Ponant;;Alizé", "Ventes;;Achats"),
        ("Ponant;;Alizé", "Réalisé;;Écart"),
        ("Ponant;;Alizé", "Planifié;;Réel"),
        ("Ponant;;Alizé", "Janvier;;Février"),
        ("Ponant;;Alizé", "2023;;2024"),
        ("Ponant;;Alizé", "Ponant;;ponant"),
        ("Ponant;;Alizé", "Ponant;;"),
        ("Jours;Montant HT;Jours;Montant HT", "Jours;Montant HT;Montant HT;Jours"),
        ("Jours;Montant HT;Jours;Montant HT", "Jours;Montant HT;Heures;Montant HT"),
        ("Jours;Montant HT;Jours;Montant HT", "Jours;Montant HT;;Jours"),
    ],
)
def test_other_names_and_titles_are_none_of_clients(old: str, new: str, tmp_path: Path) -> None:
    assert refusals(tmp_path, {"Suivi 2024": PLAIN.replace(old, new)})


@pytest.mark.parametrize(
    ("old", "new", "cell"),
    [
        ("5;3000;4;2000", "4;2000;5;3000", "C6"),
        ("6;3600", "6;", "C4"),
        ("6;3600", ";3600", "B4"),
        ("6;3600", "7h;3600", "B4"),
        ("Mars;;;2", "Mars;2;;", "C5"),
        ("11;6600", "11;6000", "C6"),
    ],
    ids=["two clients", "no amount", "no days", "hours", "of another", "a sum"],
)
def test_what_is_displaced_is_refused(old: str, new: str, cell: str, tmp_path: Path) -> None:
    found = refusals(tmp_path, {"Suivi 2024": PLAIN.replace(old, new)})
    assert cell in {it.place.cell for it in found}


def test_the_last_column_of_all_deleted(tmp_path: Path) -> None:
    text = "\n".join(line.rpartition(";")[0] for line in DATED.splitlines())
    assert refusals(tmp_path, {"Suivi 2024": text})


def test_what_stands_between_two_clients_is_asked_about(tmp_path: Path) -> None:
    text = PRICED.replace(";3600;;2;", ";3600;annulé;2;")
    assert refusals(tmp_path, {"Suivi 2024": text})


LATER = ";Ponant;;Alizé;\nDate;Jours;Montant HT;Jours;Montant HT\n26/02/{0};7;5880;;\n"
LATER += "31/03/{0};;;4;3187,50\n30/04/{0};7;5880;4,75;3562,50\n30/11/{0};6;5250;8;6187,50\n"
LATER += "31/12/{0};;;8;6187,50\n"


def test_the_sheet_of_a_year_copied_for_the_next_is_asked_about(tmp_path: Path) -> None:
    names = {f"Suivi {year}": LATER.format(year) for year in (2024, 2025)}
    assert sums(tmp_path, names).days == Decimal("89.5")
    assert "deux-versions" in codes(tmp_path)


WHOLE = """Date;Client;Jours;TJM\n26/02/{0};Ponant;7;700\n31/03/{0};Alizé;4;610\n\n
Date;Client;Jours;TJM\n30/04/{0};Ponant;3;700\n30/11/{0};Alizé;5;610\n\n
Date;Fournisseur;Libellé;Montant HT\n"""


def test_the_days_of_a_sheet_are_compared_whole_whatever_is_spent_there(tmp_path: Path) -> None:
    spent = "{}/05/{};Quai;Achat {};{}\n"
    bought = {2024: (30, 8, 21), 2025: (404, 95, 212)}
    names = {
        f"Suivi {year}": WHOLE.format(year)
        + "".join(
            spent.format(day, year, day, price) for day, price in zip("579", its, strict=True)
        )
        for year, its in bought.items()
    }
    assert sums(tmp_path, names).days == 38
    assert "deux-versions" in codes(tmp_path)
