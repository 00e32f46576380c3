"""What a comment says of its line: made up, taken back, absent; and what it says of no line.

Knows words alone, folded. Never the amounts beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.tables.documents import is_cited
from reporter.sources.tables.words import is_absence

if TYPE_CHECKING:
    from reporter.sources.tables.words import Bearing

MADE_UP = {
    "test", "essai", "exemple", "bidon", "fictif", "fictive", "fausse ligne", "ligne de test",
}  # fmt: skip
DENIED = {"pas", "non", "not", "jamais", "never", "rien", "aucun", "aucune", "nothing"}
NEVER = {"jamais", "never"}
UNKNOWN = {"?", "??", "???"}
ALREADY = {"encore", "ete", "a", "sera", "finalement", "etre", "been", "yet", "to", "be", "really"}
"""Words between a denial and what it denies: « pas encore facturé »."""
BILLED = (
    "factur", "signe", "emis", "envoy", "transmi", "compte", "reten", "valide", "accept", "confirm",
    "bill", "invoic", "charg", "sent", "count", "approv", "issued", "travaill", "venu", "livre",
    "vendu", "sold", "deliver", "approuv", "pren", "command", "exist", "parti",
)  # fmt: skip
PAID = (*BILLED, "paye", "paid", "regle", "encaiss", "recu", "receiv")
"""How the words begin of what is done of a sale; it is one that is not paid yet."""
GONE = pattern(
    r"^(?:no ?go|ko|hors (?:ca|compta\w*|bilan)|p ?m|ann|tbc|tbd|on hold|obsolete|superseded|wrong|"
    r"(?:une |en |fausse )?erreurs?(?: de saisie)?|error|mistake|ignore\w?|a ignorer|budget|"
    r"provision|(?:optionnel|conditionnel)(?:le)?|faux|n a|remove|(?:to )?delete|courtesy|"
    r"suspendue?|(?:en )?litige(?: en cours.*| client)?|malade|arret(?: maladie)?|sick|off|"
    r"greve|absente?|"
    r"hypothese\b.*|(?:report|reporte|decale|repousse)e?s? "
    r"(?:sine die|(?:en|a) \d{4}|(?:a )?l an.*)|to be confirmed|lost|dropped|"
    r"(?:on )?laisse\w* tomber|plus d actualite|(?:finalement|en fait) non|non finalement)$|"
    r"\bno (?:invoice|charge|bill)|^free of charge\b|\ba dit non\b|"
    r"\bne? (?:[a-z]+ ){1,2}(?:pas|jamais|plus|rien)\b"
    r"(?! (?:encore|paye|regle|recu|encaiss|annul|perdu|offert|refus|abandon))|"
    r"\bpas (?:paye|regle|encaisse)\w* (?:finalement|au final|en fait)$|"
    r"\bpris\w* en charge par\b(?! (?:moi|nous|\w+ (?:entreprise|societe)))|"
    r"^(?:facture |montant |mission )?a "
    r"(?:emettre|facturer|reporter|verifier|valider|confirmer|signer|definir|preciser|deduire|"
    r"effacer|enlever|retirer|rayer|annuler)\b|"
    r"\b(?:sera|seront) (?:facturee?|emise?)s?\b|\bwill be (?:billed|invoiced)\b|"
    r"\bpour memoire\b|\birrecouvrables?\b|\ben pertes?\b|\bno go\b|\bsans (?:payer|provision)\b|"
    r"\bwritten? off\b|\bwaived\b|\bbad debts?\b|\bgiven up\b|\b(?:client|"
    r"customer) refused(?: to pay)?$|"
    r"\brefuse de payer\b|\binsolvable\b|\bredressement judiciaire\b|"
    r"\bconteste\w?(?: par le client)?$|\bpaiera (?:pas|plus|jamais)\b|"
    r"\bsans facturation\b|\bfacturation suspendue\b|^(?:pending|awaiting) (?:signature|po|"
    r"approval)$|"
    r"^(?:placeholder|dummy|sample|fake|old|tentative|approximatif|au pif|annul|cxl|temps perso)$|"
    r"\bchiffre invente\b|\bsera pas paye\w?\b|"
    r"\b(?:en faillite|en liquidation|liquidation judiciaire)\b|"
    r"\b(?:mission|projet|affaire|contrat|offre|deal|client|ao|marche) (?:perdue?|lost)\b|"
    r"^paye\w? par (?:le |un )?client$"
)
"""How a comment says that nobody paid, or will; whole or not."""
ELSEWHERE = pattern(
    r"deja (?:factur|compt|saisi|declar|inscri)\w*\b.*|duplicata|double(?: entry)?|counted twice|"
    r"comptee?s? deux fois|"
    r"deja (?:dans|sur|en) (?:l |la |le |une? )?(?:autre )?"
    r"(?:forfait|facture|onglet|feuille|fichier|tableau|ligne|liste)\b.*|"
    r"remplace (?:la )?(?:facture|f|fa|fac|ligne)\b.*|"
    r"(?:annule et )?remplacee? par (?:la |une |cette )?"
    r"(?:facture|f|fa|fac|inv|ligne|suivante)\b.*|"
    r"(?:comprise?|incluse?|included) (?:dans|in) (?:the |la |le |l |une? )?"
    r"(?:(?:facture|f|fa|inv|invoice|ligne|line)\b.*|forfait|abonnement|package)|"
    r"(?:voir|cf|see) (?:la )?(?:ligne|line|row) "
    r"(?:\d+|suivante|precedente|du dess\w+|au dessus|above|below)|"
    r"meme facture que .*|"
    r"facturee?s? (?:via|chez|par (?!avance|mois|trimestre|an\b|jour|lot|mail)).*|"
    r"sous traitee? a .*"
)
"""How a comment says that another line counts it, or another company."""
CREDIT_CITED = pattern(
    r"\b(?:voir|cf|par|un|l) avoir\b(?! (?:ete|eu|fait))|"
    r"\bavoir a (?:faire|emettre|etablir|venir)\b|"
    r"\bavoir (?:(?:av|n|f|fa) ?\d|emis\b|etabli\b|de \d)"
)
"""How a comment says that a credit note takes its line back; folded."""
SETTLED = pattern(
    r"\b(?:remplace\w? par (?:un|une|du|la|le|visio)\b(?! (?:ligne|facture|suivante))|"
    r"maintenue?s?|rattrapee?s?|"
    r"corrigee?s?|en plus|initialement|fait\w? (?:le|quand meme)|travail (?:au|a|en)\b|"
    r"(?<!non )(?<!pas )travaillee?s?)\b"
)
"""What says that the work was done all the same, or besides."""
PART = pattern(
    r"(?:(?:le|la|les|l|mon|mes) )?(?:deplacements?|trajets?|preparations?|frais|repas|hotels?|"
    r"trains?|temps de trajet)\b"
)
"""How a comment begins that is about a part of the work alone: « déplacement offert »."""
WAITING = pattern(
    r"en attente d(?:es|u|e l|e)? (?:acces|materiel|retours?|infos?|reponses?|documents?|donnees)\b"
)
WORKED = {"week end", "ferie", "feries", "jour ferie", "jours feries", "recuperation"}
"""Days off that may be worked: a comment says when, and not that nobody worked."""


def is_aside(comment: str) -> bool:
    """Tell whether a comment bears on no line: a document cited, a part of the work, what waits."""
    words = folded(comment)
    about = PART.match(words) or SETTLED.search(words) or WAITING.search(words)
    return about is not None or is_cited(comment)


def says_away(comment: str) -> bool:
    """Tell whether a comment says that nobody worked: « Congés », and not « férié travaillé »."""
    words = folded(comment)
    return is_absence(comment) and words not in WORKED and SETTLED.search(words) is None


def in_comment(text: str) -> Bearing:
    """Return what only a comment may say: that its line is made up, or taken back elsewhere."""
    words = folded(text)
    if words in MADE_UP or _is_gone(words.split(), words) or text.strip() in UNKNOWN:
        return "maybe not sold"
    if ELSEWHERE.fullmatch(words):
        return "again"
    if words.endswith("debours"):
        return "outlay"
    cited = "avoir" in words and CREDIT_CITED.search(words) and not words.startswith("apres")
    return "maybe credit" if cited else ""


def _is_gone(words: list[str], text: str) -> bool:
    """Tell whether a comment says that nobody paid, or will: by its words, or a denial in it."""
    if GONE.search(text):
        return True
    for at, word in enumerate(words if not DENIED.isdisjoint(words) else ()):
        after = next((it for it in words[at + 1 :] if it not in ALREADY), "")
        if word in DENIED and after.startswith(PAID if word in NEVER else BILLED):
            return True
    return False
