"""A closing entry is left out whole, or the file is refused: nothing of the year goes with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reporter.fec.checking import check_fec
from reporter.fec.closing import untold
from reporter.fec.entries import entries
from tests.fec.files import NAME, Rows, encoded, good

CLOSING = {"706000": ("1000,00", "0,00"), "120000": ("0,00", "1000,00")}
Sides = tuple[str, tuple[str, str]]


SALE = (("411000", ("1000,00", "0,00")), ("706000", ("0,00", "1000,00")))


def said(*more: Sides, year: tuple[Sides, ...] = SALE) -> list[str]:
    """Return what is said of a year of 1 000 € of sales, closed by an entry of these lines."""
    rows: Rows = [good()[0]]
    for number, lines in (("1", year), ("2", more)):
        for account, (debit, credit) in lines:
            cells = ["OD", "Divers", number, "20201231", account, "Compte", "", "", "P", "20201231"]
            rows.append([*cells, "Écriture", debit, credit, "", "", "20201231", "", ""])
    checked = check_fec(encoded(rows), NAME)
    assert checked.of("erreur") == ()
    return [x.what for x in untold(checked.rows, entries(checked.rows)[1])]


def test_a_closing_entry_takes_what_stands_on_each_account() -> None:
    assert said(*CLOSING.items()) == []


@pytest.mark.parametrize(
    "more",
    [
        [("681100", ("300,00", "0,00")), ("681100", ("0,00", "300,00"))],
        [("681100", ("300,00", "0,00")), ("281000", ("0,00", "300,00"))],
    ],
    ids=["an annuity and its closing in one entry", "an annuity"],
)
def test_what_goes_with_it_is_refused(more: list[Sides]) -> None:
    """Software that numbers lines, not entries, puts all of the last day together."""
    what = "l’écriture de clôture ne solde pas exactement le compte 681100"
    assert said(*CLOSING.items(), *more) == [what]


def test_a_year_closed_otherwise_is_refused() -> None:
    lines = [("706000", ("1000,00", "0,00")), ("891000", ("0,00", "1000,00"))]
    assert said(*lines) == ["charges et produits déjà soldés"]


def test_an_account_put_right_closes_no_year() -> None:
    assert said(("613200", ("310,00", "0,00")), ("613200", ("0,00", "310,00"))) == []


def test_a_year_of_neither_charges_nor_products_is_not_closed() -> None:
    assert said(year=(("512000", ("9,00", "0,00")), ("101000", ("0,00", "9,00")))) == []


def test_a_line_without_account_is_refused_and_a_file_without_any_says_who_may_write_one() -> None:
    rows = check_fec(encoded(good()), NAME).rows
    bare = [replace(row, fields={**row.fields, "CompteNum": ""}) for row in rows]
    told = [
        [(remark.what, remark.line) for remark in untold(some, entries(some)[1])]
        for some in ([rows[0], bare[1], *rows[2:]], bare)
    ]
    assert told == [
        [("numéro de compte absent", 3)],
        [("numéro de compte absent, comme il est permis aux BNC et aux BA", 2)],
    ]
