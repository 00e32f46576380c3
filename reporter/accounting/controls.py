"""What entries add up to, for comparing with the report and with the sheets.

Knows accounts. Never the lines that the entries come from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reporter.accounting.journal import OPENING, OTHERS
from reporter.errors import Place
from reporter.leaves import Sum

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date
    from decimal import Decimal

    from reporter.accounting.journal import Entry, Posting

DEPRECIATION = "6811"


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A line of an entry, as it is told.

    Attributes:
        name: the third party, or the account.
        opens: whether it is of what a year opens with.
        deposit: whether its entry is that of a deposit.
        sources: where the lines of the books that make its entry stand.
        disposal: whether its entry is that of a thing sold or scrapped.
    """

    date: date
    account: str
    amount: Decimal
    name: str
    label: str
    place: Place
    opens: bool
    deposit: bool
    sources: tuple[Place, ...]
    disposal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The sums of a year's entries by kind of account, in euros, what it opened with left out.

    Attributes:
        revenue: credits less debits of the accounts 70.
        charges: debits less credits of class 6, depreciation left out.
        depreciation: the same of 6811.
        disposals: the prices of what was sold less the net values of it and of what was scrapped,
            which are in no other sum.
        vat_disposals: the VAT of these prices.
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
        sums: the lines of entries that make each of them, by its name.
    """

    revenue: Decimal
    charges: Decimal
    depreciation: Decimal
    disposals: Decimal
    vat_disposals: Decimal
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

    sums: Mapping[str, Sum] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Totals:
        """Return the sums of entries, and the lines that make each."""
        every = [one for entry in entries for one in _posted(entry)]
        moved = [one for one in every if not one.opens]
        gone, made = (
            [x for x in moved if x.disposal],
            [x for x in moved if not x.disposal],
        )

        def of(sign: int, *starts: str) -> Sum:
            return Sum([one for one in made if one.account.startswith(starts)], _weighed(sign))

        vat = [one for one in made if one.account.startswith("4457")]
        charged = [one for one in made if one.account.startswith("6")]
        sums = {
            "revenue": of(-1, "70"),
            "charges": Sum(
                [one for one in charged if not one.account.startswith(DEPRECIATION)], _weighed(1)
            ),
            "depreciation": of(1, DEPRECIATION),
            "disposals": Sum([x for x in gone if x.account.startswith(("6", "7"))], _weighed(-1)),
            "vat_disposals": Sum([x for x in gone if x.account.startswith("4457")], _weighed(-1)),
            "vat_collected": Sum([one for one in vat if not one.deposit], _weighed(-1)),
            "vat_deposits": Sum([one for one in vat if one.deposit], _weighed(-1)),
            "vat_to_invoice": of(-1, "44587"),
            "vat_reverse": of(-1, "4452"),
            "vat_deductible": of(1, "44566"),
            "vat_assets": of(1, "44562"),
            "assets": of(1, "20", "21"),
            "clients": of(1, "411"),
            "debit": Sum([one for one in every if one.amount > 0], _weighed(1)),
            "credit": Sum([one for one in every if one.amount < 0], _weighed(-1)),
        }
        return cls(**{name: one.value for name, one in sums.items()}, sums=sums)


def _weighed(sign: int) -> Callable[[Posted], Decimal]:
    return lambda one: one.amount * sign


def _posted(entry: Entry) -> Iterator[Posted]:
    """Yield the postings of an entry, each with what tells it from the others."""
    deposit = any(one.account.startswith("419") for one in entry.postings)
    disposal = entry.journal == OTHERS and any(map(_leaves, entry.postings))
    for one in entry.postings:
        yield Posted(
            date=entry.date,
            account=one.account,
            amount=one.amount,
            name=one.party.name if one.party else one.label,
            label=f"{entry.reference} – {entry.label}",
            place=Place("écritures", words=f"{entry.journal.code} {entry.number}, {one.account}"),
            opens=entry.journal == OPENING,
            deposit=deposit,
            sources=entry.sources,
            disposal=disposal,
        )


def _leaves(one: Posting) -> bool:
    """Tell whether a posting is that of a thing that goes out, or of its price."""
    return one.account.startswith(("20", "21")) or (
        one.amount > 0 and one.account.startswith("462")
    )
