"""`bilan generate --suivre`: the report follows the books until Ctrl-C."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

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
