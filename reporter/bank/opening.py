"""The bank of a folder, opened where there is one: books without statements pay nothing for it.

Knows where statements stand. Never what is in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from reporter.bank.bank import Bank
    from reporter.errors import Doubt
    from reporter.model import Activity
    from reporter.settings import Settings


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
