from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Bilan

FILES = [".bilan/reglages.schema.json", "bilan.toml", "data/2026.md", "data/livres.xlsx"]


def contents(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_a_new_folder_works_once_a_line_is_typed(bilan: Bilan, tmp_path: Path) -> None:
    books = tmp_path / "livres"
    assert bilan("init", books, "--annee", 2026).code == 0
    assert sorted(contents(books)) == FILES
    ran = bilan("check", "--dossier", books)
    assert (ran.code, ran.out.count("note : ligne d’exemple")) == (0, 4)
    assert "rien n’est douteux" in ran.out
    path = books / "data" / "livres.xlsx"
    workbook = load_workbook(path)
    workbook["Jours"].append((date(2026, 2, 13), "Atelier du Port", "", 2, 650, 0.2))
    workbook.save(path)
    assert bilan("check", 2026, "--dossier", books).code == 0
    assert bilan("generate", 2026, "--dossier", books).code == 0
    figures = json.loads(bilan("show", 2026, "--json", "--dossier", books).out)
    assert figures["chiffre_affaires"] == "1300.00"
    assert figures["charges"] == "0.00"
    report = (books / "reports" / "2026" / "bilan-2026.md").read_text(encoding="utf-8")
    assert "Jours facturés\u00a0: 2. Tarif journalier moyen\u00a0: 650\u00a0€." in report
    assert "{#" not in report


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_overwritten_and_nothing_is_written_beside(
    bilan: Bilan, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"mine")
    ran = bilan("init", tmp_path, "--annee", 2026)
    assert ran.code == 1
    assert ran.err.splitlines() == [
        f"erreur : déjà dans {tmp_path}, donc rien n’a été écrit : {name}"
    ]
    assert contents(tmp_path) == {name: b"mine"}


def test_a_link_that_leads_nowhere_is_a_file_too(bilan: Bilan, tmp_path: Path) -> None:
    (tmp_path / "bilan.toml").symlink_to(tmp_path / "parti.toml")
    assert bilan("init", tmp_path).code == 1
    assert not (tmp_path / "data").exists()


def test_a_folder_that_holds_other_things_is_completed(bilan: Bilan, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "2019.xlsx").write_bytes(b"mine")
    assert bilan("init", tmp_path, "--annee", 2026).code == 0
    assert (tmp_path / "data" / "2019.xlsx").read_bytes() == b"mine"


def test_a_file_in_the_place_of_the_folder(bilan: Bilan, tmp_path: Path) -> None:
    (tmp_path / "livres").write_bytes(b"mine")
    ran = bilan("init", tmp_path / "livres")
    assert ran.code == 1
    assert "écriture impossible" in ran.err
    assert contents(tmp_path) == {"livres": b"mine"}


def test_without_a_folder_the_current_one_and_this_year(
    bilan: Bilan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = bilan("init")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines()[0] == "écrit : bilan.toml"
    assert any(path.stem.isdecimal() for path in (tmp_path / "data").glob("*.md"))
    assert "bilan check" in ran.err.splitlines()[-1]
