"""What stands among expenses and is none, or is not what a company pays for."""

from __future__ import annotations

from typing import Any

import pytest

from tests.books.kinds import DAYS, EXPENSES, FEES
from tests.books.outcomes import outcome_of
from tests.books.small import Small, asked, doubted, judge, ordinary, right, sheets, small

LABELS = (
    "Réduction de capital", "Compte courant associé", "Compte courant d’associé", "Virement vers livret",
    "TVA CA12", "Acompte IS 2020", "TVA mars 2020", "TVA versée", "Paiement TVA T1", "Solde IS 2019",
    "IS 2019", "Acompte d’IS juin", "Augmentation de capital", "Apport en capital", "Libération du capital",
    "Dividendes 2019", "Versement dividendes", "Remboursement emprunt", "Échéance prêt PGE", "Emprunt véhicule",
    "Virement interne", "Virement compte épargne", "Virement vers compte épargne", "Placement compte à terme",
    "Compte à terme", "Remboursement compte courant", "Avance associé", "CCA", "C/C associé", "Prélèvement TVA",
    "TVA à décaisser", "DGFIP TVA", "DGFIP IS", "Impôt sur les sociétés", "Capital social", "Dépôt de capital",
    "Transfert vers livret A", "Virement LEP société", "Caution bail", "Dépôt de garantie", "Prêt à un associé",
    "Régularisation TVA CA12", "Crédit de TVA remboursé", "Apport associé", "Retrait personnel", "VAT payment",
    "Prélèvement de l’exploitant", "Prélèvements personnels", "Compte exploitant", "Apport de l’exploitant",
    "Corporate tax 2020", "Virement de fonds", "Épargne", "Acompte TVA juillet", "TVA 3310",
    "CA3 mars", "Remboursement prêt bancaire", "Distribution de dividendes",
)  # fmt: skip
MOVEMENTS: list[Any] = [
    *(
        small(
            f"label {label}",
            EXPENSES.and_then(f"30/04/2020 | | {label} | 1400"),
            right(charges=830),
            *asked("A5"),
        )
        for label in LABELS
    ),
    *(
        small(
            f"supplier {name}",
            EXPENSES.and_then(f"30/04/2020 | {name} | | 1400"),
            right(charges=830),
            *asked("A5"),
        )
        for name in ("Compte courant associé", "TVA", "DGFIP TVA", "Livret A", "Dividendes", "SIE – acompte IS")
    ),
    *(
        small(
            f"category {category}",
            "# Dépenses\nDate | Libellé | Catégorie | Montant HT\n31/01/2020 | Loyer | Loyer | 110\n"
            f"30/04/2020 | Virement | {category} | 1400",
            right(charges=110),
            *asked("A3"),
        )
        for category in (
            "Réduction de capital", "Capital social", "TVA CA12", "Acompte IS 2020", "Épargne", "Compte courant associé 2020",
            "Compte de l’exploitant", "Prélèvements de l’exploitant", "Apport personnel",
            "Virement livret", "Dividendes 2019", "Impôts sur les sociétés", "Emprunts", "Placement", "TVA",
        )
    ),
    *(
        small(
            f"description {text}",
            "# Dépenses\nDate | Fournisseur | Description | Montant HT\n31/01/2020 | Quai | Loyer | 110\n"
            f"30/04/2020 | Banque du Phare | {text} | 1400",
            right(charges=110),
            *asked("A3"),
        )
        for text in ("Réduction de capital", "Virement vers livret", "TVA CA12", "Acompte IS 2020")
    ),
    small(
        "two at once",
        EXPENSES.and_then("30/04/2020 | | Acompte IS 2020 | 1400", "29/05/2020 | | TVA CA12 | 900"),
        right(charges=830),
        *asked("A5"),
    ),
    small(
        "in a file",
        EXPENSES.and_then("30/04/2020 | | Réduction de capital | 1400").replace("# Dépenses", "# depenses.csv"),
        right(charges=830),
        *asked("*"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", MOVEMENTS)
def test_a_movement_told_by_its_words_is_no_charge(book: Small) -> None:
    judge(book)


CHARGES: list[Any] = [
    *(
        small(f"charge {label}", EXPENSES.and_then(f"30/04/2020 | | {label} | 1400"), right(charges=2230))
        for label in (
            "CFE 2020", "Cotisations Urssaf", "Assurance RC pro", "Frais de tenue de compte", "Formation TVA",
            "Intérêts d’emprunt", "Frais de virement", "Livre sur la TVA", "Conseil en fiscalité", "Loyer mars",
            "Taxe foncière", "Honoraires comptables", "Abonnement ISO", "Billet de train Paris – Lille",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", CHARGES)
def test_a_charge_stays_one(book: Small) -> None:
    judge(book)


PAY: list[Any] = [
    *(
        small(f"pay {label}", EXPENSES.and_then(f"30/04/2020 | | {label} | 2400"), *asked("A5"))
        for label in (
            "Salaire net", "Salaire net avril", "Net à payer", "Virement salaire", "Rémunération nette gérant",
            "Net pay", "Salaire versé", "Paie avril (net)", "Salaire net dirigeant", "Virement salaire avril",
        )
    ),
    *(
        small(
            f"expenses below zero under {header}",
            f"# Dépenses\nDate | Libellé | {header}\n31/01/2020 | Loyer | -110\n28/02/2020 | Fibre | -250\n"
            "31/03/2020 | Papier | -470",
            right(charges=830),
            *asked("C2", "C3", "C4", "C1"),
        )
        for header in ("Montant HT", "Débit HT", "HT", "Total HT", "Montant TTC | TVA")
        if header != "Débit HT"
    ),
    small(
        "two of three below zero",
        "# Dépenses\nDate | Libellé | Montant HT\n31/01/2020 | Loyer | -110\n28/02/2020 | Fibre | -250\n"
        "31/03/2020 | Papier | 470",
        *asked("C2", "C3", "C4"),
    ),
    small(
        "sales below zero",
        "# Factures\nDate | Client | Montant HT\n31/01/2020 | Ponant | -1000\n28/02/2020 | Alizé | -2500",
        *asked("C2", "C3", "C1"),
    ),
    *(
        small(
            f"a bank statement, {name}",
            f"# {sheet}\n{rows}",
            *asked("*"),
        )
        for sheet in ("Dépenses", "Banque", "Feuil1", "2020")
        for name, rows in (
            (
                "debit and credit",
                "Date | Libellé | Débit | Crédit | Solde\n02/01/2020 | VIR PONANT | | 8400 | 12400\n05/01/2020 | PRLV LOYER | 310 | | 12090",
            ),
            (
                "an amount with a sign",
                "Date | Libellé | Montant TTC | Solde\n02/01/2020 | VIR PONANT | 8400 | 12400\n05/01/2020 | PRLV LOYER | -310 | 12090",
            ),
            (
                "HT and a balance",
                "Date | Libellé | Montant HT | Solde\n02/01/2020 | VIR PONANT | 8400 | 12400\n05/01/2020 | PRLV LOYER | 310 | 12090",
            ),
        )
    ),
    *(
        small(
            f"receipts among expenses: {label}",
            EXPENSES.and_then(f"30/04/2020 | Ponant | {label} | 8400"),
            right(charges=830),
            *asked("A5"),
        )
        for label in ("Encaissement facture F-12", "VIR PONANT FACTURE 12", "Règlement client", "Recette avril", "Vente", "Facture client 12")
    ),
    *(
        small(
            f"a column {header} of senses",
            EXPENSES.odd(header, usual, other),
            right(charges=360),
            *asked("E4", "E1"),
        )
        for header, usual, other in (
            ("Type", "Dépense", "Recette"), ("Nature", "Achat", "Vente"), ("Sens", "Débit", "Crédit"),
            ("Type", "Débit", "Crédit"), ("Catégorie", "Charges", "Recettes"), ("Type d’opération", "Sortie", "Entrée"),
        )
    ),
    *(
        small(
            f"receipts beside sales on « {sheet} »",
            f"{DAYS.and_then()}\n# {sheet}\nDate | Client | Montant HT\n05/03/2020 | Ponant | 7000\n06/04/2020 | Ponant | 5600",
            right(revenue=18450),
            *asked(f"{sheet}!"),
        )
        for sheet in ("Encaissements", "Règlements", "Recettes", "Paiements")
    ),
    *(
        small(
            f"receipts of fees on « {sheet} »",
            f"{FEES.and_then()}\n# {sheet}\nDate | Client | Montant HT\n05/03/2020 | Ponant | 1000\n06/04/2020 | Trois Rives | 2500",
            right(revenue=8200),
            *asked(f"{sheet}!"),
        )
        for sheet in ("Encaissements", "Recettes", "Feuil2")
    ),
    *(
        small(
            f"a lifetime of {life}",
            "# Dépenses\nDate | Libellé | Montant HT | Durée d’amortissement\n31/01/2020 | Papier | 110 |\n"
            f"28/02/2020 | {what} | 24000 | {life}",
            right(charges=24110),
            *asked("D3"),
        )
        for life in ("0", "-3", "0 ans", "0.0", "0 mois", "-1", "non", "aucune", "0.001")
        for what in ("Loyer", "Serveur")
    ),
    small(
        "every lifetime is zero",
        "# Dépenses\nDate | Libellé | Montant HT | Durée d’amortissement\n31/01/2020 | Papier | 110 | 0\n"
        "28/02/2020 | Loyer | 2400 | 0",
        right(charges=2510),
        *asked("D2", "D3"),
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", PAY)
def test_an_expense_is_what_the_company_bears_or_is_asked_about(book: Small) -> None:
    judge(book)


def test_the_three_kinds_are_read_right_together() -> None:
    """The sheets that every test above changes by one thing."""
    text = f"{DAYS.and_then()}\n{FEES.and_then()}\n{EXPENSES.and_then()}"
    judge(small("", text, right(revenue=26650, charges=830)).values[0])


NO_CHARGES: list[Any] = [
    *(
        small(f"no charge of the year: {label}", EXPENSES.and_then(f"30/04/2020 | | {label} | 1400"), *asked("A5"))
        for label in (
            # not deductible, or not the company's
            "Amende stationnement", "PV radar", "Contravention", "Majoration de retard Urssaf", "Pénalités IS",
            "Don Croix-Rouge", "Mécénat", "Forfait post-stationnement", "Téléphone 50 % perso", "Courses perso",
            "Mutuelle perso", "Prélèvement personnel", "Achat personnel", "Prélèvement de l’exploitant",
            "Paiement amende", "CB AMENDE.GOUV", "Avis de contravention", "ANTAI", "PV de stationnement", "Fourrière",
            "Majoration 10 % IR", "Intérêts de retard impôts", "Redressement Urssaf", "CSG CRDS non déductible",
            "Solde impôt revenu", "Mensualisation impôt", "Acompte contemporain IR", "PAS gérant", "Prélèvements sociaux",
            "Amortissement ordinateur", "FNP", "Charges à payer", "Variation de stock", "Immobilisation Mac", "Bitcoin",
            "Parts SCI", "Crédit immobilier", "Apport Jean", "IJSS", "Chômage partiel", "Prime d’apprentissage",
            "Cession ordinateur", "Bonus écologique",
            # a tax that is not the company's, or that is computed elsewhere
            "Impôt sur le revenu", "IR 2019", "Prélèvement à la source", "PAS mars 2020", "Taxe d’habitation",
            "Relevé de solde 2572", "Prélèvement impots.gouv",
            # no expense at all: computed, foreseen, lent, set aside
            "Provision pour impôts", "Provision congés payés", "Dotation aux amortissements", "Prévision Urssaf",
            "Mensualité crédit voiture", "Échéance crédit", "Caution location", "Souscription parts sociales",
            "Assurance vie", "SCPI", "Acompte salaire", "Avance sur salaire mars",
            # received
            "Subvention reçue", "Aide Covid", "Subvention région", "Intérêts reçus", "Loyer perçu", "Cashback",
            "Indemnité d’assurance reçue", "Produit exceptionnel", "Prime à l’embauche", "Aides à l’embauche",
        )
    ),
    *(
        small(
            f"category {category}",
            "# Dépenses\nDate | Libellé | Catégorie | Montant HT\n31/01/2020 | Loyer | Loyer | 110\n"
            f"30/04/2020 | Autre | {category} | 1400",
            *asked("A3"),
        )
        for category in ("Amendes et pénalités", "Dons", "Subventions", "Dépenses personnelles", "Perso", "Mécénat")
    ),
    *(
        small(f"a comment {text}", EXPENSES.odd("Commentaire", "", text), *asked("Z4"))
        for text in ("perso", "moitié perso", "50 % perso", "à titre privé", "usage perso 30 %", "privé")
    ),
    *(
        small(
            f"account {account}",
            "# Dépenses\nDate | Libellé | Compte | Montant HT\n31/01/2020 | Loyer | 613200 | 110\n"
            f"30/04/2020 | Autre | {account} | 1400",
            *asked("A3"),
        )
        for account in ("275000", "512000", "401000", "261", "503000", "129", "218300", "471000", "758000", "681120")
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", NO_CHARGES)
def test_what_may_be_no_charge_is_asked_about(book: Small) -> None:
    judge(book)


def test_a_loan_paid_back_is_said_once() -> None:
    book = EXPENSES.and_then("30/04/2020 | Banque | Remboursement emprunt | 1400")
    found = outcome_of(sheets(book))
    assert [what.split()[0] for what, _ in found.doubts] == ["mouvement-possible"]


@pytest.mark.parametrize(
    "label", ["CFE 2020", "CVAE", "Taxe foncière", "CFE acompte", "TEOM", "CET"]
)
def test_a_tax_that_is_a_charge_is_one_whoever_collects_it(label: str) -> None:
    book = EXPENSES.and_then(f"30/04/2020 | DGFIP | {label} | 400")
    assert outcome_of(sheets(book)).doubts == ()


BORNE: list[Any] = [
    *(
        ordinary(
            f"a charge: {label}",
            f"{DAYS.and_then()}\n{EXPENSES.and_then(f'30/04/2020 | | {label} | 140')}",
            charges=970,
        )
        for label in (
            "Frais de personnel", "Formation du personnel", "Développement personnel", "Prime d’assurance RC",
            "Aide comptable", "Indemnités km véhicule perso", "Provision pour charges locatives", "Facture reçue OVH",
            "Plan d’actions", "Crédit-bail véhicule", "Échéance crédit-bail", "Majoration heures de nuit",
            "Taxe d’apprentissage", "Serveur privé virtuel", "Donnees mobiles", "Donjon & Cie", "Prévoyance",
            "Contrat de prévention", "Logiciel PAS", "Amendement de contrat", "Aide à domicile", "Produits d’entretien",
            "Pénalités de retard fournisseur", "Livret d’accueil", "Dotation vestimentaire", "Prévision météo", "Crédits API",
            "Immobilier : annonce", "Apport d’affaires Jean", "Sinistre : franchise", "Impôts locaux", "Majoration heures sup",
            "Tiers payeur", "Amorti", "Subvention aux œuvres", "Allocation forfaitaire repas", "IR caméra", "PAS à pas", "PEA-Net",
            "Assurance perte d’exploitation", "Cautionnement Siagi", "Subway Lille", "Prévisionniste météo",
            "Quote-part bureau", "Quote-part de charges", "Quotes-parts du bail", "Extension de garantie",
            "Garantie 3 ans", "Garantie décennale",
        )
    ),
    *(
        ordinary(f"a comment {text}", f"{DAYS.and_then()}\n{EXPENSES.odd('Commentaire', 'payé', text)}", charges=830)
        for text in ("CB perso", "avancé perso", "véhicule perso", "pas perso", "personnel d’accueil", "réseau privé virtuel", "virement perso")
    ),
    *(
        ordinary(
            f"category {category}",
            f"{DAYS.and_then()}\n# Dépenses\nDate | Libellé | Catégorie | Montant HT\n31/01/2020 | CFE 2020 | {category} | 110",
            charges=110,
        )
        for category in ("Impôts", "Intérêts", "Impôts et taxes", "Taxes", "Personnel", "Frais de personnel", "Assurances", "Banque", "Divers",
                         "Social", "Cotisations", "Produits d’entretien", "Immobilier", "Télécom", "Cadeaux clients")
    ),
    *(
        ordinary(
            f"account {account} {life}",
            f"{DAYS.and_then()}\n# Dépenses\nDate | Libellé | Compte | Montant HT | Durée d’amortissement\n"
            f"31/01/2020 | Loyer | 613200 | 110 | \n30/04/2020 | Serveur | {account} | 1400 | {life}",
        )
        for account, life in (("218300", "3 ans"), ("606400", ""), ("6", ""), ("4", ""), ("12", ""), ("OVH", ""), ("635110", ""), ("2183", "36 mois"))
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", BORNE)
def test_a_charge_is_never_asked_about_for_a_word_of_its_neighbours(book: Small) -> None:
    judge(book)


NO_SALES: list[Any] = [
    *(
        small(f"no sale: {label}", FEES.and_then(f"30/04/2020 | Ponant | {label} | 900"), *asked("C5"))
        for label in (
            "Subvention région", "Aide fonds de solidarité", "Fonds de solidarité", "Prime à l’embauche", "Intérêts livret",
            "Intérêts de retard", "Indemnité forfaitaire 40 €", "Indemnité d’assurance", "Crédit de TVA", "Virement interne",
            "Apport en capital", "Apport personnel", "Emprunt PGE", "Prêt bancaire", "Dividendes", "Compte courant d’associé",
            "Cession véhicule", "Loyer perçu", "CICE", "CIR 2019", "Crédit d’impôt recherche", "Dépôt de garantie",
            "Virement", "Virement épargne", "Apport", "Capital", "IJSS", "DGFIP remboursement TVA", "Sinistre", "Gain de change",
            "Restitution dépôt de garantie", "Vente véhicule", "Dividendes SCI", "Transfert vers livret",
            "Caution matériel", "Libération retenue de garantie", "Débours", "Produit exceptionnel", "Don",
        )
    ),
    small("a retention", FEES.and_then("30/04/2020 | Ponant | Retenue de garantie 5 % | -50"), *asked("C5")),
    *(
        small(f"no client: {name}", FEES.and_then(f"30/04/2020 | {name} | | 900"), *asked("Z5"))
        for name in ("Subvention", "Fonds de solidarité", "IJSS", "Virement interne", "Apport", "Dividendes", "Emprunt")
    ),
    *(
        ordinary(f"a client: {name}", f"{EXPENSES.and_then()}\n{FEES.and_then(f'30/04/2020 | {name} | Audit | 900')}", revenue=9100)
        for name in ("Caution Mutuelle", "Capital Conseil", "Apport Plus", "Sinistre Assistance", "CPAM", "Pôle Emploi", "Crédit Agricole")
    ),
    small("its type", FEES.odd("Type", "Facture", "Subvention"), *asked("E4")),
    *(
        ordinary(
            f"a sale: {label}",
            f"{EXPENSES.and_then()}\n{FEES.and_then(f'30/04/2020 | Ponant | {label} | 900')}",
            revenue=9100,
        )
        for label in (
            "Apport d’affaires", "Dossier de prêt", "Étude des subventions", "Conseil sur la TVA", "Mission CIR Ponant",
            "Logiciel de caution", "Plan d’aide", "Vente de matériel", "Audit des dividendes", "Formation emprunt",
            "Indemnité de rupture", "Prime de performance", "Donnees et tableaux", "Intérêt général : étude", "Capitalisation",
            "Transfert de compétences", "Virements SEPA : automatisation", "Capital humain : étude", "Sinistres : logiciel",
            "Dividendes : note de conseil", "Vente assistée", "Subventions à la culture", "Allocation de ressources",
            "Aide à la décision", "Aide au recrutement", "Prêt de matériel", "Refacturation de frais", "Loyer du logiciel",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize("book", NO_SALES)
def test_what_may_be_no_sale_is_asked_about(book: Small) -> None:
    judge(book)


@pytest.mark.parametrize("title", ["Fréquence", "Périodicité"])
def test_how_often_an_expense_comes_is_asked_about(title: str) -> None:
    """900 € a month may be typed once a year: the column would multiply it."""
    rows = "02/03/2020 | Loyer | 900 | mensuel\n03/03/2020 | Assurance | 310 | annuel\n04/03/2020 | Box | 31 | mensuel"
    text = f"# Dépenses\nDate | Libellé | Montant HT | {title}\n{rows}"
    judge(Small(text=text, accepted=(doubted("Dépenses!D1"),)))
