"""What stands among expenses and is none: capital, shareholders' accounts, transfers, taxes paid.

Knows accounts of the PCG and the words of categories. Never how lines are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.french import euros_cents, short_date

if TYPE_CHECKING:
    from reporter.model import Expense

ACCOUNTS = ("10", "16", "444", "445", "455", "456", "457", "58", "695")
"""Capital, loans, IS, TVA, shareholders, dividends, internal transfers (PCG art. 932-1)."""

CATEGORIES = {
    "capital",
    "apport",
    "apport en capital",
    "augmentation de capital",
    "mouvement de capital",
    "compte courant",
    "compte courant d associe",
    "compte courant associe",
    "apport en compte courant",
    "remboursement de compte courant",
    "virement interne",
    "virements internes",
    "virement de compte a compte",
    "tva versee",
    "tva payee",
    "tva a payer",
    "tva a decaisser",
    "paiement tva",
    "paiement de tva",
    "reglement tva",
    "reglement de tva",
    "dividende",
    "dividendes",
    "impot sur les societes",
    "is",
    "acompte is",
    "acompte d is",
    "emprunt",
    "remboursement d emprunt",
    "remboursement emprunt",
}


def is_movement(line: Expense) -> bool:
    """Tell whether a line of the expenses is none, by its account or its category."""
    account = line.account.replace(" ", "")
    by_account = account.isdecimal() and len(account) > 1 and account.startswith(ACCOUNTS)
    return by_account or (bool(line.category) and folded(line.category) in CATEGORIES)


def doubts_of(lines: list[Expense]) -> list[Doubt]:
    """Return what to say of the expenses: those kept out, and those that might have to be."""
    doubts = []
    for line in lines:
        if is_movement(line):
            what = "ce n’est pas une charge : gardée hors du résultat"
            doubts.append(_doubt("mouvement", line, what))
        elif folded(line.label) in CATEGORIES:
            what = "est-ce une charge ? Elle est comptée dans le résultat"
            fix = "si ce n’en est pas une, l’écrire dans la colonne Catégorie"
            doubts.append(_doubt("mouvement-possible", line, what, fix))
    return doubts


def _doubt(code: str, line: Expense, what: str, fix: str = "") -> Doubt:
    names = (short_date(line.date), line.label, line.supplier, line.category)
    shown = " · ".join(part for part in (*names, euros_cents(line.amount)) if part)
    return Doubt(code=code, what=what, place=line.place, shown=shown, fix=fix, date=line.date)
