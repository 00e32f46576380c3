"""Honest books whose words look like others: they are read right, with no false alarm."""

from __future__ import annotations

from pathlib import Path

import pytest

from reporter import load
from reporter.doubts import DOUBTS, points
from reporter.errors import BadData
from tests.books.small import Small, asked, doubted, judge, ordinary, refused, right, small

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


SOLD = "# Jours\nDate | Client | Jours | TJM\n31/03/2025 | Ponant | 12 | 700\n"
BY_MONTH = """
# CA HT 2025
Client | Janvier | Février
Ponant | 5100 | 5200
{name} | 3130 | 3260
Alizé | 2070 | 2140
"""
MONTHS = """
# Jours
Date | Client | Mission | Jours | TJM
31/01/2024 | Ponant | Dev | 4 | 600
29/02/2024 | Alizé | Dev | 6 | 650
31/01/2025 | Ponant | Dev | 5 | 600
28/02/2025 | Alizé | Dev | 7 | 650
"""


def spent(*cells: str, header: str = "Date | Fournisseur | Libellé | Catégorie") -> str:
    """Return a small book with one expense."""
    return f"{SOLD}# Dépenses\n{header} | Montant HT\n11/03/2025 | {' | '.join(cells)} | 84.5"


BOOKS += [
    *(
        ordinary(f"spent on {' '.join(cells)}", spent(*cells), charges=84.5)
        for cells in (
            ("Budget", "Location voiture", "Déplacements"),
            ("Budget", "", "Véhicule"),
            ("Ricardo Photo", "Objectif 50 mm", "Matériel"),
            ("Google", "Budget Ads mars", "Publicité"),
            ("DGFIP", "CFE 2025", "Impôts et taxes"),
            ("DGFIP", "", "CFE"),
            ("", "DGFIP CFE 2025", "Impôts et taxes"),
            ("", "Budget Location voiture", "Déplacements"),
            ("", "VIR ORANGE", "Télécom"),
            ("", "VIR SEPA LES BUREAUX DU QUAI", "Loyer"),
            ("", "Virement loyer mars", "Loyer"),
        )
    ),
    *(
        small(f"spent on {label}", spent("", label, "Banque"), doubted("Dépenses!A2"))
        for label in ("VIR PERMANENT LIVRET A", "VIREMENT SEPA INST WEB LIVRET A")
    ),
    ordinary(
        "a lens, where the nature of an expense is its category",
        spent("Ricardo Photo", "Objectif 50 mm", header="Date | Fournisseur | Nature"),
        charges=84.5,
    ),
    ordinary(
        "expenses with a column of VAT for each rate",
        "# Dépenses\nDate | Fournisseur | Objet | Montant HT | TVA 20 % | TVA 10 % | TTC\n"
        "11/03/2025 | Quai | Loyer | 300 | 60 | | 360\n12/03/2025 | Rail | Train | 50 | | 5 | 55",
        charges=350,
    ),
    ordinary(
        "days with a column of VAT",
        "# Jours\nDate | Client | Jours | TJM | Total HT | TVA 20 % | Total TTC\n"
        "31/03/2025 | Ponant | 10 | 700 | 7000 | 1400 | 8400",
        revenue=7000,
        days=10,
    ),
    *(
        ordinary(
            f"a list named {name}",
            f"# {name}\nN° facture | Date | Client | Montant HT\nF1 | 31/03/2025 | Ponant | 7000",
            revenue=7000,
        )
        for name in ("abby-factures.csv", "export tiime.csv", "Factures Freebe 2025")
    ),
    ordinary(
        "a sheet for each month, its lines at the end of it",
        "".join(
            f"# {month}\nDate | Client | Jours | TJM\n{day} | Ponant | 0.5 | 700\n"
            f"{day} | Alizé | {days} | 650\n{day} | Nimbus | 1 | 600\n"
            for month, day, days in (("Mars", "31/03/2025", 4), ("Avril", "30/04/2025", 7))
        ),
        days=14,
    ),
    *(
        ordinary(
            f"years written once, {name}",
            f"# Jours\n{text}",
            revenue={2024: 6000, 2025: 9000},
        )
        for name, text in (
            (
                "beside their months",
                (
                    "Année | Mois | Client | Jours | TJM\n2024 | Janvier | Ponant | 4 | 600\n"
                    "| Mars | Ponant | 6 | 600\n2025 | Janvier | Ponant | 5 | 600\n"
                    "| Janvier | Alizé | 4 | 600\n| Mars | Ponant | 6 | 600"
                ),
            ),
            (
                "above their months",
                (
                    "Mois | Client | Jours | TJM\n2024 | | |\nJanvier | Ponant | 4 | 600\n"
                    "Mars | Ponant | 6 | 600\n2025 | | |\nJanvier | Ponant | 9 | 600\n"
                    "Mars | Ponant | 6 | 600"
                ),
            ),
        )
    ),
    *(
        ordinary(
            f"a day of one's own, {word}",
            "# Jours\nDate | Jour | Client | Jours | TJM | Observations\n"
            f"03/03/2025 | lundi | Ponant | 1 | 600 |\n04/03/2025 | mardi | | | | {word}\n"
            "05/03/2025 | mercredi | Ponant | 1 | 600 |",
            revenue=1200,
            days=2,
        )
        for word in ("administratif", "Prospection", "formation", "compta")
    ),
    ordinary(
        "weeks told at their Fridays, the first of which began in the month before",
        "# Jours\nSemaine | Date | Client | Nb j | TJM\n"
        + "\n".join(
            f"S{week} | {day} | Ponant | {count} | 600"
            for week, day, count in (
                (18, "02/05/2025", 4),
                (19, "09/05/2025", 4),
                (20, "16/05/2025", 5),
                (21, "23/05/2025", 5),
                (22, "30/05/2025", 4),
            )
        ),
        revenue=13200,
        days=22,
    ),
    ordinary(
        "short titles",
        "# Suivi\nDate | Client | Nb j | TJM\n31/03/2025 | Ponant | 10 | 600\n"
        "# Dép.\nDate | Fourn. | Libellé | Cat. | HT\n05/03/2025 | Quai | Loyer | Loyer | 300",
        revenue=6000,
        charges=300,
    ),
    ordinary(
        "companies that are called as sums",
        BY_MONTH.format(name="Ensemble SARL").replace("Alizé", "Total Énergies SAS"),
        revenue=20900,
    ),
    *(
        ordinary(f"{where} a recap {name}", f"{MONTHS}{start}{text}", revenue=13850, days=22)
        for where, start in (("below,", "\n"), ("on its sheet,", "# Récap\n"))
        for name, text in (
            (
                "of clients by years",
                "Client | 2024 | 2025\nPonant | 2400 | 3000\nAlizé | 3900 | 4550",
            ),
            (
                "under its title",
                (
                    "Récapitulatif\nClient | CA 2024 | CA 2025 | Total\nPonant | 2400 | 3000 | 5400\n"  # noqa: E501
                    "Total | 6300 | 7550 | 13850"
                ),
            ),
            ("of days", "Client | Jours 2024 | Jours 2025\nPonant | 4 | 5\nAlizé | 6 | 7"),
            (
                "of years by clients",
                "Année | Ponant | Alizé\n2024 | 2400 | 3900\n2025 | 3000 | 4550",
            ),
            (
                "that is a pivot table",
                "Étiquettes de lignes | Somme de Jours\nPonant | 9\nAlizé | 13\nTotal général | 22",
            ),
        )
    ),
]


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


@pytest.mark.parametrize(
    "book",
    [
        *(
            small(f"a name of somebody, {name}", BY_MONTH.format(name=name), doubted("A3"))
            for name in (
                "Ensemble Vocal",
                "TVA Conseil",
                "Moyenne Ville",
                "CA Bretagne",
                "Objectif Emploi",
            )
        ),
        *(
            small(
                f"a sum under a name, {name} {months}",
                "# CA HT 2025\nClient | Janvier | Février\nA | 5100 | 5200\nAlizé | 2000 | 2100\n"
                f"{name} | {months}\nNimbus | 300 | 400\nTotal Forfaits | 300 | 400",
                right(revenue=15100),
                *asked("A4", "B4", "C4"),
            )
            for name in ("Total Régie", "Ensemble Ouest", "Cumul Nord")
            for months in ("7100 | 7300", "7100 | 7400")
        ),
        small(
            "a client at the price of the only other",
            "# CA HT 2025\nClient | Janvier | Février\nPonant | 5100 | 5200\n"
            "Ensemble Vocal | 5100 | 5200",
            doubted("A3"),
        ),
        *(
            small(f"a sum of others, {name}", BY_MONTH.format(name=name), refused("A3", "B3"))
            for name in (
                "Ensemble",
                "Total Ponant",
                "CA Général",
                "CA Prévu",
                "Objectif Ponant",
            )
        ),
        *(
            small(f"spent on {' '.join(cells)}", spent(*cells), *asked("B2", "C2", "E2"))
            for cells in (
                ("Avoir", "Abonnement", "Documentation"),
                ("Budget", "Année", "Divers"),
                ("", "Objectif", "Divers"),
                ("", "Budget 2025", "Divers"),
                ("", "Budget formation", "Divers"),
                ("Google", "Budget marketing", "Divers"),
            )
        ),
        *(
            small(f"received among expenses: {label}", spent("", label, "Divers"), doubted("A2"))
            for label in (
                "VIR PONANT",
                "VIR RECU ALIZE",
                "Virement Ponant",
                "VIR DE NIMBUS",
                "VIR F-12 CLIENT",
            )
        ),
        small(
            "a client that is called as a sum",
            "# Jours\nDate | Client | Mission | Jours | TJM\n31/01/2025 | Ponant | Dev | 4 | 600\n"
            "31/01/2025 | Ensemble | Site | 5 | 650\n28/02/2025 | Ensemble | Site | 6 | 650",
            doubted("A3"),
        ),
        small(
            "a sum that has a mission",
            "# Jours\nDate | Client | Mission | Jours | TJM\n31/01/2025 | Ponant | Dev | 4 | 600\n"
            "31/01/2025 | Alizé | Dev | 5 | 600\n31/01/2025 | Ensemble | Dev | 9 | 600",
            *asked("A4", "F4"),
        ),
        *(
            small(
                f"a row of days that lacks them, {cells}",
                "# Jours\nDate | Jour | Client | Mission | Jours | TJM\n"
                f"03/03/2025 | lundi | Ponant | Site | 1 | 600\n04/03/2025 | mardi | {cells}",
                refused("E3"),
            )
            for cells in ("Ponant | Formation | |", "| Formation | | 600", "| Atelier client | |")
        ),
        small(
            "weeks of more days than they have",
            "# Jours\nDate | Client | Jours | TJM\n"
            + "\n".join(
                f"{day} | Ponant | 5 | 600"
                for day in ("02/05/2025", "09/05/2025", "16/05/2025", "23/05/2025", "30/05/2025")
            ),
            doubted("A2", "A6", "C2"),
        ),
        small(
            "work on leaves, which is sold",
            "# Jours\nDate | Client | Mission | Jours | TJM\n"
            "31/01/2025 | Ponant | Congés payés API | 4 | 600",
            doubted("C2"),
        ),
        small(
            "a leave that is priced",
            "# Jours\nDate | Client | Mission | Jours | TJM\n31/01/2025 | Ponant | Congés payés | 4 | 600",  # noqa: E501
            refused("C2"),
        ),
        *(
            small(
                f"a year left out {name}",
                f"# Jours\nAnnée | Mois | Client | Jours | TJM\n{text}",
                refused("B3"),
            )
            for name, text in (
                (
                    "where months go back",
                    "2024 | Mars | Ponant | 4 | 600\n| Janvier | Ponant | 6 | 600",
                ),
                (
                    "where years change",
                    (
                        "2024 | Mars | Ponant | 4 | 600\n| Avril | Ponant | 6 | 600\n2025 | Mai | Ponant | 5 | 600\n"  # noqa: E501
                        "2025 | Juin | Ponant | 5 | 600"
                    ),
                ),
            )
        ),
        *(
            small(f"a wrong recap {name}", f"{MONTHS}# Récap\n{text}", refused("Récap!"))
            for name, text in (
                (
                    "of clients by years",
                    "Client | 2024 | 2025\nPonant | 2400 | 3100\nAlizé | 3900 | 4550",
                ),
                (
                    "of years by clients",
                    "Année | Ponant | Alizé\n2024 | 2400 | 3900\n2025 | 3000 | 4500",
                ),
                (
                    "with another client",
                    "Année | Ponant | Nimbus\n2024 | 2400 | 0\n2025 | 3000 | 0",
                ),
            )
        ),
        small(
            "a wrong recap below",
            f"{MONTHS}\nClient | 2024 | 2025\nPonant | 2400 | 3100\nAlizé | 3900 | 4550",
            *asked("A7"),
        ),
    ],
)
def test_what_looks_like_it_is_asked_at_its_cell(book: Small) -> None:
    judge(book)


def test_the_doubts_of_one_name_are_one_point(tmp_path: Path) -> None:
    """Twelve months of one mission, or of one expense, ask one thing and are ignored at once."""
    days = "".join(
        f"28/{month:02}/2025;Ponant;Absence RH;{month + 3};600\n" for month in range(1, 13)
    )
    paid = "".join(
        f"05/{month:02}/2025;PRLV SEPA DGFIP;Impôts;{100 + month}\n" for month in range(1, 13)
    )
    data = tmp_path / "data"
    data.mkdir()
    (tmp_path / "bilan.toml").touch()
    (data / "jours.csv").write_text(f"Date;Client;Mission;Jours;TJM\n{days}", encoding="utf-8")
    (data / "depenses.csv").write_text(f"Date;Libellé;Catégorie;HT\n{paid}", encoding="utf-8")
    found = points(load(tmp_path).doubtful(), DOUBTS)
    assert {(group[0].key, len(group)) for group in found} == {
        ("peut-etre-annule Absence RH", 12),
        ("mouvement-possible PRLV SEPA DGFIP", 12),
    }


def test_several_unknown_statuses_are_explained_at_once(tmp_path: Path) -> None:
    rows = "Date;Client;Statut;Montant HT\n31/03/2025;P;À voir;100\n30/04/2025;P;Zut;200\n"
    (tmp_path / "data").mkdir()
    (tmp_path / "bilan.toml").touch()
    (tmp_path / "data" / "forfaits.csv").write_text(rows, encoding="utf-8")
    with pytest.raises(BadData) as refused_book:
        load(tmp_path)
    (error,) = refused_book.value.errors
    assert str(error.fix).endswith(
        '[statuts]\n"À voir" = "compte" (ou "ne compte pas")\n"Zut" = "compte" (ou "ne compte pas")'
    )
