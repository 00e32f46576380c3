"""`bilan scenario`: what if, on one's own figures."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reporter.assumptions import Assumptions, Change, Goal, Lever, Measure, pulled
from reporter.cli import changes
from reporter.cli.changes import AUTO, Axes, Charge
from reporter.cli.french_typer import FrenchCommand, UsageError
from reporter.cli.options import Folder, Year
from reporter.cli.terminal import open_books, show
from reporter.model import ZERO

if TYPE_CHECKING:
    from reporter.books import Books
    from reporter.tables.table import Table


class ScenarioCommand(FrenchCommand):
    """The command, whose option --grille can stand without its axes."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words of the command line."""
        given: list[str] = []
        for word, following in zip(args, [*args[1:], ""], strict=True):
            given.append(word)
            if word == "--grille" and (following.startswith("--") or "=" not in following):
                given.append(AUTO)
        return super().parse_args(ctx, given)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("scenario", cls=ScenarioCommand)(scenario)


def _option(name: str, parser: Any, word: str, text: str, panel: str) -> Any:
    return typer.Option(
        name, parser=parser, metavar=word, help=text, show_default=False, rich_help_panel=panel
    )


CHANGES, QUESTIONS = "Ce qui change", "Ce qui est demandé"
NUMBER = "N|+N|+N%"

Rate = Annotated[
    Change | None,
    _option("--tjm", changes.change, NUMBER, "TJM régie, prix d’une journée.", CHANGES),
]
Days = Annotated[
    Change | None, _option("--jours", changes.change, NUMBER, "Jours facturés.", CHANGES)
]
Ratio = Annotated[
    Decimal | None,
    _option("--taux", changes.ratio, "N%", "Part facturée des jours ouvrés nets.", CHANGES),
]
Leave = Annotated[
    Decimal | None,
    _option("--conges", changes.days, "N", "Jours ouvrés de congés pour douze mois.", CHANGES),
]
Fees = Annotated[
    Change | None, _option("--forfaits", changes.change, NUMBER, "Forfaits, en euros.", CHANGES)
]
Charges = Annotated[
    Change | None,
    _option("--charges", changes.change, NUMBER, "Charges, hors dotations.", CHANGES),
]
Charged = Annotated[
    list[Charge] | None,
    _option(
        "--charge", changes.charge, '"POSTE=N"', "Un poste de charges ; peut se répéter.", CHANGES
    ),
]
Lost = Annotated[
    list[str] | None,
    _option("--sans-client", str, "NOM", "Client perdu ; peut se répéter.", CHANGES),
]
Resold = Annotated[
    Decimal | None,
    _option("--remplace", changes.ratio, "N%", "Part revendue des jours du client perdu.", CHANGES),
]
Client = Annotated[
    str | None,
    _option("--client", str, "NOM", "Seul client dont le TJM ou les jours changent.", CHANGES),
]
Aim = Annotated[
    Goal | None,
    _option("--viser", changes.goal, "ca=N|resultat=N", "But à atteindre.", QUESTIONS),
]
By = Annotated[
    Lever | None,
    _option("--par", changes.lever, "tjm|jours|taux|forfaits", "Ce qui y mène.", QUESTIONS),
]
GridAxes = Annotated[
    Axes | None,
    _option(
        "--grille",
        changes.axes,
        "[tjm=DE:À:PAS,taux=DE:À:PAS]",
        "Grille TJM × taux ou jours ; sans axes, autour de l’année.",
        QUESTIONS,
    ),
]
Shown = Annotated[
    Measure | None,
    _option("--chiffre", changes.measure, "ca|resultat", "Chiffre de la grille.", QUESTIONS),
]
Sensitive = Annotated[
    bool,
    typer.Option(
        "--sensibilite",
        help="Ce que change un jour, dix euros, un client, un mois d’arrêt.",
        rich_help_panel=QUESTIONS,
    ),
]
Names = Annotated[
    str | None,
    _option("--comparer", str, "NOMS", "Scénarios de bilan.toml, côte à côte.", QUESTIONS),
]
Format = Annotated[
    str | None,
    _option("--format", changes.file_format, "md|html|csv|json", "Autre sortie.", QUESTIONS),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """What is asked of a scenario, beyond its figures; one question at a time."""

    goal: Goal | None
    lever: Lever | None
    axes: Axes | None
    measure: Measure | None
    sensitive: bool
    names: str | None

    def check(self, asked: Assumptions) -> None:
        """Refuse questions that cannot be asked together.

        Raises:
            UsageError: with what to leave out.
        """
        several = (self.goal, self.axes, self.names, self.sensitive or None)
        if sum(question is not None for question in several) > 1:
            raise UsageError("--viser, --grille, --sensibilite et --comparer : un seul à la fois")
        if (self.goal is None) != (self.lever is None):
            raise UsageError("--viser dit le but et --par ce qui y mène : donner les deux")
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


def scenario(
    annee: Year,
    *,
    tjm: Rate = None,
    jours: Days = None,
    taux: Ratio = None,
    conges: Leave = None,
    forfaits: Fees = None,
    charges: Charges = None,
    charge: Charged = None,
    sans_client: Lost = None,
    remplace: Resold = None,
    client: Client = None,
    viser: Aim = None,
    par: By = None,
    grille: GridAxes = None,
    chiffre: Shown = None,
    sensibilite: Sensitive = False,
    comparer: Names = None,
    format: Format = None,  # noqa: A002  # the option's name
    dossier: Folder = None,
) -> None:
    """Imaginer une année : TJM, jours, congés, charges, clients.

    L’année est réelle, ou reprise de la dernière des classeurs.
    """
    asked = Assumptions(
        rate=tjm,
        days=jours,
        ratio=taux,
        leave=conges,
        fees=forfaits,
        charges=charges,
        expenses=tuple((one.category, one.change) for one in charge or ()),
        lost=tuple(sans_client or ()),
        resold=remplace or ZERO,
        client=client or "",
    )
    questions = Questions(
        goal=viser,
        lever=par,
        axes=grille,
        measure=chiffre,
        sensitive=sensibilite,
        names=comparer,
    )
    questions.check(asked)
    _print(_answer(open_books(dossier), annee, asked, questions), format)


def _answer(books: Books, year: int, asked: Assumptions, questions: Questions) -> list[Table]:
    """Return the assumptions, then what they come to."""
    from reporter.tables import scenarios as tables
    from reporter.tables.assumptions import assumptions

    if questions.names is not None:
        return _compared(books, year, questions.names)
    if questions.goal is not None and questions.lever is not None:
        from reporter.scenarios.goals import sought

        found = sought(books.case(year), asked, questions.goal, questions.lever)
        one = books.scenario(year, pulled(asked, questions.lever, found.value))
        goal = tables.goal(found, one.figures)
        return [assumptions(one, found.lever), goal, tables.comparison(one)]
    one = books.scenario(year, asked)
    if questions.axes is not None:
        from reporter.scenarios.grids import grid
        from reporter.tables.grids import grid_table

        cells = grid(one.before, asked, questions.measure or "revenue", questions.axes)
        return [assumptions(one), grid_table(cells)]
    if questions.sensitive:
        from reporter.scenarios.sensitivity import sensitivity

        return [assumptions(one), tables.sensitivities(one, sensitivity(one.after))]
    return [assumptions(one), tables.comparison(one)]


def _compared(books: Books, year: int, names: str) -> list[Table]:
    from reporter.scenarios.names import named
    from reporter.tables.assumptions import assumptions_compared
    from reporter.tables.scenarios import compared

    chosen = named(books.settings.scenarios, names.split(","))
    several = [books.scenario(year, asked, name) for name, asked in chosen.items()]
    return [assumptions_compared(several), compared(several)]


def _print(answer: list[Table], name: str | None) -> None:
    if name is not None:
        from reporter.formats.tables import render

        sys.stdout.write(render(answer, name))
        return
    for number, table in enumerate(answer):
        if number and answer[number - 1].note:
            sys.stdout.write("\n")
        show(table)
