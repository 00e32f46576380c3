"""What is left to do in a year under way to reach its objective: days, at which TJM.

Knows the objective of the whole year and what was done. Never an estimate.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reporter.crew import capacity
from reporter.law.workdays import ONE_DAY
from reporter.making import ratio
from reporter.metrics import measure_year
from reporter.model import DAYS, ZERO, Activity, total

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from reporter.model import FinancialYear
    from reporter.objective import Objective
    from reporter.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What the objective of a year still asks for; zero where that is reached.

    Attributes:
        aim: the objective of the whole year.
        done_revenue: euros done.
        done_days: days billed.
        working_days: jours ouvrés from the day after the last one known to the end of the year.
    """

    aim: Objective
    done_revenue: Decimal
    done_days: Decimal
    working_days: Decimal

    @property
    def revenue(self) -> Decimal | None:
        """Return the euros left to bill; None where the objective sets no revenue."""
        aim = self.aim.revenue
        return None if aim is None else max(aim - self.done_revenue, ZERO)

    @property
    def days(self) -> Decimal:
        """Return the days left to bill."""
        return max((self.aim.days or ZERO) - self.done_days, ZERO)

    @property
    def rate(self) -> Decimal | None:
        """Return the TJM at which the days left bring the revenue left, in euros a day."""
        return ratio(self.revenue, self.days) if self.revenue else None


def left(known: Activity, settings: Settings, year: FinancialYear, day: date) -> Left | None:
    """Return what is left of the objective of a whole year on a day; None without an objective.

    Args:
        known: the lines of the year up to the day.
        settings: what the owner decided.
        year: the financial year.
        day: the last day that is known.
    """
    people = {line.worker: None for line in known.days if line.worker}
    whole = measure_year(Activity(), (), settings, year, people)
    aim = whole.objective
    if not aim.days:
        return None
    return Left(
        aim=aim,
        done_revenue=total(known.sales),
        done_days=total(known.days, DAYS),
        working_days=capacity(
            whole.crew, day + ONE_DAY, year.end, alsace_moselle=settings.alsace_moselle
        ),
    )
