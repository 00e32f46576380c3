"""Goal seek: which TJM, days, ratio or fees lead to a revenue or a result.

Knows how to look for a value. The road is the scenario's own: every value tried goes through
`measure_year`, so that rates, brackets and rounding of the tax are those of the reports.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from reporter.assumptions import ONE, pulled
from reporter.errors import BilanError
from reporter.french import euros_cents, quantity
from reporter.model import ZERO
from reporter.scenarios.applying import apply
from reporter.settings.words import OF

if TYPE_CHECKING:
    from collections.abc import Callable

    from reporter.assumptions import Assumptions, Goal, Lever, Measure
    from reporter.figures import Figures
    from reporter.scenarios.case import Case

DECIMALS: dict[Lever, int] = {"rate": 6, "days": 8, "ratio": 10, "fees": 2}
"""Steps so fine that the revenue moves by a cent at most; the answer is then shortened."""
LARGEST = 10**9
"""Where the search gives up: no such TJM, days or fees exist."""
ROUND: dict[Lever, Decimal] = {
    "rate": ONE,
    "days": Decimal("0.5"),
    "ratio": Decimal("0.01"),
    "fees": ONE,
}
"""What a person would round an answer to."""
NAMES: dict[Lever, str] = {
    "rate": "TJM",
    "days": "nombre de jours",
    "ratio": "taux",
    "fees": "montant de forfaits",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """The value that leads to a goal, and a rounder one just above it.

    Attributes:
        value: the TJM in euros, the days, the ratio or the fees in euros.
        round_value: the next one that a person would write.
        round_amount: what that one leads to, None where it is more than the year allows.
    """

    goal: Goal
    lever: Lever
    value: Decimal
    round_value: Decimal
    round_amount: Decimal | None


def sought(case: Case, asked: Assumptions, goal: Goal, lever: Lever) -> Sought:
    """Return the value of a lever that leads to a goal, and what a rounder one leads to.

    Raises:
        BilanError: see `seek`.
    """
    value = seek(case, asked, goal, lever)
    round_value = (value / ROUND[lever]).quantize(ONE, ROUND_CEILING) * ROUND[lever]
    limit = _limit(case, asked, lever)
    amount = None
    if limit is None or round_value <= limit:
        figures = apply(case, pulled(asked, lever, round_value)).figures
        amount = measured(figures, goal.measure)
    return Sought(goal=goal, lever=lever, value=value, round_value=round_value, round_amount=amount)


def seek(case: Case, asked: Assumptions, goal: Goal, lever: Lever) -> Decimal:
    """Return the value of the lever that leads to the goal to the cent, in few decimals.

    The revenue rises by a cent at most from one step of the lever to the next, and so does the
    result, which only ever falls where the tax, rounded to the euro, jumps. Between a step below
    the goal and a step at or above it, bisection thus ends on a step that is exactly at it.

    Raises:
        BilanError: where no value, or no value within the year, leads there; with the nearest.
    """

    def reached(value: Decimal) -> Decimal:
        figures = apply(case, pulled(asked, lever, value)).figures
        return measured(figures, goal.measure)

    result = OF[case.settings.status_of(case.year)].result
    if reached(ZERO) > goal.amount:
        raise BilanError(
            f"même un {NAMES[lever]} nul donne {_what(goal, reached(ZERO), result)}, "
            f"plus que les {euros_cents(goal.amount)} visés"
        )
    found = _bisected(reached, goal, lever, result)
    limit = _limit(case, asked, lever)
    if limit is not None and found > limit:
        raise BilanError(
            f"{_what(goal, goal.amount, result)} demanderait {_shown(lever, found)}, mais "
            f"{case.year.number} ne peut dépasser {_shown(lever, limit)} ; "
            f"au plus près : {_what(goal, reached(limit), result)}"
        )
    return _shortest(reached, goal, found, DECIMALS[lever])


def measured(figures: Figures, measure: Measure) -> Decimal:
    """Return the revenue or the result after tax of a year, in euros."""
    return figures.revenue if measure == "revenue" else figures.result


def _bisected(
    reached: Callable[[Decimal], Decimal], goal: Goal, lever: Lever, result: str
) -> Decimal:
    """Return the first step of a rising stretch at which the goal is reached."""
    step = ONE.scaleb(-DECIMALS[lever])
    below, above = 0, int(1 / step)
    while reached(above * step) < goal.amount:
        below, above = above, above * 2
        if above * step > LARGEST:
            raise BilanError(f"aucun {NAMES[lever]} ne mène à {_what(goal, goal.amount, result)}")
    while above - below > 1:
        middle = (below + above) // 2
        if reached(middle * step) < goal.amount:
            below = middle
        else:
            above = middle
    return above * step


def _shortest(
    reached: Callable[[Decimal], Decimal], goal: Goal, found: Decimal, decimals: int
) -> Decimal:
    """Return the value with the fewest decimals, next to the one found, that leads there too."""
    for kept in range(decimals):
        for rounding in (ROUND_FLOOR, ROUND_CEILING):
            short = found.quantize(ONE.scaleb(-kept), rounding)
            if reached(short) == goal.amount:
                return short
    return found


def _limit(case: Case, asked: Assumptions, lever: Lever) -> Decimal | None:
    """Return the largest value of the lever that the year allows, None where there is none."""
    if lever == "ratio":
        return ONE
    if lever != "days":
        return None
    figures = apply(case, asked).figures
    return max(figures.net_days, case.figures.own_days)


def _what(goal: Goal, amount: Decimal, result: str) -> str:
    name = "CA" if goal.measure == "revenue" else result
    return f"un {name} de {euros_cents(amount)}"


def _shown(lever: Lever, value: Decimal) -> str:
    return (
        f"un taux de {quantity(value * 100)} %" if lever == "ratio" else f"{quantity(value)} jours"
    )
