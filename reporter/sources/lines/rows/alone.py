"""A row of which one cell alone is filled: a title, a month, a date that is left, a remark, a note.

Knows what people write between their lines. Never whether it bears on one: it is asked about.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from reporter import numerals
from reporter.errors import Doubt
from reporter.patterns import pattern
from reporter.sources.grids.cells import shown
from reporter.sources.lines.verdicts import Aside, Verdict
from reporter.sources.lines.written.values import is_day
from reporter.sources.tables.announced import (
    AMOUNTS,
    TAKES,
    TAKES_FIX,
    says_of_lines,
    section,
    takes_back,
)
from reporter.sources.tables.layouts import TITLE_ROWS
from reporter.sources.tables.titles import is_year
from reporter.words.periods import is_part, period_of

if TYPE_CHECKING:
    from reporter.errors import Place
    from reporter.sources.lines.cells import Cells

BESIDE = 3
"""Rows of which the middle one is compared with the others."""
JOINED = pattern(
    r"(?<!du )(?<!le )(?<!au )(?<![-/.\w])"
    r"(?:(?:\d{1,2}[-/.])?\d{1,2}[-/.]\d{4}|\d{4}-\d\d-\d\d|20\d{6})\b(?! au\b)"
)
"""A date or a month that no word introduces, as it stands in cells that were made one."""
HEADED = pattern(r"^.*?(?:\s?:|\s[–—-])(?=\s)")
"""How a title begins, up to its colon or dash: « Semaine 9 : 2/3/2020 »."""
NUMBER = pattern(r"(?<!\w)\d")
"""How a number begins that is no part of a word: « v2 »."""
OTHER = pattern(r"[^\W\d_]{2}|[;\t]|\d[.,]\d")
"""A name, a mark between cells or an amount, which a length of time has not."""
CALENDAR = timedelta(days=3)
"""By how much the days of a calendar may stand apart otherwise: a weekend, a longer month."""


def alone(cells: Cells, rank: int, column: int, cell: Any) -> Aside | None:
    """Return what the only filled cell of a row is: the title of lines below, or a note."""
    place = cells.place(rank, cells.table.left + column)
    said = section(cell, place) if rank + 1 < len(cells.rows) else None
    if (
        said := said
        or _of_another_year(cells, rank, cell, place)
        or _of_credits(cells, rank, cell, place)
    ):
        return Aside(Verdict.TITLE, said)
    if isinstance(cell, str) and says_of_lines(cell):
        return Aside(Verdict.NOTE, remark(cell, place))
    is_date = cells.table.left + column == cells.table.columns.fields.get("date")
    month = isinstance(cell, str) and not is_day(cell) and period_of(cell).month
    joined = isinstance(cell, str) and _is_joined(cell.strip(), is_date=is_date)
    if joined or (is_date and not month and _is_lost(cells, rank)):
        what, text = "une date seule sur sa ligne : le reste est-il effacé ?", shown(cell)
        fix = "effacer la date, ou écrire le reste de la ligne"
        if joined:
            what = "plusieurs cellules en une, seule sur sa rangée : une ligne perdue ?"
            fix = "écrire chacun sous son titre, ou l’effacer"
        return Aside(Verdict.NOTE, cells.doubt("cellule-omise", what, rank, "date", text, fix))
    if isinstance(cell, date) or month or (is_date and is_year(cell)):
        return Aside(Verdict.TITLE)
    if not isinstance(cell, str) or (numerals.begins(cell) and not is_part(cell)):
        return None
    what = "texte seul sur sa ligne, laissé de côté"
    note = None if _heads_another(cells, rank) else Doubt("note", what, place, cell[:80])
    told = zip(cells.raw[column], cells.of("date"), strict=True)
    if any(cell == other and day for other, day in told):
        what = "un texte seul sur sa ligne, que disent d’autres : le reste est-il effacé ?"
        fix = "l’effacer, ou écrire le reste de la ligne"
        note = Doubt("cellule-omise", what, place, cell[:80], fix)
    return Aside(Verdict.NOTE, note)


def _is_joined(text: str, *, is_date: bool) -> bool:
    """Tell whether a text is cells that were made one: a date, and a number or more beside it.

    Where dates stand, one that begins the text is enough, with a name after it.
    """
    if (found := JOINED.search(text)) is None:
        return False
    others = HEADED.sub(" ", JOINED.sub(" ", text))
    first = is_date and found.start() == 0
    return bool(first or NUMBER.search(others)) and OTHER.search(others) is not None


def _heads_another(cells: Cells, rank: int) -> bool:
    """Tell whether nothing more stands between a row and the header of the next table."""
    last = len(cells.rows) - 1
    below = cells.table.bottom < len(cells.table.grid.rows) and last - rank < TITLE_ROWS
    return below and not any(cells.filled(it) for it in range(rank + 1, last + 1))


def remark(text: str, place: Place) -> Doubt:
    """Return the doubt of a text that says something, of lines perhaps."""
    what = "remarque seule sur sa ligne : change-t-elle une ligne d’à côté ?"
    fix, about = "l’effacer, ou l’écrire à côté de sa ligne", text.strip()[:80]
    return Doubt("remarque", what, place, about, fix, about=about)


def _is_lost(cells: Cells, rank: int) -> bool:
    """Tell whether a day stands alone above a line, and is none of a calendar of such days.

    The first of a month is its title, where no line is of such a day.
    """
    days, first = cells.of("date"), max(rank - 1, 0)
    near = days[first : first + BESIDE]
    alone = (len(cells.filled(n)) == 1 for n in range(first, min(rank + 2, len(days))))
    if rank == len(days) - 1 or None in near or len(near) < BESIDE or sum(alone) > 1:
        return False
    one, two, three = near
    firsts = (n for n, day in enumerate(days) if day is not None and day.day == 1)
    is_title = days[rank].day == 1 and all(len(cells.filled(n)) == 1 for n in firsts)
    return not is_title and abs(three - two - (two - one)) > CALENDAR


def _of_credits(cells: Cells, rank: int, cell: Any, place: Place) -> Doubt | None:
    """Return the doubt of a title of credit notes, « Avoirs », above an amount that adds up."""
    found = (it for name in AMOUNTS for it in cells.of(name)[rank + 1 :] if it)
    adds = next(found, 0) > 0
    if not (adds and isinstance(cell, str) and takes_back(cell)):
        return None
    return Doubt("titre-inconnu", TAKES, place, cell[:80], TAKES_FIX, about=cell[:40])


def _of_another_year(cells: Cells, rank: int, cell: Any, place: Place) -> Doubt | None:
    """Return the doubt of a title whose year is not that of the lines below, nor of its closing.

    Those of the year before go on from the lines above, and do not begin it again.
    """
    dates = cells.of("date")
    below = next((day for day in dates[rank + 1 :] if day is not None), None)
    year = period_of(cell).year if is_year(cell) else None
    if year is None or below is None or below.year == year:
        return None
    above = next((day for day in reversed(dates[:rank]) if day is not None), below)
    if below.year == year - 1 and not (below < above and below.year == above.year):
        return None
    what = "un titre nomme une autre année que celle des lignes du dessous"
    fix = "vérifier leurs dates, ou ce titre"
    return Doubt(code="autre-annee", what=what, place=place, shown=str(year), fix=fix)
