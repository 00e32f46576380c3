"""Grids and wide tables: every filled cell is read right, or asked about."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.books.kinds import DAYS, EXPENSES, FEES
from tests.books.small import Small, asked, judge, right, small

WORKED = [day for day in range(1, 32) if date(2020, 3, day).weekday() < 5]
"""The working days of March 2020: 2, 3, 4…"""


def grid(
    cells: dict[int, str], *, sheet: str = "CRA", title: str = "Mars 2020", more: str = ""
) -> str:
    """Return a monthly grid of one mission at 700 euros, from row 3 on; day 2 is in column D."""
    days = " | ".join(str(day) for day in range(1, 32))
    row = " | ".join(cells.get(day, "") for day in range(1, 32))
    return f"# {sheet}\n{title}\nClient | TJM | {days}\nPonant | 700 | {row}{more}"


ONES = {2: "1", 3: "1", 4: "1", 5: "1"}


def with_cell(text: str) -> str:
    """Return a grid of four days and one more cell, on the sixth, in H3."""
    return grid({**ONES, 6: text})


CELLS: list[Any] = [
    *(
        small(f"half a day {text}", with_cell(text), right(days=4.5), *asked("H3"))
        for text in ("AM", "am", "PM", "Matin", "M", "matin", "A-M", "½", "1/2", "0,5j", "D", "x/2", "demi", "50 %")
    ),
    *(
        small(f"a day {text}", with_cell(text), right(days=5), *asked("H3"))
        for text in ("P", "J", "1j", "1 j", "T", "TT", "S", "Site", "✓", "o", "oui", "V", "*", "●", "1*", "1 (TT)", "Y", "X")
    ),
    *(
        small(f"doubtful {text}", with_cell(text), *asked("H3", "C2", "D2"))
        for text in ("F", "C", "W", "?", "M", "AM", "R", "D", "F1", "1?", "(1)", "-1", "2", "1.5", "1,5")
        if text not in ("F", "C")
    ),
    *(
        small(f"absent {text}", with_cell(text), right(days=4))
        for text in ("CP", "RTT", "Congé", "férié", "CSS", "Congés")
    ),
    small("absent maladie", with_cell("maladie"), right(days=4), *asked("H3")),
    *(
        small(f"a letter on many days {text}", grid(dict.fromkeys(WORKED[:12], text)), right(days=12), right(days=6), *asked("D3", "C3", "E3", "C2"))
        for text in ("AM", "M", "P", "F", "C", "J", "T")
    ),
    *(
        small(
            f"letters and figures {text}",
            grid({2: "1", 3: text, 4: "1", 5: text, 6: "1"}),
            right(days=5),
            right(days=4),
            *asked("E3", "G3"),
        )
        for text in ("AM", "M", "F", "C")
    ),
    small("F on a public holiday", grid({**ONES, 6: ""}, title="Mars 2020").replace("Mars", "Mai").replace("| 1 | 1 | 1 | 1 |", "| F | 1 | 1 | 1 |"), right(days=3), *asked("*")),
    small("two of a row and a legend", grid({**ONES, 6: "F"}, more="\nF = facturé"), right(days=5), *asked("H3", "A4")),
    small("a row without a name", grid(ONES, more="\n | | | 1 | 1 |"), *asked("A4", "D4")),
    small("a number on a row of leave", grid(ONES, more="\nCongés | | | | | | | 1"), right(days=4)),
    small("days beyond the month", grid({**ONES, 31: "1"}, title="Avril 2020"), *asked("AG3", "*")),
    small("a rate that changes in the month", grid(ONES, more="\nPonant | 750 | | | | | | 1"), right(revenue=3550)),
    small("a total that disagrees", grid(ONES).replace(" | 31\n", " | 31 | Total\n") + " | 5", *asked("AH3")),
    small("an amount that disagrees", grid(ONES).replace(" | 31\n", " | 31 | Montant\n") + " | 3500", *asked("AH3", "AH2")),
    small("a bonus at the end", grid(ONES).replace(" | 31\n", " | 31 | Prime\n") + " | 500", *asked("AH3", "AH2")),
    small("a second grid without a month", grid(ONES) + "\n\n" + grid(ONES).split("\n", 2)[2], *asked("*")),
    small("the same month twice", grid(ONES) + "\n" + grid(ONES, sheet="CRA (2)"), *asked("*")),
    small("nothing but blanks and zeros", grid({2: "0", 3: "0"}), *asked("*"), right(days=0)),
    small("two clients on the same days", grid(ONES, more="\nAlizé | 650 | | 1 | 1 | 1 | 1"), *asked("*")),
]  # fmt: skip


@pytest.mark.parametrize("book", CELLS)
def test_every_cell_of_a_grid_is_understood_or_asked_about(book: Small, tmp_path: Path) -> None:
    judge(book, tmp_path)


MONTHS = "Janvier | Février | Mars"
WIDE: list[Any] = [
    *(
        small(
            f"below {kind.sheet}: {header}",
            kind.and_then("", f"{header} | {MONTHS}", "Ponant | 2000 | 2100 | 2300", "Alizé | 900 | 0 | 950"),
            *asked("A6", "A7", "A8", "B6"),
        )
        for kind in (DAYS, FEES, EXPENSES)
        for header in ("Client", "Fournisseur", "Nom", "")
    ),
    *(
        small(
            f"beside {kind.sheet}, {months}",
            f"# {kind.sheet}\n{kind.header} | | {names}\n"
            f"{kind.lines[0]} | | Alizé | 2000 | 2100 | 2300\n{kind.lines[1]} | | Ponant | 900 | 0 | 950\n"
            f"{kind.lines[2]}",
            *asked(*(f"{column}{row}" for column in "GHIJKL" for row in (1, 2))),
        )
        for kind in (DAYS, FEES)
        for months, names in (
            ("months", f"Client | {MONTHS}"), ("short", "Client | janv. | févr. | mars"),
            ("numbers", "Client | 1 | 2 | 3"), ("quarters", "Client | T1 | T2 | T3"),
            ("dates", "Client | 01/01/2020 | 01/02/2020 | 01/03/2020"),
        )
    ),
    *(
        small(
            f"its own sheet {sheet}, {header}",
            f"{FEES.and_then()}\n# {sheet}\n{header} | {MONTHS} | Total\nAlizé | 2000 | 2100 | 2300 | 6400",
            right(revenue=14600),
            *asked(f"{sheet}!"),
        )
        for sheet in ("Feuil2", "2020", "Jours 2020", "CA par client", "Missions", "Forfaits")
        for header in ("Client", "Client | TJM", "Mission | Client")
        if sheet != "Missions" or header != "Mission | Client"
    ),
    *(
        small(
            f"days by month and a rate on {sheet}",
            f"# {sheet}\nClient | TJM | {MONTHS}\nPonant | 700 | 10 | 8 | 9\nAlizé | 650 | 5 | 4 | 3",
            right(revenue=26700),
            *asked("*"),
        )
        for sheet in ("Jours 2020", "Feuil1", "CRA", "Missions", "Tarifs 2020")
    ),
    small(
        "columns of months beside dated lines",
        "# Jours\nDate | Client | Jours | TJM | Janvier | Février\n31/01/2020 | Ponant | 10 | 700 | 7000 |\n"
        "28/02/2020 | Ponant | 8 | 700 | | 5600",
        right(revenue=12600),
        *asked("E1", "F1"),
    ),
    small(
        "a grid of 27 days only",
        "# CRA\nMars 2020\nClient | TJM | " + " | ".join(map(str, range(1, 28))) + "\nPonant | 700 | | 1 | 1",
        right(days=2),
        *asked("*"),
    ),
    small(
        "a week as a grid",
        "# CRA\nMars 2020\nClient | TJM | Lundi | Mardi | Mercredi | Jeudi | Vendredi\nPonant | 700 | 1 | 1 | 1 | |",
        right(days=3),
        *asked("*"),
    ),
    small(
        "a grid beside a list, on one sheet",
        "# Jours\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 10 | 700\n\n" + grid(ONES).split("\n", 1)[1],
        right(days=14),
        *asked("*"),
    ),
    small(
        "a list below a grid, on one sheet",
        grid(ONES) + "\n\nDate | Client | Jours | TJM\n30/04/2020 | Ponant | 10 | 700",
        right(days=14),
        *asked("A5", "A6", "C6"),
    ),
    small(
        "fees below a grid, on one sheet",
        grid(ONES) + "\n\nDate | Client | Prestation | Montant HT\n30/04/2020 | Ponant | Audit | 1000",
        right(days=4, revenue=3800),
        *asked("A5", "A6", "D6"),
    ),
    small(
        "a note with an amount below a grid",
        grid(ONES) + "\n\nPrime de mars | 500",
        *asked("A5", "B5"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", WIDE)
def test_a_wide_table_is_read_right_or_asked_about(book: Small, tmp_path: Path) -> None:
    judge(book, tmp_path)
