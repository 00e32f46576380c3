"""A book, one or two accidents that befall it, and whether anybody was told.

Told means: the figures are the same, or the books are refused, or a doubt names the place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from random import Random

from reporter.errors import Place
from reporter.settings import Settings
from tests.books.accidents import ACCIDENTS, Accident, At
from tests.books.activities import draw
from tests.books.gestures import GESTURES
from tests.books.grid_slips import GRID_SLIPS
from tests.books.grids import ANYWHERE, GRIDS, IN_GRIDS
from tests.books.halfway import HALFWAY
from tests.books.menus import MENUS
from tests.books.outcomes import Outcome, Year, outcome_of, years_of
from tests.books.pages import SETTINGS, Book, Page
from tests.books.pasted import OF_TEXTS, PASTED
from tests.books.shapes import GRIDDED, Shape, plain
from tests.books.sheets import Sheet
from tests.books.slips import SLIPS

EVERY = (*ACCIDENTS, *GESTURES, *SLIPS, *HALFWAY, *MENUS, *PASTED)
OF_GRIDS = tuple(dict.fromkeys((*IN_GRIDS, *GRID_SLIPS, *OF_TEXTS)))
DATED = {
    "add_a_grand_total_on_top", "add_a_subtotal_per_month", "add_a_sum_without_the_word",
    "change_the_year_everywhere", "copy_the_dates_down", "drag_the_dates_over_a_year",
    "invert_day_and_month", "invert_one_date", "merge_a_column_of_names", "mistype_a_year",
    "mistype_the_year_before", "move_a_date_to_the_line_above", "save_in_universal_time",
    "save_some_dates_month_first",
    "turn_dates_into_numbers", "turn_dates_into_text", "type_a_day_that_is_none",
    "type_the_year_in_a_cell_of_dates", "write_months_between", "write_years_of_two_figures",
}  # fmt: skip
"""The accidents of a sheet that has dates: prices agreed may have none."""
BLANKING = {
    "halves": {
        "cut_a_cell", "delete_a_cell_shift_left", "delete_a_cell_shift_up",
        "insert_a_cell_shift_right", "merge_a_column_of_names", "merge_two_cells",
        "merge_a_line", "unmerge_the_names",
    },
    "rows": {"merge_a_line", "paste_a_line_in_a_cell"},
    "pairs": {"clear_the_numbers_of_a_line"},
}  # fmt: skip
"""The accidents that leave a half of a day without its client, or a last month without any.

Nothing says that there was one. A month in words and what follows it are a title."""
UNTOLD = {"count_days_from_1904", "rename_the_sheet"}
"""Two accidents of which the second takes away the year that tells of the first."""
EVERYWHERE = 0.15
"""The share of books in which an accident befalls all the sheets that it can."""
FILES = 3
"""One book in so many is files of one sheet each, as CSV."""


@dataclass(frozen=True, kw_only=True)
class Mishap:
    """What came of a book and of its accidents.

    Attributes:
        seed: what finds it again.
        accidents: their names.
        places: where they befell it.
        kept: the sheets of the book.
        years: the figures of what the book holds.
        after: what it is read as now.
    """

    seed: int
    accidents: tuple[str, ...]
    places: tuple[At, ...]
    kept: Mapping[str, Sheet]
    years: Mapping[int, Year]
    after: Outcome

    @cached_property
    def before(self) -> Outcome:
        """Return what the book was read as, which is read only where it matters."""
        return outcome_of(self.kept, SETTINGS)

    @cached_property
    def is_told(self) -> bool:
        """Tell whether the accidents can be known from what is said, or change nothing."""
        if self.after.is_refused or self.after.years == self.years:
            return True
        new = [
            place for what, place in self.after.doubts if (what, place) not in self.before.doubts
        ]
        return any(_is_at(place, one) for place in new for one in self.places)

    def __str__(self) -> str:
        return f"{self.seed} {' + '.join(self.accidents)}: {self.before} → {self.after}"


def drawn(seed: int, shape: Shape = plain) -> Mishap | None:
    """Return what comes of one or two accidents drawn from a seed too."""
    chance = draw(seed)
    accidents = chance.sample(possible(shape), chance.choice((1, 1, 2)))
    return mishap(seed, accidents, shape, everywhere=chance.random() < EVERYWHERE)


def mishap(
    seed: int, accidents: Sequence[Accident], shape: Shape = plain, *, everywhere: bool = False
) -> Mishap | None:
    """Return what comes of accidents to a book drawn from a seed; None where none can befall it.

    They befall one sheet each, or all those that they can: those of both years, and of all kinds.
    """
    chance = draw(seed)
    (lines, pages), files = shape(chance), seed % FILES == 0
    before, most = sheets(pages, files=files), len(pages) if everywhere else 1
    found = {one.__name__: _befall(one, pages, chance, most) for one in accidents}
    befell = tuple(name for name, at in found.items() if at)
    if not befell or UNTOLD.issubset(befell):
        return None
    return Mishap(
        seed=seed,
        accidents=befell,
        places=tuple(at for one in found.values() for at in one),
        kept=before,
        years=years_of(lines, Settings()),
        after=outcome_of(sheets(pages, files=files), SETTINGS),
    )


def possible(shape: Shape) -> tuple[Accident, ...]:
    """Return the accidents that can befall the books of a shape."""
    return OF_GRIDS if shape in GRIDDED else EVERY


def can_befall(accident: Accident, page: Page) -> bool:
    """Tell whether an accident can befall a sheet: those of grids and of lists are others."""
    if page.kind in GRIDS:
        return accident in OF_GRIDS
    if accident.__name__ in BLANKING.get(page.kind, ()):
        return False
    needs_a_date = page.kind != "missions" or accident.__name__ in DATED
    known = accident in EVERY and ("date" in page.columns or not needs_a_date)
    return accident in ANYWHERE or known


def said_of_a_book(seed: int, shape: Shape = plain, *, doubts: bool = True) -> str:
    """Return what is wrong with how a book well kept is read, nothing where it is read right.

    `doubts` tells whether a doubt is wrong: amounts drawn at random are odd by chance.
    """
    lines, pages = shape(draw(seed))
    found = outcome_of(sheets(pages), SETTINGS)
    said = found.errors or (doubts and found.doubts)
    right = not said and found.years == years_of(lines, Settings())
    return "" if right else f"{seed}: {found}"


def _befall(accident: Accident, pages: Book, chance: Random, most: int) -> list[At]:
    """Let an accident befall the first sheets, in an order drawn, that it can befall."""
    whole = [page for page in pages if page.is_whole and can_befall(accident, page)]
    found: list[list[At]] = []
    for page in chance.sample(whole, len(whole)):
        there = any(one is page for one in pages)  # else the one before took it elsewhere
        if len(found) < most and there and (at := accident(page, pages, chance)):
            found.append(at)
            if page.kind == "missions":  # a price is doubted where it is billed
                found[-1] += [(one, row, None) for one in pages for row in one.body]
            found[-1] += [
                (one, row, None) for one in pages if one.kind == "billed" for row in one.body
            ]
    return [at for its in found for at in its]


def sheets(pages: Book, *, files: bool = False) -> dict[str, Sheet]:
    """Return the sheets of a book as they stand now, in one workbook or in a file each."""
    suffix = ".csv" if files else ""
    return {f"{page.name}{suffix}": page.sheet for page in pages}


def _is_at(place: Place, at: At) -> bool:
    """Tell whether a doubt is at a row or next to it, or at its column: of a cell, at the title."""
    page, row, column = at
    if page.name not in (place.sheet, place.file.removeprefix("data/").removesuffix(".csv")):
        return False
    if not place.row or (row is None and column is None):
        return True
    top = page.index(page.header) if page.down and page.is_whole else None
    if top is not None and place.row > top:
        place = place._replace(row=top + place.column, column=place.row - top)
    near = row is not None and any(
        one is row and abs(number + 1 - place.row) <= 1 for number, one in enumerate(page.rows)
    )
    whole = row is None or all(one is not page.header for one in page.rows[: place.row - 1])
    return near or (whole and column is not None and place.column == column + 1)
