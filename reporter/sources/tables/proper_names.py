"""What a name says besides whose it is: « Ponant (annulé) », « Interne », « Avoir Group ».

Knows the words beside a name. Never who the clients are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.tables.charge_words import says_no_sale
from reporter.sources.tables.periods import without_period
from reporter.sources.tables.words import bearing, undoes

if TYPE_CHECKING:
    from reporter.sources.tables.words import Bearing

NO_MISSION = {
    "interne", "perso", "personnel", "avant vente", "a confirmer", "internal", "sick", "bench",
    "off", "formation perso", "greve", "pont",
}  # fmt: skip
"""Whole names that are nobody's, of clients and missions, folded: time that is sold to none."""
NOBODY = NO_MISSION | {
    "moi", "moi meme", "prospection", "prospect", "admin", "administratif", "gestion", "a definir",
    "a preciser", "tbd", "tbc", "inconnu", "aucun", "personne", "test", "nobody", "n a", "neant",
    "vide", "client", "nom du client", "nom client", "exemple", "dispo", "disponible", "libre",
    "reunion interne", "x", "xx", "xxx", "", "en cours", "a venir", "a trouver", "prospects",
    "divers prospects", "autres prospects", "prospects divers", "nouveau client",
    "nouveaux clients", "leads", "pipeline", "malade", "formation", "non affecte",
    "non attribue", "unknown",
}  # fmt: skip
"""The same, among clients: the mission « Prospection » may be sold."""
PROSPECT = pattern(r"prospects? (?:\w|n|\d+)(?: \d+)?")
"""A client who is none yet, told by a letter or a number."""
ASIDE = pattern(
    r"(?P<name>\S.*?)\s*(?:[(\[](?P<within>[^()\[\]]+)[)\]]|\s[-–—:/]\s*(?P<after>[^-–—:/]+))\s*"
)
"""A name, then what is said of it: within brackets, or after a dash."""
FORMS = {
    "sa", "sas", "sasu", "sarl", "eurl", "snc", "scop", "sci", "ltd", "llc", "llp", "gmbh", "inc",
    "corp", "cie", "co", "group", "groupe", "associes", "fils", "freres", "studio", "agency",
}  # fmt: skip
"""How the name of a company ends, folded."""
LETTERS = pattern(r"[^\W\d_]+")
MAYBE: dict[Bearing, Bearing] = {
    "credit": "maybe credit",
    "target": "maybe target",
    "not sold": "maybe not sold",
}
ABOUT = pattern(r"[\w ]*? (?:de|du|des|d|pour|en) (?P<what>.+)|\w+ (?P<next>.+)")
"""A word, then what it is about: « Annulation de commandes », « Budget SI »."""
FIGURES = {
    "ca", "chiffre", "affaires", "annuel", "annuelle", "mensuel", "mensuelle", "trimestriel",
    "total", "totaux", "global", "ht", "ttc", "previsionnel", "prevu", "realise", "atteint",
    "atteindre", "vente", "ventes", "facturation", "commercial", "revenu", "revenus", "jour",
    "jours", "mois", "an", "annee", "exercice", "trimestre", "semestre", "tjm", "t1", "t2", "t3",
    "t4", "s1", "s2", "a", "au", "l", "la", "le", "les", "d", "de", "du", "des", "pour", "par",
    "nouveau", "general", "generale", "generaux", "client", "clients", "mission", "missions",
    "facture", "factures", "encaisse", "hors", "taxes", "divers", "autres", "net", "brut",
    "cumule", "prestations", "honoraires", "prospects",
}  # fmt: skip
"""What a target is of, or for when: its name is no service."""


def of_name(text: str, *, client: bool) -> Bearing:
    """Return what the name of a client or of a supplier says of its line."""
    if client and undoes(text):
        return "not sold"
    said = "" if is_company(text) else bearing(text)
    if said in ("credit", "maybe credit", "target", "deposit", "outlay"):
        alone = not client and " " not in text.strip()
        return MAYBE.get(said, said) if alone or is_name(text) else said
    words = folded(text)
    nobody = client and (words in NOBODY or PROSPECT.fullmatch(words) or text.endswith("?"))
    if nobody or is_undone(text):
        return "maybe not sold"
    return "maybe no sale" if client and not is_name(text) and says_no_sale(text) else ""


def of_mission(text: str) -> Bearing:
    """Return what the name of a mission says of its line."""
    said = of_work(text)
    if said == "credit" and re.match(
        r"credit\b(?! note)|avoirs? (?:clients?|fiscaux)", folded(text)
    ):
        return "maybe credit"
    undone = not said and (folded(text) in NO_MISSION or is_undone(text))
    return "maybe not sold" if undone else said


def of_work(text: str) -> Bearing:
    """Return what the name of some work says of its line; what is about a thing may be work.

    « Annulation de commandes » and « Budget SI » may be sold, « Annulation » and « Budget 2020 »
    are not.
    """
    said = bearing(text)
    if said not in ("target", "not sold"):
        return said
    about = ABOUT.fullmatch(without_period(text))
    if about is None or (said == "not sold" and about["what"] is None):
        return said
    rest = set((about["what"] or about["next"]).split())
    return said if rest <= FIGURES else MAYBE[said]


def is_undone(text: str) -> bool:
    """Tell whether a word is set beside a name that undoes its line: « Ponant – offert »."""
    found = ASIDE.fullmatch(text)
    if found is None:
        return False
    word = found["within"] or found["after"]
    sure = folded(word) in NO_MISSION or undoes(word)
    return sure or bool(found["within"] and bearing(word) in ("not sold", "maybe not sold"))


def is_company(text: str) -> bool:
    """Tell whether a text ends as the name of a company does: « Perdu SARL », « Devis & Cie »."""
    words = folded(text).split()
    return len(words) > 1 and words[-1] in FORMS


def is_name(text: str) -> bool:
    """Tell whether a text is written as the name of somebody: « Avoir Group », each word a capital.

    « Avoir sur F-12 » and « Budget 2020 » are none; nor is a word alone.
    """
    words = LETTERS.findall(text)
    more = len(words) > 1 and without_period(text) == folded(text)
    return more and all(word[0].isupper() for word in words) and not re.search(r"\d", text)
