"""`[comptes]` and `[tva]` of bilan.toml → how the books are kept.

Knows their keys and words. Never the chart of accounts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reporter.model import ZERO
from reporter.settings.bookkeeping import Bookkeeping, Ledger, account

if TYPE_CHECKING:
    from collections.abc import Callable

    from reporter.toml.table import Table

PLAN = {
    "jours": ("days", "70"),
    "forfaits": ("fees", "70"),
    "clients": ("clients", "411"),
    "fournisseurs": ("suppliers", "401"),
    "fournisseurs_immobilisations": ("asset_suppliers", "404"),
    "tva_collectee": ("vat_collected", "4457"),
    "tva_deductible": ("vat_deductible", "44566"),
    "tva_immobilisations": ("vat_assets", "44562"),
    "banque": ("bank", "51"),
    "factures_a_etablir": ("to_invoice", "418"),
    "tva_a_etablir": ("vat_to_invoice", "4458"),
    "produits_constates_avance": ("prepaid_sales", "487"),
    "acomptes_recus": ("deposits_received", "419"),
    "acomptes_verses": ("deposits_paid", "409"),
    "factures_non_parvenues": ("accrued_charges", "408"),
    "tva_non_parvenue": ("vat_accrued", "4458"),
    "charges_constatees_avance": ("prepaid_charges", "486"),
    "proprietaire": ("owner", "4"),
    "caisse": ("cash", "53"),
    "ventes_ue": ("sales_union", "70"),
    "ventes_hors_ue": ("sales_outside", "70"),
    "tva_autoliquidee": ("vat_reverse", "445"),
}
"""A key of `[comptes.plan]` → the field of Ledger, and how its account must begin."""


def read_bookkeeping(root: Table) -> Bookkeeping:
    """Return what the tables `[comptes]` and `[tva]` say; mistakes go to the table's list."""
    accounts, vat = root.table("comptes"), root.table("tva")
    plan, share = accounts.table("plan"), vat.table("deductible")
    payers = accounts.table("payeurs")
    ledger = Ledger()
    numbers = {
        name: plan.get(key, getattr(ledger, name), _starting(start), f"un compte {start}…")
        for key, (name, start) in PLAN.items()
    }
    example = 'un numéro de compte, par exemple "622600"'
    read = Bookkeeping(
        ledger=Ledger(**numbers),
        categories={
            name: accounts.get(name, "", account, example)
            for name, value in accounts.values.items()
            if not isinstance(value, dict)
        },
        payers={name: payers.get(name, "", account, example) for name in payers.values},
        deductible={name: share.ratio(name) or ZERO for name in share.values},
        exempt=vat.choice("regime", "normal", ("normal", "franchise")) == "franchise",
        on_payment=vat.choice("exigibilite", "encaissements", ("encaissements", "debits"))
        == "encaissements",
    )
    for table in (accounts, vat, plan, share, payers):
        table.close()
    return read


def _starting(start: str) -> Callable[[Any], str | None]:
    """Return a reader of accounts that begin with some digits."""

    def read(value: Any) -> str | None:
        number = account(value)
        return number if number and number.startswith(start) else None

    return read
