"""The settings of the company, its figures and its reports; section.py tells what each says.

Knows keys, fields and French. Never a value that an owner wrote.
"""

from __future__ import annotations

from typing import get_args

from reporter.law.depreciation import Basis
from reporter.settings import Method, Settings
from reporter.settings.status import Status
from reporter.toml import kinds
from reporter.toml.section import Key, Section

STATUS = kinds.choice(
    {word: word for word in get_args(Status)},
    {"micro-entreprise": "micro", "auto-entrepreneur": "micro", "entreprise individuelle": "ei"},
)

COMPANY = Section(
    path="societe",
    keys=(
        Key("nom", Settings, "name", kinds.TEXT, "le nom affiché en tête du rapport"),
        Key("siren", Settings, "siren", kinds.TEXT, "neuf chiffres", '"812345676"'),
        Key(
            "creation",
            Settings,
            "founded",
            kinds.DAY,
            "premier jour d’activité",
            "{annee}-01-01",
            ", pour dire le rang de l’exercice",
        ),
        Key(
            "statut",
            Settings,
            "status",
            STATUS,
            f"le statut juridique ({', '.join(get_args(Status))})",
            '"sasu"',
            " : voir [les statuts](STATUTS.md)",
        ),
        Key(
            "impot",
            Settings,
            "taxed",
            kinds.choice({"is": True, "aucun": False}),
            'ou `"aucun"`, sans impôt sur les sociétés',
        ),
        Key(
            "base",
            Settings,
            "by_receipt",
            kinds.choice({"facture": False, "encaissement": True}),
            'ou `"encaissement"`, une vente compte le jour de son paiement',
            more=" : voir [Facturé et encaissé](ENCAISSEMENTS.md)",
        ),
        Key(
            "taux_reduit",
            Settings,
            "reduced_rate",
            kinds.FLAG,
            "`false` sans droit au taux réduit de 15 %",
        ),
        Key(
            "alsace_moselle",
            Settings,
            "alsace_moselle",
            kinds.FLAG,
            "`true` pour le Vendredi saint et le 26 décembre",
        ),
    ),
)
CALCULATION = Section(
    path="calcul",
    keys=(
        Key(
            "methode_tjm",
            Settings,
            "method",
            kinds.choice({word: word for word in get_args(Method)}),
            'ou `"regie"`, ou `"equivalent_jours"`',
            more=" ; `ca_total` divise le chiffre d’affaires par les jours facturés, `regie` celui "
            "des jours seuls, `equivalent_jours` leur ajoute les jours équivalents des forfaits, "
            "dont un seul qui manque rend le TJM « n. d. »",
        ),
        Key(
            "amortissement",
            Settings,
            "basis",
            kinds.choice({word: word for word in get_args(Basis)}),
            'ou `"365"`, jours réels',
        ),
    ),
)
POST = Section(
    path="publication",
    keys=(
        Key("auteur", Settings, "author", kinds.TEXT, "le nom de qui signe"),
        Key(
            "tags",
            Settings,
            "tags",
            kinds.TEXTS,
            "les mots-clés de l’article",
            more=' : `["bilan", "2020"]`',
        ),
        Key(
            "date",
            Settings,
            "published",
            kinds.DAY,
            "la date des pages pour Hugo",
            "{annee}-12-31",
            without="la fin de l’exercice",
        ),
        Key(
            "modification",
            Settings,
            "modified",
            kinds.DAY,
            "celle de leur dernier changement",
            "{annee}-12-31",
            without="`date`",
        ),
        Key(
            "net",
            Settings,
            "shows_pocket",
            kinds.FLAG,
            "`true` montre ce qui reste dans la poche",
            more=" ; jamais avec `--anonyme`",
        ),
    ),
)
CHECKS = Section(
    path="verifications",
    keys=(
        Key(
            "ignorer",
            Settings,
            "ignored",
            kinds.TEXTS,
            "ce que « bilan check » ne doit plus redire",
            more=' : un [point](VERIFICATIONS.md), `"jour-ferie 14/07/2020"`, ou tous ceux '
            'd’un nom, `"dimanche"`',
        ),
    ),
)
