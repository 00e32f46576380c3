"""The worked examples of docs/SCENARIOS.md: what they print is what the program answers."""

from __future__ import annotations

import re
import shlex
import sys
from pathlib import Path

import pytest

import reporter
from reporter.cli import main

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "SCENARIOS.md"
EXAMPLE = re.compile(r"^```\n\$ (bilan .*)\n((?:(?!```).*\n)*)```$", re.MULTILINE)


def answer(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    """Return what a command prints in a terminal of 100 columns, less blanks at line ends."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sys, "argv", shlex.split(command))
    with pytest.raises(SystemExit):
        main()
    printed = capsys.readouterr()
    return "".join(f"{line.rstrip()}\n" for line in (printed.out + printed.err).splitlines())


def test_the_examples_print_what_the_page_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    examples = EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))
    assert len(examples) == 9
    for command, said in examples:
        assert answer(command, monkeypatch, capsys) == said, command


def test_the_notebook_s_lines_run() -> None:
    lines = re.findall(
        r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )
    for block in lines:
        exec(block, {"livres": reporter.load(ROOT)})  # noqa: S102  # our own page
    assert lines
