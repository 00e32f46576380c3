"""What a cell, a name of a sheet or of a file holds never drives the terminal that shows it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.cli.conftest import Bilan

ACTIVE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
HOSTILE = {
    "colour": "\x1b[31mrouge",
    "title": "\x1b]0;titre\x07",
    "link": "\x1b]8;;https://exemple.fr\x1b\\lien",
    "clear": "\x1b[2J\x1b[H",
    "eight bits": "\x9b31m\x9d0;titre\x9c",
    "bell": "cloche\x07\x08\x7f",
    "direction": "\u202eesrevni\u2066x",
    "ends": "a\rb\nerreur : c\u2028d\x85e\x0bf",
}
QUIET = "Date;Client;Jours;TJM\n"


def shown(bilan: Bilan, *arguments: object) -> str:
    """Return what a command prints, nothing of which drives the terminal."""
    printed = bilan(*arguments).printed
    assert ACTIVE.findall(printed.replace("\r\n", "").replace("\n", "")) == []
    assert "\nerreur : c" not in printed
    return printed


@pytest.fixture
def books(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "bilan.toml").touch()
    return tmp_path


def lines(books: Path, *rows: str, name: str = "jours.csv") -> None:
    text = QUIET + "".join(f"{row}\n" for row in rows)
    (books / "data" / name).write_bytes(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_cell_that_is_refused(text: str, bilan: Bilan, books: Path) -> None:
    lines(books, f'31/03/2020;Client A;10;"700{text}"')
    for asked in ((), ("--json",)):
        assert "jours.csv" in shown(bilan, "check", "--dossier", books, *asked)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_client_s_name(text: str, bilan: Bilan, books: Path) -> None:
    client = f'"Client {text}"'
    lines(books, f"31/03/2020;{client};1;700", f"31/03/2020;{client};1;700", "31/03/2020;B;1;700")
    assert "Client" in shown(bilan, "check", "--dossier", books)
    shown(bilan, "check", "--dossier", books, "--json")
    scenario = ("scenario", 2020, "--dossier", books, "--sans-client")
    for asked in ((), ("--format", "csv"), ("--format", "json"), ("--format", "md")):
        shown(bilan, *scenario, "B", *asked)
        shown(bilan, *scenario, f"Client {text}", *asked)


@pytest.mark.parametrize("text", [name for name in HOSTILE.values() if "/" not in name])
def test_a_file_s_name(text: str, bilan: Bilan, books: Path) -> None:
    lines(books, "31/03/2020;Client A;dix;700", name=f"jours {text}.csv")
    assert "jours" in shown(bilan, "check", "--dossier", books)
    shown(bilan, "check", "--fec", books / "data" / f"jours {text}.csv")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_stands_in_the_settings_and_in_the_text(text: str, bilan: Bilan, books: Path) -> None:
    lines(books, "31/03/2020;Client A;1;700")
    (books / "data" / "2020.md").write_bytes(f"{{{{ absent }}}} {text}".encode())
    shown(bilan, "check", "--dossier", books)
    escapes = "".join(f"\\u{ord(character):04x}" for character in text)
    settings = f'[verifications]\nignorer = ["{escapes}"]\n[scenarios."{escapes}"]\ntjm = 1\n'
    (books / "bilan.toml").write_text(settings, encoding="utf-8")
    (books / "data" / "2020.md").unlink()
    assert "rien à ignorer sous ce nom" in shown(bilan, "check", "--dossier", books)
    shown(bilan, "scenario", 2020, "--dossier", books, "--comparer", text)
    (books / "bilan.toml").write_text(f'"{escapes}" = "{escapes}"\n', encoding="utf-8")
    shown(bilan, "show", 2020, "--dossier", books)
