"""The lines of the books → what one payment pays: an invoice, a receipt, a movement of the books.

Knows numbers, names, dates and amounts with VAT. Never statements.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from reporter.accounting.invoice_vat import gross
from reporter.accounting.invoices import invoiced
from reporter.accounting.movements import spent
from reporter.accounting.payers import paid_from
from reporter.errors import BadCell
from reporter.model import Day
from reporter.names import code, spelling

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Hashable, Iterator
    from decimal import Decimal

    from reporter.errors import Place
    from reporter.model import Activity, Expense, Fee, Line
    from reporter.settings import Settings

    AnyLine = Day | Fee | Expense

Kind = Literal["sale", "expense", "movement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Lines that one payment pays.

    Attributes:
        kind: a sale, an expense, or a movement that the books note among expenses.
        amount: euros with VAT, positive where they come in.
        number: of the invoice or of the receipt, empty where the books give none.
        name: of the client or the supplier; else what the line is.
        date: the day of the invoice, else of its latest line.
        paid: the day of payment, as the books note it.
        reference: how the owner names it in bilan.toml.
        bare: whether the books say nothing of its VAT: what it comes to with it is not known. Its
            days of work, one by one and without number, are a piece by client and month.
    """

    kind: Kind
    lines: tuple[Line, ...] = field(repr=False)
    amount: Decimal
    number: str
    name: str
    date: dt.date
    paid: dt.date | None
    reference: str
    bare: bool

    @property
    def place(self) -> Place:
        """Return where its first line stands."""
        return self.lines[0].place

    @property
    def is_twice(self) -> bool:
        """Tell whether all its lines are alike: one, perhaps, that was typed twice."""
        return len(self.lines) > 1 and all(line == self.lines[0] for line in self.lines)


def pieces(activity: Activity, settings: Settings) -> tuple[Piece, ...]:
    """Return all that a bank may pay or receive, by date; not what the owner has paid."""
    found = [*_sales(activity, settings), *_expenses(activity, settings)]
    found += [
        _piece("movement", (line,), line.supplier or line.label or line.category, line.date, -moved)
        for line in activity.movements
        if (moved := spent(line))
    ]
    return tuple(_named(sorted((one for one in found if one.amount), key=lambda one: one.date)))


def _sales(activity: Activity, settings: Settings) -> Iterator[Piece]:
    groups: defaultdict[Hashable, list[Day | Fee]] = defaultdict(list)
    dates: dict[Hashable, dt.date] = {}
    for sale in invoiced(activity, settings):
        line = sale.line
        own = _month(line) if _is_bare(line) and _is_a_day(line) else sale.number
        key: Hashable = (own, line.paid)
        groups[key].append(line)
        dates[key] = max(sale.date, dates.get(key, sale.date))
    for key, lines in groups.items():
        yield _piece("sale", tuple(lines), lines[0].client, dates[key], gross(lines))


def _is_a_day(line: Day | Fee) -> bool:
    """Tell whether a sale is a day of work, which nobody pays by itself: its month is invoiced."""
    return not line.invoice and isinstance(line, Day) and abs(line.days) <= 1


def _is_bare(line: AnyLine) -> bool:
    """Tell whether the books say nothing of the VAT of a line."""
    return line.vat is None and line.vat_rate is None


def _month(line: Day | Fee) -> Hashable:
    return spelling(line.client), line.date.year, line.date.month


def _expenses(activity: Activity, settings: Settings) -> Iterator[Piece]:
    groups: defaultdict[tuple[Hashable, dt.date | None], list[Expense]] = defaultdict(list)
    for rank, line in enumerate(activity.expenses):
        if _of_bank(line, settings):
            own = (line.receipt, code(line.supplier), line.date) if line.receipt else rank
            groups[own, line.paid].append(line)
    for lines in groups.values():
        name = lines[0].supplier or lines[0].label or lines[0].category
        yield _piece("expense", tuple(lines), name, lines[0].date, -gross(lines))


def _of_bank(line: Expense, settings: Settings) -> bool:
    """Tell whether the bank has paid an expense; a payer who is not known may be the bank."""
    with suppress(BadCell):
        return paid_from(line, settings.bookkeeping) == settings.bookkeeping.ledger.bank
    return True


def _piece(
    kind: Kind, lines: tuple[AnyLine, ...], name: str, date: dt.date, amount: Decimal
) -> Piece:
    number = getattr(lines[0], "invoice", "") or getattr(lines[0], "receipt", "")
    said = "" if number else f"{date.isoformat()} {name} {amount:.2f}".replace(".", ",")
    return Piece(
        kind=kind,
        lines=lines,
        amount=amount,
        number=number,
        name=name,
        date=date,
        paid=lines[0].paid,
        reference=number or " ".join(said.split()),
        bare=kind != "movement" and all(map(_is_bare, lines)),
    )


def _named(found: list[Piece]) -> Iterator[Piece]:
    """Yield the pieces, those of one reference told apart: « F-12 », « F-12 (2) »."""
    seen: Counter[str] = Counter()
    for piece in found:
        seen[piece.reference] += 1
        rank = seen[piece.reference]
        yield piece if rank == 1 else replace(piece, reference=f"{piece.reference} ({rank})")
