"""Dates whose month comes before their day: 03/31/2020, for a whole file, as its owner says.

Knows texts that write a date with bars. Never decides by itself, and never cell by cell.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from reporter.patterns import pattern
from reporter.sources.grids.cells import Broken

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from reporter.sources.grids.grid import Grid

SLASHED = pattern(r"\s*(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?!\d)(.*)", re.ASCII | re.DOTALL)
MONTHS = 12
SHORT, CENTURY = 2, 2000
KEY, OTHER = "mois_avant_jour", "jour_avant_mois"
NOT_SO = "écrire {}/année : ce fichier est nommé par {} dans bilan.toml"
SWAPPED = (
    "restée en texte parmi de vraies dates toutes d’avant le 13 du mois, peut-être inversées : "
    "vérifier celles-ci, puis retaper ce texte en date"
)
FEWEST_TRUE = 3
"""True dates of which it is no chance that all are before the thirteenth."""
MIXED = (
    "des textes à l’américaine parmi de vraies dates, peut-être inversées : importer à nouveau le "
    "fichier, en disant que le mois y précède le jour"
)


def is_named(grid: Grid, files: Collection[str]) -> bool:
    """Tell whether a sheet is of a file that its owner names, by its path or its own name."""
    return grid.file in files or grid.file.rpartition("/")[2] in files


def in_order(grid: Grid, *, month_first: bool) -> Grid:
    """Return a sheet whose written dates are true ones, read in the order that its owner says."""
    rows = [[_dated(cell, month_first=month_first) for cell in row] for row in grid.rows]
    return grid._replace(rows=rows)


def _dated(cell: Any, *, month_first: bool) -> Any:
    found = SLASHED.fullmatch(cell) if isinstance(cell, str) else None
    if found is None:
        return cell
    one, other, year, rest = found.groups()
    month, day = (one, other) if month_first else (other, one)
    try:
        first = date(int(year) + (CENTURY if len(year) == SHORT else 0), int(month), int(day))
    except ValueError:
        said = ("mois/jour", KEY) if month_first else ("jour/mois", OTHER)
        return Broken(cell, NOT_SO.format(*said))
    return f"{first.isoformat()}{rest}" if rest.strip() else first


def either_order(file: str) -> str:
    """Return the settings that say the order of the dates of a file: one, or the other."""
    name = file.rpartition("/")[2]
    return f'[lecture] {KEY} = ["{name}"] (ou {OTHER} = ["{name}"])'


def ask(cells: Iterable[Any], file: str) -> dict[Any, str]:
    """Return what to write for the dates of a column that have no sense but with the month first.

    Nothing where another has no sense but with the day first, unless the true dates beside them are
    those, and no other, that a spreadsheet would have read in the other order.
    """
    cells = list(cells)
    texts = {
        cell: (int(found[1]), int(found[2]))
        for cell in cells
        if isinstance(cell, str) and (found := SLASHED.fullmatch(cell))
    }
    true = {cell for cell in cells if isinstance(cell, date)}
    odd = [cell for cell, (first, second) in texts.items() if first <= MONTHS < second]
    if any(first > MONTHS for first, _ in texts.values()):
        return dict.fromkeys(texts, SWAPPED) if _are_swapped(texts.values(), true) else {}
    if not odd:
        return {}
    name = file.rpartition("/")[2]
    fix = (
        "si le mois précède le jour dans tout ce fichier, écrire dans bilan.toml : [lecture] "
        f'{KEY} = ["{name}"]'
    )
    return dict.fromkeys(odd, MIXED if true else fix)


def _are_swapped(texts: Iterable[tuple[int, int]], true: Collection[date]) -> bool:
    """Tell whether a spreadsheet may have taken for true the dates that it could, month first."""
    kept = all(max(parts) > MONTHS for parts in texts)
    return kept and len(true) >= FEWEST_TRUE and all(day.day <= MONTHS for day in true)
