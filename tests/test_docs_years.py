"""The worked examples of the pages about years print what the program answers."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.crew_books import SETTINGS, books
from tests.test_docs_scenarios import EXAMPLE, ROOT, answer

DOCS = ROOT / "docs"


def test_a_closed_year(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """In a copy of the example books, changed between the first command and the second."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy(ROOT / "bilan.toml", tmp_path)
    monkeypatch.setattr("tests.test_docs_scenarios.ROOT", tmp_path)
    examples = EXAMPLE.findall((DOCS / "CLOTURES.md").read_text(encoding="utf-8"))
    close, show, lift, early = examples
    monkeypatch.setattr("reporter.today.today", lambda: date(2020, 11, 25))
    assert answer(early[0], monkeypatch, capsys) == early[1]
    monkeypatch.setattr("reporter.today.today", lambda: date(2021, 3, 1))
    assert answer(close[0], monkeypatch, capsys) == close[1]
    workbook = load_workbook(tmp_path / "data" / "2020.xlsx")
    row = next(workbook["Jours"].iter_rows(min_row=2, max_row=2))
    next(cell for cell in row if cell.value == 12).value = 13
    next(cell for cell in row if cell.value == 8760).value = 9490
    next(cell for cell in row if cell.value == 10512).value = 11388
    workbook.save(tmp_path / "data" / "2020.xlsx")
    settings = (tmp_path / "bilan.toml").read_text(encoding="utf-8")
    changed = settings.replace("conges = 25", "conges = 20")
    (tmp_path / "bilan.toml").write_text(changed, encoding="utf-8")
    said = answer(show[0], monkeypatch, capsys)
    assert said[said.index(show[1][:20]) :] == show[1]
    assert answer(lift[0], monkeypatch, capsys) == lift[1]


@pytest.mark.parametrize(("page", "count"), [("ENCAISSEMENTS.md", 1)])
def test_the_examples_print_what_the_page_says(
    page: str, count: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    examples = EXAMPLE.findall((DOCS / page).read_text(encoding="utf-8"))
    assert len(examples) == count
    for command, said in examples:
        assert answer(command, monkeypatch, capsys) == said, command


def test_the_examples_of_several_people_print_what_the_page_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Their folder is that of tests/crew_books.py."""
    page = (DOCS / "INTERVENANTS.md").read_text(encoding="utf-8")
    books(tmp_path / "atelier")
    assert re.findall(r"^\[intervenants.*?(?=^```)", page, re.MULTILINE | re.DOTALL) == [
        SETTINGS[SETTINGS.index("[intervenants") :]
    ]
    examples = EXAMPLE.findall(page)
    assert len(examples) == 3
    for command, said in examples:
        where = command.replace("--dossier ", f"--dossier {tmp_path}{os.sep}")
        assert answer(where, monkeypatch, capsys) == said, command
