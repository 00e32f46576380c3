"""What would have reached the objective, or the month from which it was reached.

Knows the objective of the revenue. Never how it is drawn.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from itertools import accumulate
from typing import TYPE_CHECKING

from reporter import french
from reporter.french import Cell
from reporter.french.told import Told
from reporter.insights.insight import Insight
from reporter.tables.months import by_month, month_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.figures import Bilan, Figures

LEAST = Decimal("0.01")
"""An objective missed by less is as good as reached."""
BEARABLE = Decimal("0.5")
"""A price that should have been higher by a larger share is no way to the objective."""
HALF_DAY = Decimal("0.5")
AIM = "l’objectif de chiffre d’affaires"


def objective(bilan: Bilan) -> Iterator[Insight]:
    """Yield by how much an objective was missed, or since when it is reached."""
    year, aim = bilan.figures, bilan.figures.objective.revenue
    if not aim or aim <= 0:
        return
    missing = aim - year.revenue
    if missing <= 0:
        yield from _reached(bilan, aim)
    elif missing >= aim * LEAST and (ways := _ways(bilan, missing)):
        text = Told(f"{french.capitalised(ways)} atteint {AIM}.", *ways.cells)
        yield Insight(fact="objectif manqué", section="objectif", weight=missing, text=text)


def _ways(bilan: Bilan, missing: Decimal) -> Told:
    """Return the days, then the price, that would have been enough, each alone, and the verb."""
    year = bilan.figures
    days, price = _more_days(year, missing), _dearer(bilan, missing)
    if days is None and price is None:
        return Told("")
    said, of = [], f"{year.year.number}.objectif.chiffre_affaires"
    if days is not None:
        said.append(f"{french.days(days)} de plus au TJM régie de l’année")
    if price is not None:
        said.append(f"{french.euros(price)} de plus par jour")
    plural = max(days or 0, price or 0) >= 2  # noqa: PLR2004  # French is singular below 2
    cells = (Cell(days, "days", of), Cell(price, "euros", of))
    known = (cell for cell in cells if cell.value is not None)
    return Told(f"{' ou '.join(said)} {'auraient' if plural else 'aurait'}", *known)


def _more_days(year: Figures, missing: Decimal) -> Decimal | None:
    """Return the half days that were missing, if the year had that many working days left."""
    rate = year.tjm_regie
    if rate is None or rate <= 0:
        return None
    halves = (missing / rate / HALF_DAY).to_integral_value(ROUND_CEILING)
    more = halves * HALF_DAY
    return more if year.own_days + more <= year.net_days else None


def _dearer(bilan: Bilan, missing: Decimal) -> Decimal | None:
    """Return the whole euros a day that were missing, if a market could bear them.

    None where amounts are indices: theirs would not be whole.
    """
    year = bilan.figures
    if bilan.index is not None or year.own_days <= 0 or year.tjm_regie is None:
        return None
    more = (missing / year.own_days).to_integral_value(ROUND_CEILING)
    return more if more <= year.tjm_regie * BEARABLE else None


def _reached(bilan: Bilan, aim: Decimal) -> Iterator[Insight]:
    """Yield the month from which the revenue stays at the objective, the last one left out."""
    found = by_month(bilan)
    sums = list(accumulate(month.revenue for month in found))
    if sums[-1] != bilan.figures.revenue:
        return
    under = [rank for rank, reached in enumerate(sums) if reached < aim]
    rank = under[-1] + 1 if under else 0
    if rank < len(found) - 1:
        yield Insight(
            fact="objectif atteint",
            section="objectif",
            weight=bilan.figures.revenue - aim,
            text=Told(f"{french.capitalised(AIM)} est atteint dès {month_names(found)[rank]}."),
        )
