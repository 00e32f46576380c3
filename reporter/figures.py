"""The figures of a year, as values: what is summed, and what is derived from the sums.

Knows definitions. Never how the sums are made, nor files, words, rounding or pandas.
Money is in euros before tax, exact; a figure that does not exist is None.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from reporter.formulas import Formula, formula, plus
from reporter.law.taxes import CONFIRMED_UNTIL
from reporter.leaves import Rule, Sum
from reporter.making import Figure, Term
from reporter.model import ZERO

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reporter.crew import Member
    from reporter.denomination import Index
    from reporter.elapsed import Elapsed
    from reporter.leaves import Leaf
    from reporter.model import Activity, FinancialYear
    from reporter.objective import Objective
    from reporter.received.values import Received
    from reporter.settings import Method, Settings
    from reporter.settings.status import Status
    from reporter.sources.texts import Text

TJM: Mapping[Method, tuple[str, str]] = {
    "ca_total": ("revenue", "days"),
    "regie": ("day_revenue", "days"),
    "equivalent_jours": ("revenue", "all_days"),
}
"""What is divided, by the method of the TJM."""
ENTERED = ("revenue", "other_income", "charges", "depreciation", "disposals", "final_tax")
"""The figures that entries add up to, each line in one of them."""
BEFORE_TAX = ("revenue", "-charges", "-depreciation")
RESULT = ("result_before_tax", "-tax")
ADJUSTMENT = ("final_result", "-result_before_tax", "tax")


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The figures of one financial year.

    Attributes:
        lines: the year's own lines.
        method: how the TJM is computed.
        day_revenue: euros billed for days (régie); None where only entries tell the year.
        fees: euros billed as fixed fees (forfaits); None where only entries tell the year.
        days: days billed, fixed fees left out; None where only entries tell the year.
        equivalent_days: the days that fixed fees stand for; None where a fee does not say.
        working_days: jours ouvrés of the period, before leave; of several people, all of theirs.
        leave: jours ouvrés of leave, prorated by the months of the year.
        charges: euros of expenses, depreciated purchases left out.
        depreciation: euros of depreciation (dotations aux amortissements).
        disposals: euros of the prices of what was sold or scrapped, less its net book values.
        estimated_tax: euros of IS on the estimated result.
        final_result: the accountant's result after tax, which wins.
        final_tax: the accountant's IS, which wins.
        status: the legal form in that year, None where it is not said.
        additions: euros of expenses added back to the taxable profit (réintégrations).
        deductions: euros taken off it.
        prior_losses: euros of losses of earlier years that it absorbs.
        crew: the people, where several calendars make the working days.
        sales: euros of sales, where only entries tell the year; None where lines do.
        other_income: euros of the products that are no sales, which only entries tell.
        leaves: where each of these figures comes from, by its name.
    """

    year: FinancialYear
    lines: Activity
    method: Method
    day_revenue: Decimal | None
    fees: Decimal | None
    days: Decimal | None
    equivalent_days: Decimal | None
    working_days: Decimal
    leave: Decimal
    charges: Decimal
    depreciation: Decimal
    estimated_tax: Decimal
    final_result: Decimal | None
    final_tax: Decimal | None
    objective: Objective
    status: Status | None = None
    additions: Decimal = ZERO
    deductions: Decimal = ZERO
    prior_losses: Decimal = ZERO
    disposals: Decimal = ZERO
    crew: tuple[Member, ...] = ()
    sales: Decimal | None = None
    other_income: Decimal | None = None
    leaves: Mapping[str, Leaf] = field(default_factory=dict, compare=False, repr=False)

    revenue = Formula[Decimal](
        lambda figures: ("sum", ("sales",) if figures.is_booked else ("day_revenue", "fees"))
    )
    """The chiffre d'affaires."""
    tjm_regie = formula("quotient", "day_revenue", "days")
    """Day revenue over days billed, in euros a day."""
    all_days = formula("sum", "days", "equivalent_days")
    """The days billed and those that fixed fees stand for; None where a fee does not say."""
    tjm = Formula[Decimal | None](lambda figures: ("quotient", TJM[figures.method]))
    """The average daily rate by the method chosen, in euros a day."""
    net_days = plus("working_days", "-leave")
    """The working days net of leave."""
    billed_ratio = formula("quotient", "days", "net_days")
    """The days billed over the working days net of leave."""
    result_before_tax = Formula[Decimal](lambda figures: ("sum", (*BEFORE_TAX, *figures.besides)))
    """Revenue less charges and depreciation, what disposals leave, other products of entries."""
    taxable = plus("result_before_tax", "additions", "-deductions", "-prior_losses")
    """The profit on which the IS is computed."""
    tax = Formula[Decimal](lambda figures: ("sum", (figures.tax_taken,)))
    """The IS: the accountant's where it is known, else the estimate."""
    adjustment = Formula[Decimal](
        lambda figures: ("sum", ()) if figures.estimated else ("rest", ADJUSTMENT)
    )
    """What the accountant's result adds to the one that the books give."""
    result = Formula[Decimal](
        lambda figures: ("sum", RESULT if figures.estimated else (*RESULT, "adjustment"))
    )
    """The result after tax: the accountant's where it is known, else the estimate."""

    @property
    def is_booked(self) -> bool:
        """Tell whether only the accountant's entries tell the year: it has no days."""
        return self.sales is not None

    @property
    def besides(self) -> tuple[str, ...]:
        """Return what the result before tax counts besides, where the year has some."""
        told = ("other_income",) if self.is_booked else ()
        return (*told, "disposals") if self.disposals else told

    @property
    def entries(self) -> tuple[Any, ...]:
        """Return the lines of entries that its figures add up, each once; none of other years."""
        leaves = [self.leaves.get(name) for name in ENTERED] if self.is_booked else []
        found = {id(x): x for leaf in leaves if isinstance(leaf, Sum) for x in leaf.lines}
        return tuple(found.values())

    @property
    def own_days(self) -> Decimal:
        """Return the days billed where the caller knows that lines tell them: in a scenario."""
        return self.days or ZERO

    @property
    def estimated(self) -> bool:
        """Tell whether the result is ours, not yet the accountant's."""
        return self.final_result is None

    @property
    def without_expense(self) -> bool:
        """Tell whether the books hold no expense of the year."""
        return not self.lines.expenses and not self.is_booked

    @property
    def tax_rates_known(self) -> bool:
        """Tell whether the law has set the rates of the IS for the year."""
        return self.year.start.year <= CONFIRMED_UNTIL

    @property
    def tax_taken(self) -> str:
        """Return the name of the IS that holds."""
        return "estimated_tax" if self.final_tax is None else "final_tax"

    def figure(self, name: str) -> Figure:
        """Return a figure that knows what it is made of, by its name: `tjm`, `objective.revenue`.

        Raises:
            AttributeError: where there is none of that name.
        """
        holder, _, own = name.rpartition(".")
        source = self.objective if holder else self
        formula, leaf = vars(type(source)).get(own), self.leaves.get(name)
        if isinstance(formula, Formula) and leaf is None:
            return formula.figure(source, name, self.year.number, partial(self._term, holder))
        value = getattr(source, own)
        known = None if value is None else Decimal(value)
        if isinstance(leaf, Rule) and leaf.on:
            terms = (Term(1, self.figure(leaf.on)),)
            return Figure(name, self.year.number, known, "rule", terms, leaf)
        return Figure(name, self.year.number, known, leaf=leaf)

    def _term(self, holder: str, name: str) -> Figure:
        """Return a term of a formula; those of the objective are its own, the net days apart."""
        return self.figure(f"{holder}.{name}" if holder and name != "net_days" else name)


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
        elapsed: where its years are cut, each at the same date; None where they are whole.
    """

    figures: Figures
    earlier: tuple[Figures, ...]
    reference: Figures | None
    settings: Settings
    text: Text | None = None
    span: int = 4
    index: Index | None = None
    received: Received | None = None
    elapsed: Elapsed | None = None

    @property
    def shown(self) -> tuple[Figures, ...]:
        """Return the figures of the years shown side by side, newest first."""
        return self.years[: self.span]

    @property
    def years(self) -> tuple[Figures, ...]:
        """Return the figures of every year, newest first."""
        return (self.figures, *self.earlier)

    @property
    def known(self) -> tuple[Activity, ...]:
        """Return the lines of every year: those of the earlier ones whole, even where cut."""
        earlier = self.earlier if self.elapsed is None else self.elapsed.entire
        return tuple(year.lines for year in (self.figures, *earlier))

    @property
    def previous(self) -> Figures | None:
        """Return the figures of the year just before, None where the books have none."""
        return self.before(self.figures)

    @property
    def previous_in_lines(self) -> Figures | None:
        """Return the same where the books have its lines: its clients, its months, its days."""
        previous = self.previous
        return None if previous is None or previous.is_booked else previous

    def before(self, figures: Figures) -> Figures | None:
        """Return the figures of the year just before another."""
        number = figures.year.number - 1
        return next((year for year in self.years if year.year.number == number), None)
