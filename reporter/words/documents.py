"""The words of documents: which types are sales, which are no invoice, which names are payments.

Knows words alone, folded. Never the amounts beside them.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from string import digits
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.grouping import gathered
from reporter.patterns import pattern
from reporter.words.bearing import is_absence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from re import Pattern

    from reporter.words.bearing import Bearing

NO_INVOICE = pattern(
    r"(?:brouillons?|drafts?|devis|quotes?|quotations?|estimates?|pro ?forma|factures? pro ?forma|"
    r"annule\w*|annulation|cancell?ed|void(?:ed)?|supprimee?|deleted|bons? de commande)\b"
)
"""How the status or the type of a document begins that is no invoice."""
NO_SALE = pattern(
    r"(?:bons? de (?:livraison|reception|retour|preparation)|bl|bdl|bc|bdc|relances?|rappels?|"
    r"lettres? de relance|mises? en demeure|accuses? de reception|delivery (?:note|order)s?|"
    r"purchase orders?|sales orders?|reminders?|packing slips?|ordres? de (?:service|mission)|"
    r"attestations?|ndf)\b"
)
"""How the type of a document begins that asks for no payment of its own."""
OF_OTHERS = pattern(
    r"(?:achats?|purchases?|bills?|expenses?|frais|notes? de frais|depenses?|charges?|debours|"
    r"(?:factures? )?(?:d )?achats?|factures? (?:d un )?(?:fournisseurs?|recues?|d achats?|frais)|"
    r"fournisseurs?|supplier \w+|vendor \w+|avoirs? (?:fournisseurs?|recus?)|"
    r"reglements?|paiements?|payments?|encaissements?|virements?|remboursements?|recus?|receipts?|"
    r"tickets?|salaires?|contrats?|commandes?|orders?|cheques?|prelevements?|releves?|statements?|"
    r"ecritures?|od|cautions?|depots? de garantie|transferts?|transfers?|internes?)\b"
)
"""How the type of a document begins that may be of another's, or no document of sale."""
SALES = pattern(
    r"(?:factures?|fact?|fac?|invoices?|inv|f|ventes?|sales?|clients?|services?|prestations?|biens?|"
    r"(?:tax|sales|recurring|final|standard) invoices?|abonnements?|situations?|soldes?|"
    r"honoraires?|regie|forfaits?|conseils?|formations?|audits?|maintenance|infogerance|missions?|"
    r"developpements?|assistance|support|hebergements?|licences?|marchandises?|produits?|jours?|"
    r"standard|normale?|simple|recurrente?s?|consulting|training|ateliers?|expertise|coaching|"
    r"accompagnement|etudes?|design|refacturations?|redaction|traductions?|integration|conception|"
    r"prod(?:uction)?|cadrages?|recettes?|migrations?|refontes?|analyses?|tests?|pilotage|suivi|"
    r"projets?|sur site|a distance|distanciel|presentiel|astreintes?|visio|teletravail|remote|"
    r"on site|reunions?)"
    r"(?: (?:de|du|d|des|en|au|aux|a|la|le|l|et|pour|n))*"
    r"(?: (?:ventes?|clients?|soldes?|situations?|finale?s?|intermediaires?|simples?|standards?|"
    r"classiques?|normale?s?|recurrente?s?|abonnements?|regularisations?|complementaires?|"
    r"prestations?|services?|honoraires?|regie|forfaits?|electroniques?|libres?|partielle?s?|"
    r"periodiques?|mensuelle?s?|trimestrielle?s?|annuelle?s?|temps|passe|avancements?|travaux|"
    r"\w*\d\w*|de|du|d|des|et))*"
)
"""The whole type of a document that is a sale."""
DRAFTS = pattern(
    r"(?:.* )?(?:brouillon|draft|devis|dev|proforma|pro forma|quote|prov|prev|annule\w*)(?= |\d|$)"
)
CREDITS = pattern(
    r"(?:.* )?(?:avoirs?|notes? de credit|credit note|refund)(?![a-z])|"
    r"(?:.* )?(?:av|cn|nc|rfac|rinv)(?= ?\d)"
    r"|.*\d (?:av|cn)$"
)
CREDIT_CODES = pattern(r"(?:avr|fav|avo|fa av|rav|cr|crn|nda|nca)(?= ?\d)")
"""How a number begins that is perhaps that of a credit note."""
CODES = pattern(
    r"(?:pf|prf|fp|fpf|ann|pro|bl|bdl|bc|bdc|bon|cmd|cde|po|so|ndf|rel|est|qt|quo|tests?)(?= ?\d)"
)
"""How a number begins that is often of no invoice; the initials of a client may be the same."""


def numbered(number: str) -> Bearing:
    """Return what the number of an invoice says: AV-3, BROUILLON-3; BL-3 is perhaps of none."""
    return _of_letters(_letters(number))


def _letters(number: str) -> str:
    """Return a number without its rank: its last figures say nothing but that there are some."""
    letters = number.rstrip(digits)
    return letters if letters == number else f"{letters}0"


PAID = pattern(
    r"(?:double )?(?:paiements?|reglements?|encaissements?)"
    r"(?: (?:recu\w*|clients?|facture|de|du|la|n|f|en double|\d+)\b.*)?|"
    r"(?:virements?|cheques?|versements?)(?: (?:(?:recus?|n|client|de|du)\b.*|\w+))?|"
    r"(?:depots? (?:d )?)?especes"
)
"""What names a payment, where others are named by what was sold."""
PUT_RIGHT = pattern(
    r"(?:regularisations?|regule?|ajustements?|corrections?|rectif(?:ication)?s?|erreurs?(?= fact))"
    r"(?: (?:a la baisse|en moins|negative|trop \w+|(?:d |de |sur |la |erreur )*facture.*))?"
)
"""What names an amount put right and no more: it may be taken off."""


ESTIMATED = pattern(r"(?:pre )?estim(?:ations?)? (?!d(?:e|es|u)?\b).+")
"""What names the price to come of some work: « Estimation guide », not « Estimation des coûts »."""
RARE: tuple[tuple[Pattern[str], Bearing], ...] = (
    (PAID, "again"),
    (PUT_RIGHT, "maybe credit"),
    (ESTIMATED, "maybe not sold"),
)


def payments_among(texts: Collection[str]) -> dict[str, Bearing]:
    """Return the few names of payments, of amounts put right, or of those that are yet to be."""
    found: dict[str, Bearing] = {
        text: said
        for text, words in ((text, folded(text)) for text in texts)
        for told, said in RARE
        if told.fullmatch(words)
    }
    return found if 2 * len(found) <= len(texts) else {}


def odd_types(types: Sequence[str]) -> dict[str, Bearing]:
    """Return the rare types beside a few that come back, where their words tell no sale."""
    counts = Counter(filter(None, types))
    rare = max(1, counts.total() // 10)
    few = len(counts) <= FEW_TYPES and max(counts.values(), default=0) >= FEW_TYPES * rare
    return {
        text: "maybe not sold"
        for text, count in counts.items()
        if few and count <= rare and not is_sale(text) and not is_absence(text)
    }


FEW_TYPES = 3


def by_letters(numbers: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Return the numbers of each series: those that are alike but for their rank, here 0."""
    return gathered((_letters(number), number) for number in numbers)


@lru_cache(maxsize=4096)
def _of_letters(number: str) -> Bearing:
    """Return what a number says, whose rank is left out."""
    words = folded(number)
    if CREDITS.match(words):
        return "credit"
    if DRAFTS.match(words):
        return "not sold"
    if CREDIT_CODES.match(words):
        return "maybe credit"
    return "maybe not sold" if CODES.match(words) else ""


WORDS = pattern(r"[a-z]+")
MOST_ALIKE = 4
"""Numbers of one series, at least, for each that is of none: « F-4 bis », « RF-1 »."""


def odd_numbers(series: Mapping[str, Sequence[str]]) -> dict[str, Bearing]:
    """Return the few numbers whose letters are of no series, where nearly all are of one.

    Letters that several have are another series, unless they are put behind: « F-4 bis ». So may be
    as many letters as those of the others: they say whose the invoice is.
    """
    letters = gathered((tuple(WORDS.findall(folded(it))), it) for it in series)
    its = {own: [n for it in alike for n in series[it]] for own, alike in letters.items()}
    usual = max(its.values(), key=len, default=[])
    first = next((own for own, numbers in its.items() if numbers is usual), ())
    odd = [
        n
        for own, numbers in its.items()
        if list(map(len, own)) != list(map(len, first)) and (len(set(numbers)) == 1 or own[1:])
        for n in numbers
    ]
    return dict.fromkeys(odd, "maybe not sold") if len(usual) >= MOST_ALIKE * len(odd) else {}


OF_INVOICES = pattern(r"(?:f|fa|fac|fact|facture|inv|invoice)(?= ?\d)")
LETTERS = pattern(r"([a-z]{1,6})(?= ?\d)")
BY_LETTERS: dict[str, Bearing] = {
    **dict.fromkeys(("d", "dv", "de", "dvs", "q", "p", "b", "c", "e", "o"), "maybe not sold"),
    **dict.fromkeys(("a",), "maybe credit"),
    **dict.fromkeys(("ac", "aco", "acpt", "acompte"), "deposit"),
}
"""What the letters of a number say beside numbers that begin as those of invoices do."""


def beside_invoices(numbers: Iterable[str]) -> dict[str, Bearing]:
    """Return what the letters of numbers say of them where others are « F-12 »: D-3, A-1, AC-2."""
    words = {number: folded(number) for number in numbers}
    if not any(map(OF_INVOICES.match, words.values())):
        return {}
    met = ((number, LETTERS.match(text)) for number, text in words.items())
    return {number: BY_LETTERS[it[1]] for number, it in met if it and it[1] in BY_LETTERS}


SHORT_TYPE = 4
"""Letters of a type that may begin numbers: more are a word."""


def lettered(types: Iterable[str]) -> dict[str, Bearing]:
    """Return the types of documents that letters tell, as they begin numbers: A beside F."""
    said = beside_invoices(f"{text} 1" for text in types if len(text) <= SHORT_TYPE)
    said |= {f"{it} 1": "maybe credit" for it in types if numbered(f"{it}-1").endswith("credit")}
    return {number[:-2]: it for number, it in said.items() if it != "maybe not sold"}


def is_no_invoice(text: str) -> bool:
    """Tell whether a status or a type is that of a draft, a quote, or what was cancelled."""
    return NO_INVOICE.match(folded(text)) is not None


def is_no_sale(document: str) -> bool:
    """Tell whether a type is that of a document that is never a sale: a quote, a delivery note."""
    return is_no_invoice(document) or NO_SALE.match(folded(document)) is not None


def is_sale(document: str) -> bool:
    """Tell whether a type is wholly known, and that of a sale."""
    return SALES.fullmatch(folded(document)) is not None


def is_of_others(document: str) -> bool:
    """Tell whether a type may be that of a purchase, a payment or an order."""
    return OF_OTHERS.match(folded(document)) is not None
