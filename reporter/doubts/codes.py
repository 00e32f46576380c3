"""The names of the doubts, as `bilan check` prints them and `[verifications]` ignores them.

Knows a name and what it means. Never the rules.
"""

from __future__ import annotations

NOTES = {
    "absence": "une ligne d’absence ou de congé, laissée de côté",
    "client-du-dessus": "un client pris sur la ligne du dessus",
    "date-du-dessus": "une date prise sur la ligne du dessus",
    "exemple": "une ligne d’exemple de « bilan init », laissée de côté",
    "mouvement": "une ligne de dépense qui n’en est pas une, gardée hors du résultat",
    "non-facturable": "une ligne dite non facturée, laissée de côté",
    "note": "un texte seul sur sa ligne, laissé de côté",
    "total": "une ligne de total, égale à la somme et laissée de côté",
}
"""What was recognised for sure: worth knowing, not worth reading again."""

DOUBTS = {
    "a-cheval": "une ligne dont la période est de deux exercices",
    "acompte": "un acompte, compté comme une vente",
    "amortissement-long": "un achat amorti sur plus de vingt ans",
    "annee-isolee": "une ligne d’une année loin de toutes les autres",
    "autre-annee": "une ligne d’une autre année que celle de sa feuille",
    "autre-mois": "une ligne datée d’un autre mois que celui de sa feuille",
    "avant-creation": "une ligne d’avant la création de la société",
    "avoir-possible": "une remise ou un remboursement de montant positif",
    "bareme-kilometrique": "des kilomètres dont le montant n’est pas celui du barème",
    "client-ressemblant": "deux noms de client qui se ressemblent",
    "colonne": "une colonne inconnue qui pourrait changer un chiffre",
    "date-omise": "une date vide entre deux années",
    "deux-versions": "deux feuilles des mêmes lignes, à d’autres montants",
    "devise": "un montant dans une autre devise, compté comme des euros",
    "dimanche": "un jour facturé un dimanche",
    "doublon": "deux lignes identiques",
    "exercice-sans-depense": "un exercice sans aucune dépense",
    "facture-de-jours": "un forfait du montant des jours du même client",
    "facture-deux-clients": "un numéro de facture pour deux clients",
    "facture-repetee": "une facture saisie deux fois",
    "factures-trou": "des numéros de facture qui manquent",
    "feuille-cachee": "une feuille cachée, lue comme les autres",
    "fichier": "un fichier de data/ qui n’est pas lu",
    "fichier-ouvert": "un fichier ouvert dans un tableur",
    "formule": "une formule sans valeur calculée",
    "futur": "une ligne datée de plus d’un mois après aujourd’hui",
    "heures-en-jours": "des heures dans la colonne des jours",
    "heures-et-jours": "des jours et des heures qui ne s’accordent pas",
    "ignorer-sans-objet": "un point à ignorer qui n’existe pas",
    "image-ailleurs": "une image du texte prise à une autre adresse",
    "jour-double": "plus d’un jour facturé à une date",
    "jour-ferie": "un jour facturé un jour férié",
    "lignes-cachees": "des lignes cachées ou filtrées, lues comme les autres",
    "mois-plein": "plus de jours que le mois n’a de jours ouvrés",
    "montant-nul": "une ligne dont le montant est nul",
    "mouvement-possible": "une dépense qui n’en est peut-être pas une",
    "negatif": "un montant négatif sans un mot qui le dise",
    "numero-tva": "un numéro de TVA intracommunautaire impossible",
    "paie-nette": "un salaire net, sans ses cotisations",
    "peut-etre-annule": "une ligne peut-être annulée, offerte ou pas facturée",
    "recette-possible": "une recette parmi les dépenses",
    "reglements": "des règlements saisis comme des ventes",
    "somme": "une ligne qui vaut la somme de celles du dessus",
    "paiement-ancien": "une date de paiement d’avant les livres",
    "paiement-banque": "une date de paiement que la banque contredit",
    "paiement-etale": "une facture payée sur plusieurs mois",
    "rapprochement": "des mouvements de la banque à rapprocher",
    "paiement-avant": "une date de paiement d’avant la facture",
    "paiement-futur": "une date de paiement dans l’avenir",
    "tarif-eloigne": "un tarif loin des autres du même client",
    "tarif-etrange": "un tarif qui n’est pas celui d’une journée",
    "taux-depasse": "plus de jours facturés que de jours ouvrés nets dans un exercice",
    "taux-tva": "un taux de TVA qui n’existe pas en France à cette date",
    "titre-unite": "un titre qui parle d’une autre unité",
    "tva-incoherente": "une TVA qui n’est pas HT × taux",
    "zeros": "une rangée de zéros",
}
"""What was kept as it stands and may be wrong."""

CODES = DOUBTS | NOTES
