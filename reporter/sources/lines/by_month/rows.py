"""The rows of a table by month: texts inside it, a client twice, what its sums must be worth.

Knows rows, what stands above them, and the lines that they made. Never what the cells are worth.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.errors import BadCell, Doubt
from reporter.french import month_name
from reporter.model import ZERO, Day, Fee
from reporter.names import spelling
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.meaning.bearings import bearing_in
from reporter.sources.lines.naming import doubt_of
from reporter.sources.lines.rows.misplaced import no_name, odd_names
from reporter.sources.lines.sums.foot import is_worth
from reporter.sources.lines.written.counts import to_days
from reporter.sources.lines.written.values import Unreadable, to_number, tried
from reporter.sources.tables.charge_words import says_no_sale
from reporter.sources.tables.month_titles import says_other
from reporter.sources.tables.proper_names import is_company, is_name
from reporter.sources.tables.sum_words import is_mean, names_somebody, says_measure, says_sum
from reporter.sources.tables.titles import unit_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from reporter.errors import Place
    from reporter.model import Line
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


FEWEST = 2
"""Clients of whom a row may be the sum: of one alone, it may be another at the same price."""
RUNNING = {"cumul", "cumule", "cumulee"}


class Sums:
    """What each column amounts to: since the top, and since the last total.

    Args:
        months: the columns of the months, in order.
        totals: the columns of the sums of rows.
    """

    def __init__(self, months: Sequence[int], totals: Sequence[int]) -> None:
        self.months = months
        self.whole: dict[int, Decimal] = dict.fromkeys((*months, *totals), ZERO)
        self.since = dict(self.whole)
        self.rows = self.rows_since = 0

    def add(self, column: int, value: Decimal) -> None:
        """Take a cell of a client's row in."""
        self.whole[column] += value
        self.since[column] += value

    def row(self) -> None:
        """Take in that the cells of one more client follow."""
        self.rows += 1
        self.rows_since += 1

    def hold(self, cells: Sequence[Any]) -> bool:
        """Tell whether a row is in some month the sum of two clients' or more above it.

        Below a total, one client is enough.
        """
        below = self.rows if self.rows_since else 0
        ways = ((self.whole, self.rows), (self.since, below))
        given = ((n, tried(to_number, cells[n])) for n in self.whole)
        return any(
            value == way[n] for n, value in given if value for way, rows in ways if rows >= FEWEST
        )

    def wrong(self, name: str, given: Mapping[int, Decimal]) -> tuple[int, Decimal] | None:
        """Return the first column in which a row of sums is not what it says, and what is due.

        A mean is never wrong: it counts for nothing, and there are many.
        """
        if is_mean(name):
            return None
        running = not RUNNING.isdisjoint(folded(name).split())
        upto = zip(self.months, accumulate(self.whole[n] for n in self.months), strict=True)
        ways = (self.whole, {**self.whole, **dict(upto)} if running else self.since)
        bad = [
            next((n for n, value in given.items() if not is_worth(name, value, way[n])), None)
            for way in ways
        ]
        if bad[0] is None or None in bad:
            self.since, self.rows_since = dict.fromkeys(self.since, ZERO), 0
            return None
        return bad[0], self.whole[bad[0]]


def summed_days(cell: Any) -> Decimal:
    """Return a sum of days: « 1 ½ », « 450 »."""
    try:
        return to_days(cell)
    except Unreadable:
        return to_number(cell)


def doubtful_sums(
    table: MonthTable,
    number: int,
    values: Mapping[int, Decimal],
    above: Iterable[Mapping[int, Decimal]],
) -> Iterator[Doubt]:
    """Yield the doubt of a client's row that is the sum of those above, or whose last month is one.

    A row of sums may be called anything, « Mois » or « Année »; a total stands among the months
    once a cell of its row is deleted.

    Args:
        table: the table.
        number: the row.
        values: what it says of each month.
        above: what each column amounts to above it, from the top and from the last total.
    """
    cells, filled = table.grid.rows[number], {n: value for n, value in values.items() if value}
    sums = [{n: whole[n] for n in table.months if whole[n]} for whole in above]
    rows = table.grid.rows[table.top + 1 : number]
    count = sum(any(not is_blank(row[n]) for n in filled) for row in rows)
    if count > 1 and filled in sums:
        what, at = "une rangée qui vaut la somme de celles du dessus, et comptée", table.client
        fix = "la nommer « Total » si c’en est un, pour qu’elle ne compte pas"
    elif filled and table.totals and _has_lost_its_total(table, number, filled):
        what, at = "pas de total au bout de cette rangée : une case manque avant ?", max(filled)
        fix = "remettre les cases de la rangée sous leurs mois, ou écrire son total"
    else:
        return
    place, said = table.grid.place(number, at), shown(cells[at])
    yield Doubt(code="somme", what=what, place=place, shown=said, fix=fix, about=said)


FEW, LOOKED_AT = 2, 50
"""Months of a row of which the last may be their sum by chance; rows that tell the custom."""


def _has_lost_its_total(table: MonthTable, number: int, filled: Mapping[int, Decimal]) -> bool:
    """Tell whether a row has no total: most others have theirs, or its last month is one."""

    def is_filled(row: Sequence[object], columns: Iterable[int]) -> bool:
        return not all(is_blank(row[column]) for column in columns)

    if is_filled(table.grid.rows[number], table.totals):
        return False
    rows = table.grid.rows[table.top + 1 :][:LOOKED_AT]
    told = [is_filled(row, table.totals) for row in rows if is_filled(row, table.months)]
    is_sum = len(filled) > FEW and 2 * filled[max(filled)] == sum(filled.values())
    return is_sum or (sum(told) > 1 and 2 * sum(told) >= len(told))
