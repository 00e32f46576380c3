"""The charts of a report, each answering one question; the home of matplotlib.

Knows which charts there are and in which order. Never files, never pyplot.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reporter.charts.chart import Chart
    from reporter.figures import Bilan


def charts(bilan: Bilan) -> tuple[Chart, ...]:
    """Return the charts of a bilan; one that has nothing to show says so in `missing`."""
    from reporter.charts.clients import clients
    from reporter.charts.landing import landing
    from reporter.charts.months import months
    from reporter.charts.objective import objective
    from reporter.charts.passage import passage
    from reporter.charts.result import result
    from reporter.charts.years import years
    from reporter.tables.crew import crew_tables

    drawn = (years, passage, months, clients, objective, result)
    found = [chart(bilan) for chart in drawn]
    if (ahead := landing(bilan)) is not None:
        found.append(ahead)
    if crew_tables(bilan):
        from reporter.charts.crew import crew

        found.append(crew(bilan))
    return tuple(found)
