"""Titles of several meanings, that the rest of their table decides: « Affaire », « Nom », « Taux ».

Knows words alone. What decides is in `sources/tables/beside.py`.
"""

from __future__ import annotations

BODIES = (
    "etablissement, organisme, organisme formation, ecole ; societe, entreprise, company, esn ; "
    "structure, organisateur, organisatrice, diffuseur, editeur, agence, agency, juridiction, "
    "tribunal, of, centre formation, association, collectivite"
)
"""Bodies that buy, or that are paid."""
MATTERS = f"affaire, dossier, chantier ; {BODIES} ; coache, coachee"
"""Whom a line is of, on a sheet of time or of what comes in, where no column says a client."""
PARTY = "tiers, nom tiers, societe, entreprise, vendeur, emetteur, paye a, chez, lieu achat"
"""Whom an expense is paid to, on a sheet that is named for them, where no column says it."""
NAMED = (
    "nom, nom prenom, prenom nom, tiers, nom tiers, acheteur, buyer, destinataire, "
    "nom affichage partenaire facture, invoice partner display name"
)
"""The same of what comes in alone: of time, a name may be that of who worked."""
BARE_RATES = "taux, tarif, rate, billable rate, prix, taux ht"
"""A price of time that does not say which: of the hours, or of the days, that stand beside it."""
BARE_TIMES = "temps, temps passe, duree, quantite, qte, quantity, qty, duration"
"""Some time that does not say its unit: that of the price beside it, where both make an amount."""
