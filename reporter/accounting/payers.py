"""Who has paid an expense → the account that its payment goes to: bank, cash, the owner.

Knows the words of the column « Payé par ». Never entries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import BadCell

if TYPE_CHECKING:
    from reporter.model import Expense
    from reporter.settings.bookkeeping import Bookkeeping

BANK = "societe, entreprise, banque, bancaire, compte, carte, cb, virement, prelevement, cheque"
CASH = "especes, caisse, liquide"
OWNER = "moi, gerant, gerante, associe, associee, dirigeant, dirigeante, president, presidente"
OWNER += ", perso, personnel, personnelle, compte courant, note de frais"
BESIDE = "la, le, l, du, de, pro, professionnel, professionnelle, bleue, visa, sepa, auto"
BESIDE += ", automatique, debit, differe"
"""Words that stand beside those: « CB pro », « prélèvement SEPA », « compte pro »."""


def paid_from(line: Expense, books: Bookkeeping) -> str:
    """Return the account that has paid an expense: the bank where the books say nothing.

    Raises:
        BadCell: where the payer is not known.
    """
    name, ledger = folded(line.payer), books.ledger
    own = {folded(payer): number for payer, number in books.payers.items()}
    if name in own:
        return own[name]
    if not name:
        return ledger.bank
    known = ((OWNER, ledger.owner), (CASH, ledger.cash), (BANK, ledger.bank))
    if name in OWNER.split(", "):
        return ledger.owner
    words = set(name.split()) - set(BESIDE.split(", "))
    if words and words <= {word for names, _ in known for word in names.split(", ")}:
        return next(number for names, number in known if words & set(names.split(", ")))
    fix = (
        "écrire banque, carte, espèces ou moi ; ou ajouter à bilan.toml, sous [comptes.payeurs] : "
    )
    fix += f'"{line.payer}" = "{ledger.owner}"'
    raise BadCell("payeur inconnu", line.place, shown=line.payer, fix=fix)
