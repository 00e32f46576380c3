"""What stands among expenses or sales and is none: capital, transfers, taxes, subsidies, fines.

Knows accounts of the PCG and the words of categories and labels. Never how lines are read.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import dropwhile
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.french import euros_cents, short_date
from reporter.patterns import pattern
from reporter.sources.lines.naming import doubt_of
from reporter.words.charges import (
    FINES,
    INCOME,
    NET_PAY,
    NO_CHARGE,
    OTHER_TAXES,
    is_private,
)
from reporter.words.periods import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from re import Pattern

    from reporter.errors import Doubt
    from reporter.model import Expense

SETTLED_DEBTS = ("421", "431", "437", "4421", "462")
ACCOUNTS = ("10", "16", "444", "445", "455", "456", "457", "58", "695", *SETTLED_DEBTS)
"""Capital, loans, IS, TVA, shareholders, dividends, internal transfers (PCG art. 932-1).

And what pays a debt or a claim already told: pay, contributions, tax withheld, what was sold.
"""

SHORTEST = 3
"""Figures of an account, under which a number may be somebody's own."""
PAYING = {
    "acompte", "acomptes", "solde", "paiement", "paiements", "reglement", "reglements", "versement",
    "versements", "versee", "verse", "payee", "paye", "payer", "prelevement", "declaration",
    "credit", "remboursement", "decaisser", "decaissee", "collectee", "due", "nette",
}  # fmt: skip
NO_WORDS = {
    *MONTHS, "exercice",
    "trimestre", "trimestres", "mois", "mensuelle", "trimestrielle", "annuelle", "annee",
    "premier", "deuxieme", "troisieme", "quatrieme", "er", "e", "eme", "nd",
    "a", "d", "de", "du", "des", "la", "le", "les", "l", "sur", "au", "en", "pour", "n", "vers",
}  # fmt: skip
"""Words that say when, and those that say nothing."""
CHANGES = {
    "apport", "apports", "augmentation", "reduction", "mouvement", "liberation", "souscription",
    "remboursement", "capital",
}  # fmt: skip
DRAWN = {"apport", "apports", "compte", "prelevement", "prelevements", "retrait", "retraits"}
OWNER = {"exploitant", "personnel", "personnels", "perso"}
"""What an owner puts in or takes out: « Compte de l’exploitant », « Retrait personnel »."""
MOVES = {"virement", "virements", "transfert", "transferts", "placement", "placements", "vir"}
SAVINGS = {"interne", "internes", "livret", "epargne", "compte", "cat", "terme", "associe"}
LOANS = {"emprunt", "emprunts", "pret", "prets", "pge", "bpi"}
REPAID = {
    "remboursement", "echeance", "echeances", "mensualite", "mensualites", "deblocage", "capital",
    "bancaire", "banque", "professionnel", "bpi",
}  # fmt: skip
RATHER = {
    "emprunt", "emprunts", "pret", "prets", "associe", "associes", "capital", "dgfip", "dividendes",
    "tva", "vat", "epargne", "livret", "placement", "placements", "caution", "garantie", "retrait",
    "virement", "vir", "fonds", "terme", "ca3", "ca12", "lep", "cca", "corporate", "is",
    "etf", "bourse", "scpi", "crypto", "cryptos", "bitcoin", "perin", "rejet", "rejete", "rejetee",
    "prete", "pretee", "tresorerie", "cel", "pel", "consignation",
}  # fmt: skip
"""Words of what may be no charge, or one all the same: a deposit, a loan, a transfer."""
CHARGES = {
    "frais", "interet", "interets", "assurance", "commission", "commissions", "honoraires",
    "conseil", "formation", "bancaire", "location", "salaire", "salaires", "rapport", "abonnement",
    "accueil", "etendue", "extension", "an", "ans", "decennale", "logiciel", "outil", "seminaire",
}  # fmt: skip
THINGS = pattern(r"\bprets? (?:de )?(?:salle|materiel)s?\b|\blivrets? imprimes?\b")
"""What is lent, or printed: no loan, nor savings."""
TAXES = {"cfe", "cvae", "cet", "fonciere", "teom", "tascom"}
"""Taxes that are charges, whoever collects them."""
RECEIPTS = {"encaissement", "encaissements", "recette", "recettes", "vente", "ventes", "vir"}
TRANSFERS = {"vir", "virement", "sepa", "inst", "instantane", "emis", "web", "faveur", "permanent"}
"""How the words of a bank begin that pay somebody."""
CAME_IN = {"recu", "recus", "recue", "de", "facture", "factures", "client", "clients"}
"""What says that a transfer came in: « VIR RECU », « VIR DE »."""
RECEIPT = (
    "recette-possible",
    "une recette parmi les dépenses ? Elle est comptée comme une charge",
    "la ranger parmi les ventes, ou l’effacer",
)
SETTLED = {"reglement", "facture", "paiement", "virement", "encaissement", "acompte"}
PERSONAL_EXPENSE = (
    "mouvement-possible",
    "une dépense personnelle ? Elle est comptée dans le résultat",
    "l’effacer, ou n’écrire que la part de l’activité",
)
CHARGED = "est-ce une charge ? Elle est comptée dans le résultat"
CATEGORY = "si ce n’en est pas une, dire sa catégorie"
ASKED: tuple[tuple[Pattern[str], str, str, str], ...] = (
    (INCOME, *RECEIPT[:2], "l’effacer d’ici si c’est un produit"),
    (
        FINES,
        "mouvement-possible",
        "une charge que l’impôt ne déduit pas ? Elle l’est ici",
        "l’ajouter à reintegrations, sous [exercice.ANNÉE], si elle n’est pas déductible",
    ),
    (
        OTHER_TAXES,
        "mouvement-possible",
        "un impôt qui n’est pas une charge ? Il est compté dans le résultat",
        CATEGORY,
    ),
)
"""What to say of an expense by its words: a code, what is doubtful, what to do."""


def is_movement(line: Expense) -> bool:
    """Tell whether an expense is none: by its account, where it has one, else by its words."""
    account = line.account.replace(" ", "")
    if account.isdecimal() and len(account) > 1:
        return account.startswith(ACCOUNTS)
    return says_movement(line.category) or (says_movement(line.label) and not line.lifetime)


@lru_cache(maxsize=4096)
def says_movement(text: str) -> bool:
    """Tell whether a category or a label says a movement, all its words taken together."""
    words = folded(text).split()
    rest = set(_named(words))
    if not rest:
        return False
    first = words[0]
    return (
        ("capital" in rest and first in CHANGES and "formation" not in rest)
        or rest <= {"apport", "apports"}
        or (rest <= DRAWN | OWNER and bool(rest & DRAWN) and bool(rest & OWNER))
        or "compte courant" in " ".join(words)
        or "cca" in rest
        or (first in MOVES and bool(rest & SAVINGS))
        or bool(rest & {"dividende", "dividendes"})
        or ("tva" in rest and rest - {"tva"} <= PAYING)
        or ("is" in rest and rest - {"is"} <= PAYING)
        or (bool(rest & {"societes", "societe"}) and bool(rest & {"impot", "impots"}))
        or (bool(rest & LOANS) and rest - LOANS <= REPAID)
    )


def doubts_of(
    expenses: Iterable[Expense], movements: Iterable[Expense], clients: Iterable[str] = ()
) -> Iterator[Doubt]:
    """Yield what to say of the expenses: those that might be none, and those kept out.

    `clients` are the names of those who pay: a transfer from one of them is a receipt.
    """
    paying = {word for name in clients for word in folded(name).split() if len(word) > SHORTEST}
    for line in expenses:
        rule = _of_account(line) if line.account else _rule(line, paying)
        if rule is not None:
            yield _doubt(rule[0], line, *rule[1:])
    for line in movements:
        what = "ce n’est pas une charge : gardée hors du résultat"
        by_label = not line.account and not says_movement(line.category)
        fix = "si c’en est une, écrire sa catégorie et son compte" if by_label else ""
        code = "mouvement-possible" if by_label else "mouvement"
        yield _doubt(code, line, what, fix)


def _of_account(line: Expense) -> tuple[str, str, str] | None:
    """Return what is doubtful in the account of an expense: it is none of charges."""
    account = line.account.replace(" ", "")
    charge = account[:1] == "6" and account[:2] != "68"
    if not account.isdecimal():
        return PERSONAL_EXPENSE if is_private(_words(line.account)) else None
    if len(account) < SHORTEST or charge:
        return None
    if account[0] == "2" and line.lifetime:
        return None
    what = f"le compte {account} n’est pas celui d’une charge : elle est comptée dans le résultat"
    return "mouvement-possible", what, "corriger le compte, ou écrire une durée d’amortissement"


def _rule(line: Expense, paying: set[str]) -> tuple[str, str, str] | None:
    """Return what is doubtful in the words of an expense: pay, a receipt, a movement.

    A transfer that has a category may pay anything but a client's invoice.
    """
    label, words = line.label, _words(line.label)
    untaxed = TAXES.isdisjoint(words) and TAXES.isdisjoint(_words(line.category))
    if not paying.isdisjoint(_words(line.supplier)) and words and SETTLED.issuperset(_named(words)):
        return RECEIPT
    paid_to = _said(line.supplier) if untaxed else None
    if paid_to is PERSONAL_EXPENSE and not is_private((*_words(line.supplier), *words)):
        paid_to = None  # « La Cantine », where a client was invited
    paid_to = paid_to or (_said(line.category) if untaxed else None)
    if words and words[0] in TRANSFERS and line.category:
        if not (paying | CAME_IN).isdisjoint(words):
            return RECEIPT
        label = " ".join(dropwhile(TRANSFERS.__contains__, words))
    return _said(label) or paid_to


def _named(words: Sequence[str]) -> list[str]:
    """Return the words of a label that are no number nor part of one: « Facture 12 »."""
    return [word for word in words if word not in NO_WORDS and not any(map(str.isdigit, word))]


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(folded(text).split())


@lru_cache(maxsize=4096)
def _said(text: str) -> tuple[str, str, str] | None:
    words = _words(text)
    found = set(THINGS.sub("", " ".join(words)).split())
    if NET_PAY.search(" ".join(words)):
        what = "salaire net : les cotisations et le prélèvement sont-ils saisis à part ?"
        return "paie-nette", what, "saisir le salaire brut et les cotisations"
    if words and (words[0] in RECEIPTS or ("client" in found and found & SETTLED)):
        return RECEIPT
    if is_private(words):
        return PERSONAL_EXPENSE
    for said, code, what, fix in ASKED:
        if said.match(" ".join(words)):
            return code, what, fix
    rather = found & RATHER - ({"dgfip"} if found & TAXES else set())
    rather |= {word for word in words if word.startswith("tva")}  # « TVAversée »: no word does
    if (rather and not found & CHARGES) or NO_CHARGE.search(" ".join(words)):
        return "mouvement-possible", CHARGED, CATEGORY
    return None


def _doubt(code: str, line: Expense, what: str, fix: str) -> Doubt:
    names = (short_date(line.date), line.label, line.supplier, line.category)
    shown = " · ".join(part for part in (*names, euros_cents(line.amount)) if part)
    about = line.label or line.supplier or line.category
    return doubt_of(code, what, line, fix, shown, about)
