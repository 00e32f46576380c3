"""What a title says: the words of it that count, the unit, and which titles say a meaning best.

Knows how people write titles. Never which meanings there are.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.sources.tables.periods import without_period
from reporter.sources.tables.sheet_words import FOREIGN

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALL = {"de", "d", "des", "du", "la", "le", "l", "en", "euros", "euro", "eur", "e", "les"}
SAME = {"numero": "n", "no": "n", "num": "n", "nombre": "nb", "nbre": "nb"}
LONGEST_HEADER = 80
THOUSANDS = {"k", "ke", "keur", "milliers"}
UNITS = {*FOREIGN, *THOUSANDS}
PLAIN = {
    "ventes", "vente", "forfait", "forfaits", "jour", "jours", "depense", "depenses", "frais",
    "charges", "achats", "tableau", "suivi", "version", "fichier", "feuille", "liste", "annee",
    "exercice", "montant", "montants", "prix", "ca", "chiffre", "affaires", "mes", "nos", "cra",
    "activite", "prestations", "factures", "temps", "planning", "et", "ou", "pour",
}  # fmt: skip
"""Words of a title that say what the lines are, and not whether they were made."""
UNMADE = re.compile(
    r"previ\w*|prevue?s?|budgets?|devis|provisoires?|annulee?s?|simulations?|exemples?|essais?|"
    r"brouillons?|copies?|travail|ancien(?:ne)?s?|obsoletes?|perdue?s?|offerte?s?|objectifs?|"
    r"estimations?|estime\w*|draft|forecast|planned|old|template"
)
"""What says that lines were not made, or are others' copy."""
BOTH = {"devis", "factures"}
NOT_TO_READ = re.compile(r"\bne (?:pas|plus) (?:utiliser|compter|tenir|lire|prendre)\b")
TAXED = {"ttc", "toutes", "taxes", "comprises"}


@cache
def key_of(text: str) -> str:
    """Return the words of a text that count: « Nombre de jours (facturés) » → nb jours factures."""
    words = [SAME.get(word, word) for word in folded(text.replace("%", " pct")).split()]
    return " ".join(word for word in words if word not in SMALL) or " ".join(words)


@cache
def groups_of(words: str) -> tuple[frozenset[str], ...]:
    """Return groups of words, separated by semicolons, whose words commas separate."""
    return tuple(frozenset(key_of(word) for word in group.split(",")) for group in words.split(";"))


@cache
def words_of(groups: str) -> frozenset[str]:
    """Return all the words of groups."""
    return frozenset().union(*groups_of(groups))


def best(words: Sequence[str], groups: str) -> list[int]:
    """Return the columns whose words belong to the first group that has any."""
    for known in groups_of(groups):
        if found := [column for column, word in enumerate(words) if word and word in known]:
            return found
    return []


def unit_of(header: str) -> str:
    """Return the unit that a title counts in where it is not the euro, nothing where it is."""
    words = set(folded(header).split())
    if words & THOUSANDS:
        return "milliers d’euros"
    foreign = any(sign in header for sign in "$£¥") or words & set(FOREIGN)
    return "une autre devise que l’euro" if foreign else ""


def is_unmade(title: str) -> bool:
    """Tell whether a title says that the lines below were not made: « Prévisionnel 2020 ».

    One that says more is that of something: « Budget & Co », « Suivi des devis et factures ».
    """
    words = folded(without_period(title)).split()
    rest = [word for word in words if word not in PLAIN | SMALL and not word.isdigit()]
    unmade = bool(rest) and all(map(UNMADE.fullmatch, rest))
    return NOT_TO_READ.search(folded(title)) is not None or (unmade and not set(words) >= BOTH)


def is_taxed(title: str) -> bool:
    """Tell whether a title says that amounts hold their VAT, and nothing besides."""
    rest = {word for word in folded(title).split() if word not in PLAIN | SMALL}
    return bool(rest) and rest <= TAXED


def own_word(cell: str) -> str:
    """Return the word that a title may be; a long text or one that begins by a figure is none."""
    if len(cell) > LONGEST_HEADER or cell[:1].isdigit():
        return ""
    return _unitless(key_of(cell))


def _unitless(key: str) -> str:
    """Return the words of a title less those of another unit, which is refused by its name."""
    return " ".join(word for word in key.split() if word not in UNITS)
