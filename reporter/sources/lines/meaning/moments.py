"""Dates that are not those of their lines: a formula moves them, or a program wrote the day before.

Knows the columns of dates. Never how a date is written, nor in which year it belongs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.french import short_date
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank
from reporter.sources.lines.cells import Problem
from reporter.sources.lines.written.column import DATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reporter.errors import Doubt
    from reporter.sources.lines.cells import Cells

MOVES = "une date que sa formule change chaque jour"
MIDNIGHT = pattern(r"[T ]2[23]:00(?::00(?:\.0+)?)?$")
FEWEST = 3
"""Dates of one hour that are no chance."""
MIDNIGHTS = "toutes les dates à 23 h, ou 22 h l’été : minuit du lendemain, en temps universel ?"
ADVANCED = (
    "exporter à nouveau à l’heure de Paris, ou avancer d’un jour chaque date, et en effacer l’heure"
)


def moving(cells: Cells) -> Iterator[tuple[int, Problem]]:
    """Yield the rows of which a date is that of the day when the workbook was last computed."""
    found, fields = cells.table.grid.marks.moving, cells.table.columns.fields
    for name in (it for it in DATES if found and it in cells.values):
        for rank, row in enumerate(cells.rows):
            if (row, fields[name]) in found and cells.values[name][rank]:
                yield rank, Problem(name, MOVES, "AUJOURDHUI()", "écrire la date elle-même")


def at_midnight(cells: Cells) -> Iterator[tuple[int, Doubt]]:
    """Yield the first row of a column whose dates all stand at midnight, in universal time.

    It is 23:00 here in winter, 22:00 in summer, on the day before that of the line.
    """
    for name in DATES:
        moments = {it for it in cells.distinct.get(name, ()) if not is_blank(it)}
        if len(moments) < FEWEST or not all(MIDNIGHT.search(str(it)) for it in moments):
            continue
        for rank, day in [(n, it) for n, it in enumerate(cells.of(name)) if it][:1]:
            said = cells.doubt("date-decalee", MIDNIGHTS, rank, name, short_date(day), ADVANCED)
            yield rank, said._replace(about=cells.table.grid.name)
