"""Doubts about a number that is the usual one of another name, or the usual one with its VAT.

Knows what each name is worth, line after line: the price of a day, the amount of a fee or of an
expense. Never how far two numbers are apart: see `amounts` and `rates`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from reporter.doubts.wording import doubt, named
from reporter.errors import Words
from reporter.french import euros_cents
from reporter.grouping import gathered
from reporter.law.vat_rates import usual as rates_of
from reporter.model import ZERO, Day, Expense, cents
from reporter.sources.lines.naming import party_of, subject_of
from reporter.sources.tables.periods import without_period

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from reporter.errors import Doubt
    from reporter.model import Activity, Line

    Groups = Mapping[tuple[str, ...], Sequence[Line]]

FEWEST = 4
"""Lines of a name that bear its usual number; one line in so many, at most, bears another."""


def of_another(activity: Activity) -> Iterator[Doubt]:
    """Yield the lines whose number is that of another name, or bears VAT, for a while only.

    A column pasted too low, filled down or sorted alone does that, and a name chosen wrong. A price
    that changed for good is that of the last lines: the usual one comes back after a slip. An
    expense may be the first or the last of its name, where it says again the line above.
    """
    for lines in (activity.days, activity.fees, activity.expenses):
        groups = _groups(lines)
        usual = {key: _usual(its) for key, its in groups.items()}
        whose: defaultdict[Decimal | None, list[str]] = defaultdict(list)
        for key, number in usual.items():
            whose[number].append(key[0])
        below = {(*it.place[:2], it.place.row + 1, it.amount) for it in activity.expenses}
        for key, its in groups.items():
            number = usual[key]
            for line, is_inside in _far(its) if number is None else _slips(its, number):
                others = [name for name in whose[_number(line)] if name != key[0]]
                copied = is_inside or (*line.place[:2], line.place.row, line.amount) in below
                if (others and copied) or (number and is_inside and _is_taxed(line, number)):
                    yield _doubt(line, number, others)


def _groups(lines: Sequence[Line]) -> Groups:
    """Return the lines of each name that are for the same thing, in the order of their dates."""
    found: defaultdict[tuple[str, ...], list[Line]] = defaultdict(list)
    for line in lines:
        if line.amount > ZERO and _number(line) > ZERO:
            worker = line.worker if isinstance(line, Day) else ""
            found[party_of(line), without_period(subject_of(line)), worker].append(line)
    return {
        key: sorted(its, key=lambda line: line.date)
        for key, its in found.items()
        if len(its) >= FEWEST
    }


def _number(line: Line) -> Decimal:
    """Return what tells a name from another: the price of a day, an amount otherwise."""
    if isinstance(line, Day):
        return line.rate or (cents(line.amount / line.days) if line.days else ZERO)
    return line.amount


def _usual(lines: Sequence[Line]) -> Decimal | None:
    """Return the number of nearly all lines of a name, None where there is none."""
    (number, count), *_ = Counter(map(_number, lines)).most_common(1)
    few = FEWEST * (len(lines) - count) <= len(lines)
    return number if count >= FEWEST and few else None


def _slips(lines: Sequence[Line], usual: Decimal) -> Iterator[tuple[Line, bool]]:
    """Yield each line of another number, and whether it is between two that bear the usual one.

    A price that stands here and there is one more of the same client: one accident fills rows that
    follow one another.
    """
    numbers = [_number(line) for line in lines]
    first, last = numbers.index(usual), len(numbers) - 1 - numbers[::-1].index(usual)
    together = gathered(zip(numbers, lines, strict=True))
    for n, line in enumerate(lines):
        priced = isinstance(line, Day) and not _follow(together[numbers[n]], lines)
        if numbers[n] != usual and not priced:
            yield line, first < n < last


def _follow(few: Sequence[Line], lines: Sequence[Line]) -> bool:
    """Tell whether all the rows from the first of a few lines to the last are of their name."""
    places = [line.place for line in few]
    first, last = min(places), max(places)
    return sum(first <= line.place <= last for line in lines) == last.row - first.row + 1


def _far(lines: Sequence[Line]) -> Iterator[tuple[Line, bool]]:
    """Yield the line that is worth twice all others of a name of no usual number, or half."""
    *_, last, most = ordered = sorted(lines, key=_number)
    if 2 * _number(ordered[0]) <= _number(ordered[1]):
        yield ordered[0], True
    if 2 * _number(last) <= _number(most):
        yield most, True


def _is_taxed(line: Line, usual: Decimal) -> bool:
    """Tell whether a number is the usual one with VAT: at the rate told, else at the normal one."""
    rate = rates_of(line.date)[0] if line.vat_rate is None else line.vat_rate
    return bool(rate) and cents(usual * (1 + rate)) == _number(line)


def _doubt(line: Line, usual: Decimal | None, others: Sequence[str]) -> Doubt:
    noun = "tarif" if isinstance(line, Day) else "montant"
    kind = "fournisseur" if isinstance(line, Expense) else "client"
    what = f"le {noun} d’ordinaire, TVA comprise : un TTC à la place du HT ?"
    fix = f"vérifier le {noun}"
    if others:
        what = f"le {noun} de « {others[0]} » : une cellule qui a bougé ?"
        fix = f"vérifier le {kind} et le {noun}"
    return doubt("d-un-autre", what, line, fix, Words(_beside, (line, usual)) if usual else "")


def _beside(line: Line, usual: Decimal) -> str:
    return f"{named(line)} ; d’ordinaire {euros_cents(usual)}"
