"""What the owner decides, as values, and the financial years that follow from it.

Knows defaults. Never the keys and words of bilan.toml, nor the books.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from reporter.errors import BilanError
from reporter.model import ZERO, FinancialYear
from reporter.settings.bookkeeping import DRAWINGS, Bookkeeping, Ledger
from reporter.settings.reading import USUAL, Rules
from reporter.settings.software import Export
from reporter.settings.status import (
    SELF_EMPLOYED,
    USUAL_MICRO,
    USUAL_POCKET,
    Micro,
    Pocket,
    Status,
    pays_corporate_tax,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from reporter.assumptions import Assumptions
    from reporter.law.depreciation import Basis
    from reporter.settings.parties import Client, Worker

Method = Literal["ca_total", "regie", "equivalent_jours"]
"""How the TJM is computed: revenue over days, day revenue over days, or fees turned into days."""

ONE_DAY = timedelta(days=1)


class YearSettings(NamedTuple):
    """What the owner says of one financial year; euros, jours ouvrés, ratios.

    Attributes:
        leave: leave in jours ouvrés for twelve months.
        target_rate: the objective's TJM, None without objective.
        target_ratio: the objective's share of the working days net of leave.
        final_result: the accountant's result after tax, which wins over the estimate.
        final_tax: the accountant's IS, which wins over the estimate.
        additions: expenses added back to the taxable profit (réintégrations).
        deductions: what is taken off it (déductions).
        reference: the year with which the report compares it, besides the one before.
        prior_losses: losses carried forward that this year's profit absorbs.
        published: the date of the year's report on a site, where it is its own.
        status: the legal form in that year, where it is not the company's.
        complete: whether the books of the year are whole, whatever their last line and the day.
    """

    leave: Decimal = Decimal(25)
    target_rate: Decimal | None = None
    target_ratio: Decimal | None = None
    final_result: Decimal | None = None
    final_tax: Decimal | None = None
    additions: Decimal = ZERO
    deductions: Decimal = ZERO
    prior_losses: Decimal = ZERO
    reference: int | None = None
    published: date | None = None
    status: Status | None = None
    complete: bool = False


class Settings(NamedTuple):
    """The whole of bilan.toml; a setting left out has its default.

    Attributes:
        taxed: whether the company pays the IS; where not, the result after tax is before it.
        reduced_rate: whether it is entitled to the reduced rate of the IS.
        closing: the month and day on which a financial year closes.
        periods: the financial years that do not follow `closing`.
        scenarios: the named scenarios, in their order.
        published: the date of the reports on a site; left out, the end of their year.
        modified: the date of their last change; left out, the date of the report.
        bookkeeping: accounts and VAT, for the accountant.
        ignored: the doubts that the owner holds for right: a code, or the whole key of one.
        templates: the folder of the owner's own templates.
        anonymous: whether the names were taken out of the books, see anonymity.py.
        reading: how the books are read.
        export: what the accountant's software wants.
        status: the legal form; None where the owner has not said, as a company at the IS.
        micro: how the micro-enterprise works, where it is one.
        pocket: what stands between the business and its owner's pocket.
        clients: what was agreed with each client, by its name.
        workers: what is said of each person who works for the company, by its name.
        by_receipt: whether a sale counts on the day it is paid, not on that of its line.
        matches: for a movement of the bank, what it pays, as the owner answers.
        called: for words of a label of the bank, the name of the books that they stand for.
        shows_pocket: whether the report says what reaches the pocket; never where anonymous.
    """

    name: str = ""
    siren: str = ""
    founded: date | None = None
    author: str = ""
    tags: tuple[str, ...] = ()
    published: date | None = None
    modified: date | None = None
    taxed: bool = True
    reduced_rate: bool = True
    alsace_moselle: bool = False
    method: Method = "ca_total"
    basis: Basis = "30/360"
    closing: tuple[int, int] = (12, 31)
    default: YearSettings = YearSettings()
    of_year: Mapping[int, YearSettings] = {}
    periods: Mapping[int, FinancialYear] = {}
    scenarios: Mapping[str, Assumptions] = {}
    bookkeeping: Bookkeeping = Bookkeeping()
    ignored: tuple[str, ...] = ()
    templates: Path | None = None
    anonymous: bool = False
    reading: Rules = USUAL
    export: Export = Export()
    status: Status | None = None
    micro: Micro = USUAL_MICRO
    pocket: Pocket = USUAL_POCKET
    matches: Mapping[str, tuple[str, ...]] = {}
    called: Mapping[str, str] = {}
    shows_pocket: bool = False
    clients: Mapping[str, Client] = {}
    workers: Mapping[str, Worker] = {}
    by_receipt: bool = False

    def of(self, year: FinancialYear) -> YearSettings:
        """Return what the owner says of a year."""
        return self.of_year.get(year.number, self.default)

    def rules(self) -> Rules:
        """Return how the books are read, by what else is said: no VAT, sales as received."""
        statuses = {year.status or self.status for year in self.of_year.values()}
        micro = {self.status, *statuses} == {"micro"} and not self.micro.by_invoice
        return self.reading._replace(
            untaxed=self.bookkeeping.exempt, received=micro or self.by_receipt
        )

    def status_of(self, year: FinancialYear) -> Status | None:
        """Return the legal form in a year."""
        return self.of(year).status or self.status

    def status_on(self, day: date) -> Status | None:
        """Return the legal form on a day."""
        return self.status_of(self.year_of(day))

    def books_of(self, year: FinancialYear) -> Bookkeeping:
        """Return how the books of a year are kept, whose legal form and VAT may be its own."""
        status, books = self.status_of(year), self.bookkeeping
        books = books._replace(exempt=books.exempts(year.end))
        if status == self.status:
            return books
        usual = {own: DRAWINGS if own == "ei" else Ledger().owner for own in (status, self.status)}
        owner = books.ledger.owner
        ledger = books.ledger._replace(
            owner=usual[status] if owner == usual[self.status] else owner
        )
        return books._replace(ledger=ledger, alone=status in SELF_EMPLOYED)

    def pays_tax(self, year: FinancialYear) -> bool:
        """Tell whether the company pays the corporate tax on a year."""
        return self.taxed and pays_corporate_tax(self.status_of(year))

    def year(self, number: int) -> FinancialYear:
        """Return the financial year that closes in the calendar year `number`.

        One without dates of its own follows the one before and stops where a dated one begins.
        """
        if number in self.periods:
            return self.periods[number]
        start, end = self._close(number - 1) + ONE_DAY, self._close(number)
        if before := self.periods.get(number - 1):
            start = before.end + ONE_DAY
        later = [year.start for year in self.periods.values() if year.number > number]
        end = min(end, *(start - ONE_DAY for start in later), end)
        return FinancialYear(number=number, start=start, end=end)

    def year_of(self, day: date) -> FinancialYear:
        """Return the financial year to which a date belongs.

        Raises:
            BilanError: where it belongs to none, or to one that a dated year alone cuts short:
                nobody decided how long that one is.
        """
        near = (self.year(number) for number in range(day.year - 1, day.year + 3))
        found = next((year for year in near if day in year), None)
        if found and (found.number in self.periods or found.end == self._close(found.number)):
            return found
        raise BilanError(f"aucun exercice ne contient le {day:%d/%m/%Y} : {self.undecided(day)}")

    def undecided(self, day: date) -> str:
        """Return what to write where a date belongs to no financial year."""
        after = min((y for y in self.periods.values() if y.start > day), key=lambda y: y.start)
        return (
            f"l’exercice {after.number} commence le {after.start:%d/%m/%Y} ; écrire debut et fin "
            f"dans [exercice.{after.number - 1}] de bilan.toml, pour dire ce qu’est l’exercice "
            f"{after.number - 1}"
        )

    def _close(self, number: int) -> date:
        month, day = self.closing
        return date(number, month, min(day, monthrange(number, month)[1]))
