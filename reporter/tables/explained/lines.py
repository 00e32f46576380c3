"""The lines of a sum: one by one with their cells, or by client and month where there are many.

Knows when a list is long, and what is said of a line. Never how a table looks.
"""

from __future__ import annotations

import datetime as dt
from functools import reduce
from typing import TYPE_CHECKING

from reporter.french import NBSP, Cell, capitalised, counted, enumeration, month_name, month_of_year
from reporter.landing.rest import NOWHERE
from reporter.leaves import Lacking
from reporter.making import EXACT, SPREAD, Figure
from reporter.model import ZERO, Day, Expense, Fee
from reporter.tables.table import Column, Table, headings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from reporter.errors import Place
    from reporter.french import Kind
    from reporter.leaves import Counted, Part
    from reporter.tables.explained.sentences import Titles

FEW = 12
"""Lines that are shown one by one; more are added up by client and month."""
ABREAST = 5
"""Clients whose months stand side by side; where there are more, each has its sum."""
FINE: dict[Kind, Kind] = {"variation": "fine_percent"}
"""How what a line adds prints, where the figure itself prints in two digits."""
UNNAMED, ESTIMATED = "Sans nom", "Estimé"
COUNTS = "Compte pour"
CELLS = 2
"""Cells behind the line of an entry that are told in full."""
Row = tuple[Cell, ...]


def lines(figure: Figure, titles: Titles, *, every: bool) -> Table:
    """Return the lines of a sum, or what they amount to; `every` shows each, however many."""
    added = figure.operation not in SPREAD
    what = "Lignes" if added else "Ce que chaque ligne apporte"
    title, kind = f"{what}{NBSP}: {titles.within(figure)}", titles.cell(figure).kind
    kind = FINE.get(kind, kind)
    columns = headings("Date", "Tiers", "Libellé", "Où", Column(COUNTS, kind, summed=True))
    if isinstance(figure.leaf, Lacking):
        rows: list[Row] = [(*_where(line), Cell(None, kind)) for line in figure.leaf.lines]
        return Table(title=title, columns=columns, rows=tuple(rows))
    parts, note = sorted(figure.parts, key=_order), ""
    if every or len(parts) <= FEW:
        rows = [(*_told(part, titles), Cell(part.amount, kind)) for part in parts]
    else:
        columns, rows = _grouped(parts, titles, kind, months=added)
        note = f"{capitalised(counted(len(parts), 'ligne', 'lignes'))}, une à une avec --tout."
    rows.append(_total(rows, columns, figure, kind))
    return Table(title=title, columns=columns, rows=tuple(rows), note=note, total=True)


def _total(rows: Sequence[Row], columns: Sequence[Column], figure: Figure, kind: Kind) -> Row:
    """Return the sum of the columns that add up, the last one being the figure itself."""
    sums = [
        Cell(_added([row[place].value for row in rows]), kind) if column.summed else Cell("")
        for place, column in enumerate(columns[1:-1], 1)
    ]
    return (Cell("Total"), *sums, Cell(figure.value, kind))


def _added(values: Sequence[object]) -> Decimal:
    return reduce(EXACT.add, values, ZERO)  # type: ignore[arg-type]  # amounts all


def _order(part: Part) -> tuple[bool, dt.date, tuple[object, ...]]:
    """Return what sorts lines by date, other figures last."""
    if isinstance(part.source, Figure):
        return True, dt.date.max, ()
    return False, part.source.date, tuple(part.source.place)


def _told(part: Part, titles: Titles) -> Row:
    if isinstance(part.source, Figure):
        name, called = titles.of(part.source)
        return Cell(""), Cell(called.label), Cell(""), Cell(name)
    return _where(part.source)


def _where(line: Counted) -> Row:
    return Cell(line.date, "date"), Cell(party(line)), Cell(words(line)), Cell(_stands(line))


def _stands(line: Counted) -> str:
    """Return where a line stands; of the line of an entry, the cells behind it too."""
    behind = origins(line)
    if not behind:
        return str(line.place)
    more = "" if len(behind) <= CELLS else f", et {len(behind) - CELLS} de plus"
    return f"{line.place}, fait de {enumeration([str(one) for one in behind[:CELLS]])}{more}"


def origins(line: Counted) -> tuple[Place, ...]:
    """Return where the lines stand that make the line of an entry; nothing of the books' own."""
    return getattr(line, "sources", ())


def party(line: Counted) -> str:
    """Return whom a line is with; nobody for an estimate."""
    if line.place == NOWHERE:
        return ESTIMATED
    match line:
        case Day(client=name) | Fee(client=name) | Expense(supplier=name):
            return name or UNNAMED
    return getattr(line, "name", UNNAMED)


def words(line: Counted) -> str:
    """Return what a line is about."""
    match line:
        case Day():
            return line.mission or line.comment
        case Fee():
            return line.service
        case Expense():
            return line.label or line.category
    return getattr(line, "label", "")


def _grouped(
    parts: Sequence[Part], titles: Titles, kind: Kind, *, months: bool
) -> tuple[tuple[Column, ...], list[Row]]:
    """Return the sums of lines by client, month by month where few clients are all there is."""
    groups: dict[str, list[Part]] = {}
    for part in parts:
        groups.setdefault(_name(part, titles), []).append(part)
    names = sorted(groups, key=lambda name: (-abs(_sum(groups[name])), name))
    bare = any(isinstance(part.source, Figure) for part in parts)
    if months and len(names) <= ABREAST and not bare:
        return _by_month(parts, names, titles, kind)
    rows: list[Row] = [
        (
            Cell(name),
            Cell(_span(groups[name])),
            Cell(str(len(groups[name]))),
            Cell(_sum(groups[name]), kind),
        )
        for name in names
    ]
    last = Column(COUNTS, kind, summed=True)
    return headings("Tiers ou catégorie", "Mois", "Lignes", last), rows


def _by_month(
    parts: Sequence[Part], names: Sequence[str], titles: Titles, kind: Kind
) -> tuple[tuple[Column, ...], list[Row]]:
    """Return a row a month, a column a client, and their sum."""
    months: dict[dt.date, dict[str, list[Part]]] = {}
    for part in parts:
        if (month := _month(part)) is not None:
            months.setdefault(month, {}).setdefault(_name(part, titles), []).append(part)
    rows: list[Row] = [
        (
            Cell(month_of_year(month)),
            *(Cell(_sum(of.get(name, ())), kind) for name in names),
            Cell(_sum([part for found in of.values() for part in found]), kind),
        )
        for month, of in sorted(months.items())
    ]
    columns = (Column(name, kind, summed=True) for name in names)
    return headings("Mois", *columns, Column(COUNTS, kind, summed=True)), rows


def _sum(parts: Sequence[Part]) -> Decimal:
    return _added([part.amount for part in parts])


def _name(part: Part, titles: Titles) -> str:
    """Return the group of a part: a client, the category of an expense, another figure."""
    if isinstance(part.source, Figure):
        return titles.label(part.source)
    line = part.source
    return (line.category if isinstance(line, Expense) else "") or party(line)


def _month(part: Part) -> dt.date | None:
    return None if isinstance(part.source, Figure) else part.source.date.replace(day=1)


def _span(parts: Sequence[Part]) -> str:
    """Return the months of lines: « mars 2020 », « janvier à mars 2020 »."""
    months = sorted(month for part in parts if (month := _month(part)) is not None)
    if not months:
        return ""
    first, last = months[0], months[-1]
    if first == last:
        return month_of_year(first)
    begun = month_name(first) if first.year == last.year else month_of_year(first)
    return f"{begun} à {month_of_year(last)}"
