"""Rows that say all that a line needs → what they are worth, a column at a time.

Knows which rows are plain: days at a price, or an amount, a VAT rate, a gross that agrees. The
others, one mistake among them, are left to `completing`, which would say the same of these, only
slower: most rows of most books are plain.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reporter.model import cents
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.worth.vat import NOTHING, Taxed, said_rates, taxed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.lines.cells import Cells
    from reporter.sources.lines.worth.vat import Amount
    from reporter.sources.tables.vocabulary import Field

BEARING: frozenset[Field] = frozenset({"hourly", "unit_price", "unit", "quantity", "kilometres"})
"""Fields that bear on the days, the rate or the amount of a row that says these itself."""


WORTH: tuple[Field, ...] = ("amount", "vat_rate", "vat", "days", "rate")
"""What is told of a row: euros before tax, its VAT rate as a ratio and its VAT in euros.

And for days, how many they are and at how many euros each.
"""
Worth = dict["Field", "list[Amount]"]
"""A column of each of those, in the order of some rows."""


def plain(cells: Cells, ranks: Sequence[int]) -> Worth:
    """Return what some rows are worth, a column for each of `WORTH`; no amount if not plain."""
    nothing = cells.nothing[: len(ranks)]
    if not cells.values.keys().isdisjoint(BEARING):
        return {name: list(nothing) for name in WORTH}
    days, rates, amounts, grosses, vats, vat_rates, vat_any = (
        cells.at(ranks, name)
        for name in ("days", "rate", "amount", "gross", "vat", "vat_rate", "vat_any")
    )
    said = said_rates(vat_any)
    if said is None:
        return {name: list(nothing) for name in WORTH}
    if said:
        vat_rates = [
            said.get(cell) if given is None else given
            for given, cell in zip(vat_rates, vat_any, strict=True)
        ]
    if cells.table.kind == "days":
        amounts = list(map(_amount, days, rates, amounts))
    else:
        days = rates = nothing
    if "gross" in cells.values or "vat" in cells.values:
        taxes = map(cache(_taxed), amounts, grosses, vat_rates, vats)  # the same come again
        amounts, _, vats = zip(*taxes, strict=True) if ranks else ((), (), ())
    columns = (amounts, vat_rates, vats, days, rates)
    return dict(zip(WORTH, map(list, columns), strict=True))


def _amount(days: Amount, rate: Amount, amount: Amount) -> Amount:
    """Return the euros of days; None where they are not plain."""
    if days is None or rate is None:
        return None if days is None else amount
    due = days * rate
    if due == amount:
        return amount
    due = cents(due)
    return due if amount is None or amount == due else None


def _taxed(amount: Amount, gross: Amount, rate: Amount, vat: Amount) -> Taxed:
    """Return the amount and the VAT of a row, by what it says; nothing where it is not plain."""
    tax = NOTHING if amount is None else taxed(amount, gross, rate, vat)
    return NOTHING if isinstance(tax, Problem) else tax
