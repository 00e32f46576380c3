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
from reporter.french import counted, month_name
from reporter.model import ZERO, Day, Fee
from reporter.names import spelling, within
from reporter.patterns import pattern
from reporter.sources.tables.titles import called

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reporter.errors import Place
    from reporter.model import Line


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


Sheet = tuple[Tracked | None, "Sequence[Line]"]
"""What an export holds, None for any other sheet; and its lines."""
Month = tuple[str, int]
"""The spelling of a client, and the rank of a month."""


def mistakes_of(sheets: Sequence[Sheet]) -> Iterator[BadCell]:
    """Yield the time that two sheets count, one of which at least is an export."""
    for (one, lines), (other, beside) in combinations(sheets, 2):
        if one is not None and other is not None and one.tracker == other.tracker:
            yield from _shared(one, other)
        elif one is not None or other is not None:
            export, typed = (lines, beside) if one is not None else (beside, lines)
            yield from _doubled(_days(export), _days(typed))


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


def _days(lines: Iterable[Line]) -> list[Day]:
    return [line for line in lines if isinstance(line, Day)]


def _doubled(tracked: Sequence[Day], typed: Sequence[Day]) -> Iterator[BadCell]:
    """Yield the first typed line of each client and month whose days an export holds too."""
    months = _by_month(tracked)
    said: set[Month] = set()
    for line in typed:
        twin = _twin(line, months)
        if twin is not None and (key := (spelling(line.client), line.month)) not in said:
            said.add(key)
            yield _mistake(line, twin)


def _by_month(days: Iterable[Day]) -> dict[Month, list[Day]]:
    months: defaultdict[Month, list[Day]] = defaultdict(list)
    for day in days:
        months[spelling(day.client), day.month].append(day)
    return months


def _twin(line: Day, months: Mapping[Month, Sequence[Day]]) -> Day | None:
    """Return the tracked day that a typed line counts again.

    A line of a day or less is that of its date, unless it is told of a month; a longer one is of
    its month, or of the month before where it is, to the cent or to the day, what that month adds
    up to.
    """
    client, rank = spelling(line.client), line.month
    same = [day for day in months.get((client, rank), ()) if _may_be_one(day, line)]
    if line.days <= ONE_DAY and line.end in (None, line.date):
        return next((day for day in same if day.date == line.date), None)
    if same:
        return same[0]
    before = [day for day in months.get((client, rank - 1), ()) if _may_be_one(day, line)]
    sums = (sum((d.days for d in before), ZERO), sum((d.amount for d in before), ZERO))
    return before[0] if before and (line.days == sums[0] or line.amount == sums[1]) else None


def _may_be_one(one: Day, other: Day) -> bool:
    """Tell whether two days may be one person's: both name somebody only where they do."""
    names = {spelling(one.worker), spelling(other.worker)}
    return len(names - {""}) <= 1


def _mistake(line: Day, twin: Day) -> BadCell:
    what = "jours déjà comptés par un suivi du temps : le chiffre d’affaires doublerait"
    shown = f"{line.client}, {month_name(line.date)} {line.date.year}, aussi dans {twin.place}"
    fix = "garder l’un des deux : effacer ces lignes, ou sortir l’export de data/"
    if line.place.sheet:
        fix += f", ou écrire dans bilan.toml : {called(line.place.sheet)}"
    return BadCell(what, line.place, shown=shown, fix=fix)


TIME = pattern(r"\b(?:regie|jours?|tjm|heures?|temps)\b")
"""What the words of an invoice say, folded, that is of time spent."""

Firsts = dict[str, dict[int, Day]]
"""By client, then by the rank of a month: the first day that an export holds."""
Pair = tuple["Day | Fee", Day]
"""A typed line, and a day of an export that may be the same work."""


def doubts_of(sheets: Sequence[Sheet]) -> Iterator[Doubt]:
    """Yield the days typed for a client whose months an export holds too, once for each client."""
    found: defaultdict[tuple[str, str], list[Pair]] = defaultdict(list)
    months = {n: _first_days(lines) for n, (held, lines) in enumerate(sheets) if held is not None}
    for one, other in combinations(range(len(sheets)), 2) if months else ():
        if one not in months and other not in months:
            continue
        both = one in months and other in months
        export, typed = (one, other) if one in months else (other, one)
        for line, twin in _pairs(months[export], sheets[typed][1]):
            if not both or spelling(line.client) != spelling(twin.client):
                found[line.client, twin.client].append((line, twin))
    for pairs in found.values():
        yield _doubt(pairs)


def _first_days(lines: Iterable[Line]) -> Firsts:
    months: Firsts = {}
    for line in _days(lines):
        months.setdefault(line.client, {}).setdefault(line.month, line)
    return months


def _pairs(tracked: Firsts, lines: Iterable[Line]) -> Iterator[Pair]:
    near: dict[str, list[str]] = {}
    for line in lines:
        if isinstance(line, Day) or (isinstance(line, Fee) and TIME.search(folded(line.service))):
            if line.client not in near:
                near[line.client] = [name for name in tracked if within(name, line.client)]
            twins = (_near(line, tracked[name]) for name in near[line.client])
            yield from ((line, twin) for twin in twins if twin is not None)


def _near(line: Day | Fee, months: Mapping[int, Day]) -> Day | None:
    """Return a day of the months that a typed line may be about, of the same person."""
    month, worker = line.month, line.worker if isinstance(line, Day) else ""
    of_a_day = isinstance(line, Day) and line.days <= ONE_DAY
    twins = (months.get(rank) for rank in ((month,) if of_a_day else (month, month - 1)))
    return next((it for it in twins if it and len({it.worker, worker} - {""}) <= 1), None)


def _doubt(pairs: Sequence[Pair]) -> Doubt:
    line, twin = pairs[0]
    months = len({typed.month for typed, _ in pairs})
    shown = f"{line.client}, {month_name(line.date)} {line.date.year}"
    if months > 1:
        shown += f" (et {counted(months - 1, 'autre mois', 'autres mois')})"
    same = spelling(line.client) == spelling(twin.client)
    fix = "si c’est le même travail, effacer ces lignes, ou sortir l’export de data/"
    return Doubt(
        code="jours-a-cote",
        what="jours à côté de ceux d’un suivi du temps : est-ce le même travail ?",
        place=line.place,
        shown=f"{shown} ; {f'« {twin.client} »' if not same else 'aussi'} dans {twin.place}",
        fix=fix if same else f"{fix} ; si c’est le même client, écrire partout le même nom",
        date=line.date,
        about=line.client,
    )
