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

BANK = "societe, la societe, entreprise, banque, compte pro, carte, carte bancaire, carte pro, cb"
BANK += ", carte bleue, virement, prelevement, cheque"
CASH = "especes, caisse, liquide"
OWNER = "moi, gerant, gerante, associe, associee, dirigeant, dirigeante, president, presidente"
OWNER += ", perso, personnel, carte perso, carte personnelle, compte courant, note de frais"


def paid_from(line: Expense, books: Bookkeeping) -> str:
    """Return the account that has paid an expense: the bank where the books say nothing.

    Raises:
        BadCell: where the payer is not known.
    """
    name, ledger = folded(line.payer), books.ledger
    own = {folded(payer): number for payer, number in books.payers.items()}
    if name in own:
        return own[name]
    for words, number in ((BANK, ledger.bank), (CASH, ledger.cash), (OWNER, ledger.owner)):
        if name in words.split(", "):
            return number
    if not name:
        return ledger.bank
    fix = (
        "écrire banque, carte, espèces ou moi ; ou ajouter à bilan.toml, sous [comptes.payeurs] : "
    )
    fix += f'"{line.payer}" = "{ledger.owner}"'
    raise BadCell("payeur inconnu", line.place, shown=line.payer, fix=fix)
