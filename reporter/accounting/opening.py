"""What the accounts held at the last closing: one entry, on the first day (à-nouveaux).

Knows balances. Never the lines that they come from.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from reporter.accounting.journal import OPENING, Entry
from reporter.accounting.postings import posting
from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from reporter.accounting.journal import Posting
    from reporter.accounting.parties import Party
    from reporter.model import FinancialYear

RESULT, LOSS = "120000", "129000"
"""The result of the year before (PCG 12), until it is allotted."""
CARRIED, CARRIED_LOSS = "110000", "119000"
"""Those of the years before it (PCG 11), which nothing in the books allots otherwise."""
BALANCE_SHEET = "12345"


def opening_entry(earlier: Iterable[Iterable[Entry]], year: FinancialYear) -> Entry:
    """Return the entry that opens a year, without postings where nothing was held.

    Args:
        earlier: the entries of each earlier year of the books, the oldest first.
        year: the year that opens.

    Clients and suppliers keep their own balances; results are carried forward. Source: PCG art.
    112-2 and 410-2, a year opens with what the one before closed with.
    """
    held: defaultdict[tuple[str, Party | None], Decimal] = defaultdict(lambda: ZERO)
    carried = last = ZERO
    for entries in earlier:
        carried, last = carried + last, ZERO
        for posting_ in (p for entry in entries for p in entry.postings):
            if posting_.account.startswith(tuple(BALANCE_SHEET)):
                held[posting_.account, posting_.party] += posting_.amount
            else:
                last += posting_.amount
    results = (*_result(carried, CARRIED, CARRIED_LOSS), *_result(last, RESULT, LOSS))
    return Entry(
        journal=OPENING,
        date=year.start,
        reference=f"AN-{year.number}",
        reference_date=year.start,
        label=f"À-nouveaux {year.number}",
        postings=(*_held(held), *results),
    )


def _held(held: dict[tuple[str, Party | None], Decimal]) -> Iterator[Posting]:
    for (account, party), amount in sorted(held.items(), key=lambda item: str(item[0])):
        for made in posting(account, amount):
            yield replace(made, party=party)


def _result(amount: Decimal, profit: str, loss: str) -> Iterator[Posting]:
    """Yield the posting of a result: what classes 6 and 7 leave, a credit where it is a profit."""
    yield from posting(loss if amount > 0 else profit, amount)
