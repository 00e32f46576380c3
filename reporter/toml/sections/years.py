"""The settings of the financial years, each declared once; section.py tells what that says.

Knows keys, fields and French. Never a value that an owner wrote.
"""

from __future__ import annotations

from reporter.model import FinancialYear
from reporter.settings import Settings, YearSettings
from reporter.toml import kinds
from reporter.toml.section import OWN, Key, Section
from reporter.toml.sections.company import STATUS

EVERY_YEAR = (
    Key(
        "conges",
        YearSettings,
        "leave",
        kinds.POSITIVE_NUMBER,
        "jours ouvrés de congés pour douze mois",
    ),
    Key(
        "objectif_tjm",
        YearSettings,
        "target_rate",
        kinds.POSITIVE_NUMBER,
        "le TJM visé, en euros",
        "600",
    ),
    Key(
        "objectif_taux",
        YearSettings,
        "target_ratio",
        kinds.RATIO,
        "la part visée des jours ouvrés nets de congés",
        '"80 %"',
        more=", ou `0.8`",
    ),
)
YEARS = Section(
    path="exercice",
    keys=(
        Key(
            "cloture",
            Settings,
            "closing",
            kinds.MONTH_DAY,
            "jour et mois de clôture",
            more=" ; pour `[exercice]` seulement",
        ),
        *EVERY_YEAR,
    ),
    tables=(OWN,),
)
YEAR = Section(
    path="exercice.*",
    note="Un exercice à part porte l’année de sa clôture ; il peut redire conges et les objectifs.",
    shown={"{annee}": ()},
    keys=(
        Key(
            "debut",
            FinancialYear,
            "start",
            kinds.DAY,
            "un exercice plus court, ou plus long",
            "{annee}-03-01",
            without="selon `cloture`",
        ),
        Key(
            "fin",
            FinancialYear,
            "end",
            kinds.DAY,
            "va avec `debut`",
            "{annee}-12-31",
            without="selon `cloture`",
        ),
        Key(
            "reference",
            YearSettings,
            "reference",
            kinds.YEAR,
            "une autre année à laquelle comparer",
            "{avant}",
            ", en plus de la précédente",
            without="aucune",
        ),
        Key(
            "resultat",
            YearSettings,
            "final_result",
            kinds.NUMBER,
            "le résultat de l’expert-comptable, qui l’emporte",
            "20000",
            ", et se dit « définitif »",
            without="estimé",
        ),
        Key(
            "impot",
            YearSettings,
            "final_tax",
            kinds.NUMBER,
            "son impôt sur les sociétés",
            "3000",
            without="estimé",
        ),
        Key(
            "reintegrations",
            YearSettings,
            "additions",
            kinds.POSITIVE_NUMBER,
            "ce qui s’ajoute au bénéfice imposable",
        ),
        Key(
            "deductions", YearSettings, "deductions", kinds.POSITIVE_NUMBER, "ce qui s’en retranche"
        ),
        Key(
            "deficits_anterieurs",
            YearSettings,
            "prior_losses",
            kinds.POSITIVE_NUMBER,
            "les déficits reportés que le bénéfice absorbe",
        ),
        Key(
            "statut",
            YearSettings,
            "status",
            STATUS,
            "le statut de cet exercice, s’il était un autre",
            '"ei"',
            without="celui de `[societe]`",
        ),
        Key(
            "complet",
            YearSettings,
            "complete",
            kinds.FLAG,
            "ses classeurs sont entiers, même arrêtés avant sa fin : il n’est jamais partiel",
            "true",
            " ; un exercice dont `resultat` est donné ne l’est pas non plus",
        ),
        Key(
            "publication",
            YearSettings,
            "published",
            kinds.DAY,
            "la date de la page pour Hugo",
            "{annee}-12-31",
            without="`date` de `[publication]`",
        ),
    ),
    also=EVERY_YEAR,
)
