"""The words of a line that bear on whether it counts: sold or not, credit, absence, sum.

Knows words alone, folded. Never the amounts beside them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from reporter.characters import folded
from reporter.sources.tables.periods import without_period

Bearing = Literal["", "not sold", "maybe not sold", "credit", "target"]
"""What a text says of its line: nothing, that it was never sold, that it takes an amount back."""

SOLD = {
    "paye", "payee", "payes", "payees", "regle", "reglee", "reglees", "regles", "encaisse",
    "encaissee", "facture", "facturee", "factures", "facturees", "emis", "emise", "envoye",
    "envoyee", "transmise", "transmis", "impaye", "impayee", "echue", "echu", "en retard",
    "retard", "relance", "relancee", "a payer", "a encaisser", "a relancer", "a regler",
    "en attente de paiement", "en attente de reglement", "en attente d encaissement",
    "attente paiement", "attente reglement", "non paye", "non payee", "non regle", "non reglee",
    "non encaisse", "non encaissee", "partiellement paye", "partiellement payee",
    "partiellement reglee", "paiement partiel", "solde", "soldee", "acquitte", "acquittee",
    "lettre", "lettree", "comptabilise", "comptabilisee", "litige", "en litige", "avoir",
    "realise", "realisee", "effectue", "effectuee", "fait", "faite", "livre", "livree", "termine",
    "terminee", "cloture", "cloturee", "clos", "close", "paid", "sent", "unpaid", "overdue",
    "invoiced", "billed", "partially paid", "late", "due", "done", "completed", "closed", "depose",
    "deposee", "recu", "recue", "recupere", "rapproche", "rapprochee", "rembourse", "remboursee",
    "ok", "oui", "yes", "x", "vrai", "true",
}  # fmt: skip
"""Statuses of lines that were sold or spent, whether paid or not."""
SPENT = {
    "valide", "validee", "a rembourser", "remboursable", "justifie", "justifiee", "saisi", "saisie",
    "en attente de remboursement", "en attente", "archive", "archivee", "declare", "declaree",
}  # fmt: skip
"""Statuses of expenses that were made, besides."""

NOT_SOLD = {
    "annule", "annulee", "annules", "annulees", "annulation", "brouillon", "brouillons", "refuse",
    "refusee", "rejete", "rejetee", "abandonne", "abandonnee", "draft", "cancelled", "canceled",
    "cancel", "void", "voided", "rejected", "declined", "refused", "lost", "proforma",
    "prevu", "prevue", "previsionnel", "previsionnelle", "prevision", "previsions",
    "forecast", "perdu", "perdue", "offert", "offerte", "gratuit", "gratuite", "gracieux",
    "simulation", "planned", "expired", "supprime", "supprimee", "deleted", "caduc", "caduque",
}  # fmt: skip
"""Words of lines that nobody paid for nor will."""
NOUNS = {"prevision", "previsions", "forecast", "simulation", "proposition", "estimation", "lost"}
"""Those of them that begin the name of a service as well: « Prévision des ventes »."""
PHRASES = (
    "non facture", "non facturee", "non facturable", "non facturables", "pas facture",
    "pas facturee", "ne pas facturer", "a facturer", "non billable", "not billable", "unbilled",
    "pro forma", "pro bono", "a titre gracieux", "en cours de devis", "geste commercial",
    "not invoiced", "sans suite", "en option",
)  # fmt: skip
QUOTES = {"devis", "proposition", "quote", "quotation", "estimate", "estimation"}
ON_QUOTE = re.compile(
    r"\b(?:selon|suivant|suiv|cf|voir|sur|du|par|d apres|conforme(?:ment)? au?|accepte|signe)\b"
)
"""What says that a quote is only cited: « selon devis 12 »."""
TARGETS = {"objectif", "objectifs", "budget", "budgets", "cible", "target"}
CREDITS = re.compile(
    r"(?:avoirs?|notes? de credit|credit notes?|credit memo|refund)\b|(?:av|cn|nc)(?= ?\d)"
)
NUMBERS = re.compile(r"(?:brouillon|draft|devis|dev|proforma|pro forma|quote|prov)(?=[ \d]|$)")
ABSENCES = {
    "absence", "absences", "conge", "conges", "conges payes", "cp", "rtt", "maladie",
    "arret maladie", "ferie", "feries", "jour ferie", "jours feries", "vacances", "conge paye",
    "intercontrat", "inter contrat", "non facture", "non facturable", "week end", "recuperation",
    "conge maternite", "conge paternite", "conge parental", "conges sans solde",
}  # fmt: skip
SUMS = re.compile(
    r"(?:grand |sous |sub ?)?tota(?:l|ux)\b|sous tota|cumul|moyenne\b|a? ?report\b|reports?\b|"
    r"solde\b|ensemble\b|somme\b|sum\b|recap"
)
"""How the name of a row begins that is the sum of others."""
BARE = {
    f"{word}{end}"
    for word in (
        *("total", "sous total", "totaux", "cumul", "ensemble", "somme", "grand total", "subtotal"),
        *("recapitulatif", "recap", "sum", "moyenne", "report", "solde"),
    )
    for end in ("", " general", " ht", " ttc", " annuel", " annee", " mois", " jours", " trimestre")
}
"""The whole name of a row that is nothing but a sum."""


HINTS = re.compile(
    r"annul|brouillon|refus|rejet|abandon|draft|cancel|void|declin|lost|forma|pr[ée]v|forecast|"
    r"perdu|offert|gratuit|gracieu|simul|plann|expir|supprim|delet|cadu|factur|bill|bono|devis|"
    r"propos|quot|estim|objectif|budget|cible|target|avoir|credit|cr[ée]dit|refund|geste|suite|"
    r"option|invoic|^\s*(?:av|cn|nc)\W?\d",
    re.IGNORECASE,
)
NUMBER_HINTS = re.compile(
    r"\s*(?:av|cn|nc|note|cr|refund|brouillon|draft|dev|pro|quote)", re.IGNORECASE
)
SUM_HINTS = re.compile(
    r"\s*(?:grand|sous|sub|tota|cumul|moy|[aà]\s|report|solde|ensemble|somme|sum|r[ée]cap)",
    re.IGNORECASE,
)
"""What a text has that may bear on its line: the others are not folded, which is slow."""


@lru_cache(maxsize=8192)
def bearing(text: str, *, comment: bool = False) -> Bearing:
    """Return what a text says of its line.

    Args:
        text: as it stands.
        comment: whether it is free prose, where a word in the middle proves nothing.
    """
    if not HINTS.search(text):
        return ""
    words = folded(text)
    first, _, _ = words.partition(" ")
    if first in NOUNS and without_period(text) != first:
        return ""
    if CREDITS.match(words):
        return "credit"
    if first in TARGETS:
        return "target"
    if first in NOT_SOLD or words.startswith(PHRASES):
        return "not sold"
    if first in QUOTES:
        return "maybe not sold" if ON_QUOTE.search(words) or comment else "not sold"
    inside = NOT_SOLD.intersection(words.split()) or any(phrase in words for phrase in PHRASES)
    return "maybe not sold" if inside else ""


def numbered(number: str) -> Bearing:
    """Return what the number of an invoice says of its line: AV-3, BROUILLON-3, DEV-2020-01."""
    if not NUMBER_HINTS.match(number):
        return ""
    words = folded(number)
    if CREDITS.match(words):
        return "credit"
    return "not sold" if NUMBERS.match(words) else ""


def is_bare(name: str) -> bool:
    """Tell whether a name is that of a sum and nothing more: « Total mars 2020 »."""
    return without_period(name) in BARE


def says_sum(text: str) -> bool:
    """Tell whether a name begins as that of a sum does: « Total Énergies » too."""
    return SUM_HINTS.match(text) is not None and SUMS.match(folded(text)) is not None
