"""Monthly timesheets: a row per mission, a column per day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reporter.settings.reading import Rules
from tests.sources.test_layouts import SEVEN, books, refused, said
from tests.workbooks import Rows

MISSIONS: Rows = [
    ("Client", "Mission", "TJM"),
    ("Ponant", "Flux", 700),
    ("Ponant", "Audit", 900),
    ("Mutuelle", "", 650),
]


def grid(
    *rows: tuple[str, str, dict[int, Any]], title: str = "Mars 2020", days: Any = range(1, 32)
) -> Rows:
    sheet: Rows = [(title,), ("Client", "Mission", *days, "Total")]
    for client, mission, worked in rows:
        numbers = [value for value in worked.values() if isinstance(value, int | float)]
        cells = [worked.get(day) for day in range(1, 32)]
        sheet.append((client, mission, *cells, sum(numbers) or None))
    return sheet


def days(
    root: Path, sheet: Rows, name: str = "CRA", rules: Rules | None = None
) -> list[tuple[Any, ...]]:
    activity = books(root, {name: sheet, "Missions": MISSIONS}, rules).activity
    return [
        (line.date.day, line.client, line.mission, line.days, line.amount) for line in activity.days
    ]


def mistakes(
    root: Path, sheet: Rows, name: str = "CRA", rules: Rules | None = None
) -> list[tuple[str, str]]:
    return said(root, {name: sheet, "Missions": MISSIONS}, rules)


def test_a_month_in_days(tmp_path: Path) -> None:
    sheet = grid(
        ("Ponant", "Flux", {2: 1, 3: 0.5}), ("", "Audit", {3: "0,5"}), ("Mutuelle", "", {4: "x"})
    )
    sheet[3] = (*sheet[3][:-1], None)
    assert days(tmp_path, sheet) == [
        (2, "Ponant", "Flux", 1, 700),
        (3, "Ponant", "Flux", Decimal("0.5"), 350),
        (3, "Ponant", "Audit", Decimal("0.5"), 450),
        (4, "Mutuelle", "", 1, 650),
    ]


@pytest.mark.parametrize("name", ["Mars 2020", "2020-03", "CRA mars 2020"])
def test_the_month_is_in_the_name_of_the_sheet(name: str, tmp_path: Path) -> None:
    assert len(days(tmp_path, grid(("Ponant", "Flux", {2: 1}), title="Mon activité"), name)) == 1


def test_the_month_is_in_the_dates(tmp_path: Path) -> None:
    dates = [date(2020, 3, day) for day in range(1, 32)]
    activity = books(
        tmp_path,
        {"CRA": grid(("Ponant", "Flux", {2: 1}), title="", days=dates), "Missions": MISSIONS},
    )
    assert [line.date for line in activity.activity.days] == [date(2020, 3, 2)]


def test_without_a_month_it_is_refused(tmp_path: Path) -> None:
    assert mistakes(tmp_path, grid(("Ponant", "Flux", {2: 1}), title="")) == [
        ("de quel mois est ce tableau ?", "C2")
    ]


def test_hours(tmp_path: Path) -> None:
    sheet = grid(("Ponant", "Flux", {2: 7, 3: 3.5}))
    assert [line[3] for line in days(tmp_path, sheet, rules=SEVEN)] == [1, Decimal("0.5")]
    assert mistakes(tmp_path, sheet) == [("combien d’heures font un jour ?", "C2")]


def test_a_cell_above_one_among_days_is_refused(tmp_path: Path) -> None:
    """Two days on one date, or an hour among hours: the sheet must say which."""
    sheet = grid(("Ponant", "Flux", {2: 1, 3: 2}))
    assert mistakes(tmp_path, sheet, rules=SEVEN) == [("des jours ou des heures ?", "C2")]
    said_so = grid(("Ponant", "Flux", {2: 1, 3: 7}), title="Heures de mars 2020")
    assert [line[3] for line in days(tmp_path, said_so, rules=SEVEN)][1] == 1


def test_weekdays_absences_and_codes_are_no_days(tmp_path: Path) -> None:
    sheet = grid(("Ponant", "Flux", {2: 1, 3: "CP", 4: "RTT"}), ("Congés", "", {5: 1}))
    sheet.insert(2, ("", "", *("LMMJVSD"[day % 7] for day in range(31))))
    assert [line[0] for line in days(tmp_path, sheet)] == [2]


def test_a_wrong_total_is_refused(tmp_path: Path) -> None:
    sheet = grid(("Ponant", "Flux", {2: 1, 3: 1}))
    sheet[2] = (*sheet[2][:-1], 3)
    assert mistakes(tmp_path, sheet) == [("total différent de la somme", "AH3")]
    sheet = [*grid(("Ponant", "Flux", {2: 1, 3: 1})), ("Total", "", *[None] * 29, 1, None, None)]
    assert [what for what, _ in mistakes(tmp_path, sheet)] == ["total différent de la somme"]


def test_a_day_that_does_not_exist(tmp_path: Path) -> None:
    sheet = grid(("Ponant", "Flux", {30: 1}), title="Février 2020")
    assert mistakes(tmp_path, sheet) == [("ce jour n’existe pas", "AF3")]


def test_a_row_without_a_client_and_a_mission_without_a_rate(tmp_path: Path) -> None:
    sheet = grid(("", "", {2: 1}), ("Inconnu", "", {3: 1}), ("Ponant", "Flux", {4: "peut-être"}))
    bad = refused(tmp_path, {"CRA": sheet, "Missions": MISSIONS})
    assert [(b.what, b.place.cell) for b in bad] == [
        ("ligne sans client", "A3"),
        ("TJM inconnu", "E4"),
        ("jour illisible", "F5"),
    ]


def test_a_row_named_by_its_mission_alone(tmp_path: Path) -> None:
    sheet = [tuple(c for i, c in enumerate(row) if i != 1) for row in grid(("Audit", "", {2: 1}))]
    sheet[1] = ("Mission", *sheet[1][1:])
    assert days(tmp_path, sheet) == [(2, "Ponant", "Audit", 1, 900)]
