"""Sales of one year on an invoice of another: 418 or 487 at the closing, undone on the first day.

Knows double entry. Never which invoices stand in two years.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reporter.accounting.journal import OTHERS, Entry
from reporter.accounting.postings import Sums, places
from reporter.grouping import gathered

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from reporter.accounting.bookable import Bookable
    from reporter.model import FinancialYear
    from reporter.settings.bookkeeping import Ledger


def cut_offs(lines: Iterable[Bookable], year: FinancialYear, ledger: Ledger) -> Iterator[Entry]:
    """Yield what puts each sale in its own year, whatever the year of its invoice.

    A sale not invoiced yet is a claim with its VAT (4181, 44587), one already invoiced is income
    of a later year (487, without VAT). Source: PCG art. 944-41 and 944-48.
    """
    sales = [line for line in lines if line.kind == "sale"]
    opened = [line for line in sales if _spans(line, year.number - 1)]
    closed = [line for line in sales if _spans(line, year.number)]
    yield from _entries(opened, year.start, f"EXT-{year.number - 1}", ledger, sign=-1)
    yield from _entries(closed, year.end, f"CLOT-{year.number}", ledger, sign=1)


def _spans(line: Bookable, closing: int) -> bool:
    """Tell whether the closing of a year stands between a sale and its invoice."""
    first, last = sorted((line.year, line.invoice_year))
    return first <= closing < last


def _entries(
    lines: list[Bookable], day: dt.date, reference: str, ledger: Ledger, *, sign: int
) -> Iterator[Entry]:
    """Yield an entry for each invoice; `sign` is -1 to undo it."""
    for group in gathered(
        ((line.piece, line.year < line.invoice_year), line) for line in lines
    ).values():
        first, sums = group[0], Sums()
        later = first.year < first.invoice_year
        for line in group:
            if later:
                sums.add(ledger.to_invoice, None, sign * line.gross)
                sums.add(line.account, line.rate, -sign * line.line.amount)
                sums.add(ledger.vat_to_invoice, line.rate, -sign * line.vat)
            else:
                sums.add(line.account, line.rate, sign * line.line.amount)
                sums.add(ledger.prepaid_sales, None, -sign * line.line.amount)
        what = "Facture à établir" if later else "Produit constaté d’avance"
        undone = "" if sign > 0 else " (extourne)"
        yield Entry(
            journal=OTHERS,
            date=day,
            reference=reference,
            reference_date=day,
            label=f"{what} {first.number} – {first.party.name}{undone}",
            postings=tuple(sums.postings()),
            sources=places(group),
        )
