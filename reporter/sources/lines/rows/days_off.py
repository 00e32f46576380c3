"""Rows of days that count nothing and say why: days off, absences, rows made ready.

Knows the calendar that a person keeps. Never a row that lacks its days and does not say so.
"""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

from reporter import numerals
from reporter.characters import folded
from reporter.errors import Doubt
from reporter.french import counted
from reporter.grouping import runs
from reporter.law.workdays import SATURDAY, public_holidays
from reporter.sources.lines.verdicts import Aside, Verdict
from reporter.sources.tables.titles import is_year
from reporter.words.bearing import ABSENCES
from reporter.words.periods import WEEKDAYS, period_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from reporter.errors import Place
    from reporter.sources.lines.cells import Cells
    from reporter.words.columns import Field

TIMES: AbstractSet[Field] = {"days", "hours"}
RATES: tuple[Field, ...] = ("rate", "hourly")
READY: AbstractSet[Field | None] = {"rate", "hourly", "vat_rate", "invoice", "receipt", "status"}
"""What is typed ahead of a line, and tells nothing of it alone."""
NOT_BILLED = {
    "cp", "rtt", "ferie", "jf", "abs", "absence", "absent", "css", "conge", "conges", "we",
    "week end", "maladie", "mal", "ferie chome", "vacances", "off", "na", "n a",
}  # fmt: skip
"""How a person says that a day is none of work, folded."""
UNSURE = frozenset("?#")
OWN_TIME = {
    "administratif", "administration", "admin", "gestion", "compta", "comptabilite", "interne",
    "prospection", "avant vente", "commercial", "formation", "autoformation", "veille",
    "intercontrat", "inter contrat", "non travaille", "non facture",
    "temps partiel", "mi temps", "repos",
}  # fmt: skip
"""What a day says that was worked for oneself: beside no client's name, it was sold to nobody."""
NUMBERS: AbstractSet[Field | None] = {"invoice", "receipt"}
LONGEST_NUMBER = 3
"""Words of a number at most: more are a sentence, « Règlement à 30 jours »."""
COUNTED: tuple[Field, ...] = ("days", "hours", "amount", "gross")


def without_a_count(cells: Cells) -> Sequence[int]:
    """Return the ranks of the rows of days that count no day, no hour and no amount."""
    names = [name for name in COUNTED if name in cells.values]
    if cells.table.kind != "days" or cells.gaps.isdisjoint(TIMES):
        return ()
    columns = [cells.values[name] for name in names]
    return [rank for rank, counts in enumerate(zip(*columns, strict=True)) if not any(counts)]


def unworked(cells: Cells, rank: int) -> Aside | None:
    """Return what a row of days is that counts nothing and says why: a day off, or an amount of 0.

    A calendar has a row per day, weekends too, and rows made ready for later days have a formula
    that says 0. A row that says neither lacks its days.
    """
    row, columns = cells.filled(rank), cells.table.columns.fields
    given = {
        name: columns[name] - cells.table.left for name in (*COUNTED, *RATES) if name in columns
    }
    said = [row[given[name]] for name in COUNTED if given.get(name) in row]
    day = cells.of("date")[rank]
    if day is None or not all(is_zero(cell) or _is_off(cell) for cell in said):
        return None
    rates = [given.get(name) for name in RATES]
    if any(_is_count(cell) for column, cell in row.items() if column not in rates):
        return None
    off = [cell for cell in row.values() if _is_off(cell) and not _is_client(cells, rank, cell)]
    if off or (not said and _is_closed(cells.of("date"), rank)):
        return Aside(Verdict.ABSENCE)
    dated = columns["date"] - cells.table.left
    none = {dated, *(given.get(name) for name in TIMES)}  # no day, and why
    words = {folded(cell) for n, cell in row.items() if n not in none}
    if words <= WEEKDAYS | OWN_TIME and (words or len(row) == 1):
        return Aside(Verdict.TITLE if words <= WEEKDAYS else Verdict.ABSENCE)
    if not said or any(given.get(name) in row for name in TIMES):
        return None
    what = "aucun jour, et zéro euro : laissée de côté"
    return Aside(Verdict.NOTE, nothing(cells.place(rank, min(TIMES & columns.keys())), what))


def _is_client(cells: Cells, rank: int, cell: Any) -> bool:
    """Tell whether a word of absence is a client, « NA », « Off »: of lines that count, or priced.

    A rate drawn down a calendar is that of other rows too; one of its own is agreed with somebody.
    """
    rates = cells.of("rate")
    if cell == cells.of("client")[rank] and rates[rank] and rates.count(rates[rank]) == 1:
        return True
    counts = [cells.values[name] for name in COUNTED if name in cells.values]
    own = (rank for rank, name in enumerate(cells.of("client")) if name == cell)
    return any(column[rank] for rank in own for column in counts)


def made_ready(cells: Cells, rank: int, filled: Mapping[int, Any]) -> Aside | None:
    """Return the note of a row without date, name nor amount: its rate or its number is ready."""
    columns = {n - cells.table.left: name for name, n in cells.table.columns.fields.items()}
    if not all(
        _is_ready(columns.get(n), cell)
        or is_zero(cell)
        or (n not in columns and _follows(cells, rank, n))
        for n, cell in filled.items()
    ):
        return None
    place = cells.place(rank, cells.table.left + min(filled))
    what = "rangée préparée, sans date, nom ni montant : laissée de côté"
    return Aside(Verdict.NOTE, nothing(place, what))


def _is_ready(name: Field | None, cell: Any) -> bool:
    """Tell whether a cell is typed ahead of its line; words, or a month of a year, are a title."""
    text = cell if isinstance(cell, str) else "0"
    words = not any(map(str.isdigit, text)) or len(text.split()) > LONGEST_NUMBER
    named = isinstance(cell, str) and any(map(str.isalpha, cell))
    period = named and (period_of(cell).month or is_year(cell))
    return name in READY and not (name in NUMBERS and (words or period))


def _follows(cells: Cells, rank: int, column: int) -> bool:
    """Tell whether a cell numbers its row, after the one above."""
    above, cell = cells.raw[column][rank - 1] if rank else 0, cells.raw[column][rank]
    return isinstance(above, int | float) and isinstance(cell, int | float) and cell == above + 1


def _is_closed(dates: Sequence[Any], rank: int) -> bool:
    """Tell whether a row is a day off in a calendar: one beside it is of the next day, or last.

    The end of a month may be a Sunday, and its row lack its days.
    """
    beside = [day for day in (*dates[max(rank - 1, 0) : rank], *dates[rank + 1 : rank + 2]) if day]
    year, own = dates[rank].year, dates[rank]
    off = own.weekday() >= SATURDAY or own in public_holidays(range(year, year + 1))
    return off and any(abs(day - own) == timedelta(days=1) for day in beside)


def is_unsure(text: str) -> bool:
    """Tell whether a text is a question, or what a formula that failed shows: « RTT ? », #N/A."""
    return not UNSURE.isdisjoint(text)


def _is_off(cell: Any) -> bool:
    """Tell whether a cell says that a day was not worked."""
    if not isinstance(cell, str) or is_unsure(cell):
        return False
    words = folded(cell)
    holiday = words.startswith(("ferie ", "jour ferie ")) and "travail" not in words
    return holiday or words in ABSENCES | NOT_BILLED


def _is_count(cell: Any) -> bool:
    """Tell whether a cell counts something: time on call, extra hours, whatever its title."""
    if isinstance(cell, str):
        return numerals.number(cell) not in (None, 0)
    return isinstance(cell, int | float | time | timedelta) and bool(cell)


def is_zero(cell: Any) -> bool:
    """Tell whether a cell is a number that is nothing: a formula drawn down below the lines."""
    if isinstance(cell, str):
        return numerals.number(cell) == 0
    return isinstance(cell, int | float) and not cell


def nothing(place: Place, what: str = "rangée de zéros, laissée de côté") -> Doubt:
    """Return the note of a row that is worth nothing."""
    return Doubt(code="zeros", what=what, place=place)


def together(aside: Mapping[int, Aside]) -> dict[int, Aside]:
    """Return the rows of zeros that follow another: the first of them speaks for them all."""
    zeros = sorted(n for n, it in aside.items() if it.doubt and it.doubt.code == "zeros")
    found: dict[int, Aside] = {}
    for first, *others in runs(zeros):
        doubt = aside[first].doubt
        if others and doubt is not None:
            shown = counted(len(others) + 1, "rangée", "rangées")
            found[first] = Aside(Verdict.NOTE, doubt._replace(shown=shown))
            found |= dict.fromkeys(others, Aside(Verdict.NOTE))
    return found
