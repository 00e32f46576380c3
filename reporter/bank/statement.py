"""A bank statement as values: what came in, what went out, and the balances that it states.

Knows dates and exact amounts. Never files nor their formats, nor the books.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from reporter.model import total

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from reporter.errors import Place

Nature = Literal["", "kept", "transfer", "reversal"]
"""What the bank says it is: what it kept of another, a transfer between accounts, the return of
another payment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """What goes through an account.

    Attributes:
        date: the day on which the bank writes it.
        amount: euros, positive where they come in.
        label: all the words of the bank, on one line, the other party's name among them.
        nature: what the bank says that it is.
    """

    date: dt.date
    amount: Decimal
    label: str
    nature: Nature = ""
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What an account holds, in euros, before the movements of a statement or after them."""

    amount: Decimal
    place: Place
    date: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one file says of one account.

    Attributes:
        account: its number, else the name of its folder, else of its kind.
        movements: in the order of their dates.
        opening: what it holds before the first of them, None where the file does not say.
        closing: what it holds after the last of them, None likewise.
        place: the file.
        left: how many rows were left out, since nothing has moved: refused, pending, cancelled.
    """

    account: str
    movements: tuple[Movement, ...]
    opening: Balance | None
    closing: Balance | None
    place: Place
    left: int = 0

    @property
    def total(self) -> Decimal:
        """Return what the movements add up to, in euros."""
        return total(self.movements)

    @property
    def before(self) -> Decimal | None:
        """Return the euros before the first movement, by either balance; None where unknown."""
        if self.opening is not None:
            return self.opening.amount
        return None if self.closing is None else self.closing.amount - self.total

    @property
    def days(self) -> tuple[dt.date, dt.date] | None:
        """Return the first and the last day of which the statement tells; None where of none."""
        dates = [movement.date for movement in self.movements]
        dates += [one.date for one in (self.opening, self.closing) if one and one.date]
        return (min(dates), max(dates)) if dates else None
