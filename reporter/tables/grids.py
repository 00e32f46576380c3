"""A grid as a table: TJM across, billed ratio or days down, the actual and the objective marked.

Knows the words of the axes. Never how the table looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import NBSP, Cell, euros, euros_cents, number, quantity, spaced
from reporter.model import ZERO
from reporter.scenarios.goals import measured
from reporter.tables.scenarios import measure_name
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from reporter.french import Kind
    from reporter.scenarios.grids import Grid

AXES = {"rate": "TJM", "ratio": "taux de jours facturés", "days": "nombre de jours facturés"}
CORNERS = {"ratio": "Taux (jours)", "days": "Jours (taux)"}


def grid_table(grid: Grid) -> Table:
    """Return the amounts in whole euros, with ● at the year as it is and ○ at the objective."""
    name = measure_name(grid.measure, grid.case.figures)
    title = f"{name} {grid.case.year.number} en euros, selon le TJM régie et le"
    rows = tuple(
        (Cell(_row_title(grid, down)), *_cells(grid, down, amounts))
        for down, amounts in zip(grid.rows.values, grid.amounts, strict=True)
    )
    return Table(
        title=f"{title} {AXES[grid.rows.lever]}",
        columns=headings(CORNERS[grid.rows.lever], *map(_rate, grid.columns.values)),
        rows=rows,
        note=spaced(" ".join(_notes(grid))),
    )


def _cells(grid: Grid, down: Decimal, amounts: tuple[Decimal, ...]) -> Iterator[Cell]:
    for across, amount in zip(grid.columns.values, amounts, strict=True):
        kind: Kind = "amount"
        if (across, down) == (grid.columns.aimed, grid.rows.aimed):
            kind = "aimed"
        if (across, down) == (grid.columns.actual, grid.rows.actual):
            kind = "actual"
        yield Cell(amount, kind)


def _rate(value: Decimal) -> str:
    return euros(value) if value == value.to_integral_value() else euros_cents(value)


def _row_title(grid: Grid, value: Decimal) -> str:
    net = grid.case.figures.net_days
    ratio, days = (value, value * net) if grid.rows.lever == "ratio" else (value / net, value)
    share = f"{number(ratio * 100, 1, least=0)} %"
    count = quantity(days)
    both = f"{share} ({count})" if grid.rows.lever == "ratio" else f"{count} ({share})"
    return both.replace(" ", NBSP)


def _notes(grid: Grid) -> Iterator[str]:
    """Say where the year as it is stands, then the objective, and what every cell holds."""
    figures, source = grid.case.figures, grid.case.source.number
    if grid.columns.actual is not None and grid.rows.actual is not None:
        amount = measured(figures, grid.measure)
        place = f"{_rate(grid.columns.actual)}, {quantity(figures.own_days)} jours"
        kept = f"jours et TJM {'repris' if grid.case.carried else 'réels'} de {source}"
        outside = "" if _holds(grid, grid.columns.actual, grid.rows.actual) else ", hors grille"
        yield f"● {kept} : {place}, {euros(amount)}{outside}."
    rate, ratio = figures.objective.rate, figures.objective.ratio
    if rate is not None and ratio is not None:
        outside = "" if _holds(grid, grid.columns.aimed, grid.rows.aimed) else ", hors grille"
        yield f"○ objectif : {_rate(rate)}, {number(ratio * 100, 1, least=0)} %{outside}."
    yield f"Forfaits ({euros(figures.fees or ZERO)}) compris."


def _holds(grid: Grid, across: Decimal | None, down: Decimal | None) -> bool:
    return across in grid.columns.values and down in grid.rows.values
