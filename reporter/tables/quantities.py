"""The named quantities of a year: what `show --json` prints and what the owner's text can cite.

Knows the French name and the kind of every figure. Never how it is shown.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reporter.changes import bridge
from reporter.french import Cell
from reporter.making import variation
from reporter.tables.unlike import is_unlike

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.figures import Bilan, Figures
    from reporter.french import Kind
    from reporter.objective import Objective

Quantities = dict[str, Any]
"""A name → a Cell, a plain value (year, flag, word) or quantities again."""

SOLD: dict[str, tuple[str, Kind]] = {
    "chiffre_affaires": ("revenue", "kilo"),
    "ca_jours": ("day_revenue", "kilo"),
    "ca_forfaits": ("fees", "kilo"),
    "jours_factures": ("days", "days"),
    "tjm": ("tjm", "rate"),
    "tjm_regie": ("tjm_regie", "rate"),
}
LEFT: dict[str, tuple[str, Kind]] = {
    "jours_ouvres": ("working_days", "days"),
    "jours_conges": ("leave", "days"),
    "jours_ouvres_nets": ("net_days", "days"),
    "taux_jours_factures": ("billed_ratio", "percent"),
    "charges": ("charges", "kilo"),
    "dotations_amortissements": ("depreciation", "kilo"),
    "resultat_avant_impots": ("result_before_tax", "kilo"),
    "impot": ("tax", "euros"),
    "resultat_apres_impots": ("result", "kilo"),
}
DISPOSED: dict[str, tuple[str, Kind]] = {"resultat_cessions": ("disposals", "euros")}
"""What only a year has in which something was sold or scrapped."""
YEAR = {**SOLD, **LEFT, **DISPOSED}
"""The name of each figure of a year → its field, and its kind."""
OBJECTIVE: dict[str, tuple[str, Kind]] = {
    "tjm": ("rate", "rate"),
    "taux": ("ratio", "percent"),
    "chiffre_affaires": ("revenue", "kilo"),
}
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
        **_named(figures, SOLD, f"{figures.year.number}."),
        "methode_tjm": figures.method,
        **_named(figures, LEFT, f"{figures.year.number}."),
        **_named(figures, DISPOSED if figures.disposals else {}, f"{figures.year.number}."),
        "resultat_estime": figures.estimated,
        **_of_entries(figures),
        "objectif": _named(figures.objective, OBJECTIVE, f"{figures.year.number}.objectif."),
        "effets": _effects(figures, previous),
        "variations": variations(figures, previous, f"{figures.year.number}.variations."),
    }


def variations(figures: Figures, reference: Figures | None, of: str = "") -> Quantities:
    """Return the changes from a reference year to a year; n. d. without a reference.

    `of` stands before the names by which they are explained, where they can be.
    """
    changes = {name: varied(figures, reference, field) for name, field in VARYING.items()}
    return {name: Cell(x, "variation", of and of + name) for name, x in changes.items()}


def varied(figures: Figures, reference: Figures | None, field: str) -> Decimal | None:
    """Return the change of a figure; None without a reference, or one of another legal form."""
    if reference is None or is_unlike(figures, reference, field):
        return None
    return variation(getattr(figures, field), getattr(reference, field))


def citable(bilan: Bilan) -> Quantities:
    """Return the quantities of the year, and those of every year under `annees`."""
    years = {figures.year.number: quantities(bilan, figures) for figures in bilan.years}
    reference = bilan.reference
    if reference is not None:
        years.setdefault(reference.year.number, quantities(bilan, reference))
    return {**years[bilan.figures.year.number], "annees": years}


def _named(
    holder: Figures | Objective, names: Mapping[str, tuple[str, Kind]], of: str
) -> Quantities:
    values = {name: (getattr(holder, field), kind) for name, (field, kind) in names.items()}
    return {
        name: Cell(Decimal(value) if isinstance(value, int) else value, kind, of + name)
        for name, (value, kind) in values.items()
    }


def _of_entries(figures: Figures) -> Quantities:
    """Return what is said of a year that entries alone tell, nothing of any other."""
    if not figures.is_booked:
        return {}
    other = Cell(figures.other_income, "kilo", f"{figures.year.number}.autres_produits")
    return {"connu_par": "fec", "autres_produits": other}


def _effects(figures: Figures, previous: Figures | None) -> Quantities:
    told = previous is not None and not (previous.is_booked or figures.is_booked)
    effects = bridge(figures, previous) if previous is not None and told else None
    of = f"{figures.year.number}.effets."
    return {
        name: Cell(getattr(effects, field, None), "signed_euros", of + name)
        for name, field in EFFECTS.items()
    }
