"""What people write in the cells of a monthly grid, and what a workbook shows beside it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from reporter.settings.reading import Rules
from tests.sources.test_layouts import SEVEN
from tests.sources.test_timesheets import MISSIONS, days, grid, mistakes


def counted(root: Path, *cells: Any, rules: Rules | None = SEVEN) -> list[Decimal]:
    """Return the days of the cells of a row, from the second of March on."""
    sheet = grid(("Ponant", "Flux", dict(enumerate(cells, 2))))
    sheet[2] = (*sheet[2][:-1], None)
    return [line[3] for line in days(root, sheet, rules=rules)]


HALF = Decimal("0.5")


@pytest.mark.parametrize(
    ("cell", "worth"),
    [
        ("½", HALF),
        ("1/2", HALF),
        ("1 j", 1),
        ("1j", 1),
        ("1 jour", 1),
        ("0,5 j", HALF),
        ("0.25j", Decimal("0.25")),
        ("½ j", HALF),
        ("matin", HALF),
        ("Matin", HALF),
        ("après-midi", HALF),
        ("demi-journée", HALF),
        ("Journée", 1),
        ("x", 1),
        ("X/2", HALF),
        ("✓", 1),
        ("7h", 1),
        ("3h30", HALF),
        ("210 min", HALF),
    ],
)
def test_a_cell_of_a_day_is_read(cell: str, worth: Decimal, tmp_path: Path) -> None:
    assert counted(tmp_path, cell) == [worth]


def test_units_that_cells_say_may_be_mixed(tmp_path: Path) -> None:
    assert counted(tmp_path, "1 j", "3h30", "½") == [1, HALF, HALF]


def test_days_beside_days_that_say_so_are_days(tmp_path: Path) -> None:
    assert counted(tmp_path, 1, "½", 0.5) == [1, HALF, HALF]


def test_both_noons_are_halves_of_a_day(tmp_path: Path) -> None:
    assert counted(tmp_path, "AM", "pm") == [HALF, HALF]


@pytest.mark.parametrize("cell", ["AM", "PM", "M", "P", "TT", "1 (TT)", "1+0,5", "0,5 CP"])
def test_a_cell_that_may_be_several_things_is_refused(cell: str, tmp_path: Path) -> None:
    sheet = grid(("Ponant", "Flux", {2: cell}))
    assert mistakes(tmp_path, sheet, rules=SEVEN) == [("jour illisible", "D3")]


@pytest.mark.parametrize("cell", ["2 j", "25h", "1,5 j"])
def test_a_day_holds_one_day(cell: str, tmp_path: Path) -> None:
    sheet = grid(("Ponant", "Flux", {2: cell}))
    assert mistakes(tmp_path, sheet, rules=SEVEN) == [("plus d’un jour dans une case", "D3")]


def test_an_hour_among_plain_numbers_is_asked_about(tmp_path: Path) -> None:
    sheet = grid(("Ponant", "Flux", {2: "4h", 3: 1}))
    assert mistakes(tmp_path, sheet, rules=SEVEN) == [("des jours ou des heures ?", "C2")]


def test_hours_in_a_grid_of_days_need_the_length_of_a_day(tmp_path: Path) -> None:
    sheet = grid(("Ponant", "Flux", {2: "4h", 3: "1 j"}))
    assert mistakes(tmp_path, sheet) == [("combien d’heures font un jour ?", "C2")]


def test_half_a_day_of_nobody_is_refused(tmp_path: Path) -> None:
    """A row without a name holds the days of the week, not work."""
    sheet = grid(("", "", {2: "½"}))
    assert mistakes(tmp_path, sheet) == [("ligne sans client", "A3")]


@pytest.mark.parametrize(
    ("total", "good"),
    [(1.5, True), ("1,5 j", True), ("10,5 h", True), (2, False), ("2 j", False), ("7 h", False)],
)
def test_the_total_of_mixed_cells_is_checked(total: object, good: bool, tmp_path: Path) -> None:
    sheet = grid(("Ponant", "Flux", {2: "1 j", 3: "3h30"}))
    sheet[2] = (*sheet[2][:-1], total)
    if good:
        assert len(days(tmp_path, sheet, rules=SEVEN)) == 2
    else:
        assert mistakes(tmp_path, sheet, rules=SEVEN) == [("total différent de la somme", "AH3")]


def shown(root: Path, cell: float, *, code: str = "General", struck: bool = False) -> Any:
    """Return the first day of a grid of a workbook, its cell being formatted or struck."""
    book = Workbook()
    tab: Any = book.active
    tab.title = "CRA"
    for row in grid(("Ponant", "Flux", {2: cell})):
        tab.append(row[:-1] if len(row) > 1 else row)
    tab["D3"].number_format = code
    tab["D3"].font = Font(strike=struck)
    missions = book.create_sheet("Missions")
    for row in MISSIONS:
        missions.append(row)
    (root / "data").mkdir()
    book.save(root / "data" / "cra.xlsx")
    from reporter.sources.reading import read

    return [line.days for line in read(root, SEVEN).activity.days]


@pytest.mark.parametrize(
    ("cell", "code", "worth"),
    [(1, '0 "j"', 1), (0.5, '0.0 "j"', HALF), (7, '0 "h"', 1), (1, '0.0 "h"', 1 / Decimal(7))],
)
def test_the_unit_that_a_workbook_shows_is_heard(
    cell: float, code: str, worth: Decimal, tmp_path: Path
) -> None:
    (found,) = shown(tmp_path, cell, code=code)
    assert abs(found - worth) < Decimal("1e-9")


def test_a_struck_cell_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="ligne barrée"):
        shown(tmp_path, 1, struck=True)


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ('"$"0', "une autre devise que l’euro"),
        ('0 "k€"', "montant en milliers d’euros"),
        ('0 "€/h"', "une autre unité que celle de la colonne"),
        ('0 "€/j"', ""),
        ('0 "€"', ""),
    ],
)
def test_the_price_that_a_workbook_shows_is_heard(code: str, what: str, tmp_path: Path) -> None:
    book = Workbook()
    tab: Any = book.active
    tab.title = "CRA"
    tab.append(("Mars 2020",))
    tab.append(("Client", "Mission", *range(1, 32), "TJM"))
    tab.append(("Ponant", "Flux", None, 1, *[None] * 29, 700))
    tab["AH3"].number_format = code
    (tmp_path / "data").mkdir()
    book.save(tmp_path / "data" / "cra.xlsx")
    from reporter.sources.reading import read

    if what:
        with pytest.raises(Exception, match=what):
            read(tmp_path, SEVEN)
    else:
        assert [line.amount for line in read(tmp_path, SEVEN).activity.days] == [700]
