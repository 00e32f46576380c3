"""Words around numbers: agreement, ranks, lists, and the spaces that never start a line.

Knows grammar and typography. Never the domain.
"""

from __future__ import annotations

from decimal import Decimal

from reporter.french.numbers import NBSP, quantity
from reporter.patterns import pattern

BEFORE = pattern(" ([:;!?%€»])")
INSIDE = pattern("« ")
RANKS = "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième"
COUNTS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze"


def spaced(text: str) -> str:
    """Return a text whose double marks and units never start a line."""
    return INSIDE.sub(f"«{NBSP}", BEFORE.sub(rf"{NBSP}\1", text))


def ordinal(rank: int) -> str:
    """Return the rank of a masculine noun in letters up to ten: « premier », « quatrième »."""
    known = RANKS.split()
    return known[rank - 1] if rank <= len(known) else f"{rank}e"


def count(number: int) -> str:
    """Return a whole number of masculine things in letters up to twelve: « trois », « 13 »."""
    known = COUNTS.split()
    return known[number] if number < len(known) else str(number)


def agree(value: Decimal, singular: str, plural: str) -> str:
    """Return the form of a noun that agrees with a quantity: below 2 French is singular."""
    return singular if abs(value) < 2 else plural  # noqa: PLR2004  # the rule itself


def counted(number: int, singular: str, plural: str) -> str:
    """Return a whole number with its noun: « 1 erreur », « 12 erreurs »."""
    return f"{number} {agree(Decimal(number), singular, plural)}"


def days(value: Decimal, adjective: str = "") -> str:
    """Return a number of days in words: « 175 jours », « 1 jour facturé »."""
    noun = f"jour {adjective}" if adjective else "jour"
    return f"{quantity(value)} {agree(value, noun, noun.replace(' ', 's ') + 's')}"


def of(name: str) -> str:
    """Return what follows of a thing, « d’heures », « de milliers d’euros », its h being mute."""
    return f"d’{name}" if name[0] in "aeiouh" else f"de {name}"


def capitalised(text: str) -> str:
    """Return a text that begins with a capital letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def enumeration(words: list[str]) -> str:
    """Return words joined as a sentence does: « a, b et c »."""
    *first, last = words or [""]
    return f"{', '.join(first)} et {last}" if first else last
