"""Cells → moments: the order of days and months, decided once for a whole export; hours; zones.

Knows how trackers write moments. Never what was done then.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from reporter.law.legal_time import elapsed, legal
from reporter.patterns import pattern
from reporter.sources.grids.american import CENTURY, MONTHS, SHORT, SLASHED
from reporter.sources.lines.written.values import Unreadable, to_date

if TYPE_CHECKING:
    from collections.abc import Iterable

Order = Literal["day first", "month first", "either", "neither"]
"""What the dates of an export say of their order; « neither » where they contradict each other."""
ISO = pattern(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2})?",
    re.ASCII | re.IGNORECASE,
)
COMPACT = pattern(r"\d{8}T\d{6}Z?", re.ASCII)
HOUR = pattern(
    r"(\d{1,2})\s*[:h]\s*(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*([ap])?\.?\s*(?:m\.?)?",
    re.IGNORECASE | re.ASCII,
)
AFTER = pattern(r"(?<=\d)[T ,]+(?=\d{1,2}\s*[:h])", re.ASCII)
NOON = 12
MIDNIGHT = datetime(2000, 1, 1)  # noqa: DTZ001  # of any day


class Moment(NamedTuple):
    """A day, and the hour where a cell says it, in the legal time of France.

    Attributes:
        universal: the same in universal time, where the cell says its zone.
    """

    day: date
    hour: time | None = None
    universal: datetime | None = None

    @property
    def whole(self) -> datetime | None:
        """Return the day and the hour together; None without an hour."""
        return None if self.hour is None else datetime.combine(self.day, self.hour)


def order_of(cells: Iterable[Any]) -> Order:
    """Return the order of the days and the months that the dates of an export all have.

    A number beyond twelve is no month; dates with the year first, or with points, say nothing.
    """
    found = [found for cell in cells if (found := slashed(cell)) is not None]
    day_first = any(int(one[1]) > MONTHS for one in found)
    month_first = any(int(one[2]) > MONTHS for one in found)
    if day_first and month_first:
        return "neither"
    if day_first or month_first:
        return "day first" if day_first else "month first"
    return "day first" if all(int(one[1]) == int(one[2]) for one in found) else "either"


def slashed(cell: Any) -> re.Match[str] | None:
    """Return the parts of a date of which the order must be known, None in any other cell."""
    return SLASHED.match(cell.strip()) if isinstance(cell, str) else None


def moment(cell: Any, order: Order, *, stamped: bool = False) -> Moment:
    """Return the day, and the hour if it says one, of a cell.

    Args:
        cell: as it stands in the file.
        order: the order of the days and months of the whole export.
        stamped: whether the cells of the column hold hours: a true midnight is then one.

    Raises:
        Unreadable: where it is no moment.
    """
    if isinstance(cell, datetime):
        hour = cell.time() if stamped or cell.time() != time() else None
        return Moment(cell.date(), hour)
    if not isinstance(cell, str):
        return Moment(to_date(cell), time() if stamped and isinstance(cell, date) else None)
    text = cell.strip()
    if iso := ISO.fullmatch(text):
        padded = iso[2] if iso[2][1] != ":" else f"0{iso[2]}"
        return _stamp(f"{iso[1]}T{padded}{(iso[3] or '').upper()}")
    if COMPACT.fullmatch(text):
        return _stamp(text)
    parts = AFTER.split(text, maxsplit=1)
    return Moment(_day(parts[0], order), hour_of(parts[1]) if len(parts) > 1 else None)


def _day(text: str, order: Order) -> date:
    found = SLASHED.fullmatch(text)
    if found is None or found[4]:
        return to_date(text)
    day, month = (found[2], found[1]) if order == "month first" else (found[1], found[2])
    year = int(found[3]) + (CENTURY if len(found[3]) == SHORT else 0)
    return to_date(f"{int(day):02}/{int(month):02}/{year}")


def _stamp(text: str) -> Moment:
    """Return a moment written by a program; without a zone, it is in legal time already."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise Unreadable("écrire un jour, par exemple 2020-03-31") from error
    if found.tzinfo is None:
        return Moment(found.date(), found.time())
    told = legal(found)
    return Moment(told.date(), told.time(), found.astimezone(UTC))


def between(start: Moment, end: Moment) -> timedelta | None:
    """Return the time from one moment to another; None where nobody can say it.

    Both have an hour. Without a zone, one hour of a year exists twice, and one never.
    """
    if start.universal is not None and end.universal is not None:
        return end.universal - start.universal
    if start.whole is None or end.whole is None:
        return None
    return elapsed(start.whole, end.whole)


def hour_of(cell: Any) -> time:
    """Return an hour of the day: 09:30, 9h30, 9:30 PM, a true one.

    Raises:
        Unreadable: where it is no hour.
    """
    if isinstance(cell, datetime):
        return cell.time()
    if isinstance(cell, time):
        return cell
    if isinstance(cell, timedelta) and timedelta(0) <= cell < timedelta(days=1):
        return (MIDNIGHT + cell).time()
    found = HOUR.fullmatch(cell.strip()) if isinstance(cell, str) else None
    try:
        if found is not None:
            return time(_of_day(int(found[1]), found[4]), int(found[2]), int(found[3] or 0))
    except ValueError:
        pass
    raise Unreadable("écrire une heure, par exemple 09:30")


def _of_day(hour: int, half: str | None) -> int:
    """Return an hour from 0 to 23: 12 AM is midnight, 12 PM is noon."""
    if half is None:
        return hour
    if not 1 <= hour <= NOON:
        raise ValueError(hour)
    return hour % NOON + (NOON if half.lower() == "p" else 0)
