"""What the result would be without the purchases of the year, and the charge that moved it most.

Knows what makes a result. Never how it is drawn.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter import french
from reporter.charges import annuity
from reporter.french import Cell
from reporter.french.told import Told
from reporter.insights.insight import Insight
from reporter.insights.years import alike
from reporter.metrics import measure_year
from reporter.model import ZERO
from reporter.settings.words import OF
from reporter.tables.expenses import by_category

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.figures import Bilan, Figures
    from reporter.model import Expense

TENTH = Decimal("0.1")
"""Purchases that change the result less are not told."""
RESULT = "resultat_apres_impots"
HALF = Decimal("0.5")


def result(bilan: Bilan) -> Iterator[Insight]:
    """Yield what the purchases of the year took from the result, and which charge moved it."""
    yield from _without_purchases(bilan)
    previous = bilan.previous_in_lines
    if previous is not None and alike(bilan.figures, previous):
        yield from _charge(bilan.figures, previous)


def _without_purchases(bilan: Bilan) -> Iterator[Insight]:
    """Yield the result without what was bought and is depreciated, taxed as the law would.

    Only for a result of ours in euros: the accountant's cannot be made again, and the bands of
    the tax are in euros.
    """
    now = bilan.figures
    bought = _bought(bilan)
    if not bought or not now.estimated or bilan.index is not None:
        return
    every = [line for year in bilan.years for line in year.lines.expenses]
    kept = [line for line in every if line not in bought]
    other = measure_year(now.lines, kept, bilan.settings, now.year).result
    weight = other - now.result
    if weight < abs(now.result) * TENTH or weight <= 0:
        return
    would_be = _would_be(now, other)
    text = Told(f"Sans {_named(bought)}, {would_be}.", *would_be.cells)
    yield Insight(fact="achats", section="resultat", weight=weight, text=text)


def _bought(bilan: Bilan) -> list[Expense]:
    """Return the purchases of the year that weigh on its result by a part of their price."""
    now = bilan.figures
    if not OF[now.status].depreciated:
        return []
    lines = [line for line in now.lines.expenses if line.is_depreciated]
    return [line for line in lines if annuity(line, bilan.settings, now.year) > 0]


def _named(bought: list[Expense]) -> str:
    label = bought[0].label or bought[0].supplier
    if len(bought) == 1:
        return f"l’achat «{french.NBSP}{label}{french.NBSP}»" if label else "l’achat amorti"
    return f"les {french.count(len(bought))} achats amortis de l’année"


def _would_be(now: Figures, other: Decimal) -> Told:
    """Say what the result would be; a loss is called one."""
    word, cell = OF[now.status].result, Cell(abs(other), "kilo", f"{now.year.number}.{RESULT}")
    if other >= 0:
        return Told(f"le {word} serait de {cell}", cell)
    return Told(f"le {word} serait une perte de {cell}", cell)


def _charge(now: Figures, before: Figures) -> Iterator[Insight]:
    """Yield the category of charges that made half of the change of the result, or more."""
    change = now.result - before.result
    if not change or not now.charges or not before.charges:
        return
    sums, were = by_category(now), by_category(before)
    sign = 1 if change > 0 else -1
    gains = {name: were.get(name, ZERO) - sums.get(name, ZERO) for name in sorted({*sums, *were})}
    name = max(gains, key=lambda name: gains[name] * sign)
    gain = gains[name]
    if gain * sign < abs(change) * HALF or gain * sign < before.charges * TENTH * HALF:
        return
    sides = ((were, before), (sums, now))
    old, new = (
        Cell(side.get(name, ZERO), "euros", f"{year.year.number}.charges") for side, year in sides
    )
    label = f"«{french.NBSP}{name}{french.NBSP}»"
    text = Told(f"Le poste {label} passe de {old} à {new}.", old, new)
    yield Insight(fact="charge", section="resultat", weight=abs(gain), text=text)
