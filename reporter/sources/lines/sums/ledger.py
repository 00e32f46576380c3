"""Rows that are the sum of others: totals, which must be right, and lines that may be sums.

Knows the lines of a sheet so far. Never how people write totals.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.errors import Doubt
from reporter.model import ZERO, Day, Expense
from reporter.sources.grids.cells import UNCOMPUTED
from reporter.sources.lines.naming import name_of
from reporter.sources.lines.sums.totals import Sums, given_by
from reporter.words.sums import is_bare, is_mean, says_sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reporter.errors import BadCell
    from reporter.model import Line
    from reporter.sources.lines.cells import Cells
    from reporter.words.columns import Field

MUCH_MORE = 10
"""Times the amount of a line beyond which the lines above cannot make its sum."""
MOST_STARTS = 1000
"""Totals on a sheet beyond which only the last one starts a new sum."""
WEEK = Decimal(5)
"""Days of a line up to which it may be as many as those above by chance."""
NEARLY = Decimal("0.9"), Decimal("1.1")
"""The shares of the lines above between which a row may be their sum, mistyped."""
CARRIED = ("cumul", "report", "a report", "solde", "net a payer")
"""How a sum begins that adds other sheets, or takes away, where nothing is since the last one."""
FEWEST, SURE = 2, 3
"""Lines of which a line may be the sum: of two parts of a week, one is the sum by chance."""


@dataclass(slots=True)
class _Running:
    """What lines amount to so far, and how many they are."""

    amount: Decimal = ZERO
    days: Decimal = ZERO
    count: int = 0


def _may_be(line: Line, sums: _Running, *, bare: bool) -> bool:
    """Tell whether a line is worth what others amount to; a few cents may be by chance.

    The days of a sum at a mean rate are theirs, its amount is so nearly.
    """
    days = line.days if isinstance(line, Day) else None
    if not line.amount or (days is not None and days != sums.days):
        return False
    if line.amount == sums.amount:
        spent = isinstance(line, Expense) and line.slip is None and not _is_of_category(line)
        fewest = SURE if spent or (days and days <= WEEK) else FEWEST
        return sums.count >= (1 if bare else fewest)
    near = abs(line.amount - sums.amount) * 100 < abs(sums.amount)
    return days is not None and days > 1 and sums.count >= SURE and near


def _is_of_category(line: Expense) -> bool:
    """Tell whether an expense says its category and no more, as the sum of one does."""
    return bool(line.category) and folded(line.label) == folded(line.category)


class Ledger:
    """The lines of a sheet so far, against which its totals are checked."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.others: defaultdict[Field, list[Decimal]] = defaultdict(list)
        self.prices: defaultdict[Decimal, int] = defaultdict(int)
        self.counted, self.sums = 0, Sums()
        self.heard = 0
        self.known: set[str] = set()
        self.starts = [(Sums(), False)]
        self.whole = _Running()
        self.since: list[_Running] = []
        self.names: defaultdict[str, _Running] = defaultdict(_Running)
        self.months: defaultdict[int, defaultdict[str | None, _Running]]
        self.months = defaultdict(lambda: defaultdict(_Running))

    def add(self, line: Line, *, bare: bool = False) -> bool:
        """Take a line in; tell whether it is the sum of lines above, its own words aside.

        They may be all those above, those since the last total, those of its client, or of it in
        its month. Of a row that is bare, with no name of its own, one is enough, or its month is:
        not one of its own name, of another month, which comes back. What was sold or bought twice
        above at that price is sold again.
        """
        name, amount = name_of(line), line.amount
        days = line.days if isinstance(line, Day) else None
        worth = bool(amount or days)  # kilometres are worth nothing until priced
        own, alike = self.names[name], self.months[line.month]
        month = alike[None]
        found = bare and _may_be(line, month, bare=True)
        for sums in (month, self.whole, alike[name], own, *self.since):
            if sums is not month and (amount == sums.amount if days is None else days == sums.days):
                known = sums is not own or (own.count >= SURE and (days is None or days > WEEK))
                again = sums.count == 1 and own.count and sums is not alike[name]
                found |= (bare or known) and _may_be(line, sums, bare=bare and not again)
            sums.amount += amount
            sums.count += worth
            if days:
                sums.days += days
        self.lines.append(line)
        if days is not None:
            return found
        again = not bare and self.prices[amount] >= FEWEST
        self.prices[amount] += not found
        return found and not again

    def is_nearly(self, line: Line) -> bool:
        """Tell whether a line is worth nearly all those above, or has as many days as they have.

        A total that was mistyped is so; of a line that has a name, it proves nothing.
        """
        days = line.days if isinstance(line, Day) else ZERO
        least, most = NEARLY
        return any(
            sums.count >= FEWEST
            and (
                least * sums.amount <= line.amount <= most * sums.amount
                or (days > 1 and days == sums.days)
            )
            for sums in (self.whole, *self.since)
        )

    def check(self, cells: Cells, rank: int) -> BadCell | Doubt:
        """Return the mistake of a total that is not the sum of lines above, else a note of it.

        The lines may be those since the start, since another total, or those of the client or
        mission that the total names.
        """
        row, total = cells.row(rank), given_by(cells, rank)
        sums = [*self._since_starts(total.title), *self._named(row)]
        carried = sums[0] == Sums() and folded(total.title).startswith(CARRIED)
        if not (carried or is_mean(total.title) or total.is_told(sums, len(self.lines))):
            return total.mistake(cells, rank, sums)
        lost = ", sa formule n’a pas de valeur calculée" if UNCOMPUTED in row else ""
        what = f"ligne de total laissée de côté{lost}"
        return Doubt(code="total", what=what, place=cells.place(rank, total.first or "date"))

    def total(self) -> Sums:
        """Return what all the lines amount to."""
        self.sums = _added(self.sums, self.lines[self.counted :])
        self.counted = len(self.lines)
        return self.sums

    def holds(self, line: Line) -> bool:
        """Tell whether a line is the sum of the last ones above: it would count twice.

        One that says total is one only where it names the client of those lines, or one word of it.
        """
        lines, fewest = self.lines, FEWEST
        name = folded(name_of(line))
        if says_sum(name_of(line)) and not is_bare(name_of(line)):
            called = [(own, it) for it in lines if (own := folded(name_of(it))) != name]
            whole, words = [it for own, it in called if own in name], set(name.split())
            lines = whole or [it for own, it in called if not words.isdisjoint(own.split())]
            fewest = 1 if whole else FEWEST
        elif self._holds_name(line):
            return True
        amount, days = ZERO, ZERO
        for count, other in enumerate(reversed(lines), 1):
            amount += other.amount
            days += other.days if isinstance(other, Day) else ZERO
            same = amount == line.amount and (not isinstance(line, Day) or days == line.days)
            if same and count >= fewest:
                return True
            if abs(amount) > MUCH_MORE * abs(line.amount):
                return False
        return False

    def _holds_name(self, line: Line) -> bool:
        """Tell whether a line is the sum of all those of its own client above."""
        own = self.names.get(name_of(line))
        same_days = own is not None and (not isinstance(line, Day) or line.days == own.days)
        return own is not None and own.count >= FEWEST and same_days and own.amount == line.amount

    def _since_starts(self, title: str) -> list[Sums]:
        """Return the sums that a total may be, and start new ones after it; parts hold no whole."""
        total, is_part = self.total(), folded(title).startswith(("sous", "sub"))
        sums = [total.less(one) for one, part in reversed(self.starts) if is_part or not part]
        self.starts[MOST_STARTS - 1 :] = [(total, is_part)]
        self.since = [_Running()]
        return sums

    def _named(self, row: Sequence[Any]) -> list[Sums]:
        """Return the sums of the lines of the client or mission that a total names."""
        if len(self.starts) >= MOST_STARTS:
            return []
        self.known.update(*map(_names, self.lines[self.heard :]))
        self.heard = len(self.lines)
        texts = [folded(cell) for cell in row if isinstance(cell, str)]
        names = {name for name in self.known if any(folded(name) in text for text in texts)}
        if not names:
            return []
        return [_added(Sums(), (it for it in self.lines if not names.isdisjoint(_names(it))))]


def _names(line: Line) -> Iterable[str]:
    return filter(None, (getattr(line, name, "") for name in ("client", "mission", "category")))


def _added(sums: Sums, lines: Iterable[Line]) -> Sums:
    amount, _, days, vat = sums
    for line in lines:
        amount += line.amount
        vat += line.own_vat
        if isinstance(line, Day):
            days += line.days
    return Sums(amount, amount + vat, days, vat)
