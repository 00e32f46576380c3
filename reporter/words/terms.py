"""What is harmless as a whole: terms of payment, how often, an agreement, praise, what is filed.

Knows phrases. Never the words around them, which may say more.
"""

from __future__ import annotations

from reporter.patterns import pattern

TERMS = pattern(
    r"^a \d+ jours?$|\d+ jours? (?:fin de mois|nets?)|"
    r"attente (?:de |du |d )?(?:paiement|reglement|encaissement|virement)|\ben ligne\b|"
    r"\btva sur (?:les )?(?:encaissement|debit)s?|"
    r"\bfin (?:de |du |d )?(?:mois|annee|trimestre|semestre|semaine)\b|"
    r"\bdepuis (?:19|20)\d\d\b|\bcomptes? rendus?\b|\bcote client\b|"
    r"\b(?:\d|une?|deux|trois|quatre) (?:jours?|fois|points?|reunions?|ateliers?|visites?) "
    r"par (?:semaine|mois)\b|"
    r"\b(?:paye|regle|verse|encaisse|recu|virement|paiement|reglement)e?s? "
    r"(?:en (?:une|deux|trois|quatre|\d) fois|(?:a|sous) \d+ jours?)\b|"
    r"\b(?:devis|proposition) (?:accepte|revu)e?s?\b|"
    r"\baccord (?:recu|ecrit|obtenu|donne|par (?:mail|ecrit|courrier|telephone))\b|"
    r"\b(?:livre|rendu|termine|fini|acheve)e?s? en avance\b|"
    r"\b(?:prolong|renouvel|reconduit)\w* jusqu (?:a|au|en)\b|"
    r"\bvu avec (?:le |la |l )?\w+|"
    r"\b(?:facture|compte)e?s? au (?:forfait|reel|temps passe)\b|\ba la demande d(?:e|u|es)? |"
    r"\bde \d\d? ?h(?: ?\d\d)? a \d\d? ?h(?: ?\d\d)?\b|\bmises? a jour\b|"
    r"^rendue?s? le \d+|^aucune remarque$|\b\d+ ?(?:h|heures?|km|min|minutes) de (?:route|train|"
    r"trajet|voiture)\b|"
    r"\bsuite (?:de|du|des|d|aux?|a) |\ba \d\d? ?h(?: ?\d\d)?\b|"
    r"\blignes? (?:fixe|mobile|telephonique|adsl|fibre|internet)s?\b|"
    r"\b(?:ticket|justificatif|recu)s? (?:perdu|egare)e?s?\b|^copie (?:a|au) |"
    r"^(?:voir|cf) (?:le |l )?(?:mail|compte rendu|cr|contrat|avenant|devis|pv|planning)\b|"
    r"\bremises? (?:du |des |de la |en )(?:rapport|dossier|livrable|main|cle)s?\b|"
    r"\bbon pour accord\b|\bnotes? de frais\b|"
    r"\b(?:selon|suivant|d apres) (?:le )?(?:devis|contrat|bon de commande)(?: [a-z]{0,2}\d+)*$|"
    r"(?:^|\ba )(?:rappeler|relancer|archiver|classer|scanner|renouveler|recontacter)\b|"
    r"\bhors frais\b|^en (?:anglais|francais|espagnol|allemand|italien)$|"
    r"\bconformes? (?:au|a la) (?:devis|commande|contrat)\b|"
    r"\b(?:mission|contrat|abonnement) (?:de|sur) \d+ mois\b|"
    r"^facturation (?:mensuelle|trimestrielle)$|"
    r"^(?:tarif|prix|tjm) (?:habituel|normal|standard|convenu|inchange|negocie)$|"
    r"^paiement (?:rapide|lent|tardif|comptant|immediat)$|"
    r"^(?:tres )?(?:bons?|excellents?) retours?$|"
    r"^retours? (?:tres )?(?:positif|favorable|excellent)s?$|"
    r"^clients? (?:tres )?(?:fidele|content|satisfait|ravi|exigeant|sympa|difficile)e?s?$|"
    r"\b(?:(?:un|deux|trois|quatre|\d) )?allers? retours?\b|"
    r"\bfrais (?:de \w+ )?(?:inclus|compris)\b|"
    r"\b(?:dossier|document)s? (?:in)?complets?\b|\brendez vous\b|"
    r"\ba (?:enfin |fini par )(?:payer|regler|paye|regle)\b|"
    r"\bechanges? (?:avec|telephoniques?|(?:de |par )mails?)\b|"
    r"\bretours? (?:d experience|clients?(?: positifs?)?|(?:de |du |des )(?:l |la )?(?:equipe|"
    r"reunion|atelier|salon|clients?)|de (?:conges?|vacances))\b|"
    r"\b(?:attestation|support|rapport|document|cle|usb|badge|diplome|certificat)s? "
    r"remis(?:es?)?\b|"
    r"\b(?:emargement|attestation|pv|bordereau|convention)s? signee?s?\b|"
    r"\b(?:echeance|reglement|paiement|delai) (?:a |de |sous )?\d+ jours?\b|"
    r"^(?:pas de|sans) (?:frais|deplacement|repas|hotel|nuitee|train|parking)s?\b"
)
"""What is harmless as a whole: terms and modes of payment, what is done on line, parts of a year,
journeys, what an amount holds, how often; an agreement, praise, what is to be filed.
"""
