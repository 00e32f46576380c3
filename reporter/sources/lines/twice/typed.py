"""Days typed beside the export of a tracker that may be the same work: asked about, kept.

Knows lines, their months and the names of their clients. Never days that are surely those of the
export: these are refused, see `tracked`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple, TypeGuard

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.french import counted, month_name
from reporter.model import Day, Fee
from reporter.names import spelling, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from reporter.model import Line
    from reporter.sources.lines.twice.tracked import Sheet

ONE_DAY = 1
"""A typed line of more days is that of a month, perhaps the month before its date."""

TIME = re.compile(r"\b(?:regie|jours?|tjm|heures?|temps)\b")
"""What the words of an invoice say, folded, that is of time spent."""

Months = dict[str, dict[int, Day]]
"""By client, then by the rank of a month: the first day that an export holds."""


class _Pair(NamedTuple):
    """A typed line, and a day of an export that may be the same work."""

    typed: Day | Fee
    tracked: Day


def doubts_of(sheets: Sequence[Sheet]) -> Iterator[Doubt]:
    """Yield the days typed for a client whose months an export holds too, once for each client."""
    found: defaultdict[tuple[str, str], list[_Pair]] = defaultdict(list)
    months = {n: _by_month(lines) for n, (held, lines) in enumerate(sheets) if held is not None}
    for one, other in combinations(range(len(sheets)), 2) if months else ():
        if one not in months and other not in months:
            continue
        both = one in months and other in months
        export, typed = (one, other) if one in months else (other, one)
        for pair in _pairs(months[export], sheets[typed][1]):
            if both and spelling(pair.typed.client) == spelling(pair.tracked.client):
                continue
            found[pair.typed.client, pair.tracked.client].append(pair)
    for pairs in found.values():
        yield _doubt(pairs)


def _by_month(lines: Iterable[Line]) -> Months:
    months: Months = {}
    for line in lines:
        if isinstance(line, Day):
            months.setdefault(line.client, {}).setdefault(line.month, line)
    return months


def _pairs(tracked: Months, lines: Iterable[Line]) -> Iterator[_Pair]:
    near: dict[str, list[str]] = {}
    for line in lines:
        if not (isinstance(line, Day) or _is_of_time(line)):
            continue
        if line.client not in near:
            near[line.client] = [name for name in tracked if _may_be_one(name, line.client)]
        twins = (_twin(line, tracked[name]) for name in near[line.client])
        yield from (_Pair(line, twin) for twin in twins if twin is not None)


def _is_of_time(line: Line) -> TypeGuard[Fee]:
    return isinstance(line, Fee) and TIME.search(folded(line.service)) is not None


def _twin(line: Day | Fee, months: Mapping[int, Day]) -> Day | None:
    """Return a day of the months that a typed line may be about, of the same person."""
    month, worker = line.month, line.worker if isinstance(line, Day) else ""
    of_a_day = isinstance(line, Day) and line.days <= ONE_DAY
    twins = (months.get(rank) for rank in ((month,) if of_a_day else (month, month - 1)))
    return next((it for it in twins if it and len({it.worker, worker} - {""}) <= 1), None)


def _may_be_one(one: str, other: str) -> bool:
    """Tell whether two names may be those of one client: one has all the words of the other."""
    if spelling(one) == spelling(other):
        return True
    its, others = set(words(one)), set(words(other))
    return its <= others or others <= its


def _doubt(pairs: Sequence[_Pair]) -> Doubt:
    line, twin = pairs[0]
    months = len({pair.typed.month for pair in pairs})
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
