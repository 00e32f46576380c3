"""`bilan net`: what is left, in the owner's legal form or in others, of a real or imagined year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.assumptions import Assumptions
from reporter.cli import net_options as options
from reporter.cli import scenario_options as changes
from reporter.cli.french_typer import command
from reporter.cli.net_options import Questions
from reporter.cli.options import AsOf, Folder, Year
from reporter.cli.terminal import load, show
from reporter.errors import BilanError

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.assumptions import Lever
    from reporter.books import Books
    from reporter.net.means import Means
    from reporter.settings.status import Pocket
    from reporter.tables.table import Table


@command(
    "net",
    ("bilan net 2020", "de ce qui est facturé à ce qui reste"),
    ("bilan net 2026 --comparer sasu,ei,micro", "le même travail, sous d’autres statuts"),
    ("bilan net 2020 --viser net=60000 --par tjm", "le TJM qu’il faudrait"),
)
def net(
    annee: Year,
    *,
    tjm: changes.Rate = None,
    jours: changes.Days = None,
    taux: changes.Ratio = None,
    conges: changes.Leave = None,
    forfaits: changes.Fees = None,
    charges: changes.Charges = None,
    charge: changes.Charged = None,
    sans_client: changes.Lost = None,
    remplace: changes.Resold = None,
    client: changes.Client = None,
    remuneration: options.Spent = None,
    dividendes: options.Shared = None,
    viser: options.Target = None,
    par: options.By = None,
    comparer: options.Compared = None,
    sensibilite: options.Sensitive = False,
    format: changes.Format = None,  # noqa: A002  # the option's name
    au: AsOf = None,
    dossier: Folder = None,
) -> None:
    """Montrer ce qui reste : du chiffre d’affaires à la poche, selon le statut."""
    said = (tjm, jours, taux, conges, forfaits, charges, charge, sans_client, remplace, client)
    asked = changes.assumed(*said)
    questions = Questions(viser, par, comparer, sensibilite, remuneration, dividendes)
    questions.check(asked)
    from reporter.tables.partial import marked, spread

    opened = load(dossier).until(annee, au, spread=True)
    part = opened.part(annee)
    answer = _answer(opened, annee, asked, questions)
    show(*marked(answer, part, spread(part), bare=format == "csv"), form=format)


def _answer(opened: Books, year: int, asked: Assumptions, questions: Questions) -> list[Table]:
    """Return the hypotheses, then what they leave."""
    from reporter.net.forms import Refused, compared
    from reporter.net.forms import net as left_of
    from reporter.tables import net as tables
    from reporter.tables.assumptions import assumptions
    from reporter.tables.net_hypotheses import hypotheses

    questions.refuse_vain(opened.settings.status_of(opened.settings.year(year)))
    pocket = questions.changed(opened.settings.pocket)
    if questions.aim is not None and questions.means is not None:
        return _sought(opened, year, asked, pocket, (questions.aim, questions.means))
    one = opened.scenario(year, asked)
    imagined = [assumptions(one)] if one.changes else []
    if questions.forms is not None:
        from reporter.tables import statuses

        wanted = questions.forms.statuses
        results = compared(one.after, wanted, pocket, estimated=one.changes)
        if all(isinstance(result, Refused) for result in results):
            raise BilanError(f"aucun de ces statuts n’est possible. {statuses.refusals(results)}")
        known = opened.figures.values()
        common = statuses.common(results, pocket, opened.settings, known)
        return [*imagined, common, statuses.comparison(results, year)]
    left = left_of(one.after, pocket, estimated=one.changes)
    known = opened.figures.values()
    found = [*imagined, hypotheses(left, pocket, opened.settings, years=known)]
    if questions.sensitive:
        from reporter.net.price import prices

        return [*found, tables.prices(prices(one.after, pocket), left)]
    if left.status == "micro" and not one.changes:
        from reporter.tables.pockets import declarations

        return [*found, tables.steps(left, opened.part(year)), *declarations(opened.measure(year))]
    return [*found, tables.steps(left, opened.part(year))]


def _sought(
    opened: Books, year: int, asked: Assumptions, pocket: Pocket, goal: tuple[Decimal, Means]
) -> list[Table]:
    """Return the value that leads to a goal, and the way from the revenue to the pocket with it."""
    from reporter.assumptions import pulled
    from reporter.net.goals import sought
    from reporter.tables import net as tables
    from reporter.tables.assumptions import assumptions
    from reporter.tables.net_hypotheses import hypotheses

    found = sought(opened.case(year), asked, pocket, *goal)
    lever: Lever | None = "rate" if found.means == "rate" else None
    if lever:
        asked = pulled(asked, lever, found.value)
    else:
        pocket = pocket._replace(spent=found.value)
    one = opened.scenario(year, asked)
    imagined = [assumptions(one, lever)] if one.changes else []
    known = opened.figures.values()
    bases = hypotheses(found.left, pocket, opened.settings, found.means, known)
    answer = [bases, tables.goal(found)]
    return [*imagined, *answer, tables.steps(found.left, opened.part(year))]
