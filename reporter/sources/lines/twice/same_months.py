"""A client's months that two sheets amount to alike: whole on one, in parts on the other perhaps.

Knows sales of one kind, by client and month. Never sheets that are copies line by line, nor the
fees that are the invoices of days: see `copies`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import Doubt
from reporter.french import counted, month_name
from reporter.model import ZERO, Day, Fee
from reporter.names import party, spelling

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterator, Mapping, Sequence
    from decimal import Decimal

    from reporter.model import Line

    Sheet = Sequence[Line]

ONE_DAY = 1
FIX = "n’en garder qu’une dans data/, ou nommer la mission, la prestation ou l’Intervenant"


class Month(NamedTuple):
    """The lines of a client in a month of a sheet, and what they amount to, in euros."""

    amount: Decimal
    lines: list[Day | Fee]


Key = tuple[type, str, int]
"""A kind of sale, what tells its client from others, a month."""


def doubts_of(
    sheets: Sequence[Sheet], told: Container[frozenset[tuple[str, str]]] = ()
) -> Iterator[tuple[frozenset[tuple[str, str]], Doubt]]:
    """Yield the months of a client that two sheets amount to alike, in lines that may be the same.

    One doubt for two sheets and a client, after those two sheets. Where their months mostly differ,
    it is chance. Of the two sheets of `told`, each a file and a name, all is said already.
    """
    by_key: defaultdict[Key, dict[int, Month]] = defaultdict(dict)
    kinds = Counter(kind for sheet in sheets for kind in {*map(type, sheet)})
    shared = {kind for kind in (Day, Fee) if kinds[kind] > 1}
    for index, sheet in enumerate(sheets if shared else ()):
        for key, month in _months(sheet, shared).items():
            by_key[key][index] = month
    pairs: defaultdict[tuple[int, int, type, str], list[tuple[Month, Month]]] = defaultdict(list)
    for (kind, client, _), months in by_key.items():
        for one, other in combinations(months, 2):
            pairs[one, other, kind, client].append((months[one], months[other]))
    for common in pairs.values():
        alike = [pair for pair in common if _may_be_one(*pair)]
        if 2 * len(alike) <= len(common) or _sheets(alike) in told:
            continue
        if any(_is_told_whole(month) for pair in alike for month in pair):
            yield _sheets(alike), _doubt(alike)


def _is_told_whole(month: Month) -> bool:
    """Tell whether a line is of several days: days told one by one may well be as many."""
    return any(isinstance(line, Fee) or line.days > ONE_DAY for line in month.lines)


def _sheets(alike: Sequence[tuple[Month, Month]]) -> frozenset[tuple[str, str]]:
    return frozenset(month.lines[0].place[:2] for month in alike[0])


def _months(sheet: Sheet, kinds: Collection[type]) -> Mapping[Key, Month]:
    """Return the months of the sales of some kinds, those that several sheets hold."""
    lines: defaultdict[Key, list[Day | Fee]] = defaultdict(list)
    for line in sheet:
        if isinstance(line, Day | Fee) and type(line) in kinds:
            lines[type(line), line.client, line.month].append(line)
    found: dict[Key, Month] = {}
    for (kind, client, month), some in lines.items():
        amount = sum((line.amount for line in some), ZERO)
        key = (kind, party(client), month)
        before = found.get(key, Month(ZERO, []))
        found[key] = Month(before.amount + amount, before.lines + some)
    return found


def _may_be_one(one: Month, other: Month) -> bool:
    """Tell whether two months are of one amount, and nothing that both name tells them apart.

    Lines that are the same to the day are doubted one by one: see `doubts.lines`.
    """
    if (
        one.amount != other.amount
        or one.amount <= 0
        or not Counter(one.lines) - Counter(other.lines)
    ):
        return False
    named = [
        {name for line in month.lines if (name := spelling(said(line)))}
        for said in (attrgetter("about"), _worker, attrgetter("invoice"))
        for month in (one, other)
    ]
    couples = zip(named[::2], named[1::2], strict=True)
    return all(not first or not second or first & second for first, second in couples)


def _worker(line: Day | Fee) -> str:
    return line.worker if isinstance(line, Day) else ""


def _doubt(alike: Sequence[tuple[Month, Month]]) -> Doubt:
    one, other = alike[0][0].lines[0], alike[0][1].lines[0]
    first = f"{month_name(one.date)} {one.date.year}"
    more = f" et {counted(len(alike) - 1, 'autre', 'autres')}" if alike[1:] else ""
    return Doubt(
        code="deja-compte",
        what="même montant, même client et même mois sur deux feuilles : compté deux fois ?",
        place=other.place,
        shown=f"{other.client} · {first}{more}, aussi dans {one.place}",
        fix=FIX,
        about=f"{other.place.sheet or other.place.file} {other.client}",
        date=other.date,
    )
