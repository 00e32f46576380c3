"""Lines that say less than others and are the sum of some beside them: a heading, with its lines.

Knows lines alone: a period for a name, a client, a month. Never totals, which their words tell.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, takewhile
from typing import TYPE_CHECKING

from reporter.grouping import gathered
from reporter.model import SUBJECT, ZERO, Expense
from reporter.patterns import pattern
from reporter.words.periods import period_of, without_period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from reporter.model import Line

PARTS = pattern(
    r"|(?:bilan|synthese|recap\w*|annee|exercice|mois|[ts][1-4]|q[1-4]|"
    r"(?:\d(?:er|e|eme|nd)? )?(?:trimestre|semestre|semaine)s?)?"
)
"""What may stand in a name that is that of a period and no more, folded, its numbers left out."""
SHORT = pattern(
    r"(?:total|factures?|projet|contrat|commande|notes? de frais|ndf|prelevement|debit|carte|cb|"
    r"releve|amex|paypal)(?: (?:cb|carte|de frais|global\w*|bancaire|differe|n|f))*(?: \w*\d\w*)*"
)
"""The whole label of a line that says less than the others: « Facture F12 », « Débit carte »."""
FEWEST = 2
MOST_BELOW = 60
"""Lines that one may be the sum of; more are rather all those of a year, which are summed too."""


@lru_cache(maxsize=8192)
def period_named(name: str) -> int | None:
    """Return the month that a whole name is, zero for a year or a quarter, None for any other."""
    rest, period = without_period(name), period_of(name)
    if PARTS.fullmatch(rest) is None or not (rest or period.year or period.month):
        return None
    return period.month or 0


def headings(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines that say less than others and are the sum of some beside them.

    Of those of one client, or of one month, right below or right above; or of all of a client's in
    a year. Where most lines say as little, none is a heading.
    """
    labels = list(map(SUBJECT, lines))
    words = {label for label in set(labels) if _is_short(label)}
    said = enumerate(labels) if words else ()
    short = [rank for rank, label in said if label in words and lines[rank].amount > 0]
    if 2 * len(short) > len(lines):
        return
    marks = set(short)
    totals = _totals(lines, marks) if marks else {}
    for rank in short:
        line = lines[rank]
        below = range(rank + 1, min(rank + 1 + MOST_BELOW, len(lines)))
        above = range(rank - 1, max(rank - 1 - MOST_BELOW, -1), -1)
        ranks = (takewhile(lambda n: n not in marks, way) for way in (below, above))
        total = totals.get((line.party, line.date.year))
        if any(_makes(line, [lines[n] for n in way]) for way in ranks) or line.amount == total:
            yield line


def _makes(line: Line, run: Sequence[Line]) -> bool:
    """Tell whether the first of some lines, alike in client or month, amount to another."""
    sums: Iterable[Decimal] = accumulate(one.amount for one in run)
    for count, amount in enumerate(sums, 1):
        if amount == line.amount and count >= FEWEST:
            its = ((one.month == line.month or one.party == line.party) for one in run[:count])
            return isinstance(line, Expense) or all(its)
    return False


def _totals(lines: Sequence[Line], marks: set[int]) -> dict[tuple[str, int], Decimal]:
    """Return what the other sales of each client amount to in a year, where they are several."""
    found = gathered(
        ((line.party, line.date.year), line.amount)
        for rank, line in enumerate(lines)
        if rank not in marks and not isinstance(line, Expense)
    )
    return {at: sum(its, ZERO) for at, its in found.items() if len(its) >= FEWEST}


@lru_cache(maxsize=8192)
def _is_short(label: str) -> bool:
    return (
        not label
        or period_named(label) is not None
        or SHORT.fullmatch(without_period(label)) is not None
    )
