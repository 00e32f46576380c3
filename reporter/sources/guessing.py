"""A strange file, wherever it is → what each of its sheets seems to hold, and the lines to write.

Knows files and advice. Never believes a guess: nothing is read with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reporter.settings.reading import Limits
from reporter.sources.advice.advice import of_sheet, of_table
from reporter.sources.advice.sentences import SAYS, seen
from reporter.sources.grids.files import one
from reporter.sources.grids.reading import grids_of
from reporter.sources.sheets.recognising import find_sheet
from reporter.sources.tables.vocabulary import Vocabulary
from reporter.words.labels import KIND_LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reporter.sources.advice.advice import Advice
    from reporter.sources.grids.grid import Grid


UNSOLD = "rien de vendu, dit son nom"
"""What to say of a sheet that seems to hold no lines, besides what a refusal would."""


class Guess(NamedTuple):
    """A line of `[colonnes]`: a title, what it may mean, the likeliest first, and its cells."""

    title: str
    labels: tuple[str, ...]
    shown: str = ""


class Guessed(NamedTuple):
    """A sheet: its name, what it seems to be, in French, and the lines that would read it."""

    name: str
    seems: str
    lines: tuple[Guess, ...] = ()


def guess(path: Path) -> list[Guessed]:
    """Return what the sheets of a file seem to be.

    Raises:
        BadCell: where it cannot be read.
    """
    limits, vocabulary = Limits(), Vocabulary({})
    grids = grids_of(one(path, path.as_posix(), limits), limits)
    return [found for grid in grids for found in _sheet(grid, vocabulary)]


def _sheet(grid: Grid, vocabulary: Vocabulary) -> Iterator[Guessed]:
    sheet = find_sheet(grid, vocabulary)
    if sheet is None:
        return
    name = grid.sheet or grid.file.rpartition("/")[2]
    lacking = [table for table in sheet.tables if table.columns.missing(table.kind)]
    if not sheet.errors:
        yield Guessed(name, "se lit tel quel")
    elif lacking:
        yield from (_guessed(name, of_table(table, vocabulary)) for table in lacking)
    elif not sheet.tables and (advice := of_sheet(grid, vocabulary)) is not None:
        yield _guessed(name, advice)
    else:
        yield Guessed(name, " ; ".join(dict.fromkeys(str(error.what) for error in sheet.errors)))


def _guessed(name: str, advice: Advice) -> Guessed:
    if advice.kind is None or advice.other:
        what, _ = SAYS.get(advice.other, (UNSOLD if advice.other else "rien de sûr", ""))
        return Guessed(name, f"{what} : {seen(advice)}")
    named = [Guess(title, (label,)) for title, label in advice.name.items()]
    found = [
        Guess(one.column.title, tuple(one.labels), one.column.example)
        for one in advice.plan.proposals
    ]
    kind = KIND_LABELS[advice.kind].lower()
    sure = "des" if advice.plan.is_complete else "peut-être des"
    return Guessed(name, f"{sure} {kind} : {seen(advice)}", (*named, *found))
