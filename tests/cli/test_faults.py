"""Commands killed, starved, doubled and told a false date; the heavy ones are in tests/bench."""

from __future__ import annotations

import os
import random
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.bench import faults

if TYPE_CHECKING:
    from tests.cli.conftest import Bilan

EXPORT = ("export", "2020", "--format", "csv,fec")
posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="POSIX")


@pytest.fixture
def books(tmp_path: Path) -> Path:
    return faults.example(tmp_path / "livres")


@posix
def test_killed_a_few_times(books: Path) -> None:
    chance = random.Random(0)  # noqa: S311  # the same moments each time
    faults.kill_often(books, chance, 2, *EXPORT)


def exported(bilan: Bilan, books: Path) -> dict[str, bytes]:
    """Return what a command left alone writes, in this process."""
    faults.rename(books, "nom A")
    assert bilan(*EXPORT, "--dossier", books).code == 0
    return faults.written(books)


@posix
def test_two_at_once(bilan: Bilan, books: Path) -> None:
    alone = exported(bilan, books)
    faults.run_twice(books, *EXPORT)
    assert faults.written(books) == alone
    assert faults.litter(books) == []


@posix
def test_a_full_disk(bilan: Bilan, books: Path) -> None:
    before = exported(bilan, books)
    faults.rename(books, "nom B")
    done = faults.bilan(books, *EXPORT, limit="ulimit -f 1;")
    assert done.returncode == 1
    assert "écriture impossible" in done.stderr
    assert "le fichier est trop grand" in done.stderr
    assert faults.written(books) == before


@posix
def test_what_is_no_file(books: Path) -> None:
    assert faults.special(books, random.Random(0))  # noqa: S311  # no chance in it


def test_five_hundred_files(bilan: Bilan, books: Path) -> None:
    for number in range(500):
        (books / "data" / f"{number}.pdf").touch()
        (books / "data" / f"{number}.bin").touch()
    assert bilan("check", "--dossier", books).out.count("fichier laissé de côté") == 500


@pytest.mark.parametrize("year", [1999, 2099])
def test_a_clock_far_away(
    year: int, bilan: Bilan, books: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A year that has not begun is refused; the report of one that is over says nothing of today.

    `check` doubts what is in the future, `init` its year.
    """
    assert bilan("generate", 2020, "--dossier", books, "--format", "md").code == 0
    written = faults.written(books)
    monkeypatch.setattr("reporter.today.today", lambda: date(year, 2, 28))
    ran = bilan("generate", 2020, "--dossier", books, "--format", "md")
    assert (ran.code, "commence le 1er janvier 2020" in ran.err) == (
        (1, True) if year == 1999 else (0, False)
    )
    assert faults.written(books) == written
    out = bilan("check", "--dossier", books).out
    assert ('ignorer = ["futur' in out) is (year == 1999)
    assert bilan("init", tmp_path / "neuf").code == 0
    assert (tmp_path / "neuf" / "data" / f"{year}.md").exists()
