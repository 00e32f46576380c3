"""Fixed fees that are the invoices of days: the same revenue, counted twice.

Knows the rule alone: to the cent, the days of the same client in the month of the fee or in the
one before, when an invoice follows the month. Never what is done about it: one fee may be chance
(`doubts.invoices`), several are a mistake (`sources.lines.copies`).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from reporter.model import ZERO
from reporter.names import spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from reporter.model import Day, Fee

MONTHS = 12


class Billed(NamedTuple):
    """What was billed for days: how many, and euros."""

    days: Decimal
    amount: Decimal


Months = dict[tuple[str, int], Billed]
"""The spelling of a client and the rank of a month → what was billed for its days."""


def months(days: Iterable[Day]) -> Months:
    """Return what each client was billed for the days of each month."""
    sums: defaultdict[tuple[str, int, int], list[Decimal]] = defaultdict(lambda: [ZERO, ZERO])
    for day in days:
        sum_ = sums[day.client, day.date.year, day.date.month]
        sum_[0] += day.days
        sum_[1] += day.amount
    found: Months = {}
    for (client, year, month), (count, amount) in sums.items():
        at = (spelling(client), year * MONTHS + month)
        before = found.get(at, Billed(ZERO, ZERO))
        found[at] = Billed(before.days + count, before.amount + amount)
    return found


def invoiced_by(fee: Fee, found: Mapping[tuple[str, int], Billed], least: Decimal = ZERO) -> bool:
    """Tell whether a fee is, to the cent, the days of its client in its month or the last.

    `least` is how many days there must be.
    """
    client, month = spelling(fee.client), _month(fee)
    billed = (found.get((client, rank)) for rank in (month, month - 1))
    return any(w is not None and w.amount == fee.amount and w.days >= least for w in billed)


def _month(line: Day | Fee) -> int:
    return line.date.year * MONTHS + line.date.month
