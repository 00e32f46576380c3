"""The accountant's controls, explained by the lines of the entries that make them.

Knows their names. Never how an entry is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.making import summing
from reporter.tables.explained.names import Named

if TYPE_CHECKING:
    from reporter.accounting.pack import Pack
    from reporter.tables.explained.beside import Beside

TABLE = "controles"
CONTROLS = {
    "chiffre_affaires": ("revenue", "Contrôle – Chiffre d’affaires", "les comptes 70"),
    "charges": ("charges", "Contrôle – Charges", "la classe 6, dotations (6811) non comprises"),
    "dotations": ("depreciation", "Contrôle – Dotations", "les comptes 6811"),
    "cessions": (
        "disposals",
        "Contrôle – Cessions",
        "les comptes 775 et 675, ou 757 et 657 depuis 2025",
    ),
    "tva_cessions": (
        "vat_disposals",
        "Contrôle – TVA des cessions",
        "les comptes 4457 des cessions",
    ),
    "tva_collectee": (
        "vat_collected",
        "Contrôle – TVA collectée",
        "les comptes 4457, hors acomptes",
    ),
    "tva_acomptes": (
        "vat_deposits",
        "Contrôle – TVA des acomptes",
        "les comptes 4457 des acomptes",
    ),
    "tva_a_facturer": ("vat_to_invoice", "Contrôle – TVA à facturer", "les comptes 44587"),
    "tva_autoliquidee": ("vat_reverse", "Contrôle – TVA autoliquidée", "les comptes 4452"),
    "tva_deductible": ("vat_deductible", "Contrôle – TVA déductible", "les comptes 44566"),
    "tva_immobilisations": (
        "vat_assets",
        "Contrôle – TVA des immobilisations",
        "les comptes 44562",
    ),
    "immobilisations": ("assets", "Contrôle – Immobilisations", "les comptes 20 et 21"),
    "clients": ("clients", "Contrôle – Clients", "les comptes 411"),
    "debits": ("debit", "Contrôle – Débits", "tous les débits, à-nouveaux compris"),
    "credits": ("credit", "Contrôle – Crédits", "tous les crédits, à-nouveaux compris"),
}
"""The name of each total of the entries → its field, its label, what it adds up."""
SOLD = ("disposals", "vat_disposals")
"""The totals of a year in which something was sold or scrapped; the others have none of them."""


def controls(pack: Pack) -> Beside:
    """Return the totals of the entries of a year."""
    number, sums = pack.year.number, pack.totals.sums
    return {
        f"{TABLE}.{name}": (
            Named(f"total.{field}", "cents", label, f"dans les écritures, {what}"),
            summing(f"total.{field}", number, sums[field]),
        )
        for name, (field, label, what) in CONTROLS.items()
        if pack.disposals or field not in SOLD
    }
