"""A client in each half of a day: one line a day, or two, at the price of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reporter.books import load
from tests.books.outcomes import outcome_of
from tests.books.small import sheets
from tests.sources.test_common_layouts import books, refusals

RATES = "Client;TJM\nPonant;600\nAlizé;500\n"
TOLD = RATES.replace(";", " | ")
HEADER = "Date;Matin;Après-midi;Notes"
ROW = "04/03/2024;Ponant;Alizé;"


def lines(root: Path, *rows: str, header: str = HEADER) -> list[tuple[int, str, Decimal]]:
    """Return the day, the client and the days of each line."""
    text = "\n".join((header, *rows, ""))
    found = books(root, {"Jours 2024": text, "Missions": RATES}).days
    return sorted((it.date.day, it.client, it.days) for it in found)


def test_each_half_is_of_its_client(tmp_path: Path) -> None:
    """An absence, a blank half and a day of which nothing is said count for nothing."""
    half = Decimal("0.5")
    assert lines(
        tmp_path, "04/03/2024;Ponant;ponant;", "05/03/2024;Ponant;Alizé;", "06/03/2024;Alizé;;",
        "07/03/2024;;Ponant;", "08/03/2024;CP;CP;", "11/03/2024;CP;Ponant;",
        "12/03/2024;Ponant;RTT;", "13/03/2024;;;",
    ) == [
        (4, "Ponant", 1), (5, "Alizé", half), (5, "Ponant", half), (6, "Alizé", half),
        (7, "Ponant", half), (11, "Ponant", half), (12, "Ponant", half),
    ]  # fmt: skip


def test_a_calendar_names_its_days(tmp_path: Path) -> None:
    rows = ("04/03/2024;lundi;Ponant;Alizé", "05/03/2024;mardi;;", "06/03/2024;mer;Ponant;Ponant")
    found = lines(tmp_path, *rows, header="Date;Jour;Matin;Après-midi")
    assert [it[0] for it in found] == [4, 4, 6]


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ("05/03/2024;Ponan;Alizé;", "B3"),
        ("05/03/2024;Alizé;Prospection;", "C3"),
        ("05/03/2024;0,5;Alizé;", "B3"),
        ("05/03/2024;;;sur site", "C3"),
        ("Alizé;;;", "A3"),
        (";;ponant;", "C3"),
    ],
    ids=["another name", "no client", "a number", "a note alone", "no date", "half of none"],
)
def test_what_is_not_the_name_of_a_client_is_refused(row: str, cell: str, tmp_path: Path) -> None:
    text = f"{HEADER}\n04/03/2024;Ponant;Alizé;\n{row}\n"
    found = refusals(tmp_path, {"Jours 2024": text, "Missions": RATES})
    assert cell in [it.place.cell for it in found]


def test_a_name_of_its_own_asks_what_the_sheet_is_once(tmp_path: Path) -> None:
    text = f"{HEADER}\n04/03/2024;Ponant;Alizé;\n"
    (bad,) = refusals(tmp_path, {"Agenda": text, "Missions": RATES})
    assert '"Agenda" = "Jours"' in bad.fix


def test_names_among_numbers_are_no_halves_of_clients(tmp_path: Path) -> None:
    rows = f"{HEADER}\n04/03/2024;Ponant;1;\n05/03/2024;Ponant;Alizé;\n"
    bad = refusals(tmp_path, {"Jours 2024": rows, "Missions": RATES})
    assert {it.place.row for it in bad} >= {2, 3}


@pytest.mark.parametrize(
    ("area", "revenue"),
    [("B2:C2", 1100), ("B2:B3", 1100), ("B2:C3", 1700), ("D2:D3", 800), ("A1:D1", 800)],
)
def test_a_merged_cell_is_of_all_its_halves(area: str, revenue: int) -> None:
    """In none of them but the first does a spreadsheet keep a value."""
    days = "04/03/2024 | Ponant | |\n05/03/2024 | | |\n06/03/2024 | Alizé | Alizé |"
    found = sheets(f"# Jours\nDate | Matin | Après-midi | Notes\n{days}\n# Missions\n{TOLD}")
    merged = outcome_of({**found, "Jours": replace(found["Jours"], merges=(area,))})
    assert merged.total("revenue") == revenue


def test_mornings_are_no_other_version_of_afternoons(tmp_path: Path) -> None:
    lines(tmp_path, *(f"0{n}/0{n}/2024;{it};" for n in (3, 4, 5) for it in ("Ponant;", ";Ponant")))
    assert "deux-versions" not in {it.code for it in load(tmp_path).doubtful(date(2024, 12, 31))}


@pytest.mark.parametrize("name", ["Jours 2024", "Congés 2024"])
def test_absences_alone_are_none_of_the_days_sold(name: str, tmp_path: Path) -> None:
    """A year may begin with leave, and a calendar of leave has nothing else."""
    text = f"{HEADER}\n04/03/2024;CP;CP;\n05/03/2024;RTT;;\n"
    sold = "Date;Client;Montant HT\n06/03/2024;Ponant;100\n"
    found = books(tmp_path, {name: text, "Forfaits": sold})
    assert (found.days, len(found.fees)) == ((), 1)


def test_a_sheet_of_absences_that_nothing_names_is_asked_about(tmp_path: Path) -> None:
    text = f"{HEADER}\n04/03/2024;CP;CP;\n"
    (bad,) = refusals(tmp_path, {"Agenda": text, "Missions": RATES})
    assert "Client" in bad.fix


def test_days_above_missions_pasted_below_them_are_refused_each(tmp_path: Path) -> None:
    """The missions are the table of the sheet, in which nothing names a date."""
    days = "Date;Matin;Après-midi\n04/03/2024;Ponant;Alizé\n05/03/2024;Ponant;Alizé"
    bad = refusals(tmp_path, {"Jours 2024": f"{days}\n{RATES}", "Missions": RATES})
    assert [it.place.cell for it in bad] == ["A2", "A3"]


def test_a_day_said_alone_above_missions_is_a_title(tmp_path: Path) -> None:
    found = books(
        tmp_path, {"Missions": f"04/03/2024;\n;\n{RATES}", "Jours": f"{HEADER}\n{ROW}\n"}
    ).days
    assert {it.client for it in found} == {"Ponant", "Alizé"}
