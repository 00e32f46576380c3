"""Entries that stand twice in one export, within a minute: the same work, exported two times.

Knows entries with hours. Never what overlaps without being the same, which is doubted.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import BadCell

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from reporter.sources.lines.trackers.entries import Entry
    from reporter.sources.tables.trackers import Export

NEAR = timedelta(minutes=1)
"""How far apart two exports of one entry may set its start, and its end."""
SHORTEST = timedelta(minutes=5)
"""An entry that is shorter may be followed by another one within a minute."""
SHOWN = "%H:%M:%S"


class _Timed(NamedTuple):
    """An entry, with when it began and ended."""

    start: dt.datetime
    end: dt.datetime
    entry: Entry


def mistakes_of(export: Export, entries: Sequence[Entry]) -> Iterator[BadCell]:
    """Yield the entries that another says too, of the same person for the same work."""
    about: defaultdict[tuple[str, ...], list[_Timed]] = defaultdict(list)
    for entry in entries:
        if entry.start is not None and entry.end is not None:
            about[entry.about].append(_Timed(entry.start, entry.end, entry))
    for timed in about.values():
        timed.sort(key=lambda one: (one.start, one.entry.row))
        for one, other in pairwise(timed):
            if _is_one(one, other):
                yield _mistake(export, one, other)


def _is_one(one: _Timed, other: _Timed) -> bool:
    long = one.end - one.start >= SHORTEST
    return long and other.start - one.start <= NEAR and abs(other.end - one.end) <= NEAR


def _mistake(export: Export, one: _Timed, other: _Timed) -> BadCell:
    first, again = sorted((one, other), key=lambda it: it.entry.row)
    twin = export.place(first.entry.row, "start_time", "start")
    when = f"{again.start.strftime(SHOWN)}–{again.end.strftime(SHOWN)}"
    return BadCell(
        "saisie en double : son temps compterait deux fois",
        export.place(again.entry.row, "start_time", "start"),
        shown=f"{again.entry.client} {when}, aussi {twin.cell}",
        fix="effacer l’une des deux, ou exporter la colonne de la personne si elles sont deux",
    )
