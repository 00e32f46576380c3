"""The settings of the accounts and of the VAT, for the accountant; section.py tells what they say.

Knows keys, fields and French. Never a value that an owner wrote.
"""

from __future__ import annotations

from reporter.settings.bookkeeping import Bookkeeping, Ledger
from reporter.toml import kinds
from reporter.toml.section import Key, Section


def _account(name: str, field: str, digits: str, says: str) -> Key:
    return Key(name, Ledger, field, kinds.starting(digits), says)


ACCOUNTS = Section(
    path="comptes",
    note="Pour l’expert-comptable : le compte d’une catégorie de dépenses, puis ceux de toutes.",
    names=Key(
        "une catégorie",
        Bookkeeping,
        "categories",
        kinds.ACCOUNT,
        "une de vos catégories, et son compte",
        'Coworking = "613200"',
        ", de 60 à 69, ou 20 et 21 si elle s’amortit",
        "selon son nom",
    ),
    tables=("plan", "payeurs"),
)
PLAN = Section(
    path="comptes.plan",
    keys=(
        _account("jours", "days", "70", "ventes de jours"),
        _account("forfaits", "fees", "70", "ventes au forfait"),
        _account("clients", "clients", "411", "ce que doivent les clients"),
        Key(
            "fournisseurs",
            Ledger,
            "suppliers",
            kinds.starting("401"),
            "ce qui est dû aux fournisseurs",
        ),
        Key(
            "fournisseurs_immobilisations",
            Ledger,
            "asset_suppliers",
            kinds.starting("404"),
            "de même, pour les achats amortis",
        ),
        _account("tva_collectee", "vat_collected", "4457", "TVA des ventes"),
        Key(
            "tva_deductible", Ledger, "vat_deductible", kinds.starting("44566"), "TVA des dépenses"
        ),
        Key(
            "tva_immobilisations",
            Ledger,
            "vat_assets",
            kinds.starting("44562"),
            "TVA des achats amortis",
        ),
        _account("banque", "bank", "51", "règlements"),
        _account("caisse", "cash", "53", "achats payés en espèces"),
        Key(
            "proprietaire",
            Ledger,
            "owner",
            kinds.starting("4", "108"),
            "achats que vous avez payés pour la société",
            more=' ; `"108000"` si le statut est `"ei"`',
        ),
        Key(
            "factures_a_etablir",
            Ledger,
            "to_invoice",
            kinds.starting("418"),
            "ventes de l’exercice facturées dans le suivant",
        ),
        _account("tva_a_etablir", "vat_to_invoice", "4458", "TVA de ces ventes"),
        Key(
            "produits_constates_avance",
            Ledger,
            "prepaid_sales",
            kinds.starting("487"),
            "factures de l’exercice pour le suivant",
        ),
        Key(
            "factures_non_parvenues",
            Ledger,
            "accrued_charges",
            kinds.starting("408"),
            "charges de l’exercice facturées dans le suivant",
        ),
        Key(
            "tva_non_parvenue", Ledger, "vat_accrued", kinds.starting("4458"), "TVA de ces charges"
        ),
        Key(
            "charges_constatees_avance",
            Ledger,
            "prepaid_charges",
            kinds.starting("486"),
            "charges de l’exercice pour le suivant",
        ),
        Key(
            "acomptes_recus",
            Ledger,
            "deposits_received",
            kinds.starting("419"),
            "ventes réglées avant l’exercice de leur facture",
        ),
        Key(
            "acomptes_verses",
            Ledger,
            "deposits_paid",
            kinds.starting("409"),
            "achats réglés avant l’exercice de leur facture",
        ),
        Key(
            "ventes_ue",
            Ledger,
            "sales_union",
            kinds.starting("70"),
            "ventes sans TVA dans l’Union européenne",
        ),
        Key(
            "ventes_hors_ue",
            Ledger,
            "sales_outside",
            kinds.starting("70"),
            "ventes sans TVA hors de l’Union",
        ),
        Key(
            "tva_autoliquidee",
            Ledger,
            "vat_reverse",
            kinds.starting("445"),
            "TVA due sur les services achetés à l’étranger",
        ),
    ),
)
PAYERS = Section(
    path="comptes.payeurs",
    names=Key(
        "un payeur",
        Bookkeeping,
        "payers",
        kinds.ACCOUNT,
        "qui paie pour la société, et le compte où elle le lui doit",
        'Anne = "455100"',
    ),
)
DEDUCTIBLE = Section(
    path="tva.deductible",
    names=Key(
        "une catégorie",
        Bookkeeping,
        "deductible",
        kinds.RATIO,
        "une catégorie de dépenses, et la part de sa TVA qui se déduit",
        'Carburant = "80 %"',
        without="la règle de la catégorie",
    ),
)
VAT = Section(
    path="tva",
    keys=(
        Key(
            "regime",
            Bookkeeping,
            "exempt",
            kinds.choice({"normal": False, "franchise": True}),
            'ou `"franchise"`, sans TVA',
            more=" : franchise en base, article 293 B du CGI",
        ),
        Key(
            "franchise_jusqu_au",
            Bookkeeping,
            "exempt_until",
            kinds.DAY,
            "dernier jour de la franchise, qu’un régime normal a suivie",
            "{annee}-06-30",
        ),
        Key(
            "exigibilite",
            Bookkeeping,
            "on_payment",
            kinds.choice({"encaissements": True, "debits": False}),
            'ou `"debits"`, TVA due à la facture',
            more=", sur option, et non au règlement",
        ),
    ),
    tables=("deductible",),
)
