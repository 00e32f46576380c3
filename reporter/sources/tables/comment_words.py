"""What a comment says of its line: that nobody worked; and what it says of no line.

Knows words alone, folded. Never the amounts beside them.
"""

from __future__ import annotations

from reporter.characters import folded
from reporter.patterns import pattern

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
