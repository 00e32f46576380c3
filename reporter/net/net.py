"""What is left of a year, as values: the steps from the revenue to the pocket.

Knows the steps and what they add up to. Never a rate, nor a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from reporter.errors import BilanError
from reporter.french import quantity
from reporter.law.income_tax import KNOWN_UNTIL, income_tax, marginal_rate
from reporter.law.workdays import YEAR_MONTHS, months
from reporter.model import ZERO, total

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.figures import Figures
    from reporter.model import FinancialYear
    from reporter.settings.status import Pocket, Status

Key = Literal[
    "charges",
    "depreciation",
    "disposals",
    "contributions",
    "tax",
    "adjustment",
    "kept",
    "levies",
    "flat_tax",
    "liberatory",
    "income_tax",
]


class Step(NamedTuple):
    """What adds to the revenue, in signed euros."""

    key: Key
    amount: Decimal


def disposed(figures: Figures) -> tuple[Step, ...]:
    """Return the step of what was sold or scrapped, none in a year without any."""
    return (Step("disposals", figures.disposals),) if figures.disposals else ()


class Taxed(NamedTuple):
    """The income tax that the business adds to the household's, and the rate of its last euro."""

    owed: Decimal
    taxable: Decimal
    marginal: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Net:
    """What is left of a year in one legal form.

    Attributes:
        figures: the year's own, measured as any other.
        steps: from the revenue to the pocket.
        pay: euros that the owner receives as pay, or as income, before income tax.
        spent: what the business spends on it, contributions included.
        dividends: euros paid out, before levies and tax.
        taxed: the income tax.
        contributions: each contribution by its name, where they are estimated.
        from_books: whether the contributions are the books' own.
        owed: those that its income will have owed, once settled, where those are paid before.
        by_slips: whether pay slips tell all the pay.
    """

    status: Status
    figures: Figures
    steps: tuple[Step, ...]
    pay: Decimal
    spent: Decimal
    dividends: Decimal = ZERO
    taxed: Taxed
    contributions: tuple[tuple[str, Decimal], ...] = ()
    from_books: bool = False
    owed: Decimal = ZERO
    by_slips: bool = False

    @property
    def pocket(self) -> Decimal:
        """Return what reaches the pocket."""
        return self.figures.revenue + total(self.steps)

    def of(self, key: Key) -> Decimal:
        """Return what the steps of a kind take away, in euros."""
        return -total(step for step in self.steps if step.key == key)

    @property
    def kept(self) -> Decimal:
        """Return what stays in the company."""
        return self.of("kept")

    @property
    def levied(self) -> Decimal:
        """Return all that goes to contributions and taxes."""
        levies: tuple[Key, ...] = (
            "contributions",
            "tax",
            "levies",
            "flat_tax",
            "liberatory",
            "income_tax",
        )
        return sum((self.of(key) for key in levies), ZERO)

    @property
    def scale_known(self) -> bool:
        """Tell whether the scale of the income tax is known for the year."""
        return law_year(self.figures.year) <= KNOWN_UNTIL


def law_year(year: FinancialYear) -> int:
    """Return the calendar year whose law applies: the one in which the financial year closes."""
    return year.end.year


def taxed(taxable: Decimal, year: FinancialYear, pocket: Pocket) -> Taxed:
    """Return the income tax that a taxable income adds to the one on the other incomes."""
    number, household, others = law_year(year), pocket.household, pocket.other_income
    whole = max(taxable, ZERO) + others
    owed = income_tax(whole, number, household) - income_tax(others, number, household)
    return Taxed(owed, whole, marginal_rate(whole, number, household))


def refuse_other_than_a_year(year: FinancialYear) -> None:
    """Refuse a year that is not of twelve months: contributions and income tax are yearly.

    Raises:
        BilanError: with its length.
    """
    length = months(year.start, year.end)
    if length != YEAR_MONTHS:
        raise BilanError(
            f"exercice {year.number} de {quantity(length)} mois : « bilan net » ne calcule que des "
            f"exercices de douze mois ; « bilan show {year.number} » en dit le résultat"
        )
