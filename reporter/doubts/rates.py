"""Doubts about the price of a day.

Knows the rates of each client. Never what a day should cost.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reporter.doubts.wording import doubt, euros, said, shown
from reporter.grouping import gathered
from reporter.model import ZERO, cents
from reporter.names import spelling

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from reporter.errors import Doubt
    from reporter.model import Activity, Day

FAR = Decimal("0.3")
"""A rate further than this from the client's median is doubtful: a rate moves by a few percent."""
FEW = 3
"""A rate found on as many lines of the client is one of its rates, unless it is `TIMES` away."""
LEAST, MOST = Decimal(50), Decimal(3000)
"""Euros a day beyond which a rate is rather that of an hour, or days written in its place."""
LOW = Decimal(100)
"""Euros a day under which the days of a client are rather ten times that."""
TIMES = 5
"""Times other rates, the client's or all clients', at which one has a zero too many, or too few."""
USUAL = "{} ; d’ordinaire {} par jour"
ENOUGH = 3
"""Lines that a client needs before one of them can stand out."""


class Prices(NamedTuple):
    """The lines of a client that have a price, that of a day of each, and those told, in order."""

    lines: Sequence[Day]
    each: Sequence[Decimal]
    told: Sequence[Decimal]


def by_client(activity: Activity) -> Mapping[str, Prices]:
    """Return what the days of each client cost."""
    priced = (line for line in activity.days if line.rate is not None or line.days)
    clients = gathered((line.client, line) for line in priced)
    return {client: _prices(lines) for client, lines in clients.items()}


def _prices(lines: Sequence[Day]) -> Prices:
    each = [line.amount / line.days if line.rate is None else line.rate for line in lines]
    return Prices(lines, each, sorted(line.rate for line in lines if line.rate is not None))


def far_rates(clients: Mapping[str, Prices]) -> Iterator[Doubt]:
    """Yield each line whose rate is far from the client's others, and seldom used, or too far.

    A mission of its own may have a rate of its own, as may somebody.
    """
    for lines, each, _ in clients.values():
        if len(lines) < ENOUGH:
            continue
        usual = sorted(each)[len(each) // 2]
        far, (least, most) = abs(usual * FAR), sorted((usual / TIMES, usual * TIMES))
        odd = {
            rate: said("tarif de {} par jour, loin des autres de ce client", euros(cents(rate)))
            for rate, its in Counter(each).items()
            if abs(rate - usual) > far and (its < FEW or not least < rate < most)
        }
        works = {_work(line) for line, rate in zip(lines, each, strict=True) if rate not in odd}
        for line, rate in zip(lines, each, strict=True) if odd else ():
            own = any(_work(line)) and _work(line) not in works and least < rate < most
            if (what := odd.get(rate)) and not own:
                fix = "vérifier le tarif, les jours et le montant"
                yield doubt(
                    "tarif-eloigne", what, line, fix, said(USUAL, shown(line), euros(usual))
                )


def odd_rates(clients: Mapping[str, Prices]) -> Iterator[Doubt]:
    """Yield each line whose day costs so little or so much that it may be swapped, or an hour's.

    So is one that costs five times less, or more, than the days of all other clients do.
    """
    unlike = _unlike(clients)
    for client, (lines, each, _) in clients.items():
        odd = unlike.get(client, ())
        for line, rate in zip(lines, each, strict=True):
            if rate and (not LEAST <= abs(rate) <= MOST or rate in odd):
                what = said("tarif de {} par jour", euros(cents(rate)))
                fix = "vérifier que jours et TJM ne sont pas inversés, et les zéros du TJM"
                yield doubt("tarif-etrange", what, line, fix)


def _unlike(clients: Mapping[str, Prices]) -> Mapping[str, Collection[Decimal]]:
    """Return the rates of clients that are far from all others; see `far_rates` for its own.

    A client of few lines has no other rate of its own to be compared with; one whose days cost what
    none does is odd by itself, and makes no other so.
    """
    told = {client: its.told[bisect_right(its.told, ZERO) :] for client, its in clients.items()}
    usual = {client: rates[len(rates) // 2] for client, rates in told.items() if rates}
    ordered = sorted(rate for rate in usual.values() if LOW <= rate <= MOST)
    return {
        client: {
            rate
            for rate in set(told[client])
            if _is_odd(rate, own, ordered)
            and (len(told[client]) < ENOUGH or _is_odd(own, own, ordered))
        }
        for client, own in usual.items()
    }


def _is_odd(rate: Decimal, own: Decimal, ordered: Sequence[Decimal]) -> bool:
    """Tell whether a rate is low, or five times that of every other client, or a fifth of it."""
    above, below = rate * TIMES, rate / TIMES
    near = bisect_left(ordered, above) - bisect_right(ordered, below)
    near -= own in ordered and below < own < above
    return rate < LOW or (len(ordered) > 1 and not near)


def _work(line: Day) -> tuple[str, str]:
    return line.mission, spelling(line.worker)


def repeated_totals(activity: Activity, clients: Mapping[str, Prices]) -> Iterator[Doubt]:
    """Yield the lines without a rate that bear each what all those of their month amount to.

    Of so many equal lines of a month, the rate is so many times one known elsewhere: that of other
    lines of the client, or of another month, of another number of lines, told in the same way.
    """
    bare = (line for line in activity.days if line.rate is None and line.days > ZERO)
    months = gathered(((line.client, line.month), line) for line in bare)
    known = {client: set(its.told) for client, its in clients.items()}
    alike: defaultdict[tuple[str, Decimal], list[list[Day]]] = defaultdict(list)
    for (client, _), lines in months.items():
        rate = lines[0].amount / lines[0].days
        if len({(line.days, line.amount) for line in lines}) > 1 or len(lines) == 1:
            known[client].update(line.amount / line.days for line in lines)
        else:
            alike[client, rate / len(lines)].append(lines)
    for (client, rate), its in alike.items():
        if rate in known[client] or len(set(map(len, its))) > 1:
            yield from (_repeated(line, rate) for lines in its for line in lines)


def _repeated(line: Day, rate: Decimal) -> Doubt:
    what = "le montant de tout le mois, recopié sur chaque ligne ?"
    fix = "n’écrire le montant que sur une ligne, ou celui de chacune"
    return doubt("tarif-eloigne", what, line, fix, said(USUAL, shown(line), euros(rate)))
