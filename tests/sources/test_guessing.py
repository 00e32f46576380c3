"""A strange file: what each of its sheets seems to be, said without reading a line of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reporter.sources.guessing import Guess, guess
from tests.workbooks import Rows, workbook

DAY, NEXT = date(2020, 3, 31), date(2020, 4, 30)
SHEETS: dict[str, tuple[Rows, str]] = {
    "Jours": ([("Date", "Client", "Jours", "TJM"), (DAY, "A", 2, 700)], "se lit tel quel"),
    "Devis": (
        [("Date", "Client", "Montant HT"), (DAY, "A", 1000)],
        "rien de vendu, dit son nom : Date · Client · Montant HT",
    ),
    "Suivi": (
        [("Quand", "Pour qui", "Nb jrs", "TJM"), (DAY, "A", 2, 700), (NEXT, "B", 1, 700)],
        "des jours : ",
    ),
    "Export": (
        [("Journal", "Date", "Compte", "Débit", "Crédit"), ("VE", DAY, "706", None, 900)],
        "partie double",
    ),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_said_to_be_what_it_seems(name: str, tmp_path: Path) -> None:
    rows, seems = SHEETS[name]
    workbook(tmp_path / "livres.xlsx", {name: rows})
    (found,) = guess(tmp_path / "livres.xlsx")
    assert (found.name, seems in found.seems) == (name, True), found.seems


def test_a_sheet_that_lacks_a_column_proposes_what_would_do(tmp_path: Path) -> None:
    header = ("Date", "Pour qui", "Jours", "TJM")
    workbook(tmp_path / "livres.xlsx", {"Jours": [header, (DAY, "A", 2, 700), (NEXT, "B", 1, 700)]})
    (found,) = guess(tmp_path / "livres.xlsx")
    (line,) = found.lines
    assert line[:2] == Guess("Pour qui", ("Client",))[:2]


def test_a_sheet_that_is_blank_is_not_spoken_of(tmp_path: Path) -> None:
    workbook(tmp_path / "livres.xlsx", {"Vide": [], "Jours": SHEETS["Jours"][0]})
    assert [found.name for found in guess(tmp_path / "livres.xlsx")] == ["Jours"]


def test_a_sheet_whose_rows_are_wrong_says_each_mistake_once(tmp_path: Path) -> None:
    both = ("Date", "Date", "Client", "Jours", "TJM")
    workbook(tmp_path / "livres.xlsx", {"Jours": [both, (DAY, NEXT, "A", 2, 700)]})
    (found,) = guess(tmp_path / "livres.xlsx")
    assert found.lines == ()
    assert found.seems == "deux colonnes pour « Date »"
