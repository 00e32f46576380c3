"""Which sales make one invoice, its date, and the years in which the books note who has paid.

Knows numbers and dates. Never accounts.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reporter.accounting.parties import party
from reporter.grouping import gathered

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterator

    from reporter.model import Activity, Day, Fee, Line
    from reporter.settings import Settings

    Sale = Day | Fee

NEAR = timedelta(days=62)
"""Lines of two years under one number are one invoice if no more separates them."""
RECENT = timedelta(days=90)
"""A sale unpaid for longer says that nobody noted its payment, where none is noted in its year."""


class Invoiced(NamedTuple):
    """A sale, the invoice that it belongs to, and the day of that invoice."""

    line: Sale
    number: Hashable
    date: dt.date


def invoiced(activity: Activity, settings: Settings) -> list[Invoiced]:
    """Return each sale with its invoice.

    An invoice is what a client's lines of one number are, in a financial year; also in two years
    where little time separates them, unless the books begin their numbers again. It is dated of
    its « Date de facture », else of its latest line.
    """
    sales = activity.sales
    groups = gathered(((_client(it), it.invoice or rank), rank) for rank, it in enumerate(sales))
    restarts = _restarts(sales, settings)
    found: dict[int, Invoiced] = {}
    for key, ranks in groups.items():
        ranks.sort(key=lambda rank: sales[rank].date)
        for apart, part in enumerate(_parts(sales, ranks, settings, restarts=restarts)):
            dates = [day for rank in part if (day := sales[rank].invoiced)]
            date = max(dates or [sales[rank].date for rank in part])
            found |= {rank: Invoiced(sales[rank], (key, apart), date) for rank in part}
    return [found[rank] for rank in range(len(sales))]


def first_day(activity: Activity, settings: Settings) -> dt.date | None:
    """Return the first day of the first financial year of the books: no payment is older."""
    first = min((line.date for line in activity.lines), default=None)
    return settings.year_of(first).start if first else None


def believed(line: Line, since: dt.date | None) -> dt.date | None:
    """Return the payment date of a line; none where it is older than the books themselves."""
    return line.paid if line.paid and since and line.paid >= since else None


def payment_years(activity: Activity, settings: Settings, until: int) -> frozenset[int]:
    """Return the years whose unpaid sales are known: in the others, nothing says who paid.

    A year is known where one of its sales has a payment date, or one of an earlier sale falls in
    it; also after such a year, where it has no sale old enough to have been paid.
    """
    since = first_day(activity, settings)
    oldest: dict[int, dt.date] = {}
    noted: set[int] = set()
    for line in activity.sales:
        of, paid = settings.year_of(line.date).number, believed(line, since)
        oldest[of] = min(line.date, oldest.get(of, line.date))
        if paid:
            noted.add(of)
        if paid and paid >= line.date:
            noted.add(settings.year_of(paid).number)
    known: set[int] = set()
    for number in range(min(noted, default=until), until + 1):
        old = oldest.get(number)
        recent = old is None or old > settings.year(number).end - RECENT
        if number in noted or (known and recent):
            known.add(number)
    return frozenset(known)


def _client(line: Sale) -> str:
    return party("C", line.client).code


def _restarts(sales: tuple[Sale, ...], settings: Settings) -> bool:
    """Tell whether numbers begin again: two clients bear one of them, in two years."""
    bearers: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    for line in sales:
        if line.invoice:
            bearers[line.invoice].add((_client(line), settings.year_of(line.date).number))
    return any(
        client != other and year != other_year
        for found in bearers.values()
        for client, year in found
        for other, other_year in found
    )


def _parts(
    sales: tuple[Sale, ...], ranks: list[int], settings: Settings, *, restarts: bool
) -> Iterator[list[int]]:
    """Yield the ranks of each invoice, among those of one number in the order of their dates."""
    part = ranks[:1]
    for before, rank in pairwise(ranks):
        one, other = sales[before], sales[rank]
        same_year = settings.year_of(one.date) == settings.year_of(other.date)
        near = not restarts and other.date - one.date <= NEAR
        if not (same_year or near or (one.invoiced and one.invoiced == other.invoiced)):
            yield part
            part = []
        part = [*part, rank]
    yield part
