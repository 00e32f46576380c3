"""Sheets that hold no lines of ours, a statement, a journal, a recap: what they are, what to do.

Knows what is said of each, and how a sheet is left aside. Never how one is known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.errors import BadCell
from reporter.sources.advice.sentences import is_title, of_its_month, seen
from reporter.sources.tables.mistakes import BOTH, PARTED
from reporter.sources.tables.titles import called, key_of
from reporter.words.periods import period_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.sources.advice.advice import Advice
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Vocabulary

OURS = "un tableau de jours, de forfaits, de dépenses ou de missions"
SAYS: Mapping[str, tuple[str, str]] = {
    "journal": (
        "écritures comptables, en partie double",
        (
            "{none} : bilan lit ce qui a été vendu et dépensé, et non ce qui en est "
            "comptabilisé ; le sortir de data/ (« bilan check --fec » relit un FEC)"
        ),
    ),
    "statement": (
        "relevé de compte : débits et crédits",
        (
            "{none} : ses montants sont ceux de la banque, TVA comprise, sans dire ce "
            "qui est vendu ; {away}"
        ),
    ),
    "cashbook": (BOTH, PARTED),
    "recap": (
        "récapitulatif sans dates",
        (
            "{none} : il y manque une colonne de dates, qui disent l’exercice d’une "
            "ligne ; l’ajouter, ou sortir ce tableau de data/ si ses lignes sont ailleurs"
        ),
    ),
}
"""For each thing that holds no lines of ours: its name, and what to do with it."""


def away(grid: Grid, vocabulary: Vocabulary, advice: Advice | None = None) -> str:
    """Return how to leave a sheet aside; the line is shown where it cannot hold lines of ours."""
    if not key_of(grid.sheet):
        return "le sortir de data/"
    lined = vocabulary.kind_of(grid.name) or period_of(grid.name).month
    if advice and (lined or advice.may_hold_lines or is_title(grid, advice)):
        return 'la laisser de côté : son nom et "" sous [colonnes]'
    return f"la laisser de côté dans bilan.toml : {called(grid.name)}"


def this(grid: Grid) -> str:
    """Return how a sheet is pointed at."""
    return "cette feuille" if grid.sheet else "ce fichier"


def none_of_ours(grid: Grid, advice: Advice, vocabulary: Vocabulary) -> BadCell:
    """Return the mistake of a sheet that holds no lines of ours, and what to do with it."""
    what, why = SAYS[advice.other]
    why = why.format(none=f"{this(grid)} n’est pas {OURS}", away=away(grid, vocabulary))
    fix = f"{why}{of_its_month(grid, advice)}"
    if grid.sheet and advice.other == "recap":
        fix += f" ; ou {away(grid, vocabulary, advice)}"
    return BadCell(what, grid.whole, shown=seen(advice), fix=fix)
