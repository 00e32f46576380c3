"""Dates of three pairs of figures, 20/03/19: the day first, or the year first?

Knows that a whole column is written one way. Never what its dates are for.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from reporter.sources.lines.written.values import Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

PAIRS = re.compile(r"\s*(\d{2})[/.-](\d{1,2})[/.-](\d{2})\s*", re.ASCII)
FIRST, LAST = 2010, 2035
"""Years of which a first pair of figures may be told; an older one is rather a day."""
ASK = "écrire l’année en quatre chiffres, par exemple 20/03/2019"


def undecided(cells: Mapping[Any, Any], named: int | None) -> dict[Any, Unreadable]:
    """Return the cells whose date could begin with its year, where nothing tells that it does not.

    Args:
        cells: the distinct cells of a column, and the dates that they are with the day first.
        named: the year that the title, the sheet or the file names.
    """
    pairs = {cell: found for cell in cells if isinstance(cell, str) and (found := _pairs(cell))}
    others = {cell: _year_first(found) for cell, found in pairs.items()}
    rivals = {cell: day for cell, day in others.items() if day and day != cells[cell]}
    if not rivals or len(others) > sum(day is not None for day in others.values()):
        return {}
    plain = {cells[cell].year for cell in pairs if isinstance(cells[cell], date)}
    other = {day.year for day in rivals.values()}
    sure = {day.year for cell, day in cells.items() if cell not in pairs and isinstance(day, date)}
    sure |= {named} if named else set()
    if plain and (plain <= sure) > (other <= sure):
        return {}
    if plain and not sure and max(plain) - min(plain) < max(other) - min(other):
        return {}
    return {cell: Unreadable(ASK) for cell in rivals}


def _pairs(cell: str) -> re.Match[str] | None:
    return PAIRS.fullmatch(cell)


def _year_first(found: re.Match[str]) -> date | None:
    year, month, day = (int(part) for part in found.groups())
    try:
        return date(2000 + year, month, day) if FIRST <= 2000 + year <= LAST else None
    except ValueError:
        return None
