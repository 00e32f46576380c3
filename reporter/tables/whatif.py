"""What the revenue would have been with other days and another TJM, the fees unchanged.

Knows the grid around the year's own figures. Never how the table looks.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from reporter import french
from reporter.french import Cell
from reporter.tables.table import Table

if TYPE_CHECKING:
    from reporter.figures import Bilan, Figures

RATES = tuple(Decimal(step) for step in (-100, -50, 0, 50, 100))
DAYS = tuple(Decimal(step) for step in (-20, -10, 0, 10, 20))


def what_if(bilan: Bilan) -> Table | None:
    """Return the revenue for each TJM and each number of days near those of the year.

    None where the year has no régie TJM to start from. Rates and days that make no sense, below
    zero or above the working days of the year, are left out.
    """
    year = bilan.figures
    rate = year.tjm_regie
    if rate is None or rate <= 0:
        return None
    more_days = [step for step in DAYS if 0 < year.days + step <= year.working_days or not step]
    return Table(
        title=f"Chiffre d’affaires de {year.year.number} selon le TJM régie et les jours facturés",
        columns=("TJM régie", *(french.days(year.days + step) for step in more_days)),
        rows=tuple(
            (
                Cell(rate + step, "euros"),
                *(Cell(changed(year, step, days).revenue, "euros") for days in more_days),
            )
            for step in RATES
            if rate + step > 0
        ),
        note="Forfaits inchangés.",
    )


def changed(figures: Figures, rate: Decimal, days: Decimal) -> Figures:
    """Return the figures with `days` more days, and all of them at `rate` euros more."""
    own = figures.tjm_regie or Decimal(0)
    more = rate * (figures.days + days) + own * days
    return replace(figures, days=figures.days + days, day_revenue=figures.day_revenue + more)
