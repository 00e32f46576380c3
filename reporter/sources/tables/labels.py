"""How each field and kind of table is called in French, and the fields that a kind must have.

Knows names alone. Never the other words that mean the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reporter.sources.tables.vocabulary import Field, Kind

EXAMPLE = "EXEMPLE – ligne à effacer"
"""Stands for a client or a supplier in the examples of `bilan init`; such a row is no line."""

LABELS: dict[Field, str] = {
    "date": "Date",
    "client": "Client",
    "days": "Jours",
    "hours": "Heures",
    "rate": "TJM",
    "hourly": "Taux horaire",
    "unit_price": "Prix unitaire",
    "price": "Prix HT",
    "quantity": "Quantité",
    "amount": "Montant HT",
    "gross": "Montant TTC",
    "vat": "Montant TVA",
    "vat_rate": "Taux TVA",
    "vat_any": "TVA",
    "supplier": "Fournisseur",
    "label": "Libellé",
    "paid": "Date de paiement",
    "invoiced": "Date de facture",
    "payer": "Payé par",
    "kilometres": "Kilomètres",
    "vehicle": "Véhicule",
    "country": "Pays",
    "vat_number": "N° TVA client",
    "invoice": "Facture",
    "means": "Mode de paiement",
    "mission": "Mission",
    "service": "Prestation",
    "category": "Catégorie",
    "account": "Compte",
    "lifetime": "Durée d’amortissement",
    "disposed": "Date de cession",
    "disposal_price": "Prix de cession",
    "disposal_vat": "TVA de cession",
    "disposal_gross": "Prix de cession TTC",
    "pay_gross": "Salaire brut",
    "pay_employee": "Cotisations salariales",
    "pay_employer": "Cotisations patronales",
    "pay_relief": "Réduction de cotisations",
    "pay_withheld": "Prélèvement à la source",
    "pay_refund": "Remboursement de frais",
    "pay_net": "Net à payer",
    "pay_cost": "Coût total",
    "pay_person": "Salarié",
    "receipt": "Justificatif",
    "equivalent_days": "Jours équivalents",
    "worker": "Intervenant",
    "comment": "Commentaire",
    "currency": "Devise",
    "status": "Statut",
    "document": "Type de document",
    "start": "Du",
    "end": "Au",
    "billable": "Facturable",
    "discount": "Remise",
    "credit": "Avoir",
    "debit": "Débit",
    "balance": "Solde",
    "year": "Année",
    "period": "Période",
    "planned": "Jours prévus",
    "unit": "Unité",
}
KIND_LABELS: dict[Kind, str] = {
    "days": "Jours",
    "fees": "Forfaits",
    "expenses": "Dépenses",
    "missions": "Missions",
}
NEEDED: dict[Kind, tuple[tuple[Field, ...], ...]] = {
    "days": (("date",), ("client",), ("days", "hours")),
    "fees": (("date",), ("client",), ("amount", "gross")),
    "expenses": (
        ("date",),
        ("supplier", "label"),
        ("amount", "gross", "kilometres", "pay_gross"),
    ),
    "missions": (("client",), ("rate",)),
}
"""For each kind of sheet, the columns that it must have: one of each group.

Billed days need a price too: a column, or the sheet of missions.
"""
PAY: tuple[Field, ...] = (
    "pay_gross",
    "pay_employee",
    "pay_employer",
    "pay_relief",
    "pay_withheld",
    "pay_refund",
    "pay_net",
    "pay_cost",
    "pay_person",
)
"""The columns of pay slips: they mean something together, beside a gross pay."""
PRICE: tuple[Field, ...] = ("rate", "hourly", "unit_price", "amount", "gross")
