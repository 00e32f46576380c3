"""How fields and kinds of table are called, and the fields that a kind must have.

Knows names, those of the columns of pay and of those that bear on no figure too. Never the other
words of a field, nor what stands in a cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reporter.words.columns import Field, Kind

EXAMPLE = "EXEMPLE – ligne à effacer"
"""Stands for a client or a supplier in the examples of `bilan init`; such a row is no line."""

BY_LABEL = "Client (libellé)"
"""The title of clients of which a label is all that is known: it is heard as one."""

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
    "pay_cost": "Coût total",
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
    "missions": (("client",), ("rate", "hourly")),
}
"""For each kind of sheet, the columns that it must have: one of each group.

Billed days need a price too: a column, or the sheet of missions.
"""
PAY_WORDS: dict[Field, str] = {
    "pay_gross": "brut, salaire brut, brut total, total brut, remuneration brute, paie brute",
    "pay_employee": (
        "cotisations salariales, charges salariales, part salariale, retenues salariales, "
        "cotisations salarie, part salarie"
    ),
    "pay_employer": (
        "cotisations patronales, charges patronales, part patronale, cotisations employeur, "
        "charges employeur, part employeur, cotisations tns"
    ),
    "pay_relief": (
        "reduction cotisations, reductions cotisations, reduction generale, "
        "allegement cotisations, allegements cotisations, allegements, exonerations, "
        "exoneration cotisations, reduction patronale"
    ),
    "pay_withheld": (
        "pas, p a s, prelevement source, prelevement a source, impot source, impot a source, "
        "impot revenu preleve, retenue source"
    ),
    "pay_refund": (
        "remboursement frais, remboursements frais, remboursements, remboursement, "
        "frais rembourses, remboursement transport, indemnites non soumises"
    ),
    "pay_net": (
        "net, net payer, net a payer, net paye, net verse, salaire net, net paye apres impot, "
        "net a payer apres impot, net payer apres impot, remuneration nette, "
        "remuneration nette gerant, remuneration gerant, remuneration"
    ),
    "pay_cost": (
        "cout total, cout employeur, cout total employeur, cout global, cout salarie, "
        "cout entreprise, cout salarial, total employeur, total verse par employeur"
    ),
    "pay_person": "salarie, salariee, employe, employee, nom salarie",
}
"""What the columns of pay slips are called."""
PAY = tuple(PAY_WORDS)
"""The columns of pay slips: they mean something together, beside a gross pay."""
PRICE: tuple[Field, ...] = ("rate", "hourly", "unit_price", "amount", "gross")

HARMLESS = (
    "semaine, sem, n semaine, trimestre, mode, moyen, mode paiement, mode reglement, "
    "moyen paiement, type paiement, payment method, echeance, date echeance, date limite, "
    "delai, relance, date due, invoice due date, date limite paiement, date vente, date creation, "
    "currency symbol, invoice id, customer id, "
    "date relance, lieu, ville, adresse, code postal, cp, contact, email, e mail, mail, "
    "telephone, tel, siret, siren, commande, n commande, "
    "bon commande, bc, n client, code client, code projet, id, ligne, n ligne, numero, number, "
    "tags, humeur, priorite, lien, url, fichier, banque, iban, reste a payer, reste du, "
    "montant paye, montant regle, montant encaisse, deja paye, total paye, restant du, "
    "reste a regler, reste regler, paid amount, last payment date, "
    "montant restant, montant restant du, restant ttc, "
    "reste ttc, total restant, solde restant, amount paid, amount due, balance due, due date, "
    "invoice amount paid, invoice amount due, payment terms, acompte verse, acomptes verses, "
    "acompte recu, acomptes recus, acompte deja verse, net payer, net a payer, n remise, "
    "date remise, remise en banque, remise banque, date remise banque, bordereau, n bordereau, "
    "paye, payee, regle, reglee, encaisse, encaissee, paid, sprint, ticket, responsable, "
    "responsable client, phase, lot, techno, technologie, technologies, "
    "stack, outil, langage, equipe, resp, signataire, client final, carte, "
    "invites, convives, teletravail, site, deadline, "
    "valide par, saisi par, saisie par, relu par, suivi par, cree par, gere par, "
    "urgent, urgence, relu, relue, refacturable, facturable, billable, "
    "traite par, etabli par, controle par, verifie par, verifie, verifiee, delai jours, delai j, "
    "retard jours, delai paiement jours, relances, nb relances, commercial, commerciale, "
    "satisfaction, avis client, chef projet, canal, interlocuteur, referent, demandeur, "
    "commanditaire, secteur, secteur activite, payer avant, a payer avant, paye o n, payee o n, "
    "regle o n, reglee o n, envoye, envoyee, date envoi, pointe, pointee, rapproche, rapprochee, "
    "recurrent, recurrence, sous categorie, apporteur, apporteur affaires, date remboursement, "
    "retard, retard j, jours retard, langue, langues, conditions, mention, mentions, tax 1 type, "
    "taux occupation, "
    "conditions paiement, conditions reglement, code, code analytique, n compte, compte comptable, "
    "facture envoyee, facture recue, autoliquidation, objectif, objectif mensuel, ecart, "
    "jours ouvres, nb jours ouvres, jours ouvrables, conges, jours conges, n devis, devis n, "
    "date devis, debut matin, fin matin, debut apres midi, fin apres midi, "
    "categorie, category, intervenant, intervenante, consultant, consultante, collaborateur, "
    "collaboratrice, delai paiement, delai reglement, reference client, ref client, "
    "reference commande, ref commande, reference interne, ref interne, scanne, scannee, "
    "horodateur, horodatage, timestamp, note client, ordre, piece jointe, archive, "
    "archivee, "
    "net imposable, net fiscal, net social, montant net social, net avant impot, "
    "net payer avant impot, net a payer avant impot, "
    "cumul facture, cumul facture ht, cumul ht, deja facture, deja facture ht, "
    "horaire, seance n, mots, feuillets, caracteres, participants, effectif, pct cumule, "
    "cumul pct, marche ht, montant marche ht, n rg, lettrage, chorus pro, chorus, "
    "salaire annuel, salaire annuel brut"
)
"""Columns known to bear on no figure, whatever stands in them."""
PROGRESS = (
    f"{HARMLESS}, pct avancement, reste a facturer, frais gestion, salaire brut, salaire net, "
    "salaire net verse, net avant impot, charges sociales, charges patronales, charges salariales, "
    "cout salarial, cout salaire"
)
"""The same beside days, which are all billed; half of a fee may not be yet. So is what a company
of portage makes of them."""

RECEIVED = (
    "montant encaisse, montant percu, montant recu, recette, recettes, montant recette, "
    "montant regle, montant paye, somme encaissee, somme recue, encaissement, amount received, "
    "recu, percu"
)
"""Amounts that have been paid."""
UNTAXED = (
    "montant, montant total, total, montant facture, somme, prix, prix paye, prix total, amount, "
    f"total amount, ca ; {RECEIVED}"
)
"""Amounts that are the same before tax and with it, where there is no VAT at all.

One that was billed is believed before what was paid of it, which stands beside it.
"""
NETS = "net, montant net"
"""Such an amount of a sale: of pay, it is what is left of it."""
PRICED_ALONE = "tarif, tarif seance, prix seance, honoraires, honoraire, cachet"
"""Such amounts too, where nothing beside them is counted."""
