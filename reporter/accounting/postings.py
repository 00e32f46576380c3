"""Postings made of amounts: on an account, on a third party's, summed by account and rate.

Knows double entry. Never which entries there are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from reporter.accounting import chart
from reporter.accounting.journal import Posting
from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from decimal import Decimal

    from reporter.accounting.bookable import Bookable
    from reporter.errors import Place

Key = TypeVar("Key", bound="Hashable")


class Sums:
    """Signed amounts by account and VAT rate, in the order in which they come."""

    def __init__(self) -> None:
        self.sums: defaultdict[tuple[str, Decimal | None], Decimal] = defaultdict(lambda: ZERO)

    def add(self, account: str, rate: Decimal | None, amount: Decimal) -> None:
        """Add euros to what an account holds at a rate."""
        self.sums[account, rate] += amount

    def add_all(self, amounts: Iterable[tuple[str, Decimal]]) -> None:
        """Add amounts that bear no VAT, each to its account."""
        for account, amount in amounts:
            self.add(account, None, amount)

    @property
    def total(self) -> Decimal:
        """Return the sum of all, in euros."""
        return sum(self.sums.values(), ZERO)

    def postings(self) -> Iterator[Posting]:
        """Yield a posting for each amount that is not zero."""
        for (account, _), amount in self.sums.items():
            yield from posting(account, amount)


def third(line: Bookable, amount: Decimal) -> Iterator[Posting]:
    """Yield the posting on the account of the client, the supplier, the staff or the State."""
    whom = line.party if line.third.by_party else None
    for made in posting(line.third.account, amount):
        yield replace(made, party=whom, piece=line.piece)


def posting(account: str, amount: Decimal) -> Iterator[Posting]:
    """Yield a posting; none where there is nothing to post."""
    if amount:
        yield Posting(account=account, label=chart.label(account) or account, amount=amount)


def places(lines: Iterable[Bookable]) -> tuple[Place, ...]:
    """Return where lines stand in the books, each place once."""
    return tuple(dict.fromkeys(line.line.place for line in lines))
