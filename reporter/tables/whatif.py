"""What the revenue would have been with other days and another TJM, the fees unchanged.

Knows the grid around the year's own figures, and how far it goes. Never how it looks.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from reporter import french
from reporter.assumptions import Assumptions, Change
from reporter.french import Cell
from reporter.model import ZERO, Activity, total
from reporter.scenarios.applying import apply
from reporter.scenarios.case import reported
from reporter.tables.partial import named
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from reporter.figures import Bilan
    from reporter.scenarios.case import Case

RATES = tuple(Decimal(step) for step in (-100, -50, 0, 50, 100))
DAYS = tuple(Decimal(step) for step in (-20, -10, 0, 10, 20))
FARTHEST_RATE = 300
FARTHEST_DAYS = 60


class Reach(NamedTuple):
    """How far a slider goes around the year's own figure, in whole euros or days."""

    least: int
    most: int


class WhatIf(NamedTuple):
    """A grid of revenues, and the reach of two sliders around the same figures.

    `own` is the row and the column, counted from 0, of what the year really was.
    """

    table: Table
    own: tuple[int, int]
    rate: Reach
    days: Reach


def what_if(bilan: Bilan) -> WhatIf | None:
    """Return the revenue for each TJM and each number of days near those of the year.

    None where the year has no régie TJM to start from. Rates below zero, and days below zero or
    beyond the working days of the year, are left out.
    """
    year = bilan.figures
    rate = year.tjm_regie
    if rate is None or rate <= 0:
        return None
    case = _in_one_line(reported(bilan))
    room = max(int(year.working_days - year.own_days), 0)
    days = [step for step in DAYS if -year.own_days < step <= room]
    rates = [step for step in RATES if rate + step > 0]
    rows = tuple(
        (
            Cell(rate + step, "rate"),
            *(Cell(_revenue(case, step, more), "euros") for more in days),
        )
        for step in rates
    )
    table = Table(
        title=f"Chiffre d’affaires de {named(year.year)} selon le TJM régie et les jours facturés",
        columns=headings("TJM régie", *(french.days(year.own_days + step) for step in days)),
        rows=rows,
        note="Forfaits inchangés.",
    )
    return WhatIf(
        table=table,
        own=(rates.index(ZERO), days.index(ZERO) + 1),
        rate=Reach(-min(int(rate), FARTHEST_RATE), FARTHEST_RATE),
        days=Reach(-min(int(year.own_days), FARTHEST_DAYS), min(room, FARTHEST_DAYS)),
    )


def _revenue(case: Case, rate: Decimal, days: Decimal) -> Decimal:
    """Return the revenue with `days` more days, and all of them `rate` euros dearer."""
    asked = Assumptions(rate=Change(added=rate), days=Change(added=days))
    return total(apply(case, asked).lines.sales)


def _in_one_line(case: Case) -> Case:
    """Return a case whose days are one line, and its fees another: a change of all is the same.

    Days and rates that change are shared out among the lines, and add up to the cent: the revenue
    does not depend on how many lines there are.
    """
    days, fees = case.lines.days, case.lines.fees
    every = replace(days[0], days=sum((line.days for line in days), ZERO), amount=total(days))
    fixed = tuple(replace(fees[0], amount=total(fees)) for _ in fees[:1])
    return replace(case, lines=Activity(days=(every,), fees=fixed))
