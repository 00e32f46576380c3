"""A table in which a column says of each row that money came in, or that it went out.

Knows the words of both ways. Never the amounts: a table is of sales, or of expenses.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reporter.characters import folded, forms
from reporter.errors import BadCell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.sources.tables.layouts import Table

IN = forms("recette, vente, encaissement, entree, credit, produit, revenu, income, revenue, sale")
OUT = forms("depense, achat, decaissement, sortie, debit, charge, frais, expense, purchase, cost")
LONGEST = 16
"""Letters of such a word, blanks around it included."""


def both_ways(table: Table) -> Iterator[BadCell]:
    """Yield the mistake of a table of which a column says « Recette » here, « Dépense » there.

    All its rows would be of one kind: what was sold would be counted as spent. Most of the cells
    of such a column say one way or the other, and no more.
    """
    rows = table.grid.rows[table.top + 1 : table.bottom]
    for column in range(table.left, table.right):
        told = Counter(row[column] for row in rows if row[column] != "")
        words = {it: folded(it) for it in told if isinstance(it, str) and len(it) <= LONGEST}
        come, gone = ({it for it, word in words.items() if word in way} for way in (IN, OUT))
        if come and gone and 2 * sum(told[it] for it in come | gone) > told.total():
            odd = come if table.kind == "expenses" else gone
            at = next(n for n, row in enumerate(rows, table.top + 1) if row[column] in odd)
            what = "des ventes et des dépenses dans un même tableau"
            fix = "ranger les ventes dans une feuille Forfaits (Date, Client, Montant HT), et les "
            fix += "dépenses dans une feuille Dépenses (Date, Fournisseur, Montant HT)"
            shown = " · ".join(it.strip() for it in words if it in come | gone)
            yield BadCell(what, table.grid.place(at, column), shown=shown, fix=fix)
