"""Lines whose totals change: a new total is shared out in proportion, nothing lost.

Knows how lines scale. Never why they do.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from reporter.model import CENT, DAYS, ZERO, Day, Expense, Fee, cents, total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from reporter.assumptions import Change
    from reporter.model import Activity

MOMENT = Decimal("1e-12")
"""The unit to which days are shared out, far below what anybody bills."""


def shared(parts: Sequence[Decimal], whole: Decimal, unit: Decimal = CENT) -> Iterator[Decimal]:
    """Yield `whole` shared out in proportion to `parts`, in multiples of `unit`, none lost.

    Each share is the change of the rounded running total, so that they add up to `whole`.
    Parts that cancel out can only be kept as they are.
    """
    everything, running, given = sum(parts, ZERO), ZERO, ZERO
    for part in parts:
        running += part
        exact = running if whole == everything else whole * running / everything
        upto = exact.quantize(unit, ROUND_HALF_UP)
        yield upto - given
        given = upto


def with_days(days: tuple[Day, ...], target: Decimal) -> tuple[Day, ...]:
    """Return billed days that add up to `target`, at the same average rate, to the cent."""
    before = total(days, DAYS)
    if target == before:
        return days
    counts = shared([line.days for line in days], target.quantize(MOMENT), MOMENT)
    amounts = shared([line.amount for line in days], cents(total(days) * target / before))
    return tuple(
        replace(line, days=count, amount=amount)
        for line, count, amount in zip(days, counts, amounts, strict=True)
    )


def with_rate(days: tuple[Day, ...], change: Change) -> tuple[Day, ...]:
    """Return billed days whose rates change; their total is rounded once, to the cent.

    A rate set is that of every day; a rise is that of each line's own rate.
    """
    parts = [line.amount * change.factor + line.days * change.added for line in days]
    amounts = shared(parts, cents(sum(parts, ZERO)))
    return tuple(
        replace(line, amount=amount, rate=None if line.rate is None else change.of(line.rate))
        for line, amount in zip(days, amounts, strict=True)
    )


def with_fees(fees: tuple[Fee, ...], target: Decimal) -> tuple[Fee, ...]:
    """Return fees that add up to `target` euros; the days that they stand for follow."""
    before = total(fees)
    if target == before:
        return fees
    amounts = shared([line.amount for line in fees], target)
    return tuple(
        replace(
            line,
            amount=amount,
            equivalent_days=None
            if line.equivalent_days is None
            else line.equivalent_days * target / before,
        )
        for line, amount in zip(fees, amounts, strict=True)
    )


def with_charges(expenses: tuple[Expense, ...], target: Decimal) -> tuple[Expense, ...]:
    """Return expenses that add up to `target` euros."""
    amounts = shared([line.amount for line in expenses], target)
    return tuple(
        replace(line, amount=amount) for line, amount in zip(expenses, amounts, strict=True)
    )


def scaled(lines: Activity, factor: Fraction) -> Activity:
    """Return fees and expenses for a year that is longer or shorter: in proportion; days as is."""
    if factor == 1:
        return lines

    def of(amount: Decimal) -> Decimal:
        return cents(amount * factor.numerator / factor.denominator)

    return replace(
        lines,
        fees=with_fees(lines.fees, of(total(lines.fees))),
        expenses=with_charges(lines.expenses, of(total(lines.expenses))),
    )
