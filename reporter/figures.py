"""The figures of a year, as values: what is summed, and what is derived from the sums.

Knows definitions. Never how the sums are made, nor files, words, rounding or pandas.
Money is in euros before tax, exact; a figure that does not exist is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reporter.law.taxes import CONFIRMED_UNTIL

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.model import Activity, FinancialYear, Text
    from reporter.received.values import Received
    from reporter.settings import Method, Settings
    from reporter.settings.status import Status


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
        status: the legal form in that year, None where it is not said.
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
    status: Status | None = None

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
    def without_expense(self) -> bool:
        """Tell whether the books hold no expense of the year."""
        return not self.lines.expenses

    @property
    def tax_rates_known(self) -> bool:
        """Tell whether the law has set the rates of the IS for the year."""
        return self.year.start.year <= CONFIRMED_UNTIL

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
class Index:
    """What the amounts of a bilan are counted in, where they are no longer euros.

    Attributes:
        year: the year whose revenue is 100.
        rate: the TJM that prints as 100, at the scale of the amounts.
        rate_year: the year of that TJM; None where it is no year's but the objective's.
    """

    year: int
    rate: Decimal
    rate_year: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bilan:
    """A year, the years before it, and the one that it is compared with.

    Attributes:
        earlier: the figures of each earlier year of the books, newest first.
        reference: the year chosen for a comparison, besides the one just before.
        text: the owner's own text about the year.
        span: how many years are shown side by side.
        index: what the amounts are counted in; None where they are euros.
        received: the year by its payments; None where the books date none.
    """

    figures: Figures
    earlier: tuple[Figures, ...]
    reference: Figures | None
    settings: Settings
    text: Text | None = None
    span: int = 4
    index: Index | None = None
    received: Received | None = None

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


def ratio(part: Decimal, whole: Decimal) -> Decimal | None:
    """Return a quotient; None where the whole is not positive."""
    return part / whole if whole > 0 else None
