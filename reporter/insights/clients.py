"""On whom the revenue hangs, and the client that moved it most.

Knows clients. Never how they are drawn.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.french import Cell
from reporter.french.told import Told
from reporter.insights.insight import Insight
from reporter.insights.years import alike
from reporter.making import ratio
from reporter.model import ZERO
from reporter.tables.clients import UNNAMED, ranked
from reporter.tables.partial import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.figures import Bilan, Figures

LARGE = Decimal("0.3")
"""From this share of the revenue on, a company hangs on a client."""
POINTS = Decimal("0.05")
"""A share that changes less has not changed."""
HALF = Decimal("0.5")


def clients(bilan: Bilan) -> Iterator[Insight]:
    """Yield how the share of the first client changed, and which other client moved the revenue."""
    previous = bilan.previous_in_lines
    if previous is None or previous.revenue <= 0 or bilan.figures.revenue <= 0:
        return
    known = _dependence(bilan.figures, previous)
    if known is not None:
        yield known
    if alike(bilan.figures, previous):
        first = ranked(bilan.figures)[0].name
        yield from _mover(bilan, previous, said=first if known else "")


def _dependence(now: Figures, before: Figures) -> Insight | None:
    """Return how the share of the first client changed; None where it did not, or was small."""
    first, earlier = ranked(now)[0], ranked(before)[0]
    shares = ratio(first.amount, now.revenue), ratio(earlier.amount, before.revenue)
    share, was = (value or ZERO for value in shares)
    if UNNAMED in (first.name, earlier.name) or max(share, was) > 1 or max(share, was) < LARGE:
        return None
    if abs(share - was) < POINTS:
        return None
    then = within(before.year)
    shown = (
        Cell(share, "percent", f"{now.year.number}.chiffre_affaires"),
        Cell(was, "percent", f"{before.year.number}.chiffre_affaires"),
    )
    verb = "augmente" if share > was else "recule"
    if first.name == earlier.name:
        text = (
            f"{first.name} fait {shown[0]} du chiffre d’affaires, contre {shown[1]} {then} : "
            f"la dépendance {verb}."
        )
    else:
        text = (
            f"{first.name} est le premier client, avec {shown[0]} du chiffre d’affaires ; "
            f"{earlier.name} en faisait {shown[1]} {then} : la dépendance {verb}."
        )
    weight = abs(share - was) * now.revenue
    told = Told(text, *shown)
    return Insight(fact="dépendance", section="clients", weight=weight, text=told)


def _mover(bilan: Bilan, previous: Figures, said: str) -> Iterator[Insight]:
    """Yield the client that moved the revenue most, the way it went, unless `said` already.

    An only client moves it by as much as it moved: that is told elsewhere.
    """
    change = bilan.figures.revenue - previous.revenue
    sign = 1 if change > 0 else -1
    now = {client.name: client.amount for client in ranked(bilan.figures)}
    before = {client.name: client.amount for client in ranked(previous)}
    moved = {name: now.get(name, ZERO) - before.get(name, ZERO) for name in sorted({*now, *before})}
    name = max(moved, key=lambda name: moved[name] * sign)
    least = max(abs(change) * HALF, previous.revenue * POINTS)
    if len(moved) == 1 or not change or moved[name] * sign < least or name in (said, UNNAMED):
        return
    text = _moved(name, now.get(name), before.get(name), previous)
    yield Insight(fact="client", section="clients", weight=abs(moved[name]), text=text, about=name)


def _moved(name: str, now: Decimal | None, before: Decimal | None, previous: Figures) -> Told:
    number, then = previous.year.number, within(previous.year)
    own, earlier = (f"{year}.chiffre_affaires" for year in (number + 1, number))
    if previous.year.is_partial and (before is None or now is None):
        return _not_yet(name, Cell(now, "euros", own), Cell(before, "euros", earlier), then)
    if before is None:
        amount = Cell(now or ZERO, "euros", own)
        return Told(f"{name} est un nouveau client, de {amount}.", amount)
    if now is None:
        amount = Cell(before, "euros", earlier)
        return Told(f"{name} n’a plus rien acheté, après {amount} {then}.", amount)
    amount = Cell(abs(now - before), "euros", own)
    more = "de plus" if now > before else "de moins"
    return Told(f"{name} a acheté {amount} {more} qu’{then}.", amount)


def _not_yet(name: str, now: Cell, before: Cell, then: str) -> Told:
    """Say that a client had bought by a date of one year alone: later ones are another thing."""
    if now.value is None:
        return Told(f"{name} n’a encore rien acheté, contre {before} {then}.", before)
    return Told(f"{name} a acheté {now}, contre rien {then}.", now)
