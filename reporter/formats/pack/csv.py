"""Sales, purchases and assets as CSV files that a French Excel opens right; the way out of csv.

Knows that form: semicolons, decimal commas, UTF-8 with its mark, CRLF. Never what a column means.
"""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING

from reporter.characters import RUNNING
from reporter.french import short_date
from reporter.tables.ledger import purchases, sales
from reporter.tables.plans import assets, plans

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    }
    year = pack.year.number
    return {f"comptable-{year}-{name}.csv": written(table) for name, table in tables.items()}


def written(table: Table) -> bytes:
    """Return a table as a CSV file: its columns, then its rows, without any total."""
    rows = ([plain(cell) for cell in row] for row in table.rows)
    return lines([table.columns, *rows]).encode("utf-8-sig")


def lines(rows: Iterable[Sequence[str]]) -> str:
    """Return rows in the French form of CSV."""
    text = StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    return text.getvalue()


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


def comma(number: str) -> str:
    """Return a number with a decimal comma."""
    return number.replace(".", ",")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet runs: an apostrophe stands before what would be one."""
    return f"'{text}" if text.lstrip(" \u00a0").startswith(RUNNING) else text
