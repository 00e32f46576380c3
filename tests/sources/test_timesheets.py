"""Monthly timesheets: a row per mission, a column per day."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from reporter.settings.reading import Rules
from reporter.sources.lines.written.counts import is_clock
from tests.books.sheets import letters
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


def test_a_row_that_is_refused_is_asked_no_price(tmp_path: Path) -> None:
    found = mistakes(tmp_path, grid(("Ponant", "Flux", {2: 1}), ("Annulé", "", {3: 1})))
    assert [what for what, _ in found] == ["ligne annulée ou pas encore facturée"]


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


def test_a_mission_that_has_the_name_of_a_client_is_none_beside_its_own(tmp_path: Path) -> None:
    missions: Rows = [*MISSIONS, ("Alizé", "", 800), ("Ponant", "Alizé", 750)]
    sheet = grid(("Ponant", "Alizé", {2: 1}))
    activity = books(tmp_path, {"CRA": sheet, "Missions": missions}).activity
    assert [(line.client, line.amount) for line in activity.days] == [("Ponant", 750)]


TEN = dict.fromkeys((2, 3, 4, 5, 6, 9, 10, 11, 12, 13), 1)


@pytest.mark.parametrize("title", ["CRA mars 2020 – base 7 h / jour", "Mars 2020, M. H Dupont"])
def test_hours_in_a_title_do_not_make_hours_of_days(title: str, tmp_path: Path) -> None:
    """Ten days read as ten hours would be a month seven times too poor."""
    sheet = grid(("Ponant", "Flux", TEN), title=title)
    assert mistakes(tmp_path, sheet, rules=SEVEN) == [("des jours ou des heures ?", "C2")]


def test_the_hours_of_a_grid_say_nothing_of_the_next_one(tmp_path: Path) -> None:
    hours = grid(("Ponant", "Flux", {2: 7}), title="Heures de mars 2020")
    sheet = [*hours, (), *grid(("Ponant", "Flux", {6: 1}), title="Avril 2020")]
    assert [line[3] for line in days(tmp_path, sheet, rules=SEVEN)] == [1, 1]


def test_hours_written_as_hours_are_no_days(tmp_path: Path) -> None:
    clocks = grid(("Ponant", "Flux", {2: "7h", 3: "3:30"}))
    assert [line[3] for line in days(tmp_path, clocks, rules=SEVEN)] == [1, Decimal("0.5")]
    mixed = grid(("Ponant", "Flux", {2: 1, 3: "1h"}))
    assert mistakes(tmp_path, mixed, rules=SEVEN) == [("des jours ou des heures ?", "C2")]


def test_a_cross_is_a_day_and_no_hour(tmp_path: Path) -> None:
    hours = grid(("Ponant", "Flux", {2: 7, 3: 7, 4: "x"}))
    assert mistakes(tmp_path, hours, "CRA en heures", SEVEN)[0][0] == "des jours ou des heures ?"
    mixed = grid(("Ponant", "Flux", {2: "x", 3: "x", 4: "3h30"}))
    assert [it[3] for it in days(tmp_path, mixed, rules=SEVEN)] == [1, 1, Decimal("0.5")]


def test_months_that_disagree_are_refused(tmp_path: Path) -> None:
    """The sheet of a month is copied from the last one, and its title forgotten."""
    sheet = grid(("Ponant", "Flux", {2: 1}), title="CRA Mars 2020")
    (bad,) = refused(tmp_path, {"Avril 2020": sheet, "Missions": MISSIONS})
    assert (bad.what, bad.shown) == (
        "de quel mois est ce tableau ?",
        "avril 2020 ou mars 2020",
    )


def test_the_day_when_a_sheet_was_printed_is_not_its_month(tmp_path: Path) -> None:
    sheet = [("CRA mars 2020",), *grid(("Ponant", "Flux", {2: 1}), title="Édité le 02/04/2020")]
    activity = books(tmp_path, {"CRA": sheet, "Missions": MISSIONS}).activity
    assert [line.date for line in activity.days] == [date(2020, 3, 2)]


def test_a_client_whose_name_says_total(tmp_path: Path) -> None:
    missions: Rows = [*MISSIONS, ("Total Énergies", "", 800)]
    sheet = grid(("Ponant", "Flux", {2: 1}), ("Total Énergies", "", {3: 1}), ("Total", "", {4: 2}))
    activity = books(tmp_path, {"CRA": sheet, "Missions": missions}).activity
    assert [line.amount for line in activity.days] == [700, 800]


@pytest.mark.parametrize("total", ["14:00", "14h00", "14 h", "2 j", timedelta(hours=14)])
def test_a_total_is_in_the_unit_that_it_says(total: object, tmp_path: Path) -> None:
    sheet = grid(("Ponant", "Flux", {2: 1, 3: 1}))
    sheet[2] = (*sheet[2][:-1], total)
    assert len(days(tmp_path, sheet, rules=SEVEN)) == 2
    sheet[2] = (*sheet[2][:-1], "15:00")
    assert mistakes(tmp_path, sheet, rules=SEVEN) == [("total différent de la somme", "AH3")]


def test_a_month_of_which_only_the_total_is_filled_is_refused(tmp_path: Path) -> None:
    sheet = grid(("Ponant", "Flux", {2: 1}), ("Ponant", "Audit", {}))
    sheet[3] = (*sheet[3][:-1], 12)
    assert mistakes(tmp_path, sheet) == [("total différent de la somme", "AH4")]


def test_totals_below_the_totals_of_rows_are_checked(tmp_path: Path) -> None:
    """They may count the absences, or not."""
    sheet = grid(("Ponant", "Flux", {2: 1, 3: 1}), ("Congés", "", {4: 1}))
    below = ("Total", "", *[None] * 31)
    assert len(days(tmp_path, [*sheet, (*below, 2)])) == 2
    assert len(days(tmp_path, [*sheet, (*below, 3)])) == 2
    assert mistakes(tmp_path, [*sheet, (*below, 4)]) == [("total différent de la somme", "AH5")]


@pytest.mark.parametrize("a_day", ["1 j", 7])
@pytest.mark.parametrize("hours", ["Total heures", "Nombre d’heures"])
def test_totals_are_in_the_unit_that_their_header_names(
    hours: str, a_day: object, tmp_path: Path
) -> None:
    sheet = grid(("Ponant", "Flux", {2: a_day, 3: a_day}))
    header = (*sheet[1][:-1], "Total jours", hours)
    good: Rows = [sheet[0], header, (*sheet[2][:-1], 2, 14)]
    bad: Rows = [sheet[0], header, (*sheet[2][:-1], 14, 2)]
    assert len(days(tmp_path, good, rules=SEVEN)) == 2
    assert mistakes(tmp_path, bad, rules=SEVEN) == [("total différent de la somme", "AH3")]


def test_days_of_the_next_month_at_the_end_of_a_grid_are_refused(tmp_path: Path) -> None:
    dates = [date(2020, 2, 1) + timedelta(days=n) for n in range(31)]
    sheet = grid(("Ponant", "Flux", {28: 1, 30: 1}), title="", days=dates)
    assert mistakes(tmp_path, sheet) == [("ce jour n’existe pas", "AF3")]


def test_a_rate_may_stand_after_the_days_and_other_columns_are_listed(tmp_path: Path) -> None:
    sheet = grid(("Ponant", "Flux", {2: 1}))
    sheet = [sheet[0], (*sheet[1], "TJM", "Humeur"), (*sheet[2], 950, "bonne")]
    reading = books(tmp_path, {"CRA": sheet, "Missions": MISSIONS})
    assert [line.rate for line in reading.activity.days] == [950]
    assert [column.header for summary in reading.sheets for column in summary.left] == ["Humeur"]


@pytest.mark.parametrize("cell", ["45 min", "30 mn", "7 h", "7h30", "7:30"])
def test_a_length_of_time_is_written_as_hours(cell: str) -> None:
    assert is_clock(cell)


@pytest.mark.parametrize("cell", ["1", "0,5", "x", "CP", "½"])
def test_days_are_not(cell: str) -> None:
    assert not is_clock(cell)


@pytest.mark.parametrize("title", ["xx", None, 99, 7, "mardi"])
@pytest.mark.parametrize("day", [1, 2, 15, 30, 31])
def test_a_day_whose_title_is_lost_is_refused_there(day: int, title: Any, tmp_path: Path) -> None:
    """The grid is never taken for something else, nor read without that day."""
    titles: list[Any] = [*range(1, 32)]
    titles[day - 1] = title
    at = {1: "D2", 31: "AF2"}.get(day, f"{letters(day + 1)}2")
    sheet = grid(("Ponant", "Flux", {day: 1, 10: 1}), days=titles)
    assert [place for _, place in mistakes(tmp_path, sheet)] == [at]


@pytest.mark.parametrize("day", [1, 2, 15, 30, 31])
def test_a_day_whose_column_is_deleted_is_refused(day: int, tmp_path: Path) -> None:
    whole = grid(("Ponant", "Flux", {10: 1}))
    sheet = [whole[0], *((*row[: day + 1], *row[day + 2 :]) for row in whole[1:])]
    assert len(mistakes(tmp_path, sheet)) == 1


def test_a_grid_of_a_shorter_month_ends_with_it(tmp_path: Path) -> None:
    sheet = grid(("Ponant", "Flux", {10: 1}), title="Février 2019", days=range(1, 29))
    cut = [sheet[0], sheet[1], (*sheet[2][:30], 1)]
    assert [line[0] for line in days(tmp_path, cut)] == [10]


def test_a_row_that_lost_its_total_is_asked_about(tmp_path: Path) -> None:
    """A cell deleted before the total moves it under the 31st, where it counts; turned or not."""
    rows = [(name, "", {2: 0.5}) for name in ("Ponant", "Mutuelle", "Vega")]
    sheet = grid(*rows)
    assert not totals_lost(tmp_path / "whole", sheet)
    sheet[3] = (*sheet[3][:6], *sheet[3][7:], None)
    assert totals_lost(tmp_path / "lost", sheet) == ["AG4"]


@pytest.mark.parametrize("totals", [[True, False], [True, True, False, False, False]])
def test_few_totals_are_no_custom(totals: list[bool], tmp_path: Path) -> None:
    sheet = grid(*((f"Client {n}", "", {2: 0.5}) for n in range(len(totals))))
    sheet[2:] = [
        row if told else (*row[:-1], None) for row, told in zip(sheet[2:], totals, strict=True)
    ]
    assert not totals_lost(tmp_path, sheet)


@pytest.mark.parametrize("second", [0.5, 0.25])
def test_a_day_after_its_halves_is_no_total(second: float, tmp_path: Path) -> None:
    """Even where another row tells its own: more than a day in a cell is refused."""
    sheet = grid(("Ponant", "Flux", {2: 0.5, 3: second, 31: 1}), ("Mutuelle", "", {2: 0.5}))
    sheet[2] = (*sheet[2][:-1], None)
    assert not totals_lost(tmp_path, sheet)


def totals_lost(root: Path, sheet: Rows) -> list[str]:
    missions = [("Client", "TJM"), *((row[0], 500) for row in sheet[2:])]
    doubts = books(root, {"CRA": sheet, "Missions": missions}).doubts
    return [it.place.cell for it in doubts if it.code == "somme"]
