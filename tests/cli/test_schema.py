"""`bilan schema`, and each question of a scenario against its schema (by the fixture `bilan`)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reporter.schemas import NAMES
from reporter.starter import SCHEMA
from tests.cli.conftest import Bilan
from tests.workbooks import DAYS, folder

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_printed_as_the_wheel_carries_it(bilan: Bilan, name: str) -> None:
    ran = bilan("schema", name)
    assert json.loads(ran.printed)["$id"] == f"urn:bilan:{name}:1"
    assert ran.code == 0


def test_it_renews_what_init_wrote(bilan: Bilan, tmp_path: Path) -> None:
    bilan("init", tmp_path, "--annee", 2026)
    first = (tmp_path / "bilan.toml").read_text(encoding="utf-8").splitlines()[0]
    assert first == f"#:schema ./{SCHEMA}"
    assert (tmp_path / SCHEMA).read_text(encoding="utf-8") == bilan("schema").printed


def test_a_schema_that_is_none(bilan: Bilan) -> None:
    ran = bilan("schema", "generate")
    assert ran.code == 2
    assert "NOM : « generate » inconnu, choisir parmi reglages, show" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ["--tjm", "700"],
        ["--viser", "resultat=20000", "--par", "tjm"],
        ["--viser", "ca=150000", "--par", "taux"],
        ["--grille"],
        ["--grille", "tjm=600:900:50,jours=100:200:20", "--chiffre", "resultat"],
        ["--sensibilite"],
        ["--comparer", "prudent,ambitieux"],
        ["--sans-client", "Compagnie du Ponant", "--remplace", "50%"],
    ],
)
@pytest.mark.parametrize("year", [2020, 2021])
def test_each_question_of_a_scenario_in_json(bilan: Bilan, year: int, words: list[str]) -> None:
    ran = bilan("scenario", year, *words, "--format", "json", "--dossier", ROOT)
    assert ran.code == 0
    assert ran.out.startswith("[")


def test_what_check_says_of_books_that_are_wrong_or_doubtful(bilan: Bilan, tmp_path: Path) -> None:
    wrong = folder(tmp_path / "a", {"Jours": [DAYS, ("x", "A", 1, 700, 700)]})
    ran = bilan("check", "--json", "--dossier", wrong)
    assert (ran.code, list(json.loads(ran.out))) == (1, ["erreurs"])
    doubtful = folder(tmp_path / "b", {"Jours": [DAYS, ("14/07/2020", "A", 1, 700, 700)]})
    found = json.loads(bilan("check", "--json", "--dossier", doubtful).out)
    assert found["points"]
    assert json.loads(bilan("check", "--json", "--dossier", tmp_path).out)["erreurs"]
