"""The labels and definitions of what stands beside the figures of a year.

Knows words. Never a value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reporter.french import Kind

BESIDE = {
    "partielle.au": ("Coupé au", "le dernier jour compté"),
    "partielle.cloture": ("Clôture", "le dernier jour de l’exercice entier"),
    "partielle.regle": ("Règle de la coupe", "ce qui a décidé de ce jour"),
    "partielle.pourquoi": ("Pourquoi", "ce qui a décidé de ce jour, en phrases"),
    "partielle.laisse_de_cote.lignes": (
        "Lignes laissées de côté",
        "combien de lignes sont datées d’après le dernier jour compté",
    ),
    "partielle.laisse_de_cote.ventes": (
        "Ventes laissées de côté",
        "les ventes datées d’après le dernier jour compté",
    ),
    "partielle.laisse_de_cote.depenses": (
        "Dépenses laissées de côté",
        "les dépenses datées d’après le dernier jour compté",
    ),
    "encaissements.date": ("Date des encaissements", "le jour où l’on regarde"),
    "encaissements.facture": ("Facturé", "les ventes, à la date de leurs lignes"),
    "encaissements.encaisse": ("Encaissé", "les ventes, à la date de leur paiement"),
    "atterrissage.methode": (
        "Méthode de l’atterrissage",
        "le calcul qui s’est le moins trompé sur vos années passées",
    ),
    "atterrissage.annees_des_memes_mois": (
        "Années des mêmes mois",
        "sur combien d’années les mêmes mois sont pris",
    ),
    "atterrissage.ecart_moyen": (
        "Écart moyen",
        "de combien ce calcul s’est trompé en moyenne, à la même date de vos années passées",
    ),
    "atterrissage.fourchette.bas": (
        "Bas de la fourchette",
        "le chiffre d’affaires, si le calcul surestimait comme la pire de vos années passées",
    ),
    "atterrissage.fourchette.haut": (
        "Haut de la fourchette",
        "le chiffre d’affaires, si le calcul sous-estimait comme la pire de vos années passées",
    ),
    "atterrissage.connu.chiffre_affaires": ("CA connu", "les ventes jusqu’à la date du bilan"),
    "atterrissage.connu.jours_factures": ("Jours connus", "les jours jusqu’à la date du bilan"),
    "atterrissage.signe.chiffre_affaires": ("CA signé", "les jours signés, à leur prix"),
    "atterrissage.signe.jours_factures": ("Jours signés", "les jours signés pour les mois à venir"),
    "atterrissage.estime.chiffre_affaires": (
        "CA estimé",
        "les ventes estimées des mois qui restent, une ligne par mois",
    ),
    "atterrissage.estime.jours_factures": (
        "Jours estimés",
        "les jours estimés des mois qui restent, une ligne par mois",
    ),
    "reste_objectif.chiffre_affaires": (
        "Reste de l’objectif",
        "l’objectif de chiffre d’affaires de l’exercice entier, moins ce qui est fait",
    ),
    "reste_objectif.jours": (
        "Jours restants",
        "l’objectif de jours de l’exercice entier, moins ceux qui sont facturés",
    ),
    "reste_objectif.tjm": (
        "TJM restant",
        "ce qui reste du chiffre d’affaires visé, par jour restant",
    ),
    "reste_objectif.jours_ouvres": (
        "Jours ouvrés restants",
        "les jours ouvrés d’ici la clôture, congés non déduits",
    ),
}
"""The names that `show --json` gives beside the figures of a year → their label, their meaning."""
WHOLE = "l’exercice entier : les lignes connues, les jours signés, les mois estimés"
LANDING = {
    "chiffre_affaires": (
        "Chiffre d’affaires à l’atterrissage",
        f"le chiffre d’affaires de {WHOLE}",
    ),
    "jours_factures": ("Jours facturés à l’atterrissage", f"les jours facturés de {WHOLE}"),
    "tjm": ("TJM à l’atterrissage", f"le TJM de {WHOLE}"),
    "charges": ("Charges à l’atterrissage", f"les charges de {WHOLE}"),
    "dotations_amortissements": (
        "Dotations aux amortissements à l’atterrissage",
        "les dotations de l’exercice entier : aucun achat amorti n’est imaginé",
    ),
    "resultat_cessions": (
        "Atterrissage – Résultat des cessions",
        "ce que laissent les achats amortis vendus ou mis au rebut dans l’exercice entier",
    ),
    "resultat_avant_impots": (
        "Résultat avant impôts à l’atterrissage",
        f"le résultat avant impôts de {WHOLE}",
    ),
    "impot": ("Impôt sur les sociétés à l’atterrissage", f"l’impôt estimé de {WHOLE}"),
    "resultat": ("Résultat après impôts à l’atterrissage", f"le résultat de {WHOLE}"),
}
"""The figures of a landing → their label, their meaning."""
BEHIND = {
    "encaissements.impaye": (
        "Impayé",
        "les factures qui ne sont pas payées à cette date, exercices d’avant compris",
    ),
    "reste_objectif.vise_chiffre_affaires": (
        "Chiffre d’affaires visé",
        "l’objectif de l’exercice entier",
    ),
    "reste_objectif.vise_jours": ("Jours visés", "l’objectif de l’exercice entier"),
    "reste_objectif.vise_tjm": ("TJM visé", "celui de bilan.toml"),
    "atterrissage.connu.ca_forfaits": ("Forfaits connus", "les forfaits facturés à cette date"),
    "atterrissage.connu.charges": ("Charges connues", "les charges à cette date"),
    "atterrissage.estime.ca_forfaits": (
        "Forfaits estimés",
        "les forfaits des mois estimés d’ici la clôture",
    ),
    "atterrissage.estime.charges": (
        "Charges estimées",
        "les charges des mois estimés d’ici la clôture",
    ),
}
"""What the tables of the page show beside → its label, its meaning."""
KINDS: dict[str, Kind] = {
    "reste_objectif.vise_jours": "days",
    "reste_objectif.vise_tjm": "rate_cents",
}
"""How those print that are no amount."""
MEANS = {
    "exercices": ("Exercices de la moyenne", "cet exercice et les deux d’avant"),
    "chiffre_affaires": (
        "Chiffre d’affaires moyen",
        "la moyenne de cet exercice et des deux d’avant",
    ),
    "somme_chiffre_affaires": (
        "Chiffre d’affaires des trois exercices",
        "le chiffre d’affaires de cet exercice et des deux d’avant",
    ),
    "resultat": ("Résultat moyen", "la moyenne de cet exercice et des deux d’avant"),
    "somme_resultat": (
        "Résultat des trois exercices",
        "le résultat après impôts de cet exercice et des deux d’avant",
    ),
}
"""The means over three years → their label, their meaning."""
