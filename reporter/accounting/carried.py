"""What an accountant’s entries leave on each account: what a later year opens with.

Knows balances of a FEC. Never figures, nor how an entry is numbered.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reporter.accounting.journal import OTHERS, Entry, Posting
from reporter.accounting.parties import Party
from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from reporter.ledgers.ledger import Ledger


class Closed(NamedTuple):
    """A year as it closes.

    Attributes:
        entry: the balance of each account and third party.
        opens: whether what the years before have left is among them.
    """

    entry: Entry
    opens: bool


def closed(ledgers: Mapping[int, Ledger]) -> dict[int, Closed]:
    """Return what each year closes with."""
    return {year: Closed(_balances(one), one.opens) for year, one in ledgers.items()}


def _balances(ledger: Ledger) -> Entry:
    sums: defaultdict[tuple[str, Party | None], Decimal] = defaultdict(lambda: ZERO)
    names: dict[str, str] = {}
    for line in ledger.lines:
        party = Party(line.party, line.party_name) if line.party else None
        sums[line.account, party] += line.amount
        names.setdefault(line.account, line.called)
    number, end = ledger.year.number, ledger.year.end
    return Entry(
        journal=OTHERS,
        date=end,
        reference=f"FEC-{number}",
        reference_date=end,
        label=f"Soldes de {number}",
        postings=tuple(
            Posting(account=account, label=names[account], amount=amount, party=party)
            for (account, party), amount in sums.items()
            if amount
        ),
    )
