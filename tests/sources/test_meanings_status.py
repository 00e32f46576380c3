"""A word that bears on whether a line counts is understood wholly, or asked about."""

from __future__ import annotations

from typing import Any

import pytest

from tests.books.kinds import DAYS, EXPENSES, FEES, KINDS, Kind
from tests.books.small import Accepted, Small, asked, doubted, judge, ordinary, right, small


def without(kind: Kind, cell: str) -> tuple[Accepted, ...]:
    """Accept the figures without the last line, or a question that names the cell."""
    return right(**{kind.figure: kind.rest}), *asked(cell)


NOT_SALES = (
    "Prévision", "Perdu", "Perdue", "Canceled", "Cancelled", "Void", "Offert", "Offerte",
    "Non facturé", "Gratuit", "En attente de signature", "À facturer", "Litige", "Refusé", "Rejeté", "Reporté",
    "Simulation", "Option", "Estimé", "Draft", "Rejected", "Pro bono", "Annulé", "Annulée",
    "annulee le 3 mars", "ANNULÉ", "Supprimé", "Abandonné", "Devis envoyé", "Estimate", "Quote",
    "Planned", "Forecast", "Lost", "Irrécouvrable", "Avoir total", "À établir", "Prospect",
    "Projet", "Bleu", "?", "0",
)  # fmt: skip
STATUS_HEADERS = (
    "État", "Etat", "Status", "Statut de la facture", "Statut facture", "État facture",
    "État de la facture", "Avancement", "Situation", "Stade", "STATUT :", "Invoice status",
)  # fmt: skip
COUNTED = (
    "Payée", "Payé", "En attente", "Réglée", "Envoyée", "Émise", "Facturé", "Facturée", "Encaissée", "Paid",
    "Sent", "Validée", "En attente de paiement", "À payer", "En retard", "Impayée", "Unpaid",
    "Viewed", "Outstanding", "Authorised", "Awaiting payment", "Paid in full", "Virement reçu",
    "Réglée par chèque", "Soldé le 12/04",
)  # fmt: skip
STATUSES = [
    *(
        small(f"status {word}", FEES.odd("Statut", "Payée", word), *without(FEES, "E4"))
        for word in NOT_SALES
    ),
    *(
        small(f"{header}: {word}", FEES.odd(header, "Payée", word), *without(FEES, "E4"))
        for header in STATUS_HEADERS
        for word in ("Annulée", "Prévision")
    ),
    *(
        small(f"{name} {word}", kind.odd("Statut", "Payé", word), *without(kind, "G4" if kind is DAYS else "E4"))
        for name, kind in KINDS.items()
        if kind is not FEES
        for word in ("Annulé", "Prévision", "Void", "Refusé", "Brouillon")
    ),
    small("spent", KINDS["expenses"].odd("Statut", "Payé", "En attente"), *without(KINDS["expenses"], "E4")),
    *(
        small(f"counted {word}", FEES.odd("Statut", "Payée", word), right(revenue=8200))
        for word in COUNTED
    ),
    small(
        "two at once",
        FEES.with_column("Statut", "Perdu", "Payée", "Void"),
        right(revenue=2500),
        *asked("E2"),
    ),
    small("every one", FEES.with_column("Statut", "Perdu", "Perdu", "Perdu"), *asked("E2", "*")),
    small(
        "in a file of texts",
        FEES.odd("Statut", "Payée", "Perdu", sheet="factures.csv"),
        right(revenue=3500),
        *asked("factures.csv!*", "*"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", STATUSES)
def test_a_status_is_known_or_asked_about(book: Small) -> None:
    judge(book)


YES_NO = (
    ("Facturable", "oui", "non"), ("Facturable ?", "Oui", "Non"), ("Billable", "Yes", "No"),
    ("Billable?", "VRAI", "FAUX"), ("Facturé ?", "oui", "non"),
    ("À facturer", "oui", "non"), ("Compte", "1", "0"), ("Validé", "oui", "non"),
    ("Signé", "oui", "non"), ("Inclus", "oui", "non"), ("Annulé", "", "x"), ("Annulé ?", "non", "oui"),
    ("Offert", "", "x"), ("Devis", "", "x"), ("Hors CA", "", "x"), ("Approved?", "Yes", "No"),
)  # fmt: skip
SUBJECTS = (
    "# Jours\nDate | Client | Sujet | Jours | TJM\n06/01/2020 | Ponant | Coaching | 1 | 720\n"
    "10/02/2020 | Alizé | Audit | 2 | 760\n16/03/2020 | Ponant | Coaching ({}) | 2 | 720\n"
    "20/04/2020 | Alizé | Audit | 3 | 760"
)
FLAGS = [
    *(
        small(
            f"{name} {header} {no or 'blank'}",
            kind.odd(header, yes, no),
            *without(kind, "G4" if kind is DAYS else "E4"),
        )
        for header, yes, no in YES_NO
        for name, kind in (("days", DAYS), ("fees", FEES))
    ),
    *(
        small(f"refundable {header}", EXPENSES.odd(header, "oui", "non"), *without(EXPENSES, "E4"))
        for header in ("Déductible", "Professionnel", "Remboursable", "Validé")
    ),
    *(
        small(f"ordered, {no}", FEES.odd("Commandé ?", "oui", no), *asked("E4"))
        for no in ("non", "pas encore")
    ),
    small("an order not come", FEES.odd("Commande", "reçue", "non reçue"), *asked("E4")),
    *(
        small(f"{title}, not", FEES.odd(title, "oui", "non"), *asked("E4"))
        for title in ("Facture envoyée", "Envoyée", "Transmis")
    ),
    small("apart, under a title that nobody knows", SUBJECTS.format("en nature"), *asked("C4")),
    ordinary("a place, under such a title", SUBJECTS.format("Rennes"), revenue=5960),
    ordinary("with an order or not", FEES.odd("Bon de commande", "oui", "non"), revenue=8200),
    small("a phase that is a status", FEES.odd("Phase", "Facture", "Devis"), *asked("E4")),
    ordinary("a phase of the work", FEES.odd("Phase", "Étude", "Devis"), revenue=8200),
    small("all billable", DAYS.with_column("Facturable", "oui", "oui", "oui"), right(revenue=18450)),
    small(
        "paid or not, a sale is a sale",
        FEES.odd("Payé ?", "oui", "non"),
        right(revenue=8200),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", FLAGS)
def test_a_yes_or_no_beside_an_amount_is_known_or_asked_about(book: Small) -> None:
    judge(book)


COMMENTS = (
    "Annulé", "annulée par le client", "ANNULÉ le 12/03", "Ne pas facturer", "Non facturé",
    "Offert", "Geste commercial : gratuit", "Jamais payé, abandonné", "Cancelled", "brouillon",
    "à supprimer", "doublon", "Pas encore signé",
)  # fmt: skip
SERVICES = (
    "Devis", "Devis 2020-14 refonte", "Devis n° 3", "Proposition commerciale", "Pro forma",
    "Proforma 4", "Prévision T2", "Estimation", "Brouillon", "Annulé", "Simulation", "Option",
    "Commande en attente", "Quote",
)  # fmt: skip
NUMBERS = (
    "BROUILLON-3", "Brouillon", "DEV-2020-01", "DEVIS 12", "D-DEVIS-3", "PROFORMA 4", "PRO-FORMA 4",
    "DRAFT-1", "Draft 7", "QUOTE-12", "annulée", "F-2020-03 (annulée)", "BC-PREV-3",
)  # fmt: skip
WORDS: list[Any] = [
    *(
        small(f"comment {word}", DAYS.odd("Commentaire", "", word), *without(DAYS, "G4"))
        for word in COMMENTS
    ),
    *(
        small(f"comment of a fee {word}", FEES.odd("Commentaire", "", word), *without(FEES, "E4"))
        for word in COMMENTS[:6]
    ),
    *(
        small(f"note of an expense {word}", EXPENSES.odd("Remarque", "", word), *without(EXPENSES, "E4"))
        for word in ("Annulé", "Remboursé", "Payé perso", "À ne pas compter")
    ),
    *(
        small(
            f"service {word}",
            FEES.and_then(f"30/04/2020 | Ponant | {word} | 9100"),
            right(revenue=8200),
            *asked("C5"),
        )
        for word in SERVICES
    ),
    *(
        small(
            f"mission {word}",
            DAYS.and_then(f"30/04/2020 | Ponant | {word} | 11 | 700 | 7700"),
            right(revenue=18450),
            *asked("C5"),
        )
        for word in SERVICES[:8]
    ),
    *(
        small(
            f"number {word}",
            FEES.with_column("N° facture", "F-2020-01", "F-2020-02", word),
            *without(FEES, "E4"),
        )
        for word in NUMBERS
    ),
    *(
        small(f"document {word}", FEES.odd("Type", "Facture", word), *without(FEES, "E4"))
        for word in ("Bon de commande", "Commande", "Estimate", "Order", "Contrat", "Simulation")
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", WORDS)
def test_a_word_that_undoes_a_line_is_never_passed_over(book: Small) -> None:
    judge(book)


def struck(line: str, *cells: int) -> str:
    """Return a line with some of its cells struck through."""
    parts = [part.strip() for part in line.split("|")]
    return " | ".join(
        f"~{part}~" if not cells or n in cells else part for n, part in enumerate(parts)
    )


STRUCK = [
    *(
        small(
            f"{name} {where}",
            f"# {kind.sheet}\n"
            + "\n".join((kind.header, *kind.lines[:2], struck(kind.lines[2], *cells))),
            *without(kind, "A4"),
        )
        for name, kind in KINDS.items()
        for where, cells in (("whole row", ()), ("name and amount", (1, kind.header.count("|"))))
    ),
    small(
        "two rows",
        "# Factures\n" + "\n".join((FEES.header, *map(struck, FEES.lines[:2]), FEES.lines[2])),
        right(revenue=4700),
        *asked("A2", "A3"),
    ),
]


@pytest.mark.parametrize("book", STRUCK)
def test_a_row_struck_through_is_asked_about(book: Small) -> None:
    judge(book)


LEAVE = ("Congés", "Congés payés", "CP", "RTT", "Vacances", "Maladie", "Arrêt maladie", "Férié",
         "Jours fériés", "Intercontrat", "Absence", "Congé sans solde", "Congés d’été", "Holiday",
         "Inter-contrat", "Congé parental", "Day off")  # fmt: skip
LEAVES = [
    *(
        small(
            f"client {word}",
            DAYS.and_then(f"30/04/2020 | {word} | | 5 | 700 | 3500"),
            right(revenue=18450, days=27),
            *asked("A5"),
        )
        for word in LEAVE
    ),
    *(
        small(
            f"mission {word}",
            DAYS.and_then(f"30/04/2020 | Ponant | {word} | 5 | 700 | 3500"),
            right(revenue=18450, days=27),
            *asked("A5"),
        )
        for word in LEAVE[:6]
    ),
]


@pytest.mark.parametrize("book", LEAVES)
def test_leave_with_a_rate_is_no_sale(book: Small) -> None:
    judge(book)


ANNEXES = ("Objectif", "Objectif 2020", "Cible", "Budget", "Prévisionnel", "Reste à facturer",
           "Acompte", "À nouveau", "Report à nouveau", "Target", "Estimation", "Potentiel")  # fmt: skip
TARGETS = [
    *(
        small(
            f"{name} {word}",
            kind.and_then(row.format(word)),
            right(**{kind.figure: kind.whole}),
            *asked("A5"),
        )
        for word in ANNEXES
        for name, kind, row in (
            ("days", DAYS, "31/12/2020 | {} | | 20 | 750 | 15000"),
            ("fees", FEES, "31/12/2020 | {} | | 9000"),
        )
    ),
    *(
        small(
            f"below {word}",
            kind.and_then("", f"{word} | | | {amount}"),
            right(**{kind.figure: kind.whole}),
            *asked("A6"),
        )
        for word in ANNEXES[:7]
        for kind, amount in ((FEES, "9000"), (EXPENSES, "600"))
    ),
    *(
        small(
            f"a deposit and its whole: {word}",
            FEES.and_then(
                f"30/04/2020 | Ponant | {word} | 3000",
                "30/06/2020 | Ponant | Refonte du site | 10000",
            ),
            right(revenue=18200),
            *asked("A5", "A6"),
        )
        for word in ("Acompte refonte du site", "Acompte 30 %", "Facture d’acompte")
    ),
]


@pytest.mark.parametrize("book", TARGETS)
def test_a_target_or_an_annex_is_no_line(book: Small) -> None:
    judge(book)


LISTED = "# Forfaits\nDate | {} | Client | Prestation | Montant HT\n"
MONTHS = ("31/01/2020", "28/02/2020", "31/03/2020", "30/04/2020", "31/05/2020")


def _numbered(title: str, *numbers: str) -> str:
    rows = (
        f"{day} | {number} | Ponant | Lot {n} | {1000 + 10 * n}"
        for n, (day, number) in enumerate(zip(MONTHS, numbers, strict=True), start=1)
    )
    return LISTED.format(title) + "\n".join(rows)


UNISSUED: list[Any] = [
    small("no number among others", _numbered("N° facture", "F1", "", "F2", "F3", "F4"), doubted("B3")),
    small("no number, said", _numbered("N° facture", "F1", "N/A", "F2", "F3", "F4"), doubted("B3")),
    small("a dash for a number", _numbered("N° facture", "F1", "-", "F2", "F3", "F4"), doubted("B3")),
    small("invoiced on no day", _numbered("Date de facture", "02/02/2020", "", "02/04/2020", "02/05/2020", "02/06/2020"), doubted("B3")),
    ordinary("the last may be invoiced yet", _numbered("N° facture", "F1", "F2", "F3", "F4", ""), revenue=5150),
    ordinary("two of five have none", _numbered("N° facture", "F1", "", "F2", "", "F3"), revenue=5150),
    ordinary("an invoice of two lines", _numbered("N° facture", "F1", "", "F2", "F2", "F3").replace("30/04", "31/03"), revenue=5150),
]  # fmt: skip


@pytest.mark.parametrize("book", UNISSUED)
def test_a_sale_that_alone_has_no_invoice_is_asked_about(book: Small) -> None:
    judge(book)
