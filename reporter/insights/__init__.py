"""What matters in a year: facts that pass a threshold, each with its weight in euros, in words.

Knows which facts there are. Never where they stand on a page, nor what is written beside them.
Each is computed from exact figures and said once; tests check it by a second computation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reporter.figures import Bilan
    from reporter.insights.insight import Insight


def insights(bilan: Bilan) -> tuple[Insight, ...]:
    """Return every fact of a year that is worth a sentence, one of each kind at most.

    A year that is not over is compared with the same date of others; it has no objective missed,
    and its result is not told: the end of the year makes most of it.
    """
    from reporter.insights.clients import clients
    from reporter.insights.months import months
    from reporter.insights.objective import objective
    from reporter.insights.records import records
    from reporter.insights.result import result

    whole = () if bilan.figures.year.is_partial else (result, objective)
    finders = (clients, months, *whole, records)
    return tuple(fact for find in finders for fact in find(bilan))


def facts(bilan: Bilan) -> dict[str, tuple[str, ...]]:
    """Return the sentences of a year: the first ones under « annee », each other by its section.

    The clients that they name are under « dits », so that nothing else says it again.
    """
    from reporter.insights.insight import QUESTIONS, chosen

    first, others = chosen(insights(bilan))
    told: dict[str, tuple[str, ...]] = {
        section: tuple(fact.text for fact in others if fact.section == section)
        for section in QUESTIONS
    }
    said = tuple(fact.about for fact in (*first, *others) if fact.about)
    return {"annee": tuple(fact.text for fact in first), **told, "dits": said}
