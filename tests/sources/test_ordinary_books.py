"""Well-kept books of every habit are read right, with no refusal and no false alarm."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from tests.books.small import Small, judge, ordinary

SEVEN = "[lecture]\nheures_par_jour = 7\n"
EIGHT = "[lecture]\nheures_par_jour = 8\n"


def month(number: int, words: str, turn: str = "1", odd: dict[int, str] | None = None) -> str:
    """Return a grid of a long month of 2020, its working days from the 3rd on filled by turns."""
    cells, days = turn.split(), range(1, 32)
    works = [day > 2 and date(2020, number, day).weekday() < 5 for day in days]
    found = [cells[day % len(cells)] if works[day - 1] else "" for day in days]
    for day, cell in (odd or {}).items():
        found[day - 1] = cell
    return f"{words}\nClient | TJM | {row(days)} | Total\nPonant | 700 | {row(found)} |"


def row(cells: Iterable[object]) -> str:
    """Return cells as a table tells them."""
    return " | ".join(map(str, cells))


BOOKS = [
    *(
        ordinary(
            f"a file named {name}",
            f"# {name}\nDate | Client | Jours | TJM\n31/01/2020 | Ponant | 18 | 700",
            revenue=12600,
        )
        for name in ("Suivi 2020.csv", "Suivi", "Suivi facturation 2020", "Export.csv", "Compta")
    ),
    ordinary(
        "one line per month",
        """
# Jours
Date | Client | Jours | TJM
31/01/2020 | Compagnie du Ponant | 18 | 700
28/02/2020 | Compagnie du Ponant | 16.5 | 700
31/03/2020 | Mutuelle des Trois Rives | 12 | 680
""",
        revenue=32310, days=46.5,
    ),
    ordinary(
        "one line per day",
        """
# Jours 2020
Date | Client | Mission | Jours | TJM | Commentaire
02/03/2020 | Ponant | Flux | 1 | 700 | reprise des flux
03/03/2020 | Ponant | Flux | 1 | 700 | suite
04/03/2020 | Ponant | Flux | 0.5 | 700 | matin chez le client
04/03/2020 | Alizé | Audit | 0.5 | 650 | cadrage
05/03/2020 | Alizé | Audit | 1 | 650 | entretiens
""",
        revenue=2725, days=4,
    ),
    ordinary(
        "invoices with status, VAT and payment",
        """
# Factures 2020
Date | N° facture | Client | Libellé | Montant HT | TVA | Montant TTC | Statut | Date de paiement
31/01/2020 | F-2020-01 | Ponant | Audit du SI | 4000 | 800 | 4800 | Payée | 28/02/2020
28/02/2020 | F-2020-02 | Alizé | Formation | 2500 | 500 | 3000 | Payée | 15/04/2020
31/03/2020 | F-2020-03 | Ponant | Conseil | 1200 | 240 | 1440 | Envoyée |
""",
        revenue=7700,
    ),
    ordinary(
        "expenses with their purchases",
        """
# Dépenses
Date | Fournisseur | Libellé | Catégorie | Montant HT | Taux TVA | Durée d’amortissement
02/01/2020 | Les Bureaux du Quai | Poste partagé | Loyer | 310 | 20 % |
15/01/2020 | Forge Numérique | Ordinateur portable | Matériel | 1800 | 20 % | 3
31/01/2020 | Télécom Alizé | Mobile | Télécommunications | 25 | 20 % |
03/02/2020 | Assureur du Port | RC pro | Assurances | 480 | 0 % |
""",
        charges=815,
    ),
    ordinary(
        "three sheets in one workbook",
        """
# Jours
Date | Client | Jours | TJM | Montant HT
31/01/2020 | Ponant | 10 | 700 | 7000
28/02/2020 | Ponant | 8 | 700 | 5600
# Forfaits
Date | Client | Prestation | Montant HT
31/03/2020 | Alizé | Infogérance | 450
# Dépenses
Date | Libellé | Montant HT
31/01/2020 | Loyer | 300
# Aide
Comment remplir ce classeur | 1 | 2
# Listes
Loyer | Repas
Matériel | Train
# Paramètres
TVA normale | 0.2 {0 %}
TVA réduite | 0.055 {0.0 %}
Notes de passage |
""",
        revenue=13050, charges=300,
    ),
    ordinary(
        "totals at the bottom",
        """
# Jours
Date | Client | Jours | TJM | Montant HT
31/01/2020 | Ponant | 10 | 700 | 7000
28/02/2020 | Ponant | 8 | 700 | 5600
TOTAL | | 18 | | 12600
""",
        revenue=12600,
    ),
    ordinary(
        "subtotals by month, then a total",
        """
# Factures
Date | Client | Montant HT
10/01/2020 | Ponant | 1000
20/01/2020 | Alizé | 2500
| SOUS-TOTAL JANVIER | 3500
10/02/2020 | Ponant | 1700
20/02/2020 | Alizé | 2950
| SOUS-TOTAL FÉVRIER | 4650
| TOTAL : | 8150
""",
        revenue=8150,
    ),
    ordinary(
        "a title, a blank row, an edition date",
        """
# Jours
Suivi des jours facturés
Édité le 04/01/2021

Date | Client | Jours | TJM
31/01/2020 | Ponant | 10 | 700
28/02/2020 | Alizé | 8 | 650
""",
        revenue=12200,
    ),
    ordinary(
        "TTC before HT",
        """
# Factures
Date facture | Montant TTC | Montant HT | Client
31/01/2020 | 1200 | 1000 | Ponant
28/02/2020 | 3000 | 2500 | Alizé
""",
        revenue=3500,
    ),
    ordinary(
        "amounts as French text",
        """
# Factures
Date | Client | Montant HT
31/01/2020 | Ponant | 1 234,56 €
28/02/2020 | Alizé | 5\u202f639,75 €
31/03/2020 | Alizé | 79€99
30/04/2020 | Ponant | 1.234,50
""",
        revenue=8188.8,
    ),
    ordinary(
        "a CSV with semicolons",
        """
# jours.csv
Date | Client | Jours | TJM | Montant HT
31/01/2020 | Ponant | 10,5 | 700 | 7350,00
28/02/2020 | Alizé | 8 | 650 | 5200,00
""",
        revenue=12550, days=18.5,
    ),
    ordinary(
        "a workbook per year",
        """
# 2019.xlsx/Jours
Date | Client | Jours | TJM
31/01/2019 | Ponant | 10 | 680
28/02/2019 | Ponant | 12 | 680
# 2020.xlsx/Jours
Date | Client | Jours | TJM
31/01/2020 | Ponant | 10 | 700
28/02/2020 | Ponant | 8 | 700
""",
        revenue={2019: 14960, 2020: 12600},
    ),
    ordinary(
        "a sheet per month",
        """
# Janvier 2020
Date | Client | Jours | TJM
15/01/2020 | Ponant | 5 | 700
31/01/2020 | Ponant | 6 | 700
# Février 2020
Date | Client | Jours | TJM
14/02/2020 | Ponant | 4 | 700
28/02/2020 | Alizé | 6 | 650
""",
        revenue=14400,
    ),
    ordinary(
        "a monthly grid",
        "# CRA mars 2020\n" + month(3, "Compte rendu d’activité – mars 2020"),
        days=21, revenue=14700,
    ),
    ordinary(
        "a grid with leave, halves and a total",
        "# Mars 2020\n" + month(3, "Mars 2020", "1 CP 0.5 1")[:-1] + "| 13.5",
        days=13.5,
    ),
    ordinary(
        "a grid with a public holiday",
        "# Mai 2020\n" + month(5, "Mai 2020", odd={8: "F", 21: "F"}),
        days=18,
    ),
    ordinary(
        "a grid in hours",
        "# CRA\n" + month(3, "Mars 2020, en heures", "7 3.5"),
        SEVEN,
        days=15.5,
    ),
    ordinary(
        "hours in a list",
        """
# Temps
Date | Client | Projet | Tâche | Temps (en heure) | TJM
02/03/2020 | Ponant | Flux | Analyse | 7 | 700
03/03/2020 | Ponant | Flux | Développement | 3,5 | 700
03/03/2020 | Alizé | Audit | Entretiens | 3h30 | 700
04/03/2020 | Alizé | Audit | Synthèse | 7:00 | 700
""",
        SEVEN,
        days=3, revenue=2100,
    ),
    ordinary(
        "hourly rates",
        """
# Jours
Date | Client | Heures | Taux horaire | Montant HT
02/03/2020 | Ponant | 8 | 90 | 720
03/03/2020 | Ponant | 4 | 90 | 360
""",
        EIGHT,
        revenue=1080, days=1.5,
    ),
    ordinary(
        "rates on a sheet of missions",
        """
# Missions
Client | Mission | TJM | Du | Au
Ponant | Flux | 700 | 01/01/2020 | 30/06/2020
Ponant | Flux | 720 | 01/07/2020 |
Alizé | Audit | 650 | |
# Jours
Date | Client | Mission | Jours
31/01/2020 | Ponant | Flux | 10
31/07/2020 | Ponant | Flux | 10
31/08/2020 | Alizé | Audit | 4
""",
        revenue=16800,
    ),
    ordinary(
        "credit notes below zero",
        """
# Factures
Date | N° facture | Type | Client | Montant HT
31/01/2020 | F-2020-01 | Facture | Ponant | 4000
28/02/2020 | F-2020-02 | Facture | Alizé | 2500
05/03/2020 | AV-2020-01 | Avoir | Alizé | -500
""",
        revenue=6000,
    ),
    ordinary(
        "movements with their category",
        """
# Dépenses
Date | Libellé | Catégorie | Montant HT
02/01/2020 | Loyer | Loyer | 300
20/04/2020 | Déclaration de mars | TVA versée | 1400
15/06/2020 | Apport | Compte courant d’associé | 5000
""",
        charges=300,
    ),
    ordinary(
        "payroll as a company bears it",
        """
# Dépenses
Date | Libellé | Catégorie | Montant HT
31/01/2020 | Salaire brut | Rémunération | 3200
31/01/2020 | Cotisations patronales | Cotisations | 1350
31/01/2020 | Urssaf | Cotisations | 410
""",
        charges=4960,
    ),
    ordinary(
        "two tables side by side",
        """
# 2020
Forfaits | | | | | Dépenses | | |
Date | Client | Prestation | HT | | Date | Fournisseur | Libellé | HT
31/01/2020 | Ponant | Audit | 4000 | | 02/01/2020 | Quai | Loyer | 300
28/02/2020 | Alizé | Formation | 2500 | | 03/02/2020 | Télécom | Fibre | 52
""",
        revenue=6500, charges=352,
    ),
    ordinary(
        "two tables one below the other",
        """
# 2020
Forfaits
Date | Client | Prestation | HT
31/01/2020 | Ponant | Audit | 4000
28/02/2020 | Alizé | Formation | 2500

Dépenses
Date | Fournisseur | Libellé | HT
02/01/2020 | Quai | Loyer | 300
""",
        revenue=6500, charges=300,
    ),
    ordinary(
        "clients in blocks",
        """
# Jours
Client | Date | Jours | TJM
Ponant | 31/01/2020 | 10 | 700
| 28/02/2020 | 8 | 700
| 31/03/2020 | 9 | 700
Alizé | 31/01/2020 | 4 | 650
| 28/02/2020 | 5 | 650
""",
        revenue=24750,
    ),
    ordinary(
        "repeated headers after a page break",
        """
# Factures
Date | Client | Montant HT
31/01/2020 | Ponant | 1000
28/02/2020 | Alizé | 2500
Date | Client | Montant HT
31/03/2020 | Ponant | 1700
""",
        revenue=5200,
    ),
    ordinary(
        "financial year from July to June",
        """
# Jours 2020
Date | Client | Jours | TJM
31/07/2019 | Ponant | 10 | 700
31/10/2019 | Ponant | 12 | 700
31/03/2020 | Ponant | 9 | 700
30/06/2020 | Ponant | 11 | 700
""",
        '[exercice]\ncloture = "30/06"\n',
        revenue={2020: 29400},
    ),
    ordinary(
        "words of one's own",
        """
# Presta
Quand | Pour qui | Net | Humeur
31/01/2020 | Ponant | 1000 | bonne
28/02/2020 | Alizé | 2500 | moyenne
""",
        '[colonnes]\n"Presta" = "Forfaits"\n"Quand" = "Date"\n"Pour qui" = "Client"\n"Net" = "Montant HT"\n"Humeur" = ""\n',
        revenue=3500,
    ),
    ordinary(
        "an export of invoices with many columns",
        """
# Factures
#numero_facture | Date | Nom du client | Projet | Mode de paiement | Montant HT | Taux TVA | Montant TVA | Montant TTC | Devise | Statut
F1 | 31/01/2020 | Ponant | Refonte | Virement | 1000 | 20 % | 200 | 1200 | EUR | Payé
F2 | 28/02/2020 | Alizé | Audit | Virement | 2500 | 20 % | 500 | 3000 | EUR | Payé
F3 | 31/03/2020 | Ponant | Refonte | Chèque | 1700 | 20 % | 340 | 2040 | EUR | En retard
""",
        revenue=5200,
    ),
    ordinary(
        "formulas that hold",
        """
# Jours
Date | Client | Jours | TJM | Montant HT | TVA | TTC
31/01/2020 | Ponant | 10 | 700 | =C2*D2 -> 7000 | =E2*0.2 -> 1400 | =E2+F2 -> 8400
28/02/2020 | Alizé | 8 | 650 | =C3*D3 -> 5200 | =E3*0.2 -> 1040 | =E3+F3 -> 6240
TOTAL | | =SUM(C2:C3) -> 18 | | =SUM(E2:E3) -> 12200 | =SUM(F2:F3) -> 2440 | =SUM(G2:G3) -> 14640
""",
        revenue=12200,
    ),
    ordinary(
        "formats in euros",
        """
# Factures
Date | Client | Montant HT
31/01/2020 | Ponant | 1000 {#,##0.00 €}
28/02/2020 | Alizé | 2500 {[$€-40C]#,##0.00}
""",
        revenue=3500,
    ),
    ordinary(
        "a note below the table",
        """
# Factures
Date | Client | Montant HT
31/01/2020 | Ponant | 1000
28/02/2020 | Alizé | 2500

Printemps calme, reprise en mai
""",
        revenue=3500,
    ),
    ordinary(
        "dates as texts of all shapes",
        """
# Factures
Date | Client | Montant HT
2020-01-31 | Ponant | 1000
28.2.2020 | Alizé | 2500
mar. 31/03/2020 | Ponant | 1750
30 avril 2020 | Alizé | 640
'20200529 | Alizé | 910
""",
        revenue={2020: 6800},
    ),
    ordinary(
        "months instead of dates",
        """
# Factures
Mois | Client | Montant HT
janv. 2020 | Ponant | 1000
févr. 2020 | Alizé | 2500
mars 2020 | Ponant | 1700
""",
        revenue={2020: 5200},
    ),
    ordinary(
        "a client named after a total",
        """
# Factures
Date | Client | Prestation | Montant HT
31/01/2020 | Total Énergies | Audit | 1000
28/02/2020 | Ponant | Suivi | 2500
31/03/2020 | Total Énergies | Suivi | 1700
""",
        revenue=5200,
    ),
    ordinary(
        "services that speak of quotes, options and cancelling",
        """
# Factures
Date | Client | Prestation | Montant HT
31/01/2020 | Ponant | Outil de devis en ligne | 1000
28/02/2020 | Alizé | Module d’annulation des commandes | 2500
31/03/2020 | Ponant | Formation aux prévisions de ventes | 1750
30/04/2020 | Alizé | Refonte du projet Avoirs et retours | 640
""",
        revenue=5890,
    ),
    ordinary(
        "two consultants",
        """
# Jours
Date | Intervenant | Client | Jours | TJM
31/01/2020 | Ana | Ponant | 18 | 700
31/01/2020 | Bo | Ponant | 17 | 600
28/02/2020 | Ana | Ponant | 15 | 700
28/02/2020 | Bo | Ponant | 16 | 600
""",
        revenue=42900,
    ),
    ordinary(
        "rates that differ by client and rise",
        """
# Jours
Date | Client | Jours | TJM
31/01/2020 | Ponant | 10 | 600
28/02/2020 | Ponant | 8 | 600
31/03/2020 | Ponant | 9 | 650
30/04/2020 | Alizé | 4 | 900
29/05/2020 | Alizé | 3 | 900
""",
        revenue=22950,
    ),
    ordinary(
        "absences in the list",
        """
# Jours
Date | Client | Jours | TJM
31/01/2020 | Ponant | 18 | 700
14/02/2020 | Congés | 5 |
28/02/2020 | Ponant | 12 | 700
""",
        revenue=21000, days=30,
    ),
    ordinary(
        "full months of work",
        """
# Jours
Date | Client | Jours | TJM
31/01/2020 | Ponant | 22 | 700
28/02/2020 | Ponant | 20 | 700
31/03/2020 | Ponant | 22 | 700
""",
        revenue=44800,
    ),
    ordinary(
        "the same amounts month after month",
        """
# Forfaits
Date | Client | Prestation | Montant HT
31/01/2020 | Ponant | Infogérance | 450
29/02/2020 | Ponant | Infogérance | 450
31/03/2020 | Ponant | Infogérance | 450
30/04/2020 | Ponant | Infogérance | 900
# Dépenses
Date | Libellé | Montant HT
02/01/2020 | Loyer | 310
03/02/2020 | Loyer | 310
02/03/2020 | Loyer | 310
""",
        revenue=2250, charges=930,
    ),
    ordinary(
        "a journal of many small expenses",
        """
# Notes de frais
Date | Libellé | Catégorie | Montant TTC | TVA | Mode de paiement
06/01/2020 | Train Paris – Lille | Déplacements | 66 | 6 | CB
07/01/2020 | Hôtel du Phare | Déplacements | 110 | 10 | CB
08/01/2020 | Déjeuner | Repas | 22 | 2 | Espèces
""",
        charges=180,
    ),
    ordinary(
        "a year alone of fees and no day",
        """
# Facturation 2020
Date d'émission | Client | Objet | Total HT
31/01/2020 | Ponant | Conception | 3000
30/06/2020 | Ponant | Livraison | 7000
""",
        revenue=10000,
    ),
    ordinary(
        "equivalent days of fees",
        """
# Forfaits
Date | Client | Prestation | Montant HT | Jours équivalents
31/01/2020 | Ponant | Conception | 3000 | 4.5
30/06/2020 | Ponant | Livraison | 7100 | 10
""",
        revenue=10100,
    ),
    ordinary(
        "quantities and unit prices",
        """
# Factures
Date | Client | Désignation | Quantité | Prix unitaire HT | Montant HT
31/01/2020 | Ponant | Licences | 10 | 45 | 450
28/02/2020 | Alizé | Ateliers | 3 | 800 | 2400
""",
        revenue=2850,
    ),
    ordinary(
        "VAT as an amount, with deductible rounding",
        """
# Dépenses
Date | Fournisseur | Montant HT | TVA | Montant TTC
02/01/2020 | Quai | 310 | 62 | 372
03/02/2020 | Télécom | 41.66 | 8.33 | 49.99
""",
        charges=351.66,
    ),
    ordinary(
        "an account number per expense",
        """
# Achats
Date | Fournisseur | N° compte | Libellé | Montant HT | N° pièce
02/01/2020 | Quai | 613200 | Loyer | 310 | A-001
03/02/2020 | Télécom | 626000 | Fibre | 52 | A-002
01/06/2020 | Ana | 455100 | Avance | 5000 | A-003
""",
        charges=362,
    ),
    ordinary(
        "three years in one sheet",
        """
# Jours
Date | Client | Jours | TJM
31/01/2018 | Ponant | 10 | 650
31/01/2019 | Ponant | 12 | 660
31/01/2020 | Ponant | 9 | 700
""",
        revenue={2018: 6500, 2019: 7920, 2020: 6300},
    ),
    ordinary(
        "a grid with its rates elsewhere and a row of weekdays",
        """
# CRA avril 2020
Client | Mission | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26 | 27 | 28 | 29 | 30
| | M | J | V | S | D | L | M | M | J | V | S | D | L | M | M | J | V | S | D | L | M | M | J | V | S | D | L | M | M | J
Ponant | Flux | 1 | 1 | 1 | | | 1 | 1 | 1 | 1 | 1 | | | F | 1 | CP | CP | CP | | | 1 | 1
# Missions
Client | Mission | TJM
Ponant | Flux | 700
""",
        days=11, revenue=7700,
    ),
    ordinary(
        "a calendar that has a row per day",
        """
# Mars 2021
CRA mars 2021
Date | Jour | Client | Jours | TJM | Commentaire
04/03/2021 | jeudi | Ponant | 1 | 700 |
05/03/2021 | vendredi | | | | Congés
06/03/2021 | samedi | | | | Week-end
07/03/2021 | dimanche | | | |
08/03/2021 | lundi | | | | Férié (local)
09/03/2021 | mardi | | | |
10/03/2021 | mercredi | Ponant | 0.5 | 700 |
 | | Total | 1.5 | |
""",
        days=1.5, revenue=1050,
    ),
    ordinary(
        "a calendar of one client, its price on each row",
        """
# Jours 2021
Date | Client | Jours | TJM | Montant HT | Observations
04/03/2021 | Ponant | 1 | 700 | 700 | ok
05/03/2021 | Ponant | | 700 | 0 | RTT
06/03/2021 | Ponant | | 700 | |
08/03/2021 | Ponant | CP | 700 | 0 |
09/03/2021 | Ponant | 1 | 700 | 700 |
""",
        days=2, revenue=1400,
    ),
    *(
        ordinary(
            f"a grid that is signed: {foot}",
            month(3, "# CRA mars 2020", "1") + f"\nTotal | | {row([''] * 31)} | 21\n\n{foot}",
            days=21, revenue=14700,
        )
        for foot in (
            "Signature client : | | | | | Signature consultant :",
            "Fait à Lyon | | le | 31/03/2020",
            "Date : | | | | Visa du responsable",
            "Légende : | | travaillé : 1 | | CP : congés payés",
            "Commentaires | | mission prolongée en avril",
            "Nombre de jours | 21\nTJM | 700\nMontant HT | 14700\nTVA 20 % | 2940\nTotal TTC | 17640",
        )
    ),
    *(
        ordinary(
            f"years as titles of blocks: {first}",
            f"""
# Factures
Date | Client | Jours | TJM
{first} | | |
31/01/2020 | Ponant | 10 | 650
28/02/2020 | Ponant | 8 | 650
{second} | | |
31/01/2021 | Ponant | 12 | 660
""",
            revenue={2020: 11700, 2021: 7920},
        )
        for first, second in (("2020", "2021"), ("'2020", "'2021"), ("Année 2020", "Année 2021"), ("Exercice 2020", "Exercice 2021"))
    ),
    *(
        ordinary(
            f"kilometres under {header} on {sheet}",
            f"# {sheet}\n{header}\n02/03/2021 | Lyon chez Ponant | 100 | 52.9\n04/03/2021 | Lyon chez Ponant | 50 | 26.45\n | Total | 150 | 79.35",
            charges=79.35,
            settings="[vehicule]\npuissance_fiscale = 4\n",
        )
        for sheet in ("Frais km", "Frais kilométriques 2021", "IK 2021", "Frais professionnels")
        for header in ("Date | Trajet | Km | Montant", "Date | Motif | Kilomètres | Indemnité", "Date | Libellé | Km | Montant HT")
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", BOOKS)
def test_an_ordinary_book_raises_no_alarm(book: Small) -> None:
    judge(book)


def test_there_are_enough_of_them() -> None:
    assert len(BOOKS) >= 40
