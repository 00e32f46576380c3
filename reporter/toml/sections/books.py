"""The settings of how the books and the bank are read; section.py tells what a declaration says.

Knows keys, fields and French. Never a value that an owner wrote.
"""

from __future__ import annotations

from reporter.settings import Settings
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
    note="Votre véhicule, pour les kilomètres des dépenses : ils prennent le barème de leur année.",
    keys=(
        Key(
            "type",
            Vehicle,
            "kind",
            kinds.choice({"voiture": "car", "moto": "motorcycle", "cyclomoteur": "moped"}),
            '`"voiture"`, `"moto"` (plus de 50 cm³) ou `"cyclomoteur"`',
        ),
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
            "`true` s’il est électrique, ce qui compte un cinquième de plus depuis 2020",
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
        Key(
            "jour_avant_mois",
            Rules,
            "day_first",
            kinds.TEXTS,
            "les fichiers, ou relevés de banque, dont les dates de deux sens sont à la française",
            '["export.csv"]',
            " : 03/04/2020 y est le 3 avril",
        ),
        Key("taille_mo", Limits, "size", kinds.MEGABYTES, "le plus gros fichier lu, en mégaoctets"),
        Key(
            "contenu_mo", Limits, "content", kinds.MEGABYTES, "la même chose, une fois décompressé"
        ),
        Key("lignes", Limits, "rows", kinds.COUNT, "les lignes d’une feuille"),
        Key("cellules", Limits, "cells", kinds.COUNT, "les cellules d’une feuille"),
    ),
)
BANK = Section(
    path="banque",
    note="Ce que la banque ne dit pas : voir « bilan reconcile ».",
    tables=("rapprochements", "noms"),
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
CALLED = Section(
    path="banque.noms",
    shown={},
    names=Key(
        "des mots d’un libellé",
        Settings,
        "called",
        kinds.TEXT,
        "des mots d’un libellé de la banque, et le client ou le fournisseur qu’ils nomment",
        '"VIR SALAIRE" = "Anne"',
    ),
)
