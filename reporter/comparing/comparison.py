"""What the accountant's entries change: the result, each account, each line; what follows from it.

Knows our pack and the lines of a FEC. Never files, nor how a table looks.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reporter.accounting.expense_accounts import expense_account
from reporter.comparing.lines import compact, ours, shortened, theirs
from reporter.comparing.pairing import changes
from reporter.errors import BadCell
from reporter.fec.entries import PROFIT_AND_LOSS
from reporter.ledgers.ledger import TAX
from reporter.model import ZERO, Expense

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from reporter.accounting.pack import Pack
    from reporter.comparing.lines import Line
    from reporter.comparing.pairing import Change
    from reporter.fec.rows import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account on both sides, in euros, debits positive."""

    number: str
    name: str
    ours: Decimal
    theirs: Decimal

    @property
    def gap(self) -> Decimal:
        """Return what the accountant's side has beyond ours."""
        return self.theirs - self.ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Our year and the accountant's.

    Attributes:
        pack: ours.
        reported: the result after tax of the report, in euros.
        accounts: those of both sides, by number, the same ones included.
        changes: the lines that are not the same.
        same: how many are.
        accounted: for a category, the account to which the accountant moved all its lines.
    """

    pack: Pack
    reported: Decimal
    accounts: tuple[Account, ...]
    changes: tuple[Change, ...]
    same: int
    accounted: Mapping[str, str]

    @property
    def booked(self) -> Decimal:
        """Return the result of our entries, in euros."""
        return -sum((x.ours for x in self.accounts if _counts(x.number)), ZERO)

    @property
    def result(self) -> Decimal:
        """Return the accountant's result after tax, in euros."""
        return -sum((x.theirs for x in self.accounts if _counts(x.number)), ZERO)

    @property
    def tax(self) -> Decimal:
        """Return the accountant's corporate tax, in euros."""
        return sum((x.theirs for x in self.accounts if x.number.startswith(TAX)), ZERO)

    @property
    def is_taxed(self) -> bool:
        """Tell whether the accountant's entries have the tax that a profit owes: they are closed.

        A company that pays none, or that makes a loss, owes none; its owner may say so of a year.
        """
        settings, year = self.pack.bilan.settings, self.pack.year
        owes = settings.pays_tax(year) and self.result > 0
        return bool(self.tax) or not owes or settings.of(year).final_tax == 0

    @property
    def steps(self) -> tuple[Account, ...]:
        """Return the accounts that make the difference between the two results."""
        return tuple(x for x in self.accounts if _counts(x.number) and x.gap)


def compared(pack: Pack, rows: Iterable[Row]) -> Comparison:
    """Return our entries against those of a FEC without mistakes."""
    mine, its = ours(pack.entries), theirs(rows)
    every = changes(mine, its)
    told = tuple(change for change in every if change.what != "same")
    return Comparison(
        pack=pack,
        reported=pack.bilan.figures.result,
        accounts=tuple(_accounts(mine, its)),
        changes=told,
        same=len(every) - len(told),
        accounted=_accounted(pack, every),
    )


def _counts(account: str) -> bool:
    return account.startswith(PROFIT_AND_LOSS)


def _accounts(mine: list[Line], its: list[Line]) -> Iterator[Account]:
    """Yield the accounts by number, under the name that the accountant gives."""
    sums: tuple[defaultdict[str, Decimal], ...] = (
        defaultdict(lambda: ZERO),
        defaultdict(lambda: ZERO),
    )
    names: dict[str, str] = {}
    for side, lines in zip(sums, (mine, its), strict=True):
        for line in lines:
            side[line.account] += line.amount
            names[line.account] = line.name or names.get(line.account, "")
    for number in sorted(names):
        yield Account(
            number=number, name=names[number], ours=sums[0][number], theirs=sums[1][number]
        )


def _accounted(pack: Pack, every: Iterable[Change]) -> dict[str, str]:
    """Return the categories of expenses all of whose lines were moved to one other account."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    categories = _categories(pack)
    for change in every:
        mine, its = change.ours, change.theirs
        if mine is None:
            continue
        for category in categories.get((mine.account, mine.date.isoformat(), mine.piece), ()):
            moved = change.what in {"account", "replaced"}
            found[category].add(its.written if its and moved else "")
    own = {category: next(iter(moved)) for category, moved in found.items() if len(moved) == 1}
    return {name: number for name, number in sorted(own.items()) if _may_hold(pack, name, number)}


def _may_hold(pack: Pack, category: str, number: str) -> bool:
    """Tell whether an account may be that of all the purchases of a category: charges, or assets.

    Those of the years before are among them where they are still there.
    """
    settings = pack.bilan.settings
    lines = [booked.line for booked in (*pack.purchases, *pack.others)]
    for line in (*lines, *(asset.line for asset in pack.assets)):
        if isinstance(line, Expense) and line.category == category and not line.account:
            opened = settings.year_of(line.date).start
            try:
                expense_account(replace(line, account=number), settings.bookkeeping, opened)
            except BadCell:
                return False
    return bool(number)


def _categories(pack: Pack) -> dict[tuple[str, str, str], set[str]]:
    """Return the categories of the purchases behind each of our lines."""
    found: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for booked in pack.purchases:
        line = booked.line
        if isinstance(line, Expense) and line.category and not line.account:
            for day in {booked.date, booked.paid or booked.date}:
                key = (shortened(booked.account), day.isoformat(), compact(booked.number))
                found[key].add(line.category)
    return found
