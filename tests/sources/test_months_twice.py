"""A month of a client in a table by month and line by line elsewhere is doubted at its cell."""

from __future__ import annotations

import pytest

from tests.books.small import Small, doubted, judge, ordinary, small

AMOUNTS = "# CA HT 2020\nClient | Janvier | Février | Mars\nPonant | 7000 | 3500 | 1400\n"
FEES = "# Forfaits 2020\nClient | Janvier | Février | Mars\nPonant | 7000 | 3500 | 1400\n"
DAYS = "# Jours 2020\nClient | TJM | Janvier | Février | Mars\nPonant | 700 | 10 | 5 | 2\n"
OTHER = "# Jours vendus 2020\nClient | TJM | Janvier | Février\nPonant | 700 | 9 | 4\n"
OF_A_MISSION = (
    "# Jours 2020\nClient | Mission | TJM | Janvier | Février\nPonant | Flux | 700 | 10 | 5\n"
)
LINE = "# Régie\nDate | Client | Jours | TJM\n15/02/2020 | {} | 3 | 650"
LATER = LINE.replace("/02/", "/05/")
INVOICE = "# Factures\nDate | Client | Prestation | Montant HT\n15/02/2020 | {} | {} | 1500"
GRID = (
    "# CRA février 2020\nClient | TJM | "
    + " | ".join(map(str, range(1, 30)))
    + "\nPonant | 700 | | | 1 | 1"
    + " | " * 25
)


@pytest.mark.parametrize(
    "book",
    [
        small("days and a line", DAYS + LINE.format("Ponant"), doubted("Jours 2020!D2")),
        small("spelt otherwise", DAYS + LINE.format("PONANT "), doubted("Jours 2020!D2")),
        small("days and a grid", DAYS + GRID, doubted("Jours 2020!D2")),
        small("revenue and a line", AMOUNTS + LINE.format("Ponant"), doubted("CA HT 2020!C2")),
        small("and an invoice", AMOUNTS + INVOICE.format("Ponant", "x"), doubted("CA HT 2020!C2")),
        small("fees", FEES + INVOICE.format("Ponant", "x"), doubted("Forfaits 2020!C2")),
        small("two tables", DAYS + OTHER, doubted("Jours 2020!")),
        small("of one mission", OF_A_MISSION + LINE.format("Ponant"), doubted("Jours 2020!E2")),
    ],
)  # fmt: skip
def test_a_month_told_twice_is_doubted(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    "book",
    [
        ordinary("another client", DAYS + LINE.format("Port Franc"), revenue=13850),
        ordinary(
            "another month", DAYS + LINE.format("Ponant").replace("/02/", "/05/"), revenue=13850
        ),
        ordinary("fees beside days", DAYS + INVOICE.format("Ponant", "x"), revenue=13400),
        ordinary("days beside fees", FEES + LINE.format("Ponant"), revenue=13850),
        ordinary(
            "another mission",
            OF_A_MISSION + LINE.format("Ponant | Audit").replace("Client", "Client | Mission"),
            revenue=12450,
        ),
    ],
)
def test_what_may_be_sold_in_one_month_is_read(book: Small) -> None:
    judge(book)
