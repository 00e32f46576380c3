"""What the name of something sold or bought says of whether it is so yet: « Site (à valider) ».

Knows the words of a name, whole or set apart: what another line counts, what is foreseen, lent or
refused. Never who the clients are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.words.apart import parts, set_apart
from reporter.words.fates import NO_IF, is_stopped

if TYPE_CHECKING:
    from reporter.words.bearing import Bearing

DEALS = (
    r"re(?:voir|faire|prendre|negocier)|valider|(?:re)?confirmer|signer|(?:re)?facturer|venir|"
    r"terminer|finir|finaliser|faire|completer|preciser|definir|negocier|planifier|programmer|"
    r"caler|discuter|chiffrer|verifier|corriger|prevoir|livrer|relancer|annuler|supprimer|decider|"
    r"reporter|decaler|regulariser|rembourser|deduire"
)
"""What is to be done of a sale, or before it is one: « Étude à valider », not « à imprimer »."""
PLANS = (
    "(?:compte|budget|bilan|modele|plan|planning|tableau|dossier|etude|gestion|calendrier|maintenance|"
    "tresorerie|resultat|financement|chiffrage|analyse|programme|etat|projet|effectif)"
)
"""Works that are themselves of what is to come: « Budget prévisionnel »."""
TAILS = (
    r"gelee?s?|suspendue?s?|stand ?by|a (?:ma|mes|nos|notre) (?:charge|frais)|"
    r"sous reserves?(?: .*)?|pour rien|"
    r"(?<!site )(?<!blog )(?<!developpement )(?<!dev )perso|benevole(?:ment)?|"
    r"en (?:pause|suspens|litige|discussion|nego|stand ?by)|accord verbal|"
    r"sans (?:contrat|remuneration|contrepartie|bon de commande)|"
    r"en cours de (?:chiffrage|signature|validation|negociation)|"
    r"si (?!on\b|besoin|necessaire).+|tb[cd]|postponed|pending|tentative|"
    r"(?:(?<!forme )condition|option|(?<!haut )potenti|eventu)n?el(?:le)?s?(?: \w)?|"
    r"prev(?:i|isionnel(?:le)?s?)?|forecast|partagee?s? avec (?!l[ae]? |les )\w+|"
    r"\d\d \d\d avec .*|(?:quote )?part (?!variable|fixe|sociale|time|\d)\w+"
)
"""How a name ends, with or without a mark, of what waits, is shared, or stopped: « Site gelé »."""
LATER = pattern(
    rf"(?!.*\b(?:(?:{PLANS}s?|et) (?:prev|forecast)|(?:des?|du|les?|aux?) (?:prev|forec|potenti)|"
    r"(?:pont|jardin|plafond|plancher)s? susp))"
    rf"(?:\w+ )*(?:{TAILS})|"
    rf"(?!(?:apprendre|savoir|oser|aider?|reussir|commencer) )(?:\w+ ){{1,4}}a (?:{DEALS})|"
    r"(?!(?:compte|budget|bilan)s? )\w+ (?:estimee?s?|simulee?s?|hypothetiques?|provisoires?)|"
    r"provisoires?|"
    r"(?:\w+ )(?:hypothese|variante)(?: \w+)?|"
    r"a (?!votre|notre)[a-z]+(?:er|ir|re)(?: .*)?|estim(?:e|atif|ative|ee)s?|reservee?s?|"
    r"environ|env|incertaine?s?|(?:bc|bdc|bons? de commande)(?: n)? ?\w*\d+|"
    r"en negociations?|"
    r"en attente de (?:signature|validation|negociation)|"
    r"(?:\w+ ){0,3}(?:a (?:venir|refaire)|(?<!que )prevue?s?)(?: (?:en|pour|au) .*)?|"
    r"a cheval .*|fae(?: .*)?|"
    r"refus (?:du )?clients?|"
    r"factures? a etablir(?: .*)?|(?:pca|produits? constates? d avance)(?: .*)?|"
    r"negociations?|hors (?:ca|bilan|compta\w*|budget)|"
    r"(?:creances? )?(?:irrecouvrables?|douteuses?)|pertes? sur creances?|impaye\w*|"
    r"echange(?: (?:de )?(?:services?|visibilite|marchandises?|competences?))?|compensation|"
    r"ne pas (?:tenir compte|payer|saisir|prendre)(?: .*)?|"
    r"archive\w?s?|(?:(?:affaire|dossier)s? )?(?:class|perim)ee?s?|"
    r"(?:options?|variantes?)(?: (?:[a-z]|\d+))?|"
    r"(?:(?:\w+ )*sous |(?:correctif|correction|reprise|intervention|retouche|depannage|"
    r"support)s? )?garantie|xxx+|(?:reunion|point|echange)s? internes?|"
    r"formations? (?:suivie|recue)s?|recup(?:eration)?|libres?|capacites?|reste|litiges?|"
    r"dispo(?:nibles?|nibilites?)?|planifie\w*|"
    r"exemples?|lignes? de test|fausse facture|prospects?|"
    r"attente (?!(?:de |du |d )?(?:paie|regl|vire|enc)).*|"
    r"(?:\w+ ){1,3}(?:non|pas) (?:encore )?(?:realis|effectu|finalis|termin|livr|achev|abouti|"
    r"reten|vend|conclu|demarr|commenc|lanc|approuv|accept)\w*|"
    r"ko|faux|hypotheses?|troc|mecenat(?: .*)?|"
    r"erreurs?|non (?:retenu|affecte|attribue)e?s?|greve|arrets?(?: de travail)?|reports? \w+|"
    r"(?:jours?|capacites?) (?:restante?s?|commande?e?s?|de carence|d avance)|soldes? de jours|"
    r"(?:\w+ )*(?:lot|phase|tranche|etape|suite|partie)(?: \w+)? (?:a venir|prevue?)"
)
"""What is not sold yet, or may never be."""
TOLD = (
    r"pour (?:memoire|info\w*)(?: .*)?|pm|"
    r"(?:deja|dej) (?:factur|pay|compt|encaiss|regl|saisi|not)\w*(?: .*)?|"
    r"inclus(?:e|es)?(?: .*)?|comprise?s?(?: .*)?|.{1,25} comprise? dans .*|dont .*|"
    r"erreurs? de (?:debit|saisie|prelevement|virement)|"
    r"duplicatas?(?: .*)?|copies? (?:de )?(?:la )?factures?(?: .*)?|remplace(?: .*)?|"
    r"(?:factures? )?rectificative?s?(?: .*)?|decomptes? rectificatifs?|"
    r"rappels? (?:de )?(?:la )?factures?(?: .*)?"
)
"""What another line counts, of sales and of expenses."""
AGAIN = pattern(
    rf"{TOLD}|y compris .*|(?:\w+ )?relances?(?: n)?(?: \d+)?(?: (?:de )?(?:la )?factures?\b.*)?|"
    r"(?:sur )?(?:la )?facture precedente|releve de comptes?|"
    r"factures? a ce jour|factur\w+ (?:par|via|chez) .*|via (?:le |un )?portage|"
    r"(?:enveloppes?|contrats? cadres?|tva)(?: \d+)?|marches? n \w+|budget total|n 1|"
    r"(?:reste|restant) (?:a payer|du|a percevoir)|sous traitee?s? a .*|(?!.*\bht\b)\D{1,30} ttc"
)
"""What another line counts, or another company, or the whole of which it is a part."""
FORESEEN = pattern(
    r"\b(?:prevue?s?|envisagee?s?|en projet|"
    r"a (?:venir|prevoir|commander|acheter|recevoir|livrer|payer plus tard)|"
    r"retournee?s?|renvoyee?s?|en double|en litige|tb[cd]|devis en cours|avoir a \w+|(?:non|pas|"
    r"jamais) (?:recu|livre)e?s?)$"
)
"""How the label of an expense ends that is not made yet, or was sent back."""
HEAD = pattern(
    r"\s*(?:(?:options?|variantes?)(?: \w)?|interne|avant-vente)\s*[:–—-]\s", re.IGNORECASE
)
"""How the name of what is only proposed begins, or is done for nobody: « Option : logo »."""
PLAIN = pattern(r"[àÀ] [A-Z][a-zé]|y compris\b")
"""How what is apart begins that bears on nothing: « – à Montpellier », « (y compris tests) »."""
MOST = 6
"""Words of a name; more are a sentence, about anything."""


@lru_cache(maxsize=8192)
def unsure(text: str, *, whole: bool = True) -> Bearing:
    """Return what the name of something sold says of its line, whole or apart from the rest."""
    text = NO_IF.sub("système", text)
    words = folded(text).split()
    bracketed = f"{text[:1]}{text[-1:]}" in ("()", "[]")
    if bracketed or HEAD.match(text) or (text.rstrip().endswith("?") and len(words) == 1):
        return "maybe not sold"
    first = [" ".join(words)] if whole and len(words) <= MOST else []
    apart = [it for it in set_apart(text) if not PLAIN.match(it)]
    if any(map(is_stopped, (*([text] if first else []), *apart))):
        return "maybe not sold"
    for said in (*first, *map(folded, apart)):
        if LATER.fullmatch(said):
            return "maybe not sold"
        if AGAIN.fullmatch(said):
            return "again"
    return ""


def told_again(label: str) -> Bearing:
    """Return what the label of an expense says of it: « dont TVA », « PM », « Campagne prévue »."""
    said = (folded(label), *parts(label))
    if any(re.fullmatch(TOLD, one) for one in said):
        return "again"
    return "maybe not sold" if FORESEEN.search(said[0]) else ""
