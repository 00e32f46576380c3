"""Kilometres among the expenses take the scale of their year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reporter import load
from reporter.errors import BadData, Place
from reporter.law.mileage import allowance
from reporter.model import ZERO, cents, total
from reporter.settings.reading import Vehicle
from reporter.sources.lines.mileage import priced
from tests.builders import expense

if TYPE_CHECKING:
    from pathlib import Path

    from reporter.model import Line

CAR = "[vehicule]\npuissance_fiscale = 5\n"
HEADER = "Date;Libellé;Catégorie;Kilomètres;Montant HT\n"


def read(folder: Path, *rows: str, settings: str = CAR, header: str = HEADER) -> list[str]:
    (folder / "data").mkdir(exist_ok=True)
    (folder / "bilan.toml").write_text(settings, encoding="utf-8")
    text = header + "\n".join(rows) + "\n"
    (folder / "data" / "depenses.csv").write_text(text, encoding="utf-8")
    return [str(line.amount) for line in load(folder).activity.expenses]


def test_each_line_takes_what_it_adds_to_its_year(tmp_path: Path) -> None:
    """5 CV in 2020: 0.548 up to 5 000 km, then 0.308, and 0.368 of all above 20 000."""
    rows = (
        "15/12/2019;Client;IK;1000;",
        "20/03/2020;Client;IK;1000;",
        "10/02/2020;Client;IK;4500 km;",
        "20/04/2020;Client;IK;15000;",
        "31/12/2020;Hôtel;Hôtel;;90",
    )
    # In 2020, by date: 2 466 at 4 500 km, 2 894 at 5 500, 7 544 at 20 500.
    assert read(tmp_path, *rows) == ["548.00", "428.00", "2466.00", "4650.00", "90.00"]
    assert [line.vat for line in load(tmp_path).activity.expenses] == [0, 0, 0, 0, None]


@pytest.mark.parametrize("title", ["Km", "Distance (km)", "Nb km", "KM parcourus", "Kilometrage"])
def test_the_words_of_the_column(tmp_path: Path, title: str) -> None:
    header = f"Date;Libellé;{title}\n"
    assert read(tmp_path, "02/03/2020;Client;100", header=header) == ["54.80"]


def test_an_amount_that_is_written_wins_and_is_asked_about(tmp_path: Path) -> None:
    assert read(tmp_path, "02/03/2020;Client;IK;100;60", "03/03/2020;Client;IK;100;") == [
        "60.00",
        "54.80",
    ]
    doubts = [doubt for doubt in load(tmp_path).doubts if doubt.code == "bareme-kilometrique"]
    assert [doubt.place.cell for doubt in doubts] == ["A2"]
    assert read(tmp_path, "02/03/2020;Client;IK;100;60", settings="") == ["60.00"]
    assert read(tmp_path, "02/03/2014;Client;IK;100;60") == ["60.00"]


@pytest.mark.parametrize(
    ("row", "settings", "said"),
    [
        ("02/03/2020;Client;IK;100;", "", "puissance_fiscale"),
        ("02/03/2014;Client;IK;100;", CAR, "valeurs inconnues avant le 01/01/2015"),
        ("02/03/2020;Client;IK;;", CAR, "remplir Montant HT ou Montant TTC ou Kilomètres"),
        ("02/03/2020;Client;IK;0;", CAR, "Montant HT"),
        ("02/03/2020;Client;IK;100;0", CAR, "vider la cellule"),
        ("02/03/2020;Client;IK;-5;", CAR, "de 0 à 100000"),
        ("02/03/2020;Client;IK;Lyon;", CAR, "écrire une distance"),
    ],
)
def test_what_is_refused(tmp_path: Path, row: str, settings: str, said: str) -> None:
    with pytest.raises(BadData, match=said):
        read(tmp_path, row, settings=settings)


def test_a_sheet_of_kilometres_is_no_recap_of_another(tmp_path: Path) -> None:
    """Before the scale is applied, all the amounts are alike."""
    rows = [f"{day:02}/03/2020;Client;IK;{10 * day};" for day in range(2, 7)]
    read(tmp_path, *rows)
    more = HEADER + "".join(f"{d:02}/04/2020;Client;IK;{7 * d};\n" for d in (2, 3, 6))
    (tmp_path / "data" / "avril.csv").write_text(more, encoding="utf-8")
    assert len(load(tmp_path).activity.expenses) == 8


TRIPS = st.lists(
    st.tuples(st.dates(date(2015, 1, 1), date(2027, 12, 31)), st.decimals("0.1", "9000", places=1)),
    min_size=1,
    max_size=40,
)


@given(TRIPS, st.integers(1, 12), st.booleans())
def test_the_lines_of_a_year_add_up_to_its_allowance(
    trips: list[tuple[date, Decimal]], power: int, electric: bool
) -> None:
    lines: list[Line] = [
        replace(expense(day.isoformat(), "0", kilometres=distance), place=Place("a", "b", row=rank))
        for rank, (day, distance) in enumerate(trips, 2)
    ]
    found = priced([lines[::2], lines[1::2]], Vehicle(power=power, electric=electric))
    assert found.errors == found.doubts == ()
    for year in {day.year for day, _ in trips}:
        driven = sum((distance for day, distance in trips if day.year == year), ZERO)
        due = cents(allowance(driven, year, power, electric=electric))
        its = [line for sheet in found.sheets for line in sheet if line.date.year == year]
        assert total(its) == due
