from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Bilan
from tests.workbooks import DAYS, EXPENSES, FEES, folder

ROOT = Path(__file__).parents[2]
NB = "\u00a0"
KEYS = (
    "exercice debut fin chiffre_affaires ca_jours ca_forfaits jours_factures tjm tjm_regie "
    "methode_tjm jours_ouvres jours_conges jours_ouvres_nets taux_jours_factures charges "
    "dotations_amortissements resultat_avant_impots impot resultat_apres_impots "
    "resultat_estime objectif effets variations encaissements precedents"
)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Return a copy of the example books."""
    books = tmp_path / "livres"
    books.mkdir()
    shutil.copy(ROOT / "bilan.toml", books)
    shutil.copytree(ROOT / "data", books / "data")
    return books


def figures(bilan: Bilan, books: Path, year: int = 2020) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(bilan("show", year, "--json", "--dossier", books).out)
    return found


def test_the_review_of_2020(bilan: Bilan) -> None:
    """Every figure of the published review, from the example books."""
    ran = bilan("show", 2020, "--dossier", ROOT)
    assert ran.code == 0
    rows: dict[str, str] = {}
    for line in ran.out.splitlines():
        if line.startswith("  "):
            rows.setdefault(line.split("  ")[1], line)
    expected = {
        "Chiffre d’affaires": ["~138 K€", "~150 K€", "~132 K€", "~100 K€", "−8 %"],
        "Résultat après impôts": ["~8 K€", "~13,5 K€", "~10 K€", "~20 K€", "−41 %"],
        "Jours facturés": ["175", "197", "178", "160", "−11 %"],
        "TJM": ["789 €", "761 €", "742 €", "625 €", "+3,6 %"],
        "Taux de jours facturés": ["77 %"],
        "CA des jours": ["~125 K€"],
        "CA des forfaits": ["~13 K€", "~10 K€"],
        "TJM régie": ["714 €"],
        "Jours ouvrés nets de congés": ["228", "226", "227", "226"],
    }
    for label, cells in expected.items():
        shown = [cell.strip() for cell in rows[label].split("  ") if cell.strip()][1:]
        assert shown[: len(cells)] == cells, label


def test_the_year_of_reference_is_beside_the_year(bilan: Bilan) -> None:
    """The review compares 2020 with 2018, of like revenue and days: its result is 20 % lower."""
    shown = bilan("show", 2020, "--dossier", ROOT).printed.split("Face à 2018\n")[1]
    rows = [" ".join(line.split()) for line in shown.splitlines()[4:8]]
    assert rows == [
        "Chiffre d’affaires ~138 K€ ~132 K€ +4,5 %",
        "Résultat après impôts ~8 K€ ~10 K€ −20 %",
        "Jours facturés 175 178 −1,7 %",
        "TJM 789 € 742 € +6,3 %",
    ]


def test_a_later_year_is_a_reference_too_and_the_year_before_needs_no_table(bilan: Bilan) -> None:
    later = bilan("show", 2018, "--reference", 2020, "--dossier", ROOT).printed
    assert "+25\u00a0%" in later.split("Face à 2020\n")[1].split("Détail")[0]
    assert "Face à" not in bilan("show", 2020, "--reference", 2019, "--dossier", ROOT).out


@pytest.mark.parametrize("command", ["show", "generate"])
def test_a_year_is_no_reference_of_itself(command: str, bilan: Bilan, tmp_path: Path) -> None:
    books = folder(tmp_path, {"Jours": [DAYS, (date(2020, 3, 31), "Client A", 1, 700, 700)]})
    ran = bilan(command, 2020, "--reference", 2020, "--dossier", books)
    assert ran.code == 1
    assert "2020 ne se compare pas à 2020" in ran.err
    assert not (tmp_path / "reports").exists()


def test_tables_in_the_terminal_stand_apart(bilan: Bilan) -> None:
    assert "\n\nDétail des chiffres\n\n" in bilan("show", 2020, "--dossier", ROOT).out


def test_the_json_has_the_keys_and_the_forms_promised(bilan: Bilan) -> None:
    year = figures(bilan, ROOT)
    assert list(year) == KEYS.split()
    assert (year["debut"], year["fin"]) == ("2020-01-01", "2020-12-31")
    assert (year["chiffre_affaires"], year["tjm"]) == ("138026.00", "788.72")
    assert (year["jours_factures"], year["taux_jours_factures"]) == ("175", "0.767544")
    assert year["objectif"] == {
        "tjm": "700.00",
        "taux": "0.800000",
        "chiffre_affaires": "127680.00",
    }
    assert [before["exercice"] for before in year["precedents"]] == [2019, 2018, 2017]
    assert year["precedents"][-1]["variations"]["tjm"] is None
    assert "precedents" not in year["precedents"][0]


@pytest.mark.parametrize(
    ("books", "year"), [(ROOT, 2020), (ROOT / "tests" / "golden" / "premiere-annee", 2021)]
)
def test_the_committed_report_is_current(
    bilan: Bilan, tmp_path: Path, books: Path, year: int
) -> None:
    """The golden reports: what a visitor reads is what the program writes, byte for byte."""
    assert bilan("generate", year, "--dossier", books, "--sortie", tmp_path).code == 0
    golden = books / "reports" / str(year)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert sorted(written) == sorted(path.name for path in golden.iterdir())
    for name, data in written.items():
        assert data == (golden / name).read_bytes(), f"{name} has changed: run make golden"


def test_the_page_of_all_the_years_follows_what_is_written(bilan: Bilan, example: Path) -> None:
    """Golden too; a report already there keeps its link, one written elsewhere has none."""
    index = example / "reports" / "index.html"
    assert bilan("generate", 2020, "--dossier", example).code == 0
    assert index.read_bytes() == (ROOT / "reports" / "index.html").read_bytes()
    bilan("generate", 2018, "--dossier", example, "--format", "md")
    text = index.read_text(encoding="utf-8")
    assert 'href="2020/bilan-2020.html"' in text
    assert 'href="2018/bilan-2018.md"' in text
    assert "2018/bilan-2018.html" not in text
    before = index.read_bytes()
    bilan("generate", 2019, "--dossier", example, "--sortie", example / "ailleurs")
    assert index.read_bytes() == before


def test_an_anonymous_report_stands_apart_from_the_real_one(bilan: Bilan, example: Path) -> None:
    bilan("generate", 2020, "--dossier", example)
    reports = example / "reports"
    before = {path: path.read_bytes() for path in reports.rglob("*") if path.is_file()}
    assert bilan("generate", 2020, "--dossier", example, "--anonyme", "--indices").code == 0
    assert {path: path.read_bytes() for path in before} == before
    page = (reports / "2020-anonyme" / "bilan-2020.html").read_text(encoding="utf-8")
    assert "100 est le chiffre d’affaires de 2019" in page
    assert "Lueur de Sel" not in page
    ran = bilan("generate", 2020, "--dossier", example, "--anonyme", "--avec-texte")
    assert ran.code == 1
    assert "nom réel dans le texte : Compagnie du Ponant" in ran.err


def test_a_page_that_hugo_would_hide_is_said(bilan: Bilan, example: Path) -> None:
    settings = example / "bilan.toml"
    text = settings.read_text(encoding="utf-8")
    assert "note" not in bilan("generate", 2020, "--dossier", example, "--format", "hugo").err
    settings.write_text(f"{text}\n[publication]\ndate = 2199-01-01\n", encoding="utf-8")
    ran = bilan("generate", 2020, "--dossier", example, "--format", "hugo")
    assert "Hugo ne montrera pas cette page avant le 01/01/2199" in ran.err
    assert "note" not in bilan("generate", 2020, "--dossier", example, "--format", "md").err


def test_the_report_says_the_figures_of_the_review(bilan: Bilan, tmp_path: Path) -> None:
    bilan("generate", 2020, "--dossier", ROOT, "--sortie", tmp_path)
    text = (tmp_path / "bilan-2020.md").read_text(encoding="utf-8").replace(NB, " ")
    for said in (
        "228 jours ouvrés nets de congés, soit 127\u202f680 €",
        "c’est un taux de 77 %",
        "inférieur de 20 %",
        "quatrième exercice",
        "forfaits, +2\u202f996 € : de \\~10 K€ à \\~13 K€",
        "128\u202f240 €",
    ):
        assert said in text
    assert "K€" in (tmp_path / "bilan-2020.html").read_text(encoding="utf-8")


def test_one_cell_changes_the_figures_that_it_should_and_no_other(
    bilan: Bilan, example: Path
) -> None:
    """One more euro of fees in 2019: revenue, results and what compares them, nothing else."""
    before = figures(bilan, example)
    path = example / "data" / "2019.xlsx"
    workbook = load_workbook(path)
    sheet = workbook["Forfaits"]
    sheet["E2"] = float(sheet["E2"].value) + 100
    sheet["G2"] = float(sheet["G2"].value) + 120
    workbook.save(path)
    after = figures(bilan, example)

    def changed(old: Any, new: Any, at: str = "") -> set[str]:
        if isinstance(old, dict):
            return {found for key in old for found in changed(old[key], new[key], f"{at}.{key}")}
        if isinstance(old, list):
            return {
                found
                for i, pair in enumerate(zip(old, new, strict=True))
                for found in changed(*pair, f"{at}[{i}]")
            }
        return set() if old == new else {at.lstrip(".")}

    fields = ["chiffre_affaires", "ca_forfaits", "tjm", "resultat_avant_impots", "impot"]
    fields += ["resultat_apres_impots", "effets.forfaits", "effets.total"]
    names = ("chiffre_affaires", "resultat_apres_impots", "tjm")
    assert changed(before, after) == {
        "effets.forfaits",
        "effets.total",
        *(f"variations.{name}" for name in names),
        *(f"precedents[0].{field}" for field in fields),
        *(f"precedents[0].variations.{name}" for name in names),
    }


def test_bad_data_is_refused_whole_and_nothing_is_written(bilan: Bilan, tmp_path: Path) -> None:
    rows = [DAYS, ("hier", "Client A", 1, 700, "7 350,00 par mois")]
    books = folder(tmp_path, {"Jours": rows})
    ran = bilan("generate", 2020, "--dossier", books)
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.splitlines() == [
        "erreur : date illisible",
        "  --> data/livres.xlsx, feuille « Jours », cellule A2",
        "   | hier",
        "   = écrire une date, par exemple 31/03/2020",
        "erreur : montant illisible",
        "  --> data/livres.xlsx, feuille « Jours », cellule E2",
        "   | 7 350,00 par mois",
        "   = écrire un nombre seul, sans autre mot",
        "2 erreurs dans 1 fichier : rien n’a été écrit",
    ]
    assert not (books / "reports").exists()


def test_a_bad_citation_names_its_line(bilan: Bilan, example: Path) -> None:
    text = "Bonjour.\n\n{{ tjmm }} et {{ annees[2016].tjm }}, {{ variations }}.\n{{ tjm.x }}\n"
    (example / "data" / "2020.md").write_text(text, encoding="utf-8")
    ran = bilan("generate", 2020, "--dossier", example)
    assert ran.code == 1
    assert ran.err.count("data/2020.md, ligne 3") == 3
    assert "écrire tjm" in ran.err
    (example / "data" / "2020.md").write_text("a\n{{ tjm.x }}\n", encoding="utf-8")
    assert "data/2020.md, ligne 2" in bilan("generate", 2020, "--dossier", example).err
    (example / "data" / "2020.md").write_text("a\n{{ tjm \n", encoding="utf-8")
    assert "expression illisible" in bilan("generate", 2020, "--dossier", example).err


def test_the_owner_s_text_runs_in_a_sandbox(bilan: Bilan, example: Path) -> None:
    text = "{{ ''.__class__.__mro__[1].__subclasses__() }}"
    (example / "data" / "2020.md").write_text(text, encoding="utf-8")
    assert bilan("generate", 2020, "--dossier", example).code == 1


@pytest.mark.parametrize(
    "sheets",
    [
        {"Jours": [DAYS, (date(2020, 3, 31), "A", 1, 500, 500)]},
        {"Forfaits": [FEES, (date(2020, 3, 31), "A", "Audit", 500)]},
        {"Dépenses": [EXPENSES, (date(2020, 3, 31), "Loyer", "Loyer", 500, None)]},
        {
            "Jours": [
                DAYS,
                (date(2019, 3, 29), "A", 1, 500, 500),
                (date(2020, 1, 2), "A", 1, 0, 0),
            ],
            "Dépenses": [EXPENSES, (date(2019, 3, 29), "Loyer", "", 900, None)],
        },
        {"Jours": [DAYS, (date(2020, 3, 31), "A", -1, 500, -500)]},
    ],
    ids=["days", "fees", "expenses", "loss before", "credit note"],
)
def test_incomplete_years_are_reported_without_false_figures(
    bilan: Bilan, tmp_path: Path, sheets: Any
) -> None:
    books = folder(tmp_path, sheets)
    assert bilan("generate", 2020, "--dossier", books).code == 0
    assert bilan("show", 2020, "--dossier", books).code == 0
    text = (books / "reports" / "2020" / "bilan-2020.md").read_text(encoding="utf-8")
    assert "nan" not in text.lower().split()
    assert "None" not in text
    assert "Infinity" not in text


def test_hostile_names_stand_as_themselves(bilan: Bilan, tmp_path: Path) -> None:
    name = "<script>alert(1)</script> A|B {{< x >}} **é** &amp; =1+1"
    rows = [
        EXPENSES,
        (date(2020, 3, 31), name, name, 500, 3),
        (date(2020, 3, 31), "x", name, 9, None),
    ]
    books = folder(tmp_path, {"Dépenses": rows})
    assert bilan("generate", 2020, "--dossier", books).code == 0
    page = (books / "reports" / "2020" / "bilan-2020.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; A|B {{&lt; x &gt;}} **é** &amp;amp; =1+1" in page
    text = (books / "reports" / "2020" / "bilan-2020.md").read_text(encoding="utf-8")
    assert "&lt;script&gt;" in text
    assert "A\\|B" in text
    assert "{{<" not in text


def test_the_nearest_folder_upwards_is_taken(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    books = folder(tmp_path, {"Jours": [DAYS, (date(2020, 3, 31), "A", 1, 500, 500)]})
    (books / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(books / "a" / "b")
    assert bilan("show", 2020).code == 0
    assert "erreur : aucune ligne en 2021" in bilan("show", 2021).err


def test_no_folder_at_all(bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = bilan("show", 2020)
    assert ran.code == 1
    assert "aucun fichier bilan.toml" in ran.err


def test_a_folder_that_is_not_there_is_named(bilan: Bilan, tmp_path: Path) -> None:
    """It was said that the settings were missing, and to make some."""
    ran = bilan("show", 2020, "--dossier", tmp_path / "livrse")
    assert ran.err == f"erreur : dossier introuvable : {tmp_path / 'livrse'}\n"


def test_a_folder_inside_the_books_names_that_of_the_books(bilan: Bilan, tmp_path: Path) -> None:
    books = folder(tmp_path, {"Jours": [DAYS, (date(2020, 3, 31), "A", 1, 500, 500)]})
    ran = bilan("show", 2020, "--dossier", books / "data")
    assert ran.err == (
        f"erreur : aucun bilan.toml dans {books / 'data'} : écrire --dossier {books}\n"
    )


def test_a_template_of_one_s_own_wins(bilan: Bilan, example: Path) -> None:
    (example / "templates").mkdir()
    (example / "templates" / "perspectives.md.j2").write_text("Repos.\n", encoding="utf-8")
    bilan("generate", 2020, "--dossier", example)
    for name in ("bilan-2020.md", "bilan-2020.html"):
        text = (example / "reports" / "2020" / name).read_text(encoding="utf-8")
        assert "Repos." in text
        assert "Les années" in text
