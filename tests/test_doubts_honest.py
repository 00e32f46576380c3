"""Honest books in which nothing is doubtful, each beside what a rule looks for."""

from __future__ import annotations

from calendar import monthrange

import pytest

from tests.books.outcomes import outcome_of
from tests.books.small import Small, judge, ordinary, sheets

DAYS = "# Jours\nDate | Client | Jours | TJM\n"
SPENT = "Date | Fournisseur | Libellé | Montant HT\n"
YEAR = range(1, 13)
LAST = {month: f"{monthrange(2020, month)[1]}/{month:02}/2020" for month in YEAR}


def _each_month(line: str, months: range = YEAR, day: int = 5) -> str:
    return "".join(f"{day:02}/{month:02}/2020 | {line}\n" for month in months)


def _month(name: str, *prices: float) -> str:
    kinds = ("SNCF | Billet", "Café du Port | Repas", "Cabinet Lys | Honoraires")
    month = {"janvier": 1, "février": 2}[name]
    rows = (
        f"{2 + 9 * n:02}/{month:02}/2020 | {kind} | {price}"
        for n, (kind, price) in enumerate(zip(kinds, prices, strict=True))
    )
    return f"# Dépenses {name}\n{SPENT}" + "\n".join(rows) + "\n"


@pytest.mark.parametrize(
    "book",
    [
        ordinary(
            "a rent in whole euros, and little else",
            f"# Dépenses\n{SPENT}" + _each_month("SCI du Quai | Loyer | 1325"),
            charges=15900,
        ),
        ordinary(
            "taxes in whole euros",
            f"# Dépenses\n{SPENT}"
            + "".join(
                f"1{month}/0{month}/2020 | URSSAF | Cotisations | {1253 + month * month}\n"
                for month in range(1, 9)
            ),
            charges=10228,
        ),
        ordinary(
            "a telephone, and an accountant once a year",
            f"# Dépenses\n{SPENT}"
            + _each_month("Télécom Alizé | Mobile | 19.99")
            + "20/12/2020 | Cabinet Lys | Honoraires comptables | 1200",
            charges="1439.88",
        ),
        ordinary(
            "a sheet a month, and a month of large bills",
            _month("janvier", 12.5, 18.2, 90) + _month("février", 240, 812, 900),
            charges="2072.7",
        ),
        ordinary(
            "pay that rises by a fifth, and what is due on it",
            f"# Dépenses\n{SPENT}"
            + "".join(
                _each_month(f"Claire | Salaire | {2000 if month < 7 else 2400}", its)
                + _each_month(f"URSSAF | Cotisations | {900 if month < 7 else 1080}", its)
                for month in YEAR
                for its in [range(month, month + 1)]
            ),
            charges=38280,
        ),
        ordinary(
            "kilometres in one's own car",
            "# Frais\nDate | Libellé | Montant HT\n"
            "31/12/2020 | Indemnités kilométriques véhicule personnel | 3200",
            charges=3200,
        ),
        ordinary(
            "months of a day or less, told at their ends",
            DAYS
            + "".join(f"{last} | Ponant | 1 | 600\n{last} | Alizé | 0.5 | 700\n"
                      for last in LAST.values()),
            days=18,
        ),
        ordinary(
            "two clients who take turns, and a price between theirs",
            DAYS
            + "".join(
                f"{last} | Ponant | {7 + month % 4} | 650\n{last} | Alizé | {3 + month % 3} | 800\n"
                for month, last in LAST.items()
            )
            + "31/12/2020 | Ponant | 1 | 800",
            days=151,
        ),
        ordinary(
            "a mission of its own, at its own price",
            DAYS.replace("Client", "Client | Mission")
            + "".join(
                f"{last} | Ponant | Flux | {4 + month * month % 7} | 600\n"
                for month, last in LAST.items()
            )
            + "15/12/2020 | Ponant | Formation | 1 | 900",
            revenue=45900,
        ),
    ],
)  # fmt: skip
def test_an_honest_book_is_not_doubted(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    ("mission", "rate", "doubts"),
    [("Formation", 900, 0), ("Flux", 900, 1), ("", 900, 1), ("Formation", 3000, 1)],
)
def test_the_price_of_a_mission_of_its_own_is_its_own(mission: str, rate: int, doubts: int) -> None:
    rows = (f"{last} | Ponant | Flux | 4 | 600\n" for last in LAST.values())
    book = DAYS.replace("Client", "Client | Mission") + "".join(rows)
    found = outcome_of(sheets(f"{book}15/12/2020 | Ponant | {mission} | 1 | {rate}"))
    assert sum(what.startswith("tarif-") for what, _ in found.doubts) == doubts
