"""Rows of a table by month that are no client's, or one's twice; distances of a counter."""

from __future__ import annotations

import pytest

from tests.books.outcomes import outcome_of
from tests.books.small import Small, doubted, judge, ordinary, refused, sheets, small

MONTHS = "# CA 2020\nClient | Janvier | Février | Mars\nPonant | 7000 | 7700 | 0\n"
CAR = "[vehicule]\npuissance_fiscale = 5\n"


def driven(title: str, *distances: int) -> str:
    """Return expenses that are kilometres alone."""
    rows = (f"{day:02}/03/2020 | Visite | {km}" for day, km in enumerate(distances, start=2))
    return f"# Dépenses\nDate | Libellé | {title}\n" + "\n".join(rows)


TOTALLED = (
    "# CA 2020\nClient | Janvier | Février | Mars | Total\n"
    "Ponant | 7000 | 7700 | | 14700\nAlizé | | 900 | | 900\n"
)
BOOKS = [
    small("a blank cell cut, the total slid", f"{TOTALLED}Iode | 500 | | 500 |", doubted("D4")),
    small("an amount cut, the total slid", f"{TOTALLED}Iode | 500 | 1100 | |", doubted("C4")),
    ordinary("totals everywhere", f"{TOTALLED}Iode | 500 | | 100 | 600", revenue=16200),
    ordinary("a row without months or total", f"{TOTALLED}Iode | | | |", revenue=15600),
    ordinary(
        "a column of totals that nobody fills",
        "# CA 2020\nClient | Janvier | Février | Mars | Total\nPonant | 7000 | 7700 | |\n"
        "Alizé | | 900 | |\nIode | 500 | | 500 |",
        revenue=16600,
    ),
    *(
        small(f"« {name} » is no client", f"{MONTHS}{name} | 15 | 14 | 2", refused("A3"))
        for name in (
            "Nombre de jours", "Nb jours", "Nb de jours", "Jours vendus", "Jours", "TJM",
            "TJM moyen", "Prix moyen", "Heures", "Heures facturées", "Nombre de clients",
            "Effectif", "Panier moyen", "Quantité", "Montant HT", "Honoraires", "Recettes",
        )
    ),
    *(
        ordinary(
            f"« {name} » may be somebody", f"{MONTHS}{name} | 3000 | 2000 | 1000", revenue=20700
        )
        for name in (
            "NB Conseil", "Heures Bleues", "Moyen Format", "Recettes & Saveurs", "Alizé",
            "Montants & Cie", "Ventes Privées",
        )
    ),
    small(
        "a title of days, then the same clients again",
        f"{MONTHS}Jours | | |\nPonant | 10 | 11 | 0",
        doubted("B4"),
    ),
    small(
        "a title of days, then other clients",
        f"{MONTHS}Jours vendus | | |\nAlizé | 10 | 11 | 0",
        doubted("A3"),
    ),
    small("a client twice", f"{MONTHS}Ponant | 10 | 11 |", doubted("B3")),
    small("a client twice, in other letters", f"{MONTHS}PONANT | | 11 |", doubted("C3")),
    ordinary("a client twice, in other months", f"{MONTHS}Ponant | | | 9000", revenue=23700),
    ordinary(
        "a client of two missions",
        "# CA 2020\nClient | Mission | Janvier | Février\nPonant | Audit | 7000 | 7700\n"
        "Ponant | Suivi | 1000 | 1100",
        revenue=16800,
    ),
    ordinary(
        "a client at two rates",
        "# Jours 2020\nClient | TJM | Janvier | Février\nPonant | 700 | 5 | 6\n"
        "Ponant | 900 | 2 | 1",
        revenue=10400,
    ),
    ordinary("a title of nobody's", f"{MONTHS}Nouveaux | | |\nAlizé | 10 | 11 | 0", revenue=14721),
    *(
        small(f"a counter under « {title} »", driven(title, 45210), doubted("C2"), settings=CAR)
        for title in ("Km", "Kilométrage", "Kilomètres", "Nb km")
    ),
    small("a reading among distances", driven("Km", 45210, 12, 45400), doubted("C2"), settings=CAR),
    small("readings in no order", driven("Km", 4500, 3200, 3800), doubted("C3"), settings=CAR),
    ordinary(
        "the owner's car by its name, among lines without a car",
        "# Dépenses\nDate | Libellé | Véhicule | Km | Montant HT\n"
        "04/03/2020 | Visite | Clio | 120 |\n06/03/2020 | Visite | Clio | 80 |\n"
        "10/03/2020 | Papier | | | 30",
        CAR,
        charges="139.60",
    ),
    ordinary("a long way", driven("Km", 2900), CAR, days=0),
    ordinary("a year of distances", driven("Distance (km)", 12000), CAR, days=0),
]  # fmt: skip


@pytest.mark.parametrize("book", BOOKS)
def test_rows_that_may_be_something_else(book: Small) -> None:
    judge(book)


def _months(*names: str, year: int = 2020) -> str:
    amounts = " | ".join(str(1000 + 110 * n * n) for n in range(len(names)))
    return f"# CA {year}\nClient | {' | '.join(names)}\nPonant | {amounts}"


HALF = ("Janvier", "Février", "Mars", "Avril", "Mai", "Juin")
SECOND = ("Juillet", "Août", "Septembre", "Octobre", "Novembre", "Décembre")


@pytest.mark.parametrize(
    "book",
    [
        small("May is left out", _months(*HALF[:4], "Juin", *SECOND), doubted("F1")),
        small("one of eight", _months("Février", "Avril", *HALF[4:], *SECOND[:3]), doubted("C1")),
        small(
            "at the turn of the year",
            _months(*(f"{it} 2019" for it in SECOND), "Février 2020", "Mars 2020"),
            doubted("H1"),
        ),
        ordinary("none", _months(*HALF, *SECOND), revenue=67660),
        ordinary("two are left out", _months(*HALF[:3], "Juin", *SECOND)),
        ordinary("the last is left out", _months(*HALF, *SECOND[:5])),
        ordinary("few months", _months("Janvier", "Mars", *HALF[3:])),
        small("drawn to the right", f"{MONTHS}Alizé | 3900 | 3901 | 3902", doubted("D3")),
        ordinary("one euro more, once", f"{MONTHS}Alizé | 3900 | 3901 | 4000", revenue=26501),
        ordinary(
            "days that grow",
            MONTHS.replace("CA", "Jours")
            .replace("Client", "Client | TJM")
            .replace("7000 | 7700 | 0", "700 | 3 | 4 | 5"),
            days=12,
        ),
    ],
)
def test_a_month_without_column_and_amounts_drawn_on_are_doubted(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize("rate", [-700, -1])
def test_a_negative_rate_of_a_mission_is_refused_at_its_cell(rate: int) -> None:
    days = "# Jours\nDate | Client | Jours\n31/03/2020 | Ponant | 10\n"
    book = f"{days}# Missions\nClient | TJM\nPonant | {rate}"
    found = outcome_of(sheets(book))
    assert [(place.sheet, place.cell) for what, place in found.errors if "négatif" in what] == [
        ("Missions", "B2")
    ]
