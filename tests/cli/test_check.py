from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from reporter.cli import terminal
from reporter.errors import BadCell, BadData, Place
from tests.cli.conftest import Bilan
from tests.workbooks import DAYS, EXPENSES, FEES, Rows, folder

ROOT = Path(__file__).parents[2]
HOLIDAY = (date(2020, 7, 14), "Client A", 1, 700, 700)
RENT = (date(2020, 1, 2), "Loyer", "Loyer", 300, None)


@pytest.fixture
def books(tmp_path: Path) -> Path:
    """Return two years of books, with one doubt in 2020."""
    sheets: dict[str, Rows] = {
        "Jours": [
            (*DAYS, "Humeur"),
            HOLIDAY,
            (date(2021, 3, 1), "Client A", 0.5, 700, 350, "bonne"),
        ],
        "Forfaits": [FEES, (date(2020, 9, 30), "Client A", "Audit", 900)],
        "Dépenses": [EXPENSES, RENT, (date(2021, 1, 4), "Loyer", "Loyer", 310, None)],
    }
    return folder(tmp_path, sheets)


def test_the_example_books_are_clean(bilan: Bilan) -> None:
    ran = bilan("check", "--dossier", ROOT)
    assert (ran.code, ran.err) == (0, "")
    assert "rien n’est refusé, rien n’est douteux" in ran.out
    row = next(line for line in ran.out.splitlines() if "2020.xlsx   Jours" in line and "€" in line)
    assert row.split()[2:4] == ["28", "175"]


def test_a_doubt_says_where_it_is_and_how_to_call_it_right(bilan: Bilan, books: Path) -> None:
    ran = bilan("check", "--dossier", books)
    assert ran.code == 0
    assert ran.out.splitlines()[:5] == [
        "doute : jour facturé un jour férié",
        "  --> data/livres.xlsx, feuille « Jours », cellule A2",
        "   | 14 juillet 2020 : Client A 1 jour",
        "   = corriger la date",
        '   = si c’est juste : ignorer = ["jour-ferie 14/07/2020"]',
    ]
    assert "1 point à relire" in ran.out.splitlines()[-1]
    settings = '[verifications]\nignorer = ["jour-ferie 14/07/2020"]'
    (books / "bilan.toml").write_text(settings, encoding="utf-8")
    assert "doute" not in bilan("check", "--dossier", books).out.replace("douteux", "")


@pytest.mark.parametrize(
    ("lines", "cells"), [(2, "cellule A3"), (3, "cellules A3 et A4"), (12, "A9, A10 et 3 autres")]
)
def test_what_one_word_ignores_is_told_at_once(
    bilan: Bilan, tmp_path: Path, lines: int, cells: str
) -> None:
    """Twelve identical lines are eleven duplicates and one thing to read."""
    rows = [DAYS, *[(date(2020, 3, 31), "Client A", 1.5, 700, 1050)] * lines]
    books = folder(tmp_path, {"Jours": rows, "Dépenses": [EXPENSES, RENT]})
    ran = bilan("check", "--dossier", books)
    assert ran.out.count("doute : ligne identique") == 1
    assert cells in ran.out.splitlines()[1]
    assert "1 point à relire" in ran.out
    assert "1 point à relire" in bilan("show", 2020, "--dossier", books).err
    assert len(json.loads(bilan("check", "--json", "--dossier", books).out)["points"]) == lines - 1


def test_what_is_recognised_is_only_said(bilan: Bilan, tmp_path: Path) -> None:
    total = ("TOTAL", None, None, None, 700)
    books = folder(tmp_path, {"Jours": [DAYS, HOLIDAY, total], "Dépenses": [EXPENSES, RENT]})
    (books / "bilan.toml").write_text("[verifications]\nignorer = ['jour-ferie']", encoding="utf-8")
    ran = bilan("check", "--dossier", books)
    assert ran.out.startswith("note : ligne de total laissée de côté\n")
    assert "rien n’est douteux" in ran.out
    assert bilan("show", 2020, "--dossier", books).err == ""
    found = json.loads(bilan("check", "--json", "--dossier", books).out)
    assert (found["points"], [note["code"] for note in found["notes"]]) == ([], ["total"])


def test_what_is_no_expense_is_listed_at_once_with_its_amounts(bilan: Bilan, books: Path) -> None:
    rows = [
        EXPENSES,
        *((date(2020, month, 20), "CA3", "TVA versée", 900 + month, None) for month in (4, 7)),
    ]
    folder(books, {"Dépenses": rows}, name="tva")
    (books / "data" / "recu.pdf").write_bytes(b"%PDF")
    said = bilan("check", "--dossier", books).out
    assert said.count("note : ce n’est pas une charge") == 1
    assert "cellules A2 et A3" in said
    assert "   | 20/04/2020 · CA3 · TVA versée · 904,00 €\n   | 20/07/2020 · CA3 · " in said
    assert "recu.pdf" not in said


def test_the_sums_of_each_sheet_and_the_columns_left_alone(bilan: Bilan, books: Path) -> None:
    said = bilan("check", "--dossier", books).out
    assert "Humeur    data/livres.xlsx, feuille « Jours », cellule F1" in said
    rows = [
        line.split()
        for line in said.splitlines()
        if line.startswith("  data/livres.xlsx") and "€" in line
    ]
    assert rows == [
        ["data/livres.xlsx", "Jours", "2", "1,5", "1", "050,00", "€"],
        ["data/livres.xlsx", "Forfaits", "1", "900,00", "€"],
        ["data/livres.xlsx", "Dépenses", "2", "610,00", "€"],
    ]


def test_one_year_has_its_own_doubts_and_sums(bilan: Bilan, books: Path) -> None:
    said = bilan("check", 2021, "--dossier", books).out
    assert "jour férié" not in said
    assert "350,00" in said
    assert "Forfaits" not in said
    assert "1\u202f050,00" not in said
    ran = bilan("check", 2022, "--dossier", books)
    assert (ran.code, ran.out) == (1, "")
    assert "aucune ligne en 2022 dans les classeurs (exercices : 2020, 2021)" in ran.err


def test_all_mistakes_and_no_sums(bilan: Bilan, tmp_path: Path) -> None:
    rows = [DAYS, ("hier", "Client A", 1, 700, "beaucoup"), HOLIDAY]
    ran = bilan("check", "--dossier", folder(tmp_path, {"Jours": rows}))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("erreur : ") == 2
    assert "2 erreurs dans 1 fichier" in ran.err


def test_the_texts_of_all_years_are_read_too(bilan: Bilan, books: Path) -> None:
    """What `generate` would refuse, `check` refuses; a text without a year waits for its lines."""
    for year, text in ((2020, "{{ tjmm }}"), (2021, "{{ tjm }} {{ caa }}"), (2030, "{{ rien }}")):
        (books / "data" / f"{year}.md").write_text(text, encoding="utf-8")
    ran = bilan("check", "--dossier", books)
    assert ran.code == 1
    assert ran.err.count("chiffre inconnu") == 2


def test_json_says_the_same(bilan: Bilan, books: Path) -> None:
    found = json.loads(bilan("check", 2020, "--json", "--dossier", books).out)
    assert found["erreurs"] == []
    assert found["points"] == [
        {
            "code": "jour-ferie",
            "ignorer": "jour-ferie 14/07/2020",
            "quoi": "jour facturé un jour férié",
            "fichier": "data/livres.xlsx",
            "feuille": "Jours",
            "cellule": "A2",
            "contenu": "14 juillet 2020 : Client A 1 jour",
            "remede": "corriger la date",
        }
    ]
    assert found["feuilles"][0] == {
        "fichier": "data/livres.xlsx",
        "feuille": "Jours",
        "lignes": 1,
        "jours": "1",
        "montant_ht": "700.00",
        "rangees": {"lignes": 2, "en-têtes": 1},
        "colonnes_ignorees": ["Humeur"],
    }


def test_json_of_what_is_refused(bilan: Bilan, tmp_path: Path) -> None:
    rows = [FEES, ("hier", "Client A", "Audit", 700)]
    ran = bilan("check", "--json", "--dossier", folder(tmp_path, {"Forfaits": rows}))
    assert (ran.code, ran.err) == (1, "")
    (error,) = json.loads(ran.out)["erreurs"]
    assert (error["quoi"], error["cellule"], error["contenu"]) == ("date illisible", "A2", "hier")


def test_json_where_there_is_nothing_to_read(bilan: Bilan, books: Path) -> None:
    ran = bilan("check", 2022, "--json", "--dossier", books)
    assert (ran.code, ran.err) == (1, "")
    (error,) = json.loads(ran.out)["erreurs"]
    assert (error["quoi"][:20], error["fichier"]) == ("aucune ligne en 2022", "")


def test_the_other_commands_only_say_that_there_is_something_to_read(
    bilan: Bilan, books: Path
) -> None:
    ran = bilan("show", 2020, "--dossier", books)
    assert ran.err == "note : 1 point à relire dans les classeurs, avec « bilan check »\n"
    assert bilan("show", 2020, "--dossier", ROOT).err == ""
    assert bilan("show", 2020, "-q", "--dossier", books).err == ""


def test_a_command_counts_a_thousand_points_and_no_more(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody reads the rest, and it took a third of the time of a long book."""
    assert terminal.MANY == 1000
    monkeypatch.setattr(terminal, "MANY", 2)
    sundays = [date(2020, 3, 8), date(2020, 3, 15), date(2020, 3, 22), date(2020, 3, 29)]
    for many, said in ((2, "2 points"), (3, "plus de 2 points"), (4, "plus de 2 points")):
        rows: Rows = [(day, "Client A", 1, 700, 700) for day in sundays[:many]]
        sheets: dict[str, Rows] = {"Jours": [DAYS, *rows], "Dépenses": [EXPENSES, RENT]}
        ran = bilan("show", 2020, "--dossier", folder(tmp_path / str(many), sheets))
        assert ran.err == f"note : {said} à relire dans les classeurs, avec « bilan check »\n"


def test_what_is_counted_of_a_column_is_its_cells_or_its_values(
    bilan: Bilan, tmp_path: Path
) -> None:
    """« C9 et 12 autres » stood above « et 2 autres », of other things."""
    rows: Rows = [(date(2020, 3, 31), "A", f"{n % 10} peut-être", 700) for n in range(20)]
    said = bilan("check", "--dossier", folder(tmp_path, {"Jours": [DAYS[:4], *rows]})).err
    assert "C8, C9 et 12 autres\n" in said.replace("\u00a0", " ")
    assert "7 peut-être · et 2 autres valeurs\n" in said.replace("\u00a0", " ")


def test_the_same_mistake_in_a_column_is_said_once(bilan: Bilan, tmp_path: Path) -> None:
    """It was said 1 308 times."""
    rows: Rows = [(date(2020, 3, 31), "A", f"{n % 3} peut-être", 700) for n in range(1308)]
    ran = bilan("check", "--dossier", folder(tmp_path, {"Jours": [DAYS[:4], *rows]}))
    assert ran.err.count("nombre de jours illisible") == 1
    assert "cellules C2, C3, C4, C5, C6, C7, C8, C9 et 1300 autres" in ran.err
    assert "| 0 peut-être · 1 peut-être · 2 peut-être\n" in ran.err
    assert "1308 erreurs dans 1 fichier" in ran.err.replace("\u202f", "")


def test_mistakes_of_a_column_with_two_remedies_are_told_once_by_remedy(
    bilan: Bilan, tmp_path: Path
) -> None:
    """Of eleven lines, one remedy was told twice, the other not at all where it came late."""
    rows: Rows = [
        (date(2020, 3, 31), "A", "Truc" if n % 2 else "Bidule", 10 + n) for n in range(10)
    ]
    heads = ("Date", "Fournisseur", "Catégorie", "Montant HT")
    ran = bilan("export", 2020, "--dossier", folder(tmp_path, {"Dépenses": [heads, *rows]}))
    assert ran.err.count("aucun compte pour cette dépense") == 2
    assert "cellules A2, A4, A6, A8 et A10\n   | Bidule\n" in ran.err
    assert "cellules A3, A5, A7, A9 et A11\n   | Truc\n" in ran.err


def test_mistakes_of_a_column_with_many_remedies_show_three_with_their_cells(
    bilan: Bilan, tmp_path: Path
) -> None:
    rows: Rows = [(date(2020, 3, 31), "A", f"Truc {'abcd'[n % 4]}", 10 + n) for n in range(10)]
    heads = ("Date", "Fournisseur", "Catégorie", "Montant HT")
    ran = bilan("export", 2020, "--dossier", folder(tmp_path, {"Dépenses": [heads, *rows]}))
    assert "| A2 et 2 autres : Truc a : " in ran.err.replace("\u00a0", " ")
    assert "| A4 et 1 autre : Truc c : " in ran.err.replace("\u00a0", " ")
    assert "Truc d" not in ran.err
    assert "et 2 autres dans la même colonne" in ran.err


def test_mistakes_of_a_column_whose_remedies_differ_show_the_first_three(
    bilan: Bilan, tmp_path: Path
) -> None:
    rows: Rows = [(date(2020, 3, 31), "A", 1, 700 + n, 600) for n in range(40)]
    ran = bilan("check", "--dossier", folder(tmp_path, {"Jours": [DAYS, *rows]}))
    assert ran.err.count("ne s’accordent pas") == 1
    assert "et 37 autres dans la même colonne" in ran.err
    assert ran.err.count("corriger l’un des trois") == 3


def test_dates_of_no_financial_year_are_told_once_with_what_to_write(
    bilan: Bilan, tmp_path: Path
) -> None:
    rows: Rows = [(date(2019, month, 1), "A", 1, 700, 700) for month in range(1, 6)]
    settings = "[exercice.2020]\ndebut = 2019-07-01\nfin = 2020-12-31\n"
    books = folder(tmp_path, {"Jours": [DAYS, *rows]}, settings)
    ran = bilan("check", "--dossier", books)
    assert ran.err.count("[exercice.2019] de bilan.toml") == 1
    assert "cellules A2, A3, A4, A5 et A6\n   | 01/01/2019 · 01/02/2019 · " in ran.err


@pytest.mark.parametrize("command", [("check",), ("check", 2020), ("show", 2020)])
@pytest.mark.parametrize("told", [2018, 2020])
def test_a_year_of_reference_without_lines_is_refused_at_its_key(
    bilan: Bilan, tmp_path: Path, command: tuple[str | int, ...], told: int
) -> None:
    """Show refused, of a year that nobody had named; check said nothing."""
    rows: Rows = [(date(year, 3, 31), "A", 1, 700, 700) for year in (2019, 2020)]
    settings = f"[exercice.2020]\nreference = {told}\n"
    books = folder(tmp_path, {"Jours": [DAYS, *rows]}, settings)
    ran = bilan(*command, "--dossier", books)
    assert ran.code == 1
    assert "bilan.toml, clé exercice.2020.reference" in ran.err
    assert "écrire 2019, ou effacer" in ran.err
    assert bilan("check", 2019, "--dossier", books).code == 0


def test_what_shows_nothing_leaves_no_gap_among_many_remedies(
    capsys: pytest.CaptureFixture[str],
) -> None:
    cells = [Place("a.xlsx", "Jours", row=row, column=1) for row in range(1, 6)]
    mistakes = [BadCell("vide", at, fix=f"remède {at.cell}") for at in cells]
    terminal.complain(BadData(mistakes))
    said = capsys.readouterr().err.replace("\u00a0", " ")
    assert "| A1 : remède A1\n" in said


def test_books_without_a_line_are_said_to_have_none(bilan: Bilan, tmp_path: Path) -> None:
    assert bilan("init", tmp_path / "neuf").code == 0
    said = "aucune ligne lue ; rien n’est refusé, rien n’est douteux\n"
    ran = bilan("check", "--dossier", tmp_path / "neuf")
    assert ran.out.endswith(said)
    assert "2 rangées\u00a0: 1 exemple" in ran.printed
