"""What a figure ends in: the lines that are added up, the steps of a rule, what the owner wrote.

Knows what counts, and for how much. Never which figures there are, nor how one is made of others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from decimal import Decimal
    from fractions import Fraction

    from reporter.errors import Place
    from reporter.making import Figure
    from reporter.model import Line


class Counted(Protocol):
    """What is added up: a line of the books, or of an entry."""

    @property
    def date(self) -> date:
        """Return its day."""

    @property
    def place(self) -> Place:
        """Return where it stands."""


class Part(NamedTuple):
    """What counts towards a figure, and for how much: a line, or a figure that is no sum."""

    source: Counted | Figure
    amount: Decimal


class Sum(NamedTuple):
    """Lines, and how much each counts for; the value is their sum.

    Attributes:
        lines: those that count.
        weigh: returns how much a line counts for.
        sparse: whether a line that counts for nothing is left out of the parts.
    """

    lines: Sequence[Counted]
    weigh: Callable[[Any], Decimal]
    sparse: bool = False

    @property
    def value(self) -> Decimal:
        """Return what the parts add up to."""
        return sum(map(self.weigh, self.lines), ZERO)

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return each line with what it counts for."""
        weighed = ((line, self.weigh(line)) for line in self.lines)
        return tuple(Part(line, amount) for line, amount in weighed if amount or not self.sparse)


class Lacking(NamedTuple):
    """Lines that do not say what a figure needs: it does not exist."""

    lines: tuple[Line, ...]


class Step(NamedTuple):
    """A step of a rule of law.

    Attributes:
        what: what the step is, a word of ours: « band », « holiday ».
        amount: what comes of it.
        base: what it bears on, None where it bears on nothing.
        rate: what multiplies the base, None where nothing does.
        source: where the rule is written, in French.
        since: from which day on it holds, or the day that the step is about.
    """

    what: str
    amount: Decimal
    base: Decimal | None = None
    rate: Fraction | None = None
    source: str = ""
    since: date | None = None


class Rule(NamedTuple):
    """A value that a rule gives, and the steps that lead to it.

    Attributes:
        steps: returns them for the value of the figure on which the rule bears, or for zero.
        on: the name of that figure, empty where the rule is on none.
    """

    steps: Callable[[Decimal], Iterable[Step]]
    on: str = ""


class Given(NamedTuple):
    """A value that the owner has written: the field of the settings that holds it."""

    field: str


class Untold(NamedTuple):
    """A figure that does not exist: what tells the year, entries alone, does not tell it.

    Attributes:
        file: where the entries stand.
    """

    file: str


Leaf = Sum | Lacking | Rule | Given | Untold
