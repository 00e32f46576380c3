from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest

from reporter.formats.pack import csv as form
from reporter.formats.table.csv import harmless
from reporter.tables.ledger import purchases
from tests.accounting.packs import pack_of
from tests.builders import day, expense

LINES = (
    day("2020-03-31", "1.5", "700.50", '=cmd|"/c calc"!A1', invoice="-F;1", vat=Decimal("210.15")),
    expense(
        "2020-02-10", "-900.5", "Ordinateur", label="Portable\n15 pouces", vat=Decimal("-180.1"),
        lifetime=Decimal(3), paid=date(2020, 3, 2),
    ),
)  # fmt: skip


def rows(name: str) -> list[dict[str, str]]:
    data = form.render(pack_of(2020, *LINES))[f"comptable-2020-{name}.csv"]
    text = data.removeprefix(b"\xef\xbb\xbf").decode()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


def test_the_form_that_a_french_excel_opens_right() -> None:
    (row,) = rows("ventes")
    assert list(row.values()) == [
        "31/03/2020", "'-F;1", "'=cmd|\"/c calc\"!A1", "Jours", "", "1,5", "700,50", "1050,75",
        "20\u00a0%", "210,15", "1260,90", "706000", "31/03/2020", "", "à régler",
        "data/essai.xlsx, feuille «\u00a0Jours\u00a0», cellule A2",
    ]  # fmt: skip


def test_negative_amounts_stay_numbers_and_texts_stay_whole() -> None:
    (row,) = rows("achats")
    assert (row["Montant HT"], row["TVA"], row["Désignation"]) == (
        "-900,50",
        "-180,10",
        "Portable\n15 pouces",
    )
    assert row["Règlement"] == "02/03/2020"


def test_lines_stand_in_the_order_of_their_dates() -> None:
    lines = [
        expense(f"2020-0{n}-01", "1", account="627", receipt=f"R-{n}", vat=Decimal(0))
        for n in (3, 1, 2)
    ]
    table = purchases(pack_of(2020, *lines))
    assert [row[1].value for row in table.rows] == ["R-1", "R-2", "R-3"]


def test_assets_and_their_plans() -> None:
    (asset,) = rows("immobilisations")
    assert (asset["Durée en années"], asset["Valeur nette"]) == ("3", "-632,85")
    assert [row["Exercice"] for row in rows("amortissements")] == ["2020", "2021", "2022", "2023"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\r=1"])
def test_a_text_that_a_spreadsheet_would_run(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "1-2", "Café"])
def test_any_other_text_is_left_alone(text: str) -> None:
    assert harmless(text) == text
