"""Sales, purchases and assets as CSV files that a French Excel opens right.

Knows which files there are, and how each kind of cell is written. Never what a column means.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.formats.table.csv import comma, harmless, lines
from reporter.french import short_date
from reporter.tables.ledger import purchases, sales
from reporter.tables.plans import assets, disposals, plans

if TYPE_CHECKING:
    from reporter.accounting.pack import Pack
    from reporter.formats import Files
    from reporter.french import Cell
    from reporter.tables.table import Table


def render(pack: Pack) -> Files:
    """Return `comptable-2020-ventes.csv`, and so on for the other tables."""
    tables = {
        "ventes": sales(pack),
        "achats": purchases(pack),
        "immobilisations": assets(pack),
        "amortissements": plans(pack),
        **({"cessions": disposals(pack)} if pack.disposals else {}),
    }
    year = pack.year.number
    return {f"comptable-{year}-{name}.csv": written(table) for name, table in tables.items()}


def written(table: Table) -> bytes:
    """Return a table as a CSV file: its columns, then its rows, without any total."""
    rows = ([plain(cell) for cell in row] for row in table.rows)
    return lines([table.columns, *rows]).encode("utf-8-sig")


def plain(cell: Cell) -> str:
    """Return a cell as text: « 1234,50 », « 31/03/2020 », « 5,5 % », « 8,5 », a safe text."""
    match cell.value, cell.kind:
        case None, _:
            return ""
        case date() as day, _:
            return short_date(day)
        case Decimal() as euros, "cents":
            return comma(f"{euros:.2f}")
        case Decimal() as ratio, "percent":
            return comma(f"{(ratio * 100).normalize():f}") + "\u00a0%"
        case Decimal() as number, _:
            return comma(f"{number.normalize():f}")
        case value, _:
            return harmless(str(value))
