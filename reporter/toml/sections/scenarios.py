"""The settings of an imagined year, each declared once; section.py tells what a declaration says.

Knows keys, fields and French. Never a value that an owner wrote.
"""

from __future__ import annotations

from reporter.assumptions import Assumptions
from reporter.toml import kinds
from reporter.toml.section import OWN, Key, Section

SAME = "inchangé"
SCENARIOS = Section(path="scenarios", tables=(OWN,))
SCENARIO = Section(
    path="scenarios.*",
    note="Une année imaginée, sous votre nom : bilan scenario {annee} --comparer prudent",
    shown={
        "prudent": ("taux", "conges", "forfaits", "charge", "sans_client", "remplace"),
        "ambitieux": ("tjm", "jours", "charges", "client"),
    },
    keys=(
        Key(
            "tjm",
            Assumptions,
            "rate",
            kinds.CHANGE,
            "le TJM régie, prix d’une journée",
            '"+5 %"',
            ', `850`, `"+50"`',
            without=SAME,
        ),
        Key(
            "jours",
            Assumptions,
            "days",
            kinds.CHANGE,
            "les jours facturés",
            '"+10"',
            ", `182`",
            SAME,
        ),
        Key(
            "taux",
            Assumptions,
            "ratio",
            kinds.RATIO,
            "la part facturée des jours ouvrés nets de congés",
            '"70 %"',
            ", au lieu de `jours`",
            without=SAME,
        ),
        Key(
            "conges",
            Assumptions,
            "leave",
            kinds.POSITIVE_NUMBER,
            "jours ouvrés de congés pour douze mois",
            "30",
            without=SAME,
        ),
        Key(
            "forfaits",
            Assumptions,
            "fees",
            kinds.CHANGE,
            "le total des forfaits, en euros",
            '"-10 %"',
            ", `15000`",
            without=SAME,
        ),
        Key(
            "charges",
            Assumptions,
            "charges",
            kinds.CHANGE,
            "le total des charges, hors dotations",
            "60000",
            ', ou `"+5 %"`',
            without=SAME,
        ),
        Key(
            "charge",
            Assumptions,
            "expenses",
            kinds.CHANGES,
            "une ou plusieurs catégories de charges",
            '{ "Loyer" = "+10 %" }',
        ),
        Key(
            "sans_client",
            Assumptions,
            "lost",
            kinds.NAMES,
            "un client perdu, ou une liste de clients",
            '"Nom du client"',
        ),
        Key(
            "remplace",
            Assumptions,
            "resold",
            kinds.RATIO,
            "la part de leurs jours revendue au même tarif",
            '"50 %"',
        ),
        Key(
            "client",
            Assumptions,
            "client",
            kinds.TEXT,
            "le seul client dont `tjm` et `jours` changent",
            '"Nom du client"',
        ),
    ),
)
