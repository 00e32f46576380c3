"""Which lines a title or the name of a row of a recap is about: a client's, a month's, a year's.

Knows names and periods. Never what the lines amount to, nor where the recap stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.model import Line
from reporter.names import spelling
from reporter.patterns import pattern
from reporter.sources.lines.naming import names_of
from reporter.sources.tables.titles import key_of
from reporter.words.periods import YEARS, Period, period_of, without_period, without_years
from reporter.words.sums import is_bare

if TYPE_CHECKING:
    from collections.abc import Collection

NUMBERED = {"mois", "month", "n mois", "periode"}
"""Titles above months; below another, a number is no month."""
QUARTERS = {"trimestre", "trimestres", "trim", "n trimestre", "quarter"}
QUARTER = pattern(r"(?:t|q|trim|trimestre|quarter) ?([1-4])|([1-4])(?:er|e|eme|nd)? trim(?:estre)?")
MEASURED = {"ca", "chiffre", "d", "affaires", "montant", "ht", "jours", "nb", "facture", "realise"}
"""Words of a title that say what is summed and not of whom: « CA HT 2024 »."""
Sums = Sequence[Line]


def lines_of(title: str, cell: Any, lines: Sums, said: Period) -> Sums | None:
    """Return the lines that a row or a column of a recap sums; None where that is not sure.

    `cell` is the name of the row, below a title, or the title of the column; `said` the period that
    the recap names.
    """
    if is_bare(cell):
        return lines
    if isinstance(cell, date) and (cell.day == 1 or (cell + timedelta(1)).day == 1):
        return [line for line in lines if (line.date.year, line.date.month) == cell.timetuple()[:2]]
    name = spelling(str(cell))
    named = [line for line in lines if name in names_of(line)] if name else []
    if named or not isinstance(cell, str | int | float):
        return named or None
    years = {line.date.year for line in lines}
    year = period_of(cell).year or (years.pop() if len(years) == 1 else said.year)
    months = _months(title, cell)
    if not months or year is None:
        return None
    return [line for line in lines if line.date.year == year and line.date.month in months]


def lines_of_column(cell: Any, lines: Sums, said: Period) -> Sums | None:
    """Return the lines that a column of a recap sums, besides its rows: « CA HT 2024 », Ponant."""
    if isinstance(cell, str):
        words = [word for word in cell.split() if folded(word) not in MEASURED]
        cell = " ".join(words) or "Total"
    return lines_of("", cell, lines, said)


def _months(title: str, cell: Any) -> Collection[int]:
    """Return the months that a row of a recap is about: one, three of a quarter, a whole year."""
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    if period_of(text).year and without_period(text) in YEARS and not period_of(text).month:
        return range(1, 13)
    above = key_of(title)
    if above in NUMBERED and text.strip().isdecimal():
        return {int(text)} & set(range(1, 13))
    words = without_years(text)
    if found := QUARTER.fullmatch(
        f"t{words}" if above in QUARTERS and words.isdecimal() else words
    ):
        last = 3 * int(found[1] or found[2])
        return range(last - 2, last + 1)
    month = period_of(text).month
    return {month} if month and not without_period(text) else ()
