"""A deposit that a balance follows: the final invoice counts what is left, and none is doubted."""

from __future__ import annotations

import pytest

from tests.books.small import Small, doubted, judge, ordinary, small

BOOK = "# Forfaits\nDate | Client | Prestation | Montant HT\n"
REST = "\n# Dépenses\nDate | Libellé | Montant HT\n02/03/2020 | Loyer | 310"


def fees(*rows: str) -> str:
    return BOOK + "\n".join(rows) + REST


LOGO = "14/01/2020 | Perlin | Logo – acompte 30 % | 540"


@pytest.mark.parametrize(
    "book",
    [
        ordinary(
            "of one work", fees(LOGO, "03/03/2020 | Perlin | Logo – solde | 1260"), revenue=1800
        ),
        ordinary(
            "of no name",
            fees("14/01/2020 | Perlin | Acompte | 540", "03/03/2020 | Perlin | Solde | 1260"),
            revenue=1800,
        ),
        ordinary(
            "of another deposit as well",
            fees(
                LOGO,
                "03/02/2020 | Perlin | Logo – acompte 50 % | 900",
                "03/03/2020 | Perlin | Logo – solde | 360",
            ),
            revenue=1800,
        ),
        ordinary(
            "to the cent",
            fees(
                "14/01/2020 | Perlin | Logo – acompte 30 % | 370.37",
                "03/03/2020 | Perlin | Logo – solde | 864.19",
            ),
            revenue="1234.56",
        ),
        ordinary(
            "twice of one name",
            fees(
                LOGO,
                "03/03/2020 | Perlin | Logo – solde | 1260",
                "14/05/2020 | Perlin | Logo – acompte 30 % | 900",
                "03/06/2020 | Perlin | Logo – solde | 2100",
            ),
            revenue=4800,
        ),
        ordinary(
            "shares of one price",
            fees(
                "14/01/2020 | Perlin | Acompte 30 % site | 540",
                "03/02/2020 | Perlin | 2e acompte 40 % | 720",
                "03/03/2020 | Perlin | Solde 30 % | 540",
                "03/03/2020 | Ruz | Conseil | 90",
            ),
            revenue=1890,
        ),
        small(
            "shares of another price",
            fees(
                "14/01/2020 | Perlin | Acompte 30 % site | 540",
                "03/02/2020 | Perlin | 2e acompte 40 % | 720",
                "03/03/2020 | Perlin | Solde 30 % | 545",
            ),
            doubted("C2"),
        ),
        small(
            "a balance that is the whole",
            fees(LOGO, "03/03/2020 | Perlin | Logo – solde | 1800"),
            doubted("C2"),
        ),
        small(
            "a zero too many",
            fees(LOGO, "03/03/2020 | Perlin | Logo – solde | 12600"),
            doubted("C2"),
        ),
        small(
            "a whole of no name",
            fees("14/01/2020 | Perlin | Acompte 30 % | 540", "03/03/2020 | Perlin | Solde | 1800"),
            doubted("C2"),
        ),
        small("no balance", fees(LOGO), doubted("C2")),
        small("of another", fees(LOGO, "03/03/2020 | Ruz | Logo – solde | 1260"), doubted("C2")),
        small(
            "of another work",
            fees(LOGO, "03/03/2020 | Perlin | Site – solde | 1260"),
            doubted("C2"),
        ),
        small("before it", fees("03/01/2020 | Perlin | Logo – solde | 1260", LOGO), doubted("C3")),
        small("a whole", fees(LOGO, "03/03/2020 | Perlin | Logo | 1800"), doubted("C2")),
        small("given back", fees(LOGO, "03/03/2020 | Perlin | Logo – solde | -540"), doubted("C2")),
        small("long after", fees(LOGO, "03/03/2021 | Perlin | Logo – solde | 1260"), doubted("C2")),
    ],
)
def test_a_deposit_is_doubted_unless_its_balance_is_there(book: Small) -> None:
    judge(book)
