"""What is wrong with a table: columns of one meaning, units, cells beyond its header, both ways.

Knows the titles of one table and the fields that they name, and the words of money that comes in or
goes out. Never what a row is worth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.characters import folded, forms
from reporter.errors import BadCell
from reporter.french import NBSP
from reporter.sources.tables.titles import called, foreign_unit
from reporter.words.labels import LABELS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

    from reporter.sources.tables.layouts import Table


def mistakes_of(table: Table) -> Iterator[BadCell]:
    """Yield what is wrong in the header of a table: columns that claim one meaning, units."""
    header = table.grid.rows[table.top]
    for field, columns in table.columns.clashes.items():
        cells = [(str(header[n]).strip(), table.grid.place(table.top, n).cell) for n in columns]
        names = " et ".join(f"«{NBSP}{title}{NBSP}» ({cell})" for title, cell in cells)
        # an invoice is worth its fees and its costs
        fees = [title for title, _ in cells if "honoraires" in folded(title)]
        one = fees[0] if fees and table.kind == "fees" else cells[-1][0]
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
        if unit := foreign_unit(str(header[column])):
            fix = "écrire des euros hors taxes, et un titre qui ne dit pas autre chose"
            yield table.grid.mistake(table.top, column, f"colonne en {unit}", fix)


def _wider(table: Table) -> Iterator[BadCell]:
    """Yield the first line that has more cells than the header, in a file parted by commas."""
    widths = table.grid.widths[table.top : table.bottom]
    line = next((n for n, width in enumerate(widths) if width > widths[0]), None)
    if line is not None:
        shown = ",".join(map(str, table.grid.rows[table.top + line]))[:80]
        fix = "mettre entre guillemets les nombres à virgule, ou enregistrer en .xlsx"
        place = table.grid.place(table.top + line)
        yield BadCell("plus de cases que d’en-têtes", place, shown=shown, fix=fix)


IN = forms("recette, vente, encaissement, entree, credit, produit, revenu, income, revenue, sale")
OUT = forms("depense, achat, decaissement, sortie, debit, charge, frais, expense, purchase, cost")
WAYS = IN | OUT
EARNED = IN | forms("honoraire") | {"ca"}
"""What the title of an amount says that is never spent, where no supplier is named."""
AMOUNTS = {"montant", "montants", "total", "ht", "ttc", "euros"}
"""Words of an amount, beside those of its way."""
MOST, LONGEST = 24, 16
"""Words that such a column may hold, and their letters, blanks around them included."""

SAMPLE = 200
"""Rows among which some say a way, where most of all do."""
BOTH = "des ventes et des dépenses dans un même tableau"
PARTED = (
    "ranger les ventes dans une feuille Forfaits (Date, Client, Montant HT), et les dépenses dans "
    "une feuille Dépenses (Date, Fournisseur, Montant HT), ou titrer « Client / Fournisseur », "
    "« Recettes HT » et « Dépenses HT »"
)


def both_ways(table: Table) -> Iterator[BadCell]:
    """Yield the mistake of a table of which a column says « Recette » here, « Dépense » there.

    All its rows would be of one kind: what was sold would be counted as spent. Most of the cells
    of such a column say one way or the other, and no more.
    """
    rows = table.grid.rows[table.top + 1 : table.bottom]
    for column in range(table.left, table.right):
        if len({*(ways := ways_of(rows, column)).values()}) > 1:
            odd = {it for it, comes in ways.items() if comes == (table.kind == "expenses")}
            at = next(n for n, row in enumerate(rows, table.top + 1) if row[column] in odd)
            said = dict.fromkeys(row[column] for row in rows if row[column] in ways)
            shown = " · ".join(map(str.strip, said))
            yield BadCell(BOTH, table.grid.place(at, column), shown=shown, fix=PARTED)


def says_only(words: Container[str], title: Any) -> bool:
    """Tell whether the title of an amount is of one way: « Total recettes HT »."""
    said = {*folded(title).split()} - AMOUNTS
    return bool(said) and all(word in words for word in said)


def ways_of(rows: Sequence[Sequence[Any]], column: int) -> dict[str, bool]:
    """Return the texts of a column that says of most rows whether money came in, or went out."""
    sample = {row[column] for row in rows[:: max(1, len(rows) // SAMPLE)]}
    if not any(map(_says_way, sample)):
        return {}
    words = {it: folded(it) for it in _few_texts({row[column] for row in rows})}
    ways = {it: word in IN for it, word in words.items() if word in WAYS}
    said = sum(row[column] in ways for row in rows)
    return ways if 2 * said > sum(row[column] != "" for row in rows) else {}


def _says_way(cell: Any) -> bool:
    return isinstance(cell, str) and len(cell) <= LONGEST and folded(cell) in WAYS


def _few_texts(distinct: Iterable[Any]) -> Iterable[str]:
    """Return the short texts of a column; nothing where they are many, as labels are."""
    texts = [it for it in distinct if isinstance(it, str) and len(it) <= LONGEST]
    return texts if len(texts) <= MOST else ()
