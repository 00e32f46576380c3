"""What the letters of a grid mean that only it explains: « P » for a day, by its key or its totals.

Knows the cells of a grid and what is written around them. Never guesses: what neither a key nor
every total tells stays unread.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from reporter.characters import folded
from reporter.model import ZERO
from reporter.patterns import pattern
from reporter.sources.lines.timesheets.cells import (
    HALF,
    LONGEST_MARK,
    NOONS,
    OFF,
    WHOLE,
    is_off,
    worked,
)
from reporter.sources.lines.written.values import tried

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal
    from typing import Any

    from reporter.sources.tables.timesheets import Timesheet

FEWEST = 3
"""Cells that have a mark at least, where totals alone explain it."""
HALVES = pattern(r"(?:demi|1 2|matin|apres midi)\b.*")
WORKED = pattern(
    r"(?:(?:jours?|journees?)(?: |$))?"
    r"(?:(?:entiere?s?|completes?|present\w*|travail\w*|preste\w*|facture\w*)(?: |$).{0,20})?"
)
"""What the key of a grid says of a mark of half a day, or of a day, folded."""
NOT = pattern(r"\b(?:non|pas|sans|hors|intern\w*)\b")
"""What undoes such words."""
OFF_WORK = pattern(
    r"(?:jours? )?(?:d )?(?:absen\w*|conges?\b|feri\w*|malad\w*|repos|non travaill\w*).*"
)
"""What it says of a mark of no work."""


def marks_of(sheet: Timesheet, words: Mapping[str, Decimal]) -> Mapping[str, Decimal]:
    """Return the words of a grid and its marks: a key first says what one counts, known or not."""
    rows = range(sheet.top + 1, sheet.bottom)
    cells = (cell for row in rows for cell in _days(sheet, row))
    counts = Counter(mark for cell in cells if (mark := _mark(cell)))
    found = {word: worth for word, worth in words.items() if word not in counts}
    for mark, count in counts.items():
        worth = _by_key(sheet, mark, words.get(mark))
        if worth is None and count >= FEWEST:
            worth = _by_totals(sheet, mark, words)
        if worth is not None:
            found[mark] = worth
    return found


def _days(sheet: Timesheet, row: int) -> Sequence[Any]:
    return [sheet.grid.rows[row][column] for column in (*sheet.days, *sheet.beyond)]


def _mark(cell: Any) -> str:
    """Return the mark that a cell is, nothing where it is that of an absence, or no mark."""
    mark = cell.strip().casefold() if isinstance(cell, str) else ""
    known = mark in OFF or mark in NOONS
    is_mark = mark.isalpha() and len(mark) <= LONGEST_MARK
    return mark if is_mark and not known and not is_off(cell, named=True, day=None) else ""


def _by_key(sheet: Timesheet, mark: str, usual: Decimal | None) -> Decimal | None:
    """Return what a mark counts by the key of a sheet: « P = présent », on a cell or on two.

    It is as usual where no key says it, and unknown where one undoes it: « x = non facturé ».
    """
    one = re.compile(rf"(?:^|[\s,;/|(]){mark}\s*[=:–-]\s*([^,;/|)]+)", re.IGNORECASE)
    days = {*sheet.days, *sheet.beyond}
    for number, row in enumerate(sheet.grid.rows):
        own = days if sheet.top < number < sheet.bottom else ()  # « X » beside « 1/2 » is no key
        cells = (cell for n, cell in enumerate(row) if n not in own and isinstance(cell, str))
        texts = [cell.strip() for cell in cells if cell.strip()]
        inside = (found[1] for text in texts if (found := one.search(text)))
        beside = (after for text, after in pairwise(texts) if text.casefold() == mark)
        for said in map(folded, (*inside, *beside)):
            if OFF_WORK.fullmatch(said):
                return ZERO
            if NOT.search(said):
                return None
            if said and HALVES.fullmatch(said):
                return HALF
            if said and WORKED.fullmatch(said):
                return WHOLE
    return usual


def _by_totals(sheet: Timesheet, mark: str, words: Mapping[str, Decimal]) -> Decimal | None:
    """Return what a mark counts by the totals of its rows, where one worth makes them all."""
    for value in (ZERO, HALF, WHOLE):
        if all(_agrees(sheet, row, {**words, mark: value}) for row in _rows_of(sheet, mark)):
            return value
    return None


def _rows_of(sheet: Timesheet, mark: str) -> Iterator[int]:
    for row in range(sheet.top + 1, sheet.bottom):
        if any(isinstance(it, str) and it.strip().casefold() == mark for it in _days(sheet, row)):
            yield row


def _agrees(sheet: Timesheet, row: int, words: Mapping[str, Decimal]) -> bool:
    """Tell whether the days of a row make its total, by what each word counts."""
    read = partial(worked, words=words)
    sums = (tried(partial(worked, words={}), sheet.grid.rows[row][n]) for n in sheet.totals)
    totals = [total.number for total in sums if total is not None]
    cells = (cell for cell in _days(sheet, row) if not is_off(cell, words, named=True, day=None))
    done = sum((it.number for cell in cells if (it := tried(read, cell)) is not None), ZERO)
    return bool(totals) and all(total == done for total in totals)
