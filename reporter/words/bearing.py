"""The words of a line that bear on whether it counts: sold or not, credit, absence.

Knows words alone, folded. Never the amounts beside them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from reporter.characters import folded, forms
from reporter.patterns import pattern
from reporter.words.periods import without_period

if TYPE_CHECKING:
    from re import Pattern

Bearing = Literal[
    "", "not sold", "maybe not sold", "maybe no sale", "credit", "maybe credit", "target",
    "maybe target", "deposit", "outlay", "sum", "again", "unspent",
]  # fmt: skip
"""What a text says of its line: nothing, never sold, taken back, a goal, a deposit, an outlay."""

SOLD = forms(
    "paye, regle, encaisse, facture, emis, envoye, transmis, impaye, echu, relance, valide, solde, "
    "acquitte, lettre, comptabilise, realise, effectue, fait, livre, termine, cloture, depose, "
    "recu, rapproche, rembourse, preleve, finalise, vu, consulte, approuve, mandate, non paye, "
    "non regle, non encaisse, partiellement paye, partiellement regle, partiellement encaisse"
) | {
    "en retard", "retard", "a payer", "a encaisser", "a relancer", "a regler",
    "en attente de paiement", "en attente de reglement", "en attente d encaissement",
    "attente paiement", "attente reglement", "paiement partiel", "avoir", "clos", "close", "paid",
    "sent", "unpaid", "overdue", "invoiced", "billed", "partially paid", "late", "due", "done",
    "completed", "closed", "recupere", "finalized", "paiement en cours", "en cours de paiement",
    "payee partiellement", "reglee partiellement", "non echue", "viewed", "outstanding", "partial",
    "authorised", "authorized", "awaiting payment", "paid in full", "virement recu", "ok", "oui",
    "yes", "x", "vrai", "true", "approved", "issued", "posted", "past due", "due today",
    "a echeance", "mise en paiement", "mise a disposition du destinataire",
}  # fmt: skip
"""Statuses of lines that were sold or spent, whether paid or not."""
SPENT = forms("valide, justifie, saisi, archive, declare, exporte") | {
    "a rembourser", "remboursable", "en attente de remboursement", "en attente", "reimbursed",
    "settled",
}  # fmt: skip
"""Statuses of expenses that were made, besides."""

NEVER = (
    r"an+ul+(?:e\w*|ations?)|brouillons?|refuse\w?|rejete\w?|abandonne\w?|draft|cancell?ed|cancel|"
    r"void(?:ed)?|rejected|declined|(?:factures? )?pro ?forma|prevue?s?|"
    r"previsionnel\w*|perdue?s?|"
    r"offerte?s?|gratuite?s?|gratos|gracieux|planned|expired|supprimee?|deleted|caduque?|caduc|"
    r"non factur\w+|pas (?:encore )?factur\w+|ne pas factur\w+|a facturer|(?:non|not) billable|"
    r"unbilled|not invoiced|to be (?:invoiced|billed)|free of charge|complimentary|duplicate$|"
    r"pro bono|benevol(?:at|e)$|a titre gracieux|sans suite|en option|"
    r"geste commercial|proposition commerciale|offre commerciale(?: .*\d.*)?$|reste a facturer|"
    r"(?:mission |projet |prestation )?(?:non|pas) (?:demarr|commenc|lanc|realis|effectu)\w*"
)
"""What begins the words of a line that nobody was billed for, folded."""
PERHAPS = (
    r"an+ul+e\w*|brouillon|offerte?s?|gratuite?s?|gratos|gracieux|(?:non|pas|"
    r"jamais) (?:encore )?(?:re)?factur\w+|"
    r"a facturer|pro ?forma|pro bono|geste (?:commercial|pour le client)|a supprimer|"
    r"doublon|en double(?: avec|$)|en litige|litige en cours|sans facture$|avoir a (?:faire|"
    r"emettre|venir)|"
    r"en attente(?! d(?:e|u) (?:\w+ )?(?:paiement|reglement|virement|encaissement))(?! d enc)|"
    r"a (?:re)?confirmer|"
    r"(?:non|pas) (?:encore )?(?:signe|valide|confirme|commande)e?s?|not (?:signed|approved)|"
    r"ne (?:pas )?compter?|peut etre|cancell?ed|draft|sans suite|"
    r"en option|non billable|not billable|abandon\w*|jamais paye\w?|rembourse\w?|paye\w? perso\w*|"
    r"sous reserves?$|factur\w+ en trop|hors ca|fae|reportee?s?$|tb[cd]$|"
    r"unbilled|not (?:invoiced|billed)|no charge|on hold|duplicate of"
)
"""What may undo a line wherever it stands in its words."""
NOUNS = (
    r"previsions?|forecast|simulations?|propositions?|estimations?|options?|lost|devis|quotes?|"
    r"(?:bon de )?commande|(?:purchase )?order|contrat"
)
"""Words that undo a line when they are its whole name: « Prévision des ventes » is a service."""
DEPOSITS = (
    r"acomptes?|arrhes|deposit|down ?payment|provisions? (?:sur|pour)|"
    r"avances? (?:sur|clients?|recues?|encaissees?|a la (?:commande|signature))|"
    r"a la (?:commande|signature)"
)
"""What names an amount that a later invoice takes off."""
TAKEN_OFF = r"deduit\w*|deduction|hors|apres|moins|reste|final\w*|soldes?|sans"
"""What says, beside a deposit, that it is the invoice that takes it off."""
OUTLAYS = (
    r"(?:re)?facturations? (?:de |des )?debours|debours|frais (?:de |en |et )?debours|"
    r"frais avances?|avances? (?:de |des )?frais|"
    r"remboursements? (?:(?:de|des) )?(?:frais|debours|ndf|notes? de frais|depenses|deplacements?)|"
    r"(?:(?:achats?|frais|paiements?|billets?|depenses?) (?:\w+ )*)?pour (?:le )?compte d\w*|"
    r"(?:\w+ ){0,3}(?:pour (?:le )?compte|au nom) (?:du|de la|de l|d un) client\w*"
)
"""What names a payment for a client: no revenue where made in its name (CGI, art. 267, II, 2)."""
TAKEN = (
    r"(?:remb(?:oursements?)?|rbt)\b|"
    r"remises?(?! (?:(?:en|aux?|a|des) (?!\d)|du (?:rapport|dossier|livrable|projet)|"
    r"de (?:prix|diplomes?|trophees?)\b))|"
    r"rabais|ristournes?|escomptes?|rrr|"
    r"(?:\w+ ){0,3}(?:discounts?|rebates?|refunds?)$|"
    r"discounts?|reversements?(?! d(?:es|u)\b)|rfa(?: \d{4})?$|"
    r"(?:reversal|write ?off|bad debt|reimbursement|overcharge|money back)s?$|overcharge |"
    r"jours? a deduire$|(?:trop|sur) ?factur\w+|trop (?:percus?|verses?)|penalites?|"
    r"retenues?|deductions?|"
    r"a deduire|"
    r"reducs?\b|"
    r"reductions?(?! (?:d(?!e (?:prix|tarifs?|factur\w+|fin)\b)\w*|aux?|carbone|co2|energ\w+|"
    r"dechets?|bruits?|couts?|delais?|risques?)\b)|"
    r"(?:codes? )?promo(?:tion)?s?(?: (?:\d\d?|commerciales?|clients?|lancement|fidelite|noel))*$|"
    r"(?:bons?|codes?|cheques?) (?:de )?(?:reduction|remise|promo)|extournes?|"
    r"gestes? (?:co\w*|sur (?:la )?f|suite)|"
    r"contre ?(?:passation|ecriture)s?|abattements?(?! d)|refactions?|minorations?|"
    r"moins (?:values?|percus?|factur\w+)|malus|cashback|rebates?|chargebacks?|clawbacks?|"
    r"decotes?|dedits?|(?:retro ?(?:commission|facturation)s?|"
    r"participations? commerciales?|bonifications?|ducroires?|primes? (?:de )?fidelite)(?: \w+)?$|"
    r"reprises? (?:de |sur |d )?(?:facture|avance|acompte|avoir)\w*|"
    r"retours? (?:de )?(?:marchandises?|produits?)|nc$|"
    r"(?:retours?|compensations?) (?:\w+ )?(?:sur )?factures?\b|"
    r"(?:restitution|retour)s? (?:d |de |du )?(?:acomptes?|cautions?|avances?|trop percu)"
)
"""What begins the words of a line that is often taken off: a discount, what is paid back."""
QUOTES = r"devis|propositions?|proposals?$|quotes?(?! parts?\b)|quotations?|estimates?"
CITED = r"\b(?:selon|suivant|suiv|cf|voir|sur|du|par|d apres|conforme|accepte\w?|signe\w?|"
CITED += r"valide\w?|revue?|revisee?)\b"
"""What says that a quote is only cited: « selon devis 12 », « devis signé »."""
STARTS: tuple[tuple[Bearing, Pattern[str]], ...] = (
    (
        "credit",
        pattern(
            r"(?:(?:facture )?d? ?avoirs?|notes? de credit|credit (?:notes?|memo|applied)|refund)\b"
            r"|(?:av|cn|nc)(?= ?\d)|av (?:sur|sans)\b|(?:av|credit)$"
        ),
    ),
    (
        "target",
        pattern(r"(?:objectifs?|budgets?|cible|target|(?:report )?a nouveau)\b|potentiel$"),
    ),
    (
        "deposit",
        pattern(
            rf"(?:(?:\w+ )?(?:facture|versement|paiement) (?:d )?|\d+ )?(?:{DEPOSITS})\b|"
            r"avances?(?: (?:19|20)\d\d)?$"
        ),
    ),
    ("maybe target", pattern(r"reports?$")),
    ("outlay", pattern(rf"(?:{OUTLAYS})\b")),
    ("", pattern(rf"(?:{QUOTES})\b(?!.*\b(?:non|pas|jamais)\b)(?=.*{CITED})")),
    ("not sold", pattern(rf"(?:{QUOTES}|{NEVER})\b")),
    ("maybe credit", pattern(rf"(?:{TAKEN})\b")),
)
"""How the words of a line begin that bear on whether it counts; the first that holds is right."""
INSIDE = pattern(rf"(?<!\bnon )(?<!\bpas )\b(?:{PERHAPS})\b")
DEPOSIT = pattern(
    rf"(?!.*\b(?:{TAKEN_OFF})\b).*\b(?!acomptes|a la commande|a la signature)(?:{DEPOSITS})\b"
)
ENDING = pattern(r"\s[-–—:/|]\s*|:\s")
ENDINGS = pattern(
    rf"(?:{TAKEN}|avoirs?)(?: (?:commerciale?s?|fidelite|exceptionnelle?s?|client|accordee?s?))?"
)
"""How a text may end, after a dash, that is wholly the name of a discount."""
COSTS = pattern(r"(?:penalites?|retenues?|malus|abattements?|(?!.*(?:debours|client)).*\bfrais)\b")
"""How the words of an expense begin that is one, whatever they would say of a sale."""
ORDERED = pattern(r"(?:commande|contrat|order)\b.*")
"""The order or the contract that some work is of: « Contrat mars 2020 » may be sold."""
WHOLE = pattern(rf"(?:{NOUNS})(?: [tsq]\d| (?:phase|lot|tranche|etape))?(?: \d+)?")
NOTHING = pattern(NEVER)
TAKES = pattern(
    r"avoir|credit|rembours|remise|rabais|ristourne|escompte|annul|regul|trop percu|correction|"
    r"extourne|refund|dedu|retenue|acompte|retour|report|penalite|geste|rectif|\bav\b|\bcn\b|"
    r"reduction|promo|\brrr\b|\bcontre (?:passation|ecriture)|abattement|refaction|minoration|"
    r"trop |moins |malus|cashback|dedommag|restitution|discount|"
    r"rebate|chargeback|clawback|reprise|\bnc\b"
)
"""Words, folded, of a line that takes an amount back."""
ABSENCES = {
    "absence", "absences", "conge", "conges", "conges payes", "cp", "rtt", "maladie",
    "arret maladie", "ferie", "feries", "jour ferie", "jours feries", "vacances", "conge paye",
    "holiday", "holidays", "day off", "days off", "leave", "sick leave", "pto", "sans solde",
    "intercontrat", "inter contrat", "non facture", "non facturable", "week end", "recuperation",
    "interco", "conge maternite", "conge paternite", "conge parental", "conges sans solde", "repos",
    "time off", "vacation",
}  # fmt: skip
LEAVE = pattern(
    r"maladie\b(?! professionnelle)|conges?\b|rtt\b|absences?\b|arret maladie\b|"
    r"jours? feries?\b|enfants? malades?\b|repos compensateur\b"
)
"""How the name of a row begins that is leave, whatever follows."""


@lru_cache(maxsize=8192)
def bearing(text: str) -> Bearing:
    """Return what a text says of its line; a word in the middle of it proves nothing."""
    words = folded(text)
    if WHOLE.fullmatch(without_period(text)):
        return "maybe not sold" if ORDERED.fullmatch(words) else "not sold"
    found = next((said for said, start in STARTS if start.match(words)), None)
    if found is not None:
        return found
    if INSIDE.search(words):
        return "maybe not sold"
    return "deposit" if DEPOSIT.match(words) else _ending(text)


def _ending(text: str) -> Bearing:
    """Return what the last words of a text say where a dash parts them: « Site – remise »."""
    if folded(text).endswith(" a deduire"):
        return "maybe credit"
    end = folded(ENDING.split(text)[-1]) if ENDING.search(text) else ""
    if not (end and ENDINGS.fullmatch(end)):
        return ""
    return "credit" if end.startswith("avoir") else "maybe credit"


def is_sold(status: str) -> bool:
    """Tell whether a status is wholly that of a sale, paid or waiting to be; not paid back."""
    words = folded(status)
    return words in SOLD and not words.startswith("rembours")


def takes_back(*texts: str) -> bool:
    """Tell whether the words of a line say that it takes an amount back."""
    return TAKES.search(folded(" ".join(texts))) is not None


def is_discount(text: str) -> bool:
    """Tell whether a whole text is the name of a discount: « Remise de 10 % » may be taken off."""
    return ENDINGS.fullmatch(folded(text)) is not None


def is_spent(text: str) -> bool:
    """Tell whether words that take from a sale name a cost of one’s own: a penalty."""
    return COSTS.match(folded(text)) is not None


def is_undone(text: str) -> bool:
    """Tell whether a whole text is a word that undoes its line: « Annulée », « Non facturé »."""
    return NOTHING.fullmatch(without_period(text)) is not None


def undoes(name: str) -> bool:
    """Tell whether a whole name says that nobody was billed: « Prévisionnel », « Estimation »."""
    return WHOLE.fullmatch(without_period(name)) is not None or is_undone(name)


def is_absence(name: str) -> bool:
    """Tell whether a name says leave, illness or a holiday."""
    words = folded(name)
    return words in ABSENCES or LEAVE.match(words) is not None
