"""The options of `bilan net` that are its own, and which of them cannot stand together.

Knows their words. Never what they do.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, NamedTuple, get_args

import typer

from reporter.assumptions import Assumptions
from reporter.cli import scenario_words as words
from reporter.cli.french_typer import UsageError
from reporter.cli.options import flag, option
from reporter.cli.scenario_options import CHANGES, QUESTIONS
from reporter.french import enumeration
from reporter.net.means import Means
from reporter.numerals import BLANKS
from reporter.settings.status import Status, pays_corporate_tax
from reporter.settings.words import NAMES

if TYPE_CHECKING:
    from reporter.settings.status import Pocket

YEAR_MONTHS = 12
MEANS: dict[str, Means] = {"tjm": "rate", "remuneration": "spent"}
PERIODS = {"": 1, "/an": 1, "/mois": YEAR_MONTHS}


class Forms(NamedTuple):
    """Legal forms to set side by side."""

    statuses: tuple[Status, ...]


def spent(value: object) -> Decimal:
    """Read what a company spends on its manager: 60000."""
    text = BLANKS.sub("", str(value)).rstrip("€")
    words.refuse_grouped(text)
    if not words.NUMBER.fullmatch(text):
        raise typer.BadParameter(f"« {value} » n’est pas un montant, écrire par exemple 60000")
    return Decimal(text.replace(",", "."))


def aim(value: object) -> Decimal:
    """Read what is to be left in a year: net=3500/mois, net=42000."""
    name, _, amount = BLANKS.sub("", str(value)).partition("=")
    bare, slash, period = amount.partition("/")
    number = bare.rstrip("€")
    words.refuse_grouped(number)
    if name != "net" or not words.NUMBER.fullmatch(number) or slash + period not in PERIODS:
        raise typer.BadParameter(f"« {value} » : écrire par exemple net=3500/mois ou net=42000")
    return Decimal(number.replace(",", ".")) * PERIODS[slash + period]


def means(value: object) -> Means:
    """Read what leads there: tjm, remuneration."""
    return words.among(value, MEANS)


def forms(value: object) -> Forms:
    """Read legal forms: sasu,eurl-is,ei,micro."""
    known: dict[str, Status] = {status: status for status in get_args(Status)}
    return Forms(tuple(dict.fromkeys(words.among(name, known) for name in str(value).split(","))))


Spent = Annotated[
    Decimal | None,
    option(
        "--remuneration", spent, "N", "Ce que la société dépense, cotisations comprises.", CHANGES
    ),
]
Shared = Annotated[
    Decimal | None,
    option("--dividendes", words.ratio, "N%", "Part du résultat après impôts versée.", CHANGES),
]
Target = Annotated[
    Decimal | None, option("--viser", aim, "net=N[/mois]", "Ce qui doit rester.", QUESTIONS)
]
By = Annotated[
    Means | None, option("--par", means, "tjm|remuneration", "Ce qui y mène.", QUESTIONS)
]
Compared = Annotated[
    Forms | None,
    option(
        "--comparer", forms, "STATUTS", "Statuts côte à côte : sasu,eurl-is,ei,micro.", QUESTIONS
    ),
]
Sensitive = Annotated[
    bool,
    flag(
        "--sensibilite",
        "Ce que changent un jour, dix euros, un achat, une rémunération.",
        QUESTIONS,
    ),
]


class Questions(NamedTuple):
    """What is asked of what is left; one question at a time."""

    aim: Decimal | None
    means: Means | None
    forms: Forms | None
    sensitive: bool
    spent: Decimal | None
    shared: Decimal | None

    def changed(self, pocket: Pocket) -> Pocket:
        """Return the pocket of the settings with what was given instead."""
        if self.spent is not None:
            pocket = pocket._replace(spent=self.spent)
        return pocket if self.shared is None else pocket._replace(shared=self.shared)

    def refuse_vain(self, own: Status | None) -> None:
        """Refuse a pay or dividends that none of the forms asked for has.

        Raises:
            UsageError: with what to leave out.
        """
        given = {"--remuneration": self.spent, "--dividendes": self.shared}
        vain = [name for name, value in given.items() if value is not None]
        asked = self.forms.statuses if self.forms else (own,)
        if vain and not any(map(pays_corporate_tax, asked)):
            named = enumeration([NAMES[status] for status in asked if status])
            raise UsageError(
                f"en {named}, ni rémunération ni dividendes ne se choisissent : retirer "
                f"{enumeration(vain)}"
            )

    def check(self, asked: Assumptions) -> None:
        """Refuse questions that cannot be asked together.

        Raises:
            UsageError: with what to leave out.
        """
        asking = {"--viser": self.aim, "--sensibilite": self.sensitive, "--comparer": self.forms}
        words.refuse_together(asking, self.means)
        if self.means == "rate" and asked.rate is not None:
            raise UsageError("le TJM est cherché : ne pas donner --tjm")
        if self.means == "spent" and self.spent is not None:
            raise UsageError("la rémunération est cherchée : ne pas donner --remuneration")
        if wrong := asked.contradiction():
            raise UsageError(wrong)
