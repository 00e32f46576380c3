"""Doubts about the losses of years before that the tax of a year leaves aside.

Knows figures of years. Never lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import Doubt, Place
from reporter.french import euros_cents
from reporter.model import ZERO, cents
from reporter.settings.words import OF

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from reporter.figures import Figures


def left_aside(figures: Mapping[int, Figures]) -> Iterator[Doubt]:
    """Yield the first year taxed on a profit from which the losses before it are not taken.

    A company carries them forward, unless it has carried them back; what is spent in a year
    without sales may only be what the books have of it. Source: CGI art. 209, I.
    """
    lost = ZERO
    for number, own in figures.items():
        profit = own.taxable if own.final_result is None else own.final_result
        if not OF[own.status].tax:
            continue
        if profit <= 0:
            lost -= profit if own.revenue else ZERO
            continue
        ours = own.estimated and own.final_tax is None and own.estimated_tax
        if lost and ours and not own.prior_losses:
            yield _doubt(number, lost, min(lost, profit))
        lost = ZERO


def _doubt(number: int, lost: Decimal, amount: Decimal) -> Doubt:
    return Doubt(
        code="deficit-non-deduit",
        what=f"un déficit d’avant {number}, que l’impôt de {number} ne déduit pas",
        place=Place("bilan.toml", key=f"exercice.{number}.deficits_anterieurs"),
        shown=euros_cents(lost),
        fix=(
            f"écrire deficits_anterieurs = {cents(amount)} sous [exercice.{number}] de bilan.toml, "
            "ou impot, celui de l’expert-comptable"
        ),
        about=f"{number}",
    )
