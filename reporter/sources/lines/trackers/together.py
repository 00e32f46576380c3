"""When the entries of an export were: at the same time, twice, from one year to another.

Knows entries, and when each began and ended. Never what they say nor cost: see `doubts`.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import BadCell, Doubt
from reporter.french import counted
from reporter.grouping import gathered
from reporter.law.legal_time import elapsed
from reporter.names import spelling
from reporter.sources.lines.trackers.doubts import in_hours
from reporter.sources.lines.trackers.rows import ROUNDING
from reporter.sources.lines.trackers.times import exact

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reporter.errors import Place
    from reporter.sources.lines.trackers.entries import Entry
    from reporter.sources.tables.trackers import Export

NEAR = timedelta(minutes=1)
"""How far apart two exports of one entry may set its start, and its end."""
SHORTEST = timedelta(minutes=5)
"""An entry that is shorter may be followed by another one within a minute."""


class Timed(NamedTuple):
    """An entry of which the export says when it began and when it ended."""

    start: dt.datetime
    end: dt.datetime
    entry: Entry

    def said(self, hour: str = "%H:%M") -> str:
        """Return its client and its hours."""
        return f"{self.entry.client} {self.start.strftime(hour)}–{self.end.strftime(hour)}"


def _timed(entries: Iterable[Entry]) -> list[Timed]:
    """Return the entries that began and ended at an hour, from the first to the last to begin."""
    found = [
        Timed(entry.start, entry.end, entry)
        for entry in entries
        if entry.start is not None and entry.end is not None
    ]
    return sorted(found, key=lambda one: (one.start, one.end, one.entry.row))


def _beginning(export: Export, entry: Entry) -> Place:
    return export.place(entry.row, "start_time", "start")


def mistakes_of(export: Export, entries: Sequence[Entry]) -> Iterator[BadCell]:
    """Yield the entries that another says too, of the same person for the same work."""
    for its in gathered((timed.entry.about, timed) for timed in _timed(entries)).values():
        for one, other in pairwise(its):
            if _is_one(one, other):
                first, again = sorted((one, other), key=lambda it: it.entry.row)
                twin = _beginning(export, first.entry)
                yield BadCell(
                    "saisie en double : son temps compterait deux fois",
                    _beginning(export, again.entry),
                    shown=f"{again.said('%H:%M:%S')}, aussi {twin.cell}",
                    fix="effacer l’une des deux, ou exporter la colonne de la personne si elles "
                    "sont deux",
                )


def _is_one(one: Timed, other: Timed) -> bool:
    long = one.end - one.start >= SHORTEST
    return long and other.start - one.start <= NEAR and abs(other.end - one.end) <= NEAR


def doubts_of(
    export: Export, entries: Sequence[Entry], year_of: Callable[[dt.date], int]
) -> Iterator[Doubt]:
    """Yield what is doubtful in when the entries that count were."""
    timed = _timed(entries)
    yield from _disagreeing(export, timed)
    yield from _overlaps(export, timed)
    yield from _twice(export, entries)
    yield from _more_billed(export, entries)
    for one in timed:
        if year_of(one.end.date()) != year_of(one.entry.day):
            what = "saisie d’un exercice à l’autre, comptée au jour de son début"
            place, day = export.place(one.entry.row, "end", "end_time"), one.entry.day
            yield Doubt(code="a-cheval", what=what, place=place, shown=one.said(), date=day)


def _disagreeing(export: Export, timed: Iterable[Timed]) -> Iterator[Doubt]:
    """Yield the first entry whose length is not the time from its start to its end, and how many.

    The length counts: a tracker that rounds writes it rounded.
    """
    found = [one for one in timed if _is_off(one)]
    if found and not export.breaks:
        first = min(found, key=lambda one: one.entry.row)
        shown = f"{first.said()}, {in_hours(first.entry.hours + first.entry.rest)}"
        if len(found) > 1:
            shown += f" (et {counted(len(found) - 1, 'autre', 'autres')})"
        yield Doubt(
            code="duree-differente",
            what="durée qui n’est pas celle du début à la fin : c’est elle qui compte",
            place=export.place(first.entry.row, "rounded", "duration", "hours", "billed_hours"),
            shown=shown,
            fix=f"corriger la saisie dans {export.source} et exporter de nouveau",
            date=first.entry.day,
        )


def _is_off(one: Timed) -> bool:
    """Tell whether the length of an entry is another than that of its moments, by a quarter."""
    length = elapsed(one.start, one.end)
    its = one.entry.hours + one.entry.rest
    return length is not None and abs(exact(length) - its) > ROUNDING


def _more_billed(export: Export, entries: Iterable[Entry]) -> Iterator[Doubt]:
    """Yield the entries of which more hours are billable than there are."""
    for entry in entries:
        if entry.rest < 0:
            yield Doubt(
                code="duree-differente",
                what="plus d’heures facturables que d’heures : elles comptent",
                place=export.place(entry.row, "billed_hours"),
                shown=f"{in_hours(entry.hours)}, sur {in_hours(entry.hours + entry.rest)}",
                fix=f"corriger la saisie dans {export.source} et exporter de nouveau",
                date=entry.day,
            )


def _overlaps(export: Export, timed: Iterable[Timed]) -> Iterator[Doubt]:
    """Yield the entries that begin before another of the same person ends."""
    last: dict[str, Timed] = {}
    for one in timed:
        worker = spelling(one.entry.worker)
        before = last.get(worker, one)
        if before is not one and one.start < before.end:
            twin = _beginning(export, before.entry)
            yield Doubt(
                code="saisies-chevauchees",
                what="deux saisies d’une même personne en même temps : les deux comptent",
                place=_beginning(export, one.entry),
                shown=f"{one.said()}, aussi {twin.cell} : {before.said()}",
                fix=f"corriger l’une des deux dans {export.source}, ou effacer celle qui est en "
                "trop",
                date=one.entry.day,
            )
        last[worker] = max(before, one, key=lambda it: it.end)


def _twice(export: Export, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Yield the entries that an export without their ends says twice, word for word."""
    seen: dict[tuple[object, ...], int] = {}
    for entry in entries:
        key = (*entry.name, entry.hours)
        if entry.end is None and (first := seen.setdefault(key, entry.row)) != entry.row:
            twin, place = export.place(first, "date"), export.place(entry.row, "date")
            shown = f"{entry.client}, {in_hours(entry.hours)}, comme {twin.cell}"
            what, fix = "saisie identique à une autre", "l’effacer si elle est en double"
            yield Doubt("doublon", what, place, shown, fix, entry.day)
