"""A row of an export, asked for its texts, its moments and its length.

Knows which column says what. Never whether the row counts, nor for whom.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any

from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.lines.trackers.times import Moment, between, exact, hour_of, hours, moment
from reporter.sources.lines.written.values import Unreadable, to_money, to_text
from reporter.sources.tables.titles import called

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from reporter.sources.lines.trackers.times import Order, Unit
    from reporter.sources.tables.trackers import Export
    from reporter.words.trackers import Column

ROUNDING = Fraction(1, 4)
"""Hours by which trackers may round an entry."""
SAME = Fraction(1, 60)
"""Hours by which two lengths of a row may differ, one of which has two decimals."""
LENGTHS: tuple[Column, ...] = ("billed_hours", "rounded", "duration", "hours")
"""The columns that say how long an entry is, the one that is billed first."""
PRICES: tuple[Column, ...] = ("hourly", "daily", "amount")
WHOSE: tuple[Column, ...] = ("client", "project", "task")
NAMES: tuple[Column, ...] = (*WHOSE, "notes", "tags")
DONE = NAMES[1:]
"""The columns that say what was done."""


class Wrong(Exception):
    """What is wrong with a row, of which no entry is made, at the first of some columns it has."""

    def __init__(
        self, at: tuple[Column | int, ...], what: str, shown: str = "", fix: str = ""
    ) -> None:
        super().__init__(what)
        self.at, self.what, self.shown, self.fix = at, what, shown, fix


@dataclass(frozen=True, slots=True)
class Clock:
    """How an export writes moments and lengths of time, decided once for all its rows.

    Attributes:
        units: those of the columns of lengths written as plain numbers; hours elsewhere.
        known: what its cells say, those that were read already.
    """

    order: Order
    units: Mapping[Column | int, Unit] = field(default_factory=dict, compare=False)
    known: dict[tuple[object, ...], Any] = field(default_factory=dict, compare=False)

    def unit(self, column: Column | int) -> Unit:
        """Return what the plain numbers of a column of lengths count."""
        return self.units.get(column, "hours")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of an export."""

    export: Export
    number: int
    clock: Clock

    def has(self, column: Column | int) -> bool:
        """Tell whether a cell of the row is filled."""
        return not is_blank(self.cell(column))

    def cell(self, column: Column | int) -> Any:
        """Return a cell, an empty text where there is no such column."""
        return self.export.cell(self.number, column)

    def text(self, column: Column | int) -> str:
        """Return the text of a cell."""
        if isinstance(cell := self.cell(column), bool):
            return "oui" if cell else "non"
        return self._read(column, "texte illisible", to_text) or ""

    @property
    def worker(self) -> str:
        """Return who did it."""
        parts = (self.text("first"), self.text("last"))
        return self.text("worker") or " ".join(filter(None, parts))

    @property
    def words(self) -> str:
        """Return the names of the row: its client, its project, what was done."""
        return " · ".join(filter(None, (self.text(name) for name in NAMES)))

    @property
    def start(self) -> Moment:
        """Return when the entry began."""
        found = self._moment("start") or self._moment("date")
        if found is None:
            raise Wrong(("date", "start"), "date vide", fix="écrire le jour de la saisie")
        hour = self._hour("start_time")
        return found if hour is None else Moment(found.day, hour)

    @property
    def end(self) -> Moment | None:
        """Return when the entry ended; without a day of its own, it may be the next one."""
        found, hour = self._moment("end"), self._hour("end_time")
        if hour is None:
            return found if found is not None and found.hour is not None else None
        begun = self.start
        crosses = found is None and begun.hour is not None and hour < begun.hour
        day = begun.day if found is None else found.day
        return Moment(day + dt.timedelta(days=crosses), hour)

    @property
    def length(self) -> Fraction | None:
        """Return the hours of the entry that are billed; None where it has no end yet."""
        column = next((name for name in LENGTHS if self.has(name)), None)
        off = sum((self.hours(n) for n in self.export.breaks if self.has(n)), Fraction(0))
        self._agree_on_lengths()
        if column is None:
            between = self.between
            return between if between is None or not off else between - off
        length = self.hours(column)
        return self._without(column, length, off) if off else length

    def _agree_on_lengths(self) -> None:
        """Refuse two lengths of a row, one in hours and one as a clock, that are not the same."""
        if not (self.has("duration") and self.has("hours")) or self.has("billed_hours"):
            return
        one, other = self.hours("duration"), self.hours("hours")
        if abs(one - other) > SAME:
            said = f"{shown(self.cell('duration'))} ≠ {shown(self.cell('hours'))}"
            fix = "corriger l’une des deux, ou exporter de nouveau"
            raise Wrong(("hours",), "deux durées différentes", said, fix)

    def _without(self, column: Column, length: Fraction, off: Fraction) -> Fraction:
        """Return a length which its start and end show to be less the breaks; else it is asked."""
        between = self.between
        if between is not None and abs(between - off - length) <= min(ROUNDING, off / 3):
            return length
        fix = "écrire la durée pause déduite, ou, si la pause est due, écrire dans bilan.toml : "
        fix += called(self.export.title(self.export.breaks[0]))
        what = "la durée compte-t-elle la pause ?"
        raise Wrong((column,), what, shown(self.cell(column)), fix)

    @property
    def between(self) -> Fraction | None:
        """Return the hours from the start to the end, in legal time."""
        start, end = self.start, self.end
        if start.hour is None or end is None:
            return None
        length = between(start, end)
        if length is None:
            fix = "écrire la durée : cette nuit-là, une heure existe deux fois, ou pas du tout"
            raise Wrong(("end_time", "end"), "heure du changement d’heure", fix=fix)
        return exact(length)

    def hours(self, column: Column | int) -> Fraction:
        """Return the hours that a filled cell of a column of lengths says."""
        read = partial(hours, unit=self.clock.unit(column))
        return self._read(column, "durée illisible", read)  # type: ignore[no-any-return]  # a fraction

    def money(self, column: Column) -> Decimal | None:
        """Return the euros of a column; None where it says nothing."""
        return self._read(column, "montant illisible", to_money)  # type: ignore[no-any-return]  # euros

    def _moment(self, column: Column) -> Moment | None:
        order, stamped = self.clock.order, "start" in self.export.columns and column != "date"
        read = partial(moment, order=order, stamped=stamped)
        return self._read(column, "date illisible", read)  # type: ignore[no-any-return]  # a moment

    def _hour(self, column: Column) -> dt.time | None:
        return self._read(column, "heure illisible", hour_of)  # type: ignore[no-any-return]  # an hour

    def _read(self, column: Column | int, what: str, read: Callable[[Any], Any]) -> Any:
        """Return what a cell says, None where blank; the same one of a column is read once."""
        cell = self.cell(column)
        if is_blank(cell):
            return None
        key, known = (column, what, type(cell), cell), self.clock.known
        if key not in known:
            try:
                known[key] = read(cell)
            except Unreadable as unreadable:
                known[key] = Wrong((column,), what, shown(cell), str(unreadable))
        if isinstance(found := known[key], Wrong):
            raise found
        return found
