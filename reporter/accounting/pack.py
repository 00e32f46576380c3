"""What the accountant receives for a year, made once: every format only writes it.

Knows how lines, entries, VAT, plans and controls belong together. Never how they look.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reporter.accounting.assets import assets
from reporter.accounting.booking import book
from reporter.accounting.controls import Totals
from reporter.accounting.entries import Tax, entries
from reporter.accounting.invoices import payment_years
from reporter.accounting.outstanding import outstanding
from reporter.accounting.vat import vat
from reporter.errors import BadCell, BadData, Place
from reporter.fec.naming import is_siren
from reporter.model import ZERO
from reporter.toml.reading import FILE

if TYPE_CHECKING:
    from decimal import Decimal

    from reporter.accounting.assets import Asset
    from reporter.accounting.bookable import Bookable
    from reporter.accounting.journal import Entry
    from reporter.accounting.outstanding import Unpaid
    from reporter.accounting.vat import Vat
    from reporter.figures import Bilan
    from reporter.model import Activity, FinancialYear


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A year for the accountant.

    Attributes:
        siren: nine digits.
        sales: the year's own sales, in the order of the books.
        purchases: the year's own expenses, those that are depreciated included.
        assets: what has been bought to last, by the end of the year.
        vat: by month, side and rate; empty in franchise en base.
        unpaid: the invoices unpaid at the closing date; None where the books do not tell.
        entries: the year's entries, numbered.
        totals: what the entries add up to.
        tax: euros of IS among the entries, zero where it was not asked for.
    """

    bilan: Bilan
    siren: str
    sales: tuple[Bookable, ...]
    purchases: tuple[Bookable, ...]
    assets: tuple[Asset, ...]
    vat: tuple[Vat, ...]
    unpaid: tuple[Unpaid, ...] | None
    entries: tuple[Entry, ...]
    totals: Totals
    tax: Decimal

    @property
    def year(self) -> FinancialYear:
        """Return the financial year."""
        return self.bilan.figures.year


def pack(activity: Activity, bilan: Bilan, *, with_tax: bool = False) -> Pack:
    """Return the accountant's pack of a year.

    Args:
        activity: the lines of every year: earlier invoices are paid in this one.
        bilan: what the year amounts to.
        with_tax: whether to book the IS, estimated unless the accountant's is known.

    Raises:
        BadData: with everything that is missing, at once.
    """
    settings, year = bilan.settings, bilan.figures.year
    errors: list[BadCell] = [] if is_siren(settings.siren) else [_bad_siren(settings.siren)]
    booked = book(activity, settings, year, errors)
    lasting = assets(activity, settings, year, errors)
    if errors:
        raise BadData(errors)
    own = [line for line in booked if line.year == year.number]
    figures = bilan.figures
    tax = Tax(figures.tax, figures.final_tax is None) if with_tax else None
    books = settings.bookkeeping
    made = entries(booked, lasting, year, books.ledger, tax)
    known = year.number in payment_years(activity, settings, year.number)
    return Pack(
        bilan=bilan,
        siren=settings.siren.replace(" ", ""),
        sales=tuple(line for line in own if line.kind == "sale"),
        purchases=tuple(line for line in own if line.kind != "sale"),
        assets=lasting,
        vat=() if books.exempt else vat(
            booked, year, sales_on_payment=books.on_payment, sales_known=known
        ),
        unpaid=outstanding(booked, year.end) if known else None,
        entries=made,
        totals=Totals.of(made),
        tax=tax.euros if tax else ZERO,
    )


def _bad_siren(siren: str) -> BadCell:
    place = Place(FILE, cell="clé societe.siren")
    fix = 'écrire les neuf chiffres du SIREN entre guillemets, par exemple "812345676"'
    what = "SIREN faux" if siren else "SIREN manquant"
    return BadCell(what, place, shown=siren, fix=fix)
