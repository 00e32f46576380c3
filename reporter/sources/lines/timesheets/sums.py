"""The totals of a grid, at the end of its rows and below them: each must be its sum.

Knows sums, the words above them, and what is written below a grid of its days: how many they are,
their price, the amount, its VAT. Never dates.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from reporter import numerals
from reporter.characters import folded
from reporter.grouping import gathered
from reporter.model import CENT, DAYS, total
from reporter.sources.grids.cells import Broken, is_blank, shown
from reporter.sources.lines.sums.foot import is_worth
from reporter.sources.lines.timesheets.cells import worked
from reporter.sources.lines.worth.hours import in_days
from reporter.sources.lines.written.counts import DAY_WORDS, HOUR_WORDS
from reporter.sources.lines.written.values import value_of
from reporter.words.sums import ends_as_sum, names_somebody, says_sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reporter.model import Day
    from reporter.sources.lines.timesheets.cells import Unit, Worked
    from reporter.sources.lines.timesheets.rows import Row
    from reporter.sources.lines.worth.missions import Missions
    from reporter.sources.tables.timesheets import Timesheet

    Done = tuple[Worked, Decimal | None]
    """What a cell says, and the hours of a day of its client."""


def given(cell: Any) -> Worked | None:
    """Return the total of a cell and the unit that it says itself, None where it has none.

    Raises:
        Unreadable: where it is no number.
    """
    return None if is_blank(cell) or isinstance(cell, Broken) else worked(cell, {})


def is_total(sheet: Timesheet, row: Row, missions: Missions) -> bool:
    """Tell whether a row is a total: « Total Énergies » is none where it has a rate.

    Nor is « Support Total », which ends as a total does, beside the name of somebody.
    """
    alone = len(row.labels) == 1
    said = [
        label
        for label in row.labels
        if says_sum(label) and not missions.has_client(label) and (alone or not ends_as_sum(label))
    ]
    if not said or is_blank(sheet.cell(row.number, "rate")):
        return bool(said)
    others = (
        word for n in range(len(sheet.grid.rows)) if n != row.number for word in sheet.labels(n)
    )
    return not names_somebody(said[0], others)


def told(cells: Iterable[Done], unit: Unit) -> set[Decimal]:
    """Return the sum of cells in a unit, with the decimals that a cell keeps.

    Empty where nobody says how long a day is; those of two clients may not be as long.
    """
    exact = Fraction(0)
    for worth, a_day in cells:
        number = Fraction(worth.number)
        if worth.unit != unit:
            if not a_day:
                return set()
            number *= Fraction(a_day) if unit == "hours" else 1 / Fraction(a_day)
        exact += number
    return {in_days(Decimal(exact.numerator), Decimal(exact.denominator))}


def expected(cells: Sequence[Done], said: set[str], unit: Unit) -> set[Decimal]:
    """Return what a total may be, in the unit that it says; empty where nobody knows.

    A total of hours may be told in days, unless it says hours: by its words, or those above it.
    """
    says_days, says_hours = bool(said & DAY_WORDS), bool(said & HOUR_WORDS)
    if says_days != says_hours:
        return told(cells, "days" if says_days else "hours")
    told_in_days = unit == "hours" and not says_hours
    return told(cells, unit) | (told(cells, "days") if told_in_days else set())


COUNTS = {"jour", "jours", "nb", "nombre", "total", "jh"}
RATES = {"tjm", "tarif", "taux", "prix"}
AMOUNTS = {"total", "montant", "ht", "ca", "honoraires", "facture", "facturer", "somme"}
TAXED = {"tva", "ttc"}
CALENDAR = {
    "ouvres", "ouvrables", "conges", "conge", "cp", "rtt", "feries", "ferie", "maladie",
    "absence", "absences", "repos",
}  # fmt: skip
"""What a row says, folded, of the number that it holds."""
LONGEST_MONTH = 31


def unexplained(sheet: Timesheet, row: Row, billed: Sequence[Day]) -> list[int]:
    """Return the columns of the numbers of a row below a grid that are no figure of its days."""
    cells = sheet.grid.rows[row.number]
    numbers = {n: cell for n, it in enumerate(cells) if (cell := _number(it)) is not None}
    euros, rates = total(billed), (day.rate for day in billed if day.rate is not None)
    title = " ".join(row.labels)
    words = set(folded(title).split())
    ways = ((COUNTS, {total(billed, DAYS)}), (RATES, {*rates}), (AMOUNTS, {euros}))
    known = {value for said, values in ways if said & words for value in values}
    calendar = not words.isdisjoint(CALENDAR)
    taxed = not words.isdisjoint(TAXED)
    return [
        column
        for column, cell in numbers.items()
        if not any(abs(cell - value) < CENT for value in known)
        and not (calendar and 0 <= cell <= LONGEST_MONTH)
        and not (taxed and is_worth(title, cell, euros))
    ]


def is_told_again(sheet: Timesheet, column: int, billed: Sequence[Day]) -> bool:
    """Tell whether a column says what the days of each row are worth, and no more than that."""
    if sheet.grid.turn is not None:  # its days say where they stand on the sheet before
        return False
    title = shown(sheet.grid.rows[sheet.top][column])
    worth = gathered((day.place.row - 1, day) for day in billed)
    cells = [(value_of(sheet.grid.rows[row][column]), total(its)) for row, its in worth.items()]
    return all(isinstance(it, Decimal) and is_worth(title, it, euros) for it, euros in cells)


def _number(cell: Any) -> Decimal | None:
    """Return the number that a cell is, or the few days or hours that its text writes."""
    if isinstance(cell, str):
        found = numerals.number(cell)
        return found if found is not None and abs(found) <= LONGEST_MONTH else None
    return Decimal(str(cell)) if isinstance(cell, int | float) else None
