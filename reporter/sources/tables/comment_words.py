"""What a comment says of its line: made up, taken back, absent; and what it says of no line.

Knows words alone, folded. Never the amounts beside them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter.characters import folded
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
CREDIT_CITED = re.compile(
    r"\b(?:voir|cf|par|un|l) avoir\b(?! (?:ete|eu|fait))|"
    r"\bavoir (?:(?:av|n|f|fa) ?\d|emis\b|etabli\b)"
)
"""How a comment says that a credit note takes its line back; folded."""
SETTLED = re.compile(
    r"\b(?:remplace\w? par (?:un|une|du|la|le|visio)\b|maintenue?s?|rattrapee?s?|"
    r"corrigee?s?|en plus|initialement|fait\w? (?:le|quand meme)|travail (?:au|a|en)\b|"
    r"(?<!non )(?<!pas )travaillee?s?)\b"
)
"""What says that the work was done all the same, or besides."""
PART = re.compile(
    r"(?:(?:le|la|les|l|mon|mes) )?(?:deplacements?|trajets?|preparations?|frais|repas|hotels?|"
    r"trains?|temps de trajet)\b"
)
"""How a comment begins that is about a part of the work alone: « déplacement offert »."""
WAITING = re.compile(
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
    if words in MADE_UP:
        return "maybe not sold"
    cited = "avoir" in words and CREDIT_CITED.search(words) and not words.startswith("apres")
    return "maybe credit" if cited else ""
