"""Doubts about a financial year as a whole.

Knows what the year amounts to. Never files, nor today's date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import Doubt, Place
from reporter.french import days as days_in_words
from reporter.french import quantity
from reporter.law.workdays import weekdays
from reporter.metrics import measure_year
from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reporter.model import Activity
    from reporter.settings import Settings

MOST_HOLIDAYS = 13
"""Public holidays of a calendar year, at most: below so many days, none need be looked for."""


def overfull_years(years: Mapping[int, Activity], settings: Settings) -> Iterator[Doubt]:
    """Yield each financial year in which more days were billed than one person could work."""
    for number, lines in years.items():
        year = settings.year(number)
        days = sum((line.days for line in lines.days), ZERO)
        calendars = year.end.year - year.start.year + 1
        fewest = weekdays(year.start, year.end) - MOST_HOLIDAYS * calendars
        if days <= fewest - settings.of(year).leave * calendars:
            continue
        figures = measure_year(lines, (), settings, year)
        if figures.billed_ratio is not None and figures.billed_ratio > 1:
            first = lines.days[0]
            yield Doubt(
                code="taux-depasse",
                what=f"plus de jours facturés en {number} qu’une personne ne peut en travailler",
                place=Place(first.place.file, words=f"exercice {number}"),
                shown=f"{days_in_words(figures.days, 'facturé')} pour {quantity(figures.net_days)} "
                "jours ouvrés nets de congés",
                fix="vérifier les jours et les congés ; de deux personnes facturées, "
                "le taux compte les jours, mais le calendrier d’une seule",
                date=first.date,
                about=str(number),
            )
