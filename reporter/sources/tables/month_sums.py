"""The columns that sum those of months: a total, a quarter, half a year, the days of one month.

Knows titles and the months beside them. Never what lines amount to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.words.periods import Period, period_of
from reporter.words.sums import is_mean, says_sum

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from re import Match

QUARTER, HALF = 3, 6
PARTS = pattern(
    r"(?:(?:t|q|trim|trimestre) ?(?P<t>[1-4])|(?P<nth_t>[1-4]) ?(?:er?|eme|nd|de)? ?trim(?:estre)?"
    r"|(?:s|sem|semestre) ?(?P<s>[12])|(?P<nth_s>[12]) ?(?:er?|eme|nd|de)? ?sem(?:estre)?)"
    r"(?: (?P<year>\d{4}))?"
)
"""The title of a column that is the sum of a quarter, or of half a year; folded."""


def sums_of(
    row: Sequence[Any], months: Mapping[int, Period]
) -> Iterator[tuple[int, Sequence[int]]]:
    """Yield the columns of the sums of a row, of a quarter or of half a year: what each sums."""
    for column, cell in enumerate(row):
        if says_sum(cell) and not is_mean(cell):
            year, month, _ = period_of(cell)
            by_day = len(set(months.values())) < len(months)
            own = [n for n, it in months.items() if year in (None, it.year)]
            own = [n for n in own if not by_day or month in (None, months[n].month)]
            yield column, own or list(months)
        elif (found := PARTS.fullmatch(folded(cell))) and (part := _part(found, months)):
            yield column, part


def _part(found: Match[str], months: Mapping[int, Period]) -> Sequence[int]:
    """Return the columns of the months of a part of a year; none where several years may be it."""
    length = QUARTER if found["t"] or found["nth_t"] else HALF
    number = int(found["t"] or found["nth_t"] or found["s"] or found["nth_s"])
    year = found["year"] and int(found["year"])
    part = [
        n
        for n, period in months.items()
        if (period.month or 0) in range((number - 1) * length + 1, number * length + 1)
        and period.year in (year or period.year, None)
    ]
    return part if len({months[n].year for n in part}) == 1 else []
