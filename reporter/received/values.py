"""A year by its payments, as values.

Knows what an invoice, a gap and a delay are. Never how they are found. Money is in euros before
tax, exact.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from decimal import Decimal

    from reporter.errors import Place
    from reporter.leaves import Sum
    from reporter.model import FinancialYear

Why = Literal["owed", "advance", "earlier", "deposit"]
"""Why an invoice is on one side only: invoiced and not received, or received before the year;
received and invoiced in a year before, or after."""
AGES = (0, 30, 60, 90)
"""Days past the due date that separate the ages: not due, up to 30, 60, 90, above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """The sales of one invoice that are paid, or not, on one day; a line without number is one.

    Attributes:
        date: the day of the invoice.
        counted: the day that places its lines in a year.
        due: the day by which it is to be paid.
        paid: the day of its payment, None where it is not paid.
        amount: euros before tax.
        place: where its first line stands.
    """

    client: str
    number: str
    date: dt.date
    counted: dt.date
    due: dt.date
    paid: dt.date | None
    amount: Decimal
    place: Place = field(compare=False)

    @property
    def name(self) -> str:
        """Return whom it is to."""
        return self.client

    @property
    def label(self) -> str:
        """Return what it is called where it is explained: its number."""
        return self.number

    @property
    def is_late(self) -> bool:
        """Tell whether it was paid after it was due."""
        return self.paid is not None and self.paid > self.due

    def late_on(self, day: dt.date) -> int:
        """Return the days of delay of an unpaid one on a day; 0 where it is not due.

        A credit note never is: its client waits for it.
        """
        return max((day - self.due).days, 0) if self.amount > 0 else 0

    def age(self, day: dt.date) -> int:
        """Return the rank of its age on a day: 0 where it is not due, 4 above 90 days late."""
        return sum(self.late_on(day) > limit for limit in AGES)


class Gap(NamedTuple):
    """An invoice that is on one side only; `amount` is what it adds to the received, signed."""

    why: Why
    invoice: Invoice
    amount: Decimal


class Delay(NamedTuple):
    """How a client pays: its invoices paid in the year, and those that it owes.

    Attributes:
        term: the days that it has.
        days: the mean days from the invoice to its payment; None where none was paid after it.
        paid: how many invoices it paid after their date.
        late: how many of them after they were due.
        owed: euros unpaid.
        overdue: euros unpaid and due.
    """

    client: str
    term: int
    days: Decimal | None
    paid: int
    late: int
    owed: Decimal
    overdue: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A year's euros invoiced and received; received is None where no payment is dated.

    Attributes:
        sums: the lines that make both, by the name of each.
    """

    year: FinancialYear
    invoiced: Decimal
    received: Decimal | None
    sums: Mapping[str, Sum] = field(default_factory=dict, compare=False, repr=False)


class Incoming(NamedTuple):
    """A payment that the bank shows, and that may be that of one sale or another.

    Attributes:
        places: where the lines stand that it may pay.
    """

    date: dt.date
    places: frozenset[Place]


class Statements(NamedTuple):
    """The first and the last day of which payments are known, by the bank or by their owner.

    Attributes:
        incoming: the payments that may be those of several sales.
    """

    first: dt.date
    last: dt.date
    incoming: tuple[Incoming, ...] = ()


class Received(NamedTuple):
    """A year by its payments, on a day.

    Attributes:
        day: the end of the year, or the day on which it is looked at.
        sides: the year, then those before it, newest first.
        gaps: what makes the difference of the year, in the order of `Why`, then of dates.
        unpaid: the invoices not paid on the day, oldest first.
        delays: by client, the largest owed first.
        unknown: the years in which no payment is dated, whose sales are left out.
        known: the last day of which the bank tells, None where it is not before `day`; then the
            unpaid and the delays are those of that day.
        untold: the invoices after it that no payment is known of, paid or not.
        since: the first day of which the bank tells, None where no statement does.
        lost: the invoices that were due before it, and that no payment is known of.
        incoming: how many payments that the bank shows may be those of unpaid invoices.
    """

    day: dt.date
    sides: tuple[Side, ...]
    gaps: tuple[Gap, ...]
    unpaid: tuple[Invoice, ...]
    delays: tuple[Delay, ...]
    unknown: tuple[int, ...]
    known: dt.date | None = None
    untold: tuple[Invoice, ...] = ()
    since: dt.date | None = None
    lost: tuple[Invoice, ...] = ()
    incoming: int = 0

    @property
    def told(self) -> dt.date:
        """Return the last day of which the payments are known, that of the unpaid."""
        return self.known or self.day
