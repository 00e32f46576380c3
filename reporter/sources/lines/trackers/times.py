"""Cells → lengths of time, exact, 1:30:00, 1,5, PT1H30M, and moments: orders, hours, zones.

Knows how trackers write times; the order of days and months is decided once for a whole export.
Never what was done then.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from reporter import numerals
from reporter.characters import folded
from reporter.law.legal_time import elapsed, legal
from reporter.patterns import pattern
from reporter.sources.grids.cells import Broken
from reporter.sources.lines.written.counts import CLOCK, HOUR_WORDS
from reporter.sources.lines.written.orders import CENTURY, MONTHS, SHORT, SLASHED
from reporter.sources.lines.written.values import Unreadable, to_date

if TYPE_CHECKING:
    from collections.abc import Iterable

Unit = Literal["hours", "minutes", "seconds"]
"""What a length written as a plain number counts."""
IN_AN_HOUR: dict[Unit, int] = {"hours": 1, "minutes": 60, "seconds": 3600}
PERIOD = pattern(
    r"PT(?:(\d{1,4}(?:[.,]\d+)?)H)?(?:(\d{1,5}(?:[.,]\d+)?)M)?(?:(\d{1,7}(?:[.,]\d+)?)S)?", re.ASCII
)
WORDED = pattern(
    r"(?:(\d{1,4}(?:[.,](?:\d|[6-9]\d))?) ?h(?:(?:ou)?rs?|eures?)?)?"
    r"(?: ?(\d{1,4}) ?(?:m|mn|min|minutes?))?(?: ?(\d{1,5}) ?(?:s|sec|seconde?s?))?",
    re.IGNORECASE | re.ASCII,
)
"""« 7,30 h » may be seven hours and a half, or less: it is none."""
ASK = "écrire une durée, par exemple 1:30:00 ou 1,5"
NO_DATE = "un nombre de jours au format d’une heure : mettre la cellule au format [h]:mm, ou Nombre"
UNITS: dict[Unit, set[str]] = {
    "seconds": {"s", "sec", "seconde", "secondes", "second", "seconds"},
    "minutes": {"min", "minute", "minutes"},
    "hours": HOUR_WORDS | {"decimal", "decimale"},
}
NEAR = Fraction(1, 50)
"""Hours by which a length may differ from those of its start and end, of which it has the unit."""


def hours(cell: Any, unit: Unit = "hours") -> Fraction:
    """Return the hours that a cell says; a plain number counts units.

    Raises:
        Unreadable: where it is no length of time.
    """
    if isinstance(cell, Broken):
        raise Unreadable(cell.fix)
    if isinstance(cell, date):
        raise Unreadable(NO_DATE)
    if isinstance(cell, time):
        cell = timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second)
    if isinstance(cell, timedelta):
        return exact(cell)
    if (number := plain(cell)) is not None:
        return Fraction(number) / IN_AN_HOUR[unit]
    text = numerals.spaced(str(cell))
    found = CLOCK.fullmatch(text) or PERIOD.fullmatch(text.upper()) or WORDED.fullmatch(text)
    if found is None or not any(found.groups()):
        raise Unreadable(ASK)
    whole, minutes, seconds = (Fraction((part or "0").replace(",", ".")) for part in found.groups())
    return whole + minutes / 60 + seconds / 3600


def exact(length: timedelta) -> Fraction:
    """Return the hours of a length of time, to the second."""
    return Fraction(length // timedelta(seconds=1), IN_AN_HOUR["seconds"])


def plain(cell: Any) -> Decimal | None:
    """Return the number that a cell is, None where it is written as a length of time.

    No entry lasts a thousand hours: « 1,250 » and « 1.250 » are an hour and a quarter.
    """
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        return None
    number = numerals.number(cell) if isinstance(cell, str) else Decimal(f"{cell:.15g}")
    return number if number is not None and numerals.is_sober(number) else None


def unit_said(title: str) -> Unit | None:
    """Return the unit that the header of a column names, None where it names none."""
    words = set(folded(title).split())
    return next((unit for unit, known in UNITS.items() if words & known), None)


def unit_of(pairs: Iterable[tuple[Decimal, Fraction]]) -> Unit | None:
    """Return the unit in which plain numbers are the hours beside them, None where none is."""
    known = [(Fraction(number), beside) for number, beside in pairs if number]
    for unit, count in IN_AN_HOUR.items():
        if known and all(abs(number / count - beside) <= NEAR for number, beside in known):
            return unit
    return None


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
            hour, half = int(found[1]), (found[4] or "").lower()
            if half:  # 12 AM is midnight, 12 PM is noon
                hour = hour % NOON + NOON * (half == "p") if 1 <= hour <= NOON else 24
            return time(hour, int(found[2]), int(found[3] or 0))
    except ValueError:
        pass
    raise Unreadable("écrire une heure, par exemple 09:30")
