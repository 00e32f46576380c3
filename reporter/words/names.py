"""What a name says besides whose it is: « Ponant (annulé) », « Interne ».

Knows the words of a name, whole or set apart. Never who the clients are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reporter.characters import folded, forms
from reporter.patterns import pattern
from reporter.words.apart import set_apart
from reporter.words.bearing import bearing, is_absence, undoes
from reporter.words.charges import says_no_sale
from reporter.words.fates import UNDOES
from reporter.words.periods import without_period
from reporter.words.remarks import is_harmless
from reporter.words.undecided import unsure

if TYPE_CHECKING:
    from collections.abc import Collection

    from reporter.words.bearing import Bearing

NO_MISSION = {
    "interne", "perso", "personnel", "avant vente", "pre vente", "prevente",
    "a confirmer", "internal", "sick", "bench",
    "off", "malade", "formation perso", "formation personnelle", "formation interne", "greve",
    "pont", "absent", "absente", "pause", "pause dejeuner", "pause dej", "sieste",
}  # fmt: skip
"""Whole names that are nobody's, of clients and missions, folded: time that is sold to none."""
TRIED = {
    "test", "essai", "exemple", "bidon", "fictif", "fictive", "fausse ligne", "fausse facture",
    "ligne de test", "xx", "xxx", "xxxx", "nom", "fournisseur", "client",
    "client test", "test client",
}  # fmt: skip
"""The same, of clients and suppliers: a line that was written to try."""
NOBODY = NO_MISSION | TRIED | {
    "moi", "moi meme", "prospection", "admin", "administratif", "compta", "gestion", "a definir",
    "a preciser", "tbd", "tbc", "inconnu", "aucun", "personne", "nobody", "n a", "neant", "vide",
    "nom du client", "nom client", "dispo", "disponible", "libre", "reunion interne", "x",
    "en cours", "a venir", "a trouver", "nouveau client", "nouveaux clients", "leads", "pipeline",
    "formation", "litiges", "impayes", "regularisation",
    "regularisations", "non affecte", "non attribue", "unknown", "veille", "ras", "reserve",
    "marge", "fermeture",
}  # fmt: skip
"""The same, among clients: the mission « Prospection » may be sold."""
NO_CLIENT = forms("prospect, potentiel, prevision, previsionnel, prevu, offert") | {
    "hypothese", "hypotheses", "potentielle", "estime", "encours", "debours", "fictif",
    "fictive", "intercontrat", "bench", "annule", "annules", "perdus", "probable", "probables",
    "forecast", "offres",
}  # fmt: skip
"""Words of a client who is none yet, wherever they stand: « Prospect B », « Alizé prévision »."""
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
SMALL = pattern(r"(?!ex )[^\W\d_A-ZÀ-Ý]|[-–−½]")
"""How what is said besides begins, rather than a name, a place or a number."""
SOLD_YET = pattern(r"(?:devis|factures?|offres?|propositions?|prestations?|missions?|ventes?) ")
"""How the name of a line begins that stands in the place of a client: « Devis en cours »."""
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
    waits = said in ("not sold", "maybe not sold") and SOLD_YET.match(words)
    if client and waits and " " in text.strip() and not is_name(text):
        return "maybe not sold"
    if (client and _is_nobody(text, words)) or words in TRIED or _is_undone(text):
        return "maybe not sold"
    if client and not is_name(text) and says_no_sale(text):
        return "maybe no sale"
    return "maybe not sold" if client and says_more(text) else ""


def says_more(name: str) -> bool:
    """Tell whether a name says more than whose or what it is: « Ponant (en perte) »."""
    told = (it for it in set_apart(name) if SMALL.match(it))
    return not all(map(is_harmless, told))


def _is_nobody(text: str, words: str) -> bool:
    """Tell whether a client is none, by his whole name, or by a word in what is no proper name."""
    if words in NOBODY or text.endswith("?") or not any(map(str.isalnum, text)):
        return True
    if UNDOES.search(words) and not (is_name(text) or is_absence(text) or is_company(text)):
        return True
    none = words.startswith(("non ", "hors ", "avant vente ")) or not NO_CLIENT.isdisjoint(
        words.split()
    )
    named = is_name(text) and not words.startswith(("prospect", "previsionnel", "avant vente"))
    return none and not named and not is_company(text)


def of_mission(text: str) -> Bearing:
    """Return what the name of a mission says of its line."""
    said = of_work(text)
    if said == "credit" and re.match(
        r"credit\b(?! note)|avoirs? (?:clients?|fiscaux)", folded(text)
    ):
        return "maybe credit"
    return "maybe not sold" if not said and folded(text) in NO_MISSION else said


def of_work(text: str) -> Bearing:
    """Return what the name of some work says of its line; what is about a thing may be work.

    « Annulation de commandes » and « Budget SI » may be sold, « Annulation » and « Budget 2020 »
    are not.
    """
    said = bearing(text)
    if said not in ("target", "not sold"):
        return said or ("maybe not sold" if _is_undone(text) else "")
    about = ABOUT.fullmatch(without_period(text))
    if about is None or (said == "not sold" and about["what"] is None):
        return said
    rest = set((about["what"] or about["next"]).split())
    return said if rest <= FIGURES else MAYBE[said]


def _is_undone(text: str) -> bool:
    """Tell whether a word is set beside a name that undoes its line: « Ponant – offert »."""
    for said in set_apart(text):
        words = folded(said)
        if words in NO_MISSION or undoes(said) or is_absence(said):
            return True
        undone = UNDOES.search(words) or bearing(said) in ("not sold", "maybe not sold", "credit")
        if undone and (said[0].islower() or text[text.index(said) - 1] in "(["):
            return True
    return False


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


def lengthened(names: Collection[str]) -> dict[str, Bearing]:
    """Return what the last word of a name says that another bears without it: « Audit option ».

    « Atelier budget » and « Formation TVA » say what they are about.
    """
    found: dict[str, Bearing] = {}
    for name in names:
        shorter, _, last = name.strip().rpartition(" ")
        said = (bearing(last) or unsure(last)) if shorter in names else ""
        if said not in ("", "again", "maybe target", "target"):
            found[name] = MAYBE.get(said, said)
    return found
