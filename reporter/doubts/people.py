"""Doubts about the people: days outside their presence, days of nobody.

Knows presence and names. Never how much a person can work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.crew import crew
from reporter.doubts.wording import doubt
from reporter.errors import Words
from reporter.french import short_date
from reporter.law.workdays import month_end
from reporter.names import spelling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reporter.errors import Doubt
    from reporter.model import Activity, Day
    from reporter.settings import Settings
    from reporter.settings.parties import Worker

SEVERAL = 2


def outside(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield each line of days that is before the arrival of its person, or after the departure.

    A month is looked at whole: a line at its end may be of days at its beginning.
    """
    said = {spelling(name): worker for name, worker in settings.workers.items()}
    for line in activity.days if said else ():
        worker = said.get(spelling(line.worker))
        if worker is not None and (what := _outside(line, worker)):
            fix = "corriger la date, l’intervenant, ou arrivee et depart dans bilan.toml"
            yield doubt("hors-presence", Words(what.format, (line.worker,)), line, fix)


def nobody_s(years: Mapping[int, Activity], settings: Settings) -> Iterator[Doubt]:
    """Yield the lines without anybody, in the years in which several people are told apart."""
    for number, lines in years.items():
        bare = [line for line in lines.days if not line.worker]
        if bare and len(crew(lines, settings, settings.year(number))) >= SEVERAL:
            for line in bare:
                what = "ligne sans intervenant, parmi d’autres qui en ont un"
                fix = (
                    "écrire qui a travaillé, vous compris : ces jours comptent dans le taux "
                    "de l’ensemble, la capacité de personne ne leur répond"
                )
                yield doubt("intervenant-omis", what, line, fix, about=str(number))


def _outside(line: Day, worker: Worker) -> str:
    """Return what is wrong with the date of a line, nothing where its month is one of presence."""
    first, last = line.start or line.date, line.end or line.date
    if worker.arrival and month_end(last) < worker.arrival:
        return f"jour facturé avant une arrivée : {{}}, le {short_date(worker.arrival)}"
    if worker.departure and first.replace(day=1) > worker.departure:
        return f"jour facturé après un départ : {{}}, le {short_date(worker.departure)}"
    return ""
