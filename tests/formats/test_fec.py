"""The import file of the example and of hostile names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import reporter
from reporter.accounting.pack import Asked, pack
from reporter.books import load
from reporter.fec.checking import check_fec
from reporter.formats.pack import fec
from reporter.slips import Slip
from tests.accounting.packs import pack_of
from tests.builders import expense, fee

ROOT = Path(reporter.__file__).parent.parent


@pytest.mark.parametrize("year", [2017, 2018, 2019, 2020])
def test_the_example_books_make_a_file_without_mistake(year: int) -> None:
    books = load(ROOT)
    made = pack(books.activity, books.measure(year))
    (name, data), (described, text) = fec.render(made).items()
    assert name == f"812345676FEC{year}1231.txt"
    assert described == f"812345676FEC{year}1231-description.txt"
    assert check_fec(data, name).remarks == ()
    assert "Ce n’est pas le FEC légal" in text.decode()
    figures, totals = made.bilan.figures, made.totals
    assert totals.revenue == figures.revenue
    lost = sum(line.lost for line in made.purchases)
    assert lost > 0, "the VAT on transport is not deducted"
    assert (totals.charges - lost, totals.depreciation) == (figures.charges, figures.depreciation)
    assert totals.debit == totals.credit


def test_the_description_says_what_the_file_has_not() -> None:
    paid = Slip(gross=Decimal(4000), employee=Decimal(880), employer=Decimal(1680))
    told = replace(expense("2020-01-31", "5680", "Salaires"), slip=paid, vat=Decimal(0))
    sold = replace(
        expense("2020-03-01", "1500", "Matériel", vat=Decimal(300)),
        lifetime=Decimal(3),
        disposed=date(2020, 6, 30),
    )
    made = pack_of(2020, fee("2020-03-31", "1", "N", invoice="F-1", vat=Decimal(0)), told, sold)
    opened = replace(made, asked=Asked(opening=True, adjustments=True))
    bare = replace(made, purchases=(), disposals=())
    words = "écritures d’inventaire hors amortissements"
    for one, said in (
        (bare, f"Sans à-nouveaux, ni paie détaillée, ni {words}."),
        (made, f"Sans à-nouveaux, ni {words} et cessions."),
        (opened, f"Sans {words}, cessions et régularisations."),
    ):
        assert said in list(fec.render(one).values())[1].decode().split("\r\n")


def test_a_line_of_the_file_can_be_read_aloud() -> None:
    line = fee("2020-03-31", "1234.5", "Café", invoice="F-1", vat=Decimal("246.90"))
    (data, _) = fec.render(pack_of(2020, line)).values()
    assert data.decode().split("\r\n")[1].split("\t") == [
        "VE", "Ventes", "1", "20200331", "411000", "Clients", "CCAFE", "Café", "F-1", "20200331",
        "Facture F-1 – Café", "1481,40", "0,00", "", "", "20200331", "", "",
    ]  # fmt: skip


def test_a_payment_refers_to_its_invoice_and_bears_its_own_date() -> None:
    line = fee("2020-03-31", "1", "N", invoice="F-1", vat=Decimal(0), paid=date(2020, 5, 4))
    (data, _) = fec.render(pack_of(2020, line)).values()
    rows = [text.split("\t") for text in data.decode().split("\r\n")[3:5]]
    assert [(row[0], row[3], row[8], row[9]) for row in rows] == [
        ("BQ", "20200504", "F-1", "20200331")
    ] * 2
    assert (rows[1][13], rows[1][14]) == ("AAA", "20200504")


@pytest.mark.parametrize("name", ["a\tb", "a|b", "a\r\nb", '"a"', "a\u2028b", "a\x00\x1bb", " \t "])
def test_no_name_breaks_the_file(name: str) -> None:
    line = fee("2020-03-31", "100", name, invoice=f"F{name}1", vat=Decimal(20))
    (file, data), _ = fec.render(pack_of(2020, line)).items()
    assert check_fec(data, file).remarks == ()
