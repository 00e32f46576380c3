"""Whether the name of a sheet may be its client's, and what to write if it is.

Knows names of sheets. Never what stands in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.sources.advice.sentences import WRITE
from reporter.sources.tables.labels import LABELS
from reporter.sources.tables.periods import without_period
from reporter.sources.tables.titles import called
from reporter.toml.kinds import literal

if TYPE_CHECKING:
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.headers import Vocabulary

SHEET_WORDS = {
    *("archive", "archives", "total", "totaux", "recap", "recapitulatif", "synthese", "bilan"),
    *("suivi", "donnees", "export", "data", "divers", "autre", "autres", "brouillon", "test"),
    *("ca", "chiffre", "affaires", "compta", "comptes", "gestion", "livre", "journal", "activite"),
    *("copie", "ancien", "ancienne", "perso", "tableau", "rapport", "report", "time", "times"),
}
"""Words of the names of sheets that are no client's."""


def may_be_client(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Tell whether the name of a sheet may be a client's."""
    tokens = set(without_period(grid.name).split())
    unsaid = not tokens or vocabulary.is_any(grid.name) or not tokens.isdisjoint(SHEET_WORDS)
    return not unsaid and vocabulary.kind_of(grid.name) is None


def only_client(grid: Grid, vocabulary: Vocabulary, other: str) -> str:
    """Return what to write for a sheet that lacks its client alone.

    Args:
        grid: the sheet.
        vocabulary: the words of its owner.
        other: what to write where its name is no client's.
    """
    if not may_be_client(grid, vocabulary):
        return f"il n’y manque que le client : {other}"
    return (
        f"il n’y manque que le client. Si {literal(grid.name)} en est un, {WRITE} : "
        f"{called(grid.name, LABELS['client'])} ; sinon, {other}"
    )
