"""What became of each row that holds something, who owns each filled column, and their sums.

Knows the verdicts and that none may be missing, and what was read of each sheet, for its owner to
compare. Never why a row has a verdict.
"""

from __future__ import annotations

from collections import Counter
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from reporter.model import DAYS, Day, total

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from reporter.errors import BadCell, Doubt, Place
    from reporter.model import Line
    from reporter.sources.grids.grid import Grid
    from reporter.sources.lines.twice.months import Whole
    from reporter.sources.lines.twice.tracked import Tracked
    from reporter.words.columns import Kind


class Verdict(Enum):
    """What a row is; its value is the French word for one and for several."""

    LINE = ("ligne", "lignes")
    TOTAL = ("total", "totaux")
    TITLE = ("titre", "titres")
    NOTE = ("note", "notes")
    ABSENCE = ("absence", "absences")
    BREAK = ("pause", "pauses")
    UNBILLED = ("ligne non facturée", "lignes non facturées")
    BILLED = ("vente de jours déjà comptés", "ventes de jours déjà comptés")
    EXAMPLE = ("exemple", "exemples")
    HEADER = ("en-tête", "en-têtes")
    REFUSED = ("refusée", "refusées")

    __hash__ = object.__hash__
    """There is one of each, and they are counted by the thousand."""


class Aside(NamedTuple):
    """A row that is no line; None for a row that looks filled and holds blanks alone."""

    verdict: Verdict | None
    doubt: Doubt | None = None


class LeftColumn(NamedTuple):
    """A column that was left alone: the text of its header, and where it stands."""

    header: str
    place: Place


class TableReading(NamedTuple):
    """What was read of a table.

    Attributes:
        verdicts: what became of each row that holds something, by its number from 0.
        left: the filled columns that no field owns.
        tracked: what it holds, where it is the export of a time tracker.
        months: what each line is of a month of its client, where it is the whole of something.
        is_dated: whether it has a column for the payments.
    """

    lines: Sequence[Line] = ()
    verdicts: Mapping[int, Verdict] = {}
    left: tuple[LeftColumn, ...] = ()
    errors: tuple[BadCell, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    tracked: Tracked | None = None
    months: Whole = ""
    is_dated: bool = False


def by_verdict(counts: Counter[Verdict]) -> list[tuple[Verdict, int]]:
    """Return how many rows have each verdict, in the order of the verdicts."""
    return [(verdict, counts[verdict]) for verdict in Verdict if counts[verdict]]


class SheetSummary(NamedTuple):
    """What was read from a table of a sheet.

    Attributes:
        sheet: the name of the sheet, empty in a file that has none (CSV).
        lines: how many lines were kept.
        days: the sum of the days, zero where the sheet holds none.
        amount: the sum of the amounts, in euros before tax.
        left: the columns left alone.
        rows: how many rows that hold something have each verdict.
        is_export: whether it is the export of a time tracker.
        is_dated: whether it has a column for the payments.
    """

    file: str
    sheet: str
    kind: Kind
    lines: int
    days: Decimal
    amount: Decimal
    rows: Counter[Verdict]
    left: tuple[LeftColumn, ...] = ()
    is_export: bool = False
    is_dated: bool = False


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
        is_dated=reading.is_dated,
    )


def revalued(
    summaries: Sequence[SheetSummary], sheets: Sequence[Sequence[Line]]
) -> tuple[SheetSummary, ...]:
    """Return summaries with the amounts of the same lines, known since: those of kilometres."""
    pairs = zip(summaries, sheets, strict=True)
    return tuple(one._replace(amount=total(lines)) for one, lines in pairs)
