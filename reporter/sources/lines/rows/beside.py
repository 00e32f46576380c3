"""A figure and its name that stand beside lines: a measure of them, or what may change one.

Knows what names measures, and what lines amount to. Never where tables are.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reporter.errors import Doubt
from reporter.model import CENT
from reporter.sources.grids.cells import shown
from reporter.sources.lines.verdicts import Verdict
from reporter.sources.lines.written.values import value_of
from reporter.words.bearing import bearing, is_absence, is_discount
from reporter.words.sums import is_mean, names_sum, says_aim, says_measure, says_sum

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from reporter.errors import Place
    from reporter.sources.grids.grid import Grid

PAIR = 2
"""A figure and its name."""


def unsaid(
    grid: Grid, row: int, cells: Mapping[int, Any], sums: Collection[Decimal]
) -> Doubt | None:
    """Return the doubt of a figure beside lines that is no measure of them: « Avoir », a name.

    So is a revenue that none of their `sums` is.
    """
    if len(cells) != PAIR:
        return None
    (column, name), (_, cell) = sorted(cells.items())
    value, name = value_of(cell), str(name)
    if not isinstance(value, Decimal):
        return None
    whole = names_sum(name) and not any(abs(value - due) < CENT for due in sums)
    measure = says_sum(name) or says_measure(name) or says_aim(name) or is_mean(name)
    taken = is_discount(name) or "credit" in bearing(name)
    if is_absence(name) or (measure and not (taken or whole)):
        return None
    what, fix = "un chiffre à côté des lignes, laissé de côté", "s’il en change une, l’y écrire"
    said = " · ".join(map(shown, cells.values()))[:80]
    return Doubt("colonne", what, grid.place(row, column), said, fix, about=name[:40])


def total(place: Place) -> tuple[Verdict, Doubt]:
    """Return the verdict of a sum outside of the tables, and what is said of it."""
    return Verdict.TOTAL, Doubt("total", "ligne de total laissée de côté", place)
