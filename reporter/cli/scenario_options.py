"""The options of `bilan scenario`, and which of them cannot stand together.

Knows their words. Never what they do.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, NamedTuple

from reporter.assumptions import Assumptions, Change, Goal, Lever, Measure, pulled
from reporter.cli import scenario_words as words
from reporter.cli.completion.words import categories, clients, one_of, scenarios
from reporter.cli.french_typer import UsageError
from reporter.cli.options import flag, option
from reporter.cli.scenario_words import Axes, Charge
from reporter.model import ZERO

AIMS = one_of([f"{name}=" for name in words.MEASURES])
CHANGES, QUESTIONS = "Ce qui change", "Ce qui est demandé"
NUMBER = "N|+N|+N%"

Rate = Annotated[
    Change | None, option("--tjm", words.change, NUMBER, "TJM régie, prix d’une journée.", CHANGES)
]
Days = Annotated[Change | None, option("--jours", words.change, NUMBER, "Jours facturés.", CHANGES)]
Ratio = Annotated[
    Decimal | None,
    option("--taux", words.ratio, "N%", "Part facturée des jours ouvrés nets.", CHANGES),
]
Leave = Annotated[
    Decimal | None,
    option("--conges", words.days, "N", "Jours ouvrés de congés pour douze mois.", CHANGES),
]
Fees = Annotated[
    Change | None, option("--forfaits", words.change, NUMBER, "Forfaits, en euros.", CHANGES)
]
Charges = Annotated[
    Change | None, option("--charges", words.change, NUMBER, "Charges, hors dotations.", CHANGES)
]
Charged = Annotated[
    list[Charge] | None,
    option(
        "--charge",
        words.charge,
        '"CATÉGORIE=N"',
        "Une catégorie de charges ; peut se répéter.",
        CHANGES,
        offered=categories,
    ),
]
Lost = Annotated[
    list[str] | None,
    option(
        "--sans-client", str, "NOM", "Client perdu ; peut se répéter.", CHANGES, offered=clients
    ),
]
Resold = Annotated[
    Decimal | None,
    option("--remplace", words.ratio, "N%", "Part revendue des jours du client perdu.", CHANGES),
]
Client = Annotated[
    str | None,
    option(
        "--client",
        str,
        "NOM",
        "Seul client dont le TJM ou les jours changent.",
        CHANGES,
        offered=clients,
    ),
]
Aim = Annotated[
    Goal | None,
    option("--viser", words.goal, "ca=N|resultat=N", "But à atteindre.", QUESTIONS, offered=AIMS),
]
By = Annotated[
    Lever | None,
    option(
        "--par",
        words.lever,
        "tjm|jours|taux|forfaits",
        "Ce qui y mène.",
        QUESTIONS,
        offered=one_of(words.LEVERS),
    ),
]
GridAxes = Annotated[
    Axes | None,
    option(
        "--grille",
        words.axes,
        "[tjm=DE:À:PAS,taux=DE:À:PAS]",
        "Grille TJM × taux ou jours ; sans axes, autour de l’année.",
        QUESTIONS,
    ),
]
Shown = Annotated[
    Measure | None,
    option(
        "--chiffre",
        words.measure,
        "ca|resultat",
        "Chiffre de la grille.",
        QUESTIONS,
        offered=one_of(words.MEASURES),
    ),
]
Sensitive = Annotated[
    bool,
    flag(
        "--sensibilite", "Ce que change un jour, dix euros, un client, un mois d’arrêt.", QUESTIONS
    ),
]
Names = Annotated[
    str | None,
    option(
        "--comparer",
        str,
        "NOMS",
        "Scénarios de bilan.toml, côte à côte.",
        QUESTIONS,
        offered=scenarios,
    ),
]
Format = Annotated[
    str | None,
    option(
        "--format",
        words.file_format,
        "md|html|csv|json",
        "Autre sortie.",
        QUESTIONS,
        offered=one_of(words.FORMATS),
    ),
]


def assumed(  # noqa: PLR0917  # one for each option, in their order
    rate: Change | None,
    days: Change | None,
    ratio: Decimal | None,
    leave: Decimal | None,
    fees: Change | None,
    charges: Change | None,
    charged: list[Charge] | None,
    lost: list[str] | None,
    resold: Decimal | None,
    client: str | None,
) -> Assumptions:
    """Return what the options of what changes assume, those that say nothing included."""
    return Assumptions(
        rate=rate,
        days=days,
        ratio=ratio,
        leave=leave,
        fees=fees,
        charges=charges,
        expenses=tuple((one.category, one.change) for one in charged or ()),
        lost=tuple(lost or ()),
        resold=resold or ZERO,
        client=client or "",
    )


class Questions(NamedTuple):
    """What is asked of a scenario, beyond its figures; one question at a time."""

    goal: Goal | None
    lever: Lever | None
    axes: Axes | None
    measure: Measure | None
    names: str | None
    sensitive: bool

    def check(self, asked: Assumptions) -> None:
        """Refuse questions that cannot be asked together.

        Raises:
            UsageError: with what to leave out.
        """
        several = {"--viser": self.goal, "--grille": self.axes, "--sensibilite": self.sensitive}
        words.refuse_together({**several, "--comparer": self.names}, self.lever)
        if self.measure is not None and self.axes is None:
            raise UsageError("--chiffre est celui d’une grille : donner aussi --grille")
        if self.names is not None and asked != Assumptions():
            raise UsageError("--comparer prend les scénarios tels qu’ils sont dans bilan.toml")
        sought_too = self.axes is not None or self.lever in {"days", "ratio"}
        if sought_too and (asked.days is not None or asked.ratio is not None):
            raise UsageError("le nombre de jours est cherché : ne donner ni --jours ni --taux")
        if (self.axes is not None or self.lever == "rate") and asked.rate is not None:
            raise UsageError("le TJM est cherché : ne pas donner --tjm")
        if self.lever == "fees" and asked.fees is not None:
            raise UsageError("les forfaits sont cherchés : ne pas donner --forfaits")
        trial = asked if self.lever is None else pulled(asked, self.lever, ZERO)
        if wrong := trial.contradiction():
            raise UsageError(wrong)
