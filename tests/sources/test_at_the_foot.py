"""Sums below lines are told by what they are worth: no word, a mean, a VAT, or one figure."""

from __future__ import annotations

from typing import Any

import pytest

from tests.books.small import Small, asked, judge, ordinary, small

HEADER = "Date | Client | Jours | TJM | Montant HT"
LINES = (
    "29/01/2021 | Ponant | 10 | 700 | 7000",
    "26/02/2021 | Nimbus | 5 | 650 | 3250",
    "31/03/2021 | Ponant | 8 | 700 | 5600",
)
SALES: dict[str, Any] = {"revenue": 15850, "days": 23}
TOTAL = "Total | | 23 | | 15850"


def book(*foot: str) -> str:
    """Return a sheet of days with rows below its lines."""
    return "\n".join(("# Factures 2021", HEADER, *LINES, *foot))


RIGHT: list[Any] = [
    ordinary(f"a foot that is right: {foot}", book(*foot), **SALES)
    for foot in (
        (" | | 23 | | 15850",),
        (" | | 23 | |",),
        (" | | | | 15850",),
        (" | | 23 | 689.13 | 15850",),
        (TOTAL, " | | 23 | | 15850"),
        (TOTAL, "TVA 20 % | | | | 3170", "Total TTC | | | | 19020"),
        (
            "Total HT | | | | 15850",
            "TVA | | | | 3170",
            "TTC total | | |",
            "Total TTC | | | | 19020",
        ),
        (TOTAL, "Moyenne | | 7.67 | 683.33 | 5283.33"),
        (TOTAL, "Moyenne | | | 689.13 |"),
        ("", "CA total | 15850", "Jours | 23", "TJM moyen | 689.13"),
        ("", "CA 2021 | | 15850"),
    )
]
MONTHS = (
    "08/01/2021 | Ponant | 5 | 700 | 3500",
    "29/01/2021 | Nimbus | 5 | 650 | 3250",
    "{0} | | 10 | | 6750",
    "12/02/2021 | Ponant | 8 | 700 | 5600",
    "26/02/2021 | Nimbus | 4 | 650 | 2600",
    "{1} | | 12 | | 8200",
)
RIGHT += [
    ordinary(
        f"sums of months: {names}",
        "\n".join(("# Factures 2021", HEADER, *MONTHS)).format(*names),
        revenue=14950, days=22,
    )
    for names in (
        ("Janvier", "Février"),
        ("janv. 2021", "févr. 2021"),
        ("CA janvier", "CA février"),
        ("S/T", "S/T"),
        ("", ""),
        ("Mois 1", "Mois 2"),
    )
]  # fmt: skip
RIGHT += [
    ordinary(f"a foot that is named: {foot}", book(*foot), **SALES)
    for foot in (
        ("T1 | | 23 | | 15850",),
        ("1er trimestre | | 23 | | 15850",),
        ("Année 2021 | | 23 | 689.13 | 15850",),
    )
]
RIGHT += [
    ordinary(f"measures at the foot: {foot}", book(*foot), **SALES)
    for foot in (
        ("Objectif | 150000",),
        ("", "Objectif annuel : | 150000", "Reste à faire | 134150"),
        (TOTAL, "", "Nombre de factures | | | | 3"),
        (TOTAL, "", "Seuil micro | | | | 77700", "Reste | | | | 61850"),
        (TOTAL, "", "Ponant | | | | 12600", "Nimbus | | | | 3250"),
        (TOTAL, "", "Par client", "Ponant | 12600", "Nimbus | 3250"),
        (TOTAL, "", " | Moyenne | | | 5283.33", " | Cotisations (22 %) | | | 3487"),
        (TOTAL, "Charges sociales | | | | 3487", "", "URSSAF T1 | | | | 1200"),
        ("Cotisations URSSAF | | | | 1540",),
    )
]
ASKED: list[Any] = [
    small(f"a foot that is not: {foot}", book(foot), *asked("A5", "B5", "C5", "E5"))
    for foot in (
        " | | 23 | | 15000",
        " | | 22 | | 15850",
        " | | 1 | | 700",
        " | | | | 700",
        " | | 23 | 15850 |",
        "TVA 20 % | | | | 4000",
        "Total TTC | | | | 20000",
        "Total TTC | | | | 15000",
        "CA total | 15000",
        "CA 2021 | | 15000",
        " | Ponant | 23 | | 15850",
        " | Nimbus | | | 15850",
        "01/04/2021 | | 23 | | 15850",
    )
]


ASKED += [
    small(f"a name below the total: {foot}", book(TOTAL, "", foot), *asked("A7", "B7"))
    for foot in (" | Ponant | | | 5000", " | Halage | | | 5000", " | Ponant | 5 | 700 | 3500")
]
FIRST, SECOND = "08/01/2021 | A | 5 | 700 | 3500", "29/01/2021 | A | 5 | 700 | 3500"
ASKED += [
    small(
        f"months that may be lines: {rows}",
        "\n".join(("# Jours 2021", HEADER, *rows)),
        *asked("A4", "B4", "C4", "E4"),
    )
    for rows in (
        (FIRST, SECOND, "Janvier | | 9 | | 7000"),
        (FIRST, SECOND, "Mars | | 10 | | 7000"),
        ("Janvier" + FIRST[10:], "Février" + SECOND[10:], "Mars | | 10 | | 7000"),
    )
]


@pytest.mark.parametrize("one", RIGHT)
def test_a_sum_at_the_foot_is_left_aside(one: Small) -> None:
    judge(one)


@pytest.mark.parametrize("one", ASKED)
def test_what_is_no_sum_is_asked_about(one: Small) -> None:
    judge(one)


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Date | Payé | Date paiement | Reste dû", "29/01/2021 | | | 1200"),
        ("Date | Payé | Date paiement", "29/01/2021 | Oui | 02/02/2021"),
        ("Date | Réglé | Date de règlement", "29/01/2021 | 1200 | 02/02/2021"),
        ("Date facture | Mois", "29/01/2021 | Janvier 2021"),
        ("Mois | Date de facture", "janv. 2021 | 29/01/2021"),
    ],
)
def test_columns_that_say_nearly_the_same_thing_are_no_clash(header: str, row: str) -> None:
    text = f"# Forfaits 2021\nClient | Montant HT | {header}\nPonant | 1000 | {row}"
    (one,) = ordinary("", text, revenue=1000).values
    judge(one)


def test_a_month_of_another_year_than_the_date_of_the_invoice_is_asked_about() -> None:
    header, row = (
        "Client | Montant HT | Mois | Date de facture",
        "A | 1000 | déc. 2020 | 05/01/2021",
    )
    (one,) = small("", f"# Forfaits\n{header}\n{row}", *asked("C2", "D2")).values
    judge(one)
