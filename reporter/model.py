"""What was done: the lines of the books, as values.

Knows dates, clients, days and amounts. Never files, libraries or words.
Money is in euros, before tax (hors taxes) unless said otherwise, exact to the cent.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from reporter.errors import Place
    from reporter.slips import Slip

AMOUNT, DATE, DAYS, PARTY, SUBJECT = map(attrgetter, ("amount", "date", "days", "party", "subject"))
CENT = Decimal("0.01")
ZERO = Decimal(0)
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""The calendar years in which anything of a company may happen."""


def cents(amount: Decimal) -> Decimal:
    """Return an amount in euros rounded half up to the cent, as invoices round a line."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def total(of_what: Iterable[object], of: Callable[[Any], Decimal] = AMOUNT) -> Decimal:
    """Return the sum of the amounts of lines, or of whatever has one, in euros; or of DAYS."""
    return sum(map(of, of_what), ZERO)


def _same(*names: str) -> Iterator[property]:
    """Return what other names of a line are for its own kind."""
    return map(property, map(attrgetter, names))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What every line of the books carries.

    Attributes:
        date: the day that places the line in a financial year.
        amount: euros before tax; negative on a credit note.
        vat_rate: the VAT rate as a ratio (0.20), None where the books do not give it.
        vat: the VAT in euros, None where the books do not give its amount.
        paid: the day of payment, None where unpaid or unknown.
        start: the first day of the period that the line covers, None where the books do not say.
        end: the last day of that period.
        country: that of the client or the supplier, as the books write it; empty for France.
        place: where the line stands; left out of comparisons.
        party: whom the line is with: its client, or its supplier.
        subject: what it is for: its mission, its service, or its label.
        number: that of its invoice, or of its receipt.
        texts: the words of the line: names, numbers, comments.
        worker: who worked, empty where nobody is said, or for what is no day.
    """

    party = subject = number = property(lambda _: "")
    texts = property(lambda _: ())
    worker = ""

    date: dt.date
    amount: Decimal
    vat_rate: Decimal | None = None
    vat: Decimal | None = None
    paid: dt.date | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    country: str = ""
    place: Place = field(compare=False)

    @property
    def about(self) -> str:
        """Return what a sale is for: its mission, or its service; nothing of an expense."""
        return "" if isinstance(self, Expense) else self.subject

    @property
    def month(self) -> int:
        """Return the rank of the month of the line, those of all years one after the other."""
        return self.date.year * 12 + self.date.month

    @property
    def own_vat(self) -> Decimal:
        """Return the VAT in euros, by the rate where the books give no amount, else zero."""
        if self.vat is None and self.vat_rate is not None:
            return cents(self.amount * self.vat_rate)
        return self.vat or ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Line):
    """Billed days: `days` days at `rate` euros a day make `amount`.

    Attributes:
        invoiced: the day of the invoice, where the books give it beside that of the days.
        means: how it was paid.
        vat_number: the client's.
    """

    client: str
    days: Decimal
    rate: Decimal | None = None
    mission: str = ""
    invoice: str = ""
    invoiced: dt.date | None = None
    vat_number: str = ""
    means: str = ""
    worker: str = ""
    comment: str = ""
    party, subject, number = _same("client", "mission", "invoice")
    texts = property(attrgetter("client", "mission", "invoice", "comment"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee(Line):
    """A fixed-fee service (prestation forfaitaire), invoiced as a `Day`, with days if any."""

    client: str
    service: str = ""
    invoice: str = ""
    invoiced: dt.date | None = None
    vat_number: str = ""
    means: str = ""
    equivalent_days: Decimal | None = None
    party, subject, number = _same("client", "service", "invoice")
    texts = property(attrgetter("client", "service", "invoice"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Expense(Line):
    """An expense, or a purchase depreciated over `lifetime` years when that is given.

    Attributes:
        payer: who has paid, as the books write it; empty for the company's bank.
        kilometres: the distance driven in a private car, where the expense is its allowance.
        disposed: the day on which a depreciated purchase was sold or scrapped.
        disposal_price: euros before tax that it was sold for, None where for nothing.
        disposal_vat: the VAT of that sale in euros, None where the books do not give it.
        slip: what a pay slip says, where the expense is what it costs.
    """

    supplier: str = ""
    label: str = ""
    category: str = ""
    account: str = ""
    receipt: str = ""
    lifetime: Decimal | None = None
    payer: str = ""
    kilometres: Decimal | None = None
    disposed: dt.date | None = None
    disposal_price: Decimal | None = None
    disposal_vat: Decimal | None = None
    slip: Slip | None = None
    party, subject, number = _same("supplier", "label", "receipt")
    texts = property(attrgetter("supplier", "label", "category", "receipt"))

    @property
    def is_depreciated(self) -> bool:
        """Tell whether the expense is depreciated; over no time, it is a charge at once."""
        return bool(self.lifetime)

    def is_disposed_in(self, year: FinancialYear) -> bool:
        """Tell whether a depreciated purchase was sold or scrapped in a year."""
        return self.is_depreciated and self.disposed is not None and self.disposed in year


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A rate agreed for a client, one mission or one worker: `rate` euros a day, between two days.

    `days` are those signed at that rate between those days, zero where the books say none.
    """

    client: str
    mission: str = ""
    worker: str = ""
    days: Decimal
    rate: Decimal
    start: dt.date
    end: dt.date
    place: Place = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FinancialYear:
    """A financial year (exercice), or its first part: named by the calendar year of its closing.

    Attributes:
        end: the last day that counts: the closing, or the day on which the year is cut.
        closing: the last day of the whole year, where it is cut before; None where it is whole.
    """

    number: int
    start: dt.date
    end: dt.date
    closing: dt.date | None = None

    def __contains__(self, day: dt.date) -> bool:
        """Tell whether a date belongs to the year, both ends included."""
        return self.start <= day <= self.end

    @property
    def is_partial(self) -> bool:
        """Tell whether the year is cut before its closing."""
        return self.closing is not None

    @property
    def whole(self) -> FinancialYear:
        """Return the whole year of which this is the first part."""
        return replace(self, end=self.closing or self.end, closing=None)

    def until(self, day: dt.date) -> FinancialYear:
        """Return the year up to a day, which is not before its start; whole from the closing on."""
        whole = self.whole
        return whole if day >= whole.end else replace(whole, end=day, closing=whole.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """All that was done, in the order of the books.

    Attributes:
        movements: expenses that are none (capital, virement interne, TVA versée): never measured.
        signed: every day signed, whatever the year: never measured, only landed.
        found: what was found of them already, by what finds it.
    """

    days: tuple[Day, ...] = ()
    fees: tuple[Fee, ...] = ()
    expenses: tuple[Expense, ...] = ()
    movements: tuple[Expense, ...] = ()
    signed: tuple[Signed, ...] = ()
    found: dict[Any, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def lines(self) -> Iterator[Line]:
        """Return every line that is measured; movements are not."""
        return chain(self.days, self.fees, self.expenses)

    @property
    def sales(self) -> tuple[Day | Fee, ...]:
        """Return the lines that a client pays: billed days, then fixed fees."""
        return (*self.days, *self.fees)
