"""What takes money back never adds to it: credit notes, discounts, columns of signs."""

from __future__ import annotations

from typing import Any

import pytest

from tests.books.kinds import DAYS, EXPENSES, FEES
from tests.books.small import Small, asked, judge, ordinary, refused, right, small

CREDITS: list[Any] = [
    *(
        small(
            f"number {number}",
            FEES.with_column("N° facture", "F-2020-01", "F-2020-02", number),
            right(revenue=-1200),
            *asked("E4"),
        )
        for number in ("AV-2020-01", "AV2020-01", "AVOIR 3", "AVOIR3", "AV 12", "A-AVOIR-2", "CN-2020-1", "NC-4")
    ),
    *(
        small(
            f"service {label}",
            FEES.and_then(f"30/04/2020 | Ponant | {label} | 900"),
            right(revenue=7300),
            *asked("C5", "D5"),
        )
        for label in (
            "Avoir", "Avoir sur audit", "AVOIR F-2020-01", "Facture d’avoir", "Credit note",
            "Credit memo", "Refund", "Remboursement client", "Note de crédit n° 4",
            "Annulation facture F-2020-01", "Remise commerciale", "Rabais de fin d’année",
            "Ristourne", "Escompte 2 %", "Geste commercial", "Trop-perçu remboursé", "Discount",
            "Pénalités de retard dues",
        )
    ),
    *(
        small(
            f"days {label}",
            DAYS.and_then(f"30/04/2020 | Ponant | {label} | 2 | 700 | 1400"),
            right(revenue=17050),
            *asked("C5", "F5", "D5"),
        )
        for label in ("Avoir", "Avoir sur janvier", "Credit note", "Remise", "Remboursement")
    ),
    *(
        small(
            f"{title} {word}, in time alone",
            f"# Temps\nDate | Client | {title} | {count}\n13/01/2020 | Ponant | Dev | 7 | {price}\n"
            f"14/01/2020 | Ponant | {word} | 3 | {price}\n15/01/2020 | Ponant | Dev | 5 | {price}",
            *asked("C3"),
            settings="[lecture]\nheures_par_jour = 7\n",
        )
        for word in ("Avoir", "Avoir dev", "Remboursement")
        for title in ("Mission", "Prestation", "Commentaire")
        for count, price in (("Heures | Taux horaire", 70), ("Jours | TJM", 700))
    ),
    *(
        small(
            f"document {word}",
            FEES.odd("Type", "Facture", word),
            right(revenue=-1200),
            *asked("E4", "D4"),
        )
        for word in ("Avoir", "Credit note", "Facture d’avoir", "Credit", "Note de credit", "AV")
    ),
    *(
        small(
            f"expense {label}",
            EXPENSES.and_then(f"30/04/2020 | Forge Numérique | {label} | 90"),
            right(charges=740),
            *asked("C5", "D5"),
        )
        for label in (
            "Avoir", "Avoir sur papier", "Credit note", "Remboursement papier", "Refund",
            "Remise obtenue",
        )
    ),
    small(
        "two credit notes",
        FEES.with_column("N° facture", "F1", "AV1", "AV2"),
        right(revenue=-6200),
        *asked("E3", "E4"),
    ),
    small(
        "one below zero is right",
        FEES.and_then("30/04/2020 | Ponant | Avoir sur audit | -900"),
        right(revenue=7300),
    ),
    small(
        "negative days at a negative amount",
        DAYS.and_then("30/04/2020 | Ponant | Avoir | -2 | 700 | -1400"),
        right(revenue=17050),
    ),
    small(
        "a negative rate",
        DAYS.and_then("30/04/2020 | Ponant | Avoir | 2 | -700 | -1400"),
        right(revenue=17050),
        *asked("E5"),
    ),
    small(
        "both negative make a positive amount",
        DAYS.and_then("30/04/2020 | Ponant | Avoir | -2 | -700 | 1400"),
        right(revenue=17050),
        *asked("E5"),
    ),
    small(
        "negative days without a word",
        "# Jours\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 10 | 700\n"
        "28/02/2020 | Ponant | -8 | 700\n31/03/2020 | Ponant | 9 | 700",
        right(revenue=7700),
        *asked("C3"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", CREDITS)
def test_a_credit_note_never_adds(book: Small) -> None:
    judge(book)


BESIDE: list[Any] = [
    *(
        small(
            f"{kind.sheet} column {header}",
            kind.with_column(header, "", "", "100"),
            right(**{kind.figure: str(int(kind.whole) - 100)}),
            *asked("G4" if kind is DAYS else "E4"),
        )
        for kind in (DAYS, FEES, EXPENSES)
        for header in (
            "Avoir", "Avoirs", "Crédit", "Remise", "Remise €", "Rabais", "Escompte", "Ristourne",
            "Discount", "Réduction", "Remise HT", "Déduction", "Credit", "Retenue de garantie",
            "Trop-perçu",
        )
    ),
    *(
        small(
            f"percent {header} {rate}",
            FEES.with_column(header, "", "", rate),
            right(revenue=7730),
            *asked("E4"),
        )
        for header in ("Remise", "Remise %", "Taux de remise", "Discount %", "Escompte")
        for rate in ("10 %", "0.1")
    ),
    small(
        "days less a discount",
        "# Jours\nDate | Client | Jours | TJM | Remise\n31/01/2020 | Ponant | 10 | 700 | 500\n"
        "28/02/2020 | Ponant | 8 | 700 |",
        right(revenue=12100),
        *asked("E2"),
    ),
    small(
        "days less ten percent",
        "# Jours\nDate | Client | Jours | TJM | Remise\n31/01/2020 | Ponant | 10 | 700 | 10 %\n"
        "28/02/2020 | Ponant | 8 | 700 |",
        right(revenue=11900),
        *asked("E2"),
    ),
    small(
        "a discount already taken off",
        "# Jours\nDate | Client | Jours | TJM | Remise | Montant HT\n"
        "31/01/2020 | Ponant | 10 | 700 | 500 | 6500\n28/02/2020 | Ponant | 8 | 700 | | 5600",
        right(revenue=12100),
        *asked("E2", "F2"),
    ),
    small(
        "a column of senses",
        FEES.with_column("Sens", "+", "+", "-"),
        right(revenue=-1200),
        *asked("E4"),
    ),
    small(
        "D or C",
        EXPENSES.with_column("Sens", "D", "D", "C"),
        right(charges=-110),
        *asked("E4"),
    ),
    small(
        "an amount paid back beside an expense",
        EXPENSES.with_column("Remboursé", "", "", "470"),
        right(charges=360),
        *asked("E4"),
    ),
    small(
        "charged again to the client",
        EXPENSES.with_column("Refacturé", "", "", "470"),
        *asked("E4"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", BESIDE)
def test_what_stands_beside_the_amount_is_never_left_aside(book: Small) -> None:
    judge(book)


HANDED_OVER: list[Any] = [
    *(
        small(f"a discount: {text}", FEES.and_then(f"30/04/2020 | Ponant | {text} | 900"), *asked("Z5"))
        for text in ("Remise de fin d’année", "Remise de fidélité", "Remise du mois", "Remise client", "Remise")
    ),
    *(
        ordinary(f"handed over: {text}", f"{EXPENSES.and_then()}\n{FEES.and_then(f'30/04/2020 | Ponant | {text} | 900')}", revenue=9100)
        for text in ("Remise des livrables", "Remise en état", "Remise à niveau", "Remise du rapport", "Remise aux normes")
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", HANDED_OVER)
def test_what_is_handed_over_is_no_discount(book: Small) -> None:
    judge(book)


ROW = "15/02/2020 | Ponant | Site"
LISTED = "# Factures\nDate | Client | Prestation"
OFF: list[Any] = [
    ordinary(name, f"{LISTED} | {header} | Montant HT\n{ROW} | {cells} | 2700", revenue=2700)
    for name, header, cells in (
        ("a word", "Qté | Unité | Prix unitaire | Remise", "1 | forfait | 3000 | remise 10 %"),
        ("below zero", "Qté | Unité | Prix unitaire | Remise", "1 | forfait | 3000 | -10 %"),
        ("euros", "Qté | PU HT | Remise", "2 | 1500 | 300"),
        ("a comment", "Qté | Unité | PU HT | Commentaire", "1 | forfait | 3000 | remise 10 %"),
        ("in euros", "Qté | PU HT | Notes", "1 | 3000 | rabais de 300 €"),
        ("a price", "Qté | Unité | Prix | Remise", "1 | forfait | 3000 | 10 %"),
        ("before it", "Montant avant remise | Remise", "3000 | 10 %"),
        ("gross of it", "Montant brut | Rabais", "3000 | 300"),
    )
]


@pytest.mark.parametrize("book", OFF)
def test_a_discount_that_is_proved_is_read(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    "book",
    [
        small(
            f"{said} of {amount}",
            f"{LISTED} | Qté | PU HT | {header} | Montant HT\n{ROW} | 1 | 3000 | {said} | {amount}",
            refused("F2", "G2"),
        )
        for header, said, amount in (
            ("Remise", "10 %", 3000), ("Remise", "remise 10 %", 2600), ("Notes", "remise 10 %", 2800),
            ("Notes", "remise 10 %", 3300), ("Notes", "10 % de plus", 2700),
        )
    ],
)  # fmt: skip
def test_a_discount_that_is_not_is_asked_about(book: Small) -> None:
    judge(book)
