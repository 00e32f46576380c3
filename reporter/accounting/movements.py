"""What goes through the bank and is neither a sale nor a charge: VAT and IS paid, capital, loans.

Knows accounts and the words of categories. Never the lines that count in the result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.accounting.bookable import source
from reporter.accounting.journal import BANK, Entry
from reporter.accounting.postings import posting
from reporter.characters import folded
from reporter.settings.bookkeeping import account

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from reporter.model import Expense, FinancialYear
    from reporter.settings.bookkeeping import Ledger

ACCOUNTS = {
    "445510": "tva versee, tva payee, tva a payer, tva a decaisser, paiement tva, "
    "paiement de tva, reglement tva, reglement de tva",
    "444000": "impot sur les societes, is, acompte is, acompte d is",
    "456000": "capital, apport, apport en capital, augmentation de capital, mouvement de capital",
    "457000": "dividende, dividendes",
    "164000": "emprunt, remboursement d emprunt, remboursement emprunt",
    "580000": "virement interne, virements internes, virement de compte a compte",
}
"""The account of what each word names (PCG art. 932-1); capital waits in 456 for its deed."""
OWNED = (
    "compte courant, compte courant d associe, compte courant associe, apport en compte courant, "
    "remboursement de compte courant, compte de l exploitant, compte exploitant, "
    "apport de l exploitant, apport personnel, prelevement de l exploitant, "
    "prelevements de l exploitant, prelevement exploitant, prelevements exploitant, "
    "prelevement personnel, prelevements personnels, retrait personnel, retraits personnels"
)
"""What goes between the business and its owner: 455 of a company, 108 of a sole trader."""

RECEIVED = ("capital", "apport", "augmentation")
"""Beginnings of the words of money that comes in, whichever sign the owner gave it."""
UNSAID = ("emprunt", "mouvement de capital", "compte", "virement")
"""Beginnings of the words that tell no way by themselves: a positive amount might be either."""
DRAWN = ("prelevement", "retrait")
"""Beginnings of a label that says that money goes out."""
TAX, OWED_TAX = "695", "444000"


def movements(lines: Iterable[Expense], year: FinancialYear, ledger: Ledger) -> Iterator[Entry]:
    """Yield the bank entry of each movement of a year whose account and way are known.

    Amounts are those of expenses: positive where money goes out.
    """
    for line in lines:
        day, moved = line.paid or line.date, spent(line)
        number = account_of(line, ledger)
        if moved is None or number is None or day not in year or not moved:
            continue
        said = " – ".join(part for part in (line.category, line.label or line.supplier) if part)
        yield Entry(
            journal=BANK,
            date=day,
            reference=line.receipt or source(line.place),
            reference_date=day,
            label=said or f"Mouvement {number}",
            postings=(*posting(ledger.bank, -moved), *posting(number, moved)),
            sources=(line.place,),
        )


def account_of(line: Expense, ledger: Ledger) -> str | None:
    """Return the account of a movement: its own, else that of its category."""
    own, word = account(line.account) if line.account else None, folded(line.category)
    if own:
        return OWED_TAX if own.startswith(TAX) else own
    return ledger.owner if word in _OWNED else _BY_WORD.get(word)


def spent(line: Expense) -> Decimal | None:
    """Return the euros that go out, negative where they come in; None where nothing tells which.

    By account, the sign tells; so it does wherever an amount is negative. Where the category does
    not tell, the label may.
    """
    word, label = folded(line.category), folded(line.label)
    if line.account:
        return line.amount
    unsaid = word.startswith(UNSAID) and line.amount > 0
    if word.startswith(RECEIVED) or (unsaid and label.startswith(RECEIVED)):
        return -abs(line.amount)
    return None if unsaid and not label.startswith(DRAWN) else line.amount


_OWNED = set(OWNED.split(", "))
_BY_WORD = {word: number for number, words in ACCOUNTS.items() for word in words.split(", ")}
