"""The VAT of whole invoices: totalled by rate, half up, less what the law does not let deduct.

Knows booked lines. Never entries, nor when a VAT is due.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from reporter.accounting import categories
from reporter.accounting.expense_accounts import category_of
from reporter.characters import folded
from reporter.grouping import gathered
from reporter.law.vat_deduction import deductible
from reporter.model import ZERO, Expense, cents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from reporter.accounting.bookable import Bookable
    from reporter.law.vat_deduction import Rule
    from reporter.model import Line
    from reporter.settings.bookkeeping import Bookkeeping


def by_invoice(lines: Iterable[Bookable], books: Bookkeeping) -> Iterator[Bookable]:
    """Yield the lines, the VAT of those of an invoice at one rate adding up to that of their sum.

    3 x 33.33 euros at 20 % bear 20.00, not three times 6.67: VAT is totalled by rate (CGI ann. II
    art. 242 nonies A), and rounded half up. The last line takes the difference. Where the books
    give the VAT of a line, it stands.
    """
    lines = list(lines)
    groups = gathered(
        ((line.piece, line.line.vat_rate), rank) for rank, line in enumerate(lines) if line.computed
    )
    for ranks in groups.values():
        last, total = lines[ranks[-1]], sum((lines[rank].line.amount for rank in ranks), ZERO)
        said = sum((lines[rank].vat for rank in ranks[:-1]), ZERO)
        lines[ranks[-1]] = replace(last, vat=cents(total * (last.line.vat_rate or ZERO)) - said)
    for line in lines:
        bought = line.line
        if isinstance(bought, Expense):
            yield replace(line, lost=lost(bought, line.rule, line.vat, books))
        else:
            yield line


def gross(lines: Iterable[Line]) -> Decimal:
    """Return what pays the lines of one invoice, VAT included, in euros, see `by_invoice`.

    That of a pay slip is its net pay.
    """
    by_rate: defaultdict[Decimal, Decimal] = defaultdict(lambda: ZERO)
    total = ZERO
    for line in lines:
        slip = line.slip if isinstance(line, Expense) else None
        total += slip.net if slip else line.amount + (line.vat or ZERO)
        if line.vat is None and line.vat_rate is not None:
            by_rate[line.vat_rate] += line.amount
    return total + sum((cents(amount * rate) for rate, amount in by_rate.items()), ZERO)


def rule_of(line: Expense, account: str) -> Rule:
    """Return what the law says of the VAT of a purchase, by its words, else by its account.

    Of what lasts, the label says more than the category: a van among « Véhicules ».
    """
    asset = line.lifetime is not None
    texts = (category_of(line), folded(line.label))
    return categories.rule_of(texts[::-1] if asset else texts, account, asset=asset)


def lost(line: Expense, rule: Rule, vat: Decimal, books: Bookkeeping) -> Decimal:
    """Return the euros of VAT that are not deducted; the owner's word on a category wins."""
    own = {folded(name): share for name, share in books.deductible.items()}
    share = own.get(folded(line.category))
    if share is not None:
        return vat - cents(vat * share)
    return vat - deductible(rule, line.amount, vat, line.date)
