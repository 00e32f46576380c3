"""A closed year, as a person meets it: every command says what is no longer the same."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from tests.cli.conftest import Bilan
from tests.workbooks import DAYS, EXPENSES, Rows, folder

SETTINGS = """
[societe]
statut = "sasu"
siren = "812345676"
[net]
salaire = "brute"
[tva]
regime = "franchise"
"""
RENT = ("02/01/2020", "Loyer", "Loyer", 300, None)
LINES: Rows = [("31/03/2020", "Client A", 10, 700), ("30/04/2020", "Client B", 12, 650)]
COMMANDS = (
    ("check",),
    ("check", 2020),
    ("show", 2020),
    ("generate", 2020, "--format", "md"),
    ("generate", 2020, "--format", "md", "--anonyme"),
    ("scenario", 2021, "--tjm", 800),
    ("export", 2020, "--format", "csv"),
    ("net", 2020),
)


def books(root: Path, lines: Rows, settings: str = SETTINGS) -> Path:
    """Write books whose invoices are numbered in their order."""
    days: Rows = [(*line, f"F-{number}") for number, line in enumerate(lines)]
    sheets: dict[str, Rows] = {
        "Jours": [(*DAYS[:4], "Facture"), *days],
        "Dépenses": [EXPENSES, RENT],
    }
    return folder(root, sheets, settings)


@pytest.fixture
def closed(bilan: Bilan, tmp_path: Path) -> Path:
    """Return books whose year 2020 is closed."""
    root = books(tmp_path, LINES)
    ran = bilan("freeze", 2020, "--dossier", root)
    assert (ran.code, ran.out) == (0, "")
    assert "clos : l’exercice 2020, 3 lignes, chiffre d’affaires 14\u202f800 €" in ran.err
    return root


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: " ".join(map(str, command)))
def test_every_command_says_what_changed_and_blocks_nothing(
    bilan: Bilan, closed: Path, command: tuple[object, ...]
) -> None:
    before = bilan(*command, "--dossier", closed)
    assert (before.code, "clos le" in before.err) == (0, False)
    books(closed, [("31/03/2020", "Client A", 11, 700), LINES[1]])
    ran = bilan(*command, "--dossier", closed)
    assert ran.code == 0
    assert "ne donne plus les mêmes chiffres" in ran.err
    assert "   | chiffre d’affaires : 14\u202f800,00 € → 15\u202f500,00 €\n" in ran.err
    assert "cellule A2 : jours 10 → 11, montant HT 7\u202f000 € → 7\u202f700 €\n" in ran.err
    assert "clos le" not in bilan("-q", *command, "--dossier", closed).err


def test_a_program_reads_it_too(bilan: Bilan, closed: Path) -> None:
    found = json.loads(bilan("check", "--json", "--dossier", closed).out)["clotures"]
    assert [(year["exercice"], year["inchange"]) for year in found] == [(2020, True)]
    added = [*LINES, ("31/05/2020", "Client C", 2, 500)]
    books(closed, added, SETTINGS + "[exercice]\nconges = 20\n")
    (year,) = json.loads(bilan("check", 2020, "--json", "--dossier", closed).out)["clotures"]
    assert year["inchange"] is False
    assert year["chiffres"][0] == {
        "nom": "chiffre_affaires",
        "avant": "14800",
        "maintenant": "15800",
    }
    assert year["reglages"] == [{"nom": "exercice.2020.conges", "avant": None, "maintenant": "20"}]
    (line,) = year["lignes"]
    assert (line["quoi"], line["fichier"], line["feuille"], line["cellule"]) == (
        "arrivée",
        "data/livres.xlsx",
        "Jours",
        "A4",
    )


def test_of_many_lines_the_first_are_said(bilan: Bilan, closed: Path) -> None:
    books(closed, [*LINES, *((f"{n:02}/05/2020", "Client C", 1, 500) for n in range(4, 24))])
    said = bilan("show", 2020, "--dossier", closed).err
    assert said.count("ligne arrivée") == 8
    assert "et 12 autres lignes : « bilan check --json » les dit toutes" in said


def test_a_year_is_closed_once_and_opened_again(bilan: Bilan, closed: Path) -> None:
    file = closed / "clotures" / "2020.json"
    kept = file.read_bytes()
    again = bilan("freeze", 2020, "--dossier", closed)
    assert (again.code, file.read_bytes()) == (1, kept)
    assert "est déjà clos" in again.err
    lifted = bilan("freeze", 2020, "--lever", "--dossier", closed)
    assert (lifted.code, file.exists()) == (0, False)
    twice = bilan("freeze", 2020, "--lever", "--dossier", closed)
    assert twice.code == 1
    assert "l’exercice 2020 n’est pas clos : il n’y a rien à lever" in twice.err


def test_a_year_without_lines_is_refused(bilan: Bilan, closed: Path) -> None:
    ran = bilan("freeze", 2019, "--dossier", closed)
    assert ran.code == 1
    assert "aucune ligne en 2019" in ran.err
    assert [path.name for path in (closed / "clotures").iterdir()] == ["2020.json"]


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ("", 1),
        ("[exercice.2099]\nresultat = 100\n", 1),
        ("[exercice.2099]\ncomplet = false\n", 1),
        ("[exercice.2099]\ncomplet = true\n", 0),
    ],
)
def test_a_year_that_is_not_over_is_not_closed(
    bilan: Bilan, tmp_path: Path, settings: str, code: int
) -> None:
    root = books(tmp_path, [("31/03/2099", "Client A", 10, 700)], settings)
    ran = bilan("freeze", 2099, "--dossier", root)
    assert (ran.code, (root / "clotures").exists()) == (code, code == 0)
    assert ("va jusqu’au 31 décembre 2099, il n’est pas fini" in ran.err) == bool(code)


def test_the_last_day_of_a_year_is_still_of_it(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = books(tmp_path, [("31/03/2020", "Client A", 10, 700)])
    codes = []
    for day in (date(2020, 12, 31), date(2021, 1, 1)):
        monkeypatch.setattr("reporter.today.today", partial(date, *day.timetuple()[:3]))
        codes.append(bilan("freeze", 2020, "--dossier", root).code)
    assert codes == [1, 0]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda text: text[:-40], "abîmée"),
        (lambda text: text.replace('"7000"', '"1e999999"'), "abîmée"),
        (lambda text: text.replace('"7000"', "7000"), "abîmée"),
        (lambda text: text.replace('"reglages": {', '"reglages": {"x": 1,'), "abîmée"),
        (lambda text: text.replace('"exercice": 2020', '"exercice": 2019'), "abîmée"),
        (lambda text: text.replace("2020-03-31", "2020-13-31"), "abîmée"),
        (lambda text: text.replace('"nature": "jours"', '"nature": "x"'), "abîmée"),
        (lambda text: text.replace('"tjm": "', '"t": "'), "abîmée"),
        (lambda _: "[" * 100_000, "abîmée"),
        (lambda _: "null", "abîmée"),
        (lambda _: "\x00", "abîmée"),
        (lambda text: text.replace('"version": 1', '"version": 2'), "version plus récente"),
        (lambda text: text.replace('"version": 1', '"version": 0'), "abîmée"),
    ],
)
def test_a_file_that_is_not_understood_is_said_and_blocks_nothing(
    bilan: Bilan, closed: Path, damage: Callable[[str], str], said: str
) -> None:
    file = closed / "clotures" / "2020.json"
    file.write_text(damage(file.read_text(encoding="utf-8")), encoding="utf-8")
    ran = bilan("show", 2020, "--dossier", closed)
    assert ran.code == 0
    assert said in ran.err
    assert "clotures/2020.json" in ran.err
    (found,) = json.loads(bilan("check", "--json", "--dossier", closed).out)["clotures"]
    assert said in found["quoi"]
    assert bilan("freeze", 2020, "--dossier", closed).code == 1
    assert bilan("freeze", 2020, "--lever", "--dossier", closed).code == 0


def test_a_pipe_in_its_place_is_not_waited_for(bilan: Bilan, closed: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    (closed / "clotures" / "2020.json").unlink()
    os.mkfifo(closed / "clotures" / "2020.json")
    ran = bilan("show", 2020, "--dossier", closed)
    assert ran.code == 0
    assert "clôture de l’exercice 2020 illisible" in ran.err


def test_names_of_the_file_cannot_drive_the_terminal(bilan: Bilan, closed: Path) -> None:
    file = closed / "clotures" / "2020.json"
    text = file.read_text(encoding="utf-8").replace("Client A", "\\u001b[2JClient")
    file.write_text(text, encoding="utf-8")
    ran = bilan("show", 2020, "--dossier", closed)
    assert "ligne changée" in ran.err
    assert "\x1b" not in ran.err


def test_nothing_is_written_through_a_link(bilan: Bilan, tmp_path: Path) -> None:
    root = books(tmp_path / "livres", LINES)
    (tmp_path / "ailleurs").mkdir()
    (root / "clotures").symlink_to(tmp_path / "ailleurs")
    ran = bilan("freeze", 2020, "--dossier", root)
    assert (ran.code, [*(tmp_path / "ailleurs").iterdir()]) == (1, [])
    assert "hors du dossier des livres" in ran.err


def test_a_program_reads_what_changed_in_a_line(bilan: Bilan, closed: Path) -> None:
    books(closed, [("31/03/2020", "Client A", 11, 700)])
    (year,) = json.loads(bilan("check", 2020, "--json", "--dossier", closed).out)["clotures"]
    told = {line["quoi"]: line for line in year["lignes"]}
    assert set(told) == {"changée", "partie"}
    assert told["changée"]["champs"] == [
        {"nom": "jours", "avant": "10", "maintenant": "11"},
        {"nom": "montant_ht", "avant": "7000", "maintenant": "7700"},
    ]
    assert told["partie"]["champs"] == []
    assert told["partie"]["cellule"] == "A3"
