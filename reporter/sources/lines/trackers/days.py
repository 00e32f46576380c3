"""Entries → billed days: one line a day for each client, project, person and rate.

Knows how hours become days and euros, each month rounded once: the lines of a month add up to its
hours at their rate, to the cent, and each is within a cent of its own. Never how cells are read.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from reporter.model import CENT, ZERO, Day
from reporter.sources.lines.written.counts import PRECISION

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal

    from reporter.sources.lines.trackers.entries import Entry
    from reporter.sources.tables.trackers import Export

HALF = Fraction(1, 2)


def days_of(
    entries: Sequence[Entry], export: Export, a_day: Callable[[str], Decimal | None]
) -> list[Day]:
    """Return the days that entries make, in the order in which each first stands in the export.

    Args:
        entries: what was worked.
        export: where it stands.
        a_day: the hours that make a day for a client, known for each of them.
    """
    months: defaultdict[tuple[object, ...], list[Entry]] = defaultdict(list)
    for entry in entries:
        by_tracker = entry.price.amount is not None
        price = (entry.price.rate, entry.price.daily, by_tracker)
        month = (entry.day.year, entry.day.month)
        months[entry.client, entry.project, entry.worker, price, month].append(entry)
    found = [
        made
        for month in months.values()
        for made in _month(month, export, Fraction(a_day(month[0].client) or 1))
    ]
    return [day for _, day in sorted(found, key=lambda made: made[0])]


def _month(entries: Sequence[Entry], export: Export, a_day: Fraction) -> Iterator[tuple[int, Day]]:
    """Yield the days of a month, each what its sum so far is beyond that of the day before."""
    dates: defaultdict[dt.date, list[Entry]] = defaultdict(list)
    for entry in entries:
        dates[entry.day].append(entry)
    hours, days, euros = Fraction(0), ZERO, ZERO
    for date in sorted(dates):
        its = dates[date]
        hours += sum((entry.hours for entry in its), Fraction(0))
        upto = rounded(hours / a_day, PRECISION) - days
        amount = sum((entry.price.amount or ZERO for entry in its), ZERO)
        if its[0].price.amount is None:
            amount = rounded(hours * _an_hour(its[0], a_day), CENT) - euros
        yield its[0].row, _day(its[0], export, upto, amount, a_day)
        days, euros = days + upto, euros + amount


def _an_hour(entry: Entry, a_day: Fraction) -> Fraction:
    """Return the euros of an hour, exact."""
    rate = Fraction(entry.price.rate or 0)
    return rate / a_day if entry.price.daily else rate


def _day(entry: Entry, export: Export, days: Decimal, amount: Decimal, a_day: Fraction) -> Day:
    return Day(
        date=entry.day,
        client=entry.client,
        mission=entry.project,
        worker=entry.worker,
        days=_plain(days),
        rate=_rate(entry, days, amount, a_day),
        amount=amount,
        place=export.place(entry.row, "date", "start"),
    )


def _rate(entry: Entry, days: Decimal, amount: Decimal, a_day: Fraction) -> Decimal | None:
    """Return the euros of a day; of an amount alone, only where they are whole cents."""
    if entry.price.rate is not None:
        an_hour = _an_hour(entry, a_day) * a_day
        return _plain(rounded(an_hour, PRECISION))
    rate = rounded(Fraction(amount) / Fraction(days), CENT) if days else ZERO
    return rate if rate * days == amount else None


def _plain(number: Decimal) -> Decimal:
    """Return a number without the zeros at its end: 700, and neither 700.0 nor 7E+2."""
    return number.normalize() + ZERO


def rounded(value: Fraction, unit: Decimal) -> Decimal:
    """Return an exact number, not below zero, rounded half up to a multiple of a unit."""
    return int(value / Fraction(unit) + HALF) * unit
