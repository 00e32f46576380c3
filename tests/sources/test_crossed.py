"""What the cells of a row share is read as in a list, where each cell is a line of its own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from reporter.errors import BadData
from reporter.sources.reading import read
from tests.sources.test_trackers import books
from tests.workbooks import folder

if TYPE_CHECKING:
    from pathlib import Path

DAYS = tuple(range(1, 32))
MONTHS = (
    "Janvier", "Février", "Mars", "Avril", "Mai", "Juin", "Juillet", "Août", "Septembre", "Octobre",
    "Novembre", "Décembre",
)  # fmt: skip
NOTHING = ("",) * 28
LACKING = "=A1"
"""A formula whose value was never computed."""
SHAPES = {
    "CRA Mars 2020": lambda row: [("Client", "Mission", "TJM", *DAYS), (*row, 1, 1, 1, *NOTHING)],
    "Jours 2020": lambda row: [("Client", "Mission", "TJM", "Janvier", "Mars"), (*row, 4, 5)],
}


@pytest.mark.parametrize("sheet", SHAPES)
@pytest.mark.parametrize("column", [0, 1, 2])
def test_a_formula_without_a_value_is_refused_once_at_its_cell(
    sheet: str, column: int, tmp_path: Path
) -> None:
    row = ["Ponant", "Audit", 700]
    row[column] = LACKING
    with pytest.raises(BadData) as raised:
        read(folder(tmp_path, {sheet: SHAPES[sheet](row)}))
    assert [(it.what, it.place.cell) for it in raised.value.errors] == [
        ("cellule en erreur", f"{'ABC'[column]}2")
    ]


@pytest.mark.parametrize("sheet", SHAPES)
def test_a_row_without_a_price_is_said_once(sheet: str, tmp_path: Path) -> None:
    with pytest.raises(BadData) as raised:
        read(folder(tmp_path, {sheet: SHAPES[sheet](("Ponant", "Audit", ""))}))
    assert [(it.what, it.shown) for it in raised.value.errors] == [
        ("TJM inconnu", "Ponant · Audit")
    ]


@pytest.mark.parametrize("sheet", SHAPES)
def test_the_price_of_a_row_is_that_of_each_of_its_cells(sheet: str, tmp_path: Path) -> None:
    days = read(folder(tmp_path, {sheet: SHAPES[sheet](("Ponant", "Audit", "700 €/j"))})).activity
    assert {(line.client, line.mission, line.rate) for line in days.days} == {
        ("Ponant", "Audit", 700)
    }


def test_the_rates_of_a_table_of_amounts_are_not_read(tmp_path: Path) -> None:
    text = "Client;TJM;Janvier 2020;Février 2020\nPonant;variable;1400;700\n"
    found = books(tmp_path, {"CA HT.csv": text})
    assert sum(line.amount for line in found.activity.fees) == 2100


@pytest.mark.parametrize("sheet", SHAPES)
@pytest.mark.parametrize("column", [0, 1])
def test_a_number_in_the_place_of_a_name_is_doubted(
    sheet: str, column: int, tmp_path: Path
) -> None:
    row, other = ["Ponant", "Audit", 700], ("Iode", "Flux", 650)
    row[column] = 14.5
    rows = [*SHAPES[sheet](row), *SHAPES[sheet](other)[1:]]
    found = read(folder(tmp_path, {sheet: rows}))
    places = [it.place.cell for it in found.doubts if it.code == "nom-en-chiffres"]
    assert places == [f"{'AB'[column]}2"]


def test_an_amount_says_that_it_is_before_tax_in_a_table_by_month_too(tmp_path: Path) -> None:
    text = "Client;Janvier 2020;Février 2020\nPonant;1 400 € HT;700 HT\n"
    found = books(tmp_path, {"CA HT.csv": text})
    assert sum(line.amount for line in found.activity.fees) == 2100


def test_days_that_cannot_be_read_are_told_as_days(tmp_path: Path) -> None:
    rows = [("Client", "TJM", "Janvier", "Mars"), ("Ponant", 700, "trois", 5)]
    with pytest.raises(BadData) as raised:
        read(folder(tmp_path, {"Jours 2020": rows}))
    assert [it.what for it in raised.value.errors] == ["nombre de jours illisible"]


def test_the_days_of_a_month_are_those_from_its_first_to_its_last(tmp_path: Path) -> None:
    rows = [("Client", "TJM", "Janvier", "Février"), ("Ponant", 700, 4, 5)]
    days = read(folder(tmp_path, {"Jours 2020": rows})).activity.days
    assert [(line.start, line.end) for line in days] == [
        (date(2020, 1, 1), date(2020, 1, 31)),
        (date(2020, 2, 1), date(2020, 2, 29)),
    ]


def test_a_sum_of_days_may_be_of_more_than_a_year(tmp_path: Path) -> None:
    months = [f"{month} {year}" for year in (2019, 2020) for month in MONTHS]
    rows = [("Client", "TJM", *months, "Total"), ("Ponant", 700, *[19] * 24, 19 * 24)]
    days = read(folder(tmp_path, {"Jours": rows})).activity.days
    assert sum(line.days for line in days) == 19 * 24


@pytest.mark.parametrize("name", ["Total Conseil (à valider)", "Solde Conseil (à valider)"])
def test_a_name_that_is_doubted_for_its_words_is_doubted_for_nothing_else(
    name: str, tmp_path: Path
) -> None:
    files = {
        "CA HT.csv": f"Client;Janvier 2020;Février 2020\n{name};1400;700\nIode;700;2100\n",
        "missions.csv": f"Client;TJM\n{name};700\n",
    }
    codes = [it.code for it in books(tmp_path, files).seen if it.place.cell == "A2"]
    assert codes == ["peut-etre-annule"]


def test_a_total_of_hours_is_not_checked_where_nobody_says_how_long_a_day_is(
    tmp_path: Path,
) -> None:
    rows = [("Client", "TJM", *DAYS, "Total"), ("Ponant", 700, 1, 1, *NOTHING, "", "15 h")]
    days = read(folder(tmp_path, {"CRA Mars 2020": rows})).activity.days
    assert sum(line.days for line in days) == 2


AGREED = "Client;TJM\nPonant;700\n"


@pytest.mark.parametrize(
    ("lines", "heard"),
    [
        ("Date;Client;Jours;TJM\n31/03/2020;Ponant;2;700,04\n", 0),
        ("Date;Client;Jours;TJM\n31/03/2020;Ponant;2;701\n", 1),
        ("Date;Client;Jours;TJM\n31/03/2020;Ponant;2;701\n30/04/2020;Ponant;3;701\n", 1),
        ("Date;Client;Jours;TJM;Remise;Montant HT\n31/03/2020;Ponant;2;700;10 %;1260\n", 0),
        ("Date;Client;Jours;Montant HT\n31/03/2020;Ponant;0,0238095238;16,67\n", 0),
        ("Date;Client;Jours;Montant HT\n31/03/2020;Ponant;2;1500\n", 1),
    ],
)
def test_a_price_is_compared_with_the_one_agreed(lines: str, heard: int, tmp_path: Path) -> None:
    found = books(tmp_path, {"jours.csv": lines, "missions.csv": AGREED})
    assert [it.code for it in found.seen].count("tarif-et-mission") == heard


@pytest.mark.parametrize(
    ("clients", "said"),
    [
        (("Ponant", "", "", "Alizé"), [("B5", "2 lignes")]),
        (("Ponant", "", "Alizé", ""), [("B5", "2 lignes")]),
        (("Ponant", "Ponant", "Ponant", "Alizé"), []),
    ],
)
def test_a_client_written_once_for_several_rows_of_a_grid_is_noted(
    clients: tuple[str, ...], said: list[tuple[str, str]], tmp_path: Path
) -> None:
    rows = [("", client, f"Lot {n}", 700, *("",) * n, 1, *("",) * (30 - n))
            for n, client in enumerate(clients)]  # fmt: skip
    title, header = ("CRA Mars 2020",), ("N°", "Client", "Mission", "TJM", *DAYS)
    found = read(folder(tmp_path, {"CRA": [title, (), header, *rows]}))
    taken = [it for it in found.doubts if it.code == "client-du-dessus"]
    assert [(it.place.cell, it.shown) for it in taken] == said
