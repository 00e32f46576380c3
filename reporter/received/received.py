"""What was received in a year, what makes its difference with what was invoiced, who is late.

Knows when an invoice counts on one side only. Never words, nor how the revenue counts.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import compress
from typing import TYPE_CHECKING, get_args

from reporter.model import ZERO, total
from reporter.names import spelling
from reporter.received.sales import Sales
from reporter.received.values import Delay, Gap, Received, Why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from reporter.model import Activity, FinancialYear
    from reporter.received.values import Invoice, Statements
    from reporter.settings import Settings


def received(
    activity: Activity,
    settings: Settings,
    years: Iterable[FinancialYear],
    day: date | None = None,
    told: Statements | None = None,
) -> Received | None:
    """Return a year by its payments; None where the books date none of its sales.

    Nobody knows what was paid before the statements begin: a year before them is None, and an
    invoice that was due by then is not unpaid.

    Args:
        activity: the lines of the books, each at its own date.
        settings: the terms agreed with clients, and the financial years.
        years: the year, then those before it, newest first.
        day: what is paid after it is not paid yet; the end of the year where left out.
        told: the first and the last day of which the bank, or the owner, tells; nobody knows what
            is paid from then on.
    """
    year, *before = years
    day = year.end if day is None else min(day, year.end)
    books = Sales.of(activity, settings)
    unknown = books.undated()
    since, known, incoming = told or (None, None, ())
    if since is not None and year.end < since:
        return None
    if year.number in unknown or not any(paid for _, paid in books.sales):
        return None
    invoices = tuple(books.invoices(unknown, year.start, day))
    known = known if known is not None and known < day else None
    last = known or day
    owed = tuple(_settled([one for one in invoices if _is_owed(one, day)]))
    lost = [since is not None and one.due < since for one in owed]
    kept = zip(owed, lost, strict=True)
    unpaid = tuple(one for one, gone in kept if one.counted <= last and not gone)
    places = {one.place for one in unpaid}
    untold = {one.number for one in before if since is not None and one.end < since}
    spans = [(one, min(day, one.end)) for one in (year, *before)]
    return Received(
        day=day,
        sides=tuple(books.sides(spans, unknown | untold)),
        gaps=tuple(sorted(_gaps(invoices, year, day), key=_order)),
        unpaid=unpaid,
        delays=tuple(_delays(invoices, unpaid, year, last)),
        unknown=tuple(sorted(unknown)),
        known=known,
        untold=tuple(one for one in owed if one.counted > last),
        since=since,
        lost=tuple(compress(owed, lost)),
        incoming=sum(it.date <= day and not places.isdisjoint(it.places) for it in incoming),
    )


def _is_owed(invoice: Invoice, day: date) -> bool:
    return invoice.counted <= day and (invoice.paid is None or invoice.paid > day)


def _gaps(invoices: Iterable[Invoice], year: FinancialYear, day: date) -> Iterator[Gap]:
    for one in invoices:
        within = one.paid is not None and year.start <= one.paid <= day
        if year.start <= one.counted <= day:
            if not within:
                early = one.paid is not None and one.paid < year.start
                yield Gap(why="advance" if early else "owed", invoice=one, amount=-one.amount)
        elif within:
            why: Why = "earlier" if one.counted < year.start else "deposit"
            yield Gap(why=why, invoice=one, amount=one.amount)


def _order(gap: Gap) -> tuple[int, date, str]:
    return get_args(Why).index(gap.why), gap.invoice.counted, gap.invoice.number


def _settled(unpaid: list[Invoice]) -> list[Invoice]:
    """Return unpaid invoices, oldest first, less each that a credit note of its client undoes.

    Nothing is undone where several invoices have that amount: which one is meant is not said.
    """
    kept = sorted(unpaid, key=lambda one: (one.date, one.number))
    for note in [one for one in kept if one.amount < 0]:
        undone = [
            one
            for one in kept
            if one.amount == -note.amount
            and spelling(one.client) == spelling(note.client)
            and one.date <= note.date
        ]
        if len(undone) == 1:
            kept = [one for one in kept if one is not note and one is not undone[0]]
    return kept


def _delays(
    invoices: Iterable[Invoice], unpaid: Iterable[Invoice], year: FinancialYear, day: date
) -> list[Delay]:
    """Return how each client pays, those that owe most beyond their term first."""
    paid: dict[str, list[Invoice]] = {}
    owed: dict[str, list[Invoice]] = {}
    for one in invoices:
        if one.paid and year.start <= one.paid <= day and one.paid >= one.date and one.amount > 0:
            paid.setdefault(one.client, []).append(one)
    for one in unpaid:
        owed.setdefault(one.client, []).append(one)
    found = [_delay(name, paid.get(name, []), owed.get(name, []), day) for name in {**paid, **owed}]
    return sorted(found, key=lambda one: (-one.overdue, -one.owed, one.client))


def _delay(client: str, paid: list[Invoice], owed: list[Invoice], day: date) -> Delay:
    last = (paid or owed)[-1]
    waited = [Decimal((one.paid - one.date).days) for one in paid if one.paid]
    return Delay(
        client=client,
        term=(last.due - last.date).days,
        days=sum(waited, ZERO) / len(waited) if waited else None,
        paid=len(paid),
        late=sum(one.is_late for one in paid),
        owed=total(owed),
        overdue=total(one for one in owed if one.late_on(day)),
    )
