"""Sheets that stand beside the lines of a book: what they hold of it, and what is left aside."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reporter.books import load
from reporter.errors import BadData
from tests.books.sheets import write
from tests.books.small import sheets

BOOK = """
# Ventes
Date | Client | N° facture | Montant HT
15/01/2020 | Ponant | F-01 | 1000
16/02/2020 | Alizé | F-02 | 700
# Achats
Date | Fournisseur | Libellé | Montant HT
05/01/2020 | OVH | Serveur | 30
"""


BOUGHT = "Sous-traitance\nMois | Prestataire | Jours | TJM | Montant HT"
MAY = "Mai 2020 | Z | 1 | 400 | 400"


def read_beside(root: Path, sheet: str) -> tuple[Decimal, Decimal, set[str]] | None:
    """Return what is sold and spent beside the book, and the codes of the points of its sheet."""
    write(root, sheets(f"{BOOK}\n# {sheet}"))
    try:
        found = load(root)
    except BadData:
        return None
    sold = sum((it.amount for it in (*found.activity.days, *found.activity.fees)), Decimal(-1700))
    spent = sum((it.amount for it in found.activity.expenses), Decimal(-30))
    name = sheet.partition("\n")[0]
    points = (it for it in found.doubtful(date(2021, 1, 1)) if it.fix)
    return sold, spent, {it.code for it in points if it.place.sheet == name}


@pytest.mark.parametrize(
    "sheet",
    [
        # who is paid, by the day, is no client
        f"{BOUGHT}\nMars 2020 | Z | 2 | 400 | 800\nAvril 2020 | Z | 2 | 400 | 800\n{MAY}",
        "Sous-traitants\nDate | Sous-traitant | Montant HT\n31/03/2020 | Z | 2000",
        # neither pay nor taxes have any VAT
        "Salaires\nDate | Bénéficiaire | Libellé | Montant\n31/03/2020 | Z | Prime | 2000",
        "Rémunérations\nMois | Coût total\nMars 2020 | 2000",
        "Salaires\nDate | Salarié | Total\n31/03/2020 | Z | 2000",
        "Impôts et taxes\nDate | Nature | Montant\n31/03/2020 | CFE | 2000",
        # what is taken from a gross pay is all that the net pay lacks
        "Salaires\nMois | Brut | Charges patronales | Net\nMars 2020 | 1500 | 500 | 1200",
        "Paie\nMois | Brut | PAS | Net | Charges patronales\nMars 2020 | 1500 | 50 | 1150 | 500",
        "Paie\nDate | Salarié | Net payé | Cotisations\n31/03/2020 | Z | 1200 | 800",
        "Rémunération\nMois | Rémunération nette gérant | Cotisations TNS\nMars 2020 | 1200 | 800",
        # the part of a rent that is deducted
        "Bureau à domicile\nMois | Poste | Payé | Montant déductible\nMars 2020 | Loyer | | 2000",
    ],
)
def test_a_sheet_of_what_is_spent(sheet: str, tmp_path: Path) -> None:
    assert read_beside(tmp_path, sheet) == (0, 2000, set())


@pytest.mark.parametrize(
    "sheet",
    [
        "Sous-traitance\nMois | Client | Jours | TJM\nMars 2020 | Z | 5 | 400",
        "Ventes bis\nDate | Libellé | Montant\n31/03/2020 | Z | 2000",
        "Frais\nDate | Bénéficiaire | Libellé | Montant\n31/03/2020 | Z | Prime | 2000",
        "Salaires\nDate | Bénéficiaire | Montant | Total\n31/03/2020 | Z | 2000 | 2400",
        "Salaires\nDate | Bénéficiaire | Montant | TVA\n31/03/2020 | Z | 2000 | 400",
        "Salaires\nMois | Brut | Charges patronales | Net\nMars 2020 | 1500 | 500 | 700",
        "Salaires\nMois | Brut | Charges patronales\nMars 2020 | 1500 | 500",
        "Salaires\nMois | Net | Cotisations\nMars 2020 | 1500 | 1600",
        "Salaires\nMois | Net\nMars 2020 | 1500",
    ],
)
def test_one_that_may_be_another_is_refused(sheet: str, tmp_path: Path) -> None:
    assert read_beside(tmp_path, sheet) is None


LEAVE = "Congés 2020\nDu | Au | Jours | Motif\n17/02/2020 | 21/02/2020 | 5 | Ski"
PAID = "{}\nDate | N° facture | Client | {}\n20/03/2020 | {} | Ponant | 1200"


@pytest.mark.parametrize(
    ("sheet", "codes"),
    [
        (LEAVE, set()),
        ("Dividendes\nDate AG | Dividendes bruts | Net\n15/06/2020 | 8000 | 5600", set()),
        ("IS\nDate | Libellé | Montant\n15/06/2020 | Acompte | 800", set()),
        (PAID.format("Encaissements", "Montant TTC", "F-01"), set()),
        (PAID.format("Encaissements 2020", "Montant encaissé", "F-01"), set()),
        (PAID.format("Impayés", "Montant TTC", "F-02"), set()),
        (PAID.replace("Date", "Réglé le").format("Règlements", "Reçu", "F-02"), set()),
        (PAID.replace("Date", "Relance 1").format("Relances", "Montant TTC", "F-02"), set()),
        ("Planning 2020\nSemaine | Client | Jours prévus\nS1 | Ponant | 3", set()),
        (
            "Commandes\nDate | Client | Objet | Montant HT\n05/01/2020 | Ponant | TMA | 900",
            {"feuille-invendue"},
        ),
        (
            "Contrats\nClient | Objet | Début | Montant HT\nPonant | TMA | 05/01/2020 | 900",
            {"feuille-invendue"},
        ),
        (
            "Emprunt\nÉchéance | Capital | Intérêts\n31/01/2020 | 400 | 20\n29/02/2020 | 401 | 19",
            {"feuille-invendue"},
        ),
    ],
)
def test_a_sheet_of_nothing_sold_is_left_aside(sheet: str, codes: set[str], tmp_path: Path) -> None:
    assert read_beside(tmp_path, sheet) == (0, 0, codes)


@pytest.mark.parametrize(
    "sheet",
    [
        LEAVE.replace("Motif", "Client"),
        PAID.format("Encaissements", "Montant TTC", "F-03"),
        PAID.replace("facture", "").format("Encaissements", "Montant TTC", "F-01"),
        PAID.format("Soldes", "Montant TTC", "F-01"),
        "Échéancier\nDate | Client | Objet | Montant HT\n05/01/2020 | Ponant | TMA | 9",
        "Contrat Ponant\nDate | Objet | Montant HT\n05/01/2020 | TMA | 900",
        "Commandes facturées\nDate | Client | Objet | Total\n05/01/2020 | Ponant | TMA | 9",
    ],
)
def test_one_that_may_be_sold_is_refused(sheet: str, tmp_path: Path) -> None:
    assert read_beside(tmp_path, sheet) is None


def test_where_sales_count_on_the_day_they_are_paid_receipts_are_no_copy(tmp_path: Path) -> None:
    book = BOOK.replace("Montant HT\n15", "Montant HT | Payé le\n15").replace("1000", "1000 | ")
    text = f"{book}\n# {PAID.format('Encaissements', 'Montant HT', 'F-01')}"
    write(tmp_path, sheets(text.replace("| 700", "| 700 | 20/02/2020")))
    (tmp_path / "bilan.toml").write_text('[societe]\nbase = "encaissement"\n', encoding="utf-8")
    assert [it.invoice for it in load(tmp_path).activity.fees] == ["F-01", "F-02", "F-01"]


REGISTER = """Immobilisations 2020
Bien | Date d’acquisition | Valeur HT | Durée | 2019 | 2020 | VNC
MacBook | 02/01/2019 | 2400 | {} | 800 | 800 | 1600"""


@pytest.mark.parametrize("lasts", ["3", "3 ans"])
def test_a_register_says_how_long_a_purchase_lasts(lasts: str, tmp_path: Path) -> None:
    assert read_beside(tmp_path, REGISTER.format(lasts)) == (0, 2400, set())
    (bought,) = (it for it in load(tmp_path).activity.expenses if it.date.year == 2019)
    assert bought.lifetime == 3


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("02/01/2019", "02/01/2021", "autre-annee"),
        ("| Durée |", "| Autre |", "colonne"),
        ("| VNC", "| Autre", "colonne"),
        ("Bien | Date d’acquisition", "Libellé | Date", "colonne"),
    ],
)
def test_what_a_register_does_not_say_is_asked(
    old: str, new: str, code: str, tmp_path: Path
) -> None:
    sheet = REGISTER.format(3).replace(old, new)
    found = read_beside(tmp_path, sheet)
    assert found is not None
    assert code in found[2]


NET = "Frais\nDate | Libellé | Montant HT\n31/03/2020 | Salaire net | 1500\n15/{}/20{} | {} | 500"


@pytest.mark.parametrize(
    ("month", "year", "label", "asked"),
    [
        ("04", 20, "URSSAF mars", False),
        ("12", 20, "Cotisations sociales", False),
        ("04", 20, "Mobile", True),
        ("04", 21, "URSSAF mars", True),
    ],
)
def test_a_net_pay_beside_its_contributions_is_whole(
    month: str, year: int, label: str, *, asked: bool, tmp_path: Path
) -> None:
    found = read_beside(tmp_path, NET.format(month, year, label))
    assert found is not None
    assert ("paie-nette" in found[2]) == asked


DAYS = "Date | Client | Jours | TJM | {}\n31/01/2020 | Ponant | 2 | 600 | 1200"
OF_CLIENTS = "Date | Jours | TJM | {}\n31/01/2020 | 2 | 600 | 1200"


def alone(root: Path, text: str) -> tuple[Decimal, set[str], list[str]] | None:
    """Return what days are worth, whose, and the codes of the points of their sheets."""
    write(root, sheets(text))
    try:
        found = load(root)
    except BadData:
        return None
    days = found.activity.days
    points = (it for it in found.doubtful(date(2021, 1, 1)) if it.fix and it.place.sheet)
    worth = sum((it.amount for it in days), Decimal(0))
    return worth, {it.client for it in days}, [it.code for it in points]


@pytest.mark.parametrize(
    ("name", "title", "points"),
    [
        ("Anne", "Montant HT", ["titre-inconnu"]),
        ("Suivi portage", "CA HT", ["titre-inconnu"]),
        ("Jours", "CA HT", []),
        ("Anne", "Remarque", None),
        ("Planning", "Montant HT", None),
        ("Récap 2020", "Montant HT", None),
        ("Chiffrage prévu", "Montant HT", None),
    ],
)
def test_days_at_their_rate_are_read_under_an_unknown_name_that_is_asked_about(
    name: str, title: str, points: list[str] | None, tmp_path: Path
) -> None:
    found = alone(tmp_path, f"# {name}\n{DAYS.format(title)}")
    assert found == (None if points is None else (1200, {"Ponant"}, points))


def test_days_under_an_unknown_name_are_refused_beside_others(tmp_path: Path) -> None:
    assert read_beside(tmp_path, f"Anne\n{DAYS.format('Montant HT')}") is None


@pytest.mark.parametrize(
    ("names", "title", "read"),
    [
        (("Ponant", "Alizé"), "Montant HT", True),
        (("Ponant", "Alizé"), "Remarque", False),
        (("Ponant", "Budget"), "Montant HT", False),
        (("Ponant",), "Montant HT", False),
    ],
)
def test_days_on_sheets_that_are_alike_are_each_of_the_client_of_its_name(
    names: tuple[str, ...], title: str, *, read: bool, tmp_path: Path
) -> None:
    text = "\n".join(f"# {name}\n{OF_CLIENTS.format(title)}" for name in names)
    codes = ["recettes-sans-client"] * len(names)
    assert alone(tmp_path, text) == ((2400, set(names), codes) if read else None)


LINES = """# Jours
Date | Client | Jours | TJM | Montant HT | | {}
31/01/2020 | Ponant | 2 | 600 | 1200 | | {}
29/02/2020 | Alizé | 1 | 600 | 600 | | {}
31/03/2020 | Ponant | 4 | 600 | 2400 | | {}"""
NOTHING = "|"


@pytest.mark.parametrize(
    ("cells", "points"),
    [
        (("Objectif CA | 90000", "Réalisé | 4200", NOTHING, NOTHING), 0),
        (("Synthèse |", "CA total | 4200", "Jours | 7", "TJM moyen | 600"), 0),
        ((NOTHING, NOTHING, "Total HT | 4200", NOTHING), 0),
        (("Indicateur | Valeur", "Total HT | 4200", "TVA | 840", "Total TTC | 5040"), 0),
        (("Divers |", "Congés | 12", "Taux | 2.8 %", NOTHING), 0),
        ((NOTHING, "CA total | 4000", NOTHING, NOTHING), 1),
        ((NOTHING, "Avoir Ponant | -1200", "Remise | 500", NOTHING), 2),
        ((NOTHING, "Rivage | 1200", NOTHING, NOTHING), 1),
    ],
)
def test_figures_beside_lines_are_measures_of_them_or_asked_about(
    cells: tuple[str, ...], points: int, tmp_path: Path
) -> None:
    found = alone(tmp_path, LINES.format(*cells))
    assert found == (4200, {"Ponant", "Alizé"}, ["colonne"] * points)


@pytest.mark.parametrize(
    "cells",
    [
        (NOTHING, "Total HT | 4000", NOTHING, NOTHING),
        (NOTHING, "1200 | 1200", NOTHING, NOTHING),
        (NOTHING, "Ponant | 30/04/2020", NOTHING, NOTHING),
        (NOTHING, "30/04/2020 | Rivage | 1200", NOTHING, NOTHING),
    ],
)
def test_what_may_be_a_line_beside_others_is_refused(
    cells: tuple[str, ...], tmp_path: Path
) -> None:
    assert alone(tmp_path, LINES.format(*cells)) is None


def test_words_beside_lines_are_no_figures(tmp_path: Path) -> None:
    cells = ("Contact | Mail", "Zoé | z@x.fr", "Léo | l@x.fr", "Max | 12")
    found = alone(tmp_path, LINES.format(*cells))
    assert found == (4200, {"Ponant", "Alizé"}, [])


@pytest.mark.parametrize(
    ("row", "set_aside"),
    [
        (" | 0 | mer | temps partiel", True),
        (" | | mer | repos", True),
        ("Ponant | 0 | mer | temps partiel", False),
        (" | 0 | mer | atelier", False),
    ],
)
def test_a_day_of_part_time_counts_none(row: str, *, set_aside: bool, tmp_path: Path) -> None:
    lines = "03/02/2020 | Ponant | 1 | lun |\n08/02/2020 | | | sam |"
    text = f"# Jours\nDate | Client | Temps passé (j) | Jour | Remarque\n{lines}"
    rates = "# Missions\nClient | TJM\nPonant | 600"
    found = alone(tmp_path, f"{text}\n05/02/2020 | {row}\n{rates}")
    assert (found == (600, {"Ponant"}, [])) is set_aside


def test_a_zero_that_a_text_file_writes_counts_none_as_well(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    text = "Date;Client;Jours;TJM;Remarque\n03/02/2020;Ponant;1;600;\n08/02/2020;;;;\n"
    (tmp_path / "bilan.toml").touch()
    path = tmp_path / "data" / "Jours.csv"
    path.write_text(f"{text}05/02/2020;;0;;temps partiel\n", encoding="utf-8")
    assert [line.client for line in load(tmp_path).activity.days] == ["Ponant"]


@pytest.mark.parametrize("title", ["2019", "01/01/2019"])
def test_a_title_that_is_no_text_is_left_aside_as_its_owner_says(
    title: str, tmp_path: Path
) -> None:
    text = f"# Jours\nDate | Client | Jours | TJM | {title}\n31/01/2020 | Ponant | 4 | 700 | 5"
    write(tmp_path, sheets(text))
    (tmp_path / "bilan.toml").write_text(f'[colonnes]\n"{title}" = ""\n', encoding="utf-8")
    codes = {it.code for it in load(tmp_path).doubtful(date(2021, 1, 1))}
    assert codes.isdisjoint({"colonne", "mot-absent"})


def test_a_word_of_the_settings_may_be_the_name_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "data" / "Archive").mkdir(parents=True)
    lines = "Date;Client;Jours;TJM\n31/01/2020;Ponant;4;700\n"
    (tmp_path / "data" / "Archive" / "Jours.csv").write_text(lines, encoding="utf-8")
    (tmp_path / "bilan.toml").write_text('[colonnes]\n"Archive" = "Jours"\n', encoding="utf-8")
    codes = {it.code for it in load(tmp_path).doubtful(date(2021, 1, 1))}
    assert "mot-absent" not in codes
