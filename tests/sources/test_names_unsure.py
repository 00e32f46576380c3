"""A name that says that its line may not count is heard, whole or set apart; within others, not."""

from __future__ import annotations

import pytest

from reporter.words.documents import payments_among
from reporter.words.undecided import unsure
from tests.books.kinds import DAYS, EXPENSES, FEES
from tests.books.outcomes import outcome_of
from tests.books.small import Small, asked, judge, ordinary, sheets, small

LATER = (
    "Site (à valider)", "Site – suspendu", "Site – KO", "Site [TBC]", "Site (estimé)", "Site ?",
    "Site (décalé à 2021)", "Sous réserve de signature", "Hypothèse", "Tranche conditionnelle",
    "Tranche optionnelle", "Site – en négociation", "Accord verbal", "Litige",
    "Créance irrécouvrable", "Perte sur créance", "Échange de services", "Troc", "Hors CA",
    "Mécénat de compétences", "Erreur", "Fausse facture", "Ne pas tenir compte", "Option : logo",
    "Variante B", "Impayé", "BC 4500012", "Site, reporté", "Logo (non retenu)", "À encaisser",
)  # fmt: skip
AGAIN = (
    "Pour mémoire : audit 2019", "PM", "Déjà facturé", "Déjà payé en 2019",
    "Hébergement (inclus)", "dont maintenance", "Maintenance comprise dans le forfait",
    "Duplicata F-12", "Copie de facture", "Remplace F-12", "Facture rectificative",
    "Rappel facture F-12", "Relance n° 2", "Facturé par Paul", "Facturé par ma SASU",
    "Via portage", "Sous-traité à Paul", "Enveloppe 2020", "Contrat-cadre 2020", "Reste dû",
    "Relevé de compte", "TVA", "TVA 20 %",
)  # fmt: skip
SOLD = (
    "Site", "Étude à valider en comité", "Audit des litiges", "Conseil en échange de données",
    "Test utilisateur", "Hypothèses de travail et scénarios", "Option Finance d’entreprise",
    "Site (lot 2)", "Relance commerciale", "Copie d’œuvres", "Site – phase 2",
    "Inclusion numérique", "Garantie décennale", "Suspension de voiture", "Environnement",
    "TVA : formation des équipes", "Remplacement serveur", "Site – maquettes", "RGPD : prêts ?",
    "Sous-traitance", "Impayés : mise en place du suivi", "Marché public : mémoire technique",
    "Régie, mars",
)  # fmt: skip


NATURES = """# Recettes
Date d’encaissement | Client | Nature | Montant encaissé
31/01/2020 | Ponant | Site | 300
28/02/2020 | Alizé | Audit | 500
31/03/2020 | Ponant | {} | 90
"""
MICRO = '[societe]\nstatut = "micro"\n[tva]\nregime = "franchise"\n'
SPENT = """# Dépenses
Date | Fournisseur | Libellé | Montant HT
31/01/2020 | Alizé | Papier | 300
"""


@pytest.mark.parametrize("name", LATER)
def test_what_may_never_be_sold_is_known(name: str) -> None:
    assert unsure(name) == "maybe not sold"


@pytest.mark.parametrize("name", AGAIN)
def test_what_another_line_counts_is_known(name: str) -> None:
    assert unsure(name) == "again"


@pytest.mark.parametrize("name", SOLD)
def test_a_word_within_others_is_what_is_sold(name: str) -> None:
    assert unsure(name) == ""


def test_a_few_payments_among_services_are_told() -> None:
    paid = {"Règlement F-12", "Virement reçu", "Chèque n° 123", "Encaissement"}
    found = payments_among({*paid, "Site", "Logo", "Audit", "Conseil"})
    assert found == dict.fromkeys(paid, "again")
    assert payments_among({*paid, "Site"}) == {}


@pytest.mark.parametrize(
    "book",
    [
        *(
            small(
                f"{name} of {kind.sheet}", kind.and_then(row.format(name)), *asked("C5")
            )
            for kind, row in (
                (DAYS, "30/04/2020 | Ponant | {} | 1 | 700 | 700"),
                (FEES, "30/04/2020 | Ponant | {} | 90"),
            )
            for name in ("Flux (à valider)", "Pour mémoire", "Déjà facturé")
        ),
        *(
            small(name, FEES.and_then(f"30/04/2020 | {client} | {name} | 90"), *asked(at))
            for client, name, at in (
                ("Nordet (à valider)", "Site", "B5"), ("Ponant", "Règlement F-12", "C5"),
                ("Nordet", "Total Nordet", "A5"),
            )
        ),
        small("a supplier", f"{SPENT}30/04/2020 | Quai (USD) | Câble | 90", *asked("B3")),
        *(
            small(it, EXPENSES.and_then(f"30/04/2020 | Quai | {it} | 90"), *asked("A5", "C5"))
            for it in ("Pour mémoire", "dont TVA", "Papier (déjà payé)", "Duplicata", "Total mars")
        ),
        *(
            ordinary(
                f"label {name}",
                f"{FEES.and_then()}\n{EXPENSES.and_then(f'30/04/2020 | Quai | {name} | 91')}",
                charges=921,
            )
            for name in ("Impayé", "Formation suivie", "Facturé par Paul", "À valider")
        ),
        ordinary(
            "receipts",
            "# Recettes\nDate | Client | Prestation | Montant HT\n"
            "30/04/2020 | Ponant | Règlement F-12 | 900\n31/05/2020 | Alizé | Virement reçu | 700",
            revenue=1600,
        ),
    ],
)  # fmt: skip
def test_a_line_that_may_not_count_is_asked_about(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize(
    ("nature", "asked"),
    [("Tranche optionnelle", ["C4"]), ("Site (garantie)", ["C4"]), ("Site option", ["C4"]),
     ("Prêt familial", ["C4"]), ("Guide", []), ("Site budget", []), ("Site report", []),
     ("Site TVA", [])],
)  # fmt: skip
def test_the_nature_of_receipts_is_heard_as_what_is_sold(nature: str, asked: list[str]) -> None:
    found = outcome_of(sheets(NATURES.format(nature)), MICRO).doubts
    assert [place.cell for _, place in found if place.cell] == asked
