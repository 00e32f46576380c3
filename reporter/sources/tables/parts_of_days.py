"""Days written in parts side by side, a morning and an afternoon or a week: made one column.

Knows titles, and the few ways to write a part of a day that have one meaning. Never whose days
they are, nor their date.
"""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from reporter import numerals
from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank, shown
from reporter.sources.tables.header_rows import TOP_ROWS
from reporter.words.bearing import is_absence
from reporter.words.labels import LABELS
from reporter.words.periods import DAY_NAMES
from reporter.words.sums import says_measure, says_sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reporter.sources.grids.grid import Grid
    from reporter.sources.tables.vocabulary import Vocabulary

HALVES = (("matin", "am"), ("apres midi", "pm"))
WEEKS = (
    DAY_NAMES,
    tuple(day[:3] for day in DAY_NAMES),
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
)
LETTERS = list("lmmjv")
"""The days that are worked, each by its letter: two of them have the same."""
FEWEST = 4
"""Days of a week, the last two of which nobody may work."""
PAIR = 2
WHOLE, HALF = Decimal(1), Decimal("0.5")
HALF_DAYS = pattern(r"\b(?:demi|1 2) ?j(?:ournees?|ours?)\b")
"""How half a day is called; folded."""
AT_HOUR, HORAIRE = "heure", "Horaire"
CLOCK = pattern(r"\s*([01]?\d|2[0-3])\s*[h:](?:\s*[0-5]\d)?(?::00)?\s*")
EARLIEST, LONG, NOON = 7, 9, 12
"""The title of the time of an appointment, how that is written, and when it may be."""
PRICES = {"tarif", "prix", "taux", "pu", "cout", "prix unitaire"}
"""What the title of a price says."""


def with_appointments(grid: Grid) -> Grid:
    """Return a sheet whose « Heure » of each appointment is no length of time: « Horaire ».

    Its cells are times of a working day, some of them past noon or all too long to be worked, and
    nothing is paid by the hour.
    """
    for top, row in enumerate(grid.rows[:TOP_ROWS]):
        titles = [folded(cell) if isinstance(cell, str) else "" for cell in row]
        hourly = any("horaire" in words.split() for words in titles)
        for at in (n for n, words in enumerate(titles) if words == AT_HOUR and not hourly):
            if _are_times(it[at] for it in grid.rows[top + 1 :]):
                titled = [*row[:at], HORAIRE, *row[at + 1 :]]
                return grid._replace(rows=[*grid.rows[:top], titled, *grid.rows[top + 1 :]])
    return grid


def _are_times(cells: Iterable[Any]) -> bool:
    texts = [f"{it:%H:%M}" if isinstance(it, time) else str(it) for it in cells if not is_blank(it)]
    hours = [int(found[1]) if (found := CLOCK.fullmatch(text)) else 0 for text in texts]
    return bool(hours) and min(hours) >= (EARLIEST if max(hours) > NOON else LONG)


def with_counted_halves(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Return a sheet whose « Nb demi-journées » are « Jours », and their price that of a day.

    The sheet is the same where one of them is no number, or where another column counts time.
    """
    for top, row in enumerate(grid.rows[:TOP_ROWS]):
        if columns := _counted_by_half(row, vocabulary):
            rows = [list(it) for it in grid.rows]
            for n, (title, worth) in columns.items():
                rows[top][n] = title
                for number in range(top + 1, _end(grid, top)):
                    if is_blank(cell := rows[number][n]):
                        continue
                    if (value := numerals.number(shown(cell))) is None:
                        return grid
                    rows[number][n] = float(value * worth)
            return grid._replace(rows=rows)
    return grid


def _counted_by_half(
    row: Sequence[Any], vocabulary: Vocabulary
) -> Mapping[int, tuple[str, Decimal]]:
    """Return the columns of a header that count half days, or price one, and what each is.

    A line whose unit is a half day has numbers, as no header has, and a title no other word.
    """
    known = sum(vocabulary.word(cell) != "" for cell in row)
    if known < PAIR or any(numerals.number(shown(it)) is not None for it in row if it != ""):
        return {}
    titles = {n: folded(cell) for n, cell in enumerate(row) if isinstance(cell, str)}
    halves = [n for n, words in titles.items() if HALF_DAYS.search(words)]
    priced = [n for n in halves if PRICES & {*titles[n].split()}]
    counts = [n for n in halves if n not in priced]
    if len(counts) != 1 or {"days", "hours"} & vocabulary.columns(row, "days").fields.keys():
        return {}
    bare = [n for n, words in titles.items() if words.removesuffix(" ht") in PRICES]
    rates = dict.fromkeys((priced or bare)[:1], (LABELS["rate"], 1 / HALF))
    return {counts[0]: (LABELS["days"], HALF), **rates}


def _end(grid: Grid, top: int) -> int:
    """Return the row after the last one of a table: that of the titles of another, if any."""
    for number, row in enumerate(grid.rows[top + 1 :], top + 1):
        filled = [cell for cell in row if not is_blank(cell)]
        words = [it for it in filled if isinstance(it, str) and not numerals.begins(it)]
        if len(words) == len(filled) > PAIR:
            return number
    return len(grid.rows)


def with_whole_days(grid: Grid, vocabulary: Vocabulary) -> Grid:
    """Return a sheet whose columns of parts of days are one, « Jours », in place of the first.

    The sheet is the same where a cell of them has another meaning, or none that is sure.
    """
    for top, row in enumerate(grid.rows[:TOP_ROWS]):
        columns, most = parts_of_row(row)
        if not columns or {"days", "hours"} & vocabulary.columns(row, "days").fields.keys():
            continue
        below = [n for n in range(top + 1, len(grid.rows)) if not _is_figure(grid.rows[n])]
        found = {number: _sum(grid.rows[number], columns, most) for number in below}
        sums = [n for n, cell in enumerate(row) if n > max(columns) and says_sum(cell)]
        for number in below if sums else ():  # the sum of all may stand under that of each row
            if found[number] == "" and any(map(says_sum, grid.rows[number])):
                found[number] = grid.rows[number][sums[0]]
        sure = {number: it for number, it in found.items() if it is not None}
        return _rewritten(grid, top, columns, sure) if len(sure) == len(found) else grid
    return grid


def _is_figure(row: Sequence[Any]) -> bool:
    """Tell whether a row is a measure and its figure alone: « Montant HT », 4 800."""
    filled = [cell for cell in row if not is_blank(cell)]
    return len(filled) == PAIR and isinstance(filled[0], str) and says_measure(filled[0])


def parts_of_row(row: Sequence[Any]) -> tuple[list[int], Decimal]:
    """Return the columns of the parts of days of a header, and what one of them holds at most."""
    words = [folded(cell) if isinstance(cell, str) else "" for cell in row]
    titles = {word: n for n, word in enumerate(words) if word}
    first = words.index("l") if words.count("l") == 1 else len(words)
    if words[first : first + len(LETTERS)] == LETTERS:
        weekend = 2 * (words[first + len(LETTERS) :][:2] == ["s", "d"])
        return list(range(first, first + len(LETTERS) + weekend)), WHOLE
    halves = [n for names in HALVES for name, n in titles.items() if name in names]
    for days in WEEKS:
        week = [titles[day] for day in days if day in titles]
        if len(week) >= FEWEST and week == list(range(week[0], week[0] + len(week))):
            return week, WHOLE
    return (halves, HALF) if len(halves) == len(HALVES) else ([], WHOLE)


def _sum(row: Sequence[Any], columns: Sequence[int], most: Decimal) -> Any:
    """Return the days of a row, its absence or nothing where it has none, None where not sure.

    A total may hold any number; a cross is the whole of its part.
    """
    filled = [row[n] for n in columns if not is_blank(row[n])]
    worked = [it for it in filled if not (isinstance(it, str) and is_absence(it))]
    numbers = [most if it in ("x", "X") else numerals.number(shown(it)) for it in worked]
    given = [number for number in numbers if number is not None]
    total = any(map(says_sum, row))
    if len(given) < len(numbers) or not (total or all(0 <= it <= most for it in given)):
        return None
    return float(sum(given)) if given else next(iter(filled), "")


def _rewritten(grid: Grid, top: int, columns: Sequence[int], sums: Mapping[int, Any]) -> Grid:
    rows = [list(row) for row in grid.rows]
    for number in (top, *sums):
        for column in columns:
            rows[number][column] = ""
        rows[number][columns[0]] = LABELS["days"] if number == top else sums[number]
    return grid._replace(rows=rows)
