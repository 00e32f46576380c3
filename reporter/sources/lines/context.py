"""What the lines of every table are read with: the owner's hours, missions, statuses, years.

Knows what the owner decided that bears on a line. Never a cell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.characters import folded
from reporter.names import spelling
from reporter.sources.lines.cells import calendar_year
from reporter.sources.lines.meaning.bearings import Statuses

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from reporter.law.mileage import Kind
    from reporter.settings.reading import Rules
    from reporter.sources.lines.worth.missions import Missions


class Context(NamedTuple):
    """What the lines of every table are read with.

    Attributes:
        hours: the hours that make a day; None where the owner has not said.
        own_hours: the same for some clients, by the spelling of their names.
        statuses: what the owner says of statuses that we do not know.
        vehicle: what drives the kilometres of the expenses.
        year_of: the number of the financial year of a day.
    """

    hours: Decimal | None
    missions: Missions
    statuses: Statuses = Statuses()
    year_of: Callable[[dt.date], int] = calendar_year
    own_hours: Mapping[str, Decimal] = {}
    vehicle: Kind = "car"

    def hours_of(self, client: str) -> Decimal | None:
        """Return the hours that make a day for a client, None where the owner has not said."""
        return self.own_hours.get(spelling(client), self.hours)


def context_of(rules: Rules, missions: Missions, year_of: Callable[[dt.date], int]) -> Context:
    """Return what lines are read with: what their owner says, and the rates agreed."""
    counted, left_out = (
        frozenset(folded(text) for text, counts in rules.statuses.items() if counts is kept)
        for kept in (True, False)
    )
    return Context(
        hours=rules.hours,
        own_hours={spelling(name): hours for name, hours in rules.own_hours.items()},
        missions=missions,
        statuses=Statuses(counted, left_out),
        year_of=year_of,
        vehicle=rules.vehicle.kind,
    )
