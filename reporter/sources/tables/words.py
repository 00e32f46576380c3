"""The words of a line that bear on whether it counts: sold or not, credit, absence, sum.

Knows words alone, folded. Never the amounts beside them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Literal

from reporter.characters import folded
from reporter.sources.tables.periods import without_period

Bearing = Literal[
    "", "not sold", "maybe not sold", "maybe no sale", "credit", "maybe credit", "target",
    "maybe target", "deposit"
]  # fmt: skip
"""What a text says of its line: nothing, never sold, an amount taken back, a goal, a deposit."""

SOLD = {
    "paye", "payee", "payes", "payees", "regle", "reglee", "reglees", "regles", "encaisse",
    "encaissee", "facture", "facturee", "factures", "facturees", "emis", "emise", "envoye",
    "envoyee", "transmise", "transmis", "impaye", "impayee", "echue", "echu", "en retard",
    "retard", "relance", "relancee", "a payer", "a encaisser", "a relancer", "a regler",
    "valide", "validee", "en attente de paiement", "en attente de reglement",
    "en attente d encaissement",
    "attente paiement", "attente reglement", "non paye", "non payee", "non regle", "non reglee",
    "non encaisse", "non encaissee", "partiellement paye", "partiellement payee",
    "partiellement reglee", "paiement partiel", "solde", "soldee", "acquitte", "acquittee",
    "lettre", "lettree", "comptabilise", "comptabilisee", "avoir",
    "realise", "realisee", "effectue", "effectuee", "fait", "faite", "livre", "livree", "termine",
    "terminee", "cloture", "cloturee", "clos", "close", "paid", "sent", "unpaid", "overdue",
    "invoiced", "billed", "partially paid", "late", "due", "done", "completed", "closed", "depose",
    "deposee", "recu", "recue", "recupere", "rapproche", "rapprochee", "rembourse", "remboursee",
    "finalisee", "finalise", "finalized", "paiement en cours", "en cours de paiement",
    "partiellement encaissee", "payee partiellement", "reglee partiellement", "non echue",
    "viewed", "outstanding", "partial", "authorised", "authorized", "awaiting payment",
    "paid in full", "virement recu", "ok", "oui", "yes", "x", "vrai", "true",
}  # fmt: skip
"""Statuses of lines that were sold or spent, whether paid or not."""
SPENT = {
    "valide", "validee", "a rembourser", "remboursable", "justifie", "justifiee", "saisi", "saisie",
    "en attente de remboursement", "en attente", "archive", "archivee", "declare", "declaree",
}  # fmt: skip
"""Statuses of expenses that were made, besides."""

NEVER = (
    r"annule\w*|annulation|brouillons?|refuse\w?|rejete\w?|abandonne\w?|draft|cancell?ed|cancel|"
    r"void(?:ed)?|rejected|declined|refused|(?:factures? )?pro ?forma|prevue?s?|"
    r"previsionnel\w*|perdue?s?|"
    r"offerte?s?|gratuite?s?|gracieux|planned|expired|supprimee?|deleted|caduque?|caduc|"
    r"non factur\w+|pas (?:encore )?factur\w+|ne pas factur\w+|a facturer|(?:non|not) billable|"
    r"unbilled|not invoiced|pro bono|benevol(?:at|e)|a titre gracieux|sans suite|en option|"
    r"geste commercial|proposition commerciale|reste a facturer"
)
"""What begins the words of a line that nobody was billed for, folded."""
PERHAPS = (
    r"annule\w*|brouillon|offerte?s?|gratuite?s?|gracieux|(?:non|pas) (?:encore )?factur\w+|"
    r"a facturer|pro ?forma|pro bono|geste commercial|en attente|a supprimer|doublon|"
    r"pas (?:encore )?signe\w?|ne (?:pas )?compter?|ne compte pas|cancell?ed|draft|sans suite|"
    r"en option|non billable|not billable|abandon\w*|jamais paye\w?|rembourse\w?|paye\w? perso\w*"
)
"""What may undo a line wherever it stands in its words."""
NOUNS = (
    r"previsions?|forecast|simulations?|propositions?|estimations?|options?|lost|devis|quotes?|"
    r"(?:bon de )?commande|(?:purchase )?order|contrat"
)
"""Words that undo a line when they are its whole name: « Prévision des ventes » is a service."""
DEPOSITS = (
    r"acomptes?|arrhes|deposit|down ?payment|avances? (?:sur|client)|provisions? (?:sur|pour)|"
    r"a la (?:commande|signature)"
)
"""What names an amount that a later invoice takes off."""
TAKEN_OFF = r"deduit\w*|deduction|hors|apres|moins|reste|final\w*|soldes?|sans"
"""What says, beside a deposit, that it is the invoice that takes it off."""
QUOTES = r"devis|propositions?|quotes?|quotations?|estimates?"
CITED = r"\b(?:selon|suivant|suiv|cf|voir|sur|du|par|d apres|conforme|accepte\w?|signe\w?)\b"
"""What says that a quote is only cited: « selon devis 12 », « devis signé »."""
STARTS: tuple[tuple[Bearing, re.Pattern[str]], ...] = (
    (
        "credit",
        re.compile(
            r"(?:(?:facture )?d? ?avoirs?|notes? de credit|credit (?:notes?|memo)|refund)\b"
            r"|(?:av|cn|nc)(?= ?\d)|(?:av|credit)$"
        ),
    ),
    (
        "target",
        re.compile(r"(?:objectifs?|budgets?|cible|target|(?:report )?a nouveau)\b|potentiel$"),
    ),
    ("deposit", re.compile(rf"(?:facture (?:d )?|\d+ )?(?:{DEPOSITS})\b")),
    ("", re.compile(rf"(?:{QUOTES})\b(?=.*{CITED})")),
    ("not sold", re.compile(rf"(?:{QUOTES}|{NEVER})\b")),
    (
        "maybe credit",
        re.compile(
            r"(?:remboursements?|remises?(?! (?:en|a|aux?) )|rabais|ristournes?|escomptes?|"
            r"discounts?|trop percu|penalites?|retenues?|deductions?)\b"
        ),
    ),
)
"""How the words of a line begin that bear on whether it counts; the first that holds is right."""
INSIDE = re.compile(rf"\b(?:{PERHAPS})\b")
DEPOSIT = re.compile(
    rf"(?!.*\b(?:{TAKEN_OFF})\b).*\b(?!acomptes|a la commande|a la signature)(?:{DEPOSITS})\b"
)
WHOLE = re.compile(rf"(?:{NOUNS})(?: [ts]\d)?")
NOTHING = re.compile(NEVER)
TAKES = re.compile(
    r"avoir|credit|rembours|remise|rabais|ristourne|escompte|annul|regul|trop percu|correction|"
    r"extourne|refund|dedu|retenue|acompte|retour|report|penalite|geste|rectif|\bav\b|\bcn\b"
)
"""Words, folded, of a line that takes an amount back."""
ABSENCES = {
    "absence", "absences", "conge", "conges", "conges payes", "cp", "rtt", "maladie",
    "arret maladie", "ferie", "feries", "jour ferie", "jours feries", "vacances", "conge paye",
    "holiday", "holidays", "day off", "days off", "leave", "sick leave", "pto", "sans solde",
    "intercontrat", "inter contrat", "non facture", "non facturable", "week end", "recuperation",
    "conge maternite", "conge paternite", "conge parental", "conges sans solde", "repos",
}  # fmt: skip
LEAVE = re.compile(r"conges?\b|rtt\b|absences?\b|arret maladie\b|jours? feries?\b")
"""How the name of a row begins that is leave, whatever follows."""
SUMS = re.compile(
    r"(?:grand |sous |sub ?)?tota(?:l|ux)\b|sous tota|cumul\b|moyenne\b|a? ?report\b|reports?\b|"
    r"solde\b|ensemble\b|somme\b|sum\b|recap|tva\b|net a payer"
)
"""How the name of a row begins that is the sum of others."""
MEASURES = re.compile(
    r"(?:ca|chiffres? d? ?affaires?|charges?|achats?|depenses?|frais|sous traitance|marges?|"
    r"resultats?|tresorerie|ecarts?|evolutions?|variations?|budgets?|objectifs?|previ\w*|prevu\w*|"
    r"realis\w+|pipe|pipeline|prospects?|encaiss\w+|restes?|factures?|facture[es]*|devis|dont|ht|"
    r"ttc|jours?|nombre|nb (?:de |d )?(?:jours?|heures?|clients?|missions?|factures?)|taux|tjm|n 1|"
    r"cumul\w*|salaires?|cotisations?|impots?|is|effectifs?|volumes?|quantites?|"
    r"(?:heures?|days?|hours?|montants?|honoraires?|recettes?|ventes?|revenus?|facturation)"
    r"(?: (?:ht|ttc|factur\w+|vendu\w*|travail\w+|realis\w+|worked|billed|sold))?(?=$)|"
    r"(?:.+ )?(?:moyen(?:ne)?s?|average|mean)(?=$))(?: |$)"
)
"""How the name of a row begins that holds a measure or an aim, folded: « Objectif 2020 »."""
MEANS = (["moyenne"], ["moyen"], ["mean"], ["average"])
AIMS = (
    r"(?:realise\w?s?|reels?|reelles?|prev\w*|budgete?s?|objectifs?|cibles?|encaisse\w?s?|"
    r"facturee?s?|signee?s?|estim\w*|ecarts?|marges?|resultats?|ht|ttc|tva|n 1|ca|pipe|reste\w*|"
    r"devis|avoirs?|prospects?|annul\w*|non sign\w*|perdue?s?|brouillons?|offert\w*|"
    r"attendu\w*|ponder\w*|actuals?|forecast|planned|target|total)"
)
AIM = re.compile(rf"{AIMS}|.* {AIMS}")
"""What names a measure of a client's rather than a client or a mission: « Ponant – prévu »."""
SUM_WORDS = (
    "total", "sous total", "totaux", "cumul", "tva", "ensemble", "somme", "grand total",
    "subtotal", "recapitulatif", "recap", "sum", "moyenne", "report", "solde",
)  # fmt: skip
ENDS = ("", " general", " ht", " ttc", " annuel", " annee", " mois", " jours", " trimestre")
BARE = {f"{word}{end}" for word in SUM_WORDS for end in ENDS}
"""The whole name of a row that is nothing but a sum."""


HINTS = re.compile(
    r"annul|brouillon|refus|rejet|abandon|draft|cancel|void|declin|lost|forma|pr[ée]v|forecast|"
    r"perdu|offert|gratuit|gracieu|simul|plann|expir|supprim|delet|cadu|factur|bill|bono|devis|"
    r"propos|quot|estim|objectif|budget|cible|target|avoir|cr[ée]dit|refund|geste|suite|nouveau|"
    r"option|invoic|acompte|arrhes|deposit|rembours|remise|rabais|ristourne|escompte|discount|"
    r"trop|p[ée]nalit|retenue|d[ée]duction|doublon|sign|compt|attente|commande|order|contrat|"
    r"potentiel|perso|avance|b[ée]n[ée]vol|provision|down|^\s*(?:av|cn|nc)(?:\W?\d|\s*$)",
    re.IGNORECASE,
)
SUM_HINTS = re.compile(
    r"\s*(?:grand|sous|sub|tota|cumul|moy|[aà]\s|report|solde|ensemble|somme|sum|r[ée]cap|tva|net)",
    re.IGNORECASE,
)
"""What a text has that may bear on its line: the others are not folded, which is slow."""


@lru_cache(maxsize=8192)
def bearing(text: str) -> Bearing:
    """Return what a text says of its line; a word in the middle of it proves nothing."""
    if not HINTS.search(text):
        return ""
    words = folded(text)
    if WHOLE.fullmatch(without_period(text)):
        return "not sold"
    found = next((said for said, start in STARTS if start.match(words)), None)
    if found is not None:
        return found
    if INSIDE.search(words):
        return "maybe not sold"
    return "deposit" if DEPOSIT.match(words) else ""


def is_sold(status: str) -> bool:
    """Tell whether a status is wholly that of a sale, paid or waiting to be; not paid back."""
    words = folded(status)
    return words in SOLD and not words.startswith("rembours")


def takes_back(*texts: str) -> bool:
    """Tell whether the words of a line say that it takes an amount back."""
    return TAKES.search(folded(" ".join(texts))) is not None


def undoes(name: str) -> bool:
    """Tell whether a whole name says that nobody was billed: « Prévisionnel », « Estimation »."""
    rest = without_period(name)
    return WHOLE.fullmatch(rest) is not None or NOTHING.fullmatch(rest) is not None


def is_absence(name: str) -> bool:
    """Tell whether a name says leave, illness or a holiday."""
    words = folded(name)
    return words in ABSENCES or LEAVE.match(words) is not None


def is_bare(name: str) -> bool:
    """Tell whether a name is that of a sum and nothing more: « Total mars 2020 »."""
    return without_period(name) in BARE


def is_sum(name: Any) -> bool:
    """Tell whether a cell is the name of a sum and nobody's: « Total » alone may be a company."""
    return isinstance(name, str) and without_period(name) in BARE - {"total"}


def says_measure(name: str) -> bool:
    """Tell whether the name of a row is that of a measure or an aim, rather than of somebody."""
    return "%" in name or MEASURES.match(folded(name)) is not None or bearing(name) != ""


def is_mean(name: str) -> bool:
    """Tell whether a name is that of a mean, which is a sum of nothing."""
    return without_period(name).split()[:1] in MEANS


def says_aim(name: str) -> bool:
    """Tell whether the name of a row is, or ends by, that of a measure: « Ponant (prévu) », TTC."""
    return any(AIM.fullmatch(words) is not None for words in (without_period(name), folded(name)))


def says_sum(text: str) -> bool:
    """Tell whether a name begins as that of a sum does: « Total Énergies » too."""
    return SUM_HINTS.match(text) is not None and SUMS.match(folded(text)) is not None
