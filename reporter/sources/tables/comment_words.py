"""What a comment says of its line: that nobody worked; and what it says of no line.

Knows words alone, folded. Never the amounts beside them.
"""

from __future__ import annotations

from itertools import dropwhile

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.tables.words import is_absence

OFF_OPENING = {
    "finalement", "en", "fait", "au", "final", "helas", "malheureusement", "a", "la", "le", "les",
    "l", "un", "une", "cette", "ce", "c", "est", "etait", "pour", "de", "mais", "nb", "the", "was",
    "titre", "je", "me", "suis", "s", "on", "il", "elle", "ca", "cela", "mon", "ma", "jour",
    "jours", "journee", "j", "etais", "pose", "pris", "posee",
}  # fmt: skip
"""Words by which a comment may begin before it says a day off: « j’étais malade »."""
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
