"""The quantity of a line of an invoice: 12, « 7h30 », « 2 jours », with its unit where it says one.

Knows numbers and lengths of time. Never prices nor amounts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.sources.lines.units import time_of
from reporter.sources.lines.values import Unreadable, to_hours, to_number

if TYPE_CHECKING:
    from decimal import Decimal

OTHER_UNIT = "écrire la quantité dans l’unité que dit la ligne"


class Count(NamedTuple):
    """A quantity, and the unit of time that its own cell says, « jour » or « heure », if any."""

    number: Decimal
    unit: str = ""


def counted(cell: Any) -> Count:
    """Return a quantity; « 7h30 » is hours, « 2 jours » is days.

    Raises:
        Unreadable: where the cell is neither a number nor a length of time.
    """
    try:
        return Count(to_number(cell))
    except Unreadable as unreadable:
        length = time_of(cell) if isinstance(cell, str) else None
        if length is not None and length.is_days:
            return Count(length.number, "jour")
        try:
            return Count(to_hours(cell), "heure")
        except Unreadable:
            raise unreadable from None
