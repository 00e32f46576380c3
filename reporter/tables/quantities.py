"""The named quantities of a year: what `show --json` prints and what the owner's text can cite.

Knows the French name and the kind of every figure. Never how it is shown.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reporter.changes import bridge
from reporter.french import Cell
from reporter.making import variation

if TYPE_CHECKING:
    from reporter.figures import Bilan, Bridge, Figures, Objective

Quantities = dict[str, Any]
"""A name → a Cell, a plain value (year, flag, word) or quantities again."""

VARYING = {
    "chiffre_affaires": "revenue",
    "resultat_apres_impots": "result",
    "jours_factures": "days",
    "tjm": "tjm",
    "taux_jours_factures": "billed_ratio",
}
EFFECTS = {"volume": "volume", "prix": "price", "forfaits": "fees", "total": "total"}


def quantities(bilan: Bilan, figures: Figures) -> Quantities:
    """Return the named quantities of one of the years of a bilan."""
    previous = bilan.before(figures)
    return {
        "exercice": figures.year.number,
        "debut": Cell(figures.year.start, "date"),
        "fin": Cell(figures.year.end, "date"),
        "chiffre_affaires": Cell(figures.revenue, "kilo"),
        "ca_jours": Cell(figures.day_revenue, "kilo"),
        "ca_forfaits": Cell(figures.fees, "kilo"),
        "jours_factures": Cell(figures.days, "days"),
        "tjm": Cell(figures.tjm, "rate"),
        "tjm_regie": Cell(figures.tjm_regie, "rate"),
        "methode_tjm": figures.method,
        "jours_ouvres": Cell(Decimal(figures.working_days), "days"),
        "jours_conges": Cell(figures.leave, "days"),
        "jours_ouvres_nets": Cell(figures.net_days, "days"),
        "taux_jours_factures": Cell(figures.billed_ratio, "percent"),
        "charges": Cell(figures.charges, "kilo"),
        "dotations_amortissements": Cell(figures.depreciation, "kilo"),
        "resultat_avant_impots": Cell(figures.result_before_tax, "kilo"),
        "impot": Cell(figures.tax, "euros"),
        "resultat_apres_impots": Cell(figures.result, "kilo"),
        "resultat_estime": figures.estimated,
        "objectif": _objective(figures.objective),
        "effets": _effects(None if previous is None else bridge(figures, previous)),
        "variations": variations(figures, previous),
    }


def variations(figures: Figures, reference: Figures | None) -> Quantities:
    """Return the changes from a reference year to a year; n. d. without a reference."""
    return {
        name: Cell(variation(getattr(figures, field), getattr(reference, field, None)), "variation")
        for name, field in VARYING.items()
    }


def citable(bilan: Bilan) -> Quantities:
    """Return the quantities of the year, and those of every year under `annees`."""
    years = {figures.year.number: quantities(bilan, figures) for figures in bilan.years}
    reference = bilan.reference
    if reference is not None:
        years.setdefault(reference.year.number, quantities(bilan, reference))
    return {**years[bilan.figures.year.number], "annees": years}


def _objective(objective: Objective) -> Quantities:
    return {
        "tjm": Cell(objective.rate, "rate"),
        "taux": Cell(objective.ratio, "percent"),
        "chiffre_affaires": Cell(objective.revenue, "kilo"),
    }


def _effects(effects: Bridge | None) -> Quantities:
    return {
        name: Cell(getattr(effects, field, None), "signed_euros") for name, field in EFFECTS.items()
    }
