"""What is doubtful in an export, or worth knowing: entries at the same time, twice, left out.

Knows entries. Never the lines that they make.
"""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from reporter.errors import Doubt
from reporter.french import counted, quantity
from reporter.law.legal_time import elapsed
from reporter.names import spelling
from reporter.sources.lines.trackers.days import rounded
from reporter.sources.lines.trackers.rows import ROUNDING
from reporter.sources.lines.verdicts import Verdict
from reporter.sources.lines.written.counts import PRECISION
from reporter.sources.tables.words import bearing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from reporter.sources.lines.trackers.entries import Entry, Left
    from reporter.sources.tables.tracker_words import Column
    from reporter.sources.tables.trackers import Export

UNSOLD = ("not sold", "maybe not sold")
"""What the words of an entry say that may undo it."""
LEFT: dict[Verdict, tuple[str, str, Column]] = {
    Verdict.UNBILLED: ("non-facturable", "temps non facturable, laissé de côté", "billable"),
    Verdict.BREAK: ("pause", "pauses, laissées de côté", "type"),
    Verdict.ABSENCE: ("absence", "absence, laissée de côté", "type"),
    Verdict.NOTE: ("zeros", "saisies de durée nulle, laissées de côté", "duration"),
}
"""What to say of the rows that do not count: its code, what they are, and which cell says so."""


def said_of_left(export: Export, left: Mapping[int, Left]) -> Iterator[Doubt]:
    """Yield what does not count, for each client: how many rows, and how many hours."""
    groups: defaultdict[tuple[Verdict, str], list[int]] = defaultdict(list)
    for row, one in left.items():
        groups[one.verdict, one.client].append(row)
    for (verdict, client), rows in groups.items():
        if verdict not in LEFT:
            continue
        code, what, column = LEFT[verdict]
        hours = counted_in_hours([left[row].hours for row in rows])
        shown = " · ".join([client or "sans client", hours])
        place = export.place(rows[0], column, "billed_hours", "project", "hours")
        yield Doubt(code=code, what=what, place=place, shown=shown, about=client)


def counted_in_hours(hours: Sequence[Fraction]) -> str:
    """Return how many entries, and what their hours add up to: 2 saisies, 7,5 h."""
    return f"{counted(len(hours), 'saisie', 'saisies')}, {in_hours(sum(hours, Fraction(0)))}"


def in_hours(hours: Fraction) -> str:
    """Return hours in French: 7,5 h."""
    return f"{quantity(rounded(hours, PRECISION))} h"


def doubts_of(
    export: Export, entries: Sequence[Entry], year_of: Callable[[dt.date], int]
) -> Iterator[Doubt]:
    """Yield what is doubtful in the entries that count."""
    yield from _rests(export, entries)
    yield from _disagreeing(export, entries)
    yield from _overlaps(export, entries)
    yield from _twice(export, entries)
    yield from _across(export, entries, year_of)
    yield from _uninvoiced(export, entries)
    yield from _unapproved(export, entries)
    yield from _perhaps_unsold(export, entries)


def _rests(export: Export, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Yield the part of the rows that is not billable, where only a part is."""
    rests = [entry for entry in entries if entry.rest]
    if rests:
        code, what, _ = LEFT[Verdict.UNBILLED]
        place = export.place(rests[0].row, "billed_hours", "rounded")
        shown = counted_in_hours([entry.rest for entry in rests])
        yield Doubt(code=code, what=what, place=place, shown=shown)


def _disagreeing(export: Export, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Yield the first entry whose length is not the time from its start to its end, and how many.

    The length counts: a tracker that rounds writes it rounded.
    """
    found = [entry for entry in entries if _is_off(entry)]
    if found and not export.breaks:
        entry = found[0]
        shown = f"{_span(entry)}, {in_hours(entry.hours + entry.rest)}"
        if len(found) > 1:
            shown += f" (et {counted(len(found) - 1, 'autre', 'autres')})"
        yield Doubt(
            code="duree-differente",
            what="durée qui n’est pas celle du début à la fin : c’est elle qui compte",
            place=export.place(entry.row, "rounded", "duration", "hours", "billed_hours"),
            shown=shown,
            fix=f"corriger la saisie dans {export.source} et exporter de nouveau",
            date=entry.day,
        )


def _is_off(entry: Entry) -> bool:
    """Tell whether the length of an entry is another than that of its moments, by a quarter."""
    if entry.start is None or entry.end is None:
        return False
    length = elapsed(entry.start, entry.end)
    if length is None:
        return False
    hours = Fraction(length.days * 86_400 + length.seconds, 3600)
    return abs(hours - entry.hours - entry.rest) > ROUNDING


def _overlaps(export: Export, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Yield the entries that begin before another of the same person ends."""
    people: defaultdict[str, list[tuple[dt.datetime, dt.datetime, Entry]]] = defaultdict(list)
    for entry in entries:
        if entry.start is not None and entry.end is not None:
            people[spelling(entry.worker)].append((entry.start, entry.end, entry))
    for timed in people.values():
        timed.sort(key=lambda one: (one[0], one[1], one[2].row))
        last = timed[0]
        for one in timed[1:]:
            if one[0] < last[1]:
                yield _overlap(export, last[2], one[2])
            last = max(last, one, key=lambda it: it[1])


def _overlap(export: Export, before: Entry, entry: Entry) -> Doubt:
    twin = export.place(before.row, "start_time", "start")
    shown = f"{_span(entry)}, aussi {twin.cell} : {_span(before)}"
    return Doubt(
        code="saisies-chevauchees",
        what="deux saisies d’une même personne en même temps : les deux comptent",
        place=export.place(entry.row, "start_time", "start"),
        shown=shown,
        fix=f"corriger l’une des deux dans {export.source}, ou effacer celle qui est en trop",
        date=entry.day,
    )


def _span(entry: Entry) -> str:
    hours = [when.strftime("%H:%M") for when in (entry.start, entry.end) if when is not None]
    return f"{entry.client} {'–'.join(hours)}"


def _twice(export: Export, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Yield the entries that an export without hours says twice, word for word."""
    seen: dict[tuple[object, ...], int] = {}
    for entry in entries:
        key = (*entry.name, entry.hours)
        if entry.start is None and (first := seen.setdefault(key, entry.row)) != entry.row:
            twin = export.place(first, "date")
            shown = f"{entry.client}, {in_hours(entry.hours)}, comme {twin.cell}"
            what, fix = "saisie identique à une autre", "l’effacer si elle est en double"
            place = export.place(entry.row, "date")
            yield Doubt(
                code="doublon", what=what, place=place, shown=shown, fix=fix, date=entry.day
            )


def _across(
    export: Export, entries: Sequence[Entry], year_of: Callable[[dt.date], int]
) -> Iterator[Doubt]:
    """Yield the entries that end in another financial year: they count in that of their start."""
    for entry in entries:
        end = entry.end.date() if entry.end is not None else entry.day
        if year_of(end) != year_of(entry.day):
            what = "saisie d’un exercice à l’autre, comptée au jour de son début"
            place = export.place(entry.row, "end", "end_time")
            yield Doubt(code="a-cheval", what=what, place=place, shown=_span(entry), date=entry.day)


def _uninvoiced(export: Export, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Yield the time that the tracker says is on no invoice yet: it is work, and it counts."""
    out = [entry for entry in entries if entry.invoiced is False]
    if out:
        yield Doubt(
            code="pas-encore-facture",
            what="temps facturable que le suivi ne dit pas facturé : il compte, au jour du travail",
            place=export.place(out[0].row, "invoiced"),
            shown=counted_in_hours([entry.hours for entry in out]),
            fix=f"le facturer, ou le dire non facturable dans {export.source}",
            about=export.grid.name,
        )


def _unapproved(export: Export, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Yield the time that the tracker says nobody approved: it is work, and it counts.

    Harvest says No of all of it where nobody uses its approvals.
    """
    out = [entry for entry in entries if entry.approved is False]
    unused = export.tracker.name == "Harvest" and len(out) == len(entries)
    if out and not unused:
        yield Doubt(
            code="pas-approuve",
            what="temps que le suivi ne dit pas approuvé : il compte, au jour du travail",
            place=export.place(out[0].row, *export.approvals),
            shown=counted_in_hours([entry.hours for entry in out]),
            fix=f"le faire approuver, ou le dire non facturable dans {export.source}",
            about=export.grid.name,
        )


def _perhaps_unsold(export: Export, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Yield the words of entries that may undo them, each text once: « annulé », « offert »."""
    names: tuple[Column, ...] = ("project", "task", "notes", "tags", "worker")
    seen: set[str] = set()
    for entry in entries:
        for name in names:
            column = export.columns.get(name)
            cell = "" if column is None else export.grid.rows[entry.row][column]
            if not isinstance(cell, str) or cell in seen or bearing(cell) not in UNSOLD:
                continue
            seen.add(cell)
            yield Doubt(
                code="peut-etre-annule",
                what="temps peut-être annulé, offert ou pas encore facturé",
                place=export.place(entry.row, name),
                shown=cell[:80],
                fix=f"le dire non facturable dans {export.source} s’il ne compte pas",
                date=entry.day,
            )
