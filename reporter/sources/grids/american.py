"""Dates whose month comes before their day: 03/31/2020, for a whole file, if its owner says so.

Knows texts that write a date with bars. Never decides by itself, and never cell by cell.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from reporter.sources.grids.cells import Broken

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from reporter.sources.grids.grid import Grid

SLASHED = re.compile(r"\s*(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?!\d)(.*)", re.ASCII | re.DOTALL)
MONTHS = 12
SHORT, CENTURY = 2, 2000
KEY = "mois_avant_jour"
NOT_SO = f"écrire mois/jour/année : ce fichier est nommé par {KEY} dans bilan.toml"
MIXED = (
    "des textes à l’américaine parmi de vraies dates, peut-être inversées : importer à nouveau le "
    "fichier, en disant que le mois y précède le jour"
)


def is_named(grid: Grid, files: Collection[str]) -> bool:
    """Tell whether a sheet is of a file that its owner names, by its path or its own name."""
    return grid.file in files or grid.file.rpartition("/")[2] in files


def month_first(grid: Grid) -> Grid:
    """Return a sheet whose written dates are true ones, read with the month first."""
    return replace(grid, rows=[[_dated(cell) for cell in row] for row in grid.rows])


def _dated(cell: Any) -> Any:
    found = SLASHED.fullmatch(cell) if isinstance(cell, str) else None
    if found is None:
        return cell
    month, day, year, rest = found.groups()
    try:
        first = date(int(year) + (CENTURY if len(year) == SHORT else 0), int(month), int(day))
    except ValueError:
        return Broken(cell, NOT_SO)
    return f"{first.isoformat()}{rest}" if rest.strip() else first


def ask(cells: Iterable[Any], file: str) -> dict[Any, str]:
    """Return what to write for the dates of a column that have no sense but with the month first.

    Nothing where another has no sense but with the day first.
    """
    cells = list(cells)
    texts = {
        cell: (int(found[1]), int(found[2]))
        for cell in cells
        if isinstance(cell, str) and (found := SLASHED.fullmatch(cell))
    }
    odd = [cell for cell, (first, second) in texts.items() if first <= MONTHS < second]
    if not odd or any(first > MONTHS for first, _ in texts.values()):
        return {}
    name = file.rpartition("/")[2]
    fix = (
        "si le mois précède le jour dans tout ce fichier, écrire dans bilan.toml : [lecture] "
        f'{KEY} = ["{name}"]'
    )
    true = any(isinstance(cell, date) for cell in cells)
    return dict.fromkeys(odd, MIXED if true else fix)
