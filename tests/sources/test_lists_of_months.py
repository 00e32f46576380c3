"""Lists without dates, each on the sheet of its month: lines where no others are, else recaps."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books.small import Small as Book
from tests.books.small import asked, judge, ordinary, small
from tests.sources.test_common_layouts import books, refusals, sums

DAYS = "Client;Mission;Nb jours;TJM;Total HT\nPonant;Socle;4;600;2400\nAlizé;Audit;2;500;1000\n"
TOTAL = "Total;;6;;3400\n"
FEES = "Client;Prestation;Montant HT\nPonant;Audit;500\nAlizé;Site;700\n"
NUMBERED = "Client;Prestation;N° facture;HT\nPonant;Audit;2024-01;500\nAlizé;Site;2024-02;700\n"
SPENT = "Fournisseur;Libellé;Montant HT\nForge;Serveur;30\n"
DATED = "Date;Client;Jours;TJM\n11/02/2024;Ponant;1;600\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NUMBERED, (2400, 0, 0)),
        (DAYS, (6800, 12, 0)),
        (DAYS + TOTAL, (6800, 12, 0)),
        (FEES, (2400, 0, 0)),
    ],
)
def test_they_are_lines_where_there_are_no_others(
    text: str, expected: object, tmp_path: Path
) -> None:
    files = {"Janvier 2024": text, "Mars 2024": f"MARS 2024\n\n{text}"}
    assert sums(tmp_path, files) == expected
    days = {line.date.isoformat() for line in books(tmp_path, files).lines}
    assert days == {"2024-01-01", "2024-03-01"}


def test_expenses_are_so_beside_sales_of_their_own(tmp_path: Path) -> None:
    assert sums(tmp_path, {"Mars 2024": SPENT, "Jours": DATED}) == (600, 1, 30)


@pytest.mark.parametrize(
    ("files", "bad"),
    [
        # they may sum up the lines of another sheet, or are of one month
        ({"Mars 2024": DAYS, "Jours": DATED}, 1),
        ({"Mars 2024": DAYS, "Factures": "Date;Client;HT\n11/02/2024;Ponant;9\n"}, 1),
        ({"Mars 2024": DAYS, "Avril 2024": DAYS, "03-2024": DAYS}, 3),
        # what other months sold, to the cent, says nothing of one that has no line
        ({"Mars 2024": "Client;Jours;TJM\nPonant;1;600\n", "Jours": DATED}, 1),
        # their year, or their month, is not sure
        ({"Mars": DAYS}, 1),
        ({"Mars 2024": f"Avril 2024\n{DAYS}"}, 1),
        ({"Mars 2024": f"Mars 2023\n{DAYS}"}, 1),
        # their name, or what stands above, says another thing
        ({"Prévisions mars 2024": DAYS}, 1),
        ({"Mars 2024": f"Devis mars 2024\n{DAYS}"}, 1),
    ],
)
def test_they_are_refused_where_they_may_be_another_thing(
    files: dict[str, str], bad: int, tmp_path: Path
) -> None:
    assert len(refusals(tmp_path, files)) == bad


@pytest.mark.parametrize(("days", "bad"), [("2", 0), ("3", 0), ("1", 1)])
def test_a_recap_called_by_a_month_sums_it_or_all_until_it(
    days: str, bad: int, tmp_path: Path
) -> None:
    recap = f"Client;Jours\nPonant;{days}\n"
    files = {"Jours": f"{DATED}11/03/2024;Ponant;2;600\n", "Récap mars 2024": recap}
    if bad:
        assert len(refusals(tmp_path, files)) == bad
    else:
        assert sums(tmp_path, files) == (1800, 3, 0)


INVOICES = "N° facture;Date;Client;Montant HT\nF1;11/02/2024;Ponant;500\nF2;12/02/2024;Alizé;70\n"


@pytest.mark.parametrize("names", [["Projets"], ["Ponant", "Alizé"], ["Traductions", "Dépenses"]])
def test_invoices_under_other_names_are_lines_where_there_are_no_others(
    names: list[str], tmp_path: Path
) -> None:
    files = {name: INVOICES.replace("F", name[0]) for name in names if name != "Dépenses"}
    if "Dépenses" in names:
        files["Dépenses"] = "Date;Fournisseur;HT\n11/02/2024;Forge;9\n"
    assert sums(tmp_path, files).revenue == 570 * len([it for it in names if it != "Dépenses"])


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Projets", "Factures"),
        ("Sous-traitants", "Jours"),
        ("Devis", ""),
        ("Impayés", ""),
        ("Copie", ""),
    ],
)
def test_they_are_not_beside_others_nor_under_names_of_no_sale(
    name: str, other: str, tmp_path: Path
) -> None:
    files = {name: INVOICES} | ({other: DATED} if other else {})
    (bad,) = refusals(tmp_path, files)
    assert bad.place.file == f"data/{name}.csv"


def test_they_are_not_beside_the_days_of_a_grid(tmp_path: Path) -> None:
    grid = f"Client;TJM;{';'.join(map(str, range(1, 32)))}\nPonant;600;1;{';' * 28}1\n"
    (bad,) = refusals(tmp_path, {"Projets": INVOICES, "CRA mars 2024": grid})
    assert bad.place.file == "data/Projets.csv"


@pytest.mark.parametrize("files", [{"Mars 2024": DAYS, "Jours": DATED}])
def test_the_line_proposed_reads_them(files: dict[str, str], tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, files)
    assert '[colonnes] "Mars 2024" = "Jours"' in bad.fix
    assert sums(tmp_path, files, '[colonnes]\n"Mars 2024" = "Jours"\n').revenue == 4000


HEAD = "Client | Jours | TJM | Total HT"
ONE = f"# Janvier\n Activité janvier 2024\n {HEAD}\n Ponant | 4 | 600 | 2400\n Alizé | 2 | 500 | 1000\n"
LISTS = [
    ordinary("the year stands in the titles", ONE + " Total | 6 | | 3400", revenue=3400, days=6),
    small("hours", ONE.replace("Jours", "Heures"), *asked("B3", "B2", "A3", "A2")),
    small("a number of days that is another", ONE.replace("| 4 |", "| 5 |"), *asked("A3")),
    small("a client left out", ONE.replace("Ponant", ""), *asked("A3")),
    small("a total that is another", ONE + " Total | 6 | | 3500", *asked("D5")),
    small("a total above a line", ONE.replace(" Ponant", " Total | 6 | | 3400\n Ponant"), *asked("A3")),
    small("a line told twice", f"{ONE} Ponant | 4 | 600 | 2400", *asked("A5", "A3")),
    small("more days than a month has", ONE.replace("| 4 | 600 | 2400", "| 40 | 600 | 24000"), *asked("A3")),
    small("a line above the titles", ONE.replace(f" {HEAD}", f" Galet | 2 | 600 | 1200\n {HEAD}"), *asked("A2")),
    small("cancelled", ONE.replace("Ponant", "Ponant (annulé)"), *asked("A3")),
]  # fmt: skip


@pytest.mark.parametrize("book", LISTS)
def test_what_a_hand_does_to_them_is_told(book: Book) -> None:
    judge(book)
