"""What is asked of the program itself: its version, its voice, its colours, its exit codes."""

from __future__ import annotations

import io
import platform
import re
from importlib.metadata import version
from pathlib import Path

import pytest

from reporter.cli.voice import VOICE
from tests.cli.conftest import Bilan
from tests.workbooks import DAYS, folder

ROOT = Path(__file__).parents[2]
COLOR = "\x1b["


@pytest.mark.parametrize("words", [["--version"], ["-V"], ["-V", "-q"]])
def test_the_version(bilan: Bilan, words: list[str]) -> None:
    assert bilan(*words).out == f"bilan {version('bilan')}\n"


@pytest.mark.parametrize("words", [["-V", "-v"], ["-v", "-V"], ["--version", "--bavard"]])
def test_the_versions_that_explain_a_reading(bilan: Bilan, words: list[str]) -> None:
    ran = bilan(*words)
    assert ran.code == 0
    assert f"Python {platform.python_version()}\n" in ran.out
    assert f"python-calamine {version('python-calamine')}\n" in ran.out


@pytest.mark.parametrize("words", [["-v", "show", 2020], ["show", 2020, "-v"]])
def test_each_file_read_is_said_with_its_time(bilan: Bilan, words: list[object]) -> None:
    ran = bilan(*words, "--dossier", ROOT)
    files = re.findall(r"^lu : (data/\S+), en \d+,\d{3} s$", ran.err, re.MULTILINE)
    assert files == [f"data/{year}.xlsx" for year in (2017, 2018, 2019, 2020)]
    assert ran.out == bilan("show", 2020, "--dossier", ROOT).out


def test_a_file_that_cannot_be_read_is_said_too(bilan: Bilan, tmp_path: Path) -> None:
    """One looks for what is slow or broken: it is said before the mistake."""
    root = folder(tmp_path, {"Jours": [DAYS]})
    (root / "data" / "abime.xlsx").write_bytes(b"PK")
    ran = bilan("check", "-v", "--dossier", root)
    assert ran.code == 1
    assert ran.err.index("lu : data/abime.xlsx") < ran.err.index("erreur")


def test_with_q_the_results_and_the_mistakes_alone(bilan: Bilan, tmp_path: Path) -> None:
    assert "écrit :" in bilan("init", tmp_path / "a", "--annee", 2026).err
    ran = bilan("-q", "init", tmp_path / "b", "--annee", 2026)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    again = bilan("init", tmp_path / "b", "-q")
    assert (again.code, again.err[:8]) == (1, "erreur :")
    assert bilan("show", 2020, "-q", "--dossier", ROOT).out.startswith("Chiffres clés")


def test_nothing_asked_of_a_command_is_kept_for_the_next(bilan: Bilan) -> None:
    bilan("show", 2020, "-q", "-v", "--couleur", "toujours", "--dossier", ROOT)
    assert (VOICE.quiet, VOICE.verbose, VOICE.color) == (True, True, "toujours")
    bilan("show", 2020, "--dossier", ROOT)
    assert (VOICE.quiet, VOICE.verbose, VOICE.color) == (False, False, "auto")


@pytest.mark.parametrize(
    "words", [["show", 2020], ["show", "--help"], ["check"], ["show", 1990], ["--help"]]
)
def test_colours_when_they_are_asked_for_and_only_then(bilan: Bilan, words: list[object]) -> None:
    """No terminal here: without a word there are none, and no other byte changes."""
    plain = bilan(*words).printed
    always = bilan("--couleur", "toujours", *words).printed
    assert COLOR not in plain
    assert COLOR in always or words == ["check"]
    assert re.sub(r"\x1b\[[\d;]*m", "", always) == plain
    assert bilan("--couleur", "jamais", *words).printed == plain


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        """Tell that it is a terminal."""
        return True


@pytest.mark.parametrize(
    ("variables", "colored"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),  # no-color.org: an empty one asks for nothing
        ({"TERM": "dumb"}, False),
    ],
)
def test_colours_in_a_terminal(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], *, colored: bool
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(VOICE, "color", "auto")
    assert VOICE.colored(Terminal()) is colored
    assert not VOICE.colored(io.StringIO())
    monkeypatch.setattr(VOICE, "color", "toujours")
    assert VOICE.colored(io.StringIO())


def test_a_colour_that_is_none(bilan: Bilan) -> None:
    ran = bilan("show", 2020, "--couleur", "bleu")
    assert ran.code == 2
    assert "l’option --couleur : « bleu » inconnu, choisir parmi auto, toujours, jamais" in ran.err
