"""A month of a client told by a table with a column per month, and line by line elsewhere.

Knows that such a cell is the whole month. Never refuses: fixed fees may stand beside days.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from reporter.errors import Doubt
from reporter.french import counted, euros_cents, month_name
from reporter.model import Day, Fee
from reporter.names import party, spelling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reporter.model import Line

Whole = Literal["", "sales", "revenue"]
"""Nothing; the whole month of a client, of days or of fees; all that the client was billed."""
Key = tuple[str, int]
"""The client and the month of a sale."""


class Months(NamedTuple):
    """The lines of a table, and what each is of a month of its client."""

    whole: Whole
    lines: Sequence[Line]


def doubts_of(tables: Sequence[Months]) -> dict[frozenset[tuple[str, str]], Doubt]:
    """Return a doubt for each pair of sheets that tell the same months of the same clients.

    Days beside fixed fees are none of it: both may be sold in one month; a table of the revenue is
    of both. Two amounts are of one thing where one of them at least does not say what it is for, or
    both say the same.
    """
    found: dict[frozenset[tuple[str, str]], Doubt] = {}
    for twins in _told_twice(tables):
        line, twin = twins[0]
        pair = frozenset((line.place[:2], twin.place[:2]))
        found.setdefault(pair, _doubt(line, twin, len(twins)))
    return found


def _told_twice(tables: Sequence[Months]) -> Iterator[Sequence[tuple[Line, Line]]]:
    known = [_by_month(table.lines) for table in tables] if any(it.whole for it in tables) else []
    for rank, table in enumerate(tables if known else ()):
        for other, lines in enumerate(known if table.whole else ()):
            if other == rank or (tables[other].whole and other < rank):
                continue
            found = list(_twins(table, lines))
            if found:
                yield found


def _twins(table: Months, known: Mapping[Key, list[Line]]) -> Iterator[tuple[Line, Line]]:
    """Yield each month of a client that lines tell too, and the first of these."""
    for line in table.lines:
        for twin in known.get(_key(line), ()):
            if _same(line, twin, of_all=table.whole == "revenue"):
                yield line, twin
                break


def _by_month(lines: Sequence[Line]) -> Mapping[Key, list[Line]]:
    found: defaultdict[Key, list[Line]] = defaultdict(list)
    for line in lines:
        if isinstance(line, Day | Fee):
            found[_key(line)].append(line)
    return found


def _key(line: Line) -> Key:
    client = line.client if isinstance(line, Day | Fee) else ""
    return party(client), line.month


def _same(line: Line, other: Line, *, of_all: bool) -> bool:
    """Tell whether two sales of a month may be of the same work."""
    if not of_all and type(line) is not type(other):
        return False
    about = {spelling(line.about), spelling(other.about)}
    return len(about - {""}) <= 1


def _doubt(line: Line, twin: Line, count: int) -> Doubt:
    client = line.client if isinstance(line, Day | Fee) else ""
    month = f"{month_name(line.date)} {line.date.year}"
    shown = f"{client} · {month} · {euros_cents(line.amount)} ; aussi {twin.place}"
    if count > 1:
        shown += f", et {counted(count - 1, 'autre mois', 'autres mois')}"
    return Doubt(
        code="mois-deux-fois",
        what="un mois d’un client dans un tableau par mois, et ligne par ligne ailleurs",
        place=line.place,
        shown=shown,
        fix="n’en garder qu’un : il compterait deux fois ; sinon, nommer la mission de chacun",
        date=line.date,
        about=line.place.sheet or line.place.file,
    )
