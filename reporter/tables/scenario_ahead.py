"""A scenario of a year under way over the whole of it, beside its landing.

Knows what the change is made to. Never how a month is estimated, nor how the table looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.assumptions import Assumptions, pulled
from reporter.french import long_date, spaced
from reporter.landing.landing import landed
from reporter.scenarios.case import landed_case
from reporter.scenarios.goals import sought
from reporter.scenarios.scenario import imagined
from reporter.tables.landing import method
from reporter.tables.scenarios import comparison
from reporter.tables.scenarios import goal as goal_table
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from reporter.assumptions import Goal, Lever
    from reporter.figures import Bilan
    from reporter.landing.landing import Landing
    from reporter.scenarios.scenario import Scenario


def ahead(bilan: Bilan, asked: Assumptions, goal: Goal | None, lever: Lever | None) -> list[Table]:
    """Return what a change of a year under way comes to over the whole year, beside its landing.

    Where a goal is sought, what leads to it over the whole year comes first. Nothing where the year
    is whole or its past too short, where nothing changes, or where the change is of some clients
    or of some categories: the lines that are estimated have none.

    Raises:
        BilanError: where the change makes no sense over the whole year.
    """
    of_some = asked.lost or asked.client or asked.expenses
    idle = goal is None and asked == Assumptions()
    found = None if of_some or idle else landed(bilan)
    if found is None:
        return []
    case, tables = landed_case(bilan, found), []
    if goal is not None and lever is not None:
        reached = sought(case, asked, goal, lever)
        asked = pulled(asked, lever, reached.value)
        table = goal_table(reached, imagined(case, case, asked).figures)
        tables.append(table._replace(title=f"{table.title}, année entière"))
    return [*tables, _comparison(imagined(case, case, asked), found)]


def _comparison(one: Scenario, found: Landing) -> Table:
    number = found.year.number
    return comparison(one)._replace(
        title=f"Atterrissage de {number} et scénario de l’année entière",
        columns=headings(
            "Indicateur",
            f"Atterrissage {number}",
            f"Scénario {number}",
            "Différence",
            "Variation",
        ),
        note=spaced(
            f"Le changement vaut ici pour toute l’année : ce qui est connu au "
            f"{long_date(found.day)}, et les mois qui restent, estimés par {method(found.choice)}."
        ),
    )
