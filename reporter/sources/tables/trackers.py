"""The export of a time tracker in a grid: whose it is, where its columns stand, what they count in.

Knows titles, where they stand, and the first cells below. Never what an entry amounts to.
"""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank
from reporter.sources.tables.header_rows import TOP_ROWS
from reporter.sources.tables.titles import key_of
from reporter.sources.tables.told_once import title_of, under_header
from reporter.words.labels import LABELS
from reporter.words.trackers import (
    APPROVAL,
    BREAK,
    MEAL,
    OTHERS,
    OWN,
    REFUSAL,
    TRACKERS,
    TWICE,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reporter.errors import Place
    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Vocabulary
    from reporter.words.trackers import Column, Tracker

CLOCK = pattern(r"(?:^|[T ])\d{1,2}[:h]\d{2}|T\d{6}", re.ASCII)
CURRENCY = pattern(r"\s*\(([A-Z]{3}|[€$£]?)\)\s*$")
ALONE = pattern(r"\s*\d{1,2}\s*[:h]", re.ASCII)
FEWEST = 3
"""Headers that an export has, at least."""


class Export(NamedTuple):
    """A sheet that is the export of a tracker.

    Attributes:
        top: the row of its header.
        columns: where each of its columns stands.
        currencies: what the header of an amount counts in, where it says so: « EUR », or nothing.
        breaks: the columns of times taken off.
        approvals: those that say whether a time is approved, or taken back.
        left: the columns that no meaning owns.
        unknown: those of them of which nothing says that they bear on no figure.
    """

    grid: Grid
    tracker: Tracker
    top: int
    columns: Mapping[Column, int]
    currencies: Mapping[Column, str] = {}
    breaks: Sequence[int] = ()
    approvals: Sequence[int] = ()
    left: Sequence[int] = ()
    unknown: Sequence[int] = ()

    def place(self, row: int, *columns: Column | int) -> Place:
        """Return where the first of some columns that there is stands on a row."""
        found = (self.column(name) for name in columns)
        return self.grid.place(row, next((n for n in found if n is not None), 0))

    def cell(self, row: int, column: Column | int) -> Any:
        """Return a cell, an empty text where there is no such column."""
        number = self.column(column)
        return "" if number is None else self.grid.rows[row][number]

    def column(self, name: Column | int) -> int | None:
        """Return where a column stands, by its meaning or its number; None where there is none."""
        return name if isinstance(name, int) else self.columns.get(name)

    def title(self, column: Column | int) -> str:
        """Return the header of a column that there is, as it stands."""
        number = column if isinstance(column, int) else self.columns[column]
        return str(self.grid.rows[self.top][number]).strip()

    @property
    def source(self) -> str:
        """Return whose export it is, in French, for a sentence."""
        return self.tracker.name or "votre suivi du temps"


def find_export(grid: Grid, vocabulary: Vocabulary) -> Export | None:
    """Return the export that a sheet is, None where it is none that we know."""
    for number, row in enumerate(grid.rows[:TOP_ROWS]):
        if sum(isinstance(cell, str) and not is_blank(cell) for cell in row) < FEWEST:
            continue
        titles = {_parted(cell)[0] for cell in row}
        for tracker in TRACKERS:
            if not vocabulary.aliases and any(map(titles.isdisjoint, _needed(tracker))):
                continue
            export = _export(grid, number, tracker, vocabulary)
            if export is not None and (not tracker.timed or _is_timed(export)):
                return export
    return None


def export_of_one(grid: Grid, vocabulary: Vocabulary) -> Export | None:
    """Return the export that a sheet is once its title, or its name, is that of its only client."""
    client = vocabulary.client_of(grid.name) or title_of(grid)
    return find_export(under_header(grid, client), vocabulary) if client else None


def lacks_client(grid: Grid, vocabulary: Vocabulary) -> bool:
    """Tell whether a sheet would be an export, if only it named a client."""
    return find_export(under_header(grid, LABELS["client"]), vocabulary) is not None


def _export(grid: Grid, top: int, tracker: Tracker, vocabulary: Vocabulary) -> Export | None:
    """Return the export whose header is a row, None where it is not that of a tracker."""
    header = grid.rows[top]
    found: dict[Column, int] = {}
    currencies: dict[Column, str] = {}
    aside: set[Column] = set()
    breaks: list[int] = []
    approvals: list[int] = []
    names, never = _names(tracker), _words(tracker.never)
    for number, cell in enumerate(header):
        title, currency = _parted(cell)
        if title and title in never:
            return None
        own = vocabulary.aliases.get(key_of(cell)) if title else None
        name = OWN.get(own) if own else names.get(title)
        if title and vocabulary.is_left_aside(cell):
            aside.update({name} if name else ())
        elif name is None:
            is_break = BREAK.search(title) or MEAL.search(title)
            breaks.extend([number] if currency is None and is_break else ())
            approvals.extend([number] if _is_approval(own, title) else ())
        elif name in found:
            if not (tracker.name and name in TWICE):
                return None
        else:
            found[name] = number
            if currency is not None:
                currencies[name] = currency
    if not all((found.keys() | aside) & set(group) for group in tracker.needs):
        return None
    export = Export(
        grid=grid,
        tracker=tracker,
        top=top,
        columns=_split(found, grid.rows[top + 1 :]),
        currencies=currencies,
        breaks=breaks,
        approvals=approvals,
    )
    return _with_left(export, vocabulary)


def _with_left(export: Export, vocabulary: Vocabulary) -> Export:
    """Return an export with the columns that no meaning owns."""
    used = {*export.columns.values(), *export.breaks, *export.approvals}
    header = export.grid.rows[export.top]
    left = {n: str(cell) for n, cell in enumerate(header) if not is_blank(cell) and n not in used}
    asked = () if export.tracker.name else left
    unknown = [n for n in asked if not vocabulary.is_harmless(left[n])]
    return export._replace(left=[*left], unknown=unknown)


def _is_approval(own: str | None, title: str) -> bool:
    """Tell whether a column says that a time is approved or taken back, as its owner says first."""
    if own:
        return own == "statut"
    said = APPROVAL.search(title) or REFUSAL.search(title)
    return said is not None and not OTHERS.search(title)


def _parted(cell: Any) -> tuple[str, str | None]:
    """Return the words of a header, folded, and the currency that it names, None for none."""
    if not isinstance(cell, str):
        return "", None
    found = CURRENCY.search(cell)
    return folded(cell[: found.start()] if found else cell), found[1] if found else None


@cache
def _words(words: str) -> tuple[str, ...]:
    return tuple(folded(word) for word in words.split(","))


@cache
def _needed(tracker: Tracker) -> tuple[frozenset[str], ...]:
    """Return the titles of which a tracker has one at least, for each of its needs."""
    names = _names(tracker)
    return tuple(
        frozenset(word for word, name in names.items() if name in group) for group in tracker.needs
    )


@cache
def _names(tracker: Tracker) -> dict[str, Column]:
    return {word: name for name, words in tracker.columns.items() for word in _words(words)}


def _split(columns: Mapping[Column, int], rows: Sequence[Sequence[Any]]) -> dict[Column, int]:
    """Return the columns of an export, a start that is an hour alone beside a date called so."""
    found = dict(columns)
    pairs: tuple[tuple[Column, Column], ...] = (("start", "start_time"), ("end", "end_time"))
    for whole, hour in pairs if "date" in columns else ():
        if whole in found and hour not in found and _is_alone(_first(rows, found[whole])):
            found[hour] = found.pop(whole)
    return found


def _first(rows: Sequence[Sequence[Any]], column: int) -> Any:
    """Return the first filled cell of a column."""
    return next((row[column] for row in rows if not is_blank(row[column])), "")


def _is_alone(cell: Any) -> bool:
    """Tell whether a cell is an hour of no day."""
    if isinstance(cell, str):
        return ALONE.match(cell) is not None
    return isinstance(cell, time | timedelta)


def _is_timed(export: Export) -> bool:
    """Tell whether the first moments of an export hold an hour: a mission has dates alone."""
    names: Sequence[Column] = ("start", "start_time")
    rows = export.grid.rows[export.top + 1 :]
    return any(
        _is_hour(_first(rows, export.columns[name])) for name in names if name in export.columns
    )


def _is_hour(cell: Any) -> bool:
    if isinstance(cell, datetime):
        return cell.time() != time()
    return _is_alone(cell) or (isinstance(cell, str) and CLOCK.search(cell) is not None)
