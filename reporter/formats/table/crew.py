"""The people of a year, as values for JSON.

Knows the keys. Never how much a person can work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.french import Cell

if TYPE_CHECKING:
    from reporter.crew import Member
    from reporter.figures import Figures


def values(figures: Figures) -> dict[str, Any]:
    """Return the people under their key; nothing where nobody is told apart."""
    return {"intervenants": [_person(one) for one in figures.crew]} if figures.crew else {}


def _person(one: Member) -> dict[str, Any]:
    absent = one.start > one.end
    return {
        "nom": one.name,
        "debut": Cell(None if absent else one.start, "date"),
        "fin": Cell(None if absent else one.end, "date"),
        "temps": Cell(one.part, "percent"),
        "jours_factures": Cell(one.days, "days"),
        "jours_ouvres": Cell(one.working_days, "days"),
        "jours_conges": Cell(one.leave, "days"),
        "jours_ouvres_nets": Cell(one.net_days, "days"),
        "taux_jours_factures": Cell(one.ratio, "percent"),
        "tjm_regie": Cell(one.tjm, "rate"),
        "ca_jours": Cell(one.revenue, "euros"),
    }
