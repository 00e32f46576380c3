"""A month of a client that two sheets tell: at one amount, or as a whole and line by line.

Knows sales by client and month, and that a cell of a table by month is the whole month. Never
refuses, nor knows sheets that are copies line by line: see `copies`.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations, product
from operator import attrgetter
from typing import TYPE_CHECKING, Literal

from reporter.french import counted, euros_cents, month_of_year
from reporter.grouping import gathered
from reporter.model import Day, Expense, Fee, total
from reporter.names import party, spelling
from reporter.sources.lines.naming import doubt_of, name_of, names_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from reporter.errors import Doubt
    from reporter.model import Line
    from reporter.sources.lines.verdicts import TableReading

    Sheet = Sequence[Line]

ONE_DAY = 1
"""Days told one by one may well be as many on two sheets."""
FIX = "n’en garder qu’une dans data/, ou nommer la mission, la prestation ou l’Intervenant"


Month = list[Day | Fee]
"""The lines of a client in a month of a sheet."""
Sale = tuple[str, int]
"""What tells the client of a sale from others, and its month."""


def same_amounts(
    sheets: Sequence[Sheet], told: Container[frozenset[tuple[str, str]]] = ()
) -> Iterator[tuple[frozenset[tuple[str, str]], Doubt]]:
    """Yield the months of a client that two sheets amount to alike, in lines that may be the same.

    One doubt for two sheets and a client, after those two sheets. Where their months mostly differ,
    it is chance. Of the two sheets of `told`, each a file and a name, all is said already.
    """
    months = gathered(
        ((kind, *sale), (index, own))
        for index, sheet in enumerate(sheets)
        for sale, lines in _by_month(sheet).items()
        for kind, own in gathered((type(line), line) for line in lines).items()
    )
    pairs = gathered(
        ((one, other, kind, client), (own, twin))
        for (kind, client, _), each in months.items()
        for (one, own), (other, twin) in combinations(each, 2)
    )
    for common in pairs.values():
        alike = [pair for pair in common if _may_be_one(*pair)]
        if 2 * len(alike) <= len(common) or _sheets(alike) in told:
            continue
        every = (line for pair in alike for month in pair for line in month)
        if any(isinstance(line, Fee) or line.days > ONE_DAY for line in every):
            yield _sheets(alike), _doubt(alike)


def _sheets(alike: Sequence[tuple[Month, Month]]) -> frozenset[tuple[str, str]]:
    return frozenset(month[0].place[:2] for month in alike[0])


def _by_month(lines: Sheet) -> Mapping[Sale, Month]:
    sales = (line for line in lines if isinstance(line, Day | Fee))
    return gathered(((party(line.client), line.month), line) for line in sales)


def _may_be_one(one: Month, other: Month) -> bool:
    """Tell whether two months are of one amount, and nothing that both name tells them apart.

    Lines that are the same to the day are doubted one by one: see `doubts.lines`.
    """
    if (amount := total(one)) != total(other) or amount <= 0 or not Counter(one) - Counter(other):
        return False
    named = [
        {name for line in month if (name := spelling(said(line)))}
        for said in (attrgetter("about"), attrgetter("worker"), attrgetter("invoice"))
        for month in (one, other)
    ]
    couples = zip(named[::2], named[1::2], strict=True)
    return all(not first or not second or first & second for first, second in couples)


def _doubt(alike: Sequence[tuple[Month, Month]]) -> Doubt:
    one, other = alike[0][0][0], alike[0][1][0]
    first = month_of_year(one.date)
    more = f" et {counted(len(alike) - 1, 'autre', 'autres')}" if alike[1:] else ""
    what = "même montant, même client et même mois sur deux feuilles : compté deux fois ?"
    shown = f"{other.client} · {first}{more}, aussi dans {one.place}"
    about = f"{other.place.sheet or other.place.file} {other.client}"
    return doubt_of("deja-compte", what, other, FIX, shown, about)


Whole = Literal["", "sales", "revenue", "spent"]
"""Nothing; the whole month of a client, of days or of fees; all that the client was billed; a month
of an expense."""


def told_whole(tables: Sequence[TableReading]) -> dict[frozenset[tuple[str, str]], Doubt]:
    """Return a doubt for each pair of sheets that tell the same months of the same clients.

    Days beside fixed fees are none of it: both may be sold in one month; a table of the revenue is
    of both. Two amounts are of one thing where one of them at least does not say what it is for, or
    both say the same.
    """
    found: dict[frozenset[tuple[str, str]], Doubt] = {}
    whole = [rank for rank, table in enumerate(tables) if table.months]
    known = [_by_month(table.lines) for table in tables] if whole else []
    spent = [_spent(table.lines) for table in tables] if whole else []
    for one, other in product(whole, range(len(known))):
        if other == one or (tables[other].months and other < one):
            continue
        table = tables[one]
        is_spent = table.months == "spent"
        found_twins = _same_spent(table, spent[other]) if is_spent else _twins(table, known[other])
        if twins := list(found_twins):
            line, twin = twins[0]
            pair = frozenset((line.place[:2], twin.place[:2]))
            found.setdefault(pair, _whole_doubt(line, twin, len(twins)))
    return found


def _spent(lines: Sheet) -> Mapping[tuple[object, int], Sequence[Line]]:
    """Return the expenses of each month, by each of their names and by their amount."""
    own = (line for line in lines if isinstance(line, Expense))
    keys = ((line, {*names_of(line), line.amount} - {""}) for line in own)
    return gathered(((key, line.month), line) for line, its in keys for key in its)


def _same_spent(
    table: TableReading, known: Mapping[tuple[object, int], Sequence[Line]]
) -> Iterator[tuple[Line, Line]]:
    """Yield each month of an expense, and the first of that name or amount elsewhere."""
    for line in table.lines:
        keys = [(key, line.month) for key in (spelling(name_of(line)), line.amount)]
        for key in [it for it in keys if it in known][:1]:
            yield line, known[key][0]


def _twins(table: TableReading, known: Mapping[Sale, Month]) -> Iterator[tuple[Line, Line]]:
    """Yield each month of a client that lines tell too, and the first of these."""
    for line in table.lines:
        for twin in known.get((party(line.party), line.month), ()):
            if _same(line, twin, of_all=table.months == "revenue"):
                yield line, twin
                break


def _same(line: Line, other: Line, *, of_all: bool) -> bool:
    """Tell whether two sales of a month may be of the same work."""
    if not of_all and type(line) is not type(other):
        return False
    about = {spelling(line.about), spelling(other.about)}
    return len(about - {""}) <= 1


def _whole_doubt(line: Line, twin: Line, count: int) -> Doubt:
    month = month_of_year(line.date)
    whose = "une dépense" if isinstance(line, Expense) else "un client"
    shown = f"{name_of(line)} · {month} · {euros_cents(line.amount)} ; aussi {twin.place}"
    if count > 1:
        shown += f", et {counted(count - 1, 'autre mois', 'autres mois')}"
    what = f"un mois d’{whose} dans un tableau par mois, et ligne par ligne ailleurs"
    fix = "n’en garder qu’un : il compterait deux fois ; sinon, nommer la mission de chacun"
    about = line.place.sheet or line.place.file
    return doubt_of("mois-deux-fois", what, line, fix, shown, about)
