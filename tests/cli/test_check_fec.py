from __future__ import annotations

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
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[:4] == [
        "erreur : écriture déséquilibrée",
        f"  --> {NAME}, ligne 2",
        "   | débit 372,01 €, crédit 372,00 €",
        "   = corriger l’écart de 0,01 € entre ses 3 lignes",
    ]


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
