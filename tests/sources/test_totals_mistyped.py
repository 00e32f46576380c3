"""A dated row of totals of which an amount is wrong is asked about, never counted in silence."""

from __future__ import annotations

import pytest

from tests.books.small import Small, asked, judge, ordinary, small

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
