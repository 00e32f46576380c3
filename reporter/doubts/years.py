"""Doubts about a financial year as a whole.

Knows what the year amounts to. Never files, nor today's date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.crew import crew
from reporter.errors import Doubt, Place
from reporter.french import days as days_in_words
from reporter.french import quantity
from reporter.law.workdays import weekdays
from reporter.metrics import measure_year
from reporter.model import ZERO
from reporter.names import spelling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from reporter.crew import Member
    from reporter.model import Activity, Day, FinancialYear
    from reporter.settings import Settings

FIX_ONE = (
    "vérifier les jours et les congés ; de deux personnes facturées, dire qui a travaillé dans "
    "une colonne Intervenant"
)
FIX_EACH = "vérifier les jours, arrivee, depart, temps et conges sous [intervenants]"
FIX_ALL = "vérifier les jours, et écrire qui a travaillé sur chaque ligne"
MOST_HOLIDAYS = 13
"""Public holidays of a calendar year, at most: below so many days, none need be looked for."""


def overfull_years(years: Mapping[int, Activity], settings: Settings) -> Iterator[Doubt]:
    """Yield each year in which more days were billed than one person, or each one, could work."""
    for number, lines in years.items():
        year = settings.year(number)
        members = crew(lines, settings, year)
        if members:
            yield from _overfull_people(members, lines, number)
        elif _may_be_overfull(lines, settings, year):
            figures = measure_year(lines, (), settings, year)
            if figures.billed_ratio is not None and figures.billed_ratio > 1:
                what = f"plus de jours facturés en {number} qu’une personne ne peut en travailler"
                yield _overfull(
                    what, FIX_ONE, lines.days[0], (figures.own_days, figures.net_days), f"{number}"
                )


def _may_be_overfull(lines: Activity, settings: Settings, year: FinancialYear) -> bool:
    """Tell whether the calendar need be looked at: there are never so many holidays."""
    days = sum((line.days for line in lines.days), ZERO)
    calendars = year.end.year - year.start.year + 1
    fewest = weekdays(year.start, year.end) - MOST_HOLIDAYS * calendars
    return days > fewest - settings.of(year).leave * calendars


def _overfull_people(members: Sequence[Member], lines: Activity, number: int) -> Iterator[Doubt]:
    """Yield each person who billed more than they could work; else the company, if all did."""
    over = [one for one in members if one.days > one.net_days > 0]
    for one in over:
        own = next(line for line in lines.days if spelling(line.worker) == spelling(one.name))
        what = f"plus de jours facturés par {one.name} en {number} que sa capacité"
        yield _overfull(what, FIX_EACH, own, (one.days, one.net_days), f"{number} {one.name}")
    days = sum((line.days for line in lines.days), ZERO)
    net = sum((one.net_days for one in members), ZERO)
    if days > net > 0 and not over:
        what = f"plus de jours facturés en {number} que la capacité des intervenants"
        yield _overfull(what, FIX_ALL, lines.days[0], (days, net), f"{number}")


def _overfull(what: str, fix: str, first: Day, days: tuple[Decimal, Decimal], about: str) -> Doubt:
    billed, net = days
    return Doubt(
        code="taux-depasse",
        what=what,
        place=Place(first.place.file, words=f"exercice {about[:4]}"),
        shown=f"{days_in_words(billed, 'facturé')} pour {quantity(net)} "
        "jours ouvrés nets de congés",
        fix=fix,
        date=first.date,
        about=about,
    )
