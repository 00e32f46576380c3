"""What a closing should move to its own year, by the periods of the lines: FNP, FAE, CCA, PCA.

Knows periods, shares and double entry. Never whether the owner accepts them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from reporter.accounting.journal import OTHERS, Entry
from reporter.accounting.postings import Sums
from reporter.model import ZERO, Expense, cents

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from reporter.accounting.bookable import Bookable
    from reporter.model import FinancialYear
    from reporter.settings.bookkeeping import Ledger

Kind = Literal["FNP", "FAE", "CCA", "PCA"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adjustment:
    """A part of a line that belongs to the other side of a closing; euros.

    Attributes:
        kind: invoice to receive or to make, charge or income of the next year.
        line: the line that says its period.
        opening: whether it undoes, on the first day, that of the closing before.
        amount: what moves, before tax, with the VAT that is not deducted.
        vat: the VAT that moves with it, for invoices to receive or to make.
    """

    kind: Kind
    line: Bookable
    opening: bool
    amount: Decimal
    vat: Decimal

    @property
    def result(self) -> Decimal:
        """Return what it adds to the result of the year."""
        gains = self.kind in ("FAE", "CCA")
        return self.amount if gains != self.opening else -self.amount


def adjustments(
    lines: Iterable[Bookable], year: FinancialYear, before: dt.date
) -> Iterator[Adjustment]:
    """Yield what the closing of a year should move, and what its first day should undo.

    Args:
        lines: those of the year, of the one before and of the one after.
        year: the financial year.
        before: the closing date of the year before.

    Shares follow days, both ends included. Source: PCG art. 944-48 (486, 487), 944-40 (408) and
    944-41 (418).
    """
    for line in lines:
        if line.kind == "asset":
            continue
        for closing, opening in ((before, True), (year.end, False)):
            if found := _moved(line, closing, opening=opening):
                yield found


def entries_of(found: Iterable[Adjustment], year: FinancialYear, ledger: Ledger) -> Iterator[Entry]:
    """Yield the entry of each adjustment: at the closing, or undone on the first day."""
    for one in found:
        day, line = (year.start if one.opening else year.end), one.line
        sign = -1 if one.opening else 1
        sums = Sums()
        for account, amount in _sides(one, ledger):
            sums.add(account, None, sign * amount)
        undone = " (extourne)" if one.opening else ""
        yield Entry(
            journal=OTHERS,
            date=day,
            reference=f"{one.kind}-{year.number - 1 if one.opening else year.number}",
            reference_date=day,
            label=f"{one.kind} {line.number} – {line.party.name}{undone}",
            postings=tuple(sums.postings()),
            sources=(line.line.place,),
        )


def _sides(one: Adjustment, ledger: Ledger) -> tuple[tuple[str, Decimal], ...]:
    own, amount, vat = one.line.account, one.amount, one.vat
    match one.kind:
        case "FNP":
            third = (ledger.accrued_charges, -amount - vat)
            return ((own, amount), (ledger.vat_accrued, vat), third)
        case "FAE":
            return (
                (ledger.to_invoice, amount + vat),
                (own, -amount),
                (ledger.vat_to_invoice, -vat),
            )
        case "CCA":
            return (ledger.prepaid_charges, amount), (own, -amount)
        case _:
            return (own, amount), (ledger.prepaid_sales, -amount)


def _moved(line: Bookable, closing: dt.date, *, opening: bool) -> Adjustment | None:
    """Return what a closing moves of a line, None where its period is all on the line's side."""
    start, end = getattr(line.line, "start", None), getattr(line.line, "end", None)
    if start is None or end is None or end < start:
        return None
    bought, later = isinstance(line.line, Expense), line.line.date > closing
    days, whole = _days(start, end, closing, later=later), (end - start).days + 1
    if not days:
        return None
    kinds: tuple[Kind, Kind] = ("FNP", "CCA") if bought else ("FAE", "PCA")
    return Adjustment(
        kind=kinds[0] if later else kinds[1],
        line=line,
        opening=opening,
        amount=cents(line.cost * days / whole),
        vat=cents(line.recovered * days / whole) if later else ZERO,
    )


def _days(start: dt.date, end: dt.date, closing: dt.date, *, later: bool) -> int:
    """Return the days of a period on the other side of a closing than its line."""
    if later:
        return max((min(end, closing) - start).days + 1, 0)
    return max((end - max(start, closing)).days + (1 if start > closing else 0), 0)
