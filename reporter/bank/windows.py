"""When a payment is expected: how far from an invoice or an expense it is believed.

Knows a movement and a piece. Never the others that could be meant.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reporter.bank.matches import Seen
    from reporter.bank.pieces import Piece

NUMBERED = (timedelta(days=-60), timedelta(days=730))
"""How long before and after an invoice a payment that quotes its number is believed."""
SALE = timedelta(days=75)
"""How long after, where the client alone is named: the longest terms of the law are 60 days."""
EXPENSE = (timedelta(days=-3), timedelta(days=10))
"""A supplier is paid on the day, or the bank takes a few days."""
RIVALS = timedelta(days=35)
"""How far another expense of that amount and name may be, and be the one: that of another month.

A rent of the first debited on the 28th is of its own month, not of the next one, two days away.
"""
MONTH = timedelta(days=31)
"""How far from the last fee of a month the expense that says them all may be."""
NOTED = timedelta(days=5)
"""How far from the day that the books note a payment may be, and be that one."""
AGAIN = timedelta(days=400)
"""How far another sale of a client and an amount may be, and tell that they come back."""
SERIES = (timedelta(), timedelta(days=25))
"""When an expense of each month is paid: less than a month after it, and never before."""


def on_noted(seen: Seen, piece: Piece) -> bool:
    """Tell whether a movement is of the very day that the books give to a payment."""
    return seen.movement.date == piece.paid


def same_day(seen: Seen, piece: Piece) -> bool:
    """Tell whether a movement is of the day of an expense."""
    return seen.movement.date == piece.date


def is_near(seen: Seen, piece: Piece) -> bool:
    """Tell whether an expense whose payment the books do not note may be this one, by its day."""
    after = seen.movement.date - piece.date
    return piece.kind != "sale" and piece.paid is None and EXPENSE[0] <= after <= EXPENSE[1]


def near_noted(seen: Seen, piece: Piece) -> bool:
    """Tell whether a movement is of about the day that the books give to a payment."""
    return piece.paid is not None and abs(seen.movement.date - piece.paid) <= NOTED


def may_be(seen: Seen, piece: Piece) -> bool:
    """Tell whether a piece competes for a movement; a sale does, however late."""
    after = seen.movement.date - piece.date
    if piece.kind == "sale":
        return after >= timedelta()
    return abs(after) <= (MONTH if seen.movement.nature == "kept" else RIVALS)


def is_prompt(seen: Seen, piece: Piece) -> bool:
    """Tell whether a payment that the books do not note comes when one is expected."""
    after = seen.movement.date - piece.date
    if piece.paid is not None:
        return False
    if piece.kind == "sale":
        return after <= SALE
    return seen.movement.nature == "kept" or EXPENSE[0] <= after <= EXPENSE[1]
