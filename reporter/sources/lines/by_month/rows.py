"""The rows of a table by month: texts inside it, a client twice, cells drawn on; a month left out.

Knows rows, and the lines that they made. Never what the cells are worth.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import compress, count, pairwise
from typing import TYPE_CHECKING, Any

from reporter import numerals
from reporter.characters import folded
from reporter.errors import Doubt
from reporter.french import of
from reporter.grouping import gathered, missing_between, runs
from reporter.model import Day, Fee
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.accidents.misplaced import no_name
from reporter.sources.lines.crossed import doubted, doubtful_cells
from reporter.sources.lines.naming import doubt_of, name_of
from reporter.sources.lines.written.values import value_of
from reporter.sources.tables.announced import says_of_lines
from reporter.sources.tables.sheet_names import month_omitted
from reporter.sources.tables.titles import foreign_unit, is_year
from reporter.words.month_titles import SPENT, says_other
from reporter.words.names import is_company
from reporter.words.sums import names_somebody, says_measure, says_sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reporter.model import Line
    from reporter.sources.lines.by_month.sums import Sums
    from reporter.sources.tables.month_columns import MonthTable

MONTHS, FEW_MONTHS, FEW_DAYS = 12, 6, 20
"""Months of a year; up to how many months, or days, a table may leave one out without a word."""
ENDED = pattern(r".*[^\W\d]\W*\s(\d[\d\s]*(?:[.,]\d+)?(?:\s*€)?)", re.DOTALL)
"""A name, then a number: a blank parts them."""
CENTS = 100
"""Shares of a whole, in hundredths."""
FEW_COPIED = 4
"""Months of a row, nearly all of another number, that no two rows share by chance."""


def is_part(cell: Any) -> bool:
    """Tell whether a cell may be a share of a whole: « 75 % », 0,75; an amount is seldom."""
    found = value_of(cell.strip().removesuffix("%") if isinstance(cell, str) else cell)
    return isinstance(found, Decimal) and abs(found) <= CENTS


def notes(table: MonthTable, number: int) -> Iterator[Doubt]:
    """Yield what a row of texts says of something else than sales made, of itself or below it."""
    has_more = any(not all(map(is_blank, row)) for row in table.grid.rows[number + 1 :])
    is_spent, row = table.unit == "spent", table.grid.rows[number]
    rate = None if is_blank(row[table.client]) else table.fields.get("rate")
    for column, cell in enumerate(row):
        is_text = numerals.is_text(cell)
        if not (is_text or column == rate or is_blank(cell) or is_year(cell)):
            yield no_name(table.grid.place(number, column), cell)
        if not is_text:
            continue
        if is_spent and not says_other(SPENT.sub("", folded(cell))) and SPENT.search(folded(cell)):
            continue
        if says_other(cell) or says_of_lines(cell):
            what = "une note sous les mois : change-t-elle ce que comptent leurs cases ?"
            fix = "l’écrire dans les cases qu’elle change, ou l’effacer"
        elif has_more and column == table.client and (is_spent or says_measure(cell)):
            what = "un titre sous les mois : dit-il ce que comptent les rangées du dessous ?"
            fix = "mettre ces rangées sur une autre feuille, ou effacer ce titre"
        else:
            continue
        about, place = cell.strip()[:40], table.grid.place(number, column)
        yield Doubt(code="titre-inconnu", what=what, place=place, shown=about, fix=fix, about=about)


def is_somebody(table: MonthTable, number: int, sums: Sums) -> bool:
    """Tell whether a row that begins as a sum or a measure is called as somebody is.

    One that holds a sum of those above is a sum, whatever its name: « Total Régie ».
    """
    row, rows = table.grid.rows[number], enumerate(table.grid.rows)
    name = "" if is_blank(row[table.client]) else str(row[table.client])
    others = (it[table.client] for n, it in rows if n != number)
    return names_somebody(name, others) and not sums.hold(row)


def doubtful_name(table: MonthTable, number: int, name: str, *, heard: bool) -> Iterator[Doubt]:
    """Yield what the name of a row may be rather than a client; `heard` where that is said."""
    place = table.grid.place(number, table.client)
    if not heard and says_sum(name) and not is_company(name):
        yield doubted("sum", name, place)
    if unit := foreign_unit(name):
        what = f"une rangée parle {of(unit)} : elle est comptée en euros"
        yield Doubt(code="devise", what=what, place=place, shown=name, fix="écrire des euros")
    if _has_swallowed(table, table.grid.rows[number], name):
        what = "un nombre à la fin d’un nom, et rien dans la case d’à côté : deux en une ?"
        fix = "rendre le nombre à sa case, ou écrire le nom sans lui"
        yield Doubt(code="nom-en-chiffres", what=what, place=place, shown=name, fix=fix)


def _has_swallowed(table: MonthTable, row: Sequence[Any], name: str) -> bool:
    """Tell whether a name ends by an amount as large as others of its row, its next cell blank."""
    beside, found = table.client + 1, ENDED.fullmatch(name)
    number = numerals.number(found[1]) if found else None
    if number is None or is_year(number) or beside not in table.months or not is_blank(row[beside]):
        return False
    own = (value_of(row[n]) for n in table.months)
    sizes = {it.adjusted() for it in own if isinstance(it, Decimal)}
    return table.unit == "amount" and number.adjusted() in sizes


def doubtful(table: MonthTable, lines: Sequence[Line]) -> Iterator[Doubt]:
    """Yield what is doubtful in a table once it is read: rows of one client, cells, columns."""
    yield from doubtful_cells(table, {*table.totals, *table.worth}, lines, table.unit)
    yield from _copied(table, lines)
    yield from _drawn_on(table, lines)
    yield from _left_out(table)


def _copied(table: MonthTable, lines: Sequence[Line]) -> Iterator[Doubt]:
    """Yield a row of the same numbers, month for month, as one above it."""
    rows = gathered((table.grid.cell_of(line.place)[0], line) for line in lines)
    seen: dict[tuple[object, ...], Line] = {}
    for its in rows.values():
        numbers = [line.days if isinstance(line, Day) else line.amount for line in its]
        if len(its) < FEW_COPIED or len(set(numbers)) < FEW_COPIED - 1:
            continue
        key = tuple((line.date, number) for line, number in zip(its, numbers, strict=True))
        first = seen.setdefault(key, its[0])
        if first is not its[0]:
            what = "les nombres d’une autre rangée, mois pour mois : une rangée recopiée ?"
            fix = "écrire les nombres de cette rangée"
            shown = f"{name_of(its[0])} · {name_of(first)}, {first.place.cell}"
            yield doubt_of("doublon", what, its[0], fix, shown)


def _drawn_on(table: MonthTable, lines: Iterable[Line]) -> Iterator[Doubt]:
    """Yield the third amount of a row that is one euro more than that of the month before.

    A spreadsheet counts on where a cell is drawn to the right.
    """
    fees = [line for line in lines if isinstance(line, Fee)]
    cells = [table.grid.cell_of(line.place) for line in fees]
    steps = [
        (row, column + 1) == cell and other.amount - one.amount == 1
        for ((row, column), one), (cell, other) in pairwise(zip(cells, fees, strict=True))
    ]
    for run in runs(compress(count(2), steps)):
        if len(run) > 1:
            what = "des nombres qui augmentent de 1 à chaque mois : une cellule tirée à droite ?"
            yield doubt_of("serie", what, fees[run[0]], "écrire le nombre de chaque mois")


def _left_out(table: MonthTable) -> Iterator[Doubt]:
    """Yield the title after the only day, or month, that a table of many leaves out between two."""
    known = ((n, it.year, it.month) for n, it in table.months.items())
    months = {year * MONTHS + month - 1: n for n, year, month in known if year and month}
    columns = {day.toordinal(): n for n, day in table.days.items()} or months
    absent = missing_between(columns)
    if len(absent) != 1 or len(columns) <= (FEW_DAYS if table.days else FEW_MONTHS):
        return
    place = table.grid.place(table.top, columns[absent[0] + 1])
    if table.days:
        what, fix = "un jour omis, parmi tous les autres", "le remettre, vide s’il n’y a rien eu"
        shown = f"{date.fromordinal(absent[0]):%d/%m/%Y}"
        yield Doubt("jour-omis", what, place, shown, fix, about=shown)
    else:
        yield month_omitted(place, absent[0], "colonne")
