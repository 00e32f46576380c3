"""The bank of a folder, opened where there is one: books without statements pay nothing for it.

Knows where statements stand. Never what is in them.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from reporter.received.values import Incoming, Statements

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from reporter.bank.bank import Bank
    from reporter.bank.matches import Match
    from reporter.errors import Doubt
    from reporter.model import Activity
    from reporter.settings import Settings

CLOSED = timedelta(days=400)
"""How long before the others an account ends, and is one that was closed."""


def banked(
    folder: Path, settings: Settings, activity: Activity
) -> tuple[Activity, Bank | None, tuple[Doubt, ...]]:
    """Return the lines with the payment dates of the bank, what it says, and its doubts.

    Raises:
        BadData: with every mistake of the statements, or of the answers about them.
    """
    if not settings.matches and not any((folder / "data").glob("[bB][aA][nN][qQ][uU][eE]")):
        return activity, None, ()
    from reporter.bank.bank import bank
    from reporter.bank.dating import dated, doubts_of

    found = bank(folder, activity, settings)
    if found is None:
        return activity, None, ()
    return dated(activity, found), found, tuple(doubts_of(found))


def told_days(bank: Bank, activity: Activity) -> Statements | None:
    """Return the first and the last day of which payments of sales are known.

    They are those of the accounts which receive them, one that was closed long ago left out of the
    last, or of the payments that the owner has written beyond. None where no statement dates any.

    Args:
        bank: what the statements say.
        activity: the lines before they were dated by it.
    """
    spans = _spans(bank)
    if not spans:
        return None
    starts, ends = zip(*spans, strict=True)
    written = [line.paid for line in activity.sales if line.paid is not None]
    last = min(day for day in ends if max(ends) - day <= CLOSED)
    return Statements(min((*starts, *written)), max((last, *written)), _incoming(bank))


def _incoming(bank: Bank) -> tuple[Incoming, ...]:
    """Return what came in and is not matched, though it may pay sales of the books."""
    return tuple(
        Incoming(one.movement.date, frozenset(line.place for it in sales for line in it.lines))
        for one in bank.asked
        if (sales := [it for it in one.likely if it.kind == "sale"]) and one.movement.amount > 0
    )


def _spans(bank: Bank) -> list[tuple[dt.date, dt.date]]:
    """Return the days of which the statements of each account that receives sales tell."""
    paid = {id(x) for match in bank.matches if _is_of_sales(match) for x in match.movements}
    return [
        account.days
        for account in bank.accounts
        if any(id(movement) in paid for movement in account.movements)
    ]


def _is_of_sales(match: Match) -> bool:
    return any(piece.kind == "sale" and piece.paid is None for piece in match.pieces)
