"""The prices of a tracker beside those of the missions: another one, or zero.

Knows entries and their prices. Never which of them counts: see `rates`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reporter.errors import Doubt
from reporter.french import euros_cents
from reporter.model import ZERO
from reporter.sources.lines.trackers.doubts import counted_in_hours

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reporter.sources.lines.trackers.entries import Entry
    from reporter.sources.tables.trackers import Export


def doubts_of(export: Export, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Yield the prices of a tracker that are not those of the missions."""
    yield from _otherwise(export, entries)
    yield from _at_zero(export, entries)
    yield from _abroad(export, entries)


def _otherwise(export: Export, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Yield the prices of a tracker that are not those of the missions, once for each mission."""
    found: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.price.agreed is not None:
            found[entry.client, entry.project].append(entry)
    for (client, project), its in found.items():
        first, agreed = its[0], its[0].price.agreed or ZERO
        hours = counted_in_hours([entry.hours for entry in its])
        names = " · ".join(filter(None, (client, project, hours)))
        yield Doubt(
            code="tarif-et-mission",
            what="prix du suivi autre que celui de la feuille Missions : c’est le sien qui compte",
            place=export.place(first.row, "hourly", "daily", "amount"),
            shown=f"{names} : {_priced(first)}, et {euros_cents(agreed)} par jour dans Missions",
            fix="corriger l’un des deux",
            about=client,
        )


def _priced(entry: Entry) -> str:
    """Return the price of an entry, as its tracker says it."""
    price = entry.price
    if price.rate is None:
        return euros_cents(price.amount or ZERO)
    return f"{euros_cents(price.rate)} par {'jour' if price.daily else 'heure'}"


def _at_zero(export: Export, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Yield the first price of zero, once for each client: it may be work that was offered."""
    for first, names, rate in _by_client(entry for entry in entries if entry.price.zero):
        yield Doubt(
            code="tarif-et-mission",
            what="prix nul dans le suivi : c’est celui de la feuille Missions qui compte",
            place=export.place(first.row, first.price.zero or "hourly"),
            shown=f"{names} : 0,00 €, et {rate} par jour dans Missions",
            fix=f"s’il est offert, le dire non facturable dans {export.source} ; sinon, l’y écrire",
            about=first.client,
        )


def _abroad(export: Export, entries: Sequence[Entry]) -> Iterator[Doubt]:
    """Yield the first time in another currency, once for each client: it has the euros agreed."""
    for first, names, rate in _by_client(entry for entry in entries if entry.price.foreign):
        yield Doubt(
            code="devise",
            what="suivi dans une autre devise : le tarif de la feuille Missions est-il en euros ?",
            place=export.place(first.row, first.price.foreign or "currency"),
            shown=f"{names} : {rate} par jour dans Missions",
            fix=f"choisir l’euro dans {export.source} et exporter de nouveau",
            about=first.client,
        )


def _by_client(entries: Iterable[Entry]) -> Iterator[tuple[Entry, str, str]]:
    """Yield, for each client, its first entry, how many there are, and the rate of a day."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.client].append(entry)
    for client, its in found.items():
        names = " · ".join((client, counted_in_hours([entry.hours for entry in its])))
        yield its[0], names, euros_cents(its[0].price.rate or ZERO)
