"""A calendar month or quarter of a financial year.

Knows dates. Never what happened in them.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from reporter.errors import BilanError
from reporter.french import NBSP, enumeration, month_name, ordinal, short_date

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


def asked_of(name: str) -> Asked:
    """Return what asks for a part of a year, by its name: « 2020-10 », « 2020-T3 »."""
    year, _, rank = name.partition("-")
    months = QUARTER if rank.startswith("T") else MONTH
    return Asked(months, int(rank.lstrip("T")), int(year))


def year_before(name: str) -> str:
    """Return the name of the same part a year before."""
    year, dash, rank = name.partition("-")
    return f"{int(year) - 1}{dash}{rank}"


def said(name: str) -> str:
    """Return a year or a part of one in words: « 2020 », « octobre 2020 »."""
    year, dash, rank = name.partition("-")
    if not dash:
        return year
    if rank.startswith("T"):
        return f"{ordinal(int(rank[1:]))} trimestre{NBSP}{year}"
    return f"{month_name(date(int(year), int(rank), 1))}{NBSP}{year}"


def page(name: str) -> str:
    """Return what the page of a part is called: « la page d’octobre 2020 »."""
    words = said(name)
    return (
        f"la page d’{words}"
        if words[0] in "ao"
        else f"la page {'du' if 'T' in name else 'de'} {words}"
    )


def _part(year: int, asked: Asked) -> Part:
    first = (asked.rank - 1) * asked.months + 1
    start = date(year, first, 1)
    following = first + asked.months
    end = date(year + following // (MONTHS + 1), (following - 1) % MONTHS + 1, 1)
    name = f"{year}-{asked.rank:02}" if asked.months == MONTH else f"{year}-T{asked.rank}"
    return Part(name, start, end - timedelta(days=1), asked.months)
