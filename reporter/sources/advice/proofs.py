"""What numbers prove of the columns that hold them: days at a rate, amounts and their VAT.

Knows sums and products, to the cent. Never the words of a title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from reporter.law.vat_rates import EVER
from reporter.model import CENT, cents

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from reporter.sources.advice.columns import Column

Proven = Literal["amount", "gross", ""]
"""Whether amounts are before tax or with it; nothing where neither is proven, or both are."""


def are_products(counts: Column, prices: Column, amounts: Column) -> bool:
    """Tell whether each count at its price is its amount, to the cent, once at least."""
    return _all(
        (counts.numbers, prices.numbers, amounts.numbers),
        lambda count, price, amount: abs(cents(count * price) - cents(amount)) <= CENT,
    )


def taxed(amounts: Column, vats: Column | None) -> Proven:
    """Tell whether amounts are before tax or with it, by the VAT beside them."""
    if vats is None:
        return ""
    before = _all((amounts.numbers, vats.numbers), _at_a_rate)
    after = _all((amounts.numbers, vats.numbers), lambda gross, vat: _at_a_rate(gross - vat, vat))
    if before == after:
        return ""
    return "amount" if before else "gross"


def _at_a_rate(amount: Decimal, vat: Decimal) -> bool:
    return any(abs(cents(amount * rate) - vat) <= CENT for rate in EVER if rate)


def _all(columns: Sequence[Sequence[Decimal | None]], test: Callable[..., bool]) -> bool:
    """Tell whether a test holds on each row that has all its numbers, none of them zero."""
    rows = [row for row in zip(*columns, strict=True) if all(row)]
    return bool(rows) and all(test(*row) for row in rows)
