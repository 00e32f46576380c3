"""The words that consultants write above their columns and on their sheets, by meaning.

Knows words alone. The order of preference within a meaning is that of its groups: words of one
group, separated by commas, claim the same meaning and cannot stand side by side.
"""

from __future__ import annotations

from typing import Literal

Kind = Literal["days", "fees", "expenses", "missions"]
Field = Literal[
    "date", "client", "days", "hours", "rate", "hourly", "unit_price", "price", "quantity",
    "amount", "gross", "vat", "vat_rate", "vat_any", "supplier", "label", "paid", "invoice",
    "means", "mission", "service", "category", "account", "lifetime", "receipt", "equivalent_days",
    "worker", "comment", "currency", "status", "document", "billable", "start", "end", "discount",
    "credit", "debit", "balance", "year", "period", "country", "vat_number", "invoiced", "payer",
    "kilometres", "vehicle",
    "planned",
    "unit",
    "disposed",
    "disposal_price",
    "disposal_vat",
    "disposal_gross",
    "pay_gross",
    "pay_employee",
    "pay_employer",
    "pay_relief",
    "pay_withheld",
    "pay_refund",
    "pay_net",
    "pay_person",
]  # fmt: skip
"""What a column can hold."""
Words = dict[Field, tuple[str, ...]]

SHEETS: dict[Kind, str] = {
    "days": "jours, jours factures, jours vendus, cra, compte rendu d activite, comptes rendus d "
    "activite, temps, temps passe, regie, activite, feuille de temps, releve d heures, heures, "
    "days, timesheet, timesheets",
    "fees": "forfaits, prestations forfaitaires, forfaits factures",
    "expenses": "depenses, frais, achats, charges, notes de frais, note de frais, factures "
    "fournisseurs, factures recues, expenses, purchases, registre achats, livre achats, paie, "
    "paies, salaires, bulletins, bulletins paie, bulletins salaire, fiches paie",
    "missions": "missions, tarifs, contrats",
}
"""The names of sheets; months, years and other numbers are left out before comparing."""

ANY_SHEET = (
    "feuil, feuille, sheet, classeur, factures, facturation, ventes, recettes, prestations, "
    "services, factures emises, factures clients, chiffre affaires, livre, livres, invoices, "
    "sales, livre recettes, livre journal recettes, registre recettes, encaissements"
)
"""Names that do not tell days from fees or expenses: what such a sheet holds is in its header."""

INCOME = (
    "factures, facturation, ventes, recettes, prestations, services, factures emises, "
    "factures clients, chiffre affaires, encaissements, invoices, sales, "
    "livre recettes, livre journal recettes, registre recettes"
)
"""Names of what comes in: no expense stands on such a sheet."""

LEFT_ALONE = "aide, listes, liste"

HARMLESS = (
    "semaine, n semaine, trimestre, mode paiement, mode reglement, "
    "moyen paiement, type paiement, echeance, date echeance, date limite, delai, relance, "
    "date relance, lieu, ville, adresse, code postal, cp, contact, email, e mail, mail, "
    "telephone, tel, siret, siren, commande, n commande, "
    "bon commande, bc, n client, code client, code projet, id, ligne, n ligne, tags, humeur, "
    "priorite, lien, url, fichier, banque, iban, reste a payer, reste du, montant paye, "
    "montant regle, montant encaisse, deja paye, total paye, restant du, montant restant, "
    "montant restant du"
)
"""Columns known to bear on no figure, whatever stands in them."""

UNTAXED = (
    "montant, montant total, total, montant encaisse, montant percu, montant recu, recette, "
    "recettes, montant recette, montant facture, montant regle, montant paye, somme, "
    "somme encaissee, somme recue, encaissement, prix, amount, total amount, amount received"
)
"""Amounts that are the same before tax and with it, where there is no VAT at all."""

FOREIGN = ("usd", "chf", "gbp", "dollar", "dollars", "livre sterling", "livres sterling", "francs")
"""Words of a header that count in another currency than the euro, besides its sign."""

EXAMPLE = "EXEMPLE – ligne à effacer"
"""Stands for a client or a supplier in the examples of `bilan init`; such a row is no line."""

COMMON: Words = {
    "date": (
        "date",
        (
            "date facture, date facturation, date emission, jour, date prestation, date operation, "
            "date achat, date depense, date piece, mois, periode, invoice date, issue date, day, "
            "month, expense date, purchase date"
        ),
        "date debut, debut, du, start date, debut periode, periode du, from",
    ),
    "amount": (
        (
            "montant ht, total ht, ht, base ht, prix total ht, facture ht, montant facture ht, "
            "net ht, facture htva, montant htva, montant hors taxe, montant hors taxes, "
            "hors taxes, ca ht, amount excl tax, amount excl vat, total excl tax, total excl vat, "
            "amount ht, total before tax, amount before tax, subtotal"
        ),
    ),
    "vat_rate": ("taux tva, tva taux, tva pourcent, tva pct, vat rate, tax rate, vat pct",),
    "vat": (
        (
            "montant tva, tva montant, total tva, tva deductible, tva collectee, "
            "tva recuperable, vat amount, tax amount"
        ),
    ),
    "vat_any": ("tva, vat",),
    "gross": (
        (
            "montant ttc, total ttc, ttc, prix ttc, net ttc, facture ttc, montant total ttc, "
            "amount incl tax, amount incl vat, total incl tax, total incl vat, gross amount"
        ),
    ),
    "paid": (
        (
            "date paiement, date reglement, date encaissement, payee le, paye le, reglee le, "
            "regle le, encaissee le, encaisse le, date decaissement, payment date, paid date, "
            "date paid, paid on"
        ),
    ),
    "currency": ("devise, monnaie, currency",),
    "status": (
        (
            "statut, etat, status, state, situation, statut facture, etat facture, "
            "statut facturation, etat facturation, statut paiement, etat paiement, statut devis, "
            "statut prestation, statut mission, statut ligne, avancement, etat avancement, "
            "invoice status, payment status"
        ),
    ),
    "year": ("annee, exercice, year",),
    "period": ("periode, mois, mois concerne, periode concernee, periode facturee",),
    "start": ("du, debut, date debut, periode du, debut periode, start date, from",),
    "end": ("au, fin, date fin, periode au, fin periode, end date, to",),
    "credit": ("avoir, avoirs, montant avoir, credit, credits, montant credit",),
    "debit": ("debit, debits, montant debit",),
    "balance": ("solde, solde compte, solde progressif, balance",),
    "discount": (
        (
            "remise, remises, rabais, ristourne, escompte, reduction, discount, remise pct, "
            "remise ht, montant remise, taux remise"
        ),
    ),
    "country": ("pays, pays client, pays fournisseur",),
}
SALE: Words = {
    "vat_number": ("n tva client, n tva intracommunautaire, tva intracommunautaire, n tva",),
    "invoiced": ("date facture, date facturation, date emission, invoice date, issue date",),
    "client": (
        "client, nom client, clients, raison sociale client, customer, client name, customer name",
    ),
    "billable": ("facturable, facturables, billable, est facturable",),
    "document": ("type, type document, type piece, type facture, nature",),
    "invoice": (
        (
            "facture, n facture, reference facture, ref facture, numero, invoice, "
            "invoice number, invoice n, invoice id"
        ),
        "reference, ref, n piece",
    ),
    "means": ("mode paiement, moyen paiement, mode reglement, moyen reglement",),
}
PRICED: Words = {
    "price": ("prix ht, tarif ht",),
    "quantity": ("quantite, qte, quantity, qty",),
    "unit_price": ("prix unitaire, prix unitaire ht, pu, pu ht, unit price",),
}
"""A price is the amount of the line, unless a quantity stands beside it."""

TIME: Words = {
    "days": (
        (
            "jours, nb jours, jours factures, jours vendus, nb jours factures, jour homme, "
            "jours homme, jours travailles, jours realises, quantite jours, duree jours, jh, days, "
            "nb days, days worked, billed days, days billed, man days"
        ),
    ),
    "hours": (
        (
            "heures, nb heures, temps heure, temps heures, temps h, duree h, duree heures, "
            "heures facturees, temps passe h, total heures, hours, nb hours, hours worked, "
            "billed hours, hours billed, duration decimal, duration hours, duration h"
        ),
    ),
}

WORDS: dict[Kind, Words] = {
    "days": {
        **COMMON,
        **SALE,
        **TIME,
        "rate": (
            (
                "tjm, tjm ht, prix journalier, prix journalier ht, taux journalier, "
                "tarif journalier, tarif journalier ht, taux journalier ht, "
                "taux journalier moyen, daily rate, day rate"
            ),
        ),
        "unit_price": ("prix unitaire, prix unitaire ht, pu, pu ht",),
        "hourly": (
            (
                "taux horaire, taux horaire ht, tarif horaire, prix horaire, tarif horaire ht, "
                "hourly rate"
            ),
        ),
        "mission": (
            "mission, projet, affaire, dossier, prestation, project",
            "tache, libelle, intitule",
        ),
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
        "unit": ("unite, unites, unite mesure, unit, units, unite facturation",),
        "comment": ("commentaire, commentaires, remarque, remarques, note, notes",),
        "service": (
            "prestation, libelle, intitule, objet, designation, nature prestation",
            "description, mission, projet",
        ),
        "equivalent_days": ("jours equivalents, equivalent jours, equivalent jour",),
    },
    "expenses": {
        **COMMON,
        **PRICED,
        "comment": ("commentaire, commentaires, remarque, remarques, note, notes",),
        "supplier": ("fournisseur, beneficiaire, prestataire, supplier, vendor, merchant",),
        "label": ("libelle, intitule, designation, objet", "description"),
        "category": ("categorie, category", "nature, type"),
        "account": ("compte, n compte, compte comptable",),
        "lifetime": (
            (
                "duree amortissement, amortissement, duree amort, amortissement annees, "
                "duree amortissement annees, duree amortissement ans"
            ),
        ),
        "disposed": (
            (
                "date cession, cede le, cedee le, date sortie, sorti le, sortie le, vendu le, "
                "vendue le, date vente, date revente, revendu le, mis rebut le, mise rebut le, "
                "mis au rebut le, date mise au rebut, date rebut, date mise hors service"
            ),
        ),
        "disposal_price": (
            (
                "prix cession, prix cession ht, prix vente, prix vente ht, prix revente, "
                "prix revente ht, montant cession, montant cession ht, valeur cession, "
                "prix cession hors taxes"
            ),
        ),
        "disposal_vat": ("tva cession, tva prix cession, tva vente, montant tva cession",),
        "disposal_gross": (
            "prix cession ttc, prix vente ttc, prix revente ttc, montant cession ttc",
        ),
        "pay_gross": (
            "brut, salaire brut, brut total, total brut, remuneration brute, paie brute",
        ),
        "pay_employee": (
            (
                "cotisations salariales, charges salariales, part salariale, retenues salariales, "
                "cotisations salarie, part salarie"
            ),
        ),
        "pay_employer": (
            (
                "cotisations patronales, charges patronales, part patronale, "
                "cotisations employeur, charges employeur, part employeur"
            ),
        ),
        "pay_relief": (
            (
                "reduction cotisations, reductions cotisations, reduction generale, "
                "allegement cotisations, allegements cotisations, allegements, exonerations, "
                "exoneration cotisations, reduction patronale"
            ),
        ),
        "pay_withheld": (
            (
                "pas, p a s, prelevement source, prelevement a source, impot source, "
                "impot a source, impot revenu preleve, retenue source"
            ),
        ),
        "pay_refund": (
            (
                "remboursement frais, remboursements frais, remboursements, remboursement, "
                "frais rembourses, remboursement transport, indemnites non soumises"
            ),
        ),
        "pay_net": (
            (
                "net payer, net a payer, net paye, net verse, salaire net, net paye apres impot, "
                "net a payer apres impot, net payer apres impot"
            ),
        ),
        "pay_person": ("salarie, salariee, employe, employee, nom salarie, nom, beneficiaire",),
        "kilometres": (
            (
                "kilometres, km, nb km, nb kilometres, distance, distance km, distance kilometres, "
                "km parcourus, kilometres parcourus, kilometrage"
            ),
        ),
        "vehicle": (
            (
                "vehicule, vehicule utilise, type vehicule, moyen transport, mode transport, "
                "moyen deplacement, mode deplacement, moyen locomotion"
            ),
        ),
        "payer": ("paye par, payee par, regle par, reglee par, payeur",),
        "receipt": ("justificatif, piece, n piece", "reference, ref, facture, n facture"),
    },
    "missions": {
        **{name: COMMON[name] for name in ("amount", "gross")},
        **TIME,
        "client": SALE["client"],
        "mission": ("mission, projet, affaire, dossier",),
        "rate": ("tjm, tjm ht, taux journalier, tarif journalier, prix journalier ht, tarif ht",),
        "planned": (
            (
                "jours prevus, nb jours prevus, jours signes, nb jours signes, jours commandes, "
                "nb jours commandes"
            ),
        ),
        "year": ("annee, exercice, year",),
        "period": ("periode, mois, mois concerne, periode concernee, periode facturee",),
        "start": ("du, debut, date debut, a partir du, depuis",),
        "end": ("au, fin, date fin, jusqu au",),
        "comment": ("commentaire, commentaires, remarque",),
    },
}

LABELS: dict[Field, str] = {
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
    "kilometres": "Kilomètres",
    "vehicle": "Véhicule",
    "country": "Pays",
    "vat_number": "N° TVA client",
    "invoice": "Facture",
    "means": "Mode de paiement",
    "mission": "Mission",
    "service": "Prestation",
    "category": "Catégorie",
    "account": "Compte",
    "lifetime": "Durée d’amortissement",
    "disposed": "Date de cession",
    "disposal_price": "Prix de cession",
    "disposal_vat": "TVA de cession",
    "disposal_gross": "Prix de cession TTC",
    "pay_gross": "Salaire brut",
    "pay_employee": "Cotisations salariales",
    "pay_employer": "Cotisations patronales",
    "pay_relief": "Réduction de cotisations",
    "pay_withheld": "Prélèvement à la source",
    "pay_refund": "Remboursement de frais",
    "pay_net": "Net à payer",
    "pay_person": "Salarié",
    "receipt": "Justificatif",
    "equivalent_days": "Jours équivalents",
    "worker": "Intervenant",
    "comment": "Commentaire",
    "currency": "Devise",
    "status": "Statut",
    "document": "Type de document",
    "start": "Du",
    "end": "Au",
    "billable": "Facturable",
    "discount": "Remise",
    "credit": "Avoir",
    "debit": "Débit",
    "balance": "Solde",
    "year": "Année",
    "period": "Période",
    "planned": "Jours prévus",
    "unit": "Unité",
}
KIND_LABELS: dict[Kind, str] = {
    "days": "Jours",
    "fees": "Forfaits",
    "expenses": "Dépenses",
    "missions": "Missions",
}
NEEDED: dict[Kind, tuple[tuple[Field, ...], ...]] = {
    "days": (("date",), ("client",), ("days", "hours")),
    "fees": (("date",), ("client",), ("amount", "gross")),
    "expenses": (
        ("date",),
        ("supplier", "label"),
        ("amount", "gross", "kilometres", "pay_gross"),
    ),
    "missions": (("client",), ("rate",)),
}
"""For each kind of sheet, the columns that it must have: one of each group.

Billed days need a price too: a column, or the sheet of missions.
"""
PAY: tuple[Field, ...] = (
    "pay_gross",
    "pay_employee",
    "pay_employer",
    "pay_relief",
    "pay_withheld",
    "pay_refund",
    "pay_net",
    "pay_person",
)
"""The columns of pay slips: they mean something together, beside a gross pay."""
PRICE: tuple[Field, ...] = ("rate", "hourly", "unit_price", "amount", "gross")
