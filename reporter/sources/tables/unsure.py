"""What a name says, whole or set apart, of a line that may not count: « Site (à valider) », « PM ».

Knows words, folded, and what sets them apart. Never a word within others: « Étude à valider ».
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from reporter.sources.tables.words import Bearing

LATER = pattern(
    r"a (?:valider|confirmer|relancer|encaisser|emettre|planifier|negocier|signer|preciser|voir)|"
    r"tbc|tbd|estime\w?s?|environ|env|hypotheses?|sous reserves?(?: .*)?|incertaine?s?|"
    r"(?:tranche |lot )?(?:conditionnel|optionnel)(?:le)?s?|"
    r"(?:reporte|decale|repousse)e?s?(?: .*)?|(?:bc|bdc|bons? de commande)(?: n)? ?\w*\d+|"
    r"suspendue?s?|gelee?s?|stand ?by|en (?:pause|suspens|litige|discussion|negociations?)|ko|"
    r"(?:en cours de|en attente de) (?:signature|validation|negociation)|non retenue?s?|"
    r"negociations?|accord verbal|litiges?|hors (?:ca|bilan|compta\w*|budget)|"
    r"(?:creances? )?(?:irrecouvrables?|douteuses?)|pertes? sur creances?|impaye\w*|"
    r"echange(?: de (?:services?|visibilite))?|troc|compensation|mecenat(?: de competences?)?|"
    r"erreurs?|a corriger|fausse facture|faux|ne pas (?:tenir compte|payer|saisir|prendre)(?: .*)?|"
    r"archive\w?s?|(?:options?|variantes?)(?: (?:[a-z]|\d+))?|"
    r"a definir|a completer|xxx+|reunions? internes?|formations? suivies?|recup(?:eration)?|"
    r"libres?|capacites?|reste|"
    r"dispo(?:nibles?|nibilites?)?|planifie\w*|jours? reportes?|reports? \w+|exemples?|greves?|"
    r"arrets?(?: maladie)?|jours? (?:de carence|d avance)"
)
"""What is not sold yet, or may never be."""
TOLD = (
    r"pour memoire(?: .*)?|pm|(?:deja|dej) (?:factur|pay|compt|encaiss|regl|saisi|not)\w*(?: .*)?|"
    r"inclus(?:e|es)?(?: .*)?|comprise?s?(?: .*)?|.{1,25} comprise? dans .*|dont .*|"
    r"duplicatas?(?: .*)?|copies? (?:de )?(?:la )?factures?(?: .*)?|remplace(?: .*)?|"
    r"(?:factures? )?rectificative?s?(?: .*)?|rappels? (?:de )?(?:la )?factures?(?: .*)?"
)
"""What another line counts, of sales and of expenses."""
AGAIN = pattern(
    rf"{TOLD}|relances?(?: n)?(?: \d+)?|(?:sur )?(?:la )?facture precedente|releve de comptes?|"
    r"factures? a ce jour|factur\w+ (?:par|via|chez) .*|via (?:le |un )?portage|"
    r"sous traite\w? a .*|enveloppes?(?: \d+)?|contrats? cadres?(?: \d+)?|marches? n \w+|"
    r"budget total|(?:reste|restant) (?:a payer|du|a percevoir)|n 1|tva(?: \d+)?|"
    r"(?!.*\bht\b)[^\d]{1,30} ttc"
)
"""What another line counts, or another company, or the whole of which it is a part."""
PAID = pattern(
    r"(?:paiements?|reglements?|encaissements?)(?: (?:recu\w*|clients?|facture|de|du|la|n|f)\b.*)?|"
    r"(?:virements?|cheques?)(?: (?:recus?|n|client)\b.*)?"
)
"""What names a payment, where others are named by what was sold."""
PUT_RIGHT = pattern(r"(?:regularisations?|regul|ajustements?|corrections?|rectifications?)")
"""What names an amount put right and no more: it may be taken off."""
APART = pattern(r"\(([^()]+)\)|\[([^\[\]]+)\]|\s[-–—]\s+(.+)$|\s?[:,]\s(.+)$")
"""What is set apart from a name: within brackets, after a dash, a colon or a comma."""
SETS = pattern(r"[(\[]|\s[-–—:]\s|[:,]\s|\?\s*$")
HEAD = pattern(r"\s*(?:options?|variantes?)\s*[:–—-]\s", re.IGNORECASE)
"""How the name of what is only proposed begins: « Option : logo »."""
MOST = 6
"""Words of a name; more are a sentence, about anything."""


@lru_cache(maxsize=8192)
def unsure(text: str, *, whole: bool = True) -> Bearing:
    """Return what the name of something sold says of its line, whole or apart from the rest."""
    words = folded(text).split()
    if HEAD.match(text) or (text.rstrip().endswith("?") and len(words) == 1):
        return "maybe not sold"
    first = [" ".join(words)] if whole and len(words) <= MOST else []
    for said in (*first, *_parts(text)):
        if LATER.fullmatch(said):
            return "maybe not sold"
        if AGAIN.fullmatch(said):
            return "again"
    return ""


def told_again(label: str) -> Bearing:
    """Return what the label of an expense says of it, whole or apart: « dont TVA », « PM »."""
    said = (folded(label), *_parts(label))
    return "again" if any(re.fullmatch(TOLD, one) for one in said) else ""


def payments_among(texts: Collection[str]) -> dict[str, Bearing]:
    """Return the few names that are those of payments, or put right what is sold otherwise."""
    found: dict[str, Bearing] = {
        text: "again" if PAID.fullmatch(words) else "maybe credit"
        for text, words in ((text, folded(text)) for text in texts)
        if PAID.fullmatch(words) or PUT_RIGHT.fullmatch(words)
    }
    return found if 2 * len(found) <= len(texts) else {}


def _parts(text: str) -> Iterator[str]:
    """Yield what is set apart in a text, folded."""
    for found in APART.finditer(text) if SETS.search(text) else ():
        yield folded(next(filter(None, found.groups())))
