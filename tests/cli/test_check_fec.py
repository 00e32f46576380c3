from __future__ import annotations

import json
from pathlib import Path

import pytest

import reporter
from tests.cli.conftest import Bilan

ROOT = Path(reporter.__file__).parent.parent
NAME = "812345676FEC20201231.txt"


@pytest.fixture
def fec(bilan: Bilan, tmp_path: Path) -> Path:
    """Return the example's import file."""
    bilan("export", 2020, "--dossier", ROOT, "--sortie", tmp_path, "--format", "fec")
    return tmp_path / NAME


def test_our_file_is_good(bilan: Bilan, fec: Path) -> None:
    ran = bilan("check", "--fec", fec)
    lines = len(fec.read_bytes().splitlines()) - 1
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{NAME} : aucune erreur dans ses {lines} lignes d’écritures\n"


def test_every_mistake_is_said_with_its_line(bilan: Bilan, fec: Path) -> None:
    text = fec.read_bytes().replace(b"310,00\t0,00", b"310,01\t0,00", 1)
    fec.write_bytes(text.replace(b"20200831\t20200831\t", b"20200831\t20200832\t", 1))
    ran = bilan("check", "--fec", fec)
    assert ran.code == 1
    assert ran.err.splitlines()[:4] == [
        "erreur : écriture déséquilibrée",
        f"  --> {NAME}, ligne 2",
        "   | débit 372,01 €, crédit 372,00 € : 0,01 € entre 3 lignes",
        "   = corriger l’écart entre les lignes de l’écriture",
    ]
    assert ran.out == f"{NAME} : 3 erreurs dans ses 767 lignes d’écritures\n"


def test_doubts_alone_are_said_and_leave_no_error(bilan: Bilan, fec: Path) -> None:
    fec.write_bytes(fec.read_bytes().replace(b"\t613200\t", b"\t913200\t"))
    ran = bilan("check", "--fec", fec)
    assert (ran.code, ran.err) == (0, "")
    first, where, *shown, last = ran.out.splitlines()
    assert first == "doute : compte hors du plan comptable"
    assert where.startswith(f"  --> {NAME}, 12 lignes, dont 3, 75, 142")
    assert shown == ["   | CompteNum : 913200", "   = vérifier ce compte"]
    assert last == f"{NAME} : aucune erreur et 1 doute dans ses 767 lignes d’écritures"


def test_what_is_wrong_everywhere_is_said_once(bilan: Bilan, fec: Path) -> None:
    fec.write_bytes(fec.read_bytes().replace(b",00\t", b".00\t"))
    ran = bilan("check", "--fec", fec)
    assert [line for line in ran.err.splitlines() if line.startswith("erreur")] == [
        "erreur : montant mal écrit : point au lieu d’une virgule"
    ] * 2  # for Debit, then for Credit
    assert "518 lignes, dont 2, 3, 4" in ran.err


def test_the_first_day_of_a_long_year_can_be_said(bilan: Bilan, fec: Path) -> None:
    fec.write_bytes(fec.read_bytes().replace(b"20200102", b"20191202"))
    for day in ("2019-12-01", "01/12/2019"):
        assert bilan("check", "--fec", fec, "--debut", day).code == 0
    assert "date hors de l’exercice" in bilan("check", "--fec", fec, "--debut", "2019-12-03").err
    ran = bilan("check", "--fec", fec, "--debut", "décembre")
    assert ran.code == 2
    assert "« décembre » n’est pas une date, écrire par exemple 2019-07-01" in ran.err


def test_all_of_it_can_be_read_by_a_program(bilan: Bilan, fec: Path, tmp_path: Path) -> None:
    good = json.loads(bilan("check", "--fec", fec, "--json").out)
    assert good == {"fichier": NAME, "lignes": 767, "erreurs": [], "doutes": []}
    text = fec.read_bytes().replace(b"310,00\t0,00", b"310,01\t0,00", 1)
    fec.write_bytes(text.replace(b"\t622600\t", b"\t922600\t"))
    ran = bilan("check", "--fec", fec, "--json")
    assert (ran.code, ran.err) == (1, "")
    said = json.loads(ran.out)
    assert said["erreurs"] == [
        {
            "quoi": "écriture déséquilibrée",
            "champ": "",
            "nombre": 1,
            "lignes": [2],
            "contenus": ["débit 372,01 €, crédit 372,00 € : 0,01 € entre 3 lignes"],
            "remede": "corriger l’écart entre les lignes de l’écriture",
        }
    ]
    (doubt,) = said["doutes"]
    assert (doubt["quoi"], doubt["champ"]) == ("compte hors du plan comptable", "CompteNum")
    assert doubt["nombre"] > len(doubt["lignes"]) == 3
    absent = json.loads(bilan("check", "--fec", tmp_path / "x.txt", "--json").out)
    assert absent["erreurs"][0]["quoi"].startswith("aucun fichier ")


def test_a_file_that_is_not_there(bilan: Bilan, tmp_path: Path) -> None:
    ran = bilan("check", "--fec", tmp_path / NAME)
    assert ran.code == 1
    assert ran.err.startswith("erreur : aucun fichier ")
    assert bilan("check", "--fec", tmp_path).err.startswith("erreur : fichier illisible : ")


def test_the_books_tell_how_long_a_year_is(bilan: Bilan, fec: Path, tmp_path: Path) -> None:
    """A first year of thirteen months is refused by itself, not beside its bilan.toml."""
    moved = fec.read_bytes().replace(b"20200102", b"20191202")
    fec.write_bytes(moved)
    assert "date hors de l’exercice" in bilan("check", "--fec", fec, "--dossier", ROOT).err
    year = "[exercice.2020]\ndebut = 2019-12-01\nfin = 2020-12-31\n"
    settings = f'[societe]\nsiren = "812 345 676"\n{year}'
    (tmp_path / "bilan.toml").write_text(settings, encoding="utf-8")
    assert bilan("check", "--fec", fec, "--dossier", tmp_path).code == 0
    (tmp_path / "bilan.toml").write_text(year, encoding="utf-8")
    assert bilan("check", "--fec", fec, "--dossier", tmp_path).code == 1
