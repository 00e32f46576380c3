"""The worked examples of docs/ANNEES-PAR-FEC.md print what the program answers.

`python -m tests.test_docs_ledgers` writes the answers again; the review reads the difference.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from reporter.accounting.pack import Asked, pack
from reporter.books import load
from reporter.formats.pack.fec import render
from tests.test_docs_bank import EXAMPLE, printed
from tests.test_docs_scenarios import ROOT

PAGE = ROOT / "docs" / "ANNEES-PAR-FEC.md"


def answers(text: str) -> list[tuple[str, str]]:
    """Return what the page says of each of its commands, and what the program does."""
    with TemporaryDirectory() as where:
        folder = Path(where)
        (folder / "data" / "fec").mkdir(parents=True)
        shutil.copy(ROOT / "data" / "2020.xlsx", folder / "data")
        shutil.copy(ROOT / "bilan.toml", folder)
        opened = load(ROOT)
        for number in (2018, 2019):
            made = pack(opened.activity, opened.measure(number), Asked(tax=True))
            for name, data in render(made).items():
                (folder / "data" / "fec" / name).write_bytes(data)
        return [(said, printed(command, folder)) for command, said in EXAMPLE.findall(text)]


def test_the_examples_print_what_the_page_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    found = answers(PAGE.read_text(encoding="utf-8"))
    assert len(found) == 2
    for said, does in found:
        assert does == said


def _renew() -> None:
    os.environ |= {"COLUMNS": "100", "NO_COLOR": "1"}
    text = PAGE.read_text(encoding="utf-8")
    done = iter(answers(text))
    PAGE.write_text(
        EXAMPLE.sub(lambda one: f"$ bilan {one[1]}\n{next(done)[1]}", text), encoding="utf-8"
    )


if __name__ == "__main__":
    _renew()
