"""From one year to another: what moved the revenue, relative changes.

Knows formulas. Never files, words, rounding or pandas.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reporter.making import less, made
from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.figures import Figures
    from reporter.making import Figure, Term

STABLE = Decimal("0.0005")
"""Below this relative change, a figure is called stable."""


class Bridge(NamedTuple):
    """What moved the revenue from one year to the next; the three effects add up to `total`.

    The price effect on an average rate includes the mix of clients.
    """

    volume: Decimal
    price: Decimal
    fees: Decimal
    total: Decimal


def change(figures: Figures, previous: Figures, name: str, called: str) -> Figure:
    """Return how much a figure of a year is above that of another, under a name of its own."""
    return made(
        called, figures.year.number, "sum", figures.figure(name), less(previous.figure(name))
    )


def effects(figures: Figures, previous: Figures) -> Mapping[str, Figure]:
    """Return what moved the revenue from one year to another, by the fields of a Bridge.

    Volume is the change of days at the earlier régie TJM; price is the rest of the change of day
    revenue, which is the change of régie TJM times the later days. Where one of the years has no
    day, the whole change of day revenue is volume. Where entries alone tell one of them, no effect
    exists.
    """
    number = figures.year.number
    of_days = change(figures, previous, "day_revenue", "day_change")
    fees = change(figures, previous, "fees", "effect_fees")
    volume = made("effect_volume", number, "sum", of_days)
    price: tuple[Figure | Term, ...] = (of_days,) if of_days.value is None else ()
    if previous.tjm_regie is not None and figures.tjm_regie is not None:
        more, rate = change(figures, previous, "days", "more_days"), previous.figure("tjm_regie")
        volume = made("effect_volume", number, "product", more, rate)
        price = (of_days, less(volume))
    return {
        "volume": volume,
        "price": made("effect_price", number, "sum", *price),
        "fees": fees,
        "total": made("effect_total", number, "sum", of_days, fees),
    }


def bridge(figures: Figures, previous: Figures) -> Bridge:
    """Return the same as values, in euros, of two years that lines tell."""
    found = effects(figures, previous)
    return Bridge(**{name: figure.value or ZERO for name, figure in found.items()})


def is_stable(change: Decimal) -> bool:
    """Tell whether a relative change is too small to be called a rise or a fall."""
    return abs(change) < STABLE
