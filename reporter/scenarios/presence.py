"""Days carried over to another year: of whom is there, in proportion to the months of presence.

Knows who came and who left. Never what days amount to, nor words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.crew import presence, travellers
from reporter.law.workdays import months
from reporter.model import DAYS, total
from reporter.names import spelling
from reporter.scenarios.shares import with_days

if TYPE_CHECKING:
    from fractions import Fraction

    from reporter.model import Day, FinancialYear
    from reporter.settings import Settings


def presences(
    settings: Settings, source: FinancialYear, year: FinancialYear
) -> dict[str, tuple[Fraction, Fraction]]:
    """Return the months of presence in a year and in its source, of who is not always there.

    One who comes after the source, whatever its lines say, is left out: no month tells a pace.
    """
    found = {
        name: (presence(one, year.start, year.end), presence(one, source.start, source.end))
        for name, one in travellers(settings).items()
    }
    whole = (months(year.start, year.end), months(source.start, source.end))
    return {
        name: (new, old)
        for name, (new, old) in found.items()
        if (new, old) != whole and (old or not new)
    }


def carried_days(
    days: tuple[Day, ...], settings: Settings, source: FinancialYear, year: FinancialYear
) -> tuple[Day, ...]:
    """Return the days of a year as another one has them, at the same average rate of each person.

    They are in proportion to the months of both, of presence where a person is not always there;
    nothing is carried over of one who has left.
    """
    whole = months(year.start, year.end) / months(source.start, source.end)
    there = presences(settings, source, year)
    known = {name: new / old if new else new for name, (new, old) in there.items()}
    shares: dict[Fraction, list[Day]] = {}
    for line in days:
        shares.setdefault(known.get(spelling(line.worker), whole), []).append(line)
    return tuple(
        line for share, own in shares.items() if share for line in _times(tuple(own), share)
    )


def _times(days: tuple[Day, ...], share: Fraction) -> tuple[Day, ...]:
    billed = total(days, DAYS)
    return days if share == 1 else with_days(days, billed * share.numerator / share.denominator)
