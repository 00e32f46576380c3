"""The words that consultants write above their columns, by meaning.

Knows words alone. The order of preference within a meaning is that of its groups, separated by
semicolons: words of one group, by commas, claim the same meaning and cannot stand side by side.
"""

from __future__ import annotations

from typing import Literal

from reporter.words.labels import PAY_WORDS

Kind = Literal["days", "fees", "expenses", "missions"]
Field = Literal[
    "date", "client", "days", "hours", "rate", "hourly", "unit_price", "price", "quantity",
    "amount", "gross", "vat", "vat_rate", "vat_any", "supplier", "label", "paid", "invoice",
    "means", "mission", "service", "category", "account", "lifetime", "receipt", "equivalent_days",
    "worker", "comment", "currency", "status", "document", "billable", "start", "end", "discount",
    "credit", "debit", "balance", "year", "period", "country", "vat_number", "invoiced", "payer",
    "kilometres", "vehicle", "planned", "unit", "disposed", "disposal_price", "disposal_vat",
    "disposal_gross", "pay_gross", "pay_employee", "pay_employer", "pay_relief", "pay_withheld",
    "pay_refund", "pay_net", "pay_cost", "pay_person",
]  # fmt: skip
"""What a column can hold."""
Words = dict[Field, str]

REMARKS = (
    "commentaire, commentaires, remarque, remarques, note, notes, observation, observations, obs"
)
HOURLY = "taux horaire, taux horaire ht, tarif horaire, prix horaire, tarif horaire ht, hourly rate"
RATE = (
    "tjm, tjm ht, prix journalier, prix journalier ht, taux journalier, tarif journalier, "
    "tarif journalier ht, taux journalier ht, taux journalier moyen, tarif jour, prix jour, "
    "taux jour, prix par jour, prix j, tarif j, ht jour, daily rate, day rate"
)
COMMON: Words = {
    "date": (
        "date ; date facture, date facturation, date emission, jour, date prestation, "
        "date operation, date achat, date acquisition, date depense, date piece, invoice date, "
        "issue date, issued date, day, expense date, purchase date, date utc, billing date, "
        "date issued, invoice bill date ; mois, periode, month ; mois facturation, mois facture ; "
        "date debut, debut, du, start date, debut periode, periode du, "
        "from ; created, created utc, created at, date created, date creation ; "
        "semaine, week, week of, week starting ; date envoi, date edition, date livraison, "
        "delivery date, date intervention, date seance, date session, date cours"
    ),
    "amount": (
        "montant ht, total ht, ht, base ht, prix total ht, facture ht, montant facture ht, net ht, "
        "ca ht, amount ht, honoraires ht, montant ht signe, untaxed amount signed, total excl, "
        "line subtotal, item total, item amount ; subtotal, sub total ; somme ht, "
        "forfait mensuel ht"
    ),
    "vat_rate": (
        "taux tva, tva taux, tva pourcent, tva pct, pct tva, taux tva pct, vat rate, tax rate, "
        "vat pct, item tax pct"
    ),
    "vat": (
        "montant tva, tva montant, total tva, dont tva, tva deductible, tva collectee, "
        "tva recuperable, tva recup, vat amount, tax amount, total tax, total vat, "
        "tax total, tax 1 amount, item tax amount, total taxes, invoice total taxes"
    ),
    "vat_any": "tva, vat, tax, taxe, taxes, sales tax",
    "gross": (
        "montant ttc, total ttc, ttc, prix ttc, net ttc, facture ttc, montant total ttc, "
        "honoraires ttc, amount ttc, gross amount, total signe, total signed, "
        "total incl ; somme ttc"
    ),
    "paid": (
        "date paiement, date reglement, date encaissement, date decaissement, payment date, "
        "paid date, date paid ; payee le, paye le, reglee le, regle le, encaissee le, encaisse le, "
        "soldee le, paid on, paid at ; last payment date"
    ),
    "currency": "devise, monnaie, currency ; currency code ; currency symbol",
    "status": (
        "statut, etat, status, state, situation, statut facture, etat facture, statut facturation, "
        "etat facturation, statut devis, statut prestation, statut mission, statut ligne, "
        "statut document, avancement, etat avancement, invoice status ; "
        "statut paiement, etat paiement, statut reglement, etat reglement, payment status"
    ),
    "year": "annee, exercice, year",
    "period": "periode, mois, mois concerne, periode concernee, periode facturee",
    "start": "du, debut, date debut, periode du, debut periode, start date, from",
    "end": "au, fin, date fin, periode au, fin periode, end date, to",
    "credit": "avoir, avoirs, montant avoir, credit, credits, montant credit",
    "debit": "debit, debits, montant debit",
    "balance": "solde, solde compte, solde progressif, balance",
    "discount": (
        "remise, remises, rabais, ristourne, escompte, reduction, discount, remise pct, remise ht, "
        "montant remise, taux remise"
    ),
    "country": "pays, pays client, pays fournisseur, country, customer country, supplier country",
}
SALE: Words = {
    "vat_number": (
        "n tva client, n tva intracommunautaire, tva intracommunautaire, n tva, vat number, vat n, "
        "customer vat number, vat id"
    ),
    "invoiced": "date facture, date facturation, date emission, invoice date, issue date",
    "client": (
        "client, nom client, clients, raison sociale client, raison sociale, customer, "
        "client name, customer name, contact name, nom ou raison sociale client, "
        "societe cliente, entreprise cliente, structure cliente, organisme client, "
        "client libelle ; client societe, client facture, commanditaire, "
        "donneur ordre, maitre ouvrage ; patient, patiente, nom patient, eleve, "
        "stagiaire"
    ),
    "billable": "facturable, facturables, billable, est facturable",
    "document": "type, type document, type piece, type facture, nature",
    "invoice": (
        "facture, n facture, facture n, reference facture, ref facture, invoice, invoice number, "
        "invoice n, document number ; invoice id, n document ; numero, number ; reference, ref, "
        "piece, n piece, n note, n note honoraires ; facturee, facturees"
    ),
    "means": (
        "mode paiement, moyen paiement, mode reglement, moyen reglement, mode encaissement, "
        "moyen encaissement, payment method, moyen"
    ),
}
PRICED: Words = {
    "price": "prix ht, tarif ht",
    "quantity": "quantite, qte, quantity, qty, item quantity",
    "unit_price": "prix unitaire, prix unitaire ht, pu, pu ht, unit price, unit amount, "
    "item price, item unit price",
}
"""A price is the amount of the line, unless a quantity stands beside it."""
WORKER = (
    "intervenant, intervenante, collaborateur, collaboratrice, consultant, consultante, "
    "int, interv, collab, ressource"
)
TIME: Words = {
    "days": (
        "jours, nb jours, nb j, nbj, jours factures, jours vendus, nb jours factures, jour homme, "
        "jours homme, jours travailles, jours realises, quantite jours, duree jours, days, jh, "
        "nb jh, jh vendus, jh factures, jh realises, nb jours vendus, nb jours realises, "
        "nb jours travailles, nb days, days worked, billed days, days billed, man days, qte j, "
        "qte jours, quantite j, jours effectues, jours prestes, duree j, journee, temps j, "
        "temps passe j, temps passe jours, temps jours, jours faits ; presence, presences"
    ),
    "hours": (
        "heures, nb heures, nb h, temps heure, temps heures, temps h, duree h, duree heures, "
        "heures facturees, temps passe h, total heures, hours, nb hours, hours worked, "
        "billed hours, hours billed, billable hours, logged hours, duration decimal, "
        "duration hours, duration h, duree hh mm, temps hh mm"
    ),
}

WORDS: dict[Kind, Words] = {
    "days": {
        **COMMON,
        **SALE,
        **TIME,
        "rate": RATE,
        "unit_price": "prix unitaire, prix unitaire ht, pu, pu ht",
        "hourly": f"{HOURLY}, taux h, tarif h, prix h",
        "mission": (
            "mission, projet, affaire, dossier, prestation, project ; tache, libelle, intitule ; "
            "activite, task, activity ; travail, travaux, detail, details, matiere, diligence, "
            "diligences, cours ; intervention"
        ),
        "worker": WORKER,
        "comment": f"{REMARKS} ; description ; objet",
    },
    "fees": {
        **COMMON,
        **SALE,
        **PRICED,
        "unit": "unite, unites, unite mesure, unit, units, unite facturation, usage unit",
        "comment": REMARKS,
        "service": (
            "prestation, libelle, intitule, objet, designation, nature prestation, titre, title, "
            "objet mission, objet prestation, intitule mission, intitule prestation, "
            "libelle prestation, description prestation ; description, mission, projet, project, "
            "dossier, affaire, item name, item description, subject, nom projet, project name ; "
            "nature prestation realisee, type prestation, type mission, sujet, "
            "theme, livrable, forfait, formation, module, reportage, produit, article, travail, "
            "travaux, detail, details, acte, matiere, seance, chantier, activite, offre, pack, "
            "parcours, cours, diligence, diligences, vacation, atelier, conference, oeuvre, "
            "spectacle, motif ; intervention"
        ),
        "equivalent_days": "jours equivalents, equivalent jours, equivalent jour",
    },
    "expenses": {
        **COMMON,
        "amount": f"montant deductible, montant pro ; {COMMON['amount']}",
        **PRICED,
        "comment": REMARKS,
        "supplier": (
            "fournisseur, nom fournisseur, fourn, beneficiaire, prestataire, enseigne, supplier, "
            "vendor, merchant, magasin, marchand, commercant, commerce, sous traitant, assureur"
        ),
        "label": (
            "libelle, intitule, designation, objet ; description ; "
            "motif, motif deplacement, objet deplacement ; trajet, itineraire ; "
            "detail, details, depense, charge, abonnement, achat, article, produit, item, bien, "
            "contrat ; service"
        ),
        "category": (
            "categorie, cat, categ, category, poste, poste depense, rubrique, type depense, "
            "type frais, nature depense, nature frais ; nature, type"
        ),
        "account": "n compte, compte comptable ; compte",
        "lifetime": (
            "duree amortissement, amortissement, duree amort, amortissement annees, "
            "duree amortissement annees, duree amortissement ans, amortissement ans, amorti sur, "
            "amort, amort ans, amort annees, duree amort ans, duree amort annees, duree ans, duree"
        ),
        "disposed": (
            "date cession, cede le, cedee le, date sortie, sorti le, sortie le, vendu le, "
            "vendue le, date vente, date revente, revendu le, mis rebut le, mise rebut le, "
            "mis au rebut le, date mise au rebut, date rebut, date mise hors service"
        ),
        "disposal_price": (
            "prix cession, prix cession ht, prix vente, prix vente ht, prix revente, "
            "prix revente ht, montant cession, montant cession ht, valeur cession"
        ),
        "disposal_vat": "tva cession, tva prix cession, tva vente, montant tva cession",
        "disposal_gross": "prix cession ttc, prix vente ttc, prix revente ttc, montant cession ttc",
        **PAY_WORDS,
        "kilometres": (
            "kilometres, km, nb km, nb kilometres, distance, distance km, distance kilometres, "
            "km parcourus, kilometres parcourus, kilometrage, kms, nb kms ; "
            "total km, km total, total kilometres, kilometres total, km aller retour, km a r, km ar"
        ),
        "vehicle": (
            "vehicule, vehicule utilise, type vehicule, moyen transport, mode transport, "
            "moyen deplacement, mode deplacement, moyen locomotion"
        ),
        "payer": "paye par, payee par, regle par, reglee par, payeur, paye avec",
        "receipt": (
            "justificatif, justif, n justificatif, piece, n piece, receipt, receipt number, "
            "receipt n ; reference, ref, facture, n facture, reference facture, ref facture"
        ),
    },
    "missions": {
        **{it: COMMON[it] for it in ("amount", "gross", "year", "period", "currency", "discount")},
        **TIME,
        "client": SALE["client"],
        "mission": "mission, projet, affaire, dossier",
        "worker": WORKER,
        "rate": f"{RATE}, tarif ht",
        "hourly": HOURLY,
        "planned": (
            "jours prevus, nb jours prevus, jours signes, nb jours signes, jours commandes, "
            "nb jours commandes"
        ),
        "start": "du, debut, date debut, a partir du, depuis",
        "end": "au, fin, date fin, jusqu au",
        "comment": REMARKS,
    },
}
