"""A calendar month or quarter of a financial year.

Knows dates. Never what happened in them.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import BilanError
from reporter.french import enumeration, short_date

if TYPE_CHECKING:
    from reporter.model import FinancialYear

MONTH, QUARTER, MONTHS = 1, 3, 12


class Part(NamedTuple):
    """A calendar month or quarter: « 2020-03 », « 2020-T1 »; `months` is one or three."""

    name: str
    start: date
    end: date
    months: int


class Asked(NamedTuple):
    """The month or the quarter that is asked for.

    Attributes:
        months: how many months it has: one or three.
        rank: which one of the calendar year, from 1.
        year: the calendar year, None where the financial year tells it.
    """

    months: int
    rank: int
    year: int | None


def part_of(year: FinancialYear, asked: Asked) -> Part:
    """Return the part of a financial year that is asked for.

    Raises:
        BilanError: where the year has none such, or two.
    """
    years = range(year.start.year, year.end.year + 1) if asked.year is None else [asked.year]
    found = [_part(number, asked) for number in years]
    found = [part for part in found if part.start <= year.end and part.end >= year.start]
    if len(found) == 1:
        return found[0]
    if found:
        names = enumeration([part.name for part in found])
        raise BilanError(f"l’exercice en a plusieurs : préciser l’année, {names}")
    name = _part(asked.year or year.number, asked).name
    span = f"du {short_date(year.start)} au {short_date(year.end)}"
    raise BilanError(f"{name} n’est pas dans l’exercice, {span}")


def _part(year: int, asked: Asked) -> Part:
    first = (asked.rank - 1) * asked.months + 1
    start = date(year, first, 1)
    following = first + asked.months
    end = date(year + following // (MONTHS + 1), (following - 1) % MONTHS + 1, 1)
    name = f"{year}-{asked.rank:02}" if asked.months == MONTH else f"{year}-T{asked.rank}"
    return Part(name, start, end - timedelta(days=1), asked.months)
