"""The help: it fits any terminal, its examples run, the manual and the docs are made of it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from reporter.cli import application
from tests import manual
from tests.cli.conftest import Bilan

ROOT = Path(__file__).parents[2]
NAMES = [str(command.name) for command in application().registered_commands]
EXAMPLES = [
    line
    for command, _ in manual.pages()
    for line in re.findall(r"^  (bilan .+)$", command.epilog or "", re.MULTILINE)
]


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_examples(name: str) -> None:
    assert sum(line.startswith(f"bilan {name}") for line in EXAMPLES) > 1


@pytest.mark.parametrize("line", sorted(set(EXAMPLES)))
def test_an_example_runs(
    bilan: Bilan, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a copy of the example books; with a statement; without a printer or a FEC of its own."""
    for name in ("data", "reports"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "bilan.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    command, _, _ = line.partition(" > ")
    words = command.split()[1:]
    if words[0] == "init":
        words = ["init", "neuf", *words[words.index("--annee") :]] if "--annee" in words else words
    if "pdf" in words:
        words[words.index("pdf")] = "md"
    if "--lever" in words:
        bilan(*(word for word in words if word != "--lever"))
    if "--fec" in words:
        bilan("export", 2020, "--format", "fec")
        words[-1] = f"reports/2020/{words[-1]}"
    if words[0] == "compare":
        bilan("export", 2020, "--format", "fec", "--impot")
        words[2] = f"reports/2020/{words[2]}"
    if words[0] == "reconcile":
        (tmp_path / "data" / "banque").mkdir()
        statement = tmp_path / "data" / "banque" / "2020.csv"
        statement.write_text("Date;Libellé;Montant\n31/12/2020;FRAIS;-6,00\n", encoding="utf-8")
    ran = bilan(*words)
    assert (ran.code, "erreur" in ran.err) == (0, False)


def test_the_exit_codes_are_told(bilan: Bilan) -> None:
    told = bilan("--help").out
    codes = re.findall(r"^  (\d+) ", told[told.index("Codes de sortie") :], re.MULTILINE)
    assert codes == ["0", "1", "2", "130"]


@pytest.mark.parametrize("columns", [1, 20, 40, 59, 60, 80, 300])
def test_the_help_fits_the_terminal(
    bilan: Bilan, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line is longer only where one word is; every word is there."""
    wide = " ".join(bilan("generate", "--help").out.split())
    monkeypatch.setenv("COLUMNS", str(columns))
    told = bilan("generate", "--help").out
    limit = min(max(columns, 20), 100)
    long = [line for line in told.splitlines() if len(line) > limit and len(line.split()) > 1]
    assert long == []
    assert " ".join(told.split()) == wide


def test_the_manual_and_the_reference_are_up_to_date() -> None:
    assert manual.PAGE.read_text(encoding="utf-8") == manual.page(), "run make golden"
    assert manual.MANUAL.read_text(encoding="utf-8") == manual.manual(), "run make golden"


@pytest.mark.parametrize("text", [manual.page(), manual.manual().replace("\\", "")])
def test_every_command_and_option_is_documented(text: str) -> None:
    for command, _ in manual.pages():
        for option in command.params:
            assert max(option.opts, key=len) in text or option.param_type_name == "argument"
    assert all(f"bilan {name}" in text for name in NAMES)


@pytest.mark.external("man")
def test_man_finds_nothing_wrong_in_the_manual() -> None:
    ran = subprocess.run(
        ["man", "--warnings", "--local-file", manual.MANUAL],
        capture_output=True,
        text=True,
        check=True,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MANPAGER": "cat"},
    )
    assert ran.stderr == ""
    assert "bilan generate [OPTIONS] ANNÉE" in ran.stdout
    assert "--silencieux" in ran.stdout
