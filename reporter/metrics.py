"""What the activity amounts to: the figures of a year, their variations, the bridge.

Knows definitions and formulas. Never files, words, rounding or pandas.
Money is in euros before tax, exact; a figure that does not exist is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import localcontext
from typing import TYPE_CHECKING, TypeVar

from reporter.depreciation import plan
from reporter.errors import BilanError
from reporter.model import ZERO, Activity, FinancialYear, Line
from reporter.taxes import corporate_tax
from reporter.workdays import months, working_days

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from reporter.model import Expense, Text
    from reporter.settings import Method, Settings

AnyLine = TypeVar("AnyLine", bound=Line)
YEAR_MONTHS = 12
EXACT = 80
"""Digits enough for the sum of an amount and of a quotient to lose nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """What the owner aimed at: `rate` euros a day, `ratio` of the working days net of leave."""

    rate: Decimal | None
    ratio: Decimal | None
    net_days: Decimal

    @property
    def days(self) -> Decimal | None:
        """Return the days to bill."""
        return None if self.ratio is None else self.ratio * self.net_days

    @property
    def revenue(self) -> Decimal | None:
        """Return the revenue aimed at, in euros."""
        return None if self.rate is None or self.days is None else self.rate * self.days


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of one financial year.

    Attributes:
        lines: the year's own lines.
        method: how the TJM is computed.
        day_revenue: euros billed for days (régie).
        fees: euros billed as fixed fees (forfaits).
        days: days billed, fixed fees left out.
        equivalent_days: the days that fixed fees stand for; None where a fee does not say.
        working_days: jours ouvrés of the period, before leave.
        leave: jours ouvrés of leave, prorated by the months of the year.
        charges: euros of expenses, depreciated purchases left out.
        depreciation: euros of depreciation (dotations aux amortissements).
        estimated_tax: euros of IS on the estimated result.
        final_result: the accountant's result after tax, which wins.
        final_tax: the accountant's IS, which wins.
    """

    year: FinancialYear
    lines: Activity
    method: Method
    day_revenue: Decimal
    fees: Decimal
    days: Decimal
    equivalent_days: Decimal | None
    working_days: int
    leave: Decimal
    charges: Decimal
    depreciation: Decimal
    estimated_tax: Decimal
    final_result: Decimal | None
    final_tax: Decimal | None
    objective: Objective

    @property
    def revenue(self) -> Decimal:
        """Return the chiffre d'affaires."""
        return self.day_revenue + self.fees

    @property
    def tjm(self) -> Decimal | None:
        """Return the average daily rate by the method chosen, in euros a day."""
        if self.method == "regie":
            return self.tjm_regie
        if self.method == "ca_total":
            return ratio(self.revenue, self.days)
        equivalent = self.equivalent_days
        return None if equivalent is None else ratio(self.revenue, self.days + equivalent)

    @property
    def tjm_regie(self) -> Decimal | None:
        """Return day revenue over days billed, in euros a day."""
        return ratio(self.day_revenue, self.days)

    @property
    def net_days(self) -> Decimal:
        """Return the working days net of leave."""
        return self.working_days - self.leave

    @property
    def billed_ratio(self) -> Decimal | None:
        """Return the days billed over the working days net of leave."""
        return ratio(self.days, self.net_days)

    @property
    def result_before_tax(self) -> Decimal:
        """Return revenue less charges and depreciation."""
        return self.revenue - self.charges - self.depreciation

    @property
    def estimated(self) -> bool:
        """Tell whether the result is ours, not yet the accountant's."""
        return self.final_result is None

    @property
    def tax(self) -> Decimal:
        """Return the IS: the accountant's where it is known, else the estimate."""
        return self.estimated_tax if self.final_tax is None else self.final_tax

    @property
    def result(self) -> Decimal:
        """Return the result after tax: the accountant's where it is known, else the estimate."""
        own = self.result_before_tax - self.tax
        return own if self.final_result is None else self.final_result

    @property
    def adjustment(self) -> Decimal:
        """Return what the accountant's result adds to the one that the books give."""
        return self.result - (self.result_before_tax - self.tax)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bridge:
    """What moved the revenue from one year to the next; the three effects add up to `total`.

    The price effect on an average rate includes the mix of clients.
    """

    volume: Decimal
    price: Decimal
    fees: Decimal
    total: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilan:
    """A year, the years before it, and the one that it is compared with.

    Attributes:
        earlier: the figures of each earlier year of the books, newest first.
        reference: the year chosen for a comparison, besides the one just before.
        text: the owner's own text about the year.
        span: how many years are shown side by side.
    """

    figures: Figures
    earlier: tuple[Figures, ...]
    reference: Figures | None
    settings: Settings
    text: Text | None = None
    span: int = 4

    @property
    def shown(self) -> tuple[Figures, ...]:
        """Return the figures of the years shown side by side, newest first."""
        return self.years[: self.span]

    @property
    def years(self) -> tuple[Figures, ...]:
        """Return the figures of every year, newest first."""
        return (self.figures, *self.earlier)

    @property
    def previous(self) -> Figures | None:
        """Return the figures of the year just before, None where the books have none."""
        return self.before(self.figures)

    def before(self, figures: Figures) -> Figures | None:
        """Return the figures of the year just before another."""
        number = figures.year.number - 1
        return next((year for year in self.years if year.year.number == number), None)

    def find(self, number: int) -> Figures | None:
        """Return the figures of a year, None where the books have none."""
        return next((year for year in self.years if year.year.number == number), None)


def measure(
    activity: Activity, settings: Settings, number: int, reference: int | None = None
) -> Bilan:
    """Return what the financial year `number` amounts to, with the years before it.

    `reference` is the year of a comparison; left out, the one that the settings name.

    Raises:
        BilanError: where the books have no line in that year or in the reference year.
    """
    lines = by_year(activity, settings)
    if reference is None:
        reference = settings.of(settings.year(number)).reference
    for asked in (number, reference):
        if asked is not None and asked not in lines:
            known = ", ".join(str(year) for year in lines) or "aucun"
            raise BilanError(f"aucune ligne en {asked} dans les classeurs (exercices : {known})")
    figures = {
        year: measure_year(lines[year], activity.expenses, settings, settings.year(year))
        for year in lines
        if year <= number or year == reference
    }
    return Bilan(
        figures=figures[number],
        earlier=tuple(figures[year] for year in sorted(figures, reverse=True) if year < number),
        reference=None if reference is None else figures[reference],
        settings=settings,
    )


def next_year(bilan: Bilan) -> Figures:
    """Return what is known of the year after: its calendar, its objective, its depreciation."""
    purchases = [line for figures in bilan.years for line in figures.lines.expenses]
    year = bilan.settings.year(bilan.figures.year.number + 1)
    return measure_year(Activity(), purchases, bilan.settings, year)


def by_year(activity: Activity, settings: Settings) -> dict[int, Activity]:
    """Return the lines of each financial year that has some, oldest first."""
    days = {line.date for line in activity.lines}
    number = {day: settings.year_of(day).number for day in days}

    def of(year: int, lines: Iterable[AnyLine]) -> tuple[AnyLine, ...]:
        return tuple(line for line in lines if number[line.date] == year)

    return {
        year: Activity(
            days=of(year, activity.days),
            fees=of(year, activity.fees),
            expenses=of(year, activity.expenses),
        )
        for year in sorted(set(number.values()))
    }


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
    of_year = settings.of(year)
    leave = prorated(of_year.leave, year)
    open_days = working_days(year.start, year.end, alsace_moselle=settings.alsace_moselle)
    revenue = total(lines.days) + total(lines.fees)
    charges = total(line for line in lines.expenses if line.lifetime is None)
    depreciation = sum(
        (annuity(purchase, settings, year) for purchase in purchases if purchase.lifetime), ZERO
    )
    profit = revenue - charges - depreciation
    taxable = profit + of_year.additions - of_year.deductions - of_year.prior_losses
    tax = corporate_tax(taxable, year.start, year.end, reduced=settings.reduced_rate)
    return Figures(
        year=year,
        lines=lines,
        method=settings.method,
        day_revenue=total(lines.days),
        fees=total(lines.fees),
        days=sum((line.days for line in lines.days), ZERO),
        equivalent_days=_equivalent_days(lines),
        working_days=open_days,
        leave=leave,
        charges=charges,
        depreciation=depreciation,
        estimated_tax=tax if settings.taxed else ZERO,
        final_result=of_year.final_result,
        final_tax=of_year.final_tax,
        objective=Objective(
            rate=of_year.target_rate, ratio=of_year.target_ratio, net_days=open_days - leave
        ),
    )


def prorated(days_a_year: Decimal, year: FinancialYear) -> Decimal:
    """Return the days of leave of a financial year, from those of twelve months."""
    length = months(year.start, year.end)
    return days_a_year * length.numerator / length.denominator / YEAR_MONTHS


def annuity(purchase: Expense, settings: Settings, year: FinancialYear) -> Decimal:
    """Return the depreciation of a purchase in a year, in euros."""
    first = settings.year_of(purchase.date).number
    years = (settings.year(number) for number in range(first, year.number + 1))
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


def ratio(part: Decimal, whole: Decimal) -> Decimal | None:
    """Return a quotient; None where the whole is not positive."""
    return part / whole if whole > 0 else None


def total(lines: Iterable[Line]) -> Decimal:
    """Return the sum of the amounts of lines, in euros before tax."""
    return sum((line.amount for line in lines), ZERO)


def _equivalent_days(lines: Activity) -> Decimal | None:
    known = [line.equivalent_days for line in lines.fees if line.equivalent_days is not None]
    return sum(known, ZERO) if len(known) == len(lines.fees) else None
