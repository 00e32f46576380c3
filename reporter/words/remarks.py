"""Which remarks change nothing of their line: of payments, papers, places, names, or of some work.

Knows words alone, and those of the books that its caller gives. A word that is missing here makes
a harmless remark be asked about; it hides none, as it would in a list of what undoes a line.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from reporter.characters import folded, forms
from reporter.patterns import pattern
from reporter.words import fates
from reporter.words.bearing import SOLD, SPENT
from reporter.words.periods import MONTHS, WEEKDAYS, YEAR
from reporter.words.terms import TERMS

if TYPE_CHECKING:
    import re
    from collections.abc import Collection, Sequence

SMALL = {
    "le", "la", "les", "l", "de", "d", "du", "des", "un", "une", "et", "a", "au", "aux", "en",
    "par", "avec", "sur", "dans", "chez", "devant", "the", "of", "on", "in", "at", "by",
    "to", "and", "with", "from", "mr", "mme", "apres",
}  # fmt: skip
"""What says nothing alone; « pour » is not one of them: « pour moi », « pour mémoire »."""
TITLED = {"mr", "mme"}
"""What a name may begin by."""
CITED = {
    "paye", "payee", "regle", "reglee", "reglement", "paiement", "encaisse", "encaissee", "recu",
    "recue", "virement", "vir", "cheque", "chq", "cb", "carte", "prelevement", "preleve", "especes",
    "paypal", "stripe", "sepa", "banque", "relance", "relancee", "rappel", "envoye", "envoyee",
    "envoi", "faite", "retard", "mail", "email", "courrier", "poste", "appel", "tel", "telephone",
    "telephonique", "chorus", "pro", "depose", "deposee", "depot", "echeance", "encaissement",
    "attendu", "reception", "paid", "sent", "received", "payment", "reminder", "transfer",
    "facture", "fac", "invoice", "bc", "bdc", "bon", "commande", "po", "order", "contrat",
    "avenant", "devis", "signe", "signee", "signed", "ticket", "justificatif", "scanne", "classeur",
    "valide", "validee", "confirme", "confirmee", "marche", "n", "numero", "ref", "reference",
    "cra", "rapport", "pv", "attestation", "bordereau", "cadre", "passe", "passee",
}  # fmt: skip
"""Payments, reminders, what is sent, and papers: the years beside them are theirs."""
HARMLESS = CITED | fates.AROUND | {
    "ok", "ras", "merci", "vu", "confiance", "votre",
    # when, where, how, and with whom
    *(day for day in WEEKDAYS if day[2:]), "matin", "matinee", "midi", "soir",
    "soiree", "semaine", "trimestre", "fin", "debut", "premier", "premiere", "dernier", "derniere",
    "jour", "journee", "cliente",
    "site", "place", "teletravail", "distance", "visio", "remote", "client", "presentiel",
    "distanciel", "train", "deplacement", "aller", "trip", "repas", "dejeuner", "diner", "home",
    "office", "contact",
    # what was done
    "reunion", "atelier", "formation", "demo", "sprint", "lot", "phase", "tranche", "etape", "v",
    "version", "module", "livraison", "livre", "livree", "point", "hebdo", "comite", "pilotage",
    "copil", "cadrage", "recette", "maintenance", "developpement", "audit", "kick",
    "off", "lancement", "mission", "projet", "web", "page", "nuit", "abonnement", "mensuel",
    "mensuelle", "annuel", "annuelle", "mensualite", "renouvellement", "garantie", "an",
    "revue", "mise", "prise", "suivi", "parking", "taxi", "planning", "coaching", "training",
    "meeting", "correction", *forms("anime, dispense, organise, demarre, commence, teste, verifie"),
    *forms("relu, fini, redige, documente, imprime, numerise, enregistre"),
    # what goes on, what is within, how it is paid
    *forms("renouvele, reconduit, prolonge, inclus, compris, automatique"), "prolongation",
    "forfait",
    # names of things that end as what was done does
    "transfert", "expert", "experte", "concert", "responsable", "portail",
    "annee", "duree", "donnee", "entree", "arrivee", "tournee", "montee", "cafe", "cle", "sante",
    # which one, and how it came
    "nouveau", "historique", "trimestriel", "trimestrielle", "papier", "electronique",
    "electroniquement", "suite", *forms("recommande, rencontre, apporte, presente"), "cooptation",
}  # fmt: skip
"""Payments, reminders, papers, places and ways of working, and the commonest names of the work."""
WORK = HARMLESS - CITED - {"client", "contact", "confiance"}
TAKEN = ("avoir", "rembours", "solde", "impaye")
STATUSES = {word for word in SOLD | SPENT if not word.startswith(TAKEN)}
"""What was done of a line that counts: harmless beside harmless words, and of no unknown work."""
NUMBER = pattern(r"\d+(?:er|ere|re|e|eme|de|nde)?|(?!x\d)[a-z]{1,4}\d+")
"""A number, part of a date, or what is called by one: 14, 1er, F2020, v2; never « 2j », « x2 »."""
FOR = pattern(r"\bpour (?:le |la |les |l |un |une )(\w+)")
"""What something is for."""
TELLING = pattern(
    r"[%€$£?!=*<>½¼¾]|\+(?! ?[^\W\d])|\d,\d|\b0\.\d|(?i:facture|dépense) de [A-Z][a-z]|"
    r"(?i:facturée?s?) (?:à|au) [A-Z][a-zà-ÿ]|"
    r"\b(?:USD|GBP|CHF)\b|\b50 ?/ ?50 avec\b"
)
"""What may change a number: a unit, a question, a decimal; or what is somebody’s."""
LAST_YEAR = pattern(r"\b(?:an|annee) derniere?\b")
INVOICED_IN = pattern(r"\bfacture\w* (?:(?:en|sur) (?:\w+ )?(?:19|20)\d\d\b|l an\w* derni)")
"""When a line is of another year than its own."""
DIGIT = pattern(r"\d")
DAYS = pattern(r"\d jours?\b")
MARKS = frozenset("-–—.…·/_ ✓✔☑")
LONGEST = 200
"""Letters from which a remark tells a story."""
ROUTE = pattern(r"(?:[A-Z][a-zà-ÿ]+ ?[-–/>→] ?)+[A-Z][a-zà-ÿ]+")
"""Names of places, one after the other: « Nantes-Paris »."""
PLACE = pattern(r"(?:Les? |La |L['’])[A-ZÀ-Ý][a-zà-ÿ]+(?:[ -][A-ZÀ-Ý][a-zà-ÿ]+|-[a-z]+)*")
"""The name of a place that has an article: « Le Mans »."""
BACK = pattern(r"\b[Rr]etours? de (?=[A-ZÀ-Ý])")
"""What somebody answered: « retours de Paul ». What was bought goes back to whom it is from."""
ACRONYM = 4
"""Letters of what may be one: « DSI » ends as a participle does."""
DONE = pattern(r"ée?s?$")
COUNT = pattern(
    r"(?i:\b(?:deux|trois|quatre|cinq|six|huit|dix) )"
    r"(?!fois|jour|heure|mois|semaine|tiers|fact|ligne)"
)
"""How many things there are, which a number says as well: « deux nuits »."""
TOWN = pattern(r"\bà (?=[A-Z])\w+")  # « à Quimper » ends as what is to be done
BY = {"par", "avec", "chez", "et"}
"""What stands before a name, which may end as a participle does: « avec Zoé »."""
WHOLLY = pattern(r"(?<=\w )avancée?s?$|\b100 ?%")
"""What says nothing of how much: « Excel avancé », « télétravail 100 % »."""
CIVIL = pattern(r"\bM\. ?(?=[A-ZÀ-Ý])")
ADDRESS = pattern(r"[\w.+-]+@[\w.-]+|(?:https?://|www\.)\S+")
"""Where somebody is written to, or a page."""


def is_harmless(remark: str, known: Collection[str] = (), *, bought: bool = False) -> bool:
    """Tell whether a remark is made of harmless words alone, or names some work.

    The `known` words are those of the books, folded: their clients, suppliers, people and years.
    What was `bought` is described as it is: « clavier sans fil, rétroéclairé ».
    """
    clauses = remark.split(", ")
    each = len(clauses) > 1 and all(is_harmless(it, known, bought=bought) for it in clauses)
    if each or ADDRESS.fullmatch(remark.strip()):
        return True
    remark = WHOLLY.sub("ok", CIVIL.sub("Mr ", fates.NO_IF.sub("système", remark)))
    remark = COUNT.sub("2 ", remark if bought else BACK.sub("avec ", remark))
    told = FOR.sub(partial(_purpose, bought=bought), TERMS.sub(" ok ", folded(remark)))
    tells = TELLING.search(remark) or DAYS.search(told) or fates.UNDOES.search(told)
    if len(remark) > LONGEST or tells:
        return False
    if not told:
        return MARKS.issuperset(remark)
    own = _proper(remark) | set(known)
    words = [it for it in told.split() if not NUMBER.fullmatch(it)]
    rest = [it for it in words if it not in SMALL and it not in MONTHS]
    asked = [it for it in rest if not (_is_known(it) or it in own or it in STATUSES)]
    years = any(map(YEAR.fullmatch, set(told.split()) - set(known))) or LAST_YEAR.search(told)
    if years and (CITED.isdisjoint(words) or INVOICED_IN.search(told)):
        return False
    if not asked:
        return bool(rest) or not words
    shouted = remark.isupper() and len(words) > 1
    names = words[0] not in SMALL - TITLED - {"avec"} and not shouted
    return names and _names_work(remark, rest, own, bought=bought)


def _purpose(found: re.Match[str], *, bought: bool) -> str:
    """Return the work, the place or the event that something is for; nobody, nor a paper."""
    word = found[1]
    is_event = bought and not (_is_known(word) or fates.PARTY.match(word))
    return word if is_event or not WORK.isdisjoint((word, word.removesuffix("s"))) else found[0]


def _is_known(word: str) -> bool:
    return word in HARMLESS or word.removesuffix("s") in HARMLESS


def _names_work(remark: str, words: list[str], own: set[str], *, bought: bool) -> bool:
    """Tell whether a remark names some work or some thing, and says nothing of its fate."""
    to_do = fates.TO_DO.match(folded(TOWN.sub("", remark)))
    if to_do and words[1:] and {it.removesuffix("s") for it in words[1:]} <= fates.THINGS:
        return True
    if to_do or DIGIT.search(" ".join(words)) or not fates.TELLS.isdisjoint(words):
        return False
    if words[0].removesuffix("s") in fates.THINGS:
        return True
    if any(map(fates.FATE.match, words)) or fates.PARTY.match(words[0]):
        return False
    words = remark.replace("’", " ").replace("'", " ").split()
    heard = [it if it.isupper() and len(it) <= ACRONYM else it.casefold() for it in words]
    return bought or all(
        folded(it) in own | MONTHS.keys() or _is_known(folded(it)) or _is_of_thing(heard, n)
        for n, it in enumerate(heard)
        if fates.SAID_OF.fullmatch(it)
    )


def _is_of_thing(heard: Sequence[str], n: int) -> bool:
    """Tell whether a word that ends as a participle says nothing of a sale, by its place.

    It is a noun behind an article, tells where and how, or is said of what is neither some work nor
    its client: « maquettes revues ».
    """
    before = [folded(word) for word in heard[:n]]
    if before and before[-1] in fates.ARTICLES:
        return True
    told = [word for word in before if word not in SMALL]
    if not told:
        after = {folded(it) for it in heard[n + 1 : n + 2]}
        return not after.isdisjoint(fates.OF if fates.NOUNS.fullmatch(heard[n]) else fates.WHERE)
    about = told[-1].removesuffix("s")
    return about in fates.AROUND or not (
        _is_known(about) or about in STATUSES or fates.PARTY.match(about)
    )


def _proper(remark: str) -> set[str]:
    """Return the words that are names by their capital: within a text, whose first has one."""
    words = remark.replace("’", " ").replace("'", " ").split()
    if ROUTE.fullmatch(remark):
        return set(folded(remark).split())
    if PLACE.fullmatch(remark):
        return {it for it in folded(remark).split() if not fates.FATE.match(it)}
    if not any(word[0].islower() for word in words):
        return set()
    names = (
        word
        for before, word in pairwise(words)
        if word[0].isupper() and (before in BY or not DONE.search(word))
    )
    return {it for word in names for it in folded(word).split() if not fates.FATE.match(it)}


def is_sentence(text: str) -> bool:
    """Tell whether a text says something, or undoes what it stands beside, and is no title."""
    words = folded(fates.NO_IF.sub("système", text))
    asks = not words and "?" in text
    tells = asks or not fates.SPEAKS.isdisjoint(words.split()) or fates.UNDOES.search(words)
    return bool(tells) and not is_harmless(text)
