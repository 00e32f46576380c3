"""The settings of how the books are read and kept; section.py tells what a declaration says.

Knows keys, fields and French. Never a value that an owner wrote.
"""

from __future__ import annotations

from reporter.settings import Settings
from reporter.settings.bookkeeping import Bookkeeping, Ledger
from reporter.settings.reading import Limits, Rules, Vehicle
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
VEHICLE = Section(
    path="vehicule",
    note="Votre voiture, pour les kilomètres des dépenses : ils prennent le barème de leur année.",
    keys=(
        Key(
            "puissance_fiscale",
            Vehicle,
            "power",
            kinds.count(),
            "celle de la carte grise, en chevaux",
            "5",
            " ; nécessaire si une dépense a des kilomètres et pas de montant",
        ),
        Key(
            "electrique",
            Vehicle,
            "electric",
            kinds.FLAG,
            "`true` pour une voiture électrique, qui compte un cinquième de plus depuis 2020",
        ),
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
        Key(
            "mois_avant_jour",
            Rules,
            "month_first",
            kinds.TEXTS,
            "les fichiers dont les dates sont à l’américaine",
            '["export.csv"]',
            " : 03/31/2020 y est le 31 mars",
        ),
        Key("taille_mo", Limits, "size", kinds.MEGABYTES, "le plus gros fichier lu, en mégaoctets"),
        Key(
            "contenu_mo", Limits, "content", kinds.MEGABYTES, "la même chose, une fois décompressé"
        ),
        Key("lignes", Limits, "rows", kinds.COUNT, "les lignes d’une feuille"),
        Key("cellules", Limits, "cells", kinds.COUNT, "les cellules d’une feuille"),
    ),
)


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
            kinds.starting("4"),
            "achats que vous avez payés pour la société",
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
BANK = Section(
    path="banque",
    note="Ce que la banque ne dit pas : voir « bilan reconcile ».",
    tables=("rapprochements",),
)
MATCHES = Section(
    path="banque.rapprochements",
    shown={},
    names=Key(
        "un mouvement",
        Settings,
        "matches",
        kinds.NAMES,
        "un mouvement de la banque, et la facture ou la dépense qu’il paie",
        '"{annee}-03-12 1200,00 VIR ACME" = "F-12"',
        ", tel que « bilan reconcile » le nomme ; une liste s’il en paie plusieurs, "
        '`"hors des livres"` s’il n’en paie aucune',
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
