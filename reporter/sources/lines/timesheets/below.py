"""What is written below a grid of its days: how many they are, their price, the amount, its VAT.

Knows the days read so far. Never leaves a number aside that they do not explain.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.model import CENT, ZERO
from reporter.sources.lines.by_month.sums import is_worth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.model import Day
    from reporter.sources.lines.timesheets.rows import Row
    from reporter.sources.tables.timesheets import Timesheet

DAYS = {"jour", "jours", "nb", "nombre", "total", "jh"}
RATES = {"tjm", "tarif", "taux", "prix"}
AMOUNTS = {"total", "montant", "ht", "ca", "honoraires", "facture", "facturer", "somme"}
TAXED = {"tva", "ttc"}
"""What a row says, folded, of the number that it holds."""


def unexplained(sheet: Timesheet, row: Row, billed: Sequence[Day]) -> list[int]:
    """Return the columns of the numbers of a row that are no figure of the days above.

    Args:
        sheet: the grid.
        row: a row below its days, of which no cell of a day counts.
        billed: the days read so far.
    """
    cells = sheet.grid.rows[row.number]
    numbers = {n: cell for n, cell in enumerate(cells) if isinstance(cell, int | float)}
    euros = sum((day.amount for day in billed), ZERO)
    days = sum((day.days for day in billed), ZERO)
    rates = (day.rate for day in billed if day.rate is not None)
    title = " ".join(row.labels)
    words = set(folded(title).split())
    ways = ((DAYS, {days}), (RATES, {*rates}), (AMOUNTS, {euros}))
    known = {value for said, values in ways if said & words for value in values}
    taxed = not words.isdisjoint(TAXED)
    return [
        column
        for column, cell in numbers.items()
        if not any(abs(Decimal(str(cell)) - value) < CENT for value in known)
        and not (taxed and is_worth(title, Decimal(str(cell)), euros))
    ]
