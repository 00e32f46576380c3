"""What became of each row that holds something, and who owns each column that is filled.

Knows the verdicts and that none may be missing. Never why a row has one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

    from reporter.errors import BadCell, Doubt, Place
    from reporter.model import Line
    from reporter.sources.lines.twice.months import Whole
    from reporter.sources.lines.twice.tracked import Tracked


class Verdict(Enum):
    """What a row is; its value is the French word for one and for several."""

    LINE = ("ligne", "lignes")
    TOTAL = ("total", "totaux")
    TITLE = ("titre", "titres")
    NOTE = ("note", "notes")
    ABSENCE = ("absence", "absences")
    BREAK = ("pause", "pauses")
    UNBILLED = ("ligne non facturée", "lignes non facturées")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """What was read of a table.

    Attributes:
        verdicts: what became of each row that holds something, by its number from 0.
        left: the filled columns that no field owns.
        tracked: what it holds, where it is the export of a time tracker.
        months: what each line is of a month of its client, where it is the whole of something.
    """

    lines: list[Line] = field(default_factory=list)
    verdicts: Mapping[int, Verdict] = field(default_factory=dict)
    left: tuple[LeftColumn, ...] = ()
    errors: tuple[BadCell, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    tracked: Tracked | None = None
    months: Whole = ""


def ordered(counts: Counter[Verdict]) -> list[tuple[Verdict, int]]:
    """Return how many rows have each verdict, in the order of the verdicts."""
    return [(verdict, counts[verdict]) for verdict in Verdict if counts[verdict]]
