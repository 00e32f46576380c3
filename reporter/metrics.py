"""What the activity amounts to: from lines to the figures of a year, variations, the bridge.

Knows formulas. Never files, words, rounding or pandas.
Money is in euros before tax, exact; a figure that does not exist is None.
"""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import TYPE_CHECKING, TypeVar

from reporter.elapsed import of_part
from reporter.errors import BadCell, BadData, BilanError
from reporter.figures import Bilan, Bridge, Figures, Objective
from reporter.law.depreciation import plan
from reporter.law.taxes import corporate_tax
from reporter.law.workdays import YEAR_MONTHS, months, working_days
from reporter.model import ZERO, Activity, FinancialYear, Line, total
from reporter.receipts import placed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from reporter.model import Expense
    from reporter.settings import Settings
    from reporter.settings.status import Status

AnyLine = TypeVar("AnyLine", bound=Line)
STABLE = Decimal("0.0005")
"""Below this relative change, a figure is called stable."""
EXACT = 80
"""Digits enough for the sum of an amount and of a quotient to lose nothing."""


def measure(
    activity: Activity, settings: Settings, number: int, reference: int | None = None
) -> Bilan:
    """Return what the financial year `number` amounts to, with the years before it.

    `reference` is the year of a comparison; left out, the one that the settings name.

    Raises:
        BilanError: where the books have no line in that year or in the reference year.
    """
    years = every_year(by_year(activity, settings), activity.expenses, settings)
    return bilan_of(years, settings, number, reference)


def every_year(
    years: Mapping[int, Activity], expenses: Iterable[Expense], settings: Settings
) -> dict[int, Figures]:
    """Return the figures of each financial year, from the lines of each and every expense."""
    bought = [line for line in expenses if line.is_depreciated]
    return {
        number: measure_year(lines, bought, settings, settings.year(number))
        for number, lines in years.items()
    }


def bilan_of(
    figures: Mapping[int, Figures], settings: Settings, number: int, reference: int | None = None
) -> Bilan:
    """Return a year already measured, with those before it.

    Raises:
        BilanError: see `measure`.
    """
    if reference is None:
        reference = settings.of(settings.year(number)).reference
    for asked in (number, reference):
        if asked is not None:
            refuse_unknown(asked, figures)
    return Bilan(
        figures=figures[number],
        earlier=tuple(figures[year] for year in sorted(figures, reverse=True) if year < number),
        reference=None if reference is None else figures[reference],
        settings=settings,
    )


def refuse_unknown(number: int, years: Collection[int]) -> None:
    """Refuse a financial year that is not among those of the books.

    Raises:
        BilanError: with the years that there are.
    """
    if number not in years:
        known = ", ".join(map(str, years)) or "aucun"
        raise BilanError(f"aucune ligne en {number} dans les classeurs (exercices : {known})")


def next_year(bilan: Bilan) -> Figures:
    """Return what is known of the year after: its calendar, its objective, its depreciation."""
    purchases = [line for figures in bilan.years for line in figures.lines.expenses]
    year = bilan.settings.year(bilan.figures.year.number + 1)
    return measure_year(Activity(), purchases, bilan.settings, year)


def by_year(activity: Activity, settings: Settings) -> dict[int, Activity]:
    """Return the lines of each financial year that has some, oldest first.

    Raises:
        BadData: with every line whose date is in no financial year.
    """
    activity = placed(activity, settings)
    every = (*activity.lines, *activity.movements)
    number = numbers(every, settings)

    def parted(lines: Iterable[AnyLine]) -> dict[int, list[AnyLine]]:
        parts: dict[int, list[AnyLine]] = {}
        for line in lines:
            parts.setdefault(number[line.date], []).append(line)
        return parts

    days, fees, expenses = parted(activity.days), parted(activity.fees), parted(activity.expenses)
    movements = parted(activity.movements)
    return {
        year: Activity(
            days=tuple(days.get(year, ())),
            fees=tuple(fees.get(year, ())),
            expenses=tuple(expenses.get(year, ())),
            movements=tuple(movements.get(year, ())),
        )
        for year in sorted({*days, *fees, *expenses})
    }


def numbers(lines: Collection[Line], settings: Settings) -> dict[date, int]:
    """Return the number of the financial year of each day that has lines.

    Raises:
        BadData: with every line whose date is in no financial year.
    """
    found: dict[date, int] = {}
    nowhere: dict[date, str] = {}
    year: FinancialYear | None = None
    for day in sorted({line.date for line in lines}):
        try:
            if year is None or day not in year:
                year = settings.year_of(day)
            found[day] = year.number
        except BilanError as error:
            nowhere[day] = str(error)
    if nowhere:
        what = "date hors de tout exercice"
        lost = [line for line in lines if line.date in nowhere]
        raise BadData([BadCell(what, line.place, fix=nowhere[line.date]) for line in lost])
    return found


def measure_year(
    lines: Activity, purchases: Iterable[Expense], settings: Settings, year: FinancialYear
) -> Figures:
    """Return the figures of a year from its own lines.

    Args:
        lines: the year's lines.
        purchases: the expenses of every year: what was bought earlier is still depreciated.
        settings: what the owner decided.
        year: the period.
    """
    of_year = of_part(settings.of(year), year)
    leave = prorated(of_year.leave, year)
    open_days = working_days(year.start, year.end, alsace_moselle=settings.alsace_moselle)
    status = settings.status_of(year)
    day_revenue, fees = total(lines.days), total(lines.fees)
    charges = total(line for line in lines.expenses if is_charge(line, status))
    bought = () if status == "micro" else purchases
    depreciation = sum(
        (annuity(purchase, settings, year) for purchase in bought if purchase.is_depreciated),
        ZERO,
    )
    profit = day_revenue + fees - charges - depreciation
    taxable = profit + of_year.additions - of_year.deductions - of_year.prior_losses
    tax = corporate_tax(taxable, year.start, year.end, reduced=settings.reduced_rate)
    return Figures(
        year=year,
        lines=lines,
        method=settings.method,
        day_revenue=day_revenue,
        fees=fees,
        days=sum((line.days for line in lines.days), ZERO),
        equivalent_days=_equivalent_days(lines),
        working_days=open_days,
        leave=leave,
        charges=charges,
        depreciation=depreciation,
        estimated_tax=tax if settings.pays_tax(year) else ZERO,
        final_result=of_year.final_result,
        final_tax=of_year.final_tax,
        objective=Objective(
            rate=of_year.target_rate, ratio=of_year.target_ratio, net_days=open_days - leave
        ),
        status=status,
    )


def is_charge(expense: Expense, status: Status | None) -> bool:
    """Tell whether an expense weighs whole on its year: in micro all do, none is depreciated."""
    return not expense.lifetime or status == "micro"


def prorated(days_a_year: Decimal, year: FinancialYear) -> Decimal:
    """Return the days of leave of a financial year, from those of twelve months."""
    length = months(year.start, year.end)
    return days_a_year * length.numerator / length.denominator / YEAR_MONTHS


def annuity(purchase: Expense, settings: Settings, year: FinancialYear) -> Decimal:
    """Return the depreciation of a purchase in a year, in euros."""
    first = settings.year_of(purchase.date).number
    years = [*map(settings.year, range(first, year.number)), year]
    lifetime = purchase.lifetime or ZERO
    annuities = plan(purchase.amount, lifetime, purchase.date, years, settings.basis)
    return dict(annuities).get(year.number, ZERO)


def bridge(figures: Figures, previous: Figures) -> Bridge:
    """Return what moved the revenue from one year to another.

    Volume is the change of days at the earlier régie TJM; price is the rest of the change of day
    revenue, which is the change of régie TJM times the later days. Where one of the years has no
    day, the whole change of day revenue is volume.
    """
    change = figures.day_revenue - previous.day_revenue
    fees = figures.fees - previous.fees
    volume = change
    if previous.tjm_regie is not None and figures.tjm_regie is not None:
        volume = (figures.days - previous.days) * previous.tjm_regie
    with localcontext(prec=EXACT):
        return Bridge(volume=volume, price=change - volume, fees=fees, total=change + fees)


def variation(new: Decimal | None, old: Decimal | None) -> Decimal | None:
    """Return the relative change from `old` to `new`; None from zero, a negative or nothing."""
    return None if new is None or old is None or old <= 0 else (new - old) / old


def is_stable(change: Decimal) -> bool:
    """Tell whether a relative change is too small to be called a rise or a fall."""
    return abs(change) < STABLE


def _equivalent_days(lines: Activity) -> Decimal | None:
    known = [line.equivalent_days for line in lines.fees if line.equivalent_days is not None]
    return sum(known, ZERO) if len(known) == len(lines.fees) else None
