"""What was read from each table, for the owner to compare with the bottom of the sheet.

Knows sums. Never how they were read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reporter.model import ZERO, Day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from reporter.errors import Place
    from reporter.model import Line
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownColumn:
    """A column that was left alone: the text of its header, and where it stands."""

    header: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSummary:
    """What was read from a table of a sheet.

    Attributes:
        sheet: the name of the sheet, empty in a file that has none (CSV).
        lines: how many lines were kept.
        days: the sum of the days, zero where the sheet holds none.
        amount: the sum of the amounts, in euros before tax.
        unknown: the columns left alone.
    """

    file: str
    sheet: str
    kind: Kind
    lines: int
    days: Decimal
    amount: Decimal
    unknown: tuple[UnknownColumn, ...] = ()


def summary(
    grid: Grid, kind: Kind, lines: Sequence[Line], unknown: tuple[UnknownColumn, ...] = ()
) -> SheetSummary:
    """Return what lines read from a sheet amount to."""
    return SheetSummary(
        file=grid.file,
        sheet=grid.sheet,
        kind=kind,
        lines=len(lines),
        days=sum((line.days for line in lines if isinstance(line, Day)), ZERO),
        amount=sum((line.amount for line in lines), ZERO),
        unknown=unknown,
    )


def unknown_columns(grid: Grid, top: int, columns: Sequence[int]) -> tuple[UnknownColumn, ...]:
    """Return the columns of a table that were left alone; `top` is the row of its header."""
    header = grid.rows[top]
    return tuple(
        UnknownColumn(header=str(header[column]).strip(), place=grid.place(top, column))
        for column in columns
    )
