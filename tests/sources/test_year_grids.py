"""A grid of a year, a month on each row and a day in each column; recaps below a monthly grid."""

from __future__ import annotations

from datetime import date

import pytest

from tests.books.outcomes import outcome_of
from tests.books.small import Small, asked, doubted, judge, ordinary, refused, right, sheets, small

MISSIONS = "# Missions\nClient | TJM\nPonant | 600\nAlizé | 650\n"
NUMBERS = " | ".join(str(day) for day in range(1, 32))
MONTHS = ("Janvier", "Février", "Mars")


def worked(number: int, turn: int = 1, cell: str = "1") -> str:
    """Return the cells of a month of 2025: one working day in so many, from the 6th on."""
    cells = []
    for day in range(1, 32):
        try:
            weekday = date(2025, number, day).weekday()
        except ValueError:
            continue
        cells.append(cell if day > 5 and weekday < 5 and day % turn == 0 else "")
    return " | ".join([*cells, *[""] * (31 - len(cells))])


def year(title: str = "Client : Ponant", header: str = "Mois", **odd: str) -> str:
    """Return a grid of three months, some of whose rows are called otherwise."""
    rows = [
        f"{odd.get(name, name)} | {worked(number)} | {count}"
        for number, (name, count) in enumerate(zip(MONTHS, (20, 17, 18), strict=True), 1)
    ]
    top = [title] if title else []
    return "\n".join((MISSIONS + "# CRA 2025", *top, f"{header} | {NUMBERS} | Total", *rows))


SHARED = f"""{MISSIONS}# CRA
Année 2025
Mois | Client | {NUMBERS}
Janvier | Ponant | {worked(1, 2, "0.5")}
 | Alizé | {worked(1, 2, "0.5")}
Février | Ponant | {worked(2, 2, "0.5")}
"""
GRID = (
    f"{MISSIONS}# Mars 2025\nClient | Mission | {NUMBERS} | Total\nPonant | | {worked(3)} | 18\n\n"
)
BELOW = {
    "a recap with a rate": "Client | Jours | TJM | Montant HT\nPonant | 18 | 600 | 10800",
    "a recap under its title": "Récapitulatif\nClient | Jours\nPonant | 18\nTotal | 18",
    "the days of a calendar": "Récap\nJours travaillés | 18\nJours ouvrés | 21\nCongés | 0\nRTT | 2",  # noqa: E501
}


@pytest.mark.parametrize(
    "book",
    [
        ordinary("under the name of its client", year(), days=55, revenue=33000),
        ordinary("its years with its months", year(Janvier="Janvier 2025"), days=55, revenue=33000),
        ordinary("with a total", f"{year()}\nTotal |{' |' * 31} 55", days=55),
        ordinary(
            "on the sheet of its client",
            year("Année 2025").replace("# CRA 2025", "# Ponant"),
            '[colonnes]\n"Ponant" = "Client"\n',
            days=55,
        ),
        ordinary("of two clients", SHARED, days=14.5),
        *(ordinary(f"above {name}", GRID + text, days=18) for name, text in BELOW.items()),
    ],
)
def test_a_grid_is_read_with_its_months(book: Small) -> None:
    judge(book)


NAMES = (*MONTHS, "Avril", "Mai", "Juin", "Juillet", "Août", "Septembre")


@pytest.mark.parametrize(
    ("absent", "cells"), [("Mars", ["A5"]), ("Août", []), ("Janvier", []), ("", [])]
)
def test_a_month_without_its_row_is_asked_about(absent: str, cells: list[str]) -> None:
    rows = [f"{name} | {worked(n)}" for n, name in enumerate(NAMES, 1) if name != absent]
    text = "\n".join((f"{MISSIONS}# CRA 2025", "Client : Ponant", f"Mois | {NUMBERS}", *rows))
    found = outcome_of(sheets(text)).doubts
    assert [place.cell for what, place in found if what.startswith("mois-omis")] == cells


def test_a_comma_moved_in_a_grid_is_asked_about() -> None:
    whole = f"Janvier | {worked(1)} | 20"
    for cell, days, accepted in (
        ("0.5", "19.5", right(days="54.5")),
        ("0.05", "19.05", doubted("G3")),
    ):
        row = whole.replace(" 1 |", f" {cell} |", 1).replace("20", days)
        text = year().replace(whole, row)
        judge(Small(text=text, accepted=(accepted,), clean=cell == "0.5"))


def test_an_hour_less_in_a_grid_of_hours_is_none() -> None:
    rows = [f"{name} | {worked(n, cell='7')}" for n, name in enumerate(NAMES, 1)]
    rows[0] = rows[0].replace("| 7 |", "| 4 |", 1)
    text = "\n".join((f"{MISSIONS}# CRA 2025", "Client : Ponant", "Heures", f"Mois | {NUMBERS}"))
    book = sheets("\n".join((text, *rows)))
    found = outcome_of(book, "[lecture]\nheures_par_jour = 7\n")
    assert not [what for what, _ in found.doubts if what.startswith("fraction")]
    assert found.total("days") > 100


@pytest.mark.parametrize(
    "book",
    [
        small("of nobody", year(""), refused("A2")),
        small("without a year", year().replace("# CRA 2025", "# CRA"), refused("B2")),
        small("with a month that is none", year(Mars="Marz"), refused("A5")),
        small("with a blank month", year(Mars=""), *asked("A5")),
        small("with a wrong total", year().replace("| 17\n", "| 16\n"), refused("AG4")),
        small(
            "of a 30 February",
            year().replace(worked(2), worked(2).rstrip(" |") + " | | 1"),
            refused("AE4", "AF4"),
        ),
        small(
            "turned, its days on rows",
            f"{MISSIONS}# CRA 2025\nJour | Janvier | Février\n"
            + "\n".join(f"{day} | | {day % 2 or ''}" for day in range(1, 29)),
            refused("A1"),
        ),
        small(
            "above a wrong recap",
            f"{GRID}Client | Jours | Montant HT\nPonant | 17 | 10800",
            refused("A5", "A6", "B6"),
        ),
        small("above a number", f"{GRID}Jours restants | 12", refused("B4")),
        small("above a count of leaves beyond a month", f"{GRID}Congés | 45", refused("B4")),
    ],
)
def test_a_grid_is_refused_at_its_cell(book: Small) -> None:
    judge(book)
