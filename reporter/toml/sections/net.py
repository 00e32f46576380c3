"""The settings between the business and the pocket of its owner; section.py tells what each says.

Knows keys, fields and French. Never a value that an owner wrote, nor a rate.
"""

from __future__ import annotations

from typing import get_args

from reporter.law.assimilated import Cover
from reporter.law.income_tax import Household
from reporter.law.micro import Pace, Trade
from reporter.settings.status import Micro, PayKind, Pocket
from reporter.toml import kinds
from reporter.toml.section import Key, Section

UNKNOWN_LAW = {
    "acre": "l’exonération de début d’activité",
    "outre_mer": "les taux d’outre-mer",
    "cipav": "la Cipav et les professions réglementées",
    "conjoint": "le conjoint collaborateur",
    "artisan": "l’artisanat et sa chambre de métiers",
}
"""What somebody may look for among the keys, and that no table of ours knows."""

NET = Section(
    path="net",
    note="Ce qui reste dans la poche : bilan net {annee}",
    beyond=UNKNOWN_LAW,
    keys=(
        Key(
            "parts",
            Household,
            "shares",
            kinds.SHARES,
            "les parts du foyer, par demies",
            more=" ; `2` en couple, si rien n’est dit",
        ),
        Key(
            "couple",
            Household,
            "couple",
            kinds.FLAG,
            "`true` si deux adultes sont imposés ensemble",
        ),
        Key(
            "autres_revenus",
            Pocket,
            "other_income",
            kinds.POSITIVE_NUMBER,
            "les autres revenus imposables du foyer",
            more=", déductions faites, en euros par an",
        ),
        Key(
            "salaire",
            Pocket,
            "pay",
            kinds.choice({word: word for word in get_args(PayKind)}),
            'ou `"nette"`, ce qu’est la rémunération d’une SASU',
            '"brute"',
            " dans les dépenses : `brute`, les cotisations étant celles de la société seule, ou "
            "`nette`, les cotisations étant toutes",
        ),
        Key(
            "remuneration",
            Pocket,
            "spent",
            kinds.POSITIVE_NUMBER,
            "ce que la société dépense pour son dirigeant, cotisations comprises",
            "50000",
            without="celle des dépenses",
        ),
        Key(
            "dividendes",
            Pocket,
            "shared",
            kinds.RATIO,
            "la part versée du résultat après impôts",
        ),
        Key(
            "dividendes_au_bareme",
            Pocket,
            "by_scale",
            kinds.FLAG,
            "`true` sur option, au lieu du forfait",
        ),
        Key(
            "capital",
            Pocket,
            "capital",
            kinds.POSITIVE_NUMBER,
            "capital, primes et compte courant d’une EURL",
            "1000",
            " : au-dessus d’un dixième, ses dividendes portent des cotisations",
        ),
        Key(
            "accidents_du_travail",
            Cover,
            "accidents",
            kinds.RATIO,
            "le taux de la société",
            '"2 %"',
            without="le taux moyen",
        ),
        Key(
            "complementaire_sante",
            Cover,
            "health",
            kinds.POSITIVE_NUMBER,
            "en euros par mois, à moitié pour la société",
        ),
        Key(
            "prevoyance",
            Cover,
            "provident",
            kinds.RATIO,
            "la part de la société, jusqu’au plafond de la sécurité sociale",
        ),
    ),
)
MICRO = Section(
    path="micro",
    beyond=UNKNOWN_LAW,
    keys=(
        Key(
            "activite",
            Micro,
            "trade",
            kinds.choice({word: word for word in get_args(Trade)}),
            'ou `"bic"`, prestations commerciales, ou `"ventes"`',
        ),
        Key(
            "dates",
            Micro,
            "by_invoice",
            kinds.choice({"paiement": False, "facture": True}),
            'ou `"facture"`, si les paiements ne sont pas datés',
        ),
        Key(
            "declaration",
            Micro,
            "pace",
            kinds.choice({word: word for word in get_args(Pace)}),
            'ou `"trimestre"`',
        ),
        Key(
            "versement_liberatoire",
            Micro,
            "liberatory",
            kinds.FLAG,
            "`true` sur option, à la place du barème",
        ),
    ),
)
