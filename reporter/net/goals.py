"""Goal seek on the pocket: which TJM, or which pay, leaves an amount.

Knows how to look for a value. Never how the pocket is filled: every value tried takes the road of
any year.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.assumptions import Assumptions, pulled
from reporter.errors import BilanError
from reporter.french import euros
from reporter.model import CENT, ZERO
from reporter.net.forms import net
from reporter.net.owner import own
from reporter.scenarios.applying import apply
from reporter.settings.status import AT_CORPORATE_TAX
from reporter.settings.words import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from reporter.net.means import Means
    from reporter.net.net import Net
    from reporter.scenarios.case import Case
    from reporter.settings.status import Pocket

STEPS: dict[Means, Decimal] = {"rate": CENT, "spent": Decimal(1)}
LARGEST = 10**7
"""Euros where the search gives up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """The least value that leaves at least the amount aimed at, and what it leaves."""

    aim: Decimal
    means: Means
    value: Decimal
    left: Net


def sought(case: Case, asked: Assumptions, pocket: Pocket, aim: Decimal, means: Means) -> Sought:
    """Return the least TJM to the cent, or the least pay to the euro, that leaves an amount.

    Contributions and tax are whole euros: the amount left is at the goal or a little above.

    Raises:
        BilanError: where no value does, or where the pocket does not depend on it.
    """
    if means == "spent":
        _refuse_without_pay(case)

    def left(value: Decimal) -> Net:
        if means == "spent":
            return net(apply(case, asked), pocket._replace(spent=value), estimated=True)
        return net(apply(case, pulled(asked, "rate", value)), pocket, estimated=True)

    value = _bisected(lambda value: left(value).pocket, aim, means)
    found = left(value)
    if means == "spent" and found.figures.result_before_tax < 0:
        raise BilanError(
            f"il faudrait dépenser {euros(value)}, plus que ce dont dispose la société "
            f"({euros(value + found.figures.result_before_tax)})"
        )
    return Sought(aim=aim, means=means, value=value, left=found)


def _refuse_without_pay(case: Case) -> None:
    status = case.settings.status_of(case.year)
    if status is not None and status not in AT_CORPORATE_TAX:
        raise BilanError(
            f"en {NAMES[status]}, ce qui reste n’est pas une rémunération que l’on choisit : "
            "--par tjm"
        )


def _bisected(reached: Callable[[Decimal], Decimal], aim: Decimal, means: Means) -> Decimal:
    step = STEPS[means]
    below, above = 0, int(1 / step)
    if reached(ZERO) > aim:
        nothing = "sans aucun TJM" if means == "rate" else "sans aucune rémunération"
        raise BilanError(
            f"même {nothing}, il reste {euros(reached(ZERO))}, plus que les {euros(aim)} visés"
        )
    while reached(above * step) < aim:
        below, above = above, above * 2
        if above * step > LARGEST:
            raise BilanError(_nowhere(reached, aim, means))
    while above - below > 1:
        middle = (below + above) // 2
        if reached(middle * step) < aim:
            below = middle
        else:
            above = middle
    return above * step


def _nowhere(reached: Callable[[Decimal], Decimal], aim: Decimal, means: Means) -> str:
    if means == "rate" and reached(ZERO) == reached(Decimal(LARGEST)):
        return (
            "le net ne dépend pas du TJM : tout le résultat reste dans la société ; "
            "donner --dividendes, ou chercher --par remuneration"
        )
    return f"aucune valeur ne laisse {euros(aim)}"


def cost(case: Case) -> Decimal:
    """Return what the books of a case spend on the owner, contributions included."""
    return own(case.figures, case.settings.bookkeeping).cost
