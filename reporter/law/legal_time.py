"""The legal time in France: how far it is from universal time, at any moment.

Knows the calendar of summer time. Never what was done at that moment.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache

MARCH, OCTOBER, LAST = 3, 10, 31
WINTER, SUMMER = timedelta(hours=1), timedelta(hours=2)
SUNDAY = 7


def legal(moment: datetime) -> datetime:
    """Return an aware moment in the legal time of metropolitan France, without its offset.

    Summer time goes from the last Sunday of March to that of October, at one o'clock in universal
    time: directive 2000/84/CE; décret n° 2001-330 du 18 avril 2001.
    """
    plain = moment.astimezone(UTC).replace(tzinfo=None)
    begins, ends = _changes(plain.year)
    return plain + (SUMMER if begins <= plain < ends else WINTER)


def elapsed(start: datetime, end: datetime) -> timedelta | None:
    """Return the time from one legal moment to another; None where one exists twice, or never."""
    first, last = universal(start), universal(end)
    return None if first is None or last is None else last - first


def universal(moment: datetime) -> datetime | None:
    """Return a legal moment in universal time; None where it exists twice, or never."""
    found = [
        plain
        for offset in (WINTER, SUMMER)
        if legal((plain := moment - offset).replace(tzinfo=UTC)) == moment
    ]
    return found[0] if len(found) == 1 else None


@cache
def _changes(year: int) -> tuple[datetime, datetime]:
    """Return when summer time begins and ends in a year, in universal time."""
    return _last_sunday(year, MARCH), _last_sunday(year, OCTOBER)


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, LAST, 1)  # noqa: DTZ001  # universal, like all that is compared
    return last - timedelta(days=last.isoweekday() % SUNDAY)
