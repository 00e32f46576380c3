"""The sheet of missions: the daily rate of a client, of one mission, from one day to another.

Knows which rate holds for a line that has none. Never how the line is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from reporter.names import spelling
from reporter.sources.lines.aside import set_aside, worded_ranks
from reporter.sources.lines.cells import Problem, read_cells
from reporter.sources.lines.drafts import drafts_of
from reporter.sources.lines.owners import owners
from reporter.sources.lines.verdicts import TableReading, Verdict

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.errors import BadCell
    from reporter.sources.lines.drafts import Draft
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.vocabulary import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """A daily rate: `rate` euros a day for a client, or one mission of theirs, between two days."""

    client: str
    rate: Decimal
    mission: str = ""
    start: date = date.min
    end: date = date.max


@dataclass(frozen=True, slots=True)
class Missions:
    """Every rate agreed."""

    known: tuple[Mission, ...] = ()

    def clients_of(self, name: str) -> set[str]:
        """Return the clients who have a mission of that name."""
        key = spelling(name)
        return {known.client for known in self.known if key and spelling(known.mission) == key}

    def has_client(self, name: str) -> bool:
        """Tell whether some mission is for that client."""
        return any(spelling(known.client) == spelling(name) for known in self.known)

    def rates(self, client: str, mission: str, day: date | None) -> set[Decimal]:
        """Return the rates that hold on a day: those of the very mission before the client's."""
        of_client = [
            known
            for known in self.known
            if spelling(known.client) == spelling(client)
            and day is not None
            and known.start <= day <= known.end
        ]
        exact = [known for known in of_client if spelling(known.mission) == spelling(mission)]
        whole = [known for known in of_client if not known.mission]
        return {known.rate for known in exact or whole or (of_client if not mission else [])}


def read_missions(table: Table) -> tuple[list[Mission], TableReading]:
    """Return the rates of a sheet of missions, and what became of its rows."""
    cells = read_cells(table)
    aside = set_aside(cells, worded_ranks(cells))
    known: list[Mission] = []
    errors: list[BadCell] = []
    verdicts = {table.top: Verdict.HEADER}
    for rank, draft in enumerate(drafts_of(cells.rows, cells.values)):
        if rank in aside:
            if (verdict := aside[rank].verdict) is not None:
                verdicts[draft.row] = verdict
            continue
        lacks: Field | None = "client" if not draft.client else None if draft.rate else "rate"
        found = list(cells.mistakes.get(rank, ()))
        if lacks and not found:
            fix = "remplir Client et TJM"
            found.append(cells.mistake(rank, Problem(lacks, "cellule vide", fix=fix)))
        errors += found
        verdicts[draft.row] = Verdict.REFUSED if found else Verdict.LINE
        if not found and draft.rate is not None:
            known.append(_mission(draft, draft.rate))
    columns = owners(cells, set(range(len(cells.rows))) - aside.keys())
    said = tuple(it.doubt for it in aside.values() if it.doubt is not None)
    reading = TableReading(
        verdicts=verdicts, left=columns.left, errors=(*columns.errors, *errors), doubts=said
    )
    return known, reading


def _mission(draft: Draft, rate: Decimal) -> Mission:
    return Mission(
        client=draft.client,
        rate=rate,
        mission=draft.mission,
        start=draft.start or date.min,
        end=draft.end or date.max,
    )
