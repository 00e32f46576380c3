"""How a figure is made: of lines, of other figures, of a rule; what measures it is what tells it.

Knows sums, quotients, products, and what counts towards each. Never which figures there are, nor
their words. A value is always computed from the parts that are told.
"""

from __future__ import annotations

from decimal import Context, Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from reporter.leaves import Part, Rule, Sum
from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reporter.leaves import Leaf, Step

Operation = Literal["sum", "rest", "quotient", "product", "variation", "rule"]
"""How terms make a figure. A rest adds up too, but stands for itself: no line is counted in it.
A rule of law bears on its term."""
EXACT = Context(prec=80)
"""Digits enough for the sum of an amount and of a quotient to lose nothing."""


class Term(NamedTuple):
    """A figure in the formula of another; `sign` is -1 where it is taken off."""

    sign: int
    figure: Figure


class Figure(NamedTuple):
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
        """Return what adds up to the value: lines, and the figures that no line makes.

        In a quotient, a product or a variation, a line counts for what the sum up to it adds to
        the figure: however the divisions are rounded, the parts make the value exactly.
        """
        if self.operation == "sum":
            return _signed(self.terms)
        if isinstance(self.leaf, Sum):
            return self.leaf.parts
        if self.value and self.operation in SPREAD:
            moving, along = SPREAD[self.operation](self.terms)
            parts = _signed(moving)
            if any(_is_counted(part) for part in parts):
                return tuple(_spread(parts, along))
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
        if self.operation in {None, "sum"} and any(map(_is_counted, self.parts)):
            return (self,)
        found = {(one.name, one.year): one for term in self.terms for one in term.figure.sums}
        return tuple(found.values())


def summing(name: str, year: int, leaf: Sum) -> Figure:
    """Return the figure that is a sum of lines."""
    return Figure(name, year, leaf.value, leaf=leaf)


def _is_counted(part: Part) -> bool:
    return not isinstance(part.source, Figure)


def _signed(terms: Iterable[Term]) -> tuple[Part, ...]:
    """Return the parts of terms that add up, each with its sign, a line of several terms once."""
    found: dict[int, Part] = {}
    for term in terms:
        for source, amount in term.figure.parts:
            known = found.get(id(source), Part(source, ZERO))
            signed = EXACT.multiply(amount, term.sign)
            found[id(source)] = Part(source, EXACT.add(known.amount, signed))
    return tuple(found.values())


def _spread(parts: Iterable[Part], along: Callable[[Decimal], Decimal]) -> Iterator[Part]:
    """Yield parts with what each adds to a figure, which grows along with their sum."""
    total = before = ZERO
    for part in parts:
        total = EXACT.add(total, part.amount)
        value = along(total)
        yield Part(part.source, EXACT.subtract(value, before))
        before = value


Along = tuple["tuple[Term, ...]", "Callable[[Decimal], Decimal]"]
"""The terms whose parts make a figure, and how the figure grows along with their sum."""


def _over(terms: tuple[Term, ...]) -> Along:
    """Return what a quotient grows along with: what is divided."""
    whole = terms[1].figure.value or ZERO
    return terms[:1], lambda part: part / whole


def _times(terms: tuple[Term, ...]) -> Along:
    """Return what a product grows along with: the first factor that is made of lines."""
    counted = [any(map(_is_counted, term.figure.parts)) for term in terms]
    place = counted.index(True) if any(counted) else 0
    values = [term.figure.value or ZERO for term in terms]
    return (terms[place],), lambda one: _multiplied([*values[:place], one, *values[place + 1 :]])


def _since(terms: tuple[Term, ...]) -> Along:
    """Return what a variation grows along with: the new less the old."""
    new, old = terms
    before = old.figure.value or ZERO
    return (new, Term(-1, old.figure)), lambda change: (change + ZERO) / before


SPREAD: dict[str, Callable[[tuple[Term, ...]], Along]] = {
    "quotient": _over,
    "product": _times,
    "variation": _since,
}


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
