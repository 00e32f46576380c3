"""Entries as values: journals, postings, entries.

Knows double entry. Never how an entry is made, nor how it is written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from reporter.model import ZERO

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable
    from decimal import Decimal

    from reporter.accounting.parties import Party
    from reporter.errors import Place


class Journal(NamedTuple):
    """A journal: its code and its label."""

    code: str
    label: str


OPENING = Journal("AN", "À-nouveaux")
SALES = Journal("VE", "Ventes")
PURCHASES = Journal("AC", "Achats")
BANK = Journal("BQ", "Banque")
OTHERS = Journal("OD", "Opérations diverses")
JOURNALS = (OPENING, SALES, PURCHASES, BANK, OTHERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """An amount on one side of an account.

    Attributes:
        amount: euros, debits positive, credits negative; never zero.
        party: the client or the supplier, on accounts kept by third party.
        piece: what the invoice and its payments share, None where nothing is matched.
        letter: the code of an invoice matched with its payments (lettrage), empty where it is not.
        lettered: the day of the match.
    """

    account: str
    label: str
    amount: Decimal
    party: Party | None = None
    piece: Hashable = field(default=None, compare=False)
    letter: str = ""
    lettered: dt.date | None = None

    @property
    def debit(self) -> Decimal:
        """Return the euros on the left side."""
        return max(self.amount, ZERO)

    @property
    def credit(self) -> Decimal:
        """Return the euros on the right side."""
        return max(-self.amount, ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A dated entry whose postings add up to zero.

    Attributes:
        number: counts from 1 in the year.
        sources: where the lines of the books that make it stand.
    """

    journal: Journal
    date: dt.date
    reference: str
    reference_date: dt.date
    label: str
    postings: tuple[Posting, ...]
    number: int = 0
    sources: tuple[Place, ...] = field(default=(), compare=False)
