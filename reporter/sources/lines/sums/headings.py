"""Lines that say less than the others, and are worth the lines below or above them, or a client's.

Knows lines in the order of their table, and the words of a heading. Never totals that say so.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from reporter.model import ZERO, Expense
from reporter.patterns import pattern
from reporter.sources.lines.naming import party_of, subject_of
from reporter.sources.tables.periods import period_of, without_period

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


def of_periods(lines: Iterable[Line]) -> frozenset[str]:
    """Return the names that are those of a month or a year, of a client or a supplier."""
    return frozenset(name for name in set(map(party_of, lines)) if _period(name) is not None)


def is_period(line: Line, names: frozenset[str]) -> bool:
    """Tell whether a line is called by a month or a year that is its own: « Mars », in March."""
    name = party_of(line)
    return name in names and _period(name) in (0, line.date.month)


@lru_cache(maxsize=8192)
def _period(name: str) -> int | None:
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
    labels = list(map(subject_of, lines))
    words = {label for label in set(labels) if _is_short(label)}
    said = enumerate(labels) if words else ()
    short = [rank for rank, label in said if label in words and lines[rank].amount > 0]
    if 2 * len(short) > len(lines):
        return
    marks = set(short)
    totals = _totals(lines, marks) if marks else {}
    for rank in short:
        line = lines[rank]
        below = _run(lines, range(rank + 1, len(lines)), marks)
        above = _run(lines, range(rank - 1, -1, -1), marks)
        total = totals.get((party_of(line), line.date.year))
        if any(_makes(line, run) for run in (below, above)) or line.amount == total:
            yield line


def _run(lines: Sequence[Line], ranks: Iterable[int], marks: set[int]) -> list[Line]:
    """Return the lines that follow, up to the next that says as little."""
    found: list[Line] = []
    for rank in ranks:
        if rank in marks or len(found) >= MOST_BELOW:
            break
        found.append(lines[rank])
    return found


def _makes(line: Line, run: Sequence[Line]) -> bool:
    """Tell whether the first of some lines, alike in client or month, amount to another."""
    sums: Iterable[Decimal] = accumulate(one.amount for one in run)
    for count, amount in enumerate(sums, 1):
        if amount == line.amount and count >= FEWEST:
            return all(_alike(line, one) for one in run[:count])
    return False


def _alike(line: Line, other: Line) -> bool:
    return (
        isinstance(line, Expense) or party_of(line) == party_of(other) or line.month == other.month
    )


def _totals(lines: Sequence[Line], marks: set[int]) -> dict[tuple[str, int], Decimal]:
    """Return what the other sales of each client amount to in a year, where they are several."""
    found: defaultdict[tuple[str, int], list[Decimal]] = defaultdict(list)
    for rank, line in enumerate(lines):
        if rank not in marks and not isinstance(line, Expense):
            found[party_of(line), line.date.year].append(line.amount)
    return {at: sum(its, ZERO) for at, its in found.items() if len(its) >= FEWEST}


@lru_cache(maxsize=8192)
def _is_short(label: str) -> bool:
    return (
        not label
        or _period(label) is not None
        or SHORT.fullmatch(without_period(label)) is not None
    )
