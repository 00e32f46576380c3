"""The totals of a grid, at the end of its rows and below them: each must be its sum.

Knows sums, the words above them, and what is written below a grid of its days: how many they are,
their price, the amount, its VAT. Never dates.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from reporter.characters import folded
from reporter.model import CENT, ZERO
from reporter.sources.grids.cells import Broken, is_blank
from reporter.sources.lines.sums.foot import is_worth
from reporter.sources.lines.worth.prices import ONE, in_days
from reporter.sources.lines.written.counts import time_of, to_hours
from reporter.sources.tables.sum_words import names_somebody, says_sum
from reporter.sources.tables.timesheets import HOURS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reporter.model import Day
    from reporter.sources.lines.timesheets.cells import Worked
    from reporter.sources.lines.timesheets.rows import Row
    from reporter.sources.lines.worth.missions import Missions
    from reporter.sources.tables.timesheets import Timesheet


DAYS = {"jour", "jours", "j", "jh"}


def given(cell: Any) -> Decimal | None:
    """Return the total of a cell, None where it has none.

    Raises:
        Unreadable: where it is no number.
    """
    if is_blank(cell) or isinstance(cell, Broken):
        return None
    length = time_of(cell) if isinstance(cell, str) else None
    return length.number if length and length.unit == "jour" else to_hours(cell)


def said_unit(cell: Any) -> str:
    """Return the unit that a total says itself, « jours » or « heures », empty for none."""
    length = time_of(cell) if isinstance(cell, str) else None
    if length is None:
        return ""
    return f"{length.unit}s"


def is_total(sheet: Timesheet, row: Row, missions: Missions) -> bool:
    """Tell whether a row is a total: « Total Énergies » is none where it has a rate."""
    said = [label for label in row.labels if says_sum(label) and not missions.has_client(label)]
    rate = sheet.fields.get("rate")
    if not said or rate is None or is_blank(sheet.grid.rows[row.number][rate]):
        return bool(said)
    others = (
        word for n in range(len(sheet.grid.rows)) if n != row.number for word in sheet.labels(n)
    )
    return not names_somebody(said[0], others)


class Counted(NamedTuple):
    """A sum of cells: as they stand, in days and in hours.

    None where nobody says how long a day is.
    """

    stands: Decimal
    days: Fraction | None
    hours: Fraction | None

    def plus(self, other: Counted) -> Counted:
        """Return the sum of both; the days of two clients may not be as long."""
        return Counted(
            self.stands + other.stands,
            None if self.days is None or other.days is None else self.days + other.days,
            None if self.hours is None or other.hours is None else self.hours + other.hours,
        )


NONE = Counted(ZERO, Fraction(0), Fraction(0))


def in_days_of(worth: Worked, a_day: Decimal | None, *, in_hours: bool) -> Decimal:
    """Return the days of a cell, in a grid of hours or of days."""
    return (
        in_days(worth.number, a_day or ONE) if _is_hours(worth, in_hours=in_hours) else worth.number
    )


def total_of(cells: Iterable[Worked], a_day: Decimal | None, *, in_hours: bool) -> Counted:
    """Return the sum of cells, in the unit of their grid, in days and in hours."""
    found = list(cells)
    hours = sum((it.number for it in found if _is_hours(it, in_hours=in_hours)), ZERO)
    days = sum((it.number for it in found if not _is_hours(it, in_hours=in_hours)), ZERO)
    length = Fraction(a_day) if a_day else None
    all_days = Fraction(days) + (Fraction(hours) / length if length else 0)
    all_hours = Fraction(hours) + (Fraction(days) * length if length else 0)
    native = all_hours if in_hours else all_days
    return Counted(
        _decimal(native),
        all_days if length or not hours else None,
        all_hours if length or not days else None,
    )


def _is_hours(worth: Worked, *, in_hours: bool) -> bool:
    return worth.unit == "hours" or (not worth.unit and in_hours)


def _decimal(exact: Fraction) -> Decimal:
    """Return an exact sum with the decimals that a cell keeps."""
    return in_days(Decimal(exact.numerator), Decimal(exact.denominator))


def expected(sums: Counted, header: Any, *, in_hours: bool) -> set[Decimal]:
    """Return what a total may be, in the unit that its header names; empty where nobody knows.

    Args:
        sums: the sum of the cells.
        header: the cell above the totals.
        in_hours: whether the cells are hours.
    """
    words = set(folded(header).split())
    says_days, says_hours = bool(words & DAYS), bool(words & HOURS)
    count, days, hours = sums.stands, _told(sums.days), _told(sums.hours)
    if in_hours:
        return days if says_days and not says_hours else {count} | (set() if says_hours else days)
    return hours if says_hours and not says_days else {count}


def _told(exact: Fraction | None) -> set[Decimal]:
    """Return a sum with the decimals that a cell keeps."""
    return set() if exact is None else {_decimal(exact)}


COUNTS = {"jour", "jours", "nb", "nombre", "total", "jh"}
RATES = {"tjm", "tarif", "taux", "prix"}
AMOUNTS = {"total", "montant", "ht", "ca", "honoraires", "facture", "facturer", "somme"}
TAXED = {"tva", "ttc"}
CALENDAR = {
    "ouvres", "ouvrables", "conges", "conge", "cp", "rtt", "feries", "ferie", "maladie",
    "absence", "absences", "repos",
}  # fmt: skip
LONGEST_MONTH = 31
"""What a row says, folded, of the number that it holds."""


def unexplained(sheet: Timesheet, row: Row, billed: Sequence[Day]) -> list[int]:
    """Return the columns of the numbers of a row that are no figure of the days above.

    Args:
        sheet: the grid.
        row: a row below its days, of which no cell of a day counts.
        billed: the days read so far.
    """
    cells = sheet.grid.rows[row.number]
    numbers = {n: cell for n, cell in enumerate(cells) if isinstance(cell, int | float)}
    euros = sum((day.amount for day in billed), ZERO)
    days = sum((day.days for day in billed), ZERO)
    rates = (day.rate for day in billed if day.rate is not None)
    title = " ".join(row.labels)
    words = set(folded(title).split())
    ways = ((COUNTS, {days}), (RATES, {*rates}), (AMOUNTS, {euros}))
    known = {value for said, values in ways if said & words for value in values}
    calendar = not words.isdisjoint(CALENDAR)
    taxed = not words.isdisjoint(TAXED)
    return [
        column
        for column, cell in numbers.items()
        if not any(abs(Decimal(str(cell)) - value) < CENT for value in known)
        and not (calendar and 0 <= cell <= LONGEST_MONTH)
        and not (taxed and is_worth(title, Decimal(str(cell)), euros))
    ]
