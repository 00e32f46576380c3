"""The worked examples of docs/NET.md and docs/STATUTS.md print what the program answers."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.net_books import SETTINGS, books
from tests.test_docs_scenarios import EXAMPLE, ROOT, answer

DOCS = ROOT / "docs"


def test_the_examples_of_the_pocket_print_what_the_page_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    examples = EXAMPLE.findall((DOCS / "NET.md").read_text(encoding="utf-8"))
    assert len(examples) == 6
    for command, said in examples:
        assert answer(command, monkeypatch, capsys) == said, command


def test_the_examples_of_the_legal_forms_print_what_the_page_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Their folders are those of tests/net_books.py."""
    for status in SETTINGS:
        books(tmp_path / status, status)
    examples = EXAMPLE.findall((DOCS / "STATUTS.md").read_text(encoding="utf-8"))
    assert len(examples) == 5
    for command, said in examples:
        where = command.replace("--dossier ", f"--dossier {tmp_path}{os.sep}")
        assert answer(where, monkeypatch, capsys) == said, command


def test_the_notebook_s_lines_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = (DOCS / "NET.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    exec(block, {})  # noqa: S102  # our own page


def test_what_is_out_of_scope_is_listed_and_refused_by_its_name() -> None:
    page = (DOCS / "NET.md").read_text(encoding="utf-8")
    listed = page[page.index("Hors du champ") :]
    for word in ("Acre", "outre-mer", "Cipav", "conjoint", "artisanat"):
        assert word in listed
