"""The words that consultants write above their columns and on their sheets, by meaning.

Knows words alone. The order of preference within a meaning is that of its groups: words of one
group, separated by commas, claim the same meaning and cannot stand side by side.
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["days", "fees", "expenses", "missions"]
Words = dict[str, tuple[str, ...]]

SHEETS: dict[Kind, str] = {
    "days": "jours, jours factures, jours vendus, cra, compte rendu d activite, comptes rendus d "
    "activite, temps, temps passe, regie, activite, feuille de temps, releve d heures, heures",
    "fees": "forfaits, prestations forfaitaires, forfaits factures",
    "expenses": "depenses, frais, achats, charges, notes de frais, note de frais, factures "
    "fournisseurs, factures recues",
    "missions": "missions, tarifs, contrats",
}
"""The names of sheets; months, years and other numbers are left out before comparing."""

ANY_SHEET = (
    "feuil, feuille, sheet, classeur, factures, facturation, ventes, recettes, prestations, "
    "services, factures emises, factures clients, chiffre affaires, livre, livres"
)
"""Names that do not tell days from fees or expenses: what such a sheet holds is in its header."""

LEFT_ALONE = "aide, listes, liste"

EXAMPLE = "EXEMPLE – ligne à effacer"
"""Stands for a client or a supplier in the examples of `bilan init`; such a row is no line."""

COMMON: Words = {
    "date": (
        "date",
        (
            "date facture, date facturation, date emission, jour, date prestation, date operation, "
            "date achat, date depense, date piece, mois, periode"
        ),
        "date debut, debut",
    ),
    "amount": (
        (
            "montant ht, total ht, ht, base ht, prix total ht, facture ht, montant facture ht, "
            "net ht, facture htva, montant htva, montant hors taxe, montant hors taxes, "
            "hors taxes, ca ht"
        ),
    ),
    "vat_rate": ("taux tva, tva taux, tva pourcent, tva pct",),
    "vat": ("montant tva, tva montant, total tva, tva deductible, tva collectee, tva recuperable",),
    "vat_any": ("tva",),
    "gross": ("montant ttc, total ttc, ttc, prix ttc, net ttc, facture ttc, montant total ttc",),
    "paid": (
        (
            "date paiement, date reglement, date encaissement, payee le, paye le, reglee le, "
            "regle le, encaissee le, encaisse le, date decaissement"
        ),
    ),
    "currency": ("devise, monnaie",),
    "status": ("statut, etat",),
    "country": ("pays, pays client, pays fournisseur",),
}
SALE: Words = {
    "vat_number": ("n tva client, n tva intracommunautaire, tva intracommunautaire, n tva",),
    "invoiced": ("date facture, date facturation, date emission",),
    "client": ("client, nom client, clients, raison sociale client",),
    "document": ("type, type document, type piece, type facture, nature",),
    "invoice": (
        "facture, n facture, reference facture, ref facture, numero",
        "reference, ref, n piece",
    ),
}
PRICED: Words = {"price": ("prix ht, tarif ht",), "quantity": ("quantite, qte",)}
"""A price is the amount of the line, unless a quantity stands beside it."""

WORDS: dict[Kind, Words] = {
    "days": {
        **COMMON,
        **SALE,
        "days": (
            (
                "jours, nb jours, jours factures, jours vendus, nb jours factures, jour homme, "
                "jours homme, jours travailles, jours realises, quantite jours, duree jours, jh"
            ),
        ),
        "hours": (
            (
                "heures, nb heures, temps heure, temps heures, temps h, duree h, duree heures, "
                "heures facturees, temps passe h, total heures"
            ),
        ),
        "rate": (
            (
                "tjm, tjm ht, prix journalier, prix journalier ht, taux journalier, "
                "tarif journalier, tarif journalier ht, taux journalier ht, taux journalier moyen"
            ),
        ),
        "unit_price": ("prix unitaire, prix unitaire ht, pu, pu ht",),
        "hourly": ("taux horaire, taux horaire ht, tarif horaire, prix horaire, tarif horaire ht",),
        "mission": ("mission, projet, affaire, dossier, prestation", "tache, libelle, intitule"),
        "worker": ("intervenant, collaborateur, consultant",),
        "comment": (
            "commentaire, commentaires, remarque, remarques, note, notes",
            "description",
        ),
    },
    "fees": {
        **COMMON,
        **SALE,
        **PRICED,
        "service": (
            "prestation, libelle, intitule, objet, designation",
            "description, mission, projet",
        ),
        "start": ("du, debut periode",),
        "end": ("au, fin periode",),
        "equivalent_days": ("jours equivalents, equivalent jours, equivalent jour",),
    },
    "expenses": {
        **COMMON,
        **PRICED,
        "supplier": ("fournisseur, beneficiaire, prestataire",),
        "label": ("libelle, intitule, designation, objet", "description"),
        "category": ("categorie", "nature, type"),
        "account": ("compte, n compte, compte comptable",),
        "lifetime": (
            (
                "duree amortissement, amortissement, duree amort, amortissement annees, "
                "duree amortissement annees, duree amortissement ans"
            ),
        ),
        "start": ("du, debut periode",),
        "end": ("au, fin periode",),
        "payer": ("paye par, payee par, regle par, reglee par, payeur",),
        "receipt": ("justificatif, piece, n piece", "reference, ref, facture, n facture"),
    },
    "missions": {
        "client": SALE["client"],
        "mission": ("mission, projet, affaire, dossier",),
        "rate": ("tjm, tjm ht, taux journalier, tarif journalier, prix journalier ht, tarif ht",),
        "start": ("du, debut, date debut, a partir du, depuis",),
        "end": ("au, fin, date fin, jusqu au",),
        "comment": ("commentaire, commentaires, remarque",),
    },
}

LABELS = {
    "date": "Date",
    "client": "Client",
    "days": "Jours",
    "hours": "Heures",
    "rate": "TJM",
    "hourly": "Taux horaire",
    "unit_price": "Prix unitaire",
    "price": "Prix HT",
    "quantity": "Quantité",
    "amount": "Montant HT",
    "gross": "Montant TTC",
    "vat": "Montant TVA",
    "vat_rate": "Taux TVA",
    "vat_any": "TVA",
    "supplier": "Fournisseur",
    "label": "Libellé",
    "paid": "Date de paiement",
    "invoiced": "Date de facture",
    "payer": "Payé par",
    "country": "Pays",
    "vat_number": "N° TVA client",
    "invoice": "Facture",
    "mission": "Mission",
    "service": "Prestation",
    "category": "Catégorie",
    "account": "Compte",
    "lifetime": "Durée d’amortissement",
    "receipt": "Justificatif",
    "equivalent_days": "Jours équivalents",
    "worker": "Intervenant",
    "comment": "Commentaire",
    "currency": "Devise",
    "status": "Statut",
    "document": "Type de document",
    "start": "Du",
    "end": "Au",
}
KIND_LABELS: dict[Kind, str] = {
    "days": "Jours",
    "fees": "Forfaits",
    "expenses": "Dépenses",
    "missions": "Missions",
}
NEEDED: dict[Kind, tuple[tuple[str, ...], ...]] = {
    "days": (("date",), ("client",), ("days", "hours")),
    "fees": (("date",), ("client",), ("amount", "gross")),
    "expenses": (("date",), ("supplier", "label"), ("amount", "gross")),
    "missions": (("client",), ("rate",)),
}
"""For each kind of sheet, the columns that it must have: one of each group.

Billed days need a price too: a column, or the sheet of missions.
"""
PRICE = ("rate", "hourly", "unit_price", "amount", "gross")
