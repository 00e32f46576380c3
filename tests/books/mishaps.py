"""A book, one or two accidents that befall it, and whether anybody was told.

Told means: the figures are the same, or the books are refused, or a doubt names the place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from reporter.errors import Place
from reporter.settings import Settings
from tests.books.accidents import ACCIDENTS, Accident, At
from tests.books.activities import draw, kept
from tests.books.gestures import GESTURES
from tests.books.outcomes import Outcome, outcome_of, years_of
from tests.books.pages import SETTINGS, Book, book

EVERY = (*ACCIDENTS, *GESTURES)
FILES = 3
"""One book in so many is files of one sheet each, as CSV."""


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
        return f"{self.seed} {' + '.join(self.accidents)}: {self.before} → {self.after}"


def drawn(seed: int) -> Mishap | None:
    """Return what comes of one or two accidents drawn from a seed too."""
    chance = draw(seed)
    return mishap(seed, chance.sample(EVERY, chance.choice((1, 1, 2))))


def mishap(seed: int, accidents: Sequence[Accident]) -> Mishap | None:
    """Return what comes of accidents to a book drawn from a seed; None where none can befall it."""
    chance = draw(seed)
    pages = book(kept(chance), chance)
    files = seed % FILES == 0
    before = read(pages, files=files)
    found = {accident.__name__: _befall(accident, pages, chance) for accident in accidents}
    places = [at for one in found.values() for at in one]
    if not places:
        return None
    after = read(pages, files=files)
    told = after.is_refused or after.years == before.years or _is_doubted(before, after, places)
    names = tuple(name for name, at in found.items() if at)
    return Mishap(seed=seed, accidents=names, before=before, after=after, is_told=told)


def said_of_a_book(seed: int, *, doubts: bool = True) -> str:
    """Return what is wrong with how a book well kept is read, nothing where it is read right.

    `doubts` tells whether a doubt is wrong: amounts drawn at random are odd by chance.
    """
    chance = draw(seed)
    lines = kept(chance)
    found = read(book(lines, chance))
    said = found.errors or (doubts and found.doubts)
    right = not said and found.years == years_of(lines, Settings())
    return "" if right else f"{seed}: {found}"


def _befall(accident: Accident, pages: Book, chance: Random) -> list[At]:
    """Let an accident befall the first sheet, in an order drawn, that it can befall."""
    whole = [page for page in pages if page.is_whole]
    for page in chance.sample(whole, len(whole)):
        if found := accident(page, pages, chance):
            return found
    return []


def read(pages: Book, *, files: bool = False) -> Outcome:
    """Return what sheets are read as, in one workbook or in a file each."""
    suffix = ".csv" if files else ""
    return outcome_of({f"{page.name}{suffix}": page.sheet for page in pages}, SETTINGS)


def _is_doubted(before: Outcome, after: Outcome, places: list[At]) -> bool:
    """Tell whether a new doubt names the place of an accident, or a cell next to it."""
    new = [place for what, place in after.doubts if (what, place) not in before.doubts]
    return any(_is_at(place, one) for place in new for one in places)


def _is_at(place: Place, at: At) -> bool:
    page, row, column = at
    if page.name not in (place.sheet, place.file.removeprefix("data/").removesuffix(".csv")):
        return False
    if not place.row or (row is None and column is None):
        return True
    near = row is not None and any(
        one is row and abs(number + 1 - place.row) <= 1 for number, one in enumerate(page.rows)
    )
    return near or (column is not None and place.column == column + 1)
