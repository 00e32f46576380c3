"""A book, one or two accidents that befall it, and whether anybody was told.

Told means: the figures are the same, or the books are refused, or a doubt names the place.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from reporter.errors import Place
from tests.books.accidents import ACCIDENTS, Accident, At
from tests.books.activities import kept
from tests.books.outcomes import CELL, Outcome, outcome
from tests.books.pages import Book, book, put
from reporter.sources.grids.cells import column_number

MEMORY = "/dev/shm" if os.path.isdir("/dev/shm") else None
"""A folder that is never written to a disk, where there is one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mishap:
    """What came of a book and of its accidents.

    Attributes:
        seed: what finds it again.
        accidents: their names.
        before: what the book was read as.
        after: what it is read as now.
        is_told: whether the accident can be known from what is said.
    """

    seed: int
    accidents: tuple[str, ...]
    before: Outcome
    after: Outcome
    is_told: bool

    def __str__(self) -> str:
        return f"{self.seed} {' + '.join(self.accidents)}\n    {self.before}\n    {self.after}"


def mishap(seed: int, accidents: Sequence[Accident] = ACCIDENTS) -> Mishap | None:
    """Return what comes of a book drawn from a seed; None where no accident can befall it."""
    chance = Random(seed)
    pages = book(kept(chance), chance)
    before = _read(pages)
    names, places = [], []
    for _ in range(chance.choice((1, 1, 2))):
        for accident in chance.sample(accidents, min(len(accidents), 6)):
            page = chance.choice([page for page in pages if page.body])
            found = accident(page, pages, chance)
            if found is not None:
                names.append(accident.__name__)
                places += found
                break
    if not names:
        return None
    after = _read(pages)
    told = after.is_refused or after.years == before.years or _is_doubted(before, after, places)
    return Mishap(seed=seed, accidents=tuple(names), before=before, after=after, is_told=told)


def _read(pages: Book) -> Outcome:
    with TemporaryDirectory(dir=MEMORY) as folder:
        return outcome(put(Path(folder), pages))


def _is_doubted(before: Outcome, after: Outcome, places: list[At]) -> bool:
    """Tell whether a new doubt names the place of an accident, or a cell next to it."""
    new = [place for what, place in after.doubts if (what, place) not in before.doubts]
    return any(_is_at(place, one) for place in new for one in places)


def _is_at(place: Place, at: At) -> bool:
    page, row, column = at
    if place.sheet != page.name:
        return False
    cell = CELL.fullmatch(place.cell)
    if cell is None or (row is None and column is None):
        return True
    near = row is not None and any(
        one is row and abs(number + 1 - int(cell[2])) <= 1 for number, one in enumerate(page.rows)
    )
    return near or (column is not None and column_number(cell[1].encode()) == column)
