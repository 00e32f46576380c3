"""What is kept of a year that is closed: its figures, its settings, each of its lines.

Knows which fields of a line can change a figure, and what they are called. Never files.
Money is in euros before tax, exact; figures are those of `show --json`, rounded as there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from decimal import Decimal

    from reporter.errors import Place
    from reporter.french import Kind


class Named(NamedTuple):
    """A field or a figure: where it is found, what a person calls it, how it prints."""

    field: str
    words: str
    kind: Kind


FIELDS = {
    "date": Named("date", "date", "date"),
    "client": Named("client", "client", "text"),
    "mission": Named("mission", "mission", "text"),
    "prestation": Named("service", "prestation", "text"),
    "fournisseur": Named("supplier", "fournisseur", "text"),
    "libelle": Named("label", "libellé", "text"),
    "categorie": Named("category", "catégorie", "text"),
    "jours": Named("days", "jours", "exact_days"),
    "tjm": Named("rate", "TJM", "exact_euros"),
    "montant_ht": Named("amount", "montant HT", "exact_euros"),
    "taux_tva": Named("vat_rate", "taux de TVA", "exact_percent"),
    "tva": Named("vat", "TVA", "exact_euros"),
    "facture": Named("invoice", "facture", "text"),
    "date_facture": Named("invoiced", "date de facture", "date"),
    "paiement": Named("paid", "date de paiement", "date"),
    "debut": Named("start", "début", "date"),
    "fin": Named("end", "fin", "date"),
    "compte": Named("account", "compte", "text"),
    "payeur": Named("payer", "payeur", "text"),
    "pays": Named("country", "pays", "text"),
    "duree_amortissement": Named("lifetime", "durée d’amortissement", "exact_days"),
    "date_cession": Named("disposed", "date de cession", "date"),
    "prix_cession": Named("disposal_price", "prix de cession", "exact_euros"),
    "tva_cession": Named("disposal_vat", "TVA de cession", "exact_euros"),
    "jours_equivalents": Named("equivalent_days", "jours équivalents", "exact_days"),
    "intervenant": Named("worker", "intervenant", "text"),
}
"""The fields kept of a line; comments and receipts change no amount, and may be completed."""
FIGURES = {
    "chiffre_affaires": Named("revenue", "chiffre d’affaires", "cents"),
    "ca_jours": Named("day_revenue", "CA des jours", "cents"),
    "ca_forfaits": Named("fees", "CA des forfaits", "cents"),
    "jours_factures": Named("days", "jours facturés", "exact_days"),
    "tjm": Named("tjm", "TJM", "cents"),
    "jours_ouvres_nets": Named("net_days", "jours ouvrés nets de congés", "exact_days"),
    "taux_jours_factures": Named("billed_ratio", "taux de jours facturés", "exact_percent"),
    "charges": Named("charges", "charges", "cents"),
    "dotations_amortissements": Named("depreciation", "dotations aux amortissements", "cents"),
    "resultat_cessions": Named("disposals", "résultat des cessions", "cents"),
    "resultat_avant_impots": Named("result_before_tax", "résultat avant impôts", "cents"),
    "impot": Named("tax", "impôt sur les sociétés", "cents"),
    "resultat_apres_impots": Named("result", "résultat après impôts", "cents"),
}
RARE = ("resultat_cessions",)
"""Figures that are kept only of a year where they are not zero."""
NATURES = {"jours": "days", "forfait": "fees", "depense": "expenses"}
"""The lines that are measured, by the name of their kind."""
ENTRY = "ecriture"
"""The kind of a line of a year that entries alone tell."""
BOUGHT = "achat amorti"
"""The kind of a purchase of an earlier year, which is still depreciated in this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A line as it stood: the values of its fields, by name, in the order of FIELDS."""

    nature: str
    values: tuple[tuple[str, Decimal | dt.date | str], ...]
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """A year as it was on the day it was closed.

    Attributes:
        year: the calendar year in which it closes.
        day: the day it was closed by the owner.
        figures: each figure by its name in `show --json`; None where there was none.
        settings: those that can change a figure, as bilan.toml writes them, less the defaults.
        lines: the year's, then the earlier purchases that it depreciates.
    """

    year: int
    day: dt.date
    figures: Mapping[str, Decimal | None]
    settings: Mapping[str, str]
    lines: tuple[Kept, ...]
