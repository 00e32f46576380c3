"""What entries add up to, for comparing with the report and with the sheets.

Knows accounts. Never the lines that the entries come from.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reporter.accounting.journal import OPENING
from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from reporter.accounting.journal import Entry

DEPRECIATION = "6811"


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The sums of a year's entries by kind of account, in euros, what it opened with left out.

    Attributes:
        revenue: credits less debits of the accounts 70.
        charges: debits less credits of class 6, depreciation left out.
        depreciation: the same of 6811.
        vat_collected: credits less debits of 4457, those of deposits left out.
        vat_deposits: the same of the deposits received (4191), those used taken off.
        vat_to_invoice: the same of 44587.
        vat_reverse: the same of 4452.
        vat_deductible: debits less credits of 44566.
        vat_assets: the same of 44562.
        assets: what was bought to last, debits less credits of 20 and 21.
        clients: the same of 411.
        debit: every debit, those of the opening too.
        credit: every credit.
    """

    revenue: Decimal
    charges: Decimal
    depreciation: Decimal
    vat_collected: Decimal
    vat_deposits: Decimal
    vat_to_invoice: Decimal
    vat_reverse: Decimal
    vat_deductible: Decimal
    vat_assets: Decimal
    assets: Decimal
    clients: Decimal
    debit: Decimal
    credit: Decimal

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Totals:
        """Return the sums of entries."""
        every = tuple(entries)
        made = [entry for entry in every if entry.journal != OPENING]
        postings = [posting for entry in made for posting in entry.postings]
        both = [posting for entry in every for posting in entry.postings]
        deposits = -sum(
            (
                posting.amount
                for entry in made
                if any(posting.account.startswith("419") for posting in entry.postings)
                for posting in entry.postings
                if posting.account.startswith("4457")
            ),
            ZERO,
        )

        def of(*starts: str) -> Decimal:
            return sum((p.amount for p in postings if p.account.startswith(starts)), ZERO)

        return cls(
            revenue=-of("70"),
            charges=of("6") - of(DEPRECIATION),
            depreciation=of(DEPRECIATION),
            vat_collected=-of("4457") - deposits,
            vat_deposits=deposits,
            vat_to_invoice=-of("44587"),
            vat_reverse=-of("4452"),
            vat_deductible=of("44566"),
            vat_assets=of("44562"),
            assets=of("20", "21"),
            clients=of("411"),
            debit=sum((posting.debit for posting in both), ZERO),
            credit=sum((posting.credit for posting in both), ZERO),
        )
