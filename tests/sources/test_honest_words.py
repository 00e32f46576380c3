"""Honest books whose words look like others: they are read right, with no false alarm."""

from __future__ import annotations

import pytest

from tests.books.small import Small, judge, ordinary, refused, small

CREDIT = """
# Factures
N° facture | Date | Client | Type | Désignation | Quantité | Unité | Prix unitaire HT | Montant HT
F1 | 31/03/2025 | Ponant | Facture | Dev | '12 j | jour | 600 | 7200
AV1 | 10/04/2025 | Ponant | Avoir | Dev | '{count} | jour | 600 | -1200
F2 | 30/04/2025 | Ponant | Facture | Dev | '11 j | jour | 600 | 6600
"""
PIECES = """
# Forfaits
Date | Client | Prestation | Quantité | Prix unitaire HT | Montant HT
10/03/2025 | Éditions Lune | Traduction | '{count} | {price} | {amount}
"""
RATE = "# Jours\nDate | Client | Jours | TJM\n31/03/2025 | Ponant | 12 | '{rate}"

BOOKS = [
    *(
        ordinary(f"a rate of {rate}", RATE.format(rate=rate), revenue=8400, days=12)
        for rate in (
            "700€/j", "700 € / jour", "700 €/jour", "700/j", "700 € HT/j", "700 €/j HT",
            "700 € HT", "700 euros", "700 par jour", "700,00 EUR par jour",
        )
    ),
    ordinary(
        "a rate per day in Missions, another in a table by month",
        """
# Jours
Date | Client | Jours
31/03/2025 | Ponant | 12
# Missions
Client | TJM
Ponant | '700 €/j
# Jours 2024
Client | TJM | Janvier | Février
Alizé | '650 € HT/j | 10 | 12
""",
        revenue=22700, days=34,
    ),
    ordinary(
        "a price per hour",
        "# Jours\nDate | Client | Heures | Taux horaire\n31/03/2025 | Ponant | 70 | '90 €/h",
        settings="[lecture]\nheures_par_jour = 7\n",
        revenue=6300, days=10,
    ),
    ordinary(
        "an amount that says it is before tax",
        "# Forfaits\nDate | Client | Prestation | Montant HT\n"
        "31/03/2025 | Ponant | Audit | '1 200,50 € HT",
        revenue="1200.5",
    ),
    *(
        ordinary(f"a credit note of {count}", CREDIT.format(count=count), revenue=12600, days=21)
        for count in ("-2 j", "- 2 j", "\u22122 jours")
    ),
    ordinary(
        "days of a credit note below zero",
        "# Jours\nDate | Client | Facture | Jours | TJM\n31/03/2025 | Ponant | F1 | '12 j | 600\n"
        "03/04/2025 | Ponant | AV1 | '-2 j | 600",
        revenue=6000, days=10,
    ),
    *(
        ordinary(
            f"a quantity of {count}",
            PIECES.format(count=count, price=price, amount=amount),
            revenue=amount, days=0,
        )
        for count, price, amount in (
            ("30 pages", 12.5, 375), ("1 200 mots", 0.12, 144), ("12 photos", 45, 540),
            ("3 visuels", 150, 450), ("8 stagiaires", 200, 1600),
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", BOOKS)
def test_an_honest_book_is_read_right(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    "book",
    [
        *(
            small(f"a rate of {rate}", RATE.format(rate=rate), refused("D2"))
            for rate in ("90 €/h", "700 $/j", "700 € TTC", "700 €/2 j", "7 k€/j", "10 j")
        ),
        small(
            "hours of a line in days",
            CREDIT.format(count="-2 h"),
            refused("F3"),
        ),
        small(
            "pieces of a line in days",
            CREDIT.format(count="2 pages"),
            refused("F3"),
        ),
        small(
            "a quantity that does not make its amount",
            PIECES.format(count="30 pages", price=12, amount=375),
            refused("F2"),
        ),
    ],
)
def test_another_unit_is_refused_at_its_cell(book: Small) -> None:
    judge(book)
