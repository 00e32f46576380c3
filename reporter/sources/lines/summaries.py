"""What was read from each sheet, for the owner to compare with it: sums, rows, columns.

Knows sums and verdicts. Never how they were read.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reporter.model import DAYS, Day, total

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from reporter.model import Line
    from reporter.sources.grids.grid import Grid
    from reporter.sources.lines.verdicts import LeftColumn, TableReading, Verdict
    from reporter.sources.tables.vocabulary import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSummary:
    """What was read from a table of a sheet.

    Attributes:
        sheet: the name of the sheet, empty in a file that has none (CSV).
        lines: how many lines were kept.
        days: the sum of the days, zero where the sheet holds none.
        amount: the sum of the amounts, in euros before tax.
        left: the columns left alone.
        rows: how many rows that hold something have each verdict.
        is_export: whether it is the export of a time tracker.
    """

    file: str
    sheet: str
    kind: Kind
    lines: int
    days: Decimal
    amount: Decimal
    left: tuple[LeftColumn, ...] = ()
    rows: Counter[Verdict] = field(default_factory=Counter)
    is_export: bool = False


def summary(grid: Grid, kind: Kind, reading: TableReading) -> SheetSummary:
    """Return what the lines read from a table amount to, and what became of its rows."""
    return SheetSummary(
        file=grid.file,
        sheet=grid.sheet,
        kind=kind,
        lines=len(reading.lines),
        days=total((line for line in reading.lines if isinstance(line, Day)), DAYS),
        amount=total(reading.lines),
        left=reading.left,
        rows=Counter(reading.verdicts.values()),
        is_export=reading.tracked is not None,
    )


def revalued(
    summaries: Sequence[SheetSummary], sheets: Sequence[Sequence[Line]]
) -> tuple[SheetSummary, ...]:
    """Return summaries with the amounts of the same lines, known since: those of kilometres."""
    return tuple(
        replace(one, amount=total(lines)) for one, lines in zip(summaries, sheets, strict=True)
    )
