"""Honest books in which nothing is doubtful, each beside what a rule looks for."""

from __future__ import annotations

from calendar import monthrange

import pytest

from reporter.settings import Settings
from tests.books.activities import draw
from tests.books.outcomes import outcome_of, years_of
from tests.books.regular import laid_out, regular
from tests.books.small import Small, judge, ordinary, sheets

DAYS = "# Jours\nDate | Client | Jours | TJM\n"
SOLD = "Date | Client | Prestation | Montant HT\n"
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
            "an invoice worth those above, one of them a credit note",
            "# Forfaits\nDate | Client | Prestation | Facture | Montant HT\n"
            "10/01/2020 | Orme | Séminaire | FF001 | 3000\n"
            "03/02/2020 | Orme | Avoir sur séminaire | AV001 | -500\n"
            "03/03/2020 | Tamaris | Cadrage | FF002 | 2500\n",
            revenue=5000,
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
            "missions that have each their price, by turns with another client's",
            DAYS.replace("Client", "Client | Mission")
            + "".join(
                f"{last} | Alizé | Flux | {1 + month * month % 5} | 700\n"
                f"{last} | Alizé | Socle | {2 + month * month % 3} | 850\n"
                f"{last} | Ponant | Flux | {1 + month * 5 % 7} | 700\n"
                for month, last in LAST.items()
            ),
            days=121,
        ),
        ordinary(
            "a sheet a month, of a day for each client",
            "".join(
                f"# Jours {name}\nDate | Client | Jours | TJM\n"
                + "".join(f"{day} | {who} | 1 | 700\n" for who in ("Ponant", "Alizé", "Brume"))
                for name, day in (("mai", "29/05/2020"), ("juin", "30/06/2020"),
                                  ("juillet", "31/07/2020"))
            ),
            days=9,
        ),
        ordinary(
            "a week of each client, invoiced one day after another",
            f"{DAYS}27/04/2020 | Ponant | 7 | 550\n28/04/2020 | Alizé | 7 | 910\n"
            "29/04/2020 | Brume | 7 | 670",
            days=21,
        ),
        ordinary(
            "a deposit and a balance, the same work sold whole, and again later",
            f"# Factures\n{SOLD}12/01/2020 | Ponant | Audit – acompte 30 % | 1260\n"
            "15/02/2020 | Alizé | Audit | 3333\n20/03/2020 | Ponant | Audit – solde | 2940\n"
            "11/09/2020 | Ponant | Audit | 8000",
            revenue=15533,
        ),
        ordinary(
            "pay without a supplier",
            f"# Dépenses\n{SPENT}31/01/2020 |  | Salaire | 1500\n"
            "29/02/2020 |  | Salaire | 1500\n05/03/2020 | SCI du Quai | Loyer | 450\n"
            "06/03/2020 | Forge | Licence | 49\n07/03/2020 | Télécom | Mobile | 19.99\n",
            charges="3518.99",
        ),
        ordinary(
            "the same month of the year after, at the same costs",
            "".join(
                f"# Dépenses juin {year}\n{SPENT}02/06/{year} | SCI du Quai | Loyer | 450\n"
                f"10/06/{year} | Cabinet Lys | Comptabilité | 120\n"
                f"21/06/{year} | Forge | Licence | 49\n"
                for year in (2019, 2020)
            ),
            charges=1238,
        ),
        ordinary(
            "by supplier, in the order of their names",
            f"# Dépenses\n{SPENT}29/02/2020 | Banque | Frais | 9\n"
            "10/02/2020 | Cabinet Lys | Comptabilité | 120\n"
            "18/02/2020 | Fibre Ouest | Internet | 29.16\n04/02/2020 | SCI | Loyer | 650",
            charges="808.16",
        ),
        ordinary(
            "newest first, two of a day",
            f"# Dépenses\n{SPENT}28/08/2020 | Banque | Frais | 12.5\n"
            "05/08/2020 | Rail 44 | Billet | 59\n03/08/2020 | Papeterie | Cahiers | 8.29\n"
            "03/08/2020 | Forge | Licence | 16.58",
            charges="96.37",
        ),
        ordinary(
            "two subscriptions that cost a fifth more, one after the other",
            f"# Dépenses\n{SPENT}"
            + "".join(
                f"{n + 4:02}/{month:02}/2020 | {who} | {price[month > since]}\n"
                for month in YEAR
                for n, (who, price, since) in enumerate(
                    (("Forge | Licence", (10, 12), 4), ("Télécom | Mobile", (20, 24), 8))
                )
            ),
            charges=392,
        ),
        ordinary(
            "two missions of a client, invoiced one day after another",
            DAYS.replace("Client", "Client | Mission")
            + "".join(
                f"{day}/{month:02}/2020 | Ponant | {mission} | {days + month % 2} | 640\n"
                for month in range(1, 7)
                for day, mission, days in ((27, "Flux", 5), (28, "Socle", 8))
            ),
            days=84,
        ),
        ordinary(
            "somebody at their own price",
            DAYS.replace("Client", "Client | Intervenant")
            + "".join(f"{last} | Ponant | Léa | 9 | 780\n" for last in LAST.values())
            + "30/06/2020 | Ponant | Karim | 10 | 540",
            revenue=89640,
        ),
        ordinary(
            "days of eight hours, of seven a day",
            "# Heures\nDate | Client | Heures | TJM\n"
            + "".join(f"0{day}/03/2020 | Ponant | 8 | 600\n" for day in range(2, 6)),
            "[lecture]\nheures_par_jour = 7\n",
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


@pytest.mark.parametrize("tens", range(3))
def test_a_regular_book_is_not_doubted(tens: int) -> None:
    """Whatever its layout: a sheet for all, for each year or month, newest first, or by name.

    One book in five hundred has a sum by chance: seeds are chosen.
    """
    for seed in range(10 * tens, 10 * tens + 10):
        chance = draw(seed)
        lines = regular(chance)
        found = outcome_of(laid_out(lines, chance))
        assert (found.errors, found.doubts) == ((), ()), f"{seed}: {found}"
        assert found.years == years_of(lines, Settings()), seed


@pytest.mark.parametrize(
    ("mission", "rate", "doubts"),
    [("Formation", 900, 0), ("Flux", 900, 1), ("", 900, 1), ("Formation", 3000, 1)],
)
def test_the_price_of_a_mission_of_its_own_is_its_own(mission: str, rate: int, doubts: int) -> None:
    rows = (f"{last} | Ponant | Flux | 4 | 600\n" for last in LAST.values())
    book = DAYS.replace("Client", "Client | Mission") + "".join(rows)
    found = outcome_of(sheets(f"{book}15/12/2020 | Ponant | {mission} | 1 | {rate}"))
    assert sum(what.startswith("tarif-") for what, _ in found.doubts) == doubts
