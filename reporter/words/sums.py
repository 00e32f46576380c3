"""How the rows of sums are called: totals, means, measures and aims, rather than somebody.

Knows words alone, folded. Never the amounts beside them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.words.bearing import bearing
from reporter.words.month_titles import OTHERS, says_other
from reporter.words.names import FIGURES, is_company, is_name
from reporter.words.periods import without_period

if TYPE_CHECKING:
    from collections.abc import Iterable

SUM = (
    r"(?:(?:grand |sous |ss? |sub ?)?tota(?:l|ux)|s t|cumul|moy(?:enne)?|report|solde|ensemble|"
    r"somme|sum|recap(?:itulatif)?|tva(?! (?:due|nette|a (?:payer|reverser|decaisser))\b))"
)
SUMS = pattern(rf"(?:{SUM}|(?:a )?reports?)\b|recap|net a payer")
ENDS = pattern(r"(?:.* )?(?!(?:du|de|d|la|le|l|au|en|of|ttc) )\w+ (?:total|somme|sum)$")
"""How the name of a row begins, or ends, that is the sum of others."""
MEASURES = pattern(
    r"(?:ca|chiffres? d? ?affaires?|charges?|couts?|benefices?|achats?|depenses?|frais|"
    r"sous traitance|marges?|pertes?|resultats?|tresorerie|ecarts?|evolutions?|variations?|"
    r"(?:capacites?|point mort|heures sup|net|brut)(?=$)|"
    r"annees? (?:precedente|derniere|passee)|rappels?|"
    r"budgets?|objectifs?|previ\w*|prevu\w*|"
    r"realis\w+|pipe|pipeline|prospects?|encaiss\w+|restes?|factures?|facture[es]*|devis|dont|ht|"
    r"ttc|jours?|nombre|nb (?:de |d )?(?:jours?|heures?|clients?|missions?|factures?)|taux|tjm|n 1|"
    r"cumul\w*|tva|salaires?|cotisations?|urssaf|seuils?|plafonds?|impots?|is|effectifs?|volumes?|quantites?|"
    r"(?:heures?|days?|hours?|montants?|honoraires?|recettes?|ventes?|revenus?|facturation)"
    r"(?: (?:ht|ttc|factur\w+|vendu\w*|travail\w+|realis\w+|worked|billed|sold))?(?=$)|"
    r"(?:.+ )?(?:moyen(?:ne)?s?|average|mean)(?=$))(?: |$)"
)
"""How the name of a row begins that holds a measure or an aim, folded: « Objectif 2020 »."""
MEANS = (["moyenne"], ["moy"], ["moyen"], ["mean"], ["average"])
SHARE = pattern(r"(?:parts?|poids|repartition)(?: (?:(?:en|de|du|dans|le|ca|total|pct) ?)+)?")
"""The whole name of a row or column of shares of a sum, but for « % », folded."""
AIMS = (
    r"(?:realise\w?s?|reels?|reelles?|prev\w*|budgete?s?|objectifs?|cibles?|encaisse\w?s?|"
    r"facturee?s?|signee?s?|estim\w*|ecarts?|marges?|resultats?|ht|ttc|tva|n 1|ca|pipe|reste\w*|"
    r"devis|avoirs?|prospects?|annul\w*|non sign\w*|perdue?s?|brouillons?|offert\w*|"
    r"attendu\w*|ponder\w*|actuals?|forecast|planned|target|total)"
)
AIM = pattern(rf"{AIMS}|.* {AIMS}")
"""What names a measure of a client's rather than a client or a mission: « Ponant – prévu »."""
BARE = pattern(
    rf"{SUM}(?: (?:general|ht|tva|ttc|annuel|annee|mois|jours|heures|hours|trimestre|[tsq][1-4]))?"
)
"""The whole name of a row that is nothing but a sum."""
SURELY = pattern(r"(?:(?:grand|sous|ss?|sub) ?tota(?:l|ux)|cumul)\b(?! (?:emploi|des?|d)\b)")
"""How the name of a sum begins, whatever follows: « Sous-total Ponant »."""
TURNOVER = pattern(r"(?:ca|chiffres? d? ?affaires?)\b")
WHOLE = pattern(
    rf"(?:{TURNOVER.pattern}|montants?|ensemble des clients|"
    r"tou(?:s|tes)(?: les)? (?:clients?|missions|factures|projets|ventes))"
    r"(?: (?:ht|ttc|tota(?:l|ux)|cumule|mensuel|annuel|global|general|du mois|de l annee|\d{4}))*"
)
"""The whole name of a line that says a sum rather than somebody or something sold."""
PIVOTS = {"etiquettes lignes", "etiquettes ligne", "row labels"}
"""Titles above the names of the rows of a pivot table."""
SUM_HINTS = pattern(
    r"[\W_]*(?:grand|sous|ss?\W|sub|tota|cumul|moy|[aà]\s|report|solde|ensemble|somme|sum|r[ée]cap|tva|net)"
    r"|.*\W(?:total|somme|sum)\W*$",
    re.IGNORECASE,
)
"""What such a name holds, its accents kept: « Soldé » is paid. The others are not folded."""


def names_sum(text: str) -> bool:
    """Tell whether a whole name says a sum, or what others sell: « CA HT », « Tous clients »."""
    words = folded(text)
    surely = SURELY.match(words) or text.casefold().lstrip().startswith("s/t ")
    if surely or any(map(WHOLE.fullmatch, (words, without_period(text)))):
        return True
    if TURNOVER.match(words) is None:
        return False
    return says_other(text) or OTHERS.search(words) is not None


def is_bare(name: Any) -> bool:
    """Tell whether a cell is the name of a sum and nothing more: « Total mars 2020 »."""
    return isinstance(name, str) and BARE.fullmatch(without_period(name)) is not None


def is_sum(name: Any) -> bool:
    """Tell whether a cell is the name of a sum and nobody's: « Total » alone may be a company."""
    return is_bare(name) and without_period(name) != "total"


def says_measure(name: str) -> bool:
    """Tell whether the name of a row is that of a measure or an aim, rather than of somebody."""
    if is_company(name):
        return False
    return "%" in name or MEASURES.match(folded(name)) is not None or bearing(name) != ""


def is_mean(name: str) -> bool:
    """Tell whether a name is that of a mean or of shares, which are the sum of nothing."""
    return is_share(name) or without_period(name).split()[:1] in MEANS


def is_share(name: str) -> bool:
    """Tell whether a whole name is that of shares: « % », « Part du CA »."""
    return name.lstrip().startswith("%") or SHARE.fullmatch(without_period(name)) is not None


def says_aim(name: str) -> bool:
    """Tell whether the name of a row is, or ends by, that of a measure: « Ponant (prévu) », TTC."""
    return any(AIM.fullmatch(words) is not None for words in (without_period(name), folded(name)))


def says_sum(name: Any) -> bool:
    """Tell whether a cell begins as the name of a sum does, « Total Énergies » too, or ends so."""
    if not isinstance(name, str) or not SUM_HINTS.match(name):
        return False
    return SUMS.match(folded(name)) is not None or ends_as_sum(name)


def ends_as_sum(name: str) -> bool:
    """Tell whether a name ends as that of a sum does: « Ponant Total », but « Plein Total » too."""
    words = folded(name)
    return SUMS.match(words) is None and ENDS.match(words) is not None


def names_somebody(name: str, others: Iterable[Any]) -> bool:
    """Tell whether a row that begins as a sum or a measure is called as somebody is.

    « Total Énergies » and « CA Bretagne » may be clients; « Total Ponant » is a sum of Ponant's,
    whom one of the `others` names.
    """
    if not (says_sum(name) or says_measure(name)) or says_aim(name) or not is_name(name):
        return False
    own = set(folded(name).split()[1:])
    shared = {word for cell in others if isinstance(cell, str) for word in folded(cell).split()}
    return own.isdisjoint(FIGURES | shared)
