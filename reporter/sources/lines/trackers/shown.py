"""What a workbook shows of a row of an export, that its values do not hold: struck, $, k€, min.

Knows marks and columns. Never what a row is worth.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.sources.grids.cells import shown
from reporter.sources.lines.meaning.signs import DAYS, HOURS
from reporter.sources.lines.trackers.lengths import unit_said
from reporter.sources.lines.trackers.rows import LENGTHS, Problem

if TYPE_CHECKING:
    from reporter.sources.grids.cells import Sign
    from reporter.sources.lines.trackers.rows import Row
    from reporter.sources.tables.tracker_words import Column

MONEY: tuple[Column, ...] = ("hourly", "daily", "amount")


def marked(row: Row) -> Problem | None:
    """Return what is wrong with what a workbook shows of a row that counts, None for nothing."""
    grid = row.export.grid
    if not (grid.marks.struck or grid.marks.signs):
        return None
    owned = (*row.export.columns.values(), *row.export.breaks)
    struck = min((n for n in owned if (row.number, n) in grid.marks.struck), default=None)
    if struck is not None:
        cell = shown(grid.rows[row.number][struck])
        return Problem((struck,), "ligne barrée", cell, "l’effacer, ou retirer le trait")
    signed = ((name, _sign(row, name)) for name in (*MONEY, *LENGTHS, *row.export.breaks))
    found = (_said(row, name, sign) for name, sign in signed if sign is not None)
    return next((problem for problem in found if problem is not None), None)


def _sign(row: Row, name: Column | int) -> Sign | None:
    column = row.export.column(name)
    sign = None if column is None else row.export.grid.marks.signs.get((row.number, column))
    return sign if row.cell(name) not in (0, "") else None


def _said(row: Row, name: Column | int, sign: Sign) -> Problem | None:
    said = f"{shown(row.cell(name))} {sign.text}"
    if sign.kind == "unit":
        fix = "écrire des heures, ou des euros, sans autre unité"
        what = "une autre unité que celle de la colonne"
        return None if _is_its_own(row, name, sign.text) else Problem((name,), what, said, fix)
    if name not in MONEY:
        return None
    if sign.kind == "currency":
        return Problem((name,), "une autre devise que l’euro", said, "écrire des euros")
    if sign.kind == "thousands":
        fix = "écrire des euros, et non des milliers d’euros"
        return Problem((name,), "montant en milliers d’euros", said, fix)
    return None


def _is_its_own(row: Row, name: Column | int, text: str) -> bool:
    """Tell whether the unit shown beside a number is the one in which its column is read."""
    words = set(folded(text).split())
    if name in MONEY:
        return bool(words & (DAYS if name == "daily" else HOURS)) and name != "amount"
    clock = row.clock
    unit = clock.breaks.get(name) if isinstance(name, int) else None
    unit = unit or (clock.unit if name == "duration" else "hours")
    return unit_said(text) == unit
