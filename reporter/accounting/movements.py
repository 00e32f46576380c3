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
    "455000": "compte courant, compte courant d associe, compte courant associe, "
    "apport en compte courant, remboursement de compte courant",
    "456000": "capital, apport, apport en capital, augmentation de capital, mouvement de capital",
    "457000": "dividende, dividendes",
    "164000": "emprunt, remboursement d emprunt, remboursement emprunt",
    "580000": "virement interne, virements internes, virement de compte a compte",
}
"""The account of what each word names (PCG art. 932-1); capital waits in 456 for its deed."""

RECEIVED = ("capital", "apport", "augmentation")
"""Beginnings of the words of money that comes in, whichever sign the owner gave it."""
UNSAID = ("emprunt", "mouvement de capital", "compte courant", "virement")
"""Beginnings of the words that tell no way by themselves: a positive amount might be either."""
TAX, OWED_TAX = "695", "444000"


def movements(lines: Iterable[Expense], year: FinancialYear, ledger: Ledger) -> Iterator[Entry]:
    """Yield the bank entry of each movement of a year whose account and way are known.

    Amounts are those of expenses: positive where money goes out.
    """
    for line in lines:
        day, moved = line.paid or line.date, spent(line)
        number = account_of(line)
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


def account_of(line: Expense) -> str | None:
    """Return the account of a movement: its own, else that of its category."""
    own = account(line.account) if line.account else None
    if own:
        return OWED_TAX if own.startswith(TAX) else own
    return _BY_WORD.get(folded(line.category))


def spent(line: Expense) -> Decimal | None:
    """Return the euros that go out, negative where they come in; None where nothing tells which.

    By account, the sign tells; so it does wherever an amount is negative.
    """
    word = folded(line.category)
    if line.account:
        return line.amount
    if word.startswith(RECEIVED):
        return -abs(line.amount)
    if word.startswith(UNSAID) and line.amount > 0:
        return None
    return line.amount


_BY_WORD = {word: number for number, words in ACCOUNTS.items() for word in words.split(", ")}
