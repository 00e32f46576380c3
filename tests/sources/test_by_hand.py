"""What a hand does to a book in a spreadsheet, and honest books that look alike."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from reporter import load

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

TODAY = date(2025, 6, 1)
MONTHS = (
    *("janvier", "février", "mars", "avril", "mai", "juin"),
    *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
)
SPENT = "Date;Fournisseur;Libellé;Montant HT"
DAYS = "Date;Client;Jours;TJM"
FEES = "Date;Client;Prestation;Montant HT"


def said(root: Path, code: str, **files: Iterable[str]) -> list[str]:
    """Return where a code is said of files, each a list of rows, its name to begin with."""
    (root / "data").mkdir(parents=True, exist_ok=True)
    (root / "bilan.toml").write_text("[lecture]\nheures_par_jour = 7\n", encoding="utf-8")
    for name, rows in files.items():
        path = root / "data" / f"{name.replace('_', ' ')}.csv"
        path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    doubts = load(root).doubtful(TODAY)
    return [f"{it.place.file[5:-4]} {it.place.cell}".strip() for it in doubts if it.code == code]


def days_of(*years: int, months: Iterable[int] = (2, 5, 9, 11)) -> list[str]:
    rows = (f"{10 + year % 9}/{month:02}/{year};Ponant;9;700" for year in years for month in months)
    return [DAYS, *rows]


def fees_of(*years: int) -> list[str]:
    rows = (
        f"{12 + month}/{month:02}/{year};Alizé;Site;{800 + 31 * month}"
        for year in years
        for month in range(1, 8)
    )
    return [FEES, *rows]


@pytest.mark.parametrize(
    ("years", "found"),
    [
        ((2018, 2020), ["Jours exercice 2019"]),
        ((2018, 2021), ["Jours exercice 2019", "Jours exercice 2020"]),
        ((2018, 2019, 2020), []),
        ((2014, 2020), []),
    ],
)
def test_a_year_without_a_line_between_two_is_asked_about(
    tmp_path: Path, years: tuple[int, ...], found: list[str]
) -> None:
    assert said(tmp_path, "exercice-omis", Jours=days_of(*years)) == found


def test_a_year_before_any_sale_is_none_of_work(tmp_path: Path) -> None:
    bought = [f"{SPENT};Durée d’amortissement", "03/02/2016;Ordi Plus;Portable;1900;3"]
    files = {"Jours": days_of(2018, 2019), "Dépenses": bought}
    assert said(tmp_path, "exercice-omis", **files) == []


@pytest.mark.parametrize(
    ("years", "found"), [((2019, 2021), ["Forfaits exercice 2020"]), ((2019,), []), ((2021,), [])]
)
def test_days_left_out_of_a_year_between_two_are_asked_about(
    tmp_path: Path, years: tuple[int, ...], found: list[str]
) -> None:
    days = days_of(*years, months=range(1, 10))
    files = {"Jours": days, "Forfaits": fees_of(2019, 2020, 2021)}
    assert said(tmp_path, "exercice-omis", **files) == found


@pytest.mark.parametrize(
    ("absent", "found"), [([4], ["Jours mai 2023"]), ([7], []), ([4, 7], ["Jours mai 2023"]),
                          ([3, 4], []), ([0], []), ([11], [])]
)  # fmt: skip
def test_a_month_without_its_file_is_asked_about(
    tmp_path: Path, absent: list[int], found: list[str]
) -> None:
    files = {
        f"Jours_{name}_2023": [DAYS, f"{10 + month % 3}/{month + 1:02}/2023;Ponant;9;700"]
        for month, name in enumerate(MONTHS)
        if month not in absent
    }
    after = [it.replace("mai", "juin") for it in found]
    assert said(tmp_path, "mois-omis", **files) == after
