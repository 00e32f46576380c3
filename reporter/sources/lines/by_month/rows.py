"""The rows of a table by month: texts inside it, and a client twice.

Knows rows, and the lines that they made. Never what the cells are worth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import BadCell, Doubt
from reporter.french import month_name
from reporter.model import Day, Fee
from reporter.names import spelling
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.meaning.bearings import bearing_in
from reporter.sources.lines.naming import doubt_of
from reporter.sources.lines.rows.misplaced import no_name, odd_names
from reporter.sources.tables.charge_words import says_no_sale
from reporter.sources.tables.month_titles import says_other
from reporter.sources.tables.periods import is_year
from reporter.sources.tables.proper_names import is_company, is_name
from reporter.sources.tables.sum_words import names_somebody, says_measure, says_sum
from reporter.sources.tables.titles import unit_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reporter.errors import Place
    from reporter.model import Line
    from reporter.sources.lines.by_month.sums import Sums
    from reporter.sources.tables.month_columns import MonthTable

UNSOLD = (
    "not sold", "maybe not sold", "maybe target", "deposit", "maybe credit", "outlay", "again",
)  # fmt: skip
NUMBERS = {str(day) for day in range(1, 29)}
"""The days that every month has, as the names of rows."""
OUT = "la sortir du tableau si elle n’est pas vendue à un client"


def notes(table: MonthTable, number: int) -> Iterator[Doubt]:
    """Yield what a row of texts says of something else than sales made, of itself or below it."""
    has_more = any(not all(map(is_blank, row)) for row in table.grid.rows[number + 1 :])
    for column, cell in enumerate(table.grid.rows[number]):
        if not isinstance(cell, str):
            if isinstance(cell, int | float) and not is_year(cell):
                yield no_name(table.grid.place(number, column), cell)
            continue
        if says_other(cell):
            what = "une note sous les mois : change-t-elle ce que comptent leurs cases ?"
            fix = "l’écrire dans les cases qu’elle change, ou l’effacer"
        elif has_more and column == table.client and says_measure(cell):
            what = "un titre sous les mois : dit-il ce que comptent les rangées du dessous ?"
            fix = "mettre ces rangées sur une autre feuille, ou effacer ce titre"
        else:
            continue
        about, place = cell.strip()[:40], table.grid.place(number, column)
        yield Doubt(code="titre-inconnu", what=what, place=place, shown=about, fix=fix, about=about)


def turned(table: MonthTable) -> BadCell | None:
    """Return the mistake of a table whose rows are the days of months; None where it is none."""
    names = {str(row[table.client]).removesuffix(".0") for row in table.grid.rows[table.top :]}
    if not names >= NUMBERS:
        return None
    fix = (
        "tourner le tableau : une rangée par mois, une colonne par jour, et « Client : » au-dessus"
    )
    place = table.grid.place(table.top, table.client)
    return BadCell("des jours en rangées, des mois en colonnes", place, fix=fix)


def named(table: MonthTable, number: int, sums: Sums) -> bool:
    """Tell whether a row that begins as a sum or a measure is called as somebody is.

    One that holds a sum of those above is a sum, whatever its name: « Total Régie ».
    """
    row, rows = table.grid.rows[number], enumerate(table.grid.rows)
    name = "" if is_blank(row[table.client]) else str(row[table.client])
    others = (it[table.client] for n, it in rows if n != number)
    return names_somebody(name, others) and not sums.hold(row)


def unsold_of(table: MonthTable, number: int, name: str, mission: str) -> Iterator[Doubt]:
    """Yield what the client and the mission of a row say that is perhaps sold to nobody."""
    place = table.grid.place(number, table.client)
    said = bearing_in("client", name) or (mission and bearing_in("mission", mission))
    if said not in UNSOLD and (says_sum(name) or says_measure(name)) and not is_company(name):
        what, fix = "une rangée nommée comme un total, et comptée : en est-ce un ?", OUT
        yield Doubt(code="somme", what=what, place=place, shown=name, fix=fix, about=name)
    elif said in UNSOLD:
        what = "une rangée peut-être annulée, offerte ou vendue à personne"
        yield Doubt(code="peut-etre-annule", what=what, place=place, shown=name, fix=OUT)
    elif table.unit == "amount" and not is_name(name) and says_no_sale(name):
        what = "est-ce une vente ? Elle est comptée dans le chiffre d’affaires"
        yield Doubt(code="mouvement-possible", what=what, place=place, shown=name, fix=OUT)
    if name[:1].isdecimal():
        below = {row[table.client] for row in table.grid.rows[table.top + 1 :]}
        cell = table.grid.rows[number][table.client]
        if cell in odd_names(below, coded=False):
            yield no_name(place, cell)
    if unit := unit_of(name):
        what = f"une rangée parle de {unit} : elle est comptée en euros"
        yield Doubt(code="devise", what=what, place=place, shown=name, fix="écrire des euros")


def twice(table: MonthTable, lines: Iterable[Line]) -> Iterator[Doubt]:
    """Yield the second row of a client in one month, once for each, where nothing parts the two."""
    seen: dict[tuple[object, ...], Place] = {}
    said: set[object] = set()
    for line in lines:
        name = _name(table, line)
        first = seen.setdefault((*name, line.date), line.place)
        if first is line.place or line.place.row in said:
            continue
        said.add(line.place.row)
        what = "deux rangées d’un client pour un même mois : les deux comptent"
        words = f"{line.texts[0]}, {month_name(line.date)} {line.date.year}, aussi {first.cell}"
        fix = "les dire de deux missions, dans une colonne Mission, ou effacer l’une des deux"
        yield doubt_of("client-deux-fois", what, line, fix, words)


def _name(table: MonthTable, line: Line) -> tuple[object, ...]:
    """Return what tells the row of a line from another."""
    if isinstance(line, Day):
        rate = None if table.rate is None else line.rate
        return spelling(line.client), spelling(line.mission), rate
    return (spelling(line.client), spelling(line.service)) if isinstance(line, Fee) else ()
