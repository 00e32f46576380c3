"""What a workbook shows of a row of an export, that its values do not hold: struck, $, k€, min.

Knows marks and columns. Never what a row is worth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.sources.grids.cells import shown
from reporter.sources.lines.meaning.signs import DAYS, HOURS, PRICED
from reporter.sources.lines.trackers.lengths import unit_said
from reporter.sources.lines.trackers.rows import LENGTHS, PRICES, Wrong

if TYPE_CHECKING:
    from reporter.sources.grids.cells import Sign
    from reporter.sources.lines.trackers.rows import Row
    from reporter.sources.tables.tracker_words import Column


def refuse_marked(row: Row) -> None:
    """Refuse a row that counts and of which a workbook shows that it does not, or otherwise."""
    grid = row.export.grid
    if not (grid.marks.struck or grid.marks.signs):
        return
    owned = (*row.export.columns.values(), *row.export.breaks)
    struck = min((n for n in owned if (row.number, n) in grid.marks.struck), default=None)
    if struck is not None:
        cell = shown(grid.rows[row.number][struck])
        raise Wrong((struck,), "ligne barrée", cell, "l’effacer, ou retirer le trait")
    for name in (*PRICES, *LENGTHS, *row.export.breaks):
        column = row.export.column(name)
        sign = None if column is None else grid.marks.signs.get((row.number, column))
        if sign is not None and row.cell(name) not in (0, ""):
            _refuse(row, name, sign)


def _refuse(row: Row, name: Column | int, sign: Sign) -> None:
    said = f"{shown(row.cell(name))} {sign.text}"
    if sign.kind == "unit" and not _is_its_own(row, name, sign.text):
        fix = "écrire des heures, ou des euros, sans autre unité"
        raise Wrong((name,), "une autre unité que celle de la colonne", said, fix)
    if name in PRICES and sign.kind in PRICED:
        what, fix = PRICED[sign.kind]
        raise Wrong((name,), what, said, fix)


def _is_its_own(row: Row, name: Column | int, text: str) -> bool:
    """Tell whether the unit shown beside a number is the one in which its column is read."""
    words = set(folded(text).split())
    if name in PRICES:
        return bool(words & (DAYS if name == "daily" else HOURS)) and name != "amount"
    return unit_said(text) == row.clock.unit(name)
