"""Days that missions have signed, as the lines of the months to come.

Knows how signed days are spread. Never how they are read, nor what they amount to.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from reporter.landing.dates import periods, remaining
from reporter.law.workdays import working_days
from reporter.model import ZERO, Day, cents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from reporter.model import Signed

HUNDREDTH = Decimal("0.01")


def to_come(
    signed: Iterable[Signed], cut: date, end: date, *, alsace_moselle: bool = False
) -> Iterator[Day]:
    """Yield the days signed after a date and up to an end, a line for each month of a mission.

    They are spread evenly over the working days of their period, to the hundredth of a day; what
    falls up to the date is past, and the books say what came of it. A line is dated the last day
    of its month.
    """
    ends = remaining(cut, end)
    for mission in signed:
        for after, last in periods(cut, ends):
            upto = (_done(mission, day, alsace_moselle=alsace_moselle) for day in (after, last))
            before, now = upto
            if days := now - before:
                yield Day(
                    date=last,
                    client=mission.client,
                    mission=mission.mission,
                    days=days,
                    rate=mission.rate,
                    amount=cents(days * mission.rate),
                    place=mission.place,
                )


def _done(mission: Signed, day: date, *, alsace_moselle: bool) -> Decimal:
    """Return the days of a mission up to a day, at an even pace; whole on its last day."""
    if day < mission.start:
        return ZERO
    if day >= mission.end:
        return mission.days
    every = working_days(mission.start, mission.end, alsace_moselle=alsace_moselle)
    past = working_days(mission.start, day, alsace_moselle=alsace_moselle)
    share = mission.days * past / every if every else ZERO
    return share.quantize(HUNDREDTH, ROUND_HALF_UP)
