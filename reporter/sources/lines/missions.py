"""The sheet of missions: the daily rate of a client, of one mission, from one day to another.

Knows which rate holds for a line that has none. Never how the line is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from reporter.names import spelling
from reporter.sources.lines.columns import Body, body_of
from reporter.sources.lines.totals import set_aside

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.sources.findings import Findings
    from reporter.sources.tables.layouts import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """A daily rate: `rate` euros a day for a client, or one mission of theirs, between two days."""

    client: str
    rate: Decimal
    mission: str = ""
    start: date = date.min
    end: date = date.max


@dataclass(slots=True)
class Missions:
    """Every rate agreed."""

    known: list[Mission] = field(default_factory=list)

    def add(self, table: Table, findings: Findings) -> None:
        """Read the lines of a sheet of missions."""
        body = body_of(table)
        set_aside(body, findings)
        for rank in range(len(body.rows)):
            if rank not in body.aside:
                self._add(body, rank)
        for mistakes in body.mistakes.values():
            findings.errors.extend(mistakes)

    def _add(self, body: Body, rank: int) -> None:
        values = {name: column[rank] for name, column in body.columns.items()}
        for name in ("client", "rate"):
            if not values[name] and body.is_line(rank):
                body.refuse(rank, name, "cellule vide", fix="remplir Client et TJM")
        if body.is_line(rank):
            given = {name: values[name] for name in ("start", "end") if values.get(name)}
            mission = values.get("mission", "")
            self.known.append(
                Mission(client=values["client"], rate=values["rate"], mission=mission, **given)
            )

    def clients_of(self, name: str) -> set[str]:
        """Return the clients who have a mission of that name."""
        key = spelling(name)
        return {known.client for known in self.known if key and spelling(known.mission) == key}

    def has_client(self, name: str) -> bool:
        """Tell whether some mission is for that client."""
        return any(spelling(known.client) == spelling(name) for known in self.known)

    def rates(self, client: str, mission: str, day: date) -> set[Decimal]:
        """Return the rates that hold on a day: those of the very mission before the client's."""
        of_client = [
            known
            for known in self.known
            if spelling(known.client) == spelling(client) and known.start <= day <= known.end
        ]
        exact = [known for known in of_client if spelling(known.mission) == spelling(mission)]
        whole = [known for known in of_client if not known.mission]
        return {known.rate for known in exact or whole or (of_client if not mission else [])}
