"""Doubts about an amount: a zero too many beside those of the same name.

Knows the amounts and the labels of fees and of expenses. Never the price of a day: see `rates`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.doubts.wording import doubt, usually
from reporter.grouping import gathered
from reporter.model import AMOUNT, PARTY, ZERO, Expense
from reporter.words.periods import without_period

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from reporter.errors import Doubt, Place
    from reporter.model import Activity, Day, Fee, Line

FEWEST = 4
"""Lines of a name that are needed before one of them can stand out."""
USUAL, FAR = 3, 8
"""Times the median that other amounts may be, and from which the odd one is doubtful."""
STEADY = Decimal("1.5")
"""The same for the others of an expense: train tickets of all prices tell nothing, rents do."""
VAST = 20
"""Times the amount next to it that one must be where those of its name are of all sizes."""
LOST = 50
"""Times the next one that one of the expenses of a name is for a comma lost, whatever they are."""
ENOUGH, NAMES, BEYOND = 10, 4, 40
"""Expenses, of how many names, and how many times the next one the greatest of all lines may be."""
IN_CENTS = 100
"""Times the next one that the greatest of all sales is in cents: what is sold is of all sizes."""
TENS = (10, 100, 1000)
TINY = Decimal(10)
"""Euros that nobody bills alone, but for what they were spent on."""
SMALL_SALES = {
    "frais", "port", "timbre", "timbres", "affranchissement", "poste", "arrondi", "parking",
    "peage", "metro", "ticket", "tickets", "cafe", "repas", "copies", "photocopies", "impression",
    "impressions", "cle", "km", "minutes", "sms", "page", "pages", "livre", "ebook", "pdf",
}  # fmt: skip
IN_THOUSANDS = "une vente de moins de dix euros : des milliers d’euros, ou des jours ?"
HUGE = Decimal(500_000)
"""Euros of one line that an independent consultant does not write by habit."""


LARGE = Decimal(100_000)
"""The same of most sales."""


def odd_amounts(activity: Activity) -> Iterator[Doubt]:
    """Yield each amount that is far from all others of the same name, or huge by itself.

    Costs rebilled on the row of days are of all sizes, and told by its total.
    """
    told = set()
    sheets = {it.place[:2] for it in activity.fees}
    rows = {_row(it) for it in activity.days if it.place[:2] in sheets}
    fees = [it for it in activity.fees if _row(it) not in rows]
    named = (line for line in (*fees, *map(_paid, activity.expenses)) if line.amount > ZERO)
    for lines in gathered(((type(line), line.party), line) for line in named).values():
        for line, usual in _odd(lines):
            told.add(line.place)
            what = "un montant loin des autres du même nom : un zéro de trop, ou de moins ?"
            fix = "vérifier le montant"
            yield doubt("montant-eloigne", what, line, fix, usually(line, usual))
    spent = [line for line in activity.expenses if line.amount > ZERO and not line.lifetime]
    if len(set(map(PARTY, spent))) > NAMES:
        yield from _without_measure(spent, (ENOUGH, BEYOND), "une dépense", told)
    yield from _without_measure(fees, (USUAL, IN_CENTS), "une vente", told)
    for fee in fees:
        if 0 < fee.amount < TINY and SMALL_SALES.isdisjoint(folded(fee.service).split()):
            yield doubt("montant-eloigne", IN_THOUSANDS, fee, "l’écrire en euros")
    yield from _large(activity.fees)
    huge = max(map(AMOUNT, activity.lines), default=ZERO) >= HUGE
    for line in activity.lines if huge else ():
        if line.amount >= HUGE:
            what = "un montant de plus de 500 000 euros : des centimes pour des euros ?"
            fix = "vérifier le montant"
            yield doubt("montant-eloigne", what, line, fix)


def _paid(line: Expense) -> Expense:
    """Return a pay as its gross one: its contributions may vary, and hide it."""
    return replace(line, amount=line.slip.gross) if line.slip else line


def _row(line: Day | Fee) -> tuple[object, ...]:
    """Return what costs share with the days of their row, whose first columns may be others."""
    return (*line.place[:2], line.place.row, line.date, line.client)


def _large(fees: Sequence[Line]) -> Iterator[Doubt]:
    """Yield the first of sales that are mostly larger than what is sold by one or a few people."""
    amounts = sorted(map(AMOUNT, fees))
    if len(fees) >= USUAL and HUGE > amounts[len(fees) // 2] >= LARGE:
        what = "des ventes de plus de 100 000 euros, pour la plupart : des centimes ?"
        yield doubt("autre-unite", what, fees[0], "écrire tous les montants en euros")


def _without_measure(
    lines: Sequence[Line], bounds: tuple[int, int], named: str, told: Collection[Place]
) -> Iterator[Doubt]:
    """Yield the greatest of so many lines, where it is so many times the next one, unless told."""
    least, times = bounds
    if len(lines) < least:
        return
    *_, last, most = sorted(lines, key=AMOUNT)
    if most.amount >= times * last.amount > 0 and most.place not in told:
        what = f"{named} sans mesure avec toutes les autres : une virgule perdue ?"
        yield doubt("montant-eloigne", what, most, "vérifier le montant")


def _odd(lines: Sequence[Line]) -> Iterator[tuple[Line, Decimal]]:
    """Yield the amounts of a name that stand out, each with the usual one."""
    amounts = Counter(map(AMOUNT, lines))
    if max(amounts) < min(amounts) * FAR:
        return
    found = list(_without_comma(lines)) if isinstance(lines[0], Expense) else []
    yield from found
    said = {id(line) for line, _ in found}
    if len(lines) < FEWEST:
        return
    *_, last, most = sorted([ZERO, *amounts])
    greatest = {most} if most > last * USUAL else set()
    (most_usual, _), *_ = amounts.most_common(1)
    for usual in (it for it, count in amounts.items() if count >= USUAL):
        tens = amounts.keys() & {it for ten in TENS for it in (usual * ten, usual / ten)}
        tens = tens if usual == most_usual else tens & greatest
        words = {_called(line) for line in lines if line.amount == usual}
        for line in lines if tens else ():
            alike = _called(line) in words or len(words) >= USUAL
            rare = USUAL * amounts[line.amount] <= amounts[usual] and id(line) not in said
            if line.amount in tens and rare and alike:
                said.add(id(line))
                yield line, usual
    for line, median in _far(lines):
        if id(line) not in said:
            said.add(id(line))
            yield line, median
    *_, last, most = sorted(lines, key=AMOUNT)
    spent = isinstance(most, Expense) and bool(most.supplier) and not most.lifetime
    if spent and most.amount >= LOST * last.amount and id(most) not in said:
        yield most, last.amount


def _without_comma(lines: Sequence[Line]) -> Iterator[tuple[Line, Decimal]]:
    """Yield the whole amounts that are a hundred times the least of those called alike, or so.

    The others are near the least: stamps, or all that a shop sells, are of any amount.
    """
    for alike in gathered((_called(line), line) for line in lines).values():
        usual = min(map(AMOUNT, alike))
        lost = [
            line
            for line in (alike if usual % 1 else ())
            if not line.amount % 1 and abs(line.amount / IN_CENTS - usual) * TENS[0] <= usual
        ]
        if len(lost) + sum(line.amount <= usual * USUAL for line in alike) == len(alike):
            yield from ((line, usual) for line in lost)


def _far(lines: Sequence[Line]) -> Iterator[tuple[Line, Decimal]]:
    """Yield the few amounts of those called alike that are far from their median."""
    for alike in gathered((_called(line), line) for line in lines).values():
        if len(alike) < FEWEST:
            continue
        median = sorted(map(AMOUNT, alike))[len(alike) // 2]
        around = STEADY if isinstance(lines[0], Expense) else USUAL
        least, most = median / around, median * around
        odd = [line for line in alike if not least <= line.amount <= most]
        if FEWEST * len(odd) > len(alike):
            odd = _vast(alike)
        if FEWEST * len(odd) <= len(alike):
            for line in odd:
                if not median / FAR < line.amount < median * FAR:
                    yield line, median


def _vast(lines: Sequence[Line]) -> list[Line]:
    """Return the least and the greatest, where it is without measure with all the others."""
    least, second, *_, last, most = sorted(lines, key=AMOUNT)
    low, high = least.amount * VAST < second.amount, most.amount > last.amount * VAST
    return [*([least] if low else []), *([most] if high else [])]


def _called(line: Line) -> str:
    return without_period(line.subject)
