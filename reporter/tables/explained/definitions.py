"""What each figure of a year is, in one sentence.

Knows words. Never a value.
"""

from __future__ import annotations

DEFINITIONS = {
    "chiffre_affaires": "les montants hors taxes des jours et des forfaits, avoirs déduits",
    "ca_jours": "les montants hors taxes des jours facturés à un tarif journalier, avoirs déduits",
    "ca_forfaits": "les montants hors taxes des prestations à prix fixe, avoirs déduits",
    "jours_factures": "les jours de régie facturés ; les forfaits n’y comptent pas",
    "tjm_regie": "ce que rapporte en moyenne un jour de régie, sans les forfaits",
    "jours_ouvres": "les jours de l’exercice du lundi au vendredi, moins les jours fériés qui y "
    "tombent",
    "jours_conges": "les jours ouvrés de congés de douze mois, au prorata des mois de l’exercice",
    "jours_ouvres_nets": "les jours ouvrés de l’exercice moins les congés",
    "taux_jours_factures": "la part facturée des jours ouvrés nets de congés",
    "charges": "les dépenses hors taxes de l’exercice, sans les achats amortis",
    "dotations_amortissements": "la part de l’exercice dans le prix des achats amortis, ceux des "
    "années d’avant compris, en linéaire depuis leur mise en service (PCG, art. 214-12)",
    "resultat_cessions": "le prix des achats amortis vendus ou mis au rebut dans l’exercice, moins "
    "leur valeur nette comptable ce jour-là (775 et 675, ou 757 et 657 depuis 2025)",
    "resultat_avant_impots": "le chiffre d’affaires moins les charges et les dotations",
    "impot": "l’impôt sur les sociétés : celui de l’expert-comptable s’il est donné, sinon une "
    "estimation",
    "resultat_apres_impots": "le résultat avant impôts moins l’impôt sur les sociétés : celui de "
    "l’expert-comptable s’il est donné, sinon une estimation",
}
BOOKED = {
    "chiffre_affaires": "les ventes du FEC, comptes 70, rabais déduits",
    "charges": "les charges du FEC, classe 6, sans les dotations aux amortissements, ce qui est "
    "cédé ni l’impôt",
    "dotations_amortissements": "les dotations aux amortissements du FEC, comptes 6811 et 6812",
    "resultat_cessions": "le prix de ce qui est cédé dans le FEC moins sa valeur comptable, "
    "comptes 775 et 675, et, depuis 2025, 757 et 657",
    "resultat_avant_impots": "le chiffre d’affaires et les autres produits moins les charges et "
    "les dotations",
}
"""The definitions of a year that entries alone tell."""
TJM = {
    "ca_total": "ce que rapporte en moyenne une journée facturée, forfaits compris",
    "regie": "ce que rapporte en moyenne un jour de régie, sans les forfaits",
    "equivalent_jours": "ce que rapporte en moyenne une journée, celles que les forfaits "
    "représentent comprises",
}
"""The definition of the TJM by its method."""
