"""The columns that sum those of months: a total, a quarter, half a year, the days of one month.

So is one that says what the days of each row are worth. Knows titles, the months beside them and
numbers. Never what lines amount to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reporter import numerals
from reporter.characters import folded
from reporter.model import CENT, ZERO
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank, shown
from reporter.words.periods import Period, period_of
from reporter.words.sums import is_mean, says_sum

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from decimal import Decimal
    from re import Match

QUARTER, HALF = 3, 6
FEWEST = 2
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
    year, own = found["year"] and int(found["year"]), months_of(found)
    part = [
        n
        for n, period in months.items()
        if period.month in own and period.year in (year or period.year, None)
    ]
    return part if len({months[n].year for n in part}) == 1 else []


def months_of(found: Match[str]) -> range:
    """Return the months of the part of a year that a text was found to name."""
    length = QUARTER if found["t"] or found["nth_t"] else HALF
    number = int(found["t"] or found["nth_t"] or found["s"] or found["nth_s"])
    return range((number - 1) * length + 1, number * length + 1)


def says_worth(
    rows: Sequence[Sequence[Any]], column: int, rate: int, months: Collection[int]
) -> bool:
    """Tell whether a column holds the days of each row at their rate, or the sum of all these.

    Two rows that do are enough: the others are wrong.
    """
    right = [it.is_right for it in worths(rows, column, rate, months) if it.due]
    return sum(right) >= FEWEST or (any(right) and all(right))


class Worth(NamedTuple):
    """A cell of what the days of its row are worth: the rank of its row, and what is due there."""

    rank: int
    due: Decimal
    is_right: bool


def worths(
    rows: Sequence[Sequence[Any]], column: int, rate: int, months: Collection[int]
) -> Iterator[Worth]:
    """Yield what each filled cell of a column must be, were it the days of its row at their rate.

    Without a rate, it is the sum of all those above.
    """
    whole = ZERO
    for rank, row in enumerate(rows):
        if is_blank(row[column]):
            continue
        worth, price = _number(row[column]), _number(row[rate])
        days = sum((_number(row[n]) or ZERO for n in months), ZERO)
        due = whole if price is None else days * price
        whole += ZERO if price is None else due
        yield Worth(rank, due, worth is not None and abs(worth - due) <= CENT)


def _number(cell: Any) -> Decimal | None:
    return None if is_blank(cell) else numerals.number(shown(cell))
