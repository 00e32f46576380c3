"""Expenses by category, the year against the one before.

Knows what an expense is called. Never how the table looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.charges import is_charge
from reporter.denomination import unit
from reporter.french import Cell
from reporter.making import variation
from reporter.model import ZERO
from reporter.settings.words import OF
from reporter.tables.partial import dated, named
from reporter.tables.sums import summed
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.figures import Bilan, Figures

UNNAMED = "Sans catégorie"
DEPRECIATION = "Dotations aux amortissements"


def expenses(bilan: Bilan) -> Table:
    """Return the charges of each category, largest first, depreciation last, and their total.

    Purchases that are depreciated count by their annuity only.
    """
    shown = [year for year in (bilan.figures, bilan.previous_in_lines) if year is not None]
    sums = [by_category(figures) for figures in shown]
    names = sorted({name for year in sums for name in year}, key=lambda n: (-sums[0].get(n, 0), n))
    lines = [(name, [year.get(name, ZERO) for year in sums]) for name in names]
    if any(OF[year.status].depreciated for year in shown):
        lines.append((DEPRECIATION, [year.depreciation for year in shown]))
    lines.append(("Total", [year.charges + year.depreciation for year in shown]))
    columns = ["Catégorie", *(dated(year.year) for year in shown)]
    if len(shown) > 1:
        columns.append("Variation")
    numbers = [year.year.number for year in shown]
    rows = tuple(_row(name, amounts, numbers) for name, amounts in lines)
    title = f"Charges de {named(bilan.figures.year)} par catégorie, en {unit()}"
    return Table(title=title, columns=headings(*columns), rows=rows, total=True)


def _row(name: str, amounts: list[Decimal], years: list[int]) -> tuple[Cell, ...]:
    """Return a row; each amount is of the charges, or of the depreciation; the total of both."""
    of = "dotations_amortissements" if name == DEPRECIATION else "charges"
    named = [f"{year}.{of}" for year in years]
    cells = [
        Cell(name),
        *(Cell(amount, "euros", one) for amount, one in zip(amounts, named, strict=True)),
    ]
    if len(amounts) > 1:
        cells.append(Cell(variation(*amounts), "variation", f"{years[0]}.variations.{of}"))
    return tuple(cells)


def by_category(figures: Figures) -> dict[str, Decimal]:
    """Return the euros of each category of charges of a year.

    Depreciated purchases are left out; in micro there are none, and they count whole.
    """
    charges = (line for line in figures.lines.expenses if is_charge(line, figures.status))
    return summed((line.category or UNNAMED, line.amount) for line in charges)
