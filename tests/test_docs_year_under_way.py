"""The worked examples of docs/ANNEE-EN-COURS.md print what the program answers."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

from tests.landing.histories import month_end
from tests.test_docs_scenarios import EXAMPLE, ROOT, answer
from tests.workbooks import DAYS, EXPENSES, folder

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.workbooks import Rows

PAGE = ROOT / "docs" / "ANNEE-EN-COURS.md"
STOPS = date(2026, 10, 31)
NAME = '[societe]\nnom = "Brume et Fils"\n'
AIM = '[exercice]\nconges = 24\nobjectif_tjm = 600\nobjectif_taux = "80 %"\n'
FOLDERS = {"brume": "", "arretee": "[exercice.2026]\ncomplet = true\n"}


def books(root: Path, settings: str) -> None:
    """Write the books of the page: two years equal month by month, the second up to October."""
    months = [month_end(year, month) for year in (2025, 2026) for month in range(1, 13)]
    ends = [end for end in months if end <= STOPS]
    worked = [(end, "Cèdre", 15, 600, 9000) for end in ends]
    bought = (date(2025, 1, 1), "Serveur", "Matériel", 3600, 3)
    rent = [(end, "Bureau", "Loyer", 500, None) for end in ends]
    sheets: dict[str, Rows] = {"Jours": [DAYS, *worked], "Dépenses": [EXPENSES, bought, *rent]}
    folder(root, sheets, NAME + AIM + settings)


def test_the_examples_print_what_the_page_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The first table of each answer, its note included."""
    for name, settings in FOLDERS.items():
        books(tmp_path / name, settings)
    examples = EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))
    assert len(examples) == 4
    for command, said in examples:
        where = command.replace("--dossier ", f"--dossier {tmp_path}{os.sep}")
        assert answer(where, monkeypatch, capsys).startswith(said), command
        assert "partielle" in said.partition("\n")[0] or "arretee" in command or "erreur" in said
