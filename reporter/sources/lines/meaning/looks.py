"""What the cells of a column that nobody owns look like: numbers, answers, a list, places, people.

Knows cells and titles. Never what the lines amount to, nor what is said of such a column.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any, Literal

from reporter import numerals
from reporter.characters import folded
from reporter.patterns import pattern
from reporter.sources.grids.cells import Broken
from reporter.sources.lines.meaning.bearings import bearing_in
from reporter.sources.lines.written.counts import DAY_WORDS, HOUR_WORDS, is_clock, to_hours
from reporter.sources.lines.written.values import answer, is_day, value_of
from reporter.sources.tables.titles import key_of
from reporter.words.bearing import bearing
from reporter.words.charges import MEANS
from reporter.words.fates import AROUND, SAID_OF, THINGS
from reporter.words.names import is_name
from reporter.words.periods import WEEKDAYS
from reporter.words.remarks import HARMLESS, is_harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reporter.sources.lines.cells import Cells
    from reporter.words.columns import Field

Look = Literal["numbers", "yes or no", "a list", "texts"]

SHORT, FEW_WORDS, FEW = 24, 3, 3
"""Letters, words and distinct texts up to which a column may be one of statuses."""
PLAIN = {*WEEKDAYS, *MEANS}
"""Days of the week and means of payment: a column of them is no list of statuses."""
PLACES = {
    "lieux", "ville", "villes", "depart", "arrivee", "destination",
    "etape", "region", "departement", "langue", "type", "formation", "module", "version",
    "taille", "initiale", "modalite", "couleur", "service", "financeur", "opco", "candidat",
    "candidate", "coache", "coachee", "jnl", "creneau", "poste", "stagiaire", "apprenant",
    "beneficiaire", "groupe", "origine", "plateforme", "juridiction",
    *AROUND, *THINGS,
}  # fmt: skip
"""How the title begins of a column of places, of a kind, or of what is around some work."""
TIME = DAY_WORDS | HOUR_WORDS | {"demi", "semaines", "semaine", "mois", "nuits"}
AMOUNTS: set[Field] = {"amount", "gross"}
"""Words of what is sold by the time; what says what a line is worth, whatever is counted."""
WORK = {"client", "projet", "mission", "affaire", "dossier", "chantier"}
BOUGHT: set[Field] = {"supplier", "kilometres"}
"""The title of a column that says for whom, or for what, something was bought; what tells that."""
OFTEN = {"periodicite", "frequence"}
"""The title of what tells how often something is sold: what is bought so may be typed once."""
LENGTHS, LESSON = {"duree", "temps"}, 2
"""The titles of how long a lesson was, and its hours at most: it is sold at its price."""
CODE = pattern(r"(?=\D*\d)[A-Z\d]+(?:[-_./][A-Z\d]+)*")
"""Capitals and figures: no word says a status so."""
AT = pattern(r"\w@\w|://|^www\.|^\d+ (?:mois|ans?)$|^[vV]\.?\d")
"""An address, months and years, or a version: no status either."""


def is_count(cells: Cells, title: str) -> bool:
    """Tell whether a column counts something else than time, beside amounts: « Nb stagiaires »."""
    first, *rest = key_of(title).split() or [""]
    return (
        first == "nb"
        and bool(rest)
        and TIME.isdisjoint(rest)
        and not AMOUNTS.isdisjoint(cells.values)
    )


def is_rank(numbers: Sequence[Any]) -> bool:
    """Tell whether numbers are those of rows, one after the other from 1."""
    return len(numbers) >= FEW and [*map(value_of, numbers)] == [*range(1, len(numbers) + 1)]


def are_dates(found: Sequence[tuple[int, Any]]) -> bool:
    """Tell whether cells are all dates: each line has one, and no figure is any."""
    return all(isinstance(cell, date) for _, cell in found)


def is_handled(cells: Cells, title: str, found: Sequence[tuple[int, Any]]) -> bool:
    """Tell whether a column ticks or dates what was done about lines, as a remark says: « Vu ».

    A no beside it is of something that was not: it is asked.
    """
    ticks = all(is_day(it) or (isinstance(it, str) and answer(it)) for _, it in found)
    bought, words = cells.table.kind == "expenses", title.casefold().split()
    done = any(folded(it) in HARMLESS or SAID_OF.fullmatch(it) for it in words)
    return ticks and done and not bearing(title) and is_harmless(title, bought=bought)


def look_of(found: Sequence[Any]) -> Look:
    """Return what cells look like: numbers, a list of a few short words, or free texts."""
    distinct = set(found)
    texts = {cell for cell in distinct if isinstance(cell, str)}
    if any(is_number(cell) for cell in distinct):
        return "numbers"
    if texts and all(answer(text) is not None for text in texts):
        return "yes or no"
    if texts and all(folded(text) in PLAIN or AT.search(text) for text in texts):
        return "texts"
    short = all(len(text) <= SHORT and len(text.split()) <= FEW_WORDS for text in texts)
    repeated = len(distinct) <= FEW or 3 * len(distinct) <= 2 * len(found)
    if texts and ((short and repeated) or any(bearing(text) for text in texts)):
        return "a list"
    return "texts"


def is_no_status(cells: Cells, title: str, found: Sequence[tuple[int, Any]]) -> bool:
    """Tell whether a column is one of places, by the first word of its title, of work, or of codes.

    Codes that come again are those of a project or of a session: others number lines. What was
    bought may be for a client, where its supplier or its kilometres tell that it was.
    """
    words, texts = folded(title).split(), [str(cell).strip() for _, cell in found]
    coded = len({*texts}) < len(texts) and all(map(CODE.fullmatch, texts))
    named = not any(map(str.isdecimal, "".join(texts)))
    bought = not BOUGHT.isdisjoint(cells.table.columns.fields)
    work = bought and folded(title) in WORK
    sold = cells.table.kind != "expenses"
    often = sold and folded(title) in OFTEN
    lesson = sold and words[:1] and words[0] in LENGTHS and all(map(_is_lesson, texts))
    return (
        coded
        or work
        or often
        or bool(lesson)
        or (named and bool(words) and words[0].removesuffix("s") in PLACES)
    )


def _is_lesson(text: str) -> bool:
    """Tell whether a text writes a length of time that is no part of a day sold: « 45 min »."""
    return is_clock(text) and to_hours(text) <= LESSON


def is_person(text: Any) -> bool:
    """Tell whether a text is written as somebody is called, and says nothing of a line."""
    return (
        isinstance(text, str)
        and is_name(text)
        and not bearing_in("client", text)
        and is_harmless(text)
    )


def is_number(cell: Any) -> bool:
    """Tell whether a cell is a number, a date or a length of time, or writes one."""
    if not isinstance(cell, str):
        return isinstance(cell, int | float | date | time | timedelta | Broken)
    numbers = (numerals.number(cell), numerals.percentage(cell))
    return numbers != (None, None) or value_of(cell) is not None
