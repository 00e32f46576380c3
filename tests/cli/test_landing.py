"""The landing and the page of a month, asked from the command line."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.landing.histories import month_end
from tests.workbooks import DAYS, folder

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Bilan
    from tests.workbooks import Rows

AIM = '[exercice]\nconges = 0\nobjectif_tjm = 600\nobjectif_taux = "50 %"\n'
MISSIONS = ("Client", "TJM", "Jours prévus", "Du", "Au")


def books(
    root: Path, first: int = 2023, settings: str = AIM, missions: tuple[object, ...] = ()
) -> Path:
    """Write books of ten days a month at 600 € up to June 2026; at 500 € before 2026."""
    worked = [
        (month_end(year, month), "Ponant", 10, rate, 10 * rate)
        for year in range(first, 2027)
        for month in range(1, 13 if year < 2026 else 7)
        for rate in [600 if year == 2026 else 500]
    ]
    sheets: dict[str, Rows] = {"Jours": [DAYS, *worked]}
    if missions:
        sheets["Missions"] = [MISSIONS, missions]
    return folder(root, sheets, settings)


def test_the_terminal_says_the_landing_and_what_is_left(bilan: Bilan, tmp_path: Path) -> None:
    """36 000 € known, and the last half of 2023 to 2025: sixty days at 500 €."""
    ran = bilan("show", 2026, "--dossier", books(tmp_path), "--au", "2026-06-30")
    out = ran.out.replace("\u202f", " ")
    assert "Atterrissage de 2026" in out
    row = next(line for line in out.splitlines() if "30 000 €" in line)
    assert [cell.strip() for cell in row.split("  ") if cell.strip()] == [
        "Chiffre d’affaires", "66 000 €", "36 000 €", "30 000 €", "60 000 €",
    ]  # fmt: skip
    assert (
        "Les mois qui restent sont estimés par la moyenne des mêmes mois des trois dernières "
        "années. À cette date, sur vos 2 dernières années, ce calcul ne se serait pas trompé."
    ) in out
    assert "Ce qui reste de l’objectif de 2026" in out
    assert "à 9 600 € au-dessous de l’objectif" in out


def test_under_twelve_months_it_says_so_and_gives_no_figure(bilan: Bilan, tmp_path: Path) -> None:
    ran = bilan("show", 2026, "--dossier", books(tmp_path, 2026), "--au", "2026-06-30")
    assert "Pas assez de recul pour un atterrissage, qui demande douze mois" in ran.out
    assert "recul" not in ran.err
    assert "Atterrissage de" not in ran.out
    assert "Ce qui reste de l’objectif de 2026" in ran.out
    made = bilan("show", 2026, "--dossier", books(tmp_path, 2026), "--au", "2026-06-30", "--json")
    found = json.loads(made.out)
    assert found["atterrissage"] is None
    assert found["reste_objectif"]["jours"] == "66"


def test_a_whole_year_has_no_landing(bilan: Bilan, tmp_path: Path) -> None:
    made = books(tmp_path)
    assert "tterrissage" not in bilan("show", 2025, "--dossier", made).out
    assert "atterrissage" not in bilan("show", 2025, "--dossier", made, "--json").out
    bilan("generate", 2025, "--dossier", made)
    for name in ("md", "html"):
        page = (made / "reports" / "2025" / f"bilan-2025.{name}").read_text(encoding="utf-8")
        assert "tterrissage" not in page


def test_days_signed_of_the_sheet_of_missions(bilan: Bilan, tmp_path: Path) -> None:
    """Thirty days over September and October: 22 working days each, so 15 and 15, for 10 and 10."""
    mission = ("Ponant", 700, 30, date(2026, 9, 1), date(2026, 10, 30))
    made = books(tmp_path, missions=mission)
    ran = bilan("show", 2026, "--dossier", made, "--au", "2026-06-30", "--json")
    found = json.loads(ran.out)["atterrissage"]
    assert found["signe"] == {"chiffre_affaires": "21000.00", "jours_factures": "30"}
    assert found["estime"] == {"chiffre_affaires": "20000.00", "jours_factures": "40"}
    assert found["chiffre_affaires"] == "77000.00"
    assert found["fourchette"] == {"bas": "77000.00", "haut": "77000.00"}


def test_the_json_names_each_trial(bilan: Bilan, tmp_path: Path) -> None:
    ran = bilan("show", 2026, "--dossier", books(tmp_path), "--au", "2026-06-30", "--json")
    found = json.loads(ran.out)["atterrissage"]
    assert found["methode"] == "memes_mois"
    assert found["annees_des_memes_mois"] == 3
    assert [trial["exercice"] for trial in found["essais"]] == [2025, 2024]
    assert {trial["estime"] for trial in found["essais"]} == {"60000.00"}
    assert found["ecart_moyen"] == "0.000000"


def test_the_report_of_a_partial_year_has_the_landing(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = books(tmp_path)
    monkeypatch.setattr("reporter.today.today", lambda: date(2026, 6, 30))
    bilan("generate", 2026, "--dossier", made)
    for name in ("md", "html"):
        page = (made / "reports" / "2026" / f"bilan-2026.{name}").read_text(encoding="utf-8")
        assert page.count("L’atterrissage") >= 1
        assert "ce calcul ne se serait pas trompé" in page
    shared = bilan("generate", 2026, "--dossier", made, "--anonyme", "--indices")
    assert shared.code == 0
    page = (made / "reports" / "2026-anonyme" / "bilan-2026.md").read_text(encoding="utf-8")
    assert "tterrissage" not in page


def page_of(made: Path, name: str, year: int = 2026) -> str:
    text = (made / "reports" / f"{year}" / name).read_text(encoding="utf-8")
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_page_of_a_month(bilan: Bilan, tmp_path: Path) -> None:
    made = books(tmp_path)
    ran = bilan("generate", 2026, "--dossier", made, "--mois", "6")
    assert ran.err.count("écrit") == 3
    page = page_of(made, "bilan-2026-06.md")
    assert page.startswith("# Juin 2026\n")
    assert (
        "En juin 2026, le chiffre d’affaires est de **6 000 €**, en hausse de 20 % par rapport à "
        "juin 2025, pour **10 jours facturés** à un TJM de **600 €**. Depuis le 1er janvier 2026, "
        "il atteint **36 K€**, en hausse de 20 % par rapport au 30 juin 2025."
    ) in page
    assert "| Chiffre d’affaires | 6 000 € | 5 000 € | +20 % |" in page
    assert "| Jours ouvrés | 22 | 20 | +10 % |" in page
    assert "## L’atterrissage" in page
    html = page_of(made, "bilan-2026-06.html")
    assert "<h1>Juin 2026</h1>" in html
    assert "default-src 'none'" in html


def test_the_page_of_a_quarter(bilan: Bilan, tmp_path: Path) -> None:
    made = books(tmp_path)
    bilan("generate", 2026, "--dossier", made, "--trimestre", "2", "--format", "md")
    page = page_of(made, "bilan-2026-T2.md")
    assert page.startswith("# Deuxième trimestre 2026\n")
    assert "Au deuxième trimestre 2026, le chiffre d’affaires est de **18 000 €**" in page
    assert "par rapport au deuxième trimestre 2025" in page
    assert not (made / "reports" / "2026" / "bilan-2026-T2.html").exists()


def test_a_month_under_way_is_compared_up_to_the_same_day(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reporter.today.today", lambda: date(2026, 6, 25))
    made = books(tmp_path)
    bilan("generate", 2026, "--dossier", made, "--mois", "6", "--format", "md")
    page = page_of(made, "bilan-2026-06.md")
    assert page.startswith("# Du 1er au 25 juin 2026\n")
    assert "| Indicateur | Du 1er au 25 juin 2026 | Du 1er au 25 juin 2025 | Variation |" in page
    ran = bilan("generate", 2026, "--dossier", made, "--mois", "7")
    assert (ran.code, "2026-07 n’a pas commencé" in ran.err) == (1, True)


def test_the_last_month_of_a_year_shows_it_whole(bilan: Bilan, tmp_path: Path) -> None:
    made = books(tmp_path)
    bilan("generate", 2025, "--dossier", made, "--mois", "12", "--format", "md")
    page = page_of(made, "bilan-2025-12.md", 2025)
    assert "tterrissage" not in page
    assert "Depuis le 1er janvier 2025, il atteint **60 K€**, stable par rapport à 2024." in page


def test_the_first_year_is_compared_with_nothing(bilan: Bilan, tmp_path: Path) -> None:
    made = books(tmp_path)
    bilan("generate", 2023, "--dossier", made, "--mois", "3", "--format", "md")
    page = page_of(made, "bilan-2023-03.md", 2023)
    assert "par rapport" not in page
    assert "| Indicateur | Mars 2023 |" in page


def test_months_of_a_year_from_july_to_june(bilan: Bilan, tmp_path: Path) -> None:
    """October of the year 2026 is that of 2025; the file bears the month's own name."""
    made = books(tmp_path, settings='[exercice]\ncloture = "30/06"\n')
    bilan("generate", 2026, "--dossier", made, "--mois", "10", "--format", "md")
    page = page_of(made, "bilan-2025-10.md")
    assert page.startswith("# Octobre 2025\n")
    assert "par rapport à octobre 2024" in page
    assert "Depuis le 1er juillet 2025, il atteint **20 K€**" in page


def test_a_year_with_two_decembers_asks_which(bilan: Bilan, tmp_path: Path) -> None:
    long = "[exercice.2024]\ndebut = 2023-12-01\nfin = 2024-12-31\n"
    short = "[exercice.2023]\ndebut = 2023-01-01\nfin = 2023-11-30\n"
    made = books(tmp_path, settings=short + long)
    ran = bilan("generate", 2024, "--dossier", made, "--mois", "12")
    assert (ran.code, "préciser l’année, 2023-12 et 2024-12" in ran.err) == (1, True)
    bilan("generate", 2024, "--dossier", made, "--mois", "2023-12", "--format", "md")
    page = page_of(made, "bilan-2023-12.md", 2024)
    assert page.startswith("# Décembre 2023\n")


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--mois", "13"), 2, "erreur : l’option --mois : « 13 » n’est pas un mois"),
        (("--trimestre", "5"), 2, "erreur : l’option --trimestre : « 5 » n’est pas un trimestre"),
        (("--mois", "3", "--trimestre", "1"), 2, "pas les deux"),
        (("--mois", "3", "--format", "pdf"), 2, "s’écrit en md et html, pas en pdf"),
        (("--mois", "3", "--reference", "2024"), 2, "--reference ne va pas avec --mois"),
        (("--trimestre", "1", "--annees", "2"), 2, "--annees ne va pas avec --trimestre"),
        (("--trimestre", "1", "--anonyme", "--indices"), 2, "--indices ne va pas avec --trimestre"),
        (("--mois", "3", "--anonyme", "--avec-texte"), 2, "--avec-texte ne va pas avec --mois"),
        (("--mois", "2025-03"), 1, "2025-03 n’est pas dans l’exercice"),
    ],
)
def test_what_a_month_cannot_have(
    bilan: Bilan, tmp_path: Path, options: tuple[str, ...], code: int, said: str
) -> None:
    ran = bilan("generate", 2026, "--dossier", books(tmp_path), *options)
    assert (ran.code, said in ran.err) == (code, True), ran.err


def test_a_month_without_names(bilan: Bilan, tmp_path: Path) -> None:
    made = books(tmp_path, settings=AIM + '[societe]\nnom = "Lueur"\n')
    bilan("generate", 2026, "--dossier", made, "--mois", "6", "--anonyme")
    for name in ("md", "html"):
        page = (made / "reports" / "2026-anonyme" / f"bilan-2026-06.{name}").read_text("utf-8")
        assert "Lueur" not in page
        assert "Ponant" not in page


def test_the_unpaid_of_a_month(bilan: Bilan, tmp_path: Path) -> None:
    """June is paid in August, so still owed at the end of June; without dates nobody knows."""
    made = books(tmp_path / "sans")
    bilan("generate", 2026, "--dossier", made, "--mois", "6", "--format", "md")
    assert "Aucune date de paiement dans l’exercice" in page_of(made, "bilan-2026-06.md")
    titles = ("Date", "Client", "Jours", "TJM", "Facture", "Date de paiement")
    lines = [
        (date(2026, 5, 31), "Ponant", 10, 600, "F5", date(2026, 6, 20)),
        (date(2026, 6, 30), "Ponant", 10, 600, "F6", date(2026, 8, 15)),
    ]
    made = folder(tmp_path / "avec", {"Jours": [titles, *lines]})
    bilan("generate", 2026, "--dossier", made, "--mois", "6", "--format", "md")
    page = page_of(made, "bilan-2026-06.md")
    assert "| Ponant, F6 | 30/06/2026 |" in page
    assert "Ponant, F5" not in page
    bilan("generate", 2026, "--dossier", made, "--mois", "8", "--format", "md")
    page = page_of(made, "bilan-2026-08.md")
    assert "Toutes les factures des livres sont payées à cette date." in page


PAID = (*DAYS, "Date de paiement")


@pytest.mark.parametrize("base", ["encaissement", "facture"])
def test_sales_that_count_when_they_are_paid_are_said_to(
    bilan: Bilan, tmp_path: Path, base: str
) -> None:
    worked = [
        (month_end(year, month), "Ponant", 10, 500, 5000, month_end(year, month))
        for year in (2024, 2025, 2026)
        for month in range(1, 13 if year < 2026 else 7)
    ]
    made = folder(tmp_path, {"Jours": [PAID, *worked]}, f'[societe]\nbase = "{base}"\n' + AIM)
    asked = ("--dossier", made, "--au", "2026-06-30")
    shown = bilan("show", 2026, *asked).out.partition("Atterrissage de 2026")[2]
    said = "Chaque vente compte le jour de son paiement."
    assert (said in shown.partition("Ce qui reste")[0]) == (base == "encaissement")
    for name in ("chiffre_affaires", "ca_jours", "atterrissage.chiffre_affaires"):
        told = bilan("explain", name, 2026, *asked).out
        assert (said in told) == (base == "encaissement"), name
    assert said not in bilan("explain", "charges", 2026, *asked).out


def test_the_year_before_of_another_form_has_no_result_beside_the_landing(
    bilan: Bilan, tmp_path: Path
) -> None:
    told = '[societe]\nstatut = "sasu"\n[exercice.2025]\nstatut = "ei"\n' + AIM
    made = books(tmp_path, settings=told)
    out = bilan("show", 2026, "--dossier", made, "--au", "2026-06-30").out
    shown = out.partition("Atterrissage de 2026")[2].partition("Ce qui reste")[0]
    assert "EI en 2025, SASU en 2026" in shown
    rows = {line.strip().split("  ")[0]: line for line in shown.splitlines() if "€" in line}
    assert rows["Résultat après impôts"].rstrip().replace("\u00a0", " ").endswith("n. d.")
    assert rows["Chiffre d’affaires"].split()[-3:] == ["60", "000", "€"]
