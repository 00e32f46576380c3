"""What the words of a row say of its movement: whether it took place, and of what kind it is.

Knows the words of banks. Never columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.words.currencies import EUROS

if TYPE_CHECKING:
    from reporter.bank.statement import Nature

MOVED = (
    ", execute, executee, settled, completed, complete, termine, terminee, comptabilise, "
    "comptabilisee, booked, valide, validee, available, paid, effectue, effectuee, regle, reglee, "
    "succeeded, passe, passee, refunded, partially refunded, rembourse, remboursee, "
    "partiellement rembourse, reversed, completee"
)
STILL = (
    "declined, refuse, refusee, pending, en cours, en attente, reverted, failed, annule, annulee, "
    "canceled, cancelled, rejete, rejetee, echoue, echouee, expire, expiree, processing, a venir, "
    "denied, removed, voided, on hold, bloque"
)
SETTLED, UNSETTLED = frozenset(MOVED.split(", ")), frozenset(STILL.split(", "))
TRANSFERS = {
    "payout", "payout cancel", "payout failure", "virement interne", "internal transfer",
    "general withdrawal", "user initiated withdrawal", "bank deposit to pp account",
}  # fmt: skip
WITHOUT_EFFECT = {"memo"}
"""What PayPal notes of a payment, and moves nothing."""


def has_moved(status: str) -> bool | None:
    """Tell whether a status says that the money has moved; None where it is not known."""
    word = folded(status)
    return True if word in SETTLED else False if word in UNSETTLED else None


def is_euro(currency: str) -> bool:
    """Tell whether a currency is the euro, or is not said."""
    return folded(currency) in EUROS or "€" in currency


def nature_of(kind: str) -> Nature:
    """Return what a kind of movement says that it is."""
    return "transfer" if folded(kind) in TRANSFERS else ""
