"""The sheet of missions: the daily rate of a client, of one mission, from one day to another.

Knows which rate holds for a line that has none, and the days signed. Never how a line is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from reporter.errors import Doubt
from reporter.french import counted, days, quantity, short_date
from reporter.model import Signed
from reporter.names import spelling
from reporter.sources.lines.cells import Problem, read_cells
from reporter.sources.lines.owners import owners
from reporter.sources.lines.rows.aside import set_aside, worded_ranks
from reporter.sources.lines.verdicts import TableReading, Verdict
from reporter.sources.lines.worth.drafts import drafts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from reporter.errors import BadCell, Place
    from reporter.sources.lines.worth.drafts import Draft
    from reporter.sources.tables.layouts import Table
    from reporter.sources.tables.vocabulary import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Mission:
    """A daily rate: `rate` euros a day for a client, or one mission of theirs, between two days.

    `planned` are the days signed at that rate between those days, None where the sheet says none.
    """

    client: str
    rate: Decimal
    mission: str = ""
    start: date = date.min
    end: date = date.max
    planned: Decimal | None = None
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True)
class Missions:
    """Every rate agreed."""

    known: tuple[Mission, ...] = ()

    @property
    def signed(self) -> list[Signed]:
        """Return the days signed, in the order of the books."""
        return [
            Signed(
                client=known.client,
                mission=known.mission,
                days=known.planned,
                rate=known.rate,
                start=known.start,
                end=known.end,
                place=known.place,
            )
            for known in self.known
            if known.planned
        ]

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
    for rank, draft in enumerate(drafts_of(cells, range(len(cells.rows)))):
        if rank in aside:
            if (verdict := aside[rank].verdict) is not None:
                verdicts[draft.row] = verdict
            continue
        found = list(cells.mistakes.get(rank, ()))
        if not found:
            found = [cells.mistake(rank, problem) for problem in _problems(draft)]
        errors += found
        verdicts[draft.row] = Verdict.REFUSED if found else Verdict.LINE
        if not found and draft.rate is not None:
            place = cells.place(rank, "planned" if draft.planned else "client")
            known.append(_mission(draft, draft.rate, place))
    columns = owners(cells, set(range(len(cells.rows))) - aside.keys())
    said = (*(it.doubt for it in aside.values() if it.doubt is not None), *_twins(known))
    reading = TableReading(
        verdicts=verdicts, left=columns.left, errors=(*columns.errors, *errors), doubts=said
    )
    return known, reading


def _problems(draft: Draft) -> Iterator[Problem]:
    """Yield what a row lacks, or what its days signed cannot be."""
    if not draft.client or not draft.rate:
        lacks: Field = "rate" if draft.client else "client"
        yield Problem(lacks, "cellule vide", fix="remplir Client et TJM")
        return
    if not draft.planned:
        return
    start, end = draft.start, draft.end
    if draft.planned < 0:
        fix = "écrire combien de jours la mission prévoit, ou effacer la cellule"
        yield Problem("planned", "jours prévus négatifs", shown=quantity(draft.planned), fix=fix)
    elif start is None or end is None:
        fix = "remplir Du et Au : les jours prévus se répartissent entre ces deux dates"
        yield Problem("planned", "jours prévus sans période", quantity(draft.planned), fix)
    elif end < start:
        fix = "écrire dans Au une date qui suit celle de Du"
        yield Problem("end", "période qui finit avant de commencer", short_date(end), fix)
    elif draft.planned > (length := (end - start).days + 1):
        shown = f"{quantity(draft.planned)} pour {counted(length, 'jour', 'jours')} de calendrier"
        fix = "corriger le nombre ou les dates ; à plusieurs, une ligne par intervenant"
        yield Problem("planned", "plus de jours prévus que la période n’en a", shown, fix)


def _mission(draft: Draft, rate: Decimal, place: Place) -> Mission:
    return Mission(
        client=draft.client,
        rate=rate,
        mission=draft.mission,
        start=draft.start or date.min,
        end=draft.end or date.max,
        planned=draft.planned,
        place=place,
    )


def _twins(known: Sequence[Mission]) -> Iterator[Doubt]:
    """Yield the days signed that a row above has signed already, word for word."""
    for rank, mission in enumerate(known):
        if mission.planned and mission in known[:rank]:
            yield Doubt(
                code="doublon",
                what="jours prévus deux fois, de la même mission aux mêmes dates",
                place=mission.place,
                shown=f"{mission.client}, {days(mission.planned, 'prévu')}",
                fix="effacer l’une des deux lignes, ou nommer deux missions",
                date=mission.start,
            )
