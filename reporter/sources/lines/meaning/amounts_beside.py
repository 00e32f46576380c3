"""Columns beside the amount: credit, debit, discount, which may change it; what says it again.

Knows when such a cell is already in the amount. Never what words say of a line.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import accumulate, islice
from operator import add, mul
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.french import euros_cents
from reporter.model import CENT, ZERO, Day, cents
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.written.counts import number_of
from reporter.sources.lines.written.values import (
    NO,
    Unreadable,
    answer,
    is_percent,
    to_money,
    to_number,
    to_percent,
    tried,
)
from reporter.words.sheets import PAYMENTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from reporter.model import Line
    from reporter.sources.lines.cells import Cells
    from reporter.words.columns import Field

CHEQUES = pattern(r"\b(?:cheques?|chq|especes)\b")


def worth(
    cells: Cells, rank: int, by: Sequence[Field] = ("amount", "gross", "days", "hours")
) -> Decimal | None:
    """Return what a row is worth, by its amount, its gross or what it counts."""
    return next((value for name in by if (value := cells.of(name)[rank]) is not None), None)


def worth_shown(cells: Cells, rank: int) -> str:
    """Return the euros that a row says it is worth, nothing where it counts time alone."""
    euros = worth(cells, rank, ("amount", "gross"))
    return "" if euros is None else euros_cents(euros)


SAID = pattern(
    r"\b(?:remises?|rabais|r[ée]ductions?|ristournes?|escomptes?|discounts?)\b[^\d%€]{0,20}"
    r"(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>%|€)?",
    re.IGNORECASE,
)
"""What says a discount within a text."""
TAXED: tuple[Field, ...] = ("gross", "vat", "vat_rate", "vat_any", "discount", "amount")
"""Columns of which a number is no price before a discount."""
BESIDE: tuple[Field, ...] = ("credit", "debit")


def beside(cells: Cells) -> Iterator[tuple[int, Problem]]:
    """Yield the rows that say an amount in a column beside that of the amounts: what does it do?"""
    for name in BESIDE:
        for rank, cell in enumerate(cells.values.get(name, ())):
            words = folded(cell) if isinstance(cell, str) else ""
            if is_blank(cell) or cell == 0 or words in NO:
                continue
            amount = worth(cells, rank)
            if name == "debit" and _is_spent(cells, rank, cell):
                continue
            if words.isalpha() and answer(cell) is not None and (amount is None or amount < 0):
                continue
            what = "un montant à côté du montant : avoir, débit ou crédit ?"
            fix = "écrire un avoir en négatif dans Montant HT, et vider cette cellule"
            yield rank, Problem(name, what, shown(cell), fix)


def _is_spent(cells: Cells, rank: int, cell: Any) -> bool:
    """Tell whether the debit of an expense is what it cost, before tax or with it."""
    amount, paid = cells.of("amount")[rank], tried(to_money, cell)
    if cells.table.kind != "expenses" or amount is None or paid is None:
        return False
    taxes = (tried(to_money, cells.of(name)[rank]) for name in ("vat", "vat_any"))
    return paid in {amount, *(amount + tax for tax in taxes if tax is not None)}


def discounts(cells: Cells) -> Iterator[tuple[int, Problem]]:
    """Yield the rows whose discount is not already taken off their amount, as far as it shows."""
    for rank, cell in enumerate(cells.values.get("discount", ())):
        discount = _discount(cell)
        if discount == 0 or _is_at_the_bank(cells, rank, discount):
            continue
        amount, said = cells.of("amount")[rank], shown(cell)
        if discount is None:
            yield rank, Problem("discount", "remise illisible", said, "écrire un nombre, ou 10 %")
        elif amount is None or not any(
            _is_off(whole, amount, discount) for whole in before(cells, rank)
        ):
            what = "une remise : le montant HT en tient-il compte ?"
            fix = 'écrire le montant remise déduite, puis [colonnes] "Remise" = ""'
            yield rank, Problem("discount", what, said, fix)


def _is_at_the_bank(cells: Cells, rank: int, discount: Decimal | None) -> bool:
    """Tell whether a row speaks of cheques handed in at the bank: « remise » is their slip.

    So it is on a sheet of what was received, and beside a cheque where it is no share of it.
    """
    table, amount = cells.table, worth(cells, rank)
    if PAYMENTS.search(folded(table.grid.name)):
        return "%" not in str(cells.of("discount")[rank])
    less = discount is not None and amount is not None and discount < amount
    return not less and CHEQUES.search(folded(cells.of("means")[rank] or "")) is not None


def before(cells: Cells, rank: int) -> Iterator[Decimal]:
    """Yield what a row may be worth before a discount: days, a quantity at a price, a number."""
    counts = (cells.of("days")[rank], number_of(cells.of("quantity")[rank]))
    prices = (cells.of("rate")[rank], cells.of("unit_price")[rank])
    found = [count * price for count, price in zip(counts, prices, strict=True) if count and price]
    if len(found) == 1:
        yield found[0]
    elif not found:
        taxed = {cells.table.columns.fields.get(name) for name in TAXED}
        for column, cell in enumerate(cells.row(rank), cells.table.left):
            if column not in taxed and (number := tried(to_money, cell)) is not None:
                yield number


def is_before(cells: Cells, rank: int, cell: Any) -> bool:
    """Tell whether a number of a row is its amount before its discount, or without one."""
    discount = _discount(cells.of("discount")[rank])
    whole, amount = tried(to_money, cell), cells.of("amount")[rank]
    if whole is None or amount is None or discount is None:
        return False
    return _is_off(whole, amount, discount)


def _discount(cell: Any) -> Decimal | None:
    """Return a discount, as a share where it says %: « 10 % », « -10 % », « remise 10 % », 300."""
    if is_blank(cell):
        return Decimal(0)
    try:
        return abs((to_percent if is_percent(cell) else to_money)(cell))
    except Unreadable:
        met = SAID.fullmatch(str(cell).strip())
        return None if met is None else _said(met)


def _said(met: re.Match[str]) -> Decimal:
    number = Decimal(met["number"].replace(",", "."))
    return number / 100 if met["unit"] == "%" else number


def says_discount(whole: Decimal, amount: Decimal, *texts: str) -> bool:
    """Tell whether texts say the discount by which an amount is less: « remise 10 % »."""
    met = (found for text in texts for found in SAID.finditer(text))
    return any(_is_off(whole, amount, _said(found)) for found in met)


def is_discounted(cells: Cells, rank: int, text: str) -> bool:
    """Tell whether the amount of a row is what it was worth, less the discount that a text says."""
    amount = cells.of("amount")[rank]
    return amount is not None and any(
        says_discount(whole, amount, text) for whole in before(cells, rank)
    )


def _is_off(whole: Decimal, amount: Decimal, discount: Decimal) -> bool:
    """Tell whether an amount is a whole less a discount, in euros or as a share."""
    left = (whole - discount, whole * (1 - discount), whole * (1 - discount / 100))
    return cents(amount) in map(cents, left)


FEW, FEWEST_PARTS = 3, 2
"""Lines by which a column is tried first; columns that make one together, at least."""


def holds_again(cells: Cells, column: int, lines: Mapping[int, Line]) -> bool:
    """Tell whether a column says what lines are worth, their VAT, their days, all so far, or left.

    So does one that makes it with another: words, and the price of each.
    """
    first = dict(islice(lines.items(), FEW))
    return _makes(cells, column, first) and _makes(cells, column, lines)


def parts_of(cells: Cells, columns: Collection[int], lines: Mapping[int, Line]) -> Collection[int]:
    """Return the columns of numbers of which each line is worth the sum: cash, a cheque, a card.

    A blank among them is nothing.
    """
    first = dict(islice(lines.items(), FEW))
    found = _making(cells, columns, lines) if _making(cells, columns, first) else ()
    return found if len(found) >= FEWEST_PARTS else ()


def _making(cells: Cells, columns: Iterable[int], lines: Mapping[int, Line]) -> Collection[int]:
    raw = {n: [cells.column(n)[rank] for rank in lines] for n in columns}
    read = {n: [ZERO if is_blank(it) else tried(to_number, it) for it in raw[n]] for n in raw}
    found = {n: its for n, its in read.items() if None not in its and any(its)}
    sums = [sum(its, ZERO) for its in zip(*found.values(), strict=True)]
    amounts = [line.amount for line in lines.values()]
    whole = [*map(add, amounts, (line.own_vat for line in lines.values()))]
    made = any(all(map(_is_near, sums, due)) for due in (amounts, whole))
    return found if made else ()


def _makes(cells: Cells, column: int, lines: Mapping[int, Line]) -> bool:
    amounts = [line.amount for line in lines.values()]
    taxes = [line.own_vat for line in lines.values()]
    whole = [*map(add, amounts, taxes)]
    own = _numbers(cells, column, lines)
    days = [line.days for line in lines.values() if isinstance(line, Day)]
    sums = [[*accumulate(amounts)], [*accumulate(whole)]]
    ways = [amounts, taxes, whole, *sums] + ([days] if len(days) == len(amounts) else [])
    if None in own:
        return False
    if len(own) >= FEW:  # what is left of a goal
        ways += [[own[0] + its[0] - it for it in its] for its in sums]
    if any(all(map(_is_near, own, due)) for due in ways):
        return True
    others = (_numbers(cells, n, lines) for n in range(cells.table.left, cells.table.right))
    products = (map(mul, own, its) for its in others if None not in its)
    return len(own) >= FEW and any(all(map(_is_near, it, amounts)) for it in products)


def _numbers(cells: Cells, column: int, ranks: Iterable[int]) -> list[Any]:
    raw = cells.column(column)
    return [tried(to_number, raw[rank]) for rank in ranks]


def _is_near(number: Decimal, due: Decimal) -> bool:
    return abs(number - due) < CENT
