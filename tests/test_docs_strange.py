"""The worked examples of docs/FICHIERS-ETRANGES.md: refused as it says, then read as it says."""

from __future__ import annotations

import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from reporter.books import load
from reporter.cli import main
from reporter.french import euros_cents, quantity
from tests.sources.advice.robot import obey

PAGE = Path(__file__).parents[1] / "docs" / "FICHIERS-ETRANGES.md"
FILE = re.compile(r"Fichier `data/([^`]+)`\u00a0:\n")
BLOCKS = ("csv", "text", "toml")
READ = re.compile(r"^Lu\u00a0: (.*)\.$", re.MULTILINE)


class Example(NamedTuple):
    """A file, what is said of it, the settings that read it, and what it then amounts to."""

    name: str
    text: str
    said: str
    toml: str
    read: str


def block(text: str, language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def examples() -> list[Example]:
    _, *parts = FILE.split(PAGE.read_text(encoding="utf-8"))
    return [
        Example._make((name, *(block(text, word) for word in BLOCKS), READ.findall(text)[0]))
        for name, text in zip(parts[::2], parts[1::2], strict=True)
    ]


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def written(root: Path, example: Example, toml: str = "") -> Path:
    (root / "data").mkdir(exist_ok=True)
    (root / "bilan.toml").write_text(toml, encoding="utf-8")
    (root / "data" / example.name).write_text(example.text, encoding="utf-8")
    return root


def test_every_file_of_the_page_is_an_example() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert len(examples()) == page.count("```csv") == 7


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_a_file_is_refused_as_the_page_says(
    example: Example,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    root = written(tmp_path, example)
    monkeypatch.setattr(sys, "argv", ["bilan", "check", "--dossier", str(root)])
    monkeypatch.setenv("NO_COLOR", "1")
    with pytest.raises(SystemExit) as ended:
        main()
    answer = "".join(f"{line.rstrip()}\n" for line in capsys.readouterr().err.splitlines())
    assert bool(ended.value.code) == bool(example.toml)
    assert not example.said or answer == example.said


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.name)
def test_what_the_page_writes_reads_the_file(example: Example, tmp_path: Path) -> None:
    found = load(written(tmp_path, example, example.toml)).activity
    days = sum((line.days for line in found.days), Decimal(0))
    amount = sum((line.amount for line in (*found.days, *found.fees)), Decimal(0))
    plural = "s" if days >= 2 else ""
    said = f"{quantity(days)} jour{plural}, {euros_cents(amount)}"
    assert plain(said) == plain(example.read)


@pytest.mark.parametrize(
    "example",
    [one for one in examples() if "[colonnes]" in one.toml],
    ids=lambda example: example.name,
)
def test_the_settings_of_the_page_are_those_that_the_refusal_shows(
    example: Example, tmp_path: Path
) -> None:
    assert obey(written(tmp_path, example)).settings == example.toml
