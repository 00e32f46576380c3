"""What is said beside a line: yes and no, a name, a comment, a title above; heard at its cell."""

from __future__ import annotations

import pytest

from tests.books.kinds import DAYS, EXPENSES, FEES
from tests.books.outcomes import outcome_of
from tests.books.small import (
    Small,
    asked,
    doubted,
    judge,
    ordinary,
    refused,
    right,
    sheets,
    small,
)

AT_THE_LINE = [
    *(
        small(
            f"{name} {header} {no or 'blank'}",
            kind.odd(header, yes, no),
            right(**{kind.figure: kind.rest}),
            *asked("Z4"),
        )
        for header, yes, no in (
            ("Annulé", "", "x"), ("Annulé ?", "0", "1"), ("Annulé", "", "✓"), ("Offert", "non", "oui"),
            ("Brouillon", "FAUX", "VRAI"), ("Void", "No", "Yes"), ("Gratuit", "☐", "☑"), ("Non facturable", "", "X"),
            ("Confirmé", "oui", "non"), ("Confirmé", "x", ""), ("Réalisé", "✓", "✗"), ("Fait ?", "1", "0"),
            ("Facturé ?", "✓", "✗"), ("Facturé ?", "1", "0"), ("Facturé ?", "✓", ""), ("Facturable", "✓", "✗"),
            ("Facture", "F-12", "offert"), ("Facture", "F-12", "à venir"), ("Facture", "F-12", "en cours"),
            ("Facture", "F-12", "non facturé"), ("Facture", "F-12", "perdu"), ("Facture", "F-12", "en préparation"),
            ("Facture", "2020-001", "pas de facture"), ("Facture", "F-12", "TEST-1"),
        )
        for name, kind in (("days", DAYS), ("fees", FEES))
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", AT_THE_LINE)
def test_what_says_that_a_line_is_undone_is_asked_about_at_its_cell(book: Small) -> None:
    judge(book)


SAID_DONE = [
    ordinary(
        f"{header} {cells}",
        f"{EXPENSES.and_then()}\n{FEES.with_column(header, *cells)}",
        revenue=8200,
    )
    for header, *cells in (
        ("Annulé", "non", "non", "non"), ("Annulé ?", "0", "0", "0"), ("Offert", "", "non", ""),
        ("Confirmé", "oui", "oui", "oui"), ("Fait", "✓", "✓", "✓"), ("Facturé ?", "✓", "✓", "✓"),
        ("Payé ?", "✓", "", "✗"), ("Payé", "1", "0", "1"), ("Payé", "", "", "✓"),
        ("Facture", "F-12", "F-12 bis", "F-13"), ("Facture", "F-12", "-", "F-13"), ("Facture", "12", "13", "14"),
        ("Facture", "F-12", "Facturée", "F-13"), ("Facture", "ABC", "DEF", "GHI"), ("Facture", "F-12", "KLR", "F-13"), ("Facture", "2020/1", "2020/2", "2020/3"),
        ("Facturable", "✅", "✅", "✅"), ("Réglé", "✔️", "", "✔️"),
    )
]  # fmt: skip


@pytest.mark.parametrize("book", SAID_DONE)
def test_answers_that_undo_nothing_are_no_alarm(book: Small) -> None:
    judge(book)


def named(client: str, mission: str = "Flux") -> str:
    """Return days and expenses of which the last day, on row 3, is of a client and a mission."""
    return (
        f"{EXPENSES.and_then()}\n# Jours\nDate | Client | Mission | Jours | TJM\n"
        f"31/01/2020 | Mistral | Flux | 2 | 500\n28/02/2020 | {client} | {mission} | 3 | 700"
    )


BESIDE_A_NAME = [
    *(
        small(f"client {name}", named(name), right(revenue=1000), *asked("Z3"))
        for name in (
            "Ponant (annulé)", "Ponant - offert", "Ponant [devis]", "PONANT (prévu)", "Ponant (non facturé)",
            "Ponant (interne)", "Ponant – perdu", "Ponant : annulé", "Interne", "Perso", "Prospection", "Avant-vente",
            "Admin", "Repos", "Bénévolat", "Moi", "???", "Ponant ?", "à définir", "TBD", "Budget 2020", "Avoir F-12",
            "Objectif", "Avoir Ponant", "Test",
        )
    ),
    *(
        small(f"mission {name}", named("Ponant", name), right(revenue=1000), *asked("Z3"))
        for name in (
            "Flux (annulé)", "Flux [devis]", "FLUX (prévu)", "Interne", "Perso", "Avant-vente", "Bénévolat",
            "Flux (interne)", "Flux – offert", "Repos",
        )
    ),
    *(
        small(f"a name that begins so: {name}", named(name), right(revenue=3100))
        for name in (
            "Budget Conseil", "Objectif Lune", "Congés Payés BTP", "Refund Bros", "Acompte Plus", "Cible Marketing",
        )
    ),
    *(
        ordinary(f"an ordinary name: {name}", named(name), revenue=3100)
        for name in (
            "Perdu SARL", "Devis & Cie", "Offert Ltd", "Total Énergies", "Prévision Météo", "Gratuit.fr",
            "Brouillon Éditions", "Interne Santé", "Option Finance", "Ponant (Lyon)", "Ponant - Lille", "Ponant – Annulation Express",
            "Moi & Co", "Test & Co", "Admin Système SAS", "Personne & Fils", "Ponant (ex Perdu)", "SCI Repos du Marin", "Gestion Plus",
            "Void Digital", "Lost Boys", "Bénévolat France", "Avoir Group", "Credit Note Ltd", "Budget SAS", "Prospect & Cie", "Ponant / Alizé",
        )
    ),
    *(
        ordinary(f"an ordinary mission: {name}", named("Ponant", name), revenue=3100)
        for name in (
            "Prospection", "Admin", "Formation", "Test", "Comptabilité (interne et externe)", "Communication interne",
            "Audit interne", "Flux - lot 2", "RGPD : prêts ?", "Gestion", "Coaching personnel", "Refonte (phase 2)",
        )
    ),
]  # fmt: skip


def sheet(client: str, mission: str) -> str:
    """Return a grid of two rows, of which the second, on row 4, is of a client and a mission."""
    days = " | ".join(map(str, range(1, 32)))
    return (
        f"{EXPENSES.and_then()}\n# CRA\nMars 2020\nClient | Mission | TJM | {days}\n"
        f"Mistral | Flux | 500 | | 1 | 1\n{client} | {mission} | 700 | | | | 1 | 1 | 1"
    )


IN_GRIDS = [
    *(
        small(f"a row of {client} / {mission}", sheet(client, mission), right(revenue=1000), *asked("Z4"))
        for client, mission in (
            ("Interne", "N"), ("Prospection", "N"), ("Alizé (annulé)", "N"), ("Alizé (prévu)", "N"), ("Avant-vente", "N"),
            ("Alizé - offert", "N"), ("Admin", "N"), ("Perso", "N"), ("Budget", "N"), ("Moi", "N"), ("Alizé ?", "N"),
            ("Alizé", "Projet (annulé)"), ("Alizé", "Avant-vente"), ("Alizé", "Interne"), ("Alizé", "Offert"),
            ("Alizé", "Devis"), ("Alizé", "Geste commercial"), ("Bénévolat", "N"), ("Repos", "N"),
        )
    ),
    *(
        ordinary(f"an ordinary row of {client} / {mission}", sheet(client, mission), revenue=3100)
        for client, mission in (
            ("Alizé", "Refonte"), ("Offert Ltd", "N"), ("Perdu SARL", "N"), ("Devis & Cie", "Audit interne"), ("Alizé (Lyon)", "Formation"),
            ("Alizé", "Prospection"), ("Interne Santé", "Admin"), ("Moi & Co", "Lot 2 (suite)"),
        )
    ),
]  # fmt: skip


def months(name: str) -> str:
    """Return amounts by month, of which the row 5 is of a name."""
    return (
        f"{EXPENSES.and_then()}\n# CA HT 2020\nCA HT 2020\n\nClient | Janvier | Février | Mars\n"
        f"Ponant | 1000 | | \n{name} | | | 2100\nMistral | | 1000 | "
    )


BY_MONTH = [
    *(
        small(f"a row of months {name}", months(name), right(revenue=2000), *asked("Z5"))
        for name in (
            "Interne", "Prospection", "Alizé (annulé)", "Alizé ?", "Moi", "Subvention", "Fonds de solidarité", "Intérêts livret",
            "Apport", "Prêt", "Dividendes", "Virement interne", "Alizé en $", "Alizé (k€)", "Alizé USD", "Avoir Ponant",
            "Acompte Ponant", "Remise", "Prévu Ponant", "Objectif Ponant",
        )
    ),
    *(
        ordinary(f"an ordinary row of months {name}", months(name), revenue=4100)
        for name in (
            "Alizé", "Perdu SARL", "Offert Ltd", "Devis & Cie", "Avoir Group", "Caution Mutuelle", "Capital Conseil", "Interne Santé",
            "Budget Studio", "Alizé (Lyon)", "Acompte SAS", "Crédit Agricole",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", [*BESIDE_A_NAME, *IN_GRIDS, *BY_MONTH])
def test_what_is_said_beside_a_name_is_heard_and_a_name_is_a_name(book: Small) -> None:
    judge(book)


COMMENTS = [
    *(
        small(
            f"comment {text}",
            FEES.odd("Commentaire", "", text),
            right(revenue=3500),
            *asked("Z4"),
        )
        for text in (
            "test", "Exemple", "en double avec F-2", "jamais facturé", "à confirmer", "voir avoir AV-2", "avoir n° 3 émis",
            "annulé", "finalement annulé", "en attente", "en attente de validation", "offert", "Ligne de test", "par avoir",
            "facture annulée et remplacée par F-13", "jour non travaillé, annulé", "prévu", "annulé, déplacement inutile",
            "2 jours offerts",
        )
    ),
    *(
        ordinary(
            f"an ordinary comment: {text}",
            f"{EXPENSES.and_then()}\n{FEES.odd('Commentaire', 'Point', text)}",
            revenue=8200,
        )
        for text in (
            "non annulé finalement", "pas annulé", "n’est pas annulé", "facture en attente de paiement",
            "en attente du règlement client", "en attente d’encaissement", "test de charge", "après avoir fait le point",
            "à revoir avec le client", "pour avoir été livré en retard", "exemple de rapport joint", "travail en double écran",
            "confirmé par mail", "module devis", "non offert", "essai clinique",
            "atelier annulé remplacé par visio", "réunion annulée, travail au bureau", "en attente des accès",
            "déplacement offert", "trajet non facturé", "1/2 j offerte en plus", "préparation non facturée",
            "prévu le 3, fait le 4", "initialement annulé puis maintenu", "doublon corrigé", "prévu initialement le 12",
            "après avoir émis le rapport",
        )
    ),
]  # fmt: skip


ON_DAYS = [
    ordinary(f"days, {text}", f"{EXPENSES.and_then()}\n{DAYS.odd('Commentaire', 'Point', text)}", revenue=18450)
    for text in ("jour férié travaillé", "week-end", "férié", "récupération de données", "sans déplacement")
]  # fmt: skip


@pytest.mark.parametrize("book", [*COMMENTS, *ON_DAYS])
def test_a_comment_is_heard_and_its_negation_too(book: Small) -> None:
    judge(book)


TITLES = [
    *(
        small(f"{name} under « {title} »", f"# Feuil1\n{title}\n\n{kind.header}\n" + "\n".join(kind.lines), *asked("A1"))
        for title in (
            "Prévisionnel 2020", "Devis 2020", "Ventes 2020 – version provisoire", "Annulé", "NE PAS UTILISER",
            "Ancienne version", "Copie de travail", "Simulation", "Budget 2020", "Exemple", "BROUILLON", "(montants TTC)",
            "Prix TTC", "Factures annulées", "Estimations mars 2020",
        )
        for name, kind in (("days", DAYS), ("fees", FEES))
    ),
    *(
        ordinary(
            f"under « {title} »",
            f"{EXPENSES.and_then()}\n# Feuil1\n{title}\n\n{FEES.header}\n" + "\n".join(FEES.lines),
            revenue=8200,
        )
        for title in (
            "Ventes 2020", "Mes forfaits", "Lueur de Sel – SASU au capital de 1 000 €", "Mise à jour : 31/12/2020",
            "Montants en euros HT", "Montants hors taxes", "SIRET 812 345 676 00012", "Export du 02/01/2021",
            "Forfaits et abonnements", "Devis et factures 2020", "Suivi des devis et factures",
            "Montants HT et TTC", "Exemple SA", "Copie pour le comptable", "Factures", "Offert Ltd", "Travail fait",
        )
    ),
    small(
        "a grid under « CRA prévisionnel »",
        "# CRA\nCRA prévisionnel mars 2020\nClient | TJM | " + " | ".join(map(str, range(1, 32))) + "\nPonant | 700 | | 1 | 1 | 1 | 1",
        *asked("A1"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", TITLES)
def test_a_title_that_undoes_its_lines_is_asked_about(book: Small) -> None:
    judge(book)


WORK = [
    *(
        small(
            f"{kind.figure} of work that may be sold: {name}",
            kind.and_then(row.format(name)),
            doubted("C5"),
        )
        for kind, row in (
            (DAYS, "30/04/2020 | Alizé | {} | 2 | 700 | 1400"),
            (FEES, "30/04/2020 | Alizé | {} | 1400"),
        )
        for name in (
            "Annulation de commandes", "Proposition de valeur", "Devis de travaux en ligne",
            "Budget SI", "Objectif zéro papier", "Budget des ventes en ligne", "Cible marketing",
        )
    ),
    *(
        small(f"{kind.figure} never sold: {name}", kind.and_then(row.format(name)), refused("C5"))
        for kind, row in (
            (DAYS, "30/04/2020 | Alizé | {} | 2 | 700 | 1400"),
            (FEES, "30/04/2020 | Alizé | {} | 1400"),
        )
        for name in (
            "Annulation", "Annulé", "Objectif", "Objectif 2020", "Objectif annuel", "Objectif de CA",
            "Budget prévisionnel", "Budget T1", "Objectif de mars", "Devis", "Devis 12",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", WORK)
def test_work_that_is_about_a_thing_may_be_sold_and_a_bare_word_is_not(book: Small) -> None:
    judge(book)


CITED = [
    ordinary(
        f"a comment: {comment}",
        f"{EXPENSES.and_then()}\n{DAYS.with_column('Commentaire', '', '', comment)}",
    )
    for comment in (
        "bon de commande 12",
        "BC 2020-12",
        "PO 4500012",
        "contrat n° 8",
        "devis D-2020-3",
    )
]


@pytest.mark.parametrize("book", CITED)
def test_a_comment_that_cites_a_document_says_nothing_of_its_line(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize("comment", ["Congés payés", "Congés", "RTT"])
def test_a_comment_of_absence_beside_a_price_is_doubted(comment: str) -> None:
    found = outcome_of(sheets(DAYS.with_column("Commentaire", "", "", comment)))
    assert [place.cell for _, place in found.doubts] == ["G4"]
    assert not found.is_refused


@pytest.mark.parametrize("client", ["Congés", "Vacances", "RTT", "Maladie"])
def test_a_fee_of_an_absence_is_asked_about(client: str) -> None:
    """Some fees are of those who handle leave: « Congés Spectacles »."""
    judge(Small(text=FEES.and_then(f"30/04/2020 | {client} | Site | 900"), accepted=asked("B5")))
    named = FEES.and_then("30/04/2020 | Caisse des Congés | Site | 900")
    assert not outcome_of(sheets(named)).doubts


ELSEWHERE = [
    *(
        small(
            f"{name} {header}: {word}",
            kind.with_column(header, "un", "deux", word),
            right(**{kind.figure: kind.rest}),
            *asked("Z4"),
        )
        for header, word in (
            ("Mode de paiement", "annulée"), ("Échéance", "Annulé"), ("Commande", "offert"), ("N° client", "brouillon"),
            ("Lieu", "non facturé"), ("Contact", "ANNULÉE"), ("Tags", "pro bono"), ("Lien", "à facturer"), ("Semaine", "annulé"),
            ("Relance", "abandonnée"), ("Commande", "Avoir"),
        )
        for name, kind in (("days", DAYS), ("fees", FEES), ("expenses", EXPENSES))
    ),
    *(small(f"worker {word}", DAYS.with_column("Intervenant", "Moi", "Moi", word), *asked("Z4")) for word in ("Annulé", "offert")),
    *(small(f"category {word}", EXPENSES.with_column("Catégorie", "A", "B", word), *asked("Z4")) for word in ("Offert", "Prévu", "Annulée")),
    *(
        ordinary(f"{header}: {word}", f"{EXPENSES.and_then()}\n{FEES.with_column(header, 'un', 'deux', word)}", revenue=8200)
        for header, word in (
            ("Mode de paiement", "Virement"), ("Commande", "Contrat"), ("Lieu", "Gratte-ciel"), ("Contact", "Paul Perdu"),
            ("Tags", "annulation, SI"), ("N° client", "Devis-12"), ("Lien", "http://x/brouillon"), ("Relance", "faite"),
        )
    ),
    small("to be invoiced or not", FEES.with_column("À facturer", "non", "non", "non"), *asked("E1")),
    small("a number that is nought", FEES.odd("Facture", "F-12", "0"), *asked("Z4")),
    ordinary(
        "a contact among rates agreed",
        f"{EXPENSES.and_then()}\n{DAYS.and_then()}\n"
        "# Missions\nClient | Mission | TJM | Contact\nPonant | Flux | 700 | Annulé",
        revenue=18450,
    ),
    small("a contract", FEES.and_then("30/04/2020 | Ponant | Contrat mars 2020 | 900"), right(revenue=9100)),
]  # fmt: skip


@pytest.mark.parametrize("book", ELSEWHERE)
def test_a_word_that_undoes_a_line_is_heard_in_every_column(book: Small) -> None:
    judge(book)
