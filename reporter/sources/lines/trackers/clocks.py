"""How an export writes dates and lengths of time, decided once for all its rows, or asked.

Knows the columns of moments and lengths. Never which rows count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.errors import BadCell
from reporter.french import quantity
from reporter.sources.grids.american import MIXED, SWAPPED, ask, either_order
from reporter.sources.grids.cells import shown
from reporter.sources.lines.trackers.lengths import plain, unit_of, unit_said
from reporter.sources.lines.trackers.moments import order_of, slashed
from reporter.sources.lines.trackers.rows import Clock, Row, Wrong
from reporter.sources.lines.written.orders import reason
from reporter.sources.tables.tracker_words import BREAK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from reporter.sources.lines.trackers.lengths import Unit
    from reporter.sources.tables.tracker_words import Column
    from reporter.sources.tables.trackers import Export

MOMENTS: tuple[Column, ...] = ("date", "start", "end")
MOST_HOURS = 24
MOST_HOURS_OFF, FEWEST_MINUTES_OFF = 2, 5
"""A break is of so many hours at most, or of so many minutes at least."""


def clock_of(export: Export, rows: Sequence[int]) -> Clock | BadCell:
    """Return how an export writes dates and lengths of time, or what nothing tells of it."""
    order = order_of(_cells(export, rows, MOMENTS))
    if order == "either" and not export.tracker.name:
        grid = export.grid
        order = "either" if reason(grid, export.top, len(grid.rows)) else "day first"
    if order in ("either", "neither"):
        return _undecided(export, rows, contradictory=order == "neither")
    if (mixed := _mixed(export, rows)) is not None:
        return mixed
    clock = Clock(order)
    unit = _unit(export, [Row(export, number, clock) for number in rows])
    if isinstance(unit, BadCell):
        return unit
    breaks = {number: _unit_off(export, rows, number) for number in export.breaks}
    known = {number: found for number, found in breaks.items() if not isinstance(found, BadCell)}
    asked = (found for found in breaks.values() if isinstance(found, BadCell))
    return next(asked, Clock(order, unit, known))


def _cells(export: Export, rows: Sequence[int], columns: Sequence[Column]) -> Iterator[object]:
    for name in columns:
        if name in export.columns:
            yield from (export.grid.rows[row][export.columns[name]] for row in rows)


def _mixed(export: Export, rows: Sequence[int]) -> BadCell | None:
    """Return the mistake of true dates that were perhaps read in another order than the texts."""
    for name in MOMENTS:
        asked = ask(set(_cells(export, rows, (name,))), export.grid.file)
        for row in rows if asked else ():
            cell = next(iter(_cells(export, (row,), (name,))))
            if asked.get(cell) in (MIXED, SWAPPED):
                place, fix = export.place(row, name), asked[cell]
                return BadCell("date illisible", place, shown=shown(cell), fix=fix)
    return None


def _undecided(export: Export, rows: Sequence[int], *, contradictory: bool) -> BadCell:
    """Return the mistake of dates of which nothing tells the day from the month."""
    row, column = next(
        (row, name)
        for row in rows
        for name in MOMENTS
        if name in export.columns and slashed(export.grid.rows[row][export.columns[name]])
    )
    what = "des jours et des mois en deux ordres" if contradictory else "quel jour est-ce ?"
    said = str(export.grid.rows[row][export.columns[column]]).strip()
    if not contradictory:
        said += " : jour/mois, ou mois/jour ? aucune date de l’export ne le dit"
    fix = f"choisir le format AAAA-MM-JJ dans {export.source}, et exporter de nouveau"
    if not contradictory:
        fix += f" ; ou dire l’ordre dans bilan.toml : {either_order(export.grid.file)}"
    return BadCell(what, export.place(row, column), shown=said, fix=fix)


def _unit(export: Export, rows: Sequence[Row]) -> Unit | BadCell:
    """Return the unit of the lengths that an export writes as plain numbers."""
    numbers = [(row, number) for row in rows if (number := plain(row.cell("duration"))) is not None]
    if "duration" not in export.columns or not numbers:
        return "hours"
    if (said := unit_said(export.title("duration"))) is not None:
        return said
    pairs = [(number, whole) for row, number in numbers if (whole := _between(row)) is not None]
    if (found := unit_of(pairs)) is not None:
        return found
    if not pairs and max(number for _, number in numbers) <= MOST_HOURS and export.tracker.name:
        return "hours"
    row, number = numbers[0]
    fix = "écrire l’unité dans le titre de la colonne : « Durée (h) », « (min) » ou « (s) »"
    what = "des heures, des minutes ou des secondes ?"
    return BadCell(what, export.place(row.number, "duration"), shown=str(number), fix=fix)


def _between(row: Row) -> Fraction | None:
    try:
        return row.between
    except Wrong:
        return None


def _unit_off(export: Export, rows: Sequence[int], column: int) -> Unit | BadCell:
    """Return the unit of the breaks of a column that are written as plain numbers."""
    title = export.title(column)
    cells = ((row, plain(export.grid.rows[row][column])) for row in rows)
    numbers = [(row, number) for row, number in cells if number]
    if (said := unit_said(title)) is not None or not numbers:
        return said or "hours"
    surely = BREAK.search(folded(title)) is not None
    if surely and max(number for _, number in numbers) <= MOST_HOURS_OFF:
        return "hours"
    if surely and min(number for _, number in numbers) >= FEWEST_MINUTES_OFF:
        return "minutes"
    row, number = numbers[0]
    fix = f"écrire l’unité dans le titre de la colonne : « {title} (min) » ou « (h) »"
    what = "une pause en heures ou en minutes ?"
    return BadCell(what, export.place(row, column), shown=quantity(number), fix=fix)
