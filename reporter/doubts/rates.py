"""Doubts about the price of a day.

Knows the rates of each client. Never what a day should cost.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from decimal import Decimal
from itertools import accumulate
from operator import attrgetter
from typing import TYPE_CHECKING

from reporter.doubts.wording import doubt, named
from reporter.errors import Doubt, Words
from reporter.french import euros_cents
from reporter.model import cents

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reporter.model import Activity, Day

FAR = Decimal("0.3")
"""A rate further than this from the client's median is doubtful: a rate moves by a few percent."""
FEW = 3
"""A rate found on as many lines of the client is one of its rates, not a slip of the pen."""
LEAST, MOST = 50, 3000
"""Euros a day beyond which a rate is rather that of an hour, or days written in its place."""
LOW = 100
"""Euros a day under which the days of a client are rather ten times that."""
TIMES = 5
"""Times the rates of all other clients from which one has a zero too many, or one too few."""
PRICED = attrgetter("client", "rate")
ENOUGH = 3
"""Lines that a client needs before one of them can stand out."""


def far_rates(activity: Activity) -> Iterator[Doubt]:
    """Yield each line whose rate is far from the client's others, and seldom used."""
    clients: dict[str, list[Day]] = defaultdict(list)
    for line in activity.days:
        if line.rate is not None or line.days:
            clients[line.client].append(line)
    for lines in clients.values():
        if len(lines) >= ENOUGH:
            yield from _far(lines)


def odd_rates(activity: Activity) -> Iterator[Doubt]:
    """Yield each line whose day costs so little or so much that it may be swapped, or an hour's.

    So is one that costs five times less, or more, than the days of all other clients do.
    """
    odd = _odd_of_clients(activity)
    for line in activity.days:
        rate = line.amount / line.days if line.rate is None and line.days else line.rate
        if rate and (not LEAST <= abs(rate) <= MOST or (line.client, rate) in odd):
            what = Words(_odd_rate, (cents(rate),))
            fix = "vérifier que jours et TJM ne sont pas inversés, et les zéros du TJM"
            yield doubt("tarif-etrange", what, line, fix)


def _odd_of_clients(activity: Activity) -> set[tuple[str, Decimal]]:
    """Return the clients and the rates that are far from all others; see `far_rates` for its own.

    A client of few lines has no other rate of its own to be compared with.
    """
    clients: defaultdict[str, Counter[Decimal]] = defaultdict(Counter)
    for (client, rate), count in Counter(map(PRICED, activity.days)).items():
        if rate and rate > 0:
            clients[client][rate] += count
    usual = {client: _median(rates) for client, rates in clients.items()}
    ordered = sorted(usual.values())
    return {
        (client, rate)
        for client, rates in clients.items()
        if _is_odd(min(rates), usual[client], ordered, max(rates))
        for rate in rates
        if _is_odd(rate, usual[client], ordered)
        and (rates.total() < ENOUGH or _is_odd(usual[client], usual[client], ordered))
    }


def _is_odd(
    rate: Decimal, own: Decimal, ordered: Sequence[Decimal], most: Decimal | None = None
) -> bool:
    """Tell whether a rate is low, or five times that of every other client, or a fifth of it.

    With `most`, tell whether a rate may be so among those from `rate` to `most`.
    """
    above, below = rate * TIMES, (most or rate) / TIMES
    near = bisect_left(ordered, above) - bisect_right(ordered, below)
    near -= below < own < above
    return rate < LOW or (len(ordered) > 1 and not near)


def _odd_rate(rate: Decimal) -> str:
    return f"tarif de {euros_cents(rate)} par jour"


def _far(lines: list[Day]) -> Iterator[Doubt]:
    own = [line.amount / line.days if line.rate is None else line.rate for line in lines]
    rates = Counter(own)
    usual = _median(rates)
    odd = {
        rate: Words(_far_rate, (cents(rate),))
        for rate, count in rates.items()
        if count < FEW and abs(rate - usual) > usual * FAR
    }
    for line, rate in zip(lines, own, strict=True) if odd else ():
        if what := odd.get(rate):
            fix = "vérifier le tarif, les jours et le montant"
            yield doubt("tarif-eloigne", what, line, fix, Words(_beside, (line, usual)))


def repeated_totals(activity: Activity) -> Iterator[Doubt]:
    """Yield the lines without a rate that bear each what all those of their month amount to.

    Of so many equal lines of a month, the rate is so many times one known elsewhere: that of other
    lines of the client, or of another month, of another number of lines, told in the same way.
    """
    months: defaultdict[tuple[str, int], list[Day]] = defaultdict(list)
    known: defaultdict[str, set[Decimal]] = defaultdict(set)
    for line in activity.days:
        if line.rate is not None:
            known[line.client].add(line.rate)
        elif line.days > 0:
            months[line.client, line.month].append(line)
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
    return doubt("tarif-eloigne", what, line, fix, Words(_beside, (line, rate)))


def _median(rates: Counter[Decimal]) -> Decimal:
    """Return the rate in the middle of all, in their order."""
    ordered = sorted(rates)
    upto = accumulate(rates[rate] for rate in ordered)
    half = rates.total() // 2
    return next(rate for rate, many in zip(ordered, upto, strict=True) if many > half)


def _far_rate(rate: Decimal) -> str:
    return f"tarif de {euros_cents(rate)} par jour, loin des autres de ce client"


def _beside(line: Day, usual: Decimal) -> str:
    return f"{named(line)} ; d’ordinaire {euros_cents(usual)} par jour"
