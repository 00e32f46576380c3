"""`bilan scenario` as a person types it, on the example books and on others."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Bilan
from tests.imported import imported
from tests.workbooks import DAYS, EXPENSES, FEES, Rows, folder

ROOT = Path(__file__).parents[2]
NB, NNB = "\u00a0", "\u202f"
EXAMPLE = ("--dossier", str(ROOT))
LIGHT = ("pandas", "matplotlib", "openpyxl", "jinja2", "markdown_it", "pydantic")
"""What a quick answer can do without."""


def plain(text: str) -> str:
    return text.replace(NB, " ").replace(NNB, " ")


def row(text: str, label: str) -> list[str]:
    """Return the cells of the last row of that name."""
    found = [line for line in plain(text).splitlines() if line.strip().startswith(label)]
    return [cell.strip() for cell in found[-1].split("  ") if cell.strip()][1:]


def test_assumptions_come_first_then_the_year_beside_the_last_real_one(bilan: Bilan) -> None:
    ran = bilan("scenario", 2021, "--tjm", 700, "--taux", "80%", *EXAMPLE)
    assert ran.code == 0
    assert ran.err == ""
    assert ran.out.index("Hypothèses du scénario 2021") < ran.out.index("Scénario 2021 et référ")
    assert row(ran.out, "CA des jours") == ["125 010 €", "128 240 €", "+3 230 €", "+2,6 %"]
    assert row(ran.out, "Jours ouvrés nets de congés")[:2] == ["228", "229"]
    assert row(ran.out, "Taux de jours facturés") == ["77 %", "80 %", "+3,2 points", "+4,2 %"]
    assert row(ran.out, "Dotations aux amortissements")[1] == "4 306 €"
    assert "donné : 80 % des jours ouvrés nets" in plain(ran.out)
    assert "repris de 2020" in ran.out


def test_the_unchanged_year_is_the_one_that_show_prints(bilan: Bilan) -> None:
    shown = json.loads(bilan("show", 2020, "--json", *EXAMPLE).out)
    answer = json.loads(bilan("scenario", 2020, "--format", "json", *EXAMPLE).out)
    rows = {line["Indicateur"]: line for line in answer[1]["lignes"]}
    for label, name in (
        ("Chiffre d’affaires", "chiffre_affaires"),
        ("Jours facturés", "jours_factures"),
        ("TJM", "tjm"),
        ("Impôt sur les sociétés", "impot"),
        ("Résultat après impôts", "resultat_apres_impots"),
    ):
        assert rows[label]["Référence 2020"] == rows[label]["Scénario 2020"] == shown[name]
        assert float(rows[label]["Différence"]) == 0


def test_a_goal_is_proved_by_computing_forward(bilan: Bilan) -> None:
    ran = bilan("scenario", 2021, "--viser", "resultat=20000", "--par", "tjm", *EXAMPLE)
    assert row(ran.out, "TJM régie qu’il faut") == ["798,63392 €"]
    assert row(ran.out, "Résultat après impôts recalculé") == ["20 000,00 €"]
    assert row(ran.out, "Résultat après impôts avec 799 €") == ["20 054,06 €"]
    assert "trouvé : 798,63392 € pour chaque jour" in plain(ran.out)
    back = bilan("scenario", 2021, "--tjm", "798,63392", "--format", "csv", *EXAMPLE)
    assert ";20000,00;" in next(x for x in back.out.splitlines() if x.startswith("Résultat après"))


def test_a_grid_marks_the_actual_and_the_objective(bilan: Bilan) -> None:
    ran = bilan("scenario", 2021, "--grille", *EXAMPLE)
    assert "● 138 026" in plain(ran.out)
    assert "○ 141 256" in plain(ran.out)
    given = "tjm=600:900:50,taux=60%:100%:5%"
    ran = bilan("scenario", 2021, f"--grille={given}", "--chiffre", "resultat", *EXAMPLE)
    assert row(ran.out, "80 % (183,2)")[2] == "○ 10 207"
    assert "hors grille" in ran.out
    days = bilan("scenario", "--grille", "jours=150:170:10", 2021, *EXAMPLE)
    assert row(days.out, "150 (65,5 %)")


def test_no_figure_is_cut_in_a_narrow_terminal(
    bilan: Bilan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    ran = bilan("scenario", 2021, "--grille", "tjm=600:900:50", *EXAMPLE)
    assert "…" not in ran.out
    assert row(ran.out, "80 % (183,2)") == [
        *("122 936", "132 096", "○ 141 256", "150 416", "159 576", "168 736", "177 896")
    ]


def test_sensitivity_is_sorted(bilan: Bilan) -> None:
    ran = bilan("scenario", 2020, "--sensibilite", *EXAMPLE)
    order = ("Client perdu : Compagnie", "Un mois de maladie", "10 € de TJM", "Un jour facturé")
    places = [plain(ran.out).index(what) for what in order]
    assert places == sorted(places)
    assert row(ran.out, "Un jour facturé de plus, à 714 €") == ["+1", "+714 €", "+607 €"]


def test_named_scenarios_stand_side_by_side(bilan: Bilan) -> None:
    ran = bilan("scenario", 2021, "--comparer", "prudent, Ambitieux", *EXAMPLE)
    assert row(ran.out, "CA des jours") == ["125 010 €", "112 210 €", "145 999 €"]
    assert "« – » : repris de 2020." in plain(ran.out)


def test_the_accountant_s_result_is_said_apart(bilan: Bilan, tmp_path: Path) -> None:
    rows: Rows = [DAYS, (date(2020, 3, 31), "A", 10, 500, 5000)]
    books = folder(tmp_path, {"Jours": rows}, "[exercice.2020]\nresultat = 1234.5")
    ran = bilan("scenario", 2020, "--tjm", "+10%", "--dossier", books)
    assert "Le résultat définitif de 2020 est de 1 234,50 €" in plain(ran.out)
    assert row(ran.out, "Résultat après impôts")[:2] == ["4 250 €", "4 675 €"]
    assert "Aucune dépense n’est saisie" in ran.out
    same = bilan("scenario", 2020, "--dossier", books)
    assert "Le résultat définitif" not in same.out
    assert row(same.out, "Résultat après impôts")[:2] == ["1 235 €", "1 235 €"]


def test_the_accountant_s_tax_is_said_apart(bilan: Bilan, tmp_path: Path) -> None:
    sold = (date(2020, 3, 31), "A", 10, 500, 5000)
    books = folder(tmp_path, {"Jours": [DAYS, sold]}, "[exercice.2020]\nimpot = 12")
    assert "L’impôt définitif" not in bilan("scenario", 2020, "--dossier", books).out
    ran = bilan("scenario", 2020, "--tjm", "+10%", "--dossier", books)
    assert row(ran.out, "Impôt sur les sociétés")[:2] == ["750 €", "825 €"]
    assert "L’impôt définitif de 2020 est de 12,00 € ; un scénario" in plain(ran.out)
    none = bilan("scenario", 2021, "--comparer", "prudent", "--dossier", books)
    assert 'le décrire dans bilan.toml, sous [scenarios."prudent"]' in none.err


def test_a_shorter_year_says_what_is_in_proportion_and_what_is_not(
    bilan: Bilan, tmp_path: Path
) -> None:
    months = [date(2020, month, 28) for month in range(1, 11)]
    rows: Rows = [DAYS, *((day, "A", 17, 500, 8500) for day in months)]
    period = "[exercice.2021]\ndebut = 2021-01-01\nfin = 2021-09-15"
    ran = bilan("scenario", 2021, "--dossier", folder(tmp_path, {"Jours": rows}, period))
    given = plain(ran.out).partition("Indicateur")[0]
    days = "161,29 179 jours ouvrés moins 17,71 (congés de bilan.toml)"
    assert f"Jours ouvrés nets de congés {days}" in " ".join(given.split())
    assert row(given, "Jours facturés")[1] == "repris de 2020, au prorata des mois (8,5 pour 12)"
    assert row(given, "TJM régie") == ["500,00 €", "repris de 2020"]
    assert row(ran.out, "TJM régie")[2:] == ["0 €", "0 %"]


def test_a_year_that_stops_early_is_said_to_be_perhaps_not_whole(
    bilan: Bilan, tmp_path: Path
) -> None:
    rows: Rows = [DAYS, (date(2020, 2, 29), "A", 12, 730, 8760)]
    books = folder(tmp_path, {"Jours": rows})
    said = "Les lignes de 2020 s’arrêtent au 29/02/2020"
    assert said in plain(bilan("scenario", 2021, "--dossier", books).out)
    assert said not in plain(bilan("scenario", 2020, "--dossier", books).out)
    assert "s’arrêtent" not in bilan("scenario", 2021, *EXAMPLE).out


def test_what_is_left_aside_is_said(bilan: Bilan, tmp_path: Path) -> None:
    rows: Rows = [DAYS, (date(2026, 3, 31), "A", 10, 500, 5000)]
    sheets: dict[str, Rows] = {
        "Jours": rows,
        "Dépenses": [EXPENSES, (date(2026, 1, 5), "L", "L", 9000, None)],
    }
    books = folder(tmp_path, sheets, "[exercice.2026]\nreintegrations = 5")
    said = plain(bilan("scenario", 2027, "--dossier", books).out)
    assert "Le déficit de 2026 n’est pas déduit" in said
    assert "Les réintégrations, déductions et déficits antérieurs de 2026" in said
    assert "le barème de 2026, le dernier connu" in said


def test_a_first_year_under_way_gives_nothing_to_another(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a year is no year: it gives nothing to the next, nor scenarios to the report."""
    monkeypatch.setattr("reporter.today.today", lambda: date(2026, 6, 30))
    sheets: dict[str, Rows] = {"Jours": [DAYS, (date(2026, 5, 31), "A", 10, 500, 5000)]}
    named = "[scenarios.prudent]\ntjm = 450\n"
    books = folder(tmp_path, sheets, named)
    for command in ("scenario", "net"):
        ran = bilan(command, 2027, "--tjm", 850, "--dossier", books)
        assert ran.code == 1
        assert "2026 n’est connu que jusqu’au 30 juin 2026" in plain(ran.err)
    assert bilan("scenario", 2026, "--tjm", 850, "--dossier", books).code == 0
    report = books / "reports/2026/bilan-2026.md"
    assert bilan("generate", 2026, "--dossier", books).code == 0
    assert "| prudent |" not in plain(report.read_text(encoding="utf-8"))
    (books / "bilan.toml").write_text(f"{named}[exercice.2026]\ncomplet = true\n")
    assert "repris de 2026" in plain(bilan("scenario", 2027, "--dossier", books).out)
    assert bilan("generate", 2026, "--dossier", books).code == 0
    assert "| prudent |" in plain(report.read_text(encoding="utf-8"))


def test_the_other_formats_hold_the_same_tables(bilan: Bilan) -> None:
    asked = ("scenario", 2021, "--grille", *EXAMPLE, "--format")
    text = plain(bilan(*asked, "md").out)
    assert "| 76,4 % (175) | 118 016 | 126 766 | 135 516 | ● 138 026 |" in text
    lines = list(csv.reader(bilan(*asked, "csv").out.splitlines(), delimiter=";"))
    assert next(x for x in lines if x and x[0].startswith("76,4"))[4] == "138026,00"
    grid = json.loads(bilan(*asked, "json").out)[1]
    assert grid["lignes"][4]["714,34 €"] == "138026.00"
    assert [mark["marque"] for mark in grid["marques"]] == ["réel", "objectif"]
    page = bilan(*asked, "html").out
    cells: list[str] = []

    class Cells(HTMLParser):
        def handle_data(self, data: str) -> None:
            cells.append(plain(data))

    Cells().feed(page)
    assert "● 138 026" in cells
    assert page.startswith('<!doctype html>\n<html lang="fr">')
    assert "http" not in page


def test_hostile_names_stand_as_themselves_in_every_format(bilan: Bilan, tmp_path: Path) -> None:
    name = "-cmd|'<b>x</b>"
    rows: Rows = [FEES, (date(2020, 3, 31), name, "Audit", 500)]
    sheets: dict[str, Rows] = {
        "Forfaits": rows,
        "Jours": [DAYS, (date(2020, 3, 31), name, 1, 500, 500)],
    }
    books = folder(tmp_path, sheets)
    asked = ("scenario", 2020, f"--sans-client={name}", "--dossier", books)
    assert name in bilan(*asked).out
    assert "<b>" not in bilan(*asked, "--format", "html").out
    assert "&lt;b&gt;" in bilan(*asked, "--format", "md").out
    lines = list(csv.reader(bilan(*asked, "--format", "csv").out.splitlines(), delimiter=";"))
    assert lines[1][1] == f"'{name}"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--taux 80", "l’option --taux : « 80 » n’est pas un pourcentage, écrire 80%"),
        ("--taux 120%", "une part va de 0 à 100 %"),
        ("--taux x", "écrire 80%"),
        ("--tjm 5%", "dire dans quel sens, +5% ou -5%"),
        ("--tjm cher", "écrire par exemple 850, +50 ou +5%"),
        ("--conges -3", "n’est pas un nombre de jours"),
        ("--charge Loyer", 'écrire par exemple "Rémunération=+12000"'),
        ("--charge Loyer=cher", "« cher » n’est pas compris"),
        ("--tjm 1.200", "« 1.200 » : écrire 1200, sans séparateur de milliers"),
        ("--charge Loyer=+12.000€", "« +12.000€ » : écrire +12000€"),
        ("--grille tjm=1.000:1.500:100", "« 1.000 » : écrire 1000"),
        ("--jours 3 --taux 3%", "jours et taux disent deux fois la même chose"),
        ("--remplace 50%", "dire lequel"),
        ("--viser ca=1", "donner les deux"),
        ("--par tjm", "donner les deux"),
        ("--viser 150000 --par tjm", "écrire par exemple ca=150000"),
        ("--viser ca=1 --par prix", "« prix » inconnu, choisir parmi tjm, jours, taux, forfaits"),
        ("--viser ca=1 --par tjm --tjm 3", "ne pas donner --tjm"),
        ("--viser ca=1 --par jours --taux 3%", "ne donner ni --jours ni --taux"),
        ("--viser ca=1 --par forfaits --forfaits 3", "ne pas donner --forfaits"),
        ("--grille --sensibilite", "un seul à la fois"),
        ("--grille --jours 3", "ne donner ni --jours ni --taux"),
        ("--grille tjm=600:900", "écrire début:fin:pas, par exemple 600:900:50"),
        ("--grille tjm=600:900:0", "écrire début:fin:pas"),
        ("--grille tjm=1:900:1", "fait 900 valeurs, 60 au plus"),
        ("--grille forfaits=1:2:1", "écrire par exemple tjm=600:900:50"),
        ("--grille jours=1:2:1,taux=1%:2%:1%", "le taux ou les jours, pas les deux"),
        ("--chiffre ca", "donner aussi --grille"),
        ("--comparer prudent --tjm 3", "tels qu’ils sont dans bilan.toml"),
        ("--format pdf", "« pdf » inconnu, choisir parmi md, html, csv, json"),
    ],
)
def test_wrong_words_are_usage_errors(bilan: Bilan, words: str, said: str) -> None:
    ran = bilan("scenario", 2021, *words.split(), *EXAMPLE)
    assert ran.code == 2
    assert said in ran.err
    assert "aide : bilan scenario --help" in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    ("year", "words", "said"),
    [
        (2015, "", "aucune ligne dont partir pour 2015"),
        (2041, "", "au plus loin : 2030"),
        (2021, "--sans-client Ponant", "écrire « Compagnie du Ponant »"),
        (2021, "--jours 230", "2021 n’a que 229 jours ouvrés nets de congés"),
        (2021, "--comparer prudnt", "scénario « prudnt » introuvable : écrire « prudent »"),
        (2021, "--viser ca=900000 --par jours", "ne peut dépasser 229 jours"),
    ],
)
def test_what_the_books_do_not_allow_is_refused(
    bilan: Bilan, year: int, words: str, said: str
) -> None:
    ran = bilan("scenario", year, *words.split(), *EXAMPLE)
    assert ran.code == 1
    assert said in ran.err
    assert ran.out == ""


def test_a_quick_answer_loads_no_heavy_library() -> None:
    ways = ("", "--grille", "--sensibilite", "--grille --format html")
    found = imported([["scenario", "2021", *words.split(), *EXAMPLE] for words in ways])
    heavy = {*LIGHT, "holidays.countries"}
    assert {words: have & heavy for words, have in zip(ways, found, strict=True)} == {
        words: set() for words in ways
    }


def test_the_figures_of_a_year_load_no_room_of_other_commands() -> None:
    (found,) = imported([["show", "2020", *EXAMPLE]])
    rooms = {name.removeprefix("reporter.").split(".")[0] for name in found if "reporter." in name}
    others = {"charts", "comparing", "insights", "landing", "manifest", "net", "scenarios"}
    assert "doubts" in rooms
    assert rooms & {*others, "schemas", "starter", "writing"} == set()
    assert {name for name in found if name.startswith("reporter.frozen.")} == set()
    assert "json" not in found or sys.version_info >= (3, 13)  # where Python itself loads it


def test_the_package_alone_loads_none_of_its_rooms() -> None:
    """The books are imported by the first `load`; a command imports only what is its own."""
    code = "import reporter, sys; print([name for name in sys.modules if 'reporter.' in name])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def test_the_report_s_outlook_holds_the_named_scenarios(bilan: Bilan, tmp_path: Path) -> None:
    books = tmp_path / "livres"
    shutil.copytree(ROOT / "data", books / "data")
    settings = '[scenarios.sans]\nsans_client = "Inconnu"\n[scenarios.prudent]\ntjm = 700\n'
    (books / "bilan.toml").write_text(settings, encoding="utf-8")
    assert bilan("generate", 2020, "--dossier", books).code == 0
    text = plain((books / "reports" / "2020" / "bilan-2020.md").read_text(encoding="utf-8"))
    outlook = text.partition("## Perspectives 2021")[2].partition("## ")[0]
    assert "| prudent | 700 € | 175 |" in outlook
    assert "« sans » ne s’applique pas : client « Inconnu » introuvable" in outlook
    page: Any = (books / "reports" / "2020" / "bilan-2020.html").read_text(encoding="utf-8")
    assert '<th scope="row">prudent</th>' in page
    assert "style=" not in page
    (books / "bilan.toml").write_text("", encoding="utf-8")
    bilan("generate", 2020, "--dossier", books)
    text = (books / "reports" / "2020" / "bilan-2020.md").read_text(encoding="utf-8")
    assert "Scénario" not in text


def test_an_origin_is_said_from_values_never_from_words_of_the_books(
    bilan: Bilan, tmp_path: Path
) -> None:
    """A client whose name holds « donné » keeps it where a goal is sought."""
    rows: Rows = [DAYS, (date(2020, 3, 31), "Pardonné SARL", 10, 700)]
    rows.append((date(2020, 4, 30), "Port Franc", 10, 700))
    books = folder(tmp_path, {"Jours": rows})
    asked = ("--client", "Pardonné SARL", "--viser", "ca=20000", "--par", "tjm")
    out = bilan("scenario", 2020, "--dossier", books, *asked).out
    assert "trouvé pour Pardonné SARL" in " ".join(out.split())
    assert "Partrouvé" not in out


def test_a_whole_share_taken_off_is_said_as_it_was_asked(bilan: Bilan) -> None:
    assert "donné : −100 %" in bilan("scenario", 2021, "--charges", "-100%").out
    assert "donné : 0 €" in bilan("scenario", 2021, "--charges", "0").out
    assert "donné : −100 % sur chaque tarif" in " ".join(
        bilan("scenario", 2021, "--tjm", "-100%").out.split()
    )


LEVERS = """[scenarios.moins]
sans_client = "Acme"
remplace = "50 %"
conges = 30
taux = "60 %"
forfaits = "+500"
charges = "+5 %"
[scenarios.plus]
client = "Acme"
jours = "+5"
tjm = 800
charge = { "Loyer" = "+100" }
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return books of two clients, and scenarios that change everything."""
    days: Rows = [DAYS, (date(2020, 3, 31), "Acme", 10, 700), (date(2020, 4, 30), "Brume", 20, 600)]
    fees: Rows = [FEES, (date(2020, 5, 31), "Brume", "Audit", 3000)]
    costs: Rows = [EXPENSES, (date(2020, 3, 15), "Bail", "Loyer", 500, None)]
    return folder(tmp_path, {"Jours": days, "Forfaits": fees, "Dépenses": costs}, LEVERS)


def test_all_that_scenarios_were_given_stands_side_by_side(bilan: Bilan, small: Path) -> None:
    ran = bilan("scenario", 2021, "--comparer", "moins,plus", "--format", "md", "--dossier", small)
    table = plain(ran.out).partition("| --- | --- | --- |\n")[2].partition("\n\n")[0]
    assert table.splitlines() == [
        "| Clients perdus | Acme | – |",
        "| Part de leurs jours revendue | 50 % | – |",
        "| Congés | 30 | – |",
        "| Taux de jours facturés | 60 % | – |",
        "| Forfaits | +500 € | – |",
        "| Charges | +5 % | – |",
        "| Jours facturés pour Acme | – | +5 |",
        "| TJM régie pour Acme | – | 800 € |",
        "| Charge Loyer | – | +100 € |",
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--sans-client Acme", "| Clients perdus | Acme | donné : jours et forfaits perdus |"),
        (
            "--sans-client Acme --remplace 50%",
            "| Clients perdus | Acme | donné : 50 % de leurs jours revendus au même tarif |",
        ),
        (
            "--sans-client Acme",
            "| Jours facturés | 20 | repris de 2020, sans les clients perdus |",
        ),
        (
            "--conges 30",
            "| Jours facturés | 29,34 | repris de 2020, au même taux de jours facturés |",
        ),
        ("--jours 40", "| Jours facturés | 40 | donné : 40 |"),
        (
            "--client Acme --jours +5",
            "| Jours facturés | 35 | donné pour Acme : +5 ; le reste, repris de 2020 |",
        ),
        ("--charge Loyer=+100", "| Charges | 600,00 € | repris de 2020 ; donné : Loyer +100 € |"),
    ],
)
def test_where_each_value_comes_from(bilan: Bilan, small: Path, words: str, said: str) -> None:
    ran = bilan("scenario", 2021, *words.split(), "--format", "md", "--dossier", small)
    assert said in plain(ran.out)


@pytest.mark.parametrize(("form", "compared"), [("sasu", False), ("ei", True)])
def test_the_results_of_two_legal_forms_have_no_change(
    form: str, compared: bool, bilan: Bilan, tmp_path: Path
) -> None:
    sold: Rows = [("Date", "Client", "Jours", "TJM"), (date(2025, 3, 31), "Ponant", 20, 700)]
    titles = ("Date", "Libellé", "Catégorie", "Montant HT")
    spent: Rows = [titles, (date(2025, 3, 2), "Loyer", "Loyer", 9)]
    forms = f'[exercice.2025]\nstatut = "ei"\n[exercice.2026]\nstatut = "{form}"\n'
    folder(tmp_path, {"Jours": sold, "Dépenses": spent}, forms)
    ran = bilan("scenario", 2026, "--tjm", 770, "--dossier", tmp_path)
    assert ran.code == 0
    assert row(ran.out, "Chiffre")[-1] == "+10 %"
    assert (row(ran.out, "Résultat ")[-2:] != ["n. d.", "n. d."]) == compared
    assert ("leurs résultats ne se comparent pas" in plain(ran.out)) != compared
