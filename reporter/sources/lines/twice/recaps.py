"""A sheet whose lines are the sums of another's: by client, by month, by quarter, by category.

Knows the ways of grouping lines. Never what to say of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING

from reporter.law.vat_rates import usual
from reporter.model import ZERO, Day, Expense, Fee, cents
from reporter.names import spelling

if TYPE_CHECKING:
    from reporter.model import Line

QUARTERS, QUARTER = 4, 3
SOME = 200
FEWEST = 3
"""Amounts, each of its own, that are those of months by no chance."""
MOST = 60
"""Months of a few years: a sheet that has more lines is none of sums of months."""
Sums = Mapping[object, tuple[Decimal, int]]
"""What the lines of each group amount to, and how many they are."""
Group = Callable[["Line"], object]


def is_recap(small: Sequence[Line], large: Sequence[Line]) -> bool:
    """Tell whether each line of a sheet is what a group of another amounts to.

    One group at least has several lines: elsewhere, equal amounts are those of a usual price.
    """
    groups = [group for group in GROUPS if _may_be_sums(small, _alone(group))]
    names = NAMES if _may_be_sums(small, names_of) else ()
    by_group = any(_are_sums(small, _sums(large, group), _alone(group)) for group in groups)
    return by_group or any(_are_sums(small, _sums(large, name), names_of) for name in names)


def are_nearly_months(small: Sequence[Line], large: Sequence[Line]) -> bool:
    """Tell whether most sales of a sheet are worth all those of a month of another.

    They may be of the month before, with VAT at the usual rate, and a few of them wrong: the
    turnover that one declares, kept beside its lines.
    """
    if len(small) > len(large) or len(small) > MOST or isinstance(small[0], Expense):
        return False
    months = _sums(large, lambda line: line.month)
    found = {line.amount for line in small if line.amount in _worth(months, line)}
    many = sum(line.amount in found for line in small)
    return len(found) >= FEWEST and 4 * many >= 3 * len(small)


def _worth(months: Sums, line: Line) -> set[Decimal]:
    """Return what the month of a line and the one before amount to, before tax and with it.

    A month of one line may be as much as another client's.
    """
    known = [months[month] for month in (line.month, line.month - 1) if month in months]
    near = [amount for amount, count in known if count > 1]
    return {*near, *(cents(amount * (1 + max(usual(line.date)))) for amount in near)}


def _may_be_sums(small: Sequence[Line], keys: Callable[[Line], Sequence[object]]) -> bool:
    """Tell whether lines may each be the sum of a group: a group has one sum, and no other.

    The first lines tell it as well as all do, since it holds of any of them.
    """
    for some in (small[:SOME], small):
        if len({line.amount for line in some}) > len({key for line in some for key in keys(line)}):
            return False
    return True


def _alone(group: Group) -> Callable[[Line], tuple[object]]:
    return lambda line: (group(line),)


def name_of(line: Line) -> str:
    """Return whom a line is for, or what it was spent on, by its first name; folded."""
    match line:
        case Day() | Fee():
            return spelling(line.client)
        case Expense():
            return spelling(line.category or line.supplier or line.label)
    return ""


def names_of(line: Line) -> tuple[str, str, str]:
    """Return the names that a line of a recap may be called by; folded."""
    match line:
        case Expense():
            return spelling(line.category), spelling(line.supplier), spelling(line.label)
        case Day():
            return spelling(line.mission), spelling(line.client), spelling(line.worker)
        case Fee():
            return spelling(line.service), spelling(line.client), ""
    return "", "", ""


def _are_sums(small: Sequence[Line], sums: Sums, keys: Callable[[Line], Sequence[object]]) -> bool:
    counts = []
    for line in small:
        found = (sums.get(key, (None, 0)) for key in keys(line))
        counts.append(max((count for amount, count in found if amount == line.amount), default=0))
    return min(counts) > 0 and max(counts) > 1


def _sums(lines: Sequence[Line], group: Group) -> Sums:
    sums: defaultdict[object, tuple[Decimal, int]] = defaultdict(lambda: (ZERO, 0))
    for line in lines:
        key = group(line)
        amount, count = sums[key]
        sums[key] = amount + line.amount, count + 1
    return sums


def _quarter(line: Line) -> int:
    return line.date.year * QUARTERS + (line.date.month - 1) // QUARTER


def _year(line: Line) -> int:
    return line.date.year


GROUPS: tuple[Group, ...] = (
    name_of,
    _year,
    _quarter,
    attrgetter("month"),
    lambda line: (name_of(line), _year(line)),
    lambda line: (name_of(line), _quarter(line)),
    lambda line: (name_of(line), line.month),
)
"""What the lines of a recap may be the sums of."""
NAMES: tuple[Group, ...] = (
    lambda line: names_of(line)[0],
    lambda line: names_of(line)[1],
    lambda line: names_of(line)[2],
)
