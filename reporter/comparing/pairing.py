"""Which of the accountant's lines is which of ours, and what was changed in it.

Knows lines as values. Never accounts' meaning, files nor French.

Lines that agree on everything are paired first, then those that differ by one thing: the account,
the day or the amount; last, charges that share their day and amount alone: the account was changed,
or one stands in the place of the other. What is left was added, or left out. The number of an
entry, its journal and its label change with the software: they only help to choose.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reporter.fec.entries import PROFIT_AND_LOSS
from reporter.grouping import gathered

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from reporter.comparing.lines import Line

    Key = Callable[[Line], Hashable]

What = Literal["same", "account", "replaced", "date", "amount", "added", "left out"]

WAYS: tuple[tuple[What, tuple[str, ...]], ...] = (
    ("same", ("account", "date", "amount", "piece", "said")),
    ("same", ("account", "date", "amount", "piece")),
    ("same", ("account", "date", "amount", "said")),
    ("same", ("account", "date", "amount")),
    ("account", ("date", "amount", "piece", "said")),
    ("date", ("account", "amount", "piece", "said")),
    ("amount", ("account", "date", "piece", "said")),
    ("account", ("date", "amount", "piece")),
    ("date", ("account", "amount", "piece")),
    ("account", ("date", "amount", "said")),
    ("date", ("account", "amount", "said")),
    ("amount", ("account", "date", "piece")),
)
"""What a pair is, and what its two lines share; the surest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A line of either side, or of both, and what tells them apart."""

    what: What
    ours: Line | None = None
    theirs: Line | None = None

    @property
    def line(self) -> Line:
        """Return the accountant's line, else ours."""
        return next(line for line in (self.theirs, self.ours) if line is not None)

    @property
    def date(self) -> dt.date:
        """Return the day of the line."""
        return self.line.date


def changes(ours: Iterable[Line], theirs: Iterable[Line]) -> tuple[Change, ...]:
    """Return every line with what was changed in it, those that are the same included."""
    left, right = list(ours), list(theirs)
    found: list[Change] = []
    for what, fields in WAYS:
        pairs, left, right = _paired(left, right, fields, named=what != "same")
        found += [Change(what=what, ours=one, theirs=other) for one, other in pairs]
    pairs, left, right = _alone(left, right)
    found += [Change(what="replaced", ours=one, theirs=other) for one, other in pairs]
    found += [Change(what="left out", ours=line) for line in left]
    found += [Change(what="added", theirs=line) for line in right]
    return tuple(sorted(found, key=lambda change: (change.date, change.line.line)))


def _paired(
    ours: Sequence[Line], theirs: Sequence[Line], fields: tuple[str, ...], *, named: bool
) -> tuple[list[tuple[Line, Line]], list[Line], list[Line]]:
    """Return the pairs that share some fields, and what is left on each side.

    Where several share them, the first of one side goes with the first of the other. A document
    is shared where it is `named`: two lines without any share none.
    """
    waiting = gathered((_key(line, fields), line) for line in reversed(theirs))
    pairs, left = [], []
    for line in ours:
        others = waiting.get(_key(line, fields))
        if others and not (named and _is_empty(line, fields)):
            pairs.append((line, others.pop()))
        else:
            left.append(line)
    taken = {id(other) for _, other in pairs}
    return pairs, left, [line for line in theirs if id(line) not in taken]


def _alone(
    ours: Sequence[Line], theirs: Sequence[Line]
) -> tuple[list[tuple[Line, Line]], list[Line], list[Line]]:
    """Return the charges or products of a day and an amount that each side has once, and the rest.

    An accountant who has not taken our entries over has words and documents of their own: only the
    account may then be another one; or else one charge stands in the place of another. Third
    parties and the bank are no such lines: a payment left out and another one of the same day and
    amount are not the same.
    """
    counts = [Counter(map(_charged, side)) for side in (ours, theirs)]
    once = {
        key for key in counts[0] if key is not None and all(count[key] == 1 for count in counts)
    }
    other = {_charged(line): line for line in theirs}
    pairs = [(line, other[key]) for line in ours if (key := _charged(line)) in once]
    left, right = ([x for x in side if _charged(x) not in once] for side in (ours, theirs))
    return pairs, left, right


def _charged(line: Line) -> Hashable:
    """Return the kind of a line of charges or products, its day and its amount; None of others."""
    kind = line.account[:1]
    return (kind, line.date, line.amount) if kind in PROFIT_AND_LOSS else None


def _key(line: Line, fields: tuple[str, ...]) -> Hashable:
    return tuple(getattr(line, field) for field in fields)


def _is_empty(line: Line, fields: tuple[str, ...]) -> bool:
    """Tell whether the reference that two lines should share is none."""
    return "piece" in fields and not line.piece
