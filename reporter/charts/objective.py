"""Chart 5: was the objective reached?"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from reporter import french
from reporter.charts.chart import ACTUAL, Chart
from reporter.charts.drawing import drawn
from reporter.charts.rows import Mark, Row, draw
from reporter.french import NBSP, Cell
from reporter.model import ZERO
from reporter.tables.objective import measures
from reporter.tables.objective import objective as table
from reporter.tables.partial import at_date
from reporter.tables.partial import title as titled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.figures import Bilan
    from reporter.tables.objective import Measure

NAME = "objectif"
ACHIEVED = 4
"""The column of the table that its description tells."""
MARK = Mark(Decimal(1), f"objectif = 100{NBSP}%")
SUBJECTS = {"Chiffre d’affaires": "le CA", "TJM": "le TJM", "Jours facturés": "les jours"}


def objective(bilan: Bilan) -> Chart:
    """Return what was achieved, in percent of each objective, on one mark at 100."""
    number, found = bilan.figures.year.number, measures(bilan)
    if not found:
        missing = f"Aucun objectif n’est fixé pour {number} : rien à comparer."
        return Chart(name=NAME, title="L’objectif", missing=missing)
    year = bilan.figures.year
    title = at_date(_message(found), year)
    subtitle = titled(f"Réalisé de {number}, en pourcentage de l’objectif", year)
    sheets = draw([_row(measure) for measure in found], MARK)
    return drawn(
        Chart(name=NAME, title=title, subtitle=subtitle), table(bilan), sheets, column=ACHIEVED
    )


def _row(measure: Measure) -> Row:
    done, aim = Cell(measure.done, measure.kind), Cell(measure.aim, measure.kind)
    share = measure.achieved
    value = f"{_percent(share)} · {done} sur {aim}"
    hatched = (share or ZERO) < 0
    return Row(measure.name, ZERO, share or ZERO, value, ACTUAL, hatched=hatched, of=measure.of)


def _percent(share: Decimal | None) -> str:
    """Return a share in percent; one that is missed never reads « 100 % »."""
    text = str(Cell(share, "percent"))
    return f"< {text}" if share is not None and share < 1 and text == f"100{NBSP}%" else text


def _message(found: Sequence[Measure]) -> str:
    known = [measure for measure in found if measure.achieved is not None]
    reached = [SUBJECTS[m.name] for m in known if m.achieved is not None and m.achieved >= 1]
    missed = [SUBJECTS[m.name] for m in known if SUBJECTS[m.name] not in reached]
    if not known:
        return "L’objectif ne peut pas être comparé"
    if len(known) == 1:
        return _single(known[0].name, reached=bool(reached))
    if not missed:
        return "Tous les objectifs sont atteints"
    if not reached:
        return "Aucun objectif n’est atteint"
    if len(reached) == 1:
        only = (
            "Seuls les jours atteignent"
            if reached == ["les jours"]
            else f"Seul {reached[0]} atteint"
        )
        return f"{only} l’objectif"
    text = f"{' et '.join(reached)} atteignent l’objectif, pas {missed[0]}"
    return french.capitalised(text)


def _single(name: str, *, reached: bool) -> str:
    plural = SUBJECTS[name] == "les jours"
    verb = "atteignent" if plural else "atteint"
    if not reached:
        verb = f"n’{verb} pas"
    return f"{french.capitalised(SUBJECTS[name])} {verb} l’objectif"
