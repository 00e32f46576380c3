"""`bilan verify`: the manifest beside a report, and what has changed since it was written."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reporter import today as clock
from tests.cli.conftest import Bilan, Ran
from tests.workbooks import DAYS, EXPENSES, Rows, folder

WORK: Rows = [DAYS, ("31/12/2020", "Nimbus", 10, 700, 7000)]
SPENT: Rows = [EXPENSES, ("31/03/2020", "Loyer de mars", "Loyer", 300, None)]
SETTINGS = (
    '[societe]\nnom = "Azur"\n[exercice]\nconges = 24\n[exercice.2020]\nreintegrations = 111\n'
)


@pytest.fixture
def books(tmp_path: Path) -> Path:
    return folder(tmp_path / "livres", {"Jours": WORK, "Dépenses": SPENT}, SETTINGS)


@pytest.fixture
def report(books: Path, bilan: Bilan) -> Path:
    """Return the folder of a report just written."""
    assert bilan("generate", 2020, "--format", "md", "--dossier", books).code == 0
    return books / "reports" / "2020"


def manifest(report: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((report / "bilan-2020.json").read_text(encoding="utf-8"))
    return found


def differences(ran: Ran) -> dict[str, tuple[Any, Any]]:
    found = json.loads(ran.printed)["differences"]
    return {f"{one['quoi']} {one['nom']}": (one["avant"], one["maintenant"]) for one in found}


def test_a_report_just_written_is_identical(report: Path, bilan: Bilan) -> None:
    ran = bilan("verify", report)
    assert (ran.code, ran.out) == (0, f"identique : le rapport 2020, dans {report}\n")
    assert json.loads(bilan("verify", report, "--json").out) == {
        "exercice": 2020,
        "identique": True,
        "differences": [],
    }


def test_it_is_found_by_its_folder_its_file_or_its_year(
    report: Path, books: Path, bilan: Bilan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(books)
    for name in (report, report / "bilan-2020.json", "reports/2020", 2020):
        assert bilan("verify", name).code == 0


def test_a_line_that_changed_is_told_by_its_figures_and_its_file(
    report: Path, books: Path, bilan: Bilan
) -> None:
    more = [DAYS, ("31/12/2020", "Nimbus", 11, 700, 7700)]
    folder(books, {"Jours": more, "Dépenses": SPENT}, SETTINGS)
    ran = bilan("verify", report)
    assert ran.code == 1
    lines = ran.out.replace("\u202f", " ").splitlines()
    assert lines[0] == f"changé : le rapport 2020, dans {report}"
    assert "  chiffre : chiffre d’affaires 2020 : 7 000,00 € → 7 700,00 €" in lines
    assert "  chiffre : jours facturés 2020 : 10 → 11" in lines
    assert "  fichier des livres : data/livres.xlsx : changé" in lines
    assert not any("bilan.toml" in line or "TJM" in line for line in lines)


def test_a_setting_that_changed_is_told_by_its_key(report: Path, books: Path, bilan: Bilan) -> None:
    said = SETTINGS.replace("24", "25")
    (books / "bilan.toml").write_text(said, encoding="utf-8")
    ran = bilan("verify", report)
    assert "  réglage : exercice.2020.conges : 24 → 25" in ran.out.splitlines()
    assert "  fichier des livres : bilan.toml : changé" in ran.out
    assert "jours ouvrés nets de congés 2020 : 229 → 228" in ran.out


def test_files_that_came_or_went_are_told(report: Path, books: Path, bilan: Bilan) -> None:
    shutil.copy(books / "data" / "livres.xlsx", books / "data" / "autre.xlsx")
    (books / "data" / "livres.xlsx").unlink()
    (books / "data" / "2020.md").write_text("Une bonne année.\n", encoding="utf-8")
    (books / "templates").mkdir()
    (books / "templates" / "bilan.css").write_text("a{}", encoding="utf-8")
    (report / "bilan-2020-mois.svg").unlink()
    (report / "bilan-2020.md").write_text("retouché", encoding="utf-8")
    assert bilan("verify", report).out.splitlines()[1:] == [
        "  fichier des livres : data/livres.xlsx : absent",
        "  fichier des livres : data/autre.xlsx : nouveau",
        "  fichier des livres : data/2020.md : nouveau",
        "  fichier des livres : templates/bilan.css : nouveau",
        "  fichier du rapport : bilan-2020.md : changé",
        "  fichier du rapport : bilan-2020-mois.svg : absent",
    ]


def test_the_ends_of_lines_of_a_text_are_no_change(report: Path, books: Path, bilan: Bilan) -> None:
    for path in (books / "bilan.toml", report / "bilan-2020.md"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert bilan("verify", report).code == 0


def test_another_version_is_told(report: Path, bilan: Bilan) -> None:
    path = report / "bilan-2020.json"
    path.write_text(
        path.read_text(encoding="utf-8").replace('"version": "', '"version": "9'), encoding="utf-8"
    )
    assert "version de bilan : 9" in bilan("verify", report).out


def test_the_options_of_the_report_are_those_of_the_check(
    report: Path, books: Path, bilan: Bilan
) -> None:
    older = [DAYS, ("31/12/2019", "Nimbus", 5, 700, 3500)]
    folder(books, {"Jours": older}, SETTINGS, name="avant")
    words = ("--annees", 1, "--reference", 2019, "--format", "html", "--dossier", books)
    assert bilan("generate", 2020, *words).code == 0
    said = manifest(report)
    assert (said["annees"], said["reference"], list(said["chiffres"])) == (1, 2019, ["2020"])
    assert bilan("verify", report).code == 0


def test_a_year_under_way_is_compared_up_to_the_day_of_its_report(
    tmp_path: Path, bilan: Bilan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise each day that passes would be a change."""
    lines = [DAYS, ("31/03/2020", "Nimbus", 10, 700, 7000), ("30/06/2020", "Nimbus", 5, 700, 3500)]
    books = folder(tmp_path, {"Jours": lines})
    monkeypatch.setattr(clock, "today", lambda: date(2020, 4, 10))
    bilan("generate", 2020, "--format", "md", "--dossier", books)
    report = books / "reports" / "2020"
    assert (manifest(report)["au"], manifest(report)["reglages"]) == ("2020-04-10", {})
    assert manifest(report)["chiffres"]["2020"]["chiffre_affaires"] == "7000"
    for today in (date(2020, 5, 1), date(2026, 1, 1)):
        monkeypatch.setattr(clock, "today", lambda today=today: today)
        assert bilan("verify", report).code == 0


def test_it_tells_no_name_no_line_and_no_setting_that_the_report_hides(report: Path) -> None:
    text = (report / "bilan-2020.json").read_text(encoding="utf-8")
    assert "Nimbus" not in text
    assert "Loyer" not in text
    assert "Azur" not in text
    assert "reintegrations" not in text
    assert manifest(report)["reglages"] == {"exercice.2020.conges": "24"}


def test_an_anonymous_report_has_none_and_says_so(books: Path, bilan: Bilan) -> None:
    for words in (["--anonyme"], ["--anonyme", "--indices"]):
        bilan("generate", 2020, *words, "--format", "html", "--dossier", books)
        folder = books / "reports" / "2020-anonyme"
        assert [path.name for path in folder.iterdir()] == ["bilan-2020.html"]
        ran = bilan("verify", folder)
        assert ran.code == 1
        assert f"aucun manifeste dans {folder} (bilan-ANNÉE.json)" in ran.err
        assert "sauf avec --anonyme" in ran.err


def test_a_site_gets_none_that_it_would_publish(books: Path, tmp_path: Path, bilan: Bilan) -> None:
    out = tmp_path / "posts"
    bilan("generate", 2020, "--format", "hugo", "--sortie", out, "--dossier", books)
    assert [path.name for path in out.iterdir()] == ["bilan-2020"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "manifeste abîmé"),
        ("{", "manifeste abîmé"),
        ("[" * 100_000, "manifeste abîmé"),
        ("\xff", "ce n’est pas le manifeste d’un rapport"),
        ("[1]", "ce n’est pas le manifeste d’un rapport"),
        ('{"chiffre_affaires": "1.00"}', "ce n’est pas le manifeste d’un rapport"),
        ('{"quoi": "rapport de bilan"}', "manifeste abîmé"),
        ('{"quoi": "rapport de bilan", "format": 2}', "manifeste d’une version plus récente"),
    ],
)
def test_a_manifest_that_is_damaged_or_foreign(
    report: Path, bilan: Bilan, text: str, said: str
) -> None:
    (report / "bilan-2020.json").write_text(json.dumps(text) if text == "\xff" else text)
    ran = bilan("verify", report)
    assert (ran.code, ran.out) == (1, "")
    assert f"erreur : {said}\n  --> bilan-2020.json" in ran.err


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("exercice", 2019),
        ("annees", 0),
        ("annees", "4"),
        ("annees", 4.5),
        ("reference", "2019"),
        ("version", None),
        ("au", "31/12/2020"),
        ("au", 2020),
        ("chiffres", {"2020": {"tjm": "700"}}),
        ("chiffres", {"2020": 700}),
        ("reglages", {"exercice.conges": 25}),
        ("livres", {"data/2020.xlsx": "../../etc/passwd"}),
        ("rapport", ["bilan-2020.md"]),
    ],
)
def test_a_manifest_changed_by_hand(report: Path, bilan: Bilan, key: str, value: Any) -> None:
    changed = {**manifest(report), key: value}
    (report / "bilan-2020.json").write_text(json.dumps(changed), encoding="utf-8")
    assert "erreur : manifeste abîmé" in bilan("verify", report).err


def test_a_manifest_reads_nothing_outside_of_its_report(
    report: Path, bilan: Bilan, tmp_path: Path
) -> None:
    """A report may be received from somebody: its manifest names no file of the reader's."""
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    said = manifest(report)
    said["rapport"]["../../../secret"] = "0" * 64
    (report / "bilan-2020.json").write_text(json.dumps(said), encoding="utf-8")
    ran = bilan("verify", report)
    assert "fichier du rapport : ../../../secret : absent" in ran.out


@pytest.fixture
def months(books: Path, bilan: Bilan) -> Path:
    """Return the folder of a year's report, of the page of a month and of that of a quarter."""
    before = [DAYS, ("31/10/2019", "Nimbus", 5, 700, 3500), ("31/12/2019", "Nimbus", 5, 700, 3500)]
    folder(books, {"Jours": before}, SETTINGS, name="avant")
    for part in ((), ("--mois", 12), ("--trimestre", 4)):
        assert bilan("generate", 2020, *part, "--format", "md", "--dossier", books).code == 0
    return books / "reports" / "2020"


def test_the_pages_of_months_and_quarters_are_verified_with_the_report(
    months: Path, bilan: Bilan
) -> None:
    ran = bilan("verify", months)
    assert (ran.code, ran.out.replace("\u00a0", " ").splitlines()) == (
        0,
        [
            f"identique : le rapport 2020, dans {months}",
            f"identique : la page de décembre 2020, dans {months}",
            f"identique : la page du quatrième trimestre 2020, dans {months}",
        ],
    )
    found = json.loads(bilan("verify", months, "--json").out)
    assert [one["partie"] for one in found["parties"]] == ["2020-12", "2020-T4"]
    ran = bilan("verify", months / "bilan-2020-T4.json", "--json")
    assert (json.loads(ran.out)["partie"], json.loads(ran.out)["identique"]) == ("2020-T4", True)


def test_a_line_of_the_year_before_changes_the_month_that_is_compared_with_it(
    months: Path, books: Path, bilan: Bilan
) -> None:
    """October is of the quarter, not of December."""
    lines = [DAYS, ("31/10/2019", "Nimbus", 6, 700, 4200), ("31/12/2019", "Nimbus", 5, 700, 3500)]
    folder(books, {"Jours": lines}, SETTINGS, name="avant")
    ran = bilan("verify", months)
    year, month, quarter = ran.out.replace("\u202f", " ").split("changé : la ")
    assert ran.code == 1
    assert "chiffre d’affaires 2019 : 7 000,00 € → 7 700,00 €" in year
    assert "décembre 2019" not in month
    assert "quatrième trimestre 2019 : 7 000,00 € → 7 700,00 €" in quarter.replace("\u00a0", " ")
    assert "fichier des livres : data/avant.xlsx : changé" in quarter


def test_a_page_that_somebody_edited_is_told(months: Path, bilan: Bilan) -> None:
    (months / "bilan-2020-12.md").write_text("retouché", encoding="utf-8")
    ran = bilan("verify", months)
    assert ran.code == 1
    assert ran.out.count("changé :") == 1
    assert "  fichier du rapport : bilan-2020-12.md : changé" in ran.out


def test_a_month_under_way_is_compared_up_to_the_day_of_its_page(
    tmp_path: Path, bilan: Bilan, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [DAYS, ("02/03/2020", "Nimbus", 10, 700, 7000), ("20/03/2020", "Nimbus", 5, 700, 3500)]
    books = folder(tmp_path, {"Jours": lines})
    monkeypatch.setattr(clock, "today", lambda: date(2020, 3, 10))
    bilan("generate", 2020, "--mois", 3, "--format", "md", "--dossier", books)
    said = json.loads((books / "reports/2020/bilan-2020-03.json").read_text(encoding="utf-8"))
    assert (said["au"], said["chiffres"]["2020-03"]["chiffre_affaires"]) == ("2020-03-10", "7000")
    monkeypatch.setattr(clock, "today", lambda: date(2026, 1, 1))
    assert bilan("verify", books / "reports" / "2020").code == 0


def test_an_anonymous_page_of_a_month_has_none(books: Path, bilan: Bilan) -> None:
    words = ("--mois", 12, "--anonyme", "--format", "html", "--dossier", books)
    assert bilan("generate", 2020, *words).code == 0
    names = [path.name for path in (books / "reports" / "2020-anonyme").iterdir()]
    assert names == ["bilan-2020-12.html"]


@pytest.mark.parametrize("part", ["2020-11", 12, "2020", ""])
def test_the_manifest_of_a_page_changed_by_hand(months: Path, bilan: Bilan, part: Any) -> None:
    path = months / "bilan-2020-12.json"
    changed = {**json.loads(path.read_text(encoding="utf-8")), "partie": part}
    path.write_text(json.dumps(changed), encoding="utf-8")
    ran = bilan("verify", months)
    assert "erreur : manifeste abîmé\n  --> bilan-2020-12.json" in ran.err
    assert "« bilan generate ANNÉE --mois 2020-12 »" in ran.err.replace("\u00a0", " ")


def test_a_report_of_another_year_is_named(report: Path, books: Path, bilan: Bilan) -> None:
    ran = bilan("verify", 2019, "--dossier", books)
    assert f"donner son dossier, {report}" in ran.err.replace("\n", " ")


def test_where_there_is_no_report(books: Path, bilan: Bilan, tmp_path: Path) -> None:
    assert "« bilan generate » en écrit un" in bilan("verify", tmp_path / "rien").err
    assert "aucun rapport dans" in bilan("verify", 2020, "--dossier", books).err
    assert "aucun manifeste dans" in bilan("verify", books).err
    for year in (2019, 2020):
        (tmp_path / f"bilan-{year}.json").write_text("{}", encoding="utf-8")
    assert "donner l’un de bilan-2019.json, bilan-2020.json" in bilan("verify", tmp_path).err


def test_the_same_books_give_the_same_manifest(report: Path, books: Path, bilan: Bilan) -> None:
    before = (report / "bilan-2020.json").read_bytes()
    bilan("generate", 2020, "--format", "md", "--dossier", books)
    assert (report / "bilan-2020.json").read_bytes() == before


@pytest.mark.parametrize(
    ("statuses", "called"),
    [
        (("sasu", "sasu"), "résultat après impôts"),
        (("micro", "micro"), "reste après dépenses"),
        (("ei", "ei"), "résultat avant impôt personnel"),
        (("eurl-ir", "sasu"), "résultat"),
    ],
)
def test_a_result_has_the_word_of_its_legal_form(
    books: Path, bilan: Bilan, statuses: tuple[str, str], called: str
) -> None:
    was, now = (
        f'societe.statut = "sasu"\nmicro.dates = "facture"\n[exercice.2020]\nstatut = "{one}"\n'
        for one in statuses
    )
    folder(books, {"Jours": WORK, "Dépenses": SPENT}, was)
    assert bilan("generate", 2020, "--format", "md", "--dossier", books).code == 0
    more: Rows = [*WORK, ("31/12/2020", "Aval", 10, 700, 7000)]
    folder(books, {"Jours": more, "Dépenses": SPENT}, now)
    ran = bilan("verify", books / "reports" / "2020")
    words = [line.split(" 2020 :")[0] for line in ran.out.splitlines() if "chiffre : r" in line]
    results = [word for word in words if "avant impôts" not in word]
    assert results[-1] == f"  chiffre : {called}"
    if statuses[1] == "micro":
        assert "impôt" not in ran.out
