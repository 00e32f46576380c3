"""Every year of the books, one a row.

Knows which figures a reader compares over the long run. Never how they look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import Cell, spaced
from reporter.settings.words import OF
from reporter.tables.partial import dated, named
from reporter.tables.table import Table, headings
from reporter.tables.years import key_labels, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.figures import Figures


def history(years: Sequence[Figures]) -> Table:
    """Return the four figures of each year, newest first; see `Books.history`."""
    parts = [rank for rank, year in enumerate(years) if year.year.is_partial]
    told = {rank for rank in parts if rank - 1 not in parts}
    rows = tuple(
        (
            Cell(named(year.year) if rank in told else dated(year.year)),
            Cell(year.revenue, "kilo"),
            Cell(year.result, "kilo"),
            Cell(year.days, "days"),
            Cell(year.tjm, "rate"),
        )
        for rank, year in enumerate(years)
    )
    estimated = any(year.estimated for year in years)
    several = words_of(years).several
    notes = [f"Les {several} estimés le sont depuis les classeurs."] if estimated else []
    if len({OF[year.status] for year in years}) > 1:
        notes.append(
            "Le statut a changé d’une année à l’autre : ces résultats ne se comparent pas."
        )
    return Table(
        title="Les exercices",
        columns=headings("Exercice", *key_labels(years).values()),
        rows=rows,
        note=spaced(" ".join(notes)),
    )
