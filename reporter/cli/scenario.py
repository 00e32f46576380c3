"""`bilan scenario`: what if, on one's own figures.

It answers at once: what is doubtful in the books is left to the commands that report them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reporter.assumptions import Assumptions, pulled
from reporter.cli import scenario_options as options
from reporter.cli.french_typer import FrenchCommand, command
from reporter.cli.options import AsOf, Folder, Year
from reporter.cli.scenario_options import Questions
from reporter.cli.terminal import load, show

if TYPE_CHECKING:
    from reporter.books import Books
    from reporter.tables.table import Table


def _has_axes(word: str) -> bool:
    return not word.startswith("--") and "=" in word


class ScenarioCommand(FrenchCommand):
    """The command, whose option --grille can stand without its axes."""

    alone: ClassVar = {"--grille": _has_axes}


@command(
    "scenario",
    ("bilan scenario 2021 --tjm 700 --taux 80%", "l’année d’après, si…"),
    ("bilan scenario 2021 --viser resultat=20000 --par tjm", "le TJM qu’il faudrait"),
    ("bilan scenario 2021 --grille", "TJM et taux, autour de l’année"),
    (
        "bilan scenario 2021 --comparer prudent,ambitieux",
        "ceux de bilan.toml, côte à côte",
    ),
    cls=ScenarioCommand,
)
def scenario(
    annee: Year,
    *,
    tjm: options.Rate = None,
    jours: options.Days = None,
    taux: options.Ratio = None,
    conges: options.Leave = None,
    forfaits: options.Fees = None,
    charges: options.Charges = None,
    charge: options.Charged = None,
    sans_client: options.Lost = None,
    remplace: options.Resold = None,
    client: options.Client = None,
    viser: options.Aim = None,
    par: options.By = None,
    grille: options.GridAxes = None,
    chiffre: options.Shown = None,
    sensibilite: options.Sensitive = False,
    comparer: options.Names = None,
    format: options.Format = None,  # noqa: A002  # the option's name
    au: AsOf = None,
    dossier: Folder = None,
) -> None:
    """Imaginer une année : TJM, jours, congés, charges, clients.

    L’année est réelle, ou reprise de la dernière des classeurs.
    """
    said = (tjm, jours, taux, conges, forfaits, charges, charge, sans_client, remplace, client)
    asked = options.assumed(*said)
    questions = Questions(viser, par, grille, chiffre, comparer, sensibilite)
    questions.check(asked)
    from reporter.tables.partial import marked

    opened = load(dossier).until(annee, au)
    answer = _answer(opened, annee, asked, questions)
    told = marked(answer, opened.part(annee), bare=format == "csv")
    show(*told, *_ahead(opened, annee, asked, questions), form=format)


def _ahead(opened: Books, year: int, asked: Assumptions, questions: Questions) -> list[Table]:
    """Return what the change of a year under way comes to over the whole of it."""
    around = questions.axes is not None or questions.names is not None or questions.sensitive
    if around or not opened.part(year).is_partial:
        return []
    from reporter.tables.scenario_ahead import ahead

    return ahead(opened.measure(year), asked, questions.goal, questions.lever)


def _answer(opened: Books, year: int, asked: Assumptions, questions: Questions) -> list[Table]:
    """Return the assumptions, then what they come to."""
    from reporter.tables import scenarios as tables
    from reporter.tables.assumptions import assumptions

    if questions.names is not None:
        return _compared(opened, year, questions.names)
    if questions.goal is not None and questions.lever is not None:
        from reporter.scenarios.goals import sought

        found = sought(opened.case(year), asked, questions.goal, questions.lever)
        one = opened.scenario(year, pulled(asked, questions.lever, found.value))
        goal = tables.goal(found, one.figures)
        return [assumptions(one, found.lever), goal, tables.comparison(one)]
    one = opened.scenario(year, asked)
    if questions.axes is not None:
        from reporter.scenarios.grids import grid
        from reporter.tables.grids import grid_table

        cells = grid(one.before, asked, questions.measure or "revenue", questions.axes)
        return [assumptions(one), grid_table(cells)]
    if questions.sensitive:
        from reporter.scenarios.sensitivity import sensitivity

        return [assumptions(one), tables.sensitivities(one, sensitivity(one.after))]
    return [assumptions(one), tables.comparison(one)]


def _compared(opened: Books, year: int, names: str) -> list[Table]:
    from reporter.scenarios.names import named
    from reporter.tables.assumptions import assumptions_compared
    from reporter.tables.scenarios import compared

    chosen = named(opened.settings.scenarios, names.split(","))
    several = [opened.scenario(year, asked, name) for name, asked in chosen.items()]
    return [assumptions_compared(several), compared(several)]
