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
    "note": "un texte seul sur sa ligne, laissé de côté",
    "total": "une ligne de total, égale à la somme et laissée de côté",
}
"""What was recognised for sure: worth knowing, not worth reading again."""

DOUBTS = {
    "amortissement-long": "un achat amorti sur plus de vingt ans",
    "autre-mois": "une ligne datée d’un autre mois que celui de sa feuille",
    "avant-creation": "une ligne d’avant la création de la société",
    "client-ressemblant": "deux noms de client qui se ressemblent",
    "devise": "un montant dans une autre devise, compté comme des euros",
    "dimanche": "un jour facturé un dimanche",
    "doublon": "deux lignes identiques",
    "exercice-sans-depense": "un exercice sans aucune dépense",
    "facture-de-jours": "un forfait du montant des jours du même client",
    "facture-deux-clients": "un numéro de facture pour deux clients",
    "factures-trou": "des numéros de facture qui manquent",
    "feuille-cachee": "une feuille cachée, lue comme les autres",
    "fichier": "un fichier de data/ qui n’est pas lu",
    "fichier-ouvert": "un fichier ouvert dans un tableur",
    "formule": "une formule sans valeur calculée",
    "futur": "une ligne datée de plus d’un mois après aujourd’hui",
    "heures-et-jours": "des jours et des heures qui ne s’accordent pas",
    "ignorer-sans-objet": "un point à ignorer qui n’existe pas",
    "jour-double": "plus d’un jour facturé à une date",
    "jour-ferie": "un jour facturé un jour férié",
    "lignes-cachees": "des lignes cachées ou filtrées, lues comme les autres",
    "montant-nul": "une ligne dont le montant est nul",
    "mouvement-possible": "une dépense qui n’en est peut-être pas une",
    "paiement-ancien": "une date de paiement d’avant les livres",
    "paiement-avant": "une date de paiement d’avant la facture",
    "paiement-futur": "une date de paiement dans l’avenir",
    "tarif-eloigne": "un tarif loin des autres du même client",
    "taux-tva": "un taux de TVA qui n’existe pas en France à cette date",
    "tva-incoherente": "une TVA qui n’est pas HT × taux",
}
"""What was kept as it stands and may be wrong."""

CODES = DOUBTS | NOTES
