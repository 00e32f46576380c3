"""How an export writes dates and lengths of time, decided once for all its rows, or asked.

Knows the columns of moments and lengths. Never which rows count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import BadCell
from reporter.french import quantity
from reporter.sources.grids.cells import shown
from reporter.sources.lines.trackers.rows import Clock, Row, Wrong
from reporter.sources.lines.trackers.times import order_of, plain, slashed, unit_of, unit_said
from reporter.sources.lines.written.orders import MIXED, SWAPPED, ask, either_order, reason
from reporter.words.trackers import BREAK

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal
    from fractions import Fraction

    from reporter.sources.lines.trackers.times import Unit
    from reporter.sources.tables.trackers import Export
    from reporter.words.trackers import Column

MOMENTS: tuple[Column, ...] = ("date", "start", "end")
MOST_HOURS = 24
MOST_HOURS_OFF, FEWEST_MINUTES_OFF = 2, 5
"""A break is of so many hours at most, or of so many minutes at least."""


def clock_of(export: Export, rows: Sequence[int]) -> Clock | BadCell:
    """Return how an export writes dates and lengths of time, or what nothing tells of it."""
    order = order_of(export.cell(row, name) for name in MOMENTS for row in rows)
    if order == "either" and not export.tracker.name:
        grid = export.grid
        order = "either" if reason(grid, export.top, len(grid.rows)) else "day first"
    if order in ("either", "neither"):
        return _undecided(export, rows, contradictory=order == "neither")
    if (mixed := _mixed(export, rows)) is not None:
        return mixed
    asked = [Row(export, number, Clock(order)) for number in rows]
    lengths: tuple[Column, ...] = ("duration",) if "duration" in export.columns else ()
    units: dict[Column | int, Unit] = {}
    for column in (*lengths, *export.breaks):
        unit = _unit(asked, column)
        if isinstance(unit, BadCell):
            return unit
        units[column] = unit
    return Clock(order, units)


def _mixed(export: Export, rows: Sequence[int]) -> BadCell | None:
    """Return the mistake of true dates that were perhaps read in another order than the texts."""
    for name in MOMENTS:
        asked = ask({export.cell(row, name) for row in rows}, export.grid.file)
        for row in rows if asked else ():
            cell = export.cell(row, name)
            if asked.get(cell) in (MIXED, SWAPPED):
                place, fix = export.place(row, name), asked[cell]
                return BadCell("date illisible", place, shown=shown(cell), fix=fix)
    return None


def _undecided(export: Export, rows: Sequence[int], *, contradictory: bool) -> BadCell:
    """Return the mistake of dates of which nothing tells the day from the month."""
    cells = ((row, name) for row in rows for name in MOMENTS)
    row, column = next(at for at in cells if slashed(export.cell(*at)))
    what, said = "des jours et des mois en deux ordres", export.cell(row, column).strip()
    fix = f"choisir le format AAAA-MM-JJ dans {export.source}, et exporter de nouveau"
    if not contradictory:
        what = "quel jour est-ce ?"
        said += " : jour/mois, ou mois/jour ? aucune date de l’export ne le dit"
        fix += f" ; ou dire l’ordre dans bilan.toml : {either_order(export.grid.file)}"
    return BadCell(what, export.place(row, column), shown=said, fix=fix)


Number = tuple[Row, "Decimal"]
"""A row, and the plain number that a column of lengths writes there."""


def _unit(rows: Sequence[Row], column: Column | int) -> Unit | BadCell:
    """Return the unit of the lengths, or of the breaks, that a column writes as plain numbers."""
    numbers = [(row, number) for row in rows if (number := plain(row.cell(column)))]
    if not numbers:
        return "hours"
    row, number = numbers[0]
    title = row.export.title(column)
    if column == "duration":
        found = unit_said(title) or _of_lengths(numbers)
        what, units = (
            "des heures, des minutes ou des secondes ?",
            "« Durée (h) », « (min) » ou « (s) »",
        )
    else:
        found = unit_said(title) or _of_breaks(title, numbers)
        what, units = "une pause en heures ou en minutes ?", f"« {title} (min) » ou « (h) »"
    fix = f"écrire l’unité dans le titre de la colonne : {units}"
    place = row.export.place(row.number, column)
    return found or BadCell(what, place, shown=quantity(number), fix=fix)


def _of_lengths(numbers: Sequence[Number]) -> Unit | None:
    """Return the unit of lengths, by the starts and the ends beside them."""
    pairs = [(number, whole) for row, number in numbers if (whole := _between(row)) is not None]
    few = not pairs and max(number for _, number in numbers) <= MOST_HOURS
    named = numbers[0][0].export.tracker.name
    return unit_of(pairs) or ("hours" if few and named else None)


def _between(row: Row) -> Fraction | None:
    try:
        return row.between
    except Wrong:
        return None


def _of_breaks(title: str, numbers: Sequence[Number]) -> Unit | None:
    """Return the unit of breaks, by how long a break is; a meal may be counted otherwise."""
    values = [number for _, number in numbers]
    if BREAK.search(folded(title)) is None:
        return None
    if max(values) <= MOST_HOURS_OFF:
        return "hours"
    return "minutes" if min(values) >= FEWEST_MINUTES_OFF else None
