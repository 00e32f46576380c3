"""The worked examples of docs/EXPLIQUER.md print what the program answers."""

from __future__ import annotations

import pytest

from tests.test_docs_scenarios import EXAMPLE, ROOT, answer

PAGE = ROOT / "docs" / "EXPLIQUER.md"


def test_the_examples_print_what_the_page_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    examples = EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))
    assert len(examples) == 10
    for command, said in examples:
        assert answer(command, monkeypatch, capsys) == said, command
