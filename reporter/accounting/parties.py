"""Clients and suppliers as auxiliary accounts: the same name gives the same code, every year.

Knows names. Never accounts nor amounts.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from reporter.names import code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reporter.model import Activity

LONGEST = 17
"""The longest auxiliary account that common accounting software imports."""
MARK = 4


class Party(NamedTuple):
    """A third party: its stable code, and its name as the books first write it."""

    code: str
    name: str


UNNAMED = Party("FDIVERS", "Fournisseurs divers")


def party(letter: str, name: str) -> Party:
    """Return the party of a name: `letter` (C or F), then its letters and figures.

    Names that differ only by case, accents or marks are the same party. A name too long for a code
    is cut and ends with four figures drawn from the whole of it, so that no code depends on the
    other names of the books.
    """
    word = code(name)
    if not word or len(word) >= LONGEST:
        mark = sha256((word or name).encode()).hexdigest()[:MARK].upper()
        word = word[: LONGEST - 1 - MARK] + mark
    return Party(letter + word, name)


def strangers(names: Iterable[str], activity: Activity) -> list[str]:
    """Return the names that no client and no supplier of the books bears."""
    clients = {code(line.client) for line in activity.sales}
    known = clients | {code(line.supplier) for line in activity.expenses}
    return [name for name in names if code(name) not in known]
