"""Sales that say what was sold, and not to whom: their label stands for the client, and is asked.

Knows titles, and names of what comes in. Never what the lines are worth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.errors import Doubt
from reporter.sources.tables.header_rows import TOP_ROWS
from reporter.sources.tables.mistakes import EARNED, OUT, says_only
from reporter.sources.tables.sheet_names import said_by_name
from reporter.sources.tables.titles import words_of
from reporter.sources.tables.told_once import title_of
from reporter.words.labels import BY_LABEL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.errors import Place
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Vocabulary

SOLD = (
    "recettes, ventes, encaissements, entrees, chiffre affaires, ca, ca ht, sales, income, "
    "factures emises, factures clients, factures envoyees, facturation clients"
)
"""Names of sheets of sales alone: « Factures » may be those received."""
UNTOLD = "des recettes sans client : leur libellé en tient lieu"
UNTOLD_FIX = "ajouter une colonne « Client », pour les répartir"


def with_labels(grid: Grid, vocabulary: Vocabulary) -> tuple[Grid, tuple[Doubt, ...]]:
    """Return a sheet of sales whose labels are its clients, where it has none, and a doubt.

    Its name says that it is one, or the title of its amount, which no expense has.
    """
    named = vocabulary.client_of(grid.name) or vocabulary.kind_of(grid.name)
    if named or title_of(grid):
        return grid, ()
    for number, row in enumerate(grid.rows[:TOP_ROWS]):
        if (column := _label(row, grid.name, vocabulary)) is not None:
            titled = [*row]
            titled[column] = BY_LABEL
            rows = [titled if it == row else it for it in grid.rows]
            place = grid.place(number, column)
            return grid._replace(rows=rows), (untold(place, str(row[column]), grid.name),)
    return grid, ()


def untold(place: Place, title: str, sheet: str) -> Doubt:
    """Return the doubt of receipts of which nothing but a label says whose they are."""
    return Doubt("recettes-sans-client", UNTOLD, place, title, UNTOLD_FIX, about=sheet)


def _label(row: Sequence[Any], name: str, vocabulary: Vocabulary) -> int | None:
    """Return the column of the labels of a header that lacks nothing but a client, of sales."""
    columns = vocabulary.columns(row, "fees")
    fields = columns.fields
    spent = vocabulary.columns(row, "expenses").fields
    if columns.missing("fees") != [("client",)] or "supplier" in spent:
        return None
    if any(says_only(OUT, cell) for cell in row):
        return None
    amounts = (row[column] for name, column in fields.items() if name in ("amount", "gross"))
    label = fields.get("service", spent.get("label", fields.get("document")))
    sold = said_by_name(name) in words_of(SOLD)
    return label if sold or any(says_only(EARNED, it) for it in amounts) else None
