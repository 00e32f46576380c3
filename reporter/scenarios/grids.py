"""A grid: the revenue or the result for each TJM and each share of days billed.

Knows which values stand on the axes. Every cell is a scenario, measured as any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from reporter.assumptions import ONE, Assumptions, pulled
from reporter.errors import BilanError
from reporter.scenarios.applying import apply, too_many
from reporter.scenarios.goals import measured

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.assumptions import Lever, Measure
    from reporter.figures import Figures
    from reporter.scenarios.case import Case

STEPS: dict[Lever, Decimal] = {"rate": Decimal(50), "ratio": Decimal("0.05"), "days": Decimal(10)}
AROUND: dict[Lever, int] = {"rate": 2, "ratio": 3, "days": 3}
"""How far apart the values of an axis stand, and how many on either side of the middle."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The values of a lever, rising; `actual` is the one that the year has without a change."""

    lever: Lever
    values: tuple[Decimal, ...]
    actual: Decimal | None
    aimed: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The amounts in euros, a row for each value of `rows`, a column for each of `columns`."""

    case: Case
    measure: Measure
    columns: Axis
    rows: Axis
    amounts: tuple[tuple[Decimal, ...], ...]


def grid(
    case: Case,
    asked: Assumptions,
    measure: Measure,
    given: Mapping[Lever, tuple[Decimal, ...]],
) -> Grid:
    """Return the grid of a case; axes that are not given stand around its own figures.

    Args:
        case: the year.
        asked: what changes in every cell.
        measure: which figure the cells hold.
        given: the values of an axis, by its lever: the rate across; the ratio or the days down.

    Raises:
        BilanError: where more days are given than the year has.
    """
    around = apply(case, asked)
    figures = around.figures
    down: Lever = "days" if "days" in given else "ratio"
    columns, rows = _axis("rate", figures, given), _axis(down, figures, given)
    if down == "days" and rows.values[-1] > max(figures.net_days, figures.own_days):
        raise too_many(rows.values[-1], figures)
    amounts = tuple(
        tuple(_amount(around, measure, (columns, x), (rows, y)) for x in columns.values)
        for y in rows.values
    )
    return Grid(case=around, measure=measure, columns=columns, rows=rows, amounts=amounts)


def _amount(case: Case, measure: Measure, *places: tuple[Axis, Decimal]) -> Decimal:
    """Return one cell; at the actual values, it is the year as it is, to the cent."""
    asked = Assumptions()
    for axis, value in places:
        asked = pulled(asked, axis.lever, value)
    return measured(apply(case, asked).figures, measure)


def _axis(lever: Lever, figures: Figures, given: Mapping[Lever, tuple[Decimal, ...]]) -> Axis:
    objective = figures.objective
    actual, aimed = {
        "rate": (figures.tjm_regie, objective.rate),
        "ratio": (figures.billed_ratio, objective.ratio),
        "days": (figures.days, objective.days),
    }[lever]
    values = given.get(lever) or _around(lever, actual, aimed)
    return Axis(lever=lever, values=values, actual=actual, aimed=aimed)


def _around(lever: Lever, actual: Decimal | None, aimed: Decimal | None) -> tuple[Decimal, ...]:
    """Return round values on either side of the actual one, which stands among them.

    Raises:
        BilanError: where there is neither an actual value nor an objective.
    """
    centre = actual or aimed
    if centre is None:
        raise BilanError("ni TJM ni objectif autour desquels faire la grille : en donner les axes")
    step = STEPS[lever]
    middle = (centre / step).quantize(ONE, ROUND_HALF_UP)
    steps = {(middle + i) * step for i in range(-AROUND[lever], AROUND[lever] + 1)}
    most = ONE if lever == "ratio" else None
    kept = {value for value in steps if value > 0 and (most is None or value <= most)}
    own = {value for value in (actual, aimed) if value}
    return tuple(sorted(kept | own))
