"""Every command that a page shows is run by a test: by that of its page, or here."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Bilan
from tests.cli.conftest import bilan as command
from tests.cli.test_help import EXAMPLES as OF_THE_HELP
from tests.test_docs_scenarios import EXAMPLE, ROOT

asked = command
"""The fixture that runs `bilan`."""
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ANSWERED = {
    "ANNEE-EN-COURS.md": "test_docs_year_under_way",
    "ANNEES-PAR-FEC.md": "test_docs_ledgers",
    "ATTERRISSAGE.md": "test_docs_landing",
    "BANQUE.md": "test_docs_bank",
    "CESSIONS.md": "test_docs_exports",
    "CLOTURES.md": "test_docs_years",
    "COMPARER.md": "test_docs_comparing",
    "DEPUIS-UN-SUIVI.md": "test_docs_exports",
    "ENCAISSEMENTS.md": "test_docs_years",
    "EXPLIQUER.md": "test_docs_explain",
    "INTERVENANTS.md": "test_docs_years",
    "LISTES-DE-FACTURES.md": "test_docs_exports",
    "NET.md": "test_docs_net",
    "PAIE.md": "test_docs_exports",
    "SCENARIOS.md": "test_docs_scenarios",
    "STATUTS.md": "test_docs_net",
}
"""The pages that show what a command answers → the test that compares it, on the page's books."""
GENERATED = "COMMANDES.md"
"""Made of the help, whose examples tests/cli/test_help.py runs."""
EXCEPTIONS = {
    "bilan --installer-completion": "changes the shell of who runs it: tests/cli/test_completion",
    "bilan generate 2020 --suivre": "never ends by itself: tests/cli/test_following",
    "bilan generate 2020 --format pdf": "needs a printer: tests/formats/test_pdf",
}
"""The commands that are not run as they are written, and where they are run otherwise."""


def shown(page: Path) -> list[str]:
    """Return the commands of a page that show no answer, without what is said of them."""
    blocks = [text for _, text in BLOCK.findall(page.read_text(encoding="utf-8"))]
    lines = [line for text in blocks for line in text.splitlines() if line.startswith("bilan ")]
    return [line.partition(" #")[0].strip() for line in lines]


COMMANDS = sorted({line for page in PAGES if page.name != GENERATED for line in shown(page)})
HERE = [line for line in COMMANDS if line not in {*OF_THE_HELP, *EXCEPTIONS}]


def test_a_page_that_shows_answers_has_a_test_that_compares_them_all() -> None:
    found = {
        page.name: page.read_text(encoding="utf-8").count("\n$ bilan ")
        for page in PAGES
        if "\n$ bilan " in page.read_text(encoding="utf-8")
    }
    assert found.keys() == ANSWERED.keys()
    for name, count in found.items():
        text = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert len(EXAMPLE.findall(text)) == count, name
        test = (ROOT / "tests" / f"{ANSWERED[name]}.py").read_text(encoding="utf-8")
        assert f'"{name}"' in test, name
        assert "EXAMPLE" in test


def test_each_exception_stands_on_a_page_and_is_run_elsewhere() -> None:
    assert EXCEPTIONS.keys() <= set(COMMANDS)
    for why in EXCEPTIONS.values():
        assert (ROOT / f"{why.rpartition(' ')[2]}.py").exists(), why
    assert len(COMMANDS) > 30


@pytest.mark.parametrize("line", HERE)
def test_a_command_of_a_page_runs(
    asked: Bilan, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a copy of the example books; with a FEC, an export of a tracker where it wants one."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy(ROOT / "bilan.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    words = line.split()[1:]
    if "--fec" in words:
        asked("export", 2020, "--format", "fec")
        place = words.index("--fec") + 1
        words[place] = f"reports/2020/{words[place]}"
    if "--depuis" in words:
        export = tmp_path / words[words.index("--depuis") + 1]
        (tmp_path / "bilan.toml").unlink()
        export.write_text("Date;Client;Jours;TJM\n31/03/2020;Aval;10;700\n", encoding="utf-8")
    ran = asked(*words)
    assert (ran.code, "erreur" in ran.err) == (0, False), ran.err
