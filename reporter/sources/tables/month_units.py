"""What the cells of a table by month count, as far as its titles, its corner and its sheet tell.

Knows those words, and what to write where they do not tell. Never what the cells amount to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded, forms
from reporter.errors import BadCell, Doubt
from reporter.sources.tables.titles import called
from reporter.toml.kinds import literal
from reporter.words.month_titles import (
    SPENDING,
    SPENT,
    names_clients,
    says_other,
    unit_of_titles,
    unknown_word,
)
from reporter.words.sheets import tells_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.month_columns import MonthTable
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.columns import Kind
    from reporter.words.month_titles import Unit


OWN: Mapping[Kind, Unit] = {"days": "days", "fees": "amount", "expenses": "spent"}
"""What the cells count of a sheet that its owner says to be of a kind."""
COUNTS = {
    "days": "les jours facturés", "hours": "les heures facturées",
    "amount": "des ventes hors taxes",
    "spent": "des dépenses hors taxes",
}  # fmt: skip


def unit_above(grid: Grid, top: int, client: int, vocabulary: Vocabulary) -> Unit:
    """Return what the cells count, by the words above them, of the corner and of the sheet.

    What the owner says of one of them is said of all.
    """
    named = [*titles_over(grid, top), grid.name]
    if own := _own_kinds(named, vocabulary):
        return OWN.get(own[0], "")
    corner, kinds = str(grid.rows[top][client]), set(map(vocabulary.kind_of, named))
    untaxed, received = vocabulary.untaxed, vocabulary.received
    return unit_of_titles([*named, corner], kinds, untaxed=untaxed, received=received)


def titles_over(grid: Grid, top: int) -> list[str]:
    """Return the texts above a header."""
    return [cell for row in grid.rows[:top] for cell in row if isinstance(cell, str)]


def _own_kinds(titles: Iterable[str], vocabulary: Vocabulary) -> list[Kind]:
    """Return what the owner says that titles are."""
    explained = (title for title in titles if vocabulary.explains(title))
    return [kind for title in explained if (kind := vocabulary.kind_of(title))]


def doubts_of(table: MonthTable, vocabulary: Vocabulary) -> Iterator[Doubt]:
    """Yield the titles of which a word may say that the cells count something else."""
    grid, client = table.grid, table.client
    above = [
        (cell, grid.place(number, column))
        for number, row in enumerate(grid.rows[: table.top])
        for column, cell in enumerate(row)
        if isinstance(cell, str)
    ]
    corner = (str(grid.rows[table.top][client]).lower(), grid.place(table.top, client))
    said = [*above, *([corner] if grid.turn is None else []), (grid.name, grid.whole)]
    cells = (row[client] for row in grid.rows[table.top + 1 :])
    names = {word for cell in cells if isinstance(cell, str) for word in folded(cell).split()}
    names |= SPENDING if table.unit == "spent" else set()
    names |= forms("encaisse, encaissement") if table.is_received else set()
    own = _own_kinds((title for title, _ in said), vocabulary)
    for title, place in said if table.unit and not own else ():
        apart = tells_apart(title) and folded(title).partition(" ")[0] not in names
        if not (word := unknown_word(title, names) or (title.split()[0] if apart else "")):
            continue
        what = COUNTS[table.unit]
        yield Doubt(
            code="titre-inconnu",
            what=f"un mot du titre dit-il autre chose que {what} ?",
            place=place,
            shown=f"{word} : {title.strip()[:60]}",
            fix="l’écrire plus simplement : « CA HT » ou « Jours »",
            about=title.strip()[:40],
        )


def is_of_names(table: MonthTable) -> bool:
    """Tell whether its names are sure to be those of clients, days or expenses, by its titles."""
    if table.unit != "amount":
        return table.unit != ""
    corner = str(table.grid.rows[table.top][table.client])
    return any(map(names_clients, (*titles_over(table.grid, table.top), corner, table.grid.name)))


def unsaid(table: MonthTable) -> BadCell:
    """Return the mistake of a table of which nothing tells what its cells count, or two things."""
    grid, corner = table.grid, table.grid.rows[table.top][table.client]
    titles = (*titles_over(grid, table.top), str(corner), grid.name)
    spent = next((text for text in titles if SPENT.search(folded(text))), "")
    other = next((text for text in titles if says_other(SPENT.sub("", folded(text)))), "")
    name, sales = literal(grid.name), "des ventes hors taxes"
    own = f'{called(grid.name, "Forfaits")} si ce sont {sales} (ou "Jours")'
    if spent:
        sales = "des dépenses hors taxes"
        own = f"{called(grid.name, 'Dépenses')} si ce sont {sales}, faites"
    if spent and not other:
        what = "des dépenses, par mois ?"
        fix = "si ses montants sont hors taxes, écrire « Charges HT » au-dessus ; sinon, une ligne "
        fix += "par dépense : Date, Libellé, Montant HT (31/03/2020, Loyer, 150) ; ou la laisser "
        fix += f"de côté dans bilan.toml : {called(grid.name)}"
    elif other:
        what = f"autre chose que {sales}, par mois ?"
        fix = f'écrire dans bilan.toml : {own} ; sinon la laisser de côté : {name} = ""'
    else:
        what = "un montant ou des jours par mois ?"
        fix = f"écrire au-dessus « Montants HT » ou « Jours », ou dans bilan.toml : {own}"
        fix += f' ; un récapitulatif se laisse de côté : {name} = ""' if grid.sheet else ""
    shown = other or spent or str(corner)
    return BadCell(what, grid.place(table.top, min(table.months)), shown=shown, fix=fix)
