"""What a comment says of its line: made up, taken back, absent; and what it says of no line.

Knows words alone, folded. Never the amounts beside them.
"""

from __future__ import annotations

from itertools import dropwhile
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.tables.words import is_absence

if TYPE_CHECKING:
    from reporter.sources.tables.words import Bearing

MADE_UP = {
    "test", "essai", "exemple", "bidon", "fictif", "fictive", "fausse ligne",
    "fausse facture", "ligne de test",
}  # fmt: skip
UNKNOWN = {"?", "??", "???"}
OPENING = {
    "finalement", "en", "fait", "au", "final", "helas", "malheureusement", "a", "la", "le", "les",
    "l", "un", "une", "cette", "ce", "c", "est", "etait", "pour", "de", "mais", "nb", "the", "was",
    "titre", "je", "me", "suis", "s", "on", "il", "elle", "ca", "cela",
}  # fmt: skip
"""Words by which a comment may begin before what it says: « en fait c’était pour rire »."""
OFF_OPENING = OPENING | {
    "mon", "ma", "jour", "jours", "journee", "j", "etais", "pose", "pris", "posee",
}  # fmt: skip
"""Words by which a comment may begin before it says a day off: « j’étais malade »."""
UNDOING = (
    "avort", "renonc", "desist", "retract", "decommand", "storn", "anulad", "capot", "canular",
    "blague", "plaisant", "joke", "fictif", "fictive", "bidon", "troc", "benevol", "gracieu",
    "mecenat", "erron", "obsolet", "ignor", "insolvab", "irrecouvr", "faillite", "resilie",
    "cadeau", "caduc", "placeholder", "contest", "liquidation", "dummy", "inexistant", "verloren",
    "tromp", "sponsor", "amical", "entraide", "gratis", "gratos", "fraud", "escroqu", "arnaque",
    "mauvais", "invendable", "impossible", "wrong",
)  # fmt: skip
"""How the words begin that undo a line, where a comment begins by one."""
GONE = pattern(
    r"^(?:no ?go|ko|hors (?:ca|compta\w*|bilan)|p ?m|ann|tbc|tbd|on hold|superseded|"
    r"(?:une |en )?erreurs?(?: de saisie)?|error|mistake|budget|provision|"
    r"(?:optionnel|conditionnel)(?:le)?|faux|n a|remove|(?:to )?delete|suspendue?|"
    r"(?:en )?litige|malade|sick|off|arret(?: maladie)?|greve|absente?|"
    r"hypothese\b.*|(?:reporte|decale|repousse)e?s? "
    r"(?:sine die|(?:en|a) \d{4}|(?:a )?l an.*)|lost|sample|fake|old|annul|cxl|temps perso)$|"
    r"^(?:facture |montant |mission )?a "
    r"(?:emettre|facturer|reporter|verifier|valider|confirmer|signer|definir|preciser|deduire|refaire|"
    r"effacer|enlever|retirer|rayer|annuler)\b|"
    r"\bne? (?:[a-z]+ ){1,2}(?:pas|jamais|plus|rien)\b"
    r"(?! (?:encore|paye|regle|recu|encaiss|annul|perdu|offert|refus|abandon))|"
    r"\b(?:sera|seront) (?:facturee?|emise?)s?\b|"
    r"\bpour (?:memoire|rire|depanner)\b|\ben double$|\bpar erreur\b|"
    r"\birrecouvrables?\b|\ben pertes?\b|\bcoup de main\b|"
    r"\b(?:redressement|liquidation) judiciaire\b|"
    r"\b(?:disputed|written off|lost|(?<!ticket )(?<!justificatif )(?<!ex )perdue?s?|"
    r"refuse(?:d|e|s|es)?|rejetee?s?|avortee?s?|renonce|insolvable|conteste\w?|resilie\w?)$"
)
"""How a comment says that nobody paid, or will; whole or not."""
DENIED = {"pas", "non", "not", "jamais", "never", "rien", "nothing"}
ALREADY = {"encore", "ete", "a", "sera", "finalement", "etre", "been", "yet", "to", "be"}
"""Words between a denial and what it denies: « pas encore facturé »."""
NEVER = {"jamais", "never"}
BILLED = (
    "factur", "signe", "emis", "envoy", "transmi", "compte", "reten", "valide", "accept", "confirm",
    "bill", "invoic", "charg", "sent", "count", "approv", "issued", "travaill", "venu", "livre",
    "vendu", "sold", "deliver", "command", "achet", "effectu", "realise", "started",
)  # fmt: skip
PAID = (*BILLED, "paye", "paid", "regle", "encaiss", "recu", "receiv")
"""How the words begin of what is done of a sale; it is one that is not paid yet."""
ELSEWHERE = pattern(
    r"deja (?:factur|compt|saisi|declar|inscri)\w*\b.*|duplicata|double(?: entry)?|counted twice|"
    r"(?:compt|factur|sais)\w+ (?:deux|2) fois|(?:voir|cf) (?:la )?(?:facture|f|fa|fac) ?\d.*|"
    r"deja (?:dans|sur|en) (?:l |la |le |une? )?(?:autre )?"
    r"(?:forfait|facture|onglet|feuille|fichier|tableau|ligne|liste)\b.*|"
    r"remplace (?:la )?(?:facture|f|fa|fac|ligne)\b.*|"
    r"(?:annule et )?remplacee? par (?:la |une |cette )?"
    r"(?:facture|f|fa|fac|inv|ligne|suivante)\b.*|"
    r"(?:comprise?|incluse?|included) (?:dans|in) (?:the |la |le |l |une? )?"
    r"(?:(?:facture|f|fa|inv|invoice|ligne|line)\b.*|forfait|abonnement|package)|"
    r"(?:voir|cf|see) (?:la )?(?:ligne|line|row) "
    r"(?:\d+|suivante|precedente|du dess\w+|au dessus|above|below)|"
    r"meme (?:facture|achat|depense|ligne|prestation|commande|paiement)\b.*|"
    r"(?:\w+ ){0,3}facturee?s? (?:via|chez|par (?!avance|mois|trimestre|an\b|jour|lot|mail)).*|"
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
    r"\b(?:remplace\w? par (?:un|une|du|la|le|visio)\b"
    r"(?! (?:ligne|facture|suivante|[a-z]{1,3} ?\d))|"
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
CITED = pattern(
    r"(?:(?:bons? de )?commandes?|bdc|bc|(?:purchase )?orders?|po|contrats?|devis|avenants?)"
    r" (?:n |no |numero )?(?:[a-z]{1,4} ?)?\d[\d ]*"
)
"""A document that a comment cites by its number: « bon de commande 12 », « devis D-2020-3 »."""
WAITING = pattern(
    r"en attente d(?:es|u|e l|e)? (?:acces|materiel|retours?|infos?|reponses?|documents?|donnees)\b"
)
WORKED = {"week end", "ferie", "feries", "jour ferie", "jours feries", "recuperation"}
"""Days off that may be worked: a comment says when, and not that nobody worked."""


def is_aside(comment: str) -> bool:
    """Tell whether a comment bears on no line: a document cited, a part of the work, what waits."""
    words = folded(comment)
    work = PART.match(words) or SETTLED.search(words) or WAITING.search(words)
    return (work or CITED.fullmatch(words)) is not None


def says_away(comment: str) -> bool:
    """Tell whether a comment says that nobody worked: « Congés », and not « férié travaillé »."""
    words = folded(comment)
    rest = " ".join(dropwhile(OFF_OPENING.__contains__, words.split()))
    return is_absence(rest) and words not in WORKED and SETTLED.search(words) is None


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
    first = next((it for it in words if it not in OPENING), "")
    return first.startswith(UNDOING) or bool(GONE.search(text)) or _denies(words)


def _denies(words: list[str]) -> bool:
    """Tell whether words deny what is done of a sale: « pas vendu », « jamais payé »."""
    for at, word in enumerate(words if not DENIED.isdisjoint(words) else ()):
        denied = next((it for it in words[at + 1 :] if it not in ALREADY), "")
        if word in DENIED and denied.startswith(PAID if word in NEVER else BILLED):
            return True
    return False
