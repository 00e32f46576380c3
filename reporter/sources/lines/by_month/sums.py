"""The rows of sums below a table by month: totals, VAT, gross, running sums, means.

Knows what each of them must be worth by the rows above. Never where they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.model import ZERO
from reporter.sources.lines.sums.foot import is_worth
from reporter.sources.tables.sum_words import is_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

RUNNING = {"cumul", "cumule", "cumulee"}


class Sums:
    """What each column amounts to: since the top, and since the last total.

    Args:
        months: the columns of the months, in order.
        totals: the columns of the sums of rows.
    """

    def __init__(self, months: Sequence[int], totals: Sequence[int]) -> None:
        self.months = months
        self.whole: dict[int, Decimal] = dict.fromkeys((*months, *totals), ZERO)
        self.since = dict(self.whole)

    def add(self, column: int, value: Decimal) -> None:
        """Take a cell of a client's row in."""
        self.whole[column] += value
        self.since[column] += value

    def wrong(self, name: str, given: Mapping[int, Decimal]) -> tuple[int, Decimal] | None:
        """Return the first column in which a row of sums is not what it says, and what is due.

        A mean is never wrong: it counts for nothing, and there are many.
        """
        if is_mean(name):
            return None
        running = not RUNNING.isdisjoint(folded(name).split())
        ways = (self.whole, dict(self._running())) if running else (self.whole, self.since)
        bad = [
            next((n for n, value in given.items() if not is_worth(name, value, way[n])), None)
            for way in ways
        ]
        if bad[0] is None or None in bad:
            self.since = dict.fromkeys(self.since, ZERO)
            return None
        return bad[0], self.whole[bad[0]]

    def _running(self) -> Iterator[tuple[int, Decimal]]:
        """Yield the sums from the first month on; those of totals are theirs."""
        due = ZERO
        for column, value in self.whole.items():
            due = due + value if column in self.months else due
            yield column, due if column in self.months else value
