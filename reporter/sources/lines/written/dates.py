"""A text → the day that it writes: 31/03/2020, 2020-03-31, « 31 mars 2020 », « Mar 31, 2020 ».

Knows how people and their tools write dates, in French and in English, and months without their
year, which is that of their row, sheet or file. Never believes a year that the financial years
contradict.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from reporter.characters import folded
from reporter.law.legal_time import legal
from reporter.patterns import pattern
from reporter.sources.grids.cells import is_blank
from reporter.sources.tables.titles import key_of, year_alone
from reporter.words.periods import DAY_NAMES, MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reporter.sources.tables.layouts import Table


NAMES = {**MONTHS, "mar": 3}
FRENCH_DATE = pattern(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})", re.ASCII)
ISO_DATE = pattern(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", re.ASCII)
COMPACT_DATE = pattern(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
MONTH = pattern(r"(0?[1-9]|1[0-2])[/.-](\d{4})|(\d{4})[-/](0[1-9]|1[0-2])", re.ASCII)
WORDED = pattern(r"(?:(\d{1,2})(?:er|st|nd|rd|th)? )?([a-z]+) (\d{4})", re.ASCII)
SHORT = pattern(r"(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]+) (\d{2})", re.ASCII)
"""A year of two figures, sure where a day and a month in letters stand before it."""
SHORT_MONTH = pattern(r"([a-z]+) (\d{2})", re.ASCII)
"""The same of a month, sure under a title that says months."""
CENTURY = 2000
MONTH_FIRST = pattern(r"([a-z]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})", re.ASCII)
TIME_OF_DAY = pattern(
    r"(?:T| |, )\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?"
    r"(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$",
    re.ASCII,
)
UNIVERSAL = pattern(
    r"^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(?:Z|UTC|GMT)$", re.ASCII
)
"""A moment as programs write it: at 23:00 in universal time, the next day has begun here."""
WEEKDAY = pattern(
    r"^(?:lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?"
    r"|mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?)[.,]? (?=\d\d?\b|\d\d?(?:st|nd|rd|th)\b)",
    re.IGNORECASE | re.ASCII,
)
DAYS = tuple(day[:2] for day in DAY_NAMES)
ENGLISH_DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
EXAMPLE = "écrire une date, par exemple 31/03/2020"
WEEK = pattern(r"(?:s|sem|semaine|w|week) ?(?:n )?\d{1,2}\b.*")
MONDAY = "écrire le lundi de la semaine, par exemple 16/03/2020 pour S12 de 2020"


def written_date(text: str) -> date:
    """Return the day that a text writes; a month alone, « janv. 2023 » or 01/2023, is its first.

    Raises:
        ValueError: what to write instead.
    """
    text = TIME_OF_DAY.sub("", UNIVERSAL.sub(_legal_day, text))
    words = folded(text) if "?" not in text else ""
    if (found := MONTH_FIRST.fullmatch(words)) and found[1] in NAMES:
        return _day(found[3], NAMES[found[1]], found[2])
    if said := WEEKDAY.match(text):
        return _on(said[0], text[said.end() :])
    if found := FRENCH_DATE.fullmatch(text):
        return _day(found[3], found[2], found[1])
    if found := ISO_DATE.fullmatch(text) or COMPACT_DATE.fullmatch(text):
        return _day(found[1], found[2], found[3])
    if found := MONTH.fullmatch(text):
        return _day(found[2] or found[3], found[1] or found[4], 1)
    worded = WORDED.fullmatch(words) or SHORT.fullmatch(words)
    if worded and worded[2] in NAMES:
        return _day(worded[3], NAMES[worded[2]], worded[1] or 1)
    unsaid = "écrire aussi l’année, par exemple « janvier 2020 »"
    week = MONDAY if WEEK.fullmatch(words) else EXAMPLE
    raise ValueError(unsaid if words in NAMES else week)


def _legal_day(moment: re.Match[str]) -> str:
    """Return the day of a universal moment, or one that no clock nor calendar shows as it is."""
    try:
        return legal(datetime.fromisoformat(f"{moment[1]}+00:00")).date().isoformat()
    except (ValueError, OverflowError):
        return moment[0]


def _on(weekday: str, text: str) -> date:
    """Return the day that a text writes after the name of its weekday, which must be the right one.

    Raises:
        ValueError: what to write instead.
    """
    day = written_date(text)
    start = folded(weekday)[:2]
    if start not in (DAYS[day.weekday()], ENGLISH_DAYS[day.weekday()]):
        name = DAY_NAMES[day.weekday()]
        raise ValueError(f"c’est un {name} : corriger le jour de la semaine, ou la date")
    return day


def is_month(text: str) -> bool:
    """Tell whether a text writes a month and no day: « 06/2020 », « juin 2020 »."""
    worded = WORDED.fullmatch(folded(text))
    return MONTH.fullmatch(text) is not None or (
        worded is not None and not worded[1] and worded[2] in NAMES
    )


def _day(year: str, month: str | int, day: str | int) -> date:
    """Return a day; a year of two figures is of this century."""
    century = CENTURY if len(year) == 2 else 0  # noqa: PLR2004  # two figures
    try:
        return date(century + int(year), int(month), int(day))
    except ValueError as error:
        fix = "écrire une date qui existe, par exemple 31/03/2020"
        raise ValueError(fix) from error


TITLES = {"mois", "month", "periode", "mois concerne", "mois facture", "mois facturation", "n mois"}
"""Headers below which a number from 1 to 12 is a month."""
LAST_MONTH = 12
NOT_MONTHS = {"mar"}
"""Short words that may be a day of the week as well."""


def whole_dates(
    cells: Sequence[Any], raw: Sequence[Sequence[Any]], table: Table, year_of: Callable[[date], int]
) -> Sequence[Any]:
    """Return the cells of a column of dates, a month alone made the first day of that month.

    The year is that of the column « Année », where it may be written once above its months, else
    that of a row above that is a year and nothing more, else the one that the table's title, sheet
    or file names. It may be that of a financial year across two: a month is dated only where the
    calendar and the financial year agree.
    """
    fields = table.columns.fields
    numbered = key_of(table.title("date")) in TITLES
    cells = [_with_year(cell) for cell in cells] if numbered else cells
    if not any(_month(cell, numbered=numbered) for cell in set(cells)):
        return cells
    period = table.period
    known = None if period.rivals or (numbered and period.month) else period.year
    months = [_month(cell, numbered=numbered) for cell in cells]
    if "year" in fields:
        years = _carried(
            [year_alone(it) or None for it in raw[fields["year"] - table.left]], months
        )
    else:
        years = list(_under_titles(cells, raw, known))
    return [
        _dated(cell, month, year, year_of)
        for cell, month, year in zip(cells, months, years, strict=True)
    ]


def _with_year(cell: Any) -> Any:
    """Return the first day of a month with its year, « janv-24 », any other cell as it stands."""
    found = SHORT_MONTH.fullmatch(folded(cell)) if isinstance(cell, str) else None
    month = MONTHS.get(found[1]) if found else None
    return date(CENTURY + int(found[2]), month, 1) if found and month else cell


def _carried(years: Sequence[int | None], months: Sequence[int]) -> list[int | None]:
    """Return the years of a column, those of blank cells taken from above where they are sure.

    So they are between two cells of one year, and where each year is written once, above months
    that follow one another.
    """
    written = [year for year in years if year is not None]
    once = len(set(written)) == len(written)
    found: list[int | None] = []
    above: int | None = None
    last = 0
    for rank, (year, month) in enumerate(zip(years, months, strict=True)):
        if year is not None:
            above = year
        elif month < last or not (once or above == next(filter(None, years[rank:]), None)):
            above = None
        found.append(above)
        last = month if year is not None else max(last, month)
    return found


def _under_titles(
    cells: Sequence[Any], raw: Sequence[Sequence[Any]], known: int | None
) -> Iterator[int | None]:
    """Yield the year of each row: that of the last row above which is one, else the known one."""
    for rank, cell in enumerate(cells):
        year = year_alone(cell)
        if year and sum(not is_blank(column[rank]) for column in raw) == 1:
            known = year
        yield known


def _dated(cell: Any, month: int, year: int | None, year_of: Callable[[date], int]) -> Any:
    if not month or year is None:
        return cell
    first = date(year, month, 1)
    return first if year_of(first) == year else cell


def _month(cell: Any, *, numbered: bool) -> int:
    """Return the month that a cell names and nothing more, 0 where it names none."""
    if isinstance(cell, str) and not cell.strip().isdecimal():
        words = folded(cell)
        return 0 if words in NOT_MONTHS else MONTHS.get(words, 0)
    number = _whole(cell) if numbered else None
    return number if number is not None and 1 <= number <= LAST_MONTH else 0


def _whole(cell: Any) -> int | None:
    """Return the whole number of a cell, None where it has none."""
    if isinstance(cell, str):
        return int(cell) if cell.strip().isascii() and cell.strip().isdecimal() else None
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    return int(cell) if is_number and cell == int(cell) else None
