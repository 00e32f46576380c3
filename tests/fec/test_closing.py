"""A closing entry is left out whole, or the file is refused: nothing of the year goes with it."""

from __future__ import annotations

import pytest

from reporter.fec.checking import check_fec
from reporter.fec.closing import untold
from reporter.fec.entries import entries
from tests.fec.files import NAME, Rows, encoded, good

CLOSING = {"706000": ("1000,00", "0,00"), "120000": ("0,00", "1000,00")}
Sides = tuple[str, tuple[str, str]]


def said(*more: Sides) -> list[str]:
    """Return what is said of a year of 1 000 € of sales, closed by an entry of these lines."""
    rows: Rows = [good()[0]]
    year: list[Sides] = [("411000", ("1000,00", "0,00")), ("706000", ("0,00", "1000,00"))]
    for number, lines in (("1", year), ("2", list(more))):
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
