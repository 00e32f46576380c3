"""Every year of the books, one a row.

Knows which figures a reader compares over the long run. Never how they look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import Cell
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
    short = words_of(years).short
    note = f"Les {short}s estimés le sont depuis les classeurs." if estimated else ""
    return Table(
        title="Les exercices",
        columns=headings("Exercice", *key_labels(years).values()),
        rows=rows,
        note=note,
    )
