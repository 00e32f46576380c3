"""What stands around the lines of an honest book: figures, signatures, titles; what is near it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.books.outcomes import outcome_of
from tests.books.sheets import Cell
from tests.books.small import Small, asked, judge, ordinary, refused, right, sheets, small

HEAD = "N° facture | Date | Client | Montant HT | TVA | Montant TTC"
LISTED = (
    f"{HEAD}\nF1 | 11/03/2024 | Ponant | 500 | 100 | 600\nF2 | 12/04/2024 | Alizé | 700 | 140 | 840"
)
CARDS = "# Suivi\nSuivi de facturation\n\n{}\n{}\n\n" + LISTED
NAMED = "CA facturé HT | | Encaissé HT | | Reste à encaisser HT"
CRA = (
    "# CRA mars 2024\nClient : Ponant\nDate | Temps (j) | TJM\n11/03/2024 | 1 | 600\n"
    "12/03/2024 | 0.5 | 600\nTotal | 1.5 |\n\n"
)
SAID = "# CRA mars 2024\nClient : Ponant\n{}\nDate | Jours\n11/03/2024 | 1\n12/03/2024 | 0.5\n{}"
BY_MONTH = "# Charges\nCharges HT 2024\n{} | Janvier | Février | Mars\nFree | Box | 30 | 30 | 30\nMaif | Bureau | 40 | 40 | 41\n{}"
DAYS = range(1, 32)
ROWS = (
    ("Client", {day: str(day) for day in DAYS}),
    ("Ponant", {1: "1", 5: "1"}),
    ("Alizé", {6: "0.5"}),
)
ENDS = ("Total | TJM | Montant", "2 | 600 | {}", "0.5 | 500 | 250")
GRID = "# Mars 2024\n" + "\n".join(
    " | ".join([name, *(days.get(day, "") for day in DAYS), end])
    for (name, days), end in zip(ROWS, ENDS, strict=True)
)
PARTS = (
    "# Mars 2024\nVENTES\nDate | Client | Montant HT\n11/03/2024 | Ponant | 500\nTotal | | 500\n\n"
    "{}\nDate | Fournisseur | Montant HT\n12/03/2024 | Forge | 90\nTotal | | 90"
)
MANY = "\n".join(
    [
        *(f"{n:02}/03/2024 | Ponant | 1" for n in range(1, 15)),
        "{}",
        *(f"{n:02}/05/2024 | Ponant | 1" for n in range(1, 15)),
    ]
)
NUMBERS = "# Factures\nN° facture | Date | Client | Montant HT\n"
BOOKS = [
    # the figures of a dashboard, each below its name
    ordinary("figures above", CARDS.format(NAMED, "1200 | | 500 | | 700"), revenue=1200),
    ordinary("of the VAT too", CARDS.format("TTC | HT | TVA", "1440 | 1200 | 240"), revenue=1200),
    small("none is what lines are worth", CARDS.format(NAMED, "1300 | | 500 | | 800"), refused("A4")),
    small("one has no name", CARDS.format("CA HT", "1200 | 500 | 700"), refused("A4")),
    small("a date among them", CARDS.format(NAMED.replace("HT | |", "HT | Le |"), "1200 | 11/05/2024 | 500 | | 700"), refused("A4")),
    # what is signed below a total
    ordinary("signatures", CRA + "Signature du consultant | Signature du client", revenue=900, days=1.5),
    ordinary("where and when", CRA + "Fait à Lyon | le 31 mars 2024 | Signature", revenue=900, days=1.5),
    ordinary("a true date beside", CRA + "Fait à Lyon | 31/03/2024 | Signature", revenue=900, days=1.5),
    small("an amount in words below", CRA + "| 1.5 jour | 600 €", *asked("A7", "B7")),
    small("a line below", CRA + "13/03/2024 | une | 600", *asked("B7")),
    small("no total above", CRA.replace("Total | 1.5 |\n", "") + "Le consultant | Le client", refused("A6")),
    # a price said once of all the days
    *(
        ordinary(f"a price once, {said}", SAID.format(said, ""), revenue=900, days=1.5)
        for said in ("TJM : 600 €", "TJM | 600", "Tarif journalier HT : | 600", "TJM : 600 €/j", "Prix par jour | 600")
    ),
    ordinary(
        "below, with what is billed",
        SAID.format("Mission Socle", "Total | 1.5\n\nJours | 1.5\nTJM | 600\nMontant HT | 900\nTVA 20 % | 180\nTotal TTC | 1080"),
        revenue=900,
    ),
    small("another price among the days", "# Jours\nTJM : 600 €\nDate | Client | Jours\n" + MANY.format("TJM : 700 €"), refused("A3", "C4", "B4")),
    small("another price from some day on", "# Jours\nTJM : 600 €\nDate | Client | Jours\n" + MANY.format("TJM : 700 € en mai"), refused("A3", "C4", "B4")),
    # a word of time below a column of dates does not make it one of units
    *(
        small(
            f"days counted below, in {at}",
            f"# Factures\n{at}Date | Client | Quantité | PU HT | Montant HT\n{one}11/03/2024 | Ponant | 5 | 600 | 3000\n"
            f"{two}12/04/2024 | Alizé | 1 | 700 | 700\n\n{blank}Jours | 6",
            right(revenue=3700),
        )
        for at, one, two, blank in (("", "", "", ""), ("N° facture | ", "F1 | ", "F2 | ", " | "))
    ),
    small("two prices", SAID.format("TJM : 600 €", "Total | 1.5\n\nTJM | 610"), refused("A4", "A5")),
    small("a price aimed at", SAID.format("TJM cible : 700 €", ""), refused("A2", "A4")),
    small("another price on lines", SAID.format("TJM : 600 €", "").replace("Jours\n", "Jours | Montant HT\n").replace("| 1\n", "| 1 | 700\n"), *asked("C4", "A4", "C5")),
    small(
        "another price agreed",
        SAID.format("TJM : 600 €", "# Missions\nClient | TJM\nPonant | 700"),
        *asked("A4", "A5"),
    ),
    small("a figure that is wrong below", SAID.format("TJM | 600", "Total | 1.5\n\nMontant HT | 950\nTotal HT | 950"), *asked("B8", "B9")),
    small("a total of days beyond measure", SAID.format("TJM | 600", "Total | 1500"), refused("B6")),
    # the amounts of a grid
    ordinary("amounts of rows", GRID.format(1200), revenue=1450, days=2.5),
    small("another amount", GRID.format(1100), *asked("AI1")),
    # one's own time is sold to nobody, unless it has a price
    *(
        ordinary(f"{own} in a grid", GRID.format(1200).replace("Alizé", own).replace("500 | 250", "|"), revenue=1200, days=2)
        for own in ("Formation", "Administratif", "Veille")
    ),
    small("a client called so", GRID.format(1200).replace("Alizé", "Formation"), *asked("A3")),
    small(
        "a client of that name whose price is agreed",
        GRID.format(1200).replace("Alizé", "Formation").replace("500 | 250", "|") + "\n# Missions\nClient | TJM\nFormation | 500",
        right(revenue=1450),
    ),
    small("a client without a price", GRID.format(1200).replace("500 | 250", "|"), refused("AH3", "G3", "A3")),
    # the title of the next table
    ordinary("a title between two", PARTS.format("DÉPENSES"), revenue=500, charges=90),
    small("that undoes them", PARTS.format("Prévisions"), *asked("A6")),
    # a credit note has its place among invoices
    ordinary(
        "a credit note in the series",
        f"{NUMBERS}F-001 | 11/03/2024 | Ponant | 500\nAV-002 | 12/03/2024 | Ponant | -50\n"
        "F-003 | 11/04/2024 | Alizé | 700",
        revenue=1150,
    ),
    small(
        "credit notes of their own",
        f"{NUMBERS}F-001 | 11/03/2024 | Ponant | 500\nAV-001 | 12/03/2024 | Ponant | -50\n"
        "AV-002 | 13/03/2024 | Ponant | -10\nF-003 | 11/04/2024 | Alizé | 700",
        *asked("A5"),
    ),
    # words
    *(
        ordinary(
            f"{title} of some work",
            f"# Factures\nDate | Client | {title} | Montant HT\n11/03/2024 | Ponant | Audit | 500\n"
            "12/03/2024 | Alizé | Audit | 700\n13/03/2024 | Alizé | Site | 70",
            revenue=1270,
        )
        for title in ("Détail", "Travail", "Travaux", "Langue", "Type de séance", "Acte", "Chantier")
    ),
    *(
        ordinary(
            f"{title} beside amounts",
            f"# Jours\nDate | Client | {title} | Jours | TJM | Total HT\n11/03/2024 | Ponant | {one} | 1 | 600 | 600\n"
            f"12/03/2024 | Alizé | {other} | 1 | 600 | 600\n13/03/2024 | Alizé | {one} | 1 | 600 | 600",
            revenue=1800,
        )
        for title, one, other in (
            ("Nb stagiaires", "8", "5"), ("Nombre de participants", "8", "5"),
            ("Int.", "JA", "ML"), ("Module", "Excel avancé", "Word"), ("Ville", "Rennes", "Laval"),
        )
    ),
    *(
        small(
            f"{title} is asked about",
            f"# Jours\nDate | Client | {title} | Jours | TJM | Total HT\n11/03/2024 | Ponant | 8 | 1 | 600 | 600\n"
            "12/03/2024 | Alizé | 5 | 1 | 600 | 600\n13/03/2024 | Alizé | 8 | 1 | 600 | 600",
            *asked("C1"),
        )
        for title in ("Nb demi-journées", "Nb jours réels", "Nb mois", "Stagiaires")
    ),
    ordinary(
        "a price and its costs make the amount",
        "# Factures\nDate | Client | Reportage | Tarif HT | Frais km HT | Total HT\n11/03/2024 | Ponant | A | 500 | 35 | 535\n"
        "12/03/2024 | Alizé | B | 700 | | 700\n13/03/2024 | Alizé | C | 70 | 12 | 82",
        revenue=1317,
    ),
    ordinary(
        "costs that come late",
        "# Factures\nDate | Client | Reportage | Tarif HT | Frais km HT | Total HT\n" + "".join(
            f"{day}/03/2024 | Ponant | A{day} | {500 + day * day} | | {500 + day * day}\n" for day in range(11, 20)
        ) + "22/03/2024 | Alizé | B | 700 | 35 | 735",
        revenue=7320,
    ),
    small(
        "costs that make no amount",
        "# Factures\nDate | Client | Reportage | Tarif HT | Frais km HT | Total HT\n11/03/2024 | Ponant | A | 500 | 35 | 535\n"
        "12/03/2024 | Alizé | B | 700 | | 700\n13/03/2024 | Alizé | C | 70 | 12 | 92",
        *asked("E1", "E4", "F4"),
    ),
    ordinary(
        "a year above its invoices",
        "# Factures\nN° | Date | Client | Montant HT\nAnnée 2023 |\n1 | 11/03/2023 | Ponant | 500\nAnnée 2024 |\n"
        "2 | 11/03/2024 | Ponant | 50",
        revenue=550,
    ),
    ordinary(
        "rows that are counted",
        "# Ventes\nRang | Date | Client | Montant HT\n1 | 11/03/2024 | Ponant | 500\n2 | 12/03/2024 | Alizé | 70\n3 | 13/03/2024 | Alizé | 80",
        revenue=650,
    ),
    small(
        "ranks of which one misses",
        "# Ventes\nRang | Date | Client | Montant HT\n1 | 11/03/2024 | Ponant | 500\n2 | 12/03/2024 | Alizé | 70\n4 | 13/03/2024 | Alizé | 80",
        *asked("A1"),
    ),
    ordinary(
        "a quarter is no month",
        "# T1 2024\nRecettes – trimestre 1 2024\nDate | Client | Montant HT\n11/01/2024 | Ponant | 500\n12/02/2024 | Alizé | 70\n"
        "13/03/2024 | Alizé | 80",
        revenue=650,
    ),
    ordinary(
        "the total of a year above another",
        "# CA\nDate | Client | CA HT\n11/01/2023 | Ponant | 500\n12/02/2023 | Alizé | 70\nTotal 2023 | | 570\n\n"
        "Date | Client | CA HT\n11/01/2024 | Ponant | 50\n12/02/2024 | Alizé | 70\nTotal 2024 | | 120",
        revenue=690,
    ),
    ordinary(
        "sentences on a sheet of notes",
        f"# Factures\n{LISTED}\n# Notes\nPenser à relancer Ponant\nRenouveler la RC Pro en mars",
        revenue=1200,
    ),
    small(
        "months on another",
        f"# Factures\n{LISTED}\n# Divers\nPonant | mars | dix jours\nAlizé | avril 2024 | deux jours",
        refused("Divers!"),
    ),
    ordinary(
        "one day of many",
        "# CRA mars 2024\nClient : Ponant\nDate | Quantité (jour) | TJM\n11/03/2024 | 1 | 600\n12/03/2024 | 0.5 | 600",
        revenue=900,
        days=1.5,
    ),
    *(
        ordinary(
            f"whom an expense of {name} is paid to",
            f"# {name}\nDate | Tiers | Libellé | Montant HT\n11/03/2024 | Forge | Serveur | 30\n12/03/2024 | Forge | Serveur | 31\n"
            "13/04/2024 | Rail | Train | 90",
            charges=151,
        )
        for name in ("Journal des achats", "Charges variables", "Dépenses courantes")
    ),
    # sheets under other names
    *(
        ordinary(f"lines called {name}", f"# {name}\n{text}", revenue=sold, charges=spent)
        for name, text, sold, spent in (
            ("Hours", "Date | Client | Days | Day rate\n11/03/2024 | Ponant | 1 | 600", 600, 0),
            ("Saisie", "Date | Client | Jours | TJM\n11/03/2024 | Ponant | 1 | 600", 600, 0),
            ("Depenses2024", "Date | Fournisseur | HT\n11/03/2024 | Forge | 30", 0, 30),
            ("Mar", "Date | N° | Client | HT\n11/03/2024 | 1 | Ponant | 600", 600, 0),
            ("Projets", LISTED, 1200, 0),
            ("Ponant", LISTED, 1200, 0),
        )
    ),
    *(
        small(f"no lines called {name}", f"# {name}\n{text}", *asked(f"{name}!", "A2"))
        for name, text in (
            ("Devis", LISTED), ("Impayés", LISTED), ("Prévisions", LISTED), ("Copie", LISTED),
            ("Projets", LISTED.replace("N° facture", "N°")), ("Projets", LISTED.replace("F2 |", "|")),
        )
    ),
    ordinary(
        "a client before a year",
        SAID.format("TJM | 600", "").replace("Client : Ponant", "Client : Ponant – 2024") + "\n# Missions\nClient | TJM\nPonant | 600",
        revenue=900,
    ),
    ordinary(
        "dates of every line",
        f"# Factures\n{LISTED}".replace("TTC\n", "TTC | règlement\n").replace("| 600\n", "| 600 | 12/04/2024\n") + " | 12/05/2024",
        revenue=1200,
    ),
    small(
        "dates of some lines",
        f"# Factures\n{LISTED}".replace("TTC\n", "TTC | reprise\n").replace("| 600\n", "| 600 | 12/04/2024\n"),
        *asked("G1", "G2"),
    ),
    # a unit, a rate and what was done, under several titles
    *(
        ordinary(
            f"a unit called {title}",
            f"# Ventes\nDate | Client | {title} | Quantité | PU HT | Total HT\n11/03/2024 | Ponant | Jour | 3 | 500 | 1500\n"
            "12/03/2024 | Alizé | Forfait | 1 | 700 | 700\n13/03/2024 | Alizé | jour | 2 | 510 | 1020",
            revenue=3220,
            days=5,
        )
        for title in ("Type", "Nature", "Unité", "Vendu")
    ),
    ordinary(
        "what was done, one day at a time",
        "# Ventes\nDate | Client | Prestation | Quantité | PU HT | Total HT\n11/03/2024 | Ponant | Journée | 1 | 500 | 500\n"
        "12/03/2024 | Alizé | Audit | 1 | 700 | 700",
        revenue=1200,
    ),
    small(
        "a unit that is not known",
        "# Ventes\nDate | Client | Unité | Quantité | PU HT | Total HT\n11/03/2024 | Ponant | Jour | 3 | 500 | 1500\n"
        "12/03/2024 | Alizé | Astreinte | 1 | 700 | 700",
        *asked("C3", "C2"),
    ),
    ordinary(
        "a rate of VAT",
        "# Ventes\nDate | Client | HT | Taux | TVA | TTC\n11/03/2024 | Ponant | 500 | 20 % | 100 | 600\n12/03/2024 | Alizé | 700 | 10 % | 70 | 770",
        revenue=1200,
    ),
    small(
        "a rate that is no rate of that VAT",
        "# Ventes\nDate | Client | HT | Taux | TVA | TTC\n11/03/2024 | Ponant | 500 | 20 % | 100 | 600\n12/03/2024 | Alizé | 700 | 20 % | 70 | 770",
        *asked("D3", "E3"),
    ),
    *(
        ordinary(
            f"{one} and {other}",
            f"# Factures\nDate | Client | {one} | {other} | HT\n11/03/2024 | Ponant | Socle | Audit | 500\n12/03/2024 | Ponant | Flux | Site | 500",
            revenue=1000,
        )
        for one, other in (("Mission", "Description"), ("Project", "Description"), ("Prestation", "Objet"))
    ),
    small(
        "what undoes a line in the second",
        "# Factures\nDate | Client | Mission | Description | HT\n11/03/2024 | Ponant | Socle | Audit | 500\n12/03/2024 | Ponant | Flux | annulé | 500",
        *asked("D3"),
    ),
    small(
        "days sold under no title that is known",
        "# Projets\nProjet | Client | Date | Vendu | TJM | CA HT | N° facture\nA | Ponant | 11/03/2024 | 2 | 600 | 1200 | F1",
        refused("Projets!"),
    ),
    small(
        "a type that undoes a line",
        "# Factures\nDate | Client | Objet | Type de séance | Montant HT\n11/03/2024 | Ponant | A | Suivi | 500\n"
        "12/03/2024 | Alizé | B | Annulée | 700\n13/03/2024 | Alizé | C | Suivi | 70",
        *asked("D3", "D1"),
    ),
    # expenses by month, of whom and for what
    *(
        ordinary(f"by month, {first}", BY_MONTH.format(first, "Total | " + end), charges=211)
        for first, end in (("Fournisseur | Poste", "| 70 | 70 | 71"), ("Poste | Fournisseur", "| 70 | 70 | 71"))
    ),
    ordinary("by month, the total under the second", BY_MONTH.format("Fournisseur | Catégorie", " | Total | 70 | 70 | 71"), charges=211),
    small("by month, a wrong total", BY_MONTH.format("Fournisseur | Poste", "Total | | 70 | 70 | 72"), *asked("E5", "A5")),
    small("by month, a total of no name", BY_MONTH.format("Fournisseur | Poste", " | | 70 | 70 | 71"), *asked("C5", "A5", "B5")),
    small("by month, sales", BY_MONTH.format("Fournisseur | Poste", "Ponant | Recettes | 70 | 70 | 71"), *asked("A5", "B5")),
    small("by month, cancelled", BY_MONTH.format("Fournisseur | Poste", "Ponant (annulé) | Site | 9 | 9 | 9"), *asked("A5", "B5")),
    ordinary("by month, a supplier called Total", BY_MONTH.format("Fournisseur | Poste", "Total | Carburant | 9 | 9 | 8"), charges=237),
    ordinary(
        "how an expense is paid",
        "# Expenses\nDate | Merchant | Description | Net | VAT | Total | Payment method\n11/03/2024 | Forge | Box | 30 | 6 | 36 | Card\n"
        "12/03/2024 | Forge | Disk | 40 | 8 | 48 | Card",
        charges=70,
    ),
    ordinary(
        "years of depreciation",
        "# Achats\nDate | Fournisseur | Libellé | Montant HT | Amortissement (ans)\n"
        "01/01/2024 | Forge | Ordinateur | 3000 | 3",
        charges=0,
    ),
    small(
        "sales without a payment are told once a sheet",
        "# Séances\nDate | Patient | Montant\n11/03/2024 | Ponant | 50\n12/03/2024 | Alizé | 60",
        refused("A2"),
        settings='[societe]\nstatut = "micro"\n[tva]\nregime = "franchise"\n',
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", BOOKS)
def test_what_stands_around_lines_is_no_point_where_it_is_right(book: Small) -> None:
    judge(book)


def test_a_formula_in_error_below_the_total_is_no_word() -> None:
    ((name, sheet),) = sheets(CRA).items()
    below = ("Ponant", Cell(value="#REF!", formula="B3*2", error=True))
    found = outcome_of({name: replace(sheet, rows=[*sheet.rows[:5], below])})
    assert [place.cell for what, place in found.errors if "erreur" in what] == ["B6"]
