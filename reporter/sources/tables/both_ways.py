"""A table in which a column says of each row that money came in, or that it went out.

Knows the words of both ways. Never the amounts: a table is of sales, or of expenses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.characters import folded, forms
from reporter.errors import BadCell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporter.sources.tables.layouts import Table

IN = forms("recette, vente, encaissement, entree, credit, produit, revenu, income, revenue, sale")
OUT = forms("depense, achat, decaissement, sortie, debit, charge, frais, expense, purchase, cost")
MOST, LONGEST = 24, 16
"""Words that such a column may hold, and their letters, blanks around them included."""

SAMPLE = 200
"""Rows among which some say a way, where most of all do."""
BOTH = "des ventes et des dépenses dans un même tableau"
PARTED = (
    "ranger les ventes dans une feuille Forfaits (Date, Client, Montant HT), et les dépenses dans "
    "une feuille Dépenses (Date, Fournisseur, Montant HT)"
)


def both_ways(table: Table) -> Iterator[BadCell]:
    """Yield the mistake of a table of which a column says « Recette » here, « Dépense » there.

    All its rows would be of one kind: what was sold would be counted as spent. Most of the cells
    of such a column say one way or the other, and no more.
    """
    rows = table.grid.rows[table.top + 1 : table.bottom]
    sample = rows[:: max(1, len(rows) // SAMPLE)]
    for column in range(table.left, table.right):
        if not any(_says_way(row[column]) for row in sample):
            continue
        words = {it: folded(it) for it in _few_texts({row[column] for row in rows})}
        ways = {it: word in IN for it, word in words.items() if word in IN | OUT}
        if len({*ways.values()}) > 1 and 2 * sum(row[column] in ways for row in rows) > sum(
            row[column] != "" for row in rows
        ):
            odd = {it for it, comes in ways.items() if comes == (table.kind == "expenses")}
            at = next(n for n, row in enumerate(rows, table.top + 1) if row[column] in odd)
            said = dict.fromkeys(row[column] for row in rows if row[column] in ways)
            shown = " · ".join(map(str.strip, said))
            yield BadCell(BOTH, table.grid.place(at, column), shown=shown, fix=PARTED)


def _says_way(cell: Any) -> bool:
    return isinstance(cell, str) and len(cell) <= LONGEST and folded(cell) in IN | OUT


def _few_texts(distinct: Iterable[Any]) -> Iterable[str]:
    """Return the short texts of a column; nothing where they are many, as labels are."""
    texts = [it for it in distinct if isinstance(it, str) and len(it) <= LONGEST]
    return texts if len(texts) <= MOST else ()
