"""Whose work a row of a grid is, and what a day of it costs.

Knows the columns of names and of the rate, and the missions. Never the days of the row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import Doubt
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.written.values import to_rate, to_text, tried
from reporter.sources.tables.proper_names import of_mission, of_name
from reporter.sources.tables.words import bearing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from reporter.errors import Place
    from reporter.sources.lines.worth.missions import Missions
    from reporter.sources.tables.timesheets import Timesheet
    from reporter.sources.tables.words import Bearing

UNSOLD = ("not sold", "target")
PERHAPS = ("maybe not sold", "maybe target")


def names_of(sheet: Timesheet, row: int, missions: Missions, above: str) -> tuple[str, str, str]:
    """Return the client and the mission of a row, and the client that rows below may have too.

    Args:
        sheet: the grid.
        row: the row.
        missions: which client a mission alone is of.
        above: the client of a row above, which a row that names a mission alone has too.
    """
    cells, fields = sheet.grid.rows[row], sheet.fields
    found = {name: to_text(cells[fields[name]]) for name in ("client", "mission") if name in fields}
    client, mission = found.get("client", ""), found.get("mission", "")
    alone = client or mission
    if not (client and mission) and not missions.has_client(alone):
        clients = missions.clients_of(alone)
        if len(clients) == 1 and not (above and "client" in found and mission):
            return clients.pop(), alone, above
    client = client or (above if mission else "")
    return client, mission, client


def bearing_of(labels: Sequence[str], client: str, mission: str) -> tuple[Bearing, str]:
    """Return what the words of a row say of its days, and which words: sold to nobody, or perhaps.

    The name of a client is heard as such: « Perdu SARL » is one.
    """
    said: list[tuple[Bearing, str]] = [
        (bearing(label), label) for label in labels if label not in (client, mission)
    ]
    said += [(of_name(client, client=True), client)] if client else []
    said += [(of_mission(mission), mission)] if mission else []
    sure = [(bears, text) for bears, text in said if bears in UNSOLD]
    perhaps = [(bears, text) for bears, text in said if bears in PERHAPS]
    return next((("not sold", text) for _, text in sure), next(iter(perhaps), ("", "")))


def maybe_unsold(place: Place, shown: str) -> Doubt:
    """Return the doubt of a row of days that are perhaps sold to nobody."""
    what = "des jours peut-être annulés, offerts ou vendus à personne"
    fix = "effacer la ligne si elle ne compte pas, ou la nommer par son client"
    return Doubt(code="peut-etre-annule", what=what, place=place, shown=shown[:80], fix=fix)


def rates_of(
    sheet: Timesheet, row: int, names: tuple[str, str], day: date, missions: Missions
) -> set[Decimal]:
    """Return the rates that a day may have: that of its row, else those agreed."""
    column = sheet.fields.get("rate")
    cell = "" if column is None else sheet.grid.rows[row][column]
    if column is None or is_blank(cell):
        return missions.rates(*names, day)
    price = tried(to_rate, cell)
    return set() if price is None else {price}
