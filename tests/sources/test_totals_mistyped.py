"""A dated row of totals of which an amount is wrong is asked about, never counted in silence."""

from __future__ import annotations

import pytest

from tests.books.outcomes import outcome_of
from tests.books.small import Small, asked, judge, ordinary, refused, sheets, small

DAYS = """# Jours
Date | Client | Jours | TJM | Montant HT
31/03/2020 | A | 10 | 700 | 7000
30/04/2020 | B | 8 | 700 | 5600
{}"""
FEES = """# Factures
Date | Client | Prestation | Montant HT
31/03/2020 | A | x | 7000
30/04/2020 | B | y | 5600
{}"""
EXPENSES = """# Dépenses
Date | Fournisseur | Libellé | Montant HT
31/03/2020 | A | x | 7000
30/04/2020 | B | y | 5600
{}"""
OF_DAYS = (
    *(f"30/04/2020 | Total | {days} | | {amount}" for days, amount in ((18, 12000), (17, 12000))),
    *(f" | Total | {days} | | {amount}" for days, amount in ((18, 12000), (17, 12600))),
    "30/04/2020 | Total avril | 17 | | 12000",
    "30/04/2020 | Total Ponant | 18 | | 11000",
    "30/04/2020 | | 18 | | 12000",
    "30/04/2020 | | 17 | | 12000",
)
OF_AMOUNTS = (
    "30/04/2020 | Total | | 12000",
    "30/04/2020 | | Total | 12000",
    "30/04/2020 | Total général | | 12000",
    "30/04/2020 | | | 12000",
    " | Total | | 12000",
    "30/04/2020 | A | Total | 12000",
)


@pytest.mark.parametrize(
    "book",
    [
        *(small(f"days {row}", DAYS.format(row), *asked("A4")) for row in OF_DAYS),
        *(small(f"fees {row}", FEES.format(row), *asked("A4")) for row in OF_AMOUNTS),
        *(small(f"spent {row}", EXPENSES.format(row), *asked("A4")) for row in OF_AMOUNTS[:-1]),
    ],
)
def test_a_total_that_is_wrong_is_asked_about(book: Small) -> None:
    judge(book)


AT_ITS_FOOT = """# Factures
Date | N° Facture | Client | Montant HT | TVA | Montant TTC
31/03/2020 | F1 | A | 7000 | 1400 | 8400
30/04/2020 | F2 | B | 5600 | 1120 | 6720
{}"""
SUMS = ("Total HT | 12600", "Total TTC | 15120", "Total TVA | 2520", "Total | | 12600", "Total | 2")


@pytest.mark.parametrize(
    "book",
    [
        *(ordinary(row, AT_ITS_FOOT.format(row), revenue=12600) for row in SUMS),
        *(
            small(row, AT_ITS_FOOT.format(row), refused(cell))
            for cell, row in (
                ("B4", "Total HT | 12500"),
                ("B4", "Total TTC | 12500"),
                ("B4", "Somme | 12700 €"),
                ("C4", "Total | | 12500"),
            )
        ),
    ],
)
def test_a_total_is_compared_wherever_its_number_stands(book: Small) -> None:
    judge(book)


ABOVE = (
    "# Dépenses\n{}\nDate | Fournisseur | Montant HT\n31/03/2020 | A | 50\n30/04/2020 | B | 60\n"
)

LATER = "Total | 150\nDate | Fournisseur | Montant HT\n31/05/2020 | A | 70\n30/06/2020 | B | 80"


@pytest.mark.parametrize(
    "book",
    [
        *(
            small(row, ABOVE.format(row), refused("B1"))
            for row in ("Total | 120", "Total HT | 120,50 €", "Somme | 90")
        ),
        *(
            ordinary(row, ABOVE.format(row), charges=110)
            for row in ("Total | 110", "Total TTC | 132", "Total | 2", "Total | 2020")
        ),
        small("beside", ABOVE.format("") + " | | | | Total | 120", refused("F4", "F5", "F6")),
        ordinary("beside, right", ABOVE.format("") + " | | | | Total | 110", charges=110),
        ordinary("above each of two", ABOVE.format("Total | 110") + LATER, charges=260),
    ],
)
def test_a_total_above_its_lines_or_beside_them_is_compared_too(book: Small) -> None:
    judge(book)


def test_a_total_is_shown_where_its_number_stands() -> None:
    for row, cell in (("Total HT | 12500", "B4"), ("Total | | 12500", "C4")):
        (wrong,) = outcome_of(sheets(AT_ITS_FOOT.format(row))).errors
        assert wrong[1].cell == cell


HOURS = "# Jours\nDate | Client | Heures | TJM\n31/03/2020 | A | 70 | 700\nTotal | | 70 |"
MONTHS = """# Factures
N° Facture | Date | Client | Montant HT
F1 | 31/01/2020 | A | 7000
{}
F2 | 29/02/2020 | B | 5600"""


@pytest.mark.parametrize(
    "book",
    [
        ordinary("hours", HOURS, "[lecture]\nheures_par_jour = 7", revenue=7000, days=10),
        ordinary("two numbers", EXPENSES.format("Total | 12500 | 2 |"), charges=12600),
        *(
            ordinary(month, MONTHS.format(month), revenue=12600)
            for month in ("Février 2020", "Mars")
        ),
        *(
            ordinary(title, EXPENSES.replace("\n", f"\n{title}\n", 1).format(""), charges=12600)
            for title in ("Note de frais n° 1", "Lot N°1", "Mission nº 1")
        ),
    ],
)
def test_what_is_beside_lines_and_no_sum_of_theirs_is_no_mistake(book: Small) -> None:
    judge(book)


def test_a_title_of_the_year_before_is_refused() -> None:
    text = FEES.replace("Factures", "Factures\nVentes N-1").format("")
    judge(Small(text=text, accepted=(refused("A1"),)))


@pytest.mark.parametrize(
    "book",
    [
        ordinary(
            "a petrol station", EXPENSES.format("30/04/2020 | Total | Essence | 60"), charges=12660
        ),
        ordinary("a client", FEES.format("30/04/2020 | Total Énergies | z | 400"), revenue=13000),
        ordinary("a balance", FEES.format("30/04/2020 | A | Solde | 1200"), revenue=13800),
        ordinary("a client left out", FEES.format("30/04/2020 | | z | 12000"), revenue=24600),
        ordinary("a balance paid", EXPENSES.format("30/04/2020 | A | Solde | 1200"), charges=13800),
    ],
)
def test_a_line_that_is_no_total_is_read(book: Small) -> None:
    judge(book)
