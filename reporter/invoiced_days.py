"""Fixed fees that are the invoices of days: the same revenue, counted twice.

Knows the rule alone: to the cent, the days of the same client in the month of the fee or in the
two before, when an invoice follows the work. Never what is done about it: one fee may be chance
(`doubts.invoices`), several are a mistake (`sources.lines.twice.copies`).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reporter.model import ZERO
from reporter.names import party

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from reporter.model import Day, Fee


LATEST = 2
"""Months after that of the days in which their invoice may come."""


class Billed(NamedTuple):
    """What was billed for days: how many, and euros."""

    days: Decimal
    amount: Decimal


Months = dict[tuple[str, int], Billed]
"""What tells a client from others, and the rank of a month → what was billed for its days."""


Runs = dict[tuple[str, int], dict["Decimal", "Decimal"]]
"""What tells a client from others, and the rank of a month → the amounts that the months which
end by it make, each with how many days it is of."""


def months(days: Iterable[Day]) -> Months:
    """Return what each client was billed for the days of each month."""
    sums: defaultdict[tuple[str, int], list[Decimal]] = defaultdict(lambda: [ZERO, ZERO])
    for day in days:
        sum_ = sums[party(day.client), day.month]
        sum_[0] += day.days
        sum_[1] += day.amount
    return {at: Billed(days, amount) for at, (days, amount) in sums.items()}


def runs(found: Months, most: int = 1) -> Runs:
    """Return what may be invoiced together: months that follow one another, so many at most."""
    return {at: _sums(*at, found, most) for at in found}


def is_billed(fee: Fee, amount: Decimal, found: Runs, least: Decimal = ZERO) -> bool:
    """Tell whether an amount is the days of a client in months up to that of a fee, or before.

    Args:
        fee: whose client and month.
        amount: in euros, to the cent.
        found: what may be invoiced together.
        least: how many days there must be.
    """
    client, month = party(fee.client), fee.month
    for last in range(month, month - LATEST - 1, -1):
        days = found[client, last].get(amount) if (client, last) in found else None
        if days is not None and days >= least:
            return True
    return False


def _sums(client: str, last: int, found: Months, most: int) -> dict[Decimal, Decimal]:
    """Return the amounts of the months of a client that end by one, each with its days."""
    sums: dict[Decimal, Decimal] = {}
    days = amount = ZERO
    for rank in range(last, last - most, -1):
        if (month := found.get((client, rank))) is None:
            break
        days, amount = days + month.days, amount + month.amount
        sums[amount] = days
    return sums
