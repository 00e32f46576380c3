"""`bilan generate --suivre`: the report follows the books until Ctrl-C."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from itertools import repeat
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import pytest

from reporter import watching
from reporter.books import Books, load
from reporter.cli.following import MOST, follow
from reporter.cli.reporting import Report
from reporter.errors import BilanError
from tests.workbooks import DAYS, EXPENSES, folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
LONG = 100
"""Seconds after which a command that says nothing is stopped, and the test fails."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no signal of the keyboard can be sent")


@pytest.fixture
def books(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copy(ROOT / "bilan.toml", tmp_path)
    return tmp_path


def said(process: subprocess.Popen[str], until: str) -> list[str]:
    """Return what is said until some words, those included."""
    assert process.stderr is not None
    lines: Iterator[str] = iter(process.stderr.readline, "")
    found = []
    for line in lines:
        found.append(line.replace("\u00a0", " ").replace("\u202f", " ").strip())
        if until in found[-1]:
            return found
    pytest.fail(f"« {until} » was never said: {found}")


def test_each_change_is_written_and_told(books: Path) -> None:
    command = [sys.executable, "-m", "reporter", "generate", "2020", "--format", "md", "--suivre"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=books, env=environment, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        alarm = Timer(LONG, process.kill)
        alarm.start()
        page = books / "reports" / "2020" / "bilan-2020.md"
        assert "écrit : reports/2020/bilan-2020.md" in said(process, "suivi : ")
        text = books / "data" / "2020.md"
        text.write_text("Un mot de plus.", encoding="utf-8")
        said(process, "aucun chiffre ne change")
        assert "Un mot de plus." in page.read_text(encoding="utf-8")
        settings = books / "bilan.toml"
        kept = settings.read_text(encoding="utf-8")
        settings.write_text("= 3", encoding="utf-8")
        said(process, "rien n’a été écrit")
        assert "Un mot de plus." in page.read_text(encoding="utf-8"), "the last report stays"
        changed = kept.replace("conges = 25", "conges = 20")
        settings.write_text(changed, encoding="utf-8")
        told = said(process, "réglage exercice.2020.conges : 25 → 20")
        assert any(line.startswith("taux de jours facturés : 76,") for line in told)
        process.send_signal(signal.SIGINT)
        said(process, "suivi terminé")
        assert process.wait(LONG) == 0
        alarm.cancel()


def held(root: Path, days: int, many: int = MOST + 2) -> Books:
    """Return books of so many lines, each of so many days."""
    lines = [(f"{rank:02}/03/2020", f"Client {rank}", days, 700) for rank in range(1, many + 1)]
    costs = [EXPENSES, ("15/03/2020", "Train", "Déplacements", 50, None)]
    return load(folder(root, {"Jours": [DAYS[:4], *lines], "Dépenses": costs}))


def test_what_is_said_from_one_change_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first, page = held(tmp_path, 1), tmp_path / "reports" / "bilan.md"
    second = held(tmp_path, 2)
    settings = replace(second, settings=second.settings._replace(status="ei"))
    answers: list[Books | type[KeyboardInterrupt] | BilanError] = [
        first,
        first,
        BilanError("refusé"),
        BilanError("refusé"),
        BilanError("autrement"),
        second,
        settings,
        KeyboardInterrupt,
    ]
    watched: dict[Path, bool] = {}
    matters: list[Callable[[Path], bool]] = []

    @contextmanager
    def bursts(folders: dict[Path, bool], by: Callable[[Path], bool]) -> Iterator[Iterator[None]]:
        watched.update(folders)
        matters.append(by)
        yield repeat(None)

    def once() -> Report:
        answer = answers.pop(0)
        if isinstance(answer, Books):
            return Report(answer, answer.figures[2020], [page])
        raise answer

    monkeypatch.setattr(watching, "bursts", bursts)
    monkeypatch.chdir(tmp_path)
    follow(tmp_path, once)
    assert answers == []
    told = capsys.readouterr().err.replace("\u00a0", " ").replace("\u202f", " ").splitlines()
    assert told[0] == "écrit : reports/bilan.md"
    assert told[1].startswith("suivi : ")
    assert told[2:7] == [
        "écrit de nouveau : 1 fichier",
        "aucun chiffre ne change",
        "erreur : refusé",
        "refusé de nouveau, pour la même raison",
        "erreur : autrement",
    ]
    assert told[7] == "écrit de nouveau : 1 fichier"
    assert "jours facturés : 10 → 20" in told
    assert "et 2 autres lignes" in told
    assert sum(line.startswith("ligne changée : ") for line in told) == MOST
    assert "réglage societe.statut : rien → ei" in told
    assert told[-1] == "suivi terminé"

    assert watched == {tmp_path: False, tmp_path / "data": True}, "there is no templates/"
    of = {name: matters[0](tmp_path / name) for name in ("bilan.toml", "data/a/b.csv", "x.toml")}
    assert of == {"bilan.toml": True, "data/a/b.csv": True, "x.toml": False}
    assert matters[0](tmp_path / "templates" / "page.html")
    assert not matters[0](tmp_path / "reports" / "bilan.toml")
