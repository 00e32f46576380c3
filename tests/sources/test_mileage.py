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
from reporter.sources.lines.worth.mileage import priced
from tests.books.small import Small, asked, judge
from tests.builders import expense
from tests.sources.test_common_layouts import sums

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


@pytest.mark.parametrize(
    "title",
    ["Km", "Distance (km)", "Nb km", "KM parcourus", "Kilometrage", "Kms", "Total km", "Km A/R"],
)
def test_the_words_of_the_column(tmp_path: Path, title: str) -> None:
    header = f"Date;Libellé;{title}\n"
    assert read(tmp_path, "02/03/2020;Client;100", header=header) == ["54.80"]


@pytest.mark.parametrize("title", ["€/km", "€ / km", "Euros par km", "€ du km"])
@pytest.mark.parametrize("name", ["Km 2020", "Kilomètres", "Déplacements"])
def test_the_price_of_a_kilometre_is_no_distance(tmp_path: Path, name: str, title: str) -> None:
    text = f"Date;Motif;Km;{title};Indemnité\n02/03/2020;Client;100;0,548;54,80\n"
    assert sums(tmp_path, {name: text}, CAR).spent == Decimal("54.80")


@pytest.mark.parametrize("title", ["Km pro", "Km aller", "Somme des km"])
def test_a_distance_is_never_proposed_as_an_amount(tmp_path: Path, title: str) -> None:
    with pytest.raises(BadData) as caught:
        read(tmp_path, "10/02/2020;Client;IK;45", header=f"Date;Libellé;Catégorie;{title}\n")
    assert "[colonnes]" not in str(caught.value)


def test_an_amount_that_is_written_wins_and_is_asked_about(tmp_path: Path) -> None:
    assert read(tmp_path, "02/03/2020;Client;IK;100;60", "03/03/2020;Client;IK;100;") == [
        "60.00",
        "54.80",
    ]
    doubts = [doubt for doubt in load(tmp_path).seen if doubt.code == "bareme-kilometrique"]
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


def refused(folder: Path, *rows: str, settings: str = CAR, header: str = HEADER) -> list[str]:
    """Return what is wrong with expenses: the cell, and what."""
    with pytest.raises(BadData) as caught:
        read(folder, *rows, settings=settings, header=header)
    return [f"{error.place.cell} {error.what}" for error in caught.value.errors]


OTHER = "des kilomètres qui ne sont pas ceux du véhicule"
NAMED = "Date;Libellé;Véhicule;Km;Montant HT\n"
MOTO, MOPED = (
    '[vehicule]\ntype = "moto"\npuissance_fiscale = 4\n',
    '[vehicule]\ntype = "cyclomoteur"\n',
)


@pytest.mark.parametrize(
    "label",
    [
        "Moto Paris–Lyon",
        "Vélo, client",
        "Scooter 125 cc",
        "Cyclomoteur",
        "Mobylette",
        "Trottinette",
        "Train Paris–Lyon",
        "Billet SNCF",
        "TGV",
        "Avion Nantes",
        "Vol Nantes",
        "Taxi",
        "RER B",
        "Covoiturage",
        "Location de voiture",
        "À pied",
    ],
)
def test_what_is_not_the_car_takes_none_of_its_scale(label: str, tmp_path: Path) -> None:
    assert refused(tmp_path, f"02/03/2020;{label};IK;100;") == [f"B2 {OTHER}"]
    assert refused(tmp_path, f"02/03/2020;Client;{label};100;") == [f"C2 {OTHER}"]


@pytest.mark.parametrize(
    "label", ["Voiture, Lyon", "Client Autogare", "125 km vers Lyon", "Vélizy"]
)
def test_what_is_the_car_takes_its_scale(label: str, tmp_path: Path) -> None:
    assert read(tmp_path, f"02/03/2020;{label};IK;100;") == ["54.80"]


def test_a_column_of_vehicles_decides_alone(tmp_path: Path) -> None:
    row = "02/03/2020;Gare SNCF, TGV;{};100;"
    assert read(tmp_path, row.format("Voiture"), header=NAMED) == ["54.80"]
    assert read(tmp_path, row.format("AB-123-CD"), header=NAMED) == ["54.80"]
    for other in ("Moto", "Vélo", "Cyclo", "Scooter", "train"):
        assert refused(tmp_path, row.format(other), header=NAMED) == [f"C2 {OTHER}"]


def test_two_unknown_vehicles_are_not_one(tmp_path: Path) -> None:
    rows = ("02/03/2020;Client;AB-123-CD;100;", "03/03/2020;Client;EF-456-GH;100;")
    assert refused(tmp_path, *rows, header=NAMED) == [f"C2 {OTHER}", f"C3 {OTHER}"]


def test_the_distance_of_another_vehicle_is_none_of_the_year(tmp_path: Path) -> None:
    """A train that is paid has an amount, and its kilometres change no tranche of the car."""
    rows = ("02/03/2020;Train;Train;4900;90", "03/03/2020;Client;Voiture;1000;")
    assert read(tmp_path, *rows, header=NAMED) == ["90.00", "548.00"]
    assert not [doubt for doubt in load(tmp_path).seen if doubt.code == "bareme-kilometrique"]


@pytest.mark.parametrize(
    ("settings", "vehicle", "day", "amount"),
    [
        (MOTO, "Moto", "02/03/2020", "40.40"),
        (MOTO, "Scooter", "02/03/2022", "46.80"),
        (MOTO, "", "02/03/2020", "40.40"),
        (MOPED, "Cyclo", "02/03/2018", "26.90"),
        (MOPED, "scooter", "02/03/2023", "31.50"),
    ],
)
def test_a_two_wheeler_takes_its_own_scale(
    settings: str, vehicle: str, day: str, amount: str, tmp_path: Path
) -> None:
    row = f"{day};Client;{vehicle};100;"
    assert read(tmp_path, row, settings=settings, header=NAMED) == [amount]


@pytest.mark.parametrize(
    ("settings", "vehicle"), [(MOTO, "Voiture"), (MOTO, "Cyclo"), (MOPED, "Moto")]
)
def test_each_vehicle_has_its_scale_alone(settings: str, vehicle: str, tmp_path: Path) -> None:
    row = f"02/03/2020;Client;{vehicle};100;"
    assert refused(tmp_path, row, settings=settings, header=NAMED) == [f"C2 {OTHER}"]


def test_the_scale_of_mopeds_that_is_not_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadData, match="valeurs inconnues de 2019 à 2021"):
        read(tmp_path, "02/03/2020;Client;IK;100;", settings=MOPED)


COUNTER = "un compteur, et non des distances"


@pytest.mark.parametrize(
    ("title", "values", "found"),
    [
        ("Kilométrage", ("12500", "12620", "12800"), True),
        ("Km", ("12800", "12620"), True),
        ("Km", ("12500", "12620", "12620"), False),
        ("Distance", ("3500", "3600"), False),
        ("Km", ("120", "340", "560"), False),
        ("Km", ("12500",), False),
    ],
)
def test_the_readings_of_a_counter_are_no_distances(
    title: str, values: tuple[str, ...], found: bool, tmp_path: Path
) -> None:
    header = f"Date;Libellé;{title}\n"
    rows = [f"{day:02}/03/2020;Client;{value}" for day, value in enumerate(values, 2)]
    if found:
        assert refused(tmp_path, *rows, header=header) == [f"C2 {COUNTER}"]
    else:
        assert len(read(tmp_path, *rows, header=header)) == len(values)


def test_a_column_called_a_counter_is_one(tmp_path: Path) -> None:
    settings = f'{CAR}[colonnes]\n"Compteur" = "Kilomètres"\n'
    header = "Date;Libellé;Compteur\n"
    row = "02/03/2020;Client;120"
    assert refused(tmp_path, row, settings=settings, header=header) == [f"C2 {COUNTER}"]


def test_what_was_read_has_the_amount_of_the_scale(tmp_path: Path) -> None:
    read(tmp_path, "02/03/2020;Client;IK;100;", "03/03/2020;Hôtel;Hôtel;;90")
    (sheet,) = load(tmp_path).sheets
    assert sheet.amount == Decimal("144.80")


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


@pytest.mark.parametrize("title", ["Trajet", "Motif"])
def test_an_expense_without_kilometres_in_a_log_of_them_is_asked_about(title: str) -> None:
    """What is paid back by the kilometre has no VAT; a hotel has."""
    rows = "05/03/2021 | Lyon | 100 | 50\n09/03/2021 | Hôtel à Lyon | | 120"
    text = f"# Frais km\nDate | {title} | Km | Montant\n{rows}"
    judge(Small(text=text, accepted=asked("A3", "D3")))


@pytest.mark.parametrize("title", ["Libellé", "Fournisseur"])
def test_an_amount_beside_some_kilometres_may_have_vat(title: str) -> None:
    rows = "05/03/2021 | Lyon | 100 | 50\n09/03/2021 | Hôtel à Lyon | | 120"
    text = f"# Frais\nDate | {title} | Km | Montant\n{rows}"
    judge(Small(text=text, accepted=asked("D1", "A1", "C3", "D3", "A2", "C2")))


def test_lines_that_are_worth_nothing_until_they_are_priced_make_no_sum(tmp_path: Path) -> None:
    """The pay of November is not a sum of that of October, of the same name, and of kilometres."""
    rows = [
        f"{day:02}/{month}/2020;Anne;{category};{distance};{amount}"
        for month in (10, 11)
        for day, category, distance, amount in (
            (20, "Indemnités", 310, ""),
            (28, "Rémunération", "", 3200),
        )
    ]
    assert read(tmp_path, *rows) == ["169.88", "3200.00", "169.88", "3200.00"]
    assert "somme" not in {doubt.code for doubt in load(tmp_path).doubtful(date(2021, 1, 5))}
