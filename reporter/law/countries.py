"""Which countries are in the European Union on a day, by their names in French and their codes.

Knows names, codes and dates. Never what a country changes to a VAT.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from reporter.characters import folded

Zone = Literal["france", "union", "outside"]

FRANCE = frozenset({"", "fr", "france", "france metropolitaine"})
UNION = {
    "at": "autriche",
    "be": "belgique",
    "bg": "bulgarie",
    "cy": "chypre",
    "cz": "tchequie, republique tcheque",
    "de": "allemagne",
    "dk": "danemark",
    "ee": "estonie",
    "el": "grece",
    "es": "espagne",
    "fi": "finlande",
    "gr": "grece",
    "hr": "croatie",
    "hu": "hongrie",
    "ie": "irlande",
    "it": "italie",
    "lt": "lituanie",
    "lu": "luxembourg",
    "lv": "lettonie",
    "mt": "malte",
    "nl": "pays bas, hollande",
    "pl": "pologne",
    "pt": "portugal",
    "ro": "roumanie",
    "se": "suede",
    "si": "slovenie",
    "sk": "slovaquie",
}
"""The member states, by the code of their VAT numbers or of ISO (directive 2006/112, art. 5)."""
LEFT = date(2021, 1, 1)
KINGDOM = frozenset({"gb", "uk", "royaume uni", "angleterre", "ecosse"})
"""It was treated as a member until the end of 2020 (withdrawal agreement, art. 126)."""
OUTSIDE = frozenset(
    {
        "usa",
        "etats unis",
        "etats unis d amerique",
        "suisse",
        "canada",
        "japon",
        "norvege",
        "israel",
        "inde",
        "chine",
        "singapour",
        "australie",
        "maroc",
        "tunisie",
        "algerie",
        "senegal",
        "cote d ivoire",
        "turquie",
        "bresil",
        "emirats arabes unis",
        "islande",
        "irlande du nord",
        "andorre",
    }
)
CODE = 2
_NAMES = {name for names in UNION.values() for name in names.split(", ")} | UNION.keys()


def zone(country: str, day: date) -> Zone | None:
    """Return where a country is on a day, None where its name is not known.

    A code of two letters that is no member's is outside.
    """
    name = folded(country)
    if name in FRANCE:
        return "france"
    if name in _NAMES or (name in KINGDOM and day < LEFT):
        return "union"
    known = name in OUTSIDE or name in KINGDOM or (len(name) == CODE and name.isalpha())
    return "outside" if known else None
