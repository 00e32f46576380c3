"""The names of all that can be explained, and what each means in one sentence.

Knows the names of `show --json`, their labels and definitions. Never a value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.characters import folded
from reporter.french import capitalised
from reporter.settings.words import OF
from reporter.tables.explained.definitions import BOOKED, DEFINITIONS, TJM
from reporter.tables.quantities import EFFECTS, OBJECTIVE, YEAR
from reporter.tables.years import DETAILS, KEY_FIGURES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.figures import Figures
    from reporter.french import Kind


class Named(NamedTuple):
    """A figure as a person calls it.

    Attributes:
        field: the name of the figure in the code.
        kind: how it prints when it is explained, to the cent.
        label: its name in tables.
        definition: what it is, in one sentence.
    """

    field: str
    kind: Kind
    label: str
    definition: str


class Fact(NamedTuple):
    """What is said of a year and is no number."""

    label: str
    definition: str


RESULT = "resultat_apres_impots"
"""The name of the result, where the legal form has a tax."""
EXACT: Mapping[Kind, Kind] = {
    "kilo": "cents",
    "euros": "cents",
    "rate": "rate_cents",
    "percent": "fine_percent",
}
"""How a quantity of a report prints where it is explained."""
LABELS = {
    **KEY_FIGURES,
    **DETAILS,
    "jours_ouvres": "Jours ouvrés",
    "jours_conges": "Jours de congés",
}
BEYOND = {
    "jours_equivalents": Named(
        "equivalent_days",
        "days",
        "Jours équivalents",
        "les jours que les forfaits disent représenter",
    ),
    "jours_avec_equivalents": Named(
        "all_days",
        "days",
        "Jours, équivalents compris",
        "les jours facturés et ceux que les forfaits représentent",
    ),
    "autres_produits": Named(
        "other_income",
        "cents",
        "Autres produits",
        "les produits de la classe 7 qui ne sont pas des ventes : financiers, exceptionnels, "
        "reprises",
    ),
    "base_imposable": Named(
        "taxable",
        "cents",
        "Bénéfice imposable",
        "le résultat avant impôts, corrigé des réintégrations, des déductions et des déficits "
        "antérieurs",
    ),
    "impot_estime": Named(
        "estimated_tax",
        "cents",
        "Impôt estimé",
        "l’impôt sur les sociétés du bénéfice imposable, arrondi à l’euro, par tranches",
    ),
    "impot_definitif": Named(
        "final_tax", "cents", "Impôt définitif", "l’impôt que l’expert-comptable a arrêté"
    ),
    "resultat_definitif": Named(
        "final_result",
        "cents",
        "Résultat définitif",
        "le résultat après impôts que l’expert-comptable a arrêté",
    ),
    "ajustement": Named(
        "adjustment",
        "cents",
        "Ajustement",
        "ce que le résultat de l’expert-comptable ajoute à celui des classeurs",
    ),
    "reintegrations": Named(
        "additions", "cents", "Réintégrations", "ce qui s’ajoute au bénéfice imposable"
    ),
    "deductions": Named(
        "deductions", "cents", "Déductions", "ce qui se retranche du bénéfice imposable"
    ),
    "deficits_anterieurs": Named(
        "prior_losses",
        "cents",
        "Déficits antérieurs",
        "les pertes reportées que le bénéfice absorbe",
    ),
    "objectif.jours": Named(
        "objective.days",
        "days",
        "Objectif de jours",
        "les jours à facturer : la part visée des jours ouvrés nets",
    ),
    "ecart_jours": Named(
        "more_days",
        "signed_days",
        "Écart de jours",
        "les jours facturés de plus, ou de moins, que l’année d’avant",
    ),
    "ecart_ca_jours": Named(
        "day_change",
        "signed_cents",
        "Écart de CA des jours",
        "ce que les jours rapportent de plus, ou de moins, que l’année d’avant",
    ),
}
"""The figures behind those of the report, which an explanation cites."""
AIMS = {
    "tjm": ("Objectif de TJM", "le TJM que vous visez"),
    "taux": ("Objectif de taux", "la part des jours ouvrés nets que vous visez"),
    "chiffre_affaires": (
        "Objectif de chiffre d’affaires",
        "le TJM visé, sur les jours à facturer",
    ),
}
MOVES = {
    "volume": ("Effet volume", "ce que change le nombre de jours, au TJM régie de l’année d’avant"),
    "prix": (
        "Effet prix",
        "ce que change le TJM régie sur les jours de l’année, répartition entre clients comprise",
    ),
    "forfaits": ("Effet des forfaits", "ce que les forfaits ont de plus, ou de moins"),
    "total": ("Variation du chiffre d’affaires", "ce que les trois effets font ensemble"),
}
FACTS = {
    "exercice": Fact("Exercice", "l’année de clôture de l’exercice"),
    "debut": Fact("Début", "le premier jour de l’exercice"),
    "fin": Fact("Fin", "le dernier jour de l’exercice"),
    "methode_tjm": Fact("Méthode du TJM", "comment le TJM est calculé"),
    "resultat_estime": Fact(
        "Résultat estimé", "non si l’expert-comptable a donné le résultat, sinon oui"
    ),
    "statut": Fact("Statut", "le statut juridique de l’exercice"),
}
VARIATION = "variations"
SOLD = "resultat_cessions"
"""Has no place in a year in which nothing was sold or scrapped."""


def names(figures: Figures) -> dict[str, Named]:
    """Return every name that a year's figures have in its legal form; variations apart."""
    hidden = left_out(figures)
    return {name: one for name, one in every_name(figures).items() if name not in hidden}


def every_name(figures: Figures) -> dict[str, Named]:
    """Return the same, with the names that the legal form does not have."""
    words = OF[figures.status]
    own = {"tjm": TJM[figures.method]}
    before = capitalised(words.before) or "Résultat des classeurs"
    results = {"resultat_apres_impots": capitalised(words.result), "resultat_avant_impots": before}
    labels = {**LABELS, **results}
    definitions = {**DEFINITIONS, **own, **(BOOKED if figures.is_booked else {})}
    if not words.depreciated:
        definitions["charges"] = "les dépenses hors taxes de l’exercice, achats compris"
    if figures.disposals:
        definitions["resultat_avant_impots"] += ", et ce que laissent les achats amortis cédés"
    if not words.tax:
        definitions["resultat_apres_impots"] = "le chiffre d’affaires moins ce qui est dépensé"
    found = {
        name: Named(field, EXACT.get(kind, kind), labels[name], definitions[name])
        for name, (field, kind) in YEAR.items()
    }
    found |= {
        f"objectif.{name}": Named(f"objective.{field}", EXACT.get(kind, kind), *AIMS[name])
        for name, (field, kind) in OBJECTIVE.items()
    }
    found |= {
        f"effets.{name}": Named(f"effect_{field}", "signed_cents", *MOVES[name])
        for name, field in EFFECTS.items()
    }
    return {renamed(name, figures): one for name, one in {**found, **BEYOND}.items()}


def left_out(figures: Figures) -> set[str]:
    """Return the names that a year does not have: for its legal form, or as it sold nothing."""
    words = OF[figures.status]
    untaxed = {"impot", "resultat_avant_impots", "base_imposable", "impot_estime"}
    found = set() if words.tax else untaxed | {"impot_definitif", "reintegrations", "deductions"}
    found |= set() if words.tax else {"deficits_anterieurs"}
    found |= set() if figures.is_booked else {"autres_produits"}
    found |= set() if figures.disposals else {SOLD}
    return found if words.depreciated else found | {"dotations_amortissements"}


def renamed(name: str, figures: Figures) -> str:
    """Return a name as the legal form of a year has it."""
    words = OF[figures.status]
    if words.tax or name != RESULT:
        return name
    return folded(words.result).replace(" ", "_")
