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
    "test",
    "essai",
    "exemple",
    "bidon",
    "fictif",
    "fictive",
    "fausse ligne",
    "ligne de test",
}
GONE_HINTS = {
    "go", "nogo", "hors", "irrecouvrable", "irrecouvrables", "perte", "pertes", "written", "write",
    "waived", "wrong", "bad", "hold", "not", "faillite", "liquidation", "jamais", "pas", "non",
    "perdu", "perdue", "lost", "sine", "reporte", "reportee", "decale", "decalee", "repousse",
    "repoussee", "hypothese", "obsolete", "superseded", "erreur", "error", "mistake", "ann", "tbc",
    "tbd", "pm", "p", "memoire", "ignore", "ignorer", "free", "budget",
    "confirmed", "client",
}  # fmt: skip
"""One of the words of a comment that says that nobody paid, or will."""
GONE = pattern(
    r"^(?:no ?go|hors (?:ca|compta\w*|bilan)|p ?m|ann|tbc|tbd|on hold|obsolete|superseded|wrong|"
    r"(?:une |en |fausse )?erreurs?(?: de saisie)?|error|mistake|ignore\w?|a ignorer|budget|"
    r"hypothese\b.*|(?:reporte|decale|repousse)e?s? (?:sine die|(?:en|a) \d{4}|(?:a )?l an.*)|"
    r"to be confirmed|"
    r"free of charge|lost)$|\bpour memoire\b|\birrecouvrables?\b|\ben pertes?\b|\bno go\b|"
    r"\bwritten? off\b|\bwaived\b|\bbad debts?\b|\ben (?:faillite|liquidation)\b|"
    r"\bliquidation judiciaire|"
    r"\b(?:pas|jamais|non) (?:encore |ete )*(?:envoyee?|emise?|transmise?)s?\b|"
    r"\bnot (?:sent|billed|signed|counted|approved|issued)\b|"
    r"\b(?:mission|projet|affaire|contrat|offre|deal|client|ao|marche) "
    r"(?:non signee?|perdue?|lost)\b|^paye\w? par (?:le |un )?client$"
)
"""How a comment says so, whole or not."""
ELSEWHERE = pattern(
    r"deja (?:factur|compt)\w*\b.*|"
    r"(?:annule et )?remplacee? par (?:la |une )?(?:facture|f|fa|fac|inv)\b.*|duplicata"
)
"""How a comment says that another line counts it."""
CREDIT_CITED = pattern(
    r"\b(?:voir|cf|par|un|l) avoir\b(?! (?:ete|eu|fait))|"
    r"\bavoir (?:(?:av|n|f|fa) ?\d|emis\b|etabli\b)"
)
"""How a comment says that a credit note takes its line back; folded."""
SETTLED = pattern(
    r"\b(?:remplace\w? par (?:un|une|du|la|le|visio)\b|maintenue?s?|rattrapee?s?|"
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
    if words in MADE_UP or (not GONE_HINTS.isdisjoint(words.split()) and GONE.search(words)):
        return "maybe not sold"
    if words.startswith(("deja", "rempl", "annule", "dupl")) and ELSEWHERE.fullmatch(words):
        return "again"
    cited = "avoir" in words and CREDIT_CITED.search(words) and not words.startswith("apres")
    return "maybe credit" if cited else ""
