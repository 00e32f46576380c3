"""The columns of a CSV that names none, told by what stands in them; else nothing is read.

Knows texts. Never headings. A column holds a day in every row, and one holds an amount, or two
hold one of them each. Where another column could be the amount, the file is not read.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from reporter.bank.columns import Columns
from reporter.bank.values import day, euros
from reporter.characters import folded
from reporter.model import ZERO
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.bank.columns import Role

    Rows = Sequence[Sequence[str]]

NUMBER = pattern(r"(?:\d{4,5} )?\d{5,11}[A-Z]?")
CENTS = pattern(r".*[.,]\d{1,2}")
SIDES = {"debit", "d", "credit", "c"}
HEADLESS = -1
PAIR = 2


@dataclass(frozen=True, slots=True)
class Headless:
    """A file without headings.

    Attributes:
        rows: those of the file, the ones that state a balance written as « Solde ».
        columns: what each column says; the headings stand before the first row.
        account: the number of the account, empty where no row gives one.
    """

    rows: Rows
    columns: Columns
    account: str


def headless(rows: Rows) -> Headless | None:
    """Return a file without headings; None where its columns are not certain."""
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    ends = [row for row in (*filled[:1], *filled[-1:]) if _is_balance(row)]
    moves = [row for row in filled if not any(row is end for end in ends)]
    if not moves:
        return None
    columns = list(zip(*moves, strict=True))
    dates = [rank for rank, cells in enumerate(columns) if _is_of_days(cells)]
    money = _money(columns, dates)
    if not dates or money is None:
        return None
    words = tuple(
        rank
        for rank, cells in enumerate(columns)
        if rank not in dates and not any(rank in ranks for ranks in money.values())
        if any(cell.strip() and euros(cell) is None for cell in cells)
    )
    if not words:
        return None
    at: dict[Role, tuple[int, ...]] = {"date": tuple(dates[:1]), "label": words, **money}
    account = next((cell.strip() for row in ends for cell in row if _is_number(cell)), "")
    stated = [_stated(row, filled) if any(row is end for end in ends) else row for row in rows]
    return Headless(stated, Columns(HEADLESS, at), "".join(account.split()))


def _is_of_days(cells: Sequence[str]) -> bool:
    return all(day(cell) is not None or day(cell, american=True) is not None for cell in cells)


def _money(
    columns: Sequence[Sequence[str]], dates: Sequence[int]
) -> dict[Role, tuple[int, ...]] | None:
    """Return the columns of the amounts; None where they are not certain."""
    amounts = [rank for rank, cells in enumerate(columns) if rank not in dates and _is_sum(cells)]
    full = [rank for rank in amounts if all(columns[rank])]
    sides = [rank for rank, cells in enumerate(columns) if {folded(x) for x in cells} <= SIDES]
    signed = [rank for rank in full if any((euros(x) or ZERO) < 0 for x in columns[rank])]
    if len(full) == 1 and (signed or sides):
        return {"amount": (full[0],), **({"sense": (sides[0],)} if sides else {})}
    if len(full) == PAIR:
        return next((x for pair in (full, full[::-1]) if (x := _running(columns, *pair))), None)
    if not full and len(amounts) == PAIR:
        debit, credit = amounts
        both = zip(columns[debit], columns[credit], strict=True)
        if all(bool(out.strip()) != bool(into.strip()) for out, into in both):
            return {"debit": (debit,), "credit": (credit,)}
    return None


def _is_sum(cells: Sequence[str]) -> bool:
    """Tell whether a column holds amounts, some with cents: a rank or a code has none."""
    said = [cell.strip() for cell in cells if cell.strip()]
    return any(map(CENTS.fullmatch, said)) and all(euros(cell) is not None for cell in said)


def _running(
    columns: Sequence[Sequence[str]], amount: int, balance: int
) -> dict[Role, tuple[int, ...]] | None:
    """Return an amount and its balance, where each row leads from one to the next, up or down."""
    rows = [
        (euros(one) or ZERO, euros(other) or ZERO)
        for one, other in zip(columns[amount], columns[balance], strict=True)
    ]
    for way in (rows, rows[::-1]):
        steps = pairwise(way)
        if len(way) > PAIR and all(before[1] + after[0] == after[1] for before, after in steps):
            return {"amount": (amount,), "balance": (balance,)}
    return None


def _is_number(cell: str) -> bool:
    return NUMBER.fullmatch(cell.strip()) is not None


def _is_balance(row: Sequence[str]) -> bool:
    """Tell whether a row is a day, a balance and the number of the account, as LCL writes it."""
    said = [cell for cell in row if cell.strip()]
    days = [cell for cell in said if day(cell) is not None]
    numbers = [cell for cell in said if day(cell) is None and _is_number(cell)]
    sums = [cell for cell in said if euros(cell) is not None and not _is_number(cell)]
    return len(said) == PAIR + 1 and len(days) == len(numbers) == len(sums) == 1


def _stated(row: Sequence[str], filled: Rows) -> Sequence[str]:
    """Return a row that states a balance, in words: the one before, or the one after."""
    words = "Solde initial" if row is filled[0] else "Solde final"
    return (words, *(cell for cell in row if not _is_number(cell)))
