"""What is wrong in the header of a table: columns that claim one meaning, units, cells beyond it.

Knows titles and the fields that they name. Never the rows below, but how many cells they have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import BadCell
from reporter.french import NBSP
from reporter.sources.tables.titles import called, unit_of
from reporter.words.labels import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.sources.tables.layouts import Table


def mistakes_of(table: Table) -> Iterator[BadCell]:
    """Yield what is wrong in the header of a table: columns that claim one meaning, units."""
    header = table.grid.rows[table.top]
    for field, columns in table.columns.clashes.items():
        cells = [(str(header[n]).strip(), table.grid.place(table.top, n).cell) for n in columns]
        names = " et ".join(f"«{NBSP}{title}{NBSP}» ({cell})" for title, cell in cells)
        one = str(header[columns[-1]]).strip()
        fix = f"n’en garder qu’une, ou écrire dans bilan.toml : {called(one)}"
        what = f"deux colonnes pour « {LABELS[field]} »"
        yield BadCell(what, table.grid.place(table.top, columns[-1]), shown=names, fix=fix)
    yield from _wider(table)
    yield from _units(table)
    fields = table.columns.fields
    if "price" in fields and "amount" not in fields:
        names = " et ".join(
            f"« {str(header[fields[name]]).strip()} »" for name in ("quantity", "price")
        )
        what, fix = "prix de l’unité ou de la ligne ?", "ajouter une colonne Montant HT"
        yield BadCell(what, table.place(table.top, "price"), shown=names, fix=fix)


def _units(table: Table) -> Iterator[BadCell]:
    """Yield the columns whose title counts in another unit than the euro."""
    header = table.grid.rows[table.top]
    for column in table.columns.fields.values():
        if unit := unit_of(str(header[column])):
            fix = "écrire des euros hors taxes, et un titre qui ne dit pas autre chose"
            place, shown = table.grid.place(table.top, column), str(header[column]).strip()
            yield BadCell(f"colonne en {unit}", place, shown=shown, fix=fix)


def _wider(table: Table) -> Iterator[BadCell]:
    """Yield the first line that has more cells than the header, in a file parted by commas."""
    widths = table.grid.widths[table.top : table.bottom]
    line = next((n for n, width in enumerate(widths) if width > widths[0]), None)
    if line is not None:
        shown = ",".join(map(str, table.grid.rows[table.top + line]))[:80]
        fix = "mettre entre guillemets les nombres à virgule, ou enregistrer en .xlsx"
        place = table.grid.place(table.top + line)
        yield BadCell("plus de cases que d’en-têtes", place, shown=shown, fix=fix)
