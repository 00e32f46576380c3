"""Cells → lengths of time, in hours, exact: 1:30:00, 1,5, PT1H30M, 1 h 30 min, seconds.

Knows how trackers write a length of time. Never from when to when it was.
"""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal

from reporter import numerals
from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.grids.cells import Broken
from reporter.sources.lines.written.values import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable

Unit = Literal["hours", "minutes", "seconds"]
"""What a length written as a plain number counts."""
IN_AN_HOUR: dict[Unit, int] = {"hours": 1, "minutes": 60, "seconds": 3600}
CLOCK = pattern(r"(\d{1,4}):([0-5]\d)(?::([0-5]\d)(?:[.,]\d+)?)?", re.ASCII)
PERIOD = pattern(
    r"PT(?:(\d{1,4}(?:[.,]\d+)?)H)?(?:(\d{1,5}(?:[.,]\d+)?)M)?(?:(\d{1,7}(?:[.,]\d+)?)S)?", re.ASCII
)
WORDED = pattern(
    r"(?:(\d{1,4}(?:[.,](?:\d|[6-9]\d))?) ?h(?:(?:ou)?rs?|eures?)?)?"
    r"(?: ?(\d{1,4}) ?(?:m|mn|min|minutes?)?)?(?: ?(\d{1,5}) ?(?:s|sec|seconde?s?))?",
    re.IGNORECASE | re.ASCII,
)
"""« 7,30 h » may be seven hours and a half, or less: it is none."""
ASK = "écrire une durée, par exemple 1:30:00 ou 1,5"
NO_DATE = "un nombre de jours au format d’une heure : mettre la cellule au format [h]:mm, ou Nombre"
UNITS: dict[Unit, set[str]] = {
    "seconds": {"s", "sec", "seconde", "secondes", "second", "seconds"},
    "minutes": {"min", "minute", "minutes"},
    "hours": {"h", "heure", "heures", "hour", "hours", "decimal", "decimale"},
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
    """Return the unit in which plain numbers are the hours beside them, None where none is.

    Args:
        pairs: a plain number, and the hours from the start to the end of the same entry.
    """
    known = [(Fraction(number), beside) for number, beside in pairs if number]
    for unit, count in IN_AN_HOUR.items():
        if known and all(abs(number / count - beside) <= NEAR for number, beside in known):
            return unit
    return None
