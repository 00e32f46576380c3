"""`[exercice.2020]` → the financial years that have dates of their own.

Knows which dates of years can stand together. Never what else is said of a year.
"""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from reporter.law.workdays import months
from reporter.model import FIRST_YEAR, LAST_YEAR, FinancialYear
from reporter.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from reporter.settings import Settings
    from reporter.toml.table import Table

MOST_MONTHS = 24
NUMBER = pattern("[0-9]{4}")


def numbered(years: Table) -> Iterator[tuple[int, Table]]:
    """Yield the number and the table of each year; one of another name is a mistake."""
    for key, table in years.tables():
        if NUMBER.fullmatch(key) and FIRST_YEAR <= int(key) <= LAST_YEAR:
            yield int(key), table
        else:
            years.mistake(key, "exercice inconnu", "nommer l’exercice par son année de clôture")


def periods(
    told: Mapping[int, tuple[Table, Mapping[str, date]]], usual: Settings
) -> dict[int, FinancialYear]:
    """Return the years that say when they begin or end; mistakes go to their tables.

    Args:
        told: for each year, its table, and the `start` and `end` that it gives; one is enough.
        usual: what gives the other end, by the closing day.
    """
    found = {}
    for number, (table, dates) in told.items():
        start, end = dates.get("start"), dates.get("end")
        if start or end:
            year = usual.year(number)
            if period := _period(number, table, start or year.start, end or year.end):
                found[number] = period
    for before, after in pairwise(sorted(found.values(), key=lambda year: year.number)):
        _refuse_apart(before, after, told[after.number][0])
    return found


def _period(number: int, table: Table, start: date, end: date) -> FinancialYear | None:
    """Return the year between two dates; nothing, and a mistake, where they make none."""
    if start <= end and end.year == number:
        if months(start, end) <= MOST_MONTHS:
            return FinancialYear(number=number, start=start, end=end)
        what = f"exercice de plus de {MOST_MONTHS} mois"
        table.mistake("debut", what, "vérifier debut et fin")
    else:
        fix = f"écrire debut et fin, la fin en {number}"
        key = "fin" if "fin" in table.values else "debut"
        table.mistake(key, "dates d’exercice incohérentes", fix)
    return None


def _refuse_apart(before: FinancialYear, after: FinancialYear, table: Table) -> None:
    """Keep a mistake for two years that overlap or leave days between them."""
    next_day = before.end + timedelta(days=1)
    overlap = after.start < next_day
    if overlap or (after.number == before.number + 1 and after.start > next_day):
        what = "se chevauchent" if overlap else "ne se suivent pas"
        table.mistake(
            "debut",
            f"les exercices {before.number} et {after.number} {what}",
            f"l’exercice {before.number} finit le {before.end:%d/%m/%Y} : "
            f"commencer {after.number} le {next_day:%d/%m/%Y}, ou changer cette fin",
        )
