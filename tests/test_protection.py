"""docs/PROTECTION.md, line by line: what is not tested here has its test where the rule is.

Links, templates and texts: tests/formats/test_sandbox.py and test_pdf.py; terminal:
tests/cli/test_escapes.py; workbooks: tests/sources/test_hostile.py; disk: tests/test_writing.py.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reporter import load
from reporter.cli import main
from reporter.errors import BadData
from reporter.formats.report import clock
from reporter.formats.report.page import FILTERS
from reporter.formats.report.sandbox import KEPT
from reporter.model import FIRST_YEAR, LAST_YEAR
from reporter.numerals import DECIMALS, MOST
from reporter.opening import MEGA
from reporter.toml import reading
from tests.workbooks import DAYS, Rows, folder, workbook

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "PROTECTION.md").read_text(encoding="utf-8")
COMMANDS = (
    ("check",),
    ("show", "2020"),
    ("scenario", "2021", "--tjm", "800"),
    ("generate", "2020", "--format", "md,html,hugo"),
    ("export", "2020", "--format", "xlsx,fec,csv,hledger,beancount"),
)
ROWS: Rows = [DAYS, ("31/03/2020", "Client A", 10, 700)]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "livres" / "data")
    shutil.copy(ROOT / "bilan.toml", tmp_path / "livres")
    return tmp_path / "livres"


def held(where: Path) -> Mapping[str, bytes]:
    paths = [path for path in where.rglob("*") if path.is_file()]
    return {path.relative_to(where).as_posix(): path.read_bytes() for path in paths}


def test_no_command_connects_nor_touches_the_books(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        pytest.fail("a connection")

    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, refused)
    before = held(example.parent)
    for words in COMMANDS:
        monkeypatch.setattr("sys.argv", ["bilan", *words, "--dossier", str(example)])
        with pytest.raises(SystemExit) as stopped:
            main()
        assert stopped.value.code == 0
    after = held(example.parent)
    assert before.items() <= after.items()
    written = after.keys() - before.keys()
    assert written
    assert all(name.startswith("livres/reports/") for name in written)


def test_a_link_to_a_workbook_elsewhere_is_read_one_to_a_folder_is_not(tmp_path: Path) -> None:
    away = tmp_path / "ailleurs"
    away.mkdir()
    workbook(away / "livres.xlsx", {"Jours": ROWS})
    books = folder(tmp_path / "livres", {"Jours": ROWS})
    (books / "data" / "livres.xlsx").unlink()
    (books / "data" / "lien.xlsx").symlink_to(away / "livres.xlsx")
    assert [line.place.file for line in load(books).activity.days] == ["data/lien.xlsx"]
    (books / "data" / "dossier").symlink_to(away)
    assert len(load(books).activity.days) == 1


@pytest.mark.parametrize("made", ["link", "pipe", "big"])
def test_a_text_from_elsewhere_or_without_end(made: str, tmp_path: Path) -> None:
    books = folder(tmp_path / "livres", {"Jours": ROWS})
    path = books / "data" / "2020.md"
    if made == "link":
        (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
        path.symlink_to(tmp_path / "secret.md")
    elif made == "pipe":
        os.mkfifo(path)
    else:
        with path.open("wb") as file:
            file.truncate(MEGA + 1)
    with pytest.raises(BadData, match="texte illisible") as caught:
        load(books)
    assert caught.value.errors[0].place.file == "data/2020.md"


def test_the_filters_of_the_page_are_those_that_stay() -> None:
    (named,) = re.findall(r"^- restent les filtres (.*), et les nôtres", PAGE, re.MULTILINE)
    assert re.findall(r"`(\w+)`", named) == KEPT.split()
    assert FILTERS.keys().isdisjoint(KEPT.split())


def test_the_bounds_of_the_page_are_those_of_the_code() -> None:
    assert (clock.SECONDS, reading.MOST, MOST, DECIMALS) == (5, 1_000_000, 10**12, 10)
    for said in ("un mégaoctet au plus", "mille milliards", "dix décimales", "cinq secondes"):
        assert said in PAGE.replace("\u00a0", " ")
    assert f"entre {FIRST_YEAR} et {LAST_YEAR}" in PAGE
