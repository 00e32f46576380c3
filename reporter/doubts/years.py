"""Doubts about a financial year as a whole.

Knows what the year amounts to. Never files, nor today's date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import Doubt, Place
from reporter.french import days, quantity
from reporter.metrics import by_year, measure_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.model import Activity
    from reporter.settings import Settings


def overfull_years(activity: Activity, settings: Settings) -> Iterator[Doubt]:
    """Yield each financial year in which more days were billed than one person could work."""
    for number, lines in by_year(activity, settings).items():
        figures = measure_year(lines, (), settings, settings.year(number))
        if figures.billed_ratio is not None and figures.billed_ratio > 1:
            first = lines.days[0]
            yield Doubt(
                code="taux-depasse",
                what=f"plus de jours facturés en {number} qu’une personne ne peut en travailler",
                place=Place(first.place.file, cell=f"exercice {number}"),
                shown=f"{days(figures.days, 'facturé')} pour {quantity(figures.net_days)} jours "
                "ouvrés nets de congés",
                fix="vérifier les jours et les congés ; de deux personnes facturées, "
                "le taux compte les jours, mais le calendrier d’une seule",
                date=first.date,
                about=str(number),
            )
