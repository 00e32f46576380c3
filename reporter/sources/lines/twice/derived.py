"""A sheet whose lines are another's: the sums of them, or their payments, told again later.

Knows the ways of grouping lines, the words of payments and dates. Never what is said of it: see
`copies`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.grouping import gathered
from reporter.law.vat_rates import SERVICES, usual
from reporter.model import AMOUNT, ZERO, Day, Expense, Fee, cents, total
from reporter.names import spelling, words
from reporter.patterns import pattern
from reporter.sources.lines.naming import names_of
from reporter.words.sheets import PAYMENTS

if TYPE_CHECKING:
    from datetime import date

    from reporter.model import Line

    Dates = dict[tuple[tuple[str, ...], Decimal], list[date]]
    """The dates of the sales of a client that are worth an amount."""


QUARTERS, QUARTER = 4, 3
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
    turnover that one declares, kept beside its lines. Invoices of days whose clients are not told
    as those of the days are make together what each month does; so do expenses by their nature.
    """
    if isinstance(small[0], Expense):
        return _spend_as_much(small, large)
    if len(small) > MOST:
        return False
    months = _sums(large, MONTH)
    found = {line.amount for line in small if line.amount in _worth(months, line)}
    many = sum(line.amount in found for line in small)
    if len(found) >= FEWEST and 4 * many >= 3 * len(small):
        return True
    bills = gathered((line.month, line) for line in small).values()
    billed = isinstance(small[0], Fee) and isinstance(large[0], Day) and len(bills) > 1
    return billed and all(total(its, AMOUNT) in _worth(months, its[0]) for its in bills)


def _spend_as_much(small: Sequence[Line], large: Sequence[Line]) -> bool:
    """Tell whether most months of expenses amount to those of another sheet, by no chance."""
    own, others = _sums(small, MONTH), _sums(large, MONTH)
    same = [it for month, (it, _) in own.items() if others[month][0] == it]
    return len({*same}) >= FEWEST and 4 * len(same) >= 3 * len(own)


def are_parts(one: Sequence[Line], other: Sequence[Line]) -> bool:
    """Tell whether two are of the same rows of one table: its mornings and its afternoons."""
    if len({(*it.place[:2], it.place.column) for it in (one[0], other[0])}) > 1:
        return False
    rows = [[it.place.row for it in its] for its in (one, other)]
    return max(map(min, rows)) <= min(map(max, rows))


def _worth(months: Sums, line: Line) -> set[Decimal]:
    """Return what the month of a line and the one before amount to, before tax and with it.

    A month of one line may be as much as another client's.
    """
    known = [months[month] for month in (line.month, line.month - 1) if month in months]
    near = [amount for amount, count in known if count > 1]
    return {*near, *(cents(amount * (1 + max(usual(line.date)))) for amount in near)}


def _may_be_sums(small: Sequence[Line], keys: Callable[[Line], Sequence[object]]) -> bool:
    """Tell whether lines may each be the sum of a group: a group has one line, and no other."""
    met: set[frozenset[object]] = set()
    for line in small:
        if (group := frozenset(keys(line))) in met:
            return False
        met.add(group)
    return True


def _alone(group: Group) -> Callable[[Line], tuple[object]]:
    return lambda line: (group(line),)


def heading_of(line: Line) -> str:
    """Return whom a line is for, or what it was spent on, by its first name; folded."""
    spent = isinstance(line, Expense) and (line.category or line.supplier or line.label)
    return spelling(spent or line.party)


def _are_sums(small: Sequence[Line], sums: Sums, keys: Callable[[Line], Sequence[object]]) -> bool:
    most = 0
    for line in small:
        found = (sums[key] for key in keys(line) if key in sums)
        count = max((count for amount, count in found if amount == line.amount), default=0)
        if not count:
            return False
        most = max(most, count)
    return most > 1


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


MONTH: Group = attrgetter("month")
GROUPS: tuple[Group, ...] = (
    heading_of,
    _year,
    _quarter,
    MONTH,
    lambda line: (heading_of(line), _year(line)),
    lambda line: (heading_of(line), _quarter(line)),
    lambda line: (heading_of(line), line.month),
)
"""What the lines of a recap may be the sums of."""
NAMES: tuple[Group, ...] = (
    lambda line: names_of(line)[0],
    lambda line: names_of(line)[1],
    lambda line: names_of(line)[2],
)


PAID = timedelta(days=120)
"""How long after its invoice a receipt comes, at most."""
AT_LAST = timedelta(days=366)
"""The same, where the sheet says that it holds receipts."""
FEWEST_PAID = 2
"""Lines that are paid later, at least: one may be chance."""
LABELS = pattern(
    r"(?:virements?|vir|vrt|reglements?|rgt|paiements?|payments?|encaissements?|cheques?|chq|cb|"
    r"especes|remises? (?:de )?cheques?|recettes?|stripe|paypal|transfer)\b"
)
"""How the label of what was paid begins."""


def are_receipts(sheet: Sequence[Line], sales: Sequence[Line]) -> bool:
    """Tell whether most lines of a sheet of payments are, each, an earlier sale of another.

    So are all those of a sheet of which each says a client and no more.
    """
    if not says_payments(sheet) or says_payments(sales):
        return _is_echo(sheet, sales)
    return _are_later(sheet, sales, lambda line: (line.amount,))


def _is_echo(small: Sequence[Line], large: Sequence[Line]) -> bool:
    """Tell whether each sale of a sheet, told by its client alone, is an earlier one of another."""
    if any(not isinstance(line, Fee) or line.service or line.invoice for line in small):
        return False
    if any(isinstance(line, Fee) and not (line.service or line.invoice) for line in large):
        return False
    dates = gathered(((heading_of(line), line.amount), line.date) for line in large)
    return all(
        any(timedelta(0) <= line.date - day <= PAID for day in dates[heading_of(line), line.amount])
        for line in small
    )


def are_with_tax(sheet: Sequence[Line], sales: Sequence[Line]) -> bool:
    """Tell whether most lines of a sheet are, each, a sale of another with its VAT."""
    return _are_later(sheet, sales, _with_tax)


def _with_tax(line: Line) -> Sequence[Decimal]:
    vat = line.own_vat
    return (line.amount + vat,) if vat else [cents(line.amount * (1 + rate)) for rate in SERVICES]


def _are_later(
    sheet: Sequence[Line], sales: Sequence[Line], amounts: Callable[[Line], Sequence[Decimal]]
) -> bool:
    """Tell whether most lines of a sheet are some amount of a sale of another, on or after it."""
    paid = [line for line in sheet if isinstance(line, Fee)]
    if 2 * len(paid) <= len(sheet):
        return False
    late, fewest = (AT_LAST, 1) if says_payments(sheet) else (PAID, FEWEST_PAID)
    asked = {line.amount for line in paid}
    dates = gathered(
        ((words(line.party), amount), line.date)
        for line in sales
        if line.amount > ZERO
        for amount in asked.intersection(amounts(line))
    )
    found = sum(_takes(line, dates, late) for line in paid)
    return found >= fewest and 2 * found > len(sheet)


def says_payments(sheet: Sequence[Line]) -> bool:
    """Tell whether a sheet says that it holds payments, by its name or by its labels."""
    if any(not isinstance(line, Fee) for line in sheet):
        return False
    place = sheet[0].place
    if PAYMENTS.search(folded(place.sheet or place.file.rpartition("/")[2])):
        return True
    labels = [folded(line.subject) for line in sheet]
    return 2 * sum(LABELS.match(label) is not None for label in labels) > len(labels)


def _takes(line: Fee, dates: Dates, late: timedelta) -> bool:
    """Tell whether a line pays a sale that no other one pays, and take it."""
    days = dates.get((words(line.client), line.amount), [])
    day = next((day for day in days if timedelta(0) <= line.date - day <= late), None)
    if day is None:
        return False
    days.remove(day)
    return True
