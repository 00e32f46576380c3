"""The months that remain in a year, begun or whole.

Knows the calendar. Never the books.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.law.workdays import ONE_DAY, month_end, month_starts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


def remaining(cut: date, end: date) -> tuple[date, ...]:
    """Return the last day of each month, begun or whole, that remains after a date, up to the end.

    That of the last one is the end itself.
    """
    return tuple(min(month_end(first), end) for first in month_starts(cut + ONE_DAY, end))


def periods(cut: date, ends: tuple[date, ...]) -> Iterator[tuple[date, date]]:
    """Yield what remains as periods: the day before each one, and its last day."""
    return zip((cut, *ends[:-1]), ends, strict=True)
