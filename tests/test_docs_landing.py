"""The worked examples of docs/ATTERRISSAGE.md print what the program answers."""

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

PAGE = ROOT / "docs" / "ATTERRISSAGE.md"
HALVES = {2022: (10, 8), 2023: (10, 10), 2024: (12, 9), 2025: (12, 0)}
"""The days of each month of the first half of a year, then of the second, at 500 €."""
MISSIONS = ("Client", "TJM", "Jours prévus", "Du", "Au")
MIDDLE = 6
SIGNED = ("Cèdre", 500, 42, date(2025, 7, 1), date(2025, 8, 31))


def books(root: Path, *missions: tuple[object, ...]) -> None:
    """Write the books of the page."""
    worked = [
        (month_end(year, month), "Cèdre", days, 500, 500 * days)
        for year, halves in HALVES.items()
        for month in range(1, 13)
        if (days := halves[month > MIDDLE])
    ]
    rent = [
        (month_end(year, month), "Bureau", "Loyer", 300, None)
        for year, halves in HALVES.items()
        for month in range(1, 13)
        if halves[month > MIDDLE]
    ]
    sheets: dict[str, Rows] = {"Jours": [DAYS, *worked], "Dépenses": [EXPENSES, *rent]}
    if missions:
        sheets["Missions"] = [MISSIONS, *missions]
    folder(root, sheets, '[societe]\nnom = "Brume et Fils"\n')


def micro(root: Path) -> None:
    """Write the books of a micro-enterprise, each month paid on its last day."""
    titles = ("Date", "Client", "Jours", "TJM", "Facture", "Date de paiement")
    months = [(year, month) for year in (2024, 2025, 2026) for month in range(1, 13)]
    worked = [
        (month_end(*at), "Aval", 10, 350 if at > (2026,) else 300, f"F{rank}", month_end(*at))
        for rank, at in enumerate(months)
        if at < (2026, 8)
    ]
    folder(root, {"Jours": [titles, *worked]}, '[societe]\nstatut = "micro"\n')


def test_the_examples_print_what_the_page_says(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    books(tmp_path / "brume")
    books(tmp_path / "signe", SIGNED)
    micro(tmp_path / "micro")
    examples = EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))
    assert len(examples) == 3
    for command, said in examples:
        where = command.replace("--dossier ", f"--dossier {tmp_path}{os.sep}")
        found, _, _ = answer(where, monkeypatch, capsys).partition("note\u00a0: ")
        assert found.endswith(f"\n\n{said}"), command


def test_the_halves_of_the_page_are_those_of_the_books() -> None:
    page = PAGE.read_text(encoding="utf-8").replace("\u00a0", " ")
    for year, halves in HALVES.items():
        cells = [f"{days * 3000:,} €".replace(",", " ") if days else "" for days in halves]
        assert f"| {year} | {' | '.join(cells)}".rstrip() in page
