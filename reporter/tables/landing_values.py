"""The landing as named quantities, for a program.

Knows the French name and the kind of each figure. Never how it is shown.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter.french import Cell
from reporter.landing.landing import landed
from reporter.landing.left import left
from reporter.model import DAYS, Activity, total
from reporter.settings.words import OF

if TYPE_CHECKING:
    from fractions import Fraction

    from reporter.figures import Bilan
    from reporter.landing.landing import Landing
    from reporter.landing.left import Left
    from reporter.landing.methods import Name
    from reporter.landing.trials import Choice, Trial
    from reporter.tables.quantities import Quantities

METHODS: dict[Name, str] = {
    "same_months": "memes_mois",
    "last_twelve": "douze_derniers_mois",
    "half": "moyenne_des_deux",
}


def landing_values(bilan: Bilan) -> Quantities:
    """Return the landing of a cut year and what is left of its objective; nothing of a whole one.

    Each is None where there is none: too short a past, no objective.
    """
    if bilan.elapsed is None or bilan.index is not None:
        return {}
    year, found = bilan.figures.year, landed(bilan)
    rest = left(bilan.figures.lines, bilan.settings, year.whole, year.end)
    return {
        "atterrissage": None if found is None else _landing(found),
        "reste_objectif": None if rest is None else _left(rest),
    }


def _landing(found: Landing) -> Quantities:
    figures, words, ranged = found.figures, OF[found.figures.status], found.revenue_range
    taxed = {
        "resultat_avant_impots": Cell(figures.result_before_tax, "euros"),
        "impot": Cell(figures.tax, "euros"),
    }
    bought = {"dotations_amortissements": Cell(figures.depreciation, "euros")}
    sold = {"resultat_cessions": Cell(figures.disposals, "euros")}
    return {
        **_choice(found.choice),
        "connu": _part(found.known),
        "signe": _part(Activity(days=found.signed)),
        "estime": _part(found.rest),
        "chiffre_affaires": Cell(figures.revenue, "euros"),
        "fourchette": None
        if ranged is None
        else {"bas": Cell(ranged[0], "euros"), "haut": Cell(ranged[1], "euros")},
        "jours_factures": Cell(figures.days, "days"),
        "tjm": Cell(figures.tjm, "rate"),
        "charges": Cell(figures.charges, "euros"),
        **(bought if words.depreciated else {}),
        **(sold if figures.disposals else {}),
        **(taxed if words.tax else {}),
        "resultat": Cell(figures.result, "euros"),
    }


def _choice(choice: Choice) -> Quantities:
    return {
        "methode": METHODS[choice.name],
        "annees_des_memes_mois": choice.estimate.years,
        "ecart_moyen": _ratio(choice.error),
        "essais": [_trial(trial) for trial in choice.trials],
    }


def _trial(trial: Trial) -> Quantities:
    return {
        "exercice": trial.year.number,
        "estime": Cell(_decimal(trial.estimated), "euros"),
        "venu": Cell(_decimal(trial.actual), "euros"),
        "ecart": _ratio(trial.error),
    }


def _part(lines: Activity) -> Quantities:
    return {
        "chiffre_affaires": Cell(total(lines.sales), "euros"),
        "jours_factures": Cell(total(lines.days, DAYS), "days"),
    }


def _left(rest: Left) -> Quantities:
    return {
        "chiffre_affaires": Cell(rest.revenue, "euros"),
        "jours": Cell(rest.days, "days"),
        "tjm": Cell(rest.rate, "rate"),
        "jours_ouvres": Cell(Decimal(rest.working_days), "days"),
    }


def _ratio(value: Fraction | None) -> Cell:
    return Cell(None if value is None else _decimal(value), "percent")


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
