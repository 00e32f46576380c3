"""The year month by month: working days, days billed, euros, and the year before.

Knows the months of a financial year. Never how the table looks.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from reporter import french
from reporter.crew import capacity
from reporter.denomination import unit
from reporter.french import Cell
from reporter.law.workdays import YEAR_MONTHS, month_starts
from reporter.making import ratio
from reporter.model import ZERO
from reporter.receipts import by_receipt
from reporter.tables.partial import dated, named
from reporter.tables.sums import once, summed
from reporter.tables.table import Table, headings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal

    from reporter.figures import Bilan
    from reporter.model import Activity


class Month(NamedTuple):
    """A calendar month of the year; `before` is the days billed in it by the year before.

    There is no `before` where that year had not the same month, being shorter or moved.
    """

    first: date
    working_days: Decimal
    days: Decimal
    revenue: Decimal
    before: Decimal | None


def by_month(bilan: Bilan) -> tuple[Month, ...]:
    """Return the months of the year, in order; a line counts in the month of its date.

    The working days of a month are those inside the financial year, leave not deducted.
    """
    year, previous = bilan.figures, bilan.previous_in_lines
    starts = month_starts(year.year.start, year.year.end)
    ends = [*(first - timedelta(days=1) for first in starts[1:]), year.year.end]
    alsace = bilan.settings.alsace_moselle
    days, euros = once(year.lines, days_of_months), once(year.lines, _euros_of_months)
    before = once(previous.lines, days_of_months) if previous else {}
    had = month_starts(previous.year.start, previous.year.end) if previous else ()
    known = {(first.year, first.month) for first in had}
    return tuple(
        Month(
            first=first,
            working_days=capacity(
                year.crew, max(first, year.year.start), end, alsace_moselle=alsace
            ),
            days=days.get((first.year, first.month), ZERO),
            revenue=euros.get((first.year, first.month), ZERO),
            before=before.get((first.year - 1, first.month), ZERO)
            if (first.year - 1, first.month) in known
            else None,
        )
        for first, end in zip(starts, ends, strict=True)
    )


def month_names(months: tuple[Month, ...]) -> tuple[str, ...]:
    """Return the names of months, with their year where a financial year has more than twelve."""
    names = (french.month_name(month.first) for month in months)
    if len(months) <= YEAR_MONTHS:
        return tuple(names)
    return tuple(
        f"{name}{french.NBSP}{month.first.year}" for name, month in zip(names, months, strict=True)
    )


def months(bilan: Bilan) -> Table:
    """Return the working days, the days billed and the revenue of each month, and their sums."""
    found = by_month(bilan)
    columns = ["Mois", "Jours ouvrés", "Jours facturés", "Part facturée", "Chiffre d’affaires"]
    day = "son paiement" if by_receipt(bilan.settings, bilan.figures.year) else "sa date"
    if compared := (previous := bilan.previous_in_lines) is not None:
        columns.insert(3, f"Jours facturés {dated(previous.year)}")
    total = Month(
        first=bilan.figures.year.start,
        working_days=bilan.figures.working_days,
        days=bilan.figures.own_days,
        revenue=bilan.figures.revenue,
        before=sum((month.before or ZERO for month in found), ZERO) if compared else None,
    )
    lines = zip((*month_names(found), "Total"), (*found, total), strict=True)
    return Table(
        title=f"Mois de l’exercice {named(bilan.figures.year)}, en jours et en {unit()}",
        columns=headings(*columns),
        rows=tuple(
            _row(french.capitalised(name), month, bilan.figures.year.number, compared=compared)
            for name, month in lines
        ),
        note=f"Chaque ligne compte au mois de {day} ; les jours ouvrés sont avant congés.",
        total=True,
    )


def _row(name: str, month: Month, number: int, *, compared: bool) -> tuple[Cell, ...]:
    """Return a month: parts of the days and of the revenue, which explain them."""
    working = month.working_days
    cells = [
        Cell(name),
        Cell(working, "days", f"{number}.jours_ouvres"),
        Cell(month.days, "days", f"{number}.jours_factures"),
        Cell(ratio(month.days, working), "percent", f"{number}.taux_jours_factures"),
        Cell(month.revenue, "euros", f"{number}.chiffre_affaires"),
    ]
    if compared:
        cells.insert(3, Cell(month.before, "days", f"{number - 1}.jours_factures"))
    return tuple(cells)


def days_of_months(lines: Activity) -> Mapping[tuple[int, int], Decimal]:
    """Return the days of each calendar month, by its year and its number."""
    return summed(((line.date.year, line.date.month), line.days) for line in lines.days)


def _euros_of_months(lines: Activity) -> Mapping[tuple[int, int], Decimal]:
    return summed(((line.date.year, line.date.month), line.amount) for line in lines.sales)
