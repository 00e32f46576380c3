"""How a figure is made: of lines, of other figures, of a rule; what measures it is what tells it.

Knows sums, quotients, products, and what counts towards each. Never which figures there are, nor
their words. A value is always computed from the parts that are told.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from typing import (
    TYPE_CHECKING,
    Any,
    Generic,
    Literal,
    NamedTuple,
    Protocol,
    Self,
    TypeVar,
    overload,
)

from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date
    from fractions import Fraction

    from reporter.errors import Place
    from reporter.model import Line

Value = TypeVar("Value", Decimal, "Decimal | None")
Operation = Literal["sum", "rest", "quotient", "product", "variation", "rule"]
"""How terms make a figure. A rest adds up too, but stands for itself: no line is counted in it.
A rule of law bears on its term."""
EXACT = Context(prec=80)
"""Digits enough for the sum of an amount and of a quotient to lose nothing."""


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


@dataclass(frozen=True, slots=True)
class Sum:
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


@dataclass(frozen=True, slots=True)
class Lacking:
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


@dataclass(frozen=True, slots=True)
class Rule:
    """A value that a rule gives, and the steps that lead to it.

    Attributes:
        steps: returns them for the value of the figure on which the rule bears, or for zero.
        on: the name of that figure, empty where the rule is on none.
    """

    steps: Callable[[Decimal], Iterable[Step]]
    on: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """A value that the owner has written: the field of the settings that holds it."""

    field: str


@dataclass(frozen=True, slots=True)
class Untold:
    """A figure that does not exist: what tells the year, entries alone, does not tell it.

    Attributes:
        file: where the entries stand.
    """

    file: str


Leaf = Sum | Lacking | Rule | Given | Untold


class Term(NamedTuple):
    """A figure in the formula of another; `sign` is -1 where it is taken off."""

    sign: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Figure:
    """A value that knows what it is made of.

    Attributes:
        name: which figure it is: « revenue ».
        year: of which financial year.
        value: None where it does not exist.
        operation: how its terms make it, None where it has none.
        terms: the figures that it is made of.
        leaf: where it comes from, for one that is made of no other.
    """

    name: str
    year: int
    value: Decimal | None
    operation: Operation | None = None
    terms: tuple[Term, ...] = ()
    leaf: Leaf | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """Return what adds up to the value: lines, and the figures that are no sum themselves."""
        if self.operation == "sum":
            return tuple(
                Part(part.source, EXACT.multiply(part.amount, term.sign))
                for term in self.terms
                for part in term.figure.parts
            )
        if isinstance(self.leaf, Sum):
            return self.leaf.parts
        return (Part(self, self.value),) if self.value else ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return the steps of the rule that gives it, none where no rule does."""
        if not isinstance(self.leaf, Rule):
            return ()
        on = self.terms[0].figure.value if self.terms else None
        return tuple(self.leaf.steps(on or ZERO))

    @property
    def sums(self) -> tuple[Figure, ...]:
        """Return the sums of lines that it is computed from; itself where it is one."""
        if self.operation in {None, "sum"} and any(
            not isinstance(part.source, Figure) for part in self.parts
        ):
            return (self,)
        found = {(one.name, one.year): one for term in self.terms for one in term.figure.sums}
        return tuple(found.values())


def made(name: str, year: int, operation: Operation, *terms: Figure | Term) -> Figure:
    """Return a figure made of others."""
    signed = tuple(term if isinstance(term, Term) else Term(1, term) for term in terms)
    value = computed(operation, [(term.sign, term.figure.value) for term in signed])
    return Figure(name, year, value, operation, signed)


def less(figure: Figure) -> Term:
    """Return a figure to be taken off."""
    return Term(-1, figure)


def computed(
    operation: Operation, values: Sequence[tuple[int, Decimal | int | None]]
) -> Decimal | None:
    """Return what signed values make; None where one of them does not exist."""
    known = [EXACT.multiply(sign, value) for sign, value in values if value is not None]
    return COMPUTE[operation](known) if len(known) == len(values) else None


def ratio(part: Decimal, whole: Decimal) -> Decimal | None:
    """Return a quotient; None where the whole is not positive."""
    return part / whole if whole > 0 else None


def variation(new: Decimal | None, old: Decimal | None) -> Decimal | None:
    """Return the relative change from `old` to `new`; None from or to a negative, or from zero.

    A change through zero is no percentage: −540 % of a profit says nothing of a loss.
    """
    return None if new is None or old is None or old <= 0 or new < 0 else (new - old) / old


def _added(values: Iterable[Decimal]) -> Decimal:
    total = ZERO
    for value in values:
        total = EXACT.add(total, value)
    return total


def _multiplied(values: Iterable[Decimal]) -> Decimal:
    product = Decimal(1)
    for value in values:
        product *= value
    return product


COMPUTE: dict[Operation, Callable[[Sequence[Decimal]], Decimal | None]] = {
    "sum": _added,
    "rest": _added,
    "quotient": lambda values: ratio(*values),
    "product": _multiplied,
    "variation": lambda values: variation(*values),
}


class Formula(Generic[Value]):
    """How a value of an object follows from its others: as an attribute it measures, and it tells.

    Args:
        of: returns, for the object, the operation and the names of the terms, `-` before those
            taken off.
    """

    def __init__(self, of: Callable[[Any], tuple[Operation, Sequence[str]]]) -> None:
        self.of = of

    @overload
    def __get__(self, holder: None, owner: type) -> Self: ...
    @overload
    def __get__(self, holder: object, owner: type) -> Value: ...
    def __get__(self, holder: object | None, owner: type) -> Self | Value:
        """Return the value for an object."""
        if holder is None:
            return self
        operation, names = self.of(holder)
        values = [(_sign(name), getattr(holder, name.lstrip("-"))) for name in names]
        return computed(operation, values)  # type: ignore[return-value]  # as its maker said

    def figure(self, holder: object, name: str, year: int, find: Callable[[str], Figure]) -> Figure:
        """Return the value as a figure whose terms are found by their names."""
        operation, names = self.of(holder)
        terms = (Term(_sign(term), find(term.lstrip("-"))) for term in names)
        return made(name, year, operation, *terms)


def _sign(name: str) -> int:
    return -1 if name.startswith("-") else 1


def plus(*names: str) -> Formula[Decimal]:
    """Return a sum of values that always exist; `-` stands before those taken off."""
    return Formula(lambda _: ("sum", names))


def formula(operation: Operation, *names: str) -> Formula[Decimal | None]:
    """Return what values make that do not always exist."""
    return Formula(lambda _: (operation, names))
