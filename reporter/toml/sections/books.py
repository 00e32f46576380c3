"""The settings of how the books are read and kept; section.py tells what a declaration says.

Knows keys, fields and French. Never a value that an owner wrote.
"""

from __future__ import annotations

from reporter.settings.bookkeeping import Bookkeeping, Ledger
from reporter.settings.reading import Limits, Rules
from reporter.toml import kinds
from reporter.toml.section import Key, Section

COLUMNS = Section(
    path="colonnes",
    names=Key(
        "un mot de vos feuilles",
        Rules,
        "words",
        kinds.TEXT,
        "un mot de vos feuilles, et le nôtre",
        'Net = "Montant HT"',
        ' ; `""` laisse la colonne de côté',
        "les mots connus",
    ),
)
STATUSES = Section(
    path="statuts",
    names=Key(
        "un statut",
        Rules,
        "statuses",
        kinds.choice({"compte": True, "ne compte pas": False}),
        "un statut de vos lignes, et s’il compte",
        'Signature = "ne compte pas"',
        "",
        "les statuts courants",
    ),
)
READING = Section(
    path="lecture",
    keys=(
        Key(
            "heures_par_jour",
            Rules,
            "hours",
            kinds.HOURS,
            "nécessaire si vos feuilles comptent des heures",
            "7",
            ", celles d’un jour facturé",
        ),
        Key("taille_mo", Limits, "size", kinds.MEGABYTES, "le plus gros fichier lu, en mégaoctets"),
        Key(
            "contenu_mo", Limits, "content", kinds.MEGABYTES, "la même chose, une fois décompressé"
        ),
        Key("lignes", Limits, "rows", kinds.COUNT, "les lignes d’une feuille"),
        Key("cellules", Limits, "cells", kinds.COUNT, "les cellules d’une feuille"),
    ),
)
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
    tables=("plan",),
)
PLAN = Section(
    path="comptes.plan",
    keys=(
        Key("jours", Ledger, "days", kinds.starting("70"), "ventes de jours"),
        Key("forfaits", Ledger, "fees", kinds.starting("70"), "ventes au forfait"),
        Key("clients", Ledger, "clients", kinds.starting("411"), "ce que doivent les clients"),
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
        Key("tva_collectee", Ledger, "vat_collected", kinds.starting("4457"), "TVA des ventes"),
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
        Key("banque", Ledger, "bank", kinds.starting("51"), "règlements"),
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
            "exigibilite",
            Bookkeeping,
            "on_payment",
            kinds.choice({"encaissements": True, "debits": False}),
            'ou `"debits"`, TVA due à la facture',
            more=", sur option, et non au règlement",
        ),
    ),
)
