"""Days whose rebilled costs stand on their rows: two sheets, or a refusal of a row or of a sum."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reporter.books import load
from reporter.sources.grids.cells import Marks
from reporter.sources.grids.grid import Grid
from reporter.sources.sheets.rebilled import parts_of
from reporter.sources.tables.vocabulary import Vocabulary
from tests.sources.test_common_layouts import books, refusals, sums

HEADER = "Date;Client;Jours;TJM;Honoraires HT;Frais HT;Total HT"
ROWS = (
    "31/01/2020;Ponant;10;600;6000;120;6120\n"
    "29/02/2020;Ponant;8;600;4800;;4800\n"
    "31/03/2020;Alizé;5;500;2500;80,50;2580,50\n"
)
SUM = "Total;;23;;13300;200,50;13500,50\n"
MORE = "30/04/2020;Alizé;1;650;650;50;700\nTotal;;1;;650;50;700\n"
TAXED = (
    f"{HEADER};TVA;TTC\n31/01/2020;Ponant;10;600;6000;120;6120;1224;7344\n"
    "31/03/2020;Alizé;5;500;2500;80,50;2580,50;516,10;3096,60\n"
)
BARE = (
    "Date;Client;Jours;TJM;Déplacements;Total HT\n"
    "31/01/2020;Ponant;10;600;120;6120\n29/02/2020;Ponant;8;600;;4800\n"
)
TITLED = (
    "Client : Ponant\nDate;Jours;TJM;Frais;Total HT\n31/01/2020;10;600;120;6120\n"
    "29/02/2020;8;600;;4800\n"
)


@pytest.mark.parametrize(
    ("costs", "expected"),
    [
        ("", [10, 8]),
        ("0", [10, 8]),
        ("néant", []),
    ],
)
def test_a_year_without_costs_is_one_of_days(
    costs: str, expected: list[int], tmp_path: Path
) -> None:
    """« Honoraires HT » and « Total HT » then say the same: one is enough."""
    rows = f"31/01/2020;Ponant;10;600;6000;{costs};6000\n29/02/2020;Ponant;8;600;4800;;4800\n"
    files = {"Facturation": f"{HEADER}\n{rows}Total;;18;;10800;;10800\n"}
    if not expected:
        assert refusals(tmp_path, files)
        return
    found = books(tmp_path, files)
    assert ([it.days for it in found.days], [*found.fees]) == (expected, [])


def test_a_total_of_days_alone_that_they_do_not_make_is_refused(tmp_path: Path) -> None:
    rows = "31/01/2020;Ponant;10;600;6000;;6000\n29/02/2020;Ponant;8;600;4800;;4900\n"
    (bad,) = refusals(tmp_path, {"Facturation": f"{HEADER}\n{rows}"})
    assert (bad.what, bad.place.cell) == ("jours, TJM et montant ne s’accordent pas", "G3")
    rows = f"{rows.replace('4900', '4800')}Total;;18;;10800;;10900\n"
    (bad,) = refusals(tmp_path, {"Facturation": f"{HEADER}\n{rows}"})
    assert bad.place.cell == "G4"


def test_days_beside_a_blank_column_are_no_sheet_of_costs() -> None:
    titles: list[object] = ["Date", "Client", "Jours", "TJM", "Visa", "Montant HT"]
    rows = [titles, *([f"{day}/01/2020", "Ponant", 1, 600, "", 600] for day in (7, 8))]
    assert parts_of(Grid("jours.csv", "", rows, Marks()), Vocabulary({})) == []


@pytest.mark.parametrize("name", ["Facturation", "Jours 2020", "2020"])
def test_costs_are_fees_beside_the_days_of_their_row(name: str, tmp_path: Path) -> None:
    found = books(tmp_path, {name: f"{HEADER}\n{ROWS}{SUM}"})
    assert [(it.days, it.amount, it.place.cell) for it in found.days] == [
        (10, 6000, "A2"),
        (8, 4800, "A3"),
        (5, 2500, "A4"),
    ]
    assert [(it.client, str(it.amount), it.service, it.place.cell) for it in found.fees] == [
        ("Ponant", "120.00", "Frais HT", "A2"),
        ("Alizé", "80.50", "Frais HT", "A4"),
    ]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (f"{HEADER}\n{ROWS}30/04/2020;Alizé;;;;60;60\n", (13560.5, 23, 0)),
        (f"{HEADER}\n{ROWS}Total Ponant;;18;;10800;120;10920\n", None),
        (f"{HEADER}\n{ROWS}{SUM}{MORE}", (14200.5, 24, 0)),
        (TAXED, (8700.5, 15, 0)),
        (BARE, (10920, 18, 0)),
        (
            TITLED,
            (10920, 18, 0),
        ),
    ],
    ids=[
        "costs alone",
        "a sum that is not of all",
        "a sum of each part",
        "VAT",
        "no fees of their own",
        "a title",
    ],
)
def test_other_dispositions(
    text: str, whole: tuple[float, int, int] | None, tmp_path: Path
) -> None:
    if whole is None:
        assert refusals(tmp_path, {"Facturation": text})
    else:
        assert sums(tmp_path, {"Facturation": text}) == whole


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        (f"{HEADER}\n{ROWS}".replace(";120;6120", ";130;6120"), ["G2"]),
        (f"{HEADER}\n{ROWS}".replace("6120", "6210"), ["G2"]),
        (f"{HEADER}\n{ROWS}".replace("120;6120", "120;"), ["G2"]),
        (f"{HEADER}\n{ROWS}".replace(";;4800", ";50;4800"), ["G3"]),
        (f"{HEADER}\n{ROWS}{SUM}".replace("13500,50", "13500"), ["G5"]),
        (f"{HEADER}\n{ROWS}{SUM}".replace("200,50", "210,50"), ["F5"]),
        (TAXED.replace("1224", "1200"), ["G2"]),
        (TAXED.replace("7344", "7433"), ["G2"]),
    ],
    ids=["costs", "total", "no total", "costs come", "sum", "sum of costs", "VAT", "with VAT"],
)
def test_what_does_not_agree_is_refused_at_its_cell(
    text: str, cells: list[str], tmp_path: Path
) -> None:
    assert [it.place.cell for it in refusals(tmp_path, {"Facturation": text})] == cells


@pytest.mark.parametrize(
    ("first", "rates"),
    [
        ("1224;7344", ("0.2", "0.2")),
        ("1212;7332", ("0.2", "0.1")),
        ("1206,60;7326,60", ("0.2", "0.055")),
        ("1200;7320", ("0.2", "0")),
        ("0;6120", ("0", "0")),
    ],
    ids=["usual", "a train", "a book", "none", "abroad"],
)
def test_costs_have_the_vat_that_their_row_leaves_them(
    first: str, rates: tuple[str, str], tmp_path: Path
) -> None:
    found = books(tmp_path, {"Facturation": TAXED.replace("1224;7344", first)})
    own = (found.days[0].vat_rate, found.fees[0].vat_rate)
    assert own == tuple(map(Decimal, rates))
    for odd in ("1212;7344", "600;6720", "1230;7350"):
        text = TAXED.replace("1224;7344", odd)
        assert [it.place.cell for it in refusals(tmp_path, {"Facturation": text})] == ["G2"]


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADER}\n{ROWS}".replace("120;6120", "12;6120").replace("80,50;2580,50", "9;2500"),
        f"{HEADER}\n{ROWS}".replace("6120", "6000").replace("2580,50", "2500"),
    ],
    ids=["most do not agree", "not in the total"],
)
def test_two_amounts_of_which_none_is_the_sum_are_asked_about(text: str, tmp_path: Path) -> None:
    (bad,) = refusals(tmp_path, {"Facturation": text})
    assert bad.what.startswith("deux colonnes pour")


@pytest.mark.parametrize("title", ["Jours de congé", "Heures sup", "Reste à payer"])
def test_numbers_that_are_in_no_total_are_no_costs(title: str, tmp_path: Path) -> None:
    """Half of them are zero, and agree with any total."""
    rows = "31/01/2020;Ponant;1;600;2;600\n29/02/2020;Ponant;2;600;0;1200\n"
    text = f"Date;Client;Jours;TJM;{title};Montant HT\n{rows}"
    assert sums(tmp_path, {"Jours": text}) == (1800, 3, 0)


@pytest.mark.parametrize("first", [False, True])
def test_costs_are_of_all_sizes(tmp_path: Path, *, first: bool) -> None:
    """Wherever their column stands."""
    costs = (31, 27, 19, 22, 380)
    rows = [f"1{n}/0{n}/2020;Ponant;1;600;600;{it};{600 + it}" for n, it in enumerate(costs, 1)]
    cells = [row.split(";") for row in (HEADER, *rows)]
    text = "\n".join(";".join([*row[5 * first :], *row[: 5 * first]]) for row in cells)
    books(tmp_path, {"Facturation": text})
    assert not [
        it for it in load(tmp_path).doubtful(date(2021, 1, 1)) if it.code == "montant-eloigne"
    ]


@pytest.mark.parametrize(("title", "rate"), [("Taux TVA", Decimal("0.2")), ("Semaine", None)])
def test_a_rate_is_that_of_its_column_and_none_is_invented(
    title: str, rate: Decimal | None, tmp_path: Path
) -> None:
    rows = "".join(f"{row};{'20 %' if rate else n}\n" for n, row in enumerate(ROWS.splitlines(), 1))
    found = books(tmp_path, {"Facturation": f"{HEADER};{title}\n{rows}"})
    assert {it.vat_rate for it in (*found.days, *found.fees)} == {rate}
    head, *lines = TAXED.splitlines()
    text = "\n".join((f"{head};{title}", *(f"{line};{'20 %' if rate else ''}" for line in lines)))
    found = books(tmp_path / "both", {"Facturation": f"{text}\n"})
    assert {it.vat_rate for it in (*found.days, *found.fees)} == {Decimal("0.2")}
