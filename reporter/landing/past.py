"""What the books amount to between two days, asked for many times.

Knows lines and dates. Never how a year is estimated. Exact sums; nothing is seen after the last
day that is asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reporter.charges import is_charge
from reporter.crew import travellers
from reporter.law.workdays import ONE_DAY
from reporter.making import EXACT
from reporter.model import ZERO, Day, Expense, Fee
from reporter.names import spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from reporter.model import Activity, FinancialYear
    from reporter.settings import Settings
    from reporter.settings.parties import Worker

NOTHING = Fraction(0)


class Sums(NamedTuple):
    """Sums of lines: days, euros.

    Attributes:
        equivalents: the days that fixed fees stand for.
        unsaid: how many fixed fees do not say for how many days they stand.
        charges: euros of expenses, depreciated purchases left out.
    """

    days: Fraction = NOTHING
    day_revenue: Fraction = NOTHING
    fees: Fraction = NOTHING
    equivalents: Fraction = NOTHING
    unsaid: Fraction = NOTHING
    charges: Fraction = NOTHING

    @property
    def revenue(self) -> Fraction:
        """Return the chiffre d'affaires."""
        return self.day_revenue + self.fees

    def plus(self, other: Sums) -> Sums:
        """Return both together."""
        return Sums._make(a + b for a, b in zip(self, other, strict=True))

    def times(self, factor: Fraction) -> Sums:
        """Return each sum times a factor."""
        return Sums._make(value * factor for value in self)


Amounts = tuple[Decimal, ...]
"""What lines come to, in the order of the sums."""


class Amount(NamedTuple):
    """What a line comes to, at a rank among the sums; its person by the spelled name."""

    day: date
    rank: int
    value: Decimal
    worker: str = ""


NONE: Amounts = (ZERO,) * len(Sums._fields)
DAYS, DAY_REVENUE, FEES, EQUIVALENTS, UNSAID, CHARGES = range(len(Sums._fields))


@dataclass(frozen=True, slots=True)
class Ledger:
    """Lines by their day.

    Attributes:
        days: the days that have lines, in order.
        upto: the amounts up to each of them, from nothing, in the order of the sums.
    """

    days: Sequence[date]
    upto: Sequence[Amounts]

    def between(self, after: date, last: date) -> Sums:
        """Return the sums of the lines after a day, up to another one included."""
        low, high = (self.upto[bisect_right(self.days, day)] for day in (after, last))
        return Sums._make(Fraction(b) - Fraction(a) for a, b in zip(low, high, strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The books of the years that follow each other up to one of them.

    Attributes:
        years: those years, the last one first.
        since: the day before the month of the first sale: nothing is known up to it.
        every: all of the lines.
        others: those of all but the people who came or left.
        people: those people, each with their lines.
    """

    years: tuple[FinancialYear, ...]
    since: date
    every: Ledger
    others: Ledger
    people: tuple[tuple[Worker, Ledger], ...] = ()

    def between(self, after: date, last: date) -> Sums:
        """Return the sums of the lines after a day, up to another one included."""
        return self.every.between(after, last)


def past_of(years: Mapping[int, Activity], settings: Settings, number: int) -> Past | None:
    """Return the books up to the year `number`; None without a sale in the years that touch it.

    A year without lines ends the past: what happened before is another story, or is not known.
    """
    known = tuple(_following(settings.year(number), map(settings.year, years)))
    numbers = [year.number for year in known]
    sales = [line.date for one in numbers if one in years for line in years[one].sales]
    if not sales:
        return None
    first = min(sales)
    opening = next(year.start for year in known if first in year)
    amounts = [one for year in known for one in _amounts(years.get(year.number), settings, year)]
    moving = travellers(settings)
    return Past(
        years=known,
        since=max(first.replace(day=1), opening) - ONE_DAY,
        every=_ledger(amounts),
        others=_ledger(one for one in amounts if one.worker not in moving),
        people=tuple(
            (worker, _ledger(one for one in amounts if one.worker == name))
            for name, worker in moving.items()
        ),
    )


def _ledger(amounts: Iterable[Amount]) -> Ledger:
    by_day: dict[date, list[Decimal]] = {}
    for one in amounts:
        found = by_day.setdefault(one.day, [*NONE])
        found[one.rank] = EXACT.add(found[one.rank], one.value)
    days = sorted(by_day)
    return Ledger(
        days, tuple(accumulate((tuple(by_day[day]) for day in days), _added, initial=NONE))
    )


def _following(year: FinancialYear, years: Iterable[FinancialYear]) -> Iterator[FinancialYear]:
    """Yield a year, the one that ends on the day before it, and so on backwards."""
    ending = {other.end: other for other in years}
    found: FinancialYear | None = year
    while found is not None:
        yield found
        found = ending.get(found.start - ONE_DAY)


def _added(some: Amounts, more: Amounts) -> Amounts:
    return tuple(map(EXACT.add, some, more))


def _amounts(lines: Activity | None, settings: Settings, year: FinancialYear) -> Iterator[Amount]:
    """Yield the amounts of a year."""
    status = settings.status_of(year)
    for line in lines.lines if lines else ():
        match line:
            case Day():
                worker = spelling(line.worker)
                yield Amount(line.date, DAYS, line.days, worker)
                yield Amount(line.date, DAY_REVENUE, line.amount, worker)
            case Fee():
                yield Amount(line.date, FEES, line.amount)
                said = line.equivalent_days
                yield Amount(line.date, EQUIVALENTS, said or ZERO)
                yield Amount(line.date, UNSAID, Decimal(said is None))
            case Expense() if is_charge(line, status):
                yield Amount(line.date, CHARGES, line.amount)
