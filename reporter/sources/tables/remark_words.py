"""Which remarks change nothing of their line: of payments, papers, places, names, or of some work.

Knows words alone, and those of the books that its caller gives. A word that is missing here makes
a harmless remark be asked about; it hides none, as it would in a list of what undoes a line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.tables.periods import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Collection

SMALL = {
    "le", "la", "les", "l", "de", "d", "du", "des", "un", "une", "et", "a", "au", "aux", "en",
    "par", "avec", "sur", "dans", "chez", "via", "devant", "the", "of", "on", "in", "at", "by",
    "to", "and", "with", "from", "mr", "mme", "apres",
}  # fmt: skip
"""What says nothing alone; « pour » is not one of them: « pour moi », « pour mémoire »."""
MONTH = {
    *MONTHS, "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
}  # fmt: skip
"""A month alone may be that of the work."""
HARMLESS = {
    "ok", "ras", "merci", "vu", "confiance", "votre", "n", "numero", "ref", "reference",
    # paid, asked again, sent
    "paye", "payee", "regle", "reglee", "reglement", "paiement", "encaisse", "encaissee", "recu",
    "recue", "virement", "vir", "cheque", "chq", "cb", "carte", "prelevement", "especes", "paypal",
    "stripe", "sepa", "banque", "relance", "relancee", "rappel", "envoye", "envoyee", "envoi",
    "faite", "retard", "mail", "email", "courrier", "appel", "tel", "telephone", "telephonique",
    "chorus", "pro", "depose", "deposee", "depot", "echeance", "tva", "ht", "encaissement", "debit",
    "attente", "attendu",
    "paid", "sent", "received", "payment", "reminder", "transfer",
    # papers
    "facture", "fac", "invoice", "bc", "bdc", "bon", "commande", "po", "order", "contrat",
    "avenant", "devis", "signe", "signee", "signed", "ticket", "justificatif", "scanne", "classeur",
    # when, where, how, and with whom
    *(day for day in WEEKDAYS if len(day) > len("xx")), "matin", "matinee", "midi", "soir",
    "soiree", "semaine", "trimestre", "fin", "debut", "premier", "premiere", "dernier", "derniere",
    "jour", "journee",
    "site", "place", "teletravail", "distance", "visio", "remote", "bureau", "client", "agence",
    "locaux", "presentiel", "distanciel", "hotel", "train", "deplacement", "aller", "trip", "repas",
    "dejeuner", "diner", "binome", "equipe", "home", "office", "contact", "salle",
    # what was done
    "reunion", "atelier", "formation", "demo", "sprint", "lot", "phase", "tranche", "etape", "v",
    "version", "module", "livraison", "livre", "livree", "point", "hebdo", "comite", "pilotage",
    "copil", "cadrage", "recette", "support", "maintenance", "developpement", "audit", "kick",
    "off", "lancement", "mission", "projet", "web", "page", "nuit", "abonnement", "mensuel",
    "mensuelle", "annuel", "annuelle", "mensualite", "renouvellement", "garantie", "an",
}  # fmt: skip
"""Payments, reminders, papers, places and ways of working, and the commonest names of the work."""
NUMBER = pattern(r"\d+(?:er|e|eme)?|(?!x\d)[a-z]{1,4}\d+")
"""A number, part of a date, or what is called by one: 14, 1er, F2020, v2; never « 2j », « x2 »."""
TERMS = pattern(r"(?:a |sous )?\d+ jours? (?:fin de mois|nets?)|(?<=paiement )a \d+ jours?")
TELLING = pattern(r"[%€$£?!=+*<>½¼¾]|\d,\d")
"""What may change a number: a unit, a question, a decimal."""
DAYS = pattern(r"\d jours?\b")
MARKS = frozenset("-–—.…·/_ ✓✔☑")
LONGEST = 200
"""Letters from which a remark tells a story."""
WORK = pattern(
    r"(?!annul|resili|compens|provis|previs|simul|liquid|contest|reclam|negoci|estim|rembours|"
    r"decal|suspen|interru|retract|factur|cauti|hesit|renonc|restitu|dedommag|desist|rectif|"
    r"regular|ajust|propos|option|presta|commission|remuner|verse|partag|arrang|empech|licenci|"
    r"replac|reduc|exoner|donat|depass|\w+(?:al|el|iv|bl|qu|ul|eus|uit)ement)"
    r"\w{2,}(?:tion|sion|age|ment)s?|(?:reunion|atelier|point|test|revue|mise (?:a|en)|support|"
    r"audit|maquette|script|sprint|seance|demo|entretien|preparation|visite|salon|analyse|relecture|refonte)s?"
)
"""What names some work, by how it ends: and not the fate of a sale, nor an adverb."""
SPEAKS = {
    "je", "j", "me", "m", "moi", "mon", "ma", "mes", "tu", "te", "toi", "ton", "on", "nous",
    "notre", "nos", "vous", "vos", "il", "elle", "ils", "elles", "lui", "leur", "leurs", "se",
    "ca", "c", "ce", "cela", "cette", "qui", "qu", "si", "mais", "ne", "pas", "jamais",
    "peut", "est", "sont", "etait", "sera", "seront", "serait", "ai", "as", "ont", "avait", "aura",
    "va", "vont", "font", "dit", "doit",
}  # fmt: skip
"""Pronouns, denials and verbs, by which words are a sentence."""
TELLS = SPEAKS | {
    "son", "sa", "ses", "ces", "que", "dont", "ou", "quand", "sauf", "car", "donc", "ni", "plus",
    "rien", "aucun", "aucune", "sans", "non", "deja", "encore", "pour", "puis", "trop", "peu",
    "moitie", "demi", "double", "deux", "fois", "meme", "autre", "autres", "hors", "contre",
    "cours", "jour", "jours", "heure", "heures", "h", "cause", "perte", "facture", "factures",
    "ligne", "montant", "prix", "tarif", "saisie", "devis", "date", "somme", "invoice", "line",
    "amount",
}  # fmt: skip
"""Words that say something of some work, or how much, or which line."""
SAID_OF = pattern(
    r"\w+(?:(?<!it)é|(?<!it)és|ée|ées|ee|ees|u|us|(?<!q)ues?|ert|erte|erts|ertes|is|ises?|ait|aits|"
    r"uit|uits|ifs?)"
)
"""How a participle ends, which may say what became of the work: « formation offerte »."""
ROUTE = pattern(r"(?:[A-Z][a-zà-ÿ]+ ?[-–/>→] ?)+[A-Z][a-zà-ÿ]+")
"""Names of places, one after the other: « Nantes-Paris »."""
DONE = pattern(r"ée?s?$")
TO_DO = pattern(r"\ba \w+(?:er|ir|re|oir)\b")


def is_harmless(remark: str, known: Collection[str] = ()) -> bool:
    """Tell whether a remark is made of harmless words alone, or names some work.

    Args:
        remark: what is written beside a line, or after its name.
        known: the words of the books, folded: their clients, people and works.
    """
    told = TERMS.sub("paiement", folded(remark))
    if len(remark) > LONGEST or TELLING.search(remark) or DAYS.search(told):
        return False
    if not told:
        return MARKS.issuperset(remark)
    own = _proper(remark) | set(known)
    words = [it for it in told.split() if not NUMBER.fullmatch(it)]
    rest = [it for it in words if it not in SMALL and it not in MONTH]
    if all({it, it.removesuffix("s")} & HARMLESS or it in own for it in rest):
        return bool(rest) or not words
    return not remark.isupper() and _names_work(remark.casefold(), rest, own)


def _names_work(remark: str, words: list[str], own: set[str]) -> bool:
    """Tell whether a remark names some work, and says nothing of it."""
    begins = WORK.match(folded(remark)) is not None and WORK.fullmatch(words[0]) is not None
    if not begins or not TELLS.isdisjoint(words) or TO_DO.search(folded(remark)):
        return False
    heard = remark.replace("’", " ").replace("'", " ").split()
    return not any(SAID_OF.fullmatch(it) for it in heard[1:] if folded(it) not in own | SMALL)


def _proper(remark: str) -> set[str]:
    """Return the words that are names by their capital: within a text, whose first has one."""
    words = remark.replace("’", " ").replace("'", " ").split()
    if ROUTE.fullmatch(remark):
        return set(folded(remark).split())
    if not any(word[0].islower() for word in words):
        return set()
    names = (word for word in words[1:] if word[0].isupper() and not DONE.search(word))
    return {it for word in names for it in folded(word).split()}


def is_sentence(text: str) -> bool:
    """Tell whether a text alone on its row says something, and is no title."""
    words = folded(text).split()
    return not SPEAKS.isdisjoint(words) and not is_harmless(text)
