"""What the accountant receives for a year, made once: every format only writes it.

Knows how lines, entries, VAT, plans and controls belong together. Never how they look.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from reporter.accounting.adjustments import adjustments, entries_of
from reporter.accounting.booking import spanning
from reporter.accounting.controls import Totals
from reporter.accounting.costs import as_booked, bookable, corporate, costs
from reporter.accounting.disposal_entries import disposal_entries
from reporter.accounting.entries import entries, tax_entry
from reporter.accounting.invoices import payment_years
from reporter.accounting.movements import movements
from reporter.accounting.opening import opening_entry
from reporter.accounting.outstanding import outstanding
from reporter.accounting.vat import due_day, in_order, of_disposals, vat
from reporter.errors import BadCell, BadData, Place
from reporter.fec.naming import is_siren
from reporter.metrics import measure
from reporter.model import ZERO
from reporter.settings import ONE_DAY
from reporter.toml.reading import FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from decimal import Decimal

    from reporter.accounting.adjustments import Adjustment
    from reporter.accounting.assets import Asset
    from reporter.accounting.bookable import Bookable
    from reporter.accounting.carried import Closed
    from reporter.accounting.disposals import Disposal
    from reporter.accounting.entries import Tax
    from reporter.accounting.journal import Entry
    from reporter.accounting.outstanding import Unpaid
    from reporter.accounting.vat import Vat
    from reporter.figures import Bilan, Figures
    from reporter.model import Activity, FinancialYear
    from reporter.settings import Settings
    from reporter.settings.bookkeeping import Bookkeeping


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is written only on demand: the IS, the adjustments of the closing, the opening.

    Attributes:
        closed: what each year closes with that the accountant's entries alone tell.
    """

    tax: bool = False
    adjustments: bool = False
    opening: bool = False
    closed: Mapping[int, Closed] = field(default_factory=dict)


NOTHING = Asked()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A year for the accountant.

    Attributes:
        siren: nine digits.
        sales: the year's own sales, in the order of the books.
        purchases: the year's own expenses, those that are depreciated included.
        others: the lines of other years that are invoiced or paid in it, or whose VAT is due in it.
        assets: what has been bought to last, by the end of the year.
        disposals: what was sold or scrapped in the year.
        due_day: on which day the return takes the VAT of a line.
        purchases_noted: whether the books note when purchases are paid.
        vat: by month, side and rate; empty in franchise en base.
        unpaid: the invoices unpaid at the closing date; None where the books do not tell.
        opening: what was unpaid at the closing date of the year before, None likewise.
        entries: the year's entries, numbered.
        totals: what the entries add up to.
        tax: euros of IS among the entries, zero where it was not asked for.
        part: the month or the quarter whose entries these are, empty where they are the year's.
        lost: euros of VAT not deducted that are charges and depreciation here, not in the report.
        previous: the year before, as its entries give it; None where they cannot be made.
        adjustments: what the closing should move to its own year, by the periods of the lines.
        asked: what is written only on demand.
        under_way: whether the year is not over: it is compared with no whole year.
    """

    bilan: Bilan
    siren: str
    sales: tuple[Bookable, ...]
    purchases: tuple[Bookable, ...]
    others: tuple[Bookable, ...]
    assets: tuple[Asset, ...]
    disposals: tuple[Disposal, ...]
    vat: tuple[Vat, ...]
    unpaid: tuple[Unpaid, ...] | None
    opening: tuple[Unpaid, ...] | None
    due_day: Callable[[Bookable], date | None]
    purchases_noted: bool
    entries: tuple[Entry, ...]
    totals: Totals
    tax: Decimal
    lost: Decimal
    previous: Figures | None
    adjustments: tuple[Adjustment, ...]
    asked: Asked
    part: str = ""
    under_way: bool = False

    @property
    def year(self) -> FinancialYear:
        """Return the financial year."""
        return self.bilan.figures.year


def pack(activity: Activity, bilan: Bilan, asked: Asked = NOTHING) -> Pack:
    """Return the accountant's pack of a year.

    Args:
        activity: the lines of every year: earlier invoices are paid in this one.
        bilan: what the year amounts to.
        asked: what to write besides: the IS, estimated unless the accountant's is known; what the
            closing should move to its own year; what the years before have left.

    Raises:
        BadData: with everything that is missing, at once.
    """
    bilan = _of_its_form(bilan)
    settings, year = bilan.settings, bilan.figures.year
    booked, lasting, sold = _bookable(activity, settings, year)
    books, number, before = settings.bookkeeping, year.number, year.start - ONE_DAY
    own = [line for line in booked if line.year == number]
    lost = costs(own, lasting, sold, bilan.figures).beyond(bilan.figures)
    moved = tuple(adjustments(spanning(activity, settings, (before, year.end)), year, before))
    written = moved if asked.adjustments else ()
    tax = _tax(bilan, lost, written) if asked.tax else None
    also = (*disposal_entries(sold, year, books.ledger), *_also(activity, bilan, written, tax))
    made = entries(booked, lasting, year, books.ledger, (*_opened(activity, bilan, asked), *also))
    known = number in payment_years(activity, settings, number)
    noted = any(line.paid for line in booked if line.kind != "sale" and line.recovered)
    when = partial(_due_day, books=books, noted=noted)
    monthly = vat(booked, year, when, sales_known=known or not books.on_payment, paid_known=known)
    return Pack(
        bilan=bilan,
        siren=settings.siren.replace(" ", ""),
        sales=tuple(line for line in own if line.kind == "sale"),
        purchases=tuple(line for line in own if line.kind != "sale"),
        others=tuple(line for line in booked if line.year != number and _moves(line, when, year)),
        assets=lasting,
        disposals=sold,
        due_day=when,
        purchases_noted=noted,
        vat=() if books.exempt else in_order((*monthly, *of_disposals(sold))),
        unpaid=outstanding(booked, year.end) if known else None,
        opening=outstanding(booked, before) if known else None,
        entries=made,
        totals=Totals.of(made),
        tax=tax.euros if tax else ZERO,
        lost=lost,
        previous=as_booked(activity, bilan.previous, settings) if bilan.previous else None,
        adjustments=moved,
        asked=asked,
    )


def _bookable(
    activity: Activity, settings: Settings, year: FinancialYear
) -> tuple[tuple[Bookable, ...], tuple[Asset, ...], tuple[Disposal, ...]]:
    """Return the lines of a year, its assets and its disposals, once nothing is missing."""
    errors: list[BadCell] = [] if is_siren(settings.siren) else [_bad_siren(settings.siren)]
    found = bookable(activity, settings, year, errors)
    if errors:
        raise BadData(errors)
    return found


def _due_day(line: Bookable, *, books: Bookkeeping, noted: bool) -> date | None:
    """Return the day on which the return takes the VAT of a line; in franchise, there is none."""
    if books.exempts(line.line.date):
        return None
    return due_day(line, sales_on_payment=books.on_payment, purchases_noted=noted)


def _of_its_form(bilan: Bilan) -> Bilan:
    """Return a year whose books are kept as its own legal form wants."""
    books = bilan.settings.books_of(bilan.figures.year)
    return replace(bilan, settings=bilan.settings._replace(bookkeeping=books))


def _opened(activity: Activity, bilan: Bilan, asked: Asked) -> tuple[Entry, ...]:
    """Return the entry of what the years before have left, where it is asked for."""
    year = bilan.figures.year
    earlier = _earlier(activity, bilan.settings, year.number, asked)
    return (opening_entry(earlier, year),) if asked.opening else ()


def _earlier(
    activity: Activity, settings: Settings, number: int, asked: Asked
) -> Iterator[tuple[Entry, ...]]:
    """Yield the entries of each earlier year of the books, the oldest first.

    A year that the accountant's entries tell is carried over by them; where they open with what
    the years before have left, these are not counted again.
    """
    bare, closed = replace(asked, opening=False), asked.closed
    years = {settings.year_of(line.date).number for line in activity.lines} | closed.keys()
    first = max((year for year, one in closed.items() if one.opens and year < number), default=0)
    for year in sorted(one for one in years if first <= one < number):
        if year in closed:
            yield (closed[year].entry,)
        else:
            yield pack(activity, measure(activity, settings, year), bare).entries


def _tax(bilan: Bilan, lost: Decimal, written: tuple[Adjustment, ...]) -> Tax | None:
    """Return the IS of the result that the entries make, lost VAT and adjustments with it."""
    beyond = lost - sum((one.result for one in written), ZERO)
    return corporate(bilan.figures, bilan.settings, beyond)


def _also(
    activity: Activity, bilan: Bilan, written: tuple[Adjustment, ...], tax: Tax | None
) -> tuple[Entry, ...]:
    """Return the entries that no line of the year makes by itself."""
    year, ledger = bilan.figures.year, bilan.settings.bookkeeping.ledger
    taxes = (tax_entry(tax, year),) if tax else ()
    moved = movements(activity.movements, year, ledger)
    return (*moved, *entries_of(written, year, ledger), *taxes)


def _moves(line: Bookable, when: Callable[[Bookable], date | None], year: FinancialYear) -> bool:
    """Tell whether a line is invoiced, paid, or its VAT due, in a year."""
    return any(day is not None and day in year for day in (line.date, line.paid, when(line)))


def _bad_siren(siren: str) -> BadCell:
    place = Place(FILE, key="societe.siren")
    fix = 'écrire les neuf chiffres du SIREN entre guillemets, par exemple "812345676"'
    what = "SIREN faux" if siren else "SIREN manquant"
    return BadCell(what, place, shown=siren, fix=fix)
