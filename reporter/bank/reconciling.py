"""A year of the bank: from one balance to the other, and what is not explained on either side.

Knows the bank of the books. Never how it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reporter.bank.quoting import runs
from reporter.errors import BilanError
from reporter.grouping import gathered
from reporter.law.workdays import ONE_DAY
from reporter.model import ZERO, total

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Mapping
    from decimal import Decimal

    from reporter.bank.accounts import Account
    from reporter.bank.bank import Asked, Bank
    from reporter.bank.matches import Match
    from reporter.bank.pieces import Piece
    from reporter.bank.statement import Movement
    from reporter.model import FinancialYear

Group = Literal["sale", "expense", "movement", "outside", "transfer", "reversal", "asked", "alone"]
EXPLAINED: tuple[Group, ...] = ("sale", "expense", "movement", "outside", "transfer", "reversal")
OFTEN = 3
"""How many movements of one name make a label that comes back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """What goes through an account in a year.

    Attributes:
        days: the first and the last day of the year of which the statements tell.
        opening: the euros before the first of them, None where no statement gives a balance.
        groups: for each group that has some, how many movements and their sum.
        closing: the euros after the last of them, None likewise.
        whole: whether the statements tell of every day of the year.
    """

    account: Account
    days: tuple[dt.date, dt.date]
    opening: Decimal | None
    groups: Mapping[Group, tuple[int, Decimal]]
    closing: Decimal | None
    whole: bool

    def total(self, *groups: Group) -> Decimal:
        """Return the sum of some groups, in euros."""
        return sum((self.groups[one][1] for one in groups if one in self.groups), ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """A year of all accounts.

    Attributes:
        asked: the movements that may pay some line.
        alone: the movements that no line comes near: forgotten, or outside the books.
        unpaid: the pieces without a movement: unpaid, or paid from elsewhere.
        untold: the sales after the last day of the statements.
        gaps: the matches that the owner answered and whose sums differ.
        last: the last day of all the statements.
    """

    year: FinancialYear
    accounts: tuple[Year, ...]
    asked: tuple[Asked, ...]
    alone: tuple[Asked, ...]
    unpaid: tuple[Piece, ...]
    untold: tuple[Piece, ...]
    gaps: tuple[Match, ...]
    last: dt.date

    @property
    def recurring(self) -> tuple[str, str] | None:
        """Return the words of a label that comes back, and of whom it may be; None without any.

        No other movement of the year has them: they would name it too.
        """
        for name, those in gathered((one.likely[0].name, one) for one in self.asked).items():
            first, *others = (_words(one.movement) for one in those)
            shared = [word for word in first if all(word in said for said in others)]
            own = {id(one.movement) for one in those}
            if shared and len(those) >= OFTEN and not self._are_of_another(shared, own):
                return " ".join(shared).upper(), name
        return None

    def _are_of_another(self, words: Iterable[str], own: Collection[int]) -> bool:
        moves = (move for year in self.accounts for move in year.account.movements)
        others = (move for move in moves if move.date in self.year and id(move) not in own)
        return any(set(words) <= set(_words(move)) for move in others)


def reconciled(bank: Bank, year: FinancialYear) -> Reconciled:
    """Return a year of the bank.

    Raises:
        BilanError: where no statement tells of it.
    """
    known = [account for account in bank.accounts if _overlaps(account, year)]
    if not known:
        raise BilanError(f"aucun relevé de l’exercice {year.number} dans data/banque")
    asked = [one for one in bank.asked if one.movement.date in year]
    groups: dict[int, Group] = {
        id(one.movement): "asked" if one.likely else "alone" for one in asked
    }
    groups |= {key: _group(match) for key, match in bank.by_movement.items()}
    return Reconciled(
        year=year,
        accounts=tuple(_year(account, year, groups) for account in known),
        asked=tuple(one for one in asked if one.likely),
        alone=tuple(one for one in asked if not one.likely),
        unpaid=tuple(one for one in bank.unpaid if (one.paid or one.date) in year),
        untold=tuple(one for one in bank.untold if one.date in year),
        last=max(account.days[1] for account in bank.accounts),
        gaps=tuple(one for one in bank.matches if one.gap and one.date in year),
    )


def _words(movement: Movement) -> tuple[str, ...]:
    """Return the words of a label: one that comes back has other figures."""
    return tuple(run for run in runs(movement.label) if run.isalpha())


def _overlaps(account: Account, year: FinancialYear) -> bool:
    first, last = account.days
    return first <= year.end and last >= year.start


def _group(match: Match) -> Group:
    if match.pieces:
        return match.pieces[0].kind
    return match.why if match.why in ("transfer", "reversal") else "outside"


def _year(account: Account, year: FinancialYear, groups: Mapping[int, Group]) -> Year:
    first, last = max(account.days[0], year.start), min(account.days[1], year.end)
    moved = (movement for movement in account.movements if movement.date in year)
    own = gathered((groups[id(movement)], movement) for movement in moved)
    return Year(
        account=account,
        days=(first, last),
        opening=account.balance(first - ONE_DAY),
        groups={key: (len(own[key]), total(own[key])) for key in own},
        closing=account.balance(last),
        whole=(first, last) == (year.start, year.end),
    )
