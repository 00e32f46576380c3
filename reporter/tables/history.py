"""Every year of the books, one a row.

Knows which figures a reader compares over the long run. Never how they look.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import Cell
from reporter.tables.table import Table, headings
from reporter.tables.years import key_labels, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.figures import Figures


def history(years: Sequence[Figures]) -> Table:
    """Return the four figures of each year, newest first."""
    rows = tuple(
        (
            Cell(str(year.year.number)),
            Cell(year.revenue, "kilo"),
            Cell(year.result, "kilo"),
            Cell(year.days, "days"),
            Cell(year.tjm, "rate"),
        )
        for year in years
    )
    estimated = any(year.estimated for year in years)
    named = words_of(years).short
    note = f"Les {named}s estimés le sont depuis les classeurs." if estimated else ""
    return Table(
        title="Les exercices",
        columns=headings("Exercice", *key_labels(years).values()),
        rows=rows,
        note=note,
    )
