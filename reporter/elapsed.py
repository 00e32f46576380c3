"""Up to which day a financial year is known, and the same date of other years.

Knows the calendar, the dates of lines, and the rule. Never what a year amounts to, nor what day
it is: the caller gives it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from reporter.errors import BilanError
from reporter.french import long_date
from reporter.law.workdays import YEAR_MONTHS, month_end, months, years_before

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from fractions import Fraction

    from reporter.figures import Figures
    from reporter.model import Activity, FinancialYear
    from reporter.settings import Settings, YearSettings

SILENCE = timedelta(weeks=6)
"""Books without any line for longer than this have stopped before the year, or the day, ends.

A December of holidays after an invoice of 30 November is 31 days; books that stop with October are
silent for 61. Six weeks stand between the two.
"""
SHARED = ("additions", "deductions", "prior_losses")
"""What the owner says of the taxable profit of a whole year, in euros."""
Rule = Literal["asked", "today", "last_line"]


class Cut(NamedTuple):
    """The last day of a year that is counted, and why.

    Attributes:
        rule: the day was asked for, or is today, or the books stop there.
        last: the date of the last line, where the books stop.
        unbegun: of what nothing is yet written in the month under way, where they so stop.
    """

    day: date
    rule: Rule
    last: date | None = None
    unbegun: Literal["sales", "lines"] | None = None


class Dates(NamedTuple):
    """The dates of the sales of some books, and of all their lines."""

    sales: Collection[date]
    lines: Collection[date]


class Elapsed(NamedTuple):
    """Where the years of a bilan are cut, and what stands beyond.

    Attributes:
        cut: the last day of the bilan's own year that counts, and why.
        left_out: the lines of that year dated after it.
        entire: the figures of each earlier year, whole, newest first.
        without: the years to compare with that have no line at the same date.
        booked: those that entries alone tell, which are not cut.
    """

    cut: Cut
    left_out: Activity
    entire: tuple[Figures, ...]
    without: tuple[int, ...] = ()
    booked: tuple[int, ...] = ()


class Known(NamedTuple):
    """How far the years of some books are known.

    Attributes:
        years: the lines of each financial year.
        cut: returns where a year is cut, None where it is whole.
        today: the day from which nothing has happened yet.
        spread: whether what is known of a year is counted over the whole of it.
    """

    years: Mapping[int, Activity]
    cut: Callable[[int], Cut | None]
    today: date
    spread: bool = False


def refuse_less_known(
    year: FinancialYear,
    cut: Cut | None,
    other: FinancialYear,
    cut_of: Callable[[int], Cut | None],
) -> None:
    """Refuse to compare a year with a later one that is not known up to the same date.

    Raises:
        BilanError: with the date up to which both are.
    """
    known = cut_of(other.number)
    if known is None:
        return
    same = years_before(known.day, other.number - year.number)
    if (year.end if cut is None else cut.day) > same:
        raise BilanError(
            f"l’exercice {other.number} n’est connu qu’au {long_date(known.day)} : pour y "
            f"comparer {year.number} à la même date, ajouter --au {same.isoformat()}"
        )


def asked_cut(year: FinancialYear, day: date, today: date) -> Cut | None:
    """Return the cut on a day that was asked for; None on the last day, which is the whole year.

    Raises:
        BilanError: where the day is not one of the year, or where it is still to come in a year
            under way: what is known of it would be compared with what was whole.
    """
    if day not in year:
        raise BilanError(
            f"le {long_date(day)} n’est pas dans l’exercice {year.number}, qui va du "
            f"{long_date(year.start)} au {long_date(year.end)} : donner une date de l’exercice"
        )
    if year.start <= today < day:
        raise BilanError(
            f"le {long_date(day)} n’est pas encore passé : donner une date jusqu’au "
            f"{long_date(today)}, ou écrire complet = true dans [exercice.{year.number}]"
        )
    return None if day == year.end else Cut(day, "asked")


def usual_cut(
    year: FinancialYear, lines: Activity, dates: Dates, settings: Settings, today: date
) -> Cut | None:
    """Return where a year is cut when nothing is asked; None where it is whole.

    A year that its owner says complete is whole, as is one whose result the accountant has given.
    One whose books stop, with nothing for longer than SILENCE before its end, or before today, is
    cut where they stop, unless they go on after its end: it was then a pause. So is one under way
    whose last month is not begun, when it always was by this day. Else it is cut today.

    Args:
        year: the whole financial year.
        lines: its lines.
        dates: those of the books.
        settings: what the owner decided.
        today: the day from which nothing has happened yet.

    Raises:
        BilanError: where the year has not begun.
    """
    if _is_closed(settings.of(year), year, today):
        return None
    if today < year.start:
        raise BilanError(
            f"l’exercice {year.number} commence le {long_date(year.start)} : rien n’en est encore "
            f"passé ; pour compter ce qui est déjà saisi, ajouter --au {year.end.isoformat()}"
        )
    limit = min(today, year.end)
    sold, last = (
        max((day for day in known if year.start <= day <= limit), default=None) for known in dates
    )
    if today <= year.end and sold is not None and _is_unbegun(dates.sales, today):
        return Cut(_end(lines, sold), "last_line", sold, unbegun="sales")
    if today <= year.end and last is not None and _is_unbegun(dates.lines, today):
        return Cut(_end(lines, last), "last_line", last, unbegun="lines")
    goes_on = any(year.end < day <= today for day in dates.lines)
    if last is not None and not goes_on and limit - last > SILENCE:
        return Cut(_end(lines, last), "last_line", last)
    return None if limit == year.end else Cut(limit, "today")


def part(year: FinancialYear, day: date, number: int) -> FinancialYear | None:
    """Return a year up to the date that is, in it, the `day` of the year `number`.

    None where the year had not begun.
    """
    same = years_before(day, number - year.number)
    return year.until(same) if same >= year.start else None


def upto(lines: Activity, day: date) -> Activity:
    """Return the lines up to a day, included."""
    return _where(lines, lambda when: when <= day)


def after(lines: Activity, day: date) -> Activity:
    """Return the lines after a day."""
    return _where(lines, lambda when: when > day)


def _where(lines: Activity, holds: Callable[[date], bool]) -> Activity:
    return replace(
        lines,
        days=tuple(line for line in lines.days if holds(line.date)),
        fees=tuple(line for line in lines.fees if holds(line.date)),
        expenses=tuple(line for line in lines.expenses if holds(line.date)),
        movements=tuple(line for line in lines.movements if holds(line.date)),
    )


def of_part(said: YearSettings, year: FinancialYear) -> YearSettings:
    """Return what an owner says of a whole year, for the part of it that a year is.

    What changes the taxable profit is prorated by months, as leave is and as the law prorates the
    brackets of the tax; the accountant's figures are those of a whole year, and left out.
    """
    if not year.is_partial:
        return said
    share = share_of(year)
    shared = {name: getattr(said, name) * share.numerator / share.denominator for name in SHARED}
    return said._replace(final_result=None, final_tax=None, **shared)


def share_of(year: FinancialYear) -> Fraction:
    """Return the months of a part of a year over those of the whole."""
    whole = year.whole
    return months(year.start, year.end) / months(whole.start, whole.end)


def _is_closed(said: YearSettings, year: FinancialYear, today: date) -> bool:
    """Tell whether a year is said to be whole, by its owner or by the accountant's figures."""
    known = said.final_result is not None or said.final_tax is not None
    return said.complete or (known and year.end < today)


def _is_unbegun(dates: Collection[date], today: date) -> bool:
    """Tell whether a month has no line yet, when each of the twelve before had one by this day.

    Books kept a month at a time are not empty of it: compared with a November that is whole, one
    that is still to be written would be a fall.
    """
    written = {(day.year * YEAR_MONTHS + day.month, day.day <= today.day) for day in dates}
    now = today.year * YEAR_MONTHS + today.month
    begun = ((now - count, True) in written for count in range(1, YEAR_MONTHS + 1))
    return not {(now, True), (now, False)} & written and all(begun)


def _end(lines: Activity, last: date) -> date:
    """Return the day up to which books that stop are known.

    That of the last line where days are kept one by one; else a line stands for its month.
    """
    known = [line for line in lines.days if line.date <= last]
    return last if 2 * sum(abs(line.days) <= 1 for line in known) > len(known) else month_end(last)
