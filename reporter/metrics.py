"""What the activity amounts to: from lines to the figures of a year, variations, the bridge.

Knows formulas. Never files, words, rounding or pandas.
Money is in euros before tax, exact; a figure that does not exist is None.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

from reporter.charges import annuity, disposal_result, is_charge
from reporter.crew import calendar, crew, told
from reporter.elapsed import of_part
from reporter.errors import BadCell, BadData, BilanError
from reporter.figures import Bilan, Figures
from reporter.law.taxes import corporate_tax
from reporter.leaves import Lacking, Sum
from reporter.model import ZERO, Activity, FinancialYear, Line
from reporter.objective import Objective
from reporter.receipts import placed
from reporter.reference import reference_of
from reporter.rules import rules

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from reporter.model import Expense
    from reporter.settings import Settings

AnyLine = TypeVar("AnyLine", bound=Line)


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
    reference = reference_of(number, settings, figures, reference)
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
    purchases = [line for lines in bilan.known for line in lines.expenses]
    year = bilan.settings.year(bilan.figures.year.number + 1)
    people = [one.name for one in bilan.figures.crew]
    return measure_year(Activity(), purchases, bilan.settings, year, people)


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
            signed=activity.signed,
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
        except BilanError:
            nowhere[day] = settings.undecided(day)
    if nowhere:
        raise BadData(
            BadCell(
                "date hors de tout exercice",
                line.place,
                shown=f"{line.date:%d/%m/%Y}",
                fix=nowhere[line.date],
            )
            for line in lines
            if line.date in nowhere
        )
    return found


def measure_year(
    lines: Activity,
    purchases: Iterable[Expense],
    settings: Settings,
    year: FinancialYear,
    people: Iterable[str] = (),
) -> Figures:
    """Return the figures of a year from its own lines.

    Args:
        lines: the year's lines.
        purchases: the expenses of every year: what was bought earlier is still depreciated.
        settings: what the owner decided.
        year: the period.
        people: names of those who are there without any line.
    """
    of_year, status = of_part(settings.of(year), year), settings.status_of(year)
    sums = _sums(lines, purchases, settings, year)
    values = {name: leaf.value for name, leaf in sums.items() if isinstance(leaf, Sum)}
    members = crew(lines, settings, year, people)
    open_days, leave = calendar(members, settings, year)
    figures = Figures(
        year=year,
        lines=lines,
        method=settings.method,
        day_revenue=values["day_revenue"],
        fees=values["fees"],
        days=values["days"],
        equivalent_days=values.get("equivalent_days"),
        working_days=open_days,
        leave=leave,
        charges=values["charges"],
        depreciation=values["depreciation"],
        disposals=values["disposals"],
        estimated_tax=ZERO,
        final_result=of_year.final_result,
        final_tax=of_year.final_tax,
        objective=Objective(
            rate=of_year.target_rate, ratio=of_year.target_ratio, net_days=open_days - leave
        ),
        status=status,
        additions=of_year.additions,
        deductions=of_year.deductions,
        prior_losses=of_year.prior_losses,
        crew=members,
        leaves={**sums, **rules(settings, year), **told(members)},
    )
    return taxed(figures, settings)


def taxed(figures: Figures, settings: Settings) -> Figures:
    """Return figures with the corporate tax on what is taxable, where the company pays it."""
    year, reduced = figures.year, settings.reduced_rate
    if not settings.pays_tax(year):
        return figures
    tax = corporate_tax(
        figures.taxable, year.start, year.end, reduced=reduced, closing=year.closing
    )
    return replace(figures, estimated_tax=tax)


def _sums(
    lines: Activity, purchases: Iterable[Expense], settings: Settings, year: FinancialYear
) -> dict[str, Sum | Lacking]:
    """Return the lines of each figure that adds some up; what was bought is told by its annuity."""
    status = settings.status_of(year)
    charges = tuple(line for line in lines.expenses if is_charge(line, status))
    bought = [] if status == "micro" else [line for line in purchases if line.is_depreciated]
    silent = tuple(line for line in lines.fees if line.equivalent_days is None)
    equivalent = Lacking(silent) if silent else Sum(lines.fees, attrgetter("equivalent_days"))
    weigh = partial(annuity, settings=settings, year=year)
    gone = [line for line in bought if line.is_disposed_in(year)]
    return {
        "day_revenue": Sum(lines.days, attrgetter("amount")),
        "fees": Sum(lines.fees, attrgetter("amount")),
        "days": Sum(lines.days, attrgetter("days")),
        "equivalent_days": equivalent,
        "charges": Sum(charges, attrgetter("amount")),
        "depreciation": Sum(bought, weigh, sparse=True),
        "disposals": Sum(gone, partial(disposal_result, settings=settings, year=year)),
    }
