"""The time of a tracker that is counted twice: by two exports, or by days typed beside it.

Knows exports as their entries and their days, other sheets as their days. What is surely twice is
a mistake, what may be is asked about. Never invoices of fixed amounts, which are those of any days:
see `copies`.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.french import counted, month_of_year
from reporter.grouping import gathered
from reporter.model import DAYS, Day, Fee, total
from reporter.names import spelling, within
from reporter.patterns import pattern
from reporter.sources.lines.naming import doubt_of
from reporter.sources.tables.titles import called

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reporter.errors import Place
    from reporter.model import Line
    from reporter.sources.lines.verdicts import TableReading


ONE_DAY = 1
"""A typed line of more days is that of a month, perhaps the month before its date."""


class Tracked(NamedTuple):
    """What an export holds.

    Attributes:
        tracker: the name of its tracker.
        entries: what tells each of its entries from all others, and where it stands.
    """

    tracker: str
    entries: Mapping[tuple[object, ...], Place]


TIME = pattern(r"\b(?:regie|jours?|tjm|heures?|temps)\b")
"""What the words of an invoice say, folded, that is of time spent."""
Pair = tuple["Day | Fee", Day]
"""A typed line, and a day of an export that may be the same work."""


def mistakes_of(sheets: Sequence[TableReading]) -> Iterator[BadCell]:
    """Yield the time that an export and another sheet count; once a client and a month, of days."""
    for sheet, beside in _beside_exports(sheets):
        export, other = sheet.tracked, beside.tracked
        if export is not None and other is not None and export.tracker == other.tracker:
            yield from _shared(export, other)
            continue
        first: dict[tuple[str, int], Pair] = {}
        for line, twin, sure in _pairs(sheet.lines, beside.lines):
            if sure:
                first.setdefault((spelling(line.client), line.month), (line, twin))
        yield from (_mistake(*pair) for pair in first.values())


def _beside_exports(sheets: Sequence[TableReading]) -> Iterator[tuple[TableReading, TableReading]]:
    """Yield each pair of sheets one of which at least is an export, and comes first."""
    for one, other in combinations(sheets, 2):
        if one.tracked is not None:
            yield one, other
        elif other.tracked is not None:
            yield other, one


def _shared(one: Tracked, other: Tracked) -> Iterator[BadCell]:
    """Yield the mistake of two exports of one tracker that hold the same entries."""
    near = {_to_the_minute(name): name for name in one.entries}
    pairs = ((name, _again(name, near)) for name in other.entries)
    shared = [(name, twin) for name, twin in pairs if twin is not None]
    if shared:
        twin, place = one.entries[shared[0][1]], other.entries[shared[0][0]]
        shown = f"{counted(len(shared), 'saisie', 'saisies')}, la première aussi dans {twin}"
        what = "saisies déjà dans un autre export : leur temps compterait deux fois"
        fix = "exporter des périodes qui ne se recouvrent pas, ou sortir l’un des deux de data/"
        yield BadCell(what, place, shown=shown, fix=fix)


Name = tuple[Any, ...]
"""What tells an entry from others: its person and its start, or its day and all its words."""
MINUTE = timedelta(minutes=1)


def _to_the_minute(name: Name) -> Name:
    """Return the name of an entry, less the seconds of its start."""
    begun = name[-1]
    if isinstance(begun, datetime):
        return (*name[:-1], begun.replace(second=0, microsecond=0))
    return name


def _again(name: Name, known: Mapping[Name, Name]) -> Name | None:
    """Return an entry of another export that is the same, its start being within a minute."""
    begun = name[-1]
    if not isinstance(begun, datetime):
        return known.get(name)
    steps = ((*name[:-1], begun + step * MINUTE) for step in (0, -1, 1))
    found = (known.get(_to_the_minute(step)) for step in steps)
    return next((it for it in found if it and abs(begun - it[-1]) <= MINUTE), None)


def _pairs(export: Iterable[Line], typed: Iterable[Line]) -> Iterator[tuple[Day | Fee, Day, bool]]:
    """Yield the typed lines that may tell the work of an export, its day, and whether surely."""
    months: defaultdict[str, defaultdict[int, list[Day]]] = defaultdict(lambda: defaultdict(list))
    for day in export:
        if isinstance(day, Day):
            months[day.client][day.month].append(day)
    near: dict[str, list[str]] = {}
    for line in typed:
        if isinstance(line, Day) or (isinstance(line, Fee) and TIME.search(folded(line.service))):
            if line.client not in near:
                near[line.client] = [name for name in months if within(name, line.client)]
            twins = (_twin(line, months[name]) for name in near[line.client])
            yield from ((line, *twin) for twin in twins if twin is not None)


def _twin(line: Day | Fee, months: Mapping[int, Sequence[Day]]) -> tuple[Day, bool] | None:
    """Return the tracked day that a typed line may count again, and whether it surely does.

    A line of a day or less is that of its date, unless it is told of a month; a longer one is of
    its month, or of the month before where it is, to the cent or to the day, what that month adds
    up to.
    """
    of_a_day = isinstance(line, Day) and line.days <= ONE_DAY
    for rank in (line.month,) if of_a_day else (line.month, line.month - 1):
        its = [day for day in months.get(rank, ()) if _may_be_one(day, line)]
        if not its:
            continue
        same = isinstance(line, Day) and spelling(its[0].client) == spelling(line.client)
        if of_a_day and isinstance(line, Day) and line.end in (None, line.date):
            dated = next((day for day in its if day.date == line.date), None)
            return dated or its[0], same and dated is not None
        if rank != line.month and isinstance(line, Day):
            same &= line.days == total(its, DAYS) or line.amount == total(its)
        return its[0], same
    return None


def _may_be_one(one: Day, other: Day | Fee) -> bool:
    """Tell whether two lines may be one person's: both name somebody only where they do."""
    names = {spelling(one.worker), spelling(other.worker)}
    return len(names - {""}) <= 1


def _mistake(line: Day | Fee, twin: Day) -> BadCell:
    what = "jours déjà comptés par un suivi du temps : le chiffre d’affaires doublerait"
    shown = f"{line.client}, {month_of_year(line.date)}, aussi dans {twin.place}"
    fix = "garder l’un des deux : effacer ces lignes, ou sortir l’export de data/"
    if line.place.sheet:
        fix += f", ou écrire dans bilan.toml : {called(line.place.sheet)}"
    return BadCell(what, line.place, shown=shown, fix=fix)


def doubts_of(sheets: Sequence[TableReading]) -> Iterator[Doubt]:
    """Yield the days typed for a client whose months an export holds too, once for each client."""
    found = gathered(
        ((line.client, twin.client), (line, twin))
        for sheet, beside in _beside_exports(sheets)
        for line, twin, _ in _pairs(sheet.lines, beside.lines)
        if beside.tracked is None or spelling(line.client) != spelling(twin.client)
    )
    for pairs in found.values():
        yield _doubt(pairs)


def _doubt(pairs: Sequence[Pair]) -> Doubt:
    line, twin = pairs[0]
    months = len({typed.month for typed, _ in pairs})
    shown = f"{line.client}, {month_of_year(line.date)}"
    if months > 1:
        shown += f" (et {counted(months - 1, 'autre mois', 'autres mois')})"
    what = "jours à côté de ceux d’un suivi du temps : est-ce le même travail ?"
    fix = "si c’est le même travail, effacer ces lignes, ou sortir l’export de data/"
    if spelling(line.client) == spelling(twin.client):
        shown += f" ; aussi dans {twin.place}"
    else:
        shown += f" ; « {twin.client} » dans {twin.place}"
        fix += " ; si c’est le même client, écrire partout le même nom"
    return doubt_of("jours-a-cote", what, line, fix, shown, line.client)
