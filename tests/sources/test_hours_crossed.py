"""Hours by client, a day or a month to a row or to a column: read, or asked about."""

from __future__ import annotations

import pytest

from tests.books.small import Small, judge, ordinary, refused, small

SEVEN = "[lecture]\nheures_par_jour = 7\n"
MISSIONS = "\n# Missions\nClient | TJM\nTilleul | 490\nSorbier | 560"
HEAD = "# {}\n{}\nDate | Tilleul | Sorbier | Total\n"
ROWS = (
    "04/03/2024 | 7 | | 7\n05/03/2024 | 3.5 | 3.5 | 7\n06/03/2024 | CP | | \n"
    "07/03/2024 | | '7h00 | 7\nTotal | 10.5 | 10.5 | 21"
)
TITLE = "Heures par client"
BY_DAY = HEAD.format("Suivi", TITLE) + ROWS
BY_MONTH = (
    "# Heures 2024\nClient | Janvier | Février | Total\nTilleul | 140 | 133 | 273\n"
    "Sorbier | 14 | | 14\nTotal | 154 | 133 | 287"
)


@pytest.mark.parametrize(
    "book",
    [
        ordinary("by day", BY_DAY + MISSIONS, SEVEN, days=3, revenue=735 + 840),
        ordinary(
            "by day, on a sheet so called",
            HEAD.format("Heures mars 2024", " ") + ROWS + MISSIONS,
            SEVEN,
            days=3,
        ),
        ordinary("by month", BY_MONTH + MISSIONS, SEVEN, days=41, revenue=39 * 490 + 2 * 560),
        ordinary(
            "a day of a client",
            BY_DAY + MISSIONS,
            '[clients."Tilleul"]\nheures_par_jour = 7\n[clients."Sorbier"]\nheures_par_jour = 7\n',
            days=3,
        ),
        small("a day of unknown length", BY_DAY + MISSIONS, refused("A3")),
        small(
            "of one client",
            BY_DAY + MISSIONS,
            refused("A3"),
            settings='[clients."Tilleul"]\nheures_par_jour = 7\n',
        ),
        small(
            "days under the word",
            f"# Suivi\n{TITLE}\nDate | Tilleul | Sorbier\n04/03/2024 | 1 |\n05/03/2024 | | 0.5\n"
            f"06/03/2024 | 1 | {MISSIONS}",
            refused("A3"),
            settings=SEVEN,
        ),
        *(
            small(
                title,
                HEAD.format("Suivi", title) + ROWS + MISSIONS,
                refused("Suivi!"),
                settings=SEVEN,
            )
            for title in (
                "Jours par client",
                "Heures et jours",
                "1 jour = 7 heures",
                "CRA (journée, 7 heures)",
                "Heures HT",
                "Heures prévues",
                "Heures facturables",
            )
        ),
        *(
            small(
                f"{cell} in a day",
                BY_DAY.replace("04/03/2024 | 7 ", f"04/03/2024 | {cell} ") + MISSIONS,
                refused("B3"),
                settings=SEVEN,
            )
            for cell in ("25", "-7", "x", "1 j")
        ),
        small(
            "a total",
            BY_DAY.replace("Total | 10.5", "Total | 11.5") + MISSIONS,
            refused("B7"),
            settings=SEVEN,
        ),
        small(
            "a total of a month",
            BY_MONTH.replace("273", "272") + MISSIONS,
            refused("D2"),
            settings=SEVEN,
        ),
    ],
)
def test_hours_by_client_are_days_at_their_rate(book: Small) -> None:
    judge(book)
