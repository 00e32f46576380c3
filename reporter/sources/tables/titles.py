"""What a title says: the words of it that count, the unit, and which titles say a meaning best.

Knows how people write titles. Never which meanings there are.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.sources.tables.sheet_words import FOREIGN
from reporter.toml.kinds import literal

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALL = {"de", "d", "des", "du", "la", "le", "l", "en", "euros", "euro", "eur", "e", "les"}
SAME = {"numero": "n", "no": "n", "num": "n", "nombre": "nb", "nbre": "nb"}
LONGEST_HEADER = 80
THOUSANDS = {"k", "ke", "keur", "milliers"}
UNITS = {*FOREIGN, *THOUSANDS}
PRICED = {
    "ventes", "vente", "forfait", "forfaits", "jours", "depenses", "frais", "achats", "tableau",
    "montant", "montants", "prix", "ca", "chiffre", "affaires", "prestations", "factures",
}  # fmt: skip
"""Words of a title that say which amounts stand below, and not whether they hold their VAT."""
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


def called(title: str, meaning: str = "") -> str:
    """Return the line of bilan.toml that says what a title means; nothing leaves it aside."""
    return f"[colonnes] {literal(title)} = {literal(meaning)}"


def unit_of(header: str) -> str:
    """Return the unit that a title counts in where it is not the euro, nothing where it is."""
    words = set(folded(header).split())
    if words & THOUSANDS:
        return "milliers d’euros"
    foreign = any(sign in header for sign in "$£¥") or words & set(FOREIGN)
    return "une autre devise que l’euro" if foreign else ""


def is_taxed(title: str) -> bool:
    """Tell whether a title says that amounts hold their VAT, and nothing besides."""
    rest = {word for word in folded(title).split() if word not in PRICED | SMALL}
    return bool(rest) and rest <= TAXED


def own_word(cell: str) -> str:
    """Return the word that a title may be; a long text or one that begins by a figure is none."""
    if len(cell) > LONGEST_HEADER or cell[:1].isdigit():
        return ""
    # a title in another unit is refused by its name
    return " ".join(word for word in key_of(cell).split() if word not in UNITS)
